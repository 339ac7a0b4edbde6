package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void target_is_met_at_its_figure_and_missed_beyond() {
        assertThat(new Target("T1", true, 20, Optional.of(20.0), "x").met()).isTrue();
        assertThat(new Target("T1", true, 20, Optional.of(19.9), "x").met()).isFalse();
        assertThat(new Target("T1", false, 3, Optional.of(3.0), "x").met()).isTrue();
        assertThat(new Target("T1", false, 3, Optional.of(3.01), "x").met()).isFalse();
    }

    @Test
    void what_was_not_measured_is_not_met() {
        Target target = new Target("T1", true, 20, Optional.empty(), "x");
        assertThat(target.met()).isFalse();
        assertThat(target.row()).isEqualTo("| T1 | ≥ 20.0x | not measured | – |");
    }

    @Test
    void row_tells_what_was_wanted_and_what_was_reached() {
        assertThat(new Target("T1", true, 20, Optional.of(34.56), "x").row())
                .isEqualTo("| T1 | ≥ 20.0x | 34.6x | met |");
        assertThat(new Target("bytes", false, 32, Optional.of(45.0), " bytes").row())
                .isEqualTo("| bytes | ≤ 32.0 bytes | 45.0 bytes | missed |");
    }
}
