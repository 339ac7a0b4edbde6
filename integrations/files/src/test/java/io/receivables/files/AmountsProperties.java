package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

class AmountsProperties {
    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ' ', '\'', '\u202F');
    }

    @Property
    void what_money_writes_is_read_back(@ForAll long minorUnits) {
        BigDecimal amount = Money.ofMinor(minorUnits, Money.currency("EUR")).amount();

        assertThat(value(amount.toPlainString(), '.')).isEqualTo(amount);
        assertThat(value(amount.toPlainString().replace('.', ','), ',')).isEqualTo(amount);
    }

    @Property
    void grouped_digits_are_the_same_number(@ForAll long minorUnits, @ForAll("separators") char separator) {
        BigDecimal amount = Money.ofMinor(minorUnits, Money.currency("EUR")).amount();
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(separator);
        String grouped = new DecimalFormat("#,##0.00;-#,##0.00", symbols).format(amount);

        assertThat(value(grouped, '.')).isEqualTo(amount);
    }

    @Property
    void any_text_is_a_number_or_none(
            @ForAll
                    @Chars({'0', '1', '9', '.', ',', ' ', '-', '+', 'e', '\'', '(', ')', '€', '$', 'C', 'R', 'E', 'U'})
                    @StringLength(max = 12)
                    String text) {
        assertThatCode(() -> Amounts.parse(text, '.')).doesNotThrowAnyException();
        BigDecimal amount = value(text, '.');
        if (amount != null) {
            // whatever is read says the same as its digits: nothing is dropped but separators
            assertThat(amount.unscaledValue().abs().toString())
                    .isEqualTo(new BigDecimal(text.replaceAll("[^0-9]", "")).toPlainString());
        }
    }

    private static @Nullable BigDecimal value(String text, char decimal) {
        Amounts.Stated stated = Amounts.parse(text, decimal);
        return stated == null ? null : stated.value();
    }
}
