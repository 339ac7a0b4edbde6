package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.dunning.cases.CaseDecision.Refused;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseTableTest {
    private static final List<CaseRow> ROWS = CaseTable.standard().rows();
    private static final List<CaseMove> MOVES = CaseExploration.moves();
    private static final Findings FOUND = new Findings();
    private static final Collection<CaseState> STATES = CaseExploration.explore(FOUND::tried);
    private static final Set<Stage> CLOSED = EnumSet.of(Stage.SETTLED, Stage.WRITTEN_OFF);

    /** What is found by trying every move in every reachable state, once for all tests. */
    private static final class Findings {
        private static final Set<CaseTrigger> OF_LADDER =
                EnumSet.range(CaseTrigger.STEP_DUE, CaseTrigger.FILE_RECALLED);

        private final Map<Stage, Map<CaseTrigger, List<CaseRow>>> cells =
                ROWS.stream().collect(Collectors.groupingBy(CaseRow::from, Collectors.groupingBy(CaseRow::trigger)));
        private final Set<CaseRow> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<String> notOneRow = new ArrayList<>();
        private final List<String> changedByNothing = new ArrayList<>();
        private final List<String> levelChanged = new ArrayList<>();

        private void tried(CaseState state, CaseMove move, CaseRow row, Optional<CaseDecision> decision) {
            boolean first = reached.add(row);
            for (CaseRow each : cell(state.stage(), move.trigger())) {
                if (holds(each, state, move) != each.equals(row)) {
                    notOneRow.add(state + " " + move + " " + each);
                }
            }
            decision.ifPresent(decided -> follow(state, move, decided, first));
        }

        private void follow(CaseState state, CaseMove move, CaseDecision decision, boolean first) {
            boolean idle = decision.row().next() == CaseNext.IGNORED || decision instanceof Refused;
            if (first && idle && !decision.state().equals(state)) {
                changedByNothing.add(state + " " + move);
            }
            if (!OF_LADDER.contains(move.trigger()) && decision.state().level() != state.level()) {
                levelChanged.add(state + " " + move);
            }
        }

        private List<CaseRow> cell(Stage stage, CaseTrigger trigger) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(cells.get(stage)).get(trigger));
        }
    }

    // ---- construction

    @Test
    void a_table_without_the_rows_of_a_cell_is_refused() {
        for (Stage stage : Stage.values()) {
            for (CaseTrigger trigger : CaseTrigger.values()) {
                List<CaseRow> others = ROWS.stream()
                        .filter(row -> row.from() != stage || row.trigger() != trigger)
                        .toList();
                assertThat(others).hasSizeLessThan(ROWS.size());

                assertThatIllegalArgumentException()
                        .isThrownBy(() -> CaseTable.of(others))
                        .withMessage(
                                stage.code() + " x " + trigger.code() + " has no row: write one, if only to ignore it");
            }
        }
    }

    @Test
    void a_table_that_lacks_any_of_its_rows_is_refused() {
        for (int i = 0; i < ROWS.size(); i++) {
            List<CaseRow> others = new ArrayList<>(ROWS);
            CaseRow missing = others.remove(i);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaseTable.of(others))
                    .withMessageStartingWith(
                            missing.from().code() + " x " + missing.trigger().code());
        }
    }

    @Test
    void a_table_with_two_rows_that_hold_at_once_is_refused() {
        CaseRow first = ROWS.get(0);
        List<CaseRow> doubled = new ArrayList<>(ROWS);
        doubled.add(new CaseRow(first.from(), first.trigger(), Set.of(), CaseNext.IGNORED, CaseRule.CALLED));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseTable.of(doubled))
                .withMessage("current x issued has 2 rows for [nothing is open then], not one: [NOTHING_OWED, CALLED]");
    }

    @Test
    void a_table_with_a_guard_that_leaves_a_case_out_is_refused() {
        List<CaseRow> rows =
                ROWS.stream().filter(row -> row.rule() != CaseRule.NOTHING_OWED).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseTable.of(rows))
                .withMessage("current x issued has 0 rows for [nothing is open then], not one: []");
    }

    // ---- exploration

    /** The guards, read otherwise than the machine reads them. */
    private static boolean holds(CaseRow row, CaseState state, CaseMove move) {
        for (CaseCondition condition : row.guard()) {
            if (!row.guard().contains(condition.question().answer(state, move))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void in_every_reachable_state_exactly_one_row_holds_for_every_move() {
        assertThat(FOUND.notOneRow).isEmpty();
        assertThat(STATES).hasSizeGreaterThan(1_000);
    }

    private static List<CaseState> states(Predicate<CaseState> which) {
        return STATES.stream().filter(which).toList();
    }

    @Test
    void every_row_is_reached() {
        List<CaseRow> never =
                ROWS.stream().filter(row -> !FOUND.reached.contains(row)).toList();
        assertThat(never).isEmpty();
    }

    @Test
    void the_moves_of_the_exploration_have_every_trigger() {
        assertThat(MOVES.stream().map(CaseMove::trigger).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CaseTrigger.values());
    }

    @Test
    void every_stage_is_reached_and_so_is_every_stage_behind_a_closed_one() {
        assertThat(STATES.stream().map(CaseState::stage).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Stage.values());
        assertThat(STATES.stream().flatMap(state -> state.stoodAt().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(CLOSED)));
    }

    private static final Money SOME = Money.of("40.00", "EUR");
    private static final Money NOTHING = Money.of("0.00", "EUR");

    private static boolean isClosed(CaseState state) {
        return CLOSED.contains(state.stage());
    }

    /** Only what is closed may rest. */
    @Test
    void no_open_state_is_a_dead_end() {
        OfMoney paid = OfMoney.payment(CaseEvents.may(4), SOME, NOTHING, NOTHING);
        OfMoney lost = new OfMoney(CaseTrigger.WRITTEN_OFF, CaseEvents.may(4), SOME, NOTHING, NOTHING);
        List<CaseState> open = states(state -> !isClosed(state));

        assertThat(open)
                .allMatch(state -> CaseMachine.evolve(state, paid).stage() == Stage.SETTLED)
                .allMatch(state -> CaseMachine.evolve(state, lost).stage() == Stage.WRITTEN_OFF);
    }

    private static boolean isAbout(Optional<ActionAccepted> action, CaseMove move) {
        return move instanceof OfAction told && action.equals(Optional.of(told.action()));
    }

    @Test
    void a_pending_action_always_finds_an_outcome() {
        assertThat(states(state -> state.pending().isPresent()))
                .isNotEmpty()
                .allMatch(state -> MOVES.stream()
                        .filter(move -> isAbout(state.pendingAction(), move))
                        .map(move -> CaseMachine.evolve(state, move))
                        .anyMatch(next -> next.pending().isEmpty() && next.level() >= state.level()));
    }

    @Test
    void a_closed_case_reopens_where_it_stood() {
        OfMoney returned = new OfMoney(CaseTrigger.PAYMENT_RETURNED, CaseEvents.may(4), SOME, SOME, NOTHING);

        assertThat(states(CaseTableTest::isClosed)).isNotEmpty().allMatch(state -> {
            CaseState reopened = CaseMachine.evolve(state, returned);
            return state.stoodAt().equals(Optional.of(reopened.stage()))
                    && reopened.level() == state.level()
                    && reopened.stoodAt().isEmpty();
        });
        assertThat(states(state -> !isClosed(state)))
                .allMatch(state -> state.stoodAt().isEmpty());
    }

    @Test
    void money_and_suspensions_never_change_the_level() {
        assertThat(FOUND.levelChanged).isEmpty();
    }

    @Test
    void what_is_ignored_or_refused_changes_nothing() {
        assertThat(FOUND.changedByNothing).isEmpty();
    }

    // ---- rules

    @Test
    void a_rule_has_a_problem_exactly_if_it_refuses() {
        assertThat(ROWS).allMatch(row -> row.rule().problem().isPresent() == (row.next() == CaseNext.REFUSED));
    }

    @Test
    void every_rule_is_used_has_its_own_id_and_is_told_in_both_languages() {
        assertThat(ROWS.stream().map(CaseRow::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CaseRule.values());
        assertThat(CaseRule.values()).extracting(CaseRule::id).doesNotHaveDuplicates();
        for (CaseRule rule : CaseRule.values()) {
            assertThat(rule.text(Locale.ENGLISH)).endsWith(".");
            assertThat(rule.text(Locale.CANADA_FRENCH)).endsWith(".").isNotEqualTo(rule.text(Locale.GERMAN));
        }
    }
}
