package io.receivables.metrics.totals;

import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.Bucket;
import io.receivables.metrics.aging.BucketScheme;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What all customers together owed at the end of any day, by due date: read, not computed. The ledger is added up once,
 * day by day and due day by due day; then the total of any range of due days on any day is a difference of two sums.
 *
 * <pre>{@code
 * AgingCube cube = AgingCube.of(ledger);
 * cube.debits("CAD", date, BucketScheme.standard());   // {not-due=CAD 300.00, 1-30=CAD 200.00, …}
 * cube.overdue("CAD", date);                           // CAD 300.00
 * }</pre>
 *
 * <p>The amounts equal those of {@link Aging} by due date to the cent: {@link AgingOptions#standard} of the date, into the
 * same buckets, credits apart. It has amounts only. For numbers of items, contested amounts, oldest items, groups and other
 * bases, ask {@link Aging}.
 *
 * <p>The sums grow with the number of days on which anything changes times the number of due days. Where they would take
 * more than a bound they are not made, the cube holds on to the ledger, and every question is answered by a pass over it, on
 * the calling thread: the same amounts, later. {@link #isIndexed} tells.
 *
 * <p>Immutable, like the ledger. Cubes of parts of a ledger answer for the parts; their amounts add up.
 */
public final class AgingCube {
    /** The most bytes that the sums take unless said otherwise: 256 MiB. */
    public static final long DEFAULT_MOST_BYTES = 256L << 20;

    private final List<Currency> currencies;
    private final OpenSums sums;

    private AgingCube(List<Currency> currencies, OpenSums sums) {
        this.currencies = currencies;
        this.sums = sums;
    }

    /** {@link #of(Ledger, long, Workers)}, made by the calling thread and bounded by {@link #DEFAULT_MOST_BYTES}. */
    public static AgingCube of(Ledger ledger) {
        return of(ledger, Workers.caller());
    }

    /** {@link #of(Ledger, long, Workers)}, bounded by {@link #DEFAULT_MOST_BYTES}. */
    public static AgingCube of(Ledger ledger, Workers workers) {
        return of(ledger, DEFAULT_MOST_BYTES, workers);
    }

    /**
     * The cube of a ledger.
     *
     * @param mostBytes what the sums may take; 0 for none
     * @param workers who make the sums; they take no more memory for more threads
     * @throws IllegalArgumentException if the bytes are negative
     * @throws ArithmeticException if what is open of one currency at the end of any day, debits or credits, does not fit a
     *     {@code long} of minor units
     */
    public static AgingCube of(Ledger ledger, long mostBytes, Workers workers) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " is negative: give 0 to make no sums");
        }
        List<Currency> currencies =
                ledger.columns().currencies().stream().distinct().toList();
        return new AgingCube(
                currencies,
                new CubeBuilder(ledger.columns(), currencies, workers)
                        .build(mostBytes)
                        .<OpenSums>map(sums -> sums)
                        .orElseGet(() -> new ScannedSums(ledger, currencies)));
    }

    /** Whether the sums were made: if not, every question takes a pass over the ledger. */
    public boolean isIndexed() {
        return sums instanceof CubeSums;
    }

    /** The bytes that the sums take; 0 if they were not made. */
    public long sizeInBytes() {
        return sums.sizeInBytes();
    }

    /** The currencies of the ledger; their indexes are those of the questions in minor units. */
    public List<Currency> currencies() {
        return currencies;
    }

    // ---- for reading by date and currency code

    /**
     * The open debit items by age, as {@link Aging} has them.
     *
     * @return an amount for every bucket, youngest first
     * @throws IllegalArgumentException if the ledger has no such currency
     */
    public Map<Bucket, Money> debits(String currencyCode, LocalDate asOf, BucketScheme buckets) {
        return byBucket(Side.DEBITS, currencyCode, asOf, buckets);
    }

    /**
     * The open credits by their own age, as sizes.
     *
     * @return an amount for every bucket, youngest first
     * @throws IllegalArgumentException if the ledger has no such currency
     */
    public Map<Bucket, Money> credits(String currencyCode, LocalDate asOf, BucketScheme buckets) {
        return byBucket(Side.CREDITS, currencyCode, asOf, buckets);
    }

    private Map<Bucket, Money> byBucket(Side side, String currencyCode, LocalDate asOf, BucketScheme scheme) {
        int currency = indexOf(currencyCode);
        long[] open = sums.open(side, currency, epochDay(asOf), scheme);
        Map<Bucket, Money> amounts = new LinkedHashMap<>();
        for (int b = 0; b < open.length; b++) {
            amounts.put(scheme.buckets().get(b), money(open[b], currency));
        }
        return Collections.unmodifiableMap(amounts);
    }

    /**
     * All open debit items less all open credits.
     *
     * @throws IllegalArgumentException if the ledger has no such currency
     */
    public Money net(String currencyCode, LocalDate asOf) {
        int currency = indexOf(currencyCode);
        return money(net(currency, epochDay(asOf)), currency);
    }

    /**
     * The open debit items due before a date.
     *
     * @throws IllegalArgumentException if the ledger has no such currency
     */
    public Money overdue(String currencyCode, LocalDate asOf) {
        int currency = indexOf(currencyCode);
        int lastDueDay = epochDay(asOf.minusDays(1));
        return money(debits(currency, epochDay(asOf), Integer.MIN_VALUE, lastDueDay), currency);
    }

    /**
     * The index of a currency among {@link #currencies()}.
     *
     * @throws IllegalArgumentException if the ledger has no such currency
     */
    public int indexOf(String currencyCode) {
        for (int i = 0; i < currencies.size(); i++) {
            if (currencies.get(i).getCurrencyCode().equals(currencyCode)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the ledger has no currency " + currencyCode + ": there are " + currencies);
    }

    private Money money(long minorUnits, int currency) {
        return Money.ofMinor(minorUnits, currencies.get(currency));
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    // ---- in minor units, for many questions: where the sums were made these allocate nothing

    /**
     * The open debit items at the end of a day that are due from one day to another.
     *
     * @param currency the index of the currency
     * @param day the epoch day
     * @param dueFrom the first due day, as an epoch day; {@link Integer#MIN_VALUE} for no bound
     * @param dueTo the last due day; {@link Integer#MAX_VALUE} for no bound
     * @return the amount in minor units, zero or more
     * @throws IndexOutOfBoundsException if there is no such currency
     * @throws IllegalArgumentException if the last due day is before the first
     */
    public long debits(int currency, int day, int dueFrom, int dueTo) {
        return open(Side.DEBITS, currency, day, dueFrom, dueTo);
    }

    /** {@link #debits(int, int, int, int)} of the open credits; below zero where more of them was given back than there was. */
    public long credits(int currency, int day, int dueFrom, int dueTo) {
        return open(Side.CREDITS, currency, day, dueFrom, dueTo);
    }

    private long open(Side side, int currency, int day, int dueFrom, int dueTo) {
        Objects.checkIndex(currency, currencies.size());
        if (dueFrom > dueTo) {
            throw new IllegalArgumentException(
                    "due days from " + dueFrom + " to " + dueTo + " are none: from is after to");
        }
        return sums.open(side, currency, day, dueFrom, dueTo);
    }

    /** All open debit items less all open credits at the end of a day, in minor units. */
    public long net(int currency, int day) {
        return debits(currency, day, Integer.MIN_VALUE, Integer.MAX_VALUE)
                - credits(currency, day, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return "AgingCube[currencies=" + currencies + (isIndexed() ? ", bytes=" + sizeInBytes() : ", not indexed")
                + "]";
    }
}
