package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.PromiseState.Status;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.measure.PromiseReliability.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromiseReliabilityTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static PromiseToPay promise(String id, String customer, String amount, int day, String document) {
        return PromiseToPay.of(id, customer, MARCH_1, eur(amount), LocalDate.of(2026, 3, day))
                .on(document);
    }

    private static Invoice invoice(String id, String customer, Money amount) {
        return Invoice.of(id, customer, LocalDate.of(2026, 1, 1), amount).dueOn(LocalDate.of(2026, 1, 31));
    }

    private static Payment payment(String id, String customer, String amount) {
        return Payment.of(id, customer, LocalDate.of(2026, 3, 5), eur(amount));
    }

    /** A promises three times, B twice; each promise has an invoice of its own. */
    private static CollectionLog log() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("A").inSegment("retail"))
                .customer(Customer.of("B").inSegment("public"))
                .customer(Customer.of("C").inSegment("retail"))
                .invoice(invoice("A-1", "A", eur("100.00")))
                .invoice(invoice("A-2", "A", eur("200.00")))
                .invoice(invoice("A-3", "A", eur("300.00")))
                .invoice(invoice("B-1", "B", eur("400.00")))
                .invoice(invoice("B-2", "B", eur("500.00")))
                .invoice(invoice("C-1", "C", Money.of("70.00", "CAD")))
                .payment(payment("P-1", "A", "100.00"), "A-1")
                .payment(payment("P-2", "A", "50.00"), "A-2")
                .payment(payment("P-4", "B", "400.00"), "B-1")
                .build();
        List<CollectionFact> facts = List.of(
                promise("1", "A", "100.00", 10, "A-1"), // kept
                promise("2", "A", "200.00", 10, "A-2"), // 50 of 200
                promise("3", "A", "300.00", 30, "A-3"), // broken: over the day before
                promise("4", "B", "400.00", 31, "B-1"), // kept, and its day is not over
                promise("5", "B", "500.00", 20, "B-2"), // cancelled
                Cancellation.ofPromise("X", "5", LocalDate.of(2026, 3, 15)),
                PromiseToPay.of("6", "C", MARCH_1, Money.of("70.00", "CAD"), AS_OF)
                        .on("C-1")); // open
        return CollectionLog.of(ledger, facts);
    }

    private static PromiseReliability reliability() {
        return PromiseReliability.of(log(), CollectionOptions.standard(AS_OF));
    }

    @Test
    void promises_are_told_by_count_and_amount() {
        Row row = reliability().total().get("EUR");

        assertThat(row.of(Status.KEPT).promises()).isEqualTo(2);
        assertThat(row.of(Status.KEPT).promised()).isEqualTo(eur("500.00"));
        assertThat(row.of(Status.PARTLY_KEPT).received()).isEqualTo(eur("50.00"));
        assertThat(row.of(Status.PARTLY_KEPT).missing()).isEqualTo(eur("150.00"));
        assertThat(row.of(Status.BROKEN).missing()).isEqualTo(eur("300.00"));
        assertThat(row.of(Status.CANCELLED).promised()).isEqualTo(eur("500.00"));
        assertThat(row.of(Status.OPEN).promises()).isZero();
        assertThat(row.all().promises()).isEqualTo(5);
        assertThat(row.all().promised()).isEqualTo(eur("1500.00"));
    }

    @Test
    void only_promises_whose_time_is_over_are_judged() {
        Row row = reliability().total().get("EUR");

        // 1, 2 and 3; promise 4 is kept ahead of its day, 5 was cancelled
        assertThat(row.keptAhead().promised()).isEqualTo(eur("400.00"));
        assertThat(row.judged().promises()).isEqualTo(3);
        assertThat(row.judged().promised()).isEqualTo(eur("600.00"));
        assertThat(row.judged().received()).isEqualTo(eur("150.00"));
        assertThat(row.judged().missing()).isEqualTo(eur("450.00"));
        assertThat(row.percentKept().orElseThrow())
                .isEqualByComparingTo("33.33333333333333333333333333333333"); // 1 of 3
        assertThat(row.percentReceived().orElseThrow()).isEqualByComparingTo(new BigDecimal(25)); // 150 of 600
    }

    @Test
    void a_kept_promise_is_judged_the_day_after_its_last_day() {
        Row row = PromiseReliability.of(log(), CollectionOptions.standard(AS_OF.plusDays(1)))
                .total()
                .get("EUR");

        assertThat(row.keptAhead().promises()).isZero();
        assertThat(row.judged().promises()).isEqualTo(4);
        assertThat(row.percentKept().orElseThrow()).isEqualByComparingTo("50");
    }

    @Test
    void nothing_judged_gives_no_percentage() {
        Row row = reliability().total().get("CAD");

        assertThat(row.of(Status.OPEN).promises()).isEqualTo(1);
        assertThat(row.percentKept()).isEmpty();
        assertThat(row.percentReceived()).isEmpty();
    }

    @Test
    void customers_and_segments_add_up_to_all() {
        PromiseReliability reliability = reliability();

        assertThat(reliability.perCustomer()).containsOnlyKeys("A", "B", "C");
        assertThat(reliability.perCustomer().get("A").get("EUR").all().promised())
                .isEqualTo(eur("600.00"));
        assertThat(reliability.perCustomer().get("B").get("EUR").percentKept()).isEmpty();
        Map<String, Map<String, Row>> segments = reliability.perSegment(
                customer -> customer.attribute(Customer.SEGMENT).orElse(""));
        assertThat(segments).containsOnlyKeys("public", "retail");
        assertThat(segments.get("retail")).containsOnlyKeys("CAD", "EUR");
        assertThat(segments.get("retail").get("EUR").percentReceived().orElseThrow())
                .isEqualByComparingTo("25");
    }

    @Test
    void days_of_grace_are_heeded() {
        Row row = PromiseReliability.of(log(), CollectionOptions.standard(AS_OF).withGraceDays(1))
                .total()
                .get("EUR");

        // promise 3 has until the 31st
        assertThat(row.of(Status.OPEN).promised()).isEqualTo(eur("300.00"));
        assertThat(row.judged().promises()).isEqualTo(2);
    }
}
