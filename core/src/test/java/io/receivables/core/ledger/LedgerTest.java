package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate APRIL_20 = LocalDate.parse("2026-04-20");
    private static final LocalDate MAY_31 = LocalDate.parse("2026-05-31");

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private final Invoice invoice =
            Invoice.of("F-1001", "ACME", MARCH_2, cad("1200.00")).dueOn(APRIL_1);

    @Test
    void partial_payment_keeps_invoice_open() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .payment(Payment.of("P-77", "ACME", APRIL_20, cad("400.00")), "F-1001")
                .build();

        assertThat(ledger.openItems(MAY_31)).singleElement().satisfies(item -> {
            assertThat(item.open()).isEqualTo(cad("800.00")); // 1,200.00 - 400.00
            assertThat(item.dueDate()).isEqualTo(APRIL_1);
        });
        assertThat(ledger.openItems(APRIL_20.minusDays(1)))
                .singleElement()
                .satisfies(item -> assertThat(item.open()).isEqualTo(cad("1200.00")));
        assertThat(ledger.balance(MAY_31)).containsEntry("CAD", cad("800.00"));
        assertThat(ledger.balance(MARCH_2.minusDays(1))).isEmpty();
    }

    @Test
    void reversed_payment_opens_the_invoice_again() {
        Ledger ledger = Ledger.builder()
                .invoice(invoice)
                .fact(Payment.of("P-77", "ACME", APRIL_20, cad("1200.00")))
                .fact(Allocation.ofPayment("A-1", "P-77", "F-1001", APRIL_20, cad("1200.00")))
                .fact(Reversal.ofPayment("R-1", "P-77", APRIL_20.plusDays(9)))
                .build();

        assertThat(ledger.openItems(APRIL_20)).isEmpty();
        assertThat(ledger.openItems(APRIL_20.plusDays(8))).isEmpty();
        assertThat(ledger.openItems(APRIL_20.plusDays(9)))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo("F-1001"));
    }

    @Test
    void overpayment_becomes_unapplied_cash_with_a_warning() {
        var loaded = Ledger.builder()
                .invoice(invoice)
                .payment(Payment.of("P-77", "ACME", APRIL_20, cad("1300.00")), "F-1001")
                .load();

        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(LedgerProblem.OVERPAYMENT);
            assertThat(problem.message())
                    .isEqualTo("payment P-77 over CAD 1300.00 exceeds what was open on F-1001 by CAD 100.00;"
                            + " the excess is unapplied cash");
        });
        assertThat(loaded.value().openItems(MAY_31)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(ItemKind.PAYMENT);
            assertThat(item.signedOpen()).isEqualTo(cad("-100.00"));
        });
    }
}
