package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.PaymentTerms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and that the message names the field, the value and the fix. */
class RefusedJsonTest {
    private static final String PAYMENT = """
            {"kind":"payment","id":"P-1","customerId":"ACME","date":"2026-04-01","amount":"4.00","currency":"CAD"}""";
    private static final String INVOICE = """
            {"kind":"invoice","id":"F-1","customerId":"ACME","issueDate":"2026-03-02","currency":"CAD",\
            "gross":"9.00","instalments":[{"dueDate":"2026-04-01","amount":"4.00"},\
            {"dueDate":"2026-05-01","amount":"5.00"}]}""";
    private static final String LEDGER = """
            {"customers":[{"id":"ACME","name":"Acme"}],"facts":[%s,%s]}""".formatted(INVOICE, PAYMENT);

    private static String payment(String part, String instead) {
        return changed(PAYMENT, part, instead);
    }

    private static String changed(String json, String part, String instead) {
        assertThat(json).contains(part);
        return json.replace(part, instead);
    }

    private static Arguments refused(Class<?> type, String json, String message) {
        return arguments(type, json, message);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                // missing and null
                refused(Fact.class, payment("\"id\":\"P-1\",", ""), "id: missing; give a string"),
                refused(Fact.class, payment("\"P-1\"", "null"), "id: null; give a string"),
                refused(
                        Fact.class,
                        payment("\"2026-04-01\"", "null"),
                        "date: null; give a date such as \"2026-12-31\""),
                refused(
                        Fact.class,
                        payment(",\"currency\":\"CAD\"", ""),
                        "currency: missing; give an ISO 4217 code such as \"EUR\""),
                refused(
                        Money.class,
                        "{\"currency\":\"EUR\"}",
                        "amount: missing; give a decimal string such as \"1200.00\", or a number"),
                refused(Ledger.class, "{\"customers\":[]}", "facts: missing; give an array, empty if there are none"),
                refused(Ledger.class, "{\"facts\":null}", "facts: null is of the wrong type; give an array"),
                refused(Ledger.class, "{\"facts\":[null]}", "facts[0]: null is no object; write the Fact as {…}"),
                refused(PaymentTerms.class, "30", "30 is of the wrong type; give a string"),
                refused(
                        PaymentTerms.class,
                        "\"net 30 or 60\"",
                        "payment terms \"net 30 or 60\" are understood as far as \"net 30\", but not \"or 60\""),
                refused(
                        PaymentTerms.class,
                        "\"45 jours fin de mois\"",
                        "payment terms \"45 jours fin de mois\" are read in two ways: taken as \"45 jours, puis fin de mois\","
                                + " others take them as \"fin de mois, puis 45 jours\""),
                // wrong types
                refused(Fact.class, payment("\"P-1\"", "7"), "id: 7 is of the wrong type; give a string"),
                refused(Fact.class, payment("\"P-1\"", "true"), "id: true is of the wrong type; give a string"),
                refused(Fact.class, payment("\"P-1\"", "{}"), "id: an object is of the wrong type; give a string"),
                refused(
                        Fact.class,
                        payment("\"4.00\"", "[\"4.00\"]"),
                        "amount: an array is of the wrong type; give a decimal string such as \"1200.00\", or a number"),
                refused(
                        Fact.class,
                        payment("\"2026-04-01\"", "20260401"),
                        "date: 20260401 is of the wrong type; give a date such as \"2026-12-31\""),
                refused(Money.class, "\"12.34\"", "\"12.34\" is no object; write the Money as {…}"),
                refused(Payment.class, "[" + PAYMENT + "]", "an array is no object; write the Payment as {…}"),
                refused(
                        Fact.class,
                        changed(INVOICE, "[{", "{").replace("}]}", "}}").replace("},{", "},\"x\":{"),
                        "instalments: an object is of the wrong type; give an array"),
                refused(
                        Fact.class,
                        changed(INVOICE, "{\"dueDate\":\"2026-05-01\",\"amount\":\"5.00\"}", "5"),
                        "instalments[1]: 5 is no object; write the Instalment as {…}"),
                refused(
                        Customer.class,
                        "{\"id\":\"A\",\"attributes\":[]}",
                        "attributes: an array is of the wrong type; give an object of strings"),
                refused(
                        Customer.class,
                        "{\"id\":\"A\",\"attributes\":{\"country\":7}}",
                        "attributes.country: 7 is of the wrong type; give a string"),
                // unknown words
                refused(
                        Fact.class,
                        payment("\"payment\"", "\"PAYMENT\""),
                        "kind: \"PAYMENT\" is unknown; use one of invoice, debit-note, credit-note, payment, allocation,"
                                + " refund, write-off, reversal, dispute, dispute-resolution"),
                refused(
                        Invoice.class,
                        PAYMENT,
                        "kind: \"payment\" is not the kind that was asked for; it must be invoice"),
                refused(
                        Document.class,
                        PAYMENT,
                        "kind: \"payment\" is no document; use invoice, debit-note or credit-note"),
                refused(
                        Fact.class,
                        "{\"kind\":\"refund\",\"id\":\"R\",\"date\":\"2026-04-01\",\"source\":\"cash\"}",
                        "source: \"cash\" is unknown; use one of payment, credit-note"),
                refused(
                        Fact.class,
                        payment("\"CAD\"", "\"Dollar\\n\""),
                        "currency: \"Dollar?\" is no ISO 4217 code; use three capital letters such as \"EUR\""),
                // values
                refused(
                        Fact.class,
                        payment("2026-04-01", "2026-02-29"),
                        "date: \"2026-02-29\" is no calendar date; write it as \"2026-12-31\""),
                refused(
                        Fact.class,
                        payment("2026-04-01", "01/04/2026"),
                        "date: \"01/04/2026\" is no calendar date; write it as \"2026-12-31\""),
                refused(
                        Fact.class,
                        payment("2026-04-01", "0026-04-01"),
                        "date of payment P-1 0026-04-01 is outside the years 1900 to 9999: check the date"),
                refused(
                        Fact.class,
                        payment("4.00", "4.005"),
                        "amount: amount 4.005 has more than 2 decimals for CAD: round it first"),
                refused(
                        Fact.class,
                        payment("4.00", "4,00"),
                        "amount: amount \"4,00\" is no decimal number: write it as 1200.00"),
                refused(
                        Fact.class,
                        payment("4.00", "-4.00"),
                        "amount CAD -4.00 of payment P-1 is not above zero: returned money is a reversal,"
                                + " money paid back a refund"),
                refused(
                        Fact.class,
                        payment("\"P-1\"", "\" \""),
                        "payment id is blank: give the identifier that the source system uses"),
                refused(Fact.class, changed(INVOICE, "5.00", "6.00"), "instalments of document F-1 add up to …"),
                refused(
                        Fact.class,
                        changed(INVOICE, "\"5.00\"", "\"5.00\",\"currency\":\"USD\""),
                        "currencies differ: USD 5.00 and CAD 5.00; …"),
                refused(
                        Fact.class,
                        changed(INVOICE, "5.00", "-5.00"),
                        "instalments[1]: instalment amount CAD -5.00 is negative: use a credit note"),
                refused(
                        Fact.class,
                        "{\"kind\":\"dispute\",\"id\":\"X\",\"documentId\":\"F\",\"date\":\"2026-04-01\","
                                + "\"amount\":\"4.00\"}",
                        "currency: missing; give an ISO 4217 code such as \"EUR\""),
                refused(
                        Fact.class,
                        "{\"kind\":\"write-off\",\"id\":\"W\",\"documentId\":\"F\",\"date\":\"2026-04-01\","
                                + "\"amount\":\"4.00\",\"currency\":\"CAD\",\"instalment\":1.5}",
                        "instalment: 1.5 is no whole number of a sensible size"),
                // twice
                refused(
                        Fact.class,
                        payment("\"amount\":\"4.00\"", "\"amount\":\"4.00\",\"amount\":\"5.00\""),
                        "amount: given twice; keep one of the two"),
                refused(Ledger.class, "{\"facts\":[],\"facts\":[]}", "facts: given twice; keep one of the two"),
                refused(
                        Customer.class,
                        "{\"id\":\"A\",\"attributes\":{\"x\":\"1\",\"x\":\"2\"}}",
                        "attributes.x: given twice; keep one of the two"),
                refused(
                        Ledger.class,
                        changed(LEDGER, "\"facts\"", "\"facts\":[],\"facts\""),
                        "facts: given twice; keep one of the two"),
                refused(
                        Ledger.class,
                        changed(LEDGER, "[{\"id\"", "[{\"id\":\"ACME\"},{\"id\""),
                        "customers[1].id: \"ACME\" is the id of an earlier customer too; keep one of the two"),
                // inside a ledger
                refused(
                        Ledger.class,
                        changed(LEDGER, "5.00", "5.001"),
                        "facts[0].instalments[1].amount: amount 5.001 has more than 2 decimals for CAD: round it first"),
                refused(
                        Ledger.class,
                        changed(
                                LEDGER,
                                "\"kind\":\"payment\"",
                                "\"kind\":\"reversal\",\"target\":\"payment\",\"targetId\":\"P-9\""),
                        "1 of the facts do not fit: RCV-LEDGER-008: reversal P-1 undoes payment P-9, which does not exist or"
                                + " was left out"));
    }

    /** A message that ends in … is the domain's, of which only the start matters here. */
    @ParameterizedTest
    @MethodSource("refusals")
    void message_names_field_value_and_fix(Class<?> type, String json, String message) {
        for (Jackson line : Jackson.values()) {
            String said = Refusals.of(line.mapper(), json, type).message();
            if (message.endsWith("…")) {
                assertThat(said).as("%s", line).startsWith(message.substring(0, message.length() - 1));
            } else {
                assertThat(said).as("%s", line).isEqualTo(message);
            }
        }
    }

    /** A list of facts in somebody's own type. */
    record Batch(List<Fact> facts) {}

    @ParameterizedTest
    @EnumSource
    void path_is_jacksons_path_too(Jackson line) {
        String json = changed("{\"facts\":[" + INVOICE + "," + INVOICE + "]}", "5.00", "x");

        Jackson.Refusal ofLedger = Refusals.of(line.mapper(), json, Ledger.class);
        Jackson.Refusal ofBatch = Refusals.of(line.mapper(), json, Batch.class);

        assertThat(ofLedger.path()).isEqualTo(Arrays.asList("facts", null, "instalments", null, "amount"));
        assertThat(ofBatch.path()).isEqualTo(ofLedger.path());
        assertThat(ofBatch.message()).startsWith("instalments[1].amount: amount \"x\" is no decimal number");
        assertThat(catchException(() -> line.mapper().read(json, Ledger.class)).getMessage())
                .contains("io.receivables.core.ledger.Ledger[\"facts\"]->java.util.List[0]->io.receivables.core.Fact"
                        + "[\"instalments\"]->java.util.List[1]->io.receivables.core.Instalment[\"amount\"]");
    }

    @ParameterizedTest
    @EnumSource
    void cause_is_the_domains_own_refusal(Jackson line) {
        assertThat(catchException(() -> line.mapper().read(payment("4.00", "-4.00"), Fact.class)))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    // ---- unknown fields

    private static final String WITH_UNKNOWN =
            payment("\"id\"", "\"extra\":{\"deep\":[1,{\"id\":\"not this\"}]},\"other\":null,\"id\"");

    @ParameterizedTest
    @EnumSource
    void unknown_fields_are_tolerated(Jackson line) throws Exception {
        assertThat(line.mapper().read(WITH_UNKNOWN, Fact.class))
                .isEqualTo(line.mapper().read(PAYMENT, Fact.class));
        assertThat(line.mapper()
                        .read(changed(LEDGER, "{\"customers\"", "{\"version\":[[]],\"customers\""), Ledger.class)
                        .facts())
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void unknown_fields_are_refused_by_choice(Jackson line) throws Exception {
        Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());

        assertThat(Refusals.of(strict, WITH_UNKNOWN, Fact.class).message())
                .isEqualTo("extra: unknown field; remove it or use one of kind, date, id, customerId, currency, amount,"
                        + " reference, recordedOn");
        assertThat(Refusals.of(strict, payment("\"id\"", "\"dueDate\":\"2026-04-01\",\"id\""), Fact.class)
                        .message())
                .startsWith("dueDate: unknown field");
        assertThat(Refusals.of(
                                strict,
                                changed(LEDGER, "\"amount\":\"5.00\"", "\"amount\":\"5.00\",\"rate\":1"),
                                Ledger.class)
                        .message())
                .isEqualTo(
                        "facts[0].instalments[1].rate: unknown field; remove it or use one of currency, dueDate, amount");
        assertThat(Refusals.of(strict, changed(LEDGER, "{\"customers\"", "{\"version\":1,\"customers\""), Ledger.class)
                        .message())
                .isEqualTo("version: unknown field; remove it or use one of customers, facts");
        assertThat(strict.read(LEDGER, Ledger.class).facts()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void every_field_that_is_written_is_known(Jackson line) throws Exception {
        Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());
        for (Object[] golden : DomainJsonTest.facts().map(Arguments::get).toList()) {
            assertThat(strict.read(strict.write(golden[0]), Fact.class)).isEqualTo(golden[0]);
        }
        Customer acme = Customer.of("ACME").inCountry("CA").with("anything", "goes");
        assertThat(strict.read(strict.write(acme), Customer.class)).isEqualTo(acme);
    }

    // ---- hostile input

    @ParameterizedTest
    @EnumSource
    void hostile_exponents_are_refused_at_once(Jackson line) {
        for (String amount : List.of("1e999999999", "1e2147483647", "-1e999999999", "9".repeat(50), "1e17")) {
            for (String form : List.of(amount, '"' + amount + '"')) {
                String json = "{\"amount\":" + form + ",\"currency\":\"EUR\"}";
                assertThat(Refusals.of(line.mapper(), json, Money.class).message())
                        .as(json)
                        .startsWith("amount: amount ")
                        .endsWith(" is too large for EUR")
                        .hasSizeLessThan(120);
            }
        }
        for (String amount : List.of("1e-999999999", "1e-2147483647", "0.001", "1.0000000000000000001")) {
            for (String form : List.of(amount, '"' + amount + '"')) {
                String json = "{\"amount\":" + form + ",\"currency\":\"EUR\"}";
                assertThat(Refusals.of(line.mapper(), json, Money.class).message())
                        .as(json)
                        .endsWith(" has more than 2 decimals for EUR: round it first");
            }
        }
        for (String amount : List.of("1e99999999999", "1e-99999999999", "NaN", "Infinity", "0x10", "", " 1")) {
            String json = "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
            assertThat(Refusals.of(line.mapper(), json, Money.class).message())
                    .isEqualTo("amount: amount \"" + amount + "\" is no decimal number: write it as 1200.00");
        }
    }

    @Test
    void endless_digits_are_not_converted() {
        for (Jackson line : Jackson.values()) {
            String text = "{\"amount\":\"" + "9".repeat(1_000_000) + "\",\"currency\":\"EUR\"}";
            assertThat(Refusals.of(line.mapper(), text, Money.class).message())
                    .isEqualTo("amount: amount has 1000000 characters: it is no amount");
            String number = "{\"amount\":" + "9".repeat(900) + ",\"currency\":\"EUR\"}";
            assertThat(Refusals.of(line.mapper(), number, Money.class).message())
                    .isEqualTo("amount: amount has 900 characters: it is no amount");
        }
    }

    @ParameterizedTest
    @EnumSource
    void deep_nesting_ends_in_an_error(Jackson line) {
        for (String field : List.of("extra", "id", "instalments", "attributes", "customers")) {
            for (String deep : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000))) {
                for (Class<?> type : List.of(Fact.class, Customer.class, Ledger.class)) {
                    assertThat(catchException(() -> line.mapper().read("{\"" + field + "\":" + deep, type)))
                            .isInstanceOfAny(
                                    com.fasterxml.jackson.core.JacksonException.class,
                                    tools.jackson.core.JacksonException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_cut_off_is_refused_wherever_it_ends(Jackson line) {
        for (int length = 1; length < LEDGER.length(); length++) {
            String cut = LEDGER.substring(0, length);
            assertThat(catchException(() -> line.mapper().read(cut, Ledger.class)))
                    .as(cut)
                    .isInstanceOfAny(
                            com.fasterxml.jackson.core.JacksonException.class,
                            tools.jackson.core.JacksonException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void long_values_are_cut_in_messages(Jackson line) {
        String message = Refusals.of(line.mapper(), payment("2026-04-01", "x".repeat(5_000)), Fact.class)
                .message();
        assertThat(message).startsWith("date: \"xxx").contains("…").hasSizeLessThan(150);
    }

    @ParameterizedTest
    @EnumSource
    void sums_beyond_the_range_of_amounts_are_refused(Jackson line) {
        String half = "9".repeat(16) + ".99";
        String json = changed(changed(INVOICE, "4.00", half), "5.00", half)
                .replace("}]", "}" + (",{\"dueDate\":\"2026-05-01\",\"amount\":\"" + half + "\"}").repeat(10) + "]");

        // 12 x 9,999,999,999,999,999.99 is more cents than a long holds
        assertThat(Refusals.of(line.mapper(), json, Fact.class).message())
                .startsWith("instalments of document F-1 add up to 119999999999999999.88");
    }
}
