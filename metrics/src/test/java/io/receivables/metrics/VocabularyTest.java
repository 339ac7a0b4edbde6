package io.receivables.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import io.receivables.metrics.dso.CountBackOptions.HistoryEnd;
import io.receivables.metrics.dso.CountBackOptions.NonPositiveSales;
import io.receivables.metrics.efficiency.EarlyPayments;
import io.receivables.metrics.efficiency.EfficiencyMethod.Cei;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names, codes and texts, which users store and read. */
class VocabularyTest {
    private static final List<ProblemCode> TEXTS = Stream.concat(
                    Arrays.stream(MeasureReason.values()), Arrays.stream(MeasureWarning.values()))
            .map(ProblemCode.class::cast)
            .toList();

    @Test
    void every_reason_and_warning_has_a_text_in_both_languages() {
        assertThat(TEXTS).allSatisfy(code -> {
            String english = code.messages(Locale.ENGLISH).getString(code.id());
            String french = code.messages(Locale.FRENCH).getString(code.id());
            assertThat(english).isNotBlank().isNotEqualTo(french);
            assertThat(placeholders(english)).containsExactlyInAnyOrderElementsOf(placeholders(french));
        });
        assertThat(MeasureReason.NO_SALES.messages(Locale.ENGLISH).keySet())
                .isEqualTo(MeasureReason.NO_SALES.messages(Locale.FRENCH).keySet())
                .containsAll(TEXTS.stream().map(ProblemCode::id).toList());
    }

    private static List<String> placeholders(String text) {
        return java.util.regex.Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    @Test
    void reasons_and_warnings_have_pinned_ids() {
        assertThat(TEXTS.stream().map(code -> code + " " + code.id()))
                .containsExactly(
                        "NO_SALES RCV-MEASURE-001",
                        "SHORT_HISTORY RCV-MEASURE-002",
                        "NOT_A_MONTH_END RCV-MEASURE-003",
                        "NO_TAX_STATED RCV-MEASURE-004",
                        "ZERO_DENOMINATOR RCV-MEASURE-005",
                        "NOTHING_TO_AVERAGE RCV-MEASURE-006",
                        "OPEN_MONTH_WITHOUT_SALES RCV-MEASURE-007",
                        "MONTH_END_WITHOUT_VALUE RCV-MEASURE-008",
                        "NO_MARGIN RCV-MEASURE-009",
                        "NO_HISTORY RCV-MEASURE-010",
                        "NOTHING_OWED RCV-MEASURE-101",
                        "OLDER_THAN_HISTORY RCV-MEASURE-102",
                        "PERIOD_WITHOUT_SALES RCV-MEASURE-103",
                        "SEASONAL_SALES RCV-MEASURE-201",
                        "NEGATIVE_RECEIVABLES RCV-MEASURE-202",
                        "ZERO_SALES_MONTH_COUNTED RCV-MEASURE-203",
                        "PARTIAL_MONTH RCV-MEASURE-204",
                        "EXTRAPOLATED RCV-MEASURE-205",
                        "MIXED_TAX_BASIS RCV-MEASURE-206",
                        "DISPUTES_NOT_PAST_DUE RCV-MEASURE-207");
        assertThat(MeasureReason.NO_SALES.severity()).isEqualTo(Severity.ERROR);
        assertThat(MeasureReason.NOTHING_OWED.severity()).isEqualTo(Severity.WARNING);
        assertThat(MeasureWarning.SEASONAL_SALES.severity()).isEqualTo(Severity.WARNING);
        assertThat(MeasureWarning.SEASONAL_SALES.text(Locale.FRENCH))
                .isEqualTo("les ventes varient beaucoup dans la fenêtre : le DSO par épuisement se lit mieux");
        assertThat(MeasureWarning.SEASONAL_SALES.text(Locale.ENGLISH)).startsWith("sales vary much");
    }

    @Test
    void codes_are_pinned() {
        assertThat(Arrays.stream(Unit.values()).map(Unit::code))
                .containsExactly("days", "percent", "times", "points", "count", "currency");
        assertThat(Arrays.stream(MeasureStatus.values()).map(MeasureStatus::code))
                .containsExactly(
                        "OK", "UNDEFINED", "NO_RECEIVABLES", "HISTORY_EXHAUSTED", "STOPPED_NON_POSITIVE_SALES");
        assertThat(Arrays.stream(TaxBasis.values()).map(TaxBasis::code))
                .containsExactly("tax-inclusive", "net-of-tax", "tax-inclusive-over-net");
        assertThat(Arrays.stream(CreditNoteTiming.values()).map(CreditNoteTiming::code))
                .containsExactly("credit-notes-when-issued", "credit-notes-in-origin");
        assertThat(Arrays.stream(Window.Span.values()).map(Window.Span::code))
                .containsExactly("days", "months", "to-date");
        assertThat(Arrays.stream(NonPositiveSales.values()).map(NonPositiveSales::code))
                .containsExactly("count-days", "stop");
        assertThat(Arrays.stream(HistoryEnd.values()).map(HistoryEnd::code))
                .containsExactly("lower-bound", "undefined", "extrapolate");
        assertThat(Arrays.stream(EarlyPayments.values()).map(EarlyPayments::code))
                .containsExactly("zero", "negative");
        assertThat(Arrays.stream(Cei.Current.values()).map(Cei.Current::code))
                .containsExactly("not-past-due", "up-to-60-days-old");
        assertThat(MeasureBasis.standard()
                        .withTax(TaxBasis.NET_OF_TAX)
                        .withCreditNotes(CreditNoteTiming.IN_ORIGIN)
                        .withoutDisputed()
                        .code())
                .isEqualTo("net-of-tax; credit-notes-in-origin; disputed-excluded");
    }

    @Test
    void every_measure_is_found_by_all_its_names() {
        for (MeasureKind kind : MeasureKind.values()) {
            assertThat(kind.citation()).isNotBlank();
            assertThat(Stream.of(
                                    List.of(kind.code(), kind.code().toUpperCase(Locale.ROOT)),
                                    kind.names(Locale.ENGLISH),
                                    kind.names(Locale.CANADA_FRENCH))
                            .flatMap(List::stream))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(name -> assertThat(MeasureKind.named(name)).contains(kind));
        }
        assertThat(MeasureKind.named("DSO par épuisement")).contains(MeasureKind.COUNT_BACK_DSO_MONTHLY);
        assertThat(MeasureKind.named("dbt")).contains(MeasureKind.WEIGHTED_DAYS_BEYOND_TERMS);
        assertThat(MeasureKind.SIMPLE_DSO.names(Locale.FRENCH)).startsWith("DSO comptable");
        assertThat(MeasureKind.SIMPLE_DSO.names(Locale.GERMAN)).startsWith("simple DSO");
        assertThat(MeasureKind.named("EBITDA")).isEmpty();
    }
}
