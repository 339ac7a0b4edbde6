package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.files.ColumnProposal.Reason;
import io.receivables.files.ColumnRole.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known so far of the layout of one file, and what has been asked. */
final class LayoutDraft {
    static final String OPEN_ON = "open_on";
    static final String CURRENCY = "currency";
    static final String DECIMAL = "decimal";
    static final String NONE = "none";
    static final String KEEP = "keep";
    static final String COLUMN = "column";
    private static final int SURE = 60;
    static final double MOSTLY = 0.9;
    static final Set<CsvField> MANDATORY =
            EnumSet.of(CsvField.INVOICE_ID, CsvField.ISSUE_DATE, CsvField.AMOUNT, CsvField.DATE);
    private static final Set<ProposalCode> HOW_TO_READ = EnumSet.of(
            ProposalCode.DATE_ORDER,
            ProposalCode.DATE_CONTRADICTION,
            ProposalCode.DATE_UNREADABLE,
            ProposalCode.DAY_NUMBERS,
            ProposalCode.DECIMAL_SIGN,
            ProposalCode.DECIMAL_CONTRADICTION,
            ProposalCode.NET_OR_GROSS,
            ProposalCode.ONLY_NET,
            ProposalCode.PAYMENT_SIGN);

    final FileProfile file;
    final Roles roles;
    final MappingHints hints;
    final Map<String, String> answers;
    final String prefix;
    final boolean payments;
    final boolean withPayments;
    final List<MappingQuestion> asked = new ArrayList<>();
    final Map<Integer, List<Reason>> reasons = new HashMap<>();
    final Map<Integer, String> notations = new HashMap<>();
    final Map<CsvField, ColumnRole> read = new EnumMap<>(CsvField.class);
    CsvLayout layout;

    /**
     * @param payments whether it is a file of payments
     * @param withPayments whether a file of payments comes with this one
     */
    LayoutDraft(
            FileProfile file, MappingHints hints, Map<String, String> answers, boolean payments, boolean withPayments) {
        this.file = file;
        this.hints = hints;
        this.answers = answers;
        this.payments = payments;
        this.withPayments = withPayments;
        this.prefix = payments ? "payments." : "";
        this.layout = CsvLayout.canonical()
                .withEncoding(file.encoding())
                .withDelimiter(file.dialect().delimiter());
        this.layout = file.dialect().quote().isEmpty()
                ? layout.withoutQuotes()
                : layout.withQuote(file.dialect().quote().orElseThrow());
        this.roles = Roles.assign(file.columns(), given(), payments);
    }

    /** The columns that were given or answered. */
    private Map<CsvField, String> given() {
        Map<CsvField, String> given = new EnumMap<>(CsvField.class);
        hints.columns().forEach((field, header) -> {
            if (column(header) == null) {
                throw new CsvException(Problem.of(
                        CsvProblem.UNKNOWN_HEADER,
                        Problem.FILE,
                        file.file(),
                        Problem.FIELD,
                        field.code(),
                        Problem.VALUE,
                        Text.shown(header),
                        "nearest",
                        Text.nearest(header, file.header()),
                        "headers",
                        Text.shown(String.join(", ", file.header()), 400)));
            }
            given.put(field, header);
        });
        for (CsvField field : payments ? CsvField.ofPayments() : CsvField.ofInvoices()) {
            String answer = answers.get(prefix + field.code());
            if (answer != null && column(answer) != null) {
                given.put(field, answer);
            }
        }
        return given;
    }

    @Nullable ColumnProfile column(String header) {
        return file.columns().stream()
                .filter(column ->
                        !header.isEmpty() && Text.header(column.header()).equals(Text.header(header)))
                .findFirst()
                .orElse(null);
    }

    CsvLayout layout() {
        CsvLayout whole = layout;
        for (Map.Entry<CsvField, ColumnRole> field : read.entrySet()) {
            whole = whole.withColumn(field.getKey(), roles.header(field.getValue()));
        }
        for (MappingQuestion question : asked) {
            if (HOW_TO_READ.contains(question.code()) && !answers.containsKey(question.key())) {
                // a header that no file has: what would be a guess does not load
                whole = whole.withColumn(question.field().orElseThrow(), question.key() + "?");
            }
        }
        return whole;
    }

    /** All questions, those that have been answered included. */
    List<MappingQuestion> asked() {
        return asked;
    }

    /** The answer, if it was given; otherwise what is assumed, or null. */
    @Nullable String ask(
            String key,
            ProposalCode code,
            Collection<String> evidence,
            List<String> possible,
            @Nullable String assumed,
            Object... namesAndValues) {
        List<Object> all = new ArrayList<>(List.of(Problem.FILE, file.file()));
        all.addAll(Arrays.asList(namesAndValues));
        MappingQuestion question = new MappingQuestion(
                prefix + key,
                code,
                Problem.of(code, all.toArray()).attributes(),
                evidence.stream().limit(5).map(Text::shown).toList(),
                possible,
                Optional.ofNullable(assumed));
        asked.add(question);
        String answer = answer(key);
        return answer == null ? assumed : answer;
    }

    @Nullable String answer(String key) {
        return answers.get(prefix + key);
    }

    void reason(@Nullable ColumnProfile column, ProposalCode code, Object... namesAndValues) {
        if (column != null) {
            reasons.computeIfAbsent(column.index(), key -> new ArrayList<>())
                    .add(new Reason(code, Problem.of(code, namesAndValues).attributes()));
        }
    }

    /** Reads a column as what it is for. */
    void read(ColumnRole role) {
        role.field().ifPresent(field -> readAs(role, field));
    }

    void readAs(ColumnRole role, CsvField field) {
        ColumnProfile column = roles.profile(role);
        Roles.Candidate candidate = roles.candidate(role);
        if (column == null || candidate == null) {
            return;
        }
        read.put(field, role);
        boolean given = candidate.meaning().isEmpty();
        List<String> rivals = roles.rivals(role).stream()
                .map(rival -> file.columns().get(rival.column()).header())
                .toList();
        boolean mandatory = MANDATORY.contains(field);
        boolean telling = mandatory
                || EnumSet.of(Content.DATE, Content.AMOUNT, Content.TYPE).contains(role.content());
        if (!rivals.isEmpty() && telling && !given) {
            List<String> both = new ArrayList<>(List.of(column.header()));
            both.addAll(rivals);
            if (!mandatory) {
                both.add(NONE);
            }
            String chosen = ask(
                    field.code(),
                    ProposalCode.SEVERAL_COLUMNS,
                    column.samples(),
                    both,
                    null,
                    Problem.FIELD,
                    field.code(),
                    "columns",
                    String.join(", ", both));
            if (chosen == null || chosen.equals(NONE)) {
                read.remove(field);
            }
        } else if (!given && candidate.score() < SURE && mandatory) {
            ask(
                    field.code(),
                    ProposalCode.UNCLEAR_COLUMN,
                    column.samples(),
                    headers(),
                    column.header(),
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    column.header());
        }
    }

    List<String> headers() {
        return file.columns().stream()
                .filter(column -> !column.header().isEmpty() && !roles.isRepeated(column))
                .map(ColumnProfile::header)
                .toList();
    }

    /** Asks for the column of a field that each row needs. */
    void require(ColumnRole role) {
        CsvField field = role.field().orElseThrow();
        if (read.containsKey(field)
                || asked.stream().anyMatch(question -> question.key().equals(prefix + field.code()))) {
            return;
        }
        Optional<ColumnProfile> repeated = file.columns().stream()
                .filter(roles::isRepeated)
                .filter(column -> Synonyms.builtIn().meanings(column.header()).stream()
                        .anyMatch(meaning -> meaning.role() == role))
                .findFirst();
        if (repeated.isPresent()) {
            ask(
                    field.code(),
                    ProposalCode.REPEATED_HEADER,
                    repeated.get().samples(),
                    possible(role),
                    null,
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    repeated.get().header());
            return;
        }
        List<String> possible = possible(role);
        ask(
                field.code(),
                ProposalCode.NO_COLUMN,
                List.of(),
                possible,
                null,
                Problem.FIELD,
                field.code(),
                "columns",
                Text.shown(String.join(", ", possible), 300));
    }

    /** The headers whose columns could be it by their content; all if there are none. */
    List<String> possible(ColumnRole role) {
        List<String> fitting = file.columns().stream()
                .filter(column -> !column.header().isEmpty() && !roles.isRepeated(column) && !column.isEmpty())
                .filter(column -> fits(column, role))
                .map(ColumnProfile::header)
                .toList();
        return fitting.isEmpty() ? headers() : fitting;
    }

    static boolean fits(ColumnProfile column, ColumnRole role) {
        return switch (role.content()) {
            case DATE -> column.datable() > MOSTLY;
            case AMOUNT -> column.numeric() > MOSTLY && column.dated() == 0;
            case ID ->
                column.dated() == 0
                        && !column.amounts().hasDecimals()
                        && (role != ColumnRole.INVOICE_ID || column.unique() > MOSTLY);
            default -> true;
        };
    }

    static String header(@Nullable ColumnProfile column) {
        return column == null ? "" : column.header();
    }

    List<ColumnProfile> amountColumns() {
        List<ColumnProfile> columns = new ArrayList<>();
        for (Map.Entry<CsvField, ColumnRole> field : read.entrySet()) {
            ColumnProfile column = roles.profile(field.getValue());
            if (field.getKey().kind() == CsvField.Kind.AMOUNT && column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    List<ColumnProposal> columns() {
        return file.columns().stream().map(this::proposal).toList();
    }

    private ColumnProposal proposal(ColumnProfile column) {
        ColumnRole role = roles.roleOf(column.index());
        Optional<CsvField> field = read.entrySet().stream()
                .filter(entry -> Objects.equals(roles.column(entry.getValue()), column.index()))
                .map(Map.Entry::getKey)
                .findFirst();
        Roles.Candidate held = role == null || role == ColumnRole.OTHER ? null : roles.candidate(role);
        List<Reason> all = new ArrayList<>();
        if (field.isPresent() && held != null) {
            all.add(found(held, column));
            all.add(content(held, column));
        } else {
            all.add(notRead(column, role));
        }
        all.addAll(reasons.getOrDefault(column.index(), List.of()));
        return new ColumnProposal(
                file.file(),
                column.header(),
                field,
                field.isPresent() && held != null ? held.score() : 0,
                all,
                notations.getOrDefault(column.index(), ""));
    }

    private static Reason content(Roles.Candidate held, ColumnProfile column) {
        ProposalCode code = held.fit() >= 0.7 ? ProposalCode.CONTENT_FITS : ProposalCode.CONTENT_OBJECTS;
        String kind = held.role().content().name().toLowerCase(Locale.ROOT);
        return new Reason(code, Map.of("content", kind, "rows", String.valueOf(column.filled())));
    }

    private Reason notRead(ColumnProfile column, @Nullable ColumnRole role) {
        Roles.Candidate best = roles.bestOf(column.index());
        if (role == null && best != null && best.fit() < 0.5) {
            return new Reason(
                    ProposalCode.CONTENT_OBJECTS,
                    Map.of(
                            "content",
                            best.role().content().name().toLowerCase(Locale.ROOT),
                            "rows",
                            String.valueOf(column.filled())));
        }
        return role == null || role == ColumnRole.OTHER
                ? new Reason(ProposalCode.UNKNOWN_COLUMN, Map.of())
                : new Reason(ProposalCode.KNOWN_OTHERWISE, Map.of("role", role.code()));
    }

    private static Reason found(Roles.Candidate held, ColumnProfile column) {
        if (held.meaning().isEmpty()) {
            return new Reason(ProposalCode.GIVEN, Map.of());
        }
        Synonyms.Meaning meaning = held.meaning().get();
        ProposalCode code = meaning.whole() ? ProposalCode.BY_HEADER : ProposalCode.BY_PART_OF_HEADER;
        return new Reason(code, Map.of("header", column.header(), "systems", meaning.metIn()));
    }
}
