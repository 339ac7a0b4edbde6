package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionFactKind;
import io.receivables.core.collection.CreditHold;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The format of facts of a collection, value by value, and what is refused. */
class CollectionJsonTest {
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate APRIL_20 = LocalDate.parse("2026-04-20");
    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                arguments(PromiseToPay.of("PR-1", "ACME", APRIL_1, cad("400"), APRIL_20), """
                        {"kind":"promise-to-pay","id":"PR-1","date":"2026-04-01","customerId":"ACME",\
                        "amount":"400.00","currency":"CAD","payBy":"2026-04-20"}"""),
                arguments(
                        PromiseToPay.of("PR-2", "ACME", APRIL_1, cad("0.05"), APRIL_20)
                                .on(List.of(ItemReference.of("F-1"), ItemReference.of("F-2", 3)))
                                .recordedOn(MAY_1),
                        """
                        {"kind":"promise-to-pay","id":"PR-2","date":"2026-04-01","recordedOn":"2026-05-01",\
                        "customerId":"ACME","amount":"0.05","currency":"CAD","payBy":"2026-04-20",\
                        "items":[{"documentId":"F-1"},{"documentId":"F-2","instalment":3}]}"""),
                arguments(
                        PaymentPlan.of(
                                "PL-1",
                                "ACME",
                                APRIL_1,
                                List.of(Instalment.of(APRIL_20, cad("50")), Instalment.of(MAY_1, cad("60"))),
                                "F-1"),
                        """
                        {"kind":"payment-plan","id":"PL-1","date":"2026-04-01","customerId":"ACME",\
                        "items":[{"documentId":"F-1"}],"currency":"CAD",\
                        "instalments":[{"dueDate":"2026-04-20","amount":"50.00"},\
                        {"dueDate":"2026-05-01","amount":"60.00"}]}"""),
                arguments(CreditLimit.of("L-1", "ACME", APRIL_1, Money.of("5000", "JPY")), """
                        {"kind":"credit-limit","id":"L-1","date":"2026-04-01","customerId":"ACME",\
                        "amount":"5000","currency":"JPY"}"""),
                arguments(CreditHold.of("H-1", "ACME", APRIL_1).because("\"limit\""), """
                        {"kind":"credit-hold","id":"H-1","date":"2026-04-01","customerId":"ACME",\
                        "reason":"\\"limit\\""}"""),
                arguments(ReminderSent.of("RM-1", "ACME", APRIL_1, 0, ReminderSent.Channel.TEXT_MESSAGE, "F-1"), """
                        {"kind":"reminder-sent","id":"RM-1","date":"2026-04-01","customerId":"ACME","level":0,\
                        "channel":"text-message","items":[{"documentId":"F-1"}]}"""),
                arguments(Cancellation.ofPlan("K-1", "PL-1", MAY_1), """
                        {"kind":"cancellation","id":"K-1","date":"2026-05-01","target":"payment-plan",\
                        "targetId":"PL-1"}"""),
                arguments(Cancellation.ofHold("K-2", "H-1", MAY_1).because("paid"), """
                        {"kind":"cancellation","id":"K-2","date":"2026-05-01","target":"credit-hold",\
                        "targetId":"H-1","reason":"paid"}"""));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void collection_fact_is_one_object_that_tells_its_kind(CollectionFact fact, String json) throws Exception {
        for (Jackson line : Jackson.values()) {
            Jackson.Mapper mapper = line.mapper();

            assertThat(mapper.write(fact)).as("%s", line).isEqualTo(json);
            assertThat(mapper.read(json, CollectionFact.class)).as("%s", line).isEqualTo(fact);
            assertThat(mapper.readThroughTree(json, fact.getClass())).isEqualTo(fact);
            assertThat(mapper.read(json.replaceFirst("\"kind\":\"[^\"]*\",", ""), fact.getClass()))
                    .isEqualTo(fact);
            assertThat(line.mapper(JsonOptions.standard().refusingUnknownFields())
                            .readList("[" + json + "]", CollectionFact.class))
                    .isEqualTo(List.of(fact));
        }
    }

    @Test
    void every_kind_has_its_golden_json() {
        assertThat(facts().map(arguments -> ((CollectionFact) arguments.get()[0]).kind()))
                .contains(CollectionFactKind.values());
    }

    private static final String REMINDER = """
            {"kind":"reminder-sent","id":"RM-1","date":"2026-04-01","customerId":"ACME","level":1,"channel":"email",\
            "items":[{"documentId":"F-1","instalment":1}]}""";

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("\"level\":1", "\"level\":1.5", "level: 1.5 is no whole number of a sensible size"),
                arguments("\"level\":1,", "", "level: missing; give a whole number"),
                arguments("\"level\":1", "\"level\":-1", "level -1 of reminder RM-1 is not between 0 and 99"),
                arguments("\"email\"", "\"fax\"", "channel: \"fax\" is unknown; use one of email, letter"),
                arguments(
                        "\"reminder-sent\"", "\"invoice\"", "kind: \"invoice\" is unknown; use one of promise-to-pay"),
                arguments("[{\"documentId\":\"F-1\",\"instalment\":1}]", "[]", "reminder RM-1 asks for no item"),
                arguments("[{\"documentId\":\"F-1\",\"instalment\":1}]", "{}", "items: an object is of the wrong type"),
                arguments("[{\"documentId\":\"F-1\",\"instalment\":1}]", "[7]", "items[0]: 7 is no object"),
                arguments("\"documentId\":\"F-1\",", "", "items[0].documentId: missing; give a string"),
                arguments("\"instalment\":1", "\"instalment\":-1", "items[0]: instalment -1 of F-1 is negative"),
                arguments("\"instalment\":1", "\"instalment\":1,\"instalment\":1", "items[0].instalment: given twice"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_does_not_fit_is_refused_by_path_value_and_fix(String part, String instead, String message)
            throws Exception {
        assertThat(REMINDER).contains(part);
        for (Jackson line : Jackson.values()) {
            assertThat(Refusals.of(line.mapper(), REMINDER.replace(part, instead), CollectionFact.class)
                            .message())
                    .as("%s", line)
                    .contains(message);
        }
    }

    @Test
    void unknown_field_of_an_item_is_refused_by_choice() throws Exception {
        String json = REMINDER.replace("\"instalment\"", "\"instalement\"");
        for (Jackson line : Jackson.values()) {
            assertThat(line.mapper().read(json, ReminderSent.class).items()).containsExactly(ItemReference.of("F-1"));
            assertThat(Refusals.of(
                                    line.mapper(JsonOptions.standard().refusingUnknownFields()),
                                    json,
                                    CollectionFact.class)
                            .message())
                    .startsWith("items[0].instalement: unknown field");
        }
    }
}
