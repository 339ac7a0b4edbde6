package io.receivables.dashboard;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.efficiency.EfficiencyFormulas;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Who owes what is overdue or contested. */
final class DebtorPanels extends CurrencyPart {
    /** How many lines a list shows at most; the customer table has them all. */
    private static final int MOST_LINES = 10;

    DebtorPanels(Html html, Figures figures, Figures.OfCurrency currency) {
        super(html, figures, currency);
    }

    /** Who owes most of what is overdue. */
    void topDebtors() {
        panel("debtors", Words.text("debtors.title"), Definition.OVERDUE);
        List<Figures.Debtor> late = currency.debtors().stream()
                .filter(debtor -> debtor.aged().overdue().isPositive())
                .toList();
        if (late.isEmpty()) {
            nothing(Words.text("debtors.nothing"));
        } else {
            List<Figures.Debtor> shown = late.subList(0, Math.min(MOST_LINES, late.size()));
            Axis axis = axis(shown, Figures.Debtor::aged);
            barLegend();
            table("debtors.title", "column.customer", "", "column.overdue", "column.oldest");
            for (Figures.Debtor debtor : shown) {
                html.open("tr")
                        .open(
                                "th",
                                "scope",
                                "row",
                                "class",
                                "name",
                                "title",
                                debtor.customer().name() + " ("
                                        + debtor.customer().id() + ")");
                html.data(debtor.customer().name()).close();
                bars(axis, debtor.aged());
                html.leaf("td", Words.amount(debtor.aged().overdue()));
                html.leaf(
                        "td",
                        debtor.aged()
                                .oldest()
                                .map(oldest -> Words.count(
                                        "days.short",
                                        figures.asOf().toEpochDay()
                                                - oldest.date().toEpochDay()))
                                .orElse(Twin.NOTHING));
                html.close();
            }
            more(
                    late.size() - shown.size(),
                    4,
                    late.stream()
                            .skip(shown.size())
                            .map(d -> d.aged().overdue())
                            .toList());
            closeTable();
        }
        closePanel();
    }

    /** The lines of a grouping attribute. */
    void groups(String part, String attribute, List<AgedLine> lines) {
        Twin name = Page.attribute(attribute);
        panel(part, Words.text("groups.title", name), Definition.GROUPS);
        if (lines.isEmpty()) {
            nothing(Words.text("open.nothing"));
        } else {
            List<AgedLine> shown = lines.subList(0, Math.min(MOST_LINES, lines.size()));
            Axis axis = axis(shown, Function.identity());
            barLegend();
            tableOf(
                    Words.text("groups.title", name),
                    List.of(
                            name.map(Words::capitalized),
                            Twin.NOTHING,
                            Words.text("column.overdue"),
                            Words.text("column.share")));
            for (AgedLine line : shown) {
                html.open("tr").open("th", "scope", "row", "class", "name", "title", line.group());
                if (line.group().isEmpty()) {
                    html.text(Words.text("groups.without"));
                } else {
                    html.data(line.group());
                }
                html.close();
                bars(axis, line);
                html.leaf("td", Words.amount(line.overdue()));
                html.leaf("td", share(line)).close();
            }
            more(
                    lines.size() - shown.size(),
                    4,
                    lines.stream().skip(shown.size()).map(AgedLine::overdue).toList());
            closeTable();
        }
        closePanel();
    }

    /** How much of what a line owes is overdue. */
    private static Twin share(AgedLine line) {
        return Words.value(EfficiencyFormulas.overdueRatio(
                line.overdue().amount(), line.receivables().amount()));
    }

    private static <T> Axis axis(List<T> shown, Function<T, AgedLine> aged) {
        return Axis.spanning(shown.stream()
                .map(aged)
                .map(line -> line.receivables().amount())
                .toList());
    }

    private void bars(Axis axis, AgedLine line) {
        html.open("td", "class", "bars");
        Charts.bar(
                html,
                axis,
                BigDecimal.ZERO,
                List.of(
                        new Charts.Part(line.receivables().amount(), "bar-open"),
                        new Charts.Part(line.overdue().amount(), "bar-overdue")));
        html.close();
    }

    private void barLegend() {
        html.open("ul", "class", "legend");
        for (String style : List.of("bar-overdue", "bar-open")) {
            html.open("li").open("svg", "width", "14", "height", "10", "aria-hidden", "true");
            html.empty("rect", "class", style, "width", "14", "height", "10", "rx", "2");
            html.close().text(Words.text("legend." + style)).close();
        }
        html.close();
    }

    /** A line for those that a list does not show. */
    private void more(int count, int columns, List<Money> amounts) {
        if (count > 0) {
            Money sum = amounts.stream().reduce(Money.zero(aged.currency()), Money::plus);
            html.open("tr", "class", "more").leaf("th", Words.count("more", count), "scope", "row");
            html.leaf("td", Twin.NOTHING).leaf("td", Words.amount(sum));
            for (int i = 3; i < columns; i++) {
                html.leaf("td", Twin.NOTHING);
            }
            html.close();
        }
    }

    void disputed() {
        panel("disputes", Words.text("disputes.title"), Definition.DISPUTED);
        List<Figures.Disputed> all = currency.disputed();
        if (all.isEmpty()) {
            nothing(Words.text("disputes.nothing"));
        } else {
            html.open("p", "class", "lead")
                    .text(Words.count("items", all.size()))
                    .text(Twin.same(" · "))
                    .text(Words.money(aged.disputed()))
                    .text(Twin.same(" · "))
                    .text(Words.text(
                            "disputes.oldest",
                            Words.count(
                                    "days.long",
                                    all.stream()
                                            .map(Figures.Disputed::since)
                                            .min(Comparator.naturalOrder())
                                            .map(since -> figures.asOf().toEpochDay() - since.toEpochDay())
                                            .orElse(0L))))
                    .close();
            table("disputes.title", "column.document", "column.customer", "column.disputed", "column.since");
            List<Figures.Disputed> shown = all.subList(0, Math.min(MOST_LINES, all.size()));
            for (Figures.Disputed item : shown) {
                html.open("tr")
                        .open("th", "scope", "row")
                        .data(document(item.row()))
                        .close();
                html.open(
                                "td",
                                "class",
                                "name",
                                "title",
                                item.customer().name() + " (" + item.customer().id() + ")")
                        .data(item.customer().name())
                        .close();
                html.leaf("td", Words.amount(item.amount()));
                html.leaf(
                                "td",
                                Words.count(
                                        "days.short",
                                        figures.asOf().toEpochDay()
                                                - item.since().toEpochDay()))
                        .close();
            }
            more(
                    all.size() - shown.size(),
                    4,
                    all.stream()
                            .skip(shown.size())
                            .map(Figures.Disputed::amount)
                            .toList());
            closeTable();
        }
        closePanel();
    }

    private String document(int row) {
        int instalment = figures.ledger().columns().instalment(row);
        return figures.ledger().columns().id(row) + (instalment > 1 ? " / " + instalment : "");
    }

    void concentration() {
        panel("concentration", Words.text("concentration.title"), MeasureKind.HERFINDAHL_HIRSCHMAN_INDEX.code());
        Measure index = currency.measure(Indicator.HERFINDAHL);
        if (index.value().isEmpty()) {
            nothing(Words.text("open.nothing"));
        } else {
            Axis axis = Axis.spanning(List.of(BigDecimal.valueOf(100)));
            table("concentration.title", "column.debtors", "", "column.share");
            for (Indicator top : List.of(Indicator.TOP_1, Indicator.TOP_5, Indicator.TOP_10, Indicator.TOP_20)) {
                Measure share = currency.measure(top);
                html.open("tr")
                        .leaf("th", Words.count("top", share.input("debtors").longValueExact()), "scope", "row");
                html.open("td", "class", "bars");
                Charts.bar(
                        html,
                        axis,
                        BigDecimal.ZERO,
                        List.of(
                                new Charts.Part(BigDecimal.valueOf(100), "bar-open"),
                                new Charts.Part(share.value().orElse(BigDecimal.ZERO), "part-0")));
                html.close()
                        .open("td")
                        .leaf("span", Words.value(share), figure(top))
                        .close()
                        .close();
            }
            html.close().open("tfoot").open("tr", "class", "sum");
            html.leaf("th", Words.name(index.kind()), "scope", "row").leaf("td", Twin.NOTHING);
            html.open("td")
                    .leaf("span", Words.value(index), figure(Indicator.HERFINDAHL))
                    .close()
                    .close();
            closeTable();
        }
        closePanel();
    }
}
