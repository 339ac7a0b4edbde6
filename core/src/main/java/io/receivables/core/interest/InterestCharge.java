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
            explained.add(fill(
                    texts,
                    "line",
                    line.instalment(),
                    line.from(),
                    line.to(),
                    line.principal(),
                    line.rate().rate().percent().toPlainString(),
                    line.days(),
                    line.yearDays(),
                    shown(line.interest()),
                    formula(texts, line.rate()),
                    fill(
                            texts,
                            line.rate().reference().indirect() ? "source.indirect" : "source",
                            line.rate().reference().source())));
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

    /** How the rate was made. */
    private static String formula(ResourceBundle texts, AppliedRate rate) {
        String percent = rate.reference().rate().percent().toPlainString();
        if (rate.definition() instanceof LateRate.Reference definition) {
            String key = definition.step().signum() > 0 ? "rate.rounded" : "rate.reference";
            String margin = definition.margin().toPlainString();
            return fill(
                    texts,
                    key,
                    definition.series(),
                    percent,
                    margin,
                    definition.step().toPlainString());
        }
        if (rate.definition() instanceof LateRate.Agreed definition) {
            AgreedRate agreed = definition.agreed();
            String key = switch (agreed.periodsPerYear()) {
                case 1 -> "rate.agreed.year";
                case 12 -> "rate.agreed.month";
                default -> "rate.agreed";
            };
            return fill(texts, key, agreed.percent().toPlainString(), agreed.periodsPerYear());
        }
        return fill(texts, "rate.fixed", percent);
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
