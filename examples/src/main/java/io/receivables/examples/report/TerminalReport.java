package io.receivables.examples.report;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.metrics.Measure;
import io.receivables.metrics.MeasureStatus;
import io.receivables.metrics.MeasureWarning;
import io.receivables.metrics.MonthEnds;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The report on a terminal: aged balance with bars, DSO with its trend, top debtors, problems; 80 columns wide. */
public final class TerminalReport {
    private static final int WIDTH = 80;
    private static final int DEBTORS = 5;
    private static final int PROBLEM_KINDS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figures figures;
    private final Texts texts;
    private final Style style;
    private final PrintStream out;
    private final List<LocalDate> monthEnds;

    private TerminalReport(Figures figures, Texts texts, Style style, PrintStream out) {
        this.figures = figures;
        this.texts = texts;
        this.style = style;
        this.out = out;
        this.monthEnds = MonthEnds.between(Figures.trendStart(figures.asOf()), figures.asOf());
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
        String line = pad(text, WIDTH - length(remark) - 1);
        out.println(style.strong(line) + " " + style.faint(remark));
    }

    // ---- all currencies

    private void overview() {
        int amounts = amountWidth(figures.currencies().values().stream()
                .flatMap(f -> Stream.of(f.aged().receivables(), f.aged().overdue(), f.aged().net())));
        amounts = Math.max(amounts, 13);
        out.println(style.faint("       " + right(texts.text("column.receivables"), amounts) + "  "
                + right(texts.text("column.overdue"), amounts) + "         "
                + right(texts.text("column.net"), amounts) + "  " + right(texts.text("column.dso"), 10)));
        for (Map.Entry<String, Figures.OfCurrency> entry : figures.currencies().entrySet()) {
            AgedLine aged = entry.getValue().aged();
            Measure dso = entry.getValue().dso().get(DsoFigure.SIMPLE_90).now();
            out.println("  " + style.strong(entry.getKey()) + "  "
                    + right(texts.amount(aged.receivables()), amounts) + "  "
                    + right(texts.amount(aged.overdue()), amounts) + " "
                    + right(share(aged.overdue(), aged.receivables()), 7) + " "
                    + right(texts.amount(aged.net()), amounts) + "  "
                    + right(value(dso), 10));
        }
        out.println();
    }

    private static int amountWidth(Stream<Money> amounts, Texts texts) {
        return amounts.mapToInt(amount -> texts.amount(amount).length()).max().orElse(0);
    }

    private int amountWidth(Stream<Money> amounts) {
        return amountWidth(amounts, texts);
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
        int amounts = amountWidth(Stream.concat(
                aged.buckets().stream().map(AgedBucket::amount),
                Stream.of(aged.receivables(), aged.unappliedCredits().negated(), aged.net())));
        int labels = Stream.concat(
                        aged.buckets().stream().map(b -> label(b.bucket())),
                        Stream.of("aged.receivables", "aged.credits", "aged.net").map(texts::text))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int bars = WIDTH - 2 - labels - 2 - amounts - 2 - 7 - 1 - 5 - 2;
        long longest = aged.buckets().stream()
                .mapToLong(b -> b.amount().minorUnits())
                .max()
                .orElse(0);
        for (AgedBucket bucket : aged.buckets()) {
            String line = "  " + pad(label(bucket.bucket()), labels) + "  "
                    + right(texts.amount(bucket.amount()), amounts) + "  "
                    + right(share(bucket.amount(), aged.receivables()), 7) + " "
                    + right(texts.number(bucket.items()), 5) + "  ";
            out.println(line + tint(bucket.bucket(), Graphics.bar(bucket.amount().minorUnits(), longest, bars)));
        }
        out.println(style.faint("  " + "─".repeat(labels + 2 + amounts)));
        boolean foots = of.footing().difference().isZero();
        sum("aged.receivables", aged.receivables(), labels, amounts, overdue(aged));
        sum("aged.credits", aged.unappliedCredits().negated(), labels, amounts, texts.text("aged.credits.what"));
        sum(
                "aged.net",
                aged.net(),
                labels,
                amounts,
                foots
                        ? texts.text("aged.foots")
                        : texts.text("aged.differs", texts.amount(of.footing().difference())));
        out.println();
    }

    private void sum(String key, Money amount, int labels, int amounts, String remark) {
        String line = "  " + pad(texts.text(key), labels) + "  " + right(texts.amount(amount), amounts) + "  ";
        List<String> remarks = wrap(remark, " ".repeat(line.length()));
        out.println(style.strong(line) + remarks.get(0).substring(line.length()));
        remarks.stream().skip(1).forEach(out::println);
    }

    private String overdue(AgedLine aged) {
        String text = texts.text(
                "aged.overdue",
                texts.amount(aged.overdue()),
                share(aged.overdue(), aged.receivables()));
        return aged.disputedItems() == 0
                ? text
                : text + ", " + texts.text("aged.disputed", texts.amount(aged.disputed()));
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
        Set<MeasureWarning> warnings = EnumSet.noneOf(MeasureWarning.class);
        lines.forEach((key, line) -> {
            measure(texts.text("figure." + key), line);
            warnings.addAll(line.now().warnings());
        });
        for (MeasureWarning warning : warnings) {
            note("! " + warning.text(texts.locale()));
        }
        out.println();
    }

    private String trendRemark() {
        return monthEnds.isEmpty()
                ? ""
                : texts.text("dso.trend", month(monthEnds.get(0)), month(monthEnds.get(monthEnds.size() - 1)));
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }

    private void measure(String label, Figures.Line line) {
        Measure now = line.now();
        List<Optional<BigDecimal>> trend = monthEnds.stream()
                .map(end -> Optional.ofNullable(line.trend().get(end)).flatMap(Measure::value))
                .toList();
        List<BigDecimal> known = trend.stream().flatMap(Optional::stream).toList();
        String range = known.isEmpty()
                ? ""
                : texts.oneDecimal(Collections.min(known)) + "–" + texts.oneDecimal(Collections.max(known));
        out.println(("  " + pad(label, 25) + " " + style.strong(right(value(now), 10)) + "  "
                        + pad(Graphics.sparkline(trend), 24) + "  " + style.faint(range))
                .stripTrailing());
        if (now.status() != MeasureStatus.OK) {
            note(now.reason(texts.locale()));
        }
    }

    private void note(String text) {
        wrap(text, "      ").forEach(line -> out.println(style.faint(line)));
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
                texts.text("debtors.share", top.size(), texts.number(debtors.size()), share(sum, all.receivables())));
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
        String where = file.isEmpty() ? "" : line.isEmpty() ? file : texts.text("problems.line", file, line);
        String times = texts.number(kind.count) + " × ";
        String head = times + first.code().id();
        out.println("  " + (first.isError() ? style.bad(head) : style.notice(head)));
        String message = where.isEmpty() ? "" : where + ": ";
        String example = kind.count == 1 ? "" : texts.text("problems.example") + " ";
        note(printable(example + message + first.message(texts.locale())));
    }

    // ---- conventions

    private void conventions() {
        if (figures.currencies().isEmpty()) {
            return;
        }
        out.println(style.strong(texts.text("conventions.title")));
        for (String key : List.of("receivables", "aging", "dso", "countBack", "bestPossible", "cei", "late")) {
            List<String> lines = wrap(texts.text("conventions." + key), "    ");
            out.println(style.faint("  " + lines.get(0).substring(2)));
            lines.stream().skip(1).forEach(line -> out.println(style.faint(line)));
        }
        out.println();
    }

    // ---- layout

    /** Breaks a text between words so that no line exceeds the width; longer words are cut. */
    private static List<String> wrap(String text, String indent) {
        int room = WIDTH - indent.length();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
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
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - length(text))) + text;
    }
}
