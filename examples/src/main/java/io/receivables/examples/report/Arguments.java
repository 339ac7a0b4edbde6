package io.receivables.examples.report;

import io.receivables.core.Money;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the report was asked for on the command line. */
public final class Arguments {
    private static final List<String> OPTIONS = List.of(
            "--invoices",
            "--payments",
            "--mapping",
            "--answer",
            "--save-mapping",
            "--as-of",
            "--currency",
            "--rejected",
            "--lang",
            "--json",
            "--html");
    private static final List<String> READ = List.of("--invoices", "--payments", "--mapping");
    private static final List<String> WRITTEN = List.of("--json", "--html", "--save-mapping");
    private static final List<String> ONLY_WITH_INVOICES =
            List.of("--payments", "--mapping", "--currency", "--rejected", "--answer", "--save-mapping");
    private static final List<String> ONLY_WITH_AUTO = List.of("--answer", "--save-mapping");
    /** The value of --mapping that asks for one to be made. */
    private static final String AUTO = "auto";

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private Texts texts = Texts.english();
    private boolean help;

    private Arguments() {}

    /**
     * Reads a command line.
     *
     * @throws UsageException if an option is unknown, given twice, without its value or with a wrong one, or if another one
     *     is needed with it
     */
    public static Arguments parse(String... args) throws UsageException {
        Arguments arguments = new Arguments();
        arguments.texts = language(args);
        arguments.read(new ArrayDeque<>(List.of(args)));
        if (!arguments.help) {
            arguments.check();
        }
        return arguments;
    }

    /** The language is looked for first, so that whatever else is wrong is said in it. */
    private static Texts language(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang=fr")
                    || (args[i].equals("--lang") && i + 1 < args.length && args[i + 1].equals("fr"))) {
                return Texts.french();
            }
        }
        return Texts.english();
    }

    private void read(Deque<String> args) throws UsageException {
        while (!args.isEmpty()) {
            String arg = args.remove();
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            String option = equals < 0 ? arg : arg.substring(0, equals);
            if (arg.equals("--help") || arg.equals("-h")) {
                help = true;
            } else if (!OPTIONS.contains(option)) {
                throw wrong(arg.startsWith("-") ? "usage.unknown" : "usage.unexpected", arg);
            } else if (equals >= 0) {
                put(option, arg.substring(equals + 1));
            } else if (args.isEmpty() || args.element().startsWith("--")) {
                throw wrong("usage.value", option);
            } else {
                put(option, args.remove());
            }
        }
    }

    private void put(String option, String value) throws UsageException {
        if (value.isBlank()) {
            throw wrong("usage.value", option);
        }
        boolean severalTimes = option.equals("--answer");
        if (values.put(option, value) != null && !severalTimes) {
            throw wrong("usage.twice", option);
        }
        if (severalTimes) {
            answer(value);
        }
    }

    private void answer(String value) throws UsageException {
        int equals = value.indexOf('=');
        if (equals <= 0 || equals == value.length() - 1) {
            throw wrong("usage.answer", value);
        }
        String key = value.substring(0, equals);
        if (answers.put(key, value.substring(equals + 1)) != null) {
            throw wrong("usage.twice", "--answer " + key);
        }
    }

    private void check() throws UsageException {
        String lang = values.getOrDefault("--lang", "en");
        if (!lang.equals("en") && !lang.equals("fr")) {
            throw wrong("usage.lang", lang);
        }
        boolean files = values.containsKey("--invoices");
        for (String option : ONLY_WITH_INVOICES) {
            if (!files && values.containsKey(option)) {
                throw wrong("usage.needs-invoices", option);
            }
        }
        for (String option : ONLY_WITH_AUTO) {
            if (!autoMapping() && values.containsKey(option)) {
                throw wrong("usage.needs-auto", option);
            }
        }
        if (files && !values.containsKey("--as-of")) {
            throw wrong("usage.needs-as-of");
        }
        String asOf = values.get("--as-of");
        if (asOf != null && !isBusinessDate(asOf)) {
            throw wrong("usage.date", asOf);
        }
        checkCurrency();
        checkPaths();
    }

    private static boolean isBusinessDate(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 9999;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void checkCurrency() throws UsageException {
        String currency = values.get("--currency");
        if (currency != null) {
            try {
                Money.currency(currency);
            } catch (IllegalArgumentException e) {
                throw wrong("usage.currency", currency);
            }
        }
    }

    private void checkPaths() throws UsageException {
        for (String option : Stream.of(READ, WRITTEN, List.of("--rejected"))
                .flatMap(List::stream)
                .toList()) {
            try {
                path(option);
            } catch (InvalidPathException e) {
                throw wrong("usage.path", option, values.getOrDefault(option, ""));
            }
        }
        for (String written : WRITTEN) {
            for (String other : Stream.concat(READ.stream(), WRITTEN.stream()).toList()) {
                Optional<Path> file = path(written);
                Optional<Path> same = path(other);
                if (!other.equals(written) && file.isPresent() && same.isPresent() && isSame(file.get(), same.get())) {
                    throw wrong("usage.overwrites", written, file.get(), other);
                }
            }
        }
    }

    private static boolean isSame(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    UsageException wrong(String key, Object... arguments) {
        String line = texts.text(key, arguments).replaceAll("\\p{Cntrl}", " ");
        return new UsageException(line + " " + texts.text("usage.see-help"));
    }

    /** Whether only the usage is asked for. */
    public boolean help() {
        return help;
    }

    public Texts texts() {
        return texts;
    }

    /** The invoice file; empty for the sample ledger. */
    public Optional<Path> invoices() {
        return path("--invoices");
    }

    public Optional<Path> payments() {
        return path("--payments");
    }

    /** The mapping document; empty for canonical headers, and where a mapping is to be made. */
    public Optional<Path> mapping() {
        return autoMapping() ? Optional.empty() : path("--mapping");
    }

    /** Whether a mapping is to be made for files of an unknown system. */
    public boolean autoMapping() {
        return AUTO.equals(values.get("--mapping"));
    }

    /** What is answered to the questions that the files leave open, by their keys. */
    public Map<String, String> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** Where to write the mapping that was made. */
    public Optional<Path> savedMapping() {
        return path("--save-mapping");
    }

    /** The folder for rows that were left out. */
    public Optional<Path> rejected() {
        return path("--rejected");
    }

    /** Where to write the report as JSON. */
    public Optional<Path> json() {
        return path("--json");
    }

    /** Where to write the report as a page. */
    public Optional<Path> html() {
        return path("--html");
    }

    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(values.get("--as-of")).map(LocalDate::parse);
    }

    /** The currency of files without a currency column. */
    public Optional<String> currency() {
        return Optional.ofNullable(values.get("--currency"));
    }

    private Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Paths::get);
    }
}
