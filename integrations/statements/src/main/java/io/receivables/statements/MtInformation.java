package io.receivables.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code :86:} in whatever dialect it is; what is in none is free text, kept whole. */
final class MtInformation {
    /** So long is a full line, which goes on in the next one in the middle of a word. */
    private static final int FULL = 65;

    /**
     * A line of words between slashes goes on from so many signs on, for it may have lost signs at its end; unless the next one
     * begins with a slash.
     */
    private static final int ALMOST_FULL = 60;

    private static final Pattern KNAB = Pattern.compile("REK: ([A-Z0-9]+)/NAAM: (.+)");

    /** The German agreement's code of a text without subfields. */
    private static final String UNSTRUCTURED = "999";

    /** The longest code that stands before subfields. */
    private static final int CODE = 4;

    private static final Pattern NON_SWIFT = Pattern.compile("(\\d{2})(.*)", Pattern.DOTALL);

    private MtInformation() {}

    /** Reads what {@code :86:} and {@code :NS:} say of a booking, of which either may be empty. */
    static MtDetails read(List<String> lines, List<String> nonSwift, boolean credit) {
        MtDetails details = read(lines, credit);
        if (!nonSwift.isEmpty()) {
            nonSwift(nonSwift, details, lines.isEmpty());
        }
        return details;
    }

    private static MtDetails read(List<String> stated, boolean credit) {
        List<String> lines = isCodeAlone(stated) ? stated.subList(1, stated.size()) : stated;
        String joined = String.join("", lines).stripLeading();
        if (MtGerman.reads(joined)) {
            return MtGerman.read(joined);
        }
        if (MtDutch.reads(joined)) {
            return MtDutch.read(pieces(lines), credit);
        }
        if (MtPolish.reads(joined)) {
            return MtPolish.read(String.join(" ", unfolded(lines)));
        }
        MtDetails details = new MtDetails();
        if (MtSepaTags.begins(joined)) {
            MtPieces pieces = new MtPieces(FULL);
            pieces.add(joined);
            MtSepaTags.read(pieces, details);
            return details;
        }
        boolean unstructured = isUnstructured(joined);
        for (String line : unfolded(lines)) {
            Matcher knab = KNAB.matcher(line);
            if (knab.matches()) {
                details.account = knab.group(1);
                details.name = knab.group(2).strip();
            } else if (unstructured && line.stripLeading().startsWith(UNSTRUCTURED)) {
                unstructured = false;
                details.ownCode = UNSTRUCTURED;
                details.say(line.stripLeading().substring(UNSTRUCTURED.length()));
            } else {
                details.say(line);
            }
        }
        return details;
    }

    /** Whether the code has a field of its own, and stands before the subfields in the next one too. */
    private static boolean isCodeAlone(List<String> lines) {
        return lines.size() > 1
                && !lines.get(0).isBlank()
                && lines.get(0).strip().length() <= CODE
                && lines.get(1).startsWith(lines.get(0).strip())
                && MtGerman.reads(lines.get(1));
    }

    private static boolean isUnstructured(String text) {
        return text.startsWith(UNSTRUCTURED)
                && text.length() > UNSTRUCTURED.length()
                && Character.isLetter(text.charAt(UNSTRUCTURED.length()));
    }

    /**
     * Subfields that banks added to SWIFT's: 01 to 14 the purpose, 15 and 16 the other side's name, 17 the bank's text, 33 and 34
     * the other side's bank and account. Journal numbers, times and counts are passed over. Where there is a {@code :86:} too, it
     * goes before.
     */
    private static void nonSwift(List<String> lines, MtDetails details, boolean alone) {
        StringBuilder name = new StringBuilder();
        String key = "";
        for (String line : lines) {
            Matcher subfield = NON_SWIFT.matcher(line);
            boolean begins = subfield.matches();
            key = begins ? subfield.group(1) : key;
            String value = (begins ? subfield.group(2) : line).strip();
            switch (key) {
                case "15", "16" -> name.append(name.isEmpty() ? "" : " ").append(value);
                case "17" -> details.bankSays(value);
                case "33" -> details.bank = details.bank.isEmpty() ? value : details.bank;
                case "34" -> details.account = details.account.isEmpty() ? value : details.account;
                default -> {
                    if (key.compareTo("14") <= 0 && alone) {
                        details.say(value);
                    } else if (key.compareTo("14") <= 0) {
                        details.bankSays(value);
                    }
                }
            }
        }
        details.name = details.name.isEmpty() ? name.toString() : details.name;
    }

    private static MtPieces pieces(List<String> lines) {
        MtPieces pieces = new MtPieces(ALMOST_FULL);
        for (int i = 0; i < lines.size(); i++) {
            boolean slash = i + 1 < lines.size() && lines.get(i + 1).startsWith("/");
            pieces.add(lines.get(i), lines.get(i).length() < (slash ? FULL : ALMOST_FULL));
        }
        return pieces;
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
