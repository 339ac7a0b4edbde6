package io.receivables.statements;

import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.ReturnReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an item. Some banks put fields into it: {@code EREF: …}, {@code DBNM: …} in lines of their own, and {@code
 * Reason: "R02"}. Otherwise all of it is what the payment is for.
 */
final class Bai2Text {
    private static final Pattern TAG =
            Pattern.compile("(EREF|REMI|CREF|CRNM|DBNM|CACT|DACT|CBIC|DBIC|CABA|DABA|CHKN|IDNM):(.*)", Pattern.DOTALL);
    private static final Pattern REMITTANCE = Pattern.compile("Remittance Info: \"([^\"]*)\"");
    private static final Pattern REASON = Pattern.compile("Reason: \"([^\"]*)\"");
    private static final Pattern ACH = Pattern.compile("R\\d\\d");
    /** A reason of the clearing house as a word of its own: R01 to R85. */
    private static final Pattern ACH_WORD = Pattern.compile("(?<![\\w./-])R(?:0[1-9]|[1-7]\\d|8[0-5])(?![\\w/-])");

    private final List<String> free = new ArrayList<>();
    private final Map<String, String> tags = new HashMap<>();
    private final String joined;

    Bai2Text(List<String> pieces) {
        for (String piece : pieces) {
            Matcher tag = TAG.matcher(piece);
            if (tag.matches() && tag.group(1).equals("REMI")) {
                tags.merge("REMI", tag.group(2).strip(), (first, later) -> (first + " " + later).strip());
            } else if (tag.matches() && !tags.containsKey(tag.group(1))) {
                tags.put(tag.group(1), tag.group(2).strip());
            } else if (!piece.isBlank()) {
                free.add(piece.strip());
            }
        }
        joined = String.join(" ", free);
    }

    /**
     * Why an item came back, as far as the text says it.
     *
     * @param isCleared whether it came back in the clearing house, whose reasons banks write without any mark
     */
    ReturnReason reason(boolean isCleared) {
        Matcher reason = REASON.matcher(joined);
        if (reason.find()) {
            String code = reason.group(1);
            return ReturnReason.of(
                    ACH.matcher(code).matches() ? ReturnReason.Scheme.US_ACH : ReturnReason.Scheme.PROPRIETARY, code);
        }
        List<String> words = isCleared
                ? ACH_WORD.matcher(joined)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .limit(2)
                        .toList()
                : List.of();
        return words.size() == 1 ? ReturnReason.of(ReturnReason.Scheme.US_ACH, words.get(0)) : ReturnReason.notStated();
    }

    String joined() {
        return joined;
    }

    /** Adds what the text says to a line; the other side of a credit is the debtor, that of a debit the creditor. */
    void addTo(BankLine.Builder line, boolean credit) {
        String side = credit ? "D" : "C";
        String bic = tag(side + "BIC");
        line.counterparty(new Counterparty(
                tag(credit ? "DBNM" : "CRNM"), tag(side + "ACT"), bic.isEmpty() ? tag(side + "ABA") : bic, ""));
        line.reference(BankReference.END_TO_END, tag("EREF")).reference(BankReference.TRANSACTION, tag("CREF"));
        if (MtValues.isDigits(tag("CHKN"))) {
            line.reference(BankReference.CHEQUE, tag("CHKN"));
        }
        if (tags.isEmpty()) {
            line.remittance(new Remittance(free, List.of(), List.of()));
            return;
        }
        line.text(joined);
        Matcher quoted = REMITTANCE.matcher(joined);
        String told = !tag("REMI").isEmpty() || !quoted.find() ? tag("REMI") : quoted.group(1);
        if (!told.isBlank()) {
            line.remittance(Remittance.ofText(told));
        }
    }

    private String tag(String name) {
        return tags.getOrDefault(name, "");
    }
}
