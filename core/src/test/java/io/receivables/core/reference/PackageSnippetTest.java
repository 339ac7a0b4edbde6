package io.receivables.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the pages of the package show. */
class PackageSnippetTest {
    private static final Path PAGES = Path.of("src/main/java/io/receivables/core/reference");

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name + ".java")).replaceAll("\\s*\n \\*\\s*", " ");
    }

    @Test
    void references_are_made_found_and_checked_as_the_page_shows_it() throws IOException {
        PaymentReference reference = ReferenceScheme.RF.make("539007547034");

        assertThat(page("package-info"))
                .contains(
                        "ReferenceScheme.RF.make(\"539007547034\");   // " + reference.printed(),
                        "PaymentReferences.in(\"Payment RF18 5390 0754 7034 thanks\");",
                        "ReferenceScheme.RF.check(\"RF17539007547034\");",
                        "// RCV-REFERENCE-005: 18 would fit",
                        "PaymentReference.recognise(\"12344\");",
                        "// [FI, KID_MOD10]:");
        assertThat(PaymentReferences.in("Payment RF18 5390 0754 7034 thanks")).containsExactly(reference);
        assertThat(ReferenceScheme.RF.check("RF17539007547034").orElseThrow().toString())
                .startsWith("RCV-REFERENCE-005")
                .contains("18 would fit");
        assertThat(PaymentReference.recognise("12344")).hasToString("[FI, KID_MOD10]");
    }

    @Test
    void the_codes_of_the_pages_can_be_made() throws IOException {
        String epc = EpcQr.to(
                        "Wikimedia Foerdergesellschaft",
                        Iban.parse("DE33 1002 0500 0001 1947 00"),
                        Money.of("123.45", "EUR"))
                .withReference(ReferenceScheme.RF.make("539007547034"))
                .payload();
        StructuredAddress payee =
                new StructuredAddress("Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH");
        String swiss = SwissQr.of(
                        Iban.parse("CH44 3199 9123 0008 8901 2"),
                        payee,
                        Money.of("1949.75", "CHF"),
                        ReferenceScheme.QRR.make("21000000000313947143000901"))
                .payload();
        BankDetails details = BankDetails.of(
                        "Atelier Nord GmbH", Iban.parse("DE33100205000001194700"), Money.of("1234.56", "EUR"))
                .withReference(ReferenceScheme.RF.make("539007547034"));

        assertThat(epc).startsWith("BCD\n002");
        assertThat(page("EpcQr")).contains("Iban.parse(\"DE33 1002 0500 0001 1947 00\")", "make(\"539007547034\")");
        assertThat(swiss).contains("\nQRR\n");
        assertThat(page("SwissQr"))
                .contains("Iban.parse(\"CH44 3199 9123 0008 8901 2\")", "QRR.make(\"21000000000313947143000901\")");
        assertThat(details.text(Locale.FRENCH)).startsWith("Bénéficiaire");
        assertThat(details.payload()).isPresent();
        assertThat(page("BankDetails")).contains("Iban.parse(\"DE33100205000001194700\")", "details.payload();");
    }
}
