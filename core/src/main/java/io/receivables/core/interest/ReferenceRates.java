package io.receivables.core.interest;

import io.receivables.core.internal.Checks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Series of reference rates by name. {@link #shipped()} are those that came with this version of the library; they end
 * where the library was made, and {@link #with} adds what was published since or replaces what you know better:
 *
 * <pre>{@code
 * ReferenceRates rates = ReferenceRates.shipped();
 * rates = rates.with(rates.series(ReferenceRates.ECB_MRO)
 *         .with(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-12-31"), "2.00", "ecb.europa.eu"));
 * }</pre>
 *
 * @param version which state of the data this is; what a user added does not change it
 * @param bySeries the series by name
 */
public record ReferenceRates(String version, Map<String, RateSeries> bySeries) {
    /** ECB main refinancing operations, the rate of 1 January and of 1 July for the half-year. */
    public static final String ECB_MRO = "ECB_MRO";

    /** Bank of England, the rate of 31 December and of 30 June for the half-year that follows. */
    public static final String UK_BOE_REFERENCE = "UK_BOE_REFERENCE";

    /** Bank of England, the rate from day to day. */
    public static final String UK_BANK_RATE = "UK_BANK_RATE";

    /** The base rate of section 247 of the German Civil Code. */
    public static final String DE_BASE = "DE_BASE";

    /** The French legal rate where the creditor is a business, from 2015. */
    public static final String FR_LEGAL_PRO = "FR_LEGAL_PRO";

    /** The French legal rate where the creditor is an individual, from 2015. */
    public static final String FR_LEGAL_INDIVIDUAL = "FR_LEGAL_INDIVIDUAL";

    /** The French legal rate until 2014. */
    public static final String FR_LEGAL_UNTIL_2014 = "FR_LEGAL_UNTIL_2014";

    private static final String RESOURCE = "reference-rates.txt";

    public ReferenceRates {
        Objects.requireNonNull(version, "version");
        bySeries = Collections.unmodifiableMap(new LinkedHashMap<>(bySeries));
    }

    /** No series at all: the start of a set of one's own. */
    public static ReferenceRates none() {
        return new ReferenceRates("", Map.of());
    }

    /** The rates that this version of the library brings. */
    public static ReferenceRates shipped() {
        return Shipped.RATES;
    }

    /** These rates with a series more, or with another one of the same name. */
    public ReferenceRates with(RateSeries series) {
        Map<String, RateSeries> all = new LinkedHashMap<>(bySeries);
        all.put(series.name(), series);
        return new ReferenceRates(version, all);
    }

    /**
     * A series.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public RateSeries series(String name) {
        RateSeries series = bySeries.get(name);
        if (series == null) {
            throw new IllegalArgumentException("series " + name + " is not among " + bySeries.keySet());
        }
        return series;
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final ReferenceRates RATES = read();

        private static ReferenceRates read() {
            try (InputStream bytes = ReferenceRates.class.getResourceAsStream(RESOURCE)) {
                return new Text(new BufferedReader(
                                new InputStreamReader(Objects.requireNonNull(bytes, RESOURCE), StandardCharsets.UTF_8)))
                        .read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The shipped text: {@code version NAME}, {@code series NAME}, and for each value of the series {@code FROM TO PERCENT
     * SOURCE}, where a source that begins with {@code ~} is indirect; {@code #} begins a remark.
     */
    private static final class Text {
        private final BufferedReader lines;
        private ReferenceRates rates = none();
        private String series = "";

        Text(BufferedReader lines) {
            this.lines = lines;
        }

        ReferenceRates read() throws IOException {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    read(line);
                }
            }
            return rates;
        }

        private void read(String line) {
            String[] words = line.split(" ", 4);
            if (words[0].equals("version")) {
                rates = new ReferenceRates(words[1], rates.bySeries());
            } else if (words[0].equals("series")) {
                series = words[1];
                rates = rates.with(RateSeries.of(series));
            } else {
                Checks.that(words.length == 4, () -> "line \"" + line + "\" of " + RESOURCE + " is no value");
                boolean indirect = words[3].startsWith("~");
                rates = rates.with(rates.series(series)
                        .with(new RateSeries.Value(
                                LocalDate.parse(words[0]),
                                LocalDate.parse(words[1]),
                                SimpleAnnualRate.of(words[2]),
                                indirect ? words[3].substring(1) : words[3],
                                indirect)));
            }
        }
    }
}
