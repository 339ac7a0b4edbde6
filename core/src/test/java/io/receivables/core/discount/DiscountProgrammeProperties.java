package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.interest.SimpleAnnualRate;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DiscountProgrammeProperties {
    private static final LocalDate ISSUED = LocalDate.of(2025, 3, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final DiscountOffer OFFER = DiscountOffer.of("1.5", 10, 365);
    private static final SimpleAnnualRate RATE = SimpleAnnualRate.of("7.25");

    private record Sale(int customer, long cents, int paidAfter) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs().between(1, 10_000_000),
                        Arbitraries.integers().between(0, 120))
                .as(Sale::new)
                .list()
                .ofMaxSize(8);
    }

    private static Ledger ledger(List<Sale> sales) {
        LedgerBuilder builder = Ledger.builder();
        for (int customer = 1; customer <= 3; customer++) {
            builder.customer(Customer.of("C" + customer, "customer"));
        }
        int number = 0;
        for (Sale sale : sales) {
            String id = "F-" + ++number;
            Money amount = Money.ofMinor(sale.cents(), Money.currency("EUR"));
            String customer = "C" + sale.customer();
            builder.invoice(Invoice.of(id, customer, ISSUED, amount));
            builder.payment(Payment.of("P-" + number, customer, ISSUED.plusDays(sale.paidAfter()), amount), id);
        }
        return builder.build();
    }

    private static ProgrammeOptions options(int takeUp) {
        return ProgrammeOptions.of(AS_OF, ISSUED, ISSUED, OFFER, RATE).withTakeUp(BigDecimal.valueOf(takeUp));
    }

    @Property
    void granted_and_not_taken_are_what_was_offered(
            @ForAll("sales") List<Sale> sales, @ForAll @IntRange(max = 100) int takeUp) {
        ProgrammeResult result =
                DiscountProgramme.of(ledger(sales), options(takeUp).withTakeUp("C2", BigDecimal.valueOf(33)));
        ProgrammeFigures all = result.in("EUR");

        assertThat(all.granted().plus(all.notTaken())).isEqualTo(all.offered());
        assertThat(all.sales().minorUnits())
                .isEqualTo(sales.stream().mapToLong(Sale::cents).sum());
        assertThat(result.lines().stream()
                        .map(ProgrammeLine::figures)
                        .reduce(ProgrammeFigures.none(Money.currency("EUR")), ProgrammeFigures::plus))
                .isEqualTo(all);
    }

    @Property
    void a_sale_comes_to_what_the_formula_says(
            @ForAll("sales") List<Sale> sales, @ForAll @IntRange(min = 10, max = 120) int paidAfter) {
        List<Sale> alike =
                sales.stream().map(sale -> new Sale(1, sale.cents(), paidAfter)).toList();
        ProgrammeFigures all = DiscountProgramme.of(ledger(alike), options(40)).in("EUR");
        Money expected = OFFER.yearlyGain(all.sales(), BigDecimal.valueOf(40), BigDecimal.valueOf(paidAfter), RATE);

        // half a cent of discount for each invoice, and one cent of rounding on each side
        assertThat(all.gain().minus(expected).abs().minorUnits()).isLessThanOrEqualTo(alike.size() + 2L);
    }

    @Property
    void more_take_up_costs_more_and_brings_more(
            @ForAll("sales") List<Sale> sales, @ForAll @IntRange(max = 99) int takeUp) {
        Ledger ledger = ledger(sales);
        ProgrammeFigures less = DiscountProgramme.of(ledger, options(takeUp)).in("EUR");
        ProgrammeFigures more =
                DiscountProgramme.of(ledger, options(takeUp + 1)).in("EUR");

        assertThat(more.granted()).isGreaterThanOrEqualTo(less.granted());
        assertThat(more.saved()).isGreaterThanOrEqualTo(less.saved());
        assertThat(more.amountDays()).isGreaterThanOrEqualTo(less.amountDays());
    }
}
