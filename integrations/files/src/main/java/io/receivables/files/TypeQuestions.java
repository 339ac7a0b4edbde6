package io.receivables.files;

import static io.receivables.files.LayoutDraft.COLUMN;
import static io.receivables.files.LayoutDraft.KEEP;

import io.receivables.core.Problem;
import io.receivables.files.CsvLayout.RowType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What kinds of rows there are, and what blank due dates mean. */
final class TypeQuestions {
    private static final String IGNORE = "ignore";
    private static final Set<String> NOT_COUNTED = Set.of(
            "draft",
            "brouillon",
            "entwurf",
            "void",
            "voided",
            "cancelled",
            "canceled",
            "annule",
            "annulee",
            "annules",
            "storniert",
            "deleted",
            "supprime",
            "supprimee",
            "geloscht",
            "rejected",
            "archived",
            "proforma");

    private final LayoutDraft draft;

    TypeQuestions(LayoutDraft draft) {
        this.draft = draft;
    }

    void ask() {
        type();
        status();
        dueDate();
    }

    private void type() {
        ColumnProfile column = draft.roles.profile(ColumnRole.TYPE);
        Roles.Candidate candidate = draft.roles.candidate(ColumnRole.TYPE);
        if (column == null || candidate == null) {
            negativeAmounts();
            return;
        }
        Map<String, RowType> known = Synonyms.builtIn().types(column.texts());
        boolean canonical = Text.header(column.header()).equals(CsvField.TYPE.code());
        boolean sure = canonical
                || candidate.meaning().map(meaning -> meaning.weight() >= 100).orElse(true);
        if (known.isEmpty() && !sure) {
            draft.roles.drop(ColumnRole.TYPE);
            negativeAmounts();
            return;
        }
        draft.read(ColumnRole.TYPE);
        Map<String, RowType> types = new TreeMap<>(known);
        for (Map.Entry<String, Long> text : column.texts().entrySet()) {
            if (!types.containsKey(text.getKey())) {
                RowType type = unknownType(column, text.getKey(), text.getValue());
                if (type != null) {
                    types.put(text.getKey(), type);
                }
            }
        }
        draft.layout = draft.layout.withTypes(types);
        paymentRows(types);
    }

    private @Nullable RowType unknownType(ColumnProfile column, String text, long rows) {
        FileProfile.OfType ofType = draft.file.byType().get(text);
        if (ofType != null && !ofType.carriesAmounts()) {
            return RowType.IGNORED;
        }
        List<String> possible =
                Arrays.stream(RowType.values()).map(RowType::code).toList();
        String answer = draft.ask(
                "type." + text,
                ProposalCode.UNKNOWN_TYPE,
                List.of(text),
                possible,
                null,
                Problem.FIELD,
                CsvField.TYPE.code(),
                COLUMN,
                column.header(),
                Problem.VALUE,
                Text.shown(text),
                "rows",
                rows);
        return answer == null ? null : RowType.valueOf(answer);
    }

    /** On which side money received stands among the invoices. */
    private void paymentRows(Map<String, RowType> types) {
        long positive = 0;
        long negative = 0;
        for (Map.Entry<String, RowType> type : types.entrySet()) {
            FileProfile.OfType ofType = draft.file.byType().get(type.getKey());
            if (type.getValue() == RowType.PAYMENT && ofType != null) {
                positive += ofType.positive;
                negative += ofType.negative;
            }
        }
        if (positive > 0 && negative > 0) {
            List<String> possible = Arrays.stream(CsvLayout.PaymentRows.values())
                    .map(CsvLayout.PaymentRows::code)
                    .toList();
            String answer = draft.ask(
                    "payment_rows",
                    ProposalCode.PAYMENT_SIGN,
                    List.of(),
                    possible,
                    null,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    "positive",
                    positive,
                    "negative",
                    negative);
            for (CsvLayout.PaymentRows rows : CsvLayout.PaymentRows.values()) {
                draft.layout = rows.code().equals(answer) ? draft.layout.withPaymentRows(rows) : draft.layout;
            }
        } else if (positive > 0) {
            draft.layout = draft.layout.withPaymentRows(CsvLayout.PaymentRows.POSITIVE);
        }
    }

    private void negativeAmounts() {
        long negative = draft.file.byType().values().stream()
                .mapToLong(ofType -> ofType.negative)
                .sum();
        if (negative > 0) {
            String credit = CsvLayout.NegativeAmount.CREDIT_NOTE.code();
            String reject = CsvLayout.NegativeAmount.REJECT.code();
            String answer = draft.ask(
                    "negative_amount",
                    ProposalCode.NEGATIVE_AMOUNTS,
                    List.of(),
                    List.of(credit, reject),
                    credit,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    "rows",
                    negative);
            draft.layout = reject.equals(answer)
                    ? draft.layout.withNegativeAmount(CsvLayout.NegativeAmount.REJECT)
                    : draft.layout;
        }
    }

    /** Drafts and cancelled documents are no receivables. */
    private void status() {
        ColumnProfile column = draft.roles.profile(ColumnRole.STATUS);
        if (column == null || column.hasManyTexts()) {
            return;
        }
        Map<String, RowType> types = new TreeMap<>(draft.layout.types());
        List<String> out = new ArrayList<>();
        long rows = 0;
        for (Map.Entry<String, Long> text : column.texts().entrySet()) {
            if (NOT_COUNTED.contains(Words.plain(text.getKey()))) {
                types.put(text.getKey(), RowType.IGNORED);
                out.add(text.getKey());
                rows += text.getValue();
            }
        }
        if (out.isEmpty()) {
            return;
        }
        String answer = draft.ask(
                "status",
                ProposalCode.STATUS_ROWS,
                out,
                List.of(IGNORE, KEEP),
                IGNORE,
                Problem.FIELD,
                CsvField.STATUS.code(),
                COLUMN,
                column.header(),
                "texts",
                Text.shown(String.join(", ", out)),
                "rows",
                rows);
        if (IGNORE.equals(answer)) {
            draft.layout = draft.layout.withTypes(types);
            draft.read.put(CsvField.STATUS, ColumnRole.STATUS);
        }
    }

    private void dueDate() {
        draft.read(ColumnRole.DUE_DATE);
        String issueDate = CsvLayout.MissingDueDate.ISSUE_DATE.code();
        List<String> possible = List.of(issueDate, CsvLayout.MissingDueDate.REJECT.code());
        if (!draft.read.containsKey(CsvField.DUE_DATE)) {
            boolean chosen =
                    draft.asked.stream().anyMatch(question -> question.key().equals(CsvField.DUE_DATE.code()));
            if (!chosen) {
                String answer = draft.ask(
                        "missing_due_date",
                        ProposalCode.DUE_DATE_MISSING,
                        List.of(),
                        possible,
                        issueDate,
                        Problem.FIELD,
                        CsvField.DUE_DATE.code());
                takeMissing(issueDate.equals(answer));
            }
            return;
        }
        long ofDebits = 0;
        long ofCredits = 0;
        for (Map.Entry<String, FileProfile.OfType> type : draft.file.byType().entrySet()) {
            RowType rowType = draft.layout.types().getOrDefault(type.getKey(), RowType.INVOICE);
            FileProfile.OfType rows = type.getValue();
            boolean credit = rowType == RowType.CREDIT_NOTE;
            if (rowType != RowType.PAYMENT && rowType != RowType.IGNORED) {
                ofDebits += credit ? 0 : rows.blankDueOfDebit;
                ofCredits += rows.blankDueOfCredit + (credit ? rows.blankDueOfDebit : 0);
            }
        }
        if (ofDebits > 0) {
            String answer = draft.ask(
                    "missing_due_date",
                    ProposalCode.DUE_DATE_BLANK,
                    List.of(),
                    possible,
                    issueDate,
                    Problem.FIELD,
                    CsvField.DUE_DATE.code(),
                    COLUMN,
                    draft.roles.header(ColumnRole.DUE_DATE),
                    "rows",
                    ofDebits);
            takeMissing(issueDate.equals(answer));
        } else {
            takeMissing(ofCredits > 0);
        }
    }

    private void takeMissing(boolean fromIssueDate) {
        draft.layout =
                fromIssueDate ? draft.layout.withMissingDueDate(CsvLayout.MissingDueDate.ISSUE_DATE) : draft.layout;
    }
}
