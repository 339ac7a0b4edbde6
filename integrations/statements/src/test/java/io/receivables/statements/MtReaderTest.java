package io.receivables.statements;

import static io.receivables.statements.Mt.HEAD;
import static io.receivables.statements.Mt.line;
import static io.receivables.statements.Mt.statement;
import static io.receivables.statements.Texts.codes;
import static io.receivables.statements.Texts.lines;
import static io.receivables.statements.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.cash.StatementKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MT940 and MT942 as SWIFT's user handbook has them, and the dialects of their {@code :86:}. */
class MtReaderTest {
    @Test
    void statement_has_its_account_balances_and_lines() {
        BankStatement statement = statement(HEAD
                + ":61:2604020402C1200,50NTRFNONREF//B-1\n:86:Invoice F-1001\n"
                + ":61:2604020402D0,5NCHGK-7\n:86:Fee\n"
                + ":62F:C260402EUR1300,00\n:64:C260402EUR1250,\n:65:C260403EUR1300,\n-\n");
        assertThat(statement.header().id()).isEqualTo("M1");
        assertThat(statement.header().number()).isEqualTo("7/1");
        assertThat(statement.header().format()).isEqualTo("MT940");
        assertThat(statement.header().kind()).isEqualTo(StatementKind.STATEMENT);
        assertThat(statement.header().account().number()).isEqualTo("DE33100205000001194700");
        assertThat(statement.header().account().currency()).isEqualTo("EUR");
        assertThat(statement.balances())
                .containsExactly(
                        new BankBalance(BankBalance.Type.OPENING, day("2026-04-01"), eur("100.00")),
                        new BankBalance(BankBalance.Type.CLOSING, day("2026-04-02"), eur("1300.00")),
                        new BankBalance(BankBalance.Type.AVAILABLE, day("2026-04-02"), eur("1250.00")),
                        new BankBalance(BankBalance.Type.FORWARD, day("2026-04-03"), eur("1300.00")));
        // 100.00 + 1200.50 - 0.50 = 1300.00
        assertThat(statement.check().holds()).isTrue();
        BankLine credit = statement.lines().get(0);
        assertThat(credit.booked()).isEqualTo(eur("1200.50"));
        assertThat(credit.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(credit.bankCode()).isEqualTo("NTRF");
        assertThat(credit.references()).containsExactly(entry(BankReference.SERVICER, "B-1"));
        assertThat(credit.remittance()).isEqualTo(Remittance.ofText("Invoice F-1001"));
        assertThat(credit.entry()).isEqualTo(1);
        assertThat(credit.statement()).isEqualTo("M1");
        BankLine debit = statement.lines().get(1);
        assertThat(debit.booked()).isEqualTo(eur("-0.50"));
        assertThat(debit.kind()).isEqualTo(LineKind.CHARGES);
        assertThat(debit.reference(BankReference.INSTRUCTION)).contains("K-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\n%s-}",
                "{1:F01BANKDEFFAXXX0000000000}{2:O9400000}{3:{108:X}}{4:%s-}{5:{CHK:0}}",
                "\u0001{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\n%s-}\u0003",
                "BANKNL2A\n940\nBANKNL2A\n%s-\n",
                ":940:\n%s",
                "\n\n%s-\n\n"
            })
    void every_envelope_says_the_same(String envelope) {
        String text = HEAD + ":61:2604020402C1,00NTRFNONREF\n:86:x\n:62F:C260402EUR101,00\n";
        for (String end : List.of("\n", "\r\n", "\r")) {
            Loaded<StatementFile> once =
                    read(String.format(Locale.ROOT, envelope, text).replace("\n", end));
            assertThat(once.problems()).isEmpty();
            assertThat(once.value().statements()).singleElement().satisfies(statement -> {
                assertThat(statement.check().holds()).isTrue();
                assertThat(statement.lines())
                        .singleElement()
                        .satisfies(line ->
                                assertThat(line.remittance().joinedText()).isEqualTo("x"));
            });
        }
    }

    @Test
    void messages_follow_each_other_on_one_line_or_without_an_end() {
        String one = "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\n" + HEAD + ":62F:C260402EUR100,00\n-}";
        assertThat(read(one + "\u0003\u0001" + one).value().statements()).hasSize(2);
        assertThat(read(HEAD + ":62F:C260402EUR100,00\n" + HEAD + ":62F:C260402EUR100,00\n")
                        .value()
                        .statements())
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.check().holds()).isTrue());
    }

    @Test
    void another_account_is_another_statement() {
        Loaded<StatementFile> file =
                read(HEAD + ":61:260402C1,NTRFNONREF\n:62F:C260402EUR101,\n:25:222\n:28C:1\n:60F:C260401EUR0,\n"
                        + ":61:260402C2,NTRFNONREF\n:62F:C260402EUR2,\n");
        assertThat(file.problems()).isEmpty();
        assertThat(lines(file).stream().map(line -> line.account().number()))
                .containsExactly("DE33100205000001194700", "222");
    }

    @Test
    void what_looks_like_an_end_within_a_text_is_text() {
        assertThat(line(":61:260402C1,NTRFNONREF\n:86:thanks :-} F-1001\n:61:260402C1,NTRFNONREF\n")
                        .remittance()
                        .text())
                .containsExactly("thanks :-} F-1001");
        assertThat(read("{4:" + HEAD + ":61:260402C1,NTRFNONREF\n:86:thanks-}{5:{CHK:0}}")
                        .value()
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.remittance().text()).containsExactly("thanks"));
    }

    @Test
    void pages_of_one_statement_have_interim_balances() {
        Loaded<StatementFile> pages = read(HEAD + ":61:260402C1,NTRFNONREF\n:62M:C260402EUR101,00\n-\n"
                + ":20:M1\n:25:DE33100205000001194700\n:28C:7/2\n:60M:C260402EUR101,00\n:62F:C260402EUR101,00\n-\n");
        assertThat(pages.problems()).isEmpty();
        assertThat(pages.value().statements())
                .extracting(statement ->
                        statement.balances().stream().map(BankBalance::type).toList())
                .containsExactly(
                        List.of(BankBalance.Type.OPENING, BankBalance.Type.INTERIM_CLOSING),
                        List.of(BankBalance.Type.INTERIM_OPENING, BankBalance.Type.CLOSING));
        assertThat(pages.value().statements())
                .allSatisfy(statement -> assertThat(statement.check().holds()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "C, 5.00, false, booked",
        "D, -5.00, false, booked",
        "RC, -5.00, true, booked",
        "RD, 5.00, true, booked",
        "EC, 5.00, false, pending",
        "ED, -5.00, false, pending"
    })
    void mark_says_which_way_money_went(String mark, String booked, boolean reversal, String status) {
        // SWIFT: RC is the reversal of a credit, a debit; RD the reversal of a debit, a credit
        for (String funds : List.of("", "R")) {
            BankLine line = line(":61:2604020402" + mark + funds + "5,NTRFNONREF\n");
            assertThat(line.booked()).isEqualTo(eur(booked));
            assertThat(line.isReversal()).isEqualTo(reversal);
            assertThat(line.status().code()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1125250,4 | 1125250.40",
                "000000001147,95 | 1147.95",
                "0, | 0.00",
                "7 | 7.00",
                "999999999999999,99 | 999999999999999.99"
            })
    void amounts_are_read_without_decimals_and_with_zeros_before_them(String amount, String money) {
        assertThat(line(":61:260402C" + amount + "NTRFNONREF\n").booked()).isEqualTo(eur(money));
    }

    @ParameterizedTest
    @CsvSource({
        "251231, 0102, 2026-01-02",
        "260102, 1231, 2025-12-31",
        "260402, 0402, 2026-04-02",
        "260402, 0331, 2026-03-31",
        "240228, 0229, 2024-02-29"
    })
    void day_of_booking_is_in_the_year_nearest_to_the_value_date(String value, String booking, String expected) {
        assertThat(line(":61:" + value + booking + "C1,NTRFNONREF\n").bookingDate())
                .isEqualTo(day(expected));
    }

    @Test
    void february_30_is_the_last_of_february_and_a_warning() {
        Loaded<StatementFile> file = read(HEAD + ":61:2602300230C1,NTRFNONREF\n:62F:C260402EUR101,\n");
        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.valueDate()).isEqualTo(day("2026-02-28"));
            assertThat(line.bookingDate()).isEqualTo(day("2026-02-28"));
        });
        assertThat(codes(file)).containsExactly(StatementProblem.DATE_CORRECTED, StatementProblem.DATE_CORRECTED);
        assertThat(file.problems().get(0).attributes())
                .contains(entry("value", "260230"), entry("taken", "2026-02-28"), entry("line", "5"));
    }

    @Test
    void line_that_cannot_be_read_is_a_problem_and_the_others_stay() {
        Loaded<StatementFile> file = read(HEAD
                + ":61:261302C1,NTRFNONREF\n"
                + ":61:260402Xabc\n"
                + ":61:260402C1,234NTRFNONREF\n"
                + ":61:260402C1,00NTRFNONREF\n"
                + ":62F:C260402EUR101,00\n");
        assertThat(codes(file))
                .containsExactly(
                        StatementProblem.NOT_A_DATE,
                        StatementProblem.NOT_AN_AMOUNT,
                        StatementProblem.TOO_MANY_DECIMALS);
        assertThat(file.problems().get(0).attributes())
                .contains(entry("statement", "M1"), entry("entry", "1"), entry("line", "5"), entry("value", "261302"));
        assertThat(lines(file)).extracting(BankLine::entry).containsExactly(4);
    }

    @Test
    void balance_that_is_not_needed_is_left_out_where_it_cannot_be_read() {
        Loaded<StatementFile> file = read(HEAD + ":62F:C260402EUR100,\n:65F:Dnullnull1,3\n");
        assertThat(codes(file)).containsExactly(StatementProblem.LEFT_OUT);
        assertThat(file.problems().get(0).message())
                .isEqualTo(":65F: “Dnullnull1,3” at line 6 could not be read and is left out.");
    }

    @Test
    void without_a_closing_balance_nothing_is_checked() {
        assertThat(read(HEAD + ":61:260402C1,NTRFNONREF\n").problems()).isEmpty();
        assertThat(statement(HEAD).check().isPossible()).isFalse();
    }

    @Test
    void balances_that_disagree_are_a_warning() {
        Loaded<StatementFile> file = read(HEAD + ":61:260402C1,NTRFNONREF\n:62F:C260402EUR102,50\n");
        assertThat(codes(file)).containsExactly(StatementProblem.BALANCES_DISAGREE);
        // 102.50 - 100.00 - 1.00
        assertThat(file.problems().get(0).attribute("difference")).isEqualTo("EUR 1.50");
    }

    @Test
    void statement_without_an_account_is_an_error() {
        Loaded<StatementFile> file =
                read(":20:M1\n:28C:1\n:60F:C260401EUR1,\n:61:260402C1,NTRFNONREF\n:62F:C260402EUR2,\n");
        assertThat(codes(file)).containsExactly(StatementProblem.MISSING);
        assertThat(file.value().statements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1291.99.348EUR, 1291.99.348",
        "DE33100205000001194700EUR, DE33100205000001194700",
        "DE33 1002 0500 0001 1947 00, DE33100205000001194700",
        "87052000/123456789, 87052000/123456789",
        "MT84MALT011000012345MTLCAST001S, MT84MALT011000012345MTLCAST001S"
    })
    void currency_after_the_account_is_no_part_of_it(String field, String number) {
        assertThat(statement(":20:M\n:25:" + field + "\n:28:1\n:60F:C260401EUR1,\n:62F:C260401EUR1,\n")
                        .header()
                        .account()
                        .number())
                .isEqualTo(number);
    }

    @Test
    void second_line_of_25P_is_the_bank() {
        assertThat(statement(":20:M\n:25P:123456\nBANKCHZZXXX\n:28C:1\n:60F:C260401CHF1,\n:62F:C260401CHF1,\n")
                        .header()
                        .account()
                        .bank())
                .isEqualTo("BANKCHZZXXX");
    }

    @Test
    void intraday_report_has_control_totals() {
        String report =
                ":20:M2\n:25:DE33100205000001194700\n:28C:1\n:34F:EURD0,00\n:34F:EURC0,00\n:13D:2604021015+0200\n"
                        + ":61:2604020402C5,NTRFNONREF\n:86:a\n:61:260402EC2,50NTRFNONREF\n:86:b\n:61:260402D1,NTRFNONREF\n:86:c\n";
        Loaded<StatementFile> booked = read(report + ":90D:1EUR1,00\n:90C:1EUR5,00\n-\n");
        assertThat(booked.problems()).isEmpty();
        assertThat(booked.value().statements()).singleElement().satisfies(statement -> {
            assertThat(statement.header().format()).isEqualTo("MT942");
            assertThat(statement.header().kind()).isEqualTo(StatementKind.REPORT);
            assertThat(statement.lines())
                    .extracting(BankLine::status)
                    .containsExactly(LineStatus.BOOKED, LineStatus.PENDING, LineStatus.BOOKED);
            assertThat(statement.check().isPossible()).isFalse();
        });
        // with what is expected: 5.00 + 2.50
        assertThat(read(report + ":90C:2EUR7,50\n").problems()).isEmpty();
        Loaded<StatementFile> wrong = read(report + ":90C:2EUR5,00\n");
        assertThat(codes(wrong)).containsExactly(StatementProblem.TOTALS_DISAGREE);
        assertThat(wrong.problems().get(0).message()).isEqualTo(":90C: is stated as 2EUR5,00; 2EUR7,50 was read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BANKNL2A\n942\nBANKNL2A\n", ":942:\n", "{1:F01X}{2:I942X}{4:"})
    void envelope_says_that_it_is_a_report(String envelope) {
        // the account says its currency, so that nothing but the envelope tells
        assertThat(statement(envelope + ":20:M\n:25:1EUR\n:28C:1\n:61:260402C1,NTRFNONREF\n")
                        .header()
                        .format())
                .isEqualTo("MT942");
    }

    @Test
    void german_text_has_fields() {
        BankLine line = line(":61:2604020402C1200,00NTRFKREF+//B-1\n"
                + ":86:166?00SEPA-GUTSCHRIFT?109310?20EREF+F-1001?21KREF+K-1?22MREF+M\n"
                + "-77?23CRED+DE98ZZZ09999999999?24SVWZ+Rechnung F-1001 vom 4.?25 Mae\n"
                + "rz?26und F-1002?27ABWA+Moreau Holding?30AGRIFRPPXXX?31FR1420041010050500013M026\n"
                + "06?32Moreau SARL und viele ander?33e?34000\n");
        assertThat(line.bankCode()).isEqualTo("NTRF/166");
        assertThat(line.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(line.text()).isEqualTo("SEPA-GUTSCHRIFT");
        assertThat(line.references())
                .containsOnly(
                        entry(BankReference.SERVICER, "B-1"),
                        entry(BankReference.END_TO_END, "F-1001"),
                        entry(BankReference.INSTRUCTION, "K-1"),
                        entry(BankReference.MANDATE, "M-77"),
                        entry(BankReference.CREDITOR, "DE98ZZZ09999999999"));
        // "SVWZ+Rechnung F-1001 vom 4." has 27 signs: it goes on; " Maerz" has fewer: a line ends
        assertThat(line.remittance().text()).containsExactly("Rechnung F-1001 vom 4. Maerz", "und F-1002");
        assertThat(line.counterparty().name()).isEqualTo("Moreau SARL und viele andere");
        assertThat(line.counterparty().account()).isEqualTo("FR1420041010050500013M02606");
        assertThat(line.counterparty().bank()).isEqualTo("AGRIFRPPXXX");
        assertThat(line.counterparty().ultimate()).isEqualTo("Moreau Holding");
        assertThat(line.returned()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", ">", "~", "^", "&", "+"})
    void german_text_is_divided_by_whatever_the_bank_chose(String sign) {
        BankLine line = line(":61:260402C1,NTRFNONREF\n:86:166"
                + "?00TEXT?20EREF+E-1?21SVWZ+F-1001?31DE33100205000001194700?32Moreau\n".replace("?", sign));
        assertThat(line.reference(BankReference.END_TO_END)).contains("E-1");
        assertThat(line.remittance().text()).containsExactly("F-1001");
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", ": ", ":", " "})
    void sepa_fields_are_read_as_banks_write_them(String sign) {
        String purpose = "EREF+E-1 MREF+M-1 CRED+DE98ZZZ09999999999 SVWZ+F-1001".replace("+", sign);
        BankLine line = line(":61:260402C1,NTRFNONREF\n:86:166?20" + purpose + "\n");
        assertThat(line.references())
                .containsOnly(
                        entry(BankReference.END_TO_END, "E-1"),
                        entry(BankReference.MANDATE, "M-1"),
                        entry(BankReference.CREDITOR, "DE98ZZZ09999999999"));
        assertThat(line.remittance().text()).containsExactly("F-1001");
    }

    @Test
    void purpose_without_fields_is_all_text_and_names_of_fields_within_it_are_text() {
        assertThat(line(":61:260402C1,NTRFNONREF\n:86:051?20Rechnung F-1001, bitte auf?21IBAN: DE33 1002\n")
                        .remittance()
                        .text())
                .containsExactly("Rechnung F-1001, bitte auf", "IBAN: DE33 1002");
        for (String account : List.of("", "051?20")) {
            assertThat(line(":61:260402C1,NTRFNONREF\n:86:" + account + "IBAN: DE33 is for F-1001\n")
                            .remittance()
                            .text())
                    .containsExactly("IBAN: DE33 is for F-1001");
        }
        BankLine twice = line(":61:260402C1,NTRFNONREF\n:86:166?20EREF+E-1?21SVWZ+say EREF+E-2\n");
        assertThat(twice.reference(BankReference.END_TO_END)).contains("E-1");
        assertThat(twice.remittance().text()).containsExactly("say EREF+E-2");
    }

    @ParameterizedTest
    @CsvSource({
        "109, 901, iso-20022, AC01, DIRECT_DEBIT",
        "109, 903, iso-20022, AC06, DIRECT_DEBIT",
        "109, 902, iso-20022, AC04, DIRECT_DEBIT",
        "109, 904, iso-20022, AG01, DIRECT_DEBIT",
        "109, 906, iso-20022, AM04, DIRECT_DEBIT",
        "109, 912, iso-20022, MD06, DIRECT_DEBIT",
        "109, 913, iso-20022, MD07, DIRECT_DEBIT",
        "109, 907, iso-20022, AM05, DIRECT_DEBIT",
        "109, 908, iso-20022, BE04, DIRECT_DEBIT",
        "109, 909, iso-20022, MD01, DIRECT_DEBIT",
        "109, 910, iso-20022, MD02, DIRECT_DEBIT",
        "109, 914, iso-20022, MS03, DIRECT_DEBIT",
        "109, 915, iso-20022, RC01, DIRECT_DEBIT",
        "160, '', proprietary, '', TRANSFER",
        "108, 914, iso-20022, MS03, DIRECT_DEBIT",
        "109, 999, proprietary, 999, DIRECT_DEBIT",
        "159, 901, iso-20022, AC01, TRANSFER",
        "184, 903, iso-20022, AC06, DIRECT_DEBIT",
        "009, '', proprietary, '', OTHER"
    })
    void german_return_says_why(String transaction, String key, String scheme, String code, LineKind kind) {
        BankLine line = line(":61:260402D1,NRTINONREF\n:86:" + transaction
                + "?00RETOURE?20EREF+E-1?21SVWZ+SONSTIGE GRUENDE?34" + key + "\n");
        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.isReversal()).isTrue();
        assertThat(line.returned()).hasValueSatisfying(returned -> {
            assertThat(returned.reason().scheme().code()).isEqualTo(scheme);
            assertThat(returned.reason().code()).isEqualTo(code);
            assertThat(returned.text()).isEqualTo("SONSTIGE GRUENDE");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":61:2604020402D12,35NTRFNONREF//B-1\n/OCMT/EUR11,85//CHGS/EUR0,50/\n:86:109?20EREF+E-1\n",
                ":61:2604020402D12,35NTRFNONREF//B-1\n:86:109?20EREF+E-1?21OAMT+11,85?22COAM+0,50\n",
                ":61:2604020402D12,35NTRFNONREF//B-1\n/OCMT/EUR11,85/CHGS/EUR0,50\n:86:109?20EREF+E-1?21OAMT+11,85\n"
            })
    void returned_direct_debit_is_divided_into_the_debit_and_the_banks_fee(String text) {
        BankLine line = line(text);
        // 12.35 = 11.85 + 0.50
        assertThat(line.booked()).isEqualTo(eur("-12.35"));
        assertThat(line.principal()).isEqualTo(eur("-11.85"));
        assertThat(line.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(eur("0.50"));
            assertThat(charge.included()).isTrue();
        });
        assertThat(line.instructed()).isEmpty();
        assertThat(line.reference(BankReference.END_TO_END)).contains("E-1");
    }

    @Test
    void fee_taken_out_of_a_credit_is_added_to_what_was_paid() {
        BankLine line = line(":61:2604020402C95,NTRFNONREF\n/OCMT/EUR100,/CHGS/EUR5,/\n");
        // 95.00 = 100.00 - 5.00
        assertThat(line.principal()).isEqualTo(eur("100.00"));
    }

    @Test
    void figures_that_do_not_add_up_change_nothing() {
        BankLine line = line(":61:2604020402D12,35NTRFNONREF\n/OCMT/EUR11,85//CHGS/EUR0,60/\n");
        assertThat(line.principal()).isEqualTo(eur("-12.35"));
        assertThat(line.charges()).isEmpty();
        assertThat(line.instructed()).contains(eur("-11.85"));
        BankLine foreign = line(":61:2604020402C90,NTRFNONREF\n/OCMT/USD100,/CHGS/EUR2,/\n");
        assertThat(foreign.principal()).isEqualTo(eur("90.00"));
        assertThat(foreign.instructed()).contains(Money.of("100.00", "USD"));
        assertThat(foreign.text()).isEqualTo("/OCMT/USD100,/CHGS/EUR2,/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"079", "188", "189", "191", "192", "194", "195", "196", "197"})
    void german_sum_is_one(String transaction) {
        assertThat(line(":61:260402C1,NTRFNONREF\n:86:" + transaction + "?00SAMMLER\n")
                        .part())
                .hasValueSatisfying(part -> assertThat(part.isSum()).isTrue());
    }

    @Test
    void dutch_words_are_fields() {
        BankLine line = line(":61:2604020402C1200,00NTRFEREF//B-1\n"
                + ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME\n"
                + "/Jansen BV/REMI/USTD//Factuur 2026/1001/EREF/E-1\n");
        assertThat(line.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(line.text()).isEqualTo("SEPA OVERBOEKING");
        assertThat(line.counterparty().name()).isEqualTo("Jansen BV");
        assertThat(line.counterparty().account()).isEqualTo("NL91ABNA0417164300");
        assertThat(line.counterparty().bank()).isEqualTo("ABNANL2A");
        assertThat(line.remittance().text()).containsExactly("Factuur 2026/1001");
        assertThat(line.references())
                .containsOnly(entry(BankReference.SERVICER, "B-1"), entry(BankReference.END_TO_END, "E-1"));
    }

    @Test
    void dutch_direct_debit_that_comes_back_says_why() {
        BankLine line = line(
                ":61:260402D10,NRTINONREF\n"
                        + ":86:/RTRN/MS03/EREF/E-1/MARF/M-1/CSID/NL12ZZZ123/CNTP/NL91ABNA0417164300/ABNANL2A/Jansen/Delft/REMI/USTD//x/\n");
        assertThat(line.returned())
                .hasValueSatisfying(returned -> assertThat(returned.reason()).isEqualTo(ReturnReason.iso("MS03")));
        assertThat(line.counterparty().name()).isEqualTo("Jansen");
        assertThat(line.references())
                .containsOnly(
                        entry(BankReference.END_TO_END, "E-1"),
                        entry(BankReference.MANDATE, "M-1"),
                        entry(BankReference.CREDITOR, "NL12ZZZ123"));
        assertThat(line.remittance().text()).containsExactly("x");
    }

    @Test
    void dutch_structured_remittance_is_a_reference() {
        Remittance remittance =
                line(":61:260402C1,NTRFNONREF\n:86:/ORDP//NAME/Jansen/REMI/STRD/CUR/9500000055557788/ISDT/2026-04-01\n")
                        .remittance();
        assertThat(remittance.references()).containsExactly(new Remittance.Reference("CUR", "9500000055557788"));
        assertThat(remittance.text()).isEmpty();
    }

    @Test
    void line_below_with_an_account_is_the_other_sides() {
        BankLine line = line(":61:260402D25,N102EREF            \nNL91ABNA0417164300\n"
                + ":86:/EREF/E-1/BENM//NAME/Jansen/REMI//ISDT/2026-04-01\n");
        assertThat(line.counterparty().account()).isEqualTo("NL91ABNA0417164300");
        assertThat(line.references()).containsOnly(entry(BankReference.END_TO_END, "E-1"));
        assertThat(line.remittance().isEmpty()).isTrue();
    }

    @Test
    void name_may_stand_behind_the_reference() {
        BankLine line = line(":61:260402D88,10N060P000029225      Moreau SARL      \n:86:a   \n:86:b   \n");
        assertThat(line.counterparty().name()).isEqualTo("Moreau SARL");
        assertThat(line.reference(BankReference.INSTRUCTION)).contains("P000029225");
        assertThat(line.remittance().text()).containsExactly("a", "b");
    }

    @Test
    void free_text_is_kept_and_a_full_line_goes_on_in_the_next() {
        String full = "x".repeat(64) + "A";
        assertThat(line(":61:260402C1,NTRFNONREF\n:86:" + full + "B c\n-d e\n:20 f\n")
                        .remittance()
                        .text())
                .containsExactly(full + "B c", "-d e", ":20 f");
        assertThat(line(":61:260402C1,NTRFNONREF\n:86:" + full + "\nB c\n")
                        .remittance()
                        .text())
                .containsExactly(full + "B c");
    }

    @Test
    void text_after_the_closing_balance_belongs_to_no_line() {
        BankStatement statement =
                statement(HEAD + ":61:260402C1,NTRFNONREF\n:86:a\n:62F:C260402EUR101,\n:86:D000000C000001\n-\n");
        assertThat(statement.lines().get(0).remittance().text()).containsExactly("a");
    }

    @Test
    void unknown_field_is_left_out() {
        assertThat(codes(read(HEAD + ":77E:x\n:62F:C260401EUR100,\n"))).containsExactly(StatementProblem.LEFT_OUT);
    }

    @Test
    void each_line_is_utf_8_or_else_latin_1() {
        byte[] utf8 = (HEAD + ":61:260402C1,NTRFNONREF\n:86:Müller\n").getBytes(StandardCharsets.UTF_8);
        byte[] latin = ":61:260402C1,NTRFNONREF\n:86:Müller\n".getBytes(Charset.forName("ISO-8859-1"));
        byte[] both = Arrays.copyOf(utf8, utf8.length + latin.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        assertThat(lines(StatementReader.standard().readAll(both)))
                .extracting(line -> line.remittance().joinedText())
                .containsExactly("Müller", "Müller");
    }

    @Test
    void each_line_is_utf_8_or_else_what_was_said() {
        Charset polish = Charset.forName("windows-1250");
        StatementReader reader = StatementReader.standard().withCharset(polish).withMostBytes(10_000);

        for (Charset charset : List.of(polish, StandardCharsets.UTF_8)) {
            byte[] file = (HEAD + ":61:260402C1,NTRFNONREF\n:86:Zażółć gęślą jaźń\n").getBytes(charset);
            assertThat(lines(reader.readAll(file)))
                    .extracting(line -> line.remittance().joinedText())
                    .containsExactly("Zażółć gęślą jaźń");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatementReader.standard().withCharset(StandardCharsets.UTF_16))
                .withMessageContaining("one byte for each ASCII sign");
    }

    @Test
    void file_cut_anywhere_ends_in_lines_or_problems() {
        byte[] whole = ("{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\n" + HEAD
                        + ":61:2604020402D12,35NRTIK-1//B-1\n/OCMT/EUR11,85//CHGS/EUR0,50/\n"
                        + ":86:109?00RETOURE?20EREF+E-1?21SVWZ+x?30BANKDEFF?31DE331?32ü?34914\n"
                        + ":61:260403C1,NTRFEREF\n:86:/TRTP/SEPA/IBAN/NL91/REMI/STRD/CUR/1//RTRN/MS03/\n"
                        + ":62F:C260402EUR1300,00\n:90D:1EUR12,35\n-}{5:{CHK:1}}")
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> StatementReader.standard().readAll(cut)).doesNotThrowAnyException();
        }
    }

    @Test
    void endless_text_is_cut_and_told_once() {
        StringBuilder text = new StringBuilder(HEAD).append(":61:260402C1,NTRFNONREF\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(":86:abc\n");
        }
        text.append(":61:260402C2,NTRFNONREF\n:86:x\n:62F:C260402EUR103,\n");
        Loaded<StatementFile> file = read(text.toString());
        assertThat(codes(file)).containsExactly(StatementProblem.TOO_LARGE);
        assertThat(lines(file)).hasSize(2);
        assertThat(lines(file).get(0).remittance().joinedText())
                .startsWith("abc abc")
                .hasSizeLessThan(65_536);
        Loaded<StatementFile> oneLine = read(HEAD + ":61:260402C1,NTRFNONREF\n:86:" + "é".repeat(100_000) + "\n");
        assertThat(codes(oneLine)).contains(StatementProblem.TOO_LARGE);
        assertThat(lines(oneLine).get(0).remittance().joinedText())
                .startsWith("éé")
                .hasSizeLessThan(65_536);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{4:", "-}{4:", "{1:", "-}", "\u0001", ":20:", "?20", "/NAME/", "EREF+", "-} "})
    void endless_repetition_ends(String scrap) {
        String endless = scrap.repeat(30_000);
        for (String before : List.of("", ":86:", ":86:166?20", ":25:", ":60F:")) {
            assertThatCode(() -> read(HEAD + "{4:\n" + HEAD + ":61:260402C1,NTRFNONREF\n" + before + endless + "\n"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void endless_balances_are_cut_and_told_once() {
        Loaded<StatementFile> file = read(HEAD + ":64:C260401EUR1,\n".repeat(100_010));
        assertThat(codes(file)).containsExactly(StatementProblem.TOO_LARGE);
        assertThat(file.value().statements().get(0).balances()).hasSize(100_000);
    }

    @Test
    void file_larger_than_allowed_ends_where_it_is_too_large() {
        byte[] bytes = (HEAD + ":61:260402C1,NTRFNONREF\n".repeat(50)).getBytes(StandardCharsets.UTF_8);
        Loaded<StatementFile> file =
                StatementReader.standard().withMostBytes(400).readAll(bytes);
        assertThat(codes(file)).contains(StatementProblem.TOO_LARGE);
        assertThat(lines(file)).hasSizeBetween(5, 15);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
