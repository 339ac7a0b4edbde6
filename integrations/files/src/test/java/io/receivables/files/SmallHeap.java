package io.receivables.files;

import io.receivables.core.ledger.Workers;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A program for a JVM with a small heap: reads what it is told to and prints what became of it. */
final class SmallHeap {
    private static final String GOOD = "F-%d,C1,2026-01-05,2026-02-04,EUR,1.00%n";

    private SmallHeap() {}

    public static void main(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("columns:")) {
                Path file = Path.of(arg.substring("columns:".length()));
                print(
                        "columns",
                        () -> ColumnarCsv.of(file).keepingProblems(1_000).load(Workers.caller()));
                continue;
            }
            CsvLedgerReader reader = CsvLedgerReader.canonical().keepingProblems(1_000);
            if (arg.startsWith("file:")) {
                reader.invoices(Path.of(arg.substring("file:".length())));
            } else {
                reader.invoices(arg, hostile(arg));
            }
            print(arg, reader::load);
        }
    }

    private static void print(String name, Supplier<LoadedLedger> reader) {
        String outcome;
        try {
            LoadedLedger loaded = reader.get();
            Map<String, Integer> codes = new TreeMap<>();
            loaded.problems().forEach(problem -> codes.merge(problem.code().toString(), 1, Integer::sum));
            outcome = loaded.counts().accepted() + " accepted, adds up "
                    + loaded.counts().addUp() + " " + codes;
        } catch (CsvException e) {
            outcome = e.problem().code().toString();
        }
        System.out.println(name.replaceFirst("file:.*", "file") + ": " + outcome);
    }

    /** Far more characters than the heap holds. */
    static Reader hostile(String kind) {
        return switch (kind) {
            case "line" -> text(200_000, i -> "x".repeat(5_000));
            case "quoted cell" -> text(40_000, i -> i == 0 ? "\"" : "x".repeat(4_999) + (i % 10 == 0 ? '\n' : 'y'));
            case "columns" -> text(60, i -> ",".repeat(1_000_000));
            case "header" -> new Stream(60, i -> "column,".repeat(100_000), "");
            case "NULs" -> text(20_000, i -> "\0".repeat(5_000));
            case "bad rows" -> text(300_000, i -> ",C1,2026-13-05,=HYPERLINK(1),EUR,1e9\n");
            case "malformed rows" -> text(30_000, i -> "\"F" + i + "\" x,C1,2026-01-05,\"2026-02-04\"\n");
            case "blank lines" -> text(10_000, i -> "\n\r\n,,,\n".repeat(100));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Reader text(int parts, IntFunction<String> part) {
        String before = Given.HEADER + String.format(Locale.ROOT, GOOD, 1);
        String after = String.format(Locale.ROOT, "%n" + GOOD, 2);
        return new Stream(parts, i -> (i == 0 ? before : "") + part.apply(i), after);
    }

    /** Characters that are made when they are read. */
    private static final class Stream extends Reader {
        private final int parts;
        private final IntFunction<String> part;
        private final String after;
        private int next;
        private Reader current = new StringReader("");

        Stream(int parts, IntFunction<String> part, String after) {
            this.parts = parts;
            this.part = part;
            this.after = after;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws java.io.IOException {
            int read = current.read(buffer, offset, length);
            while (read < 0 && next <= parts) {
                current = new StringReader(next == parts ? after : part.apply(next));
                next++;
                read = current.read(buffer, offset, length);
            }
            return read;
        }

        @Override
        public void close() {}
    }
}
