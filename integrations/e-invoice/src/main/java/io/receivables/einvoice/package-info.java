/**
 * E-invoices of EN 16931, in UBL 2.1 ({@code Invoice}, {@code CreditNote}) and CII D16B and D22B ({@code
 * CrossIndustryInvoice}), read by {@link io.receivables.einvoice.EInvoiceReader} into {@link
 * io.receivables.einvoice.EInvoice} and from there into drafts:
 *
 * <pre>{@code
 * Loaded<List<EInvoice>> loaded = EInvoiceReader.standard().folder(Path.of("inbox")).load();
 * for (EInvoice invoice : loaded.value()) {
 *     DocumentDraft draft = invoice.documentDraft();         // for a validator, then draft.toDocument()
 *     invoice.suggestions().forEach(System.out::println);    // what its free text seems to say: ask somebody
 * }
 * loaded.problems().forEach(System.out::println);            // file, line, business term, code
 * }</pre>
 *
 * <h2>What is read</h2>
 *
 * <table>
 * <caption>Business terms and where they go</caption>
 * <tr><th>term</th><th>{@code EInvoice}</th><th>draft</th></tr>
 * <tr><td>BT-1 number, BT-2 date, BT-72 delivery</td><td>{@code number}, {@code issueDate}, {@code deliveryDate}</td>
 *     <td>{@code id}, {@code issueDate}, {@code deliveryDate}</td></tr>
 * <tr><td>BT-3 type, with the sign of BT-112</td><td>{@code typeCode}, {@code kind}</td><td>{@code kind}</td></tr>
 * <tr><td>BT-9 due date; several with amounts (UBL, CII EXTENDED)</td><td>{@code terms}</td>
 *     <td>{@code dueDate}, {@code instalments}</td></tr>
 * <tr><td>BT-20 terms as text</td><td>{@code terms}</td><td>{@code terms}, as written</td></tr>
 * <tr><td>discount terms of CII EXTENDED</td><td>{@code terms}</td><td></td></tr>
 * <tr><td>BG-4 seller, BG-7 buyer, BG-10 payee</td><td>{@code seller}, {@code buyer}, {@code payee}</td>
 *     <td>{@code customerId}: the buyer's key</td></tr>
 * <tr><td>BT-10, BT-13, BT-25 references</td><td>{@code references}</td><td>{@code corrects}, of a credit note</td></tr>
 * <tr><td>BT-81, BT-84 to BT-86 means of payment; BT-89 to BT-91 direct debit</td><td>{@code payment}</td><td></td></tr>
 * <tr><td>BT-83 remittance reference</td><td>{@code payment}</td><td>{@code reference}</td></tr>
 * <tr><td>BT-109, BT-110, BT-112 to BT-115 totals</td><td>{@code totals}</td>
 *     <td>{@code gross} (BT-112 and BT-114), {@code tax}, {@code currency} (BT-5)</td></tr>
 * </table>
 *
 * <p>An invoice without number, date, type, currency, buyer, BT-109, BT-112 or BT-115 is refused; a UBL document without a
 * type is what its root element says, with a warning. What an invoice has once and this one several times, differently, is
 * refused where the list above needs it, and otherwise left out with a warning.
 *
 * <h2>Types and signs</h2>
 *
 * <table>
 * <caption>What a positive total is</caption>
 * <tr><th>kind</th><th>types (BT-3)</th></tr>
 * <tr><td>invoice</td><td>71, 82, 202–204, 211, 218, 219, 295, 326, 331, 380, 382, 384–390, 393–395, 471–473, 500, 501, 575, 623,
 *     633, 751, 780, 875–877</td></tr>
 * <tr><td>debit note</td><td>80, 84, 383, 527</td></tr>
 * <tr><td>credit note</td><td>81, 83, 261, 262, 296, 308, 381, 396, 420, 502, 503, 532</td></tr>
 * </table>
 *
 * <p>Any other type is refused: it asks for no payment (325 pro forma invoice), or leaves open who owes whom. With a total
 * below zero an invoice or debit note is a credit note of that size, and a credit note a debit note; there is a warning. A
 * corrected invoice (384, 471 to 473) is an invoice, with a warning that names the earlier one: the standard does not say
 * whether it replaces it.
 *
 * <p>What was prepaid (BT-113) is not taken off: it is a payment, which the ledger may well have. {@link
 * io.receivables.einvoice.EInvoice#prepayment} drafts it for those who know that it has not. So what is due (BT-115) may be
 * below zero, and the document is not.
 */
@NullMarked
package io.receivables.einvoice;

import org.jspecify.annotations.NullMarked;
