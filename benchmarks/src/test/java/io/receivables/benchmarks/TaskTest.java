package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers of the streams, which all sides are compared with, to a ledger small enough to reckon by hand. */
class TaskTest {
    private static final List<InvoiceRow> LEDGER = List.of(
            invoice("F1", false, "C1000000", "2026-06-10", "2026-07-10", "300.00", settled("2026-08-01", "100.00")),
            invoice("F2", false, "C1000000", "2026-11-05", "2026-12-05", "600.00"),
            invoice("F3", true, "C1000000", "2026-11-20", "2026-11-20", "150.00"),
            invoice("F4", false, "C1000001", "2026-12-20", "2027-01-19", "500.00"),
            invoice("F5", false, "C1000001", "2026-12-21", "2027-01-20", "80.00", settled("2026-12-31", "80.00")));

    private static InvoiceRow invoice(
            String id,
            boolean credit,
            String customer,
            String issued,
            String due,
            String amount,
            InvoiceRow.Settled... settlements) {
        return new InvoiceRow(
                id,
                credit,
                customer,
                "CAD",
                LocalDate.parse(issued),
                LocalDate.parse(due),
                new BigDecimal(amount),
                List.of(settlements));
    }

    private static InvoiceRow.Settled settled(String date, String amount) {
        return new InvoiceRow.Settled(LocalDate.parse(date), new BigDecimal(amount));
    }

    private static String answer(Task task) {
        StreamsPeer streams = new StreamsPeer(LEDGER);
        return streams.answer(task, streams.compute(task)).toString();
    }

    private static void add(Answer answer, int customer, int part, long figure) {
        answer.add(SyntheticLedger.TODAY, customer, 0, part, figure);
    }

    @Test
    void aging_tells_customers_buckets_and_credits_apart() {
        Answer expected = new Answer();
        add(expected, 0, Answer.part(4, false), 200_00); // F1: 174 days past due, 100.00 of 300.00 paid
        add(expected, 0, Answer.part(1, false), 600_00); // F2: 26 days
        add(expected, 0, Answer.part(2, true), 150_00); // F3: 41 days since it was issued
        add(expected, 1, Answer.part(0, false), 500_00); // F4: not due; F5 is settled
        assertThat(answer(Task.T1_TODAY)).isEqualTo(expected.toString());
    }

    @Test
    void totals_add_customers_up() {
        Answer expected = new Answer();
        add(expected, Answer.ALL, Answer.part(4, false), 200_00);
        add(expected, Answer.ALL, Answer.part(1, false), 600_00);
        add(expected, Answer.ALL, Answer.part(2, true), 150_00);
        add(expected, Answer.ALL, Answer.part(0, false), 500_00);
        assertThat(answer(Task.T2)).isEqualTo(expected.toString());
    }

    @Test
    void customers_are_counted_back_over_their_own_sales() {
        Answer expected = new Answer();
        // C1000000 owes 200 + 600 - 150 = 650: December (31 days) without sales, November's 600 - 150 = 450 leave 200,
        // October, September, August, July (31 + 30 + 31 + 31) without sales, 200 of June's 300 are 20 of its 30 days
        add(expected, 0, Answer.COUNT_BACK, (31 + 30 + 31 + 30 + 31 + 31 + 20) * 1_000_000L);
        // C1000001 owes 500 of December's 580: 31 x 500 / 580 = 26.724138 days
        add(expected, 1, Answer.COUNT_BACK, 26_724_138);
        assertThat(answer(Task.T4)).isEqualTo(expected.toString());
    }

    @Test
    void dates_are_36_month_ends_and_one_18_months_back() {
        assertThat(Task.T1_MONTH_ENDS.dates())
                .hasSize(36)
                .startsWith(LocalDate.of(2024, 1, 31))
                .endsWith(SyntheticLedger.TODAY);
        assertThat(Task.T3.dates()).isEqualTo(Task.T1_MONTH_ENDS.dates());
        assertThat(Task.T1_PAST.dates()).containsExactly(LocalDate.of(2025, 6, 30));
    }
}
