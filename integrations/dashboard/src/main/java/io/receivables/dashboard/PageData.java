package io.receivables.dashboard;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.receivables.core.Money;
import io.receivables.core.ledger.LedgerColumns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script reads: JSON in elements that the browser does not run. Amounts are minor units as text, because
 * a JavaScript number would not hold all of them.
 */
final class PageData {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("\n")
            .characterEscapes(new InScript())
            .build();

    private final OutputStream out;

    /**
     * @param out not closed
     */
    PageData(OutputStream out) {
        this.out = out;
    }

    /** The texts of the script, and the title in both languages. */
    void texts(Twin title) throws IOException {
        element("texts", json -> {
            json.writeStartObject();
            for (boolean french : new boolean[] {false, true}) {
                json.writeObjectFieldStart(french ? "fr" : "en");
                json.writeStringField("title", SafeText.of(french ? title.french() : title.english()));
                for (Map.Entry<String, Twin> text : Words.ofScript().entrySet()) {
                    json.writeStringField(
                            text.getKey(),
                            french ? text.getValue().french() : text.getValue().english());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    /** The customers of a currency, one array each, and their open items, one line of arrays for each customer. */
    void currency(Figures figures, Figures.OfCurrency currency) throws IOException {
        element("customers-" + currency.code(), json -> {
            json.writeStartObject();
            json.writeNumberField("digits", Money.digits(currency.aged().currency()));
            json.writeArrayFieldStart("rows");
            for (Figures.Debtor debtor : currency.debtors()) {
                customer(json, figures.asOf(), debtor);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        element("items-" + currency.code(), json -> {
            for (Figures.Debtor debtor : currency.debtors()) {
                json.writeStartArray();
                for (int row : debtor.rows()) {
                    item(json, figures, row);
                }
                json.writeEndArray();
            }
        });
    }

    private static void customer(JsonGenerator json, LocalDate asOf, Figures.Debtor debtor) throws IOException {
        json.writeStartArray();
        json.writeString(SafeText.of(debtor.customer().id()));
        json.writeString(SafeText.of(debtor.customer().name()));
        json.writeString(
                SafeText.of(String.join(" · ", debtor.customer().attributes().values())));
        amount(json, debtor.aged().receivables());
        amount(json, debtor.aged().overdue());
        amount(json, debtor.aged().unappliedCredits());
        amount(json, debtor.aged().net());
        amount(json, debtor.aged().disputed());
        json.writeNumber(debtor.aged()
                .oldest()
                .map(oldest -> Math.max(0, asOf.toEpochDay() - oldest.date().toEpochDay()))
                .orElse(0L));
        json.writeEndArray();
    }

    private static void amount(JsonGenerator json, Money amount) throws IOException {
        json.writeString(Long.toString(amount.minorUnits()));
    }

    /** Id, instalment, kind, issue date, due date, days late, amount, open, disputed; amounts of credits are negative. */
    private static void item(JsonGenerator json, Figures figures, int row) throws IOException {
        LedgerColumns columns = figures.ledger().columns();
        Currency currency = columns.currencies().get(columns.currency(row));
        int day = Math.toIntExact(figures.asOf().toEpochDay());
        int sign = columns.isDebit(row) ? 1 : -1;
        long open = columns.openAt(row, day);
        json.writeStartArray();
        json.writeString(SafeText.of(columns.id(row)));
        json.writeNumber(columns.instalment(row));
        json.writeNumber(columns.kindCode(row));
        json.writeString(LocalDate.ofEpochDay(columns.issueDay(row)).toString());
        json.writeString(LocalDate.ofEpochDay(columns.dueDay(row)).toString());
        json.writeNumber(day - columns.dueDay(row));
        amount(json, Money.ofMinor(sign * columns.amount(row), currency));
        amount(json, Money.ofMinor(sign * open, currency));
        amount(json, Money.ofMinor(columns.isDebit(row) ? columns.disputedAt(row, day, open) : 0, currency));
        json.writeEndArray();
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private void element(String id, Content content) throws IOException {
        write("<script type=\"application/json\" id=\"" + id + "\">");
        try (JsonGenerator json =
                JSON.createGenerator(out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            content.write(json);
        }
        write("</script>\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing that is written can end the script element, or a line of an old JavaScript engine. */
    private static final class InScript extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (char c : "<>&'".toCharArray()) {
                escapes[c] = ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return c == 0x2028 ? new SerializedString("\\u2028") : c == 0x2029 ? new SerializedString("\\u2029") : null;
        }
    }
}
