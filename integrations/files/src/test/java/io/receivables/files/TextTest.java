package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @Test
    void trimming_takes_off_every_kind_of_blank() {
        assertThat(Text.trim("\uFEFF\u00A0 \t Facture \u202F\u3000\r\n")).isEqualTo("Facture");
        assertThat(Text.trim(" \u00A0 ")).isEmpty();
        assertThat(Text.trim("a b")).isEqualTo("a b");
    }

    @Test
    void what_would_not_show_is_escaped() {
        assertThat(Text.shown("a\u0000b\u001B[31m\u202Ec\n")).isEqualTo("a\\u0000b\\u001B[31m\\u202Ec\\u000A");
        assertThat(Text.shown("é€😀")).isEqualTo("é€😀");
        assertThat(Text.shown("x\uD83Dy")).isEqualTo("x\\uD83Dy");
    }

    @Test
    void a_long_value_is_shortened() {
        assertThat(Text.shown("x".repeat(100_000))).isEqualTo("x".repeat(80) + "…");
        assertThat(Text.shown("x".repeat(80))).isEqualTo("x".repeat(80));
    }

    @ParameterizedTest
    @CsvSource({
        "ammount, amount",
        "invoiceNo, invoice_no",
        "InvoiceNumber, Invoice Number",
        "duedate, due_date",
        "betrag, amount",
    })
    void the_nearest_name_is_suggested(String word, String expected) {
        List<String> candidates =
                List.of("amount", "invoice_no", "Invoice Number", "due_date", "customer", "zzzzzzzzzzzzzzzzz");

        assertThat(Text.nearest(word, candidates)).isEqualTo(expected);
        assertThat(Text.nearest(word, List.of())).isEmpty();
    }
}
