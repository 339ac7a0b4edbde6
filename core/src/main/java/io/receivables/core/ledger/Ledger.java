package io.receivables.core.ledger;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All facts about a company's receivables, immutable, answering as of any date: an invoice dated D and a payment dated D
 * both count at the end of day D.
 *
 * <p>Made from facts with {@link #builder()}, or from primitive arrays with {@link #ofColumns}. The second way keeps
 * numbers only; it suits those who have millions of rows in a database and want figures.
 */
public final class Ledger {
    private final LedgerColumns columns;
    private final List<Fact> facts;
    private final List<Problem> warnings;
    private volatile @Nullable RowIndex rowIndex;
    private volatile @Nullable Map<String, Document> documents;
    private volatile @Nullable Map<String, Customer> customersById;
    private volatile @Nullable DailyBalances dailyBalances;

    Ledger(LedgerColumns columns, List<Fact> facts, List<Problem> warnings) {
        this.columns = columns;
        this.facts = facts;
        this.warnings = warnings;
    }

    public static LedgerBuilder builder() {
        return new LedgerBuilder();
    }

    /**
     * The ledger of facts in any order.
     *
     * @throws InvalidLedgerException if any fact does not fit; {@link LedgerBuilder#load()} keeps the others
     */
    public static Ledger of(Collection<? extends Fact> facts) {
        return builder().facts(facts).build();
    }

    /** The ledger of columns; {@link #facts()} of it is empty. */
    public static Ledger ofColumns(LedgerColumns columns) {
        return new Ledger(columns, List.of(), List.of());
    }

    /** What engines compute on. */
    public LedgerColumns columns() {
        return columns;
    }

    /** The customers, by id. */
    public List<Customer> customers() {
        return columns.customers();
    }

    public Optional<Customer> customer(String id) {
        Map<String, Customer> index = customersById;
        if (index == null) {
            index = new HashMap<>();
            for (Customer customer : customers()) {
                index.putIfAbsent(customer.id(), customer);
            }
            customersById = index;
        }
        return Optional.ofNullable(index.get(id));
    }

    /**
     * The facts that this ledger was made from, in the order given; allocations that the ledger derived from {@link
     * LedgerBuilder#payment} come last. Empty for a ledger made from columns. {@code Ledger.of(ledger.facts())} is an
     * equal ledger, but for customers' names and attributes.
     */
    public List<Fact> facts() {
        return facts;
    }

    /** What deserves a look, as reported when the ledger was made. */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * This ledger with further facts.
     *
     * @throws InvalidLedgerException if any of them does not fit
     * @throws IllegalStateException if this ledger was made from columns
     */
    public Ledger with(Collection<? extends Fact> further) {
        if (facts.isEmpty() && columns.rows() > 0) {
            throw new IllegalStateException(
                    "this ledger was made from columns and holds no facts: add rows to the columns instead");
        }
        return builder().customers(customers()).facts(facts).facts(further).build();
    }

    /**
     * This ledger as it was known at the end of a day: what was recorded later is left out, and so is what refers to it.
     * Of a ledger made from columns, disputes stay: columns do not tell when they became known. And what was undone with
     * effect from its own day is not in the columns of a ledger made from facts: ask the ledger that has the facts.
     */
    public Ledger knownOn(LocalDate day) {
        if (facts.isEmpty()) {
            return ofColumns(columns.knownOn(epochDay(day)));
        }
        List<Fact> known =
                facts.stream().filter(fact -> !fact.recordedOn().isAfter(day)).toList();
        return builder().customers(customers()).facts(known).load().value();
    }

    /** The first issue date of any row. */
    public Optional<LocalDate> firstDate() {
        Accounts accounts = columns.accounts();
        OptionalInt first =
                IntStream.range(0, accounts.places()).map(accounts::issueDay).min();
        return first.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first.getAsInt()));
    }

    /**
     * What customers owed in all at the end of a day, less their unapplied credits: the control total. It is the sum of
     * what was issued less the sum of what settled it, and so computed otherwise than the open amounts of single items.
     * The first call adds up the ledger day by day; later ones, for any date, look the total up.
     *
     * @return the total per currency code, for currencies of which anything was issued by that day
     */
    public Map<String, Money> balance(LocalDate asOf) {
        return balance(asOf, Workers.caller());
    }

    /** {@link #balance(LocalDate)}, the first time added up by several threads. */
    public Map<String, Money> balance(LocalDate asOf, Workers workers) {
        DailyBalances index = dailyBalances;
        if (index == null) {
            index = DailyBalances.of(columns, workers);
            dailyBalances = index;
        }
        Map<String, Money> balances = new TreeMap<>();
        for (int c = 0; c < columns.currencies().size(); c++) {
            Currency currency = columns.currencies().get(c);
            if (index.hasBegun(c, epochDay(asOf))) {
                balances.put(currency.getCurrencyCode(), Money.ofMinor(index.at(c, epochDay(asOf)), currency));
            }
        }
        return balances;
    }

    /** The rows of which something was open at the end of a day, as objects, in row order. */
    public List<OpenItem> openItems(LocalDate asOf) {
        int day = epochDay(asOf);
        List<OpenItem> items = new ArrayList<>();
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.openAt(row, day) != 0) {
                items.add(item(row, asOf));
            }
        }
        return items;
    }

    /** One row as an object, as it stood at the end of a day. */
    public OpenItem item(int row, LocalDate asOf) {
        int day = epochDay(asOf);
        Currency currency = columns.currencies().get(columns.currency(row));
        List<Settlement> settlements = new ArrayList<>();
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            if (columns.settlementDay(s) <= day) {
                settlements.add(new Settlement(
                        LocalDate.ofEpochDay(columns.settlementDay(s)),
                        Money.ofMinor(columns.settlementAmount(s), currency),
                        columns.settlementKind(s)));
            }
        }
        long open = columns.openAt(row, day);
        return new OpenItem(
                columns.id(row),
                columns.instalment(row),
                columns.kind(row),
                customers().get(columns.customer(row)).id(),
                LocalDate.ofEpochDay(columns.issueDay(row)),
                LocalDate.ofEpochDay(columns.postingDay(row)),
                LocalDate.ofEpochDay(columns.dueDay(row)),
                Money.ofMinor(columns.amount(row), currency),
                Money.ofMinor(open, currency),
                Money.ofMinor(columns.disputedAt(row, day, open), currency),
                settlements);
    }

    /** The instalments of a document as they stood at the end of a day; empty if there is no document of that id. */
    public List<OpenItem> items(String documentId, LocalDate asOf) {
        return Arrays.stream(rowsOf(documentId))
                .mapToObj(row -> item(row, asOf))
                .toList();
    }

    /** A document by its id; of a ledger made from columns, as far as columns tell. */
    public Optional<Document> document(String id) {
        int[] rows = rowsOf(id);
        if (rows.length == 0) {
            return Optional.empty();
        }
        return facts.isEmpty()
                ? Optional.of(fromRows(id, rows))
                : Optional.ofNullable(documents().get(id));
    }

    private Map<String, Document> documents() {
        Map<String, Document> index = documents;
        if (index == null) {
            index = new HashMap<>();
            for (Fact fact : facts) {
                if (fact instanceof Document document) {
                    index.put(document.id(), document);
                }
            }
            documents = index;
        }
        return index;
    }

    /** The rows of a document's instalments in the order of their numbers; none if there is no document of that id. */
    public int[] rowsOf(String documentId) {
        RowIndex index = rowIndex;
        if (index == null) {
            index = RowIndex.of(columns);
            rowIndex = index;
        }
        return index.rowsOf(documentId);
    }

    private Document fromRows(String id, int[] rows) {
        int first = rows[0];
        Currency currency = columns.currencies().get(columns.currency(first));
        List<Instalment> instalments = Arrays.stream(rows)
                .mapToObj(row -> Instalment.of(
                        LocalDate.ofEpochDay(columns.dueDay(row)), Money.ofMinor(columns.amount(row), currency)))
                .toList();
        Money gross = instalments.stream().map(Instalment::amount).reduce(Money.zero(currency), Money::plus);
        Money tax = Money.ofMinor(Arrays.stream(rows).mapToLong(columns::tax).sum(), currency);
        String customerId = customers().get(columns.customer(first)).id();
        LocalDate issued = LocalDate.ofEpochDay(columns.issueDay(first));
        LocalDate posted = LocalDate.ofEpochDay(columns.postingDay(first));
        LocalDate recorded = LocalDate.ofEpochDay(columns.recordedDay(first));
        return Document.of(columns.kind(first).factKind(), id, customerId, issued, gross)
                .payableIn(instalments)
                .postedOn(posted)
                .withTax(tax)
                .recordedOn(recorded);
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    @Override
    public String toString() {
        return "Ledger[rows=" + columns.rows() + ", customers=" + customers().size() + "]";
    }
}
