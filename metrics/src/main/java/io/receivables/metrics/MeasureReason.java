package io.receivables.metrics;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a measure is not simply OK. */
public enum MeasureReason implements ProblemCode {
    NO_SALES("001", MeasureStatus.UNDEFINED),
    SHORT_HISTORY("002", MeasureStatus.UNDEFINED),
    NOT_A_MONTH_END("003", MeasureStatus.UNDEFINED),
    NO_TAX_STATED("004", MeasureStatus.UNDEFINED),
    ZERO_DENOMINATOR("005", MeasureStatus.UNDEFINED),
    NOTHING_TO_AVERAGE("006", MeasureStatus.UNDEFINED),
    OPEN_MONTH_WITHOUT_SALES("007", MeasureStatus.UNDEFINED),
    MONTH_END_WITHOUT_VALUE("008", MeasureStatus.UNDEFINED),
    NO_MARGIN("009", MeasureStatus.UNDEFINED),
    NO_HISTORY("010", MeasureStatus.UNDEFINED),
    NOTHING_OWED("101", MeasureStatus.NO_RECEIVABLES),
    OLDER_THAN_HISTORY("102", MeasureStatus.HISTORY_EXHAUSTED),
    PERIOD_WITHOUT_SALES("103", MeasureStatus.STOPPED_NON_POSITIVE_SALES);

    private final String id;
    private final MeasureStatus status;

    MeasureReason(String number, MeasureStatus status) {
        this.id = "RCV-MEASURE-" + number;
        this.status = status;
    }

    @Override
    public String id() {
        return id;
    }

    /** The status that this reason explains. */
    public MeasureStatus status() {
        return status;
    }

    @Override
    public Severity severity() {
        return status == MeasureStatus.UNDEFINED ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.metrics.Measures", language);
    }
}
