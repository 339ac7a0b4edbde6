package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.receivables.core.Customer;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.policy.StepKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverFileTest {
    private static final List<ItemReference> ITEMS =
            List.of(ItemReference.of("F-1001", 1), ItemReference.of("F-1002", 1));

    private static Durand example() {
        Durand durand = Durand.example("EUR");
        durand.sent("L-3", "2026-05-10", StepKind.FORMAL_NOTICE, 3, "25.00", "F-1001", "F-1002");
        durand.accepted("L-4", "2026-05-20", StepKind.REMINDER, 4, "5.00", "F-1001");
        durand.events.add(new LetterWithdrawn("L-4", Durand.CUSTOMER, LocalDate.parse("2026-05-21"), "paid in part"));
        durand.sent("L-5", "2026-05-22", StepKind.REMINDER, 5, "7.00", "F-1003");
        durand.accepted("L-6", "2026-05-23", StepKind.REMINDER, 6, "9.00", "F-1002");
        durand.events.add(
                new LetterFailed("L-6", Durand.CUSTOMER, LocalDate.parse("2026-05-23"), 1, "mailbox unknown", true));
        durand.events.add(new CallMade(
                "CALL-1",
                Durand.CUSTOMER,
                LocalDate.parse("2026-04-10"),
                List.of(ItemReference.of("F-1001", 1)),
                CallOutcome.PROMISED,
                "Mr Lefèvre: half by the 24th"));
        durand.events.add(new CallMade(
                "CALL-2", Durand.CUSTOMER, LocalDate.parse("2026-05-12"), List.of(), CallOutcome.NO_ANSWER, ""));
        durand.events.add(new CallMade(
                "CALL-3",
                Durand.CUSTOMER,
                LocalDate.parse("2026-05-13"),
                List.of(ItemReference.of("F-1003", 1)),
                CallOutcome.REACHED,
                "about another invoice"));
        durand.events.add(new CallMade(
                "CALL-4", Durand.CUSTOMER, LocalDate.parse("2026-06-01"), List.of(), CallOutcome.REACHED, "later"));
        durand.collection.add(PaymentPlan.of(
                "PL-1",
                Durand.CUSTOMER,
                LocalDate.parse("2026-04-25"),
                List.of(
                        Instalment.of(LocalDate.parse("2026-05-02"), durand.money("300.00")),
                        Instalment.of(LocalDate.parse("2026-06-02"), durand.money("500.00"))),
                "F-1002"));
        return durand;
    }

    private static HandOverFile file(Durand durand) {
        return HandOverFile.of(Durand.CUSTOMER, ITEMS, Durand.TODAY, durand.facts(), Durand.writer());
    }

    private static String json(Durand durand) throws JsonProcessingException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        return new ObjectMapper()
                        .writer(printer)
                        .writeValueAsString(file(durand).toMap()) + "\n";
    }

    private static JsonNode tree() throws JsonProcessingException {
        return new ObjectMapper().readTree(json(example()));
    }

    private static void golden(String name, String content) throws IOException {
        if (Boolean.getBoolean("letters.golden.write")) {
            Files.writeString(
                    Path.of("src/test/resources/io/receivables/dunning/letters/golden")
                            .resolve(name),
                    content);
        }
        assertThat(content).isEqualTo(LetterGoldenTest.read("golden/" + name));
    }

    @Test
    void the_file_reads_as_its_golden_json() throws IOException {
        golden("hand-over-file.json", json(example()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_file_reads_as_its_golden_document(String language) throws IOException {
        golden(language + "/hand-over-file.html", file(example()).toHtml(language));
    }

    @Test
    void the_same_facts_give_the_same_file() throws JsonProcessingException {
        assertThat(json(example())).isEqualTo(json(example()));
        assertThat(file(example()).toHtml("fr")).isEqualTo(file(example()).toHtml("fr"));
    }

    @Test
    void items_come_with_what_was_paid_and_contested() throws JsonProcessingException {
        JsonNode item = tree().at("/items/0");

        assertThat(item.at("/open").asText()).isEqualTo("1000.00");
        assertThat(item.at("/disputed").asText()).isEqualTo("150.00");
        assertThat(item.at("/claimed").asText()).isEqualTo("850.00");
        assertThat(item.at("/settlements/0/date").asText()).isEqualTo("2026-03-20");
        assertThat(item.at("/settlements/0/kind").asText()).isEqualTo("cash");
        assertThat(tree().at("/disputes/0/reason").asText()).isEqualTo("two doors damaged on delivery");
        assertThat(tree().at("/disputes/0/resolved")).isEmpty();
    }

    @Test
    void letters_come_with_their_proofs_and_only_those_about_the_items() throws JsonProcessingException {
        JsonNode letters = tree().at("/letters");

        assertThat(letters)
                .extracting(letter -> letter.at("/id").asText())
                .containsExactly("L-1", "L-2", "L-3", "L-4", "L-6");
        assertThat(letters.at("/0/proofs"))
                .extracting(proof ->
                        proof.at("/what").asText() + " " + proof.at("/text").asText())
                .containsExactly("sent <L-1@durand.example>", "acknowledged opened");
        assertThat(letters.at("/3/proofs/0/what").asText()).isEqualTo("withdrawn");
        assertThat(letters.at("/4/proofs/0/what").asText()).isEqualTo("failed");
        // F-0990 was in L-1 too and is not handed over
        assertThat(letters.at("/0/actions")).hasSize(1);
    }

    @Test
    void calls_promises_and_plans_come_along_as_they_stood() throws JsonProcessingException {
        JsonNode file = tree();

        assertThat(file.at("/calls"))
                .extracting(call -> call.at("/date").asText())
                .containsExactly("2026-04-10", "2026-05-12");
        assertThat(file.at("/promises/0/status").asText()).isEqualTo("broken");
        assertThat(file.at("/plans/0/status").asText()).isEqualTo("broken");
        assertThat(file.at("/plans/0/instalments/1/status").asText()).isEqualTo("open");
    }

    @Test
    void the_claim_foots_and_fees_of_letters_that_did_not_go_out_are_no_part_of_it() throws JsonProcessingException {
        JsonNode totals = tree().at("/totals/0");

        // 850 + 800; 26.10 + 11.72; 2 x 40; 15 + 25, not 5 of the withdrawn letter, 9 of the failed one, 7 of F-1003
        assertThat(totals.at("/claimed").asText()).isEqualTo("1650.00");
        assertThat(totals.at("/interest").asText()).isEqualTo("37.82");
        assertThat(totals.at("/fixedSums").asText()).isEqualTo("80.00");
        assertThat(totals.at("/fees").asText()).isEqualTo("40.00");
        assertThat(totals.at("/total").asText()).isEqualTo("1807.82");
    }

    @Test
    void promises_and_plans_of_other_customers_are_not_told() throws JsonProcessingException {
        Durand durand = example();
        durand.customers.add(Customer.of("C-105", "Lefèvre Sud"));
        durand.facts.add(Invoice.of("S-1", "C-105", LocalDate.parse("2026-01-01"), durand.money("80.00")));
        durand.collection.add(PromiseToPay.of(
                "PR-9", "C-105", LocalDate.parse("2026-04-01"), durand.money("80.00"), LocalDate.parse("2026-04-02")));
        durand.collection.add(PaymentPlan.of(
                "PL-9",
                "C-105",
                LocalDate.parse("2026-04-03"),
                List.of(Instalment.of(LocalDate.parse("2026-05-02"), durand.money("80.00"))),
                "S-1"));

        assertThat(json(durand)).isEqualTo(json(example()));
    }

    @Test
    void each_currency_has_its_total() throws JsonProcessingException {
        Durand durand = Durand.example("EUR");
        durand.policy = Durand.policy("FR", "");
        durand.facts.add(Invoice.of("U-1", Durand.CUSTOMER, LocalDate.parse("2026-01-01"), Money.of("70.00", "USD")));
        HandOverFile file = HandOverFile.of(
                Durand.CUSTOMER,
                List.of(ItemReference.of("F-1002", 1), ItemReference.of("U-1", 1)),
                Durand.TODAY,
                durand.facts(),
                Durand.writer());

        assertThat(new ObjectMapper().<JsonNode>valueToTree(file.toMap()).at("/totals"))
                .extracting(each -> each.at("/currency").asText() + " "
                        + each.at("/claimed").asText())
                .containsExactly("EUR 800.00", "USD 70.00");
    }

    @Test
    void an_invoice_of_the_day_can_be_handed_over_and_none_of_the_day_after() {
        Durand durand = new Durand();
        durand.policy = Durand.policy("FR", "");
        durand.invoice("F-1", Durand.TODAY.toString(), "2026-06-30", "10.00");
        durand.credit("N-1", "2026-05-01", "10.00");

        assertThat(handOver(durand, "F-1", Durand.TODAY).toMap()).containsKey("items");
        assertThatThrownBy(() -> handOver(durand, "F-1", Durand.TODAY.minusDays(1)))
                .hasMessageContaining("only 0 are invoices");
        assertThatThrownBy(() -> handOver(durand, "N-1", Durand.TODAY)).hasMessageContaining("only 0 are invoices");
    }

    private static HandOverFile handOver(Durand durand, String document, LocalDate date) {
        return HandOverFile.of(
                Durand.CUSTOMER, List.of(ItemReference.of(document, 1)), date, durand.facts(), Durand.writer());
    }

    @Test
    void a_dispute_that_is_over_says_when() throws JsonProcessingException {
        Durand durand = example();
        durand.facts.add(DisputeResolution.of("R-1", "D-1", LocalDate.parse("2026-05-25")));
        durand.facts.add(DisputeResolution.of("R-2", "D-2", LocalDate.parse("2026-06-25")));
        durand.facts.add(io.receivables.core.Dispute.of("D-2", "F-1002", LocalDate.parse("2026-06-20")));

        JsonNode disputes = new ObjectMapper().readTree(json(durand)).at("/disputes");

        assertThat(disputes).hasSize(1);
        assertThat(disputes.at("/0/resolved/0").asText()).isEqualTo("2026-05-25");
    }

    @Test
    void a_file_of_nothing_but_an_invoice_says_none_of_everything_else() {
        Durand durand = new Durand();
        durand.policy = Durand.policy("FR", "");
        durand.invoice("F-1", "2026-01-30", "2026-03-01", "1000.00");

        String html = HandOverFile.of(
                        Durand.CUSTOMER,
                        List.of(ItemReference.of("F-1", 1)),
                        Durand.TODAY,
                        durand.facts(),
                        Durand.writer())
                .toHtml("fr");

        assertThat(html).containsPattern("(?s)(Néant\\..*){6}").doesNotContain("None.");
    }

    @Test
    void a_hostile_note_stays_a_note() {
        Durand durand = example();
        durand.events.add(new CallMade(
                "CALL-9",
                Durand.CUSTOMER,
                LocalDate.parse("2026-05-14"),
                List.of(),
                CallOutcome.REACHED,
                "<img src=x onerror=alert(1)>{{creditor.name}}"));

        assertThat(file(durand).toHtml("en"))
                .contains("&lt;img src=x onerror=alert(1)&gt;{{creditor.name}}")
                .doesNotContain("<img");
    }

    @Test
    void an_item_that_is_none_of_the_customers_is_refused() {
        Durand durand = example();

        assertThatThrownBy(() -> HandOverFile.of(
                        Durand.CUSTOMER,
                        List.of(ItemReference.of("F-1001", 1), ItemReference.of("F-1001", 2)),
                        Durand.TODAY,
                        durand.facts(),
                        Durand.writer()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only 1 are invoices of C-104 by 2026-05-29");
        assertThatThrownBy(() ->
                        HandOverFile.of(Durand.CUSTOMER, List.of(), Durand.TODAY, durand.facts(), Durand.writer()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
