package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import io.receivables.core.ledger.SettlementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each invariant fails on something that is broken in the way that it guards against, and says what is wrong. */
class LedgerInvariantsTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH_9 = LocalDate.parse("2026-03-09");
    private static final LocalDate MARCH_20 = LocalDate.parse("2026-03-20");
    private static final LocalDate MARCH_31 = LocalDate.parse("2026-03-31");

    private final Ledger ledger = Ledger.of(List.of(
            Invoice.of("INV-1", "C1", MARCH_2, cad("100.00")).dueOn(MARCH_31),
            Payment.of("P-1", "C1", MARCH_20, cad("30.00")),
            Allocation.ofPayment("A-1", "P-1", "INV-1", MARCH_20, cad("30.00")),
            Dispute.of("D-1", "INV-1", MARCH_9).over(cad("10.00")),
            DisputeResolution.of("DR-1", "D-1", MARCH_20)));

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static OpenItem item(LocalDate issued, String amount, String open, String disputed, String settled) {
        return new OpenItem(
                "INV-1",
                1,
                ItemKind.INVOICE,
                "C1",
                issued,
                issued,
                issued,
                cad(amount),
                cad(open),
                cad(disputed),
                List.of(new Settlement(issued, cad(settled), SettlementKind.CASH)));
    }

    private static void fails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void hold_for_a_sound_ledger() {
        assertThatCode(() -> LedgerInvariants.hold(ledger)).doesNotThrowAnyException();
        assertThatCode(() -> LedgerInvariants.hold(BulkLedgers.copyOf(ledger))).doesNotThrowAnyException();
        assertThatCode(() -> LedgerInvariants.hold(Ledger.builder().build())).doesNotThrowAnyException();
    }

    @Test
    void footing_fails_when_an_item_is_missing() {
        fails(
                () -> LedgerInvariants.foots(List.of(), ledger, MARCH_31),
                "as of 2026-03-31 the open items add up to CAD 0.00, but the balance is CAD 70.00");
    }

    @Test
    void footing_fails_when_an_item_counts_twice() {
        Collection<OpenItem> twice = new ArrayList<>(ledger.openItems(MARCH_31));
        twice.addAll(ledger.openItems(MARCH_31));

        fails(
                () -> LedgerInvariants.foots(twice, ledger, MARCH_31),
                "as of 2026-03-31 the open items add up to CAD 140.00, but the balance is CAD 70.00");
    }

    @Test
    void footing_fails_when_totals_name_another_currency() {
        Map<String, Money> totals = Map.of("CAD", cad("70.00"), "EUR", Money.of("0.01", "EUR"));

        fails(
                () -> LedgerInvariants.foots(totals, ledger, MARCH_31),
                "as of 2026-03-31 the open items add up to EUR 0.01, but the balance is EUR 0.00");
    }

    @Test
    void footing_takes_a_currency_that_is_left_out_as_zero() {
        assertThatCode(() -> LedgerInvariants.foots(Map.<String, Money>of(), ledger, MARCH_2.minusDays(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void settlements_above_the_amount_are_negative_open() {
        Ledger oversettled = Ledger.ofColumns(columns(
                builder -> builder.settlements(new int[] {0, 1}, new int[] {day(MARCH_9)}, new long[] {100_01})));

        fails(
                () -> LedgerInvariants.nothingOpenIsNegative(oversettled, MARCH_31),
                "as of 2026-03-31 INVOICE INV-1 (instalment 1) has CAD -0.01 open");
        assertThatThrownBy(() -> LedgerInvariants.hold(oversettled)).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_item_that_is_open_before_its_issue_is_found() {
        fails(
                () -> LedgerInvariants.nothingIsOpenBeforeItsIssue(
                        List.of(item(MARCH_20, "1.00", "1.00", "0.00", "0.00")), MARCH_9),
                "as of 2026-03-09 INVOICE INV-1 (instalment 1) has CAD 1.00 open before it is issued on 2026-03-20");
    }

    @Test
    void more_disputed_than_open_is_found() {
        fails(
                () -> LedgerInvariants.disputedIsWithinOpen(
                        List.of(item(MARCH_2, "1.00", "0.40", "0.41", "0.60")), MARCH_9),
                "as of 2026-03-09 INVOICE INV-1 (instalment 1) has CAD 0.41 disputed of CAD 0.40 open");
    }

    @Test
    void an_open_amount_that_ignores_a_settlement_is_found() {
        fails(
                () -> LedgerInvariants.openIsAmountLessSettlements(
                        List.of(item(MARCH_2, "1.00", "1.00", "0.00", "0.60")), MARCH_9),
                "as of 2026-03-09 INVOICE INV-1 (instalment 1) has CAD 1.00 open;"
                        + " its amount less its settlements is CAD 0.40");
    }

    @Test
    void a_figure_that_looks_at_the_order_of_facts_is_found() {
        fails(
                () -> LedgerInvariants.independentOfOrder(
                        ledger, MARCH_31, (l, asOf) -> l.facts().get(0).id()),
                "as of 2026-03-31 the ledger gives INV-1, but with its facts in another order DR-1");
    }

    @Test
    void two_facts_of_one_id_make_a_ledger_that_depends_on_their_order() {
        List<Fact> conflicting =
                List.of(Payment.of("P-1", "C1", MARCH_2, cad("1.00")), Payment.of("P-1", "C1", MARCH_2, cad("2.00")));
        Ledger first = Ledger.builder().facts(conflicting).load().value();
        List<Fact> reordered = List.of(conflicting.get(1), conflicting.get(0));

        fails(
                () -> LedgerInvariants.independentOfOrder(first, reordered, MARCH_9, Ledger::balance),
                "as of 2026-03-09 the ledger gives {CAD=CAD -1.00},"
                        + " but with its facts in another order {CAD=CAD -2.00}");
    }

    @Test
    void a_figure_that_looks_ahead_is_found() {
        fails(
                () -> LedgerInvariants.independentOfLaterFacts(
                        ledger, MARCH_9, (l, asOf) -> l.balance(MARCH_31).get("CAD")),
                "as of 2026-03-09 the ledger gives CAD 70.00, but without the facts dated later CAD 100.00");
    }

    @Test
    void a_figure_that_needs_facts_is_found() {
        fails(
                () -> LedgerInvariants.sameInBulk(
                        ledger, MARCH_31, (l, asOf) -> l.facts().size()),
                "as of 2026-03-31 the ledger gives 5, but made from columns 0");
    }

    @Test
    void a_fixed_fee_does_not_scale() {
        fails(
                () -> LedgerInvariants.scales(
                        ledger,
                        MARCH_31,
                        3,
                        (l, asOf) -> Map.of(
                                "CAD",
                                l.balance(asOf).getOrDefault("CAD", cad("0.00")).plus(cad("40.00")))),
                "as of 2026-03-31 the ledger with all amounts times 3 gives {CAD=CAD 250.00}"
                        + " instead of {CAD=CAD 330.00}"); // 3 x 70 + 40 against 3 x (70 + 40)
    }

    @Test
    void ledgers_that_disagree_are_told_apart_by_their_items() {
        Ledger other = ledger.with(List.of(Dispute.of("D-2", "INV-1", MARCH_31)));

        assertThatCode(() -> LedgerInvariants.agree(ledger, other, MARCH_20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> LedgerInvariants.agree(ledger, other, MARCH_31))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("disputed=CAD 0.00")
                .hasMessageContaining("disputed=CAD 70.00")
                .hasMessageNotContaining("P-1");
    }

    @Test
    void ledgers_that_disagree_are_told_apart_by_their_balance() {
        Ledger other = ledger.with(List.of(Payment.of("P-2", "C1", MARCH_31, cad("70.00"))));

        fails(
                () -> LedgerInvariants.agree(ledger, other, MARCH_31),
                "as of 2026-03-31 the ledger gives {CAD=CAD 70.00}, but the other one {CAD=CAD 0.00}");
    }

    @Test
    void a_fact_that_nobody_misses_is_found() {
        Payment lost = Payment.of("P-9", "C1", MARCH_20, cad("1.00"));
        List<Fact> given = new ArrayList<>(ledger.facts());
        given.add(lost);

        fails(
                () -> LedgerInvariants.nothingIsDroppedSilently(given, new Loaded<>(ledger, List.of())),
                "no error names the payment that was left out: " + lost);
    }

    @Test
    void a_repeated_fact_counts_as_left_out_once() {
        List<Fact> given = List.of(ledger.facts().get(0), ledger.facts().get(0));
        Ledger single = Ledger.of(List.of(ledger.facts().get(0)));

        assertThatThrownBy(() -> LedgerInvariants.nothingIsDroppedSilently(given, new Loaded<>(single, List.of())))
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> LedgerInvariants.nothingIsDroppedSilently(
                        given, Ledger.builder().facts(given).load()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_ledger_of_columns_has_no_facts_to_reorder() {
        assertThatThrownBy(() ->
                        LedgerInvariants.independentOfLaterFacts(BulkLedgers.copyOf(ledger), MARCH_31, Ledger::balance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this ledger was made from columns and holds no facts to check with");
    }

    @Test
    void turning_days_are_the_days_of_change_and_their_eves() {
        assertThat(LedgerInvariants.turningDays(ledger))
                .containsExactly(
                        MARCH_2.minusDays(1), // INV-1 is issued
                        MARCH_2,
                        MARCH_9.minusDays(1), // a part of it is disputed
                        MARCH_9,
                        MARCH_20.minusDays(1), // resolved; P-1 pays
                        MARCH_20,
                        MARCH_31, // INV-1 is due, and the day after past due
                        MARCH_31.plusDays(1));
    }

    // ---- columns

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    /** One invoice over CAD 100.00, settled on March 20th, disputed from March 9th to 20th. */
    private static LedgerColumns columns(UnaryOperator<LedgerColumns.Builder> change) {
        return change.apply(LedgerColumns.of(1)
                        .currency("CAD")
                        .customers(List.of(Customer.of("C1"), Customer.of("C2")), new int[] {0})
                        .ids(new String[] {"INV-1"})
                        .issueDays(new int[] {day(MARCH_2)})
                        .dueDays(new int[] {day(MARCH_31)})
                        .minorUnits(new long[] {100_00})
                        .settlements(new int[] {0, 1}, new int[] {day(MARCH_20)}, new long[] {100_00})
                        .dispute(0, day(MARCH_9), day(MARCH_20), 10_00))
                .build();
    }

    private static LedgerColumns settled(LocalDate date, long amount) {
        return columns(c -> c.settlements(new int[] {0, 1}, new int[] {day(date)}, new long[] {amount}));
    }

    /** The same row without its dispute, or with another one. */
    private static LedgerColumns disputed(LocalDate from, LocalDate to, long amount) {
        return LedgerColumns.of(1)
                .currency("CAD")
                .customers(List.of(Customer.of("C1"), Customer.of("C2")), new int[] {0})
                .ids(new String[] {"INV-1"})
                .issueDays(new int[] {day(MARCH_2)})
                .dueDays(new int[] {day(MARCH_31)})
                .minorUnits(new long[] {100_00})
                .settlements(new int[] {0, 1}, new int[] {day(MARCH_20)}, new long[] {100_00})
                .dispute(0, day(from), day(to), amount)
                .build();
    }

    @TestFactory
    Stream<DynamicTest> columns_that_differ_in_one_cell_are_told_apart() {
        int[] march9 = {day(MARCH_9)};
        return Map.ofEntries(
                        Map.entry(
                                "rows",
                                LedgerColumns.of(0)
                                        .currency("CAD")
                                        .customers(List.of(), new int[0])
                                        .build()),
                        Map.entry("id of row 0", columns(c -> c.ids(new String[] {"INV-2"}))),
                        Map.entry("kind of row 0", columns(c -> c.kinds(new byte[] {ItemKind.DEBIT_NOTE.code()}))),
                        Map.entry("currency of row 0", columns(c -> c.currency("EUR"))),
                        Map.entry(
                                "customer of row 0",
                                columns(c -> c.customers(new String[] {"C1", "C2"}, new int[] {1}))),
                        Map.entry("instalment 0", columns(c -> c.instalments(new int[] {2}))),
                        Map.entry("issue day 0", columns(c -> c.issueDays(march9))),
                        Map.entry("due day 0", columns(c -> c.dueDays(march9))),
                        Map.entry("posting day 0", columns(c -> c.postingDays(march9))),
                        Map.entry("origin day 0", columns(c -> c.originDays(march9))),
                        Map.entry("recorded day 0", columns(c -> c.recordedDays(march9))),
                        Map.entry("amount 0", columns(c -> c.minorUnits(new long[] {100_01}))),
                        Map.entry("tax 0", columns(c -> c.taxes(new long[] {1}))),
                        Map.entry("settled-from day 0", settled(MARCH_9, 100_00)),
                        Map.entry(
                                "last settlement 0",
                                columns(c -> c.settlements(
                                        new int[] {0, 2},
                                        new int[] {day(MARCH_20), day(MARCH_20)},
                                        new long[] {99_00, 1_00}))),
                        Map.entry(
                                "settlement kind 0",
                                columns(c -> c.settlementKinds(new byte[] {SettlementKind.WRITE_OFF.code()}))),
                        Map.entry(
                                "settlement recorded day 0",
                                columns(c -> c.settlementRecordedDays(new int[] {day(MARCH_31)}))),
                        Map.entry("last dispute 0", columns(c -> c.dispute(0, day(MARCH_9), day(MARCH_20), 1))),
                        Map.entry("first day of dispute 0", disputed(MARCH_2, MARCH_20, 10_00)),
                        Map.entry("end of dispute 0", disputed(MARCH_9, MARCH_31, 10_00)),
                        Map.entry("disputed amount 0", disputed(MARCH_9, MARCH_20, 10_01)))
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatThrownBy(() ->
                                        LedgerInvariants.agree(columns(UnaryOperator.identity()), entry.getValue()))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageStartingWith(entry.getKey() + " differ")));
    }

    @Test
    void settlements_that_differ_in_day_or_amount_are_told_apart() {
        fails(
                () -> LedgerInvariants.agree(settled(MARCH_9, 50_00), settled(MARCH_20, 50_00)),
                "settlement day 0 differs: " + day(MARCH_9) + " and " + day(MARCH_20));
        fails(
                () -> LedgerInvariants.agree(settled(MARCH_9, 50_00), settled(MARCH_9, 50_01)),
                "settlement amount 0 differs: 5000 and 5001");
    }
}
