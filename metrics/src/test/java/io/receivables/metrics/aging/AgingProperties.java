package io.receivables.metrics.aging;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.testkit.ReceivablesArbitraries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every ledger, date, basis, bucket scheme, treatment of credits and grouping. */
class AgingProperties {
    @Provide
    Arbitrary<Ledger> ledgers() {
        return ReceivablesArbitraries.ledgers();
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return ReceivablesArbitraries.facts();
    }

    @Provide
    Arbitrary<AgingOptions> options() {
        return Combinators.combine(
                        ReceivablesArbitraries.dates(),
                        Arbitraries.of(AgingBasis.class),
                        schemes(),
                        Arbitraries.of(CreditTreatment.class),
                        Arbitraries.of(Grouping.none(), Grouping.customer(), Grouping.attribute(Customer.SEGMENT)))
                .as(AgingOptions::new);
    }

    @Provide
    Arbitrary<BucketScheme> schemes() {
        return Arbitraries.oneOf(
                Arbitraries.just(BucketScheme.standard()),
                Arbitraries.integers().between(1, 10).map(BucketScheme::weekly),
                Arbitraries.integers()
                        .between(-120, 400)
                        .set()
                        .ofMaxSize(8)
                        .map(bounds -> BucketScheme.ofUpperBounds(new TreeSet<>(bounds)
                                .stream().mapToInt(Integer::intValue).toArray())));
    }

    @Property
    void every_balance_foots(@ForAll("ledgers") Ledger ledger, @ForAll("options") AgingOptions options) {
        AgedBalance balance = Aging.of(ledger, options);

        assertThat(balance.footing().holds()).as(balance.footing().toString()).isTrue();
        for (String code : balance.currencies()) {
            assertThat(balance.in(code).net())
                    .isEqualTo(ledger.balance(options.asOf()).get(code));
        }
    }

    @Property
    void every_age_lies_in_exactly_one_bucket(@ForAll("schemes") BucketScheme scheme, @ForAll int age) {
        assertThat(scheme.buckets().stream().filter(bucket -> bucket.contains(age)))
                .hasSize(1);
        assertThat(scheme.buckets().get(scheme.indexOf(age)).contains(age)).isTrue();
    }

    @Property
    void groups_add_up_to_the_totals(@ForAll("ledgers") Ledger ledger, @ForAll("options") AgingOptions options) {
        AgedBalance balance = Aging.of(ledger, options.perCustomer());

        for (String code : balance.currencies()) {
            Money receivables = Money.zero(balance.in(code).currency());
            Money disputed = receivables;
            int items = 0;
            for (AgedLine group : balance.groups()) {
                if (group.currency().equals(receivables.currency())) {
                    receivables = receivables.plus(group.receivables());
                    disputed = disputed.plus(group.disputed());
                    items += group.openItems();
                }
            }
            assertThat(receivables).isEqualTo(balance.in(code).receivables());
            assertThat(disputed).isEqualTo(balance.in(code).disputed());
            assertThat(items).isEqualTo(balance.in(code).openItems());
        }
    }

    @Property
    void order_of_facts_does_not_matter(
            @ForAll("facts") List<Fact> facts, @ForAll Random random, @ForAll("options") AgingOptions options) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        assertThat(Aging.of(Ledger.of(shuffled), options)).isEqualTo(Aging.of(Ledger.of(facts), options));
    }

    @Property
    void shards_add_up_to_the_whole(
            @ForAll("ledgers") Ledger ledger, @ForAll("options") AgingOptions options, @ForAll Random random) {
        int shards = 1 + random.nextInt(3);
        int[] shardOf = random.ints(ledger.columns().rows(), 0, shards).toArray();
        AgedBalance sum = null;
        for (int shard = 0; shard < shards; shard++) {
            AgedBalance part = Aging.of(rowsOf(ledger, shardOf, shard), options);
            sum = sum == null ? part : random.nextBoolean() ? sum.plus(part) : part.plus(sum);
        }

        assertThat(sum).isEqualTo(Aging.of(ledger, options));
    }

    @Property
    void facts_dated_later_change_nothing(@ForAll("facts") List<Fact> facts, @ForAll("options") AgingOptions options) {
        List<Fact> known = facts.stream()
                .filter(fact -> !fact.date().isAfter(options.asOf()))
                .toList();

        assertThat(Aging.of(Ledger.builder().facts(known).load().value(), options))
                .isEqualTo(Aging.of(Ledger.of(facts), options));
    }

    @Property
    void ledger_of_columns_ages_like_the_ledger_of_facts(
            @ForAll("ledgers") Ledger ledger, @ForAll("options") AgingOptions options) {
        Ledger bulk = rowsOf(ledger, new int[ledger.columns().rows()], 0);

        assertThat(bulk.facts()).isEmpty();
        assertThat(Aging.of(bulk, options)).isEqualTo(Aging.of(ledger, options));
    }

    @Property
    void buckets_equal_the_open_items_one_by_one(
            @ForAll("ledgers") Ledger ledger,
            @ForAll("schemes") BucketScheme scheme,
            @ForAll("options") AgingOptions any) {
        LocalDate asOf = any.asOf();
        AgedBalance balance =
                Aging.of(ledger, AgingOptions.standard(asOf).into(scheme).withCredits(CreditTreatment.BY_DUE_DATE));

        for (String code : balance.currencies()) {
            for (AgedBucket bucket : balance.in(code).buckets()) {
                Money expected = Money.zero(bucket.amount().currency());
                for (OpenItem item : ledger.openItems(asOf)) {
                    int age = Math.toIntExact(asOf.toEpochDay() - item.dueDate().toEpochDay());
                    if (item.open().currency().equals(expected.currency())
                            && bucket.bucket().contains(age)) {
                        expected = expected.plus(item.signedOpen());
                    }
                }
                assertThat(bucket.amount()).isEqualTo(expected);
            }
        }
    }

    @Property
    void explanation_agrees_with_the_balance(
            @ForAll("ledgers") Ledger ledger, @ForAll("options") AgingOptions options) {
        AgedBalance balance = Aging.of(ledger, options.withCredits(CreditTreatment.OWN_COLUMN));
        for (String code : balance.currencies()) {
            for (AgedBucket bucket : balance.in(code).buckets()) {
                Money explained = Money.zero(bucket.amount().currency());
                for (OpenItem item : ledger.openItems(options.asOf())) {
                    if (item.kind().isDebit() && item.open().currency().equals(explained.currency())) {
                        AgingExplanation why =
                                Aging.explain(ledger, options, item.id()).get(item.instalment() - 1);
                        explained = why.bucket().equals(bucket.bucket())
                                ? explained.plus(why.item().open())
                                : explained;
                    }
                }
                assertThat(explained).isEqualTo(bucket.amount());
            }
        }
    }

    /** The rows of one shard, through the arrays of the bulk API. */
    private static Ledger rowsOf(Ledger ledger, int[] shardOf, int shard) {
        LedgerColumns from = ledger.columns();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < shardOf.length; row++) {
            if (shardOf[row] == shard) {
                rows.add(row);
            }
        }
        int[] starts = new int[rows.size() + 1];
        List<Integer> settlements = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int s = from.settlementsFrom(rows.get(i)); s < from.settlementsTo(rows.get(i)); s++) {
                settlements.add(s);
            }
            starts[i + 1] = settlements.size();
        }
        byte[] kinds = new byte[rows.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = from.kindCode(rows.get(i));
        }
        LedgerColumns.Builder columns = LedgerColumns.of(rows.size())
                .currencies(from.currencies(), ints(rows, from::currency))
                .customers(from.customers(), ints(rows, from::customer))
                .kinds(kinds)
                .issueDays(ints(rows, from::issueDay))
                .dueDays(ints(rows, from::dueDay))
                .postingDays(ints(rows, from::postingDay))
                .instalments(ints(rows, from::instalment))
                .minorUnits(rows.stream().mapToLong(from::amount).toArray())
                .ids(rows.stream().map(from::id).toArray(String[]::new))
                .settlements(
                        starts,
                        ints(settlements, from::settlementDay),
                        settlements.stream().mapToLong(from::settlementAmount).toArray());
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (from.kind(row) != ItemKind.PAYMENT) {
                for (int d = from.disputesFrom(row); d < from.disputesTo(row); d++) {
                    columns.dispute(i, from.disputeFrom(d), from.disputeTo(d), from.disputeAmount(d));
                }
            }
        }
        return Ledger.ofColumns(columns.build());
    }

    private static int[] ints(List<Integer> indexes, IntUnaryOperator value) {
        return indexes.stream().mapToInt(Integer::intValue).map(value).toArray();
    }
}
