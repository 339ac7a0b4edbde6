package io.receivables.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LedgerSpecTest {
    private final LedgerSpec standard = LedgerSpec.standard();

    @Test
    void standard_can_be_changed_one_by_one() {
        assertThat(standard.withCustomers(9).customers()).isEqualTo(9);
        assertThat(standard.withDocuments(0).documents()).isZero();
        assertThat(standard.withMovements(0).movements()).isZero();
        assertThat(standard.withCurrencies("CAD", "EUR").currencies())
                .containsExactly(Money.currency("CAD"), Money.currency("EUR"));
        assertThat(standard.withLargestAmount(5).largestAmount()).isEqualTo(5);
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(standard.between(day, day)).satisfies(spec -> {
            assertThat(spec.from()).isEqualTo(day);
            assertThat(spec.to()).isEqualTo(day);
        });
    }

    @Test
    void wrong_values_are_named() {
        assertThatThrownBy(() -> standard.withCustomers(0)).hasMessage("customers 0 is below 1");
        assertThatThrownBy(() -> standard.withDocuments(-1)).hasMessage("documents -1 is below 0");
        assertThatThrownBy(() -> standard.withMovements(-1)).hasMessage("movements -1 is below 0");
        assertThatThrownBy(standard::withCurrencies).hasMessage("number of currencies 0 is below 1");
        assertThatThrownBy(() -> standard.withCurrencies("EUR", "EUR"))
                .hasMessage("currencies [EUR, EUR] name one twice");
        assertThatThrownBy(() -> standard.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .hasMessage("to 2026-03-01 is before from 2026-03-02");
        assertThatThrownBy(() -> standard.withLargestAmount(0)).hasMessage("largestAmount 0 is below 1");
        assertThatThrownBy(() -> standard.withLargestAmount(Long.MAX_VALUE))
                .hasMessage("largestAmount 9223372036854775807 is above 1000000000000000");
    }
}
