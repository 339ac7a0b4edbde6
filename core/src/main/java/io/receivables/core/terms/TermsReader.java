package io.receivables.core.terms;

import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text as a whole: its lines for machines, its words, and the other readings of its words. */
final class TermsReader {
    /** Beyond this a text is no payment term. */
    private static final int LONGEST = 2_000;

    /** A discount as the German national rules for EN 16931 (XRechnung, BT-20) write it. */
    private static final Pattern SKONTO =
            Pattern.compile("#SKONTO#TAGE=([0-9]{1,4})#PROZENT=([0-9]{1,3}(?:\\.[0-9]{1,4})?)"
                    + "(?:#BASISBETRAG=(-?[0-9]{1,15}(?:\\.[0-9]{1,4})?))?#");

    private final String text;
    private final TermsLanguage language;
    private final List<EarlyPaymentDiscount> machineDiscounts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<PaymentTerms> others = new ArrayList<>();

    private TermsReader(String text, TermsLanguage language) {
        this.text = text;
        this.language = language;
    }

    static TermsReading read(String text, TermsLanguage language) {
        return new TermsReader(text, language).read();
    }

    private TermsReading read() {
        if (text.length() > LONGEST) {
            problems.add(Problem.of(TermsProblem.TOO_LONG, "length", text.length(), "most", LONGEST));
            return reading(null, List.of());
        }
        try {
            String words = withoutMachineLines();
            TermsParser parser = new TermsParser(words, language, TermsParser.NORMATIVE);
            TermsParser.Statement statement = parser.statement();
            if (statement.parts().isEmpty() && !all(statement).isEmpty()) {
                problems.add(new TermsFailure(TermsProblem.NO_DUE_RULE, text, "").problem(text));
                return reading(null, all(statement));
            }
            PaymentTerms terms = terms(statement);
            addOtherReadings(words, terms, parser.ambiguities());
            return reading(terms, terms.discounts());
        } catch (TermsFailure e) {
            problems.add(e.problem(text));
            return reading(null, machineDiscounts);
        }
    }

    private TermsReading reading(@Nullable PaymentTerms terms, List<EarlyPaymentDiscount> discounts) {
        return new TermsReading(text, terms, discounts, others, problems);
    }

    private String withoutMachineLines() {
        List<String> words = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.strip().startsWith("#")) {
                machineDiscounts.add(skonto(line.strip()));
            } else {
                words.add(line);
            }
        }
        return String.join("\n", words).strip();
    }

    private EarlyPaymentDiscount skonto(String line) {
        Matcher skonto = SKONTO.matcher(line);
        if (!skonto.matches()) {
            throw new TermsFailure(TermsProblem.NOT_UNDERSTOOD, "", line);
        }
        if (skonto.group(3) != null) {
            problems.add(Problem.of(
                    TermsProblem.DISCOUNT_OF_A_PART, Problem.VALUE, TermsFailure.shown(line), "base", skonto.group(3)));
        }
        return new EarlyPaymentDiscount(
                TermsParser.discountPercent(skonto.group(2)),
                DueRule.of(DueStep.days(TermsParser.count(skonto.group(1), DueStep.LONGEST))),
                DiscountBase.GROSS);
    }

    private List<EarlyPaymentDiscount> all(TermsParser.Statement statement) {
        List<EarlyPaymentDiscount> all = new ArrayList<>(machineDiscounts);
        all.addAll(statement.discounts());
        all.sort(Comparator.comparing(EarlyPaymentDiscount::percent).reversed());
        return all;
    }

    private PaymentTerms terms(TermsParser.Statement statement) {
        List<EarlyPaymentDiscount> discounts = all(statement);
        if (statement.parts().isEmpty()) {
            throw new TermsFailure(TermsProblem.NOT_TERMS, "", text);
        }
        PaymentTerms terms = refusedAs(
                TermsProblem.NOT_THE_WHOLE, () -> new PaymentTerms(statement.parts(), statement.base(), List.of()));
        for (EarlyPaymentDiscount discount : discounts) {
            refusedAs(TermsProblem.DISCOUNT_BEYOND_DUE_DATE, () -> terms.withDiscounts(discount));
        }
        return refusedAs(
                TermsProblem.DISCOUNT_ORDER, () -> new PaymentTerms(statement.parts(), statement.base(), discounts));
    }

    /** What the values themselves refuse is a problem of the text. */
    private PaymentTerms refusedAs(TermsProblem code, Supplier<PaymentTerms> terms) {
        try {
            return terms.get();
        } catch (IllegalArgumentException e) {
            throw new TermsFailure(code, text, "");
        }
    }

    private void addOtherReadings(String words, PaymentTerms taken, int ambiguities) {
        for (int i = 0; i < ambiguities; i++) {
            PaymentTerms other = otherReading(words, i);
            if (other != null && !other.equals(taken) && !others.contains(other)) {
                others.add(other);
                problems.add(Problem.of(
                        TermsProblem.TWO_READINGS,
                        Problem.VALUE,
                        TermsFailure.shown(text),
                        "reading",
                        language.print(taken),
                        "other",
                        language.print(other)));
            }
        }
    }

    private @Nullable PaymentTerms otherReading(String words, int place) {
        try {
            return terms(new TermsParser(words, language, place).statement());
        } catch (TermsFailure e) {
            return null; // what usage allows as such cannot be meant here
        }
    }
}
