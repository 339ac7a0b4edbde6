package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKey;
import io.receivables.core.cash.ReturnReason;
import io.receivables.payments.bank.transfer.TransferFact.Asked;
import io.receivables.payments.bank.transfer.TransferFact.Booked;
import io.receivables.payments.bank.transfer.TransferFact.CameIn;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import io.receivables.payments.spi.register.RegisterLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An entry as a {@link RegisterLine}. */
final class TransferLine {
    /** The generation of this form, the first field of each line. */
    private static final String VERSION = "1";

    private static final String ASKED = "asked";
    private static final String CAME_IN = "came-in";
    private static final String WENT_BACK = "went-back";

    /** Version, time, kind and reference. */
    private static final int HEAD = 4;

    /** Key, payment and amount. */
    private static final int ASKED_FIELDS = HEAD + 3;

    /** Account, bank's reference, booked amount, day, part, occurrence, amount, fee and value date. */
    private static final int BOOKED_FIELDS = HEAD + 9;

    /** Original, scheme and code of the reason, country. */
    private static final int BACK_FIELDS = BOOKED_FIELDS + 4;

    private TransferLine() {}

    static String write(TransferEntry entry) {
        TransferFact fact = entry.fact();
        List<String> fields =
                new ArrayList<>(List.of(VERSION, entry.recordedAt().toString(), kind(fact), fact.reference()));
        if (fact instanceof Asked asked) {
            fields.addAll(List.of(asked.key(), asked.paymentId(), asked.amount().toString()));
        }
        if (fact instanceof Booked booked) {
            addBooking(booked, fields);
        }
        if (fact instanceof CameIn in) {
            in.references().forEach((kind, value) -> fields.addAll(List.of(kind.code(), value)));
        }
        if (fact instanceof WentBack back) {
            fields.addAll(List.of(
                    back.original(),
                    back.reason().scheme().code(),
                    back.reason().code(),
                    back.country()));
        }
        return RegisterLine.of(fields);
    }

    private static String kind(TransferFact fact) {
        if (fact instanceof Asked) {
            return ASKED;
        }
        return fact instanceof CameIn ? CAME_IN : WENT_BACK;
    }

    private static void addBooking(Booked booked, List<String> fields) {
        LineKey key = booked.key();
        fields.addAll(List.of(
                key.account(),
                key.reference(),
                key.amount().toString(),
                key.date().toString(),
                Integer.toString(key.part()),
                Integer.toString(booked.occurrence()),
                booked.amount().toString(),
                booked.fee().toString(),
                booked.valueOn().toString()));
    }

    /**
     * The entry of a line.
     *
     * @throws IllegalArgumentException if it is none; says which field and why
     */
    static TransferEntry read(String line) {
        List<String> fields = RegisterLine.fields(line);
        if (fields.size() < HEAD || !fields.get(0).equals(VERSION)) {
            throw new IllegalArgumentException("it is of form " + fields.get(0) + ", and known is " + VERSION);
        }
        try {
            return new TransferEntry(Instant.parse(fields.get(1)), fact(fields));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static TransferFact fact(List<String> fields) {
        String reference = fields.get(3);
        return switch (fields.get(2)) {
            case ASKED -> {
                has(fields.size() == ASKED_FIELDS, fields);
                yield new Asked(reference, fields.get(4), fields.get(5), money(fields.get(6)));
            }
            case CAME_IN -> {
                has(fields.size() >= BOOKED_FIELDS && (fields.size() - BOOKED_FIELDS) % 2 == 0, fields);
                yield new CameIn(
                        reference,
                        key(fields),
                        number(fields.get(9)),
                        money(fields.get(10)),
                        money(fields.get(11)),
                        LocalDate.parse(fields.get(12)),
                        references(fields.subList(BOOKED_FIELDS, fields.size())));
            }
            case WENT_BACK -> {
                has(fields.size() == BACK_FIELDS, fields);
                yield new WentBack(
                        reference,
                        key(fields),
                        number(fields.get(9)),
                        money(fields.get(10)),
                        money(fields.get(11)),
                        LocalDate.parse(fields.get(12)),
                        fields.get(13),
                        ReturnReason.of(scheme(fields.get(14)), fields.get(15)),
                        fields.get(16));
            }
            default ->
                throw new IllegalArgumentException("kind \"" + fields.get(2) + "\" is unknown: known are " + ASKED
                        + ", " + CAME_IN + " and " + WENT_BACK);
        };
    }

    private static void has(boolean hasAll, List<String> fields) {
        if (!hasAll) {
            throw new IllegalArgumentException(fields.get(2) + " has " + fields.size() + " fields, which do not fit");
        }
    }

    private static LineKey key(List<String> fields) {
        return new LineKey(
                fields.get(4),
                fields.get(5),
                money(fields.get(6)),
                LocalDate.parse(fields.get(7)),
                number(fields.get(8)));
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("number \"" + text + "\" is none");
        }
        return Integer.parseInt(text);
    }

    private static Map<BankReference, String> references(List<String> pairs) {
        Map<BankReference, String> references = new EnumMap<>(BankReference.class);
        for (int i = 0; i < pairs.size(); i += 2) {
            references.put(kindOf(pairs.get(i)), pairs.get(i + 1));
        }
        return references;
    }

    private static BankReference kindOf(String code) {
        return Arrays.stream(BankReference.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind of reference \"" + code + "\" is unknown"));
    }

    private static ReturnReason.Scheme scheme(String code) {
        return Arrays.stream(ReturnReason.Scheme.values())
                .filter(scheme -> scheme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scheme of a reason \"" + code + "\" is unknown"));
    }

    /** What {@link Money#toString} wrote. */
    private static Money money(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("amount \"" + text + "\" is none such as EUR 800.00");
        }
        return Money.of(text.substring(space + 1), text.substring(0, space));
    }
}
