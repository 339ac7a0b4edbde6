package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.PaymentFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cheque of a payment: where it stands, by what happened to it. Changed by facts alone, as {@link ChequeTable} says.
 *
 * @param payment the payment's name
 * @param state where it stands
 * @param happenings what moved it, oldest first
 */
record Cheque(String payment, ChequeState state, List<Happening> happenings) {
    /**
     * A fact and the row by which it counted.
     *
     * @param entry the fact as it is in the register
     */
    record Happening(ChequeEntry entry, ChequeRow row) {
        ChequeFact fact() {
            return entry.fact();
        }

        Optional<PaymentFact> says() {
            return row.rule().says();
        }
    }

    Cheque {
        happenings = List.copyOf(happenings);
    }

    static Cheque none(String payment) {
        return new Cheque(payment, ChequeState.NONE, List.of());
    }

    /** The row of the table that holds for a fact. */
    ChequeRow row(ChequeFact fact) {
        return ChequeTable.standard().row(state, fact.trigger(), dating(fact));
    }

    private ChequeDating dating(ChequeFact fact) {
        Optional<Received> cheque = fact instanceof Received received ? Optional.of(received) : received();
        return cheque.map(received -> ChequeDating.of(received.dated(), fact.on(), isCertified(received)))
                .orElse(ChequeDating.IN_TIME); // without a cheque no row asks
    }

    private boolean isCertified(Received cheque) {
        return cheque.certified() || find(ChequeFact.Certified.class).isPresent();
    }

    /** This cheque after a fact that no rule refuses. */
    Cheque after(ChequeEntry entry) {
        ChequeRow row = row(entry.fact());
        List<Happening> more = new ArrayList<>(happenings);
        more.add(new Happening(entry, row));
        return new Cheque(payment, row.next(), more);
    }

    /** Whether the same was told before. */
    boolean knows(ChequeFact fact) {
        return happenings.stream().anyMatch(happening -> happening.fact().equals(fact));
    }

    /** The last of what happened that says something of the payment. */
    Optional<Happening> last() {
        return happenings.stream()
                .filter(happening -> happening.says().isPresent())
                .reduce((earlier, later) -> later);
    }

    Optional<Expected> asked() {
        return find(Expected.class);
    }

    Optional<Received> received() {
        return find(Received.class);
    }

    private <F extends ChequeFact> Optional<F> find(Class<F> type) {
        return happenings.stream()
                .map(Happening::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    // ---- time

    /** What time has done by the end of a day and is not told yet. */
    Optional<Passed> due(LocalDate today, ChequeTerms terms) {
        return awaited(terms).filter(passed -> !passed.on().isAfter(today));
    }

    private Optional<Passed> awaited(ChequeTerms terms) {
        return switch (state) {
            case HELD_POST_DATED -> received().map(cheque -> passed(ChequeTrigger.DATE_REACHED, cheque.dated()));
            case RECEIVED ->
                received()
                        .filter(cheque -> !isCertified(cheque))
                        .map(cheque -> passed(ChequeTrigger.WENT_STALE, ChequeDating.staleFrom(cheque.dated())));
            case DEPOSITED ->
                find(Deposited.class)
                        .map(deposit -> passed(ChequeTrigger.HOLD_PASSED, terms.presumedCleared(deposit.on())));
            case NONE, EXPECTED, STALE, PRESUMED_CLEARED, RETURNED -> Optional.empty();
        };
    }

    private Passed passed(ChequeTrigger trigger, LocalDate day) {
        return new Passed(payment, day, trigger);
    }

    // ---- what is wrong with a fact that the office tells

    /** Why a fact is not recorded. */
    Optional<Problem> problem(ChequeFact fact, LocalDate today) {
        ChequeRow row = row(fact);
        return row.rule()
                .problem()
                .map(code -> refused(code, fact))
                .or(() -> wrongDay(fact, today))
                .or(() -> wrongCurrency(fact));
    }

    private Problem refused(ChequeProblem code, ChequeFact fact) {
        return Problem.of(
                code,
                "payment",
                payment,
                "fact",
                fact.trigger().code(),
                "on",
                fact.on(),
                "dated",
                received().map(cheque -> cheque.dated().toString()).orElse(""));
    }

    private Optional<Problem> wrongDay(ChequeFact fact, LocalDate today) {
        if (fact.on().isAfter(today)) {
            return Optional.of(wrong(ChequeProblem.IN_THE_FUTURE, fact, "on", fact.on(), today));
        }
        return latestTold()
                .filter(day -> fact.on().isBefore(day))
                .map(day -> wrong(ChequeProblem.OUT_OF_ORDER, fact, "on", fact.on(), day));
    }

    /** The day of what somebody told last; what time did is older news than a fact that is told late. */
    private Optional<LocalDate> latestTold() {
        return happenings.stream()
                .map(Happening::fact)
                .filter(fact -> !fact.trigger().isOfTime())
                .map(ChequeFact::on)
                .max(LocalDate::compareTo);
    }

    private Optional<Problem> wrongCurrency(ChequeFact fact) {
        return asked().map(asked -> asked.amount().currency())
                .flatMap(currency -> amountOf(fact)
                        .filter(amount -> !amount.currency().equals(currency))
                        .map(amount -> wrong(
                                ChequeProblem.OTHER_CURRENCY,
                                fact,
                                fact instanceof Received ? "amount" : "charged",
                                amount,
                                currency.getCurrencyCode())));
    }

    private static Optional<Money> amountOf(ChequeFact fact) {
        if (fact instanceof Received received) {
            return Optional.of(received.amount());
        }
        return fact instanceof Returned returned ? returned.fee() : Optional.empty();
    }

    private Problem wrong(ChequeProblem code, ChequeFact fact, String field, Object value, Object bound) {
        return Problem.of(
                code,
                "payment",
                payment,
                "fact",
                fact.trigger().code(),
                Problem.FIELD,
                field,
                Problem.VALUE,
                value,
                "bound",
                bound);
    }
}
