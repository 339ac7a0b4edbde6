package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.payments.manual.ChequeFact.Certified;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.register.RegisterLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An entry of a {@link FileChequeRegister} as a {@link RegisterLine}. */
final class ChequeLine {
    /** The generation of this form, the first field of each line. */
    private static final String VERSION = "1";

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
        return RegisterLine.of(fields);
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
        String[] fields = RegisterLine.fields(line).toArray(String[]::new);
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
}
