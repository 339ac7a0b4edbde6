package io.receivables.payments.desk;

import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.desk.TestRail.Fault;
import io.receivables.payments.desk.TestRail.Remote;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Submission;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One history of a desk, its providers and its payers, drawn from a seed: calls that break in every way, messages lost, doubled,
 * early and mixed up, money that goes back late, clocks that jump, a process that ends at any step, and two desks at work on one
 * journal. Afterwards all faults end, and what is in the ledger must be what is at the remote side.
 */
final class Trial {
    private static final int STEPS = 40;
    private static final int INVOICES = 4;
    /** A refusal ends a payment, so there would be less to see. */
    private static final List<Fault> FAULTS =
            Stream.of(Fault.values()).filter(fault -> fault != Fault.REFUSED).toList();

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final Payer ACME = Payer.of("ACME", "Acme");

    /** What happened in a trial, so that it can be seen that enough did. */
    record Result(int requests, int crashes, int doubts, int moneyBack, String digest) {
        Result plus(Result other) {
            return new Result(
                    requests + other.requests,
                    crashes + other.crashes,
                    doubts + other.doubts,
                    moneyBack + other.moneyBack,
                    digest);
        }

        static Result nothing() {
            return new Result(0, 0, 0, 0, "");
        }
    }

    private final long seed;
    private final SplittableRandom random;
    private final Sabotage sabotage;
    private final TestClock clock = new TestClock();
    private final TestClock trueClock = new TestClock();
    private final InMemoryPaymentJournal kept = new InMemoryPaymentJournal();
    private final TestRail rail;
    private final boolean jumps;
    private final Ledger invoices;
    private final Map<String, CollectCommand> wanted = new LinkedHashMap<>();
    private final Map<String, Fact> booked = new LinkedHashMap<>();
    private String cursor = "";
    private PaymentDesk one;
    private PaymentDesk other;
    private boolean isQuiet;
    private int nesting;
    private int crashes;
    private int doubts;

    private Trial(long seed, Sabotage sabotage) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.sabotage = sabotage;
        this.jumps = random.nextBoolean();
        this.rail = new TestRail(jumps ? trueClock : clock).faults(this::fault).during(this::meanwhile);
        shape();
        this.invoices = invoices();
        restart();
    }

    /** Remote sides differ: with a history or without, with messages that prove or that hint, forgetful of keys or not. */
    private void shape() {
        if (random.nextBoolean()) {
            rail.without(Operation.POLL);
        }
        if (random.nextInt(3) == 0) {
            rail.hintsOnly();
        }
        if (random.nextBoolean()) {
            rail.repeatsKeys();
        }
        if (!jumps) {
            // it makes a payment of every request that arrives: only the desk keeps it from charging twice
            rail.doubles();
        }
        switch (sabotage) {
            case LAST_ONLY -> rail.without(Operation.POLL).findsLastOnly();
            case NAMES_CHANGE -> rail.changesNames();
            case ABSENT_TOO_SOON -> rail.isSureAfter(Duration.ofSeconds(1));
            default -> {}
        }
    }

    private static Ledger invoices() {
        var builder = Ledger.builder().customer(Customer.of("ACME", "Acme"));
        for (int i = 1; i <= INVOICES; i++) {
            builder.invoice(Invoice.of("F-" + i, "ACME", LocalDate.of(2026, 4, i), cad(100 * i)));
        }
        return builder.build();
    }

    static Result run(long seed, Sabotage sabotage) {
        return new Trial(seed, sabotage).run();
    }

    private Result run() {
        for (int step = 0; step < STEPS; step++) {
            survive(this::step);
        }
        calmDown();
        check();
        Money back = rail.all().stream().map(Remote::back).reduce(cad(0), Money::plus);
        return new Result(
                wanted.size(), crashes, doubts, back.isPositive() ? 1 : 0, booked.keySet() + " " + clock.instant());
    }

    /** The process may end; the next one begins with what is in the journal. */
    private void survive(Runnable what) {
        try {
            what.run();
        } catch (Crash crash) {
            crashes++;
            nesting = 0;
            restart();
        }
    }

    private void restart() {
        one = desk();
        other = desk();
    }

    private PaymentDesk desk() {
        PaymentJournal journal = sabotage.journal(kept, () -> !isQuiet && random.nextInt(60) == 0, this::meanwhile);
        return PaymentDesk.with(
                journal,
                PaymentProviders.of(Map.of("rail", rail)),
                PaymentDeskOptions.of(clock, TORONTO).lookAfterEndFor(Duration.ofDays(10)));
    }

    private Fault fault() {
        if (isQuiet || random.nextInt(3) > 0) {
            return Fault.NONE;
        }
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        doubts += fault == Fault.NONE || fault == Fault.NOT_SENT ? 0 : 1;
        return fault;
    }

    /** While a call is on its way back, the world goes on. */
    private void meanwhile() {
        if (isQuiet || nesting > 1) {
            return;
        }
        nesting++;
        while (random.nextInt(3) == 0) {
            step();
        }
        nesting--;
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> request();
            case 2, 3 -> pass();
            case 4, 5 -> (random.nextBoolean() ? one : other).work(1 + random.nextInt(3));
            case 6, 7 -> happen();
            case 8, 9 -> deliver();
            case 10 -> errand();
            default -> read();
        }
    }

    private void request() {
        int number = 1 + random.nextInt(INVOICES);
        String occasion = "F-" + number;
        List<OpenItem> items = invoices.items(occasion, LocalDate.of(2026, 5, 1));
        CollectCommand command = PaymentRequests.forItems(ACME, items, occasion).build();
        wanted.put(command.paymentId(), command);
        one.request("rail", command);
    }

    private void pass() {
        Duration time = Duration.ofSeconds(
                switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(40);
                    case 1 -> random.nextInt(900);
                    case 2 -> random.nextInt(20_000);
                    default -> random.nextInt(200_000);
                });
        trueClock.pass(time);
        clock.pass(time);
        if (jumps && random.nextInt(3) == 0) {
            clock.pass(Duration.ofMinutes(random.nextInt(180) - 90L));
        }
    }

    /** Something happens at the remote side. */
    private void happen() {
        List<Remote> all = List.copyOf(rail.all());
        if (all.isEmpty()) {
            return;
        }
        Remote remote = all.get(random.nextInt(all.size()));
        Money asked = remote.command.amount();
        if (!remote.isOpen()) {
            Money left = remote.in().minus(remote.back());
            if (left.isPositive() && random.nextInt(3) == 0) {
                rail.tell(remote, PaymentFact.RETURNED, random.nextBoolean() ? left : cad(1).min(left));
            }
            return;
        }
        switch (random.nextInt(7)) {
            case 0 -> rail.tell(remote, PaymentFact.AWAITING_PAYER, null);
            case 1 -> rail.tell(remote, PaymentFact.PAYER_ACCEPTED, null);
            case 2, 3, 4 -> rail.tell(remote, PaymentFact.SETTLED, asked);
            case 5 -> rail.tell(remote, PaymentFact.EXPIRED, null);
            default -> {
                rail.tell(remote, PaymentFact.PARTIALLY_SETTLED, cad(40));
                rail.tell(remote, PaymentFact.SETTLED, asked);
            }
        }
    }

    /** A message: of one happening or of several, old or new, perhaps twice. What is not drawn is lost. */
    private void deliver() {
        int length = rail.history();
        if (length == 0) {
            return;
        }
        int from = random.nextInt(length);
        int to = Math.min(length, from + 1 + random.nextInt(3));
        for (int times = 0; times <= random.nextInt(2); times++) {
            (random.nextBoolean() ? one : other).receive("rail", rail.message(from, to));
        }
    }

    private void errand() {
        List<PaymentState> payments = one.paymentsAfter("", 100);
        if (payments.isEmpty()) {
            return;
        }
        PaymentState payment = payments.get(random.nextInt(payments.size()));
        try {
            switch (random.nextInt(3)) {
                case 0 -> one.cancel(payment.paymentId(), "");
                case 1 -> one.remind(payment.paymentId(), "r" + random.nextInt(2));
                default -> one.refund(payment.paymentId(), cad(10), "b" + random.nextInt(3));
            }
        } catch (PaymentDeskException e) {
            // it ended, or nothing is there to be given back: as it may be
            e.problems().forEach(problem -> expect(problem.code() != PaymentDeskProblem.UNKNOWN_PAYMENT, "known"));
        }
    }

    /** The host keeps the facts first and the place in the journal then, and may end between the two. */
    private void read() {
        SettledPage page = one.settledSince(cursor, 1 + random.nextInt(3));
        for (Fact fact : page.facts()) {
            Fact before = booked.putIfAbsent(fact.kind() + " " + fact.id(), fact);
            expect(before == null || before.equals(fact), "a fact told again is the same: " + fact);
        }
        if (!isQuiet && random.nextInt(4) == 0) {
            throw new Crash("between the facts and the place");
        }
        boolean isSkipped = sabotage == Sabotage.PAGES_SKIPPED && random.nextInt(4) == 0;
        cursor = isSkipped ? one.settledSince(page.next(), 1).next() : page.next();
    }

    /** All faults end. Whoever asked asks again, as hosts do, and time passes. */
    private void calmDown() {
        isQuiet = true;
        restart();
        // a clock that was put back or forward is right again
        while (clock.instant().isBefore(trueClock.instant())) {
            clock.pass(Duration.between(clock.instant(), trueClock.instant()));
        }
        if (sabotage != Sabotage.NOT_DUE) {
            wanted.values().forEach(command -> one.request("rail", command));
        }
        for (int round = 0; round < 40; round++) {
            Duration time = round < 12 ? Duration.ofMinutes(10) : Duration.ofHours(round < 24 ? 1 : 12);
            clock.pass(time);
            trueClock.pass(time);
            int rounds = 0;
            while (one.work(100).isMoreDue()) {
                other.work(100);
                rounds++;
                expect(rounds < 50, "what is due comes to an end: " + histories());
            }
        }
        for (String before = null; !cursor.equals(before); ) {
            before = cursor;
            read();
        }
    }

    /** What is due, with its history, for whoever looks for a mistake. */
    private String histories() {
        return kept.due(clock.instant(), 2).stream()
                .map(due -> due + " " + kept.events(due.paymentId()))
                .toList()
                .toString();
    }

    private void check() {
        wanted.keySet().forEach(this::check);
        kept.unclaimed(100)
                .forEach(each -> expect(
                        jumps && isWithdrawn(each.observation().providerRef()),
                        "nothing of ours is left unclaimed: " + each));
        List<Fact> facts = List.copyOf(booked.values());
        Ledger ledger = invoices.with(facts);
        expect(ledger.warnings().isEmpty(), "the ledger has nothing to warn of: " + ledger.warnings());
    }

    /**
     * Where a clock jumps, a provider may take for absent what is only late. It is sent again by the same key then, which is
     * harmless; but where it was to be cancelled it is taken for cancelled, and what comes of it is for people to look at.
     */
    private boolean isWithdrawn(String providerRef) {
        return wanted.keySet().stream()
                .filter(id -> kept.events(id).stream().anyMatch(event -> event.kind() == PaymentEvent.Kind.WITHDRAWN))
                .anyMatch(id -> providerRef.startsWith("R-" + id));
    }

    private void check(String paymentId) {
        PaymentState payment = one.payment(paymentId).orElse(null);
        if (sabotage == Sabotage.NOT_DUE && payment == null) {
            return;
        }
        expect(payment != null, "no request is lost");
        List<Remote> remotes = rail.all().stream()
                .filter(each -> each.command.paymentId().equals(paymentId))
                .toList();
        expect(remotes.size() <= 1, "nobody is asked twice: " + kept.events(paymentId));
        if (remotes.isEmpty() || (jumps && isWithdrawn(remotes.get(0).ref) && !payment.isAcknowledged())) {
            expect(payment.stage() == PaymentStage.CANCELLED, "what was not withdrawn was sent: " + payment.stage());
            return;
        }
        Remote remote = remotes.get(0);
        expect(
                payment.moneyIn().equals(remote.in()),
                "all money in is known: " + payment.moneyIn() + " " + remote.in());
        expect(payment.moneyBack().equals(remote.back()), "all money back is known: " + payment.moneyBack());
        Money standing = standing(paymentId);
        expect(
                standing.equals(remote.in().minus(remote.back())),
                "booked is what is there, once: " + standing + " of " + remote.in() + " - " + remote.back());
        boolean isEnd = remote.in().isPositive() || remote.last().isEndWithoutMoney();
        expect(!isEnd || !payment.stage().isLive(), "an end is noticed: " + payment.stage());
        check(payment, remote);
    }

    private static void check(PaymentState payment, Remote remote) {
        for (ErrandState errand : payment.errands()) {
            boolean isDone = errand.outcome()
                    .filter(Submission.Kind.ACKNOWLEDGED::equals)
                    .isPresent();
            if (errand.errand().operation() == Operation.REFUND && isDone) {
                boolean isThere = remote.refunds.containsKey(errand.errand().key());
                expectOf(payment, isThere, "a refund that was done was made");
            }
            expectOf(
                    payment,
                    errand.isOver(),
                    "every errand ends: " + errand.errand().operation());
        }
    }

    /** What is booked of a payment and not reversed. */
    private Money standing(String paymentId) {
        Map<String, Money> standing = new LinkedHashMap<>();
        List<String> reversed = new ArrayList<>();
        for (Fact fact : booked.values()) {
            if (fact.kind() == FactKind.PAYMENT && fact.id().startsWith(paymentId)) {
                standing.put(fact.id(), ((Payment) fact).amount());
            } else if (fact.kind() == FactKind.REVERSAL) {
                reversed.add(((Reversal) fact).targetId());
            }
        }
        reversed.forEach(standing::remove);
        return standing.values().stream().reduce(cad(0), Money::plus);
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ": " + what);
        }
    }

    private static void expectOf(PaymentState payment, boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(payment + ": " + what);
        }
    }

    private static Money cad(int dollars) {
        return Money.of(dollars + ".00", "CAD");
    }
}
