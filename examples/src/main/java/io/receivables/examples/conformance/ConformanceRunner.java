package io.receivables.examples.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs files of worked examples and prints what failed, what was skipped and how many passed. A case passes only if the
 * library's answer is the expected one, or if it refuses what it is to refuse; a file or case that cannot be made out
 * counts as failed.
 */
public final class ConformanceRunner {
    private static final int LONGEST_SHOWN = 600;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, ConformanceKind> kinds;
    private final PrintStream out;

    public ConformanceRunner(List<ConformanceKind> kinds, PrintStream out) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ConformanceKind::name, Function.identity()));
        this.out = out;
    }

    /** A runner of all kinds that the library supports. */
    public static ConformanceRunner standard(PrintStream out) {
        return new ConformanceRunner(
                List.of(
                        new AgingKind(),
                        new DsoKind(),
                        new DueDatesKind(),
                        new TermTextsKind(),
                        new LateInterestKind(),
                        new DiscountFinancingKind(),
                        new DunningKind(),
                        new ReferencesKind()),
                out);
    }

    /**
     * Counts of one file.
     *
     * @param kind the file's kind; its name where it states none
     */
    public record Tally(String kind, int passed, int failed, int skipped) {
        @Override
        public String toString() {
            return kind + ": " + passed + " passed, " + failed + " failed, " + skipped + " skipped";
        }
    }

    /** Runs one file and prints its tally. */
    public Tally run(Path file) {
        Tally tally = new FileRun(file).run();
        out.println(shown(tally.toString()));
        return tally;
    }

    /** One file while it runs. */
    private final class FileRun {
        private final Path file;
        private final Map<String, Integer> skipped = new TreeMap<>();
        private int passed;
        private int failed;

        FileRun(Path file) {
            this.file = file;
        }

        Tally run() {
            String name = String.valueOf(file.getFileName());
            try {
                JsonNode root = read();
                name = kindOf(root);
                JsonNode cases = root.get("cases");
                ConformanceKind kind = kinds.get(name);
                if (cases == null || (cases.isEmpty() && cases.isArray())) {
                    out.println("skipped: " + shown(name) + " (no cases)");
                } else if (!cases.isArray()) {
                    throw new MalformedCaseException("\"cases\" is no list");
                } else if (kind == null) {
                    skipped.put(name, cases.size());
                } else {
                    run(kind, cases);
                }
            } catch (MalformedCaseException e) {
                failed++;
                out.println("FAILED " + shown(String.valueOf(file.getFileName())) + ": " + shown(e.what()));
            }
            printSkipped();
            return new Tally(
                    name,
                    passed,
                    failed,
                    skipped.values().stream().mapToInt(n -> n).sum());
        }

        private JsonNode read() {
            try (InputStream bytes = Files.newInputStream(file)) {
                return MAPPER.readTree(bytes);
            } catch (JsonProcessingException e) {
                throw new MalformedCaseException("no JSON document: " + e.getOriginalMessage());
            } catch (IOException e) {
                throw new MalformedCaseException("cannot be read: " + e);
            }
        }

        private static String kindOf(JsonNode root) {
            if (!root.isObject() || !root.path("kind").isTextual()) {
                throw new MalformedCaseException("no object with a \"kind\"");
            }
            return root.get("kind").textValue();
        }

        private void run(ConformanceKind kind, JsonNode cases) {
            for (int i = 0; i < cases.size(); i++) {
                JsonNode node = cases.get(i);
                String id = node.path("id").isTextual() ? node.get("id").textValue() : "case " + (i + 1);
                try {
                    String difference = difference(kind, id, node);
                    if (difference == null) {
                        passed++;
                    } else {
                        fail(id, difference);
                    }
                } catch (NotSupportedException e) {
                    skipped.merge(e.name(), 1, Integer::sum);
                } catch (MalformedCaseException e) {
                    fail(id, "  malformed: " + shown(e.what()));
                }
            }
        }

        private void fail(String id, String difference) {
            failed++;
            out.println("FAILED " + shown(id));
            out.println(difference);
        }

        private void printSkipped() {
            if (!skipped.isEmpty()) {
                out.println("skipped: "
                        + skipped.entrySet().stream()
                                .map(entry -> shown(entry.getKey()) + " (" + entry.getValue() + ")")
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    /** What is expected and what the library answered instead; null when it conforms. */
    private static @Nullable String difference(ConformanceKind kind, String id, JsonNode node) {
        ConformanceCase given = read(id, node);
        BigDecimal tolerance = tolerance(node, kind.defaultTolerance());
        String expected =
                given.reject() ? "to be refused" : shown(given.expect().toString());
        String actual;
        try {
            JsonNode answer = kind.run(given);
            if (!given.reject() && new Comparison(tolerance).matches(kind.expectation(given), answer)) {
                return null;
            }
            actual = shown(answer.toString());
        } catch (NotSupportedException | MalformedCaseException e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            if (given.reject()) {
                return null;
            }
            actual = "refused: " + shown(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // neither an answer nor a refusal, whatever was expected
            actual = "broke down: " + shown(e.toString());
        }
        return "  expected " + expected + System.lineSeparator() + "  actual   " + actual;
    }

    private static ConformanceCase read(String id, JsonNode node) {
        JsonNode reject = node.path("reject");
        if (!reject.isMissingNode() && !reject.isBoolean()) {
            throw new MalformedCaseException("\"reject\" is neither true nor false");
        }
        JsonNode expect = node.path("expect");
        if (!expect.isObject() && !reject.booleanValue()) {
            throw new MalformedCaseException("\"expect\" is no object");
        }
        return new ConformanceCase(
                id,
                new Input(node.path("input"), "input"),
                expect.isObject() ? expect : JsonNodeFactory.instance.objectNode(),
                reject.booleanValue());
    }

    private static BigDecimal tolerance(JsonNode node, BigDecimal absent) {
        JsonNode stated = node.path("tolerance");
        if (stated.isMissingNode() || stated.isNull()) {
            return absent;
        }
        try {
            BigDecimal tolerance = Input.decimalOf(stated.asText());
            if (tolerance.signum() >= 0) {
                return tolerance;
            }
        } catch (IllegalArgumentException e) {
            // no number: as malformed as a negative one
        }
        throw new MalformedCaseException("\"tolerance\" is no number of zero or more");
    }

    /** A text of any origin on one line, without control characters. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + " …";
    }
}
