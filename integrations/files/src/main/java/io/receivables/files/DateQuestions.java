package io.receivables.files;

import static io.receivables.files.LayoutDraft.COLUMN;
import static io.receivables.files.LayoutDraft.MANDATORY;
import static io.receivables.files.LayoutDraft.MOSTLY;
import static io.receivables.files.LayoutDraft.NONE;

import io.receivables.core.Problem;
import io.receivables.files.DateEvidence.Notation;
import io.receivables.files.DateEvidence.Order;
import io.receivables.files.DateEvidence.Shape;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the dates of a file are written. One list of patterns serves all date columns, so that what decides one decides all. */
final class DateQuestions {
    private final LayoutDraft draft;

    DateQuestions(LayoutDraft draft) {
        this.draft = draft;
    }

    void ask() {
        if (!draft.hints.dateFormats().isEmpty()) {
            draft.layout = draft.layout.withDateFormats(draft.hints.dateFormats());
            return;
        }
        unreadableDates();
        Map<Shape, Notation> all = new LinkedHashMap<>();
        Map<Shape, CsvField> firstField = new LinkedHashMap<>();
        for (Map.Entry<CsvField, ColumnRole> field : draft.read.entrySet()) {
            ColumnProfile column = draft.roles.profile(field.getValue());
            if (field.getKey().kind() == CsvField.Kind.DATE && column != null && !column.isEmpty()) {
                for (Notation notation : notations(column)) {
                    all.computeIfAbsent(notation.shape, Notation::new).plus(notation);
                    firstField.putIfAbsent(notation.shape, field.getKey());
                }
            }
        }
        for (ColumnProfile column : draft.file.columns()) {
            boolean sibling = draft.read.values().stream().noneMatch(role -> draft.roles.profile(role) == column);
            if (sibling && column.dated() > MOSTLY) {
                notations(column)
                        .forEach(notation -> all.computeIfPresent(notation.shape, (shape, sum) -> {
                            sum.plus(notation);
                            return sum;
                        }));
            }
        }
        Set<String> patterns = new LinkedHashSet<>();
        Map<CsvField, Integer> asking = new EnumMap<>(CsvField.class);
        all.forEach((shape, notation) -> {
            CsvField field = Objects.requireNonNull(firstField.get(shape));
            String pattern = pattern(notation, field, asking);
            if (pattern != null) {
                patterns.add(pattern);
                note(shape, pattern);
            }
        });
        if (!patterns.isEmpty()) {
            draft.layout = draft.layout.withDateFormats(List.copyOf(patterns));
        }
    }

    /** The notations of a column; those that look like nothing but numbers only where there are no others. */
    private static List<Notation> notations(ColumnProfile column) {
        return column.dates().notations().stream()
                .filter(notation -> notation.readable() * 50 >= column.filled() || notation.readable() > 20)
                .toList();
    }

    /** Columns that should be dates by their headers, and are not written as any that can be read. */
    private void unreadableDates() {
        for (Map.Entry<CsvField, ColumnRole> field : new EnumMap<>(draft.read).entrySet()) {
            ColumnProfile column = draft.roles.profile(field.getValue());
            boolean isDate = field.getKey().kind() == CsvField.Kind.DATE;
            if (!isDate || column == null || column.isEmpty() || column.datable() >= 0.5) {
                continue;
            }
            ProposalCode code = column.serial() > MOSTLY ? ProposalCode.DAY_NUMBERS : ProposalCode.DATE_UNREADABLE;
            List<String> possible = MANDATORY.contains(field.getKey()) ? List.of() : List.of(NONE);
            String answer = draft.ask(
                    field.getKey().code() + ".format",
                    code,
                    column.samples(),
                    possible,
                    null,
                    Problem.FIELD,
                    field.getKey().code(),
                    COLUMN,
                    column.header());
            if (NONE.equals(answer)) {
                draft.read.remove(field.getKey());
            }
        }
    }

    private void note(Shape shape, String pattern) {
        for (Map.Entry<CsvField, ColumnRole> field : draft.read.entrySet()) {
            ColumnProfile column = draft.roles.profile(field.getValue());
            if (column != null
                    && field.getKey().kind() == CsvField.Kind.DATE
                    && notations(column).stream().anyMatch(notation -> notation.shape.equals(shape))) {
                draft.notations.merge(column.index(), pattern, (a, b) -> a.equals(b) ? a : a + ", " + b);
                draft.reason(column, ProposalCode.DATES_WRITTEN, "pattern", pattern);
            }
        }
    }

    /** The orders that all values allow; with points between the numbers the day is first wherever they are used. */
    static List<Order> orders(Notation notation) {
        List<Order> possible = notation.possible();
        boolean points = notation.shape.separator().equals(".") && possible.contains(Order.DMY);
        return points ? List.of(Order.DMY) : possible;
    }

    private @Nullable String pattern(Notation notation, CsvField field, Map<CsvField, Integer> asking) {
        List<Order> possible = orders(notation);
        ColumnProfile column = draft.roles.profile(Objects.requireNonNull(draft.read.get(field)));
        String key =
                field.code() + ".format" + (asking.merge(field, 1, Integer::sum) > 1 ? "." + asking.get(field) : "");
        if (possible.isEmpty()) {
            List<String> every =
                    notation.shape.orders().stream().map(notation::pattern).toList();
            return draft.ask(
                    key,
                    ProposalCode.DATE_CONTRADICTION,
                    List.of(notation.sample(), notation.decisive()),
                    every,
                    null,
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    LayoutDraft.header(column),
                    "example",
                    notation.decisive());
        }
        if (possible.size() == 1) {
            Order order = possible.get(0);
            if (notation.possible().size() > 1) {
                draft.reason(column, ProposalCode.POINTS_DAY_FIRST);
            } else if (!notation.decisive().isEmpty()) {
                draft.reason(column, ProposalCode.ORDER_DECIDED, "example", Text.shown(notation.decisive()));
            }
            return notation.pattern(order);
        }
        List<String> patterns = possible.stream().map(notation::pattern).toList();
        Order byDue = orderByDueDates(possible);
        if (byDue != null) {
            String assumed = notation.pattern(byDue);
            return draft.ask(
                    key,
                    ProposalCode.ORDER_BY_DUE_DATE,
                    samples(column, notation),
                    patterns,
                    assumed,
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    LayoutDraft.header(column),
                    "pattern",
                    assumed,
                    "example",
                    notation.sample(),
                    "rows",
                    Math.max(draft.file.ordered().dayFirstWrong, draft.file.ordered().monthFirstWrong));
        }
        return draft.ask(
                key,
                ProposalCode.DATE_ORDER,
                samples(column, notation),
                patterns,
                null,
                Problem.FIELD,
                field.code(),
                COLUMN,
                LayoutDraft.header(column),
                "example",
                notation.sample(),
                "patterns",
                String.join(", ", patterns));
    }

    private static List<String> samples(@Nullable ColumnProfile column, Notation notation) {
        return column == null ? List.of(notation.sample()) : column.samples();
    }

    /** Invoices are not due before they are issued: that may leave one order. */
    private @Nullable Order orderByDueDates(List<Order> possible) {
        FileProfile.Ordered ordered = draft.file.ordered();
        if (possible.contains(Order.YMD) || ordered.rows == 0) {
            return null;
        }
        if (ordered.dayFirstWrong == 0 && ordered.monthFirstWrong > 0) {
            return Order.DMY;
        }
        return ordered.monthFirstWrong == 0 && ordered.dayFirstWrong > 0 ? Order.MDY : null;
    }
}
