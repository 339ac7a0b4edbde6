package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdIndexProperties {
    @Property
    void the_first_row_of_every_id_is_found_and_the_others_are_repeated(
            @ForAll @Size(max = 200) List<@IntRange(max = 60) Integer> numbers) {
        check(numbers.stream().map(n -> "é".repeat(n % 4) + "F-" + n).toList(), Workers.caller());
    }

    @Example
    void the_same_holds_of_many_rows_on_several_threads() {
        // 120,000 rows, of which every twelfth has the id of an earlier one: 110,000 ids
        List<String> ids = IntStream.range(0, 120_000)
                .mapToObj(row -> "INV-" + (row % 12 == 11 ? row / 2 : row))
                .toList();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            check(ids, Workers.on(executor, 3));
        } finally {
            executor.shutdown();
        }
    }

    private static void check(List<String> ids, Workers workers) {
        IdIndex index = IdIndex.of(PackedIds.of(ids.toArray(String[]::new)), workers);
        Map<String, Integer> first = new HashMap<>();
        List<Integer> repeated = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            if (first.putIfAbsent(ids.get(row), row) != null) {
                repeated.add(row);
            }
        }
        for (int row = 0; row < ids.size(); row++) {
            int expected = first.get(ids.get(row));
            assertThat(index.find(ids.get(row))).isEqualTo(expected);
            assertThat(index.first(row)).isEqualTo(expected);
        }
        assertThat(index.repeated())
                .containsExactly(repeated.stream().mapToInt(i -> i).toArray());
        assertThat(IdIndex.repeated(PackedIds.of(ids.toArray(String[]::new)), workers))
                .isEqualTo(index.repeated());
        assertThat(findAll(index, ids)).isEqualTo(ids.stream().map(first::get).toList());
        assertThat(index.find("F-none")).isEqualTo(IdIndex.NONE);
        assertThat(index.find("")).isEqualTo(IdIndex.NONE);
    }

    /** Finds all at once, with identifiers between them that are nowhere. */
    private static List<Integer> findAll(IdIndex index, List<String> ids) {
        byte[] text = ("no such id" + String.join("", ids)).getBytes(StandardCharsets.UTF_8);
        int[] from = new int[2 * ids.size()];
        int[] to = new int[from.length];
        int at = "no such id".length();
        for (int i = 0; i < ids.size(); i++) {
            from[2 * i] = at;
            at += ids.get(i).getBytes(StandardCharsets.UTF_8).length;
            to[2 * i] = at;
            to[2 * i + 1] = i % 2 == 0 ? 0 : "no such id".length();
        }
        int[] found = new int[from.length];
        index.findAll(text, from, to, found, found.length);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            assertThat(found[2 * i + 1]).isEqualTo(IdIndex.NONE);
            rows.add(found[2 * i]);
        }
        return rows;
    }

    @Example
    void one_id_in_all_rows_is_found_at_the_first_of_them() {
        PackedIds ids =
                PackedIds.of(IntStream.range(0, 50_000).mapToObj(row -> "same").toArray(String[]::new));
        IdIndex index = IdIndex.of(ids, row -> row >= 7, Workers.caller());

        assertThat(index.find("same")).isEqualTo(7);
        assertThat(index.repeated()).hasSize(50_000 - 8).startsWith(8);
    }
}
