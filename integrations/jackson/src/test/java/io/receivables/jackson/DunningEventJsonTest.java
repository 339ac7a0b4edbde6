package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEventKind;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The format of dunning's events, value by value, and what is refused. */
class DunningEventJsonTest {
    private static final LocalDate MAY_4 = LocalDate.parse("2026-05-04");
    private static final LocalDate JUNE_1 = LocalDate.parse("2026-06-01");
    private static final ItemReference ITEM = ItemReference.of("F-1", 1);
    private static final ActionKey KEY = new ActionKey(ITEM, "level-2", 0);

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** An event and its JSON after kind, customer and date, which are the same in all. */
    private static Arguments golden(DunningEvent event, String rest) {
        return arguments(
                event,
                "{\"kind\":\"" + event.kind().code() + "\",\"customerId\":\"ACME\",\"date\":\"2026-05-04\"" + rest
                        + "}");
    }

    static Stream<Arguments> events() {
        return Stream.of(
                golden(
                        new DunningEvent.ActionAccepted(
                                KEY,
                                "ACME",
                                MAY_4,
                                "L-1",
                                "france",
                                StepKind.REMINDER,
                                2,
                                Channel.EMAIL,
                                "reminder-neutral",
                                eur("800"),
                                eur("5"),
                                "as agreed"),
                        """
                        ,"key":"F-1/1:level-2:0","letterId":"L-1","policyId":"france","step":"reminder","level":2,\
                        "channel":"email","template":"reminder-neutral","claimed":{"amount":"800.00","currency":"EUR"},\
                        "fee":{"amount":"5.00","currency":"EUR"},"note":"as agreed\""""),
                golden(
                        new DunningEvent.ActionAccepted(
                                KEY,
                                "ACME",
                                MAY_4,
                                "L-1",
                                "france",
                                StepKind.COURTESY,
                                0,
                                Channel.EMAIL,
                                "courtesy",
                                eur("800"),
                                eur("0")),
                        """
                        ,"key":"F-1/1:level-2:0","letterId":"L-1","policyId":"france","step":"courtesy","level":0,\
                        "channel":"email","template":"courtesy","claimed":{"amount":"800.00","currency":"EUR"}"""),
                golden(new DunningEvent.ActionSkipped(KEY, "ACME", MAY_4, StepKind.NEGOTIATION, 2, "no use"), """
                        ,"key":"F-1/1:level-2:0","step":"negotiation","level":2,"reason":"no use\""""),
                golden(
                        new DunningEvent.ActionPostponed(KEY, "ACME", MAY_4, JUNE_1, ""),
                        ",\"key\":\"F-1/1:level-2:0\",\"until\":\"2026-06-01\""),
                golden(new DunningEvent.LetterSending("L-1", "ACME", MAY_4, 1), ",\"letterId\":\"L-1\",\"attempt\":1"),
                golden(
                        new DunningEvent.LetterSent("L-1", "ACME", MAY_4, 2, "250 OK"),
                        ",\"letterId\":\"L-1\",\"attempt\":2,\"receipt\":\"250 OK\""),
                golden(
                        new DunningEvent.LetterFailed("L-1", "ACME", MAY_4, 1, "", false),
                        ",\"letterId\":\"L-1\",\"attempt\":1"),
                golden(
                        new DunningEvent.LetterFailed("L-1", "ACME", MAY_4, 1, "moved", true),
                        ",\"letterId\":\"L-1\",\"attempt\":1,\"reason\":\"moved\",\"last\":true"),
                golden(
                        new DunningEvent.LetterWithdrawn("L-1", "ACME", MAY_4, "paid"),
                        ",\"letterId\":\"L-1\",\"reason\":\"paid\""),
                golden(
                        new DunningEvent.LetterAcknowledged("L-1", "ACME", MAY_4, "signed for"),
                        ",\"letterId\":\"L-1\",\"how\":\"signed for\""),
                golden(
                        new DunningEvent.SalesAsked(KEY, "ACME", MAY_4, "Ada"),
                        ",\"key\":\"F-1/1:level-2:0\",\"whom\":\"Ada\""),
                golden(
                        new DunningEvent.SalesAnswered(KEY, "ACME", MAY_4, false, "they are friends"),
                        ",\"key\":\"F-1/1:level-2:0\",\"agreed\":false,\"note\":\"they are friends\""),
                golden(
                        new DunningEvent.CallMade("C-1", "ACME", MAY_4, List.of(ITEM), CallOutcome.WRONG_NUMBER, ""),
                        """
                        ,"callId":"C-1","items":[{"documentId":"F-1","instalment":1}],"outcome":"wrong-number\""""),
                golden(new DunningEvent.ContactCorrected("ACME", MAY_4), ""),
                golden(
                        new DunningEvent.HoldSet("H-1", "ACME", MAY_4, List.of(), JUNE_1, HoldReason.MANUAL, "n"),
                        ",\"holdId\":\"H-1\",\"until\":\"2026-06-01\",\"reason\":\"manual\",\"note\":\"n\""),
                golden(
                        new DunningEvent.HoldSet(
                                "H-1",
                                "ACME",
                                MAY_4,
                                List.of(ItemReference.of("F-2")),
                                JUNE_1,
                                HoldReason.PAYMENT_IN_TRANSIT,
                                ""),
                        """
                        ,"holdId":"H-1","items":[{"documentId":"F-2"}],"until":"2026-06-01",\
                        "reason":"payment-in-transit\""""),
                golden(new DunningEvent.HoldReleased("H-1", "ACME", MAY_4), ",\"holdId\":\"H-1\""),
                golden(new DunningEvent.InsolvencyOpened("ACME", MAY_4, "court 7"), ",\"note\":\"court 7\""),
                golden(new DunningEvent.InsolvencyClosed("ACME", MAY_4, ""), ""),
                golden(new DunningEvent.DebitRejected("D-1", "ACME", MAY_4, ITEM, "AM04"), """
                        ,"debitId":"D-1","item":{"documentId":"F-1","instalment":1},"reason":"AM04\""""),
                golden(new DunningEvent.Recovered("R-1", "ACME", MAY_4, ITEM, eur("12.3")), """
                        ,"recoveryId":"R-1","item":{"documentId":"F-1","instalment":1},"amount":"12.30","currency":"EUR\""""),
                golden(
                        new DunningEvent.LadderRestarted("ACME", MAY_4, ITEM, 1),
                        ",\"item\":{\"documentId\":\"F-1\",\"instalment\":1},\"cycle\":1"),
                golden(new DunningEvent.FileRecalled("ACME", MAY_4, ITEM, "settled between us"), """
                        ,"item":{"documentId":"F-1","instalment":1},"reason":"settled between us\""""),
                golden(
                        new DunningEvent.PlanOffered(
                                "O-1",
                                "ACME",
                                MAY_4,
                                List.of(ITEM),
                                List.of(Instalment.of(MAY_4, eur("1")), Instalment.of(JUNE_1, eur("2"))),
                                JUNE_1),
                        """
                        ,"offerId":"O-1","items":[{"documentId":"F-1","instalment":1}],\
                        "instalments":[{"dueDate":"2026-05-04","amount":"1.00","currency":"EUR"},\
                        {"dueDate":"2026-06-01","amount":"2.00","currency":"EUR"}],"validUntil":"2026-06-01\""""),
                golden(new DunningEvent.PlanDeclined("O-1", "ACME", MAY_4), ",\"offerId\":\"O-1\""),
                golden(new DunningEvent.PlanAgreed("O-1", "ACME", MAY_4), ",\"offerId\":\"O-1\""),
                golden(
                        new DunningEvent.ActionPostponed(KEY, "ACME", MAY_4, JUNE_1, "").occurring(2),
                        ",\"key\":\"F-1/1:level-2:0\",\"until\":\"2026-06-01\",\"occurrence\":2"),
                golden(
                        new DunningEvent.SalesAnswered(KEY, "ACME", MAY_4, true, "").occurring(3),
                        ",\"key\":\"F-1/1:level-2:0\",\"agreed\":true,\"occurrence\":3"),
                golden(new DunningEvent.ContactCorrected("ACME", MAY_4).occurring(2), ",\"occurrence\":2"),
                golden(new DunningEvent.InsolvencyOpened("ACME", MAY_4, "").occurring(2), ",\"occurrence\":2"),
                golden(
                        new DunningEvent.InsolvencyClosed("ACME", MAY_4, "n").occurring(2),
                        ",\"note\":\"n\",\"occurrence\":2"),
                golden(
                        new DunningEvent.FileRecalled("ACME", MAY_4, ITEM, "").occurring(2),
                        ",\"item\":{\"documentId\":\"F-1\",\"instalment\":1},\"occurrence\":2"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_one_object_that_tells_its_kind(DunningEvent event, String json) throws Exception {
        for (Jackson line : Jackson.values()) {
            Jackson.Mapper strict = line.mapper(JsonOptions.standard().refusingUnknownFields());

            assertThat(strict.write(event)).as("%s", line).isEqualTo(json);
            assertThat(strict.read(json, DunningEvent.class)).as("%s", line).isEqualTo(event);
            assertThat(strict.readList("[" + json + "]", DunningEvent.class)).isEqualTo(List.of(event));
            assertThat(line.mapper().readThroughTree(json, event.getClass())).isEqualTo(event);
            assertThat(strict.read(json.replaceFirst("\"kind\":\"[^\"]*\",", ""), event.getClass()))
                    .isEqualTo(event);
        }
    }

    @Test
    void every_kind_has_its_golden_json() {
        assertThat(events().map(arguments -> ((DunningEvent) arguments.get()[0]).kind()))
                .contains(DunningEventKind.values());
    }

    @ParameterizedTest
    @EnumSource
    void the_key_of_an_action_is_its_text(Jackson line) throws Exception {
        assertThat(line.mapper().write(List.of(KEY))).isEqualTo("[\"F-1/1:level-2:0\"]");
        assertThat(line.mapper().read("\"a/b:c/12:returned-2026-05-04:3\"", ActionKey.class))
                .isEqualTo(new ActionKey(ItemReference.of("a/b:c", 12), "returned-2026-05-04", 3));
        assertThat(Refusals.of(line.mapper(), "\"F-1\"", ActionKey.class).message())
                .isEqualTo("action key \"F-1\" is not of the form document/instalment:step:cycle");
        assertThat(Refusals.of(line.mapper(), "7", ActionKey.class).message())
                .isEqualTo("7 is of the wrong type; give a string");
    }

    @ParameterizedTest
    @EnumSource
    void the_kind_that_was_asked_for_is_the_one_that_is_read(Jackson line) {
        assertThat(Refusals.of(
                                line.mapper(),
                                "{\"kind\":\"hold-set\",\"customerId\":\"ACME\",\"date\":\"2026-05-04\"}",
                                DunningEvent.ContactCorrected.class)
                        .message())
                .isEqualTo("kind: \"hold-set\" is not the kind that was asked for; it must be contact-corrected");
    }

    private static final Map<String, String> EVENTS =
            Map.of("accepted", """
            {"kind":"action-accepted","customerId":"ACME","date":"2026-05-04","key":"F-1/1:level-2:0","letterId":"L-1",\
            "policyId":"p","step":"reminder","level":2,"channel":"email","template":"t",\
            "claimed":{"amount":"800.00","currency":"EUR"}}""", "failed", """
            {"kind":"letter-failed","customerId":"ACME","date":"2026-05-04","letterId":"L-1","attempt":1,"last":true}""", "answered", """
            {"kind":"sales-answered","customerId":"ACME","date":"2026-05-04","key":"F-1/1:level-2:0","agreed":true}""", "rejected", """
            {"kind":"debit-rejected","customerId":"ACME","date":"2026-05-04","debitId":"D-1",\
            "item":{"documentId":"F-1","instalment":1}}""", "held", """
            {"kind":"hold-set","customerId":"ACME","date":"2026-05-04","holdId":"H-1","until":"2026-06-01",\
            "reason":"manual","items":[{"documentId":"F-1"}]}""");

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("accepted", "\"ACME\"", "\" \"", "customer id is blank: give an identifier"),
                arguments("accepted", "\"customerId\":\"ACME\",", "", "customerId: missing; give a string"),
                arguments(
                        "accepted",
                        "F-1/1:level-2:0",
                        "F-1/x:level-2:0",
                        "key: action key \"F-1/x:level-2:0\" has no number where one belongs"),
                arguments("accepted", "F-1/1:level-2:0", "F-1/0:level-2:0", "key: instalment 0 of F-1 is below 1"),
                arguments("accepted", "\"key\":\"F-1/1:level-2:0\",", "", "key: missing; give a string"),
                arguments(
                        "accepted",
                        "\"reminder\"",
                        "\"REMINDER\"",
                        "step: \"REMINDER\" is unknown; use one of courtesy, reminder, formal-notice, negotiation,"
                                + " credit-stop, hand-over, write-off-proposal, return-contact"),
                arguments(
                        "accepted",
                        "800.00",
                        "8e2.0",
                        "claimed.amount: amount \"8e2.0\" is no decimal number: write it as 1200.00"),
                arguments(
                        "accepted",
                        "{\"amount\":\"800.00\",\"currency\":\"EUR\"}",
                        "800",
                        "claimed: 800 is of the wrong type; give an object"),
                arguments(
                        "accepted",
                        ",\"claimed\":{\"amount\":\"800.00\",\"currency\":\"EUR\"}",
                        "",
                        "claimed: missing; give an object"),
                arguments("failed", "\"attempt\":1", "\"attempt\":0", "attempt 0 of letter L-1 is below 1"),
                arguments("failed", "true", "1", "last: 1 is of the wrong type; give true or false"),
                arguments("answered", ",\"agreed\":true", "", "agreed: missing; give true or false"),
                arguments(
                        "answered",
                        "\"agreed\":true",
                        "\"agreed\":true,\"occurrence\":0",
                        "occurrence 0 of an event is below 1"),
                arguments("rejected", "\"F-1\"", "\"\"", "item: document id …"),
                arguments(
                        "rejected", "\"instalment\":1", "\"instalment\":-1", "item: instalment -1 of F-1 is negative"),
                arguments("rejected", "\"documentId\":\"F-1\",", "", "item.documentId: missing; give a string"),
                arguments(
                        "held", "\"F-1\"", "{}", "items[0].documentId: an object is of the wrong type; give a string"),
                arguments(
                        "held",
                        "\"manual\"",
                        "\"whim\"",
                        "reason: \"whim\" is unknown; use one of manual, payment-in-transit, alert"),
                arguments(
                        "held",
                        "2026-06-01",
                        "2026-06-31",
                        "until: \"2026-06-31\" is no calendar date; write it as \"2026-12-31\""));
    }

    /** A message that ends in … is the domain's, of which only the start matters here. */
    @ParameterizedTest
    @MethodSource("refusals")
    void what_does_not_fit_is_refused_by_path_value_and_fix(String event, String part, String instead, String message) {
        String json = EVENTS.getOrDefault(event, "");
        assertThat(json).contains(part);
        for (Jackson line : Jackson.values()) {
            String said = Refusals.of(line.mapper(), json.replace(part, instead), DunningEvent.class)
                    .message();
            if (message.endsWith("…")) {
                assertThat(said).startsWith(message.substring(0, message.length() - 1));
            } else {
                assertThat(said).as("%s", line).isEqualTo(message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknown_field_within_is_refused_by_choice(Jackson line) throws Exception {
        String json =
                EVENTS.getOrDefault("rejected", "").replace("\"instalment\":1", "\"instalment\":1,\"instalement\":2");

        assertThat(line.mapper().read(json, DunningEvent.DebitRejected.class).item())
                .isEqualTo(ITEM);
        assertThat(Refusals.of(line.mapper(JsonOptions.standard().refusingUnknownFields()), json, DunningEvent.class)
                        .message())
                .isEqualTo("item.instalement: unknown field; remove it or use one of documentId, instalment");
    }
}
