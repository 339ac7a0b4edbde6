package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.files.ColumnProposal.Reason;
import io.receivables.files.ColumnRole.Content;
import io.receivables.files.CsvLayout.RowType;
import io.receivables.files.DateEvidence.Notation;
import io.receivables.files.DateEvidence.Order;
import io.receivables.files.DateEvidence.Shape;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/** Makes the layout of one file of what its profile says, and asks for what it does not say. */
final class LayoutProposer {
    static final String DECIMAL = "decimal";
    static final String CURRENCY = "currency";
    static final String OPEN_ON = "open_on";
    private static final String NONE = "none";
    private static final String KEEP = "keep";
    private static final String IGNORE = "ignore";
    private static final String GROSS = "gross";
    private static final String NET = "net";
    private static final String INVOICES = "invoices";
    private static final String COLUMN = "column";
    private static final int SURE = 60;
    private static final int SURELY_GROSS = 90;
    private static final double MOSTLY = 0.9;
    /** More than one row in so many with more open than the amount is a running balance. */
    private static final int RUNNING = 20;

    private static final Set<CsvField> MANDATORY =
            EnumSet.of(CsvField.INVOICE_ID, CsvField.ISSUE_DATE, CsvField.AMOUNT, CsvField.DATE);

    private static final Set<ProposalCode> HOW_TO_READ = EnumSet.of(
            ProposalCode.DATE_ORDER,
            ProposalCode.DATE_CONTRADICTION,
            ProposalCode.DATE_UNREADABLE,
            ProposalCode.DAY_NUMBERS,
            ProposalCode.DECIMAL_SIGN,
            ProposalCode.DECIMAL_CONTRADICTION,
            ProposalCode.NET_OR_GROSS,
            ProposalCode.PAYMENT_SIGN);
    private static final List<String> DOLLARS = List.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "CAD", "AUD");
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
    private static final Pattern STATED_CURRENCY =
            Pattern.compile("(?:currency|devise|monnaie|wahrung)\\W{1,3}([a-z]{3})(?:\\W|$)");
    private static final Pattern STATED_DAY = Pattern.compile(
            "(?i)(?:as (?:of|at)|situation au|arr[êe]t[ée]e?s? au|au|per|zum|stichtag:?|stand:?|key date:?|open at key date:?)"
                    + "\\s+(.*\\d.*)");

    private final FileProfile file;
    private final Roles roles;
    private final MappingHints hints;
    private final Map<String, String> answers;
    private final String prefix;
    private final boolean payments;
    private final boolean withPayments;
    private final List<MappingQuestion> asked = new ArrayList<>();
    private final Map<Integer, List<Reason>> reasons = new HashMap<>();
    private final Map<Integer, String> notations = new HashMap<>();
    private final Map<CsvField, ColumnRole> read = new EnumMap<>(CsvField.class);
    private CsvLayout layout;

    /**
     * @param payments whether it is a file of payments
     * @param withPayments whether a file of payments comes with this one
     */
    LayoutProposer(
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

    private @Nullable ColumnProfile column(String header) {
        return file.columns().stream()
                .filter(column ->
                        !header.isEmpty() && Text.header(column.header()).equals(Text.header(header)))
                .findFirst()
                .orElse(null);
    }

    // ---- the steps

    LayoutProposer propose() {
        if (payments) {
            paymentFields();
        } else {
            looksLikePayments();
            invoiceFields();
        }
        dates();
        decimal();
        currency();
        encoding();
        return this;
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

    private void invoiceFields() {
        read(ColumnRole.INVOICE_ID);
        require(ColumnRole.INVOICE_ID);
        customer();
        read(ColumnRole.ISSUE_DATE);
        require(ColumnRole.ISSUE_DATE);
        amount();
        tax();
        openAmount();
        type();
        status();
        dueDate();
        for (ColumnRole role : List.of(
                ColumnRole.COUNTRY,
                ColumnRole.SEGMENT,
                ColumnRole.DELIVERY_DATE,
                ColumnRole.POSTING_DATE,
                ColumnRole.SETTLED_DATE,
                ColumnRole.DISPUTED,
                ColumnRole.REFERENCE,
                ColumnRole.TERMS)) {
            read(role);
        }
    }

    private void paymentFields() {
        read(ColumnRole.PAYMENT_ID);
        read(ColumnRole.INVOICE_ID);
        read(ColumnRole.CUSTOMER_ID);
        if (!roles.has(ColumnRole.INVOICE_ID)) {
            require(ColumnRole.CUSTOMER_ID);
        }
        read(ColumnRole.DATE);
        require(ColumnRole.DATE);
        read(ColumnRole.AMOUNT);
        require(ColumnRole.AMOUNT);
        read(ColumnRole.REFERENCE);
    }

    // ---- asking

    /** The answer, if it was given; otherwise what is assumed, or null. */
    private @Nullable String ask(
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

    private @Nullable String answer(String key) {
        return answers.get(prefix + key);
    }

    private void reason(@Nullable ColumnProfile column, ProposalCode code, Object... namesAndValues) {
        if (column != null) {
            reasons.computeIfAbsent(column.index(), key -> new ArrayList<>())
                    .add(new Reason(code, Problem.of(code, namesAndValues).attributes()));
        }
    }

    // ---- columns

    /** Reads a column as what it is for. */
    private void read(ColumnRole role) {
        role.field().ifPresent(field -> readAs(role, field));
    }

    private void readAs(ColumnRole role, CsvField field) {
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

    private List<String> headers() {
        return file.columns().stream()
                .filter(column -> !column.header().isEmpty() && !roles.isRepeated(column))
                .map(ColumnProfile::header)
                .toList();
    }

    /** Asks for the column of a field that each row needs. */
    private void require(ColumnRole role) {
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
    private List<String> possible(ColumnRole role) {
        List<String> fitting = file.columns().stream()
                .filter(column -> !column.header().isEmpty() && !roles.isRepeated(column) && !column.isEmpty())
                .filter(column -> fits(column, role))
                .map(ColumnProfile::header)
                .toList();
        return fitting.isEmpty() ? headers() : fitting;
    }

    private static boolean fits(ColumnProfile column, ColumnRole role) {
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

    private void customer() {
        read(ColumnRole.CUSTOMER_ID);
        read(ColumnRole.CUSTOMER_NAME);
        if (roles.has(ColumnRole.CUSTOMER_ID) || roles.has(ColumnRole.CUSTOMER_NAME)) {
            return;
        }
        if (file.headings() > 0) {
            layout = layout.withHeadings(CsvField.CUSTOMER_NAME);
        } else {
            require(ColumnRole.CUSTOMER_ID);
        }
    }

    private void looksLikePayments() {
        boolean paymentWords = false;
        boolean invoiceWords = roles.has(ColumnRole.DUE_DATE);
        String told = "";
        for (ColumnProfile column : file.columns()) {
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
            ask("file", ProposalCode.LOOKS_LIKE_PAYMENTS, List.of(), List.of(INVOICES), null, COLUMN, told);
        }
    }

    // ---- amounts

    private void amount() {
        boolean pair = roles.has(ColumnRole.DEBIT) && roles.has(ColumnRole.CREDIT);
        boolean creditIsFound = Text.header(roles.header(ColumnRole.CREDIT)).equals(CsvField.CREDIT.code());
        if (pair && (!roles.has(ColumnRole.AMOUNT) || creditIsFound)) {
            readAs(ColumnRole.DEBIT, CsvField.AMOUNT);
            read(ColumnRole.CREDIT);
            return;
        }
        if (roles.has(ColumnRole.AMOUNT)) {
            read(ColumnRole.AMOUNT);
        } else if (roles.has(ColumnRole.OPEN_AMOUNT)) {
            onlyOpen();
        } else if (roles.has(ColumnRole.NET_AMOUNT)) {
            onlyNet();
        } else if (roles.has(ColumnRole.DEBIT)) {
            readAs(ColumnRole.DEBIT, CsvField.AMOUNT);
        }
        require(ColumnRole.AMOUNT);
    }

    private void onlyOpen() {
        ColumnProfile open = Objects.requireNonNull(roles.profile(ColumnRole.OPEN_AMOUNT));
        ask(
                "amount",
                ProposalCode.ONLY_OPEN,
                open.samples(),
                headers(),
                open.header(),
                Problem.FIELD,
                CsvField.AMOUNT.code(),
                COLUMN,
                open.header());
        readAs(ColumnRole.OPEN_AMOUNT, CsvField.AMOUNT);
    }

    private void onlyNet() {
        ColumnProfile net = Objects.requireNonNull(roles.profile(ColumnRole.NET_AMOUNT));
        ask(
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
        return file.columns().stream()
                .filter(column -> !column.header().isEmpty() && fits(column, ColumnRole.AMOUNT))
                .filter(column -> column.amounts().hasDecimals())
                .map(ColumnProfile::header)
                .toList();
    }

    /** The tax is read if it is within the amount, and whether it is may have to be asked. */
    private void tax() {
        ColumnProfile tax = roles.profile(ColumnRole.TAX_AMOUNT);
        Roles.Candidate amount = roles.candidate(ColumnRole.AMOUNT);
        if (tax == null || tax.isEmpty() || amount == null || !read.containsKey(CsvField.AMOUNT)) {
            return;
        }
        FileProfile.Sums sums = file.sums();
        boolean sumHolds = sums.netAndTax > 0 && sums.netPlusTaxIsAmount >= sums.netAndTax * MOSTLY;
        int weight = amount.meaning().map(Synonyms.Meaning::weight).orElse(100);
        boolean gross = sumHolds || weight >= SURELY_GROSS;
        if (sumHolds) {
            reason(
                    roles.profile(ColumnRole.AMOUNT),
                    ProposalCode.SUM_HOLDS,
                    "net",
                    roles.header(ColumnRole.NET_AMOUNT),
                    "tax",
                    tax.header(),
                    "rows",
                    sums.netPlusTaxIsAmount);
        }
        if (!gross) {
            String answer = ask(
                    "amount.tax",
                    ProposalCode.NET_OR_GROSS,
                    tax.samples(),
                    List.of(GROSS, NET),
                    null,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    COLUMN,
                    roles.header(ColumnRole.AMOUNT),
                    "tax",
                    tax.header());
            gross = GROSS.equals(answer);
        }
        if (gross) {
            read(ColumnRole.TAX_AMOUNT);
        }
    }

    private void openAmount() {
        ColumnProfile open = roles.profile(ColumnRole.OPEN_AMOUNT);
        if (open == null || read.containsValue(ColumnRole.OPEN_AMOUNT) || !read.containsKey(CsvField.AMOUNT)) {
            paidAmount();
            return;
        }
        FileProfile.Sums sums = file.sums();
        boolean notLessPaid = sums.withPaid > 0 && sums.amountLessPaidIsOpen * 2 < sums.withPaid;
        boolean running = sums.openBeyondAmount * RUNNING > sums.withOpen;
        if (notLessPaid || running) {
            reason(open, ProposalCode.NOT_WHAT_IS_OPEN, "rows", Math.max(sums.openBeyondAmount, sums.withPaid));
            roles.drop(ColumnRole.OPEN_AMOUNT);
            paidAmount();
            return;
        }
        if (withPayments) {
            return; // the payment file says what was paid
        }
        read(ColumnRole.OPEN_AMOUNT);
        String titled = dayInTitles();
        ProposalCode code = titled == null ? ProposalCode.OPEN_ON : ProposalCode.OPEN_ON_IN_TITLE;
        String given = answer(OPEN_ON);
        if (hints.answers().containsKey(OPEN_ON)) {
            layout = layout.withOpenOn(LocalDate.parse(hints.answers().get(OPEN_ON)));
            return;
        }
        String day = ask(
                OPEN_ON,
                code,
                file.titles(),
                titled == null ? List.of() : List.of(titled),
                titled,
                Problem.FIELD,
                CsvField.OPEN_AMOUNT.code(),
                COLUMN,
                open.header(),
                "day",
                given == null ? Objects.requireNonNullElse(titled, "") : given);
        if (day != null) {
            layout = layout.withOpenOn(LocalDate.parse(day));
        }
    }

    /** The day that a line above the header names as that of the figures, if only one day can be meant. */
    private @Nullable String dayInTitles() {
        for (String title : file.titles()) {
            Matcher stated = STATED_DAY.matcher(title);
            if (!stated.find()) {
                continue;
            }
            DateEvidence dates = new DateEvidence();
            String text = stated.group(1).strip();
            for (String candidate : List.of(text, text.split(" ")[0])) {
                if (dates.add(candidate, 1)) {
                    Notation notation = dates.notations().get(0);
                    List<Order> orders = orders(notation);
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
        ColumnProfile paid = roles.profile(ColumnRole.PAID_AMOUNT);
        boolean settled = roles.has(ColumnRole.SETTLED_DATE);
        boolean money = paid != null
                && paid.numeric() > MOSTLY
                && paid.amounts().zero() < paid.amounts().values();
        if (paid != null && money && !settled && !withPayments) {
            ask("paid", ProposalCode.PAID_NOT_READ, paid.samples(), List.of(KEEP), KEEP, COLUMN, paid.header());
        }
    }

    // ---- types

    private void type() {
        ColumnProfile column = roles.profile(ColumnRole.TYPE);
        Roles.Candidate candidate = roles.candidate(ColumnRole.TYPE);
        if (column == null || candidate == null) {
            negativeAmounts();
            return;
        }
        Map<String, RowType> known = Synonyms.builtIn().types(column.texts());
        boolean canonical = Text.header(column.header()).equals(CsvField.TYPE.code());
        boolean sure = canonical
                || candidate.meaning().map(meaning -> meaning.weight() >= 100).orElse(true);
        if (known.isEmpty() && !sure) {
            roles.drop(ColumnRole.TYPE);
            negativeAmounts();
            return;
        }
        read(ColumnRole.TYPE);
        Map<String, RowType> types = new TreeMap<>(known);
        for (Map.Entry<String, Long> text : column.texts().entrySet()) {
            if (!types.containsKey(text.getKey())) {
                RowType type = unknownType(column, text.getKey(), text.getValue());
                if (type != null) {
                    types.put(text.getKey(), type);
                }
            }
        }
        layout = layout.withTypes(types);
        paymentRows(types);
    }

    private @Nullable RowType unknownType(ColumnProfile column, String text, long rows) {
        FileProfile.OfType ofType = file.byType().get(text);
        if (ofType != null && !ofType.carriesAmounts()) {
            return RowType.IGNORED;
        }
        List<String> possible =
                Arrays.stream(RowType.values()).map(RowType::code).toList();
        String answer = ask(
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
            FileProfile.OfType ofType = file.byType().get(type.getKey());
            if (type.getValue() == RowType.PAYMENT && ofType != null) {
                positive += ofType.positive;
                negative += ofType.negative;
            }
        }
        if (positive > 0 && negative > 0) {
            List<String> possible = Arrays.stream(CsvLayout.PaymentRows.values())
                    .map(CsvLayout.PaymentRows::code)
                    .toList();
            String answer = ask(
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
                layout = rows.code().equals(answer) ? layout.withPaymentRows(rows) : layout;
            }
        } else if (positive > 0) {
            layout = layout.withPaymentRows(CsvLayout.PaymentRows.POSITIVE);
        }
    }

    private void negativeAmounts() {
        long negative = file.byType().values().stream()
                .mapToLong(ofType -> ofType.negative)
                .sum();
        if (negative > 0) {
            String credit = CsvLayout.NegativeAmount.CREDIT_NOTE.code();
            String reject = CsvLayout.NegativeAmount.REJECT.code();
            String answer = ask(
                    "negative_amount",
                    ProposalCode.NEGATIVE_AMOUNTS,
                    List.of(),
                    List.of(credit, reject),
                    credit,
                    Problem.FIELD,
                    CsvField.AMOUNT.code(),
                    "rows",
                    negative);
            layout = reject.equals(answer) ? layout.withNegativeAmount(CsvLayout.NegativeAmount.REJECT) : layout;
        }
    }

    /** Drafts and cancelled documents are no receivables, but a status column is not what the reader goes by. */
    private void status() {
        ColumnProfile column = roles.profile(ColumnRole.STATUS);
        if (column == null || column.hasManyTexts()) {
            return;
        }
        Map<String, RowType> types = new TreeMap<>();
        List<String> out = new ArrayList<>();
        long rows = 0;
        for (Map.Entry<String, Long> text : column.texts().entrySet()) {
            boolean counts = !NOT_COUNTED.contains(Words.plain(text.getKey()));
            types.put(text.getKey(), counts ? RowType.INVOICE : RowType.IGNORED);
            if (!counts) {
                out.add(text.getKey());
                rows += text.getValue();
            }
        }
        if (out.isEmpty()) {
            return;
        }
        if (read.containsKey(CsvField.TYPE)) {
            ask(
                    "status",
                    ProposalCode.STATUS_KEPT,
                    out,
                    List.of(KEEP),
                    KEEP,
                    COLUMN,
                    column.header(),
                    "texts",
                    Text.shown(String.join(", ", out)),
                    "rows",
                    rows);
            return;
        }
        String answer = ask(
                "status",
                ProposalCode.STATUS_ROWS,
                out,
                List.of(IGNORE, KEEP),
                null,
                COLUMN,
                column.header(),
                "texts",
                Text.shown(String.join(", ", out)),
                "rows",
                rows);
        if (IGNORE.equals(answer)) {
            layout = layout.withTypes(types);
            read.put(CsvField.TYPE, ColumnRole.STATUS);
        }
    }

    // ---- dates

    private void dueDate() {
        read(ColumnRole.DUE_DATE);
        String issueDate = CsvLayout.MissingDueDate.ISSUE_DATE.code();
        List<String> possible = List.of(issueDate, CsvLayout.MissingDueDate.REJECT.code());
        if (!read.containsKey(CsvField.DUE_DATE)) {
            boolean chosen = asked.stream().anyMatch(question -> question.key().equals(CsvField.DUE_DATE.code()));
            if (!chosen) {
                String answer = ask(
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
        for (Map.Entry<String, FileProfile.OfType> type : file.byType().entrySet()) {
            RowType rowType = layout.types().getOrDefault(type.getKey(), RowType.INVOICE);
            FileProfile.OfType rows = type.getValue();
            boolean credit = rowType == RowType.CREDIT_NOTE;
            if (rowType != RowType.PAYMENT && rowType != RowType.IGNORED) {
                ofDebits += credit ? 0 : rows.blankDueOfDebit;
                ofCredits += rows.blankDueOfCredit + (credit ? rows.blankDueOfDebit : 0);
            }
        }
        if (ofDebits > 0) {
            String answer = ask(
                    "missing_due_date",
                    ProposalCode.DUE_DATE_BLANK,
                    List.of(),
                    possible,
                    issueDate,
                    Problem.FIELD,
                    CsvField.DUE_DATE.code(),
                    COLUMN,
                    roles.header(ColumnRole.DUE_DATE),
                    "rows",
                    ofDebits);
            takeMissing(issueDate.equals(answer));
        } else {
            takeMissing(ofCredits > 0);
        }
    }

    private void takeMissing(boolean fromIssueDate) {
        layout = fromIssueDate ? layout.withMissingDueDate(CsvLayout.MissingDueDate.ISSUE_DATE) : layout;
    }

    /** One list of patterns serves all date columns, so that what decides one of them decides all. */
    private void dates() {
        if (!hints.dateFormats().isEmpty()) {
            layout = layout.withDateFormats(hints.dateFormats());
            return;
        }
        unreadableDates();
        Map<Shape, Notation> all = new LinkedHashMap<>();
        Map<Shape, CsvField> firstField = new LinkedHashMap<>();
        for (Map.Entry<CsvField, ColumnRole> field : read.entrySet()) {
            ColumnProfile column = roles.profile(field.getValue());
            if (field.getKey().kind() == CsvField.Kind.DATE && column != null && !column.isEmpty()) {
                for (Notation notation : notations(column)) {
                    all.computeIfAbsent(notation.shape, Notation::new).plus(notation);
                    firstField.putIfAbsent(notation.shape, field.getKey());
                }
            }
        }
        for (ColumnProfile column : file.columns()) {
            boolean sibling = read.values().stream().noneMatch(role -> roles.profile(role) == column);
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
            layout = layout.withDateFormats(List.copyOf(patterns));
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
        for (Map.Entry<CsvField, ColumnRole> field : new EnumMap<>(read).entrySet()) {
            ColumnProfile column = roles.profile(field.getValue());
            boolean isDate = field.getKey().kind() == CsvField.Kind.DATE;
            if (!isDate || column == null || column.isEmpty() || column.datable() >= 0.5) {
                continue;
            }
            ProposalCode code = column.serial() > MOSTLY ? ProposalCode.DAY_NUMBERS : ProposalCode.DATE_UNREADABLE;
            List<String> possible = MANDATORY.contains(field.getKey()) ? List.of() : List.of(NONE);
            String answer = ask(
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
                read.remove(field.getKey());
            }
        }
    }

    private void note(Shape shape, String pattern) {
        for (Map.Entry<CsvField, ColumnRole> field : read.entrySet()) {
            ColumnProfile column = roles.profile(field.getValue());
            if (column != null
                    && field.getKey().kind() == CsvField.Kind.DATE
                    && notations(column).stream().anyMatch(notation -> notation.shape.equals(shape))) {
                notations.merge(column.index(), pattern, (a, b) -> a.equals(b) ? a : a + ", " + b);
                reason(column, ProposalCode.DATES_WRITTEN, "pattern", pattern);
            }
        }
    }

    /** The orders that all values allow; with points between the numbers the day is first wherever they are used. */
    private static List<Order> orders(Notation notation) {
        List<Order> possible = notation.possible();
        boolean points = notation.shape.separator().equals(".") && possible.contains(Order.DMY);
        return points ? List.of(Order.DMY) : possible;
    }

    private @Nullable String pattern(Notation notation, CsvField field, Map<CsvField, Integer> asking) {
        List<Order> possible = orders(notation);
        ColumnProfile column = roles.profile(Objects.requireNonNull(read.get(field)));
        String key =
                field.code() + ".format" + (asking.merge(field, 1, Integer::sum) > 1 ? "." + asking.get(field) : "");
        if (possible.isEmpty()) {
            List<String> every =
                    notation.shape.orders().stream().map(notation::pattern).toList();
            return ask(
                    key,
                    ProposalCode.DATE_CONTRADICTION,
                    List.of(notation.sample(), notation.decisive()),
                    every,
                    null,
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    header(column),
                    "example",
                    notation.decisive());
        }
        if (possible.size() == 1) {
            Order order = possible.get(0);
            if (notation.possible().size() > 1) {
                reason(column, ProposalCode.POINTS_DAY_FIRST);
            } else if (!notation.decisive().isEmpty()) {
                reason(column, ProposalCode.ORDER_DECIDED, "example", Text.shown(notation.decisive()));
            }
            return notation.pattern(order);
        }
        List<String> patterns = possible.stream().map(notation::pattern).toList();
        Order byDue = orderByDueDates(possible);
        if (byDue != null) {
            String assumed = notation.pattern(byDue);
            return ask(
                    key,
                    ProposalCode.ORDER_BY_DUE_DATE,
                    samples(column, notation),
                    patterns,
                    assumed,
                    Problem.FIELD,
                    field.code(),
                    COLUMN,
                    header(column),
                    "pattern",
                    assumed,
                    "example",
                    notation.sample(),
                    "rows",
                    Math.max(file.ordered().dayFirstWrong, file.ordered().monthFirstWrong));
        }
        return ask(
                key,
                ProposalCode.DATE_ORDER,
                samples(column, notation),
                patterns,
                null,
                Problem.FIELD,
                field.code(),
                COLUMN,
                header(column),
                "example",
                notation.sample(),
                "patterns",
                String.join(", ", patterns));
    }

    private static String header(@Nullable ColumnProfile column) {
        return column == null ? "" : column.header();
    }

    private static List<String> samples(@Nullable ColumnProfile column, Notation notation) {
        return column == null ? List.of(notation.sample()) : column.samples();
    }

    /** Invoices are not due before they are issued: that may leave one order. */
    private @Nullable Order orderByDueDates(List<Order> possible) {
        FileProfile.Ordered ordered = file.ordered();
        if (possible.contains(Order.YMD) || ordered.rows == 0) {
            return null;
        }
        if (ordered.dayFirstWrong == 0 && ordered.monthFirstWrong > 0) {
            return Order.DMY;
        }
        return ordered.monthFirstWrong == 0 && ordered.dayFirstWrong > 0 ? Order.MDY : null;
    }

    // ---- how amounts are written

    private List<ColumnProfile> amountColumns() {
        List<ColumnProfile> columns = new ArrayList<>();
        for (Map.Entry<CsvField, ColumnRole> field : read.entrySet()) {
            ColumnProfile column = roles.profile(field.getValue());
            if (field.getKey().kind() == CsvField.Kind.AMOUNT && column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private void decimal() {
        if (hints.answers().containsKey(DECIMAL)) {
            layout = layout.withDecimal(hints.answers().get(DECIMAL).charAt(0));
            return;
        }
        AmountEvidence amounts = new AmountEvidence();
        List<ColumnProfile> columns = amountColumns();
        columns.forEach(column -> amounts.plus(column.amounts()));
        AmountEvidence siblings = new AmountEvidence();
        siblings.plus(amounts);
        for (Roles.Candidate candidate : roles.assigned()) {
            ColumnProfile column = file.columns().get(candidate.column());
            if (candidate.role().content() == Content.AMOUNT && !columns.contains(column)) {
                siblings.plus(column.amounts());
            }
        }
        String header = columns.isEmpty() ? "" : columns.get(0).header();
        List<String> samples = new ArrayList<>(List.of(siblings.pointSample(), siblings.commaSample()));
        List<String> signs = List.of(".", ",");
        if (siblings.withPoint() > 0 && siblings.withComma() > 0) {
            String answer = ask(
                    DECIMAL,
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
            String answer = ask(
                    DECIMAL,
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
        layout = layout.withDecimal(sign.charAt(0));
        for (ColumnProfile column : columns) {
            notations.put(column.index(), "decimal " + sign);
            if (!example.isEmpty()) {
                reason(column, ProposalCode.AMOUNTS_WRITTEN, "sign", sign, "example", Text.shown(example));
            }
        }
    }

    // ---- currency

    private void currency() {
        read(ColumnRole.CURRENCY);
        ColumnProfile column = roles.profile(ColumnRole.CURRENCY);
        if (column == null) {
            column = currencyByContent();
        }
        if (column != null && (!column.isEmpty() || file.rows() == 0)) {
            long blank = file.byType().entrySet().stream()
                    .filter(type -> layout.types().get(type.getKey()) != RowType.IGNORED)
                    .mapToLong(type -> type.getValue().blankCurrency)
                    .sum();
            if (Math.min(blank, column.blank()) > 0 && !payments) {
                constant(
                        column,
                        ProposalCode.CURRENCY_BLANK,
                        List.copyOf(column.texts().keySet()),
                        null,
                        blank);
            }
            return;
        }
        if (payments && read.containsKey(CsvField.INVOICE_ID)) {
            return; // the currency of the document that is paid
        }
        withoutColumn();
    }

    private @Nullable ColumnProfile currencyByContent() {
        for (ColumnProfile column : file.columns()) {
            boolean named = !column.header().isEmpty() && !roles.isRepeated(column);
            if (named
                    && roles.roleOf(column.index()) == null
                    && column.inCurrencies() > MOSTLY
                    && column.longest() == 3) {
                roles.give(ColumnRole.CURRENCY, column.index());
                read.put(CsvField.CURRENCY, ColumnRole.CURRENCY);
                reason(column, ProposalCode.BY_CONTENT);
                return column;
            }
        }
        return null;
    }

    private void withoutColumn() {
        Map<String, Long> marks = new TreeMap<>();
        amountColumns()
                .forEach(
                        column -> column.amounts().marks().forEach((mark, rows) -> marks.merge(mark, rows, Long::sum)));
        ColumnProfile amount =
                amountColumns().isEmpty() ? null : amountColumns().get(0);
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
            ask(
                    CURRENCY,
                    ProposalCode.CURRENCY_MIXED,
                    marks.keySet(),
                    List.of(),
                    null,
                    Problem.FIELD,
                    CsvField.CURRENCY.code(),
                    COLUMN,
                    header(amount),
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
        for (String title : file.titles()) {
            Matcher stated = STATED_CURRENCY.matcher(Words.plain(title));
            if (stated.find() && HeaderCurrency.isCode(stated.group(1).toUpperCase(Locale.ROOT))) {
                return Optional.of(stated.group(1).toUpperCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private void found(@Nullable ColumnProfile amount, String code) {
        layout = layout.withConstant(CsvField.CURRENCY, code);
        reason(amount, ProposalCode.CURRENCY_FOUND, "currency", code);
    }

    private void constant(
            @Nullable ColumnProfile column,
            ProposalCode code,
            List<String> possible,
            @Nullable String assumed,
            long rows) {
        String hint = hints.answers().get(CURRENCY);
        String answer = hint != null
                ? hint
                : ask(
                        CURRENCY,
                        code,
                        column == null ? List.of() : column.samples(),
                        possible,
                        assumed,
                        Problem.FIELD,
                        CsvField.CURRENCY.code(),
                        COLUMN,
                        header(column),
                        "currency",
                        Objects.requireNonNullElse(assumed, ""),
                        "rows",
                        rows);
        layout = answer == null ? layout : layout.withConstant(CsvField.CURRENCY, answer);
    }

    // ---- encoding

    private void encoding() {
        String name = file.encoding().name();
        if (file.encodingIs() == FileProfile.Encoding.ASSUMED) {
            ask("encoding", ProposalCode.ENCODING_ASSUMED, List.of(), List.of(name), name, "encoding", name);
        } else if (file.damaged() > 0) {
            ask(
                    "encoding",
                    ProposalCode.ENCODING_DAMAGED,
                    List.of(),
                    List.of(name),
                    name,
                    "encoding",
                    name,
                    "rows",
                    file.damaged());
        }
    }

    // ---- what became of the columns

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

    private static Reason found(Roles.Candidate held, ColumnProfile column) {
        if (held.meaning().isEmpty()) {
            return new Reason(ProposalCode.GIVEN, Map.of());
        }
        Synonyms.Meaning meaning = held.meaning().get();
        ProposalCode code = meaning.whole() ? ProposalCode.BY_HEADER : ProposalCode.BY_PART_OF_HEADER;
        return new Reason(code, Map.of("header", column.header(), "systems", meaning.metIn()));
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
}
