package io.receivables.core.terms;

import io.receivables.core.terms.PaymentTerms.Part;
import io.receivables.core.terms.TermsToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads words of payment terms by recursive descent:
 *
 * <pre>
 * text     = clause { [separator] clause }
 * clause   = discount rule | share rule | rule | base | "no discount"
 * discount = percent "/" days | percent "discount" | "discount" percent
 * share    = percent ["of the rest"] | "rest" | "sum of" number
 * rule     = step { "then" step } ["after the previous instalment"]
 * step     = count [end of month] | end of month [count] | day of a month | "next" days | business day | "on receipt" …
 * </pre>
 *
 * A percentage that says nothing else is a share where percentages come to 100, and a discount beside a rule without share.
 * Where usage differs the parser takes one reading and counts the place; run again with the number of a place it takes the
 * other one there.
 */
final class TermsParser {
    /** No place is read in the other way. */
    static final int NORMATIVE = -1;

    private static final int NONE = -1;

    /** Invoices of later days count as of the next month where "prox" is said to have a cut-off. */
    private static final int USUAL_CUTOFF = 25;

    /** The least first number of two that are instalments and no discount: "30/60 days". */
    private static final int LEAST_OF_TWO = 15;

    private static final int LONGEST_NUMBER = 20;
    private static final int MOST_INSTALMENTS = 120;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Set<TermsWord> ENDS_OF_NET =
            EnumSet.of(TermsWord.FROM_INVOICE, TermsWord.FROM_DELIVERY, TermsWord.FROM_RECEIPT, TermsWord.END_OF_MONTH);

    private final String text;
    private final boolean french;
    private final int flipped;
    private final List<TermsToken> tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private @Nullable BaseDate base;
    private int position;
    private int ambiguities;

    /** The days of the last count with an end of month behind it. */
    private int daysAndEndOfMonth = NONE;

    /** The days of "net 30 EOM". */
    private int netAndEndOfMonth = NONE;

    /** What a clause gives a rule for. */
    private enum Role {
        /** All of it. */
        WHOLE,
        /** A share that no percentage says. */
        SHARE,
        /** A percentage: a share or a discount. */
        PERCENT,
        DISCOUNT
    }

    /**
     * A rule and what it is for.
     *
     * @param percent the percentage; zero where there is none
     * @param share the share of {@link Role#WHOLE} and {@link Role#SHARE}
     * @param onNet whether a discount is one of the net amount
     * @param start where it starts in the text
     */
    private record Clause(Role role, BigDecimal percent, Share share, boolean onNet, DueRule rule, int start) {
        Part part() {
            return new Part(role == Role.PERCENT ? new Share.Percent(percent) : share, rule);
        }

        EarlyPaymentDiscount discount() {
            return new EarlyPaymentDiscount(percent, rule, onNet ? DiscountBase.NET : DiscountBase.GROSS);
        }
    }

    /**
     * What a text says.
     *
     * @param parts the parts; none where it says nothing but discounts
     */
    record Statement(List<Part> parts, List<EarlyPaymentDiscount> discounts, BaseDate base) {}

    TermsParser(String text, TermsLanguage language, int flipped) {
        this.text = text;
        this.french = language == TermsLanguage.FRENCH;
        this.flipped = flipped;
        this.tokens = TermsLexer.tokens(text, language);
    }

    /** How many places were met that usage reads in two ways. */
    int ambiguities() {
        return ambiguities;
    }

    /**
     * @throws TermsFailure if there is anything that is not understood
     */
    Statement statement() {
        skip(Kind.SEPARATOR);
        while (!peek().is(Kind.END)) {
            clause();
            while (skip(Kind.SEPARATOR) || skip(TermsWord.AND)) {
                // separators say nothing
            }
        }
        return resolved();
    }

    // ---- clauses

    private void clause() {
        skipLead();
        int start = peek().start();
        if (peek().is(Kind.NUMBER) && peek(1).is(Kind.PERCENT)) {
            percentClause(start);
        } else if (peek().is(Kind.NUMBER) && peek(1).is(Kind.SLASH)) {
            slashClause(start);
        } else if (skip(TermsWord.DISCOUNT)) {
            String percent = number();
            expect(Kind.PERCENT);
            discountClause(percent, start);
        } else if (skip(TermsWord.REST)) {
            add(Role.SHARE, BigDecimal.ZERO, Share.remainder(), rule(false), start);
        } else if (skip(TermsWord.SUM)) {
            add(Role.SHARE, BigDecimal.ZERO, fixed(number()), rule(false), start);
        } else if (!skip(TermsWord.NO_DISCOUNT) && !skipBase()) {
            daysAndEndOfMonth = NONE;
            add(Role.WHOLE, BigDecimal.ZERO, Share.remainder(), rule(false), start);
            netAndEndOfMonth = daysAndEndOfMonth;
        }
    }

    private void add(Role role, BigDecimal percent, Share share, DueRule rule, int start) {
        clauses.add(new Clause(role, percent, share, false, rule, start));
    }

    /** "30% 15 days", "50% of the rest 30 days", "2% 10", "2% discount within 10 days" */
    private void percentClause(int start) {
        String percent = number();
        expect(Kind.PERCENT);
        if (skip(TermsWord.DISCOUNT)) {
            discountClause(percent, start);
        } else if (skip(TermsWord.OF_REST)) {
            add(Role.SHARE, BigDecimal.ZERO, new Share.PercentOfRemaining(sharePercent(percent)), rule(true), start);
        } else {
            add(Role.PERCENT, sharePercent(percent), Share.remainder(), rule(true), start);
        }
    }

    private void discountClause(String percent, int start) {
        boolean onNet = skip(TermsWord.OF_NET);
        DueRule rule = rule(true);
        onNet |= skip(TermsWord.OF_NET);
        clauses.add(new Clause(Role.DISCOUNT, discountPercent(percent), Share.remainder(), onNet, rule, start));
    }

    /** "2/10", "2/10 EOM", "2/10 prox", "30/60/90 days" */
    private void slashClause(int start) {
        List<String> numbers = new ArrayList<>();
        numbers.add(number());
        while (skip(Kind.SLASH)) {
            numbers.add(number());
        }
        boolean unit = skip(TermsWord.DAYS);
        boolean instalments = numbers.size() > 2 || (unit && new BigDecimal(numbers.get(0)).intValue() >= LEAST_OF_TWO);
        if (instalments) {
            equalParts(numbers, start);
            return;
        }
        DueRule rule;
        if (skip(TermsWord.PROXIMO)) {
            rule = DueRule.of(DueStep.dayOfMonth(day(numbers.get(1)), 1));
        } else {
            List<DueStep> steps = new ArrayList<>(List.of(DueStep.days(count(numbers.get(1), DueStep.LONGEST))));
            if (skip(TermsWord.END_OF_MONTH)) {
                steps.add(0, DueStep.endOfMonth());
            }
            rule = new DueRule(steps, DueRule.Start.BASE_DATE);
        }
        add(Role.DISCOUNT, discountPercent(numbers.get(0)), Share.remainder(), rule, start);
    }

    private void equalParts(List<String> days, int start) {
        if (days.size() > MOST_INSTALMENTS) {
            throw stopped(TermsProblem.NOT_UNDERSTOOD);
        }
        int tail = position;
        for (int i = 0; i < days.size(); i++) {
            position = tail;
            List<DueStep> steps = tail(DueStep.days(count(days.get(i), DueStep.LONGEST)));
            int left = days.size() - i;
            add(Role.SHARE, BigDecimal.ZERO, Share.equalPart(left), new DueRule(steps, DueRule.Start.BASE_DATE), start);
        }
    }

    // ---- rules

    private DueRule rule(boolean withoutUnit) {
        List<DueStep> steps = new ArrayList<>(step(withoutUnit));
        while (nextIsThen()) {
            skip(Kind.SEPARATOR);
            skip(TermsWord.THEN);
            steps.addAll(step(false));
        }
        boolean previous = skip(TermsWord.AFTER_PREVIOUS);
        skipBase();
        return new DueRule(steps, previous ? DueRule.Start.PREVIOUS_DUE : DueRule.Start.BASE_DATE);
    }

    private boolean nextIsThen() {
        return peek().is(TermsWord.THEN) || (peek().is(Kind.SEPARATOR) && peek(1).is(TermsWord.THEN));
    }

    private List<DueStep> step(boolean withoutUnit) {
        skipLead();
        boolean net = skip(TermsWord.NET);
        if (net) {
            skip(Kind.SLASH);
            skipLead();
        }
        TermsToken token = peek();
        if (token.is(Kind.NUMBER)) {
            return isDayOfMonth(peek(1)) ? dayOfMonth() : counted(net || withoutUnit);
        }
        if (!token.is(Kind.WORD)) {
            throw stopped(TermsProblem.NOT_UNDERSTOOD);
        }
        position++;
        return switch (Objects.requireNonNull(token.word())) {
            case END_OF_MONTH -> endOfMonth();
            case END_OF_NEXT_MONTH -> List.of(DueStep.dayOfMonth(31, 1));
            case THE -> dayOfMonth();
            case NEXT -> List.of(DueStep.nextDayOfMonth(days()));
            case IF_AFTER -> List.of(cutoff());
            case FOLLOWING -> List.of(DueStep.businessDay(BusinessDayRule.FOLLOWING));
            case MODIFIED_FOLLOWING -> List.of(DueStep.businessDay(BusinessDayRule.MODIFIED_FOLLOWING));
            case PRECEDING -> List.of(DueStep.businessDay(BusinessDayRule.PRECEDING));
            case AT_ONCE -> List.of();
            case ON_RECEIPT -> onTheDayOf(BaseDate.RECEIPT);
            case ON_DELIVERY -> onTheDayOf(BaseDate.DELIVERY);
            default -> {
                position--;
                throw stopped(TermsProblem.NOT_UNDERSTOOD);
            }
        };
    }

    private static boolean isDayOfMonth(TermsToken afterNumber) {
        return afterNumber.is(TermsWord.ORDINAL)
                || afterNumber.is(TermsWord.PROXIMO)
                || afterNumber.is(TermsWord.OF_NEXT_MONTH)
                || afterNumber.is(TermsWord.OF_THE_MONTH);
    }

    private List<DueStep> onTheDayOf(BaseDate other) {
        if (isOtherReading()) {
            base(other);
        }
        return List.of();
    }

    /** "30 days", "30 days EOM", "30 days after end of month", "30 jours fin de mois le 10" */
    private List<DueStep> counted(boolean withoutUnit) {
        String number = number();
        DueStep step;
        if (skip(TermsWord.WEEKS)) {
            step = DueStep.weeks(count(number, DueStep.LONGEST / 7));
        } else if (skip(TermsWord.MONTHS)) {
            step = DueStep.months(count(number, DueStep.LONGEST / 30));
        } else {
            boolean unit = skip(TermsWord.DAYS) || withoutUnit || isNetAtTheEnd();
            if (!unit && !peek().is(TermsWord.END_OF_MONTH) && !peek().is(TermsWord.AFTER_END_OF_MONTH)) {
                throw stopped(TermsProblem.NOT_UNDERSTOOD);
            }
            step = DueStep.days(count(number, DueStep.LONGEST));
        }
        if (isNetAtTheEnd()) {
            position++;
        }
        return tail(step);
    }

    /** The "net" of "30 days net", not the one of "2% 10 net 30". */
    private boolean isNetAtTheEnd() {
        TermsToken next = peek(1);
        return peek().is(TermsWord.NET)
                && (next.is(Kind.END)
                        || next.is(Kind.SEPARATOR)
                        || (next.word() != null && ENDS_OF_NET.contains(next.word())));
    }

    /** What may follow a count, and how it changes the steps. */
    private List<DueStep> tail(DueStep count) {
        skipBase();
        if (skip(TermsWord.ON_RECEIPT)) {
            base(BaseDate.RECEIPT);
        }
        if (skip(TermsWord.AFTER_END_OF_MONTH)) {
            return List.of(DueStep.endOfMonth(), count);
        }
        if (skip(TermsWord.END_OF_MONTH)) {
            skipBase();
            daysAndEndOfMonth = count instanceof DueStep.AddDays add ? add.days() : NONE;
            return french ? countThenEndOfMonth(count) : endOfMonthThenCount(count);
        }
        if (peek().is(TermsWord.THE) && peek(1).is(Kind.NUMBER)) {
            position++;
            int day = dayAndOrdinal();
            if (skip(TermsWord.OF_NEXT_MONTH)) {
                return List.of(count, DueStep.dayOfMonth(day, 1));
            }
            return isOtherReading()
                    ? List.of(count, DueStep.endOfMonth(), DueStep.dayOfMonth(day, 1))
                    : List.of(count, DueStep.nextDayOfMonth(List.of(day)));
        }
        return List.of(count);
    }

    private List<DueStep> endOfMonthThenCount(DueStep count) {
        return isOtherReading() ? List.of(count, DueStep.endOfMonth()) : List.of(DueStep.endOfMonth(), count);
    }

    private List<DueStep> countThenEndOfMonth(DueStep count) {
        int behindComma = peek().is(Kind.SEPARATOR) ? 1 : 0;
        if (peek(behindComma).is(TermsWord.THE) && peek(behindComma + 1).is(Kind.NUMBER)) {
            position += behindComma + 1;
            int day = dayAndOrdinal();
            skip(TermsWord.OF_NEXT_MONTH);
            return isOtherReading()
                    ? List.of(DueStep.endOfMonth(), count, DueStep.nextDayOfMonth(List.of(day)))
                    : List.of(count, DueStep.endOfMonth(), DueStep.dayOfMonth(day, 1));
        }
        return isOtherReading() ? List.of(DueStep.endOfMonth(), count) : List.of(count, DueStep.endOfMonth());
    }

    /** "EOM", "EOM + 30 days", "EOM 10", "fin de mois le 10": the word order says what comes first. */
    private List<DueStep> endOfMonth() {
        boolean plus = skip(Kind.PLUS) || skip(TermsWord.PLUS);
        if (peek().is(Kind.NUMBER) && (plus || isCount(peek(1)))) {
            String number = number();
            if (skip(TermsWord.WEEKS)) {
                return List.of(DueStep.endOfMonth(), DueStep.weeks(count(number, DueStep.LONGEST / 7)));
            }
            if (skip(TermsWord.MONTHS)) {
                return List.of(DueStep.endOfMonth(), DueStep.months(count(number, DueStep.LONGEST / 30)));
            }
            skip(TermsWord.DAYS);
            return List.of(DueStep.endOfMonth(), DueStep.days(count(number, DueStep.LONGEST)));
        }
        if (plus) {
            throw stopped(TermsProblem.NOT_UNDERSTOOD);
        }
        if (peek().is(TermsWord.THE) && peek(1).is(Kind.NUMBER)) {
            position++;
            int day = dayAndOrdinal();
            skip(TermsWord.OF_NEXT_MONTH);
            return List.of(DueStep.endOfMonth(), DueStep.dayOfMonth(day, 1));
        }
        return List.of(DueStep.endOfMonth());
    }

    private static boolean isCount(TermsToken afterNumber) {
        return !afterNumber.is(Kind.PERCENT) && !afterNumber.is(Kind.SLASH);
    }

    /** "10th prox", "10th of the next month", "15 MFI", "le 10 du mois, 3 mois plus loin", "le 10" */
    private List<DueStep> dayOfMonth() {
        int day = dayAndOrdinal();
        if (skip(TermsWord.PROXIMO)) {
            DueStep due = DueStep.dayOfMonth(day, 1);
            return isOtherReading() ? List.of(DueStep.cutoffDay(USUAL_CUTOFF, 1), due) : List.of(due);
        }
        if (skip(TermsWord.OF_NEXT_MONTH)) {
            return List.of(DueStep.dayOfMonth(day, 1));
        }
        if (skip(TermsWord.OF_THE_MONTH)) {
            int behindComma = peek().is(Kind.SEPARATOR) ? 1 : 0;
            if (peek(behindComma).is(Kind.NUMBER) && peek(behindComma + 1).is(TermsWord.AHEAD)) {
                position += behindComma;
                String months = number();
                skip(TermsWord.AHEAD);
                return List.of(DueStep.dayOfMonth(day, count(months, DueStep.LONGEST / 30)));
            }
            return List.of(DueStep.dayOfMonth(day, 0));
        }
        return List.of(isOtherReading() ? DueStep.dayOfMonth(day, 1) : DueStep.nextDayOfMonth(List.of(day)));
    }

    private List<Integer> days() {
        List<Integer> days = new ArrayList<>(List.of(dayAndOrdinal()));
        while (skip(TermsWord.OR)) {
            days.add(dayAndOrdinal());
        }
        return days;
    }

    private DueStep cutoff() {
        int day = dayAndOrdinal();
        skip(Kind.SEPARATOR);
        String months = number();
        expect(TermsWord.LATER);
        return DueStep.cutoffDay(day, count(months, DueStep.LONGEST / 30));
    }

    private int dayAndOrdinal() {
        int day = day(number());
        skip(TermsWord.ORDINAL);
        return day;
    }

    private boolean skipBase() {
        BaseDate stated = peek().word() == null
                ? null
                : switch (peek().word()) {
                    case FROM_INVOICE -> BaseDate.INVOICE;
                    case FROM_DELIVERY -> BaseDate.DELIVERY;
                    case FROM_END_OF_DELIVERY_MONTH -> BaseDate.END_OF_DELIVERY_MONTH;
                    case FROM_RECEIPT -> BaseDate.RECEIPT;
                    default -> null;
                };
        if (stated == null) {
            return false;
        }
        base(stated);
        position++;
        return true;
    }

    private void base(BaseDate stated) {
        if (base != null && base != stated) {
            throw stopped(TermsProblem.CONTRADICTION);
        }
        base = stated;
    }

    // ---- what the clauses say together

    private Statement resolved() {
        List<Clause> whole = of(Role.WHOLE);
        List<Clause> shares = clauses.stream()
                .filter(clause -> clause.role() == Role.SHARE || clause.role() == Role.PERCENT)
                .toList();
        List<EarlyPaymentDiscount> discounts =
                new ArrayList<>(of(Role.DISCOUNT).stream().map(Clause::discount).toList());
        if (whole.size() > 1) {
            throw contradiction(whole.get(1));
        }
        if (whole.isEmpty()) {
            return statement(shares, discounts);
        }
        for (Clause clause : shares) {
            if (clause.role() == Role.SHARE || clause.percent().compareTo(ALL) >= 0) {
                throw contradiction(clauses.get(1));
            }
            discounts.add(clause.discount());
        }
        return statement(whole, netAndEndOfMonth == NONE ? discounts : besideEndOfMonth(discounts));
    }

    /** The end of the month of "2/10 net 30 EOM" is for the net days; others count both from it. */
    private List<EarlyPaymentDiscount> besideEndOfMonth(List<EarlyPaymentDiscount> discounts) {
        if (discounts.stream().anyMatch(discount -> isDays(discount.until()) && days(discount) > netAndEndOfMonth)) {
            // "2/40 net 30 EOM" is a mistake, though 40 days are in time on some days of a month
            throw new TermsFailure(TermsProblem.DISCOUNT_BEYOND_DUE_DATE, text, "");
        }
        if (discounts.stream().noneMatch(discount -> isDays(discount.until())) || !isOtherReading()) {
            return discounts;
        }
        return discounts.stream()
                .map(discount -> isDays(discount.until()) ? fromEndOfMonth(discount) : discount)
                .toList();
    }

    private static EarlyPaymentDiscount fromEndOfMonth(EarlyPaymentDiscount discount) {
        DueRule until = DueRule.of(DueStep.endOfMonth(), DueStep.days(days(discount)));
        return new EarlyPaymentDiscount(discount.percent(), until, discount.base());
    }

    private static int days(EarlyPaymentDiscount discount) {
        return ((DueStep.AddDays) discount.until().steps().get(0)).days();
    }

    private static boolean isDays(DueRule rule) {
        return rule.steps().size() == 1 && rule.steps().get(0) instanceof DueStep.AddDays;
    }

    private Statement statement(List<Clause> parts, List<EarlyPaymentDiscount> discounts) {
        BaseDate counted = base == null ? BaseDate.INVOICE : base;
        return new Statement(parts.stream().map(Clause::part).toList(), discounts, counted);
    }

    private List<Clause> of(Role role) {
        return clauses.stream().filter(clause -> clause.role() == role).toList();
    }

    private TermsFailure contradiction(Clause second) {
        return new TermsFailure(
                TermsProblem.CONTRADICTION, text.substring(0, second.start()), text.substring(second.start()));
    }

    /** Counts a place that usage reads in two ways, and says whether it is to be read in the other one. */
    private boolean isOtherReading() {
        return ambiguities++ == flipped;
    }

    // ---- tokens

    private TermsToken peek() {
        return peek(0);
    }

    private TermsToken peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    private boolean skip(Kind kind) {
        boolean met = peek().is(kind);
        position += met ? 1 : 0;
        return met;
    }

    private boolean skip(TermsWord word) {
        boolean met = peek().is(word);
        position += met ? 1 : 0;
        return met;
    }

    private void skipLead() {
        while (skip(TermsWord.LEAD)) {
            // "payment terms: payable within"
        }
    }

    private void expect(Kind kind) {
        if (!skip(kind)) {
            throw stopped(TermsProblem.NOT_UNDERSTOOD);
        }
    }

    private void expect(TermsWord word) {
        if (!skip(word)) {
            throw stopped(TermsProblem.NOT_UNDERSTOOD);
        }
    }

    private String number() {
        TermsToken token = peek();
        expect(Kind.NUMBER);
        return token.digits();
    }

    private TermsFailure stopped(TermsProblem code) {
        String understood = text.substring(0, peek().start());
        String rest = text.substring(peek().start());
        if (code != TermsProblem.NOT_UNDERSTOOD) {
            return new TermsFailure(code, understood, rest);
        }
        TermsProblem where = understood.isBlank()
                ? TermsProblem.NOT_TERMS
                : rest.isBlank() ? TermsProblem.INCOMPLETE : TermsProblem.NOT_UNDERSTOOD;
        return new TermsFailure(where, understood, rest);
    }

    // ---- numbers

    /** A whole number of days, weeks or months. */
    static int count(String digits, int most) {
        return whole(digits, 0, most, TermsProblem.NOT_A_COUNT);
    }

    private static int day(String digits) {
        return whole(digits, 1, 31, TermsProblem.NOT_A_DAY);
    }

    private static int whole(String digits, int least, int most, TermsProblem code) {
        boolean whole = digits.indexOf('.') < 0 && digits.length() <= 9;
        int number = whole ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            throw TermsFailure.ofNumber(code, digits);
        }
        return number;
    }

    /** A percentage above 0 and below 100. */
    static BigDecimal discountPercent(String digits) {
        BigDecimal percent = sharePercent(digits);
        if (percent.compareTo(ALL) == 0) {
            throw TermsFailure.ofNumber(TermsProblem.NOT_A_PERCENT, digits);
        }
        return percent;
    }

    /** A percentage above 0 and up to 100. */
    private static BigDecimal sharePercent(String digits) {
        BigDecimal percent = digits.length() > LONGEST_NUMBER + 4 ? BigDecimal.ZERO : new BigDecimal(digits);
        if (percent.signum() <= 0 || percent.compareTo(ALL) > 0 || percent.scale() > LONGEST_NUMBER) {
            throw TermsFailure.ofNumber(TermsProblem.NOT_A_PERCENT, digits);
        }
        return percent;
    }

    private static Share fixed(String digits) {
        BigDecimal sum = new BigDecimal(digits);
        if (sum.signum() <= 0) {
            throw TermsFailure.ofNumber(TermsProblem.NOT_A_COUNT, digits);
        }
        return new Share.Fixed(sum);
    }
}
