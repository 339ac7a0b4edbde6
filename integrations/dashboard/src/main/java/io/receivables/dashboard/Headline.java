package io.receivables.dashboard;

import io.receivables.core.Money;
import io.receivables.metrics.Measure;

/** The figures that are looked at first, as cards. */
final class Headline extends CurrencyPart {
    Headline(Html html, Figures figures, Figures.OfCurrency currency) {
        super(html, figures, currency);
    }

    void write() {
        html.open("div", "class", "cards");
        card(
                Definition.RECEIVABLES,
                "receivables",
                aged.receivables(),
                "",
                () -> html.open("span", figure("openItems", aged.openItems()))
                        .text(Words.count("items", aged.openItems()))
                        .close()
                        .text(Twin.same(" · "))
                        .text(Words.count("customers", currency.debtors().size())));
        card(
                Definition.OVERDUE,
                "overdue",
                aged.overdue(),
                aged.overdue().isZero() ? "" : " alert",
                () -> part(Indicator.OVERDUE_RATIO, "of.receivables"));
        card(Indicator.SIMPLE_90, "sub.days365", Indicator.SIMPLE_365);
        boolean months = currency.measure(Indicator.COUNT_BACK_MONTHLY).value().isPresent();
        Indicator shown = months ? Indicator.COUNT_BACK_MONTHLY : Indicator.COUNT_BACK_DAILY;
        Indicator other = months ? Indicator.COUNT_BACK_DAILY : Indicator.COUNT_BACK_MONTHLY;
        card(shown, months ? "sub.countBackDaily" : "sub.countBackMonthly", other);
        card(Indicator.BEST_POSSIBLE_90, "sub.delinquent", Indicator.AVERAGE_DAYS_DELINQUENT_90);
        card(Indicator.CEI, "sub.late", Indicator.AVERAGE_DAYS_LATE);
        card(
                Definition.CREDITS,
                "unappliedCredits",
                aged.unappliedCredits(),
                "",
                () -> html.text(Words.text("sub.net", Words.amount(aged.net()))));
        card(Definition.DISPUTED, "disputed.amount", aged.disputed(), "", () -> {
            html.open("span", figure("disputed.items", aged.disputedItems()))
                    .text(Words.count("items", aged.disputedItems()))
                    .close()
                    .text(Twin.same(" · "));
            part(Indicator.DISPUTE_RATIO, "of.receivables");
        });
        html.close();
    }

    private void card(String definition, String key, Money amount, String style, Runnable below) {
        Twin name = Words.text("name." + definition);
        html.open("div", "class", "card" + style);
        title("h3", name, definition);
        html.open("p", "class", "big");
        html.leaf("span", Words.amount(amount), figure(key, amount));
        html.leaf("small", Twin.same(" " + code)).close();
        html.open("p", "class", "sub");
        below.run();
        html.close().close();
    }

    private void card(Indicator shown, String below, Indicator other) {
        Measure measure = currency.measure(shown);
        html.open("div", "class", "card");
        title("h3", Words.name(shown.kind()), shown.kind().code());
        html.open("p", "class", "big")
                .leaf("span", Words.value(measure), figure(shown))
                .close();
        if (!other.key().isEmpty() && measure.value().isPresent()) {
            html.open("p", "class", "sub")
                    .text(Words.text(below))
                    .text(Twin.same(" "))
                    .leaf("span", Words.value(currency.measure(other)), figure(other))
                    .close();
        }
        note(measure);
        html.close();
    }

    private void part(Indicator ratio, String of) {
        Measure measure = currency.measure(ratio);
        if (measure.value().isPresent()) {
            html.leaf("span", Words.value(measure), figure(ratio))
                    .text(Twin.same(" "))
                    .text(Words.text(of));
        } else {
            html.text(Words.text("of.nothing"));
        }
    }
}
