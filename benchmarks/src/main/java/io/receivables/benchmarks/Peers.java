package io.receivables.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A benchmark of which both sides give the same answer: every figure by what it is of.
 *
 * @param <K> what a figure is of, with a {@code toString} that tells all
 */
interface Peers<K> {
    /** What the library answers. */
    Map<K, BigDecimal> columnsAnswer(ColumnLedger given);

    /** What streams over records answer. */
    Map<K, BigDecimal> streamsAnswer(RecordLedger given);

    /** A checksum over every figure of an answer, whatever their order. */
    static String checksum(Map<?, BigDecimal> answer) {
        CRC32 crc = new CRC32();
        answer.entrySet().stream()
                .map(figure -> figure.getKey() + "=" + figure.getValue().toPlainString() + "\n")
                .sorted()
                .forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
