package io.receivables.files;

import static io.receivables.files.Given.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.PaymentRows;
import io.receivables.files.CsvLayout.RowType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports in the style of other systems: the whole mapping that is proposed, the questions that are left, and that the
 * file loads with it. Columns are named and ordered as the systems have them; the rows are made up.
 */
class UnknownExportsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder = Path.of("");

    private static Money money(String amount, String currency) {
        return Money.of(amount, currency);
    }

    // ---- SAP

    /**
     * Customer line items (FBL5N) saved as a list without conversion: pipes, drawn lines, totals marked by asterisks, the
     * minus behind. Fields of the list: SAP Help, "Customer Line Item Display", and the field catalogue of extractor
     * 0FI_AR_3 (document number, type, dates, amount in document currency). Document types: SAP Help, "Document Types"
     * (DR customer invoice, RV billing, DG credit memo, DZ payment).
     */
    private static final String SAP = """
            20.01.2026                      Dynamic List Display                            1

            Customer Line Item Display
            Company Code   1000
            Open at key date   31.12.2025
            -----------------------------------------------------------------------------------------------------------
            | |Account |DocumentNo|Type|Doc. Date |Net due dt|Amount in doc. curr.|Curr.|Reference       |Text        |
            -----------------------------------------------------------------------------------------------------------
            | |100010  |1800000101|DR  |03.09.2025|03.10.2025|           12.500,00|EUR  |4711            |            |
            | |100010  |1800000102|DR  |18.09.2025|18.10.2025|            1.250,50|EUR  |4712            |Service     |
            | |100010  |1600000007|DG  |22.09.2025|22.09.2025|              250,50-|EUR  |4712            |Price       |
            | |100010  |1400000031|DZ  |05.10.2025|05.10.2025|            2.500,00-|EUR  |                |on account  |
            |*|100010  |          |    |          |          |           11.000,00|EUR  |                |            |
            -----------------------------------------------------------------------------------------------------------
            | |100020  |90000551  |RV  |01.10.2025|31.10.2025|            8.000,00|EUR  |PO-9            |            |
            | |100020  |90000552  |RV  |02.10.2025|01.11.2025|            4.000,00|EUR  |PO-10           |            |
            | |100020  |90000553  |RV  |03.10.2025|02.11.2025|              999,99|EUR  |                |            |
            | |100020  |1600000008|DG  |12.10.2025|12.10.2025|               99,99-|EUR  |                |            |
            |*|100020  |          |    |          |          |           12.900,00|EUR  |                |            |
            -----------------------------------------------------------------------------------------------------------
            | |100030  |1800000103|DR  |04.11.2025|04.12.2025|              300,00|USD  |                |            |
            | |100030  |1800000104|DR  |05.11.2025|05.12.2025|              200,00|USD  |                |            |
            | |100030  |1800000105|DR  |06.11.2025|06.12.2025|              100,00|USD  |                |            |
            | |100030  |1400000032|DZ  |30.11.2025|30.11.2025|               50,00-|USD  |                |            |
            |*|100030  |          |    |          |          |              550,00|USD  |                |            |
            -----------------------------------------------------------------------------------------------------------
            |**|       |          |    |          |          |           23.900,00|EUR  |                |            |
            -----------------------------------------------------------------------------------------------------------
            """;

    @Test
    void sap_line_items_need_no_answer() {
        Proposing proposing = Proposing.of(folder, SAP, WINDOWS, MappingHints.none());

        assertThat(proposing.codes()).isEmpty();
        assertThat(proposing.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter('|')
                        .withDecimal(',')
                        .withDateFormats("dd.MM.yyyy")
                        .withColumn(CsvField.CUSTOMER_ID, "Account")
                        .withColumn(CsvField.INVOICE_ID, "DocumentNo")
                        .withColumn(CsvField.TYPE, "Type")
                        .withColumn(CsvField.ISSUE_DATE, "Doc. Date")
                        .withColumn(CsvField.DUE_DATE, "Net due dt")
                        .withColumn(CsvField.AMOUNT, "Amount in doc. curr.")
                        .withColumn(CsvField.CURRENCY, "Curr.")
                        .withColumn(CsvField.REFERENCE, "Reference")
                        .withTypes(Map.of(
                                "DR", RowType.INVOICE,
                                "RV", RowType.INVOICE,
                                "DG", RowType.CREDIT_NOTE,
                                "DZ", RowType.PAYMENT)));
        LoadedLedger loaded = proposing.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(8);
        assertThat(loaded.counts().creditNotes()).isEqualTo(2);
        assertThat(loaded.counts().payments()).isEqualTo(2);
        // 12,500.00 + 1,250.50 - 250.50 - 2,500.00 + 8,000.00 + 4,000.00 + 999.99 - 99.99, the list's own total
        assertThat(proposing.open("EUR", "2025-12-31")).isEqualTo(money("23900.00", "EUR"));
        assertThat(proposing.open("USD", "2025-12-31")).isEqualTo(money("550.00", "USD"));
    }

    /** The same list in German, all items, with the local currency beside the one of the document; semicolons. */
    private static final String SAP_GERMAN = """
            Debitoren Einzelpostenliste
            Buchungskreis;1000

            Konto;Zuordnung;Belegnummer;Belegart;Belegdatum;Nettofälligkeit;Betrag in Hauswährung;Hauswährung;Betrag in Belegwährung;Belegwährung;Ausgleichsdatum;Text
            200001;;1800000201;DR;02.01.2025;01.02.2025;1.190,00;EUR;1.190,00;EUR;28.01.2025;Müller Wartung
            200001;;1800000202;DR;03.02.2025;05.03.2025;2.380,00;EUR;2.380,00;EUR;;
            200001;;1800000203;DR;14.02.2025;16.03.2025;595,00;EUR;595,00;EUR;;
            200001;;1600000021;DG;20.02.2025;20.02.2025;-95,00;EUR;-95,00;EUR;;Gutschrift
            200002;A-1;1800000204;DR;01.03.2025;31.03.2025;920,00;EUR;1.000,00;USD;30.03.2025;
            200002;A-1;1400000040;DZ;30.03.2025;30.03.2025;-920,00;EUR;-1.000,00;USD;30.03.2025;
            200002;A-2;1800000205;DR;02.03.2025;01.04.2025;1.840,00;EUR;2.000,00;USD;;
            200002;A-3;1800000206;DR;03.03.2025;02.04.2025;460,00;EUR;500,00;USD;;
            200003;;1800000207;DR;04.03.2025;03.04.2025;10.000,00;EUR;10.000,00;EUR;;
            200003;;1800000208;DR;05.03.2025;04.04.2025;20.000,00;EUR;20.000,00;EUR;;
            200003;;1400000041;DZ;10.04.2025;10.04.2025;-5.000,00;EUR;-5.000,00;EUR;;Akonto
            200003;;1600000022;DG;12.04.2025;12.04.2025;-1.000,00;EUR;-1.000,00;EUR;;
            200004;;1800000209;DR;06.03.2025;05.04.2025;119,00;EUR;119,00;EUR;04.04.2025;
            """;

    @Test
    void german_sap_line_items_take_the_currency_of_the_document() {
        Proposing proposing = Proposing.of(folder, SAP_GERMAN, StandardCharsets.UTF_16LE, MappingHints.none());

        assertThat(proposing.codes()).isEmpty();
        assertThat(proposing.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withEncoding(StandardCharsets.UTF_16LE)
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("dd.MM.yyyy")
                        .withColumn(CsvField.CUSTOMER_ID, "Konto")
                        .withColumn(CsvField.REFERENCE, "Zuordnung")
                        .withColumn(CsvField.INVOICE_ID, "Belegnummer")
                        .withColumn(CsvField.TYPE, "Belegart")
                        .withColumn(CsvField.ISSUE_DATE, "Belegdatum")
                        .withColumn(CsvField.DUE_DATE, "Nettofälligkeit")
                        .withColumn(CsvField.AMOUNT, "Betrag in Belegwährung")
                        .withColumn(CsvField.CURRENCY, "Belegwährung")
                        .withColumn(CsvField.SETTLED_DATE, "Ausgleichsdatum")
                        .withTypes(Map.of("DR", RowType.INVOICE, "DG", RowType.CREDIT_NOTE, "DZ", RowType.PAYMENT)));
        assertThat(proposing.load().errors()).isEmpty();
        // the payment that cleared A-1 is told by the clearing date of A-1
        assertThat(problems(proposing.load())).contains("10  APPLIED_PAYMENT");
        // 2,380.00 + 595.00 - 95.00 + 10,000.00 + 20,000.00 - 5,000.00 - 1,000.00; the cleared items are paid
        assertThat(proposing.open("EUR", "2025-12-31")).isEqualTo(money("26880.00", "EUR"));
        assertThat(proposing.open("USD", "2025-12-31")).isEqualTo(money("2500.00", "USD"));
        // on 1 March 1,190.00 was paid by then, 1,000.00 USD was not
        assertThat(proposing.open("EUR", "2025-03-01")).isEqualTo(money("2880.00", "EUR"));
    }

    // ---- Sage

    /**
     * Sage 50 Accounts (UK), a customer's activity: two-letter transaction types, see Sage's knowledge base, "Transaction
     * types" (SI, SC, SR, SA), and "Customer activity" for the columns No, Type, Date, Ref, Details, Amount, O/S.
     */
    private static final String SAGE_50 = """
            No,Type,Account,Date,Due Date,Ref,Details,Amount,O/S
            1001,SI,ABC001,14/01/2025,13/02/2025,INV-551,Goods,"1,200.00",0.00
            1002,SI,ABC001,20/01/2025,19/02/2025,INV-552,Goods,600.00,600.00
            1003,SC,ABC001,22/01/2025,22/01/2025,CN-12,Returned,-60.00,-60.00
            1004,SR,ABC001,12/02/2025,12/02/2025,BACS,Sales Receipt,"-1,200.00",0.00
            1005,SI,BRI002,03/02/2025,05/03/2025,INV-553,Work,240.00,240.00
            1006,SI,BRI002,04/02/2025,06/03/2025,INV-554,Work,480.00,120.00
            1007,SR,BRI002,28/02/2025,28/02/2025,CHQ 42,Sales Receipt,-360.00,0.00
            1008,SI,COM003,05/02/2025,07/03/2025,INV-555,"Goods, delivered","12,000.00","12,000.00"
            1009,SI,COM003,06/02/2025,08/03/2025,INV-556,Goods,96.00,96.00
            1010,SA,COM003,10/03/2025,10/03/2025,,Payment on Account,-500.00,-500.00
            1011,SC,COM003,11/03/2025,11/03/2025,CN-13,Returned,-96.00,-96.00
            1012,SI,DEN004,12/03/2025,11/04/2025,INV-557,Goods,36.50,36.50
            """;

    @Test
    void sage_50_asks_for_the_currency_and_the_day_of_the_open_amounts() {
        Proposing proposing = Proposing.of(folder, SAGE_50, WINDOWS, MappingHints.none());

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON", "currency CURRENCY_UNKNOWN");
        Proposing answered = proposing.answer("open_on", "2025-03-31").answer("currency", "GBP");
        assertThat(answered.codes()).isEmpty();
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("dd/MM/yyyy")
                        .withColumn(CsvField.INVOICE_ID, "No")
                        .withColumn(CsvField.TYPE, "Type")
                        .withColumn(CsvField.CUSTOMER_ID, "Account")
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.DUE_DATE, "Due Date")
                        .withColumn(CsvField.REFERENCE, "Ref")
                        .withColumn(CsvField.AMOUNT, "Amount")
                        .withColumn(CsvField.OPEN_AMOUNT, "O/S")
                        .withConstant(CsvField.CURRENCY, "GBP")
                        .withOpenOn(LocalDate.parse("2025-03-31"))
                        .withTypes(Map.of(
                                "SI", RowType.INVOICE,
                                "SC", RowType.CREDIT_NOTE,
                                "SR", RowType.PAYMENT,
                                "SA", RowType.PAYMENT)));
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(7);
        // 600.00 - 60.00 + 240.00 + 120.00 + 12,000.00 + 96.00 - 500.00 - 96.00 + 36.50
        assertThat(answered.open("GBP", "2025-03-31")).isEqualTo(money("12436.50", "GBP"));
    }

    /**
     * Sage 100 Comptabilité (ligne 100), customers' entries: journal, "N° pièce", third-party account, debit and credit;
     * Windows-1252. The columns are those of its manual ("Saisie des journaux": Jour, N° pièce, N° facture, Compte tiers,
     * Libellé, Date échéance, Débit, Crédit). Journals VE and BQ are the codes of its sample company.
     */
    private static final String SAGE_100 = """
            Code journal;Date;N° pièce;Référence;Compte tiers;Intitulé du tiers;Libellé écriture;Date échéance;Débit;Crédit;Lettrage
            VE;05/01/2025;FA0001;CDE 12;CARAT;Carat S.à r.l.;Facture;31/03/2025;1 200,00;;A
            VE;13/01/2025;FA0002;;CARAT;Carat S.à r.l.;Facture;31/03/2025;2 400,00;;
            VE;14/01/2025;FA0003;;BAGUES;Bagues & Cie;Facture;28/02/2025;600,50;;
            VE;20/01/2025;AV0001;;BAGUES;Bagues & Cie;Avoir;20/01/2025;;100,50;
            BQ;31/03/2025;RG0001;;CARAT;Carat S.à r.l.;Virement;;;1 200,00;A
            VE;03/02/2025;FA0004;;CHÊNE;Menuiserie du Chêne;Facture;31/03/2025;12 000,00;;
            VE;04/02/2025;FA0005;;CHÊNE;Menuiserie du Chêne;Facture;31/03/2025;360,00;;
            BQ;15/02/2025;RG0002;;CHÊNE;Menuiserie du Chêne;Acompte;;;2 000,00;
            VE;06/03/2025;FA0006;;DIAMANT;Diamant vert;Facture;30/04/2025;84,00;;
            VE;07/03/2025;FA0007;;DIAMANT;Diamant vert;Facture;30/04/2025;96,00;;
            VE;08/03/2025;FA0008;;ÉMERAUDE;L’Émeraude;Facture;30/04/2025;1 000,00;;
            OD;31/03/2025;OD0001;;ÉMERAUDE;L’Émeraude;Escompte;;;20,00;
            """;

    @Test
    void sage_100_asks_what_miscellaneous_entries_are() {
        Proposing proposing = Proposing.of(folder, SAGE_100, WINDOWS, MappingHints.none());

        assertThat(proposing.codes())
                .containsExactly("type.OD UNKNOWN_TYPE", "currency CURRENCY_UNKNOWN", "encoding ENCODING_ASSUMED");
        Proposing answered = proposing
                .answer("type.OD", "CREDIT_NOTE")
                .answer("currency", "EUR")
                .answer("encoding", "windows-1252");
        assertThat(answered.codes()).isEmpty();
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withEncoding(WINDOWS)
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("dd/MM/yyyy")
                        .withColumn(CsvField.TYPE, "Code journal")
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.INVOICE_ID, "N° pièce")
                        .withColumn(CsvField.REFERENCE, "Référence")
                        .withColumn(CsvField.CUSTOMER_ID, "Compte tiers")
                        .withColumn(CsvField.CUSTOMER_NAME, "Intitulé du tiers")
                        .withColumn(CsvField.DUE_DATE, "Date échéance")
                        .withColumn(CsvField.AMOUNT, "Débit")
                        .withColumn(CsvField.CREDIT_AMOUNT, "Crédit")
                        .withConstant(CsvField.CURRENCY, "EUR")
                        .withMissingDueDate(MissingDueDate.ISSUE_DATE)
                        .withTypes(Map.of("VE", RowType.INVOICE, "BQ", RowType.PAYMENT, "OD", RowType.CREDIT_NOTE)));
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(8);
        assertThat(loaded.counts().creditNotes()).isEqualTo(2);
        assertThat(loaded.counts().payments()).isEqualTo(2);
        assertThat(loaded.ledger().customer("CHÊNE").orElseThrow().name()).isEqualTo("Menuiserie du Chêne");
        // debit 1,200 + 2,400 + 600.50 + 12,000 + 360 + 84 + 96 + 1,000 less credit 100.50 + 1,200 + 2,000 + 20
        assertThat(answered.open("EUR", "2025-04-30")).isEqualTo(money("14420.00", "EUR"));
    }

    // ---- QuickBooks Online

    /**
     * QuickBooks Online, report "Invoice List": three lines of title, a total, a stamp at the end. Columns as Intuit's
     * help describes them for the report (Date, Transaction type, Num, Name, Memo/Description, Due date, Amount, Open
     * balance).
     */
    private static final String QUICKBOOKS_LIST = """
            Invoice List by Date,,,,,,,
            Craig's Design and Landscaping,,,,,,,
            "January - December, 2025",,,,,,,

            Date,Transaction type,Num,Name,Memo/Description,Due date,Amount,Open balance
            01/15/2025,Invoice,1001,Amy's Bird Sanctuary,,02/14/2025,"$1,239.00",$0.00
            01/20/2025,Invoice,1002,Bill's Windsurf Shop,Front yard,02/19/2025,$85.00,$85.00
            02/03/2025,Invoice,1003,"Cool Cars, Inc.",,03/05/2025,"$2,000.00",$500.00
            02/10/2025,Credit Memo,1004,"Cool Cars, Inc.",Returned,02/10/2025,$-100.00,$-100.00
            02/11/2025,Invoice,1005,Diego Rodriguez,,03/13/2025,$225.00,$225.00
            03/04/2025,Invoice,1006,Freeman Sporting Goods,,04/03/2025,$477.50,$477.50
            03/05/2025,Invoice,1007,Freeman Sporting Goods,,04/04/2025,$22.50,$0.00
            03/06/2025,Invoice,1008,Geeta Kalapatapu,,04/05/2025,$629.10,$629.10
            04/07/2025,Invoice,1009,Jeff's Jalopies,,05/07/2025,$81.00,$81.00
            04/08/2025,Invoice,1010,John Melton,,05/08/2025,$450.00,$450.00
            05/09/2025,Invoice,1011,Kookies by Kathy,,06/08/2025,$75.00,$75.00
            05/10/2025,Invoice,1012,Mark Cho,,06/09/2025,$314.28,$314.28
            TOTAL,,,,,,"$5,498.38","$2,736.88"

            "Saturday, November 22, 2025 08:15 AM GMT-05:00",,,,,,,
            """;

    @Test
    void quickbooks_invoice_list_asks_which_dollar_and_which_day() {
        Proposing proposing = Proposing.of(folder, QUICKBOOKS_LIST);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON", "currency CURRENCY_SIGN");
        assertThat(proposing.proposal().questions().get(1).answers()).startsWith("USD", "CAD", "AUD");
        Proposing answered = proposing.answer("open_on", "2025-11-22").answer("currency", "USD");
        assertThat(answered.codes()).isEmpty();
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("MM/dd/yyyy")
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.TYPE, "Transaction type")
                        .withColumn(CsvField.INVOICE_ID, "Num")
                        .withColumn(CsvField.CUSTOMER_NAME, "Name")
                        .withColumn(CsvField.REFERENCE, "Memo/Description")
                        .withColumn(CsvField.DUE_DATE, "Due date")
                        .withColumn(CsvField.AMOUNT, "Amount")
                        .withColumn(CsvField.OPEN_AMOUNT, "Open balance")
                        .withConstant(CsvField.CURRENCY, "USD")
                        .withOpenOn(LocalDate.parse("2025-11-22"))
                        .withTypes(Map.of("Invoice", RowType.INVOICE, "Credit Memo", RowType.CREDIT_NOTE)));
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(11);
        assertThat(loaded.counts().creditNotes()).isOne();
        // the total of the report
        assertThat(answered.open("USD", "2025-11-22")).isEqualTo(money("2736.88", "USD"));
    }

    /** QuickBooks Online, report "Open Invoices": the customer stands above its rows, the day in the title. */
    private static final String QUICKBOOKS_OPEN = """
            Open Invoices,,,,,,
            Craig's Design and Landscaping,,,,,,
            "As of December 31, 2025",,,,,,

            ,Date,Transaction type,Num,Terms,Due date,Open balance
            Amy's Bird Sanctuary,,,,,,
            ,11/25/2025,Invoice,1021,Net 30,12/25/2025,459.00
            ,12/01/2025,Payment,P-17,,12/01/2025,-105.00
            Total for Amy's Bird Sanctuary,,,,,,354.00
            Bill's Windsurf Shop,,,,,,
            ,10/28/2025,Invoice,1027,Net 30,11/27/2025,85.00
            ,10/29/2025,Invoice,1028,Net 30,11/28/2025,15.00
            Total for Bill's Windsurf Shop,,,,,,100.00
            Freeman Sporting Goods,,,,,,
            ,11/02/2025,Invoice,1036,Net 30,12/02/2025,477.50
            ,11/03/2025,Invoice,1037,Net 30,12/03/2025,"4,022.50"
            ,11/14/2025,Credit Memo,1038,,11/14/2025,-500.00
            Total for Freeman Sporting Goods,,,,,,"4,000.00"
            Geeta Kalapatapu,,,,,,
            ,12/02/2025,Invoice,1033,Due on receipt,12/02/2025,629.10
            Total for Geeta Kalapatapu,,,,,,629.10
            Jeff's Jalopies,,,,,,
            ,12/07/2025,Invoice,1022,Net 30,01/06/2026,81.00
            ,12/08/2025,Invoice,1023,Net 30,01/07/2026,19.00
            ,12/09/2025,Invoice,1024,Net 30,01/08/2026,100.00
            ,12/10/2025,Invoice,1025,Net 30,01/09/2026,50.90
            Total for Jeff's Jalopies,,,,,,250.90
            TOTAL,,,,,,"5,334.00"

            "Accrual basis Thursday, January 1, 2026 08:15 AM GMTZ",,,,,,
            """;

    @Test
    void quickbooks_open_invoices_are_grouped_by_customer_and_know_only_what_is_open() {
        Proposing proposing = Proposing.of(folder, QUICKBOOKS_OPEN);

        assertThat(proposing.codes()).containsExactly("currency CURRENCY_UNKNOWN", "amount ONLY_OPEN");
        assertThat(proposing.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("MM/dd/yyyy")
                        .withHeadings(CsvField.CUSTOMER_NAME)
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.TYPE, "Transaction type")
                        .withColumn(CsvField.INVOICE_ID, "Num")
                        .withColumn(CsvField.TERMS, "Terms")
                        .withColumn(CsvField.DUE_DATE, "Due date")
                        .withColumn(CsvField.AMOUNT, "Open balance")
                        .withTypes(Map.of(
                                "Invoice", RowType.INVOICE,
                                "Credit Memo", RowType.CREDIT_NOTE,
                                "Payment", RowType.PAYMENT)));
        Proposing answered = proposing.answer("currency", "CAD");
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(10);
        assertThat(loaded.counts().payments()).isOne();
        assertThat(answered.open("CAD", "2025-12-31")).isEqualTo(money("5334.00", "CAD"));
    }

    // ---- Xero

    /**
     * Xero, export of sales invoices: one row for each line of an invoice, with the invoice's total repeated. Columns in
     * the order in which Xero exports and imports them (Xero Central, "Export sales invoices"; listed column by column at
     * docs.milientsoftware.com, "Xero").
     */
    private static final String XERO = """
            ContactName,EmailAddress,POAddressLine1,POCity,POCountry,InvoiceNumber,Reference,InvoiceDate,DueDate,PlannedDate,Total,TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,Discount,LineAmount,AccountCode,TaxType,TaxAmount,Currency,Type,Sent,Status
            Basket Case,a@example.com,1 High St,Oaktown,GB,INV-0001,PO 1,3/01/2025,2/02/2025,,120.00,20.00,120.00,0.00,,Baskets,1.0000,100.0000,,100.00,200,20% (VAT on Income),20.00,GBP,Sales invoice,Sent,Paid
            Bayside Club,b@example.com,2 High St,Oaktown,GB,INV-0002,,14/01/2025,13/02/2025,,240.00,40.00,100.00,140.00,,Club,2.0000,100.0000,,200.00,200,20% (VAT on Income),40.00,GBP,Sales invoice,Sent,Awaiting Payment
            City Agency,c@example.com,3 High St,Oaktown,GB,INV-0003,,15/01/2025,14/02/2025,,660.00,110.00,0.00,660.00,,Work,5.0000,100.0000,,500.00,200,20% (VAT on Income),100.00,GBP,Sales invoice,Sent,Awaiting Payment
            City Agency,c@example.com,3 High St,Oaktown,GB,INV-0003,,15/01/2025,14/02/2025,,660.00,110.00,0.00,660.00,,Travel,1.0000,50.0000,,50.00,200,20% (VAT on Income),10.00,GBP,Sales invoice,Sent,Awaiting Payment
            City Agency,c@example.com,3 High St,Oaktown,GB,CN-0001,INV-0003,20/01/2025,20/01/2025,,-60.00,-10.00,0.00,-60.00,,Discount,1.0000,-50.0000,,-50.00,200,20% (VAT on Income),-10.00,GBP,Sales credit note,,Awaiting Payment
            DIISR,,,,IE,INV-0004,,1/02/2025,3/03/2025,,1000.00,0.00,0.00,1000.00,,Work,10.0000,100.0000,,1000.00,200,Zero rated,0.00,EUR,Sales invoice,,Awaiting Payment
            Hamilton Smith,,,,GB,INV-0005,,2/02/2025,4/03/2025,,12.00,2.00,0.00,12.00,,Work,1.0000,10.0000,,10.00,200,20% (VAT on Income),2.00,GBP,Sales invoice,Sent,Awaiting Payment
            Hamilton Smith,,,,GB,INV-0006,,3/02/2025,5/03/2025,,24.00,4.00,0.00,24.00,,Work,2.0000,10.0000,,20.00,200,20% (VAT on Income),4.00,GBP,Sales invoice,Sent,Awaiting Payment
            Hamilton Smith,,,,GB,INV-0007,,4/02/2025,6/03/2025,,36.00,6.00,0.00,36.00,,Work,3.0000,10.0000,,30.00,200,20% (VAT on Income),6.00,GBP,Sales invoice,Sent,Awaiting Payment
            Hamilton Smith,,,,GB,INV-0008,,5/02/2025,7/03/2025,,48.00,8.00,24.00,24.00,,Work,4.0000,10.0000,,40.00,200,20% (VAT on Income),8.00,GBP,Sales invoice,Sent,Awaiting Payment
            Ridgeway Bank,,,,GB,INV-0009,,6/02/2025,8/03/2025,,60.00,10.00,0.00,60.00,,Work,5.0000,10.0000,,50.00,200,20% (VAT on Income),10.00,GBP,Sales invoice,Sent,Awaiting Payment
            Ridgeway Bank,,,,GB,INV-0010,,7/02/2025,9/03/2025,,72.00,12.00,0.00,72.00,,Work,6.0000,10.0000,,60.00,200,20% (VAT on Income),12.00,GBP,Sales invoice,Sent,Awaiting Payment
            """;

    @Test
    void xero_asks_for_the_day_of_the_amounts_due() {
        Proposing proposing = Proposing.of(folder, XERO);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON");
        Proposing answered = proposing.answer("open_on", "2025-02-28");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("d/M/yyyy")
                        .withColumn(CsvField.CUSTOMER_NAME, "ContactName")
                        .withColumn(CsvField.COUNTRY, "POCountry")
                        .withColumn(CsvField.INVOICE_ID, "InvoiceNumber")
                        .withColumn(CsvField.REFERENCE, "Reference")
                        .withColumn(CsvField.ISSUE_DATE, "InvoiceDate")
                        .withColumn(CsvField.DUE_DATE, "DueDate")
                        .withColumn(CsvField.AMOUNT, "Total")
                        .withColumn(CsvField.TAX_AMOUNT, "TaxTotal")
                        .withColumn(CsvField.OPEN_AMOUNT, "InvoiceAmountDue")
                        .withColumn(CsvField.CURRENCY, "Currency")
                        .withColumn(CsvField.TYPE, "Type")
                        .withOpenOn(LocalDate.parse("2025-02-28"))
                        .withTypes(Map.of("Sales invoice", RowType.INVOICE, "Sales credit note", RowType.CREDIT_NOTE)));
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(10);
        // the second line of INV-0003 repeats the invoice
        assertThat(loaded.counts().duplicates()).isOne();
        // 140 + 660 - 60 + 12 + 24 + 36 + 24 + 60 + 72
        assertThat(answered.open("GBP", "2025-02-28")).isEqualTo(money("968.00", "GBP"));
        assertThat(answered.open("EUR", "2025-02-28")).isEqualTo(money("1000.00", "EUR"));
    }

    // ---- Odoo

    /**
     * Odoo, export of account.move with the labels of its fields (Invoice Partner Display Name, Invoice/Bill Date, Due
     * Date, Untaxed Amount, Tax, Total, Amount Due, Payment Status, Status, Type) as in addons/account/models/account_move.py.
     */
    private static final String ODOO = """
            "Number","Invoice Partner Display Name","Invoice/Bill Date","Due Date","Untaxed Amount","Tax","Total","Amount Due","Currency","Payment Status","Type"
            "INV/2025/00001","Azure Interior","2025-01-05","2025-02-04","1000.00","210.00","1210.00","0.00","EUR","Paid","Customer Invoice"
            "INV/2025/00002","Azure Interior","2025-01-06","2025-02-05","500.00","105.00","605.00","605.00","EUR","Not Paid","Customer Invoice"
            "INV/2025/00003","Deco Addict","2025-01-07","2025-02-06","200.00","42.00","242.00","142.00","EUR","Partially Paid","Customer Invoice"
            "RINV/2025/00001","Deco Addict","2025-01-20","2025-01-20","50.00","10.50","60.50","60.50","EUR","Not Paid","Customer Credit Note"
            "INV/2025/00004","Deco Addict","2025-02-07","2025-03-09","300.00","63.00","363.00","363.00","EUR","Not Paid","Customer Invoice"
            "INV/2025/00005","Gemini Furniture","2025-02-08","2025-03-10","400.00","84.00","484.00","484.00","EUR","Not Paid","Customer Invoice"
            "INV/2025/00006","Gemini Furniture","2025-02-09","","100.00","21.00","121.00","121.00","EUR","Not Paid","Customer Invoice"
            "INV/2025/00007","Lumber Inc","2025-02-10","2025-03-12","10.00","2.10","12.10","12.10","USD","Not Paid","Customer Invoice"
            "INV/2025/00008","Lumber Inc","2025-02-11","2025-03-13","20.00","4.20","24.20","24.20","USD","Not Paid","Customer Invoice"
            "RINV/2025/00002","Lumber Inc","2025-02-12","2025-02-12","5.00","1.05","6.05","0.00","USD","Reversed","Customer Credit Note"
            "INV/2025/00009","Ready Mat","2025-02-13","2025-03-15","30.00","6.30","36.30","36.30","EUR","Not Paid","Customer Invoice"
            "INV/2025/00010","Ready Mat","2025-02-14","2025-03-16","40.00","8.40","48.40","48.40","EUR","Not Paid","Customer Invoice"
            """;

    @Test
    void odoo_asks_for_the_day_of_the_amounts_due() {
        Proposing proposing = Proposing.of(folder, ODOO);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON", "missing_due_date DUE_DATE_BLANK");
        Proposing answered = proposing.answer("open_on", "2025-02-28");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("yyyy-MM-dd")
                        .withColumn(CsvField.INVOICE_ID, "Number")
                        .withColumn(CsvField.CUSTOMER_NAME, "Invoice Partner Display Name")
                        .withColumn(CsvField.ISSUE_DATE, "Invoice/Bill Date")
                        .withColumn(CsvField.DUE_DATE, "Due Date")
                        .withColumn(CsvField.TAX_AMOUNT, "Tax")
                        .withColumn(CsvField.AMOUNT, "Total")
                        .withColumn(CsvField.OPEN_AMOUNT, "Amount Due")
                        .withColumn(CsvField.CURRENCY, "Currency")
                        .withColumn(CsvField.TYPE, "Type")
                        .withMissingDueDate(MissingDueDate.ISSUE_DATE)
                        .withOpenOn(LocalDate.parse("2025-02-28"))
                        .withTypes(Map.of(
                                "Customer Invoice", RowType.INVOICE, "Customer Credit Note", RowType.CREDIT_NOTE)));
        assertThat(answered.load().errors()).isEmpty();
        // 605.00 + 142.00 - 60.50 + 363.00 + 484.00 + 121.00 + 36.30 + 48.40
        assertThat(answered.open("EUR", "2025-02-28")).isEqualTo(money("1739.20", "EUR"));
        assertThat(answered.open("USD", "2025-02-28")).isEqualTo(money("36.30", "USD"));
    }

    // ---- ERPNext

    /**
     * ERPNext, report view of the doctype Sales Invoice with its labels (ID, Customer, Posting Date, Payment Due Date,
     * Grand Total (Company Currency), Grand Total, Outstanding Amount, Currency, Status, Is Return) as in
     * erpnext/accounts/doctype/sales_invoice/sales_invoice.json. Returns are below zero.
     */
    private static final String ERPNEXT = """
            ID,Customer,Customer Name,Posting Date,Payment Due Date,Currency,Net Total,Total Taxes and Charges,Grand Total,Grand Total (Company Currency),Outstanding Amount,Status,Is Return (Credit Note)
            ACC-SINV-2025-00001,CUST-1,Palmer Productions Ltd.,2025-03-03,2025-04-02,INR,1000,180,1180,1180,0,Paid,0
            ACC-SINV-2025-00002,CUST-1,Palmer Productions Ltd.,2025-03-04,2025-04-03,INR,2000,360,2360,2360,2360,Overdue,0
            ACC-SINV-2025-00003,CUST-2,West View Software Ltd.,2025-03-05,2025-04-04,INR,500.5,90.09,590.59,590.59,590.59,Unpaid,0
            ACC-SINV-2025-00004,CUST-2,West View Software Ltd.,2025-03-06,2025-04-05,INR,100,18,118,118,59,Partly Paid,0
            ACC-SINV-RET-2025-00001,CUST-2,West View Software Ltd.,2025-03-10,2025-03-10,INR,-100,-18,-118,-118,-118,Return,1
            ACC-SINV-2025-00005,CUST-3,Grant Plastics Ltd.,2025-03-07,2025-04-06,USD,1000,0,1000,83000,1000,Unpaid,0
            ACC-SINV-2025-00006,CUST-3,Grant Plastics Ltd.,2025-03-08,2025-04-07,USD,1500,0,1500,124500,1500,Unpaid,0
            ACC-SINV-2025-00007,CUST-3,Grant Plastics Ltd.,2025-03-09,2025-04-08,USD,250.75,0,250.75,20812.25,0,Paid,0
            ACC-SINV-2025-00008,CUST-4,Acme,2025-03-11,2025-04-10,INR,10,1.8,11.8,11.8,11.8,Unpaid,0
            ACC-SINV-2025-00009,CUST-4,Acme,2025-03-12,2025-04-11,INR,20,3.6,23.6,23.6,23.6,Unpaid,0
            ACC-SINV-2025-00010,CUST-4,Acme,2025-03-13,2025-04-12,INR,30,5.4,35.4,35.4,35.4,Draft,0
            ACC-SINV-2025-00011,CUST-4,Acme,2025-03-14,2025-04-13,INR,40,7.2,47.2,47.2,47.2,Cancelled,0
            """;

    @Test
    void erpnext_leaves_drafts_and_cancelled_invoices_out() {
        Proposing proposing = Proposing.of(folder, ERPNEXT);

        assertThat(proposing.codes())
                .containsExactly("open_on OPEN_ON", "negative_amount NEGATIVE_AMOUNTS", "status STATUS_ROWS");
        Proposing answered = proposing.answer("open_on", "2025-03-31");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("yyyy-MM-dd")
                        .withColumn(CsvField.INVOICE_ID, "ID")
                        .withColumn(CsvField.CUSTOMER_ID, "Customer")
                        .withColumn(CsvField.CUSTOMER_NAME, "Customer Name")
                        .withColumn(CsvField.ISSUE_DATE, "Posting Date")
                        .withColumn(CsvField.DUE_DATE, "Payment Due Date")
                        .withColumn(CsvField.CURRENCY, "Currency")
                        .withColumn(CsvField.TAX_AMOUNT, "Total Taxes and Charges")
                        .withColumn(CsvField.AMOUNT, "Grand Total")
                        .withColumn(CsvField.OPEN_AMOUNT, "Outstanding Amount")
                        .withColumn(CsvField.STATUS, "Status")
                        .withOpenOn(LocalDate.parse("2025-03-31"))
                        .withTypes(Map.of(
                                "Draft", RowType.IGNORED,
                                "Cancelled", RowType.IGNORED)));
        assertThat(answered.load().errors()).isEmpty();
        // 2,360.00 + 590.59 + 59.00 - 118.00 + 11.80 + 23.60
        assertThat(answered.open("INR", "2025-03-31")).isEqualTo(money("2926.99", "INR"));
        assertThat(answered.open("USD", "2025-03-31")).isEqualTo(money("2500.00", "USD"));
    }

    // ---- Dynamics

    /**
     * Dynamics 365 Business Central, page Customer Ledger Entries: the currency is blank for the company's own. Columns
     * as in table "Cust. Ledger Entry" (learn.microsoft.com, Microsoft.Sales.Receivables).
     */
    private static final String BUSINESS_CENTRAL = """
            Posting Date\tDocument Date\tDocument Type\tDocument No.\tCustomer No.\tCustomer Name\tDescription\tCurrency Code\tOriginal Amount\tAmount (LCY)\tRemaining Amount\tRemaining Amt. (LCY)\tDue Date\tExternal Document No.\tOpen
            1/6/2025\t1/6/2025\tInvoice\tPS-INV103001\t10000\tAdatum Corporation\tOrder 101001\t\t1,000.00\t1,000.00\t0.00\t0.00\t2/5/2025\tPO-1\tNo
            1/14/2025\t1/14/2025\tInvoice\tPS-INV103002\t10000\tAdatum Corporation\tOrder 101002\t\t2,500.00\t2,500.00\t2,500.00\t2,500.00\t2/13/2025\tPO-2\tYes
            1/20/2025\t1/20/2025\tCredit Memo\tPS-CR104001\t10000\tAdatum Corporation\tCredit memo\t\t-500.00\t-500.00\t-500.00\t-500.00\t1/20/2025\t\tYes
            2/4/2025\t2/4/2025\tPayment\tBNK0001\t10000\tAdatum Corporation\tPayment\t\t-1,000.00\t-1,000.00\t0.00\t0.00\t2/4/2025\t\tNo
            2/6/2025\t2/5/2025\tInvoice\tPS-INV103003\t20000\tTrey Research\tOrder 101003\tUSD\t300.00\t270.00\t300.00\t270.00\t3/7/2025\t\tYes
            2/7/2025\t2/7/2025\tInvoice\tPS-INV103004\t20000\tTrey Research\tOrder 101004\tUSD\t700.00\t630.00\t200.00\t180.00\t3/9/2025\t\tYes
            2/8/2025\t2/8/2025\tInvoice\tPS-INV103005\t30000\tSchool of Fine Art\tOrder 101005\t\t80.00\t80.00\t80.00\t80.00\t3/10/2025\t\tYes
            2/9/2025\t2/9/2025\tInvoice\tPS-INV103006\t30000\tSchool of Fine Art\tOrder 101006\t\t20.00\t20.00\t20.00\t20.00\t3/11/2025\t\tYes
            2/10/2025\t2/10/2025\tFinance Charge Memo\tFC105001\t30000\tSchool of Fine Art\tInterest\t\t1.50\t1.50\t1.50\t1.50\t3/12/2025\t\tYes
            2/11/2025\t2/11/2025\tPayment\tBNK0002\t30000\tSchool of Fine Art\tOn account\t\t-50.00\t-50.00\t-50.00\t-50.00\t2/11/2025\t\tYes
            2/12/2025\t2/12/2025\tRefund\tBNK0003\t40000\tAlpine Ski House\tRefund\t\t10.00\t10.00\t10.00\t10.00\t2/12/2025\t\tYes
            2/13/2025\t2/13/2025\tInvoice\tPS-INV103007\t40000\tAlpine Ski House\tOrder 101007\t\t60.00\t60.00\t60.00\t60.00\t3/15/2025\t\tYes
            """;

    @Test
    void business_central_asks_for_the_own_currency_and_what_refunds_are() {
        Proposing proposing = Proposing.of(folder, BUSINESS_CENTRAL);

        assertThat(proposing.codes())
                .containsExactly("open_on OPEN_ON", "type.Refund UNKNOWN_TYPE", "currency CURRENCY_BLANK");
        Proposing answered = proposing
                .answer("open_on", "2025-02-28")
                .answer("type.Refund", "DEBIT_NOTE")
                .answer("currency", "EUR");
        assertThat(answered.codes()).isEmpty();
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter('\t')
                        .withDateFormats("M/d/yyyy")
                        .withColumn(CsvField.POSTING_DATE, "Posting Date")
                        .withColumn(CsvField.ISSUE_DATE, "Document Date")
                        .withColumn(CsvField.TYPE, "Document Type")
                        .withColumn(CsvField.INVOICE_ID, "Document No.")
                        .withColumn(CsvField.CUSTOMER_ID, "Customer No.")
                        .withColumn(CsvField.CUSTOMER_NAME, "Customer Name")
                        .withColumn(CsvField.CURRENCY, "Currency Code")
                        .withColumn(CsvField.AMOUNT, "Original Amount")
                        .withColumn(CsvField.OPEN_AMOUNT, "Remaining Amount")
                        .withColumn(CsvField.DUE_DATE, "Due Date")
                        .withColumn(CsvField.REFERENCE, "External Document No.")
                        .withConstant(CsvField.CURRENCY, "EUR")
                        .withOpenOn(LocalDate.parse("2025-02-28"))
                        .withTypes(Map.of(
                                "Invoice", RowType.INVOICE,
                                "Credit Memo", RowType.CREDIT_NOTE,
                                "Payment", RowType.PAYMENT,
                                "Finance Charge Memo", RowType.DEBIT_NOTE,
                                "Refund", RowType.DEBIT_NOTE)));
        assertThat(answered.load().errors()).isEmpty();
        // 2,500.00 - 500.00 + 80.00 + 20.00 + 1.50 - 50.00 + 10.00 + 60.00
        assertThat(answered.open("EUR", "2025-02-28")).isEqualTo(money("2121.50", "EUR"));
        assertThat(answered.open("USD", "2025-02-28")).isEqualTo(money("500.00", "USD"));
    }

    /**
     * Dynamics 365 Finance, customer transactions (table CustTrans: Voucher, TransDate, Invoice, Amount in transaction
     * currency, Balance, CurrencyCode, DueDate, Closed; learn.microsoft.com, "CustTrans Table").
     */
    private static final String FINANCE = """
            Customer account;Name;Voucher;Date;Invoice;Transaction type;Amount in transaction currency;Currency;Balance;Due date;Closed
            US-001;Contoso Retail San Diego;CIV-000001;2025-01-02T00:00:00;CIV-000001;Invoice;1500.00;USD;0.00;2025-02-01T00:00:00;2025-01-30T00:00:00
            US-001;Contoso Retail San Diego;CIV-000002;2025-01-14T00:00:00;CIV-000002;Invoice;2500.00;USD;2500.00;2025-02-13T00:00:00;
            US-001;Contoso Retail San Diego;CCN-000001;2025-01-15T00:00:00;CCN-000001;Credit note;-250.00;USD;-250.00;2025-01-15T00:00:00;
            US-002;Contoso Retail Los Angeles;CIV-000003;2025-01-16T00:00:00;CIV-000003;Invoice;3500.00;USD;3500.00;2025-02-15T00:00:00;
            US-002;Contoso Retail Los Angeles;CIV-000004;2025-01-17T00:00:00;CIV-000004;Invoice;4500.00;USD;1000.00;2025-02-16T00:00:00;
            US-003;Forest Wholesales;CIV-000005;2025-01-18T00:00:00;CIV-000005;Invoice;500.00;USD;500.00;2025-02-17T00:00:00;
            US-003;Forest Wholesales;CIV-000006;2025-01-19T00:00:00;CIV-000006;Invoice;600.00;CAD;600.00;2025-02-18T00:00:00;
            US-003;Forest Wholesales;CIV-000007;2025-01-20T00:00:00;CIV-000007;Invoice;700.00;CAD;700.00;2025-02-19T00:00:00;
            US-004;Cave Wholesales;CIV-000008;2025-01-21T00:00:00;CIV-000008;Invoice;800.00;USD;800.00;2025-02-20T00:00:00;
            US-004;Cave Wholesales;CIV-000009;2025-01-22T00:00:00;CIV-000009;Invoice;900.00;USD;900.00;2025-02-21T00:00:00;
            US-004;Cave Wholesales;CIV-000010;2025-01-23T00:00:00;CIV-000010;Invoice;50.25;USD;50.25;2025-02-22T00:00:00;
            US-004;Cave Wholesales;ARP-000001;2025-01-24T00:00:00;;Payment;-100.00;USD;-100.00;2025-01-24T00:00:00;
            """;

    @Test
    void dynamics_finance_reads_the_day_of_date_times() {
        Proposing proposing = Proposing.of(folder, FINANCE);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON");
        Proposing answered = proposing.answer("open_on", "2025-01-31");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter(';')
                        .withDateFormats("yyyy-MM-dd'T'H:mm:ss")
                        .withColumn(CsvField.CUSTOMER_ID, "Customer account")
                        .withColumn(CsvField.CUSTOMER_NAME, "Name")
                        .withColumn(CsvField.INVOICE_ID, "Voucher")
                        .withColumn(CsvField.ISSUE_DATE, "Date")
                        .withColumn(CsvField.TYPE, "Transaction type")
                        .withColumn(CsvField.AMOUNT, "Amount in transaction currency")
                        .withColumn(CsvField.CURRENCY, "Currency")
                        .withColumn(CsvField.OPEN_AMOUNT, "Balance")
                        .withColumn(CsvField.DUE_DATE, "Due date")
                        .withColumn(CsvField.SETTLED_DATE, "Closed")
                        .withOpenOn(LocalDate.parse("2025-01-31"))
                        .withTypes(Map.of(
                                "Invoice", RowType.INVOICE,
                                "Credit note", RowType.CREDIT_NOTE,
                                "Payment", RowType.PAYMENT)));
        assertThat(answered.load().errors()).isEmpty();
        // 2,500 - 250 + 3,500 + 1,000 + 500 + 800 + 900 + 50.25 - 100
        assertThat(answered.open("USD", "2025-01-31")).isEqualTo(money("8900.25", "USD"));
        assertThat(answered.open("CAD", "2025-01-31")).isEqualTo(money("1300.00", "CAD"));
    }

    // ---- Pennylane

    /**
     * Pennylane, list of customer invoices (French; decimal comma, euro sign). The words are those of its screens (help
     * .pennylane.com, "Créer une facture client": client, date d'émission, échéance, montant TTC); there is no public list
     * of the export's columns.
     */
    private static final String PENNYLANE = """
            Numéro de facture;Client;Date d'émission;Échéance;Montant HT;TVA;Montant TTC;Restant dû;Statut;Date de paiement
            F-2025-001;Boulangerie Dupont;02/01/2025;01/02/2025;1 000,00 €;200,00 €;1 200,00 €;0,00 €;Payée;28/01/2025
            F-2025-002;Boulangerie Dupont;15/01/2025;14/02/2025;500,00 €;100,00 €;600,00 €;600,00 €;En retard;
            F-2025-003;Café de la Gare;16/01/2025;15/02/2025;250,00 €;50,00 €;300,00 €;300,00 €;En retard;
            AV-2025-001;Café de la Gare;20/01/2025;20/01/2025;-50,00 €;-10,00 €;-60,00 €;-60,00 €;À rembourser;
            F-2025-004;Émile & fils;21/01/2025;20/02/2025;10 000,00 €;2 000,00 €;12 000,00 €;6 000,00 €;Partiellement payée;
            F-2025-005;Émile & fils;22/01/2025;21/02/2025;80,00 €;16,00 €;96,00 €;96,00 €;En attente;
            F-2025-006;Émile & fils;23/01/2025;22/02/2025;160,00 €;32,00 €;192,00 €;192,00 €;En attente;
            F-2025-007;Garage Martin;24/01/2025;23/02/2025;240,00 €;48,00 €;288,00 €;288,00 €;En attente;
            F-2025-008;Garage Martin;25/01/2025;24/02/2025;320,00 €;64,00 €;384,00 €;384,00 €;En attente;
            F-2025-009;Garage Martin;26/01/2025;25/02/2025;400,00 €;80,00 €;480,00 €;480,00 €;En attente;
            F-2025-010;Hôtel du Lac;27/01/2025;26/02/2025;40,00 €;8,00 €;48,00 €;48,00 €;En attente;
            F-2025-011;Hôtel du Lac;28/01/2025;27/02/2025;20,00 €;4,00 €;24,00 €;0,00 €;Payée;30/01/2025
            """;

    @Test
    void pennylane_knows_its_currency_by_the_sign() {
        String text = PENNYLANE.replace("1 000,00", "1\u202F000,00").replace("12 000,00", "12\u202F000,00");
        Proposing proposing = Proposing.of(folder, text);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON", "negative_amount NEGATIVE_AMOUNTS");
        Proposing answered = proposing.answer("open_on", "2025-03-01");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("dd/MM/yyyy")
                        .withColumn(CsvField.INVOICE_ID, "Numéro de facture")
                        .withColumn(CsvField.CUSTOMER_NAME, "Client")
                        .withColumn(CsvField.ISSUE_DATE, "Date d'émission")
                        .withColumn(CsvField.DUE_DATE, "Échéance")
                        .withColumn(CsvField.TAX_AMOUNT, "TVA")
                        .withColumn(CsvField.AMOUNT, "Montant TTC")
                        .withColumn(CsvField.OPEN_AMOUNT, "Restant dû")
                        .withColumn(CsvField.SETTLED_DATE, "Date de paiement")
                        .withConstant(CsvField.CURRENCY, "EUR")
                        .withOpenOn(LocalDate.parse("2025-03-01")));
        assertThat(answered.load().errors()).isEmpty();
        // 600 + 300 - 60 + 6,000 + 96 + 192 + 288 + 384 + 480 + 48
        assertThat(answered.open("EUR", "2025-03-01")).isEqualTo(money("8328.00", "EUR"));
    }

    // ---- DATEV, lexoffice

    /**
     * DATEV, list of open items of debtors (OPOS) saved as CSV; columns in the order given at hilfe.c-entron.de,
     * "OPOS-Import über DATEV-Schnittstelle": Konto, Rechnungsnummer, Datum, Fälligkeit, Sollbetrag, Habenbetrag, Saldo,
     * Gegenkonto, Buchungstext.
     */
    private static final String DATEV = """
            Konto;Rechnungsnummer;Datum;Fälligkeit;Sollbetrag;Habenbetrag;Saldo;Gegenkonto;Buchungstext
            10001;RE2025-001;02.01.2025;01.02.2025;1.190,00;;1.190,00;8400;Beratung
            10001;RE2025-002;15.01.2025;14.02.2025;2.380,00;;3.570,00;8400;Beratung
            10001;GU2025-001;16.01.2025;16.01.2025;;119,00;3.451,00;8400;Gutschrift
            10002;RE2025-003;17.01.2025;16.02.2025;595,00;;595,00;8400;Schulung
            10002;RE2025-004;18.01.2025;17.02.2025;1.785,00;;2.380,00;8400;Schulung
            10003;RE2025-005;19.01.2025;18.02.2025;11.900,00;;11.900,00;8400;Anlage
            10003;RE2025-006;20.01.2025;19.02.2025;5.950,00;;17.850,00;8400;Anlage
            10004;RE2025-007;21.01.2025;20.02.2025;23,80;;23,80;8400;Ersatzteil
            10004;RE2025-008;22.01.2025;21.02.2025;47,60;;71,40;8400;Ersatzteil
            10004;RE2025-009;23.01.2025;22.02.2025;71,40;;142,80;8400;Ersatzteil
            10005;RE2025-010;24.01.2025;23.02.2025;95,20;;95,20;8400;Ersatzteil
            10005;RE2025-011;25.01.2025;24.02.2025;238,00;;333,20;8400;Ersatzteil
            """;

    @Test
    void datev_open_items_are_debit_and_credit() {
        Proposing proposing =
                Proposing.of(folder, DATEV, WINDOWS, MappingHints.none().withCurrency("EUR"));

        assertThat(proposing.codes()).containsExactly("negative_amount NEGATIVE_AMOUNTS", "encoding ENCODING_ASSUMED");
        assertThat(proposing.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withEncoding(WINDOWS)
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("dd.MM.yyyy")
                        .withColumn(CsvField.CUSTOMER_ID, "Konto")
                        .withColumn(CsvField.INVOICE_ID, "Rechnungsnummer")
                        .withColumn(CsvField.ISSUE_DATE, "Datum")
                        .withColumn(CsvField.DUE_DATE, "Fälligkeit")
                        .withColumn(CsvField.AMOUNT, "Sollbetrag")
                        .withColumn(CsvField.CREDIT_AMOUNT, "Habenbetrag")
                        .withColumn(CsvField.REFERENCE, "Buchungstext")
                        .withConstant(CsvField.CURRENCY, "EUR"));
        assertThat(proposing.load().errors()).isEmpty();
        // the balances of the accounts: 3,451.00 + 2,380.00 + 17,850.00 + 142.80 + 333.20
        assertThat(proposing.open("EUR", "2025-03-01")).isEqualTo(money("24157.00", "EUR"));
    }

    /**
     * lexoffice (Lexware Office), list of vouchers: words of its screens (support.lexoffice.de: Belegnummer, Rechnung,
     * Rechnungskorrektur, offen). There is no public list of the columns.
     */
    private static final String LEXOFFICE = """
            "Belegtyp";"Belegnummer";"Kontakt";"Belegdatum";"Fälligkeitsdatum";"Bruttobetrag";"Offener Betrag";"Währung";"Status"
            "Rechnung";"RE0001";"Bäckerei Groß";"07.01.2025";"21.01.2025";"119,00";"0,00";"EUR";"Bezahlt"
            "Rechnung";"RE0002";"Bäckerei Groß";"08.01.2025";"22.01.2025";"238,00";"238,00";"EUR";"Überfällig"
            "Rechnungskorrektur";"RK0001";"Bäckerei Groß";"09.01.2025";"";"38,00";"38,00";"EUR";"Offen"
            "Rechnung";"RE0003";"Kanzlei Weiß";"10.01.2025";"24.01.2025";"1.190,00";"590,00";"EUR";"Überfällig"
            "Rechnung";"RE0004";"Kanzlei Weiß";"11.01.2025";"25.01.2025";"2.380,00";"2.380,00";"EUR";"Überfällig"
            "Rechnung";"RE0005";"Kanzlei Weiß";"12.01.2025";"26.01.2025";"357,00";"357,00";"EUR";"Überfällig"
            "Rechnung";"RE0006";"Müller GmbH";"01.02.2025";"15.02.2025";"476,00";"476,00";"EUR";"Offen"
            "Rechnung";"RE0007";"Müller GmbH";"02.02.2025";"16.02.2025";"595,00";"595,00";"EUR";"Offen"
            "Rechnung";"RE0008";"Müller GmbH";"03.02.2025";"17.02.2025";"714,00";"0,00";"EUR";"Bezahlt"
            "Rechnung";"RE0009";"Müller GmbH";"04.02.2025";"18.02.2025";"833,00";"833,00";"EUR";"Entwurf"
            "Rechnung";"RE0010";"Zoo Süd";"05.02.2025";"19.02.2025";"952,00";"952,00";"EUR";"Offen"
            "Rechnung";"RE0011";"Zoo Süd";"06.02.2025";"20.02.2025";"10,00";"10,00";"EUR";"Offen"
            """;

    @Test
    void lexoffice_leaves_drafts_out() {
        Proposing proposing = Proposing.of(folder, "\uFEFF" + LEXOFFICE);

        assertThat(proposing.codes()).containsExactly("open_on OPEN_ON", "status STATUS_ROWS");
        Proposing answered = proposing.answer("open_on", "2025-02-10");
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDelimiter(';')
                        .withDecimal(',')
                        .withDateFormats("dd.MM.yyyy")
                        .withColumn(CsvField.TYPE, "Belegtyp")
                        .withColumn(CsvField.INVOICE_ID, "Belegnummer")
                        .withColumn(CsvField.CUSTOMER_NAME, "Kontakt")
                        .withColumn(CsvField.ISSUE_DATE, "Belegdatum")
                        .withColumn(CsvField.DUE_DATE, "Fälligkeitsdatum")
                        .withColumn(CsvField.AMOUNT, "Bruttobetrag")
                        .withColumn(CsvField.OPEN_AMOUNT, "Offener Betrag")
                        .withColumn(CsvField.CURRENCY, "Währung")
                        .withMissingDueDate(MissingDueDate.ISSUE_DATE)
                        .withOpenOn(LocalDate.parse("2025-02-10"))
                        .withColumn(CsvField.STATUS, "Status")
                        .withTypes(Map.of(
                                "Rechnung",
                                RowType.INVOICE,
                                "Rechnungskorrektur",
                                RowType.CREDIT_NOTE,
                                "Entwurf",
                                RowType.IGNORED)));
        assertThat(answered.load().errors()).isEmpty();
        // 238 - 38 + 590 + 2,380 + 357 + 476 + 595 + 952 + 10, without the draft over 833
        assertThat(answered.open("EUR", "2025-02-10")).isEqualTo(money("5560.00", "EUR"));
    }

    // ---- Stripe

    /**
     * Stripe, export of invoices from the dashboard: date-times in UTC, currencies in small letters, "Amount Due" is what
     * the invoice was over, not what is left of it. Fields: docs.stripe.com, "The Invoice object" (amount_due, amount_paid,
     * amount_remaining, number, status).
     */
    private static final String STRIPE = """
            id,Amount Due,Amount Paid,Currency,Customer,Customer Name,Date (UTC),Due Date (UTC),Number,Paid,Subtotal,Tax,Total,Status
            in_1QAa,120.00,120.00,eur,cus_A1,Alpha,2025-01-05 10:21:07,2025-02-04 10:21:07,ABCD-0001,true,100.00,20.00,120.00,paid
            in_1QAb,240.00,0.00,eur,cus_A1,Alpha,2025-01-06 10:21:07,2025-02-05 10:21:07,ABCD-0002,false,200.00,40.00,240.00,open
            in_1QAc,360.00,0.00,eur,cus_B2,Beta,2025-01-07 10:21:07,2025-02-06 10:21:07,BCDE-0001,false,300.00,60.00,360.00,open
            in_1QAd,480.00,480.00,eur,cus_B2,Beta,2025-01-08 10:21:07,2025-02-07 10:21:07,BCDE-0002,true,400.00,80.00,480.00,paid
            in_1QAe,600.00,0.00,usd,cus_C3,Gamma,2025-01-09 10:21:07,2025-02-08 10:21:07,CDEF-0001,false,500.00,100.00,600.00,open
            in_1QAf,720.00,0.00,usd,cus_C3,Gamma,2025-01-10 10:21:07,2025-02-09 10:21:07,CDEF-0002,false,600.00,120.00,720.00,void
            in_1QAg,840.00,0.00,usd,cus_C3,Gamma,2025-01-11 10:21:07,2025-02-10 10:21:07,CDEF-0003,false,700.00,140.00,840.00,open
            in_1QAh,960.00,0.00,usd,cus_C3,Gamma,2025-01-12 10:21:07,2025-02-11 10:21:07,CDEF-0004,false,800.00,160.00,960.00,uncollectible
            in_1QAi,12.00,12.00,eur,cus_D4,Delta,2025-01-13 10:21:07,2025-02-12 10:21:07,DEFG-0001,true,10.00,2.00,12.00,paid
            in_1QAj,24.00,24.00,eur,cus_D4,Delta,2025-01-14 10:21:07,2025-02-13 10:21:07,DEFG-0002,true,20.00,4.00,24.00,paid
            in_1QAk,36.00,0.00,eur,cus_D4,Delta,2025-01-15 10:21:07,2025-02-14 10:21:07,DEFG-0003,false,30.00,6.00,36.00,open
            in_1QAl,48.00,0.00,eur,cus_D4,Delta,2025-01-16 10:21:07,2025-02-15 10:21:07,DEFG-0004,false,40.00,8.00,48.00,open
            """;

    @Test
    void stripes_amount_due_is_not_what_is_open() {
        Proposing proposing = Proposing.of(folder, STRIPE);

        assertThat(proposing.codes()).containsExactly("paid PAID_NOT_READ", "status STATUS_ROWS");
        Proposing answered = proposing;
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("yyyy-MM-dd H:mm:ss")
                        .withColumn(CsvField.CURRENCY, "Currency")
                        .withColumn(CsvField.CUSTOMER_ID, "Customer")
                        .withColumn(CsvField.CUSTOMER_NAME, "Customer Name")
                        .withColumn(CsvField.ISSUE_DATE, "Date (UTC)")
                        .withColumn(CsvField.DUE_DATE, "Due Date (UTC)")
                        .withColumn(CsvField.INVOICE_ID, "Number")
                        .withColumn(CsvField.TAX_AMOUNT, "Tax")
                        .withColumn(CsvField.AMOUNT, "Total")
                        .withColumn(CsvField.STATUS, "Status")
                        .withTypes(Map.of("void", RowType.IGNORED)));
        LoadedLedger loaded = answered.load();
        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.counts().invoices()).isEqualTo(11);
        // nothing says when the others were paid: 120 + 240 + 360 + 480 + 12 + 24 + 36 + 48
        assertThat(answered.open("EUR", "2025-03-01")).isEqualTo(money("1320.00", "EUR"));
    }

    // ---- Zoho Books

    /**
     * Zoho Books, export of invoices; column names as in Zoho's sample import file ("Invoice Number, Invoice Date, Invoice
     * Status, Customer Name, Due Date, Currency Code, Exchange Rate, Item Name, Quantity, Item Price …, Total, Balance").
     */
    private static final String ZOHO = """
            Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,PurchaseOrder,Currency Code,Exchange Rate,Total,Balance,Payment Terms Label,Item Name,Quantity,Item Price
            2025-02-15,460000000001,INV-000001,Overdue,460000000901,ABC Electronics,2025-02-16,SO-1,INR,1.00,100.00,100.00,Due on Receipt,Bulb,1.00,100.00
            2025-02-16,460000000002,INV-000002,Closed,460000000902,NewTech Industries,2025-02-17,,ZAR,5.33,250.00,0.00,Due on Receipt,Wood,1.00,250.00
            2025-02-18,460000000003,INV-000003,Draft,460000000903,AMS Stores,2025-02-19,,INR,1.00,300.00,300.00,Due on Receipt,Spray,1.00,300.00
            2025-02-26,460000000004,INV-000004,Sent,460000000904,Elite International,2025-02-27,SO-2,GBP,89.82,400.00,400.00,Due on Receipt,Switch,2.00,200.00
            2025-03-02,460000000005,INV-000005,Sent,460000000905,David,2025-03-03,,INR,1.00,500.00,250.00,Net 15,Note Book,1.00,500.00
            2025-03-03,460000000006,INV-000006,Sent,460000000906,Mohan,2025-03-04,,INR,1.00,600.00,600.00,Net 15,Note Book,1.00,600.00
            2025-03-04,460000000007,INV-000007,Void,460000000902,NewTech Industries,2025-03-05,,ZAR,5.32,700.00,0.00,Due on Receipt,Note Book,1.00,700.00
            2025-03-05,460000000008,INV-000008,Sent,460000000907,Olive,2025-03-06,,INR,1.00,81.50,81.50,Net 15,Bulb,1.00,81.50
            2025-03-06,460000000009,INV-000009,Sent,460000000907,Olive,2025-03-07,,INR,1.00,82.50,82.50,Net 15,Bulb,1.00,82.50
            2025-03-07,460000000010,INV-000010,Sent,460000000907,Olive,2025-03-08,,INR,1.00,83.50,83.50,Net 15,Bulb,1.00,83.50
            2025-03-08,460000000011,INV-000011,Sent,460000000907,Olive,2025-03-09,,INR,1.00,84.50,84.50,Net 15,Bulb,1.00,84.50
            2025-03-09,460000000012,INV-000012,Sent,460000000907,Olive,2025-03-10,,INR,1.00,85.50,85.50,Net 15,Bulb,1.00,85.50
            """;

    @Test
    void zoho_has_two_numbers_and_the_invoice_number_is_the_one() {
        Proposing proposing = Proposing.of(
                folder, ZOHO, StandardCharsets.UTF_8, MappingHints.none().withOpenOn(LocalDate.parse("2025-03-31")));

        assertThat(proposing.codes()).containsExactly("status STATUS_ROWS");
        Proposing answered = proposing;
        assertThat(answered.layout())
                .isEqualTo(CsvLayout.canonical()
                        .withDateFormats("yyyy-MM-dd")
                        .withColumn(CsvField.ISSUE_DATE, "Invoice Date")
                        .withColumn(CsvField.INVOICE_ID, "Invoice Number")
                        .withColumn(CsvField.STATUS, "Invoice Status")
                        .withColumn(CsvField.CUSTOMER_ID, "Customer ID")
                        .withColumn(CsvField.CUSTOMER_NAME, "Customer Name")
                        .withColumn(CsvField.DUE_DATE, "Due Date")
                        .withColumn(CsvField.REFERENCE, "PurchaseOrder")
                        .withColumn(CsvField.CURRENCY, "Currency Code")
                        .withColumn(CsvField.AMOUNT, "Total")
                        .withColumn(CsvField.OPEN_AMOUNT, "Balance")
                        .withColumn(CsvField.TERMS, "Payment Terms Label")
                        .withOpenOn(LocalDate.parse("2025-03-31"))
                        .withTypes(Map.of(
                                "Draft", RowType.IGNORED,
                                "Void", RowType.IGNORED)));
        assertThat(answered.load().errors()).isEmpty();
        // 100.00 + 250.00 + 600.00 + 81.50 + 82.50 + 83.50 + 84.50 + 85.50
        assertThat(answered.open("INR", "2025-03-31")).isEqualTo(money("1367.50", "INR"));
        assertThat(answered.layout().paymentRows()).isEqualTo(PaymentRows.NEGATIVE);
    }
}
