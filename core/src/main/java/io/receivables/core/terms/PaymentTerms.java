package io.receivables.core.terms;

import io.receivables.core.Document;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Terms;
import io.receivables.core.internal.Checks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Payment terms: in which parts a document is to be paid, and by which rule each falls due. They know no date; {@link
 * #schedule} resolves them.
 *
 * <pre>{@code
 * PaymentTerms terms = PaymentTerms.parse("2/10 net 30");
 * PaymentTerms fdm = PaymentTerms.due(DueRule.of(DueStep.days(45), DueStep.endOfMonth()));   // 45 jours fin de mois
 * PaymentTerms thirds = PaymentTerms.of(
 *         new PaymentTerms.Part(Share.percent("30"), DueRule.of()),
 *         new PaymentTerms.Part(Share.remainder(), DueRule.of(DueStep.days(60))));
 * terms.schedule(LocalDate.parse("2026-03-02"), Money.of("1200.00", "CAD")).lines().get(0).dueDate();   // 2026-04-01
 * }</pre>
 *
 * @param parts the parts in their order: with exactly one {@link Share.Remainder}, as the last one, or percentages alone that
 *     come to 100
 * @param base the date from which the rules count
 * @param discounts the discounts for paying early, the greatest and earliest first; none as a rule
 */
public record PaymentTerms(List<Part> parts, BaseDate base, List<EarlyPaymentDiscount> discounts) implements Terms {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** A part of the document and when it falls due. */
    public record Part(Share share, DueRule due) {
        @Override
        public String toString() {
            return TermsPrinter.ENGLISH.part(this);
        }
    }

    /**
     * @throws IllegalArgumentException if the parts cannot be the whole of every amount, or a discount for paying later is not
     *     less than the one before
     */
    public PaymentTerms {
        parts = List.copyOf(parts);
        Objects.requireNonNull(base, "base");
        discounts = List.copyOf(discounts);
        check(parts);
        checkTiers(discounts);
        for (EarlyPaymentDiscount discount : discounts) {
            List<Part> all = parts;
            Checks.that(
                    onSomeDay(day -> !lastDay(discount, day).isAfter(dueDate(all, day, BusinessCalendar.weekdays()))),
                    () -> discount + " would last beyond the due date: give it an earlier day");
        }
    }

    private static void checkTiers(List<EarlyPaymentDiscount> discounts) {
        for (int i = 1; i < discounts.size(); i++) {
            EarlyPaymentDiscount earlier = discounts.get(i - 1);
            EarlyPaymentDiscount later = discounts.get(i);
            Checks.that(
                    later.percent().compareTo(earlier.percent()) < 0
                            && onSomeDay(day -> lastDay(earlier, day).isBefore(lastDay(later, day))),
                    () -> later + " comes after " + earlier + ": give the greatest first, each for a later day");
        }
    }

    private static LocalDate lastDay(EarlyPaymentDiscount discount, LocalDate day) {
        return discount.until().from(day, BusinessCalendar.weekdays());
    }

    /** Whether it holds for base dates at some place in a month: rules can differ by that. */
    private static boolean onSomeDay(Predicate<LocalDate> condition) {
        return IntStream.rangeClosed(1, 31)
                .mapToObj(day -> LocalDate.of(2024, 1, day))
                .anyMatch(condition);
    }

    private static void check(List<Part> parts) {
        Checks.that(!parts.isEmpty(), () -> "payment terms have no instalment: give one or more");
        BigDecimal percents = BigDecimal.ZERO;
        boolean onlyPercents = true;
        for (int i = 0; i < parts.size(); i++) {
            Share share = parts.get(i).share();
            if (share instanceof Share.Percent percent) {
                percents = percents.add(percent.percent());
            } else {
                onlyPercents = false;
            }
            int number = i + 1;
            Checks.that(
                    !(share instanceof Share.Remainder) || number == parts.size(),
                    () -> "instalment " + number + " is the rest and not the last one: put it last");
        }
        BigDecimal sum = percents;
        Checks.that(sum.compareTo(ALL) <= 0, () -> "percentages come to " + sum + ", more than 100");
        boolean whole = onlyPercents
                ? sum.compareTo(ALL) == 0
                : parts.get(parts.size() - 1).share() instanceof Share.Remainder;
        Checks.that(
                whole,
                () -> "instalments " + parts
                        + " are not the whole: let the last one be the rest, or percentages come to" + " 100");
    }

    /**
     * Reads terms as people write them, in English or French: {@code "2/10 net 30"}, {@code "30 jours fin de mois"}. Where
     * usage knows two readings this takes the library's; {@link TermsLanguage#read} names the other.
     *
     * @throws IllegalArgumentException if the text is not understood; it says how far it is
     */
    public static PaymentTerms parse(String text) {
        TermsReading english = TermsLanguage.ENGLISH.read(text);
        return english.terms().or(() -> TermsLanguage.FRENCH.read(text).terms()).orElseGet(english::orElseThrow);
    }

    /** Terms counted from the invoice date. */
    public static PaymentTerms of(Part... parts) {
        return of(List.of(parts));
    }

    /** Terms counted from the invoice date. */
    public static PaymentTerms of(List<Part> parts) {
        return new PaymentTerms(parts, BaseDate.INVOICE, List.of());
    }

    /** All due by one rule. */
    public static PaymentTerms due(DueRule rule) {
        return of(new Part(Share.remainder(), rule));
    }

    /** All due so many days after the invoice date. */
    public static PaymentTerms net(int days) {
        return due(DueRule.of(DueStep.days(days)));
    }

    /** All due on the invoice date. */
    public static PaymentTerms immediate() {
        return due(DueRule.of());
    }

    /** These terms counted from another date. */
    public PaymentTerms from(BaseDate other) {
        return new PaymentTerms(parts, other, discounts);
    }

    /** These terms with discounts for paying early, the greatest and earliest first. */
    public PaymentTerms withDiscounts(EarlyPaymentDiscount... tiers) {
        return new PaymentTerms(parts, base, List.of(tiers));
    }

    /** Whether all falls due on one day. */
    public boolean isSingle() {
        return parts.size() == 1;
    }

    /**
     * The last due date, without making a schedule.
     *
     * @param baseDate the date of the kind {@link #base()}
     */
    public LocalDate dueDate(LocalDate baseDate, BusinessCalendar calendar) {
        return dueDate(parts, baseDate, calendar);
    }

    private static LocalDate dueDate(List<Part> parts, LocalDate baseDate, BusinessCalendar calendar) {
        LocalDate latest = LocalDate.MIN;
        LocalDate previous = baseDate;
        for (int i = 0; i < parts.size(); i++) {
            previous = due(parts.get(i), baseDate, previous, calendar);
            latest = previous.isAfter(latest) ? previous : latest;
        }
        return latest;
    }

    private static LocalDate due(Part part, LocalDate baseDate, LocalDate previous, BusinessCalendar calendar) {
        return part.due().from(start(part, baseDate, previous), calendar);
    }

    private static LocalDate start(Part part, LocalDate baseDate, LocalDate previous) {
        return part.due().start() == DueRule.Start.PREVIOUS_DUE ? previous : baseDate;
    }

    /**
     * The instalments of a document, counted from its own dates, with Saturdays and Sundays off. For other business days or
     * dates use {@link #schedule(BaseDates, Money, BusinessCalendar)} and {@link Document#payableIn}.
     */
    @Override
    public List<Instalment> instalmentsOf(Document document) {
        return schedule(BaseDates.of(document), document.gross(), BusinessCalendar.weekdays())
                .instalments();
    }

    /** The schedule of a document of which nothing is known but its date, with Saturdays and Sundays off. */
    public PaymentSchedule schedule(LocalDate invoiceDate, Money amount) {
        return schedule(BaseDates.invoicedOn(invoiceDate), amount, BusinessCalendar.weekdays());
    }

    /**
     * The dated parts of an amount; they add up to it. Each is rounded half-up to the minor unit, to no more than is left, and
     * the last one is what the others leave.
     *
     * @param amount the document's amount; below zero for a credit note
     * @param calendar which days are business days, for terms that ask for one
     * @throws IllegalArgumentException if the base date of these terms is not given, or fixed sums come to more than the
     *     amount
     */
    public PaymentSchedule schedule(BaseDates dates, Money amount, BusinessCalendar calendar) {
        LocalDate baseDate = dates.get(base);
        List<PaymentSchedule.Line> lines = new ArrayList<>();
        LocalDate previous = baseDate;
        Money left = amount;
        for (int number = 1; number <= parts.size(); number++) {
            Part part = parts.get(number - 1);
            Money share = number == parts.size() ? left : part.share().of(amount, left);
            LocalDate from = start(part, baseDate, previous);
            LocalDate due = part.due().from(from, calendar);
            lines.add(new PaymentSchedule.Line(number, due, share, part.share(), part.due(), from));
            left = left.minus(share);
            previous = due;
            checkSign(number, share, amount);
        }
        return new PaymentSchedule(baseDate, base, amount, lines, calendar);
    }

    private static void checkSign(int number, Money share, Money amount) {
        Checks.that(
                share.isZero() || share.signum() == amount.signum(),
                () -> "instalment " + number + " of " + amount + " would be " + share
                        + ": the fixed sums before it come to more");
    }

    /** The terms in English, as {@link #parse} reads them. */
    @Override
    public String toString() {
        return TermsLanguage.ENGLISH.print(this);
    }
}
