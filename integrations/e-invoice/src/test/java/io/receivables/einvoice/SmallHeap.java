package io.receivables.einvoice;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** A program for a JVM with a small heap: reads documents that are larger than it, and prints what became of them. */
final class SmallHeap {
    private static final int MANY = 15_000;

    private SmallHeap() {}

    public static void main(String[] args) {
        for (String kind : args) {
            Loaded<List<EInvoice>> loaded =
                    EInvoiceReader.standard().invoice(kind, document(kind)).load();
            List<String> problems = loaded.problems().stream()
                    .map(problem -> problem.code() + " " + problem.attribute("what") + problem.attribute(Problem.FIELD))
                    .toList();
            System.out.println(kind + ": " + loaded.value().size() + " read " + problems);
        }
    }

    /** About 75 MB each, made when they are read: 15,000 parts of 5,000 characters. */
    private static InputStream document(String kind) {
        String x = "x".repeat(5_000);
        return switch (kind) {
            case "attachment" -> line("<a>", i -> x, "</a>");
            case "lines" -> line("", i -> "<a b='1'>text</a>".repeat(250), "");
            case "attribute" -> line("<a b='", i -> x, "'/>");
            case "attributes" -> line("<a ", i -> "b" + i + "='" + x + "' ", "/>");
            case "comment" -> line("<!--", i -> x, "-->");
            case "cdata" -> line("<![CDATA[", i -> x, "]]>");
            case "names" -> line("", i -> "<a" + i + x.substring(4_500) + "/>", "");
            case "namespaces" -> line("", i -> "<a xmlns='" + i + x.substring(4_500) + "'/>", "");
            case "depth" -> line("", i -> "<a>".repeat(1_000), "");
            case "number" -> head("<cbc:ID>", i -> x, "</cbc:ID>");
            case "means" -> head("", i -> "<cac:PaymentMeans/>".repeat(250), "");
            case "dates" -> head("", i -> "<cbc:DueDate>x</cbc:DueDate>".repeat(200), "");
            case "bomb" -> bomb();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static InputStream line(String before, IntFunction<String> part, String after) {
        return within("<cac:InvoiceLine>", before, part, after);
    }

    private static InputStream head(String before, IntFunction<String> part, String after) {
        return within("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", before, part, after);
    }

    private static InputStream within(String place, String before, IntFunction<String> part, String after) {
        int end = Given.FACTURE.indexOf(place) + place.length();
        return stream(Given.FACTURE.substring(0, end) + before, part, after + Given.FACTURE.substring(end));
    }

    /** Each entity is ten of the one before it. */
    private static InputStream bomb() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY e0 'lol'>");
        for (int i = 1; i < 20; i++) {
            entities.append("<!ENTITY e").append(i).append(" '");
            entities.append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
        }
        String xml = Given.FACTURE.replace("?>", "?>" + entities + "]>").replace("FA-2026-0117", "&e19;");
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(String before, IntFunction<String> part, String after) {
        return new Parts(i -> i < 0 ? before : i < MANY ? part.apply(i) : after);
    }

    /** Bytes that are made when they are read. */
    private static final class Parts extends InputStream {
        private final IntFunction<String> parts;
        private int next = -1;
        private InputStream current = InputStream.nullInputStream();

        Parts(IntFunction<String> parts) {
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = current.read(buffer, offset, length);
            while (read < 0 && next <= MANY) {
                current = new ByteArrayInputStream(parts.apply(next).getBytes(StandardCharsets.UTF_8));
                next++;
                read = current.read(buffer, offset, length);
            }
            return read;
        }
    }
}
