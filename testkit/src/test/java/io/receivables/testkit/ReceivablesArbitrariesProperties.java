package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.Severity;
import io.receivables.core.WriteOff;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerProblem;
import io.receivables.core.ledger.OpenItem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

class ReceivablesArbitrariesProperties implements ReceivablesProviders {

    // ---- histories

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void facts_fit_together_and_every_kind_occurs(@ForAll("facts") List<Fact> facts) {
        Loaded<Ledger> loaded = Ledger.builder().facts(facts).load();

        assertThat(loaded.errors()).isEmpty();
        assertThat(loaded.value().facts()).isEqualTo(facts);
        facts.forEach(fact -> occurs(0.5, "kinds", fact.kind(), (Object[]) FactKind.values()));
    }

    /** What a report can get wrong; each of these occurs in at least two of a hundred ledgers. */
    private enum Trait {
        EMPTY,
        SEVERAL_CURRENCIES,
        SEVERAL_CUSTOMERS,
        SEVERAL_INSTALMENTS,
        INSTALMENTS_NOT_BY_DUE_DATE,
        ZERO_AMOUNT,
        TAX,
        DELIVERY,
        POSTED_LATER,
        RECORDED_LATER,
        CORRECTING_CREDIT_NOTE,
        CREDIT_NOTE_APPLIED,
        PART_PAYMENT,
        PAID_IN_FULL,
        OVERPAYMENT,
        INSTALMENT_NAMED,
        PAYMENT_ON_ACCOUNT,
        ADVANCE_PAYMENT,
        PAYER_OF_ANOTHER_CUSTOMERS_DEBT,
        BOUNCED_ON_ITS_DAY,
        PAYMENT_REVERSED,
        ALLOCATION_REVERSED,
        PAYMENT_REFUNDED,
        CREDIT_NOTE_REFUNDED,
        WRITTEN_OFF,
        WRITE_OFF_BEFORE_ITS_DOCUMENT,
        WHOLE_DISPUTE,
        PARTIAL_DISPUTE,
        RESOLVED_DISPUTE
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void every_trait_of_real_ledgers_occurs(@ForAll("ledgers") Ledger ledger) {
        Set<Trait> traits = traits(ledger);
        for (Trait trait : Trait.values()) {
            occurs(2, trait.name(), traits.contains(trait), true);
        }
    }

    private static Set<Trait> traits(Ledger ledger) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        Map<String, Payment> payments = new HashMap<>();
        for (Fact fact : ledger.facts()) {
            if (!fact.recordedOn().equals(fact.date())) {
                traits.add(Trait.RECORDED_LATER);
            }
            if (fact instanceof Document document) {
                ofDocument(document, traits);
            } else if (fact instanceof Payment payment) {
                payments.put(payment.id(), payment);
            } else if (fact instanceof Allocation allocation) {
                ofAllocation(allocation, traits);
            } else if (fact instanceof Reversal reversal) {
                ofReversal(reversal, payments, traits);
            } else if (fact instanceof Refund refund) {
                traits.add(
                        refund.source() == Allocation.Source.PAYMENT
                                ? Trait.PAYMENT_REFUNDED
                                : Trait.CREDIT_NOTE_REFUNDED);
            } else if (fact instanceof WriteOff) {
                traits.add(Trait.WRITTEN_OFF);
            } else if (fact instanceof Dispute dispute) {
                traits.add(dispute.amount().isPresent() ? Trait.PARTIAL_DISPUTE : Trait.WHOLE_DISPUTE);
            } else {
                traits.add(Trait.RESOLVED_DISPUTE);
            }
        }
        ofWarnings(ledger, traits);
        ofItems(ledger, traits);
        return traits;
    }

    private static void ofDocument(Document document, Set<Trait> traits) {
        List<LocalDate> dueDates =
                document.instalments().stream().map(part -> part.dueDate()).toList();
        addIf(dueDates.size() > 1, Trait.SEVERAL_INSTALMENTS, traits);
        addIf(!dueDates.equals(dueDates.stream().sorted().toList()), Trait.INSTALMENTS_NOT_BY_DUE_DATE, traits);
        addIf(document.gross().isZero(), Trait.ZERO_AMOUNT, traits);
        addIf(!document.tax().isZero(), Trait.TAX, traits);
        addIf(document.deliveryDate().isPresent(), Trait.DELIVERY, traits);
        addIf(!document.postingDate().equals(document.issueDate()), Trait.POSTED_LATER, traits);
        addIf(document instanceof CreditNote note && note.corrects().isPresent(), Trait.CORRECTING_CREDIT_NOTE, traits);
    }

    private static void ofAllocation(Allocation allocation, Set<Trait> traits) {
        addIf(allocation.source() == Allocation.Source.CREDIT_NOTE, Trait.CREDIT_NOTE_APPLIED, traits);
        addIf(allocation.instalment() > 0, Trait.INSTALMENT_NAMED, traits);
    }

    private static void ofReversal(Reversal reversal, Map<String, Payment> payments, Set<Trait> traits) {
        if (reversal.target() == Reversal.Target.ALLOCATION) {
            traits.add(Trait.ALLOCATION_REVERSED);
        } else {
            Payment payment = payments.get(reversal.targetId());
            boolean sameDay = payment != null && payment.date().equals(reversal.date());
            traits.add(sameDay ? Trait.BOUNCED_ON_ITS_DAY : Trait.PAYMENT_REVERSED);
        }
    }

    private static void ofWarnings(Ledger ledger, Set<Trait> traits) {
        ledger.warnings().forEach(warning -> {
            addIf(warning.code() == LedgerProblem.PAYMENT_BEFORE_DOCUMENT, Trait.ADVANCE_PAYMENT, traits);
            addIf(warning.code() == LedgerProblem.OTHER_CUSTOMER, Trait.PAYER_OF_ANOTHER_CUSTOMERS_DEBT, traits);
            addIf(warning.code() == LedgerProblem.BEFORE_ITS_TARGET, Trait.WRITE_OFF_BEFORE_ITS_DOCUMENT, traits);
        });
    }

    private static void ofItems(Ledger ledger, Set<Trait> traits) {
        List<OpenItem> items = LedgerInvariants.position(ledger, LocalDate.of(2030, 1, 1));
        addIf(items.isEmpty(), Trait.EMPTY, traits);
        addIf(distinct(items, item -> item.amount().currency()) > 1, Trait.SEVERAL_CURRENCIES, traits);
        addIf(distinct(items, OpenItem::customerId) > 1, Trait.SEVERAL_CUSTOMERS, traits);
        for (OpenItem item : items) {
            boolean touched = item.open().compareTo(item.amount()) < 0;
            addIf(item.kind().isDebit() && touched && item.open().isPositive(), Trait.PART_PAYMENT, traits);
            addIf(item.kind().isDebit() && touched && item.open().isZero(), Trait.PAID_IN_FULL, traits);
            addIf(item.kind() == ItemKind.PAYMENT && touched && item.open().isPositive(), Trait.OVERPAYMENT, traits);
            addIf(item.kind() == ItemKind.PAYMENT && !touched, Trait.PAYMENT_ON_ACCOUNT, traits);
        }
    }

    private static long distinct(List<OpenItem> items, Function<OpenItem, Object> value) {
        return items.stream().map(value).distinct().count();
    }

    private static void addIf(boolean condition, Trait trait, Set<Trait> traits) {
        if (condition) {
            traits.add(trait);
        }
    }

    @Provide
    Arbitrary<Tuple2<LedgerSpec, Ledger>> ledgersOfSpecs() {
        Arbitrary<LedgerSpec> specs = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.subsetOf("EUR", "JPY", "KWD").ofMinSize(1),
                        ReceivablesArbitraries.dates(),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.longs().between(1, 10_000))
                .as((customers, documents, movements, currencies, from, days, largest) -> LedgerSpec.standard()
                        .withCustomers(customers)
                        .withDocuments(documents)
                        .withMovements(movements)
                        .withCurrencies(currencies.toArray(String[]::new))
                        .between(from, from.plusDays(days))
                        .withLargestAmount(largest));
        return specs.flatMap(spec -> ReceivablesArbitraries.ledgers(spec).map(ledger -> Tuple.of(spec, ledger)));
    }

    @Property(tries = 300)
    void ledgers_keep_to_their_spec(@ForAll("ledgersOfSpecs") Tuple2<LedgerSpec, Ledger> sample) {
        LedgerSpec spec = sample.get1();
        Ledger ledger = sample.get2();

        List<Document> documents = ledger.facts().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
        assertThat(ledger.customers()).hasSizeBetween(1, spec.customers());
        assertThat(documents).hasSizeLessThanOrEqualTo(spec.documents());
        assertThat(documents).allSatisfy(document -> {
            assertThat(document.issueDate()).isBetween(spec.from(), spec.to());
            assertThat(document.gross().minorUnits()).isBetween(0L, spec.largestAmount());
        });
        assertThat(spec.currencies()).containsAll(ledger.columns().currencies());
        assertThat(ledger.facts()).allSatisfy(fact -> assertThat(fact.date()).isBeforeOrEqualTo(spec.to()));
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 300)
    void dirty_facts_have_every_kind_of_error_and_none_is_dropped_silently(@ForAll("dirtyFacts") List<Fact> facts) {
        Loaded<Ledger> loaded = Ledger.builder().facts(facts).load();

        assertThat(loaded.errors()).isNotEmpty();
        LedgerInvariants.nothingIsDroppedSilently(facts, loaded);
        Object[] codes = Arrays.stream(LedgerProblem.values())
                .filter(code -> code.severity() == Severity.ERROR)
                .toArray();
        loaded.errors().forEach(error -> occurs(0.5, "errors", error.code(), codes));
    }

    @Property(tries = 100)
    void what_survives_of_dirty_facts_is_a_sound_ledger(@ForAll("dirtyFacts") List<Fact> facts) {
        LedgerInvariants.hold(Ledger.builder().facts(facts).load().value());
    }

    // ---- values

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void amounts_have_both_signs_all_digits_and_both_ends(@ForAll("money") Money money) {
        occurs(1, "zero", money.isZero(), true);
        occurs(20, "sign", money.signum(), -1, 1);
        occurs(10, "digits", Money.digits(money.currency()), 0, 2, 3);
        long size = Math.abs(money.minorUnits());
        occurs(2, "size", size <= 3 ? "tiny" : size > 1_000_000_000L ? "huge" : "everyday", "tiny", "everyday", "huge");
    }

    @Provide
    Arbitrary<Money> positiveMoney() {
        return ReceivablesArbitraries.positiveMoney();
    }

    @Provide
    Arbitrary<Money> yen() {
        Currency yen = Money.currency("JPY");
        return Arbitraries.oneOf(ReceivablesArbitraries.positiveMoney(yen), ReceivablesArbitraries.money(yen));
    }

    @Property
    void positive_amounts_are_above_zero_and_of_the_currency_asked_for(
            @ForAll("positiveMoney") Money money, @ForAll("yen") Money yen) {
        assertThat(money.isPositive()).isTrue();
        assertThat(yen.currency().getCurrencyCode()).isEqualTo("JPY");
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(generation = GenerationMode.RANDOMIZED) // with more tries than days each day would come once
    void dates_lie_in_their_window_and_often_at_month_ends(@ForAll("dates") LocalDate date) {
        assertThat(date).isBetween(LocalDate.of(2023, 12, 1), LocalDate.of(2026, 6, 30));
        occurs(20, "month end", date.plusDays(1).getDayOfMonth() == 1, true);
    }

    @Provide
    Arbitrary<LocalDate> aFortnight() {
        return ReceivablesArbitraries.dates(LocalDate.of(2024, 2, 25), LocalDate.of(2024, 3, 9));
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void a_short_window_is_covered_to_both_ends(@ForAll("aFortnight") LocalDate date) {
        occurs(
                0.5,
                "dates",
                date,
                LocalDate.of(2024, 2, 25).datesUntil(LocalDate.of(2024, 3, 10)).toArray());
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void documents_are_of_every_kind_and_payments_positive(
            @ForAll("documents") Document document,
            @ForAll("payments") Payment payment,
            @ForAll("customers") Customer customer) {
        assertThat(document.net().plus(document.tax())).isEqualTo(document.gross());
        assertThat(document.instalments().stream().map(part -> part.amount()).reduce(Money::plus))
                .contains(document.gross());
        assertThat(payment.amount().isPositive()).isTrue();
        assertThat(customer.id()).matches("C[1-9][0-9]?");
        occurs(10, "kinds", document.kind(), FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE);
    }

    @Provide
    Arbitrary<String> references() {
        return ReceivablesArbitraries.references();
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property
    void references_survive_utf_8_and_some_are_awkward(@ForAll("references") String reference) {
        assertThat(new String(reference.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(reference);
        occurs(2, "awkward", reference.chars().anyMatch(c -> c > 127 || ";\"\n\t,".indexOf(c) >= 0), true);
        occurs(40, "none", reference.isEmpty(), true);
    }

    @Provide
    Arbitrary<Tuple2<Ledger, LocalDate>> ledgersAndTheirDates() {
        return ledgers()
                .flatMap(ledger -> ReceivablesArbitraries.datesAround(ledger).map(asOf -> Tuple.of(ledger, asOf)));
    }

    @StatisticsReport(StatisticsReportMode.OFF)
    @Property(tries = 300)
    void dates_around_a_ledger_are_where_it_changes(@ForAll("ledgersAndTheirDates") Tuple2<Ledger, LocalDate> sample) {
        Ledger ledger = sample.get1();
        LocalDate asOf = sample.get2();
        Set<LocalDate> changes = LedgerInvariants.turningDays(ledger).stream().collect(Collectors.toSet());

        assertThat(changes.isEmpty() || changes.contains(asOf)).isTrue();
        boolean changed =
                !LedgerInvariants.position(ledger, asOf).equals(LedgerInvariants.position(ledger, asOf.minusDays(1)));
        occurs(10, "changed since the day before", changed, true);
    }

    /** Collects a value under a label, and wants each of those expected to make up a share of all of them. */
    private static void occurs(double percent, String label, Object value, Object... expected) {
        StatisticsCollector collector = Statistics.label(label);
        collector.collect(value);
        collector.coverage(coverage -> {
            for (Object each : expected) {
                coverage.check(each).percentage(p -> p >= percent);
            }
        });
    }
}
