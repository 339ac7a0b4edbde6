package io.receivables.dashboard;

import io.receivables.core.Money;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.Bucket;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The aged balance as columns and as a table, with the proof that it is complete. */
final class AgedBalancePanel extends CurrencyPart {
    AgedBalancePanel(Html html, Figures figures, Figures.OfCurrency currency) {
        super(html, figures, currency);
    }

    void write() {
        panel("aging", Words.text("name.aged-balance"), Definition.AGED_BALANCE);
        html.open("div", "class", "side");
        if (aged.receivables().isZero() && aged.unappliedCredits().isZero()) {
            nothing(Words.text("open.nothing"));
        } else {
            html.open("figure");
            agingChart();
            html.close();
        }
        html.open("div");
        agingTable();
        footing();
        html.close().close();
        closePanel();
    }

    private void agingChart() {
        List<Charts.Column> columns = new ArrayList<>();
        for (int i = 0; i < aged.buckets().size(); i++) {
            AgedBucket bucket = aged.buckets().get(i);
            columns.add(column(bucketName(bucket.bucket()), shortName(bucket.bucket()), bucket.amount(), "age-" + i));
        }
        columns.add(column(
                Words.text("name.unapplied-credits"), Words.text("credits.short"), aged.unappliedCredits(), "credits"));
        new Charts(html, id("aging"), 270)
                .columns(
                        Words.text(
                                "aging.summary",
                                Words.money(aged.receivables()),
                                Words.money(aged.overdue()),
                                Words.money(aged.unappliedCredits())),
                        columns);
    }

    private static Charts.Column column(Twin name, Twin label, Money amount, String style) {
        return new Charts.Column(
                label,
                Words.compact(amount.amount()),
                Words.text("tip", name, Words.money(amount)),
                amount.amount(),
                style);
    }

    private void agingTable() {
        table("aging.table", "column.age", "column.amount", "column.share", "column.items");
        for (AgedBucket bucket : aged.buckets()) {
            String key = "aging." + bucket.bucket().label();
            html.open("tr").leaf("th", bucketName(bucket.bucket()), "scope", "row");
            html.open("td").leaf("span", Words.amount(bucket.amount()), figure(key + ".amount", bucket.amount()));
            html.close();
            html.leaf(
                    "td",
                    aged.percentage(bucket.bucket().label(), 1, RoundingMode.HALF_UP)
                            .map(Words::percent)
                            .orElse(Twin.same("–")));
            html.open("td")
                    .leaf("span", Words.number(bucket.items()), figure(key + ".items", bucket.items()))
                    .close();
            html.close();
        }
        html.close().open("tfoot");
        sum("name.receivables", "", aged.receivables(), aged.openItems());
        sum("aging.notDue", "notDue", aged.notDue(), aged.notDueItems());
        sum("aging.credits", "", aged.unappliedCredits().negated(), -1);
        sum("name.net-receivables", "netReceivables", aged.net(), -1);
        closeTable();
    }

    private void sum(String name, String key, Money amount, int items) {
        html.open("tr", "class", key.equals("notDue") ? "of-which" : "sum")
                .leaf("th", Words.text(name), "scope", "row");
        html.open("td");
        if (key.isEmpty()) {
            html.text(Words.amount(amount));
        } else {
            html.leaf("span", Words.amount(amount), figure(key, amount));
        }
        html.close()
                .leaf("td", Twin.NOTHING)
                .leaf("td", items < 0 ? Twin.NOTHING : Words.number(items))
                .close();
    }

    private void footing() {
        boolean holds = currency.footing().difference().isZero();
        html.open("p", "class", holds ? "footing holds" : "footing differs");
        html.text(Twin.same(holds ? "✓ " : "✗ "));
        proof("net", "buckets", currency.footing().net());
        proof("control", "control", currency.footing().control());
        proof("difference", "difference", currency.footing().difference());
        Definition.link(html, Definition.FOOTING, Words.text("name.footing"));
        html.close();
    }

    private void proof(String text, String key, Money amount) {
        html.text(Words.text("footing." + text)).text(Twin.same(" "));
        html.leaf("span", Words.amount(amount), figure("footing." + key, amount))
                .text(Twin.same(" "));
    }

    private static Twin bucketName(Bucket bucket) {
        if (bucket.from() == Bucket.UNBOUNDED_BELOW) {
            return Words.text("bucket.not-due");
        }
        return bucket.to() == Bucket.UNBOUNDED_ABOVE
                ? Words.text("bucket.above", Words.number(bucket.from()))
                : Words.text("bucket.range", Words.number(bucket.from()), Words.number(bucket.to()));
    }

    private static Twin shortName(Bucket bucket) {
        return bucket.from() == Bucket.UNBOUNDED_BELOW
                ? Words.text("bucket.not-due")
                : Twin.same(bucket.label().replace('-', '–'));
    }
}
