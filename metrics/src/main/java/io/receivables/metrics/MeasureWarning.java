package io.receivables.metrics;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What a reader of a measure's value should know. */
public enum MeasureWarning implements ProblemCode {
    /** Sales vary much within the window: count-back is the better reading. */
    SEASONAL_SALES("201"),
    /** Credits exceed what is owed, so that the value is negative or turned around. */
    NEGATIVE_RECEIVABLES("202"),
    /** Count-back passed a month without sales; its days are in the value. */
    ZERO_SALES_MONTH_COUNTED("203"),
    /** The month of the as-of date counts with its elapsed days only. */
    PARTIAL_MONTH("204"),
    /** The part beyond the sales history was added at the mean daily sales. */
    EXTRAPOLATED("205"),
    /** Tax-inclusive receivables over sales without tax, as asked for: the value is higher than a consistent one. */
    MIXED_TAX_BASIS("206"),
    /** Some disputed items are not past due: pure lateness is lower by their days. */
    DISPUTES_NOT_PAST_DUE("207");

    private final String id;

    MeasureWarning(String number) {
        this.id = "RCV-MEASURE-" + number;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return MeasureReason.NO_SALES.messages(language);
    }

    /** The text in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        return message(Map.of(), locale);
    }
}
