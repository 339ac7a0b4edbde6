package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.payments.manual.ChequeFact.Certified;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A line of a {@link FileChequeRegister}: fields with a tab between them, the last a checksum (CRC-32, 8 hex digits) of what
 * is before it. A backslash stands before a backslash, and with {@code t}, {@code n} or {@code r} for a tab or the end of a
 * line.
 */
final class ChequeLine {
    /** The generation of this form, the first field of each line. */
    private static final String VERSION = "1";

    private static final int CHECKSUM = 8;

    private ChequeLine() {}

    static String write(ChequeEntry entry) {
        ChequeFact fact = entry.fact();
        List<String> fields = new ArrayList<>(List.of(
                VERSION,
                entry.recordedAt().toString(),
                fact.trigger().code(),
                fact.payment(),
                fact.on().toString()));
        fields.addAll(details(fact));
        String text = String.join("\t", fields.stream().map(ChequeLine::escaped).toList()) + "\t";
        return text + checksum(text);
    }

    private static List<String> details(ChequeFact fact) {
        if (fact instanceof Expected expected) {
            return List.of(expected.paymentId(), expected.amount().toString(), expected.reference());
        }
        if (fact instanceof Received received) {
            return List.of(
                    received.number(),
                    received.dated().toString(),
                    received.amount().toString(),
                    received.certified() ? "certified" : "");
        }
        if (fact instanceof Returned returned) {
            return List.of(
                    returned.reason().code(),
                    returned.fee().map(Money::toString).orElse(""));
        }
        return List.of();
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException if it is none; says which field and why
     */
    static ChequeEntry read(String line) {
        int end = line.length() - CHECKSUM;
        if (end < 1 || !line.substring(end).equals(checksum(line.substring(0, end)))) {
            throw new IllegalArgumentException("its checksum does not fit");
        }
        String[] fields = line.substring(0, end - 1).split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = unescaped(fields[i]);
        }
        if (fields.length < 5 || !fields[0].equals(VERSION)) {
            throw new IllegalArgumentException("it is of form " + fields[0] + ", and known is " + VERSION);
        }
        try {
            return new ChequeEntry(Instant.parse(fields[1]), fact(fields));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static ChequeFact fact(String... fields) {
        ChequeTrigger trigger = ChequeTrigger.ofCode(fields[2]);
        String payment = fields[3];
        LocalDate on = LocalDate.parse(fields[4]);
        int details = switch (trigger) {
            case EXPECTED -> 3;
            case RECEIVED -> 4;
            case RETURNED -> 2;
            case CERTIFIED, DEPOSITED, DATE_REACHED, WENT_STALE, HOLD_PASSED -> 0;
        };
        if (fields.length != 5 + details) {
            throw new IllegalArgumentException(
                    trigger.code() + " has " + fields.length + " fields, not " + (5 + details));
        }
        return switch (trigger) {
            case EXPECTED -> new Expected(payment, on, fields[5], money(fields[6]), fields[7]);
            case RECEIVED ->
                new Received(
                        payment,
                        on,
                        fields[5],
                        LocalDate.parse(fields[6]),
                        money(fields[7]),
                        fields[8].equals("certified"));
            case CERTIFIED -> new Certified(payment, on);
            case DEPOSITED -> new Deposited(payment, on);
            case RETURNED ->
                new Returned(
                        payment, on, ChequeReturn.ofCode(fields[5]), fields[6].isEmpty() ? null : money(fields[6]));
            case DATE_REACHED, WENT_STALE, HOLD_PASSED -> new Passed(payment, on, trigger);
        };
    }

    /** What {@link Money#toString} wrote. */
    private static Money money(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("amount \"" + text + "\" is none such as CAD 800.00");
        }
        return Money.of(text.substring(space + 1), text.substring(0, space));
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder(field.length());
        boolean isEscaped = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (isEscaped) {
                text.append(meant(c));
                isEscaped = false;
            } else if (c == '\\') {
                isEscaped = true;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
