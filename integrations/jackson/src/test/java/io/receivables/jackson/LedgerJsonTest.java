package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.InvalidLedgerException;
import io.receivables.core.ledger.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ledgers, and the problems that come with loading. */
class LedgerJsonTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate APRIL_20 = LocalDate.parse("2026-04-20");
    private static final LocalDate MAY_31 = LocalDate.parse("2026-05-31");

    private final Ledger ledger = Ledger.builder()
            .customer(Customer.of("ACME", "Acme Ltée").inCountry("CA"))
            .invoice(Invoice.of("F-1", "ACME", MARCH_2, Money.of("1200.00", "CAD")))
            .payment(Payment.of("P-77", "ACME", APRIL_20, Money.of("400.00", "CAD")), "F-1")
            .build();

    @ParameterizedTest
    @EnumSource
    void ledger_is_customers_and_facts_the_derived_allocation_among_them(Jackson line) throws Exception {
        assertThat(line.mapper().write(ledger)).isEqualTo("""
                        {"customers":[{"id":"ACME","name":"Acme Ltée","attributes":{"country":"CA"}}],"facts":[\
                        {"kind":"invoice","id":"F-1","customerId":"ACME","issueDate":"2026-03-02","currency":"CAD",\
                        "gross":"1200.00","instalments":[{"dueDate":"2026-03-02","amount":"1200.00"}]},\
                        {"kind":"payment","id":"P-77","customerId":"ACME","date":"2026-04-20","amount":"400.00",\
                        "currency":"CAD"},\
                        {"kind":"allocation","id":"P-77/F-1","date":"2026-04-20","source":"payment","sourceId":"P-77",\
                        "documentId":"F-1","amount":"400.00","currency":"CAD"}]}""");
    }

    @ParameterizedTest
    @EnumSource
    void ledger_read_is_the_ledger_written(Jackson line) throws Exception {
        Ledger read = line.mapper().read(line.mapper().writeBytes(ledger), Ledger.class);

        assertThat(read.facts()).isEqualTo(ledger.facts());
        assertThat(read.customers()).isEqualTo(ledger.customers());
        // 1,200.00 - 400.00
        assertThat(read.balance(MAY_31))
                .containsEntry("CAD", Money.of("800.00", "CAD"))
                .hasSize(1);
        assertThat(read.openItems(MAY_31)).isEqualTo(ledger.openItems(MAY_31));
    }

    @ParameterizedTest
    @EnumSource
    void facts_come_before_customers_or_without_them(Jackson line) throws Exception {
        String facts = line.mapper().write(ledger.facts());

        assertThat(line.mapper()
                        .read(
                                "{\"facts\":" + facts + ",\"customers\":[{\"id\":\"ACME\",\"name\":\"A\"}]}",
                                Ledger.class)
                        .customers())
                .containsExactly(Customer.of("ACME", "A"));
        assertThat(line.mapper().read("{\"facts\":" + facts + "}", Ledger.class).customers())
                .containsExactly(Customer.of("ACME"));
        assertThat(line.mapper()
                        .read("{\"customers\":null,\"facts\":[]}", Ledger.class)
                        .facts())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ledger_of_facts_that_do_not_fit_is_refused_with_all_its_problems(Jackson line) {
        String json = """
                {"facts":[{"kind":"reversal","id":"R","date":"2026-05-01","target":"payment","targetId":"P"}]}""";

        Exception refused = catchException(() -> line.mapper().read(json, Ledger.class));

        assertThat(refused.getCause())
                .isInstanceOfSatisfying(
                        InvalidLedgerException.class,
                        cause -> assertThat(cause.problems())
                                .extracting(problem -> problem.code().id())
                                .containsExactly("RCV-LEDGER-008"));
    }

    @ParameterizedTest
    @EnumSource
    void ledger_made_from_columns_has_no_facts_to_write(Jackson line) {
        Ledger columns = Ledger.ofColumns(ledger.columns());

        assertThat(catchException(() -> line.mapper().write(columns)))
                .hasMessageContaining("the ledger was made from columns and holds no facts");
    }

    @ParameterizedTest
    @EnumSource
    void loaded_value_is_written_with_its_problems(Jackson line) throws Exception {
        Loaded<Ledger> loaded =
                Ledger.builder().fact(Reversal.ofPayment("R-1", "P-9", MAY_31)).load();

        assertThat(line.mapper().write(loaded)).isEqualTo("""
                        {"value":{"customers":[],"facts":[]},"problems":[{"code":"RCV-LEDGER-008","severity":"error",\
                        "message":"reversal R-1 undoes payment P-9, which does not exist or was left out",\
                        "attributes":{"kind":"reversal","id":"R-1","target":"payment","targetId":"P-9"}}]}""");
        assertThat(line.mapper().write(new Loaded<>(List.of(Money.of("1", "JPY")), List.of())))
                .isEqualTo("{\"value\":[{\"amount\":\"1\",\"currency\":\"JPY\"}],\"problems\":[]}");
    }

    @ParameterizedTest
    @EnumSource
    void problem_messages_are_in_the_language_chosen(Jackson line) throws Exception {
        Loaded<Ledger> loaded =
                Ledger.builder().fact(Reversal.ofPayment("R-1", "P-9", MAY_31)).load();

        assertThat(line.mapper(JsonOptions.standard().messagesIn(Locale.CANADA_FRENCH))
                        .write(loaded.problems().get(0)))
                .contains("\"message\":\"" + loaded.problems().get(0).message(Locale.FRENCH) + "\"");
    }
}
