package io.receivables.files;

import io.receivables.core.ProblemCode;
import io.receivables.core.Severity;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a {@link MappingProposal} says of a file: why there is none (001–009), questions without whose answer loading would
 * be a guess (101–199), assumptions to confirm (201–299), and the reasons for a column (301–399).
 */
public enum ProposalCode implements ProblemCode {
    NO_TEXT("001"),
    NO_TABLE("002"),
    NO_HEADER("003"),

    NO_COLUMN("101"),
    SEVERAL_COLUMNS("102"),
    REPEATED_HEADER("103"),
    DATE_ORDER("111"),
    DATE_CONTRADICTION("112"),
    DATE_UNREADABLE("113"),
    DAY_NUMBERS("114"),
    DECIMAL_SIGN("121"),
    DECIMAL_CONTRADICTION("122"),
    CURRENCY_UNKNOWN("131"),
    CURRENCY_SIGN("132"),
    CURRENCY_MIXED("133"),
    CURRENCY_BLANK("134"),
    NET_OR_GROSS("141"),
    ONLY_NET("142"),
    OPEN_ON("143"),
    UNKNOWN_TYPE("151"),
    PAYMENT_SIGN("152"),
    LOOKS_LIKE_PAYMENTS("154"),

    UNCLEAR_COLUMN("201"),
    DUE_DATE_MISSING("202"),
    DUE_DATE_BLANK("203"),
    ORDER_BY_DUE_DATE("204"),
    OPEN_ON_IN_TITLE("206"),
    ONLY_OPEN("207"),
    PAID_NOT_READ("208"),
    NEGATIVE_AMOUNTS("209"),
    STATUS_ROWS("210"),
    CURRENCY_BY_SIGN("211"),
    ENCODING_ASSUMED("212"),
    ENCODING_DAMAGED("213"),

    GIVEN("301"),
    BY_HEADER("302"),
    BY_PART_OF_HEADER("303"),
    BY_CONTENT("304"),
    CONTENT_FITS("305"),
    CONTENT_OBJECTS("306"),
    KNOWN_OTHERWISE("307"),
    UNKNOWN_COLUMN("308"),
    DATES_WRITTEN("309"),
    ORDER_DECIDED("310"),
    POINTS_DAY_FIRST("311"),
    AMOUNTS_WRITTEN("312"),
    CURRENCY_FOUND("313"),
    SUM_HOLDS("314"),
    NOT_WHAT_IS_OPEN("315");

    private static final int FIRST_TO_CONFIRM = 201;

    private final int number;

    ProposalCode(String number) {
        this.number = Integer.parseInt(number);
    }

    @Override
    public String id() {
        return String.format(Locale.ROOT, "RCV-PROPOSAL-%03d", number);
    }

    @Override
    public Severity severity() {
        return number < FIRST_TO_CONFIRM ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public ResourceBundle messages(Locale language) {
        return ResourceBundle.getBundle("io.receivables.files.Proposals", language);
    }
}
