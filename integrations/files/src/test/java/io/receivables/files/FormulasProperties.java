package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class FormulasProperties {
    @Property
    void guarding_is_undone(@ForAll @Chars({'=', '+', '-', '@', '\'', 'a', '1'}) @StringLength(max = 8) String text) {
        String guarded = Formulas.guarded(text);

        assertThat(Formulas.bare(guarded)).isEqualTo(text);
        assertThat(guarded).doesNotContainPattern("^[=+@-]");
    }

    @Example
    void an_apostrophe_that_belongs_to_a_name_stays() {
        assertThat(Formulas.bare("'s-Hertogenbosch BV")).isEqualTo("'s-Hertogenbosch BV");
        assertThat(Formulas.guarded("'s-Hertogenbosch BV")).isEqualTo("'s-Hertogenbosch BV");
        assertThat(Formulas.guarded("=1+1")).isEqualTo("'=1+1");
    }
}
