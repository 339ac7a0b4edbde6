package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    /** A credit note of 30.00, refunded at first with 10.00 three days too early, then with the rest two days later. */
    @Test
    void refund_of_a_credit_raises_the_balance_from_the_credits_first_day_on() {
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(1)
                .currency("CAD")
                .customers(new String[] {"ACME"}, new int[] {0})
                .kinds(new byte[] {ItemKind.CREDIT_NOTE.code()})
                .issueDays(new int[] {day(DAY)})
                .dueDays(new int[] {day(DAY)})
                .minorUnits(new long[] {30_00})
                .settlements(new int[] {0, 2}, new int[] {day(DAY.minusDays(3)), day(DAY.plusDays(2))}, new long[] {
                    10_00, 20_00
                })
                .build());

        assertThat(ledger.balance(DAY.minusDays(1))).isEmpty();
        assertThat(ledger.balance(DAY)).containsEntry("CAD", Money.of("-20.00", "CAD"));
        assertThat(ledger.balance(DAY.plusDays(1))).containsEntry("CAD", Money.of("-20.00", "CAD"));
        assertThat(ledger.balance(DAY.plusDays(2))).containsEntry("CAD", Money.of("0.00", "CAD"));
    }

    @Test
    void balance_beyond_64_bits_is_refused() {
        int[] days = {day(DAY), day(DAY.plusDays(1))};
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(2)
                .currency("CAD")
                .customers(new String[] {"ACME"}, new int[] {0, 0})
                .issueDays(days)
                .dueDays(days)
                .minorUnits(new long[] {Long.MAX_VALUE, 1})
                .build());

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ledger.balance(DAY));
    }

    @Test
    void empty_ledger_has_no_balance() {
        assertThat(Ledger.of(List.of()).balance(DAY)).isEmpty();
    }
}
