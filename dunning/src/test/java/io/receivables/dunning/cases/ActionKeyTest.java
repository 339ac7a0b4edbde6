package io.receivables.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.collection.ItemReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionKeyTest {
    private static final ItemReference ITEM = ItemReference.of("F-1", 2);

    @Test
    void a_key_is_one_text_and_read_back() {
        ActionKey key = new ActionKey(ITEM, "level-3", 1);

        assertThat(key).hasToString("F-1/2:level-3:1");
        assertThat(ActionKey.parse("F-1/2:level-3:1")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/05/F:1/12:returned-2026-05-05:0", "a:b/1:x:7"})
    void a_document_may_have_the_separators_in_its_id(String text) {
        assertThat(ActionKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F-1", "F-1/1", "F-1/1:level-1", "F-1:level-1:0"})
    void a_text_that_is_no_key_is_shown(String text) {
        assertThatThrownBy(() -> ActionKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action key \"" + text + "\" is not of the form document/instalment:step:cycle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F-1/x:level-1:0", "F-1/1:level-1:x"})
    void a_number_that_is_none_is_shown(String text) {
        assertThatThrownBy(() -> ActionKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action key \"" + text + "\" has no number where one belongs");
    }

    @Test
    void a_key_names_an_instalment_a_step_and_a_cycle() {
        assertThat(new ActionKey(ITEM, "level-1", 0).cycle()).isZero();
        assertThatThrownBy(() -> new ActionKey(ItemReference.of("F-1"), "level-1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no instalment: give its number");
        assertThatThrownBy(() -> new ActionKey(ITEM, "level:1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step level:1 has a :: leave it out");
        assertThatThrownBy(() -> new ActionKey(ITEM, ":", 0)).hasMessageContaining("leave it out");
        assertThatThrownBy(() -> new ActionKey(ITEM, "level-1", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cycle -1 is negative");
    }
}
