package io.receivables.statements;

import io.receivables.core.cash.BankAccount;
import io.receivables.statements.CsvStatementLayout.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Statements made at random, and what banks would write of them: MT940 in three dialects, BAI2, CSV. */
final class Given {
    static final String ACCOUNT = "DE33100205000001194700";
    static final CsvStatementLayout LAYOUT = CsvStatementLayout.withDates("dd/MM/yyyy")
            .separatedBy(';')
            .decimals(',')
            .account(BankAccount.of(ACCOUNT))
            .currency("EUR")
            .column(Column.BOOKING_DATE, "booked")
            .column(Column.VALUE_DATE, "value")
            .column(Column.AMOUNT, "amount")
            .column(Column.BALANCE, "balance")
            .column(Column.COUNTERPARTY_NAME, "name")
            .column(Column.COUNTERPARTY_ACCOUNT, "iban")
            .column(Column.REMITTANCE, "text")
            .column(Column.END_TO_END, "e2e")
            .column(Column.SERVICER, "ref")
            .build();

    private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter FOUR = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private Given() {}

    /** What a bank would say of one booking; cents are negative for what went out. */
    record Booking(
            LocalDate booked,
            LocalDate value,
            long cents,
            String reference,
            String endToEnd,
            String name,
            String iban,
            String text) {}

    /** Bookings between two balances. */
    record Statement(long opening, List<Booking> bookings) {
        long closing() {
            return opening
                    + bookings.stream().mapToLong(booking -> booking.cents()).sum();
        }
    }

    static Arbitrary<Statement> statements() {
        return Combinators.combine(
                        Arbitraries.longs().between(-10_000_000, 10_000_000),
                        bookings().list().ofMaxSize(8))
                .as(Statement::new);
    }

    private static Arbitrary<Booking> bookings() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(0, 3_000)
                .map(day -> LocalDate.of(2020, 1, 1).plusDays(day));
        return Combinators.combine(
                        days,
                        Arbitraries.integers().between(-40, 40),
                        Arbitraries.longs()
                                .between(-1_000_000_000, 1_000_000_000)
                                .filter(cents -> cents != 0),
                        words(16).map(text -> text.replace(" ", "")),
                        words(35).map(text -> text.replace(" ", "")),
                        words(54),
                        Arbitraries.of("FR1420041010050500013M02606", "NL91ABNA0417164300", "BE68539007547034"),
                        words(200))
                .as((day, later, cents, reference, endToEnd, name, iban, text) -> new Booking(
                        day, day.plusDays(later), cents, "B" + reference, "E" + endToEnd, name, iban, text));
    }

    private static Arbitrary<String> words(int length) {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .é")
                .ofMaxLength(length)
                .map(text -> text.strip().replaceAll(" +", " "))
                // a field of a bank is never blank
                .map(text -> text.isEmpty() ? "X" : text);
    }

    static String amount(long cents) {
        return BigDecimal.valueOf(Math.abs(cents), 2).toPlainString().replace('.', ',');
    }

    static String german(Statement statement) {
        return mt(
                statement,
                booking -> "166?00TEXT?109999"
                        + pieces(
                                20,
                                "EREF+" + booking.endToEnd()
                                        + " "
                                                .repeat(Math.floorMod(
                                                        -5 - booking.endToEnd().length(), 27)) + "SVWZ+"
                                        + booking.text())
                        + "?31" + booking.iban() + pieces(32, booking.name()) + "?34000");
    }

    static String dutch(Statement statement) {
        return mt(
                statement,
                booking -> "/TRTP/SEPA OVERBOEKING/IBAN/" + booking.iban() + "/NAME/" + booking.name() + "/REMI/"
                        + booking.text() + "/EREF/" + booking.endToEnd());
    }

    static String free(Statement statement) {
        return mt(statement, Booking::text);
    }

    /** Pieces of 27 signs, in subfields from a number on. */
    private static String pieces(int from, String text) {
        StringBuilder pieces = new StringBuilder();
        int key = from;
        for (int i = 0; i < text.length(); i += 27) {
            pieces.append('?').append(key).append(text, i, Math.min(text.length(), i + 27));
            key = key == 29 ? 60 : key + 1;
        }
        return pieces.toString();
    }

    private interface Information {
        String of(Booking booking);
    }

    private static String mt(Statement statement, Information information) {
        StringBuilder text = new StringBuilder(
                        "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n:20:M1\r\n:25:")
                .append(ACCOUNT)
                .append("\r\n:28C:1/1\r\n:60F:")
                .append(balance(statement.opening()));
        for (Booking booking : statement.bookings()) {
            text.append(":61:")
                    .append(booking.value().format(SIX))
                    .append(booking.booked().format(FOUR))
                    .append(booking.cents() < 0 ? 'D' : 'C')
                    .append(amount(booking.cents()))
                    .append("NTRFNONREF//")
                    .append(booking.reference())
                    .append("\r\n:86:");
            String told = information.of(booking);
            for (int i = 0; i < told.length(); i += 65) {
                text.append(told, i, Math.min(told.length(), i + 65)).append("\r\n");
            }
        }
        return text.append(":62F:")
                .append(balance(statement.closing()))
                .append("-}")
                .toString();
    }

    private static String balance(long cents) {
        return (cents < 0 ? "D" : "C") + "260101EUR" + amount(cents) + "\r\n";
    }

    /** One account; the day of booking is the file's. */
    static String bai2(Statement statement, LocalDate day) {
        List<String> records = new ArrayList<>();
        records.add("03," + ACCOUNT + ",EUR,010," + statement.opening() + ",,,015," + statement.closing() + ",,");
        long sum = statement.opening() + statement.closing();
        for (Booking booking : statement.bookings()) {
            long size = Math.abs(booking.cents());
            sum += size;
            records.add("16," + (booking.cents() < 0 ? "495" : "195") + "," + size + ",V,"
                    + booking.value().format(SIX) + ",," + booking.reference() + ",,");
            records.add("88,EREF: " + booking.endToEnd());
            records.add("88," + (booking.cents() < 0 ? "CRNM: " : "DBNM: ") + booking.name());
            records.add("88," + (booking.cents() < 0 ? "CACT: " : "DACT: ") + booking.iban());
            records.add("88,REMI: " + booking.text());
        }
        int count = records.size() + 1;
        return "01,B,C,260101,,1,,,2/\n02,C,B,1," + day.format(SIX) + ",,EUR,2/\n" + String.join("/\n", records)
                + "/\n49," + sum + "," + count + "/\n98," + sum + ",1," + (count + 2) + "/\n99," + sum + ",1,"
                + (count + 4) + "/\n";
    }

    static String csv(Statement statement) {
        StringBuilder text = new StringBuilder("booked;value;amount;balance;name;iban;text;e2e;ref\n");
        long balance = statement.opening();
        for (Booking booking : statement.bookings()) {
            balance += booking.cents();
            text.append(booking.booked().format(SLASHES))
                    .append(';')
                    .append(booking.value().format(SLASHES))
                    .append(';')
                    .append(booking.cents() < 0 ? "-" : "")
                    .append(amount(booking.cents()))
                    .append(';')
                    .append(balance < 0 ? "-" : "")
                    .append(amount(balance))
                    .append(";\"")
                    .append(booking.name())
                    .append("\";")
                    .append(booking.iban())
                    .append(";\"")
                    .append(booking.text())
                    .append("\";")
                    .append(booking.endToEnd())
                    .append(';')
                    .append(booking.reference())
                    .append('\n');
        }
        return text.toString();
    }
}
