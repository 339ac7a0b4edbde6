package io.receivables.einvoice;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads business terms as what they are: texts, dates, amounts. What cannot be read is reported, and something stands in
 * for it: an invoice with an error is not taken over.
 */
final class TermReader {
    /** As XML Schema writes a date: a zone may follow, which says nothing about a day of business. */
    private static final Pattern UBL_DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:Z|[+-]\\d{2}:\\d{2})?");

    /** Format 102 of UNTDID 2379. */
    private static final Pattern CII_DATE = Pattern.compile("\\d{8}");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})");

    /** In minor units: beyond it the sums of an invoice could not be counted. */
    private static final long LARGEST = 100_000_000_000_000_000L;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Syntax syntax;
    private final Element root;
    private final Findings findings;

    TermReader(ParsedInvoice parsed, Findings findings) {
        this.syntax = parsed.syntax();
        this.root = parsed.root();
        this.findings = findings;
    }

    List<Element> all(Term term) {
        return term.in(root, syntax);
    }

    List<Element> all(Element group, Term term) {
        return term.in(group, syntax);
    }

    /** A text that says who or what, the first one that there is; empty if there is none. */
    String text(Element group, Term term) {
        return term.in(group, syntax).stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The different texts, in the order of the document. */
    List<String> texts(Term term) {
        return all(term).stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** The text that an invoice has once; empty if there is none. Several different ones are none, with a warning. */
    String onlyText(Term term) {
        return onlyOne(term, texts(term)).orElse("");
    }

    /** The day that an invoice has once; several different ones are none, with a warning. */
    Optional<LocalDate> onlyDate(Term term) {
        return onlyOne(term, dates(term));
    }

    List<LocalDate> dates(Term term) {
        return given(all(term)).stream()
                .map(element -> date(term, element))
                .distinct()
                .toList();
    }

    <T> Optional<T> onlyOne(Term term, List<T> values) {
        if (values.size() > 1) {
            report(EInvoiceProblem.SEVERAL_VALUES, term, Problem.VALUE, Shown.of(values.toString()));
        }
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The element of a term that every invoice has once, reported if it is missing or contradicts itself. */
    Optional<Element> mandatory(Term term) {
        List<Element> given = given(all(term));
        if (given.isEmpty()) {
            report(EInvoiceProblem.MISSING, term);
        } else if (given.stream().map(Element::text).distinct().count() > 1) {
            contradictory(term, given);
        }
        return given.stream().findFirst();
    }

    LocalDate mandatoryDate(Term term) {
        return mandatory(term).map(element -> date(term, element)).orElse(FIRST_DAY);
    }

    private void contradictory(Term term, List<Element> given) {
        String first = given.get(0).text();
        given.stream()
                .filter(element -> !element.text().equals(first))
                .findFirst()
                .ifPresent(second -> report(EInvoiceProblem.CONTRADICTORY, term, second, "other", Shown.of(first)));
    }

    private static List<Element> given(List<Element> elements) {
        return elements.stream().filter(element -> !element.text().isEmpty()).toList();
    }

    LocalDate date(Term term, Element element) {
        Optional<LocalDate> date = parseDate(element).filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY));
        if (date.isEmpty()) {
            report(EInvoiceProblem.NOT_A_DATE, term, element);
        }
        return date.orElse(FIRST_DAY);
    }

    private Optional<LocalDate> parseDate(Element element) {
        try {
            Matcher date = (syntax == Syntax.UBL ? UBL_DATE : CII_DATE).matcher(element.text());
            if (!date.matches()) {
                return Optional.empty();
            }
            if (syntax == Syntax.UBL) {
                return Optional.of(LocalDate.parse(date.group(1)));
            }
            boolean isDay = element.attribute("format").isEmpty()
                    || element.attribute("format").equals("102");
            return isDay
                    ? Optional.of(LocalDate.parse(element.text(), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The amount in a currency that every invoice has once. */
    Money mandatoryAmount(Term term, Currency currency) {
        if (given(all(term)).isEmpty()) {
            report(EInvoiceProblem.MISSING, term);
        }
        return amount(root, term, currency).orElse(Money.zero(currency));
    }

    /** The amount in a currency, if there is one; the same in another currency beside it is passed over. */
    Optional<Money> amount(Element group, Term term, Currency currency) {
        List<Element> inCurrency = inCurrency(group, term, currency);
        List<Money> amounts = inCurrency.stream()
                .map(element -> money(term, element, currency))
                .toList();
        if (amounts.stream().distinct().count() > 1) {
            contradictory(term, inCurrency);
        }
        return amounts.stream().findFirst();
    }

    /** The sum of the amounts in a currency: UBL has the tax once for each kind of tax. */
    Optional<Money> sum(Term term, Currency currency) {
        Money sum = Money.zero(currency);
        List<Element> summands = inCurrency(root, term, currency);
        for (Element summand : summands) {
            sum = sum.plus(money(term, summand, currency));
            if (isTooLarge(sum)) {
                report(EInvoiceProblem.AMOUNT_TOO_LARGE, term, summand, "currency", currency.getCurrencyCode());
                return Optional.empty();
            }
        }
        return summands.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private List<Element> inCurrency(Element group, Term term, Currency currency) {
        List<Element> given = given(term.in(group, syntax));
        List<Element> inCurrency = new ArrayList<>(given);
        inCurrency.removeIf(element -> !element.attribute("currencyID").isEmpty()
                && !element.attribute("currencyID").equals(currency.getCurrencyCode()));
        if (inCurrency.isEmpty() && !given.isEmpty()) {
            Element other = given.get(0);
            report(
                    EInvoiceProblem.OTHER_CURRENCY,
                    term,
                    other,
                    "other",
                    Shown.of(other.attribute("currencyID")),
                    "currency",
                    currency.getCurrencyCode());
        }
        return inCurrency;
    }

    private Money money(Term term, Element element, Currency currency) {
        Optional<BigDecimal> decimal = decimal(element);
        if (decimal.isEmpty()) {
            report(EInvoiceProblem.NOT_AN_AMOUNT, term, element);
            return Money.zero(currency);
        }
        BigDecimal amount = decimal.get();
        if (!Money.fits(amount, currency) || isTooLarge(Money.of(amount, currency))) {
            boolean fine = amount.stripTrailingZeros().scale() <= Money.digits(currency);
            report(
                    fine ? EInvoiceProblem.AMOUNT_TOO_LARGE : EInvoiceProblem.TOO_MANY_DECIMALS,
                    term,
                    element,
                    "digits",
                    Money.digits(currency),
                    "currency",
                    currency.getCurrencyCode());
            return Money.zero(currency);
        }
        return Money.of(amount, currency);
    }

    private static boolean isTooLarge(Money amount) {
        return amount.minorUnits() > LARGEST || amount.minorUnits() < -LARGEST;
    }

    /** A number as XML Schema writes a decimal one. */
    Optional<BigDecimal> decimal(Element element) {
        String text = element.text();
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    void report(EInvoiceProblem code, Term term, Object... more) {
        findings.report(Problem.of(code, more).at(Problem.FIELD, term.id()));
    }

    /** Reports an element with its place and text. */
    void report(EInvoiceProblem code, Term term, Element element, Object... more) {
        Map<String, String> where = new LinkedHashMap<>();
        where.put(Problem.LINE, Integer.toString(element.line));
        where.put("column", Integer.toString(element.column));
        where.put(Problem.FIELD, term.id());
        where.put("element", element.name);
        where.put(Problem.VALUE, Shown.of(element.text()));
        findings.report(Problem.of(code, more).at(where));
    }
}
