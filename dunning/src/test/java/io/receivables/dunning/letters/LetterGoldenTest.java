package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import io.receivables.dunning.policy.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template that ships, written out. {@code -Dletters.golden.write=true} (run from the module's folder) writes the
 * files anew; read them before they are committed.
 */
class LetterGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/receivables/dunning/letters/golden");

    /** A letter to be written, by the name of its file; it is written in the test that reads it. */
    record Golden(String file, Supplier<String> content) {
        @Override
        public String toString() {
            return file;
        }
    }

    private static final Map<String, DunningStep> STEPS = steps();

    private static Map<String, DunningStep> steps() {
        Map<String, DunningStep> steps = new TreeMap<>();
        steps.put("courtesy", DunningStep.courtesy(16));
        for (Tone tone : Tone.values()) {
            DunningStep step = DunningStep.reminder(2, 20).in(tone).interest(tone == Tone.FIRM || tone == Tone.FORMAL);
            steps.put(step.template(), step);
        }
        steps.put("formal-notice", DunningStep.formalNotice(3, 35));
        steps.put("negotiation", DunningStep.negotiation(4, 50));
        steps.put("return-contact", DunningStep.of(StepKind.RETURN_CONTACT, 0));
        steps.put("credit-stop", DunningStep.creditStop(5, 60));
        steps.put("hand-over", DunningStep.handOver(6, 80, Successor.LAWYER));
        steps.put("write-off-proposal", DunningStep.writeOffProposal(7, 200));
        steps.replaceAll((name, step) -> step.withPaymentLink());
        return steps;
    }

    static Stream<Golden> letters() {
        List<Golden> letters = new ArrayList<>();
        for (String language : Templates.LANGUAGES) {
            STEPS.forEach((name, step) -> {
                add(letters, language, name, step, Channel.EMAIL, "email.txt");
                add(letters, language, name, step, Channel.LETTER, "letter.html");
                add(letters, language, name, step, Channel.PHONE, "phone.txt");
                add(letters, language, name, step, Channel.TEXT_MESSAGE, "text-message.txt");
            });
            DunningStep firm = STEPS.get("reminder-firm");
            add(letters, language, "reminder-firm", firm, Channel.EMAIL, "email.html");
            add(letters, language, "reminder-firm", firm, Channel.LETTER, "letter.txt");
            add(letters, language, "reminder-firm", firm, Channel.PORTAL, "portal.txt");
            add(letters, language, "reminder-firm", firm, Channel.PORTAL, "portal.html");
            add(letters, language, "reminder-firm", firm, Channel.VISIT, "visit.txt");
            DunningStep formal = STEPS.get("formal-notice");
            add(letters, language, "formal-notice", formal, Channel.REGISTERED_LETTER, "registered-letter.html");
            for (String country : List.of("CA-QC", "CA", "GB", "DE", "BE", "US")) {
                letters.add(abroad(language, country));
            }
        }
        return letters.stream();
    }

    private static void add(
            List<Golden> letters, String language, String name, DunningStep step, Channel channel, String form) {
        Durand durand = Durand.example("EUR");
        if (name.equals("negotiation") && channel == Channel.EMAIL) {
            durand.offer("F-1001", "F-1002");
        }
        LetterSubject subject = name.equals("courtesy")
                ? durand.subject(step.by(channel), language, "F-1003")
                : durand.subject(step.by(channel), language, "F-1001", "F-1002");
        letters.add(golden(language, name, form, () -> Durand.writer().write(subject, durand.facts())));
        if (name.equals("credit-stop") || name.equals("hand-over")) {
            letters.add(golden(
                    language, name + "-notice", form, () -> Durand.writer().notice(subject, durand.facts())));
        }
    }

    private static Golden golden(String language, String name, String form, Supplier<WrittenLetter> letter) {
        return new Golden(language + "/" + name + "." + form, () -> content(letter.get(), form));
    }

    private static String content(WrittenLetter letter, String form) {
        return form.endsWith(".html") ? letter.html() : letter.subject() + "\n\n" + letter.text();
    }

    /** A formal notice under another law, in the usage of that country. */
    private static Golden abroad(String language, String country) {
        String currency = country.startsWith("CA") ? "CAD" : country.equals("GB") ? "GBP" : "EUR";
        String regime = country.startsWith("CA") ? "ca-contract" : country.equals("GB") ? "" : "eu-2011-7";
        Durand durand = Durand.example(currency);
        durand.policy = Durand.policy(country, regime);
        LetterSubject subject = durand.subject(STEPS.get("formal-notice"), language, "F-1001");
        return golden(
                language,
                "formal-notice." + country,
                "txt",
                () -> Durand.writer().write(subject, durand.facts()));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_reads_as_its_golden_file(Golden letter) throws IOException {
        String content = letter.content().get();
        if (Boolean.getBoolean("letters.golden.write")) {
            Path file = FOLDER.resolve(letter.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(content).isEqualTo(read("golden/" + letter.file()));
    }

    @Test
    void every_template_that_ships_has_golden_files_of_both_forms() {
        List<String> files = letters().map(Golden::file).toList();

        for (String language : Templates.LANGUAGES) {
            for (String name : Templates.shipped().names(language)) {
                assertThat(files)
                        .contains(language + "/" + name + ".email.txt", language + "/" + name + ".letter.html");
            }
        }
    }

    static String read(String name) throws IOException {
        try (InputStream stream = LetterGoldenTest.class.getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
