package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.Severity;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a policy, what the message says of it, and where the ranges begin and end. */
class PolicyCheckTest {
    private static final DunningStep FIRST = DunningStep.reminder(1, 10);
    private static final DunningStep SECOND = DunningStep.reminder(2, 20);
    private static final DunningStep NOTICE = DunningStep.formalNotice(3, 30);
    private static final DunningStep OVER = DunningStep.handOver(4, 60, Successor.LAWYER);
    private static final String LONG = "x".repeat(201);

    private static DunningPolicy policy(DunningStep... steps) {
        return DunningPolicy.of("p", steps).underLawOf("FR").withInterest("fr-l441-10");
    }

    private static DunningPolicy sound() {
        return policy(DunningStep.courtesy(5), FIRST, SECOND, NOTICE, OVER);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Arguments of(PolicyProblem code, DunningPolicy policy, String english, String french) {
        return arguments(code, policy, english, french);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                of(
                        PolicyProblem.BLANK,
                        sound().named(" "),
                        "policy  : id is blank; give it a name",
                        "scénario de relance   : id est vide ; donnez un nom"),
                of(
                        PolicyProblem.BLANK,
                        sound().onCalendar(""),
                        "policy p: calendar is blank; give it a name",
                        "scénario de relance p : calendar est vide ; donnez un nom"),
                of(
                        PolicyProblem.BLANK,
                        policy(FIRST.template(" ")),
                        "policy p: steps[0].template is blank; give it a name",
                        "scénario de relance p : steps[0].template est vide ; donnez un nom"),
                of(
                        PolicyProblem.TOO_LONG,
                        sound().onCalendar(LONG),
                        "policy p: calendar has 201 characters; at most 200 are allowed",
                        "scénario de relance p : calendar compte 201 caractères ; 200 au plus sont admis"),
                of(
                        PolicyProblem.TOO_LONG,
                        sound().named(LONG),
                        "policy " + "x".repeat(200) + "…: id has 201 characters; at most 200 are allowed",
                        "scénario de relance " + "x".repeat(200)
                                + "… : id compte 201 caractères ; 200 au plus sont admis"),
                of(
                        PolicyProblem.ATTEMPTS_OUT_OF_RANGE,
                        sound().named("x".repeat(200)).withAttempts(0),
                        "policy " + "x".repeat(200) + ": attempts is 0; give 1 to 99",
                        "scénario de relance " + "x".repeat(200) + " : attempts vaut 0 ; donnez de 1 à 99"),
                of(
                        PolicyProblem.NO_STEPS,
                        policy(),
                        "policy p: there are no steps; give at least one",
                        "scénario de relance p : aucune étape (steps) ; donnez-en au moins une"),
                of(
                        PolicyProblem.LEVEL_OUT_OF_RANGE,
                        policy(DunningStep.reminder(100, 10)),
                        "policy p: steps[0].level of level-100 is 100; levels go from 1 to 99",
                        "scénario de relance p : steps[0].level de level-100 vaut 100 ; les niveaux vont de 1 à 99"),
                of(
                        PolicyProblem.LEVEL_NOT_RISING,
                        policy(FIRST, DunningStep.reminder(1, 20)),
                        "policy p: steps[1].level of level-1 is 1, not above the 1 of a step before it; give levels that"
                                + " rise",
                        "scénario de relance p : steps[1].level de level-1 vaut 1, sans dépasser le 1 d'une étape"
                                + " précédente ; donnez des niveaux croissants"),
                of(
                        PolicyProblem.COURTESY_WITH_LEVEL,
                        policy(DunningStep.of(StepKind.COURTESY, 1).daysPastDue(-5), FIRST),
                        "policy p: steps[0].level of courtesy-5 is 1; a courtesy notice has no level, leave it out",
                        "scénario de relance p : steps[0].level de courtesy-5 vaut 1 ; un avis de courtoisie n'a pas de"
                                + " niveau, ne l'indiquez pas"),
                of(
                        PolicyProblem.COURTESY_AFTER_LADDER,
                        policy(FIRST, DunningStep.courtesy(5)),
                        "policy p: steps[1].kind: courtesy notice courtesy-5 stands after level-1; put courtesy notices"
                                + " first",
                        "scénario de relance p : steps[1].kind : l'avis de courtoisie courtesy-5 suit level-1 ; placez"
                                + " les avis de courtoisie en tête"),
                of(
                        PolicyProblem.COURTESY_AFTER_DUE,
                        policy(DunningStep.courtesy(-1), FIRST),
                        "policy p: steps[0].daysPastDue of courtesy--1 is 1; a courtesy notice goes out before the due"
                                + " date or on it, so give zero or less, or make it a reminder",
                        "scénario de relance p : steps[0].daysPastDue de courtesy--1 vaut 1 ; un avis de courtoisie part"
                                + " au plus tard à l'échéance, donnez zéro ou moins, ou faites-en un rappel"),
                of(
                        PolicyProblem.COURTESY_NOT_RISING,
                        policy(DunningStep.courtesy(5), DunningStep.courtesy(5).by(Channel.PHONE), FIRST),
                        "policy p: steps[1].daysPastDue of courtesy-5 is -5, not after the -5 of a courtesy notice before"
                                + " it; put courtesy notices in the order of their days",
                        "scénario de relance p : steps[1].daysPastDue de courtesy-5 vaut -5, sans suivre le -5 d'un avis"
                                + " de courtoisie précédent ; rangez les avis de courtoisie dans l'ordre de leurs jours"),
                of(
                        PolicyProblem.COURTESY_WITH_CHARGES,
                        policy(DunningStep.courtesy(5).fee(Fee.percentOfOriginal("1")), FIRST),
                        "policy p: steps[0].fees of courtesy-5: a courtesy notice is about what is not late, for which"
                                + " nothing is charged; leave fee and interest out",
                        "scénario de relance p : steps[0].fees de courtesy-5 : un avis de courtoisie porte sur ce qui"
                                + " n'est pas en retard, rien n'est dû de ce fait ; retirez frais et intérêts"),
                of(
                        PolicyProblem.COURTESY_WITH_CHARGES,
                        policy(DunningStep.courtesy(5).interest(true), FIRST),
                        "policy p: steps[0].interest of courtesy-5: a courtesy notice is about what is not late, for"
                                + " which nothing is charged; leave fee and interest out",
                        "scénario de relance p : steps[0].interest de courtesy-5 : un avis de courtoisie porte sur ce qui"
                                + " n'est pas en retard, rien n'est dû de ce fait ; retirez frais et intérêts"),
                of(
                        PolicyProblem.BEFORE_DUE,
                        policy(DunningStep.reminder(1, -1)),
                        "policy p: steps[0].daysPastDue of level-1 is -1; nothing is late before the due date, so give"
                                + " zero or more, or make it a courtesy notice",
                        "scénario de relance p : steps[0].daysPastDue de level-1 vaut -1 ; rien n'est en retard avant"
                                + " l'échéance, donnez zéro ou plus, ou faites-en un avis de courtoisie"),
                of(
                        PolicyProblem.NO_TIME,
                        policy(FIRST, DunningStep.of(StepKind.REMINDER, 2)),
                        "policy p: steps[1].daysPastDue: level-2 has no time; give days past due, days after the previous"
                                + " step, or both",
                        "scénario de relance p : steps[1].daysPastDue : level-2 n'a pas de moment ; donnez les jours de"
                                + " retard, les jours après l'étape précédente, ou les deux"),
                of(
                        PolicyProblem.NOTHING_BEFORE,
                        policy(
                                DunningStep.courtesy(5),
                                DunningStep.of(StepKind.REMINDER, 1).afterPrevious(10)),
                        "policy p: steps[1].daysAfterPrevious: level-1 is due 10 days after the previous step only, and"
                                + " none before it is sure to be taken; give days past due as well",
                        "scénario de relance p : steps[1].daysAfterPrevious : level-1 vient seulement 10 jours après"
                                + " l'étape précédente, et aucune n'a lieu à coup sûr avant ; donnez aussi les jours de"
                                + " retard"),
                of(
                        PolicyProblem.NOTHING_BEFORE,
                        policy(DunningStep.of(StepKind.COURTESY, 0).afterPrevious(10), FIRST),
                        "policy p: steps[0].daysAfterPrevious: courtesy-0 is due 10 days after the previous step only,"
                                + " and none before it is sure to be taken; give days past due as well",
                        "scénario de relance p : steps[0].daysAfterPrevious : courtesy-0 vient seulement 10 jours après"
                                + " l'étape précédente, et aucune n'a lieu à coup sûr avant ; donnez aussi les jours de"
                                + " retard"),
                of(
                        PolicyProblem.DAYS_OUT_OF_RANGE,
                        sound().withPromiseGraceDays(-1),
                        "policy p: promiseGraceDays is -1; give days from 0 to 3660",
                        "scénario de relance p : promiseGraceDays vaut -1 ; donnez de 0 à 3660 jours"),
                of(
                        PolicyProblem.NEGATIVE_MINIMUM,
                        policy(FIRST.atLeast(eur("-0.01"), Money.of("3", "CAD"))),
                        "policy p: steps[0].minimums of level-1 has EUR -0.01; give zero or more",
                        "scénario de relance p : steps[0].minimums de level-1 contient EUR -0.01 ; donnez zéro ou plus"),
                of(
                        PolicyProblem.UNREACHABLE,
                        policy(DunningStep.writeOffProposal(1, 10), SECOND),
                        "policy p: steps[1].kind: level-2 stands after level-1, with which the ladder ends, and is never"
                                + " reached; move it before or remove it",
                        "scénario de relance p : steps[1].kind : level-2 suit level-1, qui termine les relances, et n'est"
                                + " jamais atteinte ; avancez-la ou retirez-la"),
                of(
                        PolicyProblem.RETURN_CONTACT_AS_STEP,
                        policy(FIRST, DunningStep.of(StepKind.RETURN_CONTACT, 2).daysPastDue(20)),
                        "policy p: steps[1].kind: level-2 is a return-contact, which is no step; say with returnContact"
                                + " how a customer is contacted when a payment is returned",
                        "scénario de relance p : steps[1].kind : level-2 est un return-contact, qui n'est pas une étape ;"
                                + " indiquez par returnContact comment joindre le client après un paiement rejeté"),
                of(
                        PolicyProblem.NOTICE_WITHOUT_PROOF,
                        policy(NOTICE.by(Channel.PHONE)),
                        "policy p: steps[0].channel of level-3 is phone, which proves nothing; send a formal notice by"
                                + " registered-letter",
                        "scénario de relance p : steps[0].channel de level-3 vaut phone, qui ne prouve rien ; envoyez une"
                                + " mise en demeure par registered-letter"),
                of(
                        PolicyProblem.UNKNOWN_LANGUAGE,
                        sound().inLanguage("de"),
                        "policy p: language is \"de\"; letters are written in en or fr",
                        "scénario de relance p : language vaut « de » ; les lettres s'écrivent en en ou fr"),
                of(
                        PolicyProblem.UNKNOWN_COUNTRY,
                        sound().underLawOf("France"),
                        "policy p: country is \"France\"; give a code such as FR or CA-QC, or leave it out",
                        "scénario de relance p : country vaut « France » ; donnez un code tel que FR ou CA-QC, ou rien"),
                of(
                        PolicyProblem.UNKNOWN_REGIME,
                        sound().withInterest("FR"),
                        "policy p: interestRegime is \"FR\", which is unknown; give the canonical name of an interest"
                                + " regime, such as fr-l441-10, or leave it out",
                        "scénario de relance p : interestRegime vaut « FR », inconnu ; donnez le nom d'un régime"
                                + " d'intérêts, tel que fr-l441-10, ou rien"),
                of(
                        PolicyProblem.ATTEMPTS_OUT_OF_RANGE,
                        sound().withAttempts(0),
                        "policy p: attempts is 0; give 1 to 99",
                        "scénario de relance p : attempts vaut 0 ; donnez de 1 à 99"),
                of(
                        PolicyProblem.HAND_OVER_WITHOUT_NOTICE,
                        policy(FIRST, OVER),
                        "policy p: steps[1].kind: level-4 hands over what no formal notice asked for; put a formal notice"
                                + " before it",
                        "scénario de relance p : steps[1].kind : level-4 transmet ce qu'aucune mise en demeure n'a"
                                + " réclamé ; placez-en une avant"),
                of(
                        PolicyProblem.NOTICE_OF_WEAK_PROOF,
                        policy(NOTICE.by(Channel.EMAIL)),
                        "policy p: steps[0].channel of level-3 is email, whose arrival is hard to prove; a formal notice"
                                + " is safer by registered-letter",
                        "scénario de relance p : steps[0].channel de level-3 vaut email, dont la réception se prouve mal ;"
                                + " une mise en demeure est plus sûre par registered-letter"),
                of(
                        PolicyProblem.INTEREST_WITHOUT_REGIME,
                        policy(NOTICE).withInterest(""),
                        "policy p: steps[0].interest: level-3 claims interest while the policy has no interest regime, so"
                                + " none is charged; name a regime or claim no interest",
                        "scénario de relance p : steps[0].interest : level-3 réclame des intérêts sans régime d'intérêts,"
                                + " aucun n'est donc compté ; nommez un régime ou renoncez aux intérêts"),
                of(
                        PolicyProblem.OVERLAPPING,
                        policy(FIRST, DunningStep.reminder(2, 9)),
                        "policy p: steps[1].daysPastDue of level-2 is 9, not after the 10 of level-1; they are taken one"
                                + " after the other all the same",
                        "scénario de relance p : steps[1].daysPastDue de level-2 vaut 9, sans suivre les 10 de level-1 ;"
                                + " ces étapes ont tout de même lieu l'une après l'autre"),
                of(
                        PolicyProblem.WITHIN_GRACE,
                        policy(FIRST).withGraceDays(12),
                        "policy p: steps[0].daysPastDue of level-1 is 10, within the 12 days of grace; it waits until"
                                + " they are over",
                        "scénario de relance p : steps[0].daysPastDue de level-1 vaut 10, dans les 12 jours de grâce ;"
                                + " l'étape attend leur fin"),
                of(
                        PolicyProblem.WITHIN_INTERVAL,
                        policy(FIRST, SECOND).withMinimumInterval(14),
                        "policy p: steps[1].daysPastDue: level-2 comes 10 days after level-1, and letters are 14 days"
                                + " apart at least; it waits until they are over",
                        "scénario de relance p : steps[1].daysPastDue : level-2 vient 10 jours après level-1, or 14 jours"
                                + " au moins séparent les lettres ; l'étape attend leur fin"),
                of(
                        PolicyProblem.LOWER_MINIMUM,
                        policy(FIRST.atLeast(eur("100")), SECOND.atLeast(eur("99.99"))),
                        "policy p: steps[1].minimums of level-2 has EUR 99.99, below the EUR 100.00 of level-1; what is"
                                + " below that never gets beyond level-1",
                        "scénario de relance p : steps[1].minimums de level-2 contient EUR 99.99, moins que EUR 100.00 de"
                                + " level-1 ; ce qui est en dessous ne dépasse jamais level-1"),
                of(
                        PolicyProblem.HOLD_WITHOUT_DAYS,
                        sound().onAlert(AlertKind.OTHER, AlertResponse.HOLD).withAlertHoldDays(0),
                        "policy p: alertHoldDays is 0, so an alert that asks for a hold leads to none; give the days for"
                                + " which letters wait",
                        "scénario de relance p : alertHoldDays vaut 0, une alerte qui demande une pause n'en entraîne donc"
                                + " aucune ; donnez les jours d'attente des lettres"),
                of(
                        PolicyProblem.NOTICE_WITHOUT_COUNTRY,
                        policy(NOTICE).underLawOf(""),
                        "policy p: steps[0].kind: level-3 is a formal notice, and the policy says not whose law it must"
                                + " satisfy; give a country",
                        "scénario de relance p : steps[0].kind : level-3 est une mise en demeure, et le scénario ne dit"
                                + " pas de quel droit ; donnez un pays"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_mistake_is_named_with_step_field_value_and_fix(
            PolicyProblem code, DunningPolicy policy, String english, String french) {
        assertThat(policy.problems()).hasSize(1);
        Problem problem = policy.problems().get(0);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).isEqualTo(english);
        assertThat(problem.message(Locale.FRENCH)).isEqualTo(french);
    }

    @Test
    void every_code_is_met() {
        assertThat(problems().map(each -> (PolicyProblem) each.get()[0])).contains(PolicyProblem.values());
    }

    @ParameterizedTest
    @EnumSource
    void the_number_of_a_code_tells_its_severity(PolicyProblem code) {
        assertThat(code.severity()).isEqualTo(code.id().startsWith("RCV-POLICY-1") ? Severity.WARNING : Severity.ERROR);
    }

    private static List<PolicyProblem> found(DunningPolicy policy) {
        return policy.problems().stream()
                .map(problem -> (PolicyProblem) problem.code())
                .toList();
    }

    @Test
    void a_sound_policy_has_no_problem() {
        assertThat(sound().problems()).isEmpty();
    }

    /** Each range as a policy of a value; the values below the first, the first, the last and above the last. */
    static Stream<Arguments> ranges() {
        IntFunction<DunningPolicy> grace =
                days -> policy(DunningStep.reminder(1, 3660)).withGraceDays(days);
        IntFunction<DunningPolicy> interval = days -> policy(FIRST).withMinimumInterval(days);
        IntFunction<DunningPolicy> promise = days -> sound().withPromiseGraceDays(days);
        IntFunction<DunningPolicy> plan = days -> sound().withPlanToleranceDays(days);
        IntFunction<DunningPolicy> hold = days -> sound().withAlertHoldDays(days);
        IntFunction<DunningPolicy> after =
                days -> policy(FIRST, DunningStep.of(StepKind.REMINDER, 2).afterPrevious(days));
        IntFunction<DunningPolicy> late = days -> policy(DunningStep.reminder(1, days));
        IntFunction<DunningPolicy> early =
                days -> policy(DunningStep.of(StepKind.COURTESY, 0).daysPastDue(days), FIRST);
        IntFunction<DunningPolicy> level = number -> policy(DunningStep.reminder(number, 10));
        IntFunction<DunningPolicy> attempts = number -> sound().withAttempts(number);
        IntFunction<DunningPolicy> idLength = length -> sound().named("x".repeat(length));
        PolicyProblem days = PolicyProblem.DAYS_OUT_OF_RANGE;
        return Stream.of(
                arguments(grace, 0, 3659, days, PolicyProblem.WITHIN_GRACE),
                arguments(interval, 0, 3660, days, days),
                arguments(promise, 0, 3660, days, days),
                arguments(plan, 0, 3660, days, days),
                arguments(hold, 0, 3660, days, days),
                arguments(after, 0, 3660, days, days),
                arguments(late, 0, 3660, PolicyProblem.BEFORE_DUE, days),
                arguments(early, -3660, 0, days, PolicyProblem.COURTESY_AFTER_DUE),
                arguments(level, 1, 99, PolicyProblem.LEVEL_OUT_OF_RANGE, PolicyProblem.LEVEL_OUT_OF_RANGE),
                arguments(attempts, 1, 99, PolicyProblem.ATTEMPTS_OUT_OF_RANGE, PolicyProblem.ATTEMPTS_OUT_OF_RANGE),
                arguments(idLength, 1, 200, PolicyProblem.BLANK, PolicyProblem.TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void first_and_last_value_of_a_range_are_sound_and_those_beside_are_not(
            IntFunction<DunningPolicy> policy, int first, int last, PolicyProblem below, PolicyProblem above) {
        assertThat(found(policy.apply(first - 1))).containsExactly(below);
        assertThat(found(policy.apply(first))).isEmpty();
        assertThat(found(policy.apply(last))).isEmpty();
        assertThat(found(policy.apply(last + 1))).containsExactly(above);
    }

    @Test
    void grace_of_more_than_ten_years_is_out_of_range() {
        assertThat(found(policy(DunningStep.courtesy(1)).withGraceDays(3660))).isEmpty();
        assertThat(found(policy(DunningStep.courtesy(1)).withGraceDays(3661)))
                .containsExactly(PolicyProblem.DAYS_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, Integer.MAX_VALUE})
    void the_most_extreme_numbers_are_reported_like_any_other(int number) {
        DunningStep courtesy =
                DunningStep.of(StepKind.COURTESY, number).daysPastDue(number).afterPrevious(number);
        DunningStep reminder = DunningStep.of(StepKind.REMINDER, number).daysPastDue(-number);
        DunningPolicy policy = policy(courtesy, reminder, courtesy, reminder)
                .withGraceDays(number)
                .withMinimumInterval(number)
                .withAttempts(number);

        assertThat(policy.problems())
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("{"));
        assertThat(found(policy)).contains(PolicyProblem.COURTESY_NOT_RISING, PolicyProblem.LEVEL_OUT_OF_RANGE);
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_fields() {
        DunningPolicy policy = DunningPolicy.of(
                        "",
                        FIRST,
                        DunningStep.courtesy(5),
                        OVER,
                        DunningStep.formalNotice(3, 30).by(Channel.TEXT_MESSAGE))
                .inLanguage("xx")
                .withAttempts(-1);

        assertThat(found(policy))
                .containsExactly(
                        PolicyProblem.BLANK,
                        PolicyProblem.UNKNOWN_LANGUAGE,
                        PolicyProblem.ATTEMPTS_OUT_OF_RANGE,
                        PolicyProblem.COURTESY_AFTER_LADDER,
                        PolicyProblem.INTEREST_WITHOUT_REGIME,
                        PolicyProblem.HAND_OVER_WITHOUT_NOTICE,
                        PolicyProblem.INTEREST_WITHOUT_REGIME,
                        PolicyProblem.NOTICE_WITHOUT_PROOF,
                        PolicyProblem.NOTICE_WITHOUT_COUNTRY,
                        PolicyProblem.LEVEL_NOT_RISING,
                        PolicyProblem.UNREACHABLE,
                        PolicyProblem.OVERLAPPING);
    }

    @Test
    void a_problem_has_its_policy_step_field_and_value_as_attributes() {
        Problem problem = policy(FIRST, DunningStep.reminder(2, -7)).problems().get(0);

        assertThat(problem.attributes())
                .containsEntry(Problem.ID, "p")
                .containsEntry(Problem.FIELD, "steps[1].daysPastDue")
                .containsEntry(Problem.VALUE, "-7")
                .containsEntry("step", "level-2");
    }

    // ---- levels

    @Test
    void levels_may_leave_gaps_and_must_rise_above_the_highest_so_far() {
        assertThat(found(policy(DunningStep.reminder(5, 10), DunningStep.reminder(99, 20))))
                .isEmpty();
        assertThat(found(policy(
                        DunningStep.reminder(1, 10),
                        DunningStep.reminder(5, 20),
                        DunningStep.reminder(3, 30),
                        DunningStep.reminder(5, 40),
                        DunningStep.reminder(6, 50))))
                .containsExactly(PolicyProblem.LEVEL_NOT_RISING, PolicyProblem.LEVEL_NOT_RISING);
    }

    @Test
    void several_courtesy_notices_stand_in_the_order_of_their_days() {
        assertThat(found(policy(DunningStep.courtesy(7), DunningStep.courtesy(6), DunningStep.courtesy(0), FIRST)))
                .isEmpty();
        assertThat(found(policy(DunningStep.courtesy(3), DunningStep.courtesy(7), DunningStep.courtesy(5), FIRST)))
                .containsExactly(PolicyProblem.COURTESY_NOT_RISING, PolicyProblem.COURTESY_NOT_RISING);
        assertThat(found(policy(DunningStep.courtesy(3), DunningStep.of(StepKind.COURTESY, 0), FIRST)))
                .containsExactly(PolicyProblem.NO_TIME);
    }

    @Test
    void courtesy_notices_alone_are_a_policy() {
        assertThat(found(policy(DunningStep.courtesy(3)))).isEmpty();
    }

    // ---- time

    @Test
    void the_first_step_may_rest_on_the_previous_one_beside_its_days() {
        assertThat(found(policy(DunningStep.courtesy(5), FIRST.afterPrevious(10))))
                .isEmpty();
        assertThat(found(policy(FIRST, DunningStep.of(StepKind.REMINDER, 2).afterPrevious(10))))
                .isEmpty();
    }

    @Test
    void a_step_overlaps_with_the_latest_of_all_before_it() {
        DunningStep resting = DunningStep.of(StepKind.REMINDER, 3).afterPrevious(5);

        assertThat(found(policy(FIRST, DunningStep.reminder(2, 10)))).containsExactly(PolicyProblem.OVERLAPPING);
        assertThat(found(policy(FIRST, DunningStep.reminder(2, 11)))).isEmpty();
        assertThat(found(policy(FIRST, SECOND, resting, DunningStep.reminder(4, 20))))
                .containsExactly(PolicyProblem.OVERLAPPING);
        assertThat(found(policy(FIRST, SECOND, resting, DunningStep.reminder(4, 21))))
                .isEmpty();
        List<Problem> two = policy(SECOND, DunningStep.reminder(3, 5), DunningStep.reminder(4, 15))
                .problems();
        assertThat(two).hasSize(2);
        assertThat(two.get(1).attributes()).containsEntry("other", "level-2").containsEntry("otherDays", "20");
        List<Problem> sameDay = policy(FIRST, DunningStep.reminder(2, 10), DunningStep.reminder(3, 10))
                .problems();
        assertThat(sameDay.get(1).attributes()).containsEntry("other", "level-2");
    }

    @Test
    void a_step_of_the_due_date_is_taken_on_the_day_after_as_is_one_of_that_day() {
        assertThat(found(policy(DunningStep.reminder(1, 0), DunningStep.reminder(2, 1))))
                .containsExactly(PolicyProblem.OVERLAPPING);
        assertThat(found(policy(DunningStep.reminder(1, 0), DunningStep.reminder(2, 2))))
                .isEmpty();
    }

    @Test
    void a_step_waits_if_it_is_due_within_the_days_of_grace() {
        assertThat(found(policy(FIRST).withGraceDays(9))).isEmpty();
        assertThat(found(policy(FIRST).withGraceDays(10))).containsExactly(PolicyProblem.WITHIN_GRACE);
        assertThat(found(policy(FIRST, SECOND, NOTICE).withGraceDays(25)))
                .containsExactly(PolicyProblem.WITHIN_GRACE, PolicyProblem.WITHIN_GRACE);
        assertThat(found(policy(DunningStep.reminder(1, 0)).withGraceDays(0))).isEmpty();
        assertThat(found(policy(DunningStep.reminder(1, 0)).withGraceDays(1)))
                .containsExactly(PolicyProblem.WITHIN_GRACE);
        assertThat(found(policy(DunningStep.courtesy(5), FIRST).withGraceDays(5)))
                .isEmpty();
    }

    @Test
    void a_letter_waits_if_it_comes_within_the_interval_after_another() {
        DunningStep resting = DunningStep.of(StepKind.REMINDER, 2).afterPrevious(6);

        assertThat(found(policy(FIRST, SECOND).withMinimumInterval(10))).isEmpty();
        assertThat(found(policy(FIRST, SECOND).withMinimumInterval(11))).containsExactly(PolicyProblem.WITHIN_INTERVAL);
        assertThat(found(policy(FIRST, SECOND.afterPrevious(11)).withMinimumInterval(11)))
                .isEmpty();
        assertThat(found(policy(FIRST, resting).withMinimumInterval(6))).isEmpty();
        assertThat(found(policy(FIRST, resting).withMinimumInterval(7))).containsExactly(PolicyProblem.WITHIN_INTERVAL);
        assertThat(policy(FIRST, resting)
                        .withMinimumInterval(7)
                        .problems()
                        .get(0)
                        .attribute(Problem.FIELD))
                .isEqualTo("steps[1].daysAfterPrevious");
        // from three days before the due date to the day after it, as nothing is late on the day itself
        assertThat(found(policy(DunningStep.courtesy(3), DunningStep.reminder(1, 0))
                        .withMinimumInterval(4)))
                .isEmpty();
        assertThat(found(policy(DunningStep.courtesy(3), DunningStep.reminder(1, 0))
                        .withMinimumInterval(5)))
                .containsExactly(PolicyProblem.WITHIN_INTERVAL);
        // nothing is said of how long after a resting step one of stated days comes
        assertThat(found(policy(FIRST, resting, DunningStep.reminder(3, 30)).withMinimumInterval(6)))
                .isEmpty();
    }

    @Test
    void only_letters_are_kept_apart_by_the_interval() {
        DunningPolicy policy = policy(
                        FIRST,
                        NOTICE,
                        DunningStep.creditStop(4, 31),
                        DunningStep.negotiation(5, 45),
                        DunningStep.handOver(6, 46, Successor.LAWYER))
                .withMinimumInterval(15);

        assertThat(found(policy)).isEmpty();
        assertThat(found(policy.withMinimumInterval(16))).containsExactly(PolicyProblem.WITHIN_INTERVAL);
    }

    // ---- kinds

    @Test
    void nothing_but_the_end_makes_what_follows_unreachable() {
        assertThat(found(policy(NOTICE, OVER, DunningStep.reminder(5, 70), DunningStep.writeOffProposal(6, 80))))
                .containsExactly(PolicyProblem.UNREACHABLE, PolicyProblem.UNREACHABLE);
        assertThat(policy(NOTICE, OVER, DunningStep.writeOffProposal(5, 70), DunningStep.reminder(6, 80))
                        .problems())
                .extracting(problem -> problem.attribute("other"))
                .containsExactly("level-4", "level-4");
        assertThat(found(policy(NOTICE, DunningStep.creditStop(4, 40), DunningStep.writeOffProposal(5, 60))))
                .isEmpty();
    }

    @Test
    void a_write_off_needs_no_formal_notice() {
        assertThat(found(policy(FIRST, DunningStep.writeOffProposal(2, 60)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void a_formal_notice_needs_a_channel_that_proves_it(Channel channel) {
        List<PolicyProblem> expected = switch (channel) {
            case REGISTERED_LETTER, VISIT -> List.of();
            case PHONE, TEXT_MESSAGE -> List.of(PolicyProblem.NOTICE_WITHOUT_PROOF);
            case EMAIL, LETTER, PORTAL, OTHER -> List.of(PolicyProblem.NOTICE_OF_WEAK_PROOF);
        };

        assertThat(found(policy(NOTICE.by(channel)))).isEqualTo(expected);
        assertThat(found(policy(FIRST.by(channel)))).isEmpty();
    }

    @Test
    void a_return_contact_is_nothing_but_no_step() {
        DunningStep contact = DunningStep.of(StepKind.RETURN_CONTACT, 1).daysPastDue(1);

        assertThat(found(policy(contact, contact, DunningStep.courtesy(5), FIRST, SECOND)))
                .containsExactly(PolicyProblem.RETURN_CONTACT_AS_STEP, PolicyProblem.RETURN_CONTACT_AS_STEP);
    }

    // ---- texts and amounts

    @ParameterizedTest
    @ValueSource(strings = {"FR", "CA-QC", "GB-ENG", "AT-9", ""})
    void a_country_or_a_part_of_one_is_sound(String country) {
        assertThat(found(policy(FIRST).underLawOf(country))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "fr", "F", "FRA", "CA-", "CA-QCQC", "CA_QC", "FR\n"})
    void what_is_no_country_is_an_error(String country) {
        assertThat(found(policy(FIRST).underLawOf(country))).containsExactly(PolicyProblem.UNKNOWN_COUNTRY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void letters_are_written_in_two_languages(String language) {
        assertThat(found(sound().inLanguage(language))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EN", "fr-CA"})
    void another_language_is_an_error(String language) {
        assertThat(found(sound().inLanguage(language))).containsExactly(PolicyProblem.UNKNOWN_LANGUAGE);
    }

    @Test
    void a_minimum_is_held_against_the_highest_before_it_in_its_currency() {
        DunningStep first = FIRST.atLeast(eur("100"), Money.of("5", "CAD"));

        assertThat(found(policy(first, SECOND.atLeast(eur("100"))))).isEmpty();
        assertThat(found(policy(first, SECOND))).isEmpty();
        assertThat(found(policy(first, SECOND.atLeast(Money.of("7", "CAD"), Money.of("1", "USD")))))
                .isEmpty();
        assertThat(found(policy(DunningStep.courtesy(1).atLeast(eur("500")), first)))
                .isEmpty();
        List<Problem> third = policy(first, SECOND.atLeast(eur("50")), NOTICE.atLeast(eur("70")))
                .problems();
        assertThat(third)
                .extracting(Problem::code)
                .containsExactly(PolicyProblem.LOWER_MINIMUM, PolicyProblem.LOWER_MINIMUM);
        assertThat(third.get(1).attributes())
                .containsEntry("other", "level-1")
                .containsEntry("otherMinimum", "EUR 100.00");
        assertThat(found(policy(FIRST.atLeast(eur("0"))))).isEmpty();
    }

    /** Where the most severe step is taken, an item is asked for by a later step although it was too little before. */
    @Test
    void a_lower_minimum_is_sound_after_steps_that_are_passed_over() {
        DunningPolicy severe =
                policy(FIRST.atLeast(eur("100")), SECOND.atLeast(eur("50"))).catchingUp(CatchUp.MOST_SEVERE);

        assertThat(found(severe)).isEmpty();
        assertThat(found(severe.catchingUp(CatchUp.ONE_STEP_PER_RUN))).containsExactly(PolicyProblem.LOWER_MINIMUM);
        // but a formal notice is never passed over
        assertThat(found(severe.withSteps(List.of(
                        FIRST,
                        NOTICE.atLeast(eur("100")),
                        DunningStep.negotiation(4, 40).atLeast(eur("50"))))))
                .containsExactly(PolicyProblem.LOWER_MINIMUM);
    }

    @Test
    void an_alert_hold_needs_its_days() {
        assertThat(found(sound().onAlert(AlertKind.OTHER, AlertResponse.HOLD).withAlertHoldDays(1)))
                .isEmpty();
        assertThat(found(
                        sound().onAlert(AlertKind.OTHER, AlertResponse.COURTESY).withAlertHoldDays(0)))
                .isEmpty();
    }

    @Test
    void problems_of_many_steps_are_found_quickly() {
        DunningStep[] many = new DunningStep[20_000];
        Arrays.fill(many, DunningStep.reminder(1, 1));

        assertThat(policy(many).problems().size()).isEqualTo(2 * (many.length - 1));
    }
}
