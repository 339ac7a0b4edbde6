package io.receivables.einvoice;

import static io.receivables.einvoice.Given.FACTURE;
import static io.receivables.einvoice.Given.LASTSCHRIFT;
import static io.receivables.einvoice.Given.changed;
import static io.receivables.einvoice.Given.invoice;
import static io.receivables.einvoice.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that want more of their reader than to be read. */
class HostileXmlTest {
    private static String withDoctype(String doctype) {
        return changed(FACTURE, "?>", "?>" + doctype);
    }

    private static void assertTooLarge(String xml, String what) {
        Problem problem = refusal(xml);
        assertThat(problem.code()).isEqualTo(EInvoiceProblem.TOO_LARGE);
        assertThat(problem.attribute("what")).isEqualTo(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Invoice>",
                "<!DOCTYPE Invoice [<!ENTITY e 'x'>]>",
                "<!DOCTYPE Invoice [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>",
                "<!DOCTYPE Invoice [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE Invoice SYSTEM 'http://localhost:1/invoice.dtd'>",
                "<!DOCTYPE Invoice PUBLIC '-//X//Y' 'http://localhost:1/invoice.dtd' [<!ENTITY % p SYSTEM 'x'> %p;]>"
            })
    void a_document_type_is_refused(String doctype) {
        assertThat(refusal(withDoctype(doctype)).code()).isEqualTo(EInvoiceProblem.DOCTYPE);
        assertThat(refusal(withDoctype(doctype).replace("FA-2026-0117", "&e;")).code())
                .isEqualTo(EInvoiceProblem.DOCTYPE);
    }

    /** The JDK's parser meets exceptions of its own in these, or writes to the console. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Invoice [ \u0000 ]>",
                "<!DOCTYPE Invoice [<!ENTITY a \"b\"><!ELEMENT x (",
                "<!DOCTYPE Invoice SYSTEM 'a>",
                "<!DOCTYPE >",
                "<!doctype Invoice>",
                "<!-- a --><?b c?><!DOCTYPE Invoice [<!ELEMENT"
            })
    void a_damaged_document_type_is_refused(String doctype) {
        PrintStream console = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(refusal(withDoctype(doctype)).code()).isEqualTo(EInvoiceProblem.DOCTYPE);
        } finally {
            System.setErr(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void no_file_is_fetched_for_an_entity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        Problem problem = refusal(withDoctype("<!DOCTYPE Invoice [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>")
                .replace("FA-2026-0117", "&e;"));

        assertThat(problem.toString() + problem.attributes()).doesNotContain("SECRET");
    }

    @Test
    void an_entity_of_nowhere_is_refused() {
        assertThat(refusal(FACTURE.replace("FA-2026-0117", "&nbsp;")).code()).isEqualTo(EInvoiceProblem.DOCTYPE);
    }

    @Test
    void the_entities_of_xml_itself_are_text() {
        assertThat(invoice(changed(FACTURE, "FA-2026-0117", "&#70;A&lt;&amp;&gt;&quot;&apos;"))
                        .number())
                .isEqualTo("FA<&>\"'");
    }

    @Test
    void deep_nesting_is_refused() {
        assertTooLarge(changed(FACTURE, "<cbc:Note>", "<a>".repeat(1_000_000) + "<cbc:Note>"), "depth");
    }

    @Test
    void an_attachment_of_any_length_is_passed_over() {
        String attached = changed(
                FACTURE,
                "<cac:AccountingSupplierParty>",
                "<cac:AdditionalDocumentReference><cbc:EmbeddedDocumentBinaryObject>" + "QUJD".repeat(5_000_000)
                        + "</cbc:EmbeddedDocumentBinaryObject></cac:AdditionalDocumentReference>"
                        + "<cac:AccountingSupplierParty>");

        assertThat(invoice(attached).totals()).isEqualTo(invoice(FACTURE).totals());
    }

    @Test
    void a_huge_text_where_an_invoice_has_a_short_one_is_refused() {
        assertTooLarge(changed(FACTURE, "FA-2026-0117", "9".repeat(3_000_000)), "text");
        String marked = "<cac:OrderReference schemeID='" + "9".repeat(200_000) + "'/>";
        assertTooLarge(changed(FACTURE, "<cac:OrderReference>", marked.repeat(3) + "<cac:OrderReference>"), "text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b='%s'/>", "<!--%s-->", "<?a %s?>", "<a><![CDATA[%s]]></a>"})
    void a_huge_piece_of_markup_is_refused(String markup) {
        assertTooLarge(changed(FACTURE, "<cbc:Note>", huge(markup) + "<cbc:Note>"), "markup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<%s/>", "<a %s='1'/>", "<a xmlns:b='%s'/>", "<?%s a?>"})
    void a_huge_name_is_refused(String markup) {
        assertThat(refusal(changed(FACTURE, "<cbc:Note>", huge(markup) + "<cbc:Note>"))
                        .code())
                .isIn(EInvoiceProblem.NOT_XML, EInvoiceProblem.TOO_LARGE);
    }

    @Test
    void many_attributes_of_one_element_are_refused() {
        String tag =
                IntStream.range(0, 20_000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining("", "<a", "/>"));

        assertThat(refusal(changed(FACTURE, "<cbc:Note>", tag + "<cbc:Note>")).code())
                .isIn(EInvoiceProblem.NOT_XML, EInvoiceProblem.TOO_LARGE);
    }

    private static String huge(String markup) {
        return String.format(Locale.ROOT, markup, "x".repeat(3_000_000));
    }

    @Test
    void millions_of_elements_are_passed_over_or_refused() {
        assertThat(invoice(changed(FACTURE, "<cac:InvoiceLine>", "<cac:InvoiceLine>" + "<a/>".repeat(500_000)))
                        .number())
                .isEqualTo("FA-2026-0117");
        assertTooLarge(
                changed(FACTURE, "<cac:PaymentTerms>", "<cac:PaymentTerms/>".repeat(1_000_000) + "<cac:PaymentTerms>"),
                "elements");
    }

    @Test
    void millions_of_names_are_refused() {
        String elements =
                IntStream.range(0, 100_000).mapToObj(i -> "<e" + i + "/>").collect(Collectors.joining());
        String prefixes = IntStream.range(0, 100_000)
                .mapToObj(i -> "<a xmlns:p='u" + i + "'/>")
                .collect(Collectors.joining());
        String instructions =
                IntStream.range(0, 100_000).mapToObj(i -> "<?p" + i + "?>").collect(Collectors.joining());
        String attributes = IntStream.range(0, 5_000)
                .mapToObj(i -> (i % 100 == 0 ? "<a " : "") + "a" + i + "='' " + (i % 100 == 99 ? "/>" : ""))
                .collect(Collectors.joining());

        assertTooLarge(changed(FACTURE, "<cbc:Note>", elements + "<cbc:Note>"), "names");
        assertTooLarge(changed(FACTURE, "<cbc:Note>", prefixes + "<cbc:Note>"), "names");
        assertTooLarge(changed(FACTURE, "<cbc:Note>", instructions + "<cbc:Note>"), "names");
        assertTooLarge(changed(FACTURE, "<cbc:Note>", attributes + "<cbc:Note>"), "names");
    }

    @Test
    void more_bytes_than_stated_are_refused() {
        byte[] bytes = FACTURE.getBytes(StandardCharsets.UTF_8);

        assertThat(EInvoiceReader.standard()
                        .atMostBytes(bytes.length)
                        .invoice("it.xml", new ByteArrayInputStream(bytes))
                        .load()
                        .value())
                .hasSize(1);
        assertThat(EInvoiceReader.standard()
                        .atMostBytes(bytes.length - 1)
                        .invoice("it.xml", new ByteArrayInputStream(bytes))
                        .load()
                        .problems()
                        .get(0)
                        .message())
                .isEqualTo("it.xml has more than " + (bytes.length - 1) + " bytes: it is not read any further");
        assertThatThrownBy(() -> EInvoiceReader.standard().atMostBytes(0)).hasMessage("most 0 is not above zero");
    }

    @Test
    void a_document_cut_off_anywhere_is_refused() {
        for (int length = 0; length < FACTURE.length() - 1; length += 7) {
            assertThat(refusal(FACTURE.substring(0, length)).code()).isEqualTo(EInvoiceProblem.NOT_XML);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PK\u0003\u0004", "%PDF-1.7", "{\"invoice\": 1}", "<a", "<a/><b/>", "\0", "text"})
    void what_is_no_xml_is_refused(String text) {
        Problem problem = refusal(text);

        assertThat(problem.code()).isIn(EInvoiceProblem.NOT_XML, EInvoiceProblem.NOT_AN_INVOICE);
        assertThat(problem.message()).doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "<html/>, html, ''",
        "<Invoice/>, Invoice, ''",
        "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'/>, Invoice, CreditNote-2",
        "<Order xmlns='urn:oasis:names:specification:ubl:schema:xsd:Order-2'/>, Order, Order-2",
        "<CrossIndustryDocument xmlns='urn:ferd:CrossIndustryDocument:invoice:1p0'/>, CrossIndustryDocument, 1p0"
    })
    void another_document_is_refused_by_its_root(String xml, String root, String namespace) {
        Problem problem = refusal(xml);

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.NOT_AN_INVOICE);
        assertThat(problem.attribute("element")).isEqualTo(root);
        assertThat(problem.attribute("namespace")).endsWith(namespace);
    }

    @Test
    void elements_of_other_namespaces_are_no_terms() {
        String tricked = changed(
                FACTURE,
                "<cbc:ID>FA-2026-0117</cbc:ID>",
                "<cbc:ID xmlns:cbc='urn:evil'>EVIL</cbc:ID><ID>EVIL</ID><x:ID xmlns:x='urn:oasis:names:specification:ubl:"
                        + "schema:xsd:CommonBasicComponents-2'>FA-2026-0117</x:ID><ID xmlns=''>EVIL</ID>");

        assertThat(refusal(tricked).message()).contains("EVIL"); // <ID> of the invoice's own namespace contradicts
        assertThat(invoice(changed(tricked, "<ID>EVIL</ID>", "")).number()).isEqualTo("FA-2026-0117");
    }

    @Test
    void xinclude_is_no_markup_of_ours(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String included = changed(
                FACTURE,
                "FA-2026-0117",
                "F-<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='" + secret.toUri()
                        + "'/>1");

        assertThat(invoice(included).number()).isEqualTo("F-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf_16_is_told_by_its_bytes(String charset) {
        String declared = changed(FACTURE, "encoding=\"UTF-8\"", "encoding=\"UTF-16\"");

        assertThat(Given.read(declared.getBytes(Charset.forName(charset)))
                        .value()
                        .get(0)
                        .buyer()
                        .name())
                .isEqualTo("Hôtel du Parc & Fils");
        assertThat(Given.read(("\uFEFF" + declared).getBytes(Charset.forName(charset)))
                        .errors())
                .hasSize(charset.equals("UTF-16") ? 1 : 0); // which writes a mark of its own: two are one too many
    }

    @Test
    void a_byte_order_mark_of_utf_8_is_no_text() {
        assertThat(invoice("\uFEFF" + FACTURE).number()).isEqualTo("FA-2026-0117");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "iso-8859-15", "windows-1252"})
    void other_encodings_are_read_as_declared(String charset) {
        byte[] bytes = changed(LASTSCHRIFT, "UTF-8", charset).getBytes(Charset.forName(charset));

        assertThat(Given.read(bytes).value().get(0).buyer().name()).isEqualTo("Gärtnerei Süd KG");
    }

    @Test
    void bytes_that_are_no_text_are_refused_without_a_word_on_the_console() {
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(refusal(LASTSCHRIFT.getBytes(StandardCharsets.ISO_8859_1))
                            .code())
                    .isEqualTo(EInvoiceProblem.WRONG_ENCODING);
            assertThat(refusal("\uFEFF<a>".getBytes(StandardCharsets.UTF_16)).code())
                    .isEqualTo(EInvoiceProblem.NOT_XML);
        } finally {
            System.setErr(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-7", "UTF-16", "UTF-32", "IBM037", "x-none", "ISO-8859-99", "windows-1259", "ISO-2022-JP"})
    void an_encoding_that_is_not_read_is_named(String encoding) {
        Problem problem = refusal(changed(FACTURE, "encoding=\"UTF-8\"", "encoding=\"" + encoding + "\""));

        assertThat(problem.code()).isEqualTo(EInvoiceProblem.UNKNOWN_ENCODING);
        assertThat(problem.attribute(Problem.VALUE)).isEqualTo(encoding);
    }

    @Test
    void text_that_hides_or_turns_text_is_shown_for_what_it_is() {
        Problem problem = refusal(changed(FACTURE, ">2026-03-02<", ">2026\u202E-03\u0085" + "9".repeat(200) + "<"));

        assertThat(problem.attribute(Problem.VALUE))
                .startsWith("2026\\u202E-03\\u0085999")
                .endsWith("…");
        assertThat(problem.attribute(Problem.VALUE).length()).isLessThan(100);
    }
}
