package io.receivables.dunning.letters;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Escaper;
import com.samskivert.mustache.Template;
import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The catalogue of templates: files by name, immutable. Those that ship can be replaced one by one, and others added.
 *
 * <ul>
 *   <li>{@code fr/reminder-firm.txt}: the words of a template in a language, in parts: {@code == subject}, {@code == body}
 *       and {@code == closing} (paragraphs before and after the figures), {@code == legal}, {@code == script} (phone and
 *       visits), {@code == short} (text messages). {@code == body letter} holds for one channel only.
 *   <li>{@code fr-CA/reminder-firm.txt}: the parts that differ in a country.
 *   <li>{@code fr/labels.properties}: the labels of the layouts.
 *   <li>{@code fr/legal/FR.txt}: the partial {@code legal} of a formal notice under the law of a country.
 *   <li>{@code fr/partial/crossed.txt}: the partial {@code crossed} of words.
 *   <li>{@code layout/email.html}, {@code layout/email.txt}: how a message of a channel is laid out. Channels: {@code
 *       email}, {@code letter} (registered ones too), {@code portal}, {@code phone}, {@code text-message}, {@code visit}.
 *       Any other name in this folder is a partial of layouts, such as {@code layout/statement.html}.
 *   <li>{@code fr/reminder-firm.email.html}: the layout of one template, language and channel.
 * </ul>
 *
 * Templates have values, sections, inverted sections, partials and comments, and no logic. They are read as untrusted
 * input: each is checked when it is added, with all its partials, against the names that letters have, and its size and
 * depth are bounded. A value that may be absent can only be used within its own section, so no letter has a blank where a
 * value belongs. In HTML every value is escaped; in text none can bring a line break.
 */
public final class Templates {
    /** The languages that letters are written in. */
    public static final List<String> LANGUAGES = List.of(LetterLocale.ENGLISH, LetterLocale.FRENCH);

    private static final String LAYOUT = "layout/";
    private static final String TEXT = "txt";
    private static final String HTML = "html";

    /** The forms of a layout. */
    static final List<String> FORMATS = List.of(TEXT, HTML);

    private static final Pattern WORDS = Pattern.compile("((?:en|fr)(?:-[A-Z]{2})?)/([a-z0-9][a-z0-9-]*)\\.txt");
    private static final Pattern LABELS = Pattern.compile("((?:en|fr)(?:-[A-Z]{2})?)/labels\\.properties");
    private static final Pattern PARTIAL =
            Pattern.compile("((?:en|fr)(?:-[A-Z]{2})?)/(?:partial/[A-Za-z0-9-]+|legal/[A-Z]{2}(?:-[A-Z]{2})?)\\.txt");
    private static final Pattern LAYOUTS = Pattern.compile("layout/([A-Za-z0-9-]+)\\.(txt|html)");
    private static final Pattern OWN_LAYOUT = Pattern.compile("((?:en|fr)(?:-[A-Z]{2})?)/([a-z0-9][a-z0-9-]*)"
            + "\\.(email|letter|portal|phone|text-message|visit)\\.(txt|html)");

    private static final Escaper HTML_ESCAPER = Escapers.simple(
            new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private static final class Shipped {
        private static final Templates TEMPLATES = new Templates(Map.of(), files(Templates.class, "", index()));

        private static String[] index() {
            return resource(Templates.class, "templates.txt").lines().toArray(String[]::new);
        }
    }

    private final Map<String, String> files;
    private final Map<String, Words> words = new HashMap<>();
    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final Map<LetterLocale, Map<String, String>> typesetLabels = new ConcurrentHashMap<>();
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(Map<String, String> known, Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>(known);
        changed.forEach((file, text) -> all.put(file, text.stripTrailing()));
        this.files = Collections.unmodifiableMap(all);
        List<Problem> problems = new ArrayList<>();
        this.files.forEach((name, text) -> parse(name, text, problems));
        if (problems.isEmpty()) {
            review(changed.keySet(), problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems.stream().distinct().toList());
        }
    }

    // ---- making a catalogue

    /** The templates that ship. */
    public static Templates shipped() {
        return Shipped.TEMPLATES;
    }

    /**
     * This catalogue with a further file, or another text of one that it has.
     *
     * @throws InvalidTemplateException if the name is none of a template or the text has mistakes
     */
    public Templates with(String file, String text) {
        return with(Map.of(file, text));
    }

    /**
     * {@link #with(String, String)}, several files at once.
     *
     * @param further texts by file name
     */
    public Templates with(Map<String, String> further) {
        return new Templates(files, further);
    }

    /**
     * {@link #with(Map)} all {@code .txt}, {@code .html} and {@code .properties} files, in UTF-8, below a folder.
     *
     * @throws UncheckedIOException if a file cannot be read, is no UTF-8 or is too large for a template
     */
    public Templates withFolder(Path folder) {
        Map<String, String> further = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".txt") || name.endsWith(".html") || name.endsWith(".properties")) {
                    further.put(name, read(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("templates in " + folder + " cannot be read", e);
        }
        return with(further);
    }

    private static String read(Path path) throws IOException {
        if (Files.size(path) > TemplateReview.LARGEST * 4L) {
            throw new IOException(path + " is too large for a template");
        }
        return Files.readString(path);
    }

    /**
     * {@link #with(Map)} files of the class path, found from a class as {@link Class#getResource} finds them.
     *
     * @param from the class beside which they lie
     * @param folder where, ended by a slash; empty for beside the class
     * @param names the files' names, such as {@code fr/reminder-firm.txt}
     * @throws IllegalArgumentException if there is no such file, or as {@link #with(Map)}
     */
    public Templates withResources(Class<?> from, String folder, String... names) {
        return with(files(from, folder, names));
    }

    private static Map<String, String> files(Class<?> from, String folder, String... names) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, resource(from, folder + name));
        }
        return files;
    }

    private static String resource(Class<?> from, String name) {
        try (InputStream stream = from.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no template " + name + " beside " + from.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " cannot be read", e);
        }
    }

    /** The files by name, with their texts: where to begin when one is to be changed. */
    public Map<String, String> files() {
        return files;
    }

    /** The names of the templates that a language has words for, such as {@code reminder-firm}. */
    public Set<String> names(String language) {
        Set<String> names = new TreeSet<>();
        words.keySet().forEach(file -> {
            Matcher matcher = WORDS.matcher(file);
            if (matcher.matches() && matcher.group(1).equals(language)) {
                names.add(matcher.group(2));
            }
        });
        return names;
    }

    // ---- checking it

    private void parse(String name, String text, List<Problem> problems) {
        if (LABELS.matcher(name).matches()) {
            labels.put(name, labels(name, text, problems));
        } else if (WORDS.matcher(name).matches()) {
            Words parsed = Words.parse(name, text);
            words.put(name, parsed);
            problems.addAll(parsed.problems());
        } else if (!PARTIAL.matcher(name).matches()
                && !LAYOUTS.matcher(name).matches()
                && !OWN_LAYOUT.matcher(name).matches()) {
            problems.add(Problem.of(LetterProblem.UNKNOWN_FILE, "file", CleanText.of(name)));
        }
    }

    private static Map<String, String> labels(String name, String text, List<Problem> problems) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Problem.of(
                    LetterProblem.MALFORMED, "file", name, "what", "unclosed-tag", "value", CleanText.of(text)));
        }
        Map<String, String> labels = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> labels.put(key, CleanText.of(properties.getProperty(key))));
        return labels;
    }

    /** Reads what changed, and all that may include it. */
    private void review(Set<String> changed, List<Problem> problems) {
        boolean allWords =
                changed.stream().anyMatch(file -> PARTIAL.matcher(file).matches());
        boolean allLayouts = changed.stream()
                .anyMatch(file ->
                        LAYOUTS.matcher(file).matches() || LABELS.matcher(file).matches());
        List<String> affected = files.keySet().stream()
                .filter(file -> changed.contains(file) || (isLayout(file) ? allLayouts : allWords))
                .toList();
        for (String tag : tags()) {
            LetterLocale locale = LetterLocale.ofTag(tag);
            affected.forEach(file -> review(file, locale, problems));
        }
    }

    private static boolean isLayout(String file) {
        return file.startsWith(LAYOUT) || OWN_LAYOUT.matcher(file).matches();
    }

    /** The language tags that there are folders of. */
    private Set<String> tags() {
        Set<String> tags = new TreeSet<>(LANGUAGES);
        files.keySet().stream()
                .filter(file -> !file.startsWith(LAYOUT))
                .forEach(file -> tags.add(file.substring(0, file.indexOf('/'))));
        return tags;
    }

    private void review(String file, LetterLocale locale, List<Problem> problems) {
        boolean isOfLocale = file.startsWith(locale.tag() + "/") || file.startsWith(locale.language() + "/");
        Matcher layout = LAYOUTS.matcher(file);
        Matcher own = OWN_LAYOUT.matcher(file);
        if (isOfLocale && words.containsKey(file)) {
            words(file)
                    .parts()
                    .values()
                    .forEach(part -> problems.addAll(review(part, file, locale).problems()));
        } else if (isOfLocale && PARTIAL.matcher(file).matches()) {
            problems.addAll(review(text(file), file, locale).problems());
        } else if (isOfLocale && own.matches()) {
            problems.addAll(reviewLayout(file, own.group(4), locale).problems());
        } else if (layout.matches() && LetterModel.isLayout(layout.group(1))) {
            problems.addAll(reviewLayout(file, layout.group(2), locale).problems());
        }
    }

    private TemplateReview review(String part, String file, LetterLocale locale) {
        return review(part, file, locale, "");
    }

    private TemplateReview review(String part, String file, LetterLocale locale, String country) {
        return TemplateReview.of(
                new TemplateReview.File(file, part), LetterModel.WORDS, name -> wordsPartial(name, locale, country));
    }

    private TemplateReview reviewLayout(String file, String format, LetterLocale locale) {
        Shape shape = LetterModel.layout(file, labels(locale).keySet());
        return TemplateReview.of(
                new TemplateReview.File(file, text(file)), shape, name -> file(LAYOUT + name + "." + format));
    }

    // ---- finding what a letter needs

    /** The words of a part for a channel, as a country has them or else the language. */
    Optional<Found> part(String template, Words.Part part, Channel channel, LetterLocale locale) {
        for (String folder : folders(locale)) {
            String file = folder + "/" + template + ".txt";
            Words found = words.get(file);
            Optional<String> text = found == null ? Optional.empty() : found.part(part, channel);
            if (text.isPresent()) {
                return Optional.of(new Found(file, text.get()));
            }
        }
        return Optional.empty();
    }

    /** A part of words and the file that it is in. */
    record Found(String file, String text) {}

    boolean hasWords(String template, LetterLocale locale) {
        return folders(locale).stream().anyMatch(folder -> words.containsKey(folder + "/" + template + ".txt"));
    }

    /** The labels of the layouts. */
    Map<String, String> labels(LetterLocale locale) {
        return typesetLabels.computeIfAbsent(locale, this::typesetLabels);
    }

    private Map<String, String> typesetLabels(LetterLocale locale) {
        Map<String, String> all = new TreeMap<>();
        List<String> folders = folders(locale);
        for (int i = folders.size() - 1; i >= 0; i--) {
            all.putAll(labels.getOrDefault(folders.get(i) + "/labels.properties", Map.of()));
        }
        all.replaceAll((key, label) -> locale.typeset(label));
        return Collections.unmodifiableMap(all);
    }

    /** What a part shows; for the check of mentions. */
    TemplateReview reviewPart(Found part, LetterLocale locale, String country) {
        return review(part.text(), part.file(), locale, country);
    }

    /** What a layout shows. */
    Optional<TemplateReview> reviewLayout(String template, Channel channel, String format, LetterLocale locale) {
        return layout(template, channel, format, locale).map(file -> reviewLayout(file, format, locale));
    }

    private Optional<String> layout(String template, Channel channel, String format, LetterLocale locale) {
        String layout = LetterModel.layoutOf(channel);
        Stream<String> own =
                folders(locale).stream().map(folder -> folder + "/" + template + "." + layout + "." + format);
        return Stream.concat(own, Stream.of(LAYOUT + layout + "." + format))
                .filter(files::containsKey)
                .findFirst();
    }

    // ---- writing

    /** The words of a part, as one text; values in it are cleaned by the model. */
    String write(Found part, LetterLocale locale, String country, Map<String, Object> model) {
        String key = String.join("\n", locale.tag(), country, part.text());
        return compiled.computeIfAbsent(
                        key,
                        each -> compile(
                                locale.typeset(review(part.text(), part.file(), locale, country)
                                        .whole()),
                                Escapers.NONE))
                .execute(model);
    }

    /** A message in plain text or HTML; empty where the channel has no such form. */
    Optional<String> write(
            String template, Channel channel, boolean html, LetterLocale locale, Map<String, Object> model) {
        String format = html ? HTML : TEXT;
        return layout(template, channel, format, locale).map(file -> write(file, html, locale, model));
    }

    /** A document of a layout file. */
    String write(String file, boolean html, LetterLocale locale, Map<String, Object> model) {
        String written = compiled.computeIfAbsent(
                        file,
                        each -> compile(
                                reviewLayout(file, html ? HTML : TEXT, locale).whole(),
                                html ? HTML_ESCAPER : Escapers.NONE))
                .execute(model);
        return tidy(written);
    }

    private static Template compile(String text, Escaper escaper) {
        return Mustache.compiler()
                .withCollector(new MapCollector())
                .withEscaper(escaper)
                .emptyStringIsFalse(true)
                .strictSections(true)
                .compile(text);
    }

    /** No blanks at the ends of lines, and one empty line where sections left several. */
    private static String tidy(String text) {
        return text.replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    private Optional<TemplateReview.File> wordsPartial(String name, LetterLocale locale, String country) {
        String kind = name.equals("legal")
                ? "legal/" + (country.isEmpty() ? LetterModel.ANY_COUNTRY : country)
                : "partial/" + name;
        return folders(locale).stream()
                .map(folder -> folder + "/" + kind + ".txt")
                .filter(files::containsKey)
                .findFirst()
                .flatMap(this::file);
    }

    private Optional<TemplateReview.File> file(String name) {
        return Optional.ofNullable(files.get(name)).map(text -> new TemplateReview.File(name, text));
    }

    private static List<String> folders(LetterLocale locale) {
        return locale.country().isEmpty() ? List.of(locale.language()) : List.of(locale.tag(), locale.language());
    }

    private Words words(String file) {
        return Objects.requireNonNull(words.get(file), file);
    }

    private String text(String file) {
        return Objects.requireNonNull(files.get(file), file);
    }
}
