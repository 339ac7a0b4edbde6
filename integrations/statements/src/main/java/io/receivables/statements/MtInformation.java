package io.receivables.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code :86:} in whatever dialect it is; what is in none is free text, kept whole. */
final class MtInformation {
    /** So long is a full line, which goes on in the next one in the middle of a word. */
    private static final int FULL = 65;

    private static final Pattern KNAB = Pattern.compile("REK: ([A-Z0-9]+)/NAAM: (.+)");

    private MtInformation() {}

    static MtDetails read(List<String> lines) {
        String joined = String.join("", lines).stripLeading();
        if (MtGerman.reads(joined)) {
            return MtGerman.read(joined);
        }
        if (MtDutch.reads(joined)) {
            return MtDutch.read(joined);
        }
        MtDetails details = new MtDetails();
        if (MtSepaTags.begins(joined)) {
            MtPieces pieces = new MtPieces();
            pieces.add(joined);
            MtSepaTags.read(pieces, details);
            return details;
        }
        for (String line : unfolded(lines)) {
            Matcher knab = KNAB.matcher(line);
            if (knab.matches()) {
                details.account = knab.group(1);
                details.name = knab.group(2).strip();
            } else {
                details.say(line);
            }
        }
        return details;
    }

    private static List<String> unfolded(List<String> lines) {
        List<String> unfolded = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String physical : lines) {
            line.append(physical);
            if (physical.length() != FULL) {
                unfolded.add(line.toString());
                line.setLength(0);
            }
        }
        unfolded.add(line.toString());
        return unfolded;
    }
}
