package io.receivables.payments.desk;

import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A remote side in memory, and a provider before it whose calls break as they are told. */
final class TestRail implements PaymentProvider {
    /** How a call goes. */
    enum Fault {
        NONE,
        /** Certainly not sent. */
        NOT_SENT,
        /** The request is lost on its way. */
        LOST_REQUEST,
        /** The request arrives, the answer is lost. */
        LOST_ANSWER,
        /** The request arrives after everybody gave up on it. */
        LATE_REQUEST,
        /** The provider throws before it does anything. */
        THROWS_BEFORE,
        /** The provider throws after the request arrived. */
        THROWS_AFTER,
        /** The host ends before the request is sent. */
        CRASH_BEFORE,
        /** The host ends after the request arrived. */
        CRASH_AFTER,
        /** The remote side says no. */
        REFUSED
    }

    /** A payment at the remote side. */
    static final class Remote {
        final String ref;
        final String key;
        final CollectCommand command;
        final List<Observation> history = new ArrayList<>();
        final Map<String, Money> refunds = new LinkedHashMap<>();
        int reminders;

        Remote(String ref, String key, CollectCommand command) {
            this.ref = ref;
            this.key = key;
            this.command = command;
        }

        Money in() {
            return sum(PaymentFact::isMoneyIn);
        }

        Money back() {
            return sum(PaymentFact::isMoneyBack);
        }

        private Money sum(Predicate<PaymentFact> wanted) {
            Money zero = Money.zero(command.amount().currency());
            if (wanted.test(PaymentFact.SETTLED)) {
                return history.stream()
                        .filter(each -> wanted.test(each.fact()))
                        .map(each -> each.amount().orElseThrow())
                        .max(Comparator.naturalOrder())
                        .orElse(zero);
            }
            return history.stream()
                    .filter(each -> wanted.test(each.fact()))
                    .map(each -> each.amount().orElseThrow())
                    .reduce(zero, Money::plus);
        }

        boolean isOpen() {
            return history.stream()
                    .noneMatch(each ->
                            each.fact().isEndWithoutMoney() || each.fact().isMoneyIn());
        }

        PaymentFact last() {
            return history.get(history.size() - 1).fact();
        }
    }

    private static final Duration LATE = Duration.ofMinutes(3);

    private final InstantSource clock;
    private final Map<String, Remote> byKey = new LinkedHashMap<>();
    private final List<Observation> told = new ArrayList<>();
    private final List<Remote> late = new ArrayList<>();
    private final List<Instant> lateAt = new ArrayList<>();
    private Supplier<Fault> faults = () -> Fault.NONE;
    private Runnable during = () -> {};
    private Set<Operation> operations = EnumSet.allOf(Operation.class);
    private Idempotency idempotency = Idempotency.of(Idempotency.Mode.LOOKUP, 64);
    private boolean hintsOnly;
    private boolean keyIsRepeated;
    private boolean doubles;
    private boolean lastOnly;
    private boolean namesChange;
    private Duration sure = Duration.ofMinutes(10);
    private int calls;
    private int finds;
    private int names;
    private Reason refusal = Reason.of(Category.ACCOUNT_INVALID, Retry.never(), "no such address");

    TestRail(InstantSource clock) {
        this.clock = clock;
    }

    TestRail faults(Supplier<Fault> faults) {
        this.faults = faults;
        return this;
    }

    /** Faults for the next calls, one after the other. */
    TestRail next(Fault... next) {
        List<Fault> left = new ArrayList<>(List.of(next));
        return faults(() -> left.isEmpty() ? Fault.NONE : left.remove(0));
    }

    /** Why the remote side says no. */
    TestRail refusing(Reason refusal) {
        this.refusal = refusal;
        return this;
    }

    /** What happens while a request is on its way back. */
    TestRail during(Runnable during) {
        this.during = during;
        return this;
    }

    TestRail without(Operation... missing) {
        operations = EnumSet.copyOf(operations);
        List.of(missing).forEach(operations::remove);
        return this;
    }

    TestRail idempotency(Idempotency idempotency) {
        this.idempotency = idempotency;
        return this;
    }

    TestRail hintsOnly() {
        this.hintsOnly = true;
        return this;
    }

    TestRail repeatsKeys() {
        this.keyIsRepeated = true;
        return this;
    }

    /** A provider that breaks its promise: each call is a payment of its own. */
    TestRail doubles() {
        this.doubles = true;
        return this;
    }

    /** A provider that breaks its promise: of a payment that was found it tells what happened last. */
    TestRail findsLastOnly() {
        this.lastOnly = true;
        return this;
    }

    /** A provider that breaks its promise: the same happening has another name each time it is told. */
    TestRail changesNames() {
        this.namesChange = true;
        return this;
    }

    /** How long after a try what is not there will never come. */
    TestRail isSureAfter(Duration sure) {
        this.sure = sure;
        return this;
    }

    int calls() {
        return calls;
    }

    int finds() {
        return finds;
    }

    Collection<Remote> all() {
        arrive();
        return byKey.values();
    }

    Remote remote(String key) {
        arrive();
        return byKey.get(key);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(
                        Capabilities.Flow.REQUEST,
                        new Capabilities.Limits(Money.of("0.01", "CAD"), Money.of("1000000.00", "CAD")),
                        idempotency)
                .can(operations.toArray(new Operation[0]))
                .messagesProve(hintsOnly ? Capabilities.Proof.NONE : Capabilities.Proof.CONTENT)
                .reversibleFor(Duration.ofDays(60))
                .build();
    }

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        calls++;
        Fault fault = faults.get();
        before(fault);
        switch (fault) {
            case NOT_SENT -> {
                return Submission.notSent(down());
            }
            case LOST_REQUEST -> {
                return unknown();
            }
            case LATE_REQUEST -> {
                late.add(make(command, call.key()));
                lateAt.add(clock.instant().plus(LATE));
                return unknown();
            }
            case REFUSED -> {
                return Submission.refused(refusal);
            }
            default -> {}
        }
        Remote remote = commit(make(command, call.key()));
        during.run();
        after(fault);
        Submission.Acknowledged acknowledged = Submission.acknowledged(latest(remote));
        return fault == Fault.LOST_ANSWER
                ? unknown()
                : acknowledged.with(PayerAction.follow(URI.create("https://pay.example/" + remote.ref)));
    }

    private void before(Fault fault) {
        if (fault == Fault.THROWS_BEFORE) {
            throw new IllegalStateException("a mistake of the provider, with the secret canary-7");
        }
        if (fault == Fault.CRASH_BEFORE) {
            throw new Crash("before the call");
        }
    }

    private void after(Fault fault) {
        if (fault == Fault.THROWS_AFTER) {
            throw new IllegalStateException("a mistake of the provider");
        }
        if (fault == Fault.CRASH_AFTER) {
            throw new Crash("after the call");
        }
    }

    private Remote make(CollectCommand command, String key) {
        Remote known = byKey.get(key);
        return known == null || doubles
                ? new Remote("R-" + key + (calls == 1 ? "" : "-" + calls), key, command)
                : known;
    }

    private Remote commit(Remote remote) {
        Remote known = byKey.get(remote.key);
        if (known != null && !doubles) {
            return known;
        }
        byKey.put(doubles && known != null ? remote.ref : remote.key, remote);
        tell(remote, PaymentFact.SUBMITTED, null);
        return remote;
    }

    private void arrive() {
        for (int i = late.size() - 1; i >= 0; i--) {
            if (!lateAt.get(i).isAfter(clock.instant())) {
                lateAt.remove(i);
                commit(late.remove(i));
            }
        }
    }

    private Submission unknown() {
        return Submission.unknown(down(), clock.instant().plusSeconds(30));
    }

    private static Reason down() {
        return Reason.of(Category.PROVIDER_DOWN, Retry.now(), "");
    }

    /** Something happens at the remote side. */
    Observation tell(Remote remote, PaymentFact fact, Money amount) {
        Observation.Builder told = Observation.of(fact, remote.ref)
                .event(remote.ref + ":" + remote.history.size())
                .raw(fact.code(), "")
                .seenAt(clock.instant());
        if (amount != null) {
            told.amount(amount);
        }
        if (keyIsRepeated) {
            told.askedBy(remote.key);
        }
        Observation observation = told.build();
        remote.history.add(observation);
        this.told.add(observation);
        return observation;
    }

    private Observation latest(Remote remote) {
        return remote.history.get(remote.history.size() - 1);
    }

    @Override
    public Lookup find(LookupKey key, CallContext call) {
        finds++;
        arrive();
        Fault fault = faults.get();
        before(fault == Fault.CRASH_AFTER ? Fault.CRASH_BEFORE : fault);
        if (fault != Fault.NONE) {
            return Lookup.unavailable(down());
        }
        Optional<Remote> found =
                key.providerRef().flatMap(this::byRef).or(() -> Optional.ofNullable(byKey.get(key.key())));
        if (found.isPresent()) {
            List<Observation> history = found.get().history;
            return Lookup.found(latest(found.get()))
                    .after(lastOnly ? List.of() : history.subList(0, history.size() - 1))
                    .with(PayerAction.follow(URI.create("https://pay.example/" + found.get().ref)));
        }
        boolean isSure = key.lastTry()
                .filter(at -> at.plus(sure).isBefore(clock.instant()))
                .isPresent();
        return isSure
                ? Lookup.absentForGood()
                : Lookup.absentSoFar(clock.instant().plusSeconds(60));
    }

    private Optional<Remote> byRef(String ref) {
        return byKey.values().stream().filter(each -> each.ref.equals(ref)).findFirst();
    }

    @Override
    public Submission cancel(String providerRef, String reason, CallContext call) {
        return change(providerRef, remote -> {
            if (remote.isOpen()) {
                tell(remote, PaymentFact.CANCELLED, null);
            } else if (remote.last() != PaymentFact.CANCELLED) {
                return Submission.tooLate(latest(remote));
            }
            return Submission.acknowledged(latest(remote));
        });
    }

    @Override
    public Submission remind(String providerRef, CallContext call) {
        return change(providerRef, remote -> {
            remote.reminders++;
            return Submission.acknowledged(latest(remote));
        });
    }

    @Override
    public Submission refund(String providerRef, Money amount, CallContext call) {
        return change(providerRef, remote -> {
            if (!remote.refunds.containsKey(call.key())) {
                if (amount.compareTo(remote.in().minus(remote.back())) > 0) {
                    return Submission.refused(Reason.of(Category.LIMIT, Retry.never(), "not so much is there"));
                }
                remote.refunds.put(call.key(), amount);
                tell(remote, PaymentFact.REFUNDED, amount);
            }
            return Submission.acknowledged(latest(remote));
        });
    }

    private Submission change(String ref, Function<Remote, Submission> what) {
        Fault fault = faults.get();
        before(fault);
        switch (fault) {
            case NOT_SENT -> {
                return Submission.notSent(down());
            }
            case LOST_REQUEST, LATE_REQUEST -> {
                return unknown();
            }
            case REFUSED -> {
                return Submission.refused(refusal);
            }
            default -> {}
        }
        Submission done = what.apply(byRef(ref).orElseThrow());
        during.run();
        after(fault);
        return fault == Fault.LOST_ANSWER ? unknown() : done;
    }

    /** A message that tells of everything that happened from one place in the history to another. */
    InboundMessage message(int from, int to) {
        return new InboundMessage(
                HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(from + "-" + to), clock.instant());
    }

    int history() {
        return told.size();
    }

    @Override
    public Reception receive(InboundMessage message) {
        String text = message.body().text();
        if (text.equals("throw")) {
            throw new IllegalStateException("a mistake of the provider");
        }
        if (!text.matches("[0-9]+-[0-9]+")) {
            return Reception.rejected(Reception.Why.BAD_SIGNATURE);
        }
        String[] ends = text.split("-", 2);
        return Reception.accepted(told.subList(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])).stream()
                .map(this::asTold)
                .toList());
    }

    private Observation asTold(Observation observation) {
        if (namesChange) {
            names++;
            return renamed(observation);
        }
        if (!hintsOnly) {
            return observation;
        }
        return Observation.of(PaymentFact.UNRECOGNISED, observation.providerRef())
                .event("hint:" + observation.eventId())
                .asHint()
                .seenAt(clock.instant())
                .build();
    }

    private Observation renamed(Observation observation) {
        Observation.Builder renamed = Observation.of(observation.fact(), observation.providerRef())
                .event(observation.eventId() + "/" + names)
                .seenAt(clock.instant());
        observation.amount().ifPresent(renamed::amount);
        return renamed.build();
    }

    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        Fault fault = faults.get();
        before(fault == Fault.CRASH_AFTER ? Fault.CRASH_BEFORE : fault);
        if (fault != Fault.NONE) {
            return ObservationPage.unavailable(cursor, down());
        }
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(told.size(), from + most);
        return ObservationPage.of(List.copyOf(told.subList(from, to)), Integer.toString(to), to == told.size());
    }
}
