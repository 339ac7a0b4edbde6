package io.receivables.dunning.cases;

import static io.receivables.dunning.cases.CaseCondition.ANOTHER_PENDING;
import static io.receivables.dunning.cases.CaseCondition.COURTESY;
import static io.receivables.dunning.cases.CaseCondition.GIVEN_UP;
import static io.receivables.dunning.cases.CaseCondition.KNOWN_CYCLE;
import static io.receivables.dunning.cases.CaseCondition.LADDER_STEP;
import static io.receivables.dunning.cases.CaseCondition.LATEST_ATTEMPT;
import static io.receivables.dunning.cases.CaseCondition.NEITHER;
import static io.receivables.dunning.cases.CaseCondition.NEW;
import static io.receivables.dunning.cases.CaseCondition.NEW_CYCLE;
import static io.receivables.dunning.cases.CaseCondition.NOTHING_OPEN;
import static io.receivables.dunning.cases.CaseCondition.OF_OTHER_CYCLE;
import static io.receivables.dunning.cases.CaseCondition.OTHER_CYCLE;
import static io.receivables.dunning.cases.CaseCondition.OVERTAKEN;
import static io.receivables.dunning.cases.CaseCondition.PENDING;
import static io.receivables.dunning.cases.CaseCondition.RETURN_CONTACT;
import static io.receivables.dunning.cases.CaseCondition.SOMETHING_OPEN;
import static io.receivables.dunning.cases.CaseCondition.TAKEN_ALREADY;
import static io.receivables.dunning.cases.CaseCondition.TAKEN_LAST;
import static io.receivables.dunning.cases.CaseCondition.THIS_CYCLE;
import static io.receivables.dunning.cases.CaseCondition.TO_TRY_AGAIN;
import static io.receivables.dunning.cases.CaseCondition.WITHOUT_LOSS;
import static io.receivables.dunning.cases.CaseCondition.WITH_LOSS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which move is legal from which stage, and what follows. The table is total: for each stage and trigger there are rows,
 * and in any state exactly one of them holds. What is ignored or refused is written down like the rest.
 */
public final class CaseTable {
    private static final Set<Stage> ALL = EnumSet.allOf(Stage.class);
    private static final Set<Stage> CLOSED = EnumSet.of(Stage.SETTLED, Stage.WRITTEN_OFF);
    private static final Set<Stage> OPEN = EnumSet.complementOf(EnumSet.copyOf(CLOSED));
    private static final Set<Stage> OWN = EnumSet.range(Stage.CURRENT, Stage.FORMAL_NOTICE);
    private static final Set<Stage> AGENCY = EnumSet.of(Stage.HANDED_OVER);
    private static final Set<Stage> CURRENT = EnumSet.of(Stage.CURRENT);
    private static final Set<Stage> UNDER_WAY = EnumSet.range(Stage.NOTIFIED, Stage.FORMAL_NOTICE);

    private static final CaseTable STANDARD = of(rules());

    private final List<CaseRow> rows;
    private final Map<Stage, Map<CaseTrigger, Cell>> cells;

    /** The rows of one stage and trigger, and the questions that their guards ask. */
    private record Cell(List<CaseRow> rows, List<CaseQuestion> questions) {
        static Cell of(List<CaseRow> rows) {
            List<CaseQuestion> questions = rows.stream()
                    .flatMap(row -> row.guard().stream())
                    .map(CaseCondition::question)
                    .distinct()
                    .sorted()
                    .toList();
            return new Cell(List.copyOf(rows), questions);
        }

        CaseRow row(CaseState state, CaseMove move) {
            if (questions.isEmpty()) {
                return rows.get(0);
            }
            List<CaseCondition> answers = new ArrayList<>(questions.size());
            for (CaseQuestion question : questions) {
                answers.add(question.answer(state, move));
            }
            for (CaseRow row : rows) {
                if (row.holds(answers)) {
                    return row;
                }
            }
            throw new IllegalStateException("no row of " + rows.get(0).from() + " holds for " + answers);
        }

        /** All combinations of answers to the questions. */
        List<List<CaseCondition>> combinations() {
            List<List<CaseCondition>> combinations = List.of(List.of());
            for (CaseQuestion question : questions) {
                List<List<CaseCondition>> longer = new ArrayList<>();
                for (List<CaseCondition> combination : combinations) {
                    question.answers().forEach(answer -> longer.add(CaseState.plus(combination, answer)));
                }
                combinations = longer;
            }
            return combinations;
        }
    }

    private CaseTable(List<CaseRow> rows, Map<Stage, Map<CaseTrigger, Cell>> cells) {
        this.rows = rows;
        this.cells = cells;
    }

    /** The table that cases follow. */
    public static CaseTable standard() {
        return STANDARD;
    }

    /**
     * A table of rows.
     *
     * @throws IllegalArgumentException if a stage and trigger has no row, or if not exactly one of its guards holds for each
     *     combination of conditions; the message names them
     */
    public static CaseTable of(Collection<CaseRow> rows) {
        Map<Stage, Map<CaseTrigger, List<CaseRow>>> grouped =
                rows.stream().collect(Collectors.groupingBy(CaseRow::from, Collectors.groupingBy(CaseRow::trigger)));
        Map<Stage, Map<CaseTrigger, Cell>> cells = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            Map<CaseTrigger, List<CaseRow>> ofStage = grouped.getOrDefault(stage, Map.of());
            Map<CaseTrigger, Cell> byTrigger = new EnumMap<>(CaseTrigger.class);
            for (CaseTrigger trigger : CaseTrigger.values()) {
                byTrigger.put(
                        trigger, cell(stage.code() + " x " + trigger.code(), ofStage.getOrDefault(trigger, List.of())));
            }
            cells.put(stage, byTrigger);
        }
        return new CaseTable(List.copyOf(rows), cells);
    }

    private static Cell cell(String name, List<CaseRow> those) {
        if (those.isEmpty()) {
            throw new IllegalArgumentException(name + " has no row: write one, if only to ignore it");
        }
        Cell cell = Cell.of(those);
        for (List<CaseCondition> answers : cell.combinations()) {
            List<CaseRow> holding =
                    those.stream().filter(row -> row.holds(answers)).toList();
            if (holding.size() != 1) {
                throw new IllegalArgumentException(name + " has " + holding.size() + " rows for " + answers
                        + ", not one: " + holding.stream().map(CaseRow::rule).toList());
            }
        }
        return cell;
    }

    public List<CaseRow> rows() {
        return rows;
    }

    /** The row that holds for a move of a case. */
    CaseRow row(CaseState state, CaseMove move) {
        Map<CaseTrigger, Cell> byTrigger = Objects.requireNonNull(cells.get(state.stage()));
        return Objects.requireNonNull(byTrigger.get(move.trigger())).row(state, move);
    }

    // ---- the rules

    private static final class Rows {
        private final List<CaseRow> rows = new ArrayList<>();

        /** Rows of one rule: for each of the stages and triggers. */
        void add(
                CaseRule rule, Set<Stage> from, Set<CaseTrigger> triggers, CaseNext next, CaseCondition... conditions) {
            for (Stage stage : from) {
                for (CaseTrigger trigger : triggers) {
                    rows.add(new CaseRow(stage, trigger, Set.of(conditions), next, rule));
                }
            }
        }

        void add(CaseRule rule, Set<Stage> from, CaseTrigger trigger, CaseNext next, CaseCondition... conditions) {
            add(rule, from, EnumSet.of(trigger), next, conditions);
        }
    }

    private static List<CaseRow> rules() {
        Rows rows = new Rows();
        money(rows);
        proposals(rows);
        deliveries(rows);
        failures(rows);
        ladder(rows);
        people(rows);
        suspensions(rows);
        remembered(rows);
        return rows.rows;
    }

    private static void money(Rows rows) {
        rows.add(CaseRule.ISSUED, CURRENT, CaseTrigger.ISSUED, CaseNext.STAYS, SOMETHING_OPEN);
        rows.add(CaseRule.NOTHING_OWED, CURRENT, CaseTrigger.ISSUED, CaseNext.SETTLED, NOTHING_OPEN);
        rows.add(CaseRule.ISSUED_ALREADY, except(ALL, CURRENT), CaseTrigger.ISSUED, CaseNext.IGNORED);

        rows.add(CaseRule.PART_PAYMENT, OPEN, CaseTrigger.PART_PAID, CaseNext.STAYS);
        rows.add(CaseRule.PAID, OPEN, CaseTrigger.PAID_IN_FULL, CaseNext.SETTLED);
        rows.add(CaseRule.CREDITED_IN_PART, OPEN, CaseTrigger.CREDITED, CaseNext.STAYS, SOMETHING_OPEN);
        rows.add(CaseRule.CREDITED_IN_FULL, OPEN, CaseTrigger.CREDITED, CaseNext.SETTLED, NOTHING_OPEN);
        rows.add(CaseRule.LOST_IN_PART, OPEN, CaseTrigger.WRITTEN_OFF, CaseNext.STAYS, SOMETHING_OPEN);
        rows.add(CaseRule.LOST, OPEN, CaseTrigger.WRITTEN_OFF, CaseNext.WRITTEN_OFF, NOTHING_OPEN);
        Set<CaseTrigger> settlements = EnumSet.of(
                CaseTrigger.PART_PAID, CaseTrigger.PAID_IN_FULL, CaseTrigger.CREDITED, CaseTrigger.WRITTEN_OFF);
        rows.add(CaseRule.CLOSED, CLOSED, settlements, CaseNext.REFUSED);

        Set<CaseTrigger> undone =
                EnumSet.of(CaseTrigger.PAYMENT_RETURNED, CaseTrigger.SETTLEMENT_UNDONE, CaseTrigger.WRITE_OFF_UNDONE);
        rows.add(CaseRule.PART_UNDONE, OPEN, undone, CaseNext.STAYS);
        rows.add(CaseRule.REOPENED, CLOSED, undone, CaseNext.REOPENS, SOMETHING_OPEN);
        rows.add(CaseRule.STILL_CLOSED, CLOSED, undone, CaseNext.STAYS, NOTHING_OPEN);

        Set<Stage> lost = EnumSet.of(Stage.WRITTEN_OFF);
        rows.add(CaseRule.RECOVERED, lost, CaseTrigger.RECOVERED, CaseNext.STAYS);
        rows.add(CaseRule.RECOVERED, except(ALL, lost), CaseTrigger.RECOVERED, CaseNext.STAYS, WITH_LOSS);
        rows.add(CaseRule.NO_LOSS, except(ALL, lost), CaseTrigger.RECOVERED, CaseNext.REFUSED, WITHOUT_LOSS);
        rows.add(CaseRule.DEBIT_REJECTED, ALL, CaseTrigger.DEBIT_REJECTED, CaseNext.STAYS);
    }

    private static void proposals(Rows rows) {
        Set<CaseTrigger> steps = EnumSet.of(CaseTrigger.STEP_DUE, CaseTrigger.ACTION_SKIPPED);
        rows.add(CaseRule.STEP_ACCEPTED, OWN, CaseTrigger.STEP_DUE, CaseNext.STAYS, NEW);
        rows.add(CaseRule.SKIPPED, OWN, CaseTrigger.ACTION_SKIPPED, CaseNext.STAYS, NEW);
        rows.add(CaseRule.ONE_AT_A_TIME, OWN, steps, CaseNext.REFUSED, ANOTHER_PENDING);
        rows.add(CaseRule.ONLY_ONCE, OWN, steps, CaseNext.REFUSED, TAKEN_ALREADY);
        rows.add(CaseRule.OTHER_CYCLE, OWN, steps, CaseNext.REFUSED, OF_OTHER_CYCLE);
        rows.add(CaseRule.POSTPONED, OWN, CaseTrigger.ACTION_POSTPONED, CaseNext.STAYS, THIS_CYCLE);
        rows.add(CaseRule.OTHER_CYCLE, OWN, CaseTrigger.ACTION_POSTPONED, CaseNext.REFUSED, OTHER_CYCLE);
        rows.add(CaseRule.WITH_THE_AGENCY, AGENCY, steps, CaseNext.REFUSED);
        rows.add(CaseRule.WITH_THE_AGENCY, AGENCY, CaseTrigger.ACTION_POSTPONED, CaseNext.REFUSED);
    }

    private static void deliveries(Rows rows) {
        rows.add(CaseRule.SENDING, OWN, CaseTrigger.ACTION_SENDING, CaseNext.STAYS, PENDING);
        rows.add(CaseRule.NOT_AWAITED, OWN, CaseTrigger.ACTION_SENDING, CaseNext.IGNORED, TAKEN_LAST, NEITHER);
        rows.add(CaseRule.NOT_AWAITED, AGENCY, CaseTrigger.ACTION_SENDING, CaseNext.IGNORED);

        CaseTrigger delivered = CaseTrigger.ACTION_DELIVERED;
        rows.add(CaseRule.COURTESY_SENT, CURRENT, delivered, CaseNext.NOTIFIED, PENDING, THIS_CYCLE, COURTESY);
        rows.add(CaseRule.STEP_SENT, CURRENT, delivered, CaseNext.REMINDED, PENDING, THIS_CYCLE, LADDER_STEP);
        rows.add(
                CaseRule.FORMAL_NOTICE_SENT,
                CURRENT,
                delivered,
                CaseNext.FORMAL_NOTICE,
                PENDING,
                THIS_CYCLE,
                CaseCondition.FORMAL_NOTICE);
        rows.add(CaseRule.CONTACT_SENT, CURRENT, delivered, CaseNext.STAYS, PENDING, THIS_CYCLE, RETURN_CONTACT);
        // the ladder is restarted from CURRENT, and an action that was pending then leaves the stage there
        rows.add(CaseRule.EARLIER_CYCLE_SENT, CURRENT, delivered, CaseNext.STAYS, PENDING, OTHER_CYCLE);
        for (Stage stage : UNDER_WAY) {
            Set<Stage> from = EnumSet.of(stage);
            rows.add(CaseRule.COURTESY_SENT, from, delivered, CaseNext.STAYS, PENDING, COURTESY);
            rows.add(
                    CaseRule.STEP_SENT,
                    from,
                    delivered,
                    stage == Stage.NOTIFIED ? CaseNext.REMINDED : CaseNext.STAYS,
                    PENDING,
                    LADDER_STEP);
            rows.add(
                    CaseRule.FORMAL_NOTICE_SENT,
                    from,
                    delivered,
                    stage == Stage.FORMAL_NOTICE ? CaseNext.STAYS : CaseNext.FORMAL_NOTICE,
                    PENDING,
                    CaseCondition.FORMAL_NOTICE);
            rows.add(CaseRule.CONTACT_SENT, from, delivered, CaseNext.STAYS, PENDING, RETURN_CONTACT);
        }
        rows.add(CaseRule.DAY_PUT_RIGHT, OWN, delivered, CaseNext.STAYS, TAKEN_LAST);
        rows.add(CaseRule.NOT_AWAITED, OWN, delivered, CaseNext.IGNORED, NEITHER);
        rows.add(CaseRule.NOT_AWAITED, AGENCY, delivered, CaseNext.IGNORED);

        CaseTrigger handedOver = CaseTrigger.HANDED_OVER;
        rows.add(CaseRule.HANDED_OVER, OWN, handedOver, CaseNext.HANDED_OVER, PENDING);
        rows.add(CaseRule.NOT_AWAITED, OWN, handedOver, CaseNext.IGNORED, TAKEN_LAST, NEITHER);
        rows.add(CaseRule.DAY_PUT_RIGHT, AGENCY, handedOver, CaseNext.STAYS, TAKEN_LAST);
        rows.add(CaseRule.NOT_AWAITED, AGENCY, handedOver, CaseNext.IGNORED, PENDING, NEITHER);
    }

    private static void failures(Rows rows) {
        CaseTrigger failed = CaseTrigger.ACTION_FAILED;
        rows.add(CaseRule.TRIED_AGAIN, OWN, failed, CaseNext.STAYS, PENDING, LATEST_ATTEMPT, TO_TRY_AGAIN);
        rows.add(CaseRule.GIVEN_UP, OWN, failed, CaseNext.STAYS, PENDING, LATEST_ATTEMPT, GIVEN_UP);
        rows.add(CaseRule.CAME_BACK, OPEN, failed, CaseNext.GOES_BACK, TAKEN_LAST, LATEST_ATTEMPT, TO_TRY_AGAIN);
        rows.add(CaseRule.CAME_BACK_FOR_GOOD, OPEN, failed, CaseNext.GOES_BACK, TAKEN_LAST, LATEST_ATTEMPT, GIVEN_UP);
        rows.add(CaseRule.OVERTAKEN, OWN, failed, CaseNext.IGNORED, PENDING, TAKEN_LAST, OVERTAKEN);
        rows.add(CaseRule.OVERTAKEN, AGENCY, failed, CaseNext.IGNORED, TAKEN_LAST, OVERTAKEN);
        rows.add(CaseRule.NOT_AWAITED, OWN, failed, CaseNext.IGNORED, NEITHER);
        rows.add(CaseRule.NOT_AWAITED, AGENCY, failed, CaseNext.IGNORED, PENDING, NEITHER);

        CaseTrigger withdrawn = CaseTrigger.ACTION_WITHDRAWN;
        rows.add(CaseRule.WITHDRAWN, OWN, withdrawn, CaseNext.STAYS, PENDING);
        rows.add(CaseRule.NOT_AWAITED, OWN, withdrawn, CaseNext.IGNORED, NEITHER);
        rows.add(CaseRule.NOT_AWAITED, AGENCY, withdrawn, CaseNext.IGNORED, PENDING, NEITHER);
        rows.add(CaseRule.SENT_ALREADY, OPEN, withdrawn, CaseNext.REFUSED, TAKEN_LAST);
    }

    private static void ladder(Rows rows) {
        CaseTrigger restarted = CaseTrigger.LADDER_RESTARTED;
        rows.add(CaseRule.RESTARTED, CURRENT, restarted, CaseNext.STAYS, NEW_CYCLE);
        rows.add(CaseRule.RESTARTED, UNDER_WAY, restarted, CaseNext.CURRENT, NEW_CYCLE);
        rows.add(CaseRule.RESTARTED_ALREADY, OWN, restarted, CaseNext.IGNORED, KNOWN_CYCLE);
        rows.add(CaseRule.WITH_THE_AGENCY, AGENCY, restarted, CaseNext.REFUSED);
        rows.add(CaseRule.RECALLED, AGENCY, CaseTrigger.FILE_RECALLED, CaseNext.FORMAL_NOTICE);
        rows.add(CaseRule.NOT_HANDED_OVER, OWN, CaseTrigger.FILE_RECALLED, CaseNext.REFUSED);
    }

    private static void people(Rows rows) {
        rows.add(CaseRule.SALES_ASKED, ALL, CaseTrigger.SALES_ASKED, CaseNext.STAYS);
        rows.add(CaseRule.SALES_ANSWERED, ALL, CaseTrigger.SALES_ANSWERED, CaseNext.STAYS);
        rows.add(CaseRule.CALLED, ALL, CaseTrigger.CALL_MADE, CaseNext.IGNORED);
        rows.add(CaseRule.CONTACT_CORRECTED, ALL, CaseTrigger.CONTACT_CORRECTED, CaseNext.STAYS);
    }

    private static void suspensions(Rows rows) {
        rows.add(CaseRule.DISPUTED, ALL, CaseTrigger.DISPUTE_OPENED, CaseNext.STAYS);
        Set<CaseTrigger> ends = EnumSet.range(CaseTrigger.DISPUTE_FOR_SELLER, CaseTrigger.DISPUTE_ENDED);
        rows.add(CaseRule.DISPUTE_ENDED, ALL, ends, CaseNext.STAYS);
        Set<CaseTrigger> promises = EnumSet.of(CaseTrigger.PROMISE_MADE, CaseTrigger.PROMISE_REOPENED);
        rows.add(CaseRule.PROMISED, ALL, promises, CaseNext.STAYS);
        Set<CaseTrigger> promisesOver = EnumSet.range(CaseTrigger.PROMISE_KEPT, CaseTrigger.PROMISE_CANCELLED);
        rows.add(CaseRule.PROMISE_OVER, ALL, promisesOver, CaseNext.STAYS);
        rows.add(CaseRule.PLAN_OFFERED, ALL, CaseTrigger.PLAN_OFFERED, CaseNext.STAYS);
        rows.add(CaseRule.PLAN_DECLINED, ALL, CaseTrigger.PLAN_DECLINED, CaseNext.STAYS);
        rows.add(CaseRule.OFFER_AGREED, ALL, CaseTrigger.OFFER_AGREED, CaseNext.STAYS);
        Set<CaseTrigger> plans = EnumSet.range(CaseTrigger.PLAN_AGREED, CaseTrigger.INSTALMENT_LATE);
        rows.add(CaseRule.ON_PLAN, ALL, plans, CaseNext.STAYS);
        Set<CaseTrigger> plansOver = EnumSet.range(CaseTrigger.INSTALMENT_MISSED, CaseTrigger.PLAN_CANCELLED);
        rows.add(CaseRule.PLAN_OVER, ALL, plansOver, CaseNext.STAYS);
        rows.add(CaseRule.HELD, ALL, CaseTrigger.HOLD_SET, CaseNext.STAYS);
        rows.add(CaseRule.RELEASED, ALL, CaseTrigger.HOLD_RELEASED, CaseNext.STAYS);
        rows.add(CaseRule.INSOLVENT, ALL, CaseTrigger.INSOLVENCY_OPENED, CaseNext.STAYS);
        rows.add(CaseRule.SOLVENT, ALL, CaseTrigger.INSOLVENCY_CLOSED, CaseNext.STAYS);
    }

    /** What was under way when the case was closed goes on where it would reopen. */
    private static void remembered(Rows rows) {
        Set<CaseTrigger> ladder = EnumSet.range(CaseTrigger.STEP_DUE, CaseTrigger.FILE_RECALLED);
        rows.add(CaseRule.REMEMBERED, CLOSED, ladder, CaseNext.REMEMBERED);
    }

    private static Set<Stage> except(Set<Stage> stages, Set<Stage> without) {
        Set<Stage> rest = EnumSet.copyOf(stages);
        rest.removeAll(without);
        return rest;
    }
}
