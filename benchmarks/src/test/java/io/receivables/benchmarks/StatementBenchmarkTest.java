package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void both_readers_read_the_same_sum(StatementBenchmark.Format format) throws XMLStreamException {
        StatementBenchmark benchmark = StatementBenchmark.of(format, 50);
        long sum = 0;
        for (int line = 0; line < 50; line++) {
            sum += BankFiles.cents(line);
        }

        assertThat(benchmark.read()).isEqualTo(sum);
        assertThat(benchmark.peer()).isEqualTo(sum);
    }

    @Test
    void every_line_pays_its_invoice() {
        assertThat(CashBenchmark.of(50, 200).apply()).isEqualTo(50);
    }
}
