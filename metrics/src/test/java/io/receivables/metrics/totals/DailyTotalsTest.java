package io.receivables.metrics.totals;

import static io.receivables.metrics.internal.TestLedgers.date;
import static io.receivables.metrics.internal.TestLedgers.eur;
import static io.receivables.metrics.internal.TestLedgers.quarter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.CreditNoteTiming;
import io.receivables.metrics.MeasureBasis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyTotalsTest {
    private static final MeasureBasis IN_ORIGIN = MeasureBasis.standard().withCreditNotes(CreditNoteTiming.IN_ORIGIN);

    private static DailyTotals of(Ledger ledger) {
        return DailyTotals.of(ledger, MeasureBasis.standard(), Workers.caller());
    }

    private static Ledger oneInvoice(String currency, LocalDate issued, long minorUnits) {
        int[] day = {(int) issued.toEpochDay()};
        return Ledger.ofColumns(LedgerColumns.of(1)
                .currency(currency)
                .customers(new String[] {"ACME"}, new int[] {0})
                .issueDays(day)
                .dueDays(day)
                .minorUnits(new long[] {minorUnits})
                .build());
    }

    /** Sales: 1,000 + 600 + 1,250 - 150; open on March 31: 600 + 900 - 150. */
    @Test
    void sales_and_receivables_of_a_quarter() {
        DailyTotals totals = of(quarter().build());

        assertThat(totals.sales("EUR", date("2026-01-01"), date("2026-03-31"))).isEqualTo(eur("2700.00"));
        assertThat(totals.sales("EUR", date("2026-02-01"), date("2026-02-28"))).isEqualTo(eur("600.00"));
        assertThat(totals.receivables("EUR", date("2026-03-31"))).isEqualTo(eur("1350.00"));
        assertThat(totals.receivables("EUR", date("2025-12-31"))).isEqualTo(eur("0.00"));
        assertThat(totals.receivables("EUR", date("2030-12-31"))).isEqualTo(eur("1350.00"));
    }

    /** The credit note of March 10 over 150 corrects the invoice of February. */
    @Test
    void credit_note_lowers_the_sales_of_its_origin_from_the_date_on_that_it_is_known() {
        Ledger ledger = quarter().build();
        DailyTotals all = DailyTotals.of(ledger, IN_ORIGIN, Workers.caller());
        DailyTotals before = DailyTotals.of(ledger, IN_ORIGIN, date("2026-03-09"), Workers.caller());

        assertThat(all.sales("EUR", date("2026-02-01"), date("2026-02-28"))).isEqualTo(eur("450.00"));
        assertThat(before.sales("EUR", date("2026-02-01"), date("2026-02-28"))).isEqualTo(eur("600.00"));
    }

    @Test
    void currencies_of_shards_are_united_by_code() {
        DailyTotals sum = of(oneInvoice("EUR", date("2026-01-05"), 100))
                .plus(of(oneInvoice("USD", date("2024-05-05"), 7)))
                .plus(of(oneInvoice("EUR", date("2028-01-05"), 20)));

        assertThat(sum.currencies()).hasSize(2);
        assertThat(sum.receivables("EUR", date("2027-01-01"))).isEqualTo(eur("1.00"));
        assertThat(sum.receivables("EUR", date("2028-01-05"))).isEqualTo(eur("1.20"));
        assertThat(sum.receivables("USD", date("2028-01-05")).minorUnits()).isEqualTo(7);
        assertThat(sum.firstRow(sum.index("EUR")))
                .isEqualTo((int) date("2026-01-05").toEpochDay());
    }

    /** EUR 1.00 and EUR 0.20 in two columns of one ledger, USD 0.07: asked for as USD, GBP, EUR. */
    @Test
    void currencies_get_the_order_asked_for_and_one_given_twice_is_added_up() {
        int[] day = {20_000, 20_001, 20_002};
        Currency eur = Money.currency("EUR");
        Currency usd = Money.currency("USD");
        Currency gbp = Money.currency("GBP");
        DailyTotals totals = of(Ledger.ofColumns(LedgerColumns.of(3)
                        .currencies(List.of(eur, eur, usd), new int[] {0, 1, 2})
                        .customers(new String[] {"ACME"}, new int[3])
                        .issueDays(day)
                        .dueDays(day)
                        .minorUnits(new long[] {100, 20, 7})
                        .build()))
                .withCurrencies(List.of(usd, gbp, eur));

        assertThat(totals.currencies()).containsExactly(usd, gbp, eur);
        assertThat(totals.receivables(0, 20_002)).isEqualTo(7);
        assertThat(totals.firstRow(1)).isEqualTo(DailyTotals.NONE);
        assertThat(totals.receivables(2, 20_000)).isEqualTo(100);
        assertThat(totals.receivables(2, 20_001)).isEqualTo(120);
        assertThatThrownBy(() -> totals.withCurrencies(List.of(usd, gbp)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EUR");
    }

    /** The other account's date centuries later is none of this one's days. */
    @Test
    void totals_of_an_account_do_not_depend_on_the_dates_of_others() {
        int[] day = {20_000, (int) date("2900-01-01").toEpochDay()};
        Ledger ledger = Ledger.ofColumns(LedgerColumns.of(2)
                .currencies(List.of(Money.currency("EUR"), Money.currency("USD")), new int[] {1, 0})
                .customers(new String[] {"ACME", "BETA"}, new int[] {0, 1})
                .issueDays(day)
                .dueDays(day)
                .minorUnits(new long[] {100, 20})
                .build());
        DailyTotals acme = DailyTotals.ofAccount(ledger, MeasureBasis.standard(), 0);
        DailyTotals beta = DailyTotals.ofAccount(ledger, MeasureBasis.standard(), 1);

        assertThat(acme.firstDay()).isEqualTo(20_000);
        assertThat(acme.sales(1, 20_000, 20_000)).isEqualTo(100);
        assertThat(acme.firstRow(0)).isEqualTo(DailyTotals.NONE);
        assertThat(beta.firstDay()).isEqualTo(day[1]);
        assertThat(beta.receivables(0, day[1] - 1)).isZero();
        assertThat(beta.receivables(0, day[1])).isEqualTo(20);
    }

    @Test
    void totals_that_exceed_64_bits_are_refused() {
        DailyTotals most = of(oneInvoice("EUR", date("2026-01-05"), Long.MAX_VALUE));

        assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void totals_on_different_bases_do_not_add_up() {
        Ledger ledger = quarter().build();

        assertThatThrownBy(() -> of(ledger).plus(DailyTotals.of(ledger, IN_ORIGIN, Workers.caller())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credit-notes-in-origin")
                .hasMessageContaining("totals add up only on one basis");
    }

    @Test
    void empty_totals_change_nothing() {
        DailyTotals none = of(Ledger.ofColumns(LedgerColumns.of(0).build()));
        DailyTotals some = of(oneInvoice("EUR", date("2026-01-05"), 100));

        assertThat(none.plus(some).receivables("EUR", date("2026-01-05"))).isEqualTo(eur("1.00"));
        assertThat(some.plus(none).receivables("EUR", date("2026-01-05"))).isEqualTo(eur("1.00"));
        assertThat(none.plus(none).currencies()).isEmpty();
    }

    @Test
    void currency_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> of(quarter().build()).receivables("USD", date("2026-01-05")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no totals in \"USD\": the currencies are [EUR]");
    }
}
