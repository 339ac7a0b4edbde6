package io.receivables.dashboard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Charts as inline SVG. Across, everything is placed in percent of the width, so that a chart fits any screen while its
 * text keeps its size; up and down, in pixels. Colours are classes of the style sheet.
 */
final class Charts {
    private static final int TOP = 22;

    /** Where the plot begins, right of the axis' numbers, in thousandths of the width. */
    private static final int LEFT = 110;

    private static final int RIGHT = 985;

    /** The labels of months stand that far apart; on a narrow screen every second one is shown. */
    private static final int MONTHS_PER_LABEL = 3;

    private final Html html;
    private final String id;
    private final int height;

    /**
     * @param id of the chart, unique on the page; its parts' ids begin with it
     * @param height of the plot, labels apart
     */
    Charts(Html html, String id, int height) {
        this.html = html;
        this.id = id;
        this.height = height;
    }

    /**
     * A column.
     *
     * @param label what stands below it
     * @param size what stands above it
     * @param tip what is shown when it is pointed at
     * @param style a class of the style sheet
     */
    record Column(Twin label, Twin size, Twin tip, BigDecimal value, String style) {}

    /**
     * A line.
     *
     * @param values one for each month; empty where there is none
     */
    record Line(Twin name, List<Optional<BigDecimal>> values, String style) {}

    /**
     * A month of a line chart.
     *
     * @param tip what is shown when it is pointed at
     */
    record Month(Twin label, Twin tip) {}

    /** Columns side by side; the last one stands apart. */
    void columns(Twin summary, List<Column> columns) {
        Axis axis = Axis.covering(columns.stream().map(Column::value).toList());
        begin(summary, axis);
        int slot = (RIGHT - LEFT) / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int left = LEFT + i * slot;
            int middle = left + slot / 2;
            int top = y(axis, column.value());
            if (i == columns.size() - 1) {
                html.empty(
                        "line",
                        "class",
                        "apart",
                        "x1",
                        percent(left),
                        "x2",
                        percent(left),
                        "y1",
                        px(TOP),
                        "y2",
                        px(labelBaseline()));
            }
            html.open(
                    "g",
                    "class",
                    "mark",
                    "data-en",
                    column.tip().english(),
                    "data-fr",
                    column.tip().french());
            title(column.tip());
            html.empty(
                    "rect",
                    "class",
                    "reach",
                    "x",
                    percent(left),
                    "width",
                    percent(slot),
                    "y",
                    "0",
                    "height",
                    px(TOP + height));
            html.empty(
                    "rect",
                    "class",
                    column.style(),
                    "x",
                    percent(left + slot / 5),
                    "width",
                    percent(slot * 3 / 5),
                    "y",
                    px(top),
                    "height",
                    px(TOP + height - top),
                    "rx",
                    "2");
            html.close();
            text(column.size(), "size", middle, top - 6, "middle");
            text(column.label(), "label", middle, labelBaseline(), "middle");
        }
        end();
    }

    /** Lines over months; a gap where there is no value. */
    void lines(Twin summary, List<Month> months, List<Line> lines) {
        Axis axis = Axis.covering(lines.stream()
                .flatMap(line -> line.values().stream())
                .flatMap(Optional::stream)
                .toList());
        begin(summary, axis);
        for (Line line : lines) {
            html.open(
                    "svg",
                    "x",
                    percent(LEFT),
                    "width",
                    percent(RIGHT - LEFT),
                    "y",
                    px(TOP),
                    "height",
                    px(height),
                    "viewBox",
                    "0 0 1000 1000",
                    "preserveAspectRatio",
                    "none",
                    "class",
                    "lines");
            for (String points : stretches(axis, line, months.size())) {
                html.empty("polyline", "class", line.style(), "points", points);
            }
            html.close();
        }
        for (int i = 0; i < months.size(); i++) {
            month(axis, months, lines, i);
        }
        end();
    }

    private void month(Axis axis, List<Month> months, List<Line> lines, int i) {
        Month month = months.get(i);
        int x = LEFT + (RIGHT - LEFT) * (2 * i + 1) / (2 * months.size());
        int slot = (RIGHT - LEFT) / months.size();
        html.open(
                "g",
                "class",
                "mark",
                "data-en",
                month.tip().english(),
                "data-fr",
                month.tip().french());
        title(month.tip());
        html.empty(
                "rect",
                "class",
                "reach",
                "x",
                percent(x - slot / 2),
                "width",
                percent(slot),
                "y",
                px(TOP),
                "height",
                px(height));
        html.empty(
                "line", "class", "pointer", "x1", percent(x), "x2", percent(x), "y1", px(TOP), "y2", px(TOP + height));
        for (Line line : lines) {
            line.values()
                    .get(i)
                    .ifPresent(value -> html.empty(
                            "circle",
                            "class",
                            "dot " + line.style(),
                            "cx",
                            percent(x),
                            "cy",
                            px(y(axis, value)),
                            "r",
                            "3"));
        }
        html.close();
        int back = months.size() - 1 - i;
        if (back % MONTHS_PER_LABEL == 0) {
            boolean isMinor = back % (2 * MONTHS_PER_LABEL) != 0;
            text(month.label(), isMinor ? "label minor" : "label", x, labelBaseline(), "middle");
        }
    }

    /** The points of each stretch without a gap; x and y from 0 to 1000. */
    private static List<String> stretches(Axis axis, Line line, int months) {
        List<String> stretches = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < months; i++) {
            Optional<BigDecimal> value = line.values().get(i);
            if (value.isPresent()) {
                int x = 1000 * (2 * i + 1) / (2 * months);
                BigDecimal y = BigDecimal.valueOf(1000).subtract(axis.at(value.get(), 1000));
                points.append(points.isEmpty() ? "" : " ").append(x).append(',').append(y.toPlainString());
            } else if (!points.isEmpty()) {
                stretches.add(points.toString());
                points.setLength(0);
            }
        }
        if (!points.isEmpty()) {
            stretches.add(points.toString());
        }
        return stretches;
    }

    /**
     * A bar that fits a table's cell.
     *
     * @param from where it begins, and where each of its parts ends, along the axis
     */
    static void bar(Html html, Axis axis, BigDecimal from, List<Part> parts) {
        html.open("svg", "class", "bar", "width", "100%", "height", "14", "aria-hidden", "true");
        BigDecimal zero = axis.at(BigDecimal.ZERO, 100);
        for (Part part : parts) {
            BigDecimal a = axis.at(from.min(part.to()), 100);
            BigDecimal b = axis.at(from.max(part.to()), 100);
            html.empty(
                    "rect",
                    "class",
                    part.style(),
                    "x",
                    a.toPlainString() + "%",
                    "width",
                    b.subtract(a).toPlainString() + "%",
                    "height",
                    "14",
                    "rx",
                    "2");
        }
        if (axis.from().signum() < 0) {
            String x = zero.toPlainString() + "%";
            html.empty("line", "class", "zero", "x1", x, "x2", x, "y1", "0", "y2", "14");
        }
        html.close();
    }

    /** A part of a bar, drawn over the ones before it. */
    record Part(BigDecimal to, String style) {}

    // ---- what all charts have

    private void begin(Twin summary, Axis axis) {
        html.leaf("p", summary, "class", "sr", "id", id + "-summary");
        html.open(
                "div",
                "class",
                "plot",
                "tabindex",
                "0",
                "role",
                "group",
                "aria-labelledby",
                id + "-caption",
                "aria-describedby",
                "keys-hint");
        html.open(
                "svg",
                "role",
                "img",
                "aria-labelledby",
                id + "-summary",
                "width",
                "100%",
                "height",
                px(labelBaseline() + 7),
                "class",
                "chart");
        for (BigDecimal tick : axis.ticks()) {
            int y = y(axis, tick);
            html.empty(
                    "line",
                    "class",
                    tick.signum() == 0 ? "zero" : "grid",
                    "x1",
                    percent(LEFT),
                    "x2",
                    percent(RIGHT),
                    "y1",
                    px(y),
                    "y2",
                    px(y));
            text(Words.compact(tick), "tick", LEFT - 12, y + 4, "end");
        }
    }

    private void end() {
        html.close().close();
    }

    /** What a browser shows by itself, for readers without scripts. */
    private void title(Twin tip) {
        String both = tip.isSame() ? tip.english() : tip.english() + " / " + tip.french();
        html.leaf("title", Twin.same(both));
    }

    private void text(Twin text, String style, int x, int y, String anchor) {
        html.leaf("text", text, "class", style, "x", percent(x), "y", px(y), "text-anchor", anchor);
    }

    private int labelBaseline() {
        return TOP + height + 19;
    }

    private int y(Axis axis, BigDecimal value) {
        return TOP + height - axis.at(value, height).intValue();
    }

    private static String px(int pixels) {
        return Integer.toString(pixels);
    }

    /** Thousandths of the width as a percentage. */
    private static String percent(int thousandths) {
        return BigDecimal.valueOf(thousandths, 1).toPlainString() + "%";
    }

    /** All values of lines. */
    static Stream<BigDecimal> values(List<Line> lines) {
        return lines.stream().flatMap(line -> line.values().stream()).flatMap(Optional::stream);
    }
}
