package io.receivables.examples;

import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.discount.DiscountOffer;
import io.receivables.core.discount.DiscountSchedule;
import io.receivables.core.discount.DiscountTier;
import io.receivables.core.interest.InterestCharge;
import io.receivables.core.interest.InterestException;
import io.receivables.core.interest.InterestRegime;
import io.receivables.core.interest.InterestRegimes;
import io.receivables.core.interest.LateInterest;
import io.receivables.core.interest.LateInterestOptions;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.BaseDates;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.LegalCap;
import io.receivables.core.terms.LegalCaps;
import io.receivables.core.terms.PaymentSchedule;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.TermsLanguage;
import io.receivables.core.terms.TermsReading;
import io.receivables.examples.report.Texts;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Explains payment terms: how a text is read and how others read it, when an invoice falls due and why, what paying early
 * saves, and what paying late costs.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.TermsExplained \
 *     -Dexec.args="'2/10 net 30 EOM' 2024-03-04 1200.00 EUR --tax 200.00 --cap FR"
 * }</pre>
 *
 * The dates of delivery and receipt are taken to be that of the invoice. Exit code 0 when the text was understood, 1 when it
 * was not, 2 for wrong usage.
 */
public final class TermsExplained {
    private static final int LATE_DAYS = 30;
    private static final int YEAR = 365;
    private static final String INVOICE = "F-1";
    private static final List<String> OPTIONS = List.of("--tax", "--late", "--regime", "--cap", "--lang");

    /** Whose law is asked where none is named. */
    private static final Map<String, InterestRegime> USUAL_REGIMES = Map.of(
            "CAD", InterestRegimes.canada(),
            "GBP", InterestRegimes.unitedKingdom(),
            "USD", InterestRegimes.unitedStates());

    private final Texts texts;
    private final PrintStream out;
    private final PaymentTerms terms;
    private final Invoice invoice;
    private final BaseDates dates;

    private TermsExplained(Texts texts, PrintStream out, PaymentTerms terms, Invoice invoice, BaseDates dates) {
        this.texts = texts;
        this.out = out;
        this.terms = terms;
        this.invoice = invoice;
        this.dates = dates;
    }

    public static void main(String[] args) {
        int exit = run(
                args,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Explains and gives the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        Deque<String> left = new ArrayDeque<>(List.of(args));
        Map<String, String> options = new HashMap<>();
        List<String> given = new ArrayList<>();
        while (!left.isEmpty()) {
            String arg = left.remove();
            if (OPTIONS.contains(arg) && !left.isEmpty()) {
                options.put(arg, left.remove());
            } else {
                given.add(arg);
            }
        }
        Texts texts = "fr".equals(options.get("--lang")) ? Texts.french() : Texts.english();
        if (given.size() != 4) {
            err.println(usage(texts));
            return 2;
        }
        TermsReading reading = read(given.get(0), texts);
        if (reading.terms().isEmpty()) {
            reading.problems().forEach(problem -> err.println(problem.message(texts.locale())));
            return 1;
        }
        try {
            explain(reading, given, options, texts, out);
            return 0;
        } catch (IllegalArgumentException | DateTimeException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    /** Reads the language of the answer first, and the other one if only that understands. */
    private static TermsReading read(String text, Texts texts) {
        TermsReading reading = TermsLanguage.of(texts.locale()).read(text);
        TermsReading any = TermsLanguage.readAny(text);
        return reading.terms().isEmpty() && any.terms().isPresent() ? any : reading;
    }

    private static String usage(Texts texts) {
        return texts.text(
                "terms.usage",
                InterestRegimes.all().stream()
                        .map(InterestRegime::canonicalName)
                        .collect(Collectors.joining(", ")),
                LegalCaps.all().stream().map(LegalCap::code).distinct().collect(Collectors.joining(", ")));
    }

    private static void explain(
            TermsReading reading, List<String> given, Map<String, String> options, Texts texts, PrintStream out) {
        LocalDate date = LocalDate.parse(given.get(1));
        Money gross = Money.of(given.get(2), given.get(3));
        BaseDates dates = BaseDates.invoicedOn(date).deliveredOn(date).receivedOn(date);
        PaymentTerms terms = reading.orElseThrow();
        PaymentSchedule schedule = terms.schedule(dates, gross, BusinessCalendar.weekdays());
        Invoice invoice = Invoice.of(INVOICE, "C-1", date, gross)
                .withTax(Money.of(options.getOrDefault("--tax", "0"), given.get(3)))
                .payableIn(schedule.instalments());
        TermsLanguage language = TermsLanguage.of(texts.locale());
        out.println(reading.text());
        out.println("  " + texts.text("terms.read", language.print(terms)));
        reading.otherReadings().forEach(other -> out.println("  " + texts.text("terms.other", language.print(other))));
        out.println();
        out.println(texts.text("terms.schedule", gross, texts.date(date)));
        schedule.explain(texts.locale()).forEach(line -> out.println("  " + line));

        TermsExplained explained = new TermsExplained(texts, out, terms, invoice, dates);
        explained.discounts(schedule);
        explained.lateness(Integer.parseInt(options.getOrDefault("--late", String.valueOf(LATE_DAYS))), options);
        if (options.containsKey("--cap")) {
            explained.law(LegalCaps.get(options.get("--cap"), date), schedule);
        }
    }

    private LocalDate lastDueDate() {
        return terms.dueDate(dates.get(terms.base()), BusinessCalendar.weekdays());
    }

    private void discounts(PaymentSchedule schedule) {
        DiscountSchedule discounts =
                DiscountSchedule.of(terms, dates, invoice.net(), invoice.tax(), BusinessCalendar.weekdays());
        LocalDate base = schedule.baseDate();
        int netDays = (int) ChronoUnit.DAYS.between(base, lastDueDate());
        for (DiscountTier tier : discounts.tiers()) {
            out.println();
            out.println(texts.text(
                    "terms.discount",
                    texts.date(tier.until()),
                    discounts.dueOn(tier.until()),
                    tier.discount().total()));
            int days = (int) ChronoUnit.DAYS.between(base, tier.until());
            if (netDays <= days || invoice.gross().isZero()) {
                out.println(texts.text("terms.noGain"));
                continue;
            }
            DiscountOffer offer = new DiscountOffer(percent(tier), days, YEAR);
            out.println(texts.text(
                    "terms.cost",
                    texts.number(netDays - days),
                    texts.percent(offer.simpleCost(netDays).percent()),
                    texts.percent(offer.effectiveCost(netDays).percent())));
        }
    }

    /** The discount in percent of all that is to be paid, whatever it was a percentage of. */
    private BigDecimal percent(DiscountTier tier) {
        return tier.discount()
                .total()
                .amount()
                .movePointRight(2)
                .divide(invoice.gross().amount(), 20, RoundingMode.HALF_EVEN);
    }

    private void lateness(int days, Map<String, String> options) {
        LocalDate paid = lastDueDate().plusDays(days);
        out.println();
        out.println(texts.text("terms.late", days, texts.date(paid)));
        Ledger ledger = Ledger.builder().invoice(invoice).build();
        try {
            InterestCharge charge =
                    LateInterest.of(ledger, LateInterestOptions.standard(paid, regime(options)), INVOICE);
            charge.explain(texts.locale()).forEach(line -> out.println("  " + line));
        } catch (InterestException e) {
            Problem missing = e.problem();
            out.println("  " + missing.message(texts.locale()));
        }
    }

    private InterestRegime regime(Map<String, String> options) {
        String name = options.get("--regime");
        if (name == null) {
            return USUAL_REGIMES.getOrDefault(
                    invoice.gross().currency().getCurrencyCode(), InterestRegimes.europeanUnion());
        }
        return InterestRegimes.named(name)
                .orElseThrow(() -> new IllegalArgumentException("regime \"" + name + "\" is unknown\n" + usage(texts)));
    }

    private void law(LegalCap cap, PaymentSchedule schedule) {
        out.println();
        out.println(texts.text("terms.law"));
        out.println("  " + cap.check(schedule, dates).explanation(texts.locale()));
        out.println("  " + cap.check(terms).explanation(texts.locale()));
    }
}
