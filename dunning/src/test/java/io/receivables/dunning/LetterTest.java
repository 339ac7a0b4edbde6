package io.receivables.dunning;

import static io.receivables.dunning.Scene.CUSTOMER;
import static io.receivables.dunning.Scene.day;
import static io.receivables.dunning.Scene.euro;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.Tone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes into one letter. Level 1 is due after 10 days by e-mail, level 2 after 20 by post, a formal notice after 40. */
class LetterTest {
    private static DunningPolicy policy() {
        return DunningPolicy.of(
                        "test",
                        DunningStep.reminder(1, 10).fee(Fee.fixed(euro("5.00"), Money.of("6.00", "CAD"))),
                        DunningStep.reminder(2, 20)
                                .by(Channel.LETTER)
                                .in(Tone.FIRM)
                                .fee(Fee.percentOfOriginal("1.25")),
                        DunningStep.formalNotice(3, 40).interest(false))
                .onCalendar(DunningPolicy.EVERY_DAY);
    }

    /** On 2026-06-15: F-1 is ready for level 2, F-2 for level 1, D-1 in dollars for level 1. */
    private static Scene scene(DunningPolicy policy) {
        Scene scene = new Scene(policy)
                .invoice("F-1", "2026-05-26", "100.00")
                .invoice("F-2", "2026-06-05", "33.33")
                .invoice("D-1", CUSTOMER, "2026-06-04", Money.of("70.00", "CAD"));
        scene.run("2026-06-05");
        return scene;
    }

    private static List<List<String>> documents(DunningPlan plan) {
        return plan.letters().stream()
                .map(letter -> letter.actions().stream()
                        .map(action -> action.item().documentId())
                        .toList())
                .toList();
    }

    @Test
    void reminders_of_a_customer_and_currency_share_a_letter_in_the_words_of_the_highest() {
        DunningPlan plan = scene(policy()).plan("2026-06-15");

        assertThat(documents(plan)).containsExactly(List.of("D-1"), List.of("F-1", "F-2"));
        Letter letter = plan.letters().get(1);
        assertThat(letter.step().level()).isEqualTo(2);
        assertThat(letter.channel()).isEqualTo(Channel.LETTER);
        assertThat(letter.step().template()).isEqualTo("reminder-firm");
        assertThat(letter.claimed()).containsOnly(Map.entry("EUR", euro("133.33")));
        // 5.00 for level 1; 1.25 % of 100.00 for level 2
        assertThat(letter.fees()).containsOnly(Map.entry("EUR", euro("6.25")));
        assertThat(plan.letters().get(0).fees()).containsOnly(Map.entry("CAD", Money.of("6.00", "CAD")));
    }

    @Test
    void or_each_level_has_its_own() {
        assertThat(documents(scene(policy().mixingLevels(false)).plan("2026-06-15")))
                .containsExactly(List.of("D-1"), List.of("F-2"), List.of("F-1"));
    }

    @Test
    void or_each_document() {
        Scene scene = new Scene(policy().grouped(Grouping.PER_INVOICE))
                .invoice("F-1", "2026-05-01", "100.00")
                .instalments(
                        "F-2",
                        "2026-04-01",
                        Instalment.of(day("2026-05-01"), euro("10.00")),
                        Instalment.of(day("2026-05-02"), euro("20.00")));

        assertThat(documents(scene.plan("2026-05-12"))).containsExactly(List.of("F-1"), List.of("F-2", "F-2"));
    }

    @Test
    void or_all_currencies_go_into_one() {
        DunningPlan plan = scene(policy().grouped(Grouping.PER_CUSTOMER)).plan("2026-06-15");

        assertThat(documents(plan)).containsExactly(List.of("F-1", "D-1", "F-2"));
        assertThat(plan.letters().get(0).claimed())
                .containsEntry("EUR", euro("133.33"))
                .containsEntry("CAD", Money.of("70.00", "CAD"));
        assertThat(plan.letters().get(0).fees())
                .containsEntry("EUR", euro("6.25"))
                .containsEntry("CAD", Money.of("6.00", "CAD"));
    }

    @Test
    void a_formal_notice_shares_its_letter_with_nothing_else() {
        Scene scene = new Scene(policy()).invoice("F-1", "2026-05-01", "100.00").invoice("F-2", "2026-05-31", "50.00");
        scene.runDaily("2026-05-21", "2026-05-22");

        assertThat(documents(scene.plan("2026-06-10"))).containsExactly(List.of("F-1"), List.of("F-2"));
    }

    private static Scene group() {
        return new Scene(policy().grouped(Grouping.PER_ACCOUNT_GROUP))
                .customer(Customer.of("BRANCH-2").inGroup("Brico"))
                .customer(Customer.of("BRANCH-1").inGroup("Brico"))
                .customer(Customer.of("ALONE"))
                .invoice("F-1", "BRANCH-1", "2026-05-01", euro("100.00"))
                .invoice("F-2", "BRANCH-2", "2026-05-01", euro("50.00"))
                .invoice("F-3", "ALONE", "2026-05-01", euro("20.00"));
    }

    @Test
    void an_account_group_is_written_to_once() {
        Scene scene = group();
        DunningPlan plan = scene.run("2026-05-11");

        assertThat(documents(plan)).containsExactly(List.of("F-3"), List.of("F-1", "F-2"));
        Letter letter = plan.letters().get(1);
        assertThat(letter.customerId()).isEqualTo("BRANCH-1");
        assertThat(letter.actions()).extracting(DunningAction::customerId).containsExactly("BRANCH-1", "BRANCH-2");
        assertThat(scene.plan("2026-05-12").letters()).isEmpty();
        assertThat(scene.plan("2026-05-21").letters()).hasSize(2);
    }

    @Test
    void the_interval_of_an_account_group_is_that_of_its_letters() {
        Scene scene = group();
        scene.policies(Policies.of(policy().grouped(Grouping.PER_ACCOUNT_GROUP).withMinimumInterval(15)));
        scene.run("2026-05-11");

        assertThat(scene.why("2026-05-21", "F-2").rule()).isEqualTo(Rule.INTERVAL);
        assertThat(scene.why("2026-05-26", "F-2").rule()).isEqualTo(Rule.STEP_DUE);
    }

    @Test
    void insolvency_of_who_is_written_to_stops_the_group() {
        Scene scene = group().event(new InsolvencyOpened("BRANCH-1", day("2026-05-03"), "court"));

        assertThat(documents(scene.plan("2026-05-11"))).containsExactly(List.of("F-3"));
    }

    @Test
    void a_letter_is_in_the_language_of_its_customer_or_else_of_the_policy() {
        Scene scene = new Scene(policy().inLanguage("fr"))
                .customer(Customer.of("A").with(Customer.LANGUAGE, "en"))
                .customer(Customer.of("B"))
                .customer(Customer.of("C").with(Customer.LANGUAGE, "EN-CA"))
                .customer(Customer.of("D").with(Customer.LANGUAGE, "Deutsch"))
                .invoice("F-1", "A", "2026-05-01", euro("100.00"))
                .invoice("F-2", "B", "2026-05-01", euro("100.00"))
                .invoice("F-3", "C", "2026-05-01", euro("100.00"))
                .invoice("F-4", "D", "2026-05-01", euro("100.00"));

        assertThat(scene.plan("2026-05-11").letters())
                .extracting(Letter::language)
                .containsExactly("en", "fr", "en", "fr");
    }

    @Test
    void a_letter_to_an_account_group_is_in_the_language_of_whoever_is_written_to() {
        Scene scene = new Scene(policy().grouped(Grouping.PER_ACCOUNT_GROUP))
                .customer(Customer.of("B").inGroup("Brico").with(Customer.LANGUAGE, "fr"))
                .customer(Customer.of("A").inGroup("Brico").with(Customer.LANGUAGE, "en"))
                .invoice("F-1", "B", "2026-05-01", euro("100.00"));

        Letter letter = scene.plan("2026-05-11").letters().get(0);
        assertThat(letter.customerId()).isEqualTo("A");
        assertThat(letter.language()).isEqualTo("en");
    }

    @Test
    void a_letter_has_one_id_for_the_same_actions_on_the_same_day() {
        Scene scene = scene(policy());
        String id = scene.plan("2026-06-15").letters().get(1).id();

        assertThat(scene.plan("2026-06-15").letters().get(1).id()).isEqualTo(id).hasSize(32);
        assertThat(scene.plan("2026-06-16").letters().get(1).id()).isNotEqualTo(id);
        assertThat(scene.plan("2026-06-15").letters().get(0).id()).isNotEqualTo(id);
    }

    @Test
    void acceptance_records_each_action_with_the_fee_it_bears() {
        Letter letter = scene(policy()).plan("2026-06-15").letters().get(1);

        List<ActionAccepted> accepted =
                letter.accepted().stream().map(ActionAccepted.class::cast).toList();
        assertThat(accepted)
                .extracting(event -> event.key().toString())
                .containsExactly("F-1/1:level-2:0", "F-2/1:level-1:0");
        assertThat(accepted).extracting(ActionAccepted::fee).containsExactly(euro("1.25"), euro("5.00"));
        assertThat(accepted).extracting(ActionAccepted::claimed).containsExactly(euro("100.00"), euro("33.33"));
        assertThat(accepted).extracting(ActionAccepted::level).containsExactly(2, 1);
        assertThat(accepted).allSatisfy(event -> {
            assertThat(event.letterId()).isEqualTo(letter.id());
            assertThat(event.customerId()).isEqualTo(CUSTOMER);
            assertThat(event.channel()).isEqualTo(Channel.LETTER);
            assertThat(event.template()).isEqualTo("reminder-firm");
            assertThat(event.policyId()).isEqualTo("test");
        });
        assertThat(letter.asSent()).hasSize(4).startsWith(accepted.toArray(DunningEvent[]::new));
    }

    @Test
    void a_letter_knows_the_version_of_its_customer() {
        Scene scene = scene(policy());

        // accepted, sending and sent of the letter of the 5th
        assertThat(scene.plan("2026-06-15").letters())
                .extracting(Letter::version)
                .containsOnly(3L);
    }

    @Test
    void a_letter_about_nothing_is_refused() {
        assertThatThrownBy(() -> new Letter("L", CUSTOMER, day("2026-05-01"), Channel.EMAIL, "en", List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter L is about nothing");
    }
}
