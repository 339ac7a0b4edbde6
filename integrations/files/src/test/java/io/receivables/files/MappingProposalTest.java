package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.NegativeAmount;
import io.receivables.files.CsvLayout.PaymentRows;
import io.receivables.files.CsvLayout.RowType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is detected, what is asked, and what must not be guessed. */
class MappingProposalTest {
    private static final String HEADER = "Invoice No,Customer No,Invoice Date,Due Date,Currency,Amount\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder = Path.of("");

    private Proposing propose(String text) {
        return Proposing.of(folder, text);
    }

    private static String rows(String... datesAndAmounts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < datesAndAmounts.length; i++) {
            rows.append("F-")
                    .append(i)
                    .append(",C")
                    .append(i % 3)
                    .append(',')
                    .append(datesAndAmounts[i])
                    .append('\n');
        }
        return rows.toString();
    }

    private static MappingQuestion only(Proposing proposing) {
        assertThat(proposing.proposal().questions()).hasSize(1);
        return proposing.proposal().questions().get(0);
    }

    // ---- days and months

    @Test
    void a_date_that_can_be_read_in_two_ways_is_asked() {
        Proposing proposing = propose(HEADER + rows("3/4/2013,3/5/2013,EUR,10.50", "5/6/2013,5/7/2013,EUR,20.00"));

        MappingQuestion question = only(proposing);
        assertThat(question.key()).isEqualTo("issue_date.format");
        assertThat(question.code()).isEqualTo(ProposalCode.DATE_ORDER);
        assertThat(question.isNeeded()).isTrue();
        assertThat(question.file()).isEqualTo("export.csv");
        assertThat(question.column()).contains("Invoice Date");
        assertThat(question.field()).contains(CsvField.ISSUE_DATE);
        assertThat(question.answers()).containsExactly("d/M/yyyy", "M/d/yyyy");
        assertThat(question.evidence()).containsExactly("3/4/2013", "5/6/2013");
        assertThat(question.assumed()).isEmpty();
        assertThat(question.text(Locale.ENGLISH))
                .isEqualTo(
                        "dates such as 3/4/2013 in column \"Invoice Date\" of export.csv can be read as d/M/yyyy, M/d/yyyy, "
                                + "and no date of the file decides it. Which one is it?");
        assertThat(question.text(Locale.FRENCH))
                .startsWith("les dates comme 3/4/2013 dans la colonne « Invoice Date »");
        assertThat(proposing.proposal().isComplete()).isFalse();
        assertThatThrownBy(proposing::load)
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("no column \"issue_date.format?\"");

        Proposing answered = proposing.answer("issue_date.format", "d/M/yyyy");
        assertThat(answered.proposal().isComplete()).isTrue();
        assertThat(answered.load().ledger().document("F-0").orElseThrow().issueDate())
                .isEqualTo(LocalDate.parse("2013-04-03"));
    }

    @Test
    void one_day_beyond_12_decides_the_order_of_all_date_columns() {
        Proposing proposing = propose(HEADER + rows("3/4/2013,3/5/2013,EUR,10.50", "5/6/2013,25/7/2013,EUR,20.00"));

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().dateFormats()).containsExactly("d/M/yyyy");
        assertThat(proposing.proposal().columns().get(2).reasons())
                .anySatisfy(reason -> assertThat(reason.text(Locale.ENGLISH))
                        .isEqualTo("the order of day and month follows from 25/7/2013"));
    }

    @Test
    void a_date_column_that_is_not_read_decides_as_well() {
        String text = "Invoice No,Customer No,Invoice Date,Due Date,Currency,Amount,Printed\n"
                + rows("3/4/2013,3/5/2013,EUR,10.50,4/13/2013", "5/6/2013,5/7/2013,EUR,20.00,5/6/2013");

        assertThat(propose(text).layout().dateFormats()).containsExactly("M/d/yyyy");
    }

    @Test
    void due_dates_before_issue_dates_speak_against_an_order_but_that_is_to_be_confirmed() {
        // read with the month first the second row would be due on 2 April, before its issue on 1 May
        Proposing proposing = propose(HEADER + rows("3/4/2013,3/5/2013,EUR,10.50", "5/1/2013,4/2/2013,EUR,20.00"));

        MappingQuestion question = only(proposing);
        assertThat(question.code()).isEqualTo(ProposalCode.ORDER_BY_DUE_DATE);
        assertThat(question.isNeeded()).isFalse();
        assertThat(question.assumed()).contains("d/M/yyyy");
        assertThat(proposing.proposal().isComplete()).isTrue();
        assertThat(proposing.layout().dateFormats()).containsExactly("d/M/yyyy");
        assertThat(proposing.answer("issue_date.format", "M/d/yyyy").layout().dateFormats())
                .containsExactly("M/d/yyyy");
    }

    @Test
    void columns_that_contradict_each_other_are_asked() {
        Proposing proposing = propose(HEADER + rows("13/4/2013,5/13/2013,EUR,10.50", "5/6/2013,5/7/2013,EUR,20.00"));

        assertThat(proposing.codes()).containsExactly("issue_date.format DATE_CONTRADICTION");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-01           | 2024-03-31           | yyyy-MM-dd
            2024-3-1             | 2024-3-31            | yyyy-M-d
            2024/03/01           | 2024/03/31           | yyyy/MM/dd
            20240301             | 20240331             | yyyyMMdd
            31032024             | 01042024             | ddMMyyyy
            01.03.2024           | 31.03.2024           | dd.MM.yyyy
            1.3.2024             | 2.3.2024             | d.M.yyyy
            01.03.24             | 31.03.24             | dd.MM.yy
            31-03-2024           | 30-04-2024           | dd-MM-yyyy
            3/31/24              | 4/30/24              | M/d/yy
            31 03 2024           | 30 04 2024           | dd MM yyyy
            2024-03-01T00:00:00  | 2024-03-31T00:00:00  | yyyy-MM-dd'T'H:mm:ss
            2024-03-01 00:00:00  | 2024-03-31 00:00:00  | yyyy-MM-dd H:mm:ss
            2024-03-01T10:15:30.123Z | 2024-03-31T10:15:30.123Z | yyyy-MM-dd'T'H:mm:ss.SSSX
            2024-03-01T10:15:30+01:00 | 2024-03-31T10:15:30+02:00 | yyyy-MM-dd'T'H:mm:ssXXX
            3/31/2024 9:05:00 AM | 4/30/2024 12:00:00 AM | M/d/yyyy h:mm:ss a
            1 Mar 2024           | 31 Mar 2024          | d MMM yyyy
            01-Mar-24            | 31-Mar-24            | d-MMM-yy
            Mar 1, 2024          | Mar 31, 2024         | MMM d', 'yyyy
            1 March 2024         | 31 March 2024        | d MMMM yyyy
            1 janvier 2024       | 31 décembre 2024     | d MMMM yyyy
            1 janv. 2024         | 31 déc. 2024         | d MMM yyyy
            1. Januar 2024       | 31. Dezember 2024    | d'. 'MMMM yyyy
            """)
    void notations_of_dates(String issued, String due, String pattern) {
        String text = (HEADER + rows(issued + "," + due + ",EUR,1.50", issued + "," + due + ",EUR,2.50"))
                .replace(",Mar", ",\"Mar")
                .replace("1, 2024", "1, 2024\"")
                .replace(',', ';')
                .replace("1; 2024", "1, 2024");
        Proposing proposing = propose(text);

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().dateFormats()).containsExactly(pattern);
        assertThat(proposing.load().errors()).isEmpty();
    }

    @Test
    void two_notations_in_one_column_are_both_read() {
        Proposing proposing =
                propose(HEADER + rows("2024-03-01,2024-03-31,EUR,1.50", "13/03/2024,31/03/2024,EUR,1.50"));

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().dateFormats()).containsExactly("yyyy-MM-dd", "dd/MM/yyyy");
    }

    @Test
    void two_digits_for_all_three_may_be_anything() {
        Proposing proposing = propose(HEADER + rows("03/04/05,03/05/05,EUR,1.50", "05/06/07,05/07/07,EUR,1.50"));

        assertThat(only(proposing).answers()).containsExactly("dd/MM/yy", "MM/dd/yy", "yy/MM/dd");
    }

    @Test
    void numbers_that_change_like_days_are_not_the_years() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int day = 10; day < 31; day++) {
            text.append("F-")
                    .append(day)
                    .append(",C1,")
                    .append(day)
                    .append("/03/24,")
                    .append(day)
                    .append("/04/24,EUR,1.50\n");
        }

        assertThat(propose(text.toString()).layout().dateFormats()).containsExactly("dd/MM/yy");
        assertThat(propose(text.toString()).questions()).isEmpty();
    }

    @Test
    void days_counted_by_a_spreadsheet_are_no_dates() {
        Proposing proposing = propose(HEADER + rows("45352,45382,EUR,1.50", "45353,45383,EUR,1.50"));

        assertThat(proposing.codes()).contains("issue_date.format DAY_NUMBERS", "due_date.format DAY_NUMBERS");
        assertThat(proposing.proposal().isComplete()).isFalse();
        assertThatThrownBy(() -> proposing.answer("issue_date.format", "none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_optional_date_that_cannot_be_read_may_be_left_out() {
        String text = HEADER.replace("Amount", "Amount,Clearing Date")
                + rows("2024-03-01,2024-03-31,EUR,1.50,45352", "2024-03-01,2024-03-31,EUR,1.50,45353");
        Proposing proposing = propose(text);

        assertThat(proposing.codes()).containsExactly("settled_date.format DAY_NUMBERS");
        assertThat(proposing.answer("settled_date.format", "none").layout().columns())
                .doesNotContainKey(CsvField.SETTLED_DATE);
    }

    @Test
    void headers_do_not_win_over_content() {
        String text = "Invoice No,Date,Customer Name,Invoiced,Amount\n"
                + "F-1,Martin,Acme,2024-03-13,1.50\nF-2,Sophie,Beta,2024-03-14,2.50\n";
        Proposing proposing = propose(text);

        MappingQuestion question = proposing.proposal().questions().get(0);
        assertThat(question.key()).isEqualTo("issue_date");
        assertThat(question.code()).isEqualTo(ProposalCode.NO_COLUMN);
        assertThat(question.answers()).containsExactly("Invoiced");
        assertThat(proposing.proposal().columns().get(1).reasons().get(0).code())
                .isEqualTo(ProposalCode.CONTENT_OBJECTS);
        assertThat(proposing.answer("issue_date", "Invoiced").layout().columns())
                .containsEntry(CsvField.ISSUE_DATE, "Invoiced");
    }

    // ---- amounts

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234.50   | .
            1.234,50   | ,
            1 234,50   | ,
            12,5       | ,
            0,125      | ,
            1234.567   | .
            1'234.50   | .
            (1,234.50) | .
            1.234,50-  | ,
            1,234,567  | .
            1.234.567  | ,
            EUR 12,50  | ,
            12.50 €    | .
            """)
    void the_decimal_sign_follows_from_one_amount(String amount, char decimal) {
        Proposing proposing = propose((HEADER + rows("2024-03-01,2024-03-31,EUR,A", "2024-03-01,2024-03-31,EUR,B"))
                .replace(',', ';')
                .replace("A\n", amount + "\n")
                .replace("B\n", "1\n"));

        assertThat(proposing.layout().decimal()).isEqualTo(decimal);
        assertThat(proposing.questions()).doesNotContain("decimal");
    }

    @ParameterizedTest
    @CsvSource({"1.234", "'1,234'", "'12,345'", "999.999"})
    void a_thousand_that_may_be_a_fraction_is_asked(String amount) {
        Proposing proposing = propose(
                (HEADER + rows("2024-03-01;2024-03-31;EUR;A")).replace(',', ';').replace("A\n", amount + "\n"));

        MappingQuestion question = only(proposing);
        assertThat(question.key()).isEqualTo("decimal");
        assertThat(question.code()).isEqualTo(ProposalCode.DECIMAL_SIGN);
        assertThat(question.answers()).containsExactly(".", ",");
        assertThatThrownBy(proposing::load)
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("no column \"decimal?\", which the mapping gives to amount");
        assertThat(proposing.answer("decimal", ",").layout().decimal()).isEqualTo(',');
    }

    @Test
    void amounts_with_both_decimal_signs_are_asked() {
        Proposing proposing = propose((HEADER + rows("2024-03-01;2024-03-31;EUR;A", "2024-03-01;2024-03-31;EUR;B"))
                .replace(',', ';')
                .replace("A\n", "12.5\n")
                .replace("B\n", "12,5\n"));

        assertThat(proposing.codes()).containsExactly("decimal DECIMAL_CONTRADICTION");
    }

    @Test
    void whether_an_amount_is_with_tax_is_asked_where_nothing_says_it() {
        String text = "Invoice No,Customer,Invoice Date,Due Date,Currency,Amount,VAT\n"
                + rows("2024-03-01,2024-03-31,EUR,100.00,20.00", "2024-03-01,2024-03-31,EUR,50.00,10.00");
        Proposing proposing = propose(text);

        assertThat(proposing.codes()).containsExactly("amount.tax NET_OR_GROSS");
        assertThat(proposing.answer("amount.tax", "gross").layout().columns())
                .containsEntry(CsvField.TAX_AMOUNT, "VAT");

        // what is owed includes the tax: without a column of that, nothing is read
        Proposing net = proposing.answer("amount.tax", "net");
        assertThat(net.codes()).containsExactly("amount ONLY_NET");
        assertThat(net.layout().columns())
                .containsEntry(CsvField.AMOUNT, "amount?")
                .doesNotContainKey(CsvField.TAX_AMOUNT);
        assertThatThrownBy(net::load).isInstanceOf(CsvException.class).hasMessageContaining("amount?");
    }

    @Test
    void net_and_tax_that_add_up_to_it_show_that_an_amount_is_with_tax() {
        String text = "Invoice No,Customer,Invoice Date,Due Date,Currency,Amount,Net,VAT\n"
                + rows("2024-03-01,2024-03-31,EUR,120.00,100.00,20.00", "2024-03-01,2024-03-31,EUR,60.00,50.00,10.00");
        Proposing proposing = propose(text);

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().columns())
                .containsEntry(CsvField.AMOUNT, "Amount")
                .containsEntry(CsvField.TAX_AMOUNT, "VAT");
        assertThat(proposing.proposal().columns().get(5).reasons())
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo(ProposalCode.SUM_HOLDS));
    }

    @Test
    void amounts_without_tax_only_are_not_taken_for_what_is_owed() {
        String text = "Invoice No,Customer,Invoice Date,Due Date,Currency,Net Amount,VAT\n"
                + rows("2024-03-01,2024-03-31,EUR,100.00,20.00", "2024-03-01,2024-03-31,EUR,50.00,10.00");

        assertThat(propose(text).codes()).containsExactly("amount ONLY_NET");
        assertThat(propose(text).answer("amount", "Net Amount").layout().columns())
                .containsEntry(CsvField.AMOUNT, "Net Amount");
    }

    @Test
    void amounts_below_zero_are_credit_notes_to_be_confirmed() {
        Proposing proposing =
                propose(HEADER + rows("2024-03-01,2024-03-31,EUR,100.00", "2024-03-01,2024-03-31,EUR,-50.00"));

        assertThat(only(proposing).assumed()).contains("credit-note");
        assertThat(proposing.answer("negative_amount", "reject").layout().negativeAmount())
                .isEqualTo(NegativeAmount.REJECT);
    }

    @Test
    void a_running_balance_is_not_what_is_open() {
        String text = "Invoice No,Customer,Invoice Date,Due Date,Currency,Amount,Balance\n"
                + rows("2024-03-01,2024-03-31,EUR,100.00,100.00", "2024-03-01,2024-03-31,EUR,50.00,150.00");

        assertThat(propose(text).questions()).isEmpty();
        assertThat(propose(text).layout().columns()).doesNotContainKey(CsvField.OPEN_AMOUNT);
    }

    // ---- currency

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Amount (EUR)   | 12.50    | EUR
            Betrag EUR     | 12.50    | EUR
            Montant TTC €  | 12.50    | EUR
            Amount         | €12.50   | EUR
            Amount         | 12.50 €  | EUR
            Amount         | CHF 12.50 | CHF
            Amount         | CA$12.50 | CAD
            Amount (CAD)   | $12.50   | CAD
            """)
    void the_currency_is_found_in_header_or_cells(String header, String amount, String currency) {
        Proposing proposing = propose("Invoice No;Customer No;Invoice Date;Due Date;" + header + "\n"
                + "F-1;C1;2024-03-01;2024-03-31;" + amount + "\n");

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().constants()).isEqualTo(Map.of(CsvField.CURRENCY, currency));
        assertThat(proposing.load().errors()).isEmpty();
    }

    @Test
    void a_dollar_sign_proves_no_currency() {
        Proposing proposing =
                propose("Invoice No;Customer No;Invoice Date;Due Date;Amount\nF-1;C1;2024-03-01;2024-03-31;$12.50\n");

        assertThat(only(proposing).code()).isEqualTo(ProposalCode.CURRENCY_SIGN);
        assertThat(only(proposing).answers()).contains("USD", "CAD", "AUD");
        assertThat(proposing.answer("currency", "NZD").layout().constants()).containsEntry(CsvField.CURRENCY, "NZD");
        assertThatThrownBy(() -> proposing.answer("currency", "dollars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"dollars\" is no answer to \"currency\"")
                .hasMessageContaining("USD");
    }

    @Test
    void a_pound_sign_is_most_likely_sterling() {
        Proposing proposing =
                propose("Invoice No;Customer No;Invoice Date;Due Date;Amount\nF-1;C1;2024-03-01;2024-03-31;£12.50\n");

        assertThat(only(proposing).code()).isEqualTo(ProposalCode.CURRENCY_BY_SIGN);
        assertThat(proposing.layout().constants()).containsEntry(CsvField.CURRENCY, "GBP");
    }

    @Test
    void several_signs_and_no_column_cannot_be_loaded() {
        Proposing proposing = propose("Invoice No;Customer No;Invoice Date;Due Date;Amount\n"
                + "F-1;C1;2024-03-01;2024-03-31;€12.50\nF-2;C1;2024-03-01;2024-03-31;£12.50\n");

        assertThat(only(proposing).code()).isEqualTo(ProposalCode.CURRENCY_MIXED);
        assertThat(proposing.proposal().isComplete()).isFalse();
    }

    @Test
    void currencies_are_known_by_their_codes_below_any_header() {
        Proposing proposing = propose("Invoice No;Customer No;Invoice Date;Due Date;Amount;XY\n"
                + "F-1;C1;2024-03-01;2024-03-31;12.50;EUR\nF-2;C1;2024-03-01;2024-03-31;12.50;USD\n");

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().columns()).containsEntry(CsvField.CURRENCY, "XY");
    }

    @Test
    void what_is_no_currency_is_no_answer_where_a_currency_is_missing() {
        Proposing proposing = propose("Invoice No;Customer No;Invoice Date;Due Date;Amount;Currency\n"
                + "F-1;C1;2024-03-01;2024-03-31;12.50;1x\nF-2;C1;2024-03-01;2024-03-31;12.50;\n"
                + "F-3;C1;2024-03-01;2024-03-31;12.50;eur\n");

        assertThat(only(proposing).code()).isEqualTo(ProposalCode.CURRENCY_BLANK);
        assertThat(only(proposing).answers()).containsExactly("EUR");
        assertThat(proposing.answer("currency", "EUR").load().counts().rejected())
                .isEqualTo(1);
    }

    @Test
    void a_line_above_the_header_may_name_the_currency() {
        Proposing proposing =
                propose("Offene Posten\nWährung: CHF\nInvoice No;Customer No;Invoice Date;Due Date;Amount\n"
                        + "F-1;C1;2024-03-01;2024-03-31;12.50\n");

        assertThat(proposing.layout().constants()).containsEntry(CsvField.CURRENCY, "CHF");
    }

    // ---- open amounts, due dates, types

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            As of December 31, 2025 | 2025-12-31
            Open at key date  31.12.2025 | 2025-12-31
            Situation au 31/12/2025 | 2025-12-31
            Stichtag: 31.12.2025 | 2025-12-31
            Offene Posten per 31.12.2025 | 2025-12-31
            as at 31 Dec 2025 | 2025-12-31
            """)
    void a_title_may_say_of_which_day_the_open_amounts_are(String title, LocalDate day) {
        Proposing proposing =
                propose("\"" + title + "\"\nInvoice No;Customer No;Invoice Date;Due Date;Currency;Amount;Open Amount\n"
                        + "F-1;C1;2024-03-01;2024-03-31;EUR;12.50;2.50\n");

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON_IN_TITLE");
        assertThat(proposing.layout().openOn()).contains(day);
        assertThat(proposing.proposal().isComplete()).isTrue();
    }

    @Test
    void a_title_whose_day_is_ambiguous_is_no_answer() {
        Proposing proposing =
                propose("As of 3/4/2025\nInvoice No;Customer No;Invoice Date;Due Date;Currency;Amount;Open Amount\n"
                        + "F-1;C1;2024-03-01;2024-03-31;EUR;12.50;2.50\n");

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON");
        assertThat(proposing.layout().openOn()).isEmpty();
    }

    @Test
    void without_a_due_date_documents_are_due_on_issue_to_be_confirmed() {
        Proposing proposing =
                propose("Invoice No,Customer No,Invoice Date,Currency,Amount\nF-1,C1,2024-03-01,EUR,12.50\n");

        assertThat(proposing.codes()).containsExactly("missing_due_date DUE_DATE_MISSING");
        assertThat(proposing.layout().missingDueDate()).isEqualTo(MissingDueDate.ISSUE_DATE);
        assertThat(proposing.load().counts().invoices()).isOne();
    }

    @Test
    void texts_of_types_that_are_not_known_are_asked_one_by_one() {
        String text = "Invoice No,Customer No,Document Type,Invoice Date,Due Date,Currency,Amount\n"
                + "F-1,C1,Invoice,2024-03-01,2024-03-31,EUR,12.50\nF-2,C1,Réglo,2024-03-01,2024-03-31,EUR,12.50\n"
                + "F-3,C1,Notice,2024-03-01,2024-03-31,EUR,0.00\n";
        Proposing proposing = propose(text);

        assertThat(proposing.codes()).containsExactly("type.Réglo UNKNOWN_TYPE");
        assertThat(only(proposing).answers())
                .containsExactly("INVOICE", "CREDIT_NOTE", "DEBIT_NOTE", "PAYMENT", "IGNORED");
        Proposing answered = proposing.answer("type.Réglo", "PAYMENT");
        assertThat(answered.questions()).isEmpty();
        assertThat(answered.layout().types())
                .isEqualTo(Map.of("Invoice", RowType.INVOICE, "Réglo", RowType.PAYMENT, "Notice", RowType.IGNORED));
        assertThat(answered.layout().paymentRows()).isEqualTo(PaymentRows.POSITIVE);
    }

    @Test
    void payments_on_both_sides_are_asked() {
        String text = "Invoice No,Customer No,Document Type,Invoice Date,Due Date,Currency,Amount\n"
                + "F-1,C1,Invoice,2024-03-01,2024-03-31,EUR,12.50\nP-2,C1,Payment,2024-03-01,2024-03-31,EUR,12.50\n"
                + "P-3,C1,Payment,2024-03-01,2024-03-31,EUR,-1.00\n";
        Proposing proposing = propose(text);

        assertThat(proposing.codes()).containsExactly("payment_rows PAYMENT_SIGN");
        assertThat(proposing.answer("payment_rows", "negative").layout().paymentRows())
                .isEqualTo(PaymentRows.NEGATIVE);
    }

    @Test
    void the_same_code_means_what_it_means_in_the_system_of_the_others() {
        String text = "No,Account,Type,Date,Due Date,Currency,Amount\n"
                + "1,C1,SI,2024-03-01,2024-03-31,EUR,12.50\n2,C1,SA,2024-03-01,2024-03-31,EUR,-12.50\n";

        assertThat(propose(text).layout().types()).isEqualTo(Map.of("SI", RowType.INVOICE, "SA", RowType.PAYMENT));
    }

    // ---- columns

    @Test
    void two_columns_that_are_as_good_are_asked() {
        String text = "Invoice No,Invoice Number,Customer No,Invoice Date,Due Date,Currency,Amount\n"
                + "F-1,A-1,C1,2024-03-01,2024-03-31,EUR,12.50\nF-2,A-2,C1,2024-03-01,2024-03-31,EUR,12.50\n";
        Proposing proposing = propose(text);

        MappingQuestion question = only(proposing);
        assertThat(question.code()).isEqualTo(ProposalCode.SEVERAL_COLUMNS);
        assertThat(question.answers()).containsExactly("Invoice No", "Invoice Number");
        assertThat(proposing.layout().columns()).doesNotContainKey(CsvField.INVOICE_ID);
        Proposing answered = proposing.answer("invoice_id", "Invoice Number");
        assertThat(answered.questions()).isEmpty();
        assertThat(answered.layout().columns()).containsEntry(CsvField.INVOICE_ID, "Invoice Number");
    }

    @Test
    void a_header_that_is_there_twice_cannot_be_named() {
        String text = "Invoice No,Customer No,Invoice Date,Due Date,Currency,Amount,Amount\n"
                + "F-1,C1,2024-03-01,2024-03-31,EUR,12.50,13.50\n";

        assertThat(propose(text).codes()).containsExactly("amount REPEATED_HEADER");
    }

    @Test
    void an_answer_to_no_question_is_refused_with_the_questions_there_are() {
        Proposing proposing = propose(HEADER + rows("3/4/2013,3/5/2013,EUR,10.50"));

        assertThatThrownBy(() -> proposing.answer("currency", "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no question \"currency\"; there are [issue_date.format]");
        assertThatThrownBy(() -> proposing.answer("issue_date.format", "yyyy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"yyyy\" is no answer to \"issue_date.format\"; possible are [d/M/yyyy, M/d/yyyy]");
    }

    @Test
    void hints_are_not_asked() {
        String text = "Nummer;Wer;Date;Due;Amount;Rest\nF-1;Acme;3/4/2013;3/5/2013;1.234;1.000\n";
        MappingHints hints = MappingHints.none()
                .withDelimiter(';')
                .withoutQuotes()
                .withEncoding(StandardCharsets.ISO_8859_1)
                .withDateFormats("M/d/yyyy")
                .withDecimal(',')
                .withCurrency("CHF")
                .withColumn(CsvField.CUSTOMER_NAME, "wer")
                .withColumn(CsvField.OPEN_AMOUNT, "Rest")
                .withOpenOn(LocalDate.parse("2014-01-01"));
        Proposing proposing = Proposing.of(folder, text, StandardCharsets.ISO_8859_1, hints);

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter(';')
                        .withoutQuotes()
                        .withEncoding(StandardCharsets.ISO_8859_1)
                        .withDateFormats("M/d/yyyy")
                        .withDecimal(',')
                        .withConstant(CsvField.CURRENCY, "CHF")
                        .withOpenOn(LocalDate.parse("2014-01-01"))
                        .withColumn(CsvField.INVOICE_ID, "Nummer")
                        .withColumn(CsvField.CUSTOMER_NAME, "Wer")
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.DUE_DATE, "Due")
                        .withColumn(CsvField.AMOUNT, "Amount")
                        .withColumn(CsvField.OPEN_AMOUNT, "Rest"));
        assertThatThrownBy(() -> Proposing.of(
                        folder,
                        text,
                        StandardCharsets.UTF_8,
                        MappingHints.none().withColumn(CsvField.TYPE, "Art")))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("\"Art\"");
    }

    // ---- how the file is written

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodings_without_a_mark(String encoding) {
        String text = "Facture No;Client;Date facture;Échéance;Devise;Montant TTC\n"
                + "F-1;Hôtel Zoé;2024-03-01;2024-03-31;EUR;12,50\nF-2;Café;2024-03-01;2024-03-31;EUR;12,50\n";
        Proposing proposing = Proposing.of(folder, text, Charset.forName(encoding), MappingHints.none());

        assertThat(proposing.layout().encoding()).isEqualTo(Charset.forName(encoding));
        assertThat(proposing.questions()).isEqualTo(encoding.startsWith("w") ? List.of("encoding") : List.of());
        assertThat(proposing.load().ledger().customer("Hôtel Zoé")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_may_stand_before_a_quote(String encoding) {
        String text = "\uFEFF\"Invoice No\",\"Customer No\",\"Invoice Date\",\"Due Date\",\"Currency\",\"Amount\"\n"
                + "\"F-1\",\"Zoé\",\"2024-03-01\",\"2024-03-31\",\"EUR\",\"12.50\"\n";
        Proposing proposing = Proposing.of(folder, text, Charset.forName(encoding), MappingHints.none());

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().columns()).containsEntry(CsvField.INVOICE_ID, "Invoice No");
        assertThat(proposing.load().ledger().document("F-1")).isPresent();
    }

    @Test
    void an_accent_far_below_still_decides_the_encoding() {
        String many = rows("2024-03-01,2024-03-31,EUR,12.50").repeat(20_000);
        String text = HEADER + many + "F-é,C1,2024-03-01,2024-03-31,EUR,12.50\n";

        assertThat(Proposing.of(folder, text, WINDOWS, MappingHints.none())
                        .layout()
                        .encoding())
                .isEqualTo(WINDOWS);
        assertThat(propose(text).layout().encoding()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void utf_8_with_a_few_broken_bytes_stays_utf_8() {
        String text = HEADER + rows("2024-03-01,2024-03-31,EUR,12.50")
                + "F-é,Éloïse à Nîmes,2024-03-01,2024-03-31,EUR,1.50\n";
        byte[] bytes = (text + "F-9,#,2024-03-01,2024-03-31,EUR,1.50\n").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xE9;
        Proposing proposing = Proposing.of(folder, bytes, MappingHints.none());

        assertThat(proposing.codes()).containsExactly("encoding ENCODING_DAMAGED");
        assertThat(proposing.layout().encoding()).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "^", "~"})
    void delimiters(String delimiter) {
        String text = (HEADER + rows("2024-03-01,2024-03-31,EUR,12.50", "2024-03-01,2024-03-31,EUR,0.50"))
                .replace(",", delimiter);

        assertThat(propose(text).layout().delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(propose(text).questions()).isEmpty();
    }

    @Test
    void decimal_commas_are_no_delimiter() {
        String text =
                (HEADER + rows("2024-03-01,2024-03-31,EUR,A")).replace(',', ';').replace("A\n", "12,50\n");

        assertThat(propose(text).layout().delimiter()).isEqualTo(';');
    }

    @Test
    void excels_first_line_says_the_delimiter() {
        String text = "sep=;\n" + (HEADER + rows("2024-03-01,2024-03-31,EUR,12.50")).replace(',', ';');

        assertThat(propose(text).layout().delimiter()).isEqualTo(';');
        assertThat(propose(text).load().counts().invoices()).isOne();
    }

    @Test
    void quotes_may_be_single_or_letters_like_all_others() {
        String single = "'Invoice No','Customer No','Invoice Date','Due Date','Currency','Amount'\n"
                + "'F-1','Smith, Jones','2024-03-01','2024-03-31','EUR','12.50'\n"
                + "'F-2','Smith, Jones','2024-03-01','2024-03-31','EUR','12.50'\n";
        String none = (HEADER + "F-1,C1,2024-03-01,2024-03-31,EUR,12.50\nF-2,\"C2,2024-03-01,2024-03-31,EUR,12.50\n"
                        + "F-3,\"C3,2024-03-01,2024-03-31,EUR,12.50\n")
                .replace(',', '\t');

        assertThat(propose(single).layout().quote()).contains('\'');
        assertThat(propose(single).load().ledger().customer("Smith, Jones")).isPresent();
        assertThat(propose(none).layout().quote()).isEmpty();
        assertThat(propose(none).load().counts().invoices()).isEqualTo(3);
    }

    @Test
    void the_header_is_found_below_titles_and_totals_are_no_data() {
        String text = "Open items\nAcme Inc;printed 2024-04-01\n\n" + HEADER.replace(',', ';')
                + rows("2024-03-01,2024-03-31,EUR,12.50").replace(',', ';') + "Total;;;;;12,500\n";
        Proposing proposing = propose(text);

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.layout().decimal()).isEqualTo('.');
        assertThat(proposing.load().counts().invoices()).isOne();
    }

    @Test
    void a_footer_is_no_heading() {
        Proposing proposing = propose("Invoice No,Invoice Date,Due Date,Currency,Amount\n"
                + "F-1,2024-03-01,2024-03-31,EUR,12.50\nprinted by hand,,,,\n");

        assertThat(proposing.codes()).containsExactly("customer_id NO_COLUMN");
        assertThat(proposing.layout().headings()).isEmpty();
    }

    // ---- payments

    @Test
    void a_payment_file_is_proposed_beside_the_invoices() throws IOException {
        Path invoices = Files.writeString(
                folder.resolve("i.csv"),
                HEADER + rows("2024-03-01,2024-03-31,EUR,12.50", "2024-03-01,2024-03-31,EUR,20.00"));
        Path payments = Files.writeString(
                folder.resolve("p.csv"),
                "Receipt No;Paid on;Invoice No;Amount received;Memo\nR-1;13.04.2024;F-0;1.012,50;x\nR-2;3.4.2024;F-1;5,00;\n");
        MappingProposal proposal = CsvLedgerReader.proposeMapping(invoices, payments, MappingHints.none());

        assertThat(proposal.questions()).isEmpty();
        assertThat(proposal.mapping().payments())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("d.M.yyyy")
                        .withColumn(CsvField.PAYMENT_ID, "Receipt No")
                        .withColumn(CsvField.DATE, "Paid on")
                        .withColumn(CsvField.INVOICE_ID, "Invoice No")
                        .withColumn(CsvField.AMOUNT, "Amount received")
                        .withColumn(CsvField.REFERENCE, "Memo"));
        LoadedLedger loaded = CsvLedgerReader.with(proposal.mapping())
                .invoices(invoices)
                .payments(payments)
                .load();
        assertThat(loaded.counts().payments()).isEqualTo(2);
        assertThat(loaded.errors()).isEmpty();
    }

    @Test
    void questions_of_the_payment_file_have_their_own_keys() throws IOException {
        Path invoices = Files.writeString(folder.resolve("i.csv"), HEADER + rows("2024-03-01,2024-03-31,EUR,12.50"));
        Path payments = Files.writeString(
                folder.resolve("p.csv"), "Payment Date,Invoice No,Amount\n3/4/2024,F-0,1.50\n4/5/2024,F-0,1.50\n");
        MappingProposal proposal = CsvLedgerReader.proposeMapping(invoices, payments, MappingHints.none());

        assertThat(proposal.questions()).extracting(MappingQuestion::key).containsExactly("payments.date.format");
        assertThat(proposal.answer("payments.date.format", "d/M/yyyy")
                        .mapping()
                        .payments()
                        .dateFormats())
                .containsExactly("d/M/yyyy");
    }

    @Test
    void payments_given_as_invoices_are_told() {
        Proposing proposing =
                propose("Payment Date,Receipt No,Customer No,Currency,Amount\n2024-03-13,R-1,C1,EUR,12.50\n");

        assertThat(proposing.codes()).contains("file LOOKS_LIKE_PAYMENTS");
        assertThat(proposing.proposal().questions().get(0).text(Locale.ENGLISH))
                .contains("looks like a list of payments");
    }

    // ---- text

    @Test
    void the_proposal_is_described_in_both_languages() {
        Proposing proposing = propose(HEADER + rows("3/4/2013,3/5/2013,EUR,10.50"));

        assertThat(proposing.proposal().describe(Locale.ENGLISH))
                .contains("export.csv\n  encoding      UTF-8\n  delimiter     ,\n")
                .contains(
                        "  invoice_id    \"Invoice No\" (100 %) header known (QuickBooks, Xero, Zoho Books, lexoffice, Pennylane)")
                .contains("QUESTION issue_date.format: dates such as 3/4/2013")
                .contains("    answers       d/M/yyyy | M/d/yyyy\n");
        assertThat(proposing.proposal().describe(Locale.CANADA_FRENCH))
                .contains("  encodage      UTF-8\n")
                .contains("QUESTION issue_date.format: les dates comme 3/4/2013")
                .contains("    réponses      d/M/yyyy | M/d/yyyy\n");
        assertThat(proposing.answer("issue_date.format", "d/M/yyyy").proposal().describe(Locale.ENGLISH))
                .contains("answered issue_date.format d/M/yyyy\n")
                .doesNotContain("QUESTION");
    }

    @Test
    void what_a_file_says_is_shown_without_its_tricks() {
        Proposing proposing = propose("Invoice No,Customer No,Invoice Date,Due Date,Currency,Amount,\u202EEvil\u0007\n"
                + "F-1,C1,3/4/2013,3/5/2013,EUR,10.50,x\n");

        assertThat(proposing.proposal().describe(Locale.ENGLISH))
                .doesNotContain("\u202E")
                .doesNotContain("\u0007");
    }

    // ---- files that are none

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "   ",
                "\uFEFF",
                "word",
                "one line of text, with a comma",
                "a\nb\nc\n",
                ",,,\n,,,\n",
                "\"",
                "\"never closed,\na,b\n",
                "1,2,3\n4,5,6\n",
                "2024-01-01;12.50\n2024-01-02;13.50\n",
                "x;y;z\n"
            })
    void no_table_with_a_header_is_an_exception_or_questions(String text) {
        try {
            assertThat(propose(text).proposal().isComplete()).isFalse();
        } catch (CsvException e) {
            assertThat(e.problem().message()).contains("export.csv");
            assertThat(e.problem().message(Locale.FRENCH))
                    .contains("export.csv")
                    .doesNotContainPattern("\\{[a-z]");
        }
    }

    @Test
    void a_file_without_a_header_is_told() {
        assertThatThrownBy(() -> propose("F-1,C1,2024-03-01,EUR,12.50\nF-2,C1,2024-03-02,EUR,13.50\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("export.csv has no header")
                .hasMessageContaining("F-1 C1 2024-03-01");
    }

    @Test
    void a_header_alone_is_a_proposal() {
        assertThat(propose(HEADER).questions()).isEmpty();
        assertThat(propose(HEADER).layout().columns()).hasSize(6);
    }

    @Test
    void a_file_that_is_not_there_is_an_input_output_error() {
        assertThatThrownBy(() -> CsvLedgerReader.proposeMapping(folder.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void bytes_of_anything_end_in_a_clean_result() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            if (seed % 3 == 0) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) ",;|\"'\n\r\t a1.-\u0000é€".charAt(Math.floorMod(bytes[i], 16));
                }
            }
            try {
                Proposing.of(folder, bytes, MappingHints.none()).proposal().describe(Locale.ENGLISH);
            } catch (CsvException e) {
                assertThat(e.problem().message()).isNotBlank();
            }
        }
    }

    @Test
    void zero_bytes_are_no_text() {
        assertThatThrownBy(() -> Proposing.of(folder, new byte[100_000], MappingHints.none()))
                .isInstanceOf(CsvException.class);
    }

    @Test
    void a_giant_line_and_a_million_columns_are_bounded() {
        byte[] line = new byte[30_000_000];
        Arrays.fill(line, (byte) 'x');
        assertThatThrownBy(() -> Proposing.of(folder, line, MappingHints.none()))
                .isInstanceOf(CsvException.class);

        String header = HEADER.strip() + ",a".repeat(1_000_000) + "\n";
        String row = "F-1,C1,2024-03-01,2024-03-31,EUR,12.50" + ",b".repeat(1_000_000) + "\n";
        try {
            assertThat(propose(header + row).proposal().columns()).hasSizeLessThanOrEqualTo(RawRows.MOST_COLUMNS);
        } catch (CsvException e) {
            assertThat(e.problem().message()).contains("export.csv");
        }
    }

    @Test
    void rows_that_cannot_be_made_out_do_not_disturb_the_others() {
        Proposing proposing = propose(HEADER + rows("2024-03-01,2024-03-31,EUR,12.50") + "\"F-9,C1,x\n" + "F-8,C1\n"
                + "F-7,C1,2024-03-01,2024-03-31,EUR,12.50\n");

        assertThat(proposing.questions()).isEmpty();
        assertThat(proposing.load().counts().invoices()).isEqualTo(2);
    }

    @Test
    void answers_and_attributes_are_there_for_programs() {
        MappingQuestion question =
                only(propose(HEADER.replace("Currency,", "") + "F-1,C1,2024-03-01,2024-03-31,12.50\n"));

        assertThat(question.field()).isEqualTo(Optional.of(CsvField.CURRENCY));
        assertThat(question.column()).contains("Amount");
        assertThat(question.code().id()).isEqualTo("RCV-PROPOSAL-131");
    }
}
