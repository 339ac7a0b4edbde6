package io.receivables.examples.report;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.Unit;
import io.receivables.metrics.aging.AgedBucket;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Bucket;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report on a terminal: aged balance with bars, DSO with its trend, top debtors, problems; 80 columns wide. */
public final class TerminalReport {
    private static final int WIDTH = 80;
    private static final int DEBTORS = 5;
    private static final int PROBLEM_KINDS = 6;
    private static final List<String> AGED_SUMS =
            List.of("aged.receivables", "aged.overdue", "aged.disputed", "aged.credits", "aged.net");
    /** A space, but not one that French puts inside quotes and before a colon. */
    private static final Pattern BREAK = Pattern.compile("(?<!«) (?![:;!?»])");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final Texts texts;
    private final Style style;
    private final PrintStream out;

    private TerminalReport(Figures figures, Texts texts, Style style, PrintStream out) {
        this.figures = figures;
        this.texts = texts;
        this.style = style;
        this.out = out;
    }

    /**
     * Prints the report.
     *
     * @param title whose ledger it is
     */
    public static void print(Figures figures, String title, Texts texts, Style style, PrintStream out) {
        new TerminalReport(figures, texts, style, out).print(title);
    }

    private void print(String title) {
        heading(title);
        if (figures.currencies().isEmpty()) {
            out.println("  " + texts.text("nothing", texts.date(figures.asOf())));
            out.println();
        }
        if (figures.currencies().size() > 1) {
            overview();
        }
        figures.currencies().forEach(this::currency);
        problems();
        conventions();
    }

    // ---- heading

    private void heading(String title) {
        Source.Items items = figures.items();
        out.println();
        out.println(style.title(clip(texts.text("title", texts.date(figures.asOf())), WIDTH)));
        out.println(clip(title, WIDTH));
        List<String> counts = new ArrayList<>(List.of(
                texts.count("items.invoices", items.invoices()),
                texts.count("items.creditNotes", items.creditNotes()),
                texts.count("items.payments", items.payments())));
        if (items.rejected() > 0) {
            counts.add(texts.count("items.rejected", items.rejected()));
        }
        if (items.duplicates() > 0) {
            counts.add(texts.count("items.duplicates", items.duplicates()));
        }
        wrap(String.join(" · ", counts), "").forEach(line -> out.println(style.faint(line)));
        out.println();
    }

    private void section(String text, String remark) {
        String gap = " ".repeat(Math.max(1, WIDTH - length(text) - length(remark)));
        out.println((style.strong(text) + gap + style.faint(remark)).stripTrailing());
    }

    // ---- all currencies

    private void overview() {
        List<String> columns = Stream.of("column.receivables", "column.overdue", "column.net")
                .map(texts::text)
                .toList();
        int amounts = Math.max(
                columns.stream().mapToInt(TerminalReport::length).max().orElse(0),
                amountWidth(figures.currencies().values().stream()
                        .flatMap(f -> Stream.of(
                                f.aged().receivables(),
                                f.aged().overdue(),
                                f.aged().net()))));
        // the net column gives way to amounts of a size that no ledger should have
        boolean withNet = 3 * amounts + 31 <= WIDTH;
        out.println(style.faint("       " + right(columns.get(0), amounts) + "  " + right(columns.get(1), amounts)
                + " ".repeat(8)
                + (withNet ? "  " + right(columns.get(2), amounts) : "")
                + "  " + right(texts.text("column.dso"), 10)));
        for (Map.Entry<String, Figures.OfCurrency> entry : figures.currencies().entrySet()) {
            AgedLine aged = entry.getValue().aged();
            out.println("  " + style.strong(entry.getKey()) + "  "
                    + right(texts.amount(aged.receivables()), amounts) + "  "
                    + right(texts.amount(aged.overdue()), amounts) + " "
                    + right(share(aged.overdue(), aged.receivables()), 7)
                    + (withNet ? "  " + right(texts.amount(aged.net()), amounts) : "")
                    + "  " + right(value(dso90(entry.getValue())), 10));
        }
        out.println();
    }

    private static Measure dso90(Figures.OfCurrency of) {
        return Objects.requireNonNull(of.dso().get(DsoFigure.SIMPLE_90)).now();
    }

    private int amountWidth(Stream<Money> amounts) {
        return amounts.mapToInt(amount -> texts.amount(amount).length()).max().orElse(0);
    }

    // ---- one currency

    private void currency(String currency, Figures.OfCurrency of) {
        out.println(style.title("━━ " + currency + " " + "━".repeat(WIDTH - 4 - currency.length())));
        out.println();
        aged(of);
        dso(of);
        debtors(currency, of.aged());
    }

    private void aged(Figures.OfCurrency of) {
        AgedLine aged = of.aged();
        section(texts.text("aged.title"), texts.count("aged.items", aged.openItems()));
        Layout layout = layout(aged);
        int bars = WIDTH - layout.width() - 2;
        long longest = aged.buckets().stream()
                .mapToLong(bucket -> bucket.amount().minorUnits())
                .max()
                .orElse(0);
        for (AgedBucket bucket : aged.buckets()) {
            String bar = Graphics.bar(bucket.amount().minorUnits(), longest, bars);
            String row = row(label(bucket.bucket()), bucket.amount(), bucket.items(), aged, layout);
            out.println((row + "  " + tint(bucket.bucket(), bar)).stripTrailing());
        }
        out.println(style.faint("  " + "─".repeat(layout.width() - 2)));
        part("aged.receivables", aged.receivables(), aged.openItems(), aged, layout);
        part("aged.overdue", aged.overdue(), aged.overdueItems(), aged, layout);
        if (aged.disputedItems() > 0) {
            part("aged.disputed", aged.disputed(), aged.disputedItems(), aged, layout);
        }
        sum("aged.credits", aged.unappliedCredits().negated(), texts.text("aged.credits.what"), layout);
        Money difference = of.footing().difference();
        sum(
                "aged.net",
                aged.net(),
                difference.isZero() ? texts.text("aged.foots") : texts.text("aged.differs", texts.amount(difference)),
                layout);
        out.println();
    }

    /** The widths of the columns of the aged balance. */
    private record Layout(int labels, int amounts, int items) {
        private static final int SHARE = 7;

        int width() {
            return 2 + labels + 2 + amounts + 2 + SHARE + 1 + items;
        }
    }

    private Layout layout(AgedLine aged) {
        int labels = Stream.concat(
                        aged.buckets().stream().map(b -> label(b.bucket())),
                        AGED_SUMS.stream().map(texts::text))
                .mapToInt(TerminalReport::length)
                .max()
                .orElse(0);
        int amounts = amountWidth(Stream.concat(
                aged.buckets().stream().map(AgedBucket::amount),
                Stream.of(aged.receivables(), aged.unappliedCredits().negated(), aged.net())));
        return new Layout(
                labels, amounts, Math.max(5, texts.number(aged.openItems()).length()));
    }

    private void part(String key, Money amount, int items, AgedLine aged, Layout layout) {
        out.println(row(texts.text(key), amount, items, aged, layout));
    }

    private String row(String label, Money amount, int items, AgedLine aged, Layout layout) {
        return "  " + pad(label, layout.labels) + "  " + right(texts.amount(amount), layout.amounts) + "  "
                + right(share(amount, aged.receivables()), Layout.SHARE) + " "
                + right(texts.number(items), layout.items);
    }

    private void sum(String key, Money amount, String remark, Layout layout) {
        String line =
                "  " + pad(texts.text(key), layout.labels) + "  " + right(texts.amount(amount), layout.amounts) + "  ";
        List<String> remarks = wrap(remark, " ".repeat(line.length()));
        out.println(line + style.faint(remarks.get(0).substring(line.length())));
        remarks.stream().skip(1).forEach(rest -> out.println(style.faint(rest)));
    }

    private String label(Bucket bucket) {
        if (bucket.from() == Bucket.UNBOUNDED_BELOW) {
            return texts.text("bucket.not-due");
        }
        return bucket.to() == Bucket.UNBOUNDED_ABOVE
                ? texts.text("bucket.above", bucket.from())
                : texts.text("bucket.range", bucket.from(), bucket.to());
    }

    private String tint(Bucket bucket, String bar) {
        return bucket.to() <= 0 ? style.good(bar) : bucket.to() <= 60 ? style.notice(bar) : style.bad(bar);
    }

    /** A part in percent of the whole. */
    private String share(Money part, Money whole) {
        return whole.isZero()
                ? "–"
                : texts.percent(BigDecimal.valueOf(part.minorUnits())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole.minorUnits()), 1, RoundingMode.HALF_UP));
    }

    // ---- DSO

    private void dso(Figures.OfCurrency of) {
        section(texts.text("dso.title"), trendRemark());
        Map<String, Figures.Line> lines = new LinkedHashMap<>();
        of.dso().forEach((figure, line) -> lines.put(figure.key(), line));
        lines.put("cei", of.cei());
        lines.put("averageDaysLate", of.averageDaysLate());
        Set<String> notes = new LinkedHashSet<>();
        Set<MeasureWarning> warnings = EnumSet.noneOf(MeasureWarning.class);
        lines.forEach((key, line) -> {
            measure(texts.text("figure." + key), line);
            if (line.now().status() != MeasureStatus.OK) {
                notes.add("    · " + line.now().reason(texts.locale()));
            }
            warnings.addAll(line.now().warnings());
        });
        warnings.forEach(warning -> notes.add("    ! " + warning.text(texts.locale())));
        notes.forEach(note -> note(note, "      "));
        out.println();
    }

    private String trendRemark() {
        List<LocalDate> monthEnds = figures.monthEnds();
        return monthEnds.isEmpty()
                ? ""
                : texts.text("dso.trend", month(monthEnds.get(0)), month(monthEnds.get(monthEnds.size() - 1)));
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }

    private void measure(String label, Figures.Line line) {
        Measure now = line.now();
        List<Optional<BigDecimal>> trend = figures.monthEnds().stream()
                .map(end -> Optional.ofNullable(line.trend().get(end)).flatMap(Measure::value))
                .toList();
        List<BigDecimal> known = trend.stream().flatMap(Optional::stream).toList();
        String range = known.isEmpty()
                ? ""
                : texts.oneDecimal(Collections.min(known)) + "–" + texts.oneDecimal(Collections.max(known));
        String figure = right(value(now), 10);
        String sparkline = pad(Graphics.sparkline(trend), 24);
        boolean fits = 2 + 25 + 1 + length(figure) + 2 + length(sparkline) + 2 + length(range) <= WIDTH;
        String text = "  " + pad(label, 25) + " " + style.strong(figure) + "  " + sparkline;
        out.println((fits ? text + "  " + style.faint(range) : text).stripTrailing());
    }

    /** A text whose further lines are indented; as much of the indent may be taken by the start of the first line. */
    private void note(String text, String indent) {
        List<String> lines = wrap(text.substring(indent.length()), indent);
        out.println(
                style.faint(text.substring(0, indent.length()) + lines.get(0).substring(indent.length())));
        lines.stream().skip(1).forEach(line -> out.println(style.faint(line)));
    }

    private String value(Measure measure) {
        String bound = measure.status() == MeasureStatus.HISTORY_EXHAUSTED ? "≥ " : "";
        return measure.value()
                .map(value -> measure.unit() == Unit.PERCENT
                        ? texts.percent(value)
                        : bound + texts.text("days", texts.oneDecimal(value)))
                .orElse("–");
    }

    // ---- debtors

    private void debtors(String currency, AgedLine all) {
        List<Figures.OfCustomer> debtors = figures.customers().stream()
                .filter(line -> line.aged().currency().getCurrencyCode().equals(currency)
                        && line.aged().receivables().isPositive())
                .sorted(Comparator.<Figures.OfCustomer>comparingLong(
                                line -> -line.aged().receivables().minorUnits())
                        .thenComparing(line -> line.customer().id()))
                .toList();
        List<Figures.OfCustomer> top = debtors.stream().limit(DEBTORS).toList();
        if (top.isEmpty()) {
            return;
        }
        Money sum = top.stream().map(line -> line.aged().receivables()).reduce(Money.zero(all.currency()), Money::plus);
        section(
                texts.text("debtors.title"),
                top.size() == debtors.size()
                        ? texts.count("debtors.all", debtors.size())
                        : texts.text(
                                "debtors.share",
                                top.size(),
                                texts.number(debtors.size()),
                                share(sum, all.receivables())));
        int amounts = Math.max(
                amountWidth(top.stream().map(line -> line.aged().receivables())),
                Math.max(length(texts.text("column.open")), length(texts.text("column.overdue"))));
        int names = WIDTH - 2 - 1 - amounts - 1 - 7 - 2 - amounts - 1 - 7;
        out.println(style.faint("  " + " ".repeat(names + 1) + right(texts.text("column.open"), amounts) + "          "
                + right(texts.text("column.overdue"), amounts) + " " + right(texts.text("column.oldest"), 7)));
        for (Figures.OfCustomer line : top) {
            AgedLine aged = line.aged();
            String overdue = aged.overdue().isZero() ? "" : texts.amount(aged.overdue());
            out.println(("  " + pad(clip(name(line), names), names) + " "
                            + right(texts.amount(aged.receivables()), amounts) + " "
                            + right(share(aged.receivables(), all.receivables()), 7) + "  "
                            + style.bad(right(overdue, amounts)) + " " + right(oldest(aged), 7))
                    .stripTrailing());
        }
        out.println();
    }

    private static String name(Figures.OfCustomer line) {
        String id = line.customer().id();
        String name = line.customer().name();
        return printable(name.equals(id) ? id : name + " (" + id + ")");
    }

    /** How long the oldest item has been overdue. */
    private String oldest(AgedLine aged) {
        return aged.oldest()
                .map(oldest -> ChronoUnit.DAYS.between(oldest.date(), figures.asOf()))
                .filter(days -> days > 0)
                .map(days -> texts.text("days", texts.number(days)))
                .orElse("");
    }

    // ---- problems

    private record ProblemKind(Problem first, int count) {}

    private void problems() {
        List<Problem> problems = figures.problems();
        if (problems.isEmpty()) {
            return;
        }
        long errors = problems.stream().filter(Problem::isError).count();
        section(
                texts.text("problems.title"),
                texts.count("problems.errors", errors) + ", "
                        + texts.count("problems.warnings", problems.size() - errors));
        List<ProblemKind> kinds = kinds(problems);
        kinds.stream().limit(PROBLEM_KINDS).forEach(this::problem);
        if (kinds.size() > PROBLEM_KINDS) {
            out.println("  " + texts.count("problems.more", kinds.size() - PROBLEM_KINDS));
        }
        out.println();
    }

    /** One line per code: errors before warnings, frequent ones first. */
    private static List<ProblemKind> kinds(List<Problem> problems) {
        Map<String, ProblemKind> byCode = new LinkedHashMap<>();
        for (Problem problem : problems) {
            byCode.merge(
                    problem.code().id(),
                    new ProblemKind(problem, 1),
                    (known, more) -> new ProblemKind(known.first, known.count + 1));
        }
        return byCode.values().stream()
                .sorted(Comparator.<ProblemKind>comparingInt(kind -> kind.first.isError() ? 0 : 1)
                        .thenComparingInt(kind -> -kind.count))
                .toList();
    }

    private void problem(ProblemKind kind) {
        Problem first = kind.first;
        String file = first.attribute(Problem.FILE);
        String line = first.attribute(Problem.LINE);
        String where = file.isEmpty()
                ? ""
                : line.isEmpty() ? texts.text("problems.file", file) : texts.text("problems.line", file, line);
        String times = texts.number(kind.count) + " × ";
        String head = times + first.code().id();
        out.println("  " + (first.isError() ? style.bad(head) : style.notice(head)));
        String example = kind.count == 1 ? "" : texts.text("problems.example");
        String message = Stream.of(example, where, first.message(texts.locale()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        note("      " + printable(message), "      ");
    }

    // ---- conventions

    private void conventions() {
        if (figures.currencies().isEmpty()) {
            return;
        }
        out.println(style.strong(texts.text("conventions.title")));
        for (String key : List.of("receivables", "aging", "dso", "countBack", "bestPossible", "cei", "late")) {
            note("  • " + texts.text("conventions." + key), "    ");
        }
        out.println();
    }

    // ---- layout

    /** A line broken so that its rest stands below its indented column. */
    static List<String> hanging(String line, String indent) {
        String shown = printable(line);
        if (length(shown) <= WIDTH || length(shown) <= indent.length()) {
            return List.of(shown);
        }
        int column = shown.offsetByCodePoints(0, indent.length());
        List<String> lines = new ArrayList<>(wrap(shown.substring(column), indent));
        lines.set(0, shown.substring(0, column) + lines.get(0).substring(indent.length()));
        return lines;
    }

    /** Breaks a text between words so that no line exceeds the width; longer words are cut. */
    private static List<String> wrap(String text, String indent) {
        int room = WIDTH - indent.length();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAK.split(text, -1)) {
            String rest = word;
            if (line.length() > 0 && length(line) + 1 + length(rest) > room) {
                lines.add(indent + line);
                line.setLength(0);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            while (length(rest) > room) {
                int cut = rest.offsetByCodePoints(0, room);
                lines.add(indent + rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(rest);
        }
        lines.add(indent + line);
        return lines;
    }

    /** Control characters from a file must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static String clip(String text, int width) {
        return length(text) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
