package io.receivables.statements;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that came in pieces. A full piece goes on in the next one, in the middle of a word if need be; after a shorter one begins
 * a new line, or a blank was lost at its end.
 */
final class MtPieces {
    private final int full;
    private final StringBuilder all = new StringBuilder();
    private final List<Integer> breaks = new ArrayList<>();

    /** Pieces that are full from so many signs on. */
    MtPieces(int full) {
        this.full = full;
    }

    void add(String piece) {
        add(piece, piece.length() < full);
    }

    void add(String piece, boolean ends) {
        all.append(piece);
        if (ends) {
            breaks.add(all.length());
        }
    }

    /** All of it, nothing between the pieces. */
    String joined() {
        return all.toString();
    }

    /** What stands between two places, divided where a line begins. */
    List<String> lines(int from, int to) {
        List<String> lines = new ArrayList<>();
        int begin = from;
        for (int place : breaks) {
            if (place > begin && place < to) {
                lines.add(all.substring(begin, place));
                begin = place;
            }
        }
        lines.add(all.substring(begin, to));
        return lines;
    }
}
