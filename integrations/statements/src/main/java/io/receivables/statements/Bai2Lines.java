package io.receivables.statements;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The records of a BAI2 file as they stand in it: mostly one in a line. Some banks put several in a line, and some break a line
 * within a text.
 */
final class Bai2Lines {
    /** A record begins in the middle of a line after one that ended there. */
    private static final Pattern NEXT = Pattern.compile("/[ \\t]+(?=(?:01|02|03|16|49|88|98|99),)");

    private static final Pattern RECORD =
            Pattern.compile("(01|02|03|16|49|88|98|99),.*|(?:49|98|99|88)/?", Pattern.DOTALL);

    private final ByteLines lines;
    private final Reading reading;
    private final Deque<String> waiting = new ArrayDeque<>();

    Bai2Lines(ByteLines lines, Reading reading) {
        this.lines = lines;
        this.reading = reading;
    }

    /** The next record, or the rest of the one before; null after the last one. */
    @Nullable String next() throws IOException {
        while (waiting.isEmpty()) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            if (lines.isCut()) {
                reading.problem(
                        StatementProblem.TOO_LARGE,
                        "field",
                        "line",
                        "limit",
                        reading.limits().text());
            }
            divide(line.strip());
        }
        return waiting.remove();
    }

    private void divide(String line) {
        Matcher next = NEXT.matcher(line);
        int from = 0;
        while (next.find()) {
            waiting.add(line.substring(from, next.start() + 1));
            from = next.end();
        }
        if (from < line.length()) {
            waiting.add(line.substring(from));
        }
    }

    /** Whether a line begins a record; otherwise it is the rest of the text before it. */
    static boolean isRecord(String line) {
        return RECORD.matcher(line).matches();
    }

    int number() {
        return lines.number();
    }

    boolean isTooLarge() {
        return lines.isTooLarge();
    }
}
