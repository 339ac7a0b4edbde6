package io.receivables.dashboard;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.aging.AgedLine;
import java.util.List;
import java.util.Map;

/** The figures of one currency, as HTML that needs no script. */
final class CurrencySection extends CurrencyPart {
    CurrencySection(Html html, Figures figures, Figures.OfCurrency currency) {
        super(html, figures, currency);
    }

    void write() {
        html.open(
                "section",
                "class",
                "currency",
                "id",
                "currency-" + code,
                "data-currency",
                code,
                "aria-labelledby",
                "heading-" + code);
        html.leaf("h2", Words.text("section.currency", code), "id", "heading-" + code);
        new Headline(html, figures, currency).write();
        new AgedBalancePanel(html, figures, currency).write();
        html.open("div", "class", "panels");
        DsoPanels dso = new DsoPanels(html, figures, currency);
        dso.trend();
        dso.split();
        DebtorPanels debtors = new DebtorPanels(html, figures, currency);
        debtors.topDebtors();
        int group = 0;
        for (Map.Entry<String, List<AgedLine>> lines : currency.groups().entrySet()) {
            debtors.groups("group-" + group++, lines.getKey(), lines.getValue());
        }
        debtors.disputed();
        debtors.concentration();
        html.close();
        measures();
        html.close();
    }

    private void measures() {
        panel("measures", Words.text("measures.title"), MeasureKind.SIMPLE_DSO.code());
        html.open("details").leaf("summary", Words.text("measures.show"));
        table("measures.title", "column.measure", "column.value", "column.reading");
        for (Indicator indicator : Indicator.values()) {
            Measure measure = currency.measure(indicator);
            html.open("tr").open("th", "scope", "row").text(Words.name(indicator.kind()));
            Definition.link(html, indicator.kind().code(), Words.name(indicator.kind()));
            html.leaf("code", Twin.same(measure.name()));
            html.close()
                    .open("td")
                    .leaf("span", Words.value(measure), figure(indicator))
                    .close()
                    .open("td", "class", "reading");
            status(indicator, measure);
            note(measure);
            html.close().close();
        }
        closeTable();
        html.close();
        closePanel();
    }

    private void status(Indicator indicator, Measure measure) {
        String key = switch (indicator) {
            case COUNT_BACK_MONTHLY -> "dso.countBackStatus.monthly";
            case COUNT_BACK_DAILY -> "dso.countBackStatus.daily";
            default -> "";
        };
        if (!key.isEmpty()) {
            html.leaf(
                    "code",
                    Twin.same(measure.status().code()),
                    figure(key, measure.status().code()));
        }
    }
}
