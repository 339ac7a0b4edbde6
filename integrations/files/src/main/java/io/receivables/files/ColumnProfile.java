package io.receivables.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is in a column of an unknown file, in memory that does not grow with the file. */
final class ColumnProfile {
    private static final int MOST_TEXTS = 64;
    private static final int MOST_SAMPLES = 5;
    private static final int LONGEST_FLAG = 5;
    private static final int LONGEST_BLANK = 10;
    private static final int SKETCHED_ROWS = 20_000;
    private static final int SKETCH_BITS = 1 << 17;
    private static final Set<String> BLANKS =
            Set.of("-", "--", "n/a", "na", "none", "null", "00/00/0000", "00.00.0000", "0000-00-00", "00-00-0000");

    private final String header;
    private final int index;
    private final int mostWaiting;
    private final Map<String, Integer> waiting = new LinkedHashMap<>();
    private final DateEvidence dates = new DateEvidence();
    private final AmountEvidence amounts = new AmountEvidence();
    private final Map<String, Long> texts = new LinkedHashMap<>();
    private long[] sketch = {};
    private long sketched;
    private boolean manyTexts;
    private long filled;
    private long blank;
    private long surelyDates;
    private long currencies;
    private long flags;
    private long worded;
    private long spaced;
    private long withDigits;
    private int longest;

    /**
     * @param mostWaiting how many different values may wait to be looked at, so that repeated ones are looked at once
     */
    ColumnProfile(String header, int index, int mostWaiting) {
        this.header = header;
        this.index = index;
        this.mostWaiting = mostWaiting;
    }

    void add(String cell) {
        if (isBlank(cell)) {
            blank++;
            return;
        }
        filled++;
        sketch(cell);
        waiting.merge(cell, 1, Integer::sum);
        if (waiting.size() >= mostWaiting) {
            look();
        }
    }

    /** Looks at the values that wait; called after the last row as well. */
    void look() {
        waiting.forEach(this::look);
        waiting.clear();
    }

    private void look(String cell, int times) {
        longest = Math.max(longest, cell.length());
        boolean date = dates.add(cell, times);
        surelyDates += date ? times : 0;
        if (!date) {
            amounts.add(cell, times);
        }
        currencies += cell.length() == 3 && HeaderCurrency.isCode(cell.toUpperCase(Locale.ROOT)) ? times : 0;
        flags += cell.length() <= LONGEST_FLAG && CellFormats.flag(cell) != null ? times : 0;
        note(cell, times);
    }

    /** Whether a cell says that it is blank. */
    static boolean isBlank(String cell) {
        return cell.isEmpty() || isWrittenBlank(cell);
    }

    private static boolean isWrittenBlank(String cell) {
        return cell.length() <= LONGEST_BLANK
                && "-nN0".indexOf(cell.charAt(0)) >= 0
                && BLANKS.contains(cell.toLowerCase(Locale.ROOT));
    }

    private void note(String cell, int times) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < cell.length(); i++) {
            letter |= Character.isLetter(cell.charAt(i));
            digit |= Character.isDigit(cell.charAt(i));
        }
        worded += letter ? times : 0;
        withDigits += digit ? times : 0;
        spaced += letter && cell.indexOf(' ') > 0 ? times : 0;
        if (texts.containsKey(cell) || texts.size() < MOST_TEXTS) {
            texts.merge(cell, (long) times, Long::sum);
        } else {
            manyTexts = true;
        }
    }

    /** Linear counting: how many different values there are follows from how many bits they set. */
    private void sketch(String cell) {
        if (sketched >= SKETCHED_ROWS) {
            return;
        }
        if (sketch.length == 0) {
            sketch = new long[SKETCH_BITS / 64];
        }
        sketched++;
        int hash = cell.hashCode() * 0x9E3779B9;
        int bit = (hash ^ (hash >>> 15)) & (SKETCH_BITS - 1);
        sketch[bit >> 6] |= 1L << bit;
    }

    String header() {
        return header;
    }

    int index() {
        return index;
    }

    DateEvidence dates() {
        return dates;
    }

    AmountEvidence amounts() {
        return amounts;
    }

    long filled() {
        return filled;
    }

    long blank() {
        return blank;
    }

    boolean isEmpty() {
        return filled == 0;
    }

    private double part(long count) {
        return filled == 0 ? 0 : (double) count / filled;
    }

    /** The part of the cells that are dates and nothing else. */
    double dated() {
        return part(surelyDates);
    }

    /** The part of the cells that may be dates, 20240301 included. */
    double datable() {
        return part(dates.values());
    }

    double serial() {
        return part(dates.serials());
    }

    double numeric() {
        return part(amounts.values());
    }

    double inCurrencies() {
        return part(currencies);
    }

    double flagged() {
        return part(flags);
    }

    /** The part of the cells with letters in them. */
    double worded() {
        return part(worded);
    }

    /** The part of the cells of several words. */
    double spaced() {
        return part(spaced);
    }

    double withDigits() {
        return part(withDigits);
    }

    int longest() {
        return longest;
    }

    /** The part of the values (of the first rows) that occur once, as far as can be told: 1 means that all differ. */
    double unique() {
        if (sketched == 0) {
            return 0;
        }
        long set = 0;
        for (long bits : sketch) {
            set += Long.bitCount(bits);
        }
        double different = -SKETCH_BITS * Math.log1p(-(double) set / SKETCH_BITS);
        return Math.min(1, different / sketched);
    }

    /** The different texts with their rows; not all of them where {@link #hasManyTexts()}. */
    Map<String, Long> texts() {
        return texts;
    }

    boolean hasManyTexts() {
        return manyTexts;
    }

    List<String> samples() {
        return texts.keySet().stream().limit(MOST_SAMPLES).toList();
    }
}
