package io.receivables.dunning.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rules that rows of the table follow. {@link #id()} is pinned; what a rule says is told in English and French. */
public enum CaseRule {
    // what is owed
    ISSUED("CASE-01", CaseEffects::counted),
    NOTHING_OWED("CASE-02", CaseEffects::counted),
    ISSUED_ALREADY("CASE-03"),
    PART_PAYMENT("CASE-04", CaseEffects::counted),
    PAID("CASE-05", CaseEffects::counted),
    CREDITED_IN_PART("CASE-06", CaseEffects::counted),
    CREDITED_IN_FULL("CASE-07", CaseEffects::counted),
    LOST_IN_PART("CASE-08", CaseEffects::lost),
    LOST("CASE-09", CaseEffects::lost),
    PART_UNDONE("CASE-10", CaseEffects::counted),
    REOPENED("CASE-11", CaseEffects::counted),
    STILL_CLOSED("CASE-12", CaseEffects::counted),
    CLOSED("CASE-13", CaseProblem.NOTHING_OPEN),
    RECOVERED("CASE-14", CaseEffects::recovered),
    NO_LOSS("CASE-15", CaseProblem.NOTHING_WRITTEN_OFF),
    DEBIT_REJECTED("CASE-16", CaseEffects::debitRejected),

    // the ladder
    STEP_ACCEPTED("CASE-20", CaseEffects::accepted),
    ONE_AT_A_TIME("CASE-21", CaseProblem.ACTION_PENDING),
    ONLY_ONCE("CASE-22", CaseProblem.TAKEN_ALREADY),
    OTHER_CYCLE("CASE-23", CaseProblem.OTHER_CYCLE),
    WITH_THE_AGENCY("CASE-24", CaseProblem.HANDED_OVER),
    SKIPPED("CASE-25", CaseEffects::skipped),
    POSTPONED("CASE-26", CaseEffects::postponed),
    SENDING("CASE-27", CaseEffects::attempted),
    COURTESY_SENT("CASE-30", CaseEffects::taken),
    STEP_SENT("CASE-31", CaseEffects::taken),
    FORMAL_NOTICE_SENT("CASE-32", CaseEffects::taken),
    CONTACT_SENT("CASE-33", CaseEffects::taken),
    EARLIER_CYCLE_SENT("CASE-34", CaseEffects::sentForNothing),
    HANDED_OVER("CASE-35", CaseEffects::taken),
    DAY_PUT_RIGHT("CASE-36", CaseEffects::sentOn),
    NOT_AWAITED("CASE-37"),
    TRIED_AGAIN("CASE-40", CaseEffects::failed),
    GIVEN_UP("CASE-41", CaseEffects::givenUp),
    CAME_BACK("CASE-42", CaseEffects::cameBack),
    CAME_BACK_FOR_GOOD("CASE-43", CaseEffects::cameBackForGood),
    OVERTAKEN("CASE-44"),
    WITHDRAWN("CASE-45", CaseEffects::withdrawn),
    SENT_ALREADY("CASE-46", CaseProblem.SENT_ALREADY),
    RESTARTED("CASE-50", CaseEffects::restarted),
    RESTARTED_ALREADY("CASE-51"),
    RECALLED("CASE-52", CaseEffects::recalled),
    NOT_HANDED_OVER("CASE-53", CaseProblem.NOT_HANDED_OVER),
    CONTACT_CORRECTED("CASE-54", CaseEffects::contactCorrected),
    SALES_ASKED("CASE-55", CaseEffects::salesAsked),
    SALES_ANSWERED("CASE-56", CaseEffects::salesAnswered),
    CALLED("CASE-57"),
    REMEMBERED("CASE-58"),

    // what suspends
    DISPUTED("CASE-60", CaseEffects::disputed),
    DISPUTE_ENDED("CASE-61", CaseEffects::disputed),
    PROMISED("CASE-62", CaseEffects::promised),
    PROMISE_OVER("CASE-63", CaseEffects::promiseOver),
    PLAN_OFFERED("CASE-64", CaseEffects::planOffered),
    PLAN_DECLINED("CASE-65", CaseEffects::planDeclined),
    OFFER_AGREED("CASE-72", CaseEffects::offerAgreed),
    ON_PLAN("CASE-66", CaseEffects::planRuns),
    PLAN_OVER("CASE-67", CaseEffects::planOver),
    HELD("CASE-68", CaseEffects::held),
    RELEASED("CASE-69", CaseEffects::released),
    INSOLVENT("CASE-70", CaseEffects::insolvent),
    SOLVENT("CASE-71", CaseEffects::solvent);

    private final String id;
    private final BiConsumer<CaseState.Fields, CaseMove> effect;
    private final @Nullable CaseProblem problem;

    CaseRule(String id, BiConsumer<CaseState.Fields, CaseMove> effect, @Nullable CaseProblem problem) {
        this.id = id;
        this.effect = effect;
        this.problem = problem;
    }

    CaseRule(String id, BiConsumer<CaseState.Fields, CaseMove> effect) {
        this(id, effect, null);
    }

    CaseRule(String id, CaseProblem problem) {
        this(id, CaseRule::nothing, problem);
    }

    CaseRule(String id) {
        this(id, CaseRule::nothing, null);
    }

    private static void nothing(CaseState.Fields fields, CaseMove move) {
        // what is ignored or refused changes nothing
    }

    public String id() {
        return id;
    }

    /** What a move that this rule refuses is told. */
    public Optional<CaseProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What the rule says, in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        return CaseText.messages(locale).getString(id);
    }

    void apply(CaseState.Fields fields, CaseMove move) {
        effect.accept(fields, move);
    }
}
