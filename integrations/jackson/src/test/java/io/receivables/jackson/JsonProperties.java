package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.testkit.ReceivablesArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all facts, for both lines of Jackson and both forms of amounts. */
class JsonProperties {
    private static JsonOptions options(JsonOptions.Amounts form) {
        return form == JsonOptions.Amounts.STRINGS
                ? JsonOptions.standard()
                : JsonOptions.standard().amountsAsNumbers();
    }

    @Provide
    Arbitrary<Money> anyMoney() {
        return AnyFacts.money();
    }

    @Provide
    Arbitrary<Fact> anyFact() {
        return AnyFacts.facts();
    }

    @Provide
    Arbitrary<List<Fact>> anyFacts() {
        return AnyFacts.facts().list().ofMaxSize(8);
    }

    /** Facts of which some refer to each other, and of which a ledger can be made. */
    @Provide
    Arbitrary<List<Fact>> relatedFacts() {
        return AnyFacts.factsOfALedger().list().ofMinSize(10).ofMaxSize(25);
    }

    @Provide
    Arbitrary<Customer> anyCustomer() {
        return AnyFacts.customers();
    }

    @Provide
    Arbitrary<PaymentTerms> paymentTerms() {
        return ReceivablesArbitraries.paymentTerms();
    }

    @Provide
    Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers();
    }

    @Property
    void any_money_comes_back(@ForAll("anyMoney") Money money, @ForAll Jackson line, @ForAll JsonOptions.Amounts form)
            throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form));
        assertThat(mapper.read(mapper.write(money), Money.class)).isEqualTo(money);
    }

    @Property
    void money_that_passed_through_a_tree_is_exact_or_refused(
            @ForAll("anyMoney") Money money, @ForAll Jackson line, @ForAll JsonOptions.Amounts form) throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form));
        String json = mapper.write(money);
        try {
            assertThat(mapper.readThroughTree(json, Money.class)).isEqualTo(money);
        } catch (com.fasterxml.jackson.core.JacksonException | tools.jackson.core.JacksonException e) {
            assertThat(form).isEqualTo(JsonOptions.Amounts.NUMBERS);
            assertThat(Long.toString(money.minorUnits())).hasSizeGreaterThan(15);
        }
    }

    @Property
    void any_fact_comes_back(@ForAll("anyFact") Fact fact, @ForAll Jackson line, @ForAll JsonOptions.Amounts form)
            throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form).refusingUnknownFields());
        assertThat(mapper.read(mapper.write(fact), Fact.class)).isEqualTo(fact);
        assertThat(mapper.read(mapper.writeBytes(fact), fact.getClass())).isEqualTo(fact);
    }

    @Provide
    Arbitrary<CollectionFact> anyCollectionFact() {
        return AnyFacts.collectionFacts();
    }

    @Property
    void any_collection_fact_comes_back(
            @ForAll("anyCollectionFact") CollectionFact fact, @ForAll Jackson line, @ForAll JsonOptions.Amounts form)
            throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form).refusingUnknownFields());
        String json = mapper.write(fact);
        assertThat(mapper.read(json, CollectionFact.class)).isEqualTo(fact);
        assertThat(mapper.read(mapper.writeBytes(fact), fact.getClass())).isEqualTo(fact);
        assertThat(Jackson.TWO.mapper(options(form)).write(fact)).isEqualTo(json);
    }

    /** A value is exchanged for junk: both lines refuse it alike, or read the same. */
    @Property
    void spoilt_collection_fact_is_read_or_refused_alike(
            @ForAll("anyCollectionFact") CollectionFact fact, @ForAll("junk") String junk, @ForAll int place)
            throws Exception {
        String json = Jackson.TWO.mapper().write(fact);
        String spoilt = SpoiltJson.of(json, junk, place);

        assertThat(SpoiltJson.outcome(Jackson.TWO, spoilt, CollectionFact.class))
                .isEqualTo(SpoiltJson.outcome(Jackson.THREE, spoilt, CollectionFact.class));
    }

    @Property
    void both_lines_write_the_same(@ForAll("anyFacts") List<Fact> facts, @ForAll JsonOptions.Amounts form)
            throws Exception {
        String json = Jackson.TWO.mapper(options(form)).write(facts);

        assertThat(Jackson.THREE.mapper(options(form)).write(facts)).isEqualTo(json);
    }

    @Property
    void each_line_reads_what_the_other_writes(@ForAll("anyFacts") List<Fact> facts, @ForAll JsonOptions.Amounts form)
            throws Exception {
        assertThat(Jackson.THREE
                        .mapper()
                        .readList(Jackson.TWO.mapper(options(form)).write(facts), Fact.class))
                .isEqualTo(facts);
        for (Fact fact : facts) {
            assertThat(Jackson.THREE.mapper().read(Jackson.TWO.mapper().writeBytes(fact), Fact.class))
                    .isEqualTo(fact);
            assertThat(Jackson.TWO.mapper().read(Jackson.THREE.mapper().writeBytes(fact), Fact.class))
                    .isEqualTo(fact);
        }
    }

    @Property
    void any_payment_terms_come_back(@ForAll("paymentTerms") PaymentTerms terms, @ForAll Jackson line)
            throws Exception {
        assertThat(line.mapper().read(line.mapper().write(terms), PaymentTerms.class))
                .isEqualTo(terms);
    }

    @Property
    void any_customer_comes_back(@ForAll("anyCustomer") Customer customer, @ForAll Jackson line) throws Exception {
        assertThat(line.mapper().read(line.mapper().write(customer), Customer.class))
                .isEqualTo(customer);
    }

    @Property(tries = 200)
    void ledger_read_is_the_ledger_written(
            @ForAll("ledgers") Ledger ledger, @ForAll Jackson line, @ForAll JsonOptions.Amounts form) throws Exception {
        Jackson.Mapper mapper = line.mapper(options(form));
        String json = mapper.write(ledger);

        assertSame(mapper.read(json, Ledger.class), ledger);
        assertThat(mapper.write(mapper.read(json, Ledger.class))).isEqualTo(json);
    }

    /** Whatever a ledger keeps of facts that hardly fit is a ledger in turn. */
    @Property(tries = 200)
    void ledger_of_what_was_left_of_bad_facts_comes_back(@ForAll("relatedFacts") List<Fact> facts, @ForAll Jackson line)
            throws Exception {
        Ledger ledger = Ledger.builder().facts(facts).load().value();

        assertSame(line.mapper().read(line.mapper().write(ledger), Ledger.class), ledger);
    }

    private static void assertSame(Ledger actual, Ledger expected) {
        assertThat(actual.facts()).isEqualTo(expected.facts());
        assertThat(actual.customers()).isEqualTo(expected.customers());
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.of(9999, 12, 31)));
        expected.facts().stream().limit(5).map(Fact::date).forEach(days::add);
        for (LocalDate day : days) {
            assertThat(actual.balance(day)).isEqualTo(expected.balance(day));
            assertThat(actual.openItems(day)).isEqualTo(expected.openItems(day));
        }
    }

    // ---- hostile input

    @Provide
    Arbitrary<String> junk() {
        return SpoiltJson.junk();
    }

    /** One value of a fact, or of the ledger around it, is replaced by something else. */
    @Property
    void spoilt_json_is_read_alike_by_both_lines_or_refused_alike(
            @ForAll("anyFact") Fact fact, @ForAll int place, @ForAll("junk") String junk, @ForAll boolean inLedger)
            throws Exception {
        String json = Jackson.TWO.mapper().write(inLedger ? Map.of("facts", List.of(fact)) : fact);
        String spoilt = SpoiltJson.of(json, junk, place);
        Class<?> type = inLedger ? Ledger.class : Fact.class;

        assertThat(SpoiltJson.outcome(Jackson.TWO, spoilt, type))
                .isEqualTo(SpoiltJson.outcome(Jackson.THREE, spoilt, type));
    }
}
