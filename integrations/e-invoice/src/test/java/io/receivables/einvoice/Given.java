package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The documents of the tests, and how to read them. */
final class Given {
    static final String FACTURE = text("facture.ubl.xml");
    static final String CREDIT_NOTE = text("credit-note.ubl.xml");
    static final String LASTSCHRIFT = text("lastschrift.cii.xml");
    static final String RATEN = text("raten.cii.xml");
    static final String TWO_CURRENCIES = text("two-currencies.ubl.xml");

    private Given() {}

    static byte[] bytes(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Given.class.getResourceAsStream(resource), resource)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static Loaded<List<EInvoice>> read(byte[] xml) {
        return EInvoiceReader.standard()
                .invoice("it.xml", new ByteArrayInputStream(xml))
                .load();
    }

    static Loaded<List<EInvoice>> read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The invoice of a document without errors. */
    static EInvoice invoice(String xml) {
        Loaded<List<EInvoice>> loaded = read(xml);
        assertThat(loaded.errors()).isEmpty();
        return loaded.value().get(0);
    }

    static List<ProblemCode> codes(String xml) {
        return read(xml).problems().stream().map(Problem::code).toList();
    }

    /** The one problem that keeps a document out. */
    static Problem refusal(byte[] xml) {
        Loaded<List<EInvoice>> loaded = read(xml);
        assertThat(loaded.value()).isEmpty();
        assertThat(loaded.errors()).hasSize(1);
        return loaded.errors().get(0);
    }

    static Problem refusal(String xml) {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A document with a part replaced, which must be there. */
    static String changed(String xml, String part, String by) {
        assertThat(xml).contains(part);
        return xml.replace(part, by);
    }
}
