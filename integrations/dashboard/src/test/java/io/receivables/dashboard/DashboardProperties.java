package io.receivables.dashboard;

import static io.receivables.dashboard.Pages.figure;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.testkit.BulkLedgers;
import io.receivables.testkit.ReceivablesDomain;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jsoup.nodes.Document;

/** What holds for the page of every ledger at every date. */
@Domain(ReceivablesDomain.class)
class DashboardProperties {
    @Property(tries = 60)
    void the_page_shows_what_the_engines_say(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        Document page = Pages.parsed(Dashboard.of(ledger, asOf));
        AgedBalance balance = Aging.of(ledger, AgingOptions.standard(asOf));

        assertThat(page.select("section.currency").eachAttr("data-currency"))
                .containsExactlyElementsOf(balance.currencies());
        for (String code : balance.currencies()) {
            AgedLine line = balance.in(code);
            BigDecimal buckets = BigDecimal.ZERO;
            for (var bucket : line.buckets()) {
                buckets = buckets.add(new BigDecimal(
                        figure(page, code + ".aging." + bucket.bucket().label() + ".amount")));
            }
            assertThat(buckets).isEqualByComparingTo(line.receivables().amount());
            assertThat(figure(page, code + ".netReceivables"))
                    .isEqualTo(ledger.balance(asOf).get(code).amount().toPlainString());
            for (Indicator indicator : Indicator.values()) {
                assertThat(figure(page, code + "." + indicator.key()))
                        .isEqualTo(indicator
                                .of(ledger, asOf)
                                .in(code)
                                .value(6, RoundingMode.HALF_UP)
                                .map(BigDecimal::toPlainString)
                                .orElse(""));
            }
        }
    }

    @Property(tries = 60)
    void the_parts_of_the_dso_add_up(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        for (Figures.OfCurrency currency : Figures.of(ledger, asOf, List.of()).currencies()) {
            if (currency.measure(Indicator.SIMPLE_90).value().isPresent()) {
                BigDecimal sum = currency.measure(Indicator.BEST_POSSIBLE_90)
                        .value()
                        .orElseThrow()
                        .add(currency.measure(Indicator.DISPUTE_90).value().orElseThrow())
                        .add(currency.measure(Indicator.PURE_LATENESS_90)
                                .value()
                                .orElseThrow());
                assertThat(sum.subtract(currency.measure(Indicator.SIMPLE_90)
                                        .value()
                                        .orElseThrow())
                                .abs())
                        .isLessThan(new BigDecimal("1e-15"));
            }
        }
    }

    @Property(tries = 30)
    void a_ledger_of_columns_has_the_same_page(@ForAll Ledger ledger, @ForAll LocalDate asOf) {
        assertThat(Pages.text(Dashboard.of(BulkLedgers.copyOf(ledger), asOf)))
                .isEqualTo(Pages.text(Dashboard.of(ledger, asOf)));
    }
}
