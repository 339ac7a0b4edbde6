package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyRangeTest {
    @Test
    void every_amount_that_money_holds_can_be_read_back() {
        for (String code : List.of("JPY", "EUR", "KWD", "CLF")) {
            for (long minorUnits : List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L, -1L, 0L)) {
                Money money = Money.ofMinor(minorUnits, Money.currency(code));

                assertThat(Money.of(money.amount(), money.currency())).isEqualTo(money);
                assertThat(Money.of(money.amount().toPlainString(), code)).isEqualTo(money);
                assertThat(Money.fits(money.amount(), money.currency())).isTrue();
            }
        }
    }

    @Test
    void one_minor_unit_more_is_too_large() {
        // Long.MAX_VALUE is 9,223,372,036,854,775,807
        for (String amount : List.of("92233720368547758.08", "-92233720368547758.09", "99999999999999999.99", "1e17")) {
            assertThat(Money.fits(new BigDecimal(amount), Money.currency("EUR")))
                    .isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Money.of(amount, "EUR"))
                    .withMessage("amount " + new BigDecimal(amount) + " is too large for EUR");
        }
    }
}
