package io.receivables.files;

import static io.receivables.files.LayoutDraft.COLUMN;
import static io.receivables.files.LayoutDraft.KEEP;
import static io.receivables.files.LayoutDraft.MOSTLY;

import io.receivables.core.Problem;
import io.receivables.files.DateEvidence.Notation;
import io.receivables.files.DateEvidence.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which columns are read, and which of several amounts is what the customer owes. */
final class FieldQuestions {
    private static final String GROSS = "gross";
    private static final String NET = "net";
    private static final String INVOICES = "invoices";
    private static final int SURELY_GROSS = 90;
    /** More than one row in so many with more open than the amount is a running balance. */
    private static final int RUNNING = 20;

    private static final Pattern STATED_DAY = Pattern.compile(
            "(?i)(?:as (?:of|at)|situation au|arr[êe]t[ée]e?s? au|au|per|zum|stichtag:?|stand:?|key date:?|open at key date:?)"
                    + "\\s+(.*\\d.*)");

    private final LayoutDraft draft;

    FieldQuestions(LayoutDraft draft) {
        this.draft = draft;
    }

    void ofInvoices() {
        looksLikePayments();
        draft.read(ColumnRole.INVOICE_ID);
        draft.require(ColumnRole.INVOICE_ID);
        customer();
        draft.read(ColumnRole.ISSUE_DATE);
        draft.require(ColumnRole.ISSUE_DATE);
        amount();
        tax();
        openAmount();
        new TypeQuestions(draft).ask();
        for (ColumnRole role : List.of(
                ColumnRole.COUNTRY,
                ColumnRole.SEGMENT,
                ColumnRole.DELIVERY_DATE,
                ColumnRole.POSTING_DATE,
                ColumnRole.SETTLED_DATE,
                ColumnRole.DISPUTED,
                ColumnRole.REFERENCE,
                ColumnRole.TERMS)) {
            draft.read(role);
        }
    }

    void ofPayments() {
        draft.read(ColumnRole.PAYMENT_ID);
        draft.read(ColumnRole.INVOICE_ID);
        draft.read(ColumnRole.CUSTOMER_ID);
        if (!draft.roles.has(ColumnRole.INVOICE_ID)) {
            draft.require(ColumnRole.CUSTOMER_ID);
        }
        draft.read(ColumnRole.DATE);
        draft.require(ColumnRole.DATE);
        draft.read(ColumnRole.AMOUNT);
        draft.require(ColumnRole.AMOUNT);
        draft.read(ColumnRole.REFERENCE);
    }

    private void customer() {
        draft.read(ColumnRole.CUSTOMER_ID);
        draft.read(ColumnRole.CUSTOMER_NAME);
        if (draft.roles.has(ColumnRole.CUSTOMER_ID) || draft.roles.has(ColumnRole.CUSTOMER_NAME)) {
            return;
        }
        if (draft.file.headings() > 0) {
            draft.layout = draft.layout.withHeadings(CsvField.CUSTOMER_NAME);
        } else {
            draft.require(ColumnRole.CUSTOMER_ID);
        }
    }

    private void looksLikePayments() {
        boolean paymentWords = false;
        boolean invoiceWords = draft.roles.has(ColumnRole.DUE_DATE);
        String told = "";
        for (ColumnProfile column : draft.file.columns()) {
            for (Synonyms.Meaning meaning : Synonyms.builtIn().meanings(column.header())) {
                boolean sure = meaning.whole() && meaning.weight() >= 100;
                if (sure && (meaning.role() == ColumnRole.DATE || meaning.role() == ColumnRole.PAYMENT_ID)) {
                    paymentWords = true;
                    told = column.header();
                }
                invoiceWords |= meaning.whole() && meaning.weight() >= 96 && meaning.role() == ColumnRole.ISSUE_DATE;
            }
        }
        if (paymentWords && !invoiceWords) {
            draft.ask("file", ProposalCode.LOOKS_LIKE_PAYMENTS, List.of(), List.of(INVOICES), null, COLUMN, told);
        }
    }

    private void amount() {
        boolean pair = draft.roles.has(ColumnRole.DEBIT) && draft.roles.has(ColumnRole.CREDIT_AMOUNT);
        boolean creditIsFound =
                Text.header(draft.roles.header(ColumnRole.CREDIT_AMOUNT)).equals(CsvField.CREDIT_AMOUNT.code());
        if (pair && (!draft.roles.has(ColumnRole.AMOUNT) || creditIsFound)) {
            draft.readAs(ColumnRole.DEBIT, CsvField.AMOUNT);
            draft.read(ColumnRole.CREDIT_AMOUNT);
            return;
        }
        if (draft.roles.has(ColumnRole.AMOUNT)) {
            draft.read(ColumnRole.AMOUNT);
        } else if (draft.roles.has(ColumnRole.OPEN_AMOUNT)) {
            onlyOpen();
        } else if (draft.roles.has(ColumnRole.NET_AMOUNT)) {
            onlyNet(Objects.requireNonNull(draft.roles.profile(ColumnRole.NET_AMOUNT)));
        } else if (draft.roles.has(ColumnRole.DEBIT)) {
            draft.readAs(ColumnRole.DEBIT, CsvField.AMOUNT);
        }
        draft.require(ColumnRole.AMOUNT);
    }

    private void onlyOpen() {
        ColumnProfile open = Objects.requireNonNull(draft.roles.profile(ColumnRole.OPEN_AMOUNT));
        draft.ask(
                "amount",
                ProposalCode.ONLY_OPEN,
                open.samples(),
                draft.headers(),
                open.header(),
                Problem.FIELD,
                CsvField.AMOUNT.code(),
                COLUMN,
                open.header());
        draft.readAs(ColumnRole.OPEN_AMOUNT, CsvField.AMOUNT);
    }

    /** What a customer owes includes the tax: an amount without it is read in its place only if that is answered. */
    private void onlyNet(ColumnProfile net) {
        draft.ask(
                "amount",
                ProposalCode.ONLY_NET,
                net.samples(),
                amountHeaders(),
                null,
                Problem.FIELD,
                CsvField.AMOUNT.code(),
                COLUMN,
                net.header());
    }

    private List<String> amountHeaders() {
        return draft.file.columns().stream()
                .filter(column -> !column.header().isEmpty() && LayoutDraft.fits(column, ColumnRole.AMOUNT))
                .filter(column -> column.amounts().hasDecimals())
                .map(ColumnProfile::header)
                .toList();
    }

    /** The tax is read if it is within the amount, and whether it is may have to be asked. */
    private void tax() {
        ColumnProfile tax = draft.roles.profile(ColumnRole.TAX_AMOUNT);
        Roles.Candidate amount = draft.roles.candidate(ColumnRole.AMOUNT);
        if (tax == null || tax.isEmpty() || amount == null || !draft.read.containsKey(CsvField.AMOUNT)) {
            return;
        }
        FileProfile.Sums sums = draft.file.sums();
        boolean sumHolds = sums.netAndTax > 0 && sums.netPlusTaxIsAmount >= sums.netAndTax * MOSTLY;
        int weight = amount.meaning().map(Synonyms.Meaning::weight).orElse(100);
        boolean gross = sumHolds || weight >= SURELY_GROSS;
        if (sumHolds) {
            draft.reason(
                    draft.roles.profile(ColumnRole.AMOUNT),
                    ProposalCode.SUM_HOLDS,
                    "net",
                    draft.roles.header(ColumnRole.NET_AMOUNT),
                    "tax",
                    tax.header(),
                    "rows",
                    sums.netPlusTaxIsAmount);
        }
        if (!gross) {
            String answer = draft.ask(
                    "amount.tax",
                    ProposalCode.NET_OR_GROSS,
                    tax.samples(),
                    List.of(GROSS, NET),
                    null,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    COLUMN,
                    draft.roles.header(ColumnRole.AMOUNT),
                    "tax",
                    tax.header());
            gross = GROSS.equals(answer);
            if (NET.equals(answer)) {
                draft.read.remove(CsvField.AMOUNT);
                onlyNet(draft.file.columns().get(amount.column()));
            }
        }
        if (gross) {
            draft.read(ColumnRole.TAX_AMOUNT);
        }
    }

    private void openAmount() {
        ColumnProfile open = draft.roles.profile(ColumnRole.OPEN_AMOUNT);
        if (open == null
                || draft.read.containsValue(ColumnRole.OPEN_AMOUNT)
                || !draft.read.containsKey(CsvField.AMOUNT)) {
            paidAmount();
            return;
        }
        FileProfile.Sums sums = draft.file.sums();
        boolean notLessPaid = sums.withPaid > 0 && sums.amountLessPaidIsOpen * 2 < sums.withPaid;
        boolean running = sums.openBeyondAmount * RUNNING > sums.withOpen;
        if (notLessPaid || running) {
            draft.reason(open, ProposalCode.NOT_WHAT_IS_OPEN, "rows", Math.max(sums.openBeyondAmount, sums.withPaid));
            draft.roles.drop(ColumnRole.OPEN_AMOUNT);
            paidAmount();
            return;
        }
        if (draft.withPayments) {
            return; // the payment file says what was paid
        }
        draft.read(ColumnRole.OPEN_AMOUNT);
        String titled = dayInTitles();
        ProposalCode code = titled == null ? ProposalCode.OPEN_ON : ProposalCode.OPEN_ON_IN_TITLE;
        String given = draft.answer(LayoutDraft.OPEN_ON);
        if (draft.hints.answers().containsKey(LayoutDraft.OPEN_ON)) {
            draft.layout = draft.layout.withOpenOn(
                    LocalDate.parse(draft.hints.answers().get(LayoutDraft.OPEN_ON)));
            return;
        }
        String day = draft.ask(
                LayoutDraft.OPEN_ON,
                code,
                draft.file.titles(),
                titled == null ? List.of() : List.of(titled),
                titled,
                Problem.FIELD,
                CsvField.OPEN_AMOUNT.code(),
                COLUMN,
                open.header(),
                "day",
                given == null ? Objects.requireNonNullElse(titled, "") : given);
        if (day != null) {
            draft.layout = draft.layout.withOpenOn(LocalDate.parse(day));
        }
    }

    /** The day that a line above the header names as that of the figures, if only one day can be meant. */
    private @Nullable String dayInTitles() {
        for (String title : draft.file.titles()) {
            Matcher stated = STATED_DAY.matcher(title);
            if (!stated.find()) {
                continue;
            }
            DateEvidence dates = new DateEvidence();
            String text = stated.group(1).strip();
            for (String candidate : List.of(text, text.split(" ", -1)[0])) {
                if (dates.add(candidate, 1)) {
                    Notation notation = dates.notations().get(0);
                    List<Order> orders = DateQuestions.orders(notation);
                    LocalDate day = orders.size() == 1
                            ? DateFormats.of(List.of(notation.pattern(orders.get(0))))
                                    .parse(candidate)
                            : null;
                    return day == null ? null : day.toString();
                }
            }
        }
        return null;
    }

    private void paidAmount() {
        ColumnProfile paid = draft.roles.profile(ColumnRole.PAID_AMOUNT);
        boolean settled = draft.roles.has(ColumnRole.SETTLED_DATE);
        boolean money = paid != null
                && paid.numeric() > MOSTLY
                && paid.amounts().zero() < paid.amounts().values();
        if (paid != null && money && !settled && !draft.withPayments) {
            draft.ask("paid", ProposalCode.PAID_NOT_READ, paid.samples(), List.of(KEEP), KEEP, COLUMN, paid.header());
        }
    }
}
