package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.interest.FixedSum;
import io.receivables.core.interest.InterestRegime;
import io.receivables.core.interest.InterestRegimes;
import io.receivables.core.interest.InterestTerms;
import io.receivables.core.interest.LateRate;
import io.receivables.core.interest.RateLimit;
import io.receivables.core.interest.RateSeries;
import io.receivables.core.interest.ReferenceRates;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/late-interest.md are those of the library. */
class LateInterestPageTest {
    /** The rows of the table of a section, without its head. */
    private static List<String> rows(String section) {
        String page = Project.read("docs/late-interest.md");
        int start = page.indexOf("## " + section);
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }

    private static String row(Object... cells) {
        return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Test
    void the_regimes_are_those_that_ship() {
        List<String> expected = InterestRegimes.all().stream()
                .flatMap(regime -> regime.versions().stream()
                        .map(version -> row(
                                regime.canonicalName(),
                                period(version),
                                rate(version.terms().rate()),
                                version.terms().rateRule().canonicalName(),
                                fixedSum(version.terms().fixedSum()),
                                version.terms().citation())))
                .toList();

        assertThat(rows("Regimes")).containsExactlyElementsOf(expected);
    }

    private static String period(InterestRegime.Version version) {
        return version.to().equals(InterestRegime.FOR_GOOD)
                ? "from " + version.from()
                : version.from() + " to " + version.to();
    }

    private static String rate(LateRate rate) {
        if (rate instanceof LateRate.Reference reference) {
            String text = reference.series() + " + " + reference.margin().toPlainString();
            return reference.step().signum() > 0 ? text + ", up to a multiple of " + reference.step() : text;
        }
        return rate instanceof LateRate.Agreed agreed
                ? agreed.agreed().toString()
                : ((LateRate.Fixed) rate).rate().toString();
    }

    private static String fixedSum(FixedSum sum) {
        String text = sum.tiers().stream()
                .map(tier -> tier.sum()
                        + (tier.from().isZero() ? "" : " from " + tier.from().amount()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "none" : text + (sum.perInstalment() ? ", each instalment" : "");
    }

    @Test
    void the_limits_are_those_that_ship() {
        List<String> expected = InterestRegimes.all().stream()
                .flatMap(regime -> regime.versions().stream().flatMap(version -> limits(regime, version)))
                .toList();

        assertThat(rows("Agreed rates")).containsExactlyElementsOf(expected);
    }

    private static Stream<String> limits(InterestRegime regime, InterestRegime.Version version) {
        InterestTerms terms = version.terms();
        return terms.limits().stream()
                .map(limit -> row(regime.canonicalName(), period(version), limit(limit), limit.citation()));
    }

    private static String limit(RateLimit limit) {
        if (limit instanceof RateLimit.Floor floor) {
            return "at least " + floor.factor() + " x " + floor.series();
        }
        if (limit instanceof RateLimit.SimpleCap cap) {
            return "at most " + cap.most();
        }
        return limit instanceof RateLimit.EffectiveCap cap
                ? "at most " + cap.most()
                : "yearly rate stated, else at most " + ((RateLimit.YearlyRate) limit).otherwise();
    }

    @Test
    void the_reference_rates_are_those_that_ship() {
        List<String> expected = ReferenceRates.shipped().bySeries().values().stream()
                .map(series ->
                        row(series.name(), first(series).from(), last(series).to(), indirect(series)))
                .toList();

        assertThat(rows("Reference rates"))
                .extracting(line -> line.substring(0, line.lastIndexOf(" | ")) + " |")
                .containsExactlyElementsOf(expected);
    }

    private static RateSeries.Value first(RateSeries series) {
        return series.values().get(0);
    }

    private static RateSeries.Value last(RateSeries series) {
        return series.values().get(series.values().size() - 1);
    }

    private static String indirect(RateSeries series) {
        long count = series.values().stream().filter(RateSeries.Value::indirect).count();
        return count + " of " + series.values().size();
    }
}
