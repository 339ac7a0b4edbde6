package io.receivables.files;

import static io.receivables.files.LayoutDraft.COLUMN;
import static io.receivables.files.LayoutDraft.MOSTLY;

import io.receivables.core.Problem;
import io.receivables.files.ColumnRole.Content;
import io.receivables.files.CsvLayout.RowType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How amounts are written and in which currency they are; and the encoding. */
final class MoneyQuestions {
    private static final List<String> DOLLARS = List.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "CAD", "AUD");
    private static final Pattern STATED_CURRENCY =
            Pattern.compile("(?:currency|devise|monnaie|wahrung)\\W{1,3}([a-z]{3})(?:\\W|$)");

    private final LayoutDraft draft;

    MoneyQuestions(LayoutDraft draft) {
        this.draft = draft;
    }

    void ask() {
        decimal();
        currency();
        encoding();
    }

    private void decimal() {
        if (draft.hints.answers().containsKey(LayoutDraft.DECIMAL)) {
            draft.layout = draft.layout.withDecimal(
                    draft.hints.answers().get(LayoutDraft.DECIMAL).charAt(0));
            return;
        }
        AmountEvidence amounts = new AmountEvidence();
        List<ColumnProfile> columns = draft.amountColumns();
        columns.forEach(column -> amounts.plus(column.amounts()));
        AmountEvidence siblings = new AmountEvidence();
        siblings.plus(amounts);
        for (Roles.Candidate candidate : draft.roles.assigned()) {
            ColumnProfile column = draft.file.columns().get(candidate.column());
            if (candidate.role().content() == Content.AMOUNT && !columns.contains(column)) {
                siblings.plus(column.amounts());
            }
        }
        String header = columns.isEmpty() ? "" : columns.get(0).header();
        List<String> samples = new ArrayList<>(List.of(siblings.pointSample(), siblings.commaSample()));
        List<String> signs = List.of(".", ",");
        if (siblings.withPoint() > 0 && siblings.withComma() > 0) {
            String answer = draft.ask(
                    LayoutDraft.DECIMAL,
                    ProposalCode.DECIMAL_CONTRADICTION,
                    samples,
                    signs,
                    null,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    COLUMN,
                    header,
                    "first",
                    siblings.pointSample(),
                    "second",
                    siblings.commaSample());
            written(columns, answer, "");
        } else if (siblings.withPoint() > 0) {
            written(columns, ".", siblings.pointSample());
        } else if (siblings.withComma() > 0) {
            written(columns, ",", siblings.commaSample());
        } else if (amounts.either() > 0) {
            String answer = draft.ask(
                    LayoutDraft.DECIMAL,
                    ProposalCode.DECIMAL_SIGN,
                    List.of(amounts.eitherSample()),
                    signs,
                    null,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    COLUMN,
                    header,
                    "example",
                    amounts.eitherSample());
            written(columns, answer, "");
        }
    }

    private void written(List<ColumnProfile> columns, @Nullable String sign, String example) {
        if (sign == null) {
            return;
        }
        draft.layout = draft.layout.withDecimal(sign.charAt(0));
        for (ColumnProfile column : columns) {
            draft.notations.put(column.index(), "decimal " + sign);
            if (!example.isEmpty()) {
                draft.reason(column, ProposalCode.AMOUNTS_WRITTEN, "sign", sign, "example", Text.shown(example));
            }
        }
    }

    private void currency() {
        draft.read(ColumnRole.CURRENCY);
        ColumnProfile column = draft.roles.profile(ColumnRole.CURRENCY);
        if (column == null) {
            column = currencyByContent();
        }
        if (column != null && (!column.isEmpty() || draft.file.rows() == 0)) {
            long blank = draft.file.byType().entrySet().stream()
                    .filter(type -> draft.layout.types().get(type.getKey()) != RowType.IGNORED)
                    .mapToLong(type -> type.getValue().blankCurrency)
                    .sum();
            if (Math.min(blank, column.blank()) > 0 && !draft.payments) {
                constant(column, ProposalCode.CURRENCY_BLANK, currenciesIn(column), null, blank);
            }
            return;
        }
        if (draft.payments && draft.read.containsKey(CsvField.INVOICE_ID)) {
            return; // the currency of the document that is paid
        }
        withoutColumn();
    }

    private static List<String> currenciesIn(ColumnProfile column) {
        List<String> codes = column.texts().keySet().stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(HeaderCurrency::isCode)
                .distinct()
                .toList();
        return codes.isEmpty() ? CURRENCIES : codes;
    }

    private @Nullable ColumnProfile currencyByContent() {
        for (ColumnProfile column : draft.file.columns()) {
            boolean named = !column.header().isEmpty() && !draft.roles.isRepeated(column);
            if (named
                    && draft.roles.roleOf(column.index()) == null
                    && column.inCurrencies() > MOSTLY
                    && column.longest() == 3) {
                draft.roles.give(ColumnRole.CURRENCY, column.index());
                draft.read.put(CsvField.CURRENCY, ColumnRole.CURRENCY);
                draft.reason(column, ProposalCode.BY_CONTENT);
                return column;
            }
        }
        return null;
    }

    private void withoutColumn() {
        Map<String, Long> marks = new TreeMap<>();
        draft.amountColumns()
                .forEach(
                        column -> column.amounts().marks().forEach((mark, rows) -> marks.merge(mark, rows, Long::sum)));
        ColumnProfile amount =
                draft.amountColumns().isEmpty() ? null : draft.amountColumns().get(0);
        Optional<String> stated = stated(amount);
        Set<String> possible = null;
        for (String mark : marks.keySet()) {
            Set<String> codes = new LinkedHashSet<>(currencies(mark));
            if (possible == null) {
                possible = codes;
            } else {
                possible.retainAll(codes);
            }
        }
        if (possible != null && stated.isPresent() && possible.contains(stated.get())) {
            possible = Set.of(stated.get());
        }
        if (possible != null && possible.isEmpty()) {
            draft.ask(
                    LayoutDraft.CURRENCY,
                    ProposalCode.CURRENCY_MIXED,
                    marks.keySet(),
                    List.of(),
                    null,
                    Problem.FIELD,
                    CsvField.CURRENCY.code(),
                    COLUMN,
                    LayoutDraft.header(amount),
                    "marks",
                    String.join(", ", marks.keySet()));
        } else if (possible != null && possible.size() == 1) {
            found(amount, possible.iterator().next());
        } else if (possible != null) {
            List<String> codes = possible.contains("USD") ? DOLLARS : List.copyOf(possible);
            boolean pounds = codes.get(0).equals("GBP");
            constant(
                    amount,
                    pounds ? ProposalCode.CURRENCY_BY_SIGN : ProposalCode.CURRENCY_SIGN,
                    codes,
                    pounds ? "GBP" : null,
                    0);
        } else if (stated.isPresent()) {
            found(amount, stated.get());
        } else {
            constant(amount, ProposalCode.CURRENCY_UNKNOWN, CURRENCIES, null, 0);
        }
    }

    private static List<String> currencies(String mark) {
        return new Amounts.Stated(BigDecimal.ZERO, mark).currencies();
    }

    /** The currency that the header of the amount or a line above the header names. */
    private Optional<String> stated(@Nullable ColumnProfile amount) {
        Optional<String> named = amount == null ? Optional.empty() : HeaderCurrency.of(amount.header());
        if (named.isPresent()) {
            return named;
        }
        for (String title : draft.file.titles()) {
            Matcher stated = STATED_CURRENCY.matcher(Words.plain(title));
            if (stated.find() && HeaderCurrency.isCode(stated.group(1).toUpperCase(Locale.ROOT))) {
                return Optional.of(stated.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private void constant(
            @Nullable ColumnProfile column,
            ProposalCode code,
            List<String> possible,
            @Nullable String assumed,
            long rows) {
        String hint = draft.hints.answers().get(LayoutDraft.CURRENCY);
        String answer = hint != null
                ? hint
                : draft.ask(
                        LayoutDraft.CURRENCY,
                        code,
                        column == null ? List.of() : column.samples(),
                        possible,
                        assumed,
                        Problem.FIELD,
                        CsvField.CURRENCY.code(),
                        COLUMN,
                        LayoutDraft.header(column),
                        "currency",
                        Objects.requireNonNullElse(assumed, ""),
                        "rows",
                        rows);
        draft.layout = answer == null ? draft.layout : draft.layout.withConstant(CsvField.CURRENCY, answer);
    }

    private void encoding() {
        String name = draft.file.encoding().name();
        if (draft.file.encodingIs() == FileProfile.Encoding.ASSUMED) {
            draft.ask("encoding", ProposalCode.ENCODING_ASSUMED, List.of(), List.of(name), name, "encoding", name);
        } else if (draft.file.damaged() > 0) {
            draft.ask(
                    "encoding",
                    ProposalCode.ENCODING_DAMAGED,
                    List.of(),
                    List.of(name),
                    name,
                    "encoding",
                    name,
                    "rows",
                    draft.file.damaged());
        }
    }

    private void found(@Nullable ColumnProfile amount, String code) {
        draft.layout = draft.layout.withConstant(CsvField.CURRENCY, code);
        draft.reason(amount, ProposalCode.CURRENCY_FOUND, "currency", code);
    }
}
