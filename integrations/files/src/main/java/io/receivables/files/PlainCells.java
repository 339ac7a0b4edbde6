package io.receivables.files;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Cells that are written in the one way in which nearly all are, read from their bytes: {@code 2026-01-05}, {@code 1234.50}, an
 * identifier without anything odd in it. What is not plain may still be good, and is left to {@link CellFormats}.
 */
final class PlainCells {
    /** Instead of a day, what is none that is plainly written. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** Instead of an amount, what is none that is plainly written. */
    static final long NO_AMOUNT = Long.MIN_VALUE;

    /** So many digits fit a {@code long} whatever they are. */
    private static final int MOST_DIGITS = 18;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int[] YEAR_STARTS = yearStarts();
    private static final int[] MONTH_STARTS = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] MONTH_LENGTHS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private PlainCells() {}

    private static int[] yearStarts() {
        int[] starts = new int[LAST_YEAR + 1];
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            starts[year] = Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
        }
        return starts;
    }

    /** The epoch day of {@code yyyy-MM-dd}, or {@link #NO_DAY}. */
    static int day(byte[] text, int from, int to) {
        if (to - from != 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return NO_DAY;
        }
        long head = EightBytes.at(text, from);
        long tail = EightBytes.at(text, from + 2);
        long digits = (head & 0x0000_0000_FFFF_FFFFL)
                | ((head >>> Byte.SIZE) & 0x0000_FFFF_0000_0000L)
                | (tail & 0xFFFF_0000_0000_0000L);
        return EightBytes.areDigits(digits) ? day((int) EightBytes.number(digits)) : NO_DAY;
    }

    /** The epoch day of a number like 20260105, or {@link #NO_DAY}. */
    private static int day(int digits) {
        int year = digits / 10_000;
        int month = digits / 100 % 100;
        int day = digits % 100;
        if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1) {
            return NO_DAY;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int length = MONTH_LENGTHS[month] + (leap && month == 2 ? 1 : 0);
        return day > length ? NO_DAY : YEAR_STARTS[year] + MONTH_STARTS[month] + (leap && month > 2 ? 1 : 0) + day - 1;
    }

    /**
     * Digits, perhaps a minus before them and a point with further digits after them, in minor units; or {@link #NO_AMOUNT}.
     *
     * @param digits the decimals of the currency; an amount that has more of them is not plain
     */
    static long amount(byte[] text, int from, int to, int digits) {
        int length = to - from;
        if (digits == 2
                && length >= 4
                && length <= EightBytes.LENGTH
                && to >= EightBytes.LENGTH
                && text[to - 3] == '.') {
            long eight = EightBytes.upTo(text, from, to);
            long withoutPoint = (eight & 0xFFFF_0000_0000_0000L) | (eight & 0x0000_00FF_FFFF_FFFFL) << Byte.SIZE | '0';
            if (EightBytes.areDigits(withoutPoint)) {
                return EightBytes.number(withoutPoint);
            }
        }
        return anyAmount(text, from, to, digits);
    }

    private static long anyAmount(byte[] text, int from, int to, int digits) {
        boolean negative = from < to && text[from] == '-';
        int at = negative ? from + 1 : from;
        int first = at;
        if (to - at > MOST_DIGITS) {
            return NO_AMOUNT;
        }
        long units = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            units = units * 10 + (text[at++] - '0');
        }
        if (at == first) {
            return NO_AMOUNT;
        }
        int decimals = 0;
        if (at < to && text[at] == '.') {
            for (at++; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
                units = units * 10 + (text[at] - '0');
                decimals++;
            }
            if (decimals == 0) {
                return NO_AMOUNT;
            }
        }
        if (at < to || decimals > digits || at - first + digits - decimals > MOST_DIGITS) {
            return NO_AMOUNT;
        }
        for (; decimals < digits; decimals++) {
            units *= 10;
        }
        return negative ? -units : units;
    }

    /** Whether a cell is a text, or nothing, that {@link Row} would take as it stands. */
    static boolean isText(byte[] text, int from, int to) {
        return from == to || isPlain(CsvField.Kind.TEXT, text, from, to);
    }

    /** Whether a cell is an identifier that {@link Row} would take as it stands. */
    static boolean isId(byte[] text, int from, int to) {
        return from < to && isPlain(CsvField.Kind.ID, text, from, to);
    }

    private static boolean isPlain(CsvField.Kind kind, byte[] text, int from, int to) {
        if (!isPrintable(text, from, to)) {
            return isPlain(kind, new String(text, from, to - from, StandardCharsets.UTF_8));
        }
        return text[from] != ' ' && text[from] != '\'' && text[to - 1] != ' ' && to - from <= CellFormats.longest(kind);
    }

    /** Whether there is nothing but ASCII in it, and no control character. */
    private static boolean isPrintable(byte[] text, int from, int to) {
        if (to < EightBytes.LENGTH) {
            for (int at = from; at < to; at++) {
                if (text[at] < ' ' || text[at] == 0x7F) {
                    return false;
                }
            }
            return true;
        }
        boolean printable = EightBytes.arePrintable(EightBytes.upTo(text, from, to));
        for (int at = from; printable && at < to - EightBytes.LENGTH; at += EightBytes.LENGTH) {
            printable = EightBytes.arePrintable(EightBytes.at(text, at));
        }
        return printable;
    }

    private static boolean isPlain(CsvField.Kind kind, String text) {
        return CellFormats.problem(kind, text) == null
                && Text.trim(text).equals(text)
                && Formulas.bare(text).equals(text);
    }
}
