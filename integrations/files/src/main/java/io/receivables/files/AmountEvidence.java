package io.receivables.files;

import java.util.Map;
import java.util.TreeMap;

/** What the amounts of a column say about the decimal sign, the currency and the side they stand on. */
final class AmountEvidence {
    private static final int LONGEST = 40;
    private static final int MOST_MARKS = 12;
    private static final int MOST_LETTERS = 7;

    private final Map<String, Long> marks = new TreeMap<>();
    private long values;
    private long withPoint;
    private long withComma;
    private long either;
    private long negative;
    private long zero;
    private String pointSample = "";
    private String commaSample = "";
    private String eitherSample = "";

    /** Takes note of a value that is not blank, met so many times; true if it is a number. */
    boolean add(String text, int times) {
        if (!mayBeNumber(text)) {
            return false;
        }
        Amounts.Stated point = Amounts.parse(text, '.');
        boolean both = text.indexOf('.') >= 0 || text.indexOf(',') >= 0;
        Amounts.Stated comma = both ? Amounts.parse(text, ',') : point;
        Amounts.Stated stated = point == null ? comma : point;
        if (stated == null) {
            return false;
        }
        values += times;
        negative += stated.value().signum() < 0 ? times : 0;
        zero += stated.value().signum() == 0 ? times : 0;
        if (comma == null) {
            withPoint += times;
            pointSample = pointSample.isEmpty() ? text : pointSample;
        } else if (point == null) {
            withComma += times;
            commaSample = commaSample.isEmpty() ? text : commaSample;
        } else if (point.value().compareTo(comma.value()) != 0) {
            either += times;
            eitherSample = eitherSample.isEmpty() ? text : eitherSample;
        }
        if (!stated.mark().isEmpty() && (marks.containsKey(stated.mark()) || marks.size() < MOST_MARKS)) {
            marks.merge(stated.mark(), (long) times, Long::sum);
        }
        return true;
    }

    private static boolean mayBeNumber(String text) {
        int letters = 0;
        boolean digit = false;
        for (int i = 0; i < text.length() && i <= LONGEST; i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return digit && letters <= MOST_LETTERS && text.length() <= LONGEST;
    }

    void plus(AmountEvidence other) {
        values += other.values;
        withPoint += other.withPoint;
        withComma += other.withComma;
        either += other.either;
        negative += other.negative;
        zero += other.zero;
        pointSample = pointSample.isEmpty() ? other.pointSample : pointSample;
        commaSample = commaSample.isEmpty() ? other.commaSample : commaSample;
        eitherSample = eitherSample.isEmpty() ? other.eitherSample : eitherSample;
        other.marks.forEach((mark, count) -> marks.merge(mark, count, Long::sum));
    }

    long values() {
        return values;
    }

    /** How many can only be read with a decimal point. */
    long withPoint() {
        return withPoint;
    }

    /** How many can only be read with a decimal comma. */
    long withComma() {
        return withComma;
    }

    /** How many are different numbers with the one and with the other: 1.234. */
    long either() {
        return either;
    }

    long negative() {
        return negative;
    }

    long zero() {
        return zero;
    }

    /** Whether there is anything but whole numbers in it, which identifiers may be as well. */
    boolean hasDecimals() {
        return withPoint + withComma + either > 0;
    }

    String pointSample() {
        return pointSample;
    }

    String commaSample() {
        return commaSample;
    }

    String eitherSample() {
        return eitherSample;
    }

    /** How many amounts have which currency sign or code beside them. */
    Map<String, Long> marks() {
        return marks;
    }
}
