/**
 * Whether an invoice states all that it has to: late payment begins with a contestable invoice. {@link
 * io.receivables.core.completeness.InvoiceContents} is what an invoice says, {@link
 * io.receivables.core.completeness.InvoiceProfiles} has the mentions that some regimes ask for, and {@link
 * io.receivables.core.completeness.Completeness} is what is missing, each with its article:
 *
 * <pre>{@code
 * InvoiceContents invoice = InvoiceContents.builder().number("F-1001").issueDate(LocalDate.parse("2026-03-02"))
 *         .seller(Party.of("Acme SAS", "1 rue de la Paix, 75002 Paris").with(Party.SIREN, "732829320"))
 *         .currency("EUR").net(new BigDecimal("100.00")).tax(new BigDecimal("20.00")).gross(new BigDecimal("120.00"))
 *         .build();
 *
 * Completeness found = InvoiceProfiles.france().check(invoice);
 * found.isComplete();   // false
 * found.missing().get(0).text(Locale.FRENCH);   // le nom du client
 * }</pre>
 *
 * <p>{@link io.receivables.core.completeness.InvoiceContents#problems} adds the invoice up, and {@link
 * io.receivables.core.completeness.InvoiceContents#toDocumentDraft} makes the ledger's draft of it.
 */
@NullMarked
package io.receivables.core.completeness;

import org.jspecify.annotations.NullMarked;
