package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerBalanceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** CAD 100.00 of {@link #DAY}, of which 30.00 is paid 9 days later; USD 50.00 of year 9000; no EUR. */
    private static final Ledger LEDGER = Ledger.ofColumns(LedgerColumns.of(2)
            .currencies(Stream.of("CAD", "EUR", "USD").map(Money::currency).toList(), new int[] {0, 2})
            .customers(new String[] {"ACME"}, new int[] {0, 0})
            .issueDays(new int[] {day(DAY), day(LocalDate.of(9000, 1, 1))})
            .dueDays(new int[] {day(DAY), day(LocalDate.of(9999, 12, 31))})
            .minorUnits(new long[] {100_00, 50_00})
            .settlements(new int[] {0, 1, 1}, new int[] {day(DAY.plusDays(9))}, new long[] {30_00})
            .build());

    @Test
    void balance_is_known_on_every_day_between_before_and_after_changes() {
        assertThat(LEDGER.balance(DAY.minusDays(1))).isEmpty();
        assertThat(LEDGER.balance(LocalDate.of(1900, 1, 1))).isEmpty();
        assertThat(LEDGER.balance(DAY)).isEqualTo(Map.of("CAD", Money.of("100.00", "CAD")));
        assertThat(LEDGER.balance(DAY.plusDays(8))).isEqualTo(Map.of("CAD", Money.of("100.00", "CAD")));
        assertThat(LEDGER.balance(DAY.plusDays(9))).isEqualTo(Map.of("CAD", Money.of("70.00", "CAD")));
        assertThat(LEDGER.balance(DAY.plusYears(10))).isEqualTo(Map.of("CAD", Money.of("70.00", "CAD")));
    }

    @Test
    void currency_counts_from_its_first_row_on_and_never_without_one() {
        assertThat(LEDGER.balance(LocalDate.of(9000, 1, 1)))
                .isEqualTo(Map.of("CAD", Money.of("70.00", "CAD"), "USD", Money.of("50.00", "USD")));
        assertThat(LEDGER.balance(LocalDate.MAX.withYear(9999)).keySet()).containsExactly("CAD", "USD");
    }

    @Test
    void settlement_before_its_row_counts_from_the_first_day_of_the_row() {
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(1)
                .currencies(List.of(Money.currency("CAD")), new int[] {0})
                .customers(new String[] {"ACME"}, new int[] {0})
                .issueDays(new int[] {day(DAY)})
                .dueDays(new int[] {day(DAY)})
                .minorUnits(new long[] {100_00})
                .settlements(new int[] {0, 1}, new int[] {day(DAY.minusDays(3))}, new long[] {30_00})
                .build());

        assertThat(ledger.balance(DAY.minusDays(1))).isEmpty();
        assertThat(ledger.balance(DAY)).containsEntry("CAD", Money.of("70.00", "CAD"));
    }

    @Test
    void empty_ledger_has_no_balance() {
        assertThat(Ledger.of(List.of()).balance(DAY)).isEmpty();
    }
}
