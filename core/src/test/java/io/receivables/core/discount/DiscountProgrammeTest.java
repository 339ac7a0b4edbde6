package io.receivables.core.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.interest.SimpleAnnualRate;
import io.receivables.core.ledger.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DiscountProgrammeTest {
    private static final LocalDate FROM = LocalDate.parse("2025-01-01");
    private static final LocalDate TO = LocalDate.parse("2025-12-31");
    private static final LocalDate AS_OF = LocalDate.parse("2026-03-31");

    /** 2% within 10 days, years of 360 days; money costs 9% */
    private static final ProgrammeOptions OPTIONS =
            ProgrammeOptions.of(AS_OF, FROM, TO, DiscountOffer.of("2", 10, 360), SimpleAnnualRate.of("9"));

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static BigDecimal percent(String percent) {
        return new BigDecimal(percent);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** A pays 1 000.00 after 60 days; B 400.00 after 5 days and owes 600.00; C bought before the window. */
    private static Ledger ledger() {
        return Ledger.builder()
                .customer(Customer.of("A", "A"))
                .customer(Customer.of("B", "B"))
                .customer(Customer.of("C", "C"))
                .invoice(Invoice.of("F-1", "A", date("2025-03-01"), eur("1000.00")))
                .payment(Payment.of("P-1", "A", date("2025-04-30"), eur("1000.00")), "F-1")
                .invoice(Invoice.of("F-2", "B", date("2025-12-31"), eur("1000.00")))
                .payment(Payment.of("P-2", "B", date("2026-01-05"), eur("400.00")), "F-2")
                .invoice(Invoice.of("F-3", "C", date("2024-12-31"), eur("5000.00")))
                .build();
    }

    private static ProgrammeFigures figures(Ledger ledger, ProgrammeOptions options) {
        return DiscountProgramme.of(ledger, options).in("EUR");
    }

    @Test
    void a_discount_costs_and_saves_by_what_customers_take() {
        ProgrammeResult result =
                DiscountProgramme.of(ledger(), OPTIONS.withTakeUp(percent("50")).withTakeUp("A", percent("100")));

        // A: 1 000.00 come in 60 - 10 days earlier: 50 000 x 9% / 360 = 12.50
        // B: 600.00 open for 90 days come in 80 days earlier, 400.00 no earlier: half of 48 000 x 9% / 360 = 6.00
        assertThat(result.lines())
                .extracting(line -> line.customerId() + " " + line.figures().granted() + " "
                        + line.figures().notTaken() + " " + line.figures().saved())
                .containsExactly("A EUR 20.00 EUR 0.00 EUR 12.50", "B EUR 10.00 EUR 10.00 EUR 6.00");
        ProgrammeFigures all = result.in("EUR");
        assertThat(all.sales()).isEqualTo(eur("2000.00"));
        assertThat(all.offered()).isEqualTo(eur("40.00"));
        assertThat(all.gain()).isEqualTo(eur("-11.50"));
        // 50 000 + 24 000 over 2 000
        assertThat(all.amountDays()).isEqualByComparingTo("74000");
        assertThat(all.dsoEffect(1, RoundingMode.HALF_UP)).isEqualTo("37.0");
    }

    @Test
    void nobody_takes_it_unless_the_caller_says_so() {
        ProgrammeFigures figures = figures(ledger(), OPTIONS);

        assertThat(figures.granted()).isEqualTo(eur("0.00"));
        assertThat(figures.notTaken()).isEqualTo(figures.offered());
        assertThat(figures.dsoEffect(1, RoundingMode.HALF_UP)).isEqualTo("0.0");
    }

    @Test
    void credited_amounts_are_no_sales_and_money_that_went_back_did_not_come_in() {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("A", "A"))
                .invoice(Invoice.of("F-1", "A", date("2025-12-31"), eur("1000.00")))
                .creditNote(CreditNote.of("N-1", "A", date("2026-01-10"), eur("300.00")))
                .fact(Allocation.ofCreditNote("L-1", "N-1", "F-1", date("2026-01-10"), eur("300.00")))
                .payment(Payment.of("P-1", "A", date("2026-01-05"), eur("700.00")), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", date("2026-02-20")))
                .build();

        ProgrammeFigures figures = figures(ledger, OPTIONS.withTakeUp(percent("100")));

        // 700.00 are open for 90 days: 80 days earlier
        assertThat(figures.sales()).isEqualTo(eur("700.00"));
        assertThat(figures.amountDays()).isEqualByComparingTo("56000");
    }

    @Test
    void without_invoices_there_is_nothing_to_gain() {
        ProgrammeFigures none = DiscountProgramme.of(ledger(), OPTIONS).in("CAD");

        assertThat(none.gain()).isEqualTo(Money.of("0", "CAD"));
        assertThat(none.dsoEffect(1, RoundingMode.HALF_UP)).isEqualTo("0.0");
    }

    @Test
    void impossible_options_are_refused() {
        DiscountOffer offer = DiscountOffer.of("2", 10, 360);
        SimpleAnnualRate rate = SimpleAnnualRate.of("9");

        assertThatThrownBy(() -> ProgrammeOptions.of(AS_OF, TO, FROM, offer, rate))
                .hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> ProgrammeOptions.of(FROM, FROM, TO, offer, rate))
                .hasMessageContaining("after the as-of date");
        assertThatThrownBy(() -> ProgrammeOptions.of(AS_OF, FROM, TO, DiscountOffer.of("2", 1, 12), rate))
                .hasMessageContaining("a year of 12 has no days");
        assertThatThrownBy(() -> OPTIONS.withTakeUp("A", percent("100.1"))).hasMessageContaining("take-up of 100.1");
    }

    @Test
    void a_payment_that_bounces_is_the_one_that_is_taken_off() {
        Ledger ledger = Ledger.builder()
                .invoice(Invoice.of("F-1", "A", date("2025-12-31"), eur("300.00")))
                .payment(Payment.of("P-1", "A", date("2026-01-20"), eur("100.00")), "F-1")
                .payment(Payment.of("P-2", "A", date("2026-02-09"), eur("200.00")), "F-1")
                .fact(Reversal.ofPayment("R-1", "P-1", date("2026-02-10")))
                .build();

        // 200.00 after 40 days come in 30 days earlier, 100.00 open for 90 days come in 80 days earlier
        assertThat(figures(ledger, OPTIONS.withTakeUp(percent("100"))).amountDays())
                .isEqualByComparingTo("14000");
    }
}
