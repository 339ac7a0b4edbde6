package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.statements.Given.Booking;
import io.receivables.statements.Given.Statement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What was written is read, whatever it was and however it is divided. */
class RoundTripProperties {
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final Money FIRST = Money.of("1.00", "EUR");

    @Provide
    Arbitrary<Statement> statements() {
        return Given.statements();
    }

    @Property(tries = 200)
    void german_text(@ForAll("statements") Statement statement, @ForAll boolean latin) {
        BankStatement read = read(Given.german(statement), latin ? LATIN : StandardCharsets.UTF_8);
        assertLines(read, statement.bookings(), true);
        assertThat(read.lines()).allSatisfy(line -> assertThat(line.bankCode()).isEqualTo("NTRF/166"));
    }

    @Property(tries = 200)
    void dutch_text(@ForAll("statements") Statement statement) {
        assertLines(read(Given.dutch(statement), LATIN), statement.bookings(), true);
    }

    @Property(tries = 200)
    void free_text(@ForAll("statements") Statement statement) {
        assertLines(read(Given.free(statement), LATIN), statement.bookings(), false);
    }

    @Property(tries = 200)
    void bai2(@ForAll("statements") Statement statement) {
        LocalDate day = LocalDate.parse("2026-01-02");
        List<Booking> sameDay = statement.bookings().stream()
                .map(booking -> new Booking(
                        day,
                        booking.value(),
                        booking.cents(),
                        booking.reference(),
                        booking.endToEnd(),
                        booking.name(),
                        booking.iban(),
                        booking.text()))
                .toList();
        assertLines(read(Given.bai2(statement, day), StandardCharsets.UTF_8), sameDay, true);
    }

    @Property(tries = 200)
    void csv(@ForAll("statements") Statement statement) {
        BankStatement read = read(Given.csv(statement), StandardCharsets.UTF_8);
        if (statement.bookings().isEmpty()) {
            assertThat(read.lines()).isEmpty();
        } else {
            assertLines(read, statement.bookings(), true);
        }
    }

    @Property(tries = 300)
    void sepa_fields_read_the_same_wherever_the_bank_divides_them(
            @ForAll @IntRange(min = 0, max = 60) int first, @ForAll @IntRange(min = 0, max = 60) int second) {
        String purpose = "EREF+E-1001MREF+M-77CRED+DE98ZZZ09999999999SVWZ+F-1001";
        int one = Math.min(first, purpose.length());
        int two = Math.min(one + second, purpose.length());
        BankLine line = line("166?20" + purpose.substring(0, one) + "?21" + purpose.substring(one, two) + "?22"
                + purpose.substring(two) + "?32Moreau");
        assertThat(line.reference(BankReference.END_TO_END)).contains("E-1001");
        assertThat(line.reference(BankReference.MANDATE)).contains("M-77");
        assertThat(line.reference(BankReference.CREDITOR)).contains("DE98ZZZ09999999999");
        // where text is divided before a subfield is full, it is two pieces
        assertThat(String.join("", line.remittance().text())).isEqualTo("F-1001");
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
    }

    @Property(tries = 300)
    void lines_may_be_broken_anywhere(@ForAll @IntRange(min = 1, max = 110) int first) {
        for (String text : List.of(
                "166?00GUTSCHRIFT?20EREF+E-1001MREF+M-77SVWZ+F-1001?31NL91ABNA0417164300?32Moreau?34000",
                "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/NAME/Moreau/REMI/F-1001/EREF/E-1001/MARF/M-77")) {
            int place = Math.min(first, text.length());
            // what begins with a hyphen alone, or as a field, would end this one
            BankLine line = line(text.substring(0, place) + "\n" + text.substring(place));
            assertThat(line.reference(BankReference.END_TO_END)).contains("E-1001");
            assertThat(line.reference(BankReference.MANDATE)).contains("M-77");
            assertThat(line.remittance().text()).containsExactly("F-1001");
            assertThat(line.counterparty().name()).isEqualTo("Moreau");
            assertThat(line.counterparty().account()).isEqualTo("NL91ABNA0417164300");
        }
    }

    private static BankLine line(String information) {
        return read(
                        ":20:M1\n:25:1\n:28:1\n:60F:C260401EUR0,\n:61:260402C1,NTRFNONREF\n:86:" + information
                                + "\n:62F:C260402EUR"
                                + FIRST.amount().toPlainString().replace('.', ',') + "\n",
                        LATIN)
                .lines()
                .get(0);
    }

    private static BankStatement read(String text, Charset charset) {
        Loaded<StatementFile> file =
                StatementReader.standard().withCsv(Given.LAYOUT).readAll(text.getBytes(charset));
        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).hasSize(1);
        return file.value().statements().get(0);
    }

    private static void assertLines(BankStatement read, List<Booking> bookings, boolean all) {
        assertThat(read.check().holds()).isTrue();
        assertThat(read.lines()).hasSameSizeAs(bookings);
        List<String> told = new ArrayList<>();
        for (BankLine line : read.lines()) {
            told.add(line.bookingDate() + " " + line.valueDate() + " " + line.booked() + " "
                    + line.reference(BankReference.SERVICER).orElse("") + " "
                    + line.remittance().joinedText()
                    + (all
                            ? " " + line.counterparty().name() + " "
                                    + line.counterparty().account() + " "
                                    + line.reference(BankReference.END_TO_END).orElse("")
                            : ""));
        }
        assertThat(told)
                .containsExactlyElementsOf(bookings.stream()
                        .map(booking -> booking.booked() + " " + booking.value() + " "
                                + Money.ofMinor(booking.cents(), FIRST.currency()) + " " + booking.reference() + " "
                                + booking.text()
                                + (all ? " " + booking.name() + " " + booking.iban() + " " + booking.endToEnd() : ""))
                        .toList());
    }
}
