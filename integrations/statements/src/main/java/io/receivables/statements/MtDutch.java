package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.Remittance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} of words between slashes, as Dutch banks agreed on for SEPA: {@code
 * /TRTP/SEPA OVERBOEKING/IBAN/…/BIC/…/NAME/…/REMI/…/EREF/…}. A value goes on to the next word; each word counts once. SWIFT's own
 * words are among them: {@code /ORDP/} who paid and {@code /BENM/} who was paid, each with lines of its account, name and address;
 * {@code /OCMT/} what was ordered, with text after it.
 */
final class MtDutch {
    private static final Set<String> WORDS = Set.of(
            "TRTP", "TRCD", "TRAN", "IBAN", "BIC", "NAME", "REMI", "EREF", "MARF", "CSID", "RTRN", "ORDP", "BENM",
            "ISDT", "UDTR", "UCRD", "ULTD", "ULTC", "ULTB", "PREF", "PURP", "CNTP", "ADDR", "SVCL", "EXCH", "OCMT",
            "CHGS", "RTYP", "ACCW", "BBAN", "NRTX", "INIT", "DBNM", "DACT", "DBIC", "CRNM", "CACT", "CBIC", "OPRP");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;
    private static final Pattern STRUCTURED = Pattern.compile("STRD/(?:([A-Z]{3,4})/)?([^/]+)/?");
    private static final Pattern CREDITOR_REFERENCE =
            Pattern.compile("CDTRREFTP/.*?(?:/ISSR/([A-Z]{1,35}))?/CDTRREF/([^/]+)/?");
    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3}[\\d,.]+)(?:/(.*))?", Pattern.DOTALL);
    private static final Pattern ACCOUNT = Pattern.compile("/?((?=.*\\d)[A-Z0-9]{5,34})");
    private static final int MOST_PARTS_DIGITS = 6;

    private MtDutch() {}

    static boolean reads(String text) {
        return text.startsWith("/") && !word(text, 0).isEmpty();
    }

    /** The word between the slash at a place and the next one; empty where there is none. */
    private static String word(String text, int slash) {
        int end = text.indexOf('/', slash + 1);
        int length = end - slash - 1;
        if (length < SHORTEST || length > LONGEST) {
            return "";
        }
        String word = text.substring(slash + 1, end);
        return WORDS.contains(word) ? word : "";
    }

    static MtDetails read(MtPieces pieces, boolean credit) {
        String text = pieces.joined();
        Map<String, List<String>> values = new LinkedHashMap<>();
        String open = "";
        int from = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            String word = word(text, slash);
            if (!word.isEmpty() && !values.containsKey(word)) {
                close(values, open, pieces.lines(Math.min(from, slash), slash));
                values.put(word, List.of());
                open = word;
                from = slash + word.length() + 2;
            }
        }
        close(values, open, pieces.lines(Math.min(from, text.length()), text.length()));
        MtDetails details = new MtDetails();
        values.forEach((word, lines) -> take(word, lines, details, credit));
        return details;
    }

    private static void close(Map<String, List<String>> values, String word, List<String> lines) {
        if (!word.isEmpty()) {
            List<String> kept = new ArrayList<>(lines);
            // the slash after a value ends it, and is no part of it
            int last = kept.size() - 1;
            kept.set(last, withoutLastSlash(kept.get(last).strip()));
            values.put(word, kept);
        }
    }

    private static String withoutLastSlash(String value) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1).strip() : value;
    }

    private static void take(String word, List<String> lines, MtDetails details, boolean credit) {
        String value = String.join("", lines).strip();
        if (value.isEmpty()) {
            return;
        }
        switch (word) {
            case "TRTP", "RTYP" -> {
                details.bankSays(value);
                details.kind = kind(value);
            }
            case "IBAN" -> details.account = value;
            case "BBAN" -> details.account = details.account.isEmpty() ? value : details.account;
            case "ACCW" -> {
                int comma = value.indexOf(',');
                details.account = comma < 0 ? value : value.substring(0, comma);
                details.bank = comma < 0 ? details.bank : value.substring(comma + 1);
            }
            case "BIC" -> details.bank = value;
            case "NAME" -> details.name = value;
            case "CNTP" -> counterparty(value, details);
            case "ORDP", "BENM" -> {
                if (value.startsWith("/") || credit != word.equals("ORDP")) {
                    details.bankSays(word + " " + value);
                } else {
                    party(lines, details);
                }
            }
            case "DBNM", "DACT", "DBIC", "CRNM", "CACT", "CBIC" -> {
                if (credit == word.startsWith("D")) {
                    otherSide(word, value, details);
                } else {
                    details.bankSays(word + " " + value);
                }
            }
            case "REMI" -> remittance(value, lines, details);
            case "EREF" -> details.references.put(BankReference.END_TO_END, value);
            case "MARF" -> details.references.put(BankReference.MANDATE, value);
            case "CSID" -> details.references.put(BankReference.CREDITOR, value);
            case "PREF" -> details.references.put(BankReference.PAYMENT_INFORMATION, value);
            case "RTRN" -> {
                int slash = value.indexOf('/');
                details.returned = slash < 0 ? value : value.substring(0, slash).strip();
                details.bankSays(slash < 0 ? "" : value.substring(slash + 1));
            }
            case "UDTR", "ULTD" -> details.ultimatePayer = withoutWord(value);
            case "UCRD", "ULTC", "ULTB" -> details.ultimatePayee = withoutWord(value);
            case "NRTX" -> {
                if (MtValues.isDigits(value) && value.length() <= MOST_PARTS_DIGITS) {
                    details.parts = Integer.parseInt(value);
                }
            }
            case "OCMT" -> details.original = amount(word, lines, details);
            case "CHGS" -> details.charge = amount(word, lines, details);
            default -> details.bankSays(word + " " + value);
        }
    }

    private static LineKind kind(String transaction) {
        String upper = transaction.toUpperCase(Locale.ROOT);
        if (upper.contains("INCASSO")) {
            return LineKind.DIRECT_DEBIT;
        }
        return upper.contains("OVERBOEKING") || upper.contains("IDEAL") ? LineKind.TRANSFER : LineKind.OTHER;
    }

    /** A name that has the word for a name once more before it. */
    private static String withoutWord(String value) {
        return value.startsWith("/NAME/") ? value.substring("/NAME/".length()).strip() : value;
    }

    private static void otherSide(String word, String value, MtDetails details) {
        if (word.endsWith("NM")) {
            details.name = value;
        } else if (word.endsWith("ACT")) {
            details.account = value;
        } else {
            details.bank = value;
        }
    }

    /** Lines of the account, which may be missing, the name and the address; then lines of text, each after a slash. */
    private static void party(List<String> stated, MtDetails details) {
        List<String> lines = stated.stream().filter(line -> !line.isBlank()).toList();
        int at = 0;
        Matcher account = ACCOUNT.matcher(withoutLastSlash(lines.get(0).strip()));
        if (lines.size() > 1 && account.matches()) {
            details.account = account.group(1);
            at++;
        }
        String name = lines.get(at).strip();
        details.name = name.startsWith("/") ? name.substring(1) : name;
        for (String line : lines.subList(at + 1, lines.size())) {
            if (line.startsWith("/")) {
                details.say(line.substring(1));
            } else {
                details.bankSays(line);
            }
        }
    }

    /** An amount with its currency; what comes after it is text. Empty where there is none. */
    private static String amount(String word, List<String> lines, MtDetails details) {
        Matcher amount = AMOUNT.matcher(lines.get(0));
        if (!amount.matches()) {
            details.bankSays(word + " " + String.join(" ", lines));
            return "";
        }
        String rest = amount.group(2);
        details.say(rest == null ? "" : rest);
        lines.subList(1, lines.size()).forEach(details::say);
        return amount.group(1);
    }

    /** IBAN, BIC, name and town between slashes. */
    private static void counterparty(String value, MtDetails details) {
        String[] parts = value.split("/", -1);
        details.account = parts[0];
        details.bank = parts.length > 1 ? parts[1] : details.bank;
        details.name = parts.length > 2 ? parts[2] : details.name;
    }

    private static void remittance(String value, List<String> lines, MtDetails details) {
        for (Pattern pattern : List.of(STRUCTURED, CREDITOR_REFERENCE)) {
            Matcher structured = pattern.matcher(value);
            if (structured.matches()) {
                String type = structured.group(1);
                details.creditorReferences.add(new Remittance.Reference(
                        type == null ? "" : type, structured.group(2).strip()));
                return;
            }
        }
        String first = lines.get(0).stripLeading();
        String text = first.startsWith("USTD/") ? first.substring("USTD/".length()) : first;
        details.say(text.startsWith("/") ? text.substring(1) : text);
        lines.subList(1, lines.size()).forEach(details::say);
    }
}
