package io.receivables.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdTableTest {
    private final IdTable table = new IdTable();

    @Test
    void ids_are_numbered_as_they_come_and_keep_their_numbers() {
        assertThat(table.find(0, "INV-1")).isEqualTo(IdTable.NONE);
        assertThat(table.findOrAdd(0, "INV-1")).isZero();
        assertThat(table.findOrAdd(0, "INV-2")).isEqualTo(1);
        assertThat(table.findOrAdd(0, new String("INV-1".toCharArray()))).isZero();
        assertThat(table.find(0, "INV-2")).isEqualTo(1);
    }

    @Test
    void the_same_id_in_each_space_is_another_one() {
        for (int space = 0; space < 8; space++) {
            assertThat(table.findOrAdd(space, "1")).isEqualTo(space);
        }
        for (int space = 0; space < 8; space++) {
            assertThat(table.find(space, "1")).isEqualTo(space);
        }
    }

    @Test
    void ids_of_one_hash_code_are_told_apart() {
        assertThat("AaAa").hasSameHashCodeAs("BBBB").hasSameHashCodeAs("AaBB");
        assertThat(table.findOrAdd(0, "AaAa")).isZero();
        assertThat(table.findOrAdd(0, "BBBB")).isEqualTo(1);
        assertThat(table.find(0, "AaBB")).isEqualTo(IdTable.NONE);
        assertThat(table.findOrAdd(0, "AaBB")).isEqualTo(2);
        assertThat(table.find(0, "BBBB")).isEqualTo(1);
    }

    /** Counted up with leading zeros, counted up within a frame, and all ending alike. */
    @Test
    void many_ids_that_look_alike_are_found_again_as_the_table_grows() {
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            for (String id : new String[] {"F%08d".formatted(i), "R/" + i + "/2026", Integer.toString(i * 4096)}) {
                Integer number = expected.size();
                expected.putIfAbsent(id, number);
                assertThat(table.findOrAdd(i % 8, id)).isEqualTo(number);
            }
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(table.find(i % 8, "F%08d".formatted(i))).isEqualTo(expected.get("F%08d".formatted(i)));
            assertThat(table.find((i + 1) % 8, "R/" + i + "/2026")).isEqualTo(IdTable.NONE);
        }
    }
}
