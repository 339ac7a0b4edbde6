package io.receivables.dashboard;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.aging.AgedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A part of what the page shows of one currency; here is what all of them have in common. */
abstract class CurrencyPart {
    private static final int RATIO_DECIMALS = 6;

    final Html html;
    final Figures figures;
    final Figures.OfCurrency currency;
    final AgedLine aged;
    final String code;

    CurrencyPart(Html html, Figures figures, Figures.OfCurrency currency) {
        this.html = html;
        this.figures = figures;
        this.currency = currency;
        this.aged = currency.aged();
        this.code = currency.code();
    }

    final String id(String part) {
        return code + "-" + part;
    }

    final void panel(String part, Twin title, String definition) {
        html.open("section", "class", "panel", "id", id(part), "aria-labelledby", id(part) + "-caption");
        html.open("h3", "id", id(part) + "-caption").text(title);
        Definition.link(html, definition, title);
        html.close();
    }

    final void closePanel() {
        html.close();
    }

    final void title(String element, Twin name, String definition) {
        html.open(element).text(name);
        Definition.link(html, definition, name);
        html.close();
    }

    final void nothing(Twin text) {
        html.leaf("p", text, "class", "nothing");
    }

    final void table(String caption, String... columns) {
        tableOf(
                Words.text(caption),
                List.of(columns).stream()
                        .map(column -> column.isEmpty() ? Twin.NOTHING : Words.text(column))
                        .toList());
    }

    /** A column without a heading holds bars. */
    final void tableOf(Twin caption, List<Twin> columns) {
        html.open("table").leaf("caption", caption, "class", "sr").open("thead").open("tr");
        for (Twin column : columns) {
            if (column.equals(Twin.NOTHING)) {
                html.leaf("td", Twin.NOTHING, "class", "bars");
            } else {
                html.leaf("th", column, "scope", "col");
            }
        }
        html.close().close().open("tbody");
    }

    final void closeTable() {
        html.close().close();
    }

    // ---- figures that can be read by a program

    final String[] figure(String key, Money amount) {
        return figure(key, amount.amount().toPlainString());
    }

    final String[] figure(String key, int count) {
        return figure(key, Integer.toString(count));
    }

    final String[] figure(Indicator indicator) {
        return figure(
                indicator.key(),
                currency.measure(indicator)
                        .value(RATIO_DECIMALS, RoundingMode.HALF_UP)
                        .map(BigDecimal::toPlainString)
                        .orElse(""));
    }

    final String[] figure(String key, String value) {
        return new String[] {"data-figure", code + "." + key, "data-value", value};
    }

    /** Why a measure has no value, or how its value is to be read. */
    final void note(Measure measure) {
        if (measure.status() != MeasureStatus.OK) {
            html.leaf("p", Twin.of(measure::reason).map(CurrencyPart::sentence), "class", "note");
        }
        for (MeasureWarning warning : measure.warnings()) {
            html.leaf("p", Twin.of(warning::text).map(CurrencyPart::sentence), "class", "note");
        }
    }

    static String sentence(String text) {
        return text.isEmpty() ? text : Words.capitalized(text) + ".";
    }
}
