package io.receivables.statements;

import static io.receivables.statements.Mt.HEAD;
import static io.receivables.statements.Mt.line;
import static io.receivables.statements.Mt.statement;
import static io.receivables.statements.Texts.codes;
import static io.receivables.statements.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.ReturnReason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks of Poland, Luxembourg, Scandinavia, Hungary, Austria and overseas make of MT940 and MT942. */
class MtDialectTest {
    // :61:

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "260402    CD12,39NMSCNONREF//B-7 | NMSC | | B-7",
                "260402 C12,39NMSCK-1 | NMSC | K-1 |",
                "260402C          12,39NMSCK-1 | NMSC | K-1 |",
                "2604020402CN12,39//B-7 | | | B-7",
                "2604020402C12,39NONREF | | |",
                "2604020402C12,39NONREF//B-7 | | | B-7",
                "2604020402C12,39 | | |",
                "2604020402C12,39k-1 | | k-1 |"
            })
    void day_of_booking_may_be_blank_and_the_type_missing(String field, String type, String customer, String bank) {
        BankLine line = line(":61:" + field + "\n:86:x\n");
        assertThat(line.booked()).isEqualTo(eur("12.39"));
        assertThat(line.bookingDate()).isEqualTo(LocalDate.parse("2026-04-02"));
        assertThat(line.bankCode()).isEqualTo(type == null ? "" : type);
        assertThat(line.reference(BankReference.INSTRUCTION).orElse(null)).isEqualTo(customer);
        assertThat(line.reference(BankReference.SERVICER).orElse(null)).isEqualTo(bank);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 | 1234.56",
                "1.234.567, | 1234567.00",
                "12.34,56 | ",
                "1.234.56 | ",
                "1,234,56 | ",
                "1.2345,6 |"
            })
    void thousands_may_be_set_apart_where_a_comma_follows(String amount, String money) {
        Loaded<StatementFile> file = read(HEAD + ":61:2604020402C" + amount + "NTRFNONREF\n");
        if (money == null) {
            assertThat(codes(file)).containsExactly(StatementProblem.NOT_AN_AMOUNT);
        } else {
            assertThat(file.value().lines().map(BankLine::booked)).containsExactly(eur(money));
        }
    }

    @Test
    void what_was_ordered_and_charged_may_stand_on_the_first_line() {
        for (String references : List.of("NONREF", "NONREF//B-7", "K-1//B-7")) {
            BankLine line = line(":61:2604020402D8,00NRTI" + references
                    + "/OCMT/EUR5,00//CHGS/EUR3,00/\n:86:109?20EREF+E-1?21SVWZ+RETOURE\n");
            // 8.00 = 5.00 + 3.00
            assertThat(line.principal()).isEqualTo(eur("-5.00"));
            assertThat(line.reference(BankReference.SERVICER).orElse("B-7")).isEqualTo("B-7");
            assertThat(line.reference(BankReference.INSTRUCTION).orElse("K-1")).isEqualTo("K-1");
            assertThat(line.text()).isEqualTo("/OCMT/EUR5,00//CHGS/EUR3,00/");
        }
    }

    @Test
    void what_follows_sixteen_signs_of_the_banks_reference_after_a_slash_is_no_part_of_it() {
        BankLine line = line(":61:2604020402D4,NCOMNONREF          //ABCD260402000193/IACC/D3/\n:86:Fee\n");
        assertThat(line.reference(BankReference.SERVICER)).contains("ABCD260402000193");
        assertThat(line.text()).isEqualTo("/IACC/D3/");
        assertThat(line(":61:2604020402D4,NCOMNONREF//ABCD2604020001930001\n").reference(BankReference.SERVICER))
                .contains("ABCD2604020001930001");
    }

    @Test
    void long_reference_is_one_and_no_name() {
        BankLine line = line(":61:260402C2,00NTRF2026-04-02-11.05.40.123456\n:86:x\n");
        assertThat(line.reference(BankReference.INSTRUCTION)).contains("2026-04-02-11.05.40.123456");
        assertThat(line.counterparty().name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB faktura//1234567", "DB fakt//ura 1234567", "DB faktur//a 123456"})
    void text_may_go_on_behind_the_slashes_where_the_banks_reference_is_due(String references) {
        // two bookings of a day with the same amount would share it
        BankLine line = line(":61:2604020402CK20,00NMSC" + references + "\n:86:DB faktura 1234567\nKunde\n");
        assertThat(line.references()).isEmpty();
        assertThat(line.remittance().text()).containsExactly("DB faktura 1234567", "Kunde");
        assertThat(line(":61:2604020402C20,NMSC" + references + "\n:86:Kunde\n").references())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL91ABNA0417164300", "0417164300"})
    void other_sides_account_may_stand_where_the_reference_is_due(String account) {
        BankLine line = line(":61:2604020402C65,00NOVB" + account + "\njansen bv\n:86:" + account + " Jansen BV\n"
                + " ".repeat(65) + "\nFactuur F-1001\n");
        assertThat(line.counterparty().account()).isEqualTo(account);
        assertThat(line.counterparty().name()).isEqualTo("jansen bv");
        assertThat(line.remittance().text()).containsExactly("Factuur F-1001");
        assertThat(line.references()).isEmpty();
        assertThat(line.text()).isEmpty();
    }

    @Test
    void iban_where_the_reference_is_due_is_the_other_sides_account() {
        BankLine line = line(":61:2604020402C65,00NTRFNL91ABNA0417164300\nsupplement\n:86:F-1001\n");
        assertThat(line.counterparty().account()).isEqualTo("NL91ABNA0417164300");
        assertThat(line.references()).isEmpty();
        assertThat(line.text()).isEqualTo("supplement");
    }

    // the message

    @ParameterizedTest
    @CsvSource({
        "BANKLULLXXX/LU280019400644750000, LU280019400644750000, BANKLULLXXX",
        "00000000/DE33100205000001194700, DE33100205000001194700, 00000000",
        "BANKDKKK/1234567890, 1234567890, BANKDKKK",
        "BANKHUHB/777888999ABC002/EUR, 777888999ABC002, BANKHUHB",
        "//AT39000/11122233344/EUR, AT39000/11122233344, ''",
        "/PL61109010140000071219812874, PL61109010140000071219812874, ''",
        "87052000/123456789, 87052000/123456789, ''",
        "/, /, ''"
    })
    void account_may_have_its_bank_and_currency_between_slashes(String field, String number, String bank) {
        Loaded<StatementFile> file = read(":20:M\n:25:" + field + "\n:28:1\n:60F:C260401EUR1,\n:62F:C260401EUR1,\n");
        if (field.equals("/")) {
            assertThat(codes(file)).containsExactly(StatementProblem.MISSING);
            return;
        }
        assertThat(file.problems()).isEmpty();
        BankAccount account = file.value().statements().get(0).header().account();
        assertThat(account.number()).isEqualTo(number);
        assertThat(account.bank()).isEqualTo(bank);
        assertThat(account.currency()).isEqualTo("EUR");
    }

    @Test
    void balance_without_a_currency_is_in_the_accounts() {
        BankStatement statement = statement(HEAD + ":61:260402C1,NTRFNONREF\n:62F:C260402101,00\n:64:C260402101,00\n");
        assertThat(statement.check().holds()).isTrue();
        assertThat(statement.balances()).hasSize(3);
        assertThat(codes(read(":20:M\n:25:1\n:28:1\n:60F:C260401100,00\n")))
                .containsExactly(StatementProblem.UNKNOWN_CURRENCY);
    }

    @Test
    void fields_that_banks_added_to_swifts_tell_of_the_booking_before_them() {
        String text = ":20:M\n:25:1\n:28:1\n:NS:22Nordwind Handel\n23Main account\n25010103310303\n3010000000\n32010\n"
                + ":60F:C260401EUR100,00\n"
                + ":61:2604020402C5,00S051NONREF\n:NS:01Invoice\n02F-1001\n09Duty 0.10\n15Moreau\n16SARL\n17Credit\n"
                + "1812345\n1910.00\n204711\n33AGRIFRPP\n340000000012345678\n"
                + ":61:2604020402D1,00S051NONREF\n\n:NS:01Street 1\n15Other\n\n:86:051?00Debit?20F-7?32Jansen\n"
                + ":62F:C260402EUR104,00\n";
        List<BankLine> lines = statement(text).lines();
        assertThat(lines.get(0).remittance().text()).containsExactly("Invoice", "F-1001", "Duty 0.10");
        assertThat(lines.get(0).counterparty().name()).isEqualTo("Moreau SARL");
        assertThat(lines.get(0).counterparty().bank()).isEqualTo("AGRIFRPP");
        assertThat(lines.get(0).counterparty().account()).isEqualTo("0000000012345678");
        assertThat(lines.get(0).text()).isEqualTo("Credit");
        // :86: goes before, and nothing is lost
        assertThat(lines.get(1).remittance().text()).containsExactly("F-7");
        assertThat(lines.get(1).counterparty().name()).isEqualTo("Jansen");
        assertThat(lines.get(1).text()).isEqualTo("Debit Street 1");
    }

    @ParameterizedTest
    @CsvSource({"940 00, MT940", "942 00, MT942"})
    void older_headers_are_no_text(String type, String format) {
        BankStatement statement = statement("0000  01BANKNL2AXXXX00001\n0000 01BANKNL2AXXXX00001\n" + type
                + "\n:20:M\n:25:1EUR\n:28C:1\n:61:260402C1,NTRFNONREF\n-XXX\n");
        assertThat(statement.header().format()).isEqualTo(format);
    }

    @Test
    void end_before_a_field_ends_nothing() {
        BankStatement statement = statement(
                ":20:M\n-:25:1\n:28C:1\n:60M:C260401EUR1,\n-:61:260402C1,NTRFNONREF\n:86:a\n-\n:62M:C260402EUR2,\n");
        assertThat(statement.check().holds()).isTrue();
        assertThat(statement.lines()).hasSize(1);
    }

    @Test
    void totals_and_limits_may_lack_figures_and_have_blanks() {
        BankStatement statement = statement(":20:M\n:25:1\n:28C:1\n:34F:EUR 999999999999,99\n:13:2604020815\n"
                + ":61:260402D0,02NTRFNONREF\n:90D:1EUR,02\n:90C:EUR,00\n");
        assertThat(statement.header().format()).isEqualTo("MT942");
        assertThat(statement.lines().get(0).booked()).isEqualTo(eur("-0.02"));
    }

    @Test
    void lines_may_end_with_two_at_signs() {
        String text = "\n" + HEAD + ":61:2604020402C1,00NTRFNONREF\n:86:166?00GUTSCHRIFT?20F-1001 a@b.de\n?32Moreau\n"
                + ":62F:C260402EUR101,00\n-\n";
        BankStatement statement = statement(text.replace("\n", "@@"));
        assertThat(statement.check().holds()).isTrue();
        assertThat(statement.lines().get(0).remittance().text()).containsExactly("F-1001 a@b.de");
        assertThat(statement.lines().get(0).counterparty().name()).isEqualTo("Moreau");
        assertThat(read("@@:20:M@").value().statements()).isEmpty();
    }

    // subfields

    @Test
    void polish_subfields_have_the_account_in_full_and_the_name_twice() {
        BankLine line = line(":61:2604020402DN81,90NTRFNONREF//B-7\nPRZELEW\n:86:7650<00PRZELEW<10\n"
                + "<20Zaplata za wykonanie umowy zlecenie\n<21 F/1001\n<22\n"
                + "<27Kowalski i Synowie Sp. z o.o. ul. D\n<28luga 4\n<2900-950 Warszawa\n"
                + "<3033334444<310000000098765432\n<32Kowalski i Synowie Sp. z o.<33o. ul. Dluga 4\n"
                + "<3872333344440000000098765432\n<60   PL\n<61NONREF\n<63REFB-7\n");
        assertThat(line.remittance().text()).containsExactly("Zaplata za wykonanie umowy zlecenie F/1001");
        assertThat(line.counterparty().name()).isEqualTo("Kowalski i Synowie Sp. z o.o. ul. Dluga 4");
        assertThat(line.counterparty().account()).isEqualTo("72333344440000000098765432");
        assertThat(line.counterparty().bank()).isEqualTo("33334444");
        assertThat(line.bankCode()).isEqualTo("NTRF/7650");
        assertThat(line.text()).isEqualTo("PRZELEW PL NONREF REFB-7 PRZELEW");
    }

    @Test
    void what_is_not_the_name_again_is_purpose() {
        BankLine line = line(":61:2604020402C1,NTRFNONREF\n:86:230^00PRZELEW                    ^34000\n"
                + "^3033334444^38PL37333344445555666677778888\n^20INVOICE\n^26F-1001\n^27and F-1002\n"
                + "^32MOREAU                     ^33        SARL\n^62RUE 7\n");
        assertThat(line.remittance().text()).containsExactly("INVOICE", "F-1001", "and F-1002");
        assertThat(line.counterparty().name()).isEqualTo("MOREAU SARL");
        assertThat(line.text()).isEqualTo("PRZELEW RUE 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"109", "181", "192", "899"})
    void codes_beside_an_account_in_full_are_the_banks_own(String code) {
        BankLine line = line(":61:2604020402C1,NTRFNONREF\n:86:" + code
                + "~00WPLATA~20F-1001~32Moreau~38PL37333344445555666677778888\n");
        assertThat(line.returned()).isEmpty();
        assertThat(line.isReversal()).isFalse();
        assertThat(line.part()).isEmpty();
        assertThat(line.kind()).isEqualTo(LineKind.TRANSFER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00FF", "\u02D9", " ", ""})
    void fillers_are_nothing(String filler) {
        BankLine line = line((":61:2604020402C1,NTRFNONREF\n:86:020~00152\n~20F-1001\n~21#\n~22#\n~3011112222\n"
                        + "~310000112233445566\n~32MOREAU\n~33#\n~38PL50111122220000112233445566\n~60#\n~63#\n")
                .replace("#", filler));
        assertThat(line.remittance().text()).containsExactly("F-1001");
        assertThat(line.counterparty().name()).isEqualTo("MOREAU");
        assertThat(line.text()).isEqualTo("152");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~20F-1001~32Moreau~34000",
                ">20F-1001>32Moreau",
                "?20F-1001?32Moreau",
                "?00Credit?20F-1001?32Moreau",
                "150\n:86:150~00B7Credit~20F-1001~32Moreau",
                "AB95\n:86:AB95~00B8Credit~20F-1001~32Moreau",
                "8300<00Credit<20F-1001<32Moreau"
            })
    void code_may_be_missing_longer_or_have_a_field_of_its_own(String information) {
        BankLine line = line(":61:2604020402C1,NTRFNONREF\n:86:" + information + "\n");
        assertThat(line.remittance().text()).containsExactly("F-1001");
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31 6 1234", "$20.00 for F-1001", "#10 F-1001", "2026+00 F-1001", "20 pieces", "EREF"})
    void text_is_no_subfield(String text) {
        assertThat(line(":61:2604020402C1,NTRFNONREF\n:86:" + text + "\n")
                        .remittance()
                        .text())
                .containsExactly(text);
    }

    @Test
    void address_that_begins_with_the_name_is_no_purpose() {
        BankLine line = line(":61:2604020402C1,N229NONREF//B-7\n:86:229\n?00BONIFICATION\n?20F-1001\n?30BANKLULLXXX\n"
                + "?32Moreau\n?60Moreau\n?613 rue Basse\n?62L-1234 ICI\n");
        assertThat(line.remittance().text()).containsExactly("F-1001");
        assertThat(line.text()).isEqualTo("BONIFICATION Moreau 3 rue Basse L-1234 ICI");
    }

    @Test
    void charge_may_stand_in_the_purpose() {
        BankLine line = line(":61:2604020402C4,NTRFK-1//B-7\n/OCMT/EUR4,5//IACC/D3/\n"
                + ":86:020?00VIREMENT?20F-1001?25/CHGS/EUR0,5/?32Moreau?38LU280019400644750000\n");
        // 4.00 = 4.50 - 0.50
        assertThat(line.principal()).isEqualTo(eur("4.50"));
        assertThat(line.remittance().text()).containsExactly("F-1001");
    }

    @Test
    void who_else_is_told_is_no_part_of_the_name() {
        BankLine line = line(
                ":61:2604020402C1,NTRFNONREF\n:86:166?00GUTSCHRIFT?20F-1001?32MOREAU?33        SARL?70Payee Nordwind?71 Handel\n");
        assertThat(line.counterparty().name()).isEqualTo("MOREAU SARL");
        assertThat(line.text()).isEqualTo("GUTSCHRIFT Payee Nordwind Handel");
    }

    // SEPA fields in the purpose

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?20EREF+E-1?21Invoice F-1001 | E-1 | Invoice F-1001",
                "?20EREF+E-1?21CRED+DE98ZZZ09999999999?22Invoice F-1001 | E-1 | Invoice F-1001",
                "?20EREF+E-2026.?21100 | E-2026.100 |",
                "?20Invoice F-1001?21EREF+E-1 | E-1 | Invoice F-1001",
                "?20EREF+E-1?21MTLG:Account blocked | E-1 |",
                "?20EREF+nicht angegeben?21SVWZ+F-1001 | | F-1001"
            })
    void text_begins_on_the_line_after_the_last_field(String purpose, String endToEnd, String text) {
        BankLine line = line(":61:2604020402C1,NTRFNONREF\n:86:166" + purpose + "\n");
        assertThat(line.reference(BankReference.END_TO_END).orElse(null)).isEqualTo(endToEnd);
        assertThat(line.remittance().joinedText()).isEqualTo(text == null ? "" : text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?20Invoice F-1001?21END-TO-END-REF.:?22E-1?23CORE / MANDATSREF.:?24M-77?25GLÄUBIGER-ID:?26DE98ZZZ09999999999?27Ref. XY/4711",
                "?20Invoice F-1001?21End-to-End-Ref.: E-1?22Mandatsref: M-77?23Gläubiger-ID:?24DE98ZZZ09999999999?25Ref. XY/4711",
                "?20Invoice F-1001?21End-to-End-Ref.:?22E-1?23Mandatsref: M-77?24Glaeubiger-ID: DE98ZZZ09999?25999999?26Ref. XY/4711"
            })
    void fields_may_be_written_out_after_the_text(String purpose) {
        BankLine line = line(":61:2604020402D1,NTRFNONREF\n:86:005" + purpose + "\n");
        assertThat(line.references())
                .containsOnly(
                        entry(BankReference.END_TO_END, "E-1"),
                        entry(BankReference.MANDATE, "M-77"),
                        entry(BankReference.CREDITOR, "DE98ZZZ09999999999"));
        assertThat(line.remittance().text()).containsExactly("Invoice F-1001", "Ref. XY/4711");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SVWZ+Zurueck am 29.05.2026, Rueckgabegrund: MD06 Widerspruch?34999 | MD06",
                "SVWZ+RUECKGABEGRUND: A?23C04 KONTO AUFGELOEST | AC04",
                "SVWZ+Rückgabegrund:AM04 | AM04",
                "SVWZ+Rueckgabegrund: unbekannt?34914 | MS03"
            })
    void reason_of_a_return_may_stand_in_its_text(String text, String code) {
        BankLine line = line(
                ":61:2604020402DR5,30NRTINONREF\n:86:109?00Retouren?20EREF+E-1?21OAMT+1,30 COAM+4,00?22" + text + "\n");
        assertThat(line.returned())
                .hasValueSatisfying(returned -> assertThat(returned.reason()).isEqualTo(ReturnReason.iso(code)));
        // 5.30 = 1.30 + 4.00
        assertThat(line.principal()).isEqualTo(eur("-1.30"));
    }

    @ParameterizedTest
    @CsvSource({
        "?00RUECKLASTSCHRIFT, true",
        "?00Rücklastschrift, true",
        "?00RETOURE, true",
        "?00Rueckueberweisung, true",
        "?00ENTGELT RUECKLASTSCHRIFT, false",
        "808?00RUECKLASTSCHRIFT ENTGELT, false"
    })
    void bank_may_say_in_words_alone_that_it_is_a_return(String information, boolean isReturn) {
        BankLine line = line(":61:2604020402RC12,00N012NONREF\n:86:" + information + "?20F-1001\n");
        assertThat(line.returned().isPresent()).isEqualTo(isReturn);
        assertThat(line.booked()).isEqualTo(eur("-12.00"));
    }

    // words between slashes

    @Test
    void returned_debit_says_its_kind_first() {
        BankLine line = line(":61:2604020402D10,N246NONREF\n:86:/RTYP/SEPA Incasso niet uitgevoerd/MARF/M-77/RTRN/MS03/"
                + "Reden niet gemeld/IBAN/NL91ABNA0417164300/NAME/Jansen/REMI/F-1001/EREF/E-1\n");
        assertThat(line.kind()).isEqualTo(LineKind.DIRECT_DEBIT);
        assertThat(line.returned())
                .hasValueSatisfying(returned -> assertThat(returned.reason()).isEqualTo(ReturnReason.iso("MS03")));
        assertThat(line.counterparty().name()).isEqualTo("Jansen");
        assertThat(line.text()).isEqualTo("SEPA Incasso niet uitgevoerd Reden niet gemeld");
        assertThat(line.references())
                .containsOnly(entry(BankReference.END_TO_END, "E-1"), entry(BankReference.MANDATE, "M-77"));
    }

    @Test
    void further_words_are_fields() {
        BankLine withAccount =
                line(":61:2604020402C1,N541NONREF\n:86:/ACCW/NL91ABNA0417164300,ABNANL2A/ORDP//NAME/Jansen"
                        + "/REMI/F-1001/ULTD//NAME/De Vries\n");
        assertThat(withAccount.counterparty().account()).isEqualTo("NL91ABNA0417164300");
        assertThat(withAccount.counterparty().bank()).isEqualTo("ABNANL2A");
        assertThat(withAccount.counterparty().name()).isEqualTo("Jansen");
        assertThat(withAccount.counterparty().ultimate()).isEqualTo("De Vries");
        assertThat(withAccount.remittance().text()).containsExactly("F-1001");
        BankLine ideal = line(":61:2604020402C1,N944NONREF\n:86:/TRTP/IDEAL/BBAN/60708090/NAME/Jansen/REMI/F-1001\n");
        assertThat(ideal.kind()).isEqualTo(LineKind.TRANSFER);
        assertThat(ideal.counterparty().account()).isEqualTo("60708090");
    }

    @ParameterizedTest
    @CsvSource({"C, Moreau Inc., 200417, BANKUS33", "D, Nordwind Handel, 204, PAYEUS33"})
    void payer_and_payee_may_have_words_of_their_own(String mark, String name, String account, String bank) {
        BankLine line = line(
                ":61:2604020402" + mark + "17,20NTRFE-1//B-7\n:86:/EREF/E-1\n/DBNM/Moreau Inc.\n"
                        + "/DACT/200417/DBIC/BANKUS33\n/CRNM/Nordwind Handel\n/CACT/204/CBIC/PAYEUS33\n/REMI/F-1001\n/OPRP/Own purpose\n");
        assertThat(line.counterparty().name()).isEqualTo(name);
        assertThat(line.counterparty().account()).isEqualTo(account);
        assertThat(line.counterparty().bank()).isEqualTo(bank);
        assertThat(line.remittance().text()).containsExactly("F-1001");
        assertThat(line.reference(BankReference.END_TO_END)).contains("E-1");
    }

    @Test
    void number_of_orders_makes_a_sum() {
        BankLine line = line(":61:2604020402C1,N654NONREF\n:86:/TRTP/SEPA ACCEPTGIRO BATCH/PREF/P-1/NRTX/10\n");
        assertThat(line.part()).hasValueSatisfying(part -> {
            assertThat(part.isSum()).isTrue();
            assertThat(part.count()).isEqualTo(10);
        });
        assertThat(line.references()).containsOnly(entry(BankReference.PAYMENT_INFORMATION, "P-1"));
        for (String other : List.of("1", "x", "99999999999")) {
            assertThat(line(":61:2604020402C1,N654NONREF\n:86:/TRTP/BATCH/NRTX/" + other + "\n")
                            .part())
                    .isEmpty();
        }
    }

    @Test
    void creditor_reference_may_say_its_type_first() {
        assertThat(line(":61:2604020402C1,N541NONREF\n:86:/ORDP//NAME/Jansen/REMI/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/"
                                + "9500000055557788\n")
                        .remittance()
                        .references())
                .containsExactly(new Remittance.Reference("CUR", "9500000055557788"));
        assertThat(line(":61:2604020402C1,N541NONREF\n:86:/REMI/CDTRREFTP//CD/SCOR/CDTRREF/RF18539007547034/\n")
                        .remittance()
                        .references())
                .containsExactly(new Remittance.Reference("", "RF18539007547034"));
    }

    @Test
    void short_line_of_remittance_ends() {
        assertThat(
                        line(":61:2604020402C1,N122NONREF\n:86:/ORDP//NAME/Jansen/REMI/F-1001/2026\nF-1002/2026/ISDT/2026-04-03\n")
                                .remittance()
                                .text())
                .containsExactly("F-1001/2026", "F-1002/2026");
    }

    @Test
    void who_paid_has_lines_of_account_and_name_then_text_comes() {
        BankLine line =
                line(":61:2604020402CD1830,NMSCNONREF//B-7\n:86:/ORDP/700000000123456\n/MOREAU DOOEL\nUl. Prva 7\n"
                        + "/F-1001//F-1002\n/Uplata po faktura\n");
        assertThat(line.counterparty().account()).isEqualTo("700000000123456");
        assertThat(line.counterparty().name()).isEqualTo("MOREAU DOOEL");
        assertThat(line.remittance().text()).containsExactly("F-1001//F-1002", "Uplata po faktura");
        assertThat(line.text()).isEqualTo("Ul. Prva 7");
        BankLine both =
                line(":61:2604020402D10,NTRFNONREF\n:86:/ORDP/Nordwind Handel\n/BENM/Moreau Inc.\n/REMI/F-1001\n");
        assertThat(both.counterparty().name()).isEqualTo("Moreau Inc.");
        assertThat(both.text()).isEqualTo("ORDP Nordwind Handel");
    }

    @Test
    void what_was_ordered_may_begin_the_text() {
        BankLine line = line(":61:2604020402C95,NTRFK-1//B-7\n:86:/OCMT/USD110,00/\nPAYMENT OF F-1001\n");
        assertThat(line.instructed()).contains(Money.of("110.00", "USD"));
        assertThat(line.remittance().text()).containsExactly("PAYMENT OF F-1001");
        BankLine charged = line(":61:2604020402C95,NTRFK-1\n:86:/OCMT/EUR100,00/CHGS/EUR5,00/PAYMENT OF F-1001\n");
        // 95.00 = 100.00 - 5.00
        assertThat(charged.principal()).isEqualTo(eur("100.00"));
        assertThat(charged.remittance().text()).containsExactly("PAYMENT OF F-1001");
        assertThat(line(":61:2604020402C95,NTRFK-1\n:86:/OCMT/about 100/REMI/F-1001\n")
                        .text())
                .isEqualTo("OCMT about 100");
    }

    // labels and free text

    @Test
    void labels_between_semicolons_are_fields() {
        BankLine line = line(":61:2604020402CN5120,40NTRFNONREF//B-7\n770-PRZELEW\n:86:770 PRZELEW KRAJOWY; Z RACH.: \n"
                + "61109010140000071219812874; OD: MOREAU SP. Z O.O. \nUL. NOWA 5 00-001 WARSZAWA; TYT.: FV OD: F-1001; DATA\n"
                + "STEMPLA: 02.04.2026; TNR: 10.20\n");
        assertThat(line.counterparty().account()).isEqualTo("61109010140000071219812874");
        assertThat(line.counterparty().name()).isEqualTo("MOREAU SP. Z O.O. UL. NOWA 5 00-001 WARSZAWA");
        assertThat(line.remittance().text()).containsExactly("FV OD: F-1001");
        assertThat(line.text()).isEqualTo("770 PRZELEW KRAJOWY DATA STEMPLA: 02.04.2026 TNR: 10.20 770-PRZELEW");
        BankLine out =
                line(":61:2604020402DN5,NTRFR1//B-8\n:86:944 PRZELEW; NA RACH.: 0510; DLA: MOREAU; TYT.: F-1001\n");
        assertThat(out.counterparty().account()).isEqualTo("0510");
        assertThat(out.counterparty().name()).isEqualTo("MOREAU");
    }

    @Test
    void labels_may_be_small_and_unknown_ones_end_what_is_before_them() {
        BankLine line =
                line(":61:2604020402DN64,15NTRFNONREF\n:86: 945 Przelew ZUS; na rach.: 83111100000000000000005555; "
                        + "rodzaj składki: \nUbezpieczenie; dla: Moreau; NR DEC/UM: ST 4; tyt.: uwaga: F-1001; nr: F-1002; ref. \n"
                        + "Klienta: K-1; TNR: 10.21\n");
        assertThat(line.counterparty().account()).isEqualTo("83111100000000000000005555");
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
        assertThat(line.remittance().text()).containsExactly("uwaga: F-1001; nr: F-1002");
        assertThat(line.text())
                .isEqualTo(
                        "945 Przelew ZUS rodzaj składki: Ubezpieczenie NR DEC/UM: ST 4 ref. Klienta: K-1 TNR: 10.21");
        // a sentence is not one of labels
        assertThat(line(":61:2604020402C1,NTRFNONREF\n:86:100 pieces for F-1001; see: F-1002\n")
                        .remittance()
                        .text())
                .containsExactly("100 pieces for F-1001; see: F-1002");
    }

    @Test
    void text_without_subfields_has_a_code_before_it() {
        assertThat(line(":61:2604020402C1,NTRFNONREF\n:86:999Invoice F-1001\n999 thanks\n")
                        .remittance()
                        .text())
                .containsExactly("Invoice F-1001", "999 thanks");
        assertThat(line(":61:2604020402C1,NTRFNONREF\n:86:9991 is the number\n")
                        .remittance()
                        .text())
                .containsExactly("9991 is the number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; OD: ",
                "~20",
                "<38",
                "/ORDP/",
                "/CHGS/EUR1/",
                "15",
                "/OCMT/EUR1",
                "CDTRREFTP/",
                "/CDTRREF/",
                "@@",
                "MTLG:",
                "End-to-End-Ref.:",
                "/NRTX/9",
                "Mandatsref: x ",
                "core / "
            })
    void endless_repetition_ends(String scrap) {
        String endless = scrap.repeat(30_000);
        for (String before : List.of(
                ":86:", ":86:020~20", ":86:770 P; ", ":86:/REMI/", ":86:/ORDP/", ":86:166?20", ":NS:", ":NS:01", "")) {
            String text = HEAD + ":61:260402C1,NTRF" + (before.isEmpty() ? "" : "NONREF\n") + before;
            assertThatCode(() -> read(text + endless + "\n")).doesNotThrowAnyException();
            assertThatCode(() -> read("@@" + text.replace("\n", "@@") + endless.replace("/", "\n/")))
                    .doesNotThrowAnyException();
        }
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
