package io.receivables.dunning.simulation;

import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Workers;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.Alert;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.Explanation;
import io.receivables.dunning.Rule;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.Successor;
import io.receivables.dunning.simulation.Books.Account;
import io.receivables.dunning.simulation.Books.Item;
import io.receivables.dunning.simulation.Oracle.Verdict;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** One simulated company over some days: everything in it follows from a seed. */
final class Trial {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    private static final String OFFICE = "office";
    private static final int SAMPLED = 3;

    private static final DunningPolicy COMPANY = DunningPolicy.of(
                    "company",
                    DunningStep.courtesy(5),
                    DunningStep.reminder(1, 5).atLeast(Money.of("10.00", "EUR")).atLeast(Money.of("15.00", "CAD")),
                    DunningStep.reminder(2, 15),
                    DunningStep.reminder(3, 25).by(Channel.PHONE),
                    DunningStep.formalNotice(4, 35),
                    DunningStep.negotiation(5, 50),
                    DunningStep.handOver(6, 75, Successor.COLLECTION_AGENCY))
            .withGraceDays(3)
            .withMinimumInterval(7)
            .withPromiseGraceDays(2)
            .withPlanToleranceDays(5)
            .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY)
            .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.HOLD)
            .withAlertHoldDays(10)
            .onCalendar(OFFICE);

    private static final DunningPolicy STRICT = DunningPolicy.of(
                    "strict",
                    DunningStep.courtesy(3),
                    DunningStep.reminder(1, 0),
                    DunningStep.reminder(2, 8).by(Channel.PHONE),
                    DunningStep.formalNotice(3, 15),
                    DunningStep.creditStop(4, 18),
                    DunningStep.negotiation(5, 25),
                    DunningStep.handOver(6, 40, Successor.LAWYER))
            .catchingUp(CatchUp.MOST_SEVERE)
            .grouped(Grouping.PER_CUSTOMER)
            .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.COURTESY)
            .onCalendar(OFFICE);

    private static final DunningPolicy PATIENT = DunningPolicy.of(
                    "patient",
                    DunningStep.reminder(1, 15),
                    DunningStep.reminder(2, 30).afterPrevious(10),
                    DunningStep.formalNotice(3, 45).sales(SalesInvolvement.ASKED_FIRST),
                    DunningStep.writeOffProposal(4, 80))
            .withGraceDays(10)
            .withMinimumInterval(14)
            .withPromiseGraceDays(5)
            .withPlanToleranceDays(10)
            .grouped(Grouping.PER_INVOICE)
            .mixingLevels(false)
            .coveredByCredit(false)
            .withoutContactOnReturn()
            .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.HOLD)
            .onCalendar(OFFICE);

    private static final DunningPolicy RESTARTING = DunningPolicy.of(
                    "restarting",
                    DunningStep.courtesy(10),
                    DunningStep.courtesy(2),
                    DunningStep.reminder(1, 2),
                    DunningStep.reminder(2, 9),
                    DunningStep.reminder(3, 16),
                    DunningStep.formalNotice(4, 30))
            .onPartPayment(PartPayment.RESTARTS)
            .contactOnReturn(Channel.EMAIL)
            .withAttempts(2)
            .onCalendar(DunningPolicy.WEEKDAYS);

    private static final DunningPolicy GROUP = DunningPolicy.of(
                    "group",
                    DunningStep.courtesy(4),
                    DunningStep.reminder(1, 3).atLeast(Money.of("20.00", "EUR")),
                    DunningStep.reminder(2, 12).afterPrevious(5),
                    DunningStep.formalNotice(3, 25),
                    DunningStep.handOver(4, 60, Successor.COLLECTION_AGENCY))
            .grouped(Grouping.PER_ACCOUNT_GROUP)
            .withMinimumInterval(5)
            .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY)
            .onAlert(AlertKind.LIMIT_BREACH, AlertResponse.HOLD)
            .onCalendar(OFFICE);

    /** What a simulation came to. */
    record Result(
            long customerDays,
            int letters,
            int actions,
            long crashes,
            long conflicts,
            long faultsOfSender,
            int daysAtRest,
            String digest) {
        /** Both together; the digest is of no history any more. */
        Result plus(Result other) {
            return new Result(
                    customerDays + other.customerDays,
                    letters + other.letters,
                    actions + other.actions,
                    crashes + other.crashes,
                    conflicts + other.conflicts,
                    faultsOfSender + other.faultsOfSender,
                    daysAtRest + other.daysAtRest,
                    "");
        }
    }

    private final int days;
    private final int customers;
    private final Workers workers;
    private final Sabotage sabotage;
    private final Judge judge;
    private final SplittableRandom random;
    private final Map<String, BusinessCalendar> calendars;
    private final Ladders ladders = new Ladders();
    private final WatchedJournal journal;
    private final Deliveries deliveries;
    private final Provider provider;
    private final Office office;
    private final World world;
    private final Oracle oracle;
    private DunningOptions options;
    private int today;
    private int daysAtRest;

    private Trial(long seed, int customers, int days, Workers workers, Sabotage sabotage) {
        this.judge = new Judge(sabotage.checks());
        this.days = days;
        this.customers = customers;
        this.workers = workers;
        this.sabotage = sabotage;
        this.random = new SplittableRandom(seed);
        this.today = Math.toIntExact(FIRST.toEpochDay());
        this.calendars = calendars(random.split());
        this.options = optionsOfToday();
        Decisions decisions = new Decisions();
        this.journal = new WatchedJournal(ladders, decisions, sabotage);
        Policies policies = Policies.of(sabotaged(COMPANY))
                .forSegment("strict", STRICT)
                .forSegment("patient", PATIENT)
                .forSegment("restarting", RESTARTING)
                .forSegment(World.GROUPED, GROUP);
        Map<String, DunningPolicy> bySegment = new LinkedHashMap<>();
        bySegment.put("ordinary", COMPANY);
        bySegment.put("strict", STRICT);
        bySegment.put("patient", PATIENT);
        bySegment.put("restarting", RESTARTING);
        bySegment.put(World.GROUPED, GROUP);
        this.world = new World(
                random.split(),
                DunningDesk.over(journal, policies),
                ladders,
                customers,
                List.copyOf(bySegment.keySet()),
                sabotage,
                judge);
        this.oracle = new Oracle(world.books(), bySegment, calendars, ladders);
        this.deliveries = new Deliveries(world.books(), oracle, decisions, bySegment, judge);
        this.provider = new Provider(random.split(), sabotage == Sabotage.KEY_OF_EACH_ATTEMPT, this::delivered);
        this.office = new Office(journal, policies, provider, random.split());
    }

    private DunningPolicy sabotaged(DunningPolicy policy) {
        return switch (sabotage) {
            case GRACE_FORGOTTEN -> policy.withGraceDays(0);
            case CURRENCIES_MIXED -> policy.grouped(Grouping.PER_CUSTOMER);
            default -> policy;
        };
    }

    private Map<String, BusinessCalendar> calendars(SplittableRandom chance) {
        Set<LocalDate> holidays = new HashSet<>();
        for (int day = 0; day < days; day++) {
            if (chance.nextInt(25) == 0) {
                holidays.add(FIRST.plusDays(day));
            }
        }
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        calendars.put(OFFICE, BusinessCalendar.without(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), holidays));
        calendars.put(DunningPolicy.WEEKDAYS, BusinessCalendar.weekdays());
        return calendars;
    }

    /**
     * Simulates a company.
     *
     * @throws AssertionError if anything is not as it should be; it names the seed and the day
     */
    static Result run(long seed, int customers, int days, Workers workers, Sabotage sabotage) {
        Trial trial = new Trial(seed, customers, days, workers, sabotage);
        try {
            return trial.run();
        } catch (RuntimeException | Judge.Violation e) {
            throw new AssertionError(
                    "seed " + seed + " with " + customers + " customers failed on day "
                            + LocalDate.ofEpochDay(trial.today) + ": " + e,
                    e);
        }
    }

    private Result run() {
        for (int day = 0; day < days; day++) {
            options = optionsOfToday().alerted(alerts());
            if (random.nextInt(2) == 0) {
                // made before anything of the day is known
                office.keep(office.plan(world.log(), options));
            }
            world.live(today);
            options = options.alerted(alerts());
            work();
            today++;
        }
        replayed();
        return new Result(
                Math.multiplyExact((long) customers, days),
                deliveries.letters(),
                deliveries.actions(),
                office.crashes(),
                office.conflicts(),
                provider.faults(),
                daysAtRest,
                journal.digest());
    }

    private DunningOptions optionsOfToday() {
        DunningOptions options =
                DunningOptions.standard(LocalDate.ofEpochDay(today)).with(workers);
        boolean everyDay = sabotage == Sabotage.HOLIDAYS_IGNORED;
        return options.with(OFFICE, everyDay ? date -> true : calendars.getOrDefault(OFFICE, date -> true));
    }

    private List<Alert> alerts() {
        return world.alerts().stream().filter(alert -> !isForgotten(alert)).toList();
    }

    private boolean isForgotten(Alert alert) {
        AlertResponse response =
                oracle.policy(world.books().account(alert.customerId())).onAlert(alert.kind());
        return (sabotage == Sabotage.ALERTS_TO_HOLD_FORGOTTEN && response == AlertResponse.HOLD)
                || (sabotage == Sabotage.ALERTS_TO_NOTIFY_FORGOTTEN && response == AlertResponse.COURTESY);
    }

    // ---- a day's work

    private void work() {
        CollectionLog log = world.log();
        if (random.nextInt(8) == 0) {
            return;
        }
        DunningPlan morning = office.plan(log, options);
        explained(morning);
        boolean isIdle = office.hasNothingToDo(morning);
        // runners who find nothing to do are seen often enough on some of these days
        if (!isIdle || random.nextInt(4) == 0) {
            office.work(log, options);
            isIdle = random.nextInt(10) < 7 && office.workInPeace(log, options);
        }
        judge.that(
                Check.JOURNAL_AND_SENDER_AGREE,
                ladders.wentOut().containsAll(office.reported()),
                () -> "sent, which the journal does not know: " + without(office.reported(), ladders.wentOut()));
        if (isIdle) {
            daysAtRest++;
            atRest(log);
        }
        calls();
        if (random.nextInt(2) == 0) {
            office.keep(morning);
        }
    }

    private void calls() {
        Set<String> called = new HashSet<>();
        Map<String, OutgoingLetter> tasks = new LinkedHashMap<>(office.tasks());
        office.tasks().clear();
        tasks.forEach((id, task) -> {
            boolean isCalled =
                    random.nextInt(4) > 0 && called.add(task.customer().id());
            if (isCalled && ladders.isUnderWay(id) && isOfToday(task)) {
                world.call(task, today, () -> deliveries.take(task, today));
            }
        });
    }

    private boolean isOfToday(OutgoingLetter task) {
        return task.date().toEpochDay() == today;
    }

    private void delivered(OutgoingLetter letter) {
        deliveries.take(letter, today);
        world.carried(letter, today, () -> deliveries.cameBack(letter));
    }

    // ---- checks

    /** The engine's reasons are those of the oracle. */
    private void explained(DunningPlan plan) {
        List<Account> accounts = new ArrayList<>();
        world.books().accounts().forEach(accounts::add);
        for (int sample = 0; sample < SAMPLED; sample++) {
            Account account = accounts.get(random.nextInt(accounts.size()));
            Map<ItemReference, Rule> expected = oracle.verdicts(account, today).stream()
                    .collect(Collectors.toMap(verdict -> verdict.item().reference(), Verdict::rule));
            Map<ItemReference, Rule> told = plan.whyOfCustomer(account.id).stream()
                    .collect(Collectors.toMap(Explanation::item, Explanation::rule));
            judge.that(Check.EXPLAINED, told.equals(expected), () -> difference(account, expected, told));
        }
    }

    private static String difference(
            Account account, Map<ItemReference, Rule> expected, Map<ItemReference, Rule> told) {
        Set<ItemReference> items = new HashSet<>(expected.keySet());
        items.addAll(told.keySet());
        return items.stream()
                .filter(item -> expected.get(item) != told.get(item))
                .map(item -> item + " of " + account.id + " (" + account.segment + ") is " + expected.get(item)
                        + ", told " + told.get(item))
                .collect(Collectors.joining("; "));
    }

    /** When all work is done and nothing is in doubt. */
    private void atRest(CollectionLog log) {
        for (Account account : world.books().accounts()) {
            for (Verdict verdict : oracle.verdicts(account, today)) {
                judge.that(
                        Check.NONE_MISSING,
                        !verdict.rule().acts() || isWithdrawn(verdict.item().reference()),
                        () -> account.id + " (" + account.segment + ") waits for " + verdict);
            }
        }
        DunningPlan evening = office.plan(log, options);
        judge.that(
                Check.NOTHING_LEFT_TO_PROPOSE,
                evening.actions().stream().allMatch(action -> isWithdrawn(action.item())),
                () -> "still proposed: " + evening.letters());
        explained(evening);
        Set<String> written = ladders.wentOut();
        Set<String> held = deliveries.ids();
        judge.that(
                Check.JOURNAL_AND_SENDER_AGREE,
                written.equals(held),
                () -> "journal " + without(written, held) + ", sender " + without(held, written));
    }

    /** Cases that were brought on from day to day are those that all events together make. */
    private void replayed() {
        Cases kept = journal.cases();
        Cases replayed = journal.replayed();
        for (Account account : world.books().accounts()) {
            judge.that(
                    Check.REPLAYED,
                    kept.customer(account.id).equals(replayed.customer(account.id)),
                    () -> account.id + " is " + kept.customer(account.id) + ", not " + replayed.customer(account.id));
            for (Item item : account.items) {
                CaseState state = kept.state(item.reference());
                judge.that(
                        Check.REPLAYED,
                        state.equals(replayed.state(item.reference())),
                        () -> item + " is " + state + ", not " + replayed.state(item.reference()));
            }
        }
    }

    /** What was withdrawn today is taken up tomorrow. */
    private boolean isWithdrawn(ItemReference item) {
        return ladders.rung(item).withdrawn == today;
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
