package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKey;
import io.receivables.payments.bank.transfer.TransferFact.Asked;
import io.receivables.payments.bank.transfer.TransferFact.Booked;
import io.receivables.payments.bank.transfer.TransferFact.CameIn;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import io.receivables.payments.spi.PaymentFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All transfers of a register, as far as it was read. For one thread at a time.
 *
 * <p>What an entry says is a function of the entries up to it, so that whoever reads the register says the same.
 */
final class TransferBook {
    /** One booking of a bank. */
    record Booking(LineKey key, int occurrence) {
        Booking whole() {
            return new Booking(key.whole(), occurrence);
        }
    }

    /** By what a return may find its original. */
    private record Named(BankReference kind, String value) {}

    /**
     * What an entry says of its payment.
     *
     * @param amount what came in so far or went back by this; null where it is not about money
     */
    record Saying(
            PaymentFact fact,
            String event,
            Instant at,
            @Nullable Money amount,
            TransferFact source) {}

    /** One payment. */
    private static final class Request {
        private @Nullable Asked asked;
        private final Map<String, Money> in = new HashMap<>();
        private final Map<String, Money> back = new HashMap<>();
        private final List<Saying> sayings = new ArrayList<>();

        /** Whether what was asked for is there. */
        boolean isPaid() {
            Asked known = asked;
            if (known == null) {
                return false;
            }
            String currency = known.amount().currency().getCurrencyCode();
            Money zero = Money.zero(known.amount().currency());
            Money kept = in.getOrDefault(currency, zero).minus(back.getOrDefault(currency, zero));
            return kept.compareTo(known.amount()) >= 0;
        }
    }

    private final TransferRegister register;
    private final Map<String, Request> requests = new HashMap<>();
    private final Map<String, Asked> byKey = new HashMap<>();
    private final Set<Booking> bookings = new HashSet<>();
    /** Sums of which parts came. */
    private final Set<Booking> divided = new HashSet<>();

    private final Map<Named, List<CameIn>> receipts = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    /** What each entry says. */
    private final List<Optional<Saying>> sayings = new ArrayList<>();

    TransferBook(TransferRegister register) {
        this.register = register;
    }

    /** Reads what was written since. */
    void refresh() {
        register.since(sayings.size()).forEach(this::add);
    }

    /** Whether facts were written; where others were faster, the register is read on and they were not. */
    boolean write(List<? extends TransferFact> facts, Instant now) {
        List<TransferEntry> entries =
                facts.stream().map(fact -> new TransferEntry(now, fact)).toList();
        if (register.append(sayings.size(), entries)) {
            entries.forEach(this::add);
            return true;
        }
        refresh();
        return false;
    }

    private void add(TransferEntry entry) {
        Request request = requests.computeIfAbsent(entry.fact().reference(), reference -> new Request());
        Optional<Saying> saying = said(entry, request);
        saying.ifPresent(request.sayings::add);
        sayings.add(saying);
    }

    private Optional<Saying> said(TransferEntry entry, Request request) {
        TransferFact fact = entry.fact();
        if (fact instanceof Asked asked) {
            return ask(asked, request, entry.recordedAt());
        }
        Booked booked = (Booked) fact;
        Booking booking = new Booking(booked.key(), booked.occurrence());
        if (!bookings.add(booking)) {
            throw damaged("has a booking for the second time");
        }
        if (booked.key().part() > 0) {
            divided.add(booking.whole());
        }
        String currency = booked.amount().currency().getCurrencyCode();
        if (fact instanceof CameIn in) {
            in.references()
                    .forEach((kind, value) -> receipts.computeIfAbsent(
                                    new Named(kind, value), named -> new ArrayList<>(1))
                            .add(in));
            Money sum = request.in.merge(currency, in.amount(), Money::plus);
            boolean isAll = request.isPaid()
                    && Objects.requireNonNull(request.asked).amount().currency().equals(sum.currency());
            PaymentFact says = isAll ? PaymentFact.SETTLED : PaymentFact.PARTIALLY_SETTLED;
            return Optional.of(new Saying(says, in.event(), entry.recordedAt(), sum, in));
        }
        WentBack back = (WentBack) booked;
        request.back.merge(currency, back.amount(), Money::plus);
        back.returnedEvent().ifPresent(returned::add);
        return Optional.of(new Saying(PaymentFact.RETURNED, back.event(), entry.recordedAt(), back.amount(), back));
    }

    /** Money may be there before it is known what was asked for: by another machine, or by a register that was lost. */
    private Optional<Saying> ask(Asked asked, Request request, Instant at) {
        if (request.asked != null || byKey.containsKey(asked.key())) {
            throw damaged("asks for the second time");
        }
        request.asked = asked;
        byKey.put(asked.key(), asked);
        if (request.isPaid()) {
            Money sum = request.in.get(asked.amount().currency().getCurrencyCode());
            return Optional.of(new Saying(PaymentFact.SETTLED, asked.reference() + ":asked", at, sum, asked));
        }
        return request.sayings.isEmpty()
                ? Optional.of(
                        new Saying(PaymentFact.AWAITING_PAYER, asked.reference() + ":awaiting-payer", at, null, asked))
                : Optional.empty();
    }

    private UncheckedIOException damaged(String how) {
        return new UncheckedIOException(new IOException(
                "entry " + sayings.size() + " of the register " + how + ": restore the register from a copy"));
    }

    // ---- what is known

    /** What each entry says, in the order of the register. */
    List<Optional<Saying>> sayings() {
        return sayings;
    }

    /** What is said of a payment, in order; nothing where it is not known. */
    List<Saying> sayings(String reference) {
        Request request = requests.get(reference);
        return request == null ? List.of() : request.sayings;
    }

    Optional<Asked> askedBy(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<Asked> askedFor(String reference) {
        return Optional.ofNullable(requests.get(reference)).map(request -> request.asked);
    }

    /** Whether the register has anything of a reference. */
    boolean knows(String reference) {
        return requests.containsKey(reference);
    }

    /** Whether a booking, or the whole or the parts of it, is in the register. */
    boolean knows(Booking booking) {
        return bookings.contains(booking)
                || (booking.key().part() > 0 && bookings.contains(booking.whole()))
                || (booking.key().part() == 0 && divided.contains(booking));
    }

    /** What came in to an account under a reference, and did not go back. */
    List<CameIn> standing(BankReference kind, String value, String account) {
        return receipts.getOrDefault(new Named(kind, value), List.of()).stream()
                .filter(receipt -> receipt.key().account().equals(account))
                .filter(receipt -> !returned.contains(receipt.event()))
                .toList();
    }
}
