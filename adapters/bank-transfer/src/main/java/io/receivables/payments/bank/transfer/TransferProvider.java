package io.receivables.payments.bank.transfer;

import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashBook;
import io.receivables.payments.bank.transfer.TransferBook.Saying;
import io.receivables.payments.bank.transfer.TransferFact.Asked;
import io.receivables.payments.bank.transfer.TransferFact.Booked;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payment by bank transfer. The payer is told where to pay and what to quote; {@link #take} reads from the account's
 * statements what came.
 *
 * <p><b>The reference</b> names the payment, here and as {@link Observation#providerRef()}. It is made of the call's key, and
 * the same on any machine. One that the command gives is used as it is where it is valid in the scheme; it must lead back to
 * one payment, so one that the register has for another is refused.
 *
 * <p><b>What is ours</b> of a statement: a booked line with one reference that the register knows, or that has the configured
 * prefix, the length and the check digits of one that was made here; in the field for it, the payer's end-to-end id or the text.
 * A line with two such references is left to people. A booking counts once, in whatever files it comes.
 *
 * <p><b>Several transfers</b> for one request add up: each is told with all that came in so far, as {@link
 * PaymentFact#PARTIALLY_SETTLED} until it is what was asked for. Money that goes back is told by the amount that was paid, and
 * what the bank keeps as fee.
 */
public final class TransferProvider implements PaymentProvider {
    /** For so long after a call was made it may still be under way. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Capabilities capabilities;
    private final TransferAccount account;
    private final InstantSource clock;
    /** Also the lock of whatever reads or writes it. */
    private final @Nullable TransferBook book;

    TransferProvider(
            Capabilities capabilities,
            TransferAccount account,
            @Nullable TransferRegister register,
            InstantSource clock) {
        this.capabilities = capabilities;
        this.account = account;
        this.clock = clock;
        this.book = register == null ? null : new TransferBook(register);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    // ---- the bank

    /**
     * Takes from statements what came for transfers that were asked for, and what of it went back.
     *
     * @param statements in any order, also again
     * @param taken the lines that cash application took before: they are not taken here
     * @return what was taken, and the rest for cash application
     * @throws IllegalStateException if the provider has no register
     * @throws UncheckedIOException if the register does not say whether it has all of it: take the same again
     */
    public TransferIntake take(Collection<BankStatement> statements, CashBook taken) {
        TransferBook known = book;
        if (known == null) {
            throw new IllegalStateException(
                    "this provider has no register to keep what came: configure register, or use Transfers.with");
        }
        synchronized (known) {
            known.refresh();
            return new StatementSorter(known, account.references(), taken, clock.instant()).sort(statements);
        }
    }

    // ---- the host

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        Optional<Reason> against = against(command, call);
        if (against.isPresent()) {
            return Submission.refused(against.get());
        }
        Instant now = clock.instant();
        String given = command.reference();
        String reference = given.isBlank()
                ? account.references().made(call.key())
                : account.references().electronic(given);
        TransferBook known = book;
        if (known == null) {
            Observation awaiting = Observation.of(PaymentFact.AWAITING_PAYER, reference)
                    .askedBy(call.key())
                    .seenAt(now)
                    .build();
            return Submission.acknowledged(awaiting)
                    .with(account.action(command.amount(), reference, command.message()));
        }
        if (call.left(now).isZero()) {
            return Submission.notSent(
                    Reason.of(Category.UNSPECIFIED, Retry.now(), "the deadline was over before anything was written"));
        }
        Asked asked = new Asked(reference, call.key(), command.paymentId(), command.amount());
        synchronized (known) {
            try {
                known.refresh();
            } catch (UncheckedIOException e) {
                return Submission.notSent(down(e));
            }
            try {
                return ask(asked, command, known);
            } catch (UncheckedIOException e) {
                return Submission.unknown(down(e), now);
            }
        }
    }

    /** Why the payer is not asked; empty where nothing stands against it. */
    private Optional<Reason> against(CollectCommand command, CallContext call) {
        if (!capabilities.idempotency().allows(call.key())) {
            return Optional.of(wrong(
                    Category.FORMAT,
                    "key does not fit: use letters, digits and hyphens, at most "
                            + capabilities.idempotency().longest()));
        }
        if (!capabilities.allow(command.amount())) {
            return Optional.of(wrong(
                    Category.LIMIT,
                    "amount " + command.amount() + " is outside of what the configuration allows: "
                            + capabilities.limits()));
        }
        if (command.expiresAt().isPresent()) {
            return Optional.of(
                    wrong(Category.LIMIT, "expiry is given: such a payment does not end by itself, leave it out"));
        }
        return command.reference().isBlank()
                ? Optional.empty()
                : account.references().wrong(command.reference()).map(text -> wrong(Category.FORMAT, text));
    }

    private static Reason wrong(Category category, String text) {
        return Reason.of(category, Retry.of(Retry.Kind.AFTER_DATA), text);
    }

    private Submission ask(Asked asked, CollectCommand command, TransferBook known) {
        Optional<Asked> before = known.askedBy(asked.key());
        if (before.isPresent() && !before.get().equals(asked)) {
            return Submission.refused(wrong(Category.DUPLICATE, "another payment was asked for by this key"));
        }
        if (before.isEmpty()) {
            if (known.askedFor(asked.reference()).isPresent()) {
                return Submission.refused(taken(command));
            }
            if (!known.write(List.of(asked), clock.instant())) {
                return ask(asked, command, known); // somebody else wrote meanwhile
            }
        }
        List<Saying> sayings = known.sayings(asked.reference());
        return Submission.acknowledged(observation(sayings.get(sayings.size() - 1), known))
                .with(account.action(command.amount(), asked.reference(), command.message()));
    }

    private static Reason taken(CollectCommand command) {
        return command.reference().isBlank()
                ? Reason.of(
                        Category.UNSPECIFIED,
                        Retry.of(Retry.Kind.NEW_ATTEMPT),
                        "the reference made of this key is another payment's: ask by another key")
                : wrong(
                        Category.FORMAT,
                        "reference is another payment's: give one of its own, or leave it out to have one made of the"
                                + " key");
    }

    @Override
    public Lookup find(LookupKey key, CallContext call) {
        TransferBook known = book;
        if (known == null) {
            return Lookup.unavailable(Reason.of(
                    Category.UNSPECIFIED,
                    Retry.never(),
                    "transfers are not kept here: look into the account's statements, or configure a register"));
        }
        synchronized (known) {
            try {
                known.refresh();
            } catch (UncheckedIOException e) {
                return Lookup.unavailable(down(e));
            }
            String reference = key.providerRef()
                    .or(() -> known.askedBy(key.key()).map(Asked::reference))
                    .orElseGet(() -> account.references().made(key.key()));
            List<Saying> sayings = known.sayings(reference);
            return sayings.isEmpty() ? absent(key) : found(reference, sayings, known);
        }
    }

    private Lookup found(String reference, List<Saying> sayings, TransferBook known) {
        int last = sayings.size() - 1;
        List<Observation> money = sayings.subList(0, last).stream()
                .filter(saying -> saying.amount() != null)
                .map(saying -> observation(saying, known))
                .toList();
        Lookup.Found found = Lookup.found(observation(sayings.get(last), known)).after(money);
        return known.askedFor(reference)
                .map(asked -> found.with(account.action(asked.amount(), reference, "")))
                .orElse(found);
    }

    /** The register is the only place where it could be: it is not there for good once no call can be under way. */
    private Lookup absent(LookupKey key) {
        Instant now = clock.instant();
        return key.lastTry()
                .map(tried -> tried.plus(UNDER_WAY))
                .filter(over -> !over.isAfter(now))
                .map(over -> Lookup.absentForGood())
                .orElseGet(() -> Lookup.absentSoFar(key.lastTry().orElse(now).plus(UNDER_WAY)));
    }

    /**
     * What was asked for and what came since.
     *
     * @param cursor how many entries of the register were seen
     */
    @Override
    public ObservationPage poll(String cursor, int most, CallContext call) {
        TransferBook known = book;
        if (known == null) {
            return ObservationPage.nothingAfter(cursor);
        }
        synchronized (known) {
            try {
                known.refresh();
            } catch (UncheckedIOException e) {
                return ObservationPage.unavailable(cursor, down(e));
            }
            int from = place(cursor);
            if (from < 0 || from > known.sayings().size()) {
                return ObservationPage.unavailable(
                        cursor,
                        Reason.of(
                                Category.FORMAT,
                                Retry.never(),
                                "the cursor is no place in this register: begin with an empty one"));
            }
            return page(from, most, known);
        }
    }

    private static int place(String cursor) {
        return cursor.isEmpty() ? 0 : cursor.matches("[0-9]{1,9}") ? Integer.parseInt(cursor) : -1;
    }

    private ObservationPage page(int from, int most, TransferBook known) {
        List<Optional<Saying>> sayings = known.sayings();
        List<Observation> observations = new ArrayList<>();
        int place = from;
        while (place < sayings.size() && observations.size() < most) {
            sayings.get(place).map(saying -> observation(saying, known)).ifPresent(observations::add);
            place++;
        }
        return ObservationPage.of(observations, Integer.toString(place), place == sayings.size());
    }

    // ---- observations

    private Observation observation(Saying saying, TransferBook known) {
        TransferFact source = saying.source();
        Observation.Builder seen = Observation.of(saying.fact(), source.reference())
                .event(saying.event())
                .occurredAt(saying.at())
                .seenAt(clock.instant());
        known.askedFor(source.reference()).map(Asked::key).ifPresent(seen::askedBy);
        if (saying.amount() != null) {
            seen.amount(Objects.requireNonNull(saying.amount()));
        }
        if (source instanceof Booked booked) {
            seen.valueOn(booked.valueOn());
            if (booked.fee().isPositive()) {
                seen.fee(booked.fee());
            }
        }
        if (source instanceof WentBack back) {
            seen.because(BackReasons.of(back)).raw(back.reason().code(), "");
        }
        return seen.build();
    }

    private static Reason down(UncheckedIOException e) {
        return Reason.of(Category.PROVIDER_DOWN, Retry.now(), "the register of transfers: " + e.getMessage());
    }

    /** Holds nothing: the register is whose it is. */
    @Override
    public void close() {}

    /** What it can do; no accounts and no names. */
    @Override
    public String toString() {
        return "TransferProvider[" + capabilities + "]";
    }
}
