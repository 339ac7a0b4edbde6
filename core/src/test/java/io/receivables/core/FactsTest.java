package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payments, allocations, refunds, write-offs, reversals, disputes and customers. */
class FactsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final LocalDate LATER = LocalDate.parse("2026-03-09");
    private static final LocalDate TYPO = LocalDate.of(202, 6, 1);
    private static final Money TEN = Money.of("10.00", "EUR");
    private static final Money ZERO = Money.of("0.00", "EUR");
    private static final Allocation.Source PAYMENT = Allocation.Source.PAYMENT;
    private static final Reversal.Target TARGET = Reversal.Target.PAYMENT;

    private static final Payment PAID = Payment.of("P", "C", DAY, TEN);
    private static final Allocation ALLOCATED = Allocation.ofPayment("A", "P", "F", DAY, TEN);
    private static final Refund REFUNDED = Refund.ofPayment("B", "P", DAY, TEN);
    private static final WriteOff WRITTEN_OFF = WriteOff.of("W", "F", DAY, TEN);
    private static final Reversal REVERSED = Reversal.ofPayment("R", "P", DAY);
    private static final Dispute DISPUTED = Dispute.of("D", "F", DAY);
    private static final DisputeResolution RESOLVED = DisputeResolution.of("E", "D", DAY);

    @Test
    void facts_tell_their_kind_id_and_dates() {
        List<Fact> facts = List.of(PAID, ALLOCATED, REFUNDED, WRITTEN_OFF, REVERSED, DISPUTED, RESOLVED);
        assertThat(facts)
                .extracting(Fact::kind)
                .containsExactly(
                        FactKind.PAYMENT,
                        FactKind.ALLOCATION,
                        FactKind.REFUND,
                        FactKind.WRITE_OFF,
                        FactKind.REVERSAL,
                        FactKind.DISPUTE,
                        FactKind.DISPUTE_RESOLUTION);
        assertThat(facts).extracting(Fact::id).containsExactly("P", "A", "B", "W", "R", "D", "E");
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.date()).isEqualTo(DAY);
            assertThat(fact.recordedOn())
                    .as("known when it takes effect, unless stated")
                    .isEqualTo(DAY);
        });
    }

    @Test
    void each_change_makes_a_fact_that_differs_in_that_only() {
        assertThat(PAID.withReference("ref").recordedOn(LATER))
                .isEqualTo(new Payment("P", "C", DAY, TEN, "ref", LATER));
        assertThat(ALLOCATED.toInstalment(2).recordedOn(LATER))
                .isEqualTo(new Allocation("A", PAYMENT, "P", "F", 2, DAY, TEN, LATER));
        assertThat(Allocation.ofCreditNote("A", "G", "F", DAY, TEN))
                .isEqualTo(new Allocation("A", Allocation.Source.CREDIT_NOTE, "G", "F", 0, DAY, TEN, DAY));
        assertThat(REFUNDED.recordedOn(LATER)).isEqualTo(new Refund("B", PAYMENT, "P", DAY, TEN, LATER));
        assertThat(Refund.ofCreditNote("B", "G", DAY, TEN))
                .isEqualTo(new Refund("B", Allocation.Source.CREDIT_NOTE, "G", DAY, TEN, DAY));
        assertThat(WRITTEN_OFF.ofInstalment(3).because("insolvent").recordedOn(LATER))
                .isEqualTo(new WriteOff("W", "F", 3, DAY, TEN, "insolvent", LATER));
        assertThat(REVERSED.because("bounced").recordedOn(LATER))
                .isEqualTo(new Reversal("R", TARGET, "P", DAY, "bounced", LATER));
        assertThat(Reversal.ofAllocation("R", "A", DAY))
                .isEqualTo(new Reversal("R", Reversal.Target.ALLOCATION, "A", DAY, "", DAY));
        assertThat(RESOLVED.withOutcome("credited").recordedOn(LATER))
                .isEqualTo(new DisputeResolution("E", "D", DAY, "credited", LATER));
    }

    @Test
    void dispute_resolution_says_in_whose_favour_only_if_told() {
        assertThat(RESOLVED.finding()).isEmpty();
        assertThat(RESOLVED.conceded()).isEmpty();
        assertThat(RESOLVED)
                .hasToString("DisputeResolution[id=E, disputeId=D, date=2026-03-02, finding=not stated,"
                        + " outcome=, recordedOn=2026-03-02]");

        DisputeResolution split = RESOLVED.split(TEN).withOutcome("half each").recordedOn(LATER);
        assertThat(split)
                .returns(Optional.of(DisputeResolution.Finding.SPLIT), DisputeResolution::finding)
                .returns(Optional.of(TEN), DisputeResolution::conceded)
                .returns("half each", DisputeResolution::outcome)
                .returns(LATER, DisputeResolution::recordedOn)
                .isNotEqualTo(RESOLVED.withOutcome("half each").recordedOn(LATER));
        assertThat(split.found(DisputeResolution.Finding.WITHDRAWN).conceded()).isEmpty();
        assertThat(RESOLVED.split(TEN)).isEqualTo(RESOLVED.split(TEN)).hasSameHashCodeAs(RESOLVED.split(TEN));
        for (DisputeResolution.Finding finding : DisputeResolution.Finding.values()) {
            assertThat(DisputeResolution.Finding.ofCode(finding.code())).isEqualTo(finding);
        }
    }

    @Test
    void split_of_a_dispute_needs_an_amount_above_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESOLVED.found(DisputeResolution.Finding.SPLIT))
                .withMessageContaining("use split(conceded)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RESOLVED.split(Money.zero(TEN.currency())))
                .withMessageContaining("found for the seller");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisputeResolution.Finding.ofCode("lost"))
                .withMessageContaining("finding \"lost\" is unknown");
    }

    @Test
    void dispute_is_over_all_or_over_a_part() {
        assertThat(DISPUTED)
                .returns("F", Dispute::documentId)
                .returns(Optional.empty(), Dispute::amount)
                .returns("", Dispute::reason)
                .hasToString("Dispute[id=D, documentId=F, amount=all, date=2026-03-02, reason=,"
                        + " recordedOn=2026-03-02]");
        assertThat(DISPUTED.over(TEN).because("late").recordedOn(LATER))
                .returns("D", Dispute::id)
                .returns(Optional.of(TEN), Dispute::amount)
                .returns("late", Dispute::reason)
                .returns(DAY, Dispute::date)
                .returns(LATER, Dispute::recordedOn)
                .hasToString("Dispute[id=D, documentId=F, amount=EUR 10.00, date=2026-03-02, reason=late,"
                        + " recordedOn=2026-03-09]");
        assertThatNullPointerException().isThrownBy(() -> DISPUTED.over(null));
        EqualsVerifier.forClass(Dispute.class).suppress(Warning.NULL_FIELDS).verify();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("payment id is blank", () -> Payment.of("", "C", DAY, TEN)),
                refusal("customer id of payment P is blank", () -> Payment.of("P", "\t", DAY, TEN)),
                refusal("date of payment P 0202-06-01 is outside", () -> Payment.of("P", "C", TYPO, TEN)),
                refusal("recordedOn of payment P 0202-06-01 is outside", () -> PAID.recordedOn(TYPO)),
                refusal(
                        "amount EUR 0.00 of payment P is not above zero: returned money is a reversal,"
                                + " money paid back a refund",
                        () -> Payment.of("P", "C", DAY, ZERO)),
                refusal("allocation id is blank", () -> Allocation.ofPayment("", "P", "F", DAY, TEN)),
                refusal("source id of allocation A is blank", () -> Allocation.ofPayment("A", "", "F", DAY, TEN)),
                refusal("document id of allocation A is blank", () -> Allocation.ofPayment("A", "P", "", DAY, TEN)),
                refusal("instalment -1 of allocation A is negative", () -> ALLOCATED.toInstalment(-1)),
                refusal("date of allocation A", () -> Allocation.ofPayment("A", "P", "F", TYPO, TEN)),
                refusal(
                        "amount EUR 0.00 of allocation A is not above zero: to undo an allocation use a reversal",
                        () -> Allocation.ofPayment("A", "P", "F", DAY, ZERO)),
                refusal("recordedOn of allocation A", () -> ALLOCATED.recordedOn(TYPO)),
                refusal("refund id is blank", () -> Refund.ofPayment("", "P", DAY, TEN)),
                refusal("source id of refund B is blank", () -> Refund.ofPayment("B", "", DAY, TEN)),
                refusal("date of refund B", () -> Refund.ofPayment("B", "P", TYPO, TEN)),
                refusal(
                        "amount EUR -10.00 of refund B is not above zero",
                        () -> Refund.ofPayment("B", "P", DAY, TEN.negated())),
                refusal("recordedOn of refund B", () -> REFUNDED.recordedOn(TYPO)),
                refusal("write-off id is blank", () -> WriteOff.of("", "F", DAY, TEN)),
                refusal("document id of write-off W is blank", () -> WriteOff.of("W", "", DAY, TEN)),
                refusal("instalment -2 of write-off W is negative", () -> WRITTEN_OFF.ofInstalment(-2)),
                refusal("date of write-off W", () -> WriteOff.of("W", "F", TYPO, TEN)),
                refusal("amount EUR 0.00 of write-off W is not above zero", () -> WriteOff.of("W", "F", DAY, ZERO)),
                refusal("recordedOn of write-off W", () -> WRITTEN_OFF.recordedOn(TYPO)),
                refusal("reversal id is blank", () -> Reversal.ofPayment("", "P", DAY)),
                refusal("target id of reversal R is blank", () -> Reversal.ofPayment("R", "", DAY)),
                refusal("date of reversal R", () -> Reversal.ofPayment("R", "P", TYPO)),
                refusal("recordedOn of reversal R", () -> REVERSED.recordedOn(TYPO)),
                refusal("dispute id is blank", () -> Dispute.of("", "F", DAY)),
                refusal("document id of dispute D is blank", () -> Dispute.of("D", "", DAY)),
                refusal("date of dispute D", () -> Dispute.of("D", "F", TYPO)),
                refusal("amount EUR 0.00 of dispute D is not above zero", () -> DISPUTED.over(ZERO)),
                refusal("recordedOn of dispute D", () -> DISPUTED.recordedOn(TYPO)),
                refusal("dispute resolution id is blank", () -> DisputeResolution.of("", "D", DAY)),
                refusal("dispute id of resolution E is blank", () -> DisputeResolution.of("E", "", DAY)),
                refusal("date of dispute resolution E", () -> DisputeResolution.of("E", "D", TYPO)),
                refusal("recordedOn of dispute resolution E", () -> RESOLVED.recordedOn(TYPO)),
                refusal("due date 0202-06-01 is outside", () -> Instalment.of(TYPO, TEN)),
                refusal("customer id is blank", () -> Customer.of(" ")),
                refusal(
                        "attribute key of customer C is blank",
                        () -> Customer.of("C").with("", "x")),
                refusal(
                        "attribute segment of customer C is blank: leave it out",
                        () -> Customer.of("C").inSegment(" ")));
    }

    private static Arguments refusal(String message, ThrowingCallable making) {
        return Arguments.of(message, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_does_not_make_sense_is_refused(String message, ThrowingCallable making) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessageStartingWith(message);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                refusal("payment id", () -> Payment.of(null, "C", DAY, TEN)),
                refusal("date of payment", () -> Payment.of("P", "C", null, TEN)),
                refusal("reference", () -> PAID.withReference(null)),
                refusal("source", () -> new Allocation("A", null, "P", "F", 0, DAY, TEN, DAY)),
                refusal("source", () -> new Refund("B", null, "P", DAY, TEN, DAY)),
                refusal("reason", () -> WRITTEN_OFF.because(null)),
                refusal("target", () -> new Reversal("R", null, "P", DAY, "", DAY)),
                refusal("reason", () -> REVERSED.because(null)),
                refusal("reason", () -> DISPUTED.because(null)),
                refusal("outcome", () -> RESOLVED.withOutcome(null)),
                refusal("amount", () -> Instalment.of(DAY, null)),
                refusal("customer name", () -> Customer.of("C", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("missing")
    void what_is_missing_is_named(String name, ThrowingCallable making) {
        assertThatNullPointerException().isThrownBy(making).withMessage(name);
    }

    @Test
    void stored_codes_are_pinned_and_read_back() {
        assertThat(FactKind.values())
                .extracting(FactKind::code)
                .containsExactly(
                        "invoice",
                        "debit-note",
                        "credit-note",
                        "payment",
                        "allocation",
                        "refund",
                        "write-off",
                        "reversal",
                        "dispute",
                        "dispute-resolution");
        assertThat(FactKind.values())
                .allSatisfy(kind -> assertThat(FactKind.ofCode(kind.code())).isEqualTo(kind));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactKind.ofCode("INVOICE"))
                .withMessage("fact kind \"INVOICE\" is unknown");
        assertThat(Allocation.Source.ofCode("payment")).isEqualTo(Allocation.Source.PAYMENT);
        assertThat(Allocation.Source.ofCode("credit-note")).isEqualTo(Allocation.Source.CREDIT_NOTE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.Source.ofCode("cash"))
                .withMessage("source \"cash\" is unknown: use payment or credit-note");
        assertThat(Reversal.Target.ofCode("payment")).isEqualTo(Reversal.Target.PAYMENT);
        assertThat(Reversal.Target.ofCode("allocation")).isEqualTo(Reversal.Target.ALLOCATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reversal.Target.ofCode("invoice"))
                .withMessage("target \"invoice\" is unknown: use payment or allocation");
        assertThat(Severity.values()).extracting(Severity::code).containsExactly("error", "warning");
    }

    @Test
    void customer_has_attributes_to_group_by() {
        Map<String, String> attributes = new HashMap<>(Map.of("zone", "west", "country", "CA"));
        Customer customer = new Customer("C", "Acme Ltée", attributes);
        attributes.clear();

        assertThat(customer.attributes()).containsExactly(Map.entry("country", "CA"), Map.entry("zone", "west"));
        assertThat(customer.attribute(Customer.COUNTRY)).contains("CA");
        assertThat(customer.attribute("colour")).isEmpty();
        assertThat(Customer.of("C", "Acme")
                        .inCountry("FR")
                        .inSegment("retail")
                        .inGroup("G")
                        .with(Customer.COLLECTOR, "Eve")
                        .with(Customer.SALES_REPRESENTATIVE, "Sam")
                        .inCountry("CA"))
                .isEqualTo(new Customer(
                        "C",
                        "Acme",
                        Map.of(
                                "country", "CA",
                                "segment", "retail",
                                "group", "G",
                                "collector", "Eve",
                                "salesRepresentative", "Sam")));
        assertThat(Customer.of("C")).isEqualTo(Customer.of("C", "C"));
    }
}
