package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.cash.LineOutcome.Result;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever banks send, and however often. */
class CashApplicationProperties {
    private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-20");
    private static final BankAccount ACCOUNT = BankAccount.of("DE33100205000001194700");
    private static final Money NOTHING = Money.of("0.00", "EUR");

    private final Ledger ledger = Ledger.builder()
            .customer(Customer.of("A", "A"))
            .customer(Customer.of("B", "B"))
            .invoice(Invoice.of("F-1001", "A", LocalDate.parse("2026-03-01"), Money.of("10.00", "EUR")))
            .invoice(Invoice.of("F-1002", "A", LocalDate.parse("2026-03-02"), Money.of("20.00", "EUR")))
            .invoice(Invoice.of("F-1003", "B", LocalDate.parse("2026-03-03"), Money.of("10.00", "EUR")))
            .invoice(Invoice.of("F-1004", "B", LocalDate.parse("2026-03-04"), Money.of("40.00", "EUR")))
            .build();

    @Provide
    Arbitrary<BankLine> lines() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 6);
        Arbitrary<Long> amounts = Arbitraries.of(1000L, 2000L, 3000L, 4000L, -1000L, -2000L, -3000L, -4000L, 999L);
        Arbitrary<String> references = Arbitraries.of("", "S1", "S2", "S3", "S4", "S5");
        Arbitrary<String> endToEnd = Arbitraries.of("", "F-1001", "F-1003", "E-1", "E-2", "E-3");
        Arbitrary<String> texts = Arbitraries.of(
                "", "F-1001", "F-1002", "F-1001 F-1002", "F-1003 and F-1004", "F-1004", "F-1001 F-1003", "F-9999");
        Arbitrary<Integer> shapes = Arbitraries.integers().between(0, 9);
        return Combinators.combine(days, amounts, references, endToEnd, texts, shapes)
                .as((day, amount, reference, e2e, text, shape) -> {
                    Money booked = Money.ofMinor(amount, NOTHING.currency());
                    BankLine.Builder line = BankLine.of(ACCOUNT, FIRST.plusDays(day), booked)
                            .reference(BankReference.SERVICER, reference)
                            .reference(BankReference.END_TO_END, e2e)
                            .remittance(Remittance.ofText(text));
                    return switch (shape) {
                        case 0 ->
                            line.returned(LineReturn.because(ReturnReason.iso("AM04")))
                                    .build();
                        case 1 -> line.reversal().build();
                        case 2 -> line.status(LineStatus.PENDING).build();
                        case 3 -> line.kind(LineKind.CHARGES).build();
                        case 4 ->
                            line.charge(LineCharge.included(Money.of("0.50", "EUR"), ""))
                                    .build();
                        case 5 -> line.part(new BatchPart(1, 2, booked)).build();
                        case 6 -> line.part(new BatchPart(0, 2, booked)).build();
                        default -> line.build();
                    };
                });
    }

    @Provide
    Arbitrary<List<BankStatement>> statements() {
        return lines().list()
                .ofMaxSize(8)
                .map(CashApplicationProperties::statement)
                .list()
                .ofMaxSize(3);
    }

    private static BankStatement statement(List<BankLine> lines) {
        StatementHeader header = new StatementHeader(StatementKind.STATEMENT, "test", "", "", ACCOUNT);
        return new BankStatement(header, List.of(), lines, BalanceCheck.notPossible());
    }

    private static CashRun run(Ledger ledger, CashBook book, List<BankStatement> statements) {
        return CashApplication.of(ledger, book, statements, CashOptions.standard(TODAY));
    }

    private static Money open(Ledger ledger) {
        return ledger.openItems(TODAY).stream().map(OpenItem::signedOpen).reduce(NOTHING, Money::plus);
    }

    @Property
    void every_line_has_one_outcome_and_no_money_is_lost(@ForAll("statements") List<BankStatement> statements) {
        CashRun run = run(ledger, CashBook.empty(), statements);
        List<BankLine> lines = statements.stream()
                .flatMap(statement -> statement.lines().stream())
                .toList();

        assertThat(run.outcomes()).extracting(LineOutcome::line).containsExactlyInAnyOrderElementsOf(lines);
        Money total = lines.stream().map(BankLine::principal).reduce(NOTHING, Money::plus);
        Money outcomes = Arrays.stream(Result.values())
                .flatMap(result -> run.total(result).values().stream())
                .reduce(NOTHING, Money::plus);
        assertThat(outcomes).isEqualTo(total);
    }

    /** The ledger refuses a fact that does not fit, such as an allocation of more than is open. */
    @Property
    void the_ledger_takes_all_facts_and_owes_less_by_what_was_received(
            @ForAll("statements") List<BankStatement> statements) {
        CashRun run = run(ledger, CashBook.empty(), statements);
        Ledger after = ledger.with(run.facts());

        assertThat(after.warnings()).isEmpty();
        Money kept = NOTHING;
        for (Result result : List.of(Result.APPLIED, Result.UNAPPLIED, Result.RETURNED)) {
            kept = kept.plus(run.total(result).getOrDefault("EUR", NOTHING));
        }
        assertThat(open(after)).isEqualTo(open(ledger).minus(kept));
    }

    @Property
    void the_same_statements_again_change_nothing(@ForAll("statements") List<BankStatement> statements) {
        CashRun first = run(ledger, CashBook.empty(), statements);
        Set<BankLine> left = first.outcomes().stream()
                .filter(outcome -> !outcome.result().isTaken() && outcome.result() != Result.DUPLICATE)
                .map(LineOutcome::line)
                .collect(Collectors.toSet());
        CashRun again = run(ledger.with(first.facts()), CashBook.of(first.booked()), statements);

        assertThat(again.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.result() == Result.DUPLICATE || left.contains(outcome.line()))
                        .isTrue());
        CashRun twice = run(ledger, CashBook.empty(), twice(statements));
        assertThat(twice.facts()).isEqualTo(first.facts());
        assertThat(twice.charges()).isEqualTo(first.charges());
    }

    private static List<BankStatement> twice(List<BankStatement> statements) {
        List<BankStatement> all = new ArrayList<>(statements);
        all.addAll(statements);
        return all;
    }

    @Property
    void ids_tell_facts_apart_and_are_the_same_on_any_machine(@ForAll("statements") List<BankStatement> statements) {
        CashRun run = run(ledger, CashBook.empty(), statements);

        assertThat(run.facts().stream().map(Fact::id)).doesNotHaveDuplicates();
        assertThat(run(ledger, CashBook.empty(), statements).facts()).isEqualTo(run.facts());
    }

    /** What is booked, not what it is applied to: two payments of one item are taken in the order of the day. */
    @Property
    void the_order_of_statements_does_not_change_which_bookings_count(
            @ForAll("statements") List<BankStatement> statements, @ForAll Random random) {
        List<BankStatement> other = new ArrayList<>(statements);
        Collections.shuffle(other, random);

        assertThat(duplicates(other)).isEqualTo(duplicates(statements));
    }

    private long duplicates(List<BankStatement> statements) {
        return run(ledger, CashBook.empty(), statements).of(Result.DUPLICATE).size();
    }

    @Property
    void a_payment_comes_back_at_most_once(@ForAll("statements") List<BankStatement> statements) {
        CashRun run = run(ledger, CashBook.empty(), statements);
        Set<String> returned = new HashSet<>();

        assertThat(run.of(Result.RETURNED))
                .allSatisfy(
                        outcome -> assertThat(returned.add(outcome.paymentId())).isTrue());
    }
}
