package io.receivables.dunning.letters;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The data of a hand-over file in the words and figures of a language. */
final class HandOverText {
    private static final Set<String> DAYS = Set.of("date", "issued", "due", "from", "to", "payBy", "resolved");
    private static final Set<String> CODES = Set.of("kind", "channel", "step", "status", "what", "outcome", "stage");
    private static final Set<String> AMOUNTS = Set.of(
            "original",
            "open",
            "disputed",
            "claimed",
            "amount",
            "received",
            "missing",
            "interest",
            "fixedSum",
            "fixedSums",
            "fee",
            "fees",
            "total",
            "principal");

    private static final String CURRENCY = "currency";

    private final LetterLocale locale;
    private final Map<String, String> labels;

    HandOverText(LetterLocale locale, Map<String, String> labels) {
        this.locale = locale;
        this.labels = labels;
    }

    /** What the layout sees: the data's names, each with a text in place of its value. */
    static Shape.Names names() {
        Shape.Names line = Shape.names().texts("name", "value");
        return Shape.names()
                .texts("language", "date")
                .object(
                        "creditor",
                        Shape.names()
                                .texts("name")
                                .lists("address")
                                .optional("email", "phone")
                                .list("registration", line)
                                .list("bank", line))
                .object(
                        "customer",
                        Shape.names()
                                .texts("id", "name")
                                .object(
                                        "contact",
                                        Shape.names()
                                                .texts("name")
                                                .lists("address")
                                                .optional("email", "phone")))
                .list(
                        "items",
                        Shape.names()
                                .texts("document", "instalment", "kind", "issued", "due", "original", "open", "claimed")
                                .optional("disputed")
                                .list("settlements", Shape.names().texts("date", "kind", "amount")))
                .list(
                        "disputes",
                        Shape.names()
                                .texts("document", "date")
                                .optional("amount", "reason")
                                .lists("resolved"))
                .list(
                        "letters",
                        Shape.names()
                                .texts("id", "date", "channel")
                                .list(
                                        "actions",
                                        Shape.names()
                                                .texts("document", "step", "level", "claimed")
                                                .optional("fee"))
                                .list(
                                        "proofs",
                                        Shape.names().texts("date", "what").optional("text")))
                .list("calls", Shape.names().texts("date", "outcome").optional("note"))
                .list("promises", Shape.names().texts("date", "payBy", "amount", "received", "status"))
                .list(
                        "plans",
                        Shape.names()
                                .texts("date", "status", "received", "missing")
                                .list("instalments", Shape.names().texts("due", "amount", "received", "status")))
                .list(
                        "interest",
                        Shape.names()
                                .texts("document", "basis", "interest")
                                .optional("fixedSum")
                                .list("lines", Shape.names().texts("from", "to", "principal", "percent", "days")))
                .list("fees", Shape.names().texts("date", "step", "level", "document", "amount"))
                .list(
                        "totals",
                        Shape.names().texts("currency", "claimed", "total").optional("interest", "fixedSums", "fees"));
    }

    Map<String, Object> of(Map<String, Object> file) {
        Map<String, Object> data = new LinkedHashMap<>(file);
        data.put("language", locale.tag());
        return entry(names().shape(), data, "").map();
    }

    private Entry entry(Shape shape, Map<?, ?> data, String outerCurrency) {
        String own = String.valueOf(data.containsKey(CURRENCY) ? data.get(CURRENCY) : "");
        String currency = own.isEmpty() ? outerCurrency : own;
        Entry entry = new Entry();
        shape.members().forEach((name, member) -> {
            Object value = Objects.requireNonNull(data.get(name), name);
            switch (member.kind()) {
                case TEXT -> entry.text(name, text(name, value, currency));
                case OPTIONAL_TEXT -> entry.optional(name, isNothing(name, value) ? "" : text(name, value, currency));
                case TEXTS ->
                    entry.lines(
                            name,
                            list(value).stream()
                                    .map(each -> text(name, each, currency))
                                    .toList());
                case LIST ->
                    entry.list(
                            name,
                            list(value).stream()
                                    .map(each -> entry(member, (Map<?, ?>) each, currency))
                                    .toList());
                default -> entry.object(name, entry(member, (Map<?, ?>) value, currency));
            }
        });
        return entry;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    /** Nothing is stated, or it is an amount of zero. */
    private static boolean isNothing(String name, Object value) {
        String text = String.valueOf(value);
        return text.isEmpty() || (AMOUNTS.contains(name) && new BigDecimal(text).signum() == 0);
    }

    private String text(String name, Object value, String currency) {
        String text = String.valueOf(value);
        if (DAYS.contains(name)) {
            return locale.date(LocalDate.parse(text));
        }
        if (AMOUNTS.contains(name)) {
            return locale.amount(Money.of(text, currency));
        }
        if (CODES.contains(name)) {
            return labels.getOrDefault("code." + text, text);
        }
        return switch (name) {
            case "percent" -> locale.percent(new BigDecimal(text));
            case "days" -> text + " " + labels.getOrDefault(text.equals("1") ? "day" : "days", name);
            default -> text;
        };
    }
}
