/**
 * JSON of the domain model: its format, and the choices it leaves ({@link io.receivables.jackson.JsonOptions}). The two
 * lines of Jackson give the same JSON and read it alike (as bytes, Jackson 2 escapes characters beyond the basic plane
 * unless {@code COMBINE_UNICODE_SURROGATES_IN_UTF8} is on; the text is the same):
 *
 * <ul>
 *   <li>{@link io.receivables.jackson.jackson2.ReceivablesModule} for Jackson 2 ({@code com.fasterxml.jackson})
 *   <li>{@link io.receivables.jackson.jackson3.ReceivablesModule} for Jackson 3 ({@code tools.jackson})
 * </ul>
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
 *
 * Ledger ledger = Ledger.builder()
 *         .customer(Customer.of("ACME", "Acme Ltée").inCountry("CA"))
 *         .invoice(Invoice.of("F-1001", "ACME", LocalDate.parse("2026-03-02"), Money.of("1200.00", "CAD"))
 *                 .dueOn(LocalDate.parse("2026-04-01")))
 *         .payment(Payment.of("P-77", "ACME", LocalDate.parse("2026-04-20"), Money.of("400.00", "CAD")), "F-1001")
 *         .build();
 * String json = mapper.writeValueAsString(ledger);
 *
 * Ledger same = mapper.readValue(json, Ledger.class);
 * same.balance(LocalDate.parse("2026-05-31")); // {CAD=CAD 800.00}
 * List<Fact> facts = mapper.readerForListOf(Fact.class).readValue(mapper.writeValueAsString(ledger.facts()));
 * }</pre>
 *
 * <h2>Values</h2>
 *
 * <ul>
 *   <li>An <b>amount</b> is a decimal string with the currency's decimals, {@code "12.30"}, or by choice the same digits
 *       as a JSON number. Both are read, also {@code 12.3} and {@code 1.23e1}; what the currency cannot hold exactly is
 *       refused, never rounded.
 *   <li>A <b>date</b> is {@code "2026-12-31"}.
 *   <li>{@link io.receivables.core.Money} is {@code {"amount":"12.30","currency":"EUR"}}.
 *   <li>{@link io.receivables.core.Customer} is {@code {"id","name","attributes":{…}}}; without a name the id is the name.
 *   <li>{@link io.receivables.core.Instalment} is {@code {"dueDate","amount","currency"}}; inside a document it has no
 *       currency of its own.
 *   <li>{@link io.receivables.core.terms.PaymentTerms} are their English text, {@code "2/10 net 30"}. Any text that means
 *       one thing is read, in English or French; {@code "30 jours fin de mois"}, of which usage knows two readings, is
 *       refused with both.
 *   <li>{@link io.receivables.core.ledger.Ledger} is {@code {"customers":[…],"facts":[…]}}; {@code customers} may be absent.
 *       Facts that do not fit together are an error that names them. To keep the others, read a list of facts and give it
 *       to {@link io.receivables.core.ledger.LedgerBuilder#load()}.
 *   <li>{@link io.receivables.core.Problem} is {@code {"code","severity","message","attributes":{…}}} and {@link
 *       io.receivables.core.Loaded} {@code {"value","problems":[…]}}; both are written only.
 * </ul>
 *
 * <h2>Facts</h2>
 *
 * A fact is one object, told by its {@code kind} ({@link io.receivables.core.FactKind#code()}). Where the Java type asked
 * for is that of one kind, such as {@link io.receivables.core.Payment}, {@code kind} may be absent. Fields in brackets are
 * left out when they say nothing: {@code postingDate} and {@code recordedOn} when they equal the fact's date, {@code tax}
 * when it is zero, {@code instalment} when it is the earliest due first, texts when there are none, amount and currency of
 * a dispute when it is about the whole document.
 *
 * <table class="striped">
 *   <caption>Fields by kind, beside kind, id and [recordedOn]</caption>
 *   <tr><th scope="col">kind</th><th scope="col">fields</th></tr>
 *   <tr><td>invoice, debit-note</td><td>customerId, issueDate, [postingDate], [deliveryDate], currency, gross, [tax],
 *       instalments: [{dueDate, amount}…], [reference], [terms]</td></tr>
 *   <tr><td>credit-note</td><td>the same and [corrects]</td></tr>
 *   <tr><td>payment</td><td>customerId, date, amount, currency, [reference]</td></tr>
 *   <tr><td>allocation</td><td>date, source (payment, credit-note), sourceId, documentId, [instalment], amount,
 *       currency</td></tr>
 *   <tr><td>refund</td><td>date, source (payment, credit-note), sourceId, amount, currency</td></tr>
 *   <tr><td>write-off</td><td>date, documentId, [instalment], amount, currency, [reason]</td></tr>
 *   <tr><td>reversal</td><td>date, target (payment, allocation), targetId, [reason]</td></tr>
 *   <tr><td>dispute</td><td>date, documentId, [amount, currency], [reason]</td></tr>
 *   <tr><td>dispute-resolution</td><td>date, disputeId, [finding (for-seller, for-customer, split, withdrawn)], [amount,
 *       currency: what a split concedes], [outcome]</td></tr>
 * </table>
 *
 * <h2>Facts of a collection</h2>
 *
 * A {@link io.receivables.core.collection.CollectionFact} is one object, told by its {@code kind} ({@link
 * io.receivables.core.collection.CollectionFactKind#code()}) as facts are. {@code items} are {@code {"documentId",
 * ["instalment"]}}; without an instalment the whole document is meant. A {@link
 * io.receivables.core.collection.CollectionLog} is made of a list of them and a ledger.
 *
 * <table class="striped">
 *   <caption>Fields by kind, beside kind, id, date and [recordedOn]</caption>
 *   <tr><th scope="col">kind</th><th scope="col">fields</th></tr>
 *   <tr><td>promise-to-pay</td><td>customerId, amount, currency, payBy, [items]</td></tr>
 *   <tr><td>payment-plan</td><td>customerId, items, currency, instalments: [{dueDate, amount}…]</td></tr>
 *   <tr><td>credit-limit</td><td>customerId, amount, currency</td></tr>
 *   <tr><td>credit-hold</td><td>customerId, [reason]</td></tr>
 *   <tr><td>reminder-sent</td><td>customerId, level, channel (email, letter, registered-letter, phone, text-message,
 *       portal, visit, other), items</td></tr>
 *   <tr><td>cancellation</td><td>target (promise-to-pay, payment-plan, credit-hold), targetId, [reason]</td></tr>
 * </table>
 *
 * <h2>Dunning</h2>
 *
 * Where the module of dunning is at hand, its policies and events are read and written as well.
 *
 * <p>A {@link io.receivables.dunning.policy.DunningPolicy} is {@code {"id","steps":[…]}} and what is not as usual: [graceDays],
 * [grouping], [mixesLevels], [catchUp], [partPayment], [minimumInterval], [promiseGraceDays], [planToleranceDays],
 * [creditCovers], [calendar], [language], [country], [interestRegime], [attempts], [returnContact] (a channel, or {@code
 * "none"}), [alerts] ({@code {"worsening-payer":"courtesy"}}), [alertHoldDays]. What is usual is said by {@link
 * io.receivables.dunning.policy.DunningPolicy#of(String, java.util.List)}.
 *
 * <p>A {@link io.receivables.dunning.policy.DunningStep} is {@code {"kind"}} and [level] (0 where absent), [daysPastDue],
 * [daysAfterPrevious], and what is not usual for its kind: [channel], [tone], [template], [fees] (a list of money) or
 * [feePercent] ({@code "2.5"}), [minimums] (a list of money), [sales], [paymentLink], [interest], [successor].
 *
 * <p>A policy with mistakes is read as it is, so that {@link io.receivables.dunning.policy.DunningPolicy#problems()} tells
 * them all, by the same paths ({@code steps[2].daysPastDue}); only what no policy can hold is an error of reading.
 *
 * <p>A {@link io.receivables.dunning.cases.DunningEvent} is one object, told by its {@code kind} ({@link
 * io.receivables.dunning.cases.DunningEventKind#code()}) as facts are. A {@code key} is the text of an {@link
 * io.receivables.dunning.cases.ActionKey}, {@code "F-1001/1:level-2:0"}; {@code item} and {@code items} are as in facts of a
 * collection, and no items mean all of the customer. An {@code occurrence} that is absent is the first.
 *
 * <table class="striped">
 *   <caption>Fields by kind, beside kind, customerId and date</caption>
 *   <tr><th scope="col">kind</th><th scope="col">fields</th></tr>
 *   <tr><td>action-accepted</td><td>key, letterId, policyId, step, level, channel, template, claimed: {amount, currency},
 *       [fee: {amount, currency}], [note]</td></tr>
 *   <tr><td>action-skipped</td><td>key, step, level, [reason]</td></tr>
 *   <tr><td>action-postponed</td><td>key, until, [reason], [occurrence]</td></tr>
 *   <tr><td>letter-sending</td><td>letterId, attempt</td></tr>
 *   <tr><td>letter-sent</td><td>letterId, attempt, [receipt]</td></tr>
 *   <tr><td>letter-failed</td><td>letterId, attempt, [reason], [last]</td></tr>
 *   <tr><td>letter-withdrawn</td><td>letterId, [reason]</td></tr>
 *   <tr><td>letter-acknowledged</td><td>letterId, how</td></tr>
 *   <tr><td>sales-asked</td><td>key, [whom]</td></tr>
 *   <tr><td>sales-answered</td><td>key, agreed, [note], [occurrence]</td></tr>
 *   <tr><td>call-made</td><td>callId, [items], outcome, [note]</td></tr>
 *   <tr><td>contact-corrected</td><td>[occurrence]</td></tr>
 *   <tr><td>hold-set</td><td>holdId, [items], until, reason, [note]</td></tr>
 *   <tr><td>hold-released</td><td>holdId</td></tr>
 *   <tr><td>insolvency-opened, insolvency-closed</td><td>[note], [occurrence]</td></tr>
 *   <tr><td>debit-rejected</td><td>debitId, item, [reason]</td></tr>
 *   <tr><td>recovered</td><td>recoveryId, item, amount, currency</td></tr>
 *   <tr><td>ladder-restarted</td><td>item, cycle</td></tr>
 *   <tr><td>file-recalled</td><td>item, [reason], [occurrence]</td></tr>
 *   <tr><td>plan-offered</td><td>offerId, items, instalments: [{dueDate, amount, currency}…], validUntil</td></tr>
 *   <tr><td>plan-declined, plan-agreed</td><td>offerId</td></tr>
 * </table>
 *
 * <h2>Errors</h2>
 *
 * <p>A field given twice, a missing field, a wrong type, an unknown kind or an invalid value is Jackson's {@code
 * MismatchedInputException}. Its message names the field's path, the value and the fix, {@code facts[3].gross: amount
 * 12.345 has more than 2 decimals for CAD: round it first}; the path is also Jackson's own ({@code getPath()}). {@code
 * null} means the same as an absent field. Unknown fields are tolerated unless {@link
 * io.receivables.jackson.JsonOptions#refusingUnknownFields()}.
 *
 * <p>Only a mapper that first makes a tree of nodes can have lost digits before this library sees a number: an amount of
 * more than 15 digits that a tree held as a {@code double} is refused. Strings, and trees read with {@code
 * USE_BIG_DECIMAL_FOR_FLOATS}, have no such limit.
 */
@NullMarked
package io.receivables.jackson;

import org.jspecify.annotations.NullMarked;
