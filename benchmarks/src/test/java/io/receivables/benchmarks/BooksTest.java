package io.receivables.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.receivables.core.Fact;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final List<Fact> FACTS =
            SyntheticLedger.of(2_000, 7).facts(SyntheticLedger.FIRST_DAY, SyntheticLedger.TODAY);

    private static <B extends Books> B filled(B books) {
        FACTS.forEach(books::apply);
        return books;
    }

    @Test
    void live_ledger_and_records_agree_on_totals_and_all_three_dso() {
        EngineBooks engine = filled(new EngineBooks());
        RecordBooks records = filled(new RecordBooks());

        assertThat(engine.totals()).hasToString(records.totals().toString());
        for (String currency : SyntheticLedger.CURRENCIES) {
            assertThat(engine.read(currency)).containsExactly(records.read(currency), within(1e-9));
        }
    }

    @Test
    void database_that_goes_on_from_records_comes_to_the_same_totals() {
        RecordBooks start = new RecordBooks();
        FACTS.subList(0, FACTS.size() - 200).forEach(start::apply);
        try (DuckDbBooks database = new DuckDbBooks(start)) {
            FACTS.subList(FACTS.size() - 200, FACTS.size()).forEach(database::apply);
            assertThat(database.totals())
                    .hasToString(filled(new RecordBooks()).totals().toString());
        }
    }

    @Test
    void facts_of_the_synthetic_ledger_are_its_columns() {
        SyntheticLedger synthetic = SyntheticLedger.of(2_000, 7);
        Ledger columns = Ledger.ofColumns(synthetic.columns().build());
        var expected = Aging.of(columns, AgingOptions.standard(SyntheticLedger.TODAY));
        EngineBooks engine = filled(new EngineBooks());

        assertThat(FACTS).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        for (String currency : SyntheticLedger.CURRENCIES) {
            assertThat((long) engine.read(currency)[0])
                    .isEqualTo(expected.in(currency).net().minorUnits());
        }
    }
}
