package io.receivables.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH_5 = LocalDate.parse("2026-03-05");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

    private static DocumentDraft.Builder invoice() {
        return DocumentDraft.invoice()
                .id("F-1001")
                .customerId("ACME")
                .issueDate(MARCH_2)
                .dueDate(APRIL_1)
                .currency("EUR")
                .gross(new BigDecimal("1200.00"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Map<String, String> english(Object draft) {
        return Validation.messages(draft, Locale.ENGLISH);
    }

    // ---- what is wrong, all at once, in both languages

    @Test
    void everything_that_is_missing_shows_at_once() {
        DocumentDraft empty = new DocumentDraft(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(english(empty))
                .containsExactly(
                        entry("currency", "the currency is missing: give its ISO 4217 code such as EUR"),
                        entry("customerId", "the customer is missing: give the customer's id"),
                        entry("dueDate", "there is no due date: give one, or instalments"),
                        entry("gross", "the gross amount is missing: give the total with tax"),
                        entry("id", "the id is missing: give the one that the source system uses"),
                        entry("issueDate", "the issue date is missing: give the date of the document"),
                        entry("kind", "the kind is missing: give invoice, debit-note or credit-note"));
        assertThat(Validation.messages(empty, Locale.FRENCH))
                .containsExactly(
                        entry("currency", "la devise manque : indiquez son code ISO 4217, par exemple EUR"),
                        entry("customerId", "le client manque : indiquez son identifiant"),
                        entry("dueDate", "il n'y a pas de date d'échéance : indiquez-en une, ou un échéancier"),
                        entry("gross", "le montant brut manque : indiquez le total taxes comprises"),
                        entry("id", "l'identifiant manque : indiquez celui du système d'origine"),
                        entry("issueDate", "la date d'émission manque : indiquez la date du document"),
                        entry("kind", "le type manque : indiquez invoice, debit-note ou credit-note"));
    }

    @Test
    void everything_that_is_wrong_shows_at_once() {
        DocumentDraft wrong = new DocumentDraft(
                "facture",
                " ",
                "C".repeat(201),
                LocalDate.of(1026, 3, 2),
                LocalDate.of(20260, 4, 1),
                List.of(),
                LocalDate.of(1899, 12, 31),
                LocalDate.of(10000, 1, 1),
                "EURO",
                new BigDecimal("-0.01"),
                new BigDecimal("-1"),
                "PO 7",
                "net 30",
                "",
                LocalDate.MIN);

        String date = "the date is outside the years 1900 to 9999: check the year";
        String identifier =
                "the identifier is blank or has more than 200 characters: give the one that the source system uses";
        assertThat(english(wrong))
                .containsOnly(
                        entry("kind", "the kind is unknown: give invoice, debit-note or credit-note"),
                        entry("id", identifier),
                        entry("customerId", identifier),
                        entry("issueDate", date),
                        entry(
                                "dueDate",
                                String.join(
                                        " | ",
                                        sorted(date, "there are a due date and instalments: leave one of them out"))),
                        entry("instalments", "there are no instalments: give at least one, or a due date instead"),
                        entry("postingDate", date),
                        entry("deliveryDate", date),
                        entry("currency", "the currency is no ISO 4217 code: give three capital letters such as EUR"),
                        entry("gross", "the gross amount is negative: give its size, and credit-note as the kind"),
                        entry("tax", "the tax is negative: give its size"),
                        entry(
                                "corrects",
                                String.join(
                                        " | ",
                                        sorted(
                                                identifier,
                                                "only a credit note corrects a document: leave it out or change the"
                                                        + " kind"))),
                        entry("recordedOn", date));
        assertThat(Validation.messages(wrong, Locale.CANADA_FRENCH))
                .hasSize(13)
                .containsEntry("tax", "la taxe est négative : indiquez sa valeur absolue")
                .containsEntry("issueDate", "la date est hors des années 1900 à 9999 : vérifiez l'année")
                .containsEntry(
                        "instalments",
                        "l'échéancier est vide : indiquez au moins une échéance, ou une date d'échéance");
    }

    @Test
    void amounts_go_together_with_the_currency_and_with_each_other() {
        DocumentDraft draft = invoice()
                .currency("JPY")
                .gross(new BigDecimal("1000"))
                .tax(new BigDecimal("90.5"))
                .dueDate(null)
                .instalments(List.of(
                        new InstalmentDraft(APRIL_1, new BigDecimal("500.0")),
                        new InstalmentDraft(MAY_1, new BigDecimal("500.25"))))
                .build();

        String decimals =
                "the amount has more decimals than its currency or is too large: round it to what can be paid";
        assertThat(english(draft)).containsOnly(entry("tax", decimals), entry("instalments[1].amount", decimals));
    }

    @Test
    void tax_lies_within_gross_and_instalments_add_up_to_it() {
        DocumentDraft draft = invoice()
                .tax(new BigDecimal("1200.01"))
                .dueDate(null)
                .instalments(List.of(
                        new InstalmentDraft(APRIL_1, new BigDecimal("600.00")),
                        new InstalmentDraft(MAY_1, new BigDecimal("600.01"))))
                .build();

        assertThat(english(draft))
                .containsOnly(
                        entry(
                                "tax",
                                "the tax is above the gross amount that includes it: lower the tax or raise gross"),
                        entry(
                                "instalments",
                                "the instalments do not add up to the gross amount: change an instalment or gross"));
        assertThat(english(invoice().tax(new BigDecimal("1200.00")).build())).isEmpty();
    }

    @Test
    void an_amount_of_a_billion_digits_is_refused_and_never_expanded() {
        BigDecimal huge = new BigDecimal("1e999999999");
        DocumentDraft draft = invoice()
                .gross(huge)
                .tax(huge)
                .dueDate(null)
                .instalments(List.of(
                        new InstalmentDraft(APRIL_1, huge), new InstalmentDraft(MAY_1, new BigDecimal("1e-999999999"))))
                .build();

        assertThat(english(draft).keySet())
                .containsExactlyInAnyOrder("gross", "tax", "instalments[0].amount", "instalments[1].amount");
        assertThatIllegalArgumentException().isThrownBy(draft::toDocument).withMessageContaining("too large");
    }

    @Test
    void zero_with_a_billion_decimals_is_zero() {
        DocumentDraft draft = invoice()
                .dueDate(null)
                .instalments(List.of(
                        new InstalmentDraft(APRIL_1, new BigDecimal("0e-999999999")),
                        new InstalmentDraft(MAY_1, new BigDecimal("1200"))))
                .build();

        assertThat(english(draft)).isEmpty();
        assertThat(draft.toDocument().instalments().get(0).amount()).isEqualTo(eur("0.00"));
    }

    @Test
    void instalments_are_checked_one_by_one() {
        DocumentDraft draft = invoice()
                .dueDate(null)
                .instalments(Arrays.asList(
                        null,
                        new InstalmentDraft(null, null),
                        new InstalmentDraft(LocalDate.of(202, 6, 1), new BigDecimal("-1.00"))))
                .build();

        assertThat(english(draft))
                .containsOnly(
                        entry(
                                "instalments[0].<list element>",
                                "the instalment is missing: give its due date and amount, or leave it out of the list"),
                        entry(
                                "instalments[1].dueDate",
                                "the due date is missing: give the last day on which payment is in time"),
                        entry("instalments[1].amount", "the amount is missing: give it"),
                        entry("instalments[2].dueDate", "the date is outside the years 1900 to 9999: check the year"),
                        entry("instalments[2].amount", "the amount is negative: give zero or more"));
        assertThatNullPointerException()
                .isThrownBy(draft::toDocument)
                .withMessage("instalment is missing: give it, or validate the draft first");
    }

    @Test
    void only_a_credit_note_does_without_a_due_date_and_corrects_a_document() {
        DocumentDraft note = DocumentDraft.creditNote()
                .id("G-1")
                .customerId("ACME")
                .issueDate(MARCH_2)
                .currency("EUR")
                .gross(BigDecimal.TEN)
                .corrects("F-1001")
                .build();
        DocumentDraft debitNote = new DocumentDraft(
                "debit-note",
                "G-1",
                "ACME",
                MARCH_2,
                null,
                null,
                null,
                null,
                "EUR",
                BigDecimal.TEN,
                null,
                null,
                null,
                "F-1001",
                null);

        assertThat(english(note)).isEmpty();
        assertThat(english(debitNote))
                .containsOnly(
                        entry("dueDate", "there is no due date: give one, or instalments"),
                        entry("corrects", "only a credit note corrects a document: leave it out or change the kind"));
        assertThatNullPointerException()
                .isThrownBy(debitNote::toDocument)
                .withMessageStartingWith("dueDate is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().corrects("F-1").build().toDocument())
                .withMessage("corrects \"F-1\" is given for a document that is no credit note: leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().instalments(List.of()).build().toDocument())
                .withMessage("dueDate 2026-04-01 is given with instalments: leave one of them out");
    }

    @Test
    void payment_says_what_is_missing_and_what_is_wrong() {
        assertThat(english(new PaymentDraft(null, null, null, null, null, null, null)))
                .containsOnly(
                        entry("id", "the id is missing: give the one that the source system uses"),
                        entry("customerId", "the customer is missing: give the customer's id"),
                        entry("date", "the date is missing: give the day from which it counts"),
                        entry("currency", "the currency is missing: give its ISO 4217 code such as EUR"),
                        entry("amount", "the amount is missing: give it"));
        PaymentDraft zero = new PaymentDraft("P", "C", MARCH_2, "EUR", new BigDecimal("0.00"), null, null);
        assertThat(english(zero))
                .containsOnly(entry(
                        "amount", "the amount is not above zero: give its size, and undo with a reversal or a refund"));
        assertThat(Validation.messages(zero, Locale.FRENCH))
                .containsOnly(entry(
                        "amount",
                        "le montant n'est pas supérieur à zéro : indiquez sa valeur absolue, et annulez par une"
                                + " annulation ou un remboursement"));
        assertThat(english(new PaymentDraft("P", "C", MARCH_2, "EUR", new BigDecimal("0.001"), null, null)))
                .containsOnlyKeys("amount");
        assertThat(english(new PaymentDraft("P", "C", MARCH_2, "euro", new BigDecimal("0.001"), null, null)))
                .containsOnlyKeys("currency");
    }

    @Test
    void codes_and_numbers_of_the_other_drafts_are_checked() {
        assertThat(english(new AllocationDraft("A", "cash", "P", "F", -1, MARCH_2, "EUR", BigDecimal.TEN, null)))
                .containsOnly(
                        entry("source", "the source is unknown: give payment or credit-note"),
                        entry("instalment", "the number of the instalment is negative: count from 1, or leave it out"));
        assertThat(english(new AllocationDraft(null, null, null, null, null, null, null, null, null)))
                .containsOnlyKeys("id", "source", "sourceId", "documentId", "date", "currency", "amount");
        assertThat(english(new RefundDraft(null, null, null, null, null, null, null)))
                .containsOnlyKeys("id", "source", "sourceId", "date", "currency", "amount");
        assertThat(english(new WriteOffDraft(null, null, null, null, null, null, null, null)))
                .containsOnlyKeys("id", "documentId", "date", "currency", "amount");
        assertThat(english(new ReversalDraft("R", "invoice", "F", MARCH_2, null, null)))
                .containsOnly(entry("target", "the target is unknown: give payment or allocation"));
        assertThat(english(new ReversalDraft(null, null, null, null, null, null)))
                .containsOnlyKeys("id", "target", "targetId", "date");
        assertThat(english(new DisputeResolutionDraft(null, null, null, null, null)))
                .containsOnlyKeys("id", "disputeId", "date");
    }

    @Test
    void dispute_is_over_all_or_over_an_amount_in_a_currency() {
        assertThat(english(new DisputeDraft("D", "F", MARCH_2, null, null, null, null)))
                .isEmpty();
        assertThat(english(new DisputeDraft("D", "F", MARCH_2, "EUR", BigDecimal.ONE, null, null)))
                .isEmpty();
        assertThat(english(new DisputeDraft("D", "F", MARCH_2, null, BigDecimal.ONE, null, null)))
                .containsOnly(entry("currency", "the currency is missing: give its ISO 4217 code such as EUR"));
        assertThat(english(new DisputeDraft("D", "F", MARCH_2, "EUR", null, null, null)))
                .containsOnly(entry("amount", "the amount is missing: give it"));
        assertThat(english(new DisputeDraft(null, null, null, null, BigDecimal.ZERO, null, null)))
                .containsOnlyKeys("id", "documentId", "date", "amount", "currency");
    }

    @Test
    void customer_attributes_are_named_and_filled() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(null, "x");
        attributes.put("segment", " ");
        attributes.put("country", null);
        attributes.put("\t", "y");
        CustomerDraft draft = new CustomerDraft("ACME", null, attributes);

        assertThat(english(draft).values())
                .containsExactlyInAnyOrder(
                        "the attribute has no name: name it or leave it out",
                        "the attribute is blank: give a value or leave it out",
                        "the attribute is blank: give a value or leave it out",
                        "the identifier is blank or has more than 200 characters: give the one that the source system"
                                + " uses");
        assertThat(english(new CustomerDraft(null, null, null))).containsOnlyKeys("id");
        assertThatNullPointerException().isThrownBy(draft::toCustomer).withMessageContaining("is missing");
    }

    // ---- into facts

    @Test
    void complete_invoice_becomes_the_invoice_that_it_says() {
        DocumentDraft draft = invoice()
                .tax(new BigDecimal("200"))
                .postingDate(MARCH_5)
                .deliveryDate(MARCH_2.minusDays(1))
                .reference("PO 7")
                .terms("net 30")
                .recordedOn(APRIL_1)
                .build();

        assertThat(english(draft)).isEmpty();
        assertThat(draft.toDocument())
                .isEqualTo(Invoice.of("F-1001", "ACME", MARCH_2, eur("1200.00"))
                        .dueOn(APRIL_1)
                        .withTax(eur("200.00"))
                        .postedOn(MARCH_5)
                        .deliveredOn(MARCH_2.minusDays(1))
                        .withReference("PO 7")
                        .withTerms("net 30")
                        .recordedOn(APRIL_1));
    }

    @Test
    void short_drafts_become_documents_with_the_usual_values() {
        assertThat(invoice().build().toDocument())
                .isEqualTo(Invoice.of("F-1001", "ACME", MARCH_2, eur("1200.00")).dueOn(APRIL_1));
        assertThat(DocumentDraft.creditNote()
                        .id("G-1")
                        .customerId("ACME")
                        .issueDate(MARCH_2)
                        .currency("EUR")
                        .gross(BigDecimal.TEN)
                        .corrects("F-1001")
                        .build()
                        .toDocument())
                .isEqualTo(CreditNote.of("G-1", "ACME", MARCH_2, eur("10.00")).correcting("F-1001"));
        assertThat(DocumentDraft.debitNote()
                        .id("N-1")
                        .customerId("ACME")
                        .issueDate(MARCH_2)
                        .currency("EUR")
                        .gross(BigDecimal.TEN)
                        .instalments(List.of(
                                new InstalmentDraft(MAY_1, new BigDecimal("4")),
                                new InstalmentDraft(APRIL_1, new BigDecimal("6"))))
                        .build()
                        .toDocument())
                .isEqualTo(DebitNote.of("N-1", "ACME", MARCH_2, eur("10.00"))
                        .payableIn(List.of(Instalment.of(MAY_1, eur("4.00")), Instalment.of(APRIL_1, eur("6.00")))));
    }

    @Test
    void other_drafts_become_the_facts_that_they_say() {
        BigDecimal ten = new BigDecimal("10");
        assertThat(new PaymentDraft("P", "ACME", MARCH_2, "EUR", ten, null, null).toPayment())
                .isEqualTo(Payment.of("P", "ACME", MARCH_2, eur("10")));
        assertThat(new PaymentDraft("P", "ACME", MARCH_2, "EUR", ten, "ref", MARCH_5).toPayment())
                .isEqualTo(Payment.of("P", "ACME", MARCH_2, eur("10"))
                        .withReference("ref")
                        .recordedOn(MARCH_5));
        assertThat(new AllocationDraft("A", "payment", "P", "F", null, MARCH_2, "EUR", ten, null).toAllocation())
                .isEqualTo(Allocation.ofPayment("A", "P", "F", MARCH_2, eur("10")));
        assertThat(new AllocationDraft("A", "credit-note", "G", "F", 2, MARCH_2, "EUR", ten, MARCH_5).toAllocation())
                .isEqualTo(Allocation.ofCreditNote("A", "G", "F", MARCH_2, eur("10"))
                        .toInstalment(2)
                        .recordedOn(MARCH_5));
        assertThat(new RefundDraft("B", "payment", "P", MARCH_2, "EUR", ten, null).toRefund())
                .isEqualTo(Refund.ofPayment("B", "P", MARCH_2, eur("10")));
        assertThat(new RefundDraft("B", "credit-note", "G", MARCH_2, "EUR", ten, MARCH_5).toRefund())
                .isEqualTo(Refund.ofCreditNote("B", "G", MARCH_2, eur("10")).recordedOn(MARCH_5));
        assertThat(new WriteOffDraft("W", "F", null, MARCH_2, "EUR", ten, null, null).toWriteOff())
                .isEqualTo(WriteOff.of("W", "F", MARCH_2, eur("10")));
        assertThat(new WriteOffDraft("W", "F", 2, MARCH_2, "EUR", ten, "insolvent", MARCH_5).toWriteOff())
                .isEqualTo(WriteOff.of("W", "F", MARCH_2, eur("10"))
                        .ofInstalment(2)
                        .because("insolvent")
                        .recordedOn(MARCH_5));
        assertThat(new ReversalDraft("R", "payment", "P", MARCH_2, "bounced", MARCH_5).toReversal())
                .isEqualTo(
                        Reversal.ofPayment("R", "P", MARCH_2).because("bounced").recordedOn(MARCH_5));
        assertThat(new ReversalDraft("R", "allocation", "A", MARCH_2, null, null).toReversal())
                .isEqualTo(Reversal.ofAllocation("R", "A", MARCH_2));
        assertThat(new DisputeDraft("D", "F", MARCH_2, null, null, null, null).toDispute())
                .isEqualTo(Dispute.of("D", "F", MARCH_2));
        assertThat(new DisputeDraft("D", "F", MARCH_2, "EUR", ten, "late", MARCH_5).toDispute())
                .isEqualTo(Dispute.of("D", "F", MARCH_2)
                        .over(eur("10"))
                        .because("late")
                        .recordedOn(MARCH_5));
        assertThat(new DisputeResolutionDraft("E", "D", MARCH_2, null, null).toDisputeResolution())
                .isEqualTo(DisputeResolution.of("E", "D", MARCH_2));
        assertThat(new DisputeResolutionDraft("E", "D", MARCH_2, "credited", MARCH_5).toDisputeResolution())
                .isEqualTo(DisputeResolution.of("E", "D", MARCH_2)
                        .withOutcome("credited")
                        .recordedOn(MARCH_5));
        assertThat(new CustomerDraft("ACME", null, null).toCustomer()).isEqualTo(Customer.of("ACME"));
        assertThat(new CustomerDraft("ACME", "Acme Ltée", Map.of("country", "CA")).toCustomer())
                .isEqualTo(Customer.of("ACME", "Acme Ltée").inCountry("CA"));
    }

    @Test
    void drafts_copy_their_collections() {
        List<InstalmentDraft> instalments = new java.util.ArrayList<>();
        instalments.add(new InstalmentDraft(APRIL_1, BigDecimal.TEN));
        DocumentDraft document = invoice().instalments(instalments).build();
        Map<String, String> attributes = new TreeMap<>(Map.of("country", "CA"));
        CustomerDraft customer = new CustomerDraft("ACME", null, attributes);

        instalments.clear();
        attributes.clear();

        assertThat(document.instalments()).hasSize(1).isUnmodifiable();
        assertThat(customer.attributes()).containsOnly(entry("country", "CA"));
    }

    // ---- messages

    @Test
    void english_and_french_have_the_same_messages_with_the_same_parameters() throws Exception {
        Properties english = properties("ContributorValidationMessages.properties");
        Properties french = properties("ContributorValidationMessages_fr.properties");

        assertThat(french.keySet()).isEqualTo(english.keySet()).isNotEmpty();
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(french.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key));
            assertThat(parameters(french.getProperty(key))).isEqualTo(parameters(english.getProperty(key)));
            assertThat(english.getProperty(key)).as("names the fix").contains(": ");
            assertThat(french.getProperty(key)).as("names the fix").contains(" : ");
        });
    }

    @Test
    void english_is_answered_on_a_machine_that_speaks_french() {
        // without a bundle of its own, English would fall back to the machine's language before the default messages
        assertThat(ResourceBundle.getBundle("ContributorValidationMessages", Locale.ENGLISH)
                        .getLocale())
                .isEqualTo(Locale.ENGLISH);
    }

    private static List<String> parameters(String text) {
        return java.util.regex.Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static Properties properties(String name) throws java.io.IOException {
        Properties properties = new Properties();
        try (var reader = new java.io.InputStreamReader(
                DraftTest.class.getResourceAsStream("/" + name), java.nio.charset.StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> sorted(String... texts) {
        List<String> list = Arrays.asList(texts);
        Collections.sort(list);
        return list;
    }
}
