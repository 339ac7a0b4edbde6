package io.receivables.examples.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Bars and sparklines out of block characters. */
final class Graphics {
    private static final String BLOCKS = " ▏▎▍▌▋▊▉█";
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final char MISSING = '·';

    private Graphics() {}

    /** A bar whose length is in proportion to the longest one; whatever is above zero shows. */
    static String bar(long value, long longest, int width) {
        if (value <= 0 || longest <= 0 || width <= 0) {
            return "";
        }
        int eighths = BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(8L * width))
                .divide(BigDecimal.valueOf(longest), 0, RoundingMode.HALF_UP)
                .intValueExact();
        int visible = Math.max(1, eighths);
        String full = BLOCKS.substring(8).repeat(visible / 8);
        return visible % 8 == 0 ? full : full + BLOCKS.charAt(visible % 8);
    }

    /** A character per value, the lowest one at the bottom and the highest one at the top. */
    static String sparkline(List<Optional<BigDecimal>> values) {
        List<BigDecimal> known = values.stream().flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return String.valueOf(MISSING).repeat(values.size());
        }
        BigDecimal low = Collections.min(known);
        BigDecimal range = Collections.max(known).subtract(low);
        StringBuilder line = new StringBuilder(values.size());
        for (Optional<BigDecimal> value : values) {
            line.append(value.map(v -> level(v.subtract(low), range)).orElse(MISSING));
        }
        return line.toString();
    }

    private static char level(BigDecimal above, BigDecimal range) {
        int top = LEVELS.length() - 1;
        int level = range.signum() == 0
                ? top / 2
                : above.multiply(BigDecimal.valueOf(top))
                        .divide(range, 0, RoundingMode.HALF_UP)
                        .intValueExact();
        return LEVELS.charAt(level);
    }
}
