package io.receivables.metrics.totals;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.invoice;
import static io.receivables.metrics.internal.TestLedgers.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.aging.Bucket;
import io.receivables.metrics.aging.BucketScheme;
import io.receivables.metrics.internal.TestLedgers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AgingCubeTest {
    private static final byte INVOICE = ItemKind.INVOICE.code();
    private static final byte CREDIT_NOTE = ItemKind.CREDIT_NOTE.code();
    private static final int ALL_BEFORE = Integer.MIN_VALUE;
    private static final int ALL_AFTER = Integer.MAX_VALUE;

    private static AgingCube scanning(Ledger ledger) {
        return AgingCube.of(ledger, 0, Workers.caller());
    }

    private static List<String> amounts(Map<Bucket, Money> byBucket) {
        Collection<Money> amounts = byBucket.values();
        return amounts.stream().map(amount -> amount.amount().toPlainString()).toList();
    }

    private static List<String> debits(AgingCube cube, String asOf) {
        return amounts(cube.debits("EUR", date(asOf), BucketScheme.standard()));
    }

    /** Rows in euros whose settlements are given as they are: day and minor units, one after another. */
    private static Ledger rows(byte[] kinds, int[] issued, int[] due, long[] minorUnits, long[][] settlements) {
        int rows = kinds.length;
        int[] starts = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            starts[row + 1] = starts[row] + settlements[row].length / 2;
        }
        int[] days = new int[starts[rows]];
        long[] amounts = new long[starts[rows]];
        for (int row = 0; row < rows; row++) {
            for (int s = starts[row]; s < starts[row + 1]; s++) {
                days[s] = (int) settlements[row][2 * (s - starts[row])];
                amounts[s] = settlements[row][2 * (s - starts[row]) + 1];
            }
        }
        return Ledger.ofColumns(LedgerColumns.of(rows)
                .currency("EUR")
                .customers(new String[] {"ACME"}, new int[rows])
                .kinds(kinds)
                .issueDays(issued)
                .dueDays(due)
                .minorUnits(minorUnits)
                .settlements(starts, days, amounts)
                .build());
    }

    private static Ledger row(byte kind, int issued, int due, long minorUnits, long... settlements) {
        return rows(new byte[] {kind}, new int[] {issued}, new int[] {due}, new long[] {minorUnits}, new long[][] {
            settlements
        });
    }

    @Test
    void quarter_is_read_by_age_at_any_date() {
        AgingCube cube = AgingCube.of(TestLedgers.quarter().build());

        assertThat(cube.isIndexed()).isTrue();
        // F-3: 1,250 − 350, due on April 4; F-2: 600, 19 days past due
        assertThat(debits(cube, "2026-03-31")).containsExactly("900.00", "600.00", "0.00", "0.00", "0.00");
        // the credit note of March 10 is 21 days old
        assertThat(amounts(cube.credits("EUR", date("2026-03-31"), BucketScheme.standard())))
                .containsExactly("0.00", "150.00", "0.00", "0.00", "0.00");
        assertThat(cube.overdue("EUR", date("2026-03-31"))).isEqualTo(eur("600.00"));
        assertThat(cube.net("EUR", date("2026-03-31"))).isEqualTo(eur("1350.00")); // 900 + 600 − 150

        // F-1 of 1,000, due on January 31, until it is paid on February 20; F-2, issued on February 10
        assertThat(debits(cube, "2026-01-31")).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(debits(cube, "2026-02-19")).containsExactly("600.00", "1000.00", "0.00", "0.00", "0.00");
        assertThat(debits(cube, "2026-02-20")).containsExactly("600.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(cube.overdue("EUR", date("2026-01-31"))).isEqualTo(eur("0.00"));
        assertThat(cube.overdue("EUR", date("2026-02-01"))).isEqualTo(eur("1000.00"));
    }

    @Test
    void buckets_may_be_cut_anywhere() {
        AgingCube cube = AgingCube.of(TestLedgers.quarter().build());
        LocalDate asOf = date("2026-03-31");

        assertThat(cube.debits("EUR", asOf, BucketScheme.ofUpperBounds(-5, 18, 19)))
                .containsExactly(
                        Map.entry(new Bucket(Bucket.UNBOUNDED_BELOW, -5), eur("0.00")),
                        Map.entry(new Bucket(-4, 18), eur("900.00")), // F-3 is due in 4 days
                        Map.entry(new Bucket(19, 19), eur("600.00")), // F-2
                        Map.entry(new Bucket(20, Bucket.UNBOUNDED_ABOVE), eur("0.00")));
        assertThat(amounts(cube.debits("EUR", asOf, BucketScheme.ofUpperBounds())))
                .containsExactly("1500.00");
    }

    @Test
    void ranges_of_due_days_are_read_in_minor_units() {
        AgingCube cube = AgingCube.of(TestLedgers.quarter().build());
        int eur = cube.indexOf("EUR");
        int asOf = (int) date("2026-03-31").toEpochDay();
        int due = (int) date("2026-03-12").toEpochDay();

        for (AgingCube either : List.of(cube, scanning(TestLedgers.quarter().build()))) {
            assertThat(either.debits(eur, asOf, due, due)).isEqualTo(600_00);
            assertThat(either.debits(eur, asOf, ALL_BEFORE, due - 1)).isZero();
            assertThat(either.debits(eur, asOf, due + 1, ALL_AFTER)).isEqualTo(900_00);
            assertThat(either.debits(eur, asOf, ALL_BEFORE, ALL_AFTER)).isEqualTo(1500_00);
            assertThat(either.debits(eur, asOf, ALL_BEFORE, ALL_BEFORE)).isZero();
            assertThat(either.debits(eur, asOf, ALL_AFTER, ALL_AFTER)).isZero();
            assertThat(either.credits(eur, asOf, due - 2, due - 2)).isEqualTo(150_00);
            assertThat(either.net(eur, asOf)).isEqualTo(1350_00);
        }
    }

    @Test
    void nothing_is_open_before_the_first_day_and_nothing_changes_after_the_last() {
        Ledger ledger = TestLedgers.quarter().build();
        for (AgingCube cube : List.of(AgingCube.of(ledger), scanning(ledger))) {
            assertThat(debits(cube, "2025-12-31")).containsOnly("0.00");
            assertThat(debits(cube, "0001-01-01")).containsOnly("0.00");
            assertThat(cube.net("EUR", date("2025-12-31"))).isEqualTo(eur("0.00"));
            assertThat(debits(cube, "9999-12-31")).containsExactly("0.00", "0.00", "0.00", "0.00", "1500.00");
            assertThat(cube.net("EUR", LocalDate.MIN.plusYears(995_000_000))).isEqualTo(eur("0.00"));
            assertThat(cube.net(0, Integer.MIN_VALUE)).isZero();
            assertThat(cube.net(0, Integer.MAX_VALUE)).isEqualTo(1350_00);
            assertThat(cube.debits(0, Integer.MAX_VALUE, ALL_BEFORE, ALL_AFTER)).isEqualTo(1500_00);
        }
    }

    @Test
    void all_ages_are_covered_however_late_the_day() {
        AgingCube cube = AgingCube.of(row(INVOICE, -10_000, -10_000, 7));
        LocalDate last = LocalDate.ofEpochDay(Integer.MAX_VALUE);

        assertThat(amounts(cube.debits("EUR", last, BucketScheme.standard())))
                .containsExactly("0.00", "0.00", "0.00", "0.00", "0.07");
        assertThat(cube.overdue("EUR", last)).isEqualTo(eur("0.07"));
    }

    @Test
    void what_is_settled_beyond_the_size_of_an_item_is_a_credit_until_it_is_undone() {
        // 100 issued on day 10 and due on day 20; 130 paid on day 15, 40 of it returned on day 30
        Ledger ledger = row(INVOICE, 10, 20, 100, 15, 130, 30, -40);
        for (AgingCube cube : List.of(AgingCube.of(ledger), scanning(ledger))) {
            assertThat(cube.debits(0, 14, 20, 20)).isEqualTo(100);
            assertThat(cube.credits(0, 14, 20, 20)).isZero();
            assertThat(cube.debits(0, 15, 20, 20)).isZero();
            assertThat(cube.credits(0, 15, 20, 20)).isEqualTo(30); // 130 − 100
            assertThat(cube.net(0, 29)).isEqualTo(-30);
            assertThat(cube.debits(0, 30, 20, 20)).isEqualTo(10); // 100 − 130 + 40
            assertThat(cube.credits(0, 30, 20, 20)).isZero();
        }
    }

    @Test
    void what_is_given_back_beyond_the_size_of_a_credit_is_a_credit_below_zero() {
        Ledger ledger = row(CREDIT_NOTE, 10, 10, 100, 12, 250);
        for (AgingCube cube : List.of(AgingCube.of(ledger), scanning(ledger))) {
            assertThat(cube.credits(0, 11, 10, 10)).isEqualTo(100);
            assertThat(cube.credits(0, 12, 10, 10)).isEqualTo(-150); // 100 − 250
            assertThat(cube.debits(0, 12, 10, 10)).isZero();
        }
    }

    @Test
    void settlement_dated_before_its_item_counts_from_the_issue() {
        AgingCube cube = AgingCube.of(row(INVOICE, 10, 20, 100, 3, 60, 7, -10, 10, 5));

        assertThat(cube.debits(0, 9, ALL_BEFORE, ALL_AFTER)).isZero();
        assertThat(cube.credits(0, 9, ALL_BEFORE, ALL_AFTER)).isZero();
        assertThat(cube.debits(0, 10, 20, 20)).isEqualTo(45); // 100 − 60 + 10 − 5
    }

    @Test
    void returned_payment_opens_the_item_again() {
        AgingCube cube = AgingCube.of(row(INVOICE, 10, 5, 100, 15, 100, 18, -100, 25, 100));

        assertThat(cube.debits(0, 14, 5, 5)).isEqualTo(100); // due before it was issued
        assertThat(cube.debits(0, 15, 5, 5)).isZero();
        assertThat(cube.debits(0, 17, 5, 5)).isZero();
        assertThat(cube.debits(0, 18, 5, 5)).isEqualTo(100);
        assertThat(cube.debits(0, 25, 5, 5)).isZero();
    }

    @Test
    void currencies_are_apart() {
        AgingCube cube = AgingCube.of(Ledger.builder()
                .invoice(invoice("F-1", "2026-01-01", "2026-01-31", "10.00"))
                .invoice(Invoice.of("F-2", "ACME", date("2026-02-01"), Money.of("500", "JPY"))
                        .dueOn(date("2026-02-28")))
                .build());
        LocalDate asOf = date("2026-02-10");

        assertThat(amounts(cube.debits("EUR", asOf, BucketScheme.standard())))
                .containsExactly("0.00", "10.00", "0.00", "0.00", "0.00");
        assertThat(amounts(cube.debits("JPY", asOf, BucketScheme.standard())))
                .containsExactly("500", "0", "0", "0", "0");
        assertThat(cube.net("JPY", date("2026-01-31"))).isEqualTo(Money.of("0", "JPY"));
    }

    @Test
    void currency_that_columns_list_twice_is_one() {
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(3)
                .currencies(
                        List.of(Money.currency("EUR"), Money.currency("JPY"), Money.currency("EUR")),
                        new int[] {0, 1, 2})
                .customers(new String[] {"ACME"}, new int[3])
                .issueDays(new int[] {10, 10, 10})
                .dueDays(new int[] {20, 20, 20})
                .minorUnits(new long[] {1, 20, 300})
                .build());
        for (AgingCube cube : List.of(AgingCube.of(ledger), scanning(ledger))) {
            assertThat(cube.currencies()).containsExactly(Money.currency("EUR"), Money.currency("JPY"));
            assertThat(cube.net(0, 10)).isEqualTo(301);
            assertThat(cube.net(1, 10)).isEqualTo(20);
        }
    }

    @Test
    void sums_past_the_bound_are_not_made() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice("F-1", "2026-01-01", "2026-01-31", "10.00"))
                .build();
        // debits and credits: two rows of 24 + 2 × 8 bytes each; one day and one due day of 4 bytes
        long bytes = 2 * (2 * (24 + 2 * 8)) + 4 + 4;

        AgingCube fits = AgingCube.of(ledger, bytes, Workers.caller());
        AgingCube tooLarge = AgingCube.of(ledger, bytes - 1, Workers.caller());

        assertThat(fits.isIndexed()).isTrue();
        assertThat(fits.sizeInBytes()).isEqualTo(bytes);
        assertThat(tooLarge.isIndexed()).isFalse();
        assertThat(tooLarge.sizeInBytes()).isZero();
        assertThat(debits(tooLarge, "2026-02-01")).isEqualTo(debits(fits, "2026-02-01"));
        assertThat(debits(fits, "2026-02-01")).containsExactly("0.00", "10.00", "0.00", "0.00", "0.00");
        assertThat(fits).hasToString("AgingCube[currencies=[EUR], bytes=168]");
        assertThat(tooLarge).hasToString("AgingCube[currencies=[EUR], not indexed]");
    }

    @Test
    void years_in_which_nothing_happens_take_four_bytes_a_day() {
        AgingCube cube = AgingCube.of(Ledger.builder()
                .invoice(invoice("F-1", "1900-01-01", "9999-12-31", "10.00"))
                .invoice(invoice("F-2", "2026-01-01", "1900-01-01", "20.00"))
                .payment(payment("P-1", "9999-12-31", "10.00"), "F-1")
                .build());

        // 8,100 years of days and of due days, and sums for three days and two due days
        long days = date("9999-12-31").toEpochDay() - date("1900-01-01").toEpochDay() + 1;
        assertThat(cube.isIndexed()).isTrue();
        assertThat(cube.sizeInBytes()).isBetween(2 * 4 * days, 2 * 4 * days + 1000);
        assertThat(debits(cube, "1900-01-01")).containsExactly("10.00", "0.00", "0.00", "0.00", "0.00");
        assertThat(debits(cube, "2026-01-01")).containsExactly("10.00", "0.00", "0.00", "0.00", "20.00");
        assertThat(debits(cube, "9999-12-31")).containsExactly("0.00", "0.00", "0.00", "0.00", "20.00");
    }

    @Test
    void empty_ledger_has_an_empty_cube() {
        AgingCube cube = AgingCube.of(Ledger.builder().build());

        assertThat(cube.isIndexed()).isTrue();
        assertThat(cube.currencies()).isEmpty();
        assertThat(cube.sizeInBytes()).isZero();
    }

    @Test
    void totals_beyond_long_are_refused() {
        byte[] invoices = {INVOICE, INVOICE};
        int[] due = {20, 30};
        long[] huge = {Long.MAX_VALUE, 1};

        Ledger both = rows(invoices, new int[] {10, 12}, due, huge, new long[][] {{}, {}});
        assertThatThrownBy(() -> AgingCube.of(both)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> scanning(both).debits(0, 12, ALL_BEFORE, ALL_AFTER))
                .isInstanceOf(ArithmeticException.class);

        // on one due day
        Ledger together = rows(invoices, new int[] {10, 12}, new int[] {20, 20}, huge, new long[][] {{}, {}});
        assertThatThrownBy(() -> AgingCube.of(together)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void totals_up_to_the_largest_long_are_kept() {
        // the second is issued on the day on which the first is paid, and the third on its own day paid
        Ledger ledger = rows(
                new byte[] {INVOICE, INVOICE, INVOICE, CREDIT_NOTE},
                new int[] {10, 12, 12, 10},
                new int[] {20, 20, 20, 15},
                new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE},
                new long[][] {{12, Long.MAX_VALUE}, {}, {12, Long.MAX_VALUE}, {}});
        AgingCube cube = AgingCube.of(ledger);

        assertThat(cube.debits(0, 11, 20, 20)).isEqualTo(Long.MAX_VALUE);
        assertThat(cube.debits(0, 12, 20, 20)).isEqualTo(Long.MAX_VALUE);
        assertThat(cube.credits(0, 12, 15, 15)).isEqualTo(Long.MAX_VALUE);
        assertThat(cube.net(0, 12)).isZero();
    }

    @Test
    void questions_that_have_no_answer_are_refused() {
        AgingCube cube = AgingCube.of(TestLedgers.quarter().build());

        assertThatThrownBy(() -> cube.net("USD", date("2026-03-31")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the ledger has no currency USD: there are [EUR]");
        assertThatThrownBy(() -> cube.debits(0, 10, 12, 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("due days from 12 to 11 are none: from is after to");
        assertThatThrownBy(() -> cube.credits(1, 10, 11, 12)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> AgingCube.of(TestLedgers.quarter().build(), -1, Workers.caller()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mostBytes -1 is negative: give 0 to make no sums");
    }

    @Test
    void building_ends_when_it_is_cancelled() {
        Ledger ledger = TestLedgers.quarter().build();
        assertThatThrownBy(() -> AgingCube.of(ledger, Workers.caller().cancelledBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }
}
