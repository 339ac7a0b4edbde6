package io.receivables.metrics.live;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.receivables.core.Allocation;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.JZ_Result;

/**
 * One thread writes to a live ledger while another reads it: every reading belongs to one moment between two facts. With
 * {@code mvn -Pstress} only: jcstress tries each pair of actors a great many times, in virtual machines of its own.
 */
public class LiveLedgerStress {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

    @Test
    void no_reader_sees_half_a_change() throws Exception {
        String mode = System.getProperty("jcstress.mode", "quick");
        // one compilation mode for both actors, threads where they like: minutes in place of an hour. Throws where it
        // met an
        // outcome that no test below accepts
        Main.main(new String[] {
            "-t", LiveLedgerStress.class.getName(), "-m", mode, "-sc", "false", "-af", "NONE", "-r", "jcstress/"
        });
    }

    private static Money cents(long amount) {
        return Money.ofMinor(amount, Money.currency("EUR"));
    }

    private static Invoice invoice(int number) {
        return Invoice.of("F-" + number, "C1", DAY, cents(100));
    }

    /** An invoice of 100 and a payment of 100, not yet applied to it. */
    private static LiveLedger paidButNotApplied() {
        LiveLedger live = LiveLedger.startingOn(DAY);
        live.apply(invoice(1));
        live.apply(Payment.of("P", "C1", DAY, cents(100)));
        return live;
    }

    /** What is taken off the invoice is taken off the payment, too. */
    @JCStressTest
    @Outcome(id = "100, 100", expect = ACCEPTABLE, desc = "before the allocation")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "after it")
    @State
    public static class BothSidesOfAnAllocation {
        private final LiveLedger live = paidButNotApplied();
        private final Allocation allocation = Allocation.ofPayment("A", "P", "F-1", DAY, cents(100));

        @Actor
        public void writer() {
            live.apply(allocation);
        }

        @Actor
        public void reader(JJ_Result result) {
            LiveTotals totals = live.totals("EUR");
            result.r1 = totals.receivables().minorUnits();
            result.r2 = totals.unappliedCredits().minorUnits();
        }
    }

    /** A fact whose effect has to be derived changes all that it is about at once. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before the reversal")
    @Outcome(id = "100, 0", expect = ACCEPTABLE, desc = "after it")
    @State
    public static class ADerivedReversal {
        private final LiveLedger live = paidButNotApplied();
        private final Reversal reversal = Reversal.ofPayment("R", "P", DAY.minusDays(1));

        public ADerivedReversal() {
            live.apply(Allocation.ofPayment("A", "P", "F-1", DAY, cents(100)));
        }

        @Actor
        public void writer() {
            live.apply(reversal);
        }

        @Actor
        public void reader(JJ_Result result) {
            LiveTotals totals = live.customer("C1").get("EUR");
            result.r1 = totals.receivables().minorUnits();
            result.r2 = totals.unappliedCredits().minorUnits();
        }
    }

    /** What was due today is overdue tomorrow, and at no time neither or both. */
    @JCStressTest
    @Outcome(id = "100, 0", expect = ACCEPTABLE, desc = "today")
    @Outcome(id = "0, 100", expect = ACCEPTABLE, desc = "tomorrow")
    @State
    public static class TheNextDay {
        private final LiveLedger live = LiveLedger.startingOn(DAY);

        public TheNextDay() {
            live.apply(invoice(1));
        }

        @Actor
        public void writer() {
            live.advanceTo(DAY.plusDays(1));
        }

        @Actor
        public void reader(JJ_Result result) {
            LiveTotals totals = live.totals("EUR");
            result.r1 = totals.notDue().minorUnits();
            result.r2 = totals.overdue().minorUnits();
        }
    }

    /** A customer's items are read while the arrays that hold them are replaced by longer ones. */
    @JCStressTest
    @Outcome(id = "6[34]00, true", expect = ACCEPTABLE, desc = "before the arrays grew")
    @Outcome(id = "6[56]00, true", expect = ACCEPTABLE, desc = "after")
    @State
    public static class ArraysThatGrow {
        private final LiveLedger live = LiveLedger.startingOn(DAY);

        public ArraysThatGrow() {
            for (int number = 1; number <= 63; number++) {
                live.apply(invoice(number));
            }
        }

        @Actor
        public void writer() {
            live.apply(invoice(64));
            live.apply(invoice(65));
            live.apply(invoice(66));
        }

        @Actor
        public void reader(JZ_Result result) {
            LiveTotals totals = live.customer("C1").get("EUR");
            result.r1 = totals.balance().minorUnits();
            result.r2 = totals.foots();
        }
    }
}
