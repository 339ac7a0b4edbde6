package io.receivables.payments.manual;

import static io.receivables.payments.manual.ChequeDating.IN_TIME;
import static io.receivables.payments.manual.ChequeDating.POST_DATED;
import static io.receivables.payments.manual.ChequeState.DEPOSITED;
import static io.receivables.payments.manual.ChequeState.EXPECTED;
import static io.receivables.payments.manual.ChequeState.HELD_POST_DATED;
import static io.receivables.payments.manual.ChequeState.NONE;
import static io.receivables.payments.manual.ChequeState.PRESUMED_CLEARED;
import static io.receivables.payments.manual.ChequeState.RECEIVED;
import static io.receivables.payments.manual.ChequeState.RETURNED;
import static io.receivables.payments.manual.ChequeState.STALE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may happen to a cheque, and what follows. The table is total: for each state, trigger and dating exactly one row
 * holds, and what is refused or changes nothing is written down like the rest.
 *
 * <p>The rules are those of Payments Canada: a post-dated cheque waits for its date; one that is older than six months and
 * not certified is stale; a returned one is not deposited again, the payer has to give another. Nobody says that a cheque
 * has cleared, so a deposit is taken for money once a hold is over, and may be returned after that as well.
 */
public final class ChequeTable {
    private static final Set<ChequeState> ALL = EnumSet.allOf(ChequeState.class);
    private static final Set<ChequeState> IN_HAND = EnumSet.of(HELD_POST_DATED, RECEIVED, STALE);
    private static final Set<ChequeState> AT_THE_BANK = EnumSet.of(DEPOSITED, PRESUMED_CLEARED);
    private static final ChequeTable STANDARD = of(rules());

    private final List<ChequeRow> rows;
    private final Map<Cell, List<ChequeRow>> cells;

    private record Cell(ChequeState from, ChequeTrigger trigger) {}

    private ChequeTable(List<ChequeRow> rows) {
        this.rows = rows;
        this.cells = rows.stream().collect(Collectors.groupingBy(row -> new Cell(row.from(), row.trigger())));
    }

    /** The table that cheques follow. */
    public static ChequeTable standard() {
        return STANDARD;
    }

    /**
     * A table of rows.
     *
     * @throws IllegalArgumentException if not exactly one row holds for a state, trigger and dating; the message names them
     */
    public static ChequeTable of(Collection<ChequeRow> rows) {
        ChequeTable table = new ChequeTable(List.copyOf(rows));
        for (ChequeState state : ALL) {
            for (ChequeTrigger trigger : ChequeTrigger.values()) {
                for (ChequeDating dating : ChequeDating.values()) {
                    table.checkOne(state, trigger, dating);
                }
            }
        }
        return table;
    }

    private void checkOne(ChequeState state, ChequeTrigger trigger, ChequeDating dating) {
        List<ChequeRow> holding = holding(state, trigger, dating);
        if (holding.size() != 1) {
            throw new IllegalArgumentException(state.code() + " x " + trigger.code() + ", " + dating + ", has "
                    + holding.size() + " rows, not one: "
                    + holding.stream().map(row -> row.rule().id()).toList());
        }
    }

    public List<ChequeRow> rows() {
        return rows;
    }

    /** The row that holds. */
    public ChequeRow row(ChequeState state, ChequeTrigger trigger, ChequeDating dating) {
        return holding(state, trigger, dating).get(0);
    }

    private List<ChequeRow> holding(ChequeState state, ChequeTrigger trigger, ChequeDating dating) {
        return cells.getOrDefault(new Cell(state, trigger), List.of()).stream()
                .filter(row -> row.holds(dating))
                .toList();
    }

    // ---- the rules

    private static final class Rows {
        private final List<ChequeRow> rows = new ArrayList<>();

        void move(ChequeRule rule, ChequeState from, ChequeTrigger trigger, ChequeState next, ChequeDating... when) {
            rows.add(new ChequeRow(from, trigger, Set.of(when), next, rule));
        }

        /** Nothing changes: refused, or right as it is. */
        void stay(ChequeRule rule, Set<ChequeState> states, Set<ChequeTrigger> triggers, ChequeDating... when) {
            for (ChequeState state : states) {
                triggers.forEach(trigger -> move(rule, state, trigger, state, when));
            }
        }
    }

    private static List<ChequeRow> rules() {
        Rows rows = new Rows();
        asking(rows);
        receiving(rows);
        inHand(rows);
        depositing(rows);
        atTheBank(rows);
        time(rows);
        return rows.rows;
    }

    private static void asking(Rows rows) {
        rows.move(ChequeRule.ASKED, NONE, ChequeTrigger.EXPECTED, EXPECTED);
        rows.stay(ChequeRule.ASKED_ALREADY, except(NONE), EnumSet.of(ChequeTrigger.EXPECTED));
        rows.stay(
                ChequeRule.NOT_ASKED, EnumSet.of(NONE), EnumSet.range(ChequeTrigger.RECEIVED, ChequeTrigger.RETURNED));
    }

    private static void receiving(Rows rows) {
        rows.move(ChequeRule.RECEIVED, EXPECTED, ChequeTrigger.RECEIVED, RECEIVED, IN_TIME);
        rows.move(ChequeRule.RECEIVED_POST_DATED, EXPECTED, ChequeTrigger.RECEIVED, HELD_POST_DATED, POST_DATED);
        rows.move(ChequeRule.RECEIVED_STALE, EXPECTED, ChequeTrigger.RECEIVED, STALE, ChequeDating.STALE);
        rows.stay(ChequeRule.ONE_CHEQUE, except(NONE, EXPECTED), EnumSet.of(ChequeTrigger.RECEIVED));
        rows.stay(
                ChequeRule.NO_CHEQUE,
                EnumSet.of(EXPECTED),
                EnumSet.of(ChequeTrigger.CERTIFIED, ChequeTrigger.DEPOSITED, ChequeTrigger.RETURNED));
    }

    private static void inHand(Rows rows) {
        rows.move(ChequeRule.DATE_REACHED, HELD_POST_DATED, ChequeTrigger.DATE_REACHED, RECEIVED);
        rows.move(ChequeRule.WENT_STALE, RECEIVED, ChequeTrigger.WENT_STALE, STALE);
        Set<ChequeTrigger> certified = EnumSet.of(ChequeTrigger.CERTIFIED);
        rows.stay(ChequeRule.CERTIFIED, EnumSet.of(HELD_POST_DATED, RECEIVED), certified);
        rows.stay(ChequeRule.CERTIFIED_TOO_LATE, EnumSet.of(STALE, RETURNED), certified);
        rows.stay(ChequeRule.DEPOSITED_ALREADY, AT_THE_BANK, certified);
    }

    private static void depositing(Rows rows) {
        Set<ChequeTrigger> deposited = EnumSet.of(ChequeTrigger.DEPOSITED);
        // a deposit may be told late, when time has taken the cheque for stale
        IN_HAND.forEach(state -> rows.move(ChequeRule.DEPOSITED, state, ChequeTrigger.DEPOSITED, DEPOSITED, IN_TIME));
        rows.stay(ChequeRule.TOO_EARLY, IN_HAND, deposited, POST_DATED);
        rows.stay(ChequeRule.TOO_OLD, IN_HAND, deposited, ChequeDating.STALE);
        rows.stay(ChequeRule.DEPOSITED_ALREADY, AT_THE_BANK, deposited);
        rows.stay(ChequeRule.NEVER_AGAIN, EnumSet.of(RETURNED), deposited);
    }

    private static void atTheBank(Rows rows) {
        rows.move(ChequeRule.CLEARED, DEPOSITED, ChequeTrigger.HOLD_PASSED, PRESUMED_CLEARED);
        rows.move(ChequeRule.RETURNED_UNCLEARED, DEPOSITED, ChequeTrigger.RETURNED, RETURNED);
        rows.move(ChequeRule.RETURNED, PRESUMED_CLEARED, ChequeTrigger.RETURNED, RETURNED);
        Set<ChequeTrigger> returned = EnumSet.of(ChequeTrigger.RETURNED);
        rows.stay(ChequeRule.NOT_DEPOSITED, IN_HAND, returned);
        rows.stay(ChequeRule.NEVER_AGAIN, EnumSet.of(RETURNED), returned);
    }

    private static void time(Rows rows) {
        ChequeRule nothing = ChequeRule.NOTHING_TO_WAIT_FOR;
        rows.stay(nothing, except(HELD_POST_DATED), EnumSet.of(ChequeTrigger.DATE_REACHED));
        rows.stay(nothing, except(RECEIVED), EnumSet.of(ChequeTrigger.WENT_STALE));
        rows.stay(nothing, except(DEPOSITED), EnumSet.of(ChequeTrigger.HOLD_PASSED));
    }

    private static Set<ChequeState> except(ChequeState... without) {
        Set<ChequeState> rest = EnumSet.copyOf(ALL);
        rest.removeAll(Set.of(without));
        return rest;
    }
}
