package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.files.FileProfile.Encoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an unknown file once, from start to end, and takes note of what is in it. */
final class Profiler {
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final int SNIFFED_BYTES = 4096;
    private static final int SAMPLE = 256 * 1024;
    private static final int HEADER_ROWS = 50;
    private static final int SAMPLE_ROWS = 2000;
    private static final int MOST_TYPES = 64;
    private static final int MOST_WAITING = 40_000;
    private static final int FEW_WAITING = 16;
    private static final double BINARY = 0.02;

    private final Path path;
    private final String file;
    private final MappingHints hints;
    private final Map<CsvField, String> columnHints;
    private final boolean payments;

    private Profiler(Path path, MappingHints hints, boolean payments) {
        this.path = path;
        this.file = CsvSource.of(path).name();
        this.hints = hints;
        this.columnHints = hints.columns();
        this.payments = payments;
    }

    /**
     * @throws CsvException if the file is no table of text with a header
     * @throws UncheckedIOException if it cannot be read
     */
    static FileProfile of(Path path, MappingHints hints, boolean payments) {
        return new Profiler(path, hints, payments).profile();
    }

    private FileProfile profile() {
        try {
            Charset given = hints.encoding();
            Charset wide = null;
            try (PushbackInputStream bytes = open()) {
                Optional<Charset> marked = CsvSource.skipMark(bytes);
                if (marked.isPresent()) {
                    return read(marked.get(), Encoding.MARKED);
                }
                wide = wide(bytes.readNBytes(SNIFFED_BYTES));
            }
            if (given != null) {
                return read(given, Encoding.GIVEN);
            }
            try {
                return read(wide == null ? StandardCharsets.UTF_8 : wide, Encoding.PROVEN);
            } catch (DecodingReader.WrongEncodingException e) {
                return read(FALLBACK, Encoding.ASSUMED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    // ---- encoding

    private PushbackInputStream open() throws IOException {
        return new PushbackInputStream(new BufferedInputStream(Files.newInputStream(path)), CsvSource.LONGEST_MARK);
    }

    /** UTF-16 without a mark: of Latin text every other byte is zero. */
    private static @Nullable Charset wide(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        int half = start.length / 2;
        if (half < 4) {
            return null;
        }
        boolean little = zeros[1] > half * 0.7 && zeros[0] < half * 0.1;
        boolean big = zeros[0] > half * 0.7 && zeros[1] < half * 0.1;
        return little ? StandardCharsets.UTF_16LE : big ? StandardCharsets.UTF_16BE : null;
    }

    // ---- the pass

    private FileProfile read(Charset encoding, Encoding known) throws IOException {
        PushbackInputStream bytes = open();
        CsvSource.skipMark(bytes);
        try (DecodingReader text = new DecodingReader(bytes, encoding, known == Encoding.PROVEN)) {
            String sample = sample(text);
            requireText(sample);
            Dialect dialect = Dialect.of(sample, hints.delimiter(), hints.quote());
            if (dialect == null) {
                throw new CsvException(Problem.of(ProposalCode.NO_TABLE, Problem.FILE, file));
            }
            Header header = header(sample, dialect);
            Pass trial = new Pass(header.cells, null);
            try (RawRows rows = new RawRows(new StringReader(sample), dialect)) {
                trial.take(rows, header, SAMPLE_ROWS);
            }
            Roles roles = Roles.assign(trial.columns, columnHints, payments);
            Pass pass = new Pass(header.cells, new Watched(roles, trial.columns));
            try (RawRows rows = new RawRows(new Joined(sample, text), dialect)) {
                pass.take(rows, header, Long.MAX_VALUE);
            }
            boolean wrong = known == Encoding.PROVEN && text.malformed() * 4 > text.beyondAscii();
            if (wrong && text.malformed() > 0) {
                throw new DecodingReader.WrongEncodingException();
            }
            return new FileProfile(
                    file,
                    encoding,
                    known,
                    text.malformed(),
                    dialect,
                    header.titles,
                    header.cells,
                    pass.columns,
                    pass.rows,
                    pass.headings,
                    pass.byType,
                    pass.sums,
                    pass.ordered);
        }
    }

    private static String sample(Reader text) throws IOException {
        char[] buffer = new char[SAMPLE];
        int length = 0;
        while (length < SAMPLE) {
            int read = text.read(buffer, length, SAMPLE - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return new String(buffer, 0, length);
    }

    private void requireText(String sample) {
        long control = sample.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        if (sample.isBlank()) {
            throw new CsvException(Problem.of(CsvProblem.EMPTY_FILE, Problem.FILE, file));
        }
        if (control > sample.length() * BINARY) {
            throw new CsvException(Problem.of(ProposalCode.NO_TEXT, Problem.FILE, file));
        }
    }

    /** The sample that was read ahead, and then the rest. */
    private static final class Joined extends Reader {
        private final StringReader first;
        private final Reader rest;
        private boolean inRest;

        Joined(String first, Reader rest) {
            this.first = new StringReader(first);
            this.rest = rest;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!inRest) {
                int read = first.read(buffer, offset, length);
                if (read > 0) {
                    return read;
                }
                inRest = true;
            }
            return rest.read(buffer, offset, length);
        }

        @Override
        public void close() {
            first.close(); // the rest is closed by who opened it
        }
    }

    // ---- the header

    /** The header, the line on which it starts, and the lines above it. */
    private record Header(List<String> cells, long line, List<String> titles) {}

    /** The row among the first ones with the most cells that are known as headers; else the first of nothing but words. */
    private Header header(String sample, Dialect dialect) throws IOException {
        List<String> above = new ArrayList<>();
        Header best = null;
        int most = 1;
        Header wordy = null;
        int widest = 0;
        try (RawRows rows = new RawRows(new StringReader(sample), dialect)) {
            for (int row = 0; row < HEADER_ROWS && rows.next(); ) {
                if (rows.filled() == 0) {
                    continue;
                }
                row++;
                List<String> cells = List.copyOf(rows.cells()
                        .subList(0, Math.min(rows.used(), rows.cells().size())));
                if (isData(cells)) {
                    widest = Math.max(widest, rows.filled());
                } else {
                    int known = (int) cells.stream().filter(this::isKnownHeader).count();
                    if (known > most) {
                        most = known;
                        best = new Header(cells, rows.line(), List.copyOf(above));
                    }
                    boolean first = wordy == null || wordy.cells.size() < cells.size();
                    if (rows.filled() > 1 && first && widest == 0) {
                        wordy = new Header(cells, rows.line(), List.copyOf(above));
                    }
                }
                above.add(String.join(
                        " ", cells.stream().filter(cell -> !cell.isEmpty()).toList()));
            }
        }
        Header found = best == null ? wordy : best;
        if (found == null) {
            throw new CsvException(Problem.of(ProposalCode.NO_HEADER, Problem.FILE, file, "row", first(above)));
        }
        return found;
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : Text.shown(lines.get(0));
    }

    private boolean isKnownHeader(String cell) {
        return !cell.isEmpty()
                && (Synonyms.builtIn().knows(cell)
                        || columnHints.values().stream()
                                .anyMatch(hint -> Text.header(hint).equals(Text.header(cell))));
    }

    /** Whether a row has dates or amounts, which headers have not. */
    private static boolean isData(List<String> cells) {
        DateEvidence dates = new DateEvidence();
        AmountEvidence amounts = new AmountEvidence();
        boolean any = false;
        for (String cell : cells) {
            any |= dates.add(cell, 1) || amounts.add(cell, 1);
        }
        return any;
    }

    // ---- rows

    /** The columns whose cells are compared within a row, by what the sample says they are. */
    private static final class Watched {
        private final Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
        private final char decimal;
        /** Whether the sample leaves the order of day and month open. */
        private final boolean ordersMatter;

        Watched(Roles roles, List<ColumnProfile> profiles) {
            AmountEvidence all = new AmountEvidence();
            for (ColumnRole role : ColumnRole.values()) {
                Integer column = roles.column(role);
                if (column != null) {
                    columns.put(role, column);
                    if (role.content() == ColumnRole.Content.AMOUNT) {
                        all.plus(profiles.get(column).amounts());
                    }
                }
            }
            decimal = all.withComma() > all.withPoint() ? ',' : '.';
            ColumnProfile issued = roles.profile(ColumnRole.ISSUE_DATE);
            ordersMatter = issued != null
                    && issued.dates().notations().stream()
                            .anyMatch(notation -> notation.possible().size() != 1);
        }

        String text(List<String> cells, ColumnRole role) {
            Integer column = columns.get(role);
            String cell = column == null || column >= cells.size() ? "" : cells.get(column);
            return ColumnProfile.isBlank(cell) ? "" : cell;
        }

        @Nullable BigDecimal amount(List<String> cells, ColumnRole role) {
            String text = text(cells, role);
            Amounts.Stated stated = text.isEmpty() ? null : Amounts.parse(text, decimal);
            return stated == null ? null : stated.value();
        }
    }

    private static final class Pass {
        private final List<String> header;
        private final List<ColumnProfile> columns = new ArrayList<>();
        private final @Nullable Watched watched;
        private final Map<String, FileProfile.OfType> byType = new LinkedHashMap<>();
        private final FileProfile.Sums sums = new FileProfile.Sums();
        private final FileProfile.Ordered ordered = new FileProfile.Ordered();
        private long rows;
        private long headings;

        Pass(List<String> header, @Nullable Watched watched) {
            this.header = header;
            this.watched = watched;
            for (int i = 0; i < header.size(); i++) {
                columns.add(new ColumnProfile(header.get(i), i, Math.max(FEW_WAITING, MOST_WAITING / header.size())));
            }
        }

        void take(RawRows reader, Header from, long most) throws IOException {
            boolean begun = false;
            while (rows < most && reader.next()) {
                begun |= reader.line() >= from.line;
                if (begun && !reader.malformed() && reader.line() != from.line) {
                    take(reader);
                }
            }
            columns.forEach(ColumnProfile::look);
        }

        private void take(RawRows reader) {
            List<String> cells = reader.cells();
            if (reader.filled() == 0 || isNoData(reader, cells)) {
                return;
            }
            if (reader.filled() == 1 && header.size() > 2) {
                headings += rows == 0 || headings > 0 ? 1 : 0; // below rows of no heading it is a footer
                return;
            }
            if (reader.count() < header.size() || reader.used() > header.size()) {
                return;
            }
            rows++;
            for (int i = 0; i < header.size(); i++) {
                columns.get(i).add(cells.get(i));
            }
            if (watched != null) {
                compare(cells, watched);
            }
        }

        /** Totals and drawn lines leave cells blank, unlike the header that is repeated. */
        private boolean isNoData(RawRows reader, List<String> cells) {
            boolean gaps = reader.filled() < header.size();
            boolean again = cells.get(0).equals(header.get(0))
                    && cells.size() >= header.size()
                    && cells.subList(0, header.size()).equals(header);
            return again || (gaps && isTotal(cells)) || isRule(cells);
        }

        private static boolean isTotal(List<String> cells) {
            for (String cell : cells) {
                if (!cell.isEmpty()) {
                    return NonData.isTotal(cell);
                }
            }
            return false;
        }

        private static boolean isRule(List<String> cells) {
            for (String cell : cells) {
                if (!cell.isEmpty() && !NonData.isRule(cell.toCharArray(), 0, cell.length())) {
                    return false;
                }
            }
            return true;
        }

        // ---- what cells of a row say about each other

        private void compare(List<String> cells, Watched in) {
            BigDecimal amount = amount(cells, in);
            String type = in.text(cells, ColumnRole.TYPE);
            FileProfile.OfType ofType = byType.get(type);
            if (ofType == null) {
                ofType =
                        byType.computeIfAbsent(byType.size() < MOST_TYPES ? type : "", key -> new FileProfile.OfType());
            }
            ofType.rows++;
            boolean debit = amount == null || amount.signum() >= 0;
            ofType.positive += amount != null && amount.signum() > 0 ? 1 : 0;
            ofType.negative += amount != null && amount.signum() < 0 ? 1 : 0;
            boolean noDue = in.text(cells, ColumnRole.DUE_DATE).isEmpty();
            ofType.blankDueOfDebit += noDue && debit ? 1 : 0;
            ofType.blankDueOfCredit += noDue && !debit ? 1 : 0;
            ofType.blankCurrency += in.text(cells, ColumnRole.CURRENCY).isEmpty() ? 1 : 0;
            if (amount != null) {
                add(cells, in, amount);
            }
            if (debit && in.ordersMatter) {
                order(in.text(cells, ColumnRole.ISSUE_DATE), in.text(cells, ColumnRole.DUE_DATE));
            }
        }

        private static @Nullable BigDecimal amount(List<String> cells, Watched in) {
            BigDecimal amount = in.amount(cells, ColumnRole.AMOUNT);
            if (amount != null) {
                return amount;
            }
            BigDecimal debit = in.amount(cells, ColumnRole.DEBIT);
            BigDecimal credit = in.amount(cells, ColumnRole.CREDIT_AMOUNT);
            if (debit == null && credit == null) {
                return in.amount(cells, ColumnRole.OPEN_AMOUNT);
            }
            return Objects.requireNonNullElse(debit, BigDecimal.ZERO)
                    .subtract(Objects.requireNonNullElse(credit, BigDecimal.ZERO));
        }

        private void add(List<String> cells, Watched in, BigDecimal amount) {
            BigDecimal net = in.amount(cells, ColumnRole.NET_AMOUNT);
            BigDecimal tax = in.amount(cells, ColumnRole.TAX_AMOUNT);
            if (net != null && tax != null && tax.signum() != 0) {
                sums.netAndTax++;
                sums.netPlusTaxIsAmount += net.add(tax).compareTo(amount) == 0 ? 1 : 0;
            }
            BigDecimal open = in.amount(cells, ColumnRole.OPEN_AMOUNT);
            BigDecimal paid = in.amount(cells, ColumnRole.PAID_AMOUNT);
            if (open != null) {
                sums.withOpen++;
                sums.openBeyondAmount += open.abs().compareTo(amount.abs()) > 0 ? 1 : 0;
            }
            if (open != null && paid != null && paid.signum() != 0) {
                sums.withPaid++;
                boolean less = amount.subtract(paid).compareTo(open) == 0;
                sums.amountLessPaidIsOpen += less || amount.add(paid).compareTo(open) == 0 ? 1 : 0;
            }
        }

        private void order(String issued, String due) {
            if (issued.isEmpty() || due.isEmpty()) {
                return;
            }
            ordered.dayFirstWrong += isWrong(issued, due, DateEvidence.Order.DMY) ? 1 : 0;
            ordered.monthFirstWrong += isWrong(issued, due, DateEvidence.Order.MDY) ? 1 : 0;
            ordered.rows++;
        }

        private static boolean isWrong(String issued, String due, DateEvidence.Order order) {
            LocalDate from = DateEvidence.read(issued, order);
            LocalDate to = DateEvidence.read(due, order);
            return from != null && to != null && to.isBefore(from);
        }
    }
}
