package io.receivables.dunning.simulation;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.AlertKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe, contest and promised, kept by hand: plain lists, added up anew for every question. It shares nothing
 * with the ledger and the collection that it is held against. Days are epoch days, amounts are minor units of a currency.
 */
final class Books {
    static final int NEVER = Integer.MAX_VALUE;

    static final Comparator<Item> OLDEST_FIRST = Comparator.comparingInt(Item::due)
            .thenComparing(item -> item.reference().documentId())
            .thenComparingInt(item -> item.reference().instalment());

    /** One instalment of an invoice. */
    record Item(
            ItemReference reference,
            String customer,
            Currency currency,
            int issued,
            int due,
            long amount,
            boolean alone) {}

    /** What was applied to an item on a day. */
    record Applied(ItemReference item, int day, long amount) {}

    /** Money of a customer, and what of it was applied to items. */
    static final class Payment {
        final String id;
        final Currency currency;
        final int day;
        final long amount;
        final List<Applied> parts = new ArrayList<>();
        int returned = NEVER;

        Payment(String id, Currency currency, int day, long amount) {
            this.id = id;
            this.currency = currency;
            this.day = day;
            this.amount = amount;
        }

        boolean stands() {
            return returned == NEVER;
        }

        long rest() {
            return stands() ? amount - sum(parts) : 0;
        }

        boolean reached(ItemReference item) {
            return parts.stream().anyMatch(part -> part.item().equals(item));
        }
    }

    /** A credit note, and what of it was applied to items. */
    static final class Credit {
        final String id;
        final Currency currency;
        final long amount;
        final List<Applied> parts = new ArrayList<>();

        Credit(String id, Currency currency, long amount) {
            this.id = id;
            this.currency = currency;
            this.amount = amount;
        }

        long rest() {
            return amount - sum(parts);
        }
    }

    private static long sum(List<Applied> parts) {
        return parts.stream().mapToLong(Applied::amount).sum();
    }

    private static long on(List<Applied> parts, ItemReference item) {
        long sum = 0;
        for (Applied part : parts) {
            sum += part.item().equals(item) ? part.amount() : 0;
        }
        return sum;
    }

    /** A dispute; over the whole of a document where the amount is {@link Long#MAX_VALUE}. */
    static final class Contest {
        final String id;
        final String document;
        final long amount;
        boolean over;

        Contest(String id, String document, long amount) {
            this.id = id;
            this.document = document;
            this.amount = amount;
        }
    }

    /** A promise; about the account as a whole where it names no item. */
    record Promise(String id, int day, Currency currency, long amount, int payBy, List<ItemReference> items) {}

    record Part(int due, long amount) {}

    record Plan(String id, int day, List<ItemReference> items, List<Part> parts) {}

    static final class Offer {
        final String id;
        final List<ItemReference> items;
        final List<Part> parts;
        final int until;
        boolean over;

        Offer(String id, List<ItemReference> items, List<Part> parts, int until) {
            this.id = id;
            this.items = items;
            this.parts = parts;
            this.until = until;
        }
    }

    /** A hold; of everything where it names no item. */
    static final class Stop {
        final String id;
        final int from;
        final List<ItemReference> items;
        final HoldReason reason;
        int until;
        boolean released;

        Stop(String id, int from, List<ItemReference> items, HoldReason reason, int until) {
            this.id = id;
            this.from = from;
            this.items = items;
            this.reason = reason;
            this.until = until;
        }

        boolean holds(Item item, int day) {
            return from <= day && day <= until && (items.isEmpty() || items.contains(item.reference()));
        }
    }

    /** Somebody is worried about a customer. */
    record Alarm(String id, AlertKind kind, int day) {}

    /** Everything about one customer. */
    static final class Account {
        final String id;
        /** Those who are written to in one letter, if they are. */
        final @Nullable String group;

        String segment;
        final List<Item> items = new ArrayList<>();
        final List<Payment> payments = new ArrayList<>();
        final List<Credit> credits = new ArrayList<>();
        final Map<ItemReference, Long> lost = new HashMap<>();
        final List<Contest> contests = new ArrayList<>();
        final List<Promise> promises = new ArrayList<>();
        final List<Offer> offers = new ArrayList<>();
        final List<Plan> plans = new ArrayList<>();
        final List<Stop> stops = new ArrayList<>();
        final List<Alarm> alarms = new ArrayList<>();
        boolean insolvent;

        Account(String id, @Nullable String group, String segment) {
            this.id = id;
            this.group = group;
            this.segment = segment;
        }

        long open(Item item) {
            ItemReference reference = item.reference();
            long open = item.amount() - lost.getOrDefault(reference, 0L);
            for (Payment payment : payments) {
                open -= payment.stands() ? on(payment.parts, reference) : 0;
            }
            for (Credit credit : credits) {
                open -= on(credit.parts, reference);
            }
            return open;
        }

        List<Item> openItems() {
            return items.stream()
                    .filter(item -> open(item) > 0)
                    .sorted(OLDEST_FIRST)
                    .toList();
        }

        long disputed(Item item) {
            long open = open(item);
            long disputed = 0;
            for (Contest contest : contests) {
                if (!contest.over && contest.document.equals(item.reference().documentId())) {
                    disputed += Math.min(contest.amount, open);
                }
            }
            return Math.min(disputed, open);
        }

        /** What stands to the customer's credit in a currency. */
        long credit(Currency currency) {
            long credit = 0;
            for (Payment payment : payments) {
                credit += payment.currency.equals(currency) ? payment.rest() : 0;
            }
            for (Credit each : credits) {
                credit += each.currency.equals(currency) ? each.rest() : 0;
            }
            return credit;
        }

        boolean hasCredit() {
            return payments.stream().anyMatch(payment -> payment.rest() > 0)
                    || credits.stream().anyMatch(credit -> credit.rest() > 0);
        }

        /** The last day on which money left an item because a payment went back. */
        int lastReturn(Item item) {
            return payments.stream()
                    .filter(payment -> !payment.stands() && payment.reached(item.reference()))
                    .mapToInt(payment -> payment.returned)
                    .max()
                    .orElse(Integer.MIN_VALUE);
        }

        /** Money on items that still stands. */
        private Stream<Applied> standing(List<ItemReference> items) {
            return payments.stream()
                    .filter(Payment::stands)
                    .flatMap(payment -> payment.parts.stream())
                    .filter(part -> items.contains(part.item()));
        }

        /** The day of the last payment on an item that still stands. */
        int lastPayment(Item item) {
            return standing(List.of(item.reference()))
                    .mapToInt(Applied::day)
                    .max()
                    .orElse(Integer.MIN_VALUE);
        }

        /** What is missing of a promise; nothing once it was kept. */
        long missing(Promise promise, int grace) {
            int end = promise.payBy() + grace;
            long received = promise.items().isEmpty()
                    ? payments.stream()
                            .filter(each -> each.stands() && each.currency.equals(promise.currency()))
                            .filter(each -> promise.day() <= each.day && each.day <= end)
                            .mapToLong(each -> each.amount)
                            .sum()
                    : standing(promise.items())
                            .filter(part -> promise.day() <= part.day() && part.day() <= end)
                            .mapToLong(Applied::amount)
                            .sum();
            return Math.max(0, promise.amount() - received);
        }

        boolean isOpen(Promise promise, int day, int grace) {
            return promise.day() <= day && day <= promise.payBy() + grace && missing(promise, grace) > 0;
        }

        /** Whether a plan runs: every instalment was paid in time, or there is time left, and something is missing. */
        boolean isInGoodOrder(Plan plan, int day, int tolerance) {
            long asked = 0;
            for (Part part : plan.parts()) {
                asked += part.amount();
                int end = part.due() + tolerance;
                if (day > end && received(plan, end) < asked) {
                    return false;
                }
            }
            return plan.day() <= day && received(plan, day) < asked;
        }

        private long received(Plan plan, int by) {
            return standing(plan.items())
                    .filter(part -> plan.day() <= part.day() && part.day() <= by)
                    .mapToLong(Applied::amount)
                    .sum();
        }
    }

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<ItemReference, Item> items = new HashMap<>();

    void open(String customer, @Nullable String group, String segment) {
        accounts.put(customer, new Account(customer, group, segment));
    }

    void add(Item item) {
        account(item.customer()).items.add(item);
        items.put(item.reference(), item);
    }

    Account account(String customer) {
        Account account = accounts.get(customer);
        if (account == null) {
            throw new IllegalStateException("no customer " + customer);
        }
        return account;
    }

    Iterable<Account> accounts() {
        return accounts.values();
    }

    Item item(ItemReference reference) {
        Item item = items.get(reference);
        if (item == null) {
            throw new IllegalStateException("no item " + reference);
        }
        return item;
    }

    /** Who is written to in the place of a customer: the first of the group. */
    Account lead(Account account) {
        for (Account other : accounts.values()) {
            if (account.group != null && account.group.equals(other.group)) {
                return other;
            }
        }
        return account;
    }
}
