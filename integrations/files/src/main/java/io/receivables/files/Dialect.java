package io.receivables.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a text is cut into cells.
 *
 * @param delimiter what separates cells
 * @param quote what encloses cells with a delimiter in them; empty if nothing does
 */
record Dialect(char delimiter, Optional<Character> quote) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|', '^', '~'};
    private static final int MOST_ROWS = 300;
    /** The line by which Excel is told the delimiter. */
    private static final Pattern STATED = Pattern.compile("\uFEFF?\"?sep=([^\\p{L}\\p{N}\r\n])\"?\\s*(?:[\r\n]|$)");

    private static final Pattern CLEAN =
            Pattern.compile("|[-+(]?[\\p{Sc}]?\\s?[-+(]?\\d[\\d.,'’ \u00A0\u202F]*[-)%]?\\s?[\\p{Sc}\\p{Lu}]{0,3}-?"
                    + "|[\\w./:#@+-]+|\\d{1,4}[-./ ]\\d{1,2}[-./ ]\\d{1,4}([ T][\\d:.]+Z?)?");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} .'’&()/°:#@+_*%!?=<>-]+");
    private static final double WORDY = 0.8;
    private static final double CUT_WRONGLY = 0.02;

    /** The dialect by which a sample falls into the most regular rows of the cleanest cells; null if it has no rows. */
    static @Nullable Dialect of(String sample, @Nullable Character givenDelimiter, List<Optional<Character>> quote) {
        Matcher stated = STATED.matcher(sample);
        Character known = givenDelimiter != null
                ? givenDelimiter
                : stated.lookingAt() ? Character.valueOf(stated.group(1).charAt(0)) : null;
        Dialect best = null;
        double most = 0;
        for (Dialect candidate : candidates(sample, known, quote)) {
            double score = candidate.score(sample);
            if (score > most * 1.000_001) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Dialect> candidates(
            String sample, @Nullable Character delimiter, List<Optional<Character>> quote) {
        List<Dialect> candidates = new ArrayList<>();
        for (char c : delimiter == null ? DELIMITERS : new char[] {delimiter}) {
            if (sample.indexOf(c) < 0) {
                continue;
            }
            quote.forEach(given -> candidates.add(new Dialect(c, given)));
            if (!quote.isEmpty()) {
                continue;
            }
            candidates.add(new Dialect(c, Optional.of('"')));
            if (sample.indexOf('\'') >= 0) {
                candidates.add(new Dialect(c, Optional.of('\'')));
            }
            if (sample.indexOf('"') >= 0) {
                candidates.add(new Dialect(c, Optional.empty()));
            }
        }
        return candidates;
    }

    /**
     * Consistency of rows times cleanness of cells, after van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
     * detecting row and type patterns" (2019): many rows of the same length, and that a long one, of cells that are
     * numbers, dates, codes or words.
     */
    private double score(String sample) {
        Map<Integer, Integer> rowsOfLength = new HashMap<>();
        double clean = 0;
        long cells = 0;
        int rows = 0;
        int malformed = 0;
        try (RawRows reader = new RawRows(new StringReader(sample), this)) {
            while (rows < MOST_ROWS && reader.next()) {
                rows++;
                if (reader.malformed()) {
                    malformed++;
                    continue;
                }
                if (reader.filled() < 2) {
                    continue;
                }
                rowsOfLength.merge(reader.count(), 1, Integer::sum);
                for (String cell : reader.cells()) {
                    clean += cleanness(cell);
                    cells++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double pattern = 0;
        for (Map.Entry<Integer, Integer> length : rowsOfLength.entrySet()) {
            int count = length.getKey();
            pattern = Math.max(pattern, length.getValue() * (count - 1.0) / count);
        }
        return cells == 0 ? 0 : pattern * (clean / cells) * (rows - malformed) / rows;
    }

    private static double cleanness(String cell) {
        if (CLEAN.matcher(cell).matches()) {
            return 1;
        }
        boolean quotesAround = cell.length() > 1 && "\"'".indexOf(cell.charAt(0)) >= 0;
        return WORDS.matcher(cell).matches() && !quotesAround ? WORDY : quotesAround ? 0 : 10 * CUT_WRONGLY;
    }
}
