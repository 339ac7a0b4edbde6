package io.receivables.core.completeness;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What makes an invoice contestable: a mention that is missing, a sum that does not come out. The text of a mention of
 * one's own is its id.
 */
public enum CompletenessProblem implements ProblemCode {
    MENTION_MISSING("001", Severity.ERROR),
    LINES_ARE_NOT_NET("002", Severity.ERROR),
    TAXES_ARE_NOT_TAX("003", Severity.ERROR),
    NET_AND_TAX_ARE_NOT_GROSS("004", Severity.ERROR),
    BASES_ABOVE_NET("005", Severity.ERROR),
    RECOMMENDED_MENTION_MISSING("101", Severity.WARNING),
    LINE_IS_NOT_QUANTITY_TIMES_PRICE("102", Severity.WARNING),
    TAX_IS_NOT_BASE_TIMES_RATE("103", Severity.WARNING);

    private final String id;
    private final Severity severity;

    CompletenessProblem(String number, Severity severity) {
        this.id = "RCV-COMPLETENESS-" + number;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.core.completeness.CompletenessProblems", language);
    }
}
