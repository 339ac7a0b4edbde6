package io.receivables.testkit;

import io.receivables.core.Fact;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is true of every ledger, and of every figure drawn from one. Each check throws {@link AssertionError} with a
 * message that names the item and the amounts; none needs a test framework.
 *
 * <p>The checks that take a <i>figure</i> ask it of two ledgers that say the same as of a date, and compare the answers
 * with {@code equals}. They find reports that look at what they must not: the order of the facts, or what happened later.
 *
 * <pre>{@code
 * LedgerInvariants.foots(myReport(ledger, asOf).totals(), ledger, asOf);
 * LedgerInvariants.independentOfLaterFacts(ledger, asOf, MyReport::of);
 * }</pre>
 */
public final class LedgerInvariants {
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private static final Comparator<OpenItem> BY_ID =
            Comparator.comparing(OpenItem::kind).thenComparing(OpenItem::id).thenComparing(OpenItem::instalment);

    private LedgerInvariants() {}

    // ---- all at once

    /** Every check of a ledger as of a date. */
    public static void hold(Ledger ledger, LocalDate asOf) {
        foots(ledger, asOf);
        nothingOpenIsNegative(ledger, asOf);
        nothingIsOpenBeforeItsIssue(ledger, asOf);
        disputedIsWithinOpen(ledger, asOf);
        openIsAmountLessSettlements(ledger, asOf);
        sameInBulk(ledger, asOf, LedgerInvariants::position);
        if (isMadeOfFacts(ledger)) {
            independentOfOrder(ledger, asOf, LedgerInvariants::position);
            independentOfLaterFacts(ledger, asOf, LedgerInvariants::position);
            scales(ledger, asOf, 7, Ledger::balance);
        }
    }

    /** Every check of a ledger, as of every date on which something changes in it and the day before. */
    public static void hold(Ledger ledger) {
        turningDays(ledger).forEach(asOf -> hold(ledger, asOf));
        isKnownInTheEnd(ledger);
        if (isMadeOfFacts(ledger)) {
            isReproducedByItsFacts(ledger);
        }
    }

    // ---- one ledger as of a date

    /** The open items add up to the ledger's balance, per currency. */
    public static void foots(Ledger ledger, LocalDate asOf) {
        foots(ledger.openItems(asOf), ledger, asOf);
    }

    /** Open items add up to a ledger's balance, per currency: those of a report that claims to show all of them. */
    public static void foots(Collection<OpenItem> items, Ledger ledger, LocalDate asOf) {
        Map<String, Money> totals = new TreeMap<>();
        for (OpenItem item : items) {
            totals.merge(item.open().currency().getCurrencyCode(), item.signedOpen(), Money::plus);
        }
        foots(totals, ledger, asOf);
    }

    /**
     * Totals are a ledger's balance, per currency.
     *
     * @param totals the totals by currency code; a currency that is left out counts as zero
     */
    public static void foots(Map<String, Money> totals, Ledger ledger, LocalDate asOf) {
        Map<String, Money> control = ledger.balance(asOf);
        Set<String> codes = new TreeSet<>(totals.keySet());
        codes.addAll(control.keySet());
        for (String code : codes) {
            Money zero = Money.zero(Money.currency(code));
            Money total = totals.getOrDefault(code, zero);
            Money balance = control.getOrDefault(code, zero);
            check(
                    total.equals(balance),
                    () -> "as of " + asOf + " the open items add up to " + total + ", but the balance is " + balance);
        }
    }

    /** No row has less than nothing open. */
    public static void nothingOpenIsNegative(Ledger ledger, LocalDate asOf) {
        items(ledger, asOf)
                .forEach(item ->
                        check(!item.open().isNegative(), () -> describe(item, asOf) + " has " + item.open() + " open"));
    }

    /** No row is open before its issue date. */
    public static void nothingIsOpenBeforeItsIssue(Ledger ledger, LocalDate asOf) {
        nothingIsOpenBeforeItsIssue(items(ledger, asOf), asOf);
    }

    static void nothingIsOpenBeforeItsIssue(Collection<OpenItem> items, LocalDate asOf) {
        for (OpenItem item : items) {
            check(
                    item.open().isZero() || !item.issueDate().isAfter(asOf),
                    () -> describe(item, asOf) + " has " + item.open() + " open before it is issued on "
                            + item.issueDate());
        }
    }

    /** What is disputed of a row is at most what is open of it. */
    public static void disputedIsWithinOpen(Ledger ledger, LocalDate asOf) {
        disputedIsWithinOpen(items(ledger, asOf), asOf);
    }

    static void disputedIsWithinOpen(Collection<OpenItem> items, LocalDate asOf) {
        for (OpenItem item : items) {
            check(
                    !item.disputed().isNegative() && item.disputed().compareTo(item.open()) <= 0,
                    () -> describe(item, asOf) + " has " + item.disputed() + " disputed of " + item.open() + " open");
        }
    }

    /** What is open of an issued row is its amount less its settlements up to that date. */
    public static void openIsAmountLessSettlements(Ledger ledger, LocalDate asOf) {
        openIsAmountLessSettlements(items(ledger, asOf), asOf);
    }

    static void openIsAmountLessSettlements(Collection<OpenItem> items, LocalDate asOf) {
        for (OpenItem item : items) {
            Money expected = item.issueDate().isAfter(asOf)
                    ? Money.zero(item.amount().currency())
                    : item.settlements().stream().map(Settlement::amount).reduce(item.amount(), Money::minus);
            check(
                    item.open().equals(expected),
                    () -> describe(item, asOf) + " has " + item.open() + " open; its amount less its settlements is "
                            + expected);
        }
    }

    // ---- two ledgers that say the same

    /** The order in which facts are given does not matter. */
    public static <T> void independentOfOrder(Ledger ledger, LocalDate asOf, BiFunction<Ledger, LocalDate, T> figure) {
        List<Fact> reversed = new ArrayList<>(ledger.facts());
        Collections.reverse(reversed);
        independentOfOrder(ledger, reversed, asOf, figure);
    }

    /**
     * The order in which facts are given does not matter.
     *
     * @param reordered the ledger's facts in another order, as {@code Arbitraries.shuffle(ledger.facts())} gives them
     */
    public static <T> void independentOfOrder(
            Ledger ledger, List<? extends Fact> reordered, LocalDate asOf, BiFunction<Ledger, LocalDate, T> figure) {
        same(ledger, rebuilt(ledger, reordered), asOf, figure, "with its facts in another order");
    }

    /** What is dated later than the as-of date does not matter. */
    public static <T> void independentOfLaterFacts(
            Ledger ledger, LocalDate asOf, BiFunction<Ledger, LocalDate, T> figure) {
        List<Fact> earlier = facts(ledger).stream()
                .filter(fact -> !fact.date().isAfter(asOf))
                .toList();
        same(ledger, rebuilt(ledger, earlier), asOf, figure, "without the facts dated later");
    }

    /** It does not matter whether the ledger was made from facts or from columns. */
    public static <T> void sameInBulk(Ledger ledger, LocalDate asOf, BiFunction<Ledger, LocalDate, T> figure) {
        same(ledger, BulkLedgers.copyOf(ledger), asOf, figure, "made from columns");
    }

    /**
     * Amounts multiply when all amounts of the facts are multiplied.
     *
     * @param factor 1 or more
     */
    public static void scales(
            Ledger ledger, LocalDate asOf, long factor, BiFunction<Ledger, LocalDate, Map<String, Money>> amounts) {
        Map<String, Money> expected = new TreeMap<>();
        amounts.apply(ledger, asOf).forEach((key, amount) -> expected.put(key, amount.times(factor)));
        Map<String, Money> actual =
                new TreeMap<>(amounts.apply(rebuilt(ledger, ScaledFacts.of(facts(ledger), factor)), asOf));
        check(
                actual.equals(expected),
                () -> "as of " + asOf + " the ledger with all amounts times " + factor + " gives " + actual
                        + " instead of " + expected);
    }

    /** Two ledgers say the same as of a date: the same balances and the same items with the same settlements. */
    public static void agree(Ledger a, Ledger b, LocalDate asOf) {
        same(a, b, asOf, Ledger::balance, "the other one");
        same(a, b, asOf, LedgerInvariants::position, "the other one");
    }

    /**
     * All that a ledger says as of a date: each row that was issued by then, by kind, id and instalment. Equal lists mean
     * equal ledgers as of that date, whatever the order of their rows.
     */
    public static List<OpenItem> position(Ledger ledger, LocalDate asOf) {
        return items(ledger, asOf).stream()
                .filter(item -> !item.issueDate().isAfter(asOf))
                .sorted(BY_ID)
                .toList();
    }

    // ---- the ledger as a whole

    /** A ledger made of the facts of a ledger is the same, cell by cell. */
    public static void isReproducedByItsFacts(Ledger ledger) {
        Ledger again = Ledger.builder()
                .customers(ledger.customers())
                .facts(facts(ledger))
                .build();
        check(again.facts().equals(ledger.facts()), () -> "the facts of a ledger made of a ledger's facts are others");
        agree(ledger.columns(), again.columns());
    }

    /** Once everything is known, what is known is everything. */
    public static void isKnownInTheEnd(Ledger ledger) {
        Ledger known = ledger.knownOn(END_OF_TIME);
        check(known.facts().equals(ledger.facts()), () -> "facts are missing although all are known");
        agree(ledger.columns(), known.columns());
    }

    /** Every fact given was taken over, or is named by an error. */
    public static void nothingIsDroppedSilently(Collection<? extends Fact> given, Loaded<Ledger> loaded) {
        List<Fact> missing = new ArrayList<>(given);
        loaded.value().facts().forEach(missing::remove);
        Set<String> named = loaded.errors().stream()
                .map(problem -> problem.attribute("kind") + " " + problem.attribute(Problem.ID))
                .collect(Collectors.toCollection(HashSet::new));
        for (Fact fact : missing) {
            check(
                    named.contains(fact.kind().code() + " " + fact.id()),
                    () -> "no error names the " + fact.kind().code() + " that was left out: " + fact);
        }
    }

    /** Two sets of columns hold the same rows in the same order. */
    public static void agree(LedgerColumns a, LedgerColumns b) {
        equal(a.rows(), b.rows(), "rows");
        for (int row = 0; row < a.rows(); row++) {
            String at = " of row " + row;
            equal(a.id(row), b.id(row), "id" + at);
            equal(a.kind(row), b.kind(row), "kind" + at);
            equal(a.currencies().get(a.currency(row)), b.currencies().get(b.currency(row)), "currency" + at);
            equal(a.customers().get(a.customer(row)), b.customers().get(b.customer(row)), "customer" + at);
        }
        sameCells("instalment", a.rows(), a::instalment, b::instalment);
        sameCells("issue day", a.rows(), a::issueDay, b::issueDay);
        sameCells("due day", a.rows(), a::dueDay, b::dueDay);
        sameCells("posting day", a.rows(), a::postingDay, b::postingDay);
        sameCells("origin day", a.rows(), a::originDay, b::originDay);
        sameCells("recorded day", a.rows(), a::recordedDay, b::recordedDay);
        sameCells("amount", a.rows(), a::amount, b::amount);
        sameCells("tax", a.rows(), a::tax, b::tax);
        sameCells("settled-from day", a.rows(), a::settledFrom, b::settledFrom);
        sameCells("first settlement", a.rows(), a::settlementsFrom, b::settlementsFrom);
        sameCells("last settlement", a.rows(), a::settlementsTo, b::settlementsTo);
        int settlements = a.settlements();
        sameCells("settlement day", settlements, a::settlementDay, b::settlementDay);
        sameCells("settlement amount", settlements, a::settlementAmount, b::settlementAmount);
        sameCells("settlement kind", settlements, a::settlementKindCode, b::settlementKindCode);
        sameCells("settlement recorded day", settlements, a::settlementRecordedDay, b::settlementRecordedDay);
        sameCells("first dispute", a.rows(), a::disputesFrom, b::disputesFrom);
        sameCells("last dispute", a.rows(), a::disputesTo, b::disputesTo);
        int disputes = a.disputes();
        sameCells("first day of dispute", disputes, a::disputeFrom, b::disputeFrom);
        sameCells("end of dispute", disputes, a::disputeTo, b::disputeTo);
        sameCells("disputed amount", disputes, a::disputeAmount, b::disputeAmount);
    }

    /** The dates on which something changes in a ledger or becomes past due, and the days before them, ascending. */
    public static List<LocalDate> turningDays(Ledger ledger) {
        LedgerColumns columns = ledger.columns();
        Set<Integer> days = new TreeSet<>();
        for (int row = 0; row < columns.rows(); row++) {
            days.add(columns.issueDay(row));
            if (columns.kind(row) != ItemKind.PAYMENT) {
                days.add(columns.dueDay(row) + 1);
            }
        }
        IntStream.range(0, columns.settlements()).map(columns::settlementDay).forEach(days::add);
        for (int d = 0; d < columns.disputes(); d++) {
            days.add(columns.disputeFrom(d));
            if (columns.disputeTo(d) != LedgerColumns.UNRESOLVED) {
                days.add(columns.disputeTo(d));
            }
        }
        return days.stream()
                .flatMap(day -> IntStream.of(day - 1, day).boxed())
                .distinct()
                .sorted()
                .map(LocalDate::ofEpochDay)
                .toList();
    }

    // ---- helpers

    private static List<OpenItem> items(Ledger ledger, LocalDate asOf) {
        return IntStream.range(0, ledger.columns().rows())
                .mapToObj(row -> ledger.item(row, asOf))
                .toList();
    }

    private static boolean isMadeOfFacts(Ledger ledger) {
        return !ledger.facts().isEmpty() || ledger.columns().rows() == 0;
    }

    private static List<Fact> facts(Ledger ledger) {
        if (!isMadeOfFacts(ledger)) {
            throw new IllegalArgumentException("this ledger was made from columns and holds no facts to check with");
        }
        return ledger.facts();
    }

    /** Errors are no concern here: an allocation may be left without the later document that it names. */
    private static Ledger rebuilt(Ledger ledger, List<? extends Fact> facts) {
        return Ledger.builder()
                .customers(ledger.customers())
                .facts(facts)
                .load()
                .value();
    }

    private static <T> void same(
            Ledger a, Ledger b, LocalDate asOf, BiFunction<Ledger, LocalDate, T> figure, String otherwise) {
        T expected = figure.apply(a, asOf);
        T actual = figure.apply(b, asOf);
        check(
                Objects.equals(expected, actual),
                () -> "as of " + asOf + " the ledger gives " + beyond(expected, actual) + ", but " + otherwise + " "
                        + beyond(actual, expected));
    }

    /** Of lists only what the other one lacks, to keep messages short. */
    private static Object beyond(Object figure, Object other) {
        if (figure instanceof List<?> list
                && other instanceof List<?> others
                && !Set.copyOf(list).equals(Set.copyOf(others))) {
            return list.stream().filter(element -> !others.contains(element)).toList();
        }
        return figure;
    }

    private static void sameCells(String column, int cells, IntToLongFunction a, IntToLongFunction b) {
        for (int i = 0; i < cells; i++) {
            equal(a.applyAsLong(i), b.applyAsLong(i), column + " " + i);
        }
    }

    private static void equal(Object a, Object b, String what) {
        check(a.equals(b), () -> what + " differs: " + a + " and " + b);
    }

    private static String describe(OpenItem item, LocalDate asOf) {
        return "as of " + asOf + " " + item.kind() + " " + item.id() + " (instalment " + item.instalment() + ")";
    }

    private static void check(boolean condition, Supplier<String> message) {
        if (!condition) {
            throw new AssertionError(message.get());
        }
    }
}
