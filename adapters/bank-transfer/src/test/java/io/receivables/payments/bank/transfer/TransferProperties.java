package io.receivables.payments.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.Remittance;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever a bank sends, in whatever order and however often. */
class TransferProperties {
    private static final List<String> KEYS = List.of("K-1", "K-2", "nobody's");

    /** A booking of some kind for one of the keys, its reference where a payer may put it. */
    record Act(String key, boolean isBack, int cents, int number, int place) {
        BankLine line(Map<String, String> references) {
            String reference = references.getOrDefault(key, "RF18539007547034");
            String amount =
                    Money.ofMinor(cents, Seller.AMOUNT.currency()).amount().toPlainString();
            BankLine.Builder line =
                    isBack ? Bank.back(amount, "0.00", "R" + number, "AM04") : Bank.line(amount, "N" + number);
            return switch (place) {
                case 0 -> line.remittance(Remittance.ofReference(reference)).build();
                case 1 ->
                    line.remittance(Remittance.ofText("payé " + reference)).build();
                default -> line.reference(BankReference.END_TO_END, reference).build();
            };
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(KEYS),
                        Arbitraries.of(false, false, true),
                        Arbitraries.integers().between(1, 90_000),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 2))
                .as(Act::new)
                .list()
                .ofMaxSize(15);
    }

    private static Map<String, String> ask(Seller seller) {
        Map<String, String> references = new TreeMap<>();
        for (String key : List.of("K-1", "K-2")) {
            references.put(key, seller.asked(key));
        }
        return references;
    }

    /** A statement for each of these acts. Equal keys in different statements are one booking. */
    private static List<BankStatement> statements(List<Act> acts, Map<String, String> references) {
        Set<Object> met = new HashSet<>();
        return acts.stream()
                .map(act -> act.line(references))
                .filter(line -> met.add(line.key()))
                .map(Bank::statement)
                .toList();
    }

    /** What a host makes of all that was told: the bookings, what is there in all, and what went back. */
    private static String endState(Seller seller, String key) {
        Set<String> money = new TreeSet<>();
        long in = 0;
        long back = 0;
        for (Observation seen : seller.known(key)) {
            if (seen.amount().isPresent()) {
                money.add(seen.eventId() + " " + seen.fact().isMoneyBack());
                long minor = seen.amount().get().minorUnits();
                in = seen.fact().isMoneyIn() ? Math.max(in, minor) : in;
                back = seen.fact().isMoneyBack() ? back + minor : back;
            }
        }
        return in + " in, " + back + " back, " + money;
    }

    private static String endState(Seller seller) {
        return endState(seller, "K-1") + "; " + endState(seller, "K-2");
    }

    @Property
    void any_order_and_repetition_of_statements_ends_in_the_same(
            @ForAll("acts") List<Act> acts, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int size) {
        Seller straight = new Seller();
        List<BankStatement> statements = statements(acts, ask(straight));
        straight.provider.take(statements, CashBook.empty());

        Seller shuffled = new Seller();
        ask(shuffled);
        List<BankStatement> mixed = new ArrayList<>(statements);
        mixed.addAll(statements);
        Collections.shuffle(mixed, new Random(seed));
        for (int from = 0; from < mixed.size(); from += size) {
            shuffled.provider.take(mixed.subList(from, Math.min(mixed.size(), from + size)), CashBook.empty());
        }

        assertThat(endState(shuffled)).isEqualTo(endState(straight));
        assertThat(shuffled.history(100)).hasSameSizeAs(straight.history(100));
    }

    @Property
    void each_line_is_taken_or_again_or_left_and_its_amount_with_it(@ForAll("acts") List<Act> acts) {
        Seller seller = new Seller();
        Map<String, String> references = ask(seller);
        BankLine[] lines = acts.stream().map(act -> act.line(references)).toArray(BankLine[]::new);

        TransferIntake intake = seller.take(lines);

        List<BankLine> all = new ArrayList<>(intake.taken());
        all.addAll(intake.again());
        intake.others().forEach(statement -> all.addAll(statement.lines()));
        assertThat(all).containsExactlyInAnyOrder(lines);
        assertThat(intake.taken()).hasSize((int)
                acts.stream().filter(act -> !act.key().equals("nobody's")).count());
    }

    @Property
    void polling_on_and_on_tells_what_polling_once_does(@ForAll("acts") List<Act> acts) {
        Seller seller = new Seller();
        Map<String, String> references = ask(seller);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (BankStatement statement : statements(acts, references)) {
            seller.take(statement);
            ObservationPage page = seller.provider.poll(cursor, 1, Seller.call("poll"));
            page.observations().forEach(each -> seen.add(each.eventId()));
            cursor = page.next();
        }
        seller.provider
                .poll(cursor, 1000, Seller.call("poll"))
                .observations()
                .forEach(each -> seen.add(each.eventId()));

        assertThat(seen)
                .doesNotHaveDuplicates()
                .isEqualTo(
                        seller.history(100).stream().map(Observation::eventId).toList());
    }

    @Property
    void whoever_reads_the_register_anew_sees_the_same(@ForAll("acts") List<Act> acts) {
        TransferRegister register = TransferRegister.inMemory();
        Seller seller = new Seller(register, Seller.values("referencePrefix", "AN"));
        statements(acts, ask(seller)).forEach(seller::take);

        Seller restarted = new Seller(register, Seller.values("referencePrefix", "AN"));

        assertThat(restarted.history(100)).hasToString(seller.history(100).toString());
        assertThat(endState(restarted)).isEqualTo(endState(seller));
    }

    @Property
    void a_made_reference_is_valid_and_found_in_any_text_around_it(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String key,
            @ForAll ReferenceScheme scheme,
            @ForAll String before,
            @ForAll String after) {
        TransferReferences references = new TransferReferences(scheme, "");
        String made = references.made(key);

        assertThat(scheme.check(made)).isEmpty();
        assertThat(references.in(before + " | " + made + " | " + after, made::equals))
                .containsExactly(made);
        assertThat(references.in(before + " | " + references.printed(made) + " | " + after, made::equals))
                .containsExactly(made);
    }

    /** A sign of another kind is noticed but for one time in 97. */
    @Property
    void a_sign_that_is_mistyped_makes_no_reference_of_ours(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String key,
            @ForAll @IntRange(max = 15) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        TransferReferences references = new TransferReferences(null, "AN");
        String made = references.made(key);
        String kind = Character.isDigit(made.charAt(at)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        char wrong = kind.charAt((kind.indexOf(made.charAt(at)) + by) % kind.length());

        assertThat(references.isOwnForm(made)).isTrue();
        assertThat(references.isOwnForm(made.substring(0, at) + wrong + made.substring(at + 1)))
                .isFalse();
    }
}
