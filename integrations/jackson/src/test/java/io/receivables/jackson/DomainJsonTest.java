package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The format, value by value. */
class DomainJsonTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                arguments(Invoice.of("F-1", "ACME", MARCH_2, cad("1200")), """
                        {"kind":"invoice","id":"F-1","customerId":"ACME","issueDate":"2026-03-02","currency":"CAD",\
                        "gross":"1200.00","instalments":[{"dueDate":"2026-03-02","amount":"1200.00"}]}"""),
                arguments(
                        Invoice.of("F-2", "ACME", MARCH_2, cad("1149.75"))
                                .payableIn(List.of(
                                        Instalment.of(APRIL_1, cad("500.00")), Instalment.of(MAY_1, cad("649.75"))))
                                .withTax(cad("149.75"))
                                .postedOn(MARCH_2.plusDays(1))
                                .deliveredOn(MARCH_2.minusDays(3))
                                .withReference("PO \"77\"")
                                .withTerms("30/60 jours")
                                .recordedOn(MARCH_2.plusDays(2)),
                        """
                        {"kind":"invoice","id":"F-2","customerId":"ACME","issueDate":"2026-03-02",\
                        "recordedOn":"2026-03-04","postingDate":"2026-03-03","deliveryDate":"2026-02-27",\
                        "currency":"CAD","gross":"1149.75","tax":"149.75",\
                        "instalments":[{"dueDate":"2026-04-01","amount":"500.00"},\
                        {"dueDate":"2026-05-01","amount":"649.75"}],\
                        "reference":"PO \\"77\\"","terms":"30/60 jours"}"""),
                arguments(
                        DebitNote.of("D-1", "ACME", MARCH_2, Money.of("1200", "JPY"))
                                .dueOn(APRIL_1),
                        """
                        {"kind":"debit-note","id":"D-1","customerId":"ACME","issueDate":"2026-03-02","currency":"JPY",\
                        "gross":"1200","instalments":[{"dueDate":"2026-04-01","amount":"1200"}]}"""),
                arguments(
                        CreditNote.of("C-1", "ACME", MARCH_2, Money.of("12.345", "TND"))
                                .correcting("F-1"),
                        """
                        {"kind":"credit-note","id":"C-1","customerId":"ACME","issueDate":"2026-03-02",\
                        "currency":"TND","gross":"12.345","instalments":[{"dueDate":"2026-03-02","amount":"12.345"}],\
                        "corrects":"F-1"}"""),
                arguments(
                        Payment.of("P-1", "ACME", APRIL_1, cad("400"))
                                .withReference("Réf. F-1")
                                .recordedOn(MAY_1),
                        """
                        {"kind":"payment","id":"P-1","customerId":"ACME","date":"2026-04-01",\
                        "recordedOn":"2026-05-01","amount":"400.00","currency":"CAD","reference":"Réf. F-1"}"""),
                arguments(Allocation.ofPayment("A-1", "P-1", "F-1", APRIL_1, cad("0.05")), """
                        {"kind":"allocation","id":"A-1","date":"2026-04-01","source":"payment","sourceId":"P-1",\
                        "documentId":"F-1","amount":"0.05","currency":"CAD"}"""),
                arguments(
                        Allocation.ofCreditNote("A-2", "C-1", "F-2", APRIL_1, cad("100"))
                                .toInstalment(2),
                        """
                        {"kind":"allocation","id":"A-2","date":"2026-04-01","source":"credit-note","sourceId":"C-1",\
                        "documentId":"F-2","instalment":2,"amount":"100.00","currency":"CAD"}"""),
                arguments(Refund.ofPayment("RF-1", "P-1", MAY_1, cad("20")), """
                        {"kind":"refund","id":"RF-1","date":"2026-05-01","source":"payment","sourceId":"P-1",\
                        "amount":"20.00","currency":"CAD"}"""),
                arguments(
                        WriteOff.of("W-1", "F-1", MAY_1, cad("3.10"))
                                .ofInstalment(1)
                                .because("small balance"),
                        """
                        {"kind":"write-off","id":"W-1","date":"2026-05-01","documentId":"F-1","instalment":1,\
                        "amount":"3.10","currency":"CAD","reason":"small balance"}"""),
                arguments(Reversal.ofPayment("R-1", "P-1", MAY_1).because("no funds"), """
                        {"kind":"reversal","id":"R-1","date":"2026-05-01","target":"payment","targetId":"P-1",\
                        "reason":"no funds"}"""),
                arguments(Reversal.ofAllocation("R-2", "A-1", MAY_1), """
                        {"kind":"reversal","id":"R-2","date":"2026-05-01","target":"allocation","targetId":"A-1"}"""),
                arguments(Dispute.of("X-1", "F-1", APRIL_1), """
                        {"kind":"dispute","id":"X-1","date":"2026-04-01","documentId":"F-1"}"""),
                arguments(Dispute.of("X-2", "F-1", APRIL_1).over(cad("50")).because("broken"), """
                        {"kind":"dispute","id":"X-2","date":"2026-04-01","documentId":"F-1","amount":"50.00",\
                        "currency":"CAD","reason":"broken"}"""),
                arguments(DisputeResolution.of("Y-1", "X-1", MAY_1).withOutcome("credited"), """
                        {"kind":"dispute-resolution","id":"Y-1","date":"2026-05-01","disputeId":"X-1",\
                        "outcome":"credited"}"""),
                arguments(DisputeResolution.of("Y-2", "X-1", MAY_1).found(DisputeResolution.Finding.FOR_SELLER), """
                        {"kind":"dispute-resolution","id":"Y-2","date":"2026-05-01","disputeId":"X-1",\
                        "finding":"for-seller"}"""),
                arguments(
                        DisputeResolution.of("Y-3", "X-1", MAY_1)
                                .split(cad("20"))
                                .withOutcome("half"),
                        """
                        {"kind":"dispute-resolution","id":"Y-3","date":"2026-05-01","disputeId":"X-1",\
                        "finding":"split","amount":"20.00","currency":"CAD","outcome":"half"}"""));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void fact_is_one_flat_object_that_tells_its_kind(Fact fact, String json) throws Exception {
        for (Jackson line : Jackson.values()) {
            Jackson.Mapper mapper = line.mapper();

            assertThat(mapper.write(fact)).as("%s", line).isEqualTo(json);
            assertThat(mapper.read(json, Fact.class)).as("%s", line).isEqualTo(fact);
            assertThat(mapper.readThroughTree(json, fact.getClass())).isEqualTo(fact);
            assertThat(mapper.convert(fact, Fact.class)).isEqualTo(fact);
        }
    }

    @Test
    void every_kind_has_its_golden_json() {
        assertThat(facts().map(arguments -> ((Fact) arguments.get()[0]).kind())).contains(FactKind.values());
    }

    @ParameterizedTest
    @EnumSource
    void money_is_amount_and_currency(Jackson line) throws Exception {
        assertThat(line.mapper().write(Money.of("-12.3", "EUR")))
                .isEqualTo("{\"amount\":\"-12.30\",\"currency\":\"EUR\"}");
        assertThat(line.mapper().read("{\"currency\":\"EUR\",\"amount\":\"12.30\"}", Money.class))
                .isEqualTo(Money.of("12.3", "EUR"));
    }

    @ParameterizedTest
    @EnumSource
    void amounts_are_numbers_by_choice(Jackson line) throws Exception {
        Jackson.Mapper mapper = line.mapper(JsonOptions.standard().amountsAsNumbers());
        Invoice invoice = Invoice.of("F-1", "ACME", MARCH_2, cad("1149.50")).withTax(cad("149.75"));

        assertThat(mapper.write(Money.of("12.3", "EUR"))).isEqualTo("{\"amount\":12.30,\"currency\":\"EUR\"}");
        assertThat(mapper.write(Money.of("1000000", "JPY"))).isEqualTo("{\"amount\":1000000,\"currency\":\"JPY\"}");
        assertThat(mapper.write(invoice))
                .contains("\"gross\":1149.50", "\"tax\":149.75", "{\"dueDate\":\"2026-03-02\",\"amount\":1149.50}");
        assertThat(mapper.read(mapper.write(invoice), Invoice.class)).isEqualTo(invoice);
    }

    @ParameterizedTest
    @EnumSource
    void both_forms_of_an_amount_are_read_whatever_is_written(Jackson line) throws Exception {
        Money hundred = Money.of("100", "EUR");
        for (JsonOptions options :
                List.of(JsonOptions.standard(), JsonOptions.standard().amountsAsNumbers())) {
            for (String amount :
                    List.of("100", "100.0", "100.000", "1e2", "1.0E+2", "\"100\"", "\"1e2\"", "10000e-2")) {
                String json = "{\"amount\":" + amount + ",\"currency\":\"EUR\"}";
                assertThat(line.mapper(options).read(json, Money.class))
                        .as(json)
                        .isEqualTo(hundred);
            }
        }
    }

    /** 0.1 + 0.2 is no 0.3 and 90,071,992,547,409.93 no double: neither may show. */
    @ParameterizedTest
    @EnumSource
    void number_never_passes_through_floating_point(Jackson line) throws Exception {
        String json = "{\"amount\":90071992547409.93,\"currency\":\"EUR\"}";
        assertThat(line.mapper().read(json, Money.class).minorUnits()).isEqualTo(9007199254740993L);

        String tooFine = "{\"amount\":0.30000000000000004,\"currency\":\"EUR\"}";
        assertThat(Refusals.of(line.mapper(), tooFine, Money.class).message())
                .isEqualTo("amount: amount 0.30000000000000004 has more than 2 decimals for EUR: round it first");
    }

    @ParameterizedTest
    @EnumSource
    void number_of_a_tree_is_taken_only_where_a_double_holds_all_its_digits(Jackson line) throws Exception {
        String fits = "{\"amount\":1234567890123.45,\"currency\":\"EUR\"}"; // 15 digits
        assertThat(line.mapper().readThroughTree(fits, Money.class)).isEqualTo(Money.of("1234567890123.45", "EUR"));

        // the double nearest to 1000000000000000.01 is 1000000000000000: the cent is lost before we see it
        String lost = "{\"amount\":1000000000000000.01,\"currency\":\"EUR\"}";
        assertThat(line.mapper().read(lost, Money.class)).isEqualTo(Money.of("1000000000000000.01", "EUR"));
        assertThat(Refusals.of(() -> line.mapper().readThroughTree(lost, Money.class), line.mapper())
                        .message())
                .startsWith("amount: amount 1.0E15 was held in floating point, which is exact for 15 digits only;"
                        + " send it as a string");
    }

    @ParameterizedTest
    @EnumSource
    void customer_has_attributes_unless_there_are_none(Jackson line) throws Exception {
        Customer acme = Customer.of("ACME", "Acme Ltée").inSegment("retail").inCountry("CA");
        String json =
                "{\"id\":\"ACME\",\"name\":\"Acme Ltée\",\"attributes\":{\"country\":\"CA\",\"segment\":\"retail\"}}";

        assertThat(line.mapper().write(acme)).isEqualTo(json);
        assertThat(line.mapper().read(json, Customer.class)).isEqualTo(acme);
        assertThat(line.mapper().write(Customer.of("B", ""))).isEqualTo("{\"id\":\"B\",\"name\":\"\"}");
        assertThat(line.mapper().read("{\"id\":\"B\"}", Customer.class)).isEqualTo(Customer.of("B"));
    }

    @ParameterizedTest
    @EnumSource
    void instalment_alone_has_its_currency(Jackson line) throws Exception {
        Instalment instalment = Instalment.of(APRIL_1, cad("5"));
        String json = "{\"dueDate\":\"2026-04-01\",\"amount\":\"5.00\",\"currency\":\"CAD\"}";

        assertThat(line.mapper().write(instalment)).isEqualTo(json);
        assertThat(line.mapper().read(json, Instalment.class)).isEqualTo(instalment);
    }

    @ParameterizedTest
    @EnumSource
    void kind_may_be_absent_where_the_java_type_tells_it(Jackson line) throws Exception {
        String json =
                "{\"id\":\"P-1\",\"customerId\":\"ACME\",\"date\":\"2026-04-01\",\"amount\":\"4\",\"currency\":\"CAD\"}";

        assertThat(line.mapper().read(json, Payment.class)).isEqualTo(Payment.of("P-1", "ACME", APRIL_1, cad("4")));
        assertThat(Refusals.of(line.mapper(), json, Fact.class).message())
                .isEqualTo("kind: missing; give one of invoice, debit-note, credit-note, payment, allocation, refund,"
                        + " write-off, reversal, dispute, dispute-resolution");
    }

    @ParameterizedTest
    @EnumSource
    void fields_come_in_any_order(Jackson line) throws Exception {
        String json =
                "{\"instalments\":[{\"amount\":4,\"dueDate\":\"2026-04-01\"}],\"gross\":\"4\",\"currency\":\"CAD\","
                        + "\"issueDate\":\"2026-03-02\",\"customerId\":\"ACME\",\"id\":\"F-1\",\"kind\":\"invoice\"}";

        assertThat(line.mapper().read(json, Document.class))
                .isEqualTo(Invoice.of("F-1", "ACME", MARCH_2, cad("4")).dueOn(APRIL_1));
    }

    @ParameterizedTest
    @EnumSource
    void absent_and_empty_reference_of_a_document_differ(Jackson line) throws Exception {
        Invoice without = Invoice.of("F-1", "ACME", MARCH_2, cad("4"));
        Invoice empty = without.withReference("");

        assertThat(line.mapper().read(line.mapper().write(without), Fact.class)).isEqualTo(without);
        assertThat(line.mapper().read(line.mapper().write(empty), Fact.class)).isEqualTo(empty);
    }
}
