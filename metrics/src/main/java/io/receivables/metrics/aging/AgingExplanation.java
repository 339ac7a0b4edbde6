package io.receivables.metrics.aging;

import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why one item stands where it stands in an aged balance; made by the engine's own steps.
 *
 * @param item the item as it stood at the end of the as-of date, with the settlements up to then
 * @param options how it was aged
 * @param basisDate the date from which its age is counted
 * @param age the as-of date less the basis date, in days
 * @param bucket the range that the age lies in
 */
public record AgingExplanation(OpenItem item, AgingOptions options, LocalDate basisDate, int age, Bucket bucket) {

    /** The reasons as lines of text, in French where the locale's language is French, in English otherwise. */
    public List<String> lines(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "io.receivables.metrics.aging.AgingExplanations",
                locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
        List<String> lines = new ArrayList<>();
        String kind = texts.getString("kind." + item.kind().name());
        lines.add(fill(
                texts,
                "issued",
                kind,
                item.id(),
                item.instalment(),
                item.customerId(),
                item.issueDate(),
                item.amount()));
        if (item.issueDate().isAfter(options.asOf())) {
            lines.add(fill(texts, "future", options.asOf()));
            return List.copyOf(lines);
        }
        for (Settlement settlement : item.settlements()) {
            String key = (settlement.amount().isNegative() ? "undone." : "settled.")
                    + settlement.kind().name();
            lines.add(fill(texts, key, settlement.date(), settlement.amount().abs()));
        }
        lines.add(fill(texts, item.open().isZero() ? "closed" : "open", options.asOf(), item.open()));
        if (!item.open().isZero()) {
            if (item.disputed().isPositive()) {
                lines.add(fill(texts, "disputed", item.disputed()));
            }
            lines.add(fill(
                    texts, "aged", texts.getString("basis." + options.basis().name()), basisDate, age, bucket.label()));
        }
        return List.copyOf(lines);
    }

    private static String fill(ResourceBundle texts, String key, Object... values) {
        return String.format(Locale.ROOT, texts.getString(key), values);
    }

    @Override
    public String toString() {
        return String.join("\n", lines(Locale.ENGLISH));
    }
}
