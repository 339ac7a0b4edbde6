package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in the package documentation compiles, runs and gives what it says. */
class DocumentationTest {
    @Test
    void example_runs() throws Exception {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

        Ledger ledger = Ledger.builder()
                .customer(Customer.of("ACME", "Acme Ltée").inCountry("CA"))
                .invoice(Invoice.of("F-1001", "ACME", LocalDate.parse("2026-03-02"), Money.of("1200.00", "CAD"))
                        .dueOn(LocalDate.parse("2026-04-01")))
                .payment(Payment.of("P-77", "ACME", LocalDate.parse("2026-04-20"), Money.of("400.00", "CAD")), "F-1001")
                .build();
        String json = mapper.writeValueAsString(ledger);

        Ledger same = mapper.readValue(json, Ledger.class);
        assertThat(same.balance(LocalDate.parse("2026-05-31"))).hasToString("{CAD=CAD 800.00}");
        List<Fact> facts = mapper.readerForListOf(Fact.class).readValue(mapper.writeValueAsString(ledger.facts()));
        assertThat(facts).isEqualTo(ledger.facts());
    }

    @Test
    void example_is_the_documented_one() throws IOException {
        String documentation = Files.readString(Path.of("src/main/java/io/receivables/jackson/package-info.java"));
        int start = documentation.indexOf("<pre>{@code") + "<pre>{@code".length();
        String example = documentation
                .substring(start, documentation.indexOf("}</pre>", start))
                .replaceAll("(?m)^ \\*", "")
                .replaceAll("(same\\.balance\\(.*\\)); // (.*)", "assertThat($1).hasToString(\"$2\");");

        assertThat(withoutSpace(
                        Files.readString(Path.of("src/test/java/io/receivables/jackson/DocumentationTest.java"))))
                .contains(withoutSpace(example));
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
