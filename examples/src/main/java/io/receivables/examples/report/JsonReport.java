package io.receivables.examples.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.metrics.Measure;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Bucket;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The report as JSON: amounts and ratios are decimal texts, ratios with 6 decimals rounded half-up; a figure that does not
 * exist is null, and a sibling key with {@code Reason} appended says why.
 */
public final class JsonReport {
    private static final int RATIO_DECIMALS = 6;
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Texts texts;

    private JsonReport(JsonGenerator json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Writes the figures as UTF-8, the same bytes on every machine; the stream is not closed. */
    public static void write(Figures figures, Texts texts, OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(pretty);
        try (json) {
            new JsonReport(json, texts).report(figures);
            json.writeRaw('\n');
        }
    }

    /** What writes the content of an object or list. */
    private interface Content {
        void write() throws IOException;
    }

    private void object(String key, Content content) throws IOException {
        json.writeFieldName(key);
        object(content);
    }

    private void object(Content content) throws IOException {
        json.writeStartObject();
        content.write();
        json.writeEndObject();
    }

    private <T> void list(String key, Iterable<T> elements, ElementWriter<T> writer) throws IOException {
        json.writeArrayFieldStart(key);
        for (T element : elements) {
            object(() -> writer.write(element));
        }
        json.writeEndArray();
    }

    private interface ElementWriter<T> {
        void write(T element) throws IOException;
    }

    private void report(Figures figures) throws IOException {
        object(() -> {
            json.writeStringField("asOf", figures.asOf().toString());
            object("items", () -> items(figures.items()));
            object("currencies", () -> {
                for (Map.Entry<String, Figures.OfCurrency> entry :
                        figures.currencies().entrySet()) {
                    object(entry.getKey(), () -> currency(entry.getValue()));
                }
            });
            list("customers", figures.customers(), this::customer);
            list("problems", figures.problems(), this::problem);
        });
    }

    private void items(Source.Items items) throws IOException {
        json.writeNumberField("invoices", items.invoices());
        json.writeNumberField("creditNotes", items.creditNotes());
        json.writeNumberField("payments", items.payments());
        json.writeNumberField("rejected", items.rejected());
        json.writeNumberField("duplicates", items.duplicates());
    }

    private void currency(Figures.OfCurrency figures) throws IOException {
        AgedLine aged = figures.aged();
        amount("receivables", aged.receivables());
        amount("unappliedCredits", aged.unappliedCredits());
        amount("netReceivables", aged.net());
        json.writeNumberField("openItems", aged.openItems());
        amount("notDue", aged.notDue());
        amount("overdue", aged.overdue());
        list("aging", aged.buckets(), this::bucket);
        object("disputed", () -> {
            amount("amount", aged.disputed());
            json.writeNumberField("items", aged.disputedItems());
        });
        object("dso", () -> dso(figures.dso()));
        ratio("cei", figures.cei().now());
        ratio("averageDaysLate", figures.averageDaysLate().now());
        object("footing", () -> {
            amount("buckets", figures.footing().net());
            amount("control", figures.footing().control());
            amount("difference", figures.footing().difference());
        });
    }

    private void dso(Map<DsoFigure, Figures.Line> lines) throws IOException {
        for (Map.Entry<DsoFigure, Figures.Line> line : lines.entrySet()) {
            ratio(line.getKey().key(), line.getValue().now());
            if (line.getKey() == DsoFigure.COUNT_BACK_DAILY) {
                object("countBackStatus", () -> {
                    status("monthly", Objects.requireNonNull(lines.get(DsoFigure.COUNT_BACK_MONTHLY)));
                    status("daily", line.getValue());
                });
            }
        }
    }

    private void status(String key, Figures.Line line) throws IOException {
        json.writeStringField(key, line.now().status().code());
    }

    private void bucket(AgedBucket aged) throws IOException {
        Bucket bucket = aged.bucket();
        json.writeStringField("bucket", bucket.label());
        bound("from", bucket.from(), Bucket.UNBOUNDED_BELOW);
        bound("to", bucket.to(), Bucket.UNBOUNDED_ABOVE);
        amount("amount", aged.amount());
        json.writeNumberField("items", aged.items());
    }

    private void bound(String key, int days, int unbounded) throws IOException {
        if (days == unbounded) {
            json.writeNullField(key);
        } else {
            json.writeNumberField(key, days);
        }
    }

    private void customer(Figures.OfCustomer customer) throws IOException {
        AgedLine aged = customer.aged();
        text("id", customer.customer().id());
        json.writeStringField("currency", aged.currency().getCurrencyCode());
        amount("open", aged.receivables());
        amount("overdue", aged.overdue());
        amount("unappliedCredits", aged.unappliedCredits());
        list("aging", aged.buckets(), this::bucket);
    }

    private void problem(Problem problem) throws IOException {
        attribute("file", problem, Problem.FILE);
        String line = problem.attribute(Problem.LINE);
        if (line.isEmpty()) {
            json.writeNullField("line");
        } else {
            json.writeNumberField("line", Long.parseLong(line));
        }
        attribute("field", problem, Problem.FIELD);
        attribute("value", problem, Problem.VALUE);
        json.writeStringField("code", problem.code().id());
        json.writeStringField("severity", problem.severity().code());
        text("message", problem.message(texts.locale()));
    }

    private void attribute(String key, Problem problem, String name) throws IOException {
        String value = problem.attributes().get(name);
        if (value == null) {
            json.writeNullField(key);
        } else {
            text(key, value);
        }
    }

    /** Half a surrogate pair, as broken files may hold, cannot be written as UTF-8. */
    private void text(String key, String value) throws IOException {
        json.writeStringField(key, LONE_SURROGATE.matcher(value).replaceAll("\uFFFD"));
    }

    private void amount(String key, Money amount) throws IOException {
        json.writeStringField(key, amount.amount().toPlainString());
    }

    /** A ratio; where there is none, the reason stands beside it. */
    private void ratio(String key, Measure measure) throws IOException {
        String value = measure.value(RATIO_DECIMALS, RoundingMode.HALF_UP)
                .map(BigDecimal::toPlainString)
                .orElse(null);
        json.writeStringField(key, value);
        if (value == null) {
            json.writeStringField(key + "Reason", measure.reason(texts.locale()));
        }
    }
}
