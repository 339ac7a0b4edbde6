package io.receivables.einvoice;

import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.einvoice.EInvoice.Discount;
import io.receivables.einvoice.EInvoice.Instalment;
import io.receivables.einvoice.EInvoice.Means;
import io.receivables.einvoice.EInvoice.Party;
import io.receivables.einvoice.EInvoice.Payment;
import io.receivables.einvoice.EInvoice.References;
import io.receivables.einvoice.EInvoice.Terms;
import io.receivables.einvoice.EInvoice.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an invoice of the elements of one document, and checks that its parts go together. */
final class InvoiceReading {
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    /** SEPA credit transfer and direct debit, whose accounts are IBANs. */
    private static final Set<String> SEPA = Set.of("58", "59");

    private static final BigDecimal LONGEST_PERIOD = BigDecimal.valueOf(10_000);
    private static final Party NOBODY = new Party("", "", "", "", "", "");
    private static final Currency NONE = Currency.getInstance("XXX");

    private final String file;
    private final Syntax syntax;
    private final Element root;
    private final Findings findings;
    private final TermReader terms;

    InvoiceReading(String file, ParsedInvoice parsed, Findings findings) {
        this.file = file;
        this.syntax = parsed.syntax();
        this.root = parsed.root();
        this.findings = findings;
        this.terms = new TermReader(parsed, findings);
    }

    /** The invoice; empty if an error was reported. */
    Optional<EInvoice> read() {
        String number = terms.mandatory(Term.NUMBER).map(Element::text).orElse("");
        LocalDate issueDate = terms.mandatoryDate(Term.ISSUE_DATE);
        String typeCode = typeCode();
        Totals totals = totals(currency());
        FactKind kind = kind(typeCode, totals);
        Party seller = party(Term.SELLER);
        Party buyer = party(Term.BUYER);
        Party payee = terms.all(Term.PAYEE).isEmpty() ? seller : party(Term.PAYEE);
        if (buyer.key().isEmpty()) {
            terms.report(EInvoiceProblem.MISSING, Term.PARTY_NAME);
        }
        EInvoice invoice = new EInvoice(
                file,
                number,
                typeCode,
                kind,
                issueDate,
                terms.onlyDate(Term.DELIVERY_DATE).orElse(null),
                seller,
                buyer,
                payee,
                references(typeCode),
                terms(issueDate, kind, totals),
                payment(),
                totals);
        return findings.hasErrors() ? Optional.empty() : Optional.of(invoice);
    }

    private String typeCode() {
        if (syntax == Syntax.UBL && terms.texts(Term.TYPE).isEmpty()) {
            boolean isCreditNote = root.name.equals(Syntax.CREDIT_NOTE);
            String ofRoot = isCreditNote ? DocumentTypes.CREDIT_NOTE : DocumentTypes.INVOICE;
            terms.report(EInvoiceProblem.TYPE_MISSING, Term.TYPE, "element", root.name, Problem.VALUE, ofRoot);
            return ofRoot;
        }
        return terms.mandatory(Term.TYPE).map(this::supportedType).orElse("");
    }

    private String supportedType(Element type) {
        Optional<FactKind> kind = DocumentTypes.kind(type.text());
        if (kind.isEmpty()) {
            terms.report(EInvoiceProblem.UNSUPPORTED_TYPE, Term.TYPE, type);
        } else if (root.name.equals(Syntax.CREDIT_NOTE) && kind.get() != FactKind.CREDIT_NOTE) {
            terms.report(EInvoiceProblem.TYPE_AGAINST_ROOT, Term.TYPE, type);
        }
        return type.text();
    }

    private FactKind kind(String typeCode, Totals totals) {
        FactKind ofPositive = DocumentTypes.kind(typeCode).orElse(FactKind.INVOICE);
        FactKind kind = DocumentTypes.kind(ofPositive, totals.total().signum());
        if (kind != ofPositive) {
            terms.report(
                    EInvoiceProblem.NEGATIVE_TOTAL,
                    Term.TOTAL,
                    Problem.VALUE,
                    totals.total(),
                    "type",
                    typeCode,
                    "kind",
                    kind.code());
        }
        return kind;
    }

    /** {@link #NONE} if an error was reported. */
    private Currency currency() {
        Optional<Element> code = terms.mandatory(Term.CURRENCY);
        Currency currency =
                code.map(Element::text).map(InvoiceReading::currency).orElse(NONE);
        code.filter(element -> currency.equals(NONE))
                .ifPresent(element -> terms.report(EInvoiceProblem.UNKNOWN_CURRENCY, Term.CURRENCY, element));
        return currency;
    }

    private static Currency currency(String code) {
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException unknown) {
            return NONE;
        }
    }

    private Totals totals(Currency currency) {
        Money zero = Money.zero(currency);
        if (currency.equals(NONE)) {
            return new Totals(zero, zero, zero, zero, zero, zero); // was reported
        }
        Money net = terms.mandatoryAmount(Term.NET, currency);
        Money total = terms.mandatoryAmount(Term.TOTAL, currency);
        Totals totals = new Totals(
                net,
                terms.sum(Term.TAX, currency).orElse(total.minus(net)),
                total,
                terms.amount(root, Term.PREPAID, currency).orElse(zero),
                terms.amount(root, Term.ROUNDING, currency).orElse(zero),
                terms.mandatoryAmount(Term.PAYABLE, currency));
        if (!totals.addUp() && !findings.hasErrors()) {
            terms.report(
                    EInvoiceProblem.TOTALS_DISAGREE,
                    Term.TOTAL,
                    "net",
                    totals.net(),
                    "tax",
                    totals.tax(),
                    "total",
                    totals.total(),
                    "prepaid",
                    totals.prepaid(),
                    "rounding",
                    totals.rounding(),
                    "payable",
                    totals.payable());
        }
        return totals;
    }

    private Party party(Term group) {
        List<Element> elements = terms.all(group);
        List<Party> parties = elements.stream().map(this::party).distinct().toList();
        if (parties.size() > 1) {
            terms.report(
                    EInvoiceProblem.CONTRADICTORY,
                    group,
                    elements.get(1),
                    "other",
                    Shown.of(parties.get(0).key()),
                    Problem.VALUE,
                    Shown.of(parties.get(1).key()));
        }
        return parties.isEmpty() ? NOBODY : parties.get(0);
    }

    private Party party(Element element) {
        return new Party(
                terms.text(element, Term.PARTY_ID),
                terms.text(element, Term.PARTY_LEGAL_ID),
                terms.text(element, Term.PARTY_VAT_ID),
                terms.text(element, Term.PARTY_ADDRESS),
                terms.text(element, Term.PARTY_NAME),
                terms.text(element, Term.PARTY_COUNTRY));
    }

    private References references(String typeCode) {
        List<String> preceding = terms.texts(Term.PRECEDING);
        if (DocumentTypes.CORRECTED.contains(typeCode)) {
            terms.report(
                    EInvoiceProblem.CORRECTED_INVOICE,
                    Term.TYPE,
                    "type",
                    typeCode,
                    Problem.VALUE,
                    Shown.of(String.join(", ", preceding)));
        }
        return new References(terms.onlyText(Term.BUYER_REFERENCE), terms.onlyText(Term.ORDER), preceding);
    }

    private Terms terms(LocalDate issueDate, FactKind kind, Totals totals) {
        Map<Element, Money> parts = parts(totals);
        List<Instalment> instalments = instalments(parts, totals);
        if (!parts.isEmpty() && instalments.isEmpty()) {
            terms.report(
                    EInvoiceProblem.INSTALMENTS_LEFT_OUT,
                    Term.INSTALMENT_AMOUNT,
                    "number",
                    parts.size(),
                    Problem.VALUE,
                    totals.toPay());
        }
        return new Terms(
                parts.isEmpty() ? dueDate(kind) : null,
                instalments,
                discounts(issueDate, totals),
                terms.texts(Term.TERMS_TEXT));
    }

    /** The terms for a part of the amount, with that part. */
    private Map<Element, Money> parts(Totals totals) {
        Map<Element, Money> parts = new LinkedHashMap<>();
        for (Element element : terms.all(Term.INSTALMENT)) {
            terms.amount(element, Term.INSTALMENT_AMOUNT, totals.total().currency())
                    .filter(amount -> !amount.equals(totals.toPay()) && !amount.equals(totals.payable()))
                    .ifPresent(amount -> parts.put(element, amount));
        }
        return parts;
    }

    /** Null if there is not exactly one. */
    private @Nullable LocalDate dueDate(FactKind kind) {
        List<LocalDate> dueDates = terms.dates(Term.DUE_DATE);
        if (dueDates.isEmpty() && kind != FactKind.CREDIT_NOTE) {
            terms.report(EInvoiceProblem.DUE_DATE_MISSING, Term.DUE_DATE);
        }
        return terms.onlyOne(Term.DUE_DATE, dueDates).orElse(null);
    }

    /** Empty unless each has a date, and they are the whole. */
    private List<Instalment> instalments(Map<Element, Money> parts, Totals totals) {
        List<Instalment> instalments = new ArrayList<>();
        parts.forEach((part, amount) -> terms.all(part, Term.INSTALMENT_DATE).stream()
                .findFirst()
                .map(date -> new Instalment(terms.date(Term.INSTALMENT_DATE, date), amount))
                .ifPresent(instalments::add));
        return instalments.size() == parts.size() && isWhole(instalments, totals) ? instalments : List.of();
    }

    /** Takes the instalments off what is to be paid, rather than adding them up, which could overflow. */
    private static boolean isWhole(List<Instalment> instalments, Totals totals) {
        Money left = totals.toPay();
        int sign = left.signum();
        for (Instalment instalment : instalments) {
            Money amount = instalment.amount();
            if (amount.signum() != sign || amount.abs().compareTo(left.abs()) > 0) {
                return false;
            }
            left = left.minus(amount);
        }
        return left.isZero();
    }

    private List<Discount> discounts(LocalDate issueDate, Totals totals) {
        List<Discount> discounts = new ArrayList<>();
        for (Element element : terms.all(Term.DISCOUNT)) {
            Optional<Discount> discount = discount(element, issueDate, totals);
            discount.ifPresentOrElse(
                    discounts::add, () -> terms.report(EInvoiceProblem.DISCOUNT_LEFT_OUT, Term.DISCOUNT, element));
        }
        return discounts;
    }

    /** Empty where the percentage or the last day is missing or cannot be read. */
    private Optional<Discount> discount(Element element, LocalDate issueDate, Totals totals) {
        LocalDate from = terms.all(element, Term.DISCOUNT_FROM).stream()
                .findFirst()
                .map(date -> terms.date(Term.DISCOUNT_FROM, date))
                .orElse(issueDate);
        Optional<LocalDate> lastDay =
                terms.all(element, Term.DISCOUNT_PERIOD).stream().findFirst().flatMap(period -> end(from, period));
        Optional<BigDecimal> percent = terms.all(element, Term.DISCOUNT_PERCENT).stream()
                .findFirst()
                .flatMap(terms::decimal)
                .filter(number -> number.signum() > 0 && number.compareTo(BigDecimal.valueOf(100)) < 0);
        Money base = terms.amount(element, Term.DISCOUNT_BASE, totals.total().currency())
                .orElse(totals.total());
        return lastDay.flatMap(day -> percent.map(number -> new Discount(number, day, base)));
    }

    /** The day so many days, weeks or months later (UN/ECE recommendation 20). */
    private Optional<LocalDate> end(LocalDate from, Element period) {
        Optional<Long> length = terms.decimal(period)
                .filter(number -> number.signum() >= 0 && number.compareTo(LONGEST_PERIOD) < 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValue);
        return length.flatMap(number -> switch (period.attribute("unitCode")) {
            case "DAY" -> Optional.of(from.plusDays(number));
            case "WEE" -> Optional.of(from.plusWeeks(number));
            case "MON" -> Optional.of(from.plusMonths(number));
            default -> Optional.empty();
        });
    }

    private Payment payment() {
        List<Means> means = new ArrayList<>();
        for (Element element : terms.all(Term.PAYMENT_MEANS)) {
            Means way = new Means(
                    terms.text(element, Term.MEANS_CODE),
                    terms.text(element, Term.ACCOUNT),
                    terms.text(element, Term.ACCOUNT_NAME),
                    terms.text(element, Term.BIC));
            means.add(way);
            terms.all(element, Term.ACCOUNT).forEach(account -> checkIban(Term.ACCOUNT, account, way.code()));
        }
        terms.all(Term.DEBTOR_ACCOUNT).forEach(account -> checkIban(Term.DEBTOR_ACCOUNT, account, ""));
        return new Payment(
                means,
                remittanceReferences(),
                terms.onlyText(Term.MANDATE),
                terms.onlyText(Term.CREDITOR_ID),
                terms.onlyText(Term.DEBTOR_ACCOUNT));
    }

    /** An account may have any form, unless its element, its scheme or the means of payment say that it is an IBAN. */
    private void checkIban(Term term, Element account, String code) {
        boolean isIban =
                account.name.equals("IBANID") || account.attribute("schemeID").equals("IBAN") || SEPA.contains(code);
        if (isIban && !IBAN.matcher(account.text().replace(" ", "")).matches()) {
            terms.report(EInvoiceProblem.NOT_AN_IBAN, term, account);
        }
    }

    /** As written: blanks and zeros belong to a reference. A line break around it is the file's layout. */
    private List<String> remittanceReferences() {
        return terms.all(Term.REMITTANCE).stream()
                .map(element -> element.raw().contains("\n") ? element.text() : element.raw())
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .toList();
    }
}
