package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.interest.AgreedRate;
import io.receivables.core.interest.InterestRegime;
import io.receivables.core.interest.InterestStatement;
import io.receivables.core.interest.InterestTerms;
import io.receivables.core.interest.LateInterest;
import io.receivables.core.interest.LateInterestOptions;
import io.receivables.core.interest.LateRate;
import io.receivables.files.CsvLedgerReader;
import io.receivables.files.CsvMapping;
import io.receivables.files.LoadedLedger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Late-payment interest from a file of invoices to the statement. */
class LateInterestSampleTest {
    @Test
    @EnabledIfSystemProperty(
            named = "ibm-ar.invoices",
            matches = ".+",
            disabledReason = "IBM's accounts receivable sample is not part of the project: -Dibm-ar.invoices=FILE")
    void ibm_invoices_at_8_percent_come_to_115_64() {
        LoadedLedger loaded = CsvLedgerReader.with(CsvMapping.read(Path.of("mappings", "ibm-ar.json")))
                .invoices(Path.of(System.getProperty("ibm-ar.invoices", "")))
                .load();
        InterestRegime eight = InterestRegime.of(
                "eight", InterestTerms.of(LateRate.agreed(AgreedRate.yearly("8"), "contract"), "contract"));

        InterestStatement statement =
                LateInterest.of(loaded.ledger(), LateInterestOptions.standard(LocalDate.parse("2014-12-31"), eight));

        assertThat(loaded.counts().invoices()).isEqualTo(2466);
        assertThat(statement.problems()).isEmpty();
        assertThat(statement.interest()).isEqualTo(Map.of("USD", Money.of("115.64", "USD")));
    }
}
