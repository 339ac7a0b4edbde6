package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Documents that were damaged at random: nothing comes out but an invoice or problems that say why there is none. {@code
 * mvn -Pfuzz -pl integrations/e-invoice -am verify} tries many more.
 */
class EInvoiceFuzzProperties {
    private static final List<String> DOCUMENTS =
            List.of(Given.FACTURE, Given.CREDIT_NOTE, Given.LASTSCHRIFT, Given.RATEN, Given.TWO_CURRENCIES);
    private static final List<String> SCRAPS = List.of(
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "&",
            "&#0;",
            "&#x10FFFF;",
            "&amp;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<?xml version=\"1.1\"?>",
            "<!DOCTYPE a [",
            "<!ENTITY e 'e'>",
            "\0",
            "\uFEFF",
            "\uFFFF",
            "\uD800",
            "\u202E",
            "-",
            "+",
            ".",
            "9".repeat(30),
            "1e9",
            "-0.00",
            "2026-02-30",
            "EUR",
            "XXX",
            "JPY",
            " ",
            "\n",
            "currencyID=\"USD\"",
            "xmlns=\"\"",
            "xml:space=\"preserve\"",
            "x".repeat(500),
            "<a>".repeat(120),
            "<cbc:ID>1</cbc:ID>");
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.ISO_8859_1);

    @Property
    void a_damaged_document_ends_in_an_invoice_or_in_problems(
            @ForAll long seed, @ForAll @IntRange(max = 6) int damages) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(pick(DOCUMENTS, random));
        for (int i = 0; i < damages; i++) {
            damage(text, random);
        }
        byte[] bytes = text.toString().getBytes(pick(ENCODINGS, random));
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        read(bytes);
    }

    /** Damages that leave the markup whole get further into the reader. */
    @Property
    void a_document_with_other_texts_ends_in_an_invoice_or_in_problems(@ForAll long seed) {
        Random random = new Random(seed);
        String text = pick(DOCUMENTS, random);
        for (int i = 0; i < 4; i++) {
            int from = text.indexOf('>', random.nextInt(text.length() - 100)) + 1;
            int to = text.indexOf('<', from);
            if (from > 0 && to > from) {
                String scrap =
                        pick(SCRAPS, random).replace("&", "").replace("<", "").replace("\0", "");
                text = text.substring(0, from) + scrap + text.substring(random.nextBoolean() ? from : to);
            }
        }
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void bytes_without_sense_end_in_a_problem(@ForAll byte[] bytes) {
        assertThat(read(bytes).value()).isEmpty();
    }

    private static void damage(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, pick(SCRAPS, random));
            case 2 -> text.insert(from, text.substring(from, to));
            case 3 -> text.replace(from, to, pick(SCRAPS, random));
            default -> text.setLength(random.nextInt(4) == 0 ? from : text.length());
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Loaded<List<EInvoice>> read(byte[] bytes) {
        Loaded<List<EInvoice>> loaded = Given.read(bytes);
        assertThat(loaded.value()).hasSize(loaded.errors().isEmpty() ? 1 : 0);
        for (Problem problem : loaded.problems()) {
            assertThat(problem.attribute(Problem.FILE)).isEqualTo("it.xml");
            assertThat(problem.message(Locale.FRENCH)).doesNotContainPattern("\\{[a-z]+}");
            assertThat(problem.message(Locale.ENGLISH)).doesNotContainPattern("\\{[a-z]+}");
        }
        for (EInvoice invoice : loaded.value()) {
            assertThat(invoice.documentDraft().id()).isNotBlank();
            assertThat(invoice.suggestions()).hasSameSizeAs(invoice.terms().texts());
            assertThat(invoice.customerDraft().id()).isNotBlank();
        }
        return loaded;
    }
}
