package io.receivables.dunning.simulation;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.DisputeResolution.Finding;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.desk.Call;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.Recorded;
import io.receivables.dunning.simulation.Books.Account;
import io.receivables.dunning.simulation.Books.Applied;
import io.receivables.dunning.simulation.Books.Contest;
import io.receivables.dunning.simulation.Books.Credit;
import io.receivables.dunning.simulation.Books.Item;
import io.receivables.dunning.simulation.Books.Offer;
import io.receivables.dunning.simulation.Books.Part;
import io.receivables.dunning.simulation.Books.Plan;
import io.receivables.dunning.simulation.Books.Promise;
import io.receivables.dunning.simulation.Books.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Customers and what they do, by chance. Whatever happens is written into the books, and told to ledger, collection and
 * desk: there at times late, twice, or in another order than it happened.
 */
final class World {
    /** The most days after which a promise may still be kept, whatever the policy: none overlaps with the next. */
    private static final int LONGEST_GRACE = 5;

    private static final int LONGEST_DELAY = 6;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final SplittableRandom random;
    private final DunningDesk desk;
    private final Ladders ladders;
    private final List<String> segments;
    private final Sabotage sabotage;
    private final Judge judge;
    private final Books books = new Books();
    private final List<Fact> facts = new ArrayList<>();
    private final List<CollectionFact> agreements = new ArrayList<>();
    private final TreeMap<Integer, List<News>> news = new TreeMap<>();
    private final Set<String> told = new HashSet<>();
    private int sequence;

    /** Something that the desk is to be told. */
    @FunctionalInterface
    private interface News {
        Recorded tell(int day);
    }

    World(
            SplittableRandom random,
            DunningDesk desk,
            Ladders ladders,
            int customers,
            List<String> segments,
            Sabotage sabotage,
            Judge judge) {
        this.random = random;
        this.desk = desk;
        this.ladders = ladders;
        this.segments = segments;
        this.sabotage = sabotage;
        this.judge = judge;
        for (int customer = 0; customer < customers; customer++) {
            books.open("C" + (100 + customer), segments.get(random.nextInt(segments.size())));
        }
    }

    Books books() {
        return books;
    }

    /** Ledger and collection as the host has them now. */
    CollectionLog log() {
        List<Customer> customers = new ArrayList<>();
        books.accounts()
                .forEach(account -> customers.add(Customer.of(account.id).inSegment(account.segment)));
        Ledger ledger = Ledger.builder().customers(customers).facts(facts).build();
        return CollectionLog.of(ledger, agreements);
    }

    // ---- chance

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String next(String prefix) {
        sequence++;
        return prefix + sequence;
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    private static Money euro(long cents) {
        return Money.ofMinor(cents, EURO);
    }

    // ---- a day

    /** What happens on a day before anybody works. */
    void live(int day) {
        for (Account account : books.accounts()) {
            invoice(account, day);
            money(account, day);
            disputes(account, day);
            people(account, day);
            suspensions(account, day);
        }
        sales(day);
        tellNews(day);
    }

    // ---- money

    private void invoice(Account account, int day) {
        if (!chance(0.04)) {
            return;
        }
        String id = next("F");
        int issued = chance(0.1) ? day - between(1, 40) : day;
        int parts = chance(0.2) ? between(2, 3) : 1;
        List<Instalment> instalments = new ArrayList<>();
        int due = issued;
        for (int number = 1; number <= parts; number++) {
            due += between(0, 30);
            long amount = chance(0.1) ? between(100, 900) : between(1_000, 200_000);
            int told = sabotage == Sabotage.DUE_TODAY_IS_OVERDUE && due > issued ? due - 1 : due;
            instalments.add(Instalment.of(date(told), euro(amount)));
            account.items.add(new Item(ItemReference.of(id, number), account.id, issued, due, amount, parts == 1));
        }
        Money gross =
                instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
        Invoice invoice = Invoice.of(id, account.id, date(issued), gross);
        facts.add(
                parts == 1 ? invoice.dueOn(instalments.get(0).dueDate()) : invoice.payableIn(List.copyOf(instalments)));
    }

    private void money(Account account, int day) {
        for (Item item : account.openItems()) {
            long open = account.open(item);
            if (chance(willingness(account, item, day))) {
                pay(account, item, day, chance(0.6) ? open : between(1, Math.toIntExact(open)));
            } else if (chance(0.001)) {
                writeOff(account, item, day, chance(0.5) ? open : between(1, Math.toIntExact(open)));
            } else if (chance(0.003)) {
                credit(account, item, day, between(1, Math.toIntExact(open)));
            }
        }
        if (chance(0.003)) {
            receive(account, day, between(100, 60_000));
        }
        if (account.credit() > 0 && chance(0.1)) {
            applyRests(account, day);
        }
        for (Books.Payment payment : account.payments) {
            boolean mayReturn = payment.stands() && day > payment.day && day - payment.day < 40;
            boolean appliedToday = payment.parts.stream().anyMatch(part -> part.day() == day);
            if (mayReturn && !appliedToday && chance(0.001)) {
                giveBack(payment, day);
            }
        }
    }

    /** Customers pay on the day that they promised, more often after the due date than before it. */
    private static double willingness(Account account, Item item, int day) {
        boolean isPromised = account.promises.stream()
                .anyMatch(promise -> promise.payBy() == day && promise.items().contains(item.reference()));
        boolean isPlanned = account.plans.stream()
                .anyMatch(plan -> plan.items().contains(item.reference())
                        && plan.parts().stream().anyMatch(part -> part.due() == day));
        return isPromised || isPlanned ? 0.6 : day > item.due() ? 0.012 : 0.006;
    }

    private Books.Payment receive(Account account, int day, long amount) {
        Books.Payment payment = new Books.Payment(next("P"), day, amount);
        account.payments.add(payment);
        facts.add(Payment.of(payment.id, account.id, date(day), euro(amount)));
        return payment;
    }

    private void pay(Account account, Item item, int today, long amount) {
        int day = chance(0.2) ? Math.max(today - between(1, 3), earliest(account, item)) : today;
        long extra = chance(0.03) ? between(1, 5_000) : 0;
        apply(receive(account, Math.min(day, today), amount + extra), item, Math.min(day, today), amount);
    }

    /** Nothing is told late of an item of which the later history depends on it. */
    private static int earliest(Account account, Item item) {
        boolean isIntricate = account.payments.stream().anyMatch(each -> each.reached(item.reference()))
                || account.contests.stream()
                        .anyMatch(each -> each.document.equals(item.reference().documentId()));
        return isIntricate ? Books.NEVER : item.issued();
    }

    private void apply(Books.Payment payment, Item item, int day, long amount) {
        ItemReference to = item.reference();
        payment.parts.add(new Applied(to, day, amount));
        facts.add(Allocation.ofPayment(next("A"), payment.id, to.documentId(), date(day), euro(amount))
                .toInstalment(to.instalment()));
    }

    private void apply(Credit credit, Item item, int day, long amount) {
        ItemReference to = item.reference();
        credit.parts.add(new Applied(to, day, amount));
        facts.add(Allocation.ofCreditNote(next("A"), credit.id, to.documentId(), date(day), euro(amount))
                .toInstalment(to.instalment()));
    }

    private void applyRests(Account account, int day) {
        for (Item item : account.openItems()) {
            for (Books.Payment payment : account.payments) {
                long amount = Math.min(payment.rest(), account.open(item));
                if (amount > 0) {
                    apply(payment, item, day, amount);
                }
            }
            for (Credit credit : account.credits) {
                long amount = Math.min(credit.rest(), account.open(item));
                if (amount > 0) {
                    apply(credit, item, day, amount);
                }
            }
        }
    }

    private void giveBack(Books.Payment payment, int day) {
        payment.returned = day;
        if (sabotage != Sabotage.RETURNS_IGNORED) {
            facts.add(Reversal.ofPayment(next("R"), payment.id, date(day)));
        }
    }

    private void credit(Account account, Item item, int day, long amount) {
        long standing = chance(0.2) ? between(100, 20_000) : 0;
        Credit credit = new Credit(next("N"), amount + standing);
        account.credits.add(credit);
        facts.add(CreditNote.of(credit.id, account.id, date(day), euro(credit.amount)));
        apply(credit, item, day, amount);
    }

    private void writeOff(Account account, Item item, int day, long amount) {
        ItemReference what = item.reference();
        account.lost.merge(what, amount, Long::sum);
        facts.add(WriteOff.of(next("W"), what.documentId(), date(day), euro(amount))
                .ofInstalment(what.instalment()));
    }

    // ---- disputes

    private void disputes(Account account, int day) {
        for (Item item : account.openItems()) {
            String document = item.reference().documentId();
            boolean isContested =
                    account.contests.stream().anyMatch(each -> !each.over && each.document.equals(document));
            if (!isContested && chance(0.004)) {
                long open = account.open(item);
                long amount = item.alone() && chance(0.5) ? between(1, Math.toIntExact(open)) : Long.MAX_VALUE;
                contest(account, dispute(next("D"), document, day, amount), amount);
            }
        }
        for (Contest contest : account.contests) {
            if (!contest.over && chance(0.06)) {
                resolve(account, contest, day);
            }
        }
    }

    private static Dispute dispute(String id, String document, int day, long amount) {
        Dispute whole = Dispute.of(id, document, date(day));
        return amount == Long.MAX_VALUE ? whole : whole.over(euro(amount));
    }

    private void contest(Account account, Dispute dispute, long amount) {
        account.contests.add(new Contest(dispute.id(), dispute.documentId(), amount));
        if (sabotage != Sabotage.PARTIAL_DISPUTES_IGNORED || amount == Long.MAX_VALUE) {
            facts.add(dispute);
        }
    }

    private void resolve(Account account, Contest contest, int day) {
        contest.over = true;
        boolean isKnown = facts.stream()
                .anyMatch(fact -> fact instanceof Dispute && fact.id().equals(contest.id));
        if (!isKnown) {
            return;
        }
        DisputeResolution ended = DisputeResolution.of(next("S"), contest.id, date(day));
        switch (random.nextInt(5)) {
            case 0 -> facts.add(ended.found(Finding.FOR_SELLER));
            case 1 -> facts.add(ended.found(Finding.WITHDRAWN));
            case 2 -> facts.add(ended);
            default -> {
                Item item = account.items.stream()
                        .filter(each -> each.reference().documentId().equals(contest.document))
                        .findFirst()
                        .orElseThrow();
                long conceded = Math.min(contest.amount, account.open(item));
                boolean isSplit = conceded > 1 && chance(0.5);
                long given = isSplit ? conceded / 2 : conceded;
                facts.add(isSplit ? ended.split(euro(given)) : ended.found(Finding.FOR_CUSTOMER));
                if (given > 0) {
                    credit(account, item, day, given);
                }
            }
        }
    }

    // ---- people

    private void people(Account account, int day) {
        if (chance(0.0004)) {
            account.segment = any(segments);
        }
        boolean isUnreachable = account.items.stream().anyMatch(item -> ladders.rung(item.reference()).undeliverable);
        if (chance(isUnreachable ? 0.1 : 0.002)) {
            tell(day, new ContactCorrected(account.id, date(day)), () -> {});
        }
        for (Item item : account.openItems()) {
            ItemReference reference = item.reference();
            if (chance(0.002)) {
                tell(day, new DebitRejected(next("B"), account.id, date(day), reference, "no funds"), () -> {});
            }
            if (ladders.rung(reference).handedOver && chance(0.02)) {
                tell(day, new FileRecalled(account.id, date(day), reference, "they pay again"), () -> {});
            }
        }
        if (chance(0.003)) {
            customerCalls(account, day);
        }
    }

    private void customerCalls(Account account, int day) {
        List<Item> overdue =
                account.openItems().stream().filter(item -> item.due() < day).toList();
        if (overdue.isEmpty()) {
            return;
        }
        boolean isOfAccount = chance(0.3);
        List<Item> about = isOfAccount ? List.of() : overdue.subList(0, between(1, Math.min(2, overdue.size())));
        List<ItemReference> items = about.stream().map(Item::reference).toList();
        if (mayPromise(account, items, day)) {
            long open = (isOfAccount ? overdue : about)
                    .stream().mapToLong(account::open).sum();
            Promise promise = promise(day, items, open);
            Call call = Call.promised(promise.id(), date(day), euro(promise.amount()), date(promise.payBy()));
            promised(account, promise, desk.called(account.id, items, call));
            promised(account, promise, desk.called(account.id, items, call));
        }
    }

    private boolean mayPromise(Account account, List<ItemReference> items, int day) {
        for (Promise promise : account.promises) {
            boolean isOver = promise.payBy() + LONGEST_GRACE < day;
            boolean isSame = items.isEmpty()
                    ? promise.items().isEmpty()
                    : promise.items().stream().anyMatch(items::contains);
            if (isSame && !isOver) {
                return false;
            }
        }
        return true;
    }

    private Promise promise(int day, List<ItemReference> items, long open) {
        long amount = chance(0.6) ? open : 1 + random.nextLong(open);
        return new Promise(next("V"), day, amount, day + between(0, 15), items);
    }

    /** Keeps the promise that the desk made of a call, once however often it is told. */
    private void promised(Account account, Promise promise, Recorded recorded) {
        judge.that(
                Check.TOLD,
                recorded.isRecorded() && recorded.collectionFacts().size() == 1,
                "promise " + promise + " became " + recorded);
        if (told.add(promise.id())) {
            account.promises.add(promise);
            if (sabotage != Sabotage.PROMISES_IGNORED) {
                agreements.addAll(recorded.collectionFacts());
            }
        }
    }

    private void sales(int day) {
        Map<ActionKey, String> questions = new LinkedHashMap<>(ladders.questions());
        questions.forEach((key, customer) -> {
            if (chance(0.2)) {
                tell(day, new SalesAnswered(key, customer, date(day), chance(0.8), ""), () -> {});
            }
        });
    }

    // ---- what suspends

    private void suspensions(Account account, int day) {
        if (chance(0.003)) {
            hold(account, day);
        }
        for (Stop stop : account.stops) {
            if (!stop.released && stop.until > day && chance(0.03)) {
                stop.released = true;
                tell(
                        day,
                        new HoldReleased(stop.id, account.id, date(day)),
                        () -> stop.until = Math.min(stop.until, day - 1));
            }
        }
        if (chance(account.insolvent ? 0.02 : 0.0003)) {
            boolean opens = !account.insolvent;
            tellAtOnce(
                    day,
                    opens
                            ? new InsolvencyOpened(account.id, date(day), "")
                            : new InsolvencyClosed(account.id, date(day), ""),
                    () -> account.insolvent = opens);
        }
        if (chance(0.003)) {
            offer(account, day);
        }
        for (Offer offer : account.offers) {
            answer(account, offer, day);
        }
    }

    private void hold(Account account, int day) {
        List<Item> open = account.openItems();
        List<ItemReference> items =
                open.isEmpty() || chance(0.4) ? List.of() : List.of(any(open).reference());
        HoldReason reason = chance(0.7) ? HoldReason.MANUAL : HoldReason.PAYMENT_IN_TRANSIT;
        Stop stop = new Stop(next("H"), day, items, reason, day + between(0, 40));
        int until = sabotage == Sabotage.HOLDS_WITHOUT_END ? stop.until + 1_000 : stop.until;
        HoldSet set = new HoldSet(stop.id, account.id, date(day), items, date(until), reason, "");
        if (sabotage == Sabotage.HOLDS_IGNORED) {
            account.stops.add(stop);
        } else {
            tell(day, set, () -> account.stops.add(stop));
        }
    }

    private void offer(Account account, int day) {
        List<Item> overdue = account.openItems().stream()
                .filter(item -> item.due() < day)
                .filter(item -> account.offers.stream().noneMatch(offer -> offer.items.contains(item.reference())))
                .limit(2)
                .toList();
        if (overdue.isEmpty()) {
            return;
        }
        long open = overdue.stream().mapToLong(account::open).sum();
        int parts = between(1, 3);
        List<Part> plan = new ArrayList<>();
        for (int number = 1; number <= parts; number++) {
            long amount = number < parts ? open / parts : open - open / parts * (parts - 1);
            if (amount > 0) {
                plan.add(new Part(day + 10 * number, amount));
            }
        }
        List<ItemReference> items = overdue.stream().map(Item::reference).toList();
        Offer offer = new Offer(next("L"), items, List.copyOf(plan), day + between(3, 12));
        PlanOffered offered =
                new PlanOffered(offer.id, account.id, date(day), items, instalments(offer.parts), date(offer.until));
        tellAtOnce(day, offered, () -> account.offers.add(offer));
    }

    private static List<Instalment> instalments(List<Part> parts) {
        return parts.stream()
                .map(part -> Instalment.of(date(part.due()), euro(part.amount())))
                .toList();
    }

    private void answer(Account account, Offer offer, int day) {
        boolean isAnswered =
                offer.over || account.plans.stream().anyMatch(plan -> plan.id().equals(offer.id));
        if (isAnswered || offer.until + 3 < day) {
            return;
        }
        if (chance(0.1)) {
            Recorded recorded = desk.agreePlan(account.id, offer.id, date(day));
            boolean isInTime = day <= offer.until && day <= offer.parts.get(0).due();
            judge.that(Check.TOLD, recorded.isRecorded() == isInTime, "offer " + offer.id + " agreed: " + recorded);
            if (isInTime) {
                offer.over = true;
                account.plans.add(new Plan(offer.id, day, offer.items, offer.parts));
                agreements.addAll(recorded.collectionFacts());
            }
        } else if (chance(0.04)) {
            tellAtOnce(day, new PlanDeclined(offer.id, account.id, date(day)), () -> offer.over = true);
        }
    }

    // ---- telling the desk

    /** Tells the desk an event today and perhaps again, or only some days later. */
    private void tell(int day, DunningEvent event, Runnable books) {
        boolean isLate = chance(0.3);
        spread(isLate ? day + between(1, LONGEST_DELAY) : day, today -> told(event, books));
    }

    private void tellAtOnce(int day, DunningEvent event, Runnable books) {
        Recorded recorded = told(event, books);
        judge.that(Check.TOLD, recorded.isRecorded(), event + " was refused: " + recorded);
        if (chance(0.2)) {
            add(day + between(1, LONGEST_DELAY), today -> told(event, books));
        }
    }

    private void spread(int day, News item) {
        add(day, item);
        if (chance(0.2)) {
            add(day + between(0, LONGEST_DELAY), item);
        }
    }

    private void add(int day, News item) {
        news.computeIfAbsent(day, each -> new ArrayList<>()).add(item);
    }

    private Recorded told(DunningEvent event, Runnable books) {
        Recorded recorded = desk.record(event);
        boolean isNew = recorded.isRecorded() && told.add(event.customerId() + " " + event.id());
        // a correction counts anew where a letter of its day failed after it
        boolean recurs = event instanceof ContactCorrected && recorded.kind() == Recorded.Kind.RECORDED;
        judge.that(
                Check.TOLD,
                !recorded.isRecorded() || recurs || isNew == (recorded.kind() == Recorded.Kind.RECORDED),
                event + " was " + (isNew ? "" : "not ") + "new: " + recorded);
        if (isNew) {
            books.run();
        }
        return recorded;
    }

    /** Today's news, in any order. */
    private void tellNews(int day) {
        List<News> today = new ArrayList<>(news.getOrDefault(day, List.of()));
        news.remove(day);
        while (!today.isEmpty()) {
            today.remove(random.nextInt(today.size())).tell(day);
        }
    }

    // ---- what comes of letters

    /** A letter arrived at the customer's, or comes back, some days after it was sent. */
    void carried(OutgoingLetter letter, int day, Runnable cameBack) {
        int chance = random.nextInt(100);
        int then = day + between(1, LONGEST_DELAY);
        if (chance < 20) {
            spread(then, today -> desk.delivered(letter.letterId(), chance < 15 ? "delivered" : "opened", date(today)));
        } else if (chance < 30) {
            boolean isForGood = chance < 22;
            add(then, today -> {
                Recorded first = desk.cameBack(letter.key(), "came back", isForGood, date(today));
                Recorded again = desk.cameBack(letter.key(), "came back", isForGood, date(today));
                judge.that(
                        Check.TOLD,
                        first.kind() == Recorded.Kind.RECORDED && again.kind() == Recorded.Kind.KNOWN,
                        "the return of " + letter.letterId() + " was " + first + ", then " + again);
                cameBack.run();
                return again;
            });
        }
    }

    /** Somebody calls, as a task asks; not more than one task of a customer a day. */
    void call(OutgoingLetter task, int day, Runnable reached) {
        Account account = books.account(task.customer().id());
        List<ItemReference> items =
                task.items().stream().map(item -> item.action().key().item()).toList();
        int chance = random.nextInt(100);
        String id = next("T");
        if (chance < 25) {
            callTwice(task, Call.noAnswer(id, date(day)));
        } else if (chance < 30) {
            callTwice(task, Call.wrongNumber(id, date(day)));
        } else if (chance < 55 && mayPromise(account, items, day)) {
            reached.run();
            long claimed = task.items().stream()
                    .mapToLong(item -> item.action().claimed().minorUnits())
                    .sum();
            Promise promise = promise(day, items, claimed);
            Call call = Call.promised(promise.id(), date(day), euro(promise.amount()), date(promise.payBy()));
            promised(account, promise, desk.called(task.letterId(), call));
            promised(account, promise, desk.called(task.letterId(), call));
        } else if (chance < 65) {
            reached.run();
            String document = items.get(0).documentId();
            Recorded recorded = callTwice(task, Call.disputed(id, date(day), document));
            contest(account, recorded.disputes().get(0), Long.MAX_VALUE);
        } else {
            reached.run();
            callTwice(task, Call.reached(id, date(day)));
        }
    }

    private Recorded callTwice(OutgoingLetter task, Call call) {
        Recorded first = desk.called(task.letterId(), call);
        Recorded second = desk.called(task.letterId(), call);
        judge.that(
                Check.TOLD,
                first.kind() == Recorded.Kind.RECORDED
                        && second.kind() == Recorded.Kind.KNOWN
                        && first.disputes().equals(second.disputes()),
                call + " was " + first + ", then " + second);
        return first;
    }
}
