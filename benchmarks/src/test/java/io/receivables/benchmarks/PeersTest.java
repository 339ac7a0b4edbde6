package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTest {
    @Test
    void checksum_depends_on_every_figure_and_on_what_it_is_of_but_not_on_their_order() {
        BigDecimal one = new BigDecimal("1.00");
        BigDecimal two = new BigDecimal("2.00");
        String checksum = Peers.checksum(Map.of("a", one, "b", two));

        // sum over "a=1.00\nb=2.00\n", by another CRC-32
        assertThat(checksum).isEqualTo("28615a78");
        assertThat(Peers.checksum(Map.of("a", two, "b", one))).isNotEqualTo(checksum);
        assertThat(Peers.checksum(Map.of("a", one))).isNotEqualTo(checksum);
        assertThat(Peers.checksum(Map.of("a", one, "b", new BigDecimal("2.01"))))
                .isNotEqualTo(checksum);
    }
}
