package io.receivables.payments.tck;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.Submission.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Chapter 3: asking for money. */
final class AskingRules {
    private static final int THREADS = 32;

    /** Amounts in minor units that floating point, a missing decimal or a grouping sign would change. */
    private static final long[] AMOUNTS = {1_00, 4_35, 19_99, 100_10, 1_001_05, 1_234_56, 2_999_99, 8_191_81};

    private static final List<String> CURRENCIES = List.of("CHF", "EUR", "JPY", "CAD");

    /**
     * Instants at which Toronto's clocks are set: half past one twice in the night to 1 November 2026, and the hour that is
     * left out on 14 March 2027.
     */
    private static final List<Instant> CLOCK_CHANGES = Stream.of(
                    "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2027-03-14T06:59:59Z", "2027-03-14T07:00:00Z")
            .map(Instant::parse)
            .toList();

    private AskingRules() {}

    static void sameKeySamePayment(Bench bench) {
        Bench.Ask ask = bench.ask();
        List<Callable<Submission>> calls = Collections.nCopies(THREADS, () -> bench.initiate(ask));
        Set<String> refs = new HashSet<>();
        for (Submission outcome : Together.all(calls)) {
            if (outcome instanceof Submission.Acknowledged acknowledged) {
                refs.add(acknowledged.observation().providerRef());
            }
        }
        refs.add(bench.acknowledged(ask).providerRef());
        PaymentProvider restarted = bench.restarted();
        bench.submit(() -> restarted.initiate(ask.command(), bench.call(ask.key())));
        bench.expect(refs.size() == 1, "one payment for " + THREADS + " threads with one key", refs);
        if (bench.remote.keepsPayments()) {
            bench.expect(bench.payments().size() == 1, "one payment at the remote side", bench.payments());
        }
    }

    static void otherKeyOtherPayment(Bench bench) {
        Bench.Ask one = bench.ask(Keys.longest(bench.can.idempotency(), 1), bench.amount());
        Bench.Ask other = new Bench.Ask(Keys.longest(bench.can.idempotency(), 2), one.command());
        String ref = bench.acknowledged(one).providerRef();
        String otherRef = bench.acknowledged(other).providerRef();
        bench.expect(!ref.equals(otherRef), "two payments for " + one.key() + " and " + other.key(), ref);
        if (bench.remote.keepsPayments()) {
            bench.expect(bench.payments().size() == 2, "two payments at the remote side", bench.payments());
        }
    }

    static void amountArrivesExactly(Bench bench) {
        for (Limits limits : bench.can.limits().values()) {
            Stream<Money> odd = LongStream.of(AMOUNTS)
                    .mapToObj(minor -> Money.ofMinor(minor, limits.least().currency()))
                    .filter(limits::allow);
            Stream.concat(odd, Stream.of(limits.least(), limits.most())).forEach(amount -> {
                String ref = bench.acknowledged(bench.ask(amount)).providerRef();
                Money there = bench.payment(ref).amount();
                bench.expect(there.equals(amount), amount + " at the remote side", there);
            });
        }
    }

    static void amountOutsideLimitsIsRefused(Bench bench) {
        Limits limits = bench.limits();
        Money cent = Money.ofMinor(1, limits.least().currency());
        Stream.of(limits.least().minus(cent), limits.most().plus(cent))
                .filter(Money::isPositive)
                .forEach(amount -> isRefused(bench, bench.ask(amount), Reason.Category.LIMIT, amount.toString()));
        CURRENCIES.stream()
                .filter(code -> !bench.can.limits().containsKey(code))
                .map(code -> Money.of("100", code))
                .forEach(amount -> isRefused(bench, bench.ask(amount), Reason.Category.LIMIT, amount.toString()));
        bench.acknowledged(bench.ask(limits.least()));
        bench.acknowledged(bench.ask(limits.most()));
    }

    private static void isRefused(Bench bench, Bench.Ask ask, Reason.Category category, String what) {
        int before = bench.requests();
        Submission outcome = bench.initiate(ask);
        boolean isRight = outcome instanceof Submission.Refused refused
                && refused.reason().category() == category;
        bench.expect(isRight, "REFUSED as " + category + ": " + what, outcome);
        bench.expect(bench.requests() == before, "nothing is sent: " + what, bench.requests() - before + " requests");
    }

    static void keyThatIsNotAllowedIsRefused(Bench bench) {
        for (String key : Keys.notAllowed(bench.can.idempotency())) {
            Bench.Ask ask = bench.ask(key, bench.amount());
            isRefused(bench, ask, Reason.Category.FORMAT, "a key of " + key.length() + " characters, " + key);
        }
    }

    static void expiryArrivesAsTheSameInstant(Bench bench) {
        Duration shortest = bench.can.shortestExpiry().orElse(null);
        Duration longest = bench.can.longestExpiry().orElse(null);
        bench.needs(shortest != null && longest != null, "requests of this provider do not end by themselves");
        if (shortest == null || longest == null) {
            return;
        }
        Instant now = bench.clock.instant();
        for (Duration outside : List.of(shortest.minusSeconds(1), longest.plusSeconds(1))) {
            Instant expiry = now.plus(outside);
            isRefused(bench, bench.askUntil(expiry), Reason.Category.LIMIT, "an expiry at " + expiry);
        }
        arrives(bench, now.plus(shortest));
        arrives(bench, now.plus(longest));
        for (Instant change : CLOCK_CHANGES) {
            bench.clock.moveTo(change.minus(shortest));
            arrives(bench, change);
        }
    }

    private static void arrives(Bench bench, Instant expiry) {
        String ref = bench.acknowledged(bench.askUntil(expiry)).providerRef();
        Optional<Instant> there = bench.payment(ref).expiresAt();
        bench.needs(there.isPresent(), "the harness does not tell when the remote side ends a payment");
        bench.expect(there.filter(expiry::equals).isPresent(), "an end at " + expiry, there);
    }

    static void acknowledgedPaymentIsFound(Bench bench) {
        bench.needs(Operation.FIND);
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        PaymentProvider restarted = bench.restarted();
        for (PaymentProvider provider : List.of(bench.provider, restarted)) {
            for (LookupKey key : List.of(LookupKey.of(ask.key()), LookupKey.of(ask.key(), ref))) {
                Lookup answer = bench.find(provider, key);
                boolean isIt = answer instanceof Lookup.Found found
                        && found.observation().providerRef().equals(ref);
                bench.expect(isIt, "FOUND as " + ref + " by " + key, answer);
            }
        }
    }

    static void payerGetsWhatIsNeeded(Bench bench) {
        Effort effort = bench.can.effort();
        bench.needs(effort == Effort.APPROVE || effort == Effort.FILL_IN, "the payer's effort is " + effort);
        Bench.Ask ask = bench.ask();
        Submission outcome = bench.initiate(ask);
        bench.expect(outcome.kind() == Kind.ACKNOWLEDGED, "a plain request is acknowledged", outcome);
        Submission.Acknowledged acknowledged = (Submission.Acknowledged) outcome;
        Observation observation = acknowledged.observation();
        Optional<PayerAction> action = acknowledged
                .payerAction()
                .or(() -> bench.can.can(Operation.FIND)
                        ? foundAction(bench, LookupKey.of(ask.key(), observation.providerRef()))
                        : Optional.empty());
        boolean isEnough = action.isPresent()
                && (action.get().link().isPresent()
                        || !action.get().instructions().isEmpty());
        bench.expect(isEnough, "a link or instructions for the payer", action);
    }

    private static Optional<PayerAction> foundAction(Bench bench, LookupKey key) {
        return bench.find(key) instanceof Lookup.Found found ? found.payerAction() : Optional.empty();
    }
}
