package io.receivables.files;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Hands text on and remembers it from the line of the current row, so that reading can start again at the line after it:
 * what a quote that is never closed would swallow is not lost. Lines end as they do for the parser: LF, CR or CR LF.
 */
final class ReplayReader extends Reader {
    /** A row was longer than anything sensible. */
    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final int LONGEST_ROW = 4_000_000;
    private static final int READ_SIZE = 8192;

    private final Reader source;
    private char[] text = new char[4 * READ_SIZE];
    /** Where {@link #line} starts in the text. */
    private int start;
    /** What was handed on ends here; what follows is to be handed on again. */
    private int next;

    private int end;
    private long line = 1;
    private long wantedLine = 1;

    ReplayReader(Reader source) {
        this.source = source;
    }

    /** The text before this line is needed no more. */
    void keepFrom(long wanted) {
        wantedLine = wanted;
    }

    /** The text of the line last given to {@link #keepFrom}, as far as it is remembered and at most so long. */
    String line(int longest) {
        forgetEarlierLines();
        int after = endOfLine();
        String whole = new String(text, start, Math.min(after < 0 ? end - start : after - start, longest));
        return line == wantedLine ? whole.stripTrailing() : "";
    }

    /** Goes to the start of the line after the one last given to {@link #keepFrom}, and returns its number. */
    long restartAfterLine() throws IOException {
        long target = wantedLine + 1;
        while (line < target) {
            int after = endOfLine();
            if (after >= 0) {
                start = after;
                line++;
            } else if (!fillMore()) {
                start = end;
                line = target;
            }
        }
        wantedLine = target;
        next = start;
        return line;
    }

    /** Reads more of the line; of what is there only the last character is kept, which may be the CR of a CR LF. */
    private boolean fillMore() throws IOException {
        start = Math.max(start, end - 1);
        return fill();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (next == end) {
            forgetEarlierLines();
            if (end - start > LONGEST_ROW) {
                throw new RowTooLongException();
            }
            if (!fill()) {
                return -1;
            }
        }
        int handedOn = Math.min(length, end - next);
        System.arraycopy(text, next, buffer, offset, handedOn);
        next += handedOn;
        return handedOn;
    }

    private void forgetEarlierLines() {
        while (line < wantedLine) {
            int after = endOfLine();
            if (after < 0) {
                return; // the line break itself is not read whole yet
            }
            start = after;
            line++;
        }
    }

    /** Where the line after the first remembered one starts; -1 while that cannot be told. */
    private int endOfLine() {
        for (int i = start; i < end; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
            if (text[i] == '\r') {
                return i + 1 == end ? -1 : text[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (text.length - end < READ_SIZE) {
            char[] target = end - start + READ_SIZE > text.length / 2 ? new char[2 * text.length] : text;
            System.arraycopy(text, start, target, 0, end - start);
            text = target;
            next -= start;
            end -= start;
            start = 0;
        }
        int read;
        do {
            read = source.read(text, end, READ_SIZE);
        } while (read == 0);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        text = Arrays.copyOf(text, 0);
        source.close();
    }
}
