package io.receivables.testkit;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.BaseDate;
import io.receivables.core.terms.BusinessDayRule;
import io.receivables.core.terms.DiscountBase;
import io.receivables.core.terms.DueRule;
import io.receivables.core.terms.DueStep;
import io.receivables.core.terms.EarlyPaymentDiscount;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Arbitraries of the receivables domain: amounts, dates, customers, documents, and consistent histories of facts. They
 * are put together from jqwik's own, so that a failing example shrinks to a short one; it is shown as the Java that makes
 * it.
 *
 * <p>{@link ReceivablesProviders} gives them to properties by name, {@link ReceivablesDomain} by type:
 *
 * <pre>{@code
 * @Domain(ReceivablesDomain.class)
 * class MyReportProperties {
 *     @Property
 *     void my_report_foots(@ForAll Ledger ledger, @ForAll LocalDate asOf) { … }
 * }
 * }</pre>
 *
 * <p>A history is generated as documents and movements, each a few small numbers; playing the movements day by day fits
 * their amounts to what is open and left. Any of them can be left out without breaking the others.
 */
public final class ReceivablesArbitraries {
    static final List<Currency> CURRENCIES =
            Stream.of("EUR", "CAD", "USD", "JPY", "KWD").map(Money::currency).toList();

    private static final long LARGEST_MONEY = 1_000_000_000_000_000L;

    private ReceivablesArbitraries() {}

    // ---- amounts and dates

    /** EUR, CAD, USD (two decimals), JPY (none) and KWD (three). */
    public static Arbitrary<Currency> currencies() {
        return Arbitraries.of(CURRENCIES);
    }

    /** Amounts of either sign in {@link #currencies()}, zero, single cents and very large ones among them. */
    public static Arbitrary<Money> money() {
        return Combinators.combine(signedMinorUnits(), currencies()).as(Money::ofMinor);
    }

    /** Amounts of either sign in one currency. */
    public static Arbitrary<Money> money(Currency currency) {
        return signedMinorUnits().map(minor -> Money.ofMinor(minor, currency));
    }

    /** Amounts above zero in {@link #currencies()}. */
    public static Arbitrary<Money> positiveMoney() {
        return Combinators.combine(minorUnits(LARGEST_MONEY), currencies()).as(Money::ofMinor);
    }

    /** Amounts above zero in one currency. */
    public static Arbitrary<Money> positiveMoney(Currency currency) {
        return minorUnits(LARGEST_MONEY).map(minor -> Money.ofMinor(minor, currency));
    }

    private static Arbitrary<Long> signedMinorUnits() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, minorUnits(LARGEST_MONEY)),
                Tuple.of(9, minorUnits(LARGEST_MONEY).map(Math::negateExact)),
                Tuple.of(1, Arbitraries.just(0L)));
    }

    /** Mostly everyday amounts; the smallest and the largest more often than chance would have it. */
    private static Arbitrary<Long> minorUnits(long largest) {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, evenly(1, Math.min(1_000, largest)).map(units -> Math.min(largest, units * 100))),
                        Tuple.of(4, evenly(1, Math.min(1_000_000, largest))),
                        Tuple.of(1, evenly(1, Math.min(3, largest))),
                        Tuple.of(1, evenly(Math.max(1, largest - 1), largest)))
                .withoutEdgeCases(); // they are chosen often enough
    }

    /** Dates from a month before the ledgers of {@link LedgerSpec#standard()} to half a year after them. */
    public static Arbitrary<LocalDate> dates() {
        LedgerSpec standard = LedgerSpec.standard();
        return dates(standard.from().minusMonths(1), standard.to().plusMonths(6));
    }

    /** Dates of a window, its ends included; first and last days of months more often than chance would have it. */
    public static Arbitrary<LocalDate> dates(LocalDate from, LocalDate to) {
        LocalDate firstMonth = from.withDayOfMonth(1);
        Arbitrary<LocalDate> monthStarts = evenly(0, Math.toIntExact(ChronoUnit.MONTHS.between(firstMonth, to)))
                .map(month -> latest(from, firstMonth.plusMonths(month)));
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                3,
                                evenly(0, Math.toIntExact(ChronoUnit.DAYS.between(from, to)))
                                        .map(from::plusDays)),
                        Tuple.of(1, monthStarts),
                        Tuple.of(2, monthStarts.map(start -> earliest(to, start.with(lastDayOfMonth())))))
                .edgeCases(edges -> edges.includeOnly(from, to));
    }

    /**
     * Dates on which something changes in a ledger, and the days before them: where as-of answers go wrong if they do.
     * Any date of {@link #dates()} for an empty ledger.
     */
    public static Arbitrary<LocalDate> datesAround(Ledger ledger) {
        List<LocalDate> days = LedgerInvariants.turningDays(ledger);
        return days.isEmpty() ? dates() : Arbitraries.of(days);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earliest(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** Numbers of a range, none preferred. */
    private static Arbitrary<Integer> evenly(int first, int last) {
        return Arbitraries.integers().between(first, last).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> picks() {
        return evenly(0, History.PICKS - 1);
    }

    private static Arbitrary<Long> evenly(long first, long last) {
        return Arbitraries.longs().between(first, last).withDistribution(RandomDistribution.uniform());
    }

    // ---- parties and documents

    /** Customers with ids {@code C1} to {@code C99}, most with some attributes to group by. */
    public static Arbitrary<Customer> customers() {
        return Combinators.combine(customerNumbers(), customerDetails())
                .as((number, details) -> details.customer("C" + number))
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> customerNumbers() {
        return evenly(1, 99);
    }

    private record CustomerDetails(String name, Map<String, String> attributes) {
        Customer customer(String id) {
            return new Customer(id, name.isEmpty() ? id : name, attributes);
        }
    }

    private static Arbitrary<CustomerDetails> customerDetails() {
        return Combinators.combine(
                        Arbitraries.of("", "Acme Ltée", "Söhne & Co. KG", "O'Neil; \"Sons\"", "株式会社 山田", "=SUM(A1)"),
                        Arbitraries.of("", "CA", "FR", "DE", "JP"),
                        Arbitraries.of("", "retail", "public sector", "détail"),
                        Arbitraries.of("", "Groupe Nord", "Group, \"South\""),
                        Arbitraries.of("", "ada", "bo"),
                        Arbitraries.of("", "zoé", "yan"))
                .as((name, country, segment, group, collector, representative) -> {
                    Map<String, String> attributes = new LinkedHashMap<>();
                    putUnlessEmpty(attributes, Customer.COUNTRY, country);
                    putUnlessEmpty(attributes, Customer.SEGMENT, segment);
                    putUnlessEmpty(attributes, Customer.GROUP, group);
                    putUnlessEmpty(attributes, Customer.COLLECTOR, collector);
                    putUnlessEmpty(attributes, Customer.SALES_REPRESENTATIVE, representative);
                    return new CustomerDetails(name, attributes);
                });
    }

    private static void putUnlessEmpty(Map<String, String> attributes, String key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }

    /** Between one customer and as many as the spec allows, with ids {@code C1}, {@code C2}, … */
    static Arbitrary<List<Customer>> customers(LedgerSpec spec) {
        return customerDetails().list().ofMinSize(1).ofMaxSize(spec.customers()).map(all -> {
            List<Customer> customers = new ArrayList<>();
            all.forEach(details -> customers.add(details.customer("C" + (customers.size() + 1))));
            return customers;
        });
    }

    public static Arbitrary<Invoice> invoices() {
        return documents(FactKind.INVOICE).map(Invoice.class::cast);
    }

    public static Arbitrary<DebitNote> debitNotes() {
        return documents(FactKind.DEBIT_NOTE).map(DebitNote.class::cast);
    }

    public static Arbitrary<CreditNote> creditNotes() {
        return documents(FactKind.CREDIT_NOTE).map(CreditNote.class::cast);
    }

    /** Invoices, debit notes and credit notes. */
    public static Arbitrary<Document> documents() {
        return documents(FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE);
    }

    private static Arbitrary<Document> documents(FactKind... kinds) {
        return Combinators.combine(
                        plans(LedgerSpec.standard(), Arbitraries.of(kinds)),
                        evenly(1, 999),
                        customerNumbers(),
                        currencies())
                .as((plan, number, customer, currency) -> plan.make(plan.id(number), "C" + customer, currency))
                .withoutEdgeCases();
    }

    /**
     * Payment terms of one to four instalments of any share, due by up to three steps of any kind, counted from any date, with
     * up to two discounts for paying early.
     */
    public static Arbitrary<PaymentTerms> paymentTerms() {
        Arbitrary<Share> shares = Arbitraries.oneOf(
                evenly(1, 2_500).map(hundredths -> new Share.Percent(BigDecimal.valueOf(hundredths, 2))),
                evenly(1, 10_000).map(hundredths -> new Share.PercentOfRemaining(BigDecimal.valueOf(hundredths, 2))),
                evenly(1, 999).map(sum -> new Share.Fixed(BigDecimal.valueOf(sum))));
        Arbitrary<List<PaymentTerms.Part>> before = Combinators.combine(shares, dueRules())
                .as(PaymentTerms.Part::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(before, dueRules(), Arbitraries.of(BaseDate.class), discounts())
                .as((parts, last, base, discounts) -> {
                    List<PaymentTerms.Part> all = new ArrayList<>(parts);
                    all.add(new PaymentTerms.Part(Share.remainder(), last));
                    return withPossible(discounts, new PaymentTerms(all, base, List.of()));
                });
    }

    private static Arbitrary<DueRule> dueRules() {
        return Combinators.combine(dueSteps().list().ofMaxSize(3), Arbitraries.of(DueRule.Start.class))
                .as(DueRule::new);
    }

    private static Arbitrary<DueStep> dueSteps() {
        return Arbitraries.oneOf(
                evenly(0, 120).map(DueStep::days),
                evenly(0, 12).map(DueStep::weeks),
                evenly(0, 6).map(DueStep::months),
                Arbitraries.just(DueStep.endOfMonth()),
                Combinators.combine(evenly(1, 31), evenly(0, 3)).as(DueStep::dayOfMonth),
                evenly(1, 31).list().ofMinSize(1).ofMaxSize(3).map(DueStep::nextDayOfMonth),
                Combinators.combine(evenly(1, 31), evenly(0, 2)).as(DueStep::cutoffDay),
                Arbitraries.of(BusinessDayRule.class).map(DueStep::businessDay));
    }

    private static Arbitrary<List<EarlyPaymentDiscount>> discounts() {
        return Combinators.combine(evenly(1, 999), evenly(0, 30), Arbitraries.of(DiscountBase.class))
                .as((hundredths, days, base) -> new EarlyPaymentDiscount(
                        BigDecimal.valueOf(hundredths, 2), DueRule.of(DueStep.days(days)), base))
                .list()
                .ofMaxSize(2);
    }

    /** Terms with as many of the discounts as they allow: each less and later than the one before, none after the due date. */
    private static PaymentTerms withPossible(List<EarlyPaymentDiscount> discounts, PaymentTerms terms) {
        PaymentTerms with = terms;
        for (EarlyPaymentDiscount discount : discounts) {
            List<EarlyPaymentDiscount> more = new ArrayList<>(with.discounts());
            more.add(discount);
            try {
                with = terms.withDiscounts(more.toArray(EarlyPaymentDiscount[]::new));
            } catch (IllegalArgumentException e) {
                // not this one
            }
        }
        return with;
    }

    /** Payments of any customer {@code C1} to {@code C99}, some of them recorded later than they count. */
    public static Arbitrary<Payment> payments() {
        return Combinators.combine(evenly(1, 999), customerNumbers(), dates(), positiveMoney(), references(), delays())
                .as((number, customer, date, amount, reference, delay) -> Payment.of(
                                "P-" + number, "C" + customer, date, amount)
                        .withReference(reference)
                        .recordedOn(date.plusDays(delay)))
                .withoutEdgeCases();
    }

    /** What people write into reference fields; empty where nothing. */
    public static Arbitrary<String> references() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just("")),
                Tuple.of(4, evenly(1, 9999).map(number -> "PO-" + number)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "Réf. « A;B »",
                                "say \"hi\", twice",
                                " padded ",
                                "two\nlines",
                                "a\tb\\n",
                                "=1+1",
                                "007",
                                "1e5",
                                "null",
                                "émoji 😀",
                                "עברית",
                                "NBSP\u00a0here",
                                "<b>&amp;</b>")),
                Tuple.of(
                        1,
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('\u00a1', '\u017f')
                                .withCharRange('\u4e00', '\u4e2f')
                                .ofMinLength(1)
                                .ofMaxLength(12)
                                .withoutEdgeCases()));
    }

    /** Days between an event and its record: mostly none. */
    private static Arbitrary<Integer> delays() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0)), Tuple.of(1, evenly(1, 60)));
    }

    private static Arbitrary<DocumentPlan> plans(LedgerSpec spec, Arbitrary<FactKind> kinds) {
        Arbitrary<DocumentPlan.Due> dues = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of(30, 0, 60, 90)), Tuple.of(1, evenly(0, 120))),
                        evenly(1, 5))
                .as(DocumentPlan.Due::new);
        Arbitrary<List<DocumentPlan.Due>> instalments = Arbitraries.frequencyOf(
                Tuple.of(3, dues.list().ofSize(1)),
                Tuple.of(1, dues.list().ofMinSize(2).ofMaxSize(4)));
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                Tuple.of(30, minorUnits(spec.largestAmount())), Tuple.of(1, Arbitraries.just(0L)));
        return Combinators.combine(
                        kinds, picks(), picks(), dates(spec.from(), spec.to()), amounts, instalments, extras())
                .as(DocumentPlan::new);
    }

    private static Arbitrary<DocumentPlan.Extras> extras() {
        return Combinators.combine(
                        Arbitraries.of("0", "20", "14.975", "5", "5.5").map(BigDecimal::new),
                        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(0)), Tuple.of(1, evenly(1, 10))),
                        Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(-1)), Tuple.of(1, evenly(0, 20))),
                        delays(),
                        references(),
                        Arbitraries.of("", "net 30", "2/10 net 30", "30 jours fin de mois"))
                .as(DocumentPlan.Extras::new);
    }

    private static Arbitrary<FactKind> documentKinds() {
        return Arbitraries.frequency(
                Tuple.of(6, FactKind.INVOICE), Tuple.of(1, FactKind.DEBIT_NOTE), Tuple.of(3, FactKind.CREDIT_NOTE));
    }

    private static Arbitrary<Movement> movements(LedgerSpec spec) {
        Arbitrary<Movement.Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Movement.Kind.PAYMENT),
                Tuple.of(2, Movement.Kind.INSTALMENT_PAYMENT),
                Tuple.of(2, Movement.Kind.PAYMENT_ON_ACCOUNT),
                Tuple.of(2, Movement.Kind.ADVANCE_PAYMENT),
                Tuple.of(1, Movement.Kind.BOUNCED_PAYMENT),
                Tuple.of(4, Movement.Kind.ALLOCATION),
                Tuple.of(2, Movement.Kind.REFUND),
                Tuple.of(2, Movement.Kind.WRITE_OFF),
                Tuple.of(1, Movement.Kind.EARLY_WRITE_OFF),
                Tuple.of(3, Movement.Kind.PAYMENT_REVERSAL),
                Tuple.of(3, Movement.Kind.ALLOCATION_REVERSAL),
                Tuple.of(2, Movement.Kind.DISPUTE),
                Tuple.of(2, Movement.Kind.PARTIAL_DISPUTE),
                Tuple.of(5, Movement.Kind.DISPUTE_RESOLUTION));
        Arbitrary<Integer> percents =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(100)), Tuple.of(3, evenly(1, 150)));
        return Combinators.combine(
                        kinds, dates(spec.from(), spec.to()), picks(), picks(), percents, delays(), references())
                .as(Movement::new);
    }

    // ---- histories

    /** {@link #facts(LedgerSpec)} of {@link LedgerSpec#standard()}. */
    public static Arbitrary<List<Fact>> facts() {
        return facts(LedgerSpec.standard());
    }

    /**
     * Facts that fit together: {@link Ledger#of} takes them without an error. Documents come first, then what happened to
     * them by day.
     */
    public static Arbitrary<List<Fact>> facts(LedgerSpec spec) {
        return histories(spec).map(History::facts);
    }

    /** {@link #dirtyFacts(LedgerSpec)} of {@link LedgerSpec#standard()}. */
    public static Arbitrary<List<Fact>> dirtyFacts() {
        return dirtyFacts(LedgerSpec.standard());
    }

    /**
     * Facts of which at least one does not fit: repeated or conflicting ids, unknown documents, amounts above what is
     * open or left, other currencies, second reversals, … {@code LedgerBuilder.load()} reports an error at least.
     */
    public static Arbitrary<List<Fact>> dirtyFacts(LedgerSpec spec) {
        Arbitrary<Flaw> flaws = Combinators.combine(
                        Arbitraries.of(Flaw.Kind.class), picks(), Arbitraries.of(false, true))
                .as(Flaw::new);
        return Combinators.combine(facts(spec), flaws.list().ofMinSize(1).ofMaxSize(4))
                .as(Flaw::addTo)
                .withoutEdgeCases();
    }

    /** {@link #ledgers(LedgerSpec)} of {@link LedgerSpec#standard()}. */
    public static Arbitrary<Ledger> ledgers() {
        return ledgers(LedgerSpec.standard());
    }

    /** Ledgers of {@link #facts(LedgerSpec)}; they may have warnings (advance payments, payers of other customers' debts). */
    public static Arbitrary<Ledger> ledgers(LedgerSpec spec) {
        return histories(spec)
                .map(history -> Ledger.builder()
                        .customers(history.customers())
                        .facts(history.facts())
                        .build());
    }

    // ---- collections

    /** {@link #collectionLogs(LedgerSpec)} of {@link LedgerSpec#standard()}. */
    public static Arbitrary<CollectionLog> collectionLogs() {
        return collectionLogs(LedgerSpec.standard());
    }

    /**
     * Logs of up to 12 promises, plans, limits, holds, reminders and cancellations about {@link #ledgers(LedgerSpec)}. None
     * of them has an error; some have warnings (plans over one item at a time, promises above what was open).
     */
    public static Arbitrary<CollectionLog> collectionLogs(LedgerSpec spec) {
        return Combinators.combine(ledgers(spec), collectionActs(spec).list().ofMaxSize(12))
                .as((ledger, acts) -> CollectionLog.of(ledger, CollectionAct.play(ledger, acts)))
                .withoutEdgeCases();
    }

    private static Arbitrary<CollectionAct> collectionActs(LedgerSpec spec) {
        Arbitrary<CollectionAct.Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, CollectionAct.Kind.PROMISE),
                Tuple.of(3, CollectionAct.Kind.ACCOUNT_PROMISE),
                Tuple.of(4, CollectionAct.Kind.PLAN),
                Tuple.of(2, CollectionAct.Kind.LIMIT),
                Tuple.of(1, CollectionAct.Kind.HOLD),
                Tuple.of(2, CollectionAct.Kind.REMINDER),
                Tuple.of(3, CollectionAct.Kind.CANCELLATION));
        Arbitrary<Integer> percents =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(100)), Tuple.of(3, evenly(1, 120)));
        return Combinators.combine(
                        kinds, dates(spec.from(), spec.to()), picks(), picks(), percents, evenly(0, 240), delays())
                .as(CollectionAct::new);
    }

    private static Arbitrary<History> histories(LedgerSpec spec) {
        // few currencies at a time, or hardly any two documents could settle each other
        Arbitrary<List<Currency>> currencies = Arbitraries.frequencyOf(
                Tuple.of(2, currencies(spec, 1)), Tuple.of(2, currencies(spec, 2)), Tuple.of(1, currencies(spec, 3)));
        return Combinators.combine(
                        customers(spec),
                        currencies,
                        plans(spec, documentKinds()).list().ofMaxSize(spec.documents()),
                        movements(spec).list().ofMaxSize(spec.movements()))
                .as(History::of)
                .withoutEdgeCases(); // their combinations would crowd out everything else
    }

    private static Arbitrary<List<Currency>> currencies(LedgerSpec spec, int most) {
        return Arbitraries.of(spec.currencies())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(Math.min(most, spec.currencies().size()));
    }
}
