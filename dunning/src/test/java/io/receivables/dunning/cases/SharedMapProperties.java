package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SharedMapProperties {
    @Property
    void holds_what_a_map_holds_and_never_changes(
            @ForAll @Size(max = 20) List<@Size(max = 90) List<@IntRange(max = 700) Integer>> edits) {
        SharedMap<Integer, Integer> shared = SharedMap.empty();
        Map<Integer, Integer> model = new HashMap<>();
        int value = 0;
        for (List<Integer> edit : edits) {
            SharedMap<Integer, Integer> before = shared;
            Map<Integer, Integer> modelBefore = Map.copyOf(model);
            SharedMap.Editor<Integer, Integer> editor = before.edit();
            for (Integer key : edit) {
                value++;
                editor.put(key, value);
                model.put(key, value);
                assertThat(editor.get(key)).isEqualTo(value);
            }
            shared = editor.done();
            assertSame(before, modelBefore);
            assertSame(shared, model);
        }
    }

    /** Keys whose hashes differ in their high bits only, or hardly at all. */
    @Property(tries = 20)
    void any_hashes_will_do(@ForAll @IntRange(max = 31) int shift) {
        SharedMap.Editor<Integer, Integer> editor =
                SharedMap.<Integer, Integer>empty().edit();
        Map<Integer, Integer> model = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            editor.put(i << shift, i);
            model.put(i << shift, i);
        }
        assertSame(editor.done(), model);
    }

    private static void assertSame(SharedMap<Integer, Integer> shared, Map<Integer, Integer> model) {
        Map<Integer, Integer> found = new HashMap<>();
        shared.forEach((key, value) -> assertThat(found.put(key, value)).isNull());
        assertThat(found).isEqualTo(model);
        assertThat(shared.isEmpty()).isEqualTo(model.isEmpty());
        model.forEach((key, value) -> assertThat(shared.get(key)).isEqualTo(value));
        assertThat(shared.get(-1)).isNull();
        assertThat(shared.get(-1, 7)).isEqualTo(7);
    }
}
