package io.receivables.payments.desk.choice;

import static io.receivables.payments.desk.choice.Rails.CHEQUE;
import static io.receivables.payments.desk.choice.Rails.TRANSFER;
import static io.receivables.payments.desk.choice.Rails.cad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import io.receivables.payments.desk.choice.DaysToCash.Figure;
import io.receivables.payments.desk.choice.DaysToCash.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysToCashTest {
    private static final LocalDate DUE = LocalDate.of(2026, 1, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 31);

    private static List<Fact> payments(String provider, String customer, int... days) {
        return IntStream.range(0, days.length)
                .boxed()
                .flatMap(i -> Rails.paid(provider, customer, i, DUE, days[i]).stream())
                .toList();
    }

    private static Optional<Figure> figure(List<Fact> facts, LocalDate asOf) {
        return DaysToCash.sinceDueDates(Ledger.of(facts), asOf, Rails::providerOf)
                .figure("C-1", TRANSFER, 1);
    }

    private static List<Fact> with(List<Fact> facts, Fact... more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void the_median_is_the_middle_and_of_an_even_number_the_later_of_two() {
        assertThat(figure(payments(TRANSFER, "C-1", 9, -2, 300), LATER)).contains(new Figure(9, 3, Source.CUSTOMER));
        assertThat(figure(payments(TRANSFER, "C-1", 9, -2, 300, 5), LATER)).contains(new Figure(9, 4, Source.CUSTOMER));
    }

    @Test
    void each_provider_and_customer_has_its_own() {
        List<Fact> facts = new ArrayList<>(payments(TRANSFER, "C-1", 3));
        facts.addAll(payments(CHEQUE, "C-1", 12));
        facts.addAll(payments(TRANSFER, "C-2", 5));
        DaysToCash days = DaysToCash.sinceDueDates(Ledger.of(facts), LATER, Rails::providerOf);

        assertThat(days.figure("C-1", TRANSFER, 1)).contains(new Figure(3, 1, Source.CUSTOMER));
        assertThat(days.figure("C-1", CHEQUE, 1)).contains(new Figure(12, 1, Source.CUSTOMER));
        assertThat(days.figure("C-1", TRANSFER, 2)).contains(new Figure(5, 2, Source.ALL_CUSTOMERS));
        assertThat(days.figure("C-9", CHEQUE, 1)).contains(new Figure(12, 1, Source.ALL_CUSTOMERS));
        assertThat(days.figure("C-1", CHEQUE, 2)).isEmpty();
        assertThat(days.figure("C-1", "carrier pigeon", 1)).isEmpty();
    }

    @Test
    void payments_of_which_nothing_is_said_are_left_out() {
        DaysToCash days =
                DaysToCash.sinceDueDates(Ledger.of(payments(TRANSFER, "C-1", 3)), LATER, id -> Optional.empty());

        assertThat(days.figure("C-1", TRANSFER, 1)).isEmpty();
    }

    @Test
    void what_is_undone_counts_until_it_is_undone() {
        List<Fact> facts = with(
                payments(TRANSFER, "C-1", 3, 8),
                Reversal.ofPayment("R-1", "transfer/C-1/0", DUE.plusDays(20)),
                Reversal.ofAllocation("R-2", "A-transfer/C-1/0", DUE.plusDays(10)));

        assertThat(figure(facts, DUE.plusDays(9))).contains(new Figure(8, 2, Source.CUSTOMER));
        assertThat(figure(facts, DUE.plusDays(10))).contains(new Figure(8, 1, Source.CUSTOMER));
        assertThat(figure(facts, DUE.plusDays(20))).contains(new Figure(8, 1, Source.CUSTOMER));
    }

    @Test
    void a_returned_payment_does_not_count_by_its_allocations_either() {
        List<Fact> facts =
                with(payments(TRANSFER, "C-1", 3), Reversal.ofPayment("R-1", "transfer/C-1/0", DUE.plusDays(20)));

        assertThat(figure(facts, DUE.plusDays(19))).isPresent();
        assertThat(figure(facts, DUE.plusDays(20))).isEmpty();
    }

    @Test
    void what_comes_after_the_day_of_the_question_is_not_known() {
        assertThat(figure(payments(TRANSFER, "C-1", 3), DUE.plusDays(2))).isEmpty();
        assertThat(figure(payments(TRANSFER, "C-1", 3), DUE.plusDays(3))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "1, 40", "2, 10"})
    void the_due_date_is_that_of_the_instalment(int instalment, int days) {
        LocalDate paidOn = DUE.plusDays(40);
        Allocation allocation = Allocation.ofPayment("A-1", "transfer/1", "F-1", paidOn, cad("10.00"))
                .toInstalment(instalment);
        List<Fact> facts = List.of(
                Invoice.of("F-1", "C-1", DUE.minusDays(30), cad("100.00"))
                        .payableIn(List.of(
                                Instalment.of(DUE, cad("50.00")), Instalment.of(DUE.plusDays(30), cad("50.00")))),
                Payment.of("transfer/1", "C-1", paidOn, cad("10.00")),
                allocation);

        assertThat(figure(facts, LATER)).contains(new Figure(days, 1, Source.CUSTOMER));
    }

    @Test
    void credit_notes_are_no_cash() {
        List<Fact> facts = List.of(
                Invoice.of("F-1", "C-1", DUE, cad("100.00")),
                CreditNote.of("transfer/1", "C-1", DUE, cad("100.00")),
                Allocation.ofCreditNote("A-1", "transfer/1", "F-1", DUE, cad("100.00")));

        assertThat(figure(facts, LATER)).isEmpty();
    }

    @Test
    void from_requests_the_days_are_those_of_the_payment() {
        List<Fact> facts = payments(TRANSFER, "C-1", 3, 8);
        Map<String, PaidRequest> requests = Map.of(
                "transfer/C-1/0", new PaidRequest(TRANSFER, DUE),
                "transfer/C-1/1", new PaidRequest(TRANSFER, DUE.plusDays(7)));
        DaysToCash days =
                DaysToCash.sinceRequests(Ledger.of(facts), LATER, id -> Optional.ofNullable(requests.get(id)));

        // 3 days from the 30th, 1 day from the 6th
        assertThat(days.figure("C-1", TRANSFER, 2)).contains(new Figure(3, 2, Source.CUSTOMER));
        assertThat(days.since()).isEqualTo(DaysToCash.Since.REQUEST);
        ProviderOffer offer = ProviderChoice.of(
                        Map.of(TRANSFER, Rails.transfer().settlesWithin(9).build()),
                        ChoiceOptions.at(BigDecimal.ONE).enough(2))
                .learningFrom(days)
                .rank(PaymentWish.of("C-1", cad("5.00"), DUE).due(DUE.plusDays(60)))
                .best()
                .orElseThrow();
        assertThat(offer.cashOn()).isEqualTo(DUE.plusDays(3));
    }

    @Test
    void a_ledger_of_columns_does_not_tell() {
        Ledger columns =
                Ledger.ofColumns(Ledger.of(payments(TRANSFER, "C-1", 3)).columns());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaysToCash.sinceDueDates(columns, LATER, Rails::providerOf))
                .withMessageContaining("holds no payments: give one made from facts");
    }
}
