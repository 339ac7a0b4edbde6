package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedIdsTest {
    @Test
    void each_row_gives_back_what_was_packed() {
        PackedIds ids = PackedIds.of("F-1", "", "Mühle 7", "F-1", "x".repeat(300));

        assertThat(ids.size()).isEqualTo(5);
        assertThat(IntStream.range(0, 5).mapToObj(ids::get))
                .containsExactly("F-1", "", "Mühle 7", "F-1", "x".repeat(300));
        // 3 + 0 + 8 (ü takes two) + 3 + 300 bytes, and where each of the five ends
        assertThat(ids.sizeInBytes()).isEqualTo(314 + 5 * 4);
    }

    @Test
    void bytes_are_taken_from_the_middle_of_a_buffer_and_copied() {
        byte[] cells = "F-1,F-22,F-333".getBytes(StandardCharsets.UTF_8);
        PackedIds ids = PackedIds.builder(0).add(cells, 4, 8).add(cells, 9, 14).build();
        java.util.Arrays.fill(cells, (byte) '!');

        assertThat(ids.get(0)).isEqualTo("F-22");
        assertThat(ids.get(1)).isEqualTo("F-333");
        byte[] asked = "(F-333)".getBytes(StandardCharsets.UTF_8);
        assertThat(ids.is(1, asked, 1, 6)).isTrue();
        assertThat(ids.is(1, asked, 1, 5)).isFalse();
        assertThat(ids.is(0, asked, 1, 6)).isFalse();
    }

    @Test
    void parts_are_put_together_in_their_order() {
        PackedIds all = PackedIds.concat(
                List.of(PackedIds.of("a", "bb"), PackedIds.of(), PackedIds.of("", "ccc"), PackedIds.of("d")));

        assertThat(IntStream.range(0, all.size()).mapToObj(all::get)).containsExactly("a", "bb", "", "ccc", "d");
        assertThat(PackedIds.concat(List.of()).size()).isZero();
    }

    @Test
    void a_row_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> PackedIds.of("a").get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> PackedIds.of("a").get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedIds.builder(-1))
                .withMessageContaining("-1");
    }

    @Test
    void more_than_two_gibibytes_of_ids_are_refused_before_they_are_copied() {
        // the same part many times over: what is added up is refused, and nothing of that size is made
        PackedIds part = PackedIds.of("x".repeat(1 << 20));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedIds.concat(java.util.Collections.nCopies(2048, part)))
                .withMessageContaining("2048 rows take 2147483648 bytes");
    }

    @Test
    void columns_take_packed_ids_and_name_the_row_of_a_blank_one() {
        LedgerColumns columns = columns(2).ids(PackedIds.of("F-1", "F-2")).build();

        assertThat(columns.id(1)).isEqualTo("F-2");
        assertThat(columns.idSizeInBytes()).isEqualTo(PackedIds.of("F-1", "F-2").sizeInBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> columns(2).ids(PackedIds.of("F-1", " \u2003")))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> columns(3).ids(PackedIds.of("F-1", "F-2")))
                .withMessageContaining("has 2 values, 3 are needed");
    }

    private static LedgerColumns.Builder columns(int rows) {
        return LedgerColumns.of(rows)
                .currency("EUR")
                .customers(new String[] {"C1"}, new int[rows])
                .issueDays(new int[rows])
                .dueDays(new int[rows])
                .minorUnits(new long[rows]);
    }
}
