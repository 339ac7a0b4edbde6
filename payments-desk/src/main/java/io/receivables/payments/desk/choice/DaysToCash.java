package io.receivables.payments.desk.choice;

import io.receivables.core.Allocation;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How many days payments took, by customer and provider, as a ledger shows. Money that went back by the day of the question
 * does not count: it was no cash.
 *
 * <p>A ledger does not know by which provider a payment came, so the caller says it by the payment's id. Payments of which
 * nothing is said are left out.
 *
 * <p>The figure is the median, since one payment that took a year says little about the next. Of an even number of payments
 * it is the later of the two in the middle: the careful one.
 */
public final class DaysToCash {
    /** From when on days are counted. */
    public enum Since {
        /** The due date of what was paid. Days are negative where it was paid early. */
        DUE_DATE,
        /** The day on which the payer was asked. */
        REQUEST
    }

    /** Whose payments a figure is of. */
    public enum Source {
        /** Of this customer by this provider. */
        CUSTOMER,
        /** Of all customers by this provider, for the customer's own are too few. */
        ALL_CUSTOMERS
    }

    /**
     * A measured figure.
     *
     * @param days the median
     * @param payments of how many
     */
    public record Figure(int days, int payments, Source source) {}

    private record Rail(String customerId, String provider) {}

    private static final int[] NOTHING = {};

    private final Since since;
    private final Map<Rail, int[]> byCustomer;
    private final Map<String, int[]> byProvider;

    private DaysToCash(Since since, Collection<Taken> all) {
        this.since = since;
        Map<Rail, List<Integer>> ofCustomers = new HashMap<>();
        Map<String, List<Integer>> ofProviders = new HashMap<>();
        for (Taken taken : all) {
            ofCustomers.computeIfAbsent(taken.rail, rail -> new ArrayList<>()).add(taken.days);
            ofProviders
                    .computeIfAbsent(taken.rail.provider, rail -> new ArrayList<>())
                    .add(taken.days);
        }
        this.byCustomer = sorted(ofCustomers);
        this.byProvider = sorted(ofProviders);
    }

    /** What one payment took. */
    private record Taken(Rail rail, int days) {}

    private static <K> Map<K, int[]> sorted(Map<K, List<Integer>> days) {
        Map<K, int[]> sorted = new HashMap<>();
        days.forEach((key, those) -> sorted.put(
                key, those.stream().mapToInt(Integer::intValue).sorted().toArray()));
        return sorted;
    }

    /** Nothing is known so far. */
    public static DaysToCash none() {
        return new DaysToCash(Since.DUE_DATE, List.of());
    }

    /**
     * The days from the due date to the money, for each payment and each item that it was allocated to. Of an allocation to
     * a document as a whole, the first due date counts.
     *
     * @param asOf the day of the question: later facts are not known
     * @param providerOf the provider's name by the payment's id
     * @throws IllegalArgumentException if the ledger was made from columns: it does not tell which payment paid what
     */
    public static DaysToCash sinceDueDates(
            Ledger ledger, LocalDate asOf, Function<String, Optional<String>> providerOf) {
        Cash cash = new Cash(ledger, asOf);
        List<Taken> taken = new ArrayList<>();
        cash.forEachAllocation((payment, allocation) -> providerOf
                .apply(payment.id())
                .ifPresent(provider -> taken.add(taken(payment, provider, cash.dueDate(allocation)))));
        return new DaysToCash(Since.DUE_DATE, taken);
    }

    /**
     * The days from the request to the money, for each payment.
     *
     * @param asOf the day of the question: later facts are not known
     * @param requestOf the request by the payment's id
     * @throws IllegalArgumentException if the ledger was made from columns: it does not tell which payments were returned
     */
    public static DaysToCash sinceRequests(
            Ledger ledger, LocalDate asOf, Function<String, Optional<PaidRequest>> requestOf) {
        Cash cash = new Cash(ledger, asOf);
        List<Taken> taken = new ArrayList<>();
        cash.forEachPayment(payment -> requestOf
                .apply(payment.id())
                .ifPresent(request -> taken.add(taken(payment, request.provider(), request.askedOn()))));
        return new DaysToCash(Since.REQUEST, taken);
    }

    /** The money that is there on a day. */
    private static final class Cash {
        private final Ledger ledger;
        private final LocalDate asOf;
        private final Map<String, Payment> payments = new HashMap<>();
        private final List<Allocation> allocations = new ArrayList<>();
        private final Set<String> returnedPayments = new HashSet<>();
        private final Set<String> undoneAllocations = new HashSet<>();

        Cash(Ledger ledger, LocalDate asOf) {
            if (ledger.facts().isEmpty() && ledger.columns().rows() > 0) {
                throw new IllegalArgumentException(
                        "ledger " + ledger + " was made from columns and holds no payments: give one made from facts");
            }
            this.ledger = ledger;
            this.asOf = asOf;
            ledger.facts().forEach(this::take);
            payments.keySet().removeAll(returnedPayments);
        }

        private void take(Fact fact) {
            if (fact instanceof Payment payment && !payment.date().isAfter(asOf)) {
                payments.put(payment.id(), payment);
            } else if (fact instanceof Allocation allocation
                    && !allocation.date().isAfter(asOf)) {
                allocations.add(allocation);
            } else if (fact instanceof Reversal reversal && !reversal.date().isAfter(asOf)) {
                undone(reversal.target()).add(reversal.targetId());
            }
        }

        private Set<String> undone(Reversal.Target target) {
            return target == Reversal.Target.PAYMENT ? returnedPayments : undoneAllocations;
        }

        void forEachPayment(Consumer<Payment> action) {
            payments.values().forEach(action);
        }

        /** The allocations of payments that stand, with their payments. */
        void forEachAllocation(BiConsumer<Payment, Allocation> action) {
            for (Allocation allocation : allocations) {
                Payment payment = payments.get(allocation.sourceId());
                boolean isOfPayment = allocation.source() == Allocation.Source.PAYMENT;
                if (isOfPayment && payment != null && !undoneAllocations.contains(allocation.id())) {
                    action.accept(payment, allocation);
                }
            }
        }

        LocalDate dueDate(Allocation allocation) {
            Document document = ledger.document(allocation.documentId()).orElseThrow();
            List<Instalment> instalments = document.instalments();
            return allocation.instalment() == Allocation.EARLIEST_DUE_FIRST
                    ? instalments.stream()
                            .map(Instalment::dueDate)
                            .min(LocalDate::compareTo)
                            .orElseThrow()
                    : instalments.get(allocation.instalment() - 1).dueDate();
        }
    }

    private static Taken taken(Payment payment, String provider, LocalDate from) {
        return new Taken(
                new Rail(payment.customerId(), provider),
                Math.toIntExact(ChronoUnit.DAYS.between(from, payment.date())));
    }

    /** From when on days are counted. */
    public Since since() {
        return since;
    }

    /**
     * How many days a provider takes with a customer.
     *
     * @param enough from how many payments on a figure is given
     * @return the customer's own figure; where the customer paid this way too seldom, that of all; empty where that is of
     *     too few payments as well
     */
    public Optional<Figure> figure(String customerId, String provider, int enough) {
        int[] own = byCustomer.getOrDefault(new Rail(customerId, provider), NOTHING);
        int[] all = byProvider.getOrDefault(provider, NOTHING);
        return median(own, enough, Source.CUSTOMER).or(() -> median(all, enough, Source.ALL_CUSTOMERS));
    }

    private static Optional<Figure> median(int[] sorted, int enough, Source source) {
        return sorted.length == 0 || sorted.length < enough
                ? Optional.empty()
                : Optional.of(new Figure(sorted[sorted.length / 2], sorted.length, source));
    }
}
