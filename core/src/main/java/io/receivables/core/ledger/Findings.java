package io.receivables.core.ledger;

import static io.receivables.core.ledger.Timeline.day;

import io.receivables.core.Allocation;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.Reversal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What comes to light on the day on which a fact takes effect. */
final class Findings {
    private final FactRegister facts;
    private final Settlements settlements;

    Findings(FactRegister facts, Settlements settlements) {
        this.facts = facts;
        this.settlements = settlements;
    }

    boolean isCovered(Fact fact, Money amount, int[] debits, String documentId, int day) {
        long available = settlements.open(debits);
        if (amount.minorUnits() > available) {
            facts.reject(
                    LedgerProblem.ABOVE_OPEN_AMOUNT,
                    fact,
                    Problem.VALUE,
                    amount,
                    "open",
                    Money.ofMinor(available, amount.currency()),
                    "document",
                    documentId,
                    "date",
                    LocalDate.ofEpochDay(day));
            return false;
        }
        return true;
    }

    boolean hasLeft(Fact fact, Money amount, int[] credits, Object... source) {
        long available = settlements.open(credits);
        if (amount.minorUnits() > available) {
            List<Object> attributes = new ArrayList<>(
                    List.of(Problem.VALUE, amount, "open", Money.ofMinor(available, amount.currency())));
            attributes.addAll(List.of(source));
            facts.reject(LedgerProblem.ABOVE_SOURCE, fact, attributes.toArray());
            return false;
        }
        return true;
    }

    void rejectAsReversed(Reversal reversal, Reversal earlier) {
        List<Object> attributes = new ArrayList<>(List.of(targetOf(reversal)));
        attributes.addAll(List.of("reversal", earlier.id()));
        facts.reject(LedgerProblem.ALREADY_REVERSED, reversal, attributes.toArray());
    }

    static Object[] targetOf(Reversal reversal) {
        return new Object[] {"target", reversal.target().code(), "targetId", reversal.targetId()};
    }

    static Object[] sourceOf(Allocation allocation, int day) {
        return sourceOf(allocation.source(), allocation.sourceId(), day);
    }

    static Object[] sourceOf(Allocation.Source source, String sourceId, int day) {
        return new Object[] {"source", source.code(), "sourceId", sourceId, "date", LocalDate.ofEpochDay(day)};
    }

    void warnAboutDates(Allocation allocation, Lines target, int day) {
        if (allocation.source() == Allocation.Source.PAYMENT && day(allocation.date()) < target.firstDay) {
            facts.report(
                    LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                    allocation,
                    Problem.VALUE,
                    allocation.date(),
                    "document",
                    allocation.documentId(),
                    "date",
                    LocalDate.ofEpochDay(day));
        } else {
            warnIfEarly(allocation, day);
        }
    }

    void warnAboutCustomers(Allocation allocation, Lines source, Lines target) {
        if (!source.customerId.equals(target.customerId)) {
            facts.report(
                    LedgerProblem.OTHER_CUSTOMER,
                    allocation,
                    Problem.VALUE,
                    source.customerId,
                    "document",
                    allocation.documentId(),
                    "customer",
                    target.customerId);
        }
    }

    void warnIfEarly(Fact fact, int effectiveDay) {
        if (day(fact.date()) < effectiveDay) {
            facts.report(
                    LedgerProblem.BEFORE_ITS_TARGET,
                    fact,
                    Problem.VALUE,
                    fact.date(),
                    "date",
                    LocalDate.ofEpochDay(effectiveDay));
        }
    }
}
