package io.receivables.dashboard;

import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** DSO over time, and what it is made of. */
final class DsoPanels extends CurrencyPart {
    DsoPanels(Html html, Figures figures, Figures.OfCurrency currency) {
        super(html, figures, currency);
    }

    /** Two years of month-ends. */
    void trend() {
        panel("trend", Words.text("trend.title"), MeasureKind.SIMPLE_DSO.code());
        List<LocalDate> dates = figures.monthEnds();
        List<Charts.Line> lines = new ArrayList<>();
        currency.trends()
                .forEach((kind, series) -> lines.add(new Charts.Line(
                        Words.name(kind),
                        dates.stream()
                                .map(date ->
                                        Optional.ofNullable(series.get(date)).flatMap(Measure::value))
                                .toList(),
                        kind.code())));
        if (Charts.values(lines).findAny().isEmpty()) {
            nothing(Words.text("trend.nothing"));
        } else {
            html.open("ul", "class", "legend");
            for (Charts.Line line : lines) {
                html.open("li").open("svg", "width", "26", "height", "10", "aria-hidden", "true");
                html.empty("line", "class", line.style(), "x1", "1", "x2", "25", "y1", "5", "y2", "5");
                html.close().text(line.name()).close();
            }
            html.close().open("figure");
            List<Charts.Month> months = dates.stream()
                    .map(date -> new Charts.Month(Words.month(date), trendTip(date)))
                    .toList();
            new Charts(html, id("trend"), 200).lines(trendSummary(dates), months, lines);
            html.close();
            trendTable(dates);
        }
        closePanel();
    }

    private Twin trendTip(LocalDate date) {
        Twin tip = Words.date(date);
        for (Map.Entry<MeasureKind, SortedMap<LocalDate, Measure>> trend :
                currency.trends().entrySet()) {
            tip = tip.plus(Twin.same("\n"))
                    .plus(Words.text("tip", Words.name(trend.getKey()), at(trend.getValue(), date)));
        }
        return tip;
    }

    private static Twin at(SortedMap<LocalDate, Measure> series, LocalDate date) {
        return Optional.ofNullable(series.get(date)).map(Words::value).orElse(Twin.same("–"));
    }

    private static Twin trendSummary(List<LocalDate> dates) {
        return Words.text("trend.summary", Words.date(dates.get(0)), Words.date(dates.get(dates.size() - 1)));
    }

    private void trendTable(List<LocalDate> dates) {
        html.open("details").leaf("summary", Words.text("as.table"));
        html.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-labelledby",
                id("trend") + "-caption");
        html.open("table")
                .leaf("caption", Words.text("trend.title"), "class", "sr")
                .open("thead")
                .open("tr");
        html.leaf("th", Words.text("column.monthEnd"), "scope", "col");
        currency.trends().keySet().forEach(kind -> html.leaf("th", Words.name(kind), "scope", "col"));
        html.close().close().open("tbody");
        for (int i = dates.size() - 1; i >= 0; i--) {
            LocalDate date = dates.get(i);
            html.open("tr").leaf("th", Words.date(date), "scope", "row");
            currency.trends().values().forEach(series -> html.leaf("td", at(series, date)));
            html.close();
        }
        html.close().close().close().close();
    }

    /** The simple DSO as the sum of what was agreed, what is contested and what is just late. */
    void split() {
        panel("split", Words.text("split.title"), MeasureKind.PURE_LATENESS_DSO.code());
        Measure dso = currency.measure(Indicator.SIMPLE_90);
        List<Indicator> parts = List.of(Indicator.BEST_POSSIBLE_90, Indicator.DISPUTE_90, Indicator.PURE_LATENESS_90);
        if (dso.value().isEmpty()) {
            nothing(Twin.of(dso::reason).map(CurrencyPart::sentence));
        } else {
            List<BigDecimal> ends = new ArrayList<>(List.of(BigDecimal.ZERO));
            for (Indicator part : parts) {
                ends.add(ends.get(ends.size() - 1)
                        .add(currency.measure(part).value().orElse(BigDecimal.ZERO)));
            }
            Axis axis = Axis.spanning(ends);
            table("split.title", "column.part", "", "column.days");
            for (int i = 0; i < parts.size(); i++) {
                splitRow(parts.get(i), axis, ends.get(i), ends.get(i + 1), "part-" + i);
            }
            html.close().open("tfoot");
            splitRow(Indicator.SIMPLE_90, axis, BigDecimal.ZERO, dso.value().get(), "part-sum");
            closeTable();
            html.leaf("p", Words.text("split.note"), "class", "note");
        }
        closePanel();
    }

    private void splitRow(Indicator indicator, Axis axis, BigDecimal from, BigDecimal to, String style) {
        html.open("tr", "class", indicator == Indicator.SIMPLE_90 ? "sum" : "");
        html.open("th", "scope", "row")
                .text(Words.text("split." + indicator.kind().code()))
                .close();
        html.open("td", "class", "bars");
        Charts.bar(html, axis, from, List.of(new Charts.Part(to, style)));
        html.close()
                .open("td")
                .leaf("span", Words.value(currency.measure(indicator)), figure(indicator))
                .close();
        html.close();
    }
}
