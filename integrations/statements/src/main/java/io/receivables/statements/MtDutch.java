package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.Remittance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code :86:} of words between slashes, as Dutch banks agreed on for SEPA: {@code
 * /TRTP/SEPA OVERBOEKING/IBAN/…/BIC/…/NAME/…/REMI/…/EREF/…}. A value goes on to the next word; each word counts once.
 */
final class MtDutch {
    private static final Pattern WORD =
            Pattern.compile("/(TRTP|TRCD|TRAN|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|RTRN|ORDP|BENM|"
                    + "ISDT|UDTR|UCRD|ULTD|ULTC|ULTB|PREF|PURP|CNTP|ADDR|SVCL|EXCH|OCMT|CHGS)(?=/)");
    private static final Pattern STRUCTURED = Pattern.compile("STRD/(?:([A-Z]{3,4})/)?([^/]+)/?");

    private MtDutch() {}

    static boolean reads(String text) {
        return WORD.matcher(text).lookingAt();
    }

    static MtDetails read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher words = WORD.matcher(text);
        String open = "";
        int from = 0;
        while (words.find()) {
            String word = words.group(1);
            if (!values.containsKey(word)) {
                close(values, open, text.substring(Math.min(from, words.start()), words.start()));
                values.put(word, "");
                open = word;
                from = words.end() + 1;
            }
        }
        close(values, open, text.substring(Math.min(from, text.length())));
        return details(values);
    }

    private static void close(Map<String, String> values, String word, String value) {
        if (!word.isEmpty()) {
            String stripped = value.strip();
            // the slash after a value ends it, and is no part of it
            values.put(
                    word,
                    stripped.endsWith("/")
                            ? stripped.substring(0, stripped.length() - 1).strip()
                            : stripped);
        }
    }

    private static MtDetails details(Map<String, String> values) {
        MtDetails details = new MtDetails();
        values.forEach((word, value) -> take(word, value, details));
        return details;
    }

    private static void take(String word, String value, MtDetails details) {
        if (value.isEmpty()) {
            return;
        }
        switch (word) {
            case "TRTP" -> {
                details.bankSays(value);
                details.kind = kind(value);
            }
            case "IBAN" -> details.account = value;
            case "BIC" -> details.bank = value;
            case "NAME" -> details.name = value;
            case "CNTP" -> counterparty(value, details);
            case "REMI" -> remittance(value, details);
            case "EREF" -> details.references.put(BankReference.END_TO_END, value);
            case "MARF" -> details.references.put(BankReference.MANDATE, value);
            case "CSID" -> details.references.put(BankReference.CREDITOR, value);
            case "PREF" -> details.references.put(BankReference.PAYMENT_INFORMATION, value);
            case "RTRN" -> details.returned = value;
            case "UDTR", "ULTD" -> details.ultimatePayer = value;
            case "UCRD", "ULTC", "ULTB" -> details.ultimatePayee = value;
            default -> details.bankSays(word + " " + value);
        }
    }

    private static LineKind kind(String transaction) {
        if (transaction.contains("INCASSO") || transaction.contains("Incasso")) {
            return LineKind.DIRECT_DEBIT;
        }
        return transaction.contains("OVERBOEKING")
                        || transaction.contains("Overboeking")
                        || transaction.contains("iDEAL")
                ? LineKind.TRANSFER
                : LineKind.OTHER;
    }

    /** IBAN, BIC, name and town between slashes. */
    private static void counterparty(String value, MtDetails details) {
        String[] parts = value.split("/", -1);
        details.account = parts[0];
        details.bank = parts.length > 1 ? parts[1] : details.bank;
        details.name = parts.length > 2 ? parts[2] : details.name;
    }

    private static void remittance(String value, MtDetails details) {
        Matcher structured = STRUCTURED.matcher(value);
        if (structured.matches()) {
            String type = structured.group(1);
            details.creditorReferences.add(new Remittance.Reference(
                    type == null ? "" : type, structured.group(2).strip()));
        } else {
            String text = value.startsWith("USTD/") ? value.substring("USTD/".length()) : value;
            details.say(text.startsWith("/") ? text.substring(1) : text);
        }
    }
}
