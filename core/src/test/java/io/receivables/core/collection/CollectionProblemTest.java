package io.receivables.core.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.CreditNote;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not fit, and that the message names it. */
class CollectionProblemTest {
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate MARCH_9 = LocalDate.of(2026, 3, 9);
    private static final LocalDate MARCH_16 = LocalDate.of(2026, 3, 16);
    private static final Money TEN = Money.of("10.00", "EUR");

    private static final Ledger LEDGER = Ledger.builder()
            .invoice(Invoice.of("F-1", "ACME", MARCH_2, Money.of("100.00", "EUR")))
            .invoice(Invoice.of("F-2", "BOLT", MARCH_9, Money.of("50.00", "EUR")))
            .creditNote(CreditNote.of("G-1", "ACME", MARCH_2, TEN))
            .payment(Payment.of("P-1", "ACME", MARCH_2, TEN), "F-1")
            .build();

    private static final PromiseToPay PROMISE =
            PromiseToPay.of("PR-1", "ACME", MARCH_9, TEN, MARCH_16).on("F-1");
    private static final PaymentPlan PLAN =
            PaymentPlan.of("PL-1", "ACME", MARCH_9, List.of(Instalment.of(MARCH_16, TEN)), "F-1");

    private static Arguments of(CollectionProblem code, String english, String french, CollectionFact... facts) {
        return arguments(code, english, french, List.of(facts));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                of(
                        CollectionProblem.DUPLICATE,
                        "promise PR-1 is given twice with the same content; it counts once",
                        "promesse de paiement PR-1 figure deux fois avec le même contenu ; compte une seule fois",
                        PROMISE,
                        PROMISE),
                of(
                        CollectionProblem.CONFLICTING_ID,
                        "promise PR-1 is given again with other content; the first one is kept",
                        "promesse de paiement PR-1 figure une nouvelle fois avec un autre contenu ; le premier est"
                                + " conservé",
                        PROMISE,
                        PROMISE.recordedOn(MARCH_16)),
                of(
                        CollectionProblem.UNKNOWN_CUSTOMER,
                        "credit hold H-1 names customer NOBODY, whom the ledger does not know; give the customer to the"
                                + " ledger",
                        "blocage de crédit H-1 désigne le client NOBODY, inconnu des comptes ; ajoutez ce client aux"
                                + " comptes",
                        CreditHold.of("H-1", "NOBODY", MARCH_9)),
                of(
                        CollectionProblem.UNKNOWN_DOCUMENT,
                        "promise PR-1 names document F-9, which does not exist",
                        "promesse de paiement PR-1 désigne le document F-9, qui n'existe pas",
                        PROMISE.on("F-9")),
                of(
                        CollectionProblem.UNKNOWN_DOCUMENT,
                        "reminder RM-1 names document P-1, which does not exist",
                        "rappel RM-1 désigne le document P-1, qui n'existe pas",
                        ReminderSent.of("RM-1", "ACME", MARCH_9, 1, ReminderSent.Channel.EMAIL, "P-1")),
                of(
                        CollectionProblem.NOT_A_DEBIT,
                        "reminder RM-1 names G-1, which is a credit note; only invoices and debit notes are collected",
                        "rappel RM-1 désigne G-1, qui est un avoir ; seules les factures et notes de débit se"
                                + " recouvrent",
                        ReminderSent.of("RM-1", "ACME", MARCH_9, 1, ReminderSent.Channel.EMAIL, "G-1")),
                of(
                        CollectionProblem.UNKNOWN_INSTALMENT,
                        "payment plan PL-1 names instalment 2 of F-1, which has 1",
                        "échéancier PL-1 désigne l'échéance 2 de F-1, qui en a 1",
                        PLAN.over(List.of(ItemReference.of("F-1", 2)))),
                of(
                        CollectionProblem.CURRENCY_MISMATCH,
                        "promise PR-1 is in CAD, but F-1 is in EUR; amounts of different currencies are never mixed",
                        "promesse de paiement PR-1 est en CAD, mais F-1 est en EUR ; des montants de devises"
                                + " différentes ne se mélangent jamais",
                        PromiseToPay.of("PR-1", "ACME", MARCH_9, Money.of("1", "CAD"), MARCH_16)
                                .on("F-1")),
                of(
                        CollectionProblem.UNKNOWN_TARGET,
                        "cancellation K-1 ends payment plan PL-1, which does not exist or was left out",
                        "fin K-1 met fin à l'échéancier PL-1, introuvable parmi les faits retenus",
                        PROMISE,
                        Cancellation.ofPlan("K-1", "PL-1", MARCH_16)),
                of(
                        CollectionProblem.ALREADY_CANCELLED,
                        "cancellation K-0 ends promise PR-1, which K-1 has ended already",
                        "fin K-0 met fin à la promesse de paiement PR-1, ce que K-1 a déjà fait",
                        PROMISE,
                        Cancellation.ofPromise("K-0", "PR-1", MARCH_16),
                        Cancellation.ofPromise("K-1", "PR-1", MARCH_9)),
                of(
                        CollectionProblem.OTHER_CUSTOMER,
                        "promise PR-1 of customer ACME is about F-2 of customer BOLT",
                        "promesse de paiement PR-1 du client ACME porte sur F-2 du client BOLT",
                        PROMISE.on("F-2")),
                of(
                        CollectionProblem.BEFORE_DOCUMENT,
                        "reminder RM-1 is dated 2026-03-02, before F-2 was issued on 2026-03-09",
                        "rappel RM-1 porte la date du 2026-03-02, avant l'émission de F-2 le 2026-03-09",
                        ReminderSent.of("RM-1", "BOLT", MARCH_2, 0, ReminderSent.Channel.EMAIL, "F-2")),
                of(
                        CollectionProblem.ABOVE_OPEN_AMOUNT,
                        "promise PR-1 over EUR 90.01 is above the EUR 90.00 that were open on its items; it cannot be"
                                + " kept by paying them",
                        "promesse de paiement PR-1 de EUR 90.01 dépasse le montant de EUR 90.00 ouvert sur ses postes ;"
                                + " leur paiement ne peut y suffire",
                        PromiseToPay.of("PR-1", "ACME", MARCH_9, Money.of("90.01", "EUR"), MARCH_16)
                                .on("F-1")),
                of(
                        CollectionProblem.OVERLAPPING_PLAN,
                        "payment plan PL-2 is about F-1, which PL-1 is about as well; money for it counts for both",
                        "échéancier PL-2 porte sur F-1, tout comme PL-1 ; l'argent reçu compte pour les deux",
                        new PaymentPlan("PL-2", "ACME", MARCH_9, PLAN.items(), PLAN.instalments(), MARCH_9),
                        PLAN),
                of(
                        CollectionProblem.BEFORE_ITS_TARGET,
                        "cancellation K-1 is dated 2026-03-02, before what it ends; it counts from 2026-03-09",
                        "fin K-1 porte la date du 2026-03-02, avant ce qui y prend fin ; compte à partir du 2026-03-09",
                        PROMISE,
                        Cancellation.ofPromise("K-1", "PR-1", MARCH_2)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void problem_is_named_in_english_and_french(
            CollectionProblem code, String english, String french, List<CollectionFact> facts) {
        Loaded<CollectionLog> loaded = CollectionLog.load(LEDGER, facts);

        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(loaded.problems().get(0).message()).isEqualTo(english);
        assertThat(loaded.problems().get(0).message(Locale.FRENCH)).isEqualTo(french);
        assertThat(loaded.value().facts())
                .hasSize(facts.size() - loaded.errors().size());
    }

    @Test
    void every_problem_has_its_example() {
        assertThat(problems().map(arguments -> arguments.get()[0])).contains((Object[]) CollectionProblem.values());
    }

    @Test
    void plan_may_follow_one_that_was_cancelled() {
        PaymentPlan next = new PaymentPlan("PL-2", "ACME", MARCH_16, PLAN.items(), PLAN.instalments(), MARCH_16);

        assertThat(CollectionLog.load(LEDGER, List.of(PLAN, next, Cancellation.ofPlan("K-1", "PL-1", MARCH_16)))
                        .problems())
                .isEmpty();
    }

    /** Not one for each pair: their number would grow with the square of the plans'. */
    @Test
    void each_plan_over_an_item_of_others_is_named_once() {
        List<PaymentPlan> plans = IntStream.range(0, 100)
                .mapToObj(n -> new PaymentPlan("PL-" + n, "ACME", MARCH_9, PLAN.items(), PLAN.instalments(), MARCH_9))
                .toList();

        assertThat(CollectionLog.load(LEDGER, plans).problems()).hasSize(99);
    }

    @Test
    void plan_over_an_item_of_one_that_runs_is_named_though_a_later_one_was_cancelled() {
        PaymentPlan second = new PaymentPlan("PL-2", "ACME", MARCH_9, PLAN.items(), PLAN.instalments(), MARCH_9);
        PaymentPlan third = new PaymentPlan("PL-3", "ACME", MARCH_16, PLAN.items(), PLAN.instalments(), MARCH_16);

        assertThat(CollectionLog.load(
                                LEDGER, List.of(PLAN, second, third, Cancellation.ofPlan("K-1", "PL-2", MARCH_16)))
                        .problems())
                .extracting(problem -> problem.attribute(Problem.ID) + " " + problem.attribute("other"))
                .containsExactly("PL-2 PL-1", "PL-3 PL-1");
    }

    @Test
    void log_of_facts_that_do_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectionLog.of(LEDGER, List.of(PROMISE, PROMISE.on("F-9"))))
                .withMessage("1 of the facts do not fit the ledger: RCV-COLLECTION-002: promise PR-1 is given again"
                        + " with other content; the first one is kept");
    }

    private static Arguments refusal(String message, ThrowingCallable call) {
        return arguments(message, call);
    }

    static Stream<Arguments> refusals() {
        Instalment later = Instalment.of(MARCH_16, TEN);
        return Stream.of(
                refusal("promise id is blank", () -> PromiseToPay.of(" ", "C", MARCH_2, TEN, MARCH_9)),
                refusal(
                        "amount EUR 0.00 of promise P is not above zero",
                        () -> PromiseToPay.of("P", "C", MARCH_2, Money.of("0", "EUR"), MARCH_9)),
                refusal(
                        "promised day 2026-03-02 of promise P is before its date 2026-03-09",
                        () -> PromiseToPay.of("P", "C", MARCH_9, TEN, MARCH_2)),
                refusal("plan L is about no item", () -> PaymentPlan.of("L", "C", MARCH_2, List.of(later))),
                refusal("plan L has no instalment", () -> PaymentPlan.of("L", "C", MARCH_2, List.of(), "F")),
                refusal(
                        "due date 2026-03-09 in plan L is before 2026-03-16",
                        () -> PaymentPlan.of("L", "C", MARCH_2, List.of(later, Instalment.of(MARCH_9, TEN)), "F")),
                refusal(
                        "due date 2026-03-02 in plan L is before 2026-03-09",
                        () -> PaymentPlan.of("L", "C", MARCH_9, List.of(Instalment.of(MARCH_2, TEN)), "F")),
                refusal(
                        "EUR",
                        () -> PaymentPlan.of(
                                "L", "C", MARCH_2, List.of(later, Instalment.of(MARCH_16, Money.of("1", "CAD"))), "F")),
                refusal(
                        "amount EUR -0.01 of credit limit L is negative",
                        () -> CreditLimit.of("L", "C", MARCH_2, Money.of("-0.01", "EUR"))),
                refusal(
                        "level 100 of reminder R is not between 0 and 99",
                        () -> ReminderSent.of("R", "C", MARCH_2, 100, ReminderSent.Channel.PHONE, "F")),
                refusal(
                        "reminder R asks for no item",
                        () -> ReminderSent.of("R", "C", MARCH_2, 1, ReminderSent.Channel.PHONE)),
                refusal("instalment 0 of F is below 1", () -> ItemReference.of("F", 0)),
                refusal("instalment -1 of F is negative", () -> new ItemReference("F", -1)),
                refusal("target \"dispute\" is unknown", () -> Cancellation.Target.ofCode("dispute")),
                refusal("channel \"fax\" is unknown", () -> ReminderSent.Channel.ofCode("fax")),
                refusal("kind of collection fact \"x\" is unknown", () -> CollectionFactKind.ofCode("x")),
                refusal(
                        "graceDays -1 is not between 0 and 3660",
                        () -> CollectionOptions.standard(MARCH_2).withGraceDays(-1)),
                refusal(
                        "toleranceDays 3661 is not between 0 and 3660",
                        () -> CollectionOptions.standard(MARCH_2).withToleranceDays(3661)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void value_that_cannot_be_is_refused_by_name(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
