package io.receivables.payments.spi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RegisterLineTest {
    @Test
    void a_field_may_hold_tabs_line_ends_and_backslashes() {
        String line = RegisterLine.of(List.of("a\tb", "c\nd\re", "f\\t"));

        assertThat(line).startsWith("a\\tb\tc\\nd\\re\tf\\\\t\t").doesNotContain("\n", "\r");
        assertThat(RegisterLine.fields(line)).containsExactly("a\tb", "c\nd\re", "f\\t");
    }

    @Property
    void what_is_written_is_read(@ForAll @Size(min = 1, max = 5) List<String> fields) {
        assertThat(RegisterLine.fields(RegisterLine.of(fields))).isEqualTo(fields);
    }

    @Test
    void a_line_that_was_changed_or_cut_is_none() {
        String line = RegisterLine.of(List.of("1", "EUR 800.00"));
        for (String wrong :
                List.of(line.replace("EUR 8", "EUR 9"), line.substring(1), line + "0", "", "1234567", "12345678")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> RegisterLine.fields(wrong));
        }
    }
}
