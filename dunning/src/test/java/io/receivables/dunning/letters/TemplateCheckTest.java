package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Successor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTest {
    private static final DunningStep FORMAL = DunningStep.formalNotice(3, 35);

    private static DunningPolicy policy(String country, DunningStep... steps) {
        return DunningPolicy.of("P", steps).underLawOf(country);
    }

    private static List<String> found(DunningPolicy policy, Templates templates) {
        return TemplateCheck.problems(policy, templates).stream()
                .map(problem -> problem.code().id().substring("RCV-LETTER-".length()) + " " + problem.attributes())
                .toList();
    }

    private static Templates changed(String file, String old, String by) {
        String text = Templates.shipped().files().get(file);
        assertThat(text).contains(old);
        return Templates.shipped().with(file, text.replace(old, by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "CA-QC", "CA", "CA-ON", "DE", "GB", "EU", "BE", "IE", "IT"})
    void the_shipped_templates_have_all_that_a_law_demands(String country) {
        assertThat(found(
                        policy(country, FORMAL, FORMAL.by(Channel.EMAIL), FORMAL.by(Channel.PORTAL)),
                        Templates.shipped()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void the_shipped_templates_serve_every_step_on_every_channel(Channel channel) {
        DunningPolicy policy = policy(
                        "FR",
                        DunningStep.courtesy(5).by(channel),
                        DunningStep.reminder(1, 8).by(channel),
                        DunningStep.negotiation(4, 40).by(channel),
                        DunningStep.creditStop(5, 50).by(channel),
                        DunningStep.handOver(6, 60, Successor.LAWYER).by(channel),
                        DunningStep.writeOffProposal(7, 90).by(channel))
                .contactOnReturn(channel);

        assertThat(found(policy, Templates.shipped())).isEmpty();
    }

    @Test
    void a_template_that_is_missing_is_missing_in_both_languages() {
        DunningPolicy policy = policy("", DunningStep.reminder(1, 8).template("ours"));

        assertThat(found(policy, Templates.shipped()))
                .containsExactly(
                        "001 {policy=P, step=level-1, template=ours, language=en}",
                        "001 {policy=P, step=level-1, template=ours, language=fr}");
        Templates half = Templates.shipped().with("fr/ours.txt", "== subject\nS\n== body\nB");
        assertThat(TemplateCheck.problems(policy, half))
                .extracting(problem -> problem.attribute("language"))
                .containsExactly("en");
    }

    @Test
    void a_part_that_a_channel_needs_is_missed() {
        Templates templates = Templates.shipped()
                .with(Map.of(
                        "en/ours.txt", "== body\nB",
                        "fr/ours.txt", "== subject\nS\n== script phone\nB"));
        DunningStep step = DunningStep.reminder(1, 8).template("ours");

        assertThat(parts(step.by(Channel.EMAIL), templates)).containsExactly("en subject", "fr body");
        assertThat(parts(step.by(Channel.PHONE), templates)).containsExactly("en subject", "en script");
        assertThat(parts(step.by(Channel.VISIT), templates)).containsExactly("en subject", "en script", "fr script");
        assertThat(parts(step.by(Channel.TEXT_MESSAGE), templates))
                .containsExactly("en subject", "en short", "fr short");
    }

    private static List<String> parts(DunningStep step, Templates templates) {
        return TemplateCheck.problems(policy("", step), templates).stream()
                .filter(problem -> problem.code() == LetterProblem.MISSING_PART)
                .map(problem -> problem.attribute("language") + " " + problem.attribute("part"))
                .toList();
    }

    @Test
    void the_contact_after_a_return_is_checked_as_well() {
        DunningPolicy policy = policy("", DunningStep.courtesy(5));
        Templates templates = changed("fr/return-contact.txt", "== script", "== closing phone");

        assertThat(found(policy.contactOnReturn(Channel.PHONE), templates))
                .hasSize(1)
                .first()
                .asString()
                .contains("script");
        assertThat(found(policy.contactOnReturn(Channel.EMAIL), templates)).isEmpty();
        assertThat(found(policy.withoutContactOnReturn(), templates)).isEmpty();
    }

    @Test
    void a_formal_notice_needs_a_country_and_one_that_is_known() {
        assertThat(TemplateCheck.problems(policy("", FORMAL), Templates.shipped()))
                .extracting(problem -> problem.code().id())
                .containsExactly("RCV-LETTER-004");
        List<Problem> unknown = TemplateCheck.problems(policy("US", FORMAL), Templates.shipped());
        assertThat(unknown).extracting(problem -> problem.code().id()).containsExactly("RCV-LETTER-005");
        assertThat(unknown.get(0).message())
                .startsWith(
                        "policy P: the mentions that the law of US demands of a formal notice are not known; known are AT, BE,");
        assertThat(TemplateCheck.problems(policy("US", DunningStep.reminder(1, 8)), Templates.shipped()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FR;    fr/legal/FR.txt;       1344;                  basis",
                "FR;    fr/legal/FR.txt;       1231-6;                basis",
                "FR;    fr/legal/FR.txt;       L441-10;               interest",
                "FR;    en/legal/FR.txt;       1344;                  basis",
                "FR;    fr/formal-notice.txt;  {{>legal}};            basis, interest",
                "FR;    fr/formal-notice.txt;  {{creditorName}};      none",
                "FR;    fr/formal-notice.txt;  {{deadline}};          deadline",
                "FR;    fr/formal-notice.txt;  {{total}};             sum",
                "FR;    layout/letter.html;    {{>claims}};           none",
                "FR;    layout/letter.html;    {{recipient.name}};    none",
                "FR;    fr/formal-notice.txt;  {{customerName}};      none",
                "CA-QC; fr/legal/CA-QC.txt;    1595;                  basis",
                "CA-QC; fr/formal-notice.txt;  tribunal;              proceedings",
                "CA;    en/legal/CA.txt;       formal demand;         notice",
                "DE;    en/legal/DE.txt;       286;                   basis",
                "DE;    fr/legal/DE.txt;       288;                   interest",
                "GB;    en/legal/GB.txt;       letter before action;  notice",
                "GB;    fr/legal/GB.txt;       (Interest) Act 1998;   interest",
                "EU;    en/legal/EU.txt;       2011/7/EU;             interest",
                "BE;    fr/legal/EU.txt;       2011/7/UE;             interest",
            })
    void a_mention_that_is_taken_out_is_missed(String country, String file, String mention, String missed) {
        List<String> missing = TemplateCheck.problems(policy(country, FORMAL), changed(file, mention, "x")).stream()
                .filter(problem -> problem.code() == LetterProblem.MISSING_MENTION)
                .map(problem -> problem.attribute("mention"))
                .distinct()
                .toList();

        if (missed.equals("none")) {
            // shown elsewhere in the letter as well
            assertThat(missing).isEmpty();
        } else {
            assertThat(missing).containsExactlyInAnyOrder(missed.split(", "));
        }
    }

    @Test
    void the_cause_must_be_told_in_words_or_in_the_table() {
        Templates noTable = changed("layout/letter.html", "{{>claims}}", "");
        String words = noTable.files().get("fr/formal-notice.txt").replace("{{documents}}", "");

        assertThat(found(policy("FR", FORMAL), noTable.with("fr/formal-notice.txt", words)))
                .singleElement()
                .asString()
                .contains("mention=cause");
    }

    @Test
    void the_debtor_must_be_told() {
        Templates noAddress = changed("layout/letter.html", "{{recipient.name}}", "");
        String words = noAddress.files().get("fr/formal-notice.txt").replace("{{customerName}}", "vous");

        assertThat(found(policy("FR", FORMAL), noAddress.with("fr/formal-notice.txt", words)))
                .isNotEmpty()
                .allMatch(each -> each.contains("mention=debtor"));
    }

    @Test
    void the_creditor_must_be_told() {
        Templates nameless = Templates.shipped()
                .with(Map.of(
                        "fr/formal-notice.letter.html",
                        "{{#body}}{{.}}{{/body}}{{recipient.name}}{{#legal}}{{.}}{{/legal}}",
                        "fr/formal-notice.txt",
                        Templates.shipped().files().get("fr/formal-notice.txt").replace("{{creditorName}}", "Nous")));

        assertThat(found(policy("FR", FORMAL), nameless))
                .singleElement()
                .asString()
                .contains("mention=creditor");
    }

    @Test
    void what_is_only_said_sometimes_is_not_said() {
        Templates sometimes = changed(
                "en/legal/FR.txt", "articles 1344", "articles {{#one}}1344{{/one}}{{#several}}1344{{/several}}");

        assertThat(found(policy("FR", FORMAL), sometimes))
                .singleElement()
                .asString()
                .contains("mention=basis");
    }

    @Test
    void words_that_the_layout_does_not_place_do_not_count() {
        String layout = Templates.shipped().files().get("layout/letter.html");
        Templates hidden = Templates.shipped()
                .with(
                        "layout/letter.html",
                        layout.replace("{{#legal}}", "{{#script}}").replace("{{/legal}}", "{{/script}}"));

        assertThat(found(policy("FR", FORMAL), hidden)).isNotEmpty().allMatch(each -> each.contains("003"));
    }

    @Test
    void a_message_names_the_mention_in_the_readers_language() {
        Problem problem = TemplateCheck.problems(policy("FR", FORMAL), changed("fr/legal/FR.txt", "1344", "x"))
                .get(0);

        assertThat(problem.message())
                .isEqualTo(
                        "policy P: template formal-notice in language fr gives formal notice without what the law of FR"
                                + " demands: the legal basis");
        assertThat(problem.message(Locale.FRENCH)).endsWith("exige le droit de FR : le fondement légal");
    }
}
