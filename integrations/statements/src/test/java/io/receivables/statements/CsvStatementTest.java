package io.receivables.statements;

import static io.receivables.statements.Texts.codes;
import static io.receivables.statements.Texts.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.statements.CsvStatementLayout.Column;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's CSV export, read by a layout. */
class CsvStatementTest {
    private static final BankAccount ACCOUNT = BankAccount.of("DE33100205000001194700");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void columns_mean_what_the_layout_says() {
        CsvStatementLayout layout = german().column(Column.VALUE_DATE, "Valuta")
                .column(Column.COUNTERPARTY_NAME, "Name")
                .column(Column.COUNTERPARTY_ACCOUNT, "IBAN")
                .column(Column.COUNTERPARTY_BANK, "BIC")
                .column(Column.REMITTANCE, "Zweck 1", "Zweck 2")
                .column(Column.END_TO_END, "E2E")
                .column(Column.MANDATE, "Mandat")
                .column(Column.SERVICER, "Ref")
                .column(Column.TEXT, "Art")
                .headerOn(3)
                .build();
        Loaded<StatementFile> file = read(
                layout,
                "Umsätze \"Konto\n\nBuchung;VALUTA;Betrag;Name;IBAN;BIC;Zweck 1;Zweck 2;E2E;Mandat;Ref;Art\n"
                        + "02.04.2026;03.04.2026;1.200,50;\"Moreau; \"\"SARL\"\"\";FR14 2004;AGRIFRPP;=1+1;F-1001;E-1;M-1;B-1;GUTSCHRIFT\n");
        assertThat(file.problems()).isEmpty();
        BankLine line = lines(file).get(0);
        assertThat(line.account().number()).isEqualTo("DE33100205000001194700");
        assertThat(line.account().currency()).isEqualTo("EUR");
        assertThat(line.bookingDate()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(line.valueDate()).isEqualTo(LocalDate.parse("2026-04-03"));
        assertThat(line.booked()).isEqualTo(eur("1200.50"));
        assertThat(line.counterparty().name()).isEqualTo("Moreau; \"SARL\"");
        assertThat(line.counterparty().account()).isEqualTo("FR142004");
        assertThat(line.counterparty().bank()).isEqualTo("AGRIFRPP");
        assertThat(line.remittance().text()).containsExactly("=1+1", "F-1001");
        assertThat(line.references())
                .containsOnly(
                        entry(BankReference.END_TO_END, "E-1"),
                        entry(BankReference.MANDATE, "M-1"),
                        entry(BankReference.SERVICER, "B-1"));
        assertThat(line.text()).isEqualTo("GUTSCHRIFT");
        assertThat(line.entry()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50 | 1234.50",
                "-1.234,50 | -1234.50",
                "1.234,50- | -1234.50",
                "(1.234,50) | -1234.50",
                "−1.234,50 | -1234.50",
                "+5 | 5.00",
                "1 234,5 | 1234.50",
                "12.345.678,00 | 12345678.00",
                ",50 | 0.50",
                "7, | 7.00"
            })
    void amounts_are_read_as_banks_write_them(String text, String amount) {
        assertThat(lines(read(german().build(), "Buchung;Betrag\n02.04.2026;" + text + "\n")))
                .extracting(BankLine::booked)
                .containsExactly(eur(amount));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12.34", "1.2,3.4", "--5", "5 EUR", "1,234", "1e5", "'99999999999999999999'", "()", "-"})
    void what_is_no_amount_is_a_problem(String text) {
        Loaded<StatementFile> file = read(german().build(), "Buchung;Betrag\n02.04.2026;" + text + "\n02.04.2026;1\n");
        assertThat(file.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isIn(StatementProblem.NOT_AN_AMOUNT, StatementProblem.TOO_MANY_DECIMALS);
            assertThat(problem.attributes())
                    .contains(entry("line", "2"), entry("field", "Betrag"), entry("value", text));
        });
        assertThat(lines(file)).hasSize(1);
    }

    @Test
    void debit_and_credit_have_columns_of_their_own() {
        CsvStatementLayout layout =
                plain().column(Column.DEBIT, "Out").column(Column.CREDIT, "In").build();
        Loaded<StatementFile> file = read(
                layout,
                "Date,Out,In\n2026-04-02,5.00,\n2026-04-02,-5.00,0.00\n2026-04-02,,7.00\n2026-04-02,,-7.00\n"
                        + "2026-04-02,1.00,2.00\n2026-04-02,,\n");
        assertThat(lines(file).stream().map(BankLine::booked))
                .containsExactly(eur("-5.00"), eur("-5.00"), eur("7.00"), eur("-7.00"));
        assertThat(codes(file)).containsExactly(StatementProblem.NOT_AN_AMOUNT, StatementProblem.MISSING);
    }

    @Test
    void indicator_says_which_way_money_went() {
        CsvStatementLayout layout = plain().column(Column.AMOUNT, "Amount")
                .column(Column.INDICATOR, "C/D")
                .credits("CR", "C")
                .debits("DR")
                .build();
        Loaded<StatementFile> file =
                read(layout, "Date,Amount,C/D\n2026-04-02,1,CR\n2026-04-02,2,dr\n2026-04-02,-3,DR\n2026-04-02,4,X\n");
        assertThat(lines(file).stream().map(BankLine::booked)).containsExactly(eur("1"), eur("-2"), eur("-3"));
        assertThat(codes(file)).containsExactly(StatementProblem.UNKNOWN_CODE);
    }

    @Test
    void rows_of_several_accounts_are_several_statements() {
        CsvStatementLayout layout = CsvStatementLayout.withDates("yyyy-MM-dd")
                .column(Column.BOOKING_DATE, "Date")
                .column(Column.AMOUNT, "Amount")
                .column(Column.ACCOUNT, "Account")
                .column(Column.CURRENCY, "Currency")
                .build();
        Loaded<StatementFile> file = read(
                layout,
                "Date,Amount,Account,Currency\n2026-04-02,1,A,CAD\n2026-04-02,2,A,cad\n2026-04-02,3,B,JPY\n2026-04-02,3,,EUR\n2026-04-02,3,B,\n");
        assertThat(file.value().statements())
                .extracting(statement -> statement.header().account().number()
                        + statement.header().account().currency()
                        + statement.lines().size())
                .containsExactly("ACAD2", "BJPY1");
        assertThat(codes(file)).containsExactly(StatementProblem.MISSING, StatementProblem.UNKNOWN_CURRENCY);
    }

    @Test
    void balance_after_each_booking_is_checked_in_either_order() {
        CsvStatementLayout layout = plain().column(Column.AMOUNT, "Amount")
                .column(Column.BALANCE, "Balance")
                .build();
        // 100.00 + 10.00 = 110.00; - 30.00 = 80.00; + 5.00 = 85.00
        List<String> rows =
                List.of("2026-04-01,10.00,110.00\n", "2026-04-02,-30.00,80.00\n", "2026-04-03,5.00,85.00\n");
        String head = "Date,Amount,Balance\n";
        for (Loaded<StatementFile> file : List.of(
                read(layout, head + rows.get(0) + rows.get(1) + rows.get(2)),
                read(layout, head + rows.get(2) + rows.get(1) + rows.get(0)))) {
            assertThat(file.problems()).isEmpty();
            BankStatement statement = file.value().statements().get(0);
            assertThat(statement.check().opening()).contains(eur("100.00"));
            assertThat(statement.check().closing()).contains(eur("85.00"));
            assertThat(statement.check().holds()).isTrue();
        }
    }

    @Test
    void rows_that_fit_both_ways_do_not_decide_the_order() {
        CsvStatementLayout layout = plain().column(Column.AMOUNT, "Amount")
                .column(Column.BALANCE, "Balance")
                .build();
        // 0 - 1 = -1; -1 + 1 = 0; 0 + 1 = 1: the first two rows fit backwards too, and the day would say so
        Loaded<StatementFile> file =
                read(layout, "Date,Amount,Balance\n2026-04-02,-1,-1\n2026-04-01,1,0\n2026-04-01,1,1\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements().get(0).check().holds()).isTrue();
    }

    @Test
    void balance_that_does_not_follow_names_its_row() {
        CsvStatementLayout layout = plain().column(Column.AMOUNT, "Amount")
                .column(Column.BALANCE, "Balance")
                .build();
        Loaded<StatementFile> file = read(
                layout,
                "Date,Amount,Balance\n2026-04-01,10,110\n2026-04-02,5,115\n2026-04-03,-30,80\n2026-04-04,1,81\n");
        // 80 - 115 - (-30) = -5
        assertThat(file.problems().get(0).code()).isEqualTo(StatementProblem.BALANCES_DISAGREE);
        assertThat(file.problems().get(0).attributes()).contains(entry("line", "4"), entry("difference", "EUR -5.00"));
        // and so the statement does not add up either
        assertThat(codes(file)).containsExactly(StatementProblem.BALANCES_DISAGREE, StatementProblem.BALANCES_DISAGREE);
    }

    @Test
    void dates_that_no_calendar_has_are_corrected_or_refused() {
        Loaded<StatementFile> file =
                read(german().build(), "Buchung;Betrag\n30.02.2026;1\n32.01.2026;1\n;1\n2026-01-01;1\n01.03.2026;1\n");
        assertThat(codes(file))
                .containsExactly(
                        StatementProblem.DATE_CORRECTED,
                        StatementProblem.NOT_A_DATE,
                        StatementProblem.MISSING,
                        StatementProblem.NOT_A_DATE);
        assertThat(lines(file).stream().map(BankLine::bookingDate))
                .containsExactly(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"));
    }

    @Test
    void file_of_another_layout_is_not_read() {
        Loaded<StatementFile> file = read(german().build(), "Datum;Summe\n01.03.2026;1\n");
        assertThat(codes(file)).containsExactly(StatementProblem.MISSING, StatementProblem.MISSING);
        assertThat(file.problems())
                .extracting(problem -> problem.attribute("field"))
                .containsExactly("Buchung", "Betrag");
        assertThat(file.value().statements()).isEmpty();
    }

    @Test
    void cell_may_go_over_lines_and_a_quote_left_open_costs_one_line() {
        CsvStatementLayout layout = german().column(Column.REMITTANCE, "Zweck").build();
        Loaded<StatementFile> file = read(
                layout,
                "Buchung;Betrag;Zweck\n01.03.2026;1;\"a\nb\"\n01.03.2026;2;\"c\n01.03.2026;3;19\" d\n01.03.2026;4;e\n");
        assertThat(codes(file)).containsExactly(StatementProblem.BROKEN);
        assertThat(file.problems().get(0).attribute("line")).isEqualTo("4");
        assertThat(lines(file).stream()
                        .map(line -> line.booked() + " " + line.remittance().joinedText()))
                .containsExactly("EUR 1.00 a b", "EUR 3.00 19\" d", "EUR 4.00 e");
    }

    @Test
    void charset_is_the_layouts_or_utf_8() {
        CsvStatementLayout layout =
                german().column(Column.REMITTANCE, "Zweck").encodedIn(WINDOWS).build();
        String text = "Buchung;Betrag;Zweck\n01.03.2026;1;Müller – 5 €\n";
        for (byte[] bytes : List.of(
                text.getBytes(WINDOWS),
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))) {
            Loaded<StatementFile> file =
                    StatementReader.standard().withCsv(layout).readAll(bytes);
            assertThat(file.problems()).isEmpty();
            assertThat(lines(file).get(0).remittance().text()).containsExactly("Müller – 5 €");
        }
        assertThat(codes(StatementReader.standard()
                        .withCsv(german().column(Column.REMITTANCE, "Zweck").build())
                        .readAll(text.getBytes(WINDOWS))))
                .containsExactly(StatementProblem.WRONG_ENCODING);
    }

    @Test
    void other_formats_are_read_as_what_they_are() {
        StatementReader reader = StatementReader.standard().withCsv(german().build());
        assertThat(reader.readAll(":20:M\n:25:1\n:28:1\n:60F:C260401EUR1,\n:62F:C260401EUR1,\n"
                                .getBytes(StandardCharsets.UTF_8))
                        .value()
                        .statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.header().format()).isEqualTo("MT940"));
        // a time of day is no MT field
        Loaded<StatementFile> csv =
                reader.readAll("Buchung;Betrag;Zeit\n01.03.2026;1;04:20:15\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.problems()).isEmpty();
        assertThat(lines(csv)).hasSize(1);
        assertThat(codes(StatementReader.standard().readAll("Buchung;Betrag\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(StatementProblem.UNKNOWN_FORMAT);
    }

    @Test
    void layout_that_cannot_be_read_by_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvStatementLayout.withDates("yyyy-MM-dd").build())
                .withMessageContaining("day of booking");
        assertThatIllegalArgumentException().isThrownBy(() -> plain().build()).withMessageContaining("amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german().column(Column.DEBIT, "Soll").build())
                .withMessageContaining("not both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german().column(Column.INDICATOR, "S/H").build())
                .withMessageContaining("indicator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german().column(Column.TEXT, "a", "b"))
                .withMessageContaining("[a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german().encodedIn(StandardCharsets.UTF_16))
                .withMessageContaining("UTF-16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> german().headerOn(0))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvStatementLayout.withDates("yyyy-MM-dd")
                        .column(Column.BOOKING_DATE, "Date")
                        .column(Column.AMOUNT, "Amount")
                        .build())
                .withMessageContaining("account");
    }

    @Test
    void file_cut_anywhere_ends_in_lines_or_problems() {
        byte[] whole = "\uFEFFBuchung;Betrag\n01.03.2026;1\n\"02.03.2026\";\"1.000,5\"\n03.03.2026;-1\n"
                .getBytes(StandardCharsets.UTF_8);
        StatementReader reader = StatementReader.standard().withCsv(german().build());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> reader.readAll(cut)).doesNotThrowAnyException();
        }
    }

    private static CsvStatementLayout.Builder german() {
        return CsvStatementLayout.withDates("dd.MM.yyyy")
                .separatedBy(';')
                .decimals(',')
                .grouping('.')
                .account(ACCOUNT)
                .currency("EUR")
                .column(Column.BOOKING_DATE, "Buchung")
                .column(Column.AMOUNT, "Betrag");
    }

    private static CsvStatementLayout.Builder plain() {
        return CsvStatementLayout.withDates("yyyy-MM-dd")
                .account(ACCOUNT)
                .currency("EUR")
                .column(Column.BOOKING_DATE, "Date");
    }

    private static Loaded<StatementFile> read(CsvStatementLayout layout, String text) {
        return StatementReader.standard().withCsv(layout).readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
