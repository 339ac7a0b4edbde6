package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What one document costs for being late, with every step of the count.
 *
 * @param documentId the document
 * @param customerId who owes
 * @param regime what lateness costs
 * @param terms the version of the regime that the document falls under, with the conventions used
 * @param lines the interest before rounding, instalment by instalment and in order of days
 * @param interest the exact sum of the lines, rounded once
 * @param rounding how it was rounded
 * @param fixedSum what is owed for the cost of recovery; zero where nothing is
 * @param problems what deserves a look
 */
public record InterestCharge(
        String documentId,
        String customerId,
        InterestRegime regime,
        InterestTerms terms,
        List<InterestLine> lines,
        Money interest,
        RoundingMode rounding,
        Money fixedSum,
        List<Problem> problems) {
    private static final int SHOWN_DECIMALS = 6;

    public InterestCharge {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Interest and fixed sum, without the principal. */
    public Money total() {
        return interest.plus(fixedSum);
    }

    /** The days of interest; those of several instalments add up. */
    public int days() {
        return lines.stream().mapToInt(InterestLine::days).sum();
    }

    /** Whether there is nothing to charge and nothing to say. */
    public boolean isEmpty() {
        return lines.isEmpty() && fixedSum.isZero() && problems.isEmpty();
    }

    /** The count as lines of text, in French where the locale's language is French, in English otherwise. */
    public List<String> explain(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "io.receivables.core.interest.InterestExplanations",
                locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
        List<String> explained = new ArrayList<>();
        explained.add(fill(texts, "document", documentId, customerId, regime.canonicalName(), terms.citation()));
        for (InterestLine line : lines) {
            AppliedRate rate = line.rate();
            explained.add(fill(
                    texts,
                    rate.indirect() ? "line.indirect" : "line",
                    line.instalment(),
                    line.from(),
                    line.to(),
                    line.principal(),
                    rate.rate().percent().toPlainString(),
                    line.days(),
                    line.yearDays(),
                    shown(line.interest()),
                    rate.formula(),
                    rate.source()));
        }
        if (lines.isEmpty()) {
            explained.add(fill(texts, "none"));
        } else {
            explained.add(fill(
                    texts,
                    "interest",
                    interest,
                    terms.dayCount().canonicalName(),
                    texts.getString("rateRule." + terms.rateRule().canonicalName()),
                    texts.getString("rounding." + rounding)));
        }
        if (fixedSum.isPositive()) {
            explained.add(fill(texts, "fixedSum", fixedSum, total()));
        }
        problems.forEach(problem -> explained.add(problem.message(locale)));
        return List.copyOf(explained);
    }

    private static String shown(BigDecimal interest) {
        return interest.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String fill(ResourceBundle texts, String key, Object... values) {
        return String.format(Locale.ROOT, texts.getString(key), values);
    }

    @Override
    public String toString() {
        return String.join("\n", explain(Locale.ENGLISH));
    }
}
