package io.receivables.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report of a month-end, made again when more is known: as it was printed then, and as it would be now. */
class LastMonthsReportTest {
    private static final LocalDate APRIL_END = LocalDate.parse("2026-04-30");

    /** What was known when the report of April was printed. */
    private static final List<Fact> KNOWN_THEN = List.of(
            invoice("F-1", "2026-02-01", "1000.00"),
            invoice("F-2", "2026-03-10", "600.00"),
            invoice("F-3", "2026-04-15", "500.00"),
            payment("P-1", "2026-04-20", "700.00"),
            Allocation.ofPayment("A-1", "P-1", "F-1", LocalDate.parse("2026-04-20"), cad("700.00")));

    /** What became known in May, all of it with dates in April. */
    private static final List<Fact> KNOWN_LATER = List.of(
            // paid on 28 April, found in the bank's file on 4 May
            payment("P-2", "2026-04-28", "200.00").recordedOn(may(4)),
            Allocation.ofPayment("A-2", "P-2", "F-2", LocalDate.parse("2026-04-28"), cad("200.00"))
                    .recordedOn(may(4)),
            // 300 of the first payment were meant for F-2
            Reversal.ofAllocation("R-1", "A-1", LocalDate.parse("2026-04-20")).recordedOn(may(6)),
            Allocation.ofPayment("A-3", "P-1", "F-1", LocalDate.parse("2026-04-20"), cad("400.00"))
                    .recordedOn(may(6)),
            Allocation.ofPayment("A-4", "P-1", "F-2", LocalDate.parse("2026-04-20"), cad("300.00"))
                    .recordedOn(may(6)),
            // and what is left of F-2 was given up at the end of April
            WriteOff.of("W-1", "F-2", APRIL_END, cad("100.00")).recordedOn(may(8)));

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static Invoice invoice(String id, String issued, String amount) {
        LocalDate date = LocalDate.parse(issued);
        return Invoice.of(id, "ACME", date, cad(amount)).dueOn(date.plusDays(30));
    }

    private static Payment payment(String id, String date, String amount) {
        return Payment.of(id, "ACME", LocalDate.parse(date), cad(amount));
    }

    private static Ledger ledger(Stream<Fact> facts) {
        return Ledger.builder().facts(facts.toList()).build();
    }

    @Test
    void last_months_report_comes_out_as_it_was_printed_and_also_as_it_would_be_now() {
        Ledger then = ledger(KNOWN_THEN.stream());
        Ledger now = ledger(Stream.concat(KNOWN_THEN.stream(), KNOWN_LATER.stream()));

        // F-1 1,000 - 700, due 3 March, 58 days; F-2 600, due 9 April, 21 days; F-3 500, not due
        assertLine(aged(now.knownOn(APRIL_END)), "500.00", "600.00", "300.00", "1400.00");
        // F-1 1,000 - 400; F-2 600 - 200 - 300 - 100 = 0
        assertLine(aged(now), "500.00", "0.00", "600.00", "1100.00");
        // between: the payment found on 4 May, 600 - 200, and nothing else yet
        assertLine(aged(now.knownOn(may(5))), "500.00", "400.00", "300.00", "1200.00");

        assertThat(aged(now.knownOn(APRIL_END))).isEqualTo(aged(then));
        DsoMethod method = DsoMethod.countBackMonthly();
        assertThat(Dso.of(now.knownOn(APRIL_END), APRIL_END, method)).isEqualTo(Dso.of(then, APRIL_END, method));
        assertThat(Dso.of(now, APRIL_END, method)).isNotEqualTo(Dso.of(then, APRIL_END, method));
    }

    @Test
    void what_is_known_on_the_day_of_the_last_record_is_everything() {
        Ledger now = ledger(Stream.concat(KNOWN_THEN.stream(), KNOWN_LATER.stream()));
        assertThat(aged(now.knownOn(may(8)))).isEqualTo(aged(now));
        assertThat(aged(now.knownOn(may(7)))).isNotEqualTo(aged(now));
    }

    /** F-1 and F-2 with what settled them, in the order of its days, as a loader of another system's tables gives it. */
    @Test
    void columns_tell_last_months_report_by_the_days_on_which_settlements_were_recorded() {
        int april20 = (int) LocalDate.parse("2026-04-20").toEpochDay();
        int april28 = april20 + 8;
        int known = april20;
        int may6 = (int) may(6).toEpochDay();
        Ledger now = Ledger.ofColumns(LedgerColumns.of(2)
                .currencies(List.of(Money.currency("CAD")), new int[] {0, 0})
                .customers(List.of(Customer.of("ACME")), new int[] {0, 0})
                .issueDays(new int[] {april20 - 78, april20 - 41}) // 1 February, 10 March
                .dueDays(new int[] {april20 - 48, april20 - 11}) // 3 March, 9 April
                .minorUnits(new long[] {1000_00, 600_00})
                .settlements(
                        new int[] {0, 3, 5},
                        new int[] {april20, april20, april20, april20, april28},
                        // 700, undone, then 400; 300, and 200 of the payment that was found
                        new long[] {700_00, -700_00, 400_00, 300_00, 200_00})
                .settlementRecordedDays(new int[] {known, may6, may6, may6, may6 - 2})
                .build());

        assertLine(aged(now.knownOn(APRIL_END)), "0.00", "600.00", "300.00", "900.00");
        assertLine(aged(now.knownOn(may(5))), "0.00", "400.00", "300.00", "700.00");
        assertLine(aged(now), "0.00", "100.00", "600.00", "700.00");
    }

    private static AgedBalance aged(Ledger ledger) {
        return Aging.of(ledger, AgingOptions.standard(APRIL_END));
    }

    private static void assertLine(
            AgedBalance balance, String notDue, String upTo30, String upTo60, String receivables) {
        AgedLine line = balance.in("CAD");
        assertThat(line.bucket("not-due").amount()).isEqualTo(cad(notDue));
        assertThat(line.bucket("1-30").amount()).isEqualTo(cad(upTo30));
        assertThat(line.bucket("31-60").amount()).isEqualTo(cad(upTo60));
        assertThat(line.receivables()).isEqualTo(cad(receivables));
        assertThat(balance.footing().holds()).isTrue();
    }
}
