package io.receivables.examples;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.dunning.DunningCalendar;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Explanation;
import io.receivables.dunning.Letter;
import io.receivables.dunning.Rule;
import io.receivables.dunning.desk.Call;
import io.receivables.dunning.desk.Dispatch;
import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.desk.DunningJournal;
import io.receivables.dunning.desk.InMemoryJournal;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.SendOutcome;
import io.receivables.dunning.letters.Contact;
import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.LetterFacts;
import io.receivables.dunning.letters.LetterWriter;
import io.receivables.dunning.letters.WrittenLetter;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.ReadyPolicies;
import io.receivables.examples.sample.SampleLedger;
import io.receivables.holidays.HolidayCalendar;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A month of dunning, day by day, over the ledger that ships: what goes out to whom, the letters in words, what comes next,
 * and why something is done about an item or nothing.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.DunningMonth
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.DunningMonth -Dexec.args=target/letters
 * }</pre>
 *
 * With a folder the letters of the month are written there, as HTML and as text. Runs begin three months earlier, untold,
 * so that the month is not the first one. Payments come as the ledger says, whatever the letters ask for: it is a record
 * of the past and does not answer.
 */
public final class DunningMonth {
    private static final YearMonth MONTH = YearMonth.from(SampleLedger.AS_OF);
    private static final LocalDate FIRST_RUN = MONTH.minusMonths(3).atDay(1);
    private static final int DAYS_AHEAD = 14;
    private static final int LETTERS_SHOWN = 2;

    private final PrintStream out;
    private final Ledger ledger = SampleLedger.load().value();
    private final CollectionLog log = CollectionLog.of(ledger, List.of());
    private final Policies policies = policies();
    private final DunningOptions calendars = calendars();
    private final DunningJournal journal = new InMemoryJournal();
    private final DunningDesk desk = DunningDesk.over(journal, policies);
    private final LetterWriter writer = LetterWriter.of(creditor(), this::contact)
            .withReferences(subject -> subject.customerId())
            .withSuccessors(successor -> Contact.of("Recouvrement Laurentides inc.", "800, rue du Palais", "Québec"));
    private final Map<String, WrittenLetter> written = new LinkedHashMap<>();

    private DunningMonth(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        run(args, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(String[] args, PrintStream out) {
        DunningMonth month = new DunningMonth(out);
        month.tell();
        if (args.length > 0) {
            month.write(Path.of(args[0]));
        }
    }

    // ---- whose policy, on which days

    /** By country, for customers in Canada by language, and one of its own for public bodies. */
    private static Policies policies() {
        return Policies.of(ReadyPolicies.canada())
                .forSegment("CA-QC", ReadyPolicies.quebec())
                .forSegment("FR", ReadyPolicies.france())
                .forSegment("public", ReadyPolicies.publicSector())
                .segmentedBy(DunningMonth::segment);
    }

    private static String segment(Customer customer) {
        if (customer.attribute(Customer.SEGMENT).filter("public"::equals).isPresent()) {
            return "public";
        }
        String country = customer.attribute(Customer.COUNTRY).orElse("");
        boolean isFrench =
                customer.attribute(Customer.LANGUAGE).filter("fr"::equals).isPresent();
        return country.equals("CA") && isFrench ? "CA-QC" : country;
    }

    /** The business days that the policies name. */
    private static DunningOptions calendars() {
        BusinessCalendar weekdays = BusinessCalendar.weekdays();
        return DunningOptions.standard(FIRST_RUN)
                .with("CA", weekdays.and(HolidayCalendar.canadaFederal()))
                .with("CA-QC", weekdays.and(HolidayCalendar.quebec()))
                .with("FR", weekdays.and(HolidayCalendar.france()));
    }

    private static Creditor creditor() {
        return Creditor.of("Équipement Boréal inc.", "1200, avenue des Érables", "Québec (Québec) G1R 2L5", "Canada")
                .reachedBy("recevables@boreal.example", "+1 418 555 0142")
                .signedBy("Nadine Tremblay")
                .registered(new Creditor.Line("NEQ", "1170000000"))
                .paidInto(new Creditor.Line("Transit", "00412-815"), new Creditor.Line("Compte", "123 456 7"));
    }

    private Contact contact(String customerId) {
        Customer customer = ledger.customer(customerId).orElseThrow();
        return Contact.of(customer.name(), customer.attribute(Customer.COUNTRY).orElse(""));
    }

    // ---- day by day

    private void tell() {
        out.println("DUNNING, " + MONTH + ": the sample ledger, with the policies "
                + policies.all().stream().map(policy -> policy.id()).collect(Collectors.joining(", ")));
        out.println("Runs since " + FIRST_RUN + "; the month is told day by day.");
        out.println();
        for (LocalDate date = FIRST_RUN; !date.isAfter(MONTH.atEndOfMonth()); date = date.plusDays(1)) {
            day(date, !date.isBefore(MONTH.atDay(1)));
        }
        tellLetters();
        tellCalendar(MONTH.plusMonths(1).atDay(1));
        tellWhy(MONTH.atEndOfMonth());
    }

    private void day(LocalDate date, boolean told) {
        DunningPlan plan = DunningRun.plan(log, journal.cases(), policies, calendars.on(date));
        desk.accept(plan);
        Dispatch dispatch = desk.dispatch(new Post(date), log, calendars.on(date));
        for (OutgoingLetter call : dispatch.calls()) {
            desk.called(call.letterId(), Call.reached("call " + call.letterId(), date));
        }
        if (told && !plan.letters().isEmpty()) {
            out.println(date + "  " + weekday(date));
            plan.letters().forEach(letter -> out.println("    " + line(letter)));
        }
    }

    private static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    }

    private String line(Letter letter) {
        String name = ledger.customer(letter.customerId()).orElseThrow().name();
        String claimed = letter.claimed().values().stream().map(Money::toString).collect(Collectors.joining(" + "));
        String items = letter.actions().stream()
                .map(action -> action.item().documentId())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-30.30s  %-18s %-17s %14s  %s",
                name,
                letter.step().kind().code()
                        + (letter.step().level() == 0 ? "" : " " + letter.step().level()),
                letter.channel().code(),
                claimed,
                items);
    }

    /** Writes what is sent, and keeps it instead of sending it. */
    private final class Post implements LetterSender {
        private final LocalDate date;

        Post(LocalDate date) {
            this.date = date;
        }

        @Override
        public SendOutcome send(OutgoingLetter letter) {
            LetterFacts facts = LetterFacts.of(log, journal.cases(), policies);
            WrittenLetter text =
                    writer.write(journal.cases().letter(letter.letterId()).orElseThrow(), facts);
            if (!date.isBefore(MONTH.atDay(1))) {
                written.put(letter.letterId(), text);
            }
            return SendOutcome.sent("kept " + date);
        }
    }

    // ---- letters

    private void tellLetters() {
        out.println();
        out.println("LETTERS of the month: " + written.size() + ", of which the longest in each language");
        Map<String, List<WrittenLetter>> byLanguage = written.values().stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.language().substring(0, 2), TreeMap::new, Collectors.toList()));
        byLanguage.values().stream()
                .limit(LETTERS_SHOWN)
                .map(letters -> letters.stream()
                        .max(Comparator.comparingInt(
                                        (WrittenLetter letter) -> letter.text().length())
                                .thenComparing(WrittenLetter::letterId))
                        .orElseThrow())
                .forEach(this::tell);
    }

    private void tell(WrittenLetter letter) {
        out.println();
        out.println("  ---- " + letter.channel().code() + " to "
                + letter.recipient().name() + ": " + letter.subject());
        letter.text().lines().forEach(line -> out.println(("  | " + line).stripTrailing()));
    }

    private void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (WrittenLetter letter : written.values()) {
                Files.writeString(folder.resolve(letter.letterId() + ".txt"), letter.text());
                if (!letter.html().isEmpty()) {
                    Files.writeString(folder.resolve(letter.letterId() + ".html"), letter.html());
                }
            }
            out.println();
            out.println(written.size() + " letters in " + folder);
        } catch (IOException e) {
            throw new UncheckedIOException("letters cannot be written to " + folder, e);
        }
    }

    // ---- what comes next, and why

    private void tellCalendar(LocalDate from) {
        out.println();
        out.println("CALENDAR of the " + DAYS_AHEAD + " days from " + from + ", if nobody pays");
        DunningCalendar calendar = DunningCalendar.of(log, journal.cases(), policies, calendars.on(from), DAYS_AHEAD);
        calendar.load().forEach((date, letters) -> {
            Map<String, Long> steps = calendar.on(date).stream()
                    .collect(Collectors.groupingBy(
                            letter -> letter.step().kind().code(), TreeMap::new, Collectors.counting()));
            out.println("    " + date + "  " + letters + " letters: "
                    + steps.entrySet().stream()
                            .map(step -> step.getValue() + " " + step.getKey())
                            .collect(Collectors.joining(", ")));
        });
    }

    /** One item for each rule that decides about any. */
    private void tellWhy(LocalDate date) {
        DunningPlan plan = DunningRun.plan(log, journal.cases(), policies, calendars.on(date));
        Map<Rule, Explanation> examples = new EnumMap<>(Rule.class);
        for (Customer customer : ledger.customers()) {
            for (Explanation why : new ArrayList<>(plan.whyOfCustomer(customer.id()))) {
                examples.putIfAbsent(why.rule(), why);
            }
        }
        out.println();
        out.println("WHY, AND WHY NOT, on " + date + ": one of the items of each rule");
        examples.forEach((rule, why) -> {
            out.println();
            out.println("  " + plan.counts().get(rule) + " of " + rule.id());
            why.lines(Locale.ENGLISH).forEach(line -> out.println("    " + line));
        });
    }
}
