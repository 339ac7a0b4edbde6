package io.receivables.statements;

import static io.receivables.statements.Texts.codes;
import static io.receivables.statements.Texts.lines;
import static io.receivables.statements.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.cash.StatementKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BAI2 as "Cash Management Balance Reporting Specifications, Version 2" has it, and what banks make of it. */
class Bai2ReaderTest {
    private static final String FILE = "01,BANK,CUSTOMER,260403,0800,7,,,2/\n";
    private static final String GROUP = "02,CUSTOMER,011000015,1,260402,,USD,2/\n";
    private static final String ACCOUNT = "03,12345,,010,10000,,,015,22550,,/\n";

    @Test
    void file_has_accounts_with_balances_items_and_control_figures() {
        // 100.00 + 130.50 - 5.00 = 225.50; control: 10000 + 22550 + 13050 + 500 = 46100
        Loaded<StatementFile> file = read(FILE + GROUP + ACCOUNT
                + "16,195,13050,V,260401,,B-1,C-1,INVOICE F-1001/\n"
                + "88,AND F-1002/\n"
                + "16,698,500,,B-2,,MONTHLY FEE/\n"
                + "49,46100,5/\n98,46100,1,7/\n99,46100,1,9/\n");
        assertThat(file.problems()).isEmpty();
        BankStatement statement = file.value().statements().get(0);
        assertThat(statement.header().kind()).isEqualTo(StatementKind.STATEMENT);
        assertThat(statement.header().format()).isEqualTo("BAI2");
        assertThat(statement.header().account().number()).isEqualTo("12345");
        assertThat(statement.header().account().bank()).isEqualTo("011000015");
        assertThat(statement.check().holds()).isTrue();
        BankLine credit = statement.lines().get(0);
        assertThat(credit.booked()).isEqualTo(usd("130.50"));
        assertThat(credit.bookingDate()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(credit.valueDate()).isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(credit.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(credit.bankCode()).isEqualTo("195");
        assertThat(credit.references())
                .containsOnly(entry(BankReference.SERVICER, "B-1"), entry(BankReference.INSTRUCTION, "C-1"));
        assertThat(credit.remittance().text()).containsExactly("INVOICE F-1001", "AND F-1002");
        BankLine debit = statement.lines().get(1);
        assertThat(debit.booked()).isEqualTo(usd("-5.00"));
        assertThat(debit.kind()).isEqualTo(LineKind.CHARGES);
    }

    @Test
    void several_records_may_stand_in_one_line_and_a_text_may_be_broken() {
        Loaded<StatementFile> file =
                read(FILE.strip() + "  " + GROUP + ACCOUNT.strip() + " 16,195,13050,Z,,,INVOICE\nF-1001  /\n"
                        + "16,451,500,Z,,,ACH/  49,46100,4/ 98,46100,1,6/\n99,46100,1,8/");
        assertThat(file.problems()).isEmpty();
        assertThat(lines(file))
                .extracting(line -> line.remittance().text())
                .containsExactly(List.of("INVOICE", "F-1001"), List.of("ACH"));
    }

    @Test
    void control_figures_that_disagree_are_warnings() {
        Loaded<StatementFile> file =
                read(FILE + GROUP + ACCOUNT + "16,195,12550,,,,x/\n49,1,9/\n98,1,2,9/\n99,2,2,1/\n");
        assertThat(codes(file)).containsOnly(StatementProblem.TOTALS_DISAGREE);
        // 10000 + 22550 + 12550
        assertThat(file.problems().stream().map(problem -> problem.message()))
                .containsExactly(
                        "The control total of the account is stated as 1; 45100 was read.",
                        "The account’s number of records is stated as 9; 3 was read.",
                        "The number of accounts is stated as 2; 1 was read.",
                        "The group’s number of records is stated as 9; 5 was read.",
                        "The control total of the file is stated as 2; 1 was read.",
                        "The number of groups is stated as 2; 1 was read.",
                        "The file’s number of records is stated as 1; 7 was read.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Z,B,C,text | B | C",
                ",B,C,text | B | C",
                "0,B,C,text | B | C",
                "1,B,C,text | B | C",
                "2,B,C,text | B | C",
                "S,1,2,3,B,C,text | B | C",
                "V,260403,1200,B,C,text | B | C",
                "D,2,0,100,1,200,B,C,text | B | C"
            })
    void funds_bring_fields_of_their_own(String rest, String bank, String customer) {
        BankLine line = line("16,195,300," + rest + "/\n");
        assertThat(line.reference(BankReference.SERVICER)).contains(bank);
        assertThat(line.reference(BankReference.INSTRUCTION)).contains(customer);
        assertThat(line.remittance().text()).containsExactly("text");
    }

    @Test
    void summaries_go_on_in_further_records() {
        Loaded<StatementFile> file = read(FILE + GROUP
                + "03,12345,CAD,010,+10000,,,100,5,1,V,260402,/\n88,015,-10000,,,040,1,,/\n88,045,2,,/\n49,10008,4/\n");
        assertThat(file.problems())
                .extracting(problem -> problem.code())
                .containsExactly(StatementProblem.TOTALS_DISAGREE, StatementProblem.BALANCES_DISAGREE);
        BankStatement statement = file.value().statements().get(0);
        assertThat(statement.balances())
                .extracting(balance -> balance.type() + " " + balance.amount())
                .containsExactly(
                        BankBalance.Type.OPENING + " CAD 100.00",
                        BankBalance.Type.CLOSING + " CAD -100.00",
                        BankBalance.Type.OPENING_AVAILABLE + " CAD 0.01",
                        BankBalance.Type.AVAILABLE + " CAD 0.02");
        // 10000 + 5 - 10000 + 1 + 2
        assertThat(file.problems().get(0).attribute("found")).isEqualTo("8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010,100,,/\n88,015,200,,,040,300,,/\n88,045,400,,/", // as the format has it
                "010,100,,,/\n88,015,200,,,040,300,,,/\n88,045,400,,,/", // a comma too many
                "010,100,/\n88,015,200,,,040,300,/\n88,045,400,/", // one too few
                "010,100/\n88,015,200,,,040,300/\n88,045,400/", // none
                "010,100,7/\n88,,015,200,,,040/\n88,300,,,045,400/" // broken within a summary
            })
    void summaries_are_found_however_many_commas_end_a_record(String summaries) {
        Loaded<StatementFile> file =
                read(FILE + GROUP + "03,12345,USD," + summaries + "\n16,195,100,,,,x/\n49,1100,5/\n");
        assertThat(file.problems()).isEmpty();
        BankStatement statement = file.value().statements().get(0);
        assertThat(statement.balances())
                .extracting(balance -> balance.type() + " " + balance.amount())
                .containsExactly(
                        BankBalance.Type.OPENING + " USD 1.00",
                        BankBalance.Type.CLOSING + " USD 2.00",
                        BankBalance.Type.OPENING_AVAILABLE + " USD 3.00",
                        BankBalance.Type.AVAILABLE + " USD 4.00");
        assertThat(statement.check().holds()).isTrue();
    }

    @Test
    void what_is_available_now_is_a_balance_too() {
        assertThat(read(FILE + GROUP + "03,12345,,060,500,,/\n49,500,2/\n")
                        .value()
                        .statements()
                        .get(0)
                        .balances())
                .extracting(balance -> balance.type() + " " + balance.amount())
                .containsExactly(BankBalance.Type.AVAILABLE + " USD 5.00");
    }

    @Test
    void control_total_that_is_not_stated_is_no_problem() {
        assertThat(read(FILE + GROUP + "03,12345,/\n49,,2/\n98,0,1,4/\n99,0,1,6/\n")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"920, 1.00", "959, 1.00", "960, -1.00", "999, -1.00"})
    void codes_that_a_bank_makes_its_own_say_the_direction(String type, String booked) {
        assertThat(line("16," + type + ",100,,B,C,OUR OWN/\n").booked()).isEqualTo(usd(booked));
    }

    @ParameterizedTest
    @CsvSource({"099", "700", "799", "890", "919"})
    void other_codes_move_no_money_that_is_known(String type) {
        assertThat(codes(read(FILE + GROUP + "03,12345,,/\n16," + type + ",100,,B,C,x/\n")))
                .containsExactly(StatementProblem.UNKNOWN_CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "158, TRANSFER",
        "165, TRANSFER",
        "458, TRANSFER",
        "455, DIRECT_DEBIT",
        "116, CHEQUE",
        "222, CHEQUE",
        "147, CARD",
        "366, CASH",
        "595, CASH",
        "346, INTEREST",
        "659, INTEREST",
        "398, CHARGES",
        "564, CHARGES",
        "174, OTHER",
        "930, OTHER"
    })
    void code_tells_the_instrument(String type, LineKind kind) {
        assertThat(line("16," + type + ",100,,B,C,x/\n").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"252", "254", "258", "395", "552", "554", "558"})
    void bank_takes_back_what_it_booked(String type) {
        BankLine line = line("16," + type + ",100,,B,C,x/\n");
        assertThat(line.isReversal()).isTrue();
        assertThat(line.returned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, REPORT", "2, STATEMENT", "3, REPORT", "4, STATEMENT", "'', STATEMENT"})
    void interim_data_is_a_report(String modifier, StatementKind kind) {
        Loaded<StatementFile> file =
                read(FILE + "02,CUSTOMER,011000015,1,260402,,," + modifier + "/\n" + ACCOUNT + "49,32550,2/\n");
        assertThat(file.value().statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.header().kind()).isEqualTo(kind));
    }

    @Test
    void currency_is_the_accounts_or_the_groups_or_dollars() {
        Loaded<StatementFile> file =
                read(FILE + "02,C,O,1,260402,,CAD,2/\n03,1,JPY,015,500,,/\n49,500,2/\n03,2,,015,500,,/\n49,500,2/\n"
                        + "98,1000,2,6/\n02,C,O,1,260402,,,2/\n03,3,,015,500,,/\n49,500,2/\n");
        assertThat(file.value().statements().stream()
                        .map(statement -> statement.balances().get(0).amount().toString()))
                .containsExactly("JPY 500", "CAD 5.00", "USD 5.00");
    }

    @ParameterizedTest
    @CsvSource({"2", "4"})
    void deletions_and_tests_book_nothing(String status) {
        Loaded<StatementFile> file = read(FILE + "02,C,O," + status + ",260402,,USD,2/\n" + ACCOUNT
                + "16,195,13050,,,,x/\n49,45600,3/\n98,45600,1,5/\n");
        assertThat(codes(file)).containsExactly(StatementProblem.UNKNOWN_CODE);
        assertThat(file.value().statements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "557, -1.00, us-ach, R02, 'ACH RETURN, Reason: \"R02\", x'",
        "257, 1.00, us-ach, R01, 'Reason: \"R01\"'",
        "255, 1.00, proprietary, Refer to maker, 'Return Reason: \"Refer to maker\"'",
        "261, 1.00, proprietary, '', REJECT",
        "266, 1.00, proprietary, '', RETURN",
        "555, -1.00, proprietary, '', CHEQUE",
        "168, 1.00, proprietary, '', SETTLEMENT",
        "468, -1.00, us-ach, R03, 'Reason: \"R03\"'",
        "557, -1.00, us-ach, R01, 'ACH RETURN SETTLEMENT R01 INSUFFICIENT FUNDS'",
        "557, -1.00, us-ach, R10, 'RETURN REASON:R10 / R10 NOT AUTHORIZED'",
        "557, -1.00, proprietary, '', 'R01 OF BATCH R02'",
        "557, -1.00, proprietary, '', 'R99 ROOM R7 XR01 INV-R01 R01/26'",
        "555, -1.00, proprietary, '', 'CHEQUE OF R01'",
        "423, -1.00, proprietary, '', EDI"
    })
    void items_that_came_back_say_why(String type, String booked, String scheme, String code, String text) {
        BankLine line = line("16," + type + ",100,,B,C," + text + "\n");
        assertThat(line.booked()).isEqualTo(usd(booked));
        assertThat(line.isReversal()).isTrue();
        assertThat(line.returned()).hasValueSatisfying(returned -> {
            assertThat(returned.reason())
                    .isEqualTo(ReturnReason.of(
                            scheme.equals("us-ach") ? ReturnReason.Scheme.US_ACH : ReturnReason.Scheme.PROPRIETARY,
                            code));
            assertThat(returned.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "409, RETURNED CHEQUE, CHEQUE, true",
        "409, Returned check 17, CHEQUE, true",
        "699, RETURNED ITEM, CHEQUE, true",
        "699, MONTHLY SERVICE CHARGE, CHARGES, false",
        "409, RTD CHQ SERVICE CHRG, CHARGES, false",
        "409, RETURNED CHEQUE SERVICE CHARGE, CHARGES, false",
        "409, RETURNED CHEQUES ARE OUR BUSINESS, OTHER, false",
        "495, RETURNED CHEQUE, TRANSFER, false"
    })
    void general_code_leaves_the_rest_to_the_text(String type, String text, LineKind kind, boolean returned) {
        BankLine line = line("16," + type + ",2500,V,260402,,,," + text + "     /\n");
        assertThat(line.kind()).isEqualTo(kind);
        assertThat(line.returned().isPresent()).isEqualTo(returned);
        assertThat(line.booked()).isEqualTo(usd("-25.00"));
    }

    @Test
    void fields_within_the_text_are_read_for_the_other_side() {
        String fields =
                "88,EREF: E-1\n88,REMI: F-1001\n88,CREF: T-1\n88,CRNM: Us Inc\n88,CACT: 1\n88,DBNM: Moreau\n88,DACT: 2\n"
                        + "88,DABA: 011000015\n88,CHKN: 24108\n";
        BankLine credit = line("16,195,100,,B,C,Incoming Wire,From: x\n" + fields);
        assertThat(credit.counterparty().name()).isEqualTo("Moreau");
        assertThat(credit.counterparty().account()).isEqualTo("2");
        assertThat(credit.counterparty().bank()).isEqualTo("011000015");
        assertThat(credit.remittance().text()).containsExactly("F-1001");
        assertThat(credit.text()).isEqualTo("Incoming Wire,From: x");
        assertThat(credit.references())
                .contains(
                        entry(BankReference.END_TO_END, "E-1"),
                        entry(BankReference.TRANSACTION, "T-1"),
                        entry(BankReference.CHEQUE, "24108"));
        BankLine debit = line("16,495,100,,B,C,Outgoing Wire\n" + fields);
        assertThat(debit.counterparty().name()).isEqualTo("Us Inc");
        assertThat(debit.counterparty().account()).isEqualTo("1");
    }

    @Test
    void bad_items_are_problems_and_the_others_stay() {
        Loaded<StatementFile> file =
                read(FILE + GROUP + "03,12345,,/\n16,195,12.50,,,,a/\n16,199x,1,,,,b/\n16,890,,,,,c/\n"
                        + "16,195,1,V,269902,,,,d/\n16,195,1,,,,e/\n");
        assertThat(codes(file))
                .containsExactly(
                        StatementProblem.NOT_AN_AMOUNT,
                        StatementProblem.UNKNOWN_CODE,
                        StatementProblem.LEFT_OUT,
                        StatementProblem.LEFT_OUT);
        assertThat(file.problems().get(0).attributes())
                .contains(entry("line", "4"), entry("entry", "1"), entry("value", "12.50"));
        assertThat(lines(file)).extracting(BankLine::entry).containsExactly(4, 5);
    }

    @Test
    void account_without_a_number_currency_or_date_is_an_error() {
        assertThat(codes(read(FILE + GROUP + "03,,USD/\n16,195,1,,,,x/\n"))).containsExactly(StatementProblem.MISSING);
        assertThat(codes(read(FILE + GROUP + "03,1,ZZZ/\n16,195,1,,,,x/\n")))
                .containsExactly(StatementProblem.UNKNOWN_CURRENCY);
        assertThat(codes(read(FILE + "02,C,O,1,2604x2,,USD,2/\n03,1,/\n16,195,1,,,,x/\n")))
                .containsExactly(StatementProblem.NOT_A_DATE);
        assertThat(codes(read(FILE + "03,1,/\n16,195,1,,,,x/\n"))).containsExactly(StatementProblem.MISSING);
        assertThat(codes(read(FILE + GROUP + "16,195,1,,,,x/\n"))).containsExactly(StatementProblem.MISSING);
        assertThat(codes(read(FILE + GROUP + "03,1,/\n49,0,2/\n16,195,1,,,,x/\n")))
                .containsExactly(StatementProblem.MISSING);
    }

    @Test
    void file_cut_anywhere_ends_in_lines_or_problems() {
        byte[] whole = (FILE + GROUP + ACCOUNT
                        + "16,557,13050,D,1,0,13050,B-1,C-1,RETURN, Reason: \"R02\"\n88,REMI: é\n16,698,500,S,1,2,3,,,FEE/ "
                        + "49,46100,5/\n98,46100,1,7/\n99,46100,1,9/\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatCode(() -> StatementReader.standard().readAll(cut)).doesNotThrowAnyException();
        }
    }

    @Test
    void endless_continuation_is_cut_and_told_once() {
        Loaded<StatementFile> file =
                read(FILE + GROUP + "03,1,/\n16,195,1,,,,x/\n" + "88,abcdef/\n".repeat(20_000) + "16,195,2,,,,y/\n");
        assertThat(codes(file)).containsExactly(StatementProblem.TOO_LARGE);
        assertThat(lines(file)).hasSize(2);
    }

    private static BankLine line(String text) {
        Loaded<StatementFile> file = read(FILE + GROUP + "03,12345,,/\n" + text);
        assertThat(file.problems()).isEmpty();
        return lines(file).get(0);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
