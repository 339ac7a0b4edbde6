package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.Severity;
import io.receivables.dunning.letters.LetterWriter.Particulars;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
    private static final String FILE = "en/own.txt";

    private static List<Problem> refused(String file, String text) {
        return refused(Map.of(file, text));
    }

    private static List<Problem> refused(Map<String, String> files) {
        InvalidTemplateException refusal = catchThrowableOfType(
                InvalidTemplateException.class, () -> Templates.shipped().with(files));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.problems();
    }

    private static String body(String text) {
        return "== subject\nA subject\n== body\n" + text;
    }

    private static WrittenLetter written(Templates templates) {
        Durand durand = Durand.example("EUR");
        LetterSubject subject = durand.subject(DunningStep.reminder(1, 8).template("own"), "en", "F-1001", "F-1002");
        return Durand.writer().with(templates).write(subject, durand.facts());
    }

    @Test
    void all_files_that_ship_are_in_the_index() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Templates.class.getResource("templates.txt").toURI()).getParent();
        try (Stream<Path> paths = Files.walk(folder)) {
            List<String> files = paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/") && !name.endsWith(".class"))
                    .sorted()
                    .toList();
            assertThat(Templates.shipped().files().keySet()).containsExactlyElementsOf(new TreeSet<>(files));
        }
    }

    @Test
    void both_languages_have_the_same_templates_with_the_same_parts_and_labels() {
        Templates shipped = Templates.shipped();

        assertThat(shipped.names("fr")).isEqualTo(shipped.names("en")).hasSize(13);
        for (String name : shipped.names("en")) {
            assertThat(parts("fr/" + name + ".txt")).as(name).isEqualTo(parts("en/" + name + ".txt"));
        }
        assertThat(shipped.labels(LetterLocale.ofTag("fr")).keySet())
                .isEqualTo(shipped.labels(LetterLocale.ofTag("en")).keySet());
    }

    private static Object parts(String file) {
        return Words.parse(file, Templates.shipped().files().get(file)).parts().keySet();
    }

    @Test
    void a_template_may_be_there_in_one_language_only() {
        Templates half = Templates.shipped().with(FILE, body("Words."));

        assertThat(half.names("en")).contains("own").hasSize(14);
        assertThat(half.names("fr")).doesNotContain("own").hasSize(13);
    }

    @Test
    void every_step_of_a_policy_has_its_template() {
        for (Tone tone : Tone.values()) {
            assertThat(Templates.shipped().names("fr"))
                    .contains(DunningStep.reminder(1, 8).in(tone).template());
        }
    }

    @Test
    void french_words_hold_no_straight_apostrophe_and_no_plain_space_before_double_punctuation() {
        LetterLocale french = LetterLocale.ofTag("fr");
        Templates unread = Templates.shipped().with(Map.of());
        assertThat(unread.labels(french).values()).noneMatch(label -> label.matches(".*('| [;!?:»]|« ).*"));
        Templates.shipped().files().forEach((file, text) -> {
            if (file.startsWith("fr/") && file.endsWith(".txt")) {
                assertThat(french.typeset(text)).as(file).doesNotContain("'", " ;", " !", " ?", " :", "« ", " »");
            }
        });
    }

    @Test
    void a_template_of_ones_own_is_used_under_its_name() {
        WrittenLetter letter = written(Templates.shipped().with(FILE, body("Pay {{claimed}}, please.")));

        assertThat(letter.subject()).isEqualTo("A subject");
        assertThat(letter.text()).contains("\nPay EUR\u00a01,650.00, please.\n");
        assertThat(letter.html()).contains("<p>Pay EUR\u00a01,650.00, please.</p>");
    }

    private static Invoice dollars(String id) {
        return Invoice.of(id, Durand.CUSTOMER, Durand.TODAY.minusDays(14), Money.of("70.00", "USD"))
                .dueOn(Durand.TODAY.plusDays(16));
    }

    @Test
    void words_of_ones_own_may_use_sums_that_the_shipped_ones_leave_to_the_table() {
        String words = """
                {{count}} documents: {{#interest}}{{.}}{{/interest}}, {{#fixedSums}}{{.}}{{/fixedSums}}, {{#fees}}{{.}}{{/fees}}.

                {{#currencies}}{{currency}}{{#calculated}} is counted{{/calculated}}; {{/currencies}}

                To {{#recipient.email}}{{.}}{{/recipient.email}}.
                """;
        Durand durand = Durand.example("EUR");
        durand.facts.add(dollars("U-1"));
        LetterSubject subject =
                durand.subject(DunningStep.reminder(1, 8).interest(true).template("own"), "en", "F-1001", "U-1");

        String text = Durand.writer()
                .with(Templates.shipped().with(FILE, body(words)))
                .write(subject, durand.facts())
                .text()
                .replace('\u00a0', ' ');

        // the interest of F-1001 and of F-0990, which was paid late, with a fixed sum for each
        assertThat(text)
                .contains("\n2 documents: EUR 42.88, EUR 80.00, EUR 15.00.\n\nEUR is counted; USD;\n")
                .contains("\nTo comptabilite@lefevre.example.\n");
    }

    /** What a template was checked against is what it finds. */
    @Test
    void a_letter_conforms_to_the_declaration_of_its_names() {
        Durand durand = Durand.example("EUR");
        durand.offer("F-1001");
        durand.facts.add(dollars("U-1"));
        LetterSubject subject = durand.subject(DunningStep.formalNotice(3, 35), "en", "F-1001", "U-1");
        LetterFacts facts = durand.facts();
        LetterLocale locale = LetterLocale.of("en", "FR");
        LetterModel model = new LetterModel(
                subject,
                facts,
                new Particulars(
                        Durand.creditor(),
                        Durand.contact(),
                        true,
                        Durand.TODAY.plusDays(8),
                        8,
                        "RF18",
                        "",
                        amount -> "data:"),
                locale,
                Templates.shipped().labels(locale),
                Charges.of(subject, facts, Durand.writer().rules()));

        assertConforms("", LetterModel.WORDS, model.map());
    }

    private static void assertConforms(String path, Shape shape, Object value) {
        switch (shape.kind()) {
            case TEXT -> assertThat(value).as(path).asString().isNotBlank();
            case OPTIONAL_TEXT -> assertThat(value).as(path).isInstanceOf(String.class);
            case FLAG -> assertThat(value).as(path).isInstanceOf(Boolean.class);
            case TEXTS -> assertThat((List<?>) value).as(path).hasOnlyElementsOfType(String.class);
            case LIST -> ((List<?>) value).forEach(entry -> assertMembersConform(path, shape, (Map<?, ?>) entry));
            case OBJECT -> assertMembersConform(path, shape, (Map<?, ?>) value);
            case OPTIONAL_OBJECT -> {
                if (!value.equals(false)) {
                    assertMembersConform(path, shape, (Map<?, ?>) value);
                }
            }
        }
    }

    private static void assertMembersConform(String path, Shape shape, Map<?, ?> entry) {
        assertThat(entry.keySet()).as(path).isEqualTo(shape.members().keySet());
        shape.members().forEach((name, member) -> assertConforms(path + "." + name, member, entry.get(name)));
    }

    @Test
    void a_value_is_escaped_in_html_and_stays_as_it_is_in_text() {
        Templates templates = Templates.shipped()
                .with(Map.of(
                        FILE,
                        body("Words."),
                        "en/own.email.txt",
                        "{{customerName}}",
                        "en/own.email.html",
                        "<p>{{customerName}}</p>"));

        WrittenLetter letter = written(templates);

        assertThat(letter.text()).isEqualTo("Menuiserie Lefèvre & Fils\n");
        assertThat(letter.html()).isEqualTo("<p>Menuiserie Lefèvre &amp; Fils</p>\n");
    }

    @Test
    void a_channel_may_have_words_of_its_own() {
        String words = body("For all.") + "\n== body email\nFor mails.\n== subject letter\nOn paper";

        WrittenLetter letter = written(Templates.shipped().with(FILE, words));

        assertThat(letter.text()).contains("For mails.").doesNotContain("For all.");
        assertThat(letter.subject()).isEqualTo("A subject");
    }

    @Test
    void a_country_may_have_parts_of_its_own() {
        Durand durand = Durand.example("CAD");
        durand.policy = Durand.policy("CA", "");
        Templates templates =
                Templates.shipped().with(Map.of(FILE, body("Everywhere."), "en-CA/own.txt", "== body\nIn Canada."));
        LetterSubject subject = durand.subject(DunningStep.reminder(1, 8).template("own"), "en", "F-1001");

        WrittenLetter letter = Durand.writer().with(templates).write(subject, durand.facts());

        assertThat(letter.text()).contains("In Canada.").doesNotContain("Everywhere.");
        assertThat(letter.subject()).isEqualTo("A subject");
        assertThat(letter.language()).isEqualTo("en-CA");
    }

    @Test
    void a_template_may_have_a_layout_of_its_own_and_others_keep_theirs() {
        Templates templates = Templates.shipped()
                .with(Map.of(FILE, body("Words."), "en/own.email.txt", "{{#body}}\n> {{.}}\n{{/body}}\n"));

        WrittenLetter letter = written(templates);

        assertThat(letter.text()).isEqualTo("> Words.\n");
        assertThat(letter.html()).contains("<p>Words.</p>");
    }

    @Test
    void a_layout_or_a_partial_or_labels_can_be_replaced() {
        Templates shipped = Templates.shipped().with(FILE, body("Words."));
        String labels = shipped.files().get("en/labels.properties").replace("howToPay=How to pay", "howToPay=Pay thus");

        assertThat(written(shipped.with("layout/signature.txt", "Yours, {{creditor.name}}\n"))
                        .text())
                .contains("Yours, Fournitures Durand SAS");
        assertThat(written(shipped.with("layout/email.txt", "{{subject}}\n")).text())
                .isEqualTo("A subject\n");
        assertThat(written(shipped.with("en/labels.properties", labels)).html()).contains("Pay thus");
    }

    @Test
    void templates_are_read_from_a_folder(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.writeString(folder.resolve(FILE), body("Déjà vu."));
        Files.writeString(folder.resolve("README.md"), "no template");
        Files.createDirectories(folder.resolve("en/partial/drafts.txt"));

        assertThat(written(Templates.shipped().withFolder(folder)).text()).contains("Déjà vu.");
    }

    @Test
    void a_file_of_a_folder_that_is_too_large_is_not_even_read(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("en"));
        // as many bytes as the largest template may have at most, and one more
        Files.write(folder.resolve(FILE), new byte[TemplateReview.LARGEST * 4]);
        assertThatThrownBy(() -> Templates.shipped().withFolder(folder)).isInstanceOf(InvalidTemplateException.class);
        Files.write(folder.resolve(FILE), new byte[TemplateReview.LARGEST * 4 + 1]);

        assertThatThrownBy(() -> Templates.shipped().withFolder(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("too large");
        assertThatThrownBy(() -> Templates.shipped().withFolder(folder.resolve("nothing")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void templates_are_read_from_the_class_path() {
        Templates templates = Templates.shipped().withResources(TemplatesTest.class, "own/", FILE);

        assertThat(written(templates).text()).contains("From the class path.");
        assertThatThrownBy(() -> Templates.shipped().withResources(TemplatesTest.class, "own/", "en/none.txt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own/en/none.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCV-LETTER-103 | Pay {{claimed",
                "RCV-LETTER-103 | {{#offer}}never closed",
                "RCV-LETTER-103 | {{/offer}}never opened",
                "RCV-LETTER-103 | {{#one}}{{#several}}{{/one}}{{/several}}",
                "RCV-LETTER-104 | {{{claimed}}}",
                "RCV-LETTER-104 | {{&claimed}}",
                "RCV-LETTER-104 | {{=<% %>=}}",
                "RCV-LETTER-104 | {{<parent}}{{/parent}}",
                "RCV-LETTER-104 | {{$block}}{{/block}}",
                "RCV-LETTER-104 | {{}}",
                "RCV-LETTER-104 | {{class.name()}}",
                "RCV-LETTER-105 | {{claimd}}",
                "RCV-LETTER-105 | {{getClass}}",
                "RCV-LETTER-105 | {{claimed.length}}",
                "RCV-LETTER-105 | {{document}}",
                "RCV-LETTER-105 | {{.}}",
                "RCV-LETTER-105 | {{#one}}{{.}}{{/one}}",
                "RCV-LETTER-105 | {{#nothing}}{{/nothing}}",
                "RCV-LETTER-105 | {{^nothing}}{{/nothing}}",
                "RCV-LETTER-105 | {{offer.until}}",
                "RCV-LETTER-105 | {{^offer}}{{until}}{{/offer}}",
                "RCV-LETTER-106 | {{creditor}}",
                "RCV-LETTER-106 | {{currencies}}",
                "RCV-LETTER-106 | {{one}}",
                "RCV-LETTER-107 | {{paymentLink}}",
                "RCV-LETTER-107 | {{^paymentLink}}{{paymentLink}}{{/paymentLink}}",
                "RCV-LETTER-107 | {{#reference}}{{paymentLink}}{{/reference}}",
                "RCV-LETTER-107 | {{creditor.email}}",
                "RCV-LETTER-108 | {{>none}}",
                "RCV-LETTER-111 | {{#creditor.bank}}{{#creditor.registration}}x{{/creditor.registration}}{{/creditor.bank}}",
                "RCV-LETTER-111 | {{#currencies}}{{#currencies}}x{{/currencies}}{{/currencies}}",
            })
    void a_mistake_in_words_is_found_when_they_are_added(String code, String text) {
        List<Problem> problems = refused(FILE, body(text));

        assertThat(problems).extracting(problem -> problem.code().id()).contains(code.strip());
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.message()).contains(FILE).doesNotContain("{file}", "{value}", "{most}", "{what}");
            assertThat(problem.message(Locale.FRENCH)).contains(FILE);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{#paymentLink}}{{paymentLink}}{{/paymentLink}}",
                "{{#paymentLink}}{{.}}{{/paymentLink}}",
                "{{#offer}}{{until}}{{offer.total}}{{#instalments}}{{due}}{{claimed}}{{/instalments}}{{/offer}}",
                "{{#offer.instalments}}x{{/offer.instalments}}",
                "{{#creditor.address}}{{.}}{{/creditor.address}}",
                "{{^offer}}none{{/offer}}",
                "{{! a comment, with any { sign }}",
                "{{ claimed }} {{# one }}x{{/ one }}",
                "a { brace } and { { two }",
                "{{#currencies}}{{#claims}}{{document}}{{customerName}}{{/claims}}{{/currencies}}",
            })
    void what_is_right_is_taken(String text) {
        Map<String, String> own = Map.of(FILE, body(text));
        if (text.startsWith("{{#offer.instalments")) {
            assertThat(refused(own)).extracting(problem -> problem.code().id()).contains("RCV-LETTER-105");
        } else {
            assertThatCode(() -> Templates.shipped().with(own)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"en-CA/own.txt, == body", "en/partial/own.txt, ''", "en/own.email.txt, ''", "layout/email.html, ''"})
    void a_mistake_is_found_in_every_kind_of_file(String file, String heading) {
        List<Problem> problems = refused(Map.of(FILE, body("Words."), file, heading + "\n{{claimd}}"));

        assertThat(problems)
                .extracting(problem -> problem.code().id() + " " + problem.attribute("file"))
                .containsExactly("RCV-LETTER-105 " + file);
    }

    @Test
    void a_layout_of_one_language_may_use_a_label_of_that_language_alone() {
        String labels = Templates.shipped().files().get("en/labels.properties") + "\nhello=Hello";
        Templates templates = Templates.shipped()
                .with(Map.of(
                        "en/labels.properties", labels, FILE, body("Words."), "en/own.email.txt", "{{label.hello}}"));

        assertThat(written(templates).text()).isEqualTo("Hello\n");
    }

    @Test
    void a_partial_of_layouts_is_read_where_it_is_used() {
        String line = "[{{document}}: {{claimed}}]";
        String layout = "{{#currencies}}{{#claims}}{{>line}}{{/claims}}{{/currencies}}";
        Templates templates = Templates.shipped()
                .with(Map.of(FILE, body("Words."), "layout/line.txt", line, "en/own.email.txt", layout));

        assertThat(written(templates).text()).isEqualTo("[F-1001: EUR\u00a0850.00][F-1002: EUR\u00a0800.00]\n");
        assertThat(refused(Map.of("layout/line.txt", line, "layout/email.txt", "{{>line}}")))
                .extracting(problem -> problem.attribute("file") + " " + problem.attribute("value"))
                .containsExactly("layout/line.txt document");
    }

    @Test
    void a_partial_that_changes_is_read_in_all_words_that_use_it() {
        String close = "{{/one}}".repeat(TemplateReview.DEEPEST);
        Templates deep = Templates.shipped()
                .with(Map.of(
                        FILE,
                        body("{{#one}}".repeat(TemplateReview.DEEPEST) + "{{>mine}}" + close),
                        "en/partial/mine.txt",
                        "flat"));

        InvalidTemplateException refusal = catchThrowableOfType(
                InvalidTemplateException.class, () -> deep.with("en/partial/mine.txt", "{{#several}}x{{/several}}"));

        assertThat(refusal.problems())
                .extracting(problem -> problem.code().id() + " " + problem.attribute("value"))
                .containsExactly("RCV-LETTER-109 several");
    }

    @Test
    void one_mistake_is_reported_as_one() {
        assertThat(refused(FILE, body("{{#nothing}}{{/nothing}}"))).hasSize(1);
        assertThat(refused(Map.of(
                        FILE, body("{{#one}}{{>mine}}{{/one}}"), "en/partial/mine.txt", "{{#several}}left open")))
                .extracting(problem -> problem.attribute("file") + " " + problem.attribute("value"))
                .containsExactly("en/partial/mine.txt several");
    }

    @Test
    void a_mistake_in_a_partial_is_reported_with_its_file() {
        List<Problem> problems = refused(Map.of(FILE, body("{{>mine}}"), "en/partial/mine.txt", "{{unheard}}"));

        assertThat(problems).extracting(problem -> problem.attribute("file")).containsOnly("en/partial/mine.txt");
    }

    @Test
    void a_section_is_closed_in_the_file_that_opened_it() {
        List<Problem> problems =
                refused(Map.of(FILE, body("{{#one}}{{>mine}}{{/one}}"), "en/partial/mine.txt", "{{/one}}{{#one}}"));

        assertThat(problems).extracting(problem -> problem.code().id()).contains("RCV-LETTER-103");
    }

    @Test
    void a_partial_that_includes_itself_is_refused() {
        assertThat(refused(Map.of(
                        FILE,
                        body("{{>ping}}"),
                        "en/partial/ping.txt",
                        "{{>pong}}",
                        "en/partial/pong.txt",
                        "{{>ping}}")))
                .extracting(problem -> problem.code().id())
                .containsOnly("RCV-LETTER-109");
    }

    @Test
    void nesting_is_bounded() {
        String open = "{{#one}}".repeat(TemplateReview.DEEPEST);
        String close = "{{/one}}".repeat(TemplateReview.DEEPEST);

        assertThatCode(() -> Templates.shipped().with(FILE, body(open + close))).doesNotThrowAnyException();
        assertThat(refused(FILE, body("{{#one}}" + open + close + "{{/one}}")))
                .extracting(problem -> problem.code().id())
                .contains("RCV-LETTER-109");
    }

    /** Partials p1 to a last one, each of which includes the next. */
    private static Map<String, String> chain(int length) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 1; i < length; i++) {
            files.put("en/partial/p" + i + ".txt", "{{>p" + (i + 1) + "}}");
        }
        files.put("en/partial/p" + length + ".txt", "the last");
        files.put(FILE, body("{{>p1}}"));
        return files;
    }

    @Test
    void partials_of_partials_are_bounded() {
        assertThatCode(() -> Templates.shipped().with(chain(TemplateReview.DEEPEST)))
                .doesNotThrowAnyException();
        assertThat(refused(chain(TemplateReview.DEEPEST + 1)))
                .extracting(problem -> problem.code().id() + " " + problem.attribute("value"))
                .containsExactly("RCV-LETTER-109 p9");
    }

    @Test
    void partials_that_multiply_are_stopped_before_they_are_large() {
        Map<String, String> bomb = IntStream.range(0, TemplateReview.DEEPEST - 1)
                .boxed()
                .collect(Collectors.toMap(i -> "en/partial/p" + i + ".txt", i -> ("{{>p" + (i + 1) + "}}").repeat(50)));
        bomb = new TreeMap<>(bomb);
        bomb.put("en/partial/p" + (TemplateReview.DEEPEST - 1) + ".txt", "");
        bomb.put(FILE, body("{{>p0}}"));

        assertThat(refused(bomb)).extracting(problem -> problem.code().id()).contains("RCV-LETTER-110");
    }

    @Test
    void size_is_bounded_and_what_is_just_within_is_taken() {
        String heading = "== subject\nS\n== body\n";

        String mistake = "{{claimd}}";
        assertThatCode(() -> Templates.shipped().with(FILE, heading + "x".repeat(TemplateReview.LARGEST)))
                .doesNotThrowAnyException();
        assertThat(refused(FILE, heading + "x".repeat(TemplateReview.LARGEST - mistake.length()) + mistake))
                .as("read to its end")
                .extracting(problem -> problem.code().id())
                .containsOnly("RCV-LETTER-105");
        assertThat(refused(FILE, heading + "x".repeat(TemplateReview.LARGEST + 1)))
                .extracting(problem -> problem.code().id())
                .containsOnly("RCV-LETTER-110");
    }

    @ParameterizedTest
    @CsvSource({
        "en/own.md",
        "de/own.txt",
        "own.txt",
        "en/Own.txt",
        "layout/email.pdf",
        "../en/own.txt",
        "en/../own.txt",
        "en/own.fax.txt",
        "fr/legal/france.txt",
        "''"
    })
    void a_file_that_is_no_template_is_refused(String name) {
        assertThat(refused(name, "x"))
                .extracting(problem -> problem.code().id())
                .containsOnly("RCV-LETTER-101");
    }

    @Test
    void an_unknown_part_is_refused_with_its_line() {
        List<Problem> problems = refused(FILE, "== subject\nS\n== boddy\nB\n== body fax\nB");

        assertThat(problems)
                .extracting(problem -> problem.attribute("line") + " " + problem.attribute("value"))
                .containsExactly("3 boddy", "5 body fax");
        assertThat(refused(FILE, "words without a heading"))
                .extracting(problem -> problem.code().id())
                .containsOnly("RCV-LETTER-102");
    }

    @Test
    void a_label_that_a_layout_uses_and_a_language_lacks_is_missed() {
        String labels = Templates.shipped().files().get("fr/labels.properties").replace("howToPay=", "howToPray=");

        List<Problem> problems = refused("fr/labels.properties", labels);

        assertThat(problems).extracting(problem -> problem.attribute("value")).containsOnly("label.howToPay");
        assertThat(refused("fr/labels.properties", "a=\\uZZZZ"))
                .extracting(problem -> problem.code().id())
                .contains("RCV-LETTER-103");
    }

    @Test
    void an_exception_of_few_problems_tells_them_all() {
        InvalidTemplateException refusal = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> Templates.shipped().with(FILE, body("{{a}}{{b}}{{c}}{{d}}{{e}}")));

        assertThat(refusal)
                .hasMessageStartingWith("5 mistakes in templates: ")
                .hasMessageContaining("RCV-LETTER-105")
                .message()
                .doesNotContain("…");
    }

    @Test
    void an_exception_tells_its_first_problems_and_keeps_all() {
        InvalidTemplateException refusal = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> Templates.shipped().with(FILE, body("{{a}}{{b}}{{c}}{{d}}{{e}}{{f}}")));

        assertThat(refusal.problems()).hasSize(6);
        assertThat(refusal)
                .hasMessageStartingWith("6 mistakes in templates: RCV-LETTER-105")
                .hasMessageEndingWith("; …");
    }
}
