package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeCall;
import io.receivables.payments.interac.fake.FakeFault;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.interac.fake.FakeStatus;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public API: what is sent, field by field, and what comes of each operation. */
class PublicApiTest {
    /** The known answer of the API's description, computed by other means. */
    @Test
    void the_secret_is_hashed_with_the_salt() {
        assertThat(PublicApiAccess.secretKey("salt123", "secretABC"))
                .isEqualTo("gFFNDKDcrnTzEYqsbJlcKn6Rq+YdnrF6TCDjvmimcg4=");
    }

    /** One line for each field of a request: where it is, and what it is in JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/sourceMoneyRequestId;                                     \"key-1\"",
                "/requestedFrom/contactName;                                \"Zenobia Quillfeather\"",
                "/requestedFrom/language;                                   \"en\"",
                "/requestedFrom/notificationPreferences/0/handle;           \"zenobia@payer.example\"",
                "/requestedFrom/notificationPreferences/0/handleType;       \"email\"",
                "/requestedFrom/notificationPreferences/0/active;           true",
                "/amount;                                                   800.00",
                "/currency;                                                 \"CAD\"",
                "/editableFulfillAmount;                                    false",
                "/requesterMessage;                                         \"Invoice F-1001\"",
                "/invoice/invoiceNumber;                                    \"RF18539007547034\"",
                "/invoice/dueDate;                                          \"2026-05-01T12:00:00.000Z\"",
                "/expiryDate;                                               \"2026-06-09T08:00:00.000Z\"",
                "/supressResponderNotifications;                            false",
                "/returnURL;                                                \"https://seller.example/thanks\"",
            })
    void a_field_of_a_request_is(String pointer, String json) {
        assertThat(Full.BODY.at(pointer)).hasToString(json);
    }

    /** A request that says all that can be said, sent once for all tests of its fields. */
    private static final class Full {
        static final JsonNode BODY = body();

        private static JsonNode body() {
            try (Scene scene = Scene.publicApi()) {
                scene.initiate(Scene.command()
                        .returnTo(URI.create("https://seller.example/thanks"))
                        .build());
                return scene.body(FakeOperation.CREATE);
            }
        }
    }

    /** What the server owns, and what a permanent contact has, is not sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "referenceNumber",
                "creationDate",
                "status",
                "fulfillAmount",
                "responderMessage",
                "notificationStatus",
                "contactId",
                "contactHash"
            })
    void a_field_that_is_not_ours_is_not_sent(String field) {
        assertThat(Full.BODY.toString()).doesNotContain("\"" + field + "\"");
    }

    @Test
    void what_is_not_said_is_not_sent() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate(Scene.command(Scene.AMOUNT));
            JsonNode body = scene.body(FakeOperation.CREATE);

            assertThat(body.has("requesterMessage")).isFalse();
            assertThat(body.has("returnURL")).isFalse();
            assertThat(body.at("/invoice/invoiceNumber").asText()).isEqualTo("F-1001");
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "1, 1.00", "100, 100.00", "4.35, 4.35", "1001.10, 1001.10", "25000, 25000.00"})
    void an_amount_is_a_number_with_two_decimals(String amount, String written) {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate(Scene.command(Money.of(amount, "CAD")));
            assertThat(scene.last(FakeOperation.CREATE).body()).contains("\"amount\":" + written + ",");
        }
    }

    @Test
    void several_invoices_are_named_and_the_first_due_date_counts() {
        CollectCommand command = CollectCommand.of("P-1", Scene.PAYER)
                .forItems(List.of(
                        new Share("F-1002", 1, Money.of("10.00", "CAD"), Scene.DUE.plusDays(3)),
                        new Share("F-1001", 1, Money.of("20.00", "CAD"), Scene.DUE),
                        new Share("F-1001", 2, Money.of("30.00", "CAD"), Scene.DUE.plusDays(30))))
                .build();
        try (Scene scene = Scene.publicApi()) {
            scene.initiate(command);
            JsonNode body = scene.body(FakeOperation.CREATE);

            assertThat(body.path("amount")).hasToString("60.00");
            assertThat(body.at("/invoice/invoiceNumber").asText()).isEqualTo("F-1002, F-1001");
            assertThat(body.at("/invoice/dueDate").asText()).startsWith("2026-05-01T");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+15142227777, 514-222-7777",
        "15142227777, 514-222-7777",
        "5142227777, 514-222-7777",
        "(514) 222-7777, 514-222-7777",
        "+1 514 222 7777, 514-222-7777",
        "514.222.7777, 514-222-7777",
    })
    void a_payer_without_an_address_is_told_by_sms(String phone, String handle) {
        CollectCommand command = CollectCommand.of(
                        "P-1", Payer.of("C-1", "Zoé").phone(phone).language("fr"))
                .forItems(Scene.command(Scene.AMOUNT).shares())
                .build();
        try (Scene scene = Scene.publicApi()) {
            assertThat(scene.initiate(command).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            JsonNode contact = scene.body(FakeOperation.CREATE).path("requestedFrom");

            assertThat(contact.path("language").asText()).isEqualTo("fr");
            assertThat(contact.at("/notificationPreferences/0/handle").asText()).isEqualTo(handle);
            assertThat(contact.at("/notificationPreferences/0/handleType").asText())
                    .isEqualTo("sms");
        }
    }

    @Test
    void a_payer_with_an_address_and_a_number_is_told_once() {
        CollectCommand command = CollectCommand.of("P-1", Scene.PAYER.phone("+15142227777"))
                .forItems(Scene.command(Scene.AMOUNT).shares())
                .build();
        try (Scene scene = Scene.publicApi()) {
            scene.initiate(command);
            JsonNode preferences = scene.body(FakeOperation.CREATE).at("/requestedFrom/notificationPreferences");

            assertThat(preferences).hasSize(1);
            assertThat(preferences.at("/0/handleType").asText()).isEqualTo("email");
        }
    }

    /** One line for each header; {@code requestId} has a test of its own. */
    @ParameterizedTest
    @CsvSource({
        "accesstoken, Bearer fake-token-1",
        "thirdpartyaccessid, CA1TAfake0001",
        "apiregistrationid, CA1ARfake0001",
        "deviceid, host-1",
        "applicationid, app-1",
        "content-type, application/json",
    })
    void a_header_of_every_call_is(String name, String value) {
        try (Scene scene = Scene.publicApi("applicationId", "app-1")) {
            FakeRequest request = scene.asked();
            scene.found(request);
            scene.provider.remind(scene.ref(request), scene.call("r"));

            List<FakeCall> calls = new ArrayList<>(scene.fake.calls());
            calls.removeIf(call -> call.operation() == FakeOperation.TOKEN);
            assertThat(calls)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(call -> assertThat(call.headers()).containsEntry(name, value));
        }
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        try (Scene scene = Scene.publicApi()) {
            scene.found(scene.asked());
            assertThat(scene.fake.calls().stream()
                            .filter(call -> call.operation() != FakeOperation.TOKEN)
                            .map(call -> call.headers().get("requestid")))
                    .doesNotHaveDuplicates()
                    .doesNotContainNull();
        }
    }

    @Test
    void a_token_is_kept_until_its_time_is_over() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate("key-1");
            scene.now = scene.now.plus(Duration.ofMinutes(4));
            scene.initiate("key-2");
            assertThat(scene.fake.calls(FakeOperation.TOKEN)).hasSize(1);

            scene.now = scene.now.plus(Duration.ofMinutes(1));
            assertThat(scene.initiate("key-3").kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(scene.fake.calls(FakeOperation.TOKEN)).hasSize(2);
        }
    }

    @Test
    void a_token_that_was_taken_back_is_got_anew_once_and_the_request_is_made_once() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate("key-1");
            scene.fake.next(FakeOperation.CREATE, FakeFault.UNAUTHORIZED);
            Submission outcome = scene.initiate("key-2");

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(scene.fake.requests()).hasSize(2);
            assertThat(scene.fake.calls(FakeOperation.TOKEN)).hasSize(2);
        }
    }

    @Test
    void a_caller_who_stays_unknown_is_refused_after_the_second_time() {
        try (Scene scene = Scene.publicApi()) {
            scene.fake.next(FakeOperation.CREATE, FakeFault.UNAUTHORIZED);
            scene.fake.next(FakeOperation.CREATE, FakeFault.UNAUTHORIZED);
            Submission outcome = scene.initiate("key-1");

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.REFUSED);
            assertThat(Scene.reason(outcome).category()).isEqualTo(Reason.Category.CONFIGURATION);
            assertThat(Scene.reason(outcome).retry().kind()).isEqualTo(Retry.Kind.AFTER_CONFIGURATION);
            assertThat(scene.fake.calls(FakeOperation.CREATE)).hasSize(2);
        }
    }

    /** Whatever becomes of the token, the request itself was not sent. */
    @ParameterizedTest
    @CsvSource({
        "400, '{\"code\":\"E1\"}', REFUSED, CONFIGURATION",
        "401, '', REFUSED, CONFIGURATION",
        "404, '', REFUSED, CONFIGURATION",
        "429, '', NOT_SENT, RATE_LIMITED",
        "500, '', NOT_SENT, PROVIDER_DOWN",
        "200, '', NOT_SENT, PROVIDER_DOWN",
        "200, '{}', NOT_SENT, PROVIDER_DOWN",
        "200, '{\"access_token\":\"two words\"}', NOT_SENT, PROVIDER_DOWN",
        "200, '{\"access_token\":7}', NOT_SENT, PROVIDER_DOWN",
    })
    void without_a_token_nothing_is_sent(int status, String body, Submission.Kind kind, Reason.Category category) {
        try (Scene scene = Scene.publicApi()) {
            scene.fake.answerNext(FakeOperation.TOKEN, status, body);
            Submission outcome = scene.initiate("key-1");

            assertThat(outcome.kind()).isEqualTo(kind);
            assertThat(Scene.reason(outcome).category()).isEqualTo(category);
            assertThat(scene.fake.calls(FakeOperation.CREATE)).isEmpty();
        }
    }

    @Test
    void a_refusal_keeps_the_code_and_the_words_of_the_remote_side() {
        try (Scene scene = Scene.publicApi()) {
            scene.fake.answerNext(FakeOperation.CREATE, 400, "{\"code\":\"4711\",\"message\":\"contact is blocked\"}");
            Reason reason = Scene.reason(scene.initiate("key-1"));

            assertThat(reason.scheme()).isEqualTo("interac");
            assertThat(reason.code()).isEqualTo("4711");
            assertThat(reason.text()).isEqualTo("contact is blocked");
            assertThat(reason.category()).isEqualTo(Reason.Category.FORMAT);
        }
    }

    @Test
    void the_acknowledgement_has_the_page_to_pay_on() {
        try (Scene scene = Scene.publicApi()) {
            Submission.Acknowledged made = (Submission.Acknowledged) scene.initiate("key-1");

            assertThat(made.payerAction().orElseThrow().link())
                    .contains(scene.fake.only().page());
            assertThat(made.observation().fact()).isEqualTo(PaymentFact.SUBMITTED);
            assertThat(made.observation().eventId())
                    .isEqualTo(scene.found(scene.fake.only()).eventId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "/relative", "https://", "no address", ""})
    void a_page_that_is_none_is_not_given_to_the_payer(String page) {
        try (Scene scene = Scene.publicApi()) {
            scene.fake.answerNext(
                    FakeOperation.CREATE,
                    200,
                    "{\"referenceNumber\":\"CA1MR1\",\"paymentGatewayUrl\":\"" + page + "\"}");
            Submission.Acknowledged made = (Submission.Acknowledged) scene.initiate("key-1");

            assertThat(made.observation().providerRef()).isEqualTo("CA1MR1");
            assertThat(made.payerAction()).isEmpty();
        }
    }

    /** A remote side that shows other requests than was asked for is not believed. */
    @Test
    void another_request_than_the_one_that_was_asked_for_is_not_taken_for_it() {
        try (Scene scene = Scene.publicApi()) {
            String other = "[{\"referenceNumber\":\"CA1MR9\",\"sourceMoneyRequestId\":\"key-9\",\"status\":8,"
                    + "\"currency\":\"CAD\",\"fulfillAmount\":5.00}]";
            scene.fake.answerNext(FakeOperation.READ, 200, other);
            scene.fake.answerNext(FakeOperation.READ, 200, other);

            assertThat(scene.provider
                            .find(LookupKey.of("key-1"), scene.call("f"))
                            .kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
            assertThat(scene.provider
                            .find(LookupKey.of("key-1", "CA1MR1"), scene.call("f"))
                            .kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        }
    }

    /** Two processes may have looked at the same moment: a request that lives, or was paid, counts before one that ended. */
    @Test
    void of_two_requests_under_one_key_the_one_that_lives_counts() {
        String template = "[{\"referenceNumber\":\"CA1MR1\",\"sourceMoneyRequestId\":\"key-1\",\"status\":5},"
                + "{\"referenceNumber\":\"CA1MR2\",\"sourceMoneyRequestId\":\"key-1\",\"status\":2}]";
        try (Scene scene = Scene.publicApi()) {
            scene.fake.answerNext(FakeOperation.READ, 200, template);
            Lookup.Found found = (Lookup.Found) scene.provider.find(LookupKey.of("key-1"), scene.call("f"));

            assertThat(found.observation().providerRef()).isEqualTo("CA1MR2");
        }
    }

    @Test
    void what_is_not_shown_is_absent_for_good_only_long_after_the_last_try() {
        try (Scene scene = Scene.publicApi("absentAfter", "PT15M")) {
            LookupKey tried = LookupKey.of("key-1").triedAt(scene.now);
            scene.now = scene.now.plus(Duration.ofMinutes(15));
            assertThat(scene.provider.find(tried, scene.call("f")).kind()).isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
            scene.now = scene.now.plusSeconds(1);
            assertThat(scene.provider.find(tried, scene.call("f")).kind()).isEqualTo(Lookup.Kind.ABSENT_FOR_GOOD);
            // nobody knows when it was tried, or the remote side had it once
            assertThat(scene.provider
                            .find(LookupKey.of("key-1"), scene.call("f"))
                            .kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
            assertThat(scene.provider
                            .find(LookupKey.of("key-1", "CA1MR7").triedAt(Scene.START), scene.call("f"))
                            .kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        }
    }

    @Test
    void a_notice_reminds_the_payer_and_makes_nothing_new() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked().becomesAvailable();
            Submission outcome = scene.provider.remind(scene.ref(request), scene.call("r"));

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(request.notices()).isEqualTo(2);
            assertThat(scene.last(FakeOperation.NOTICE).method()).isEqualTo("PATCH");
            assertThat(scene.last(FakeOperation.NOTICE).path())
                    .endsWith("/v2/money-requests/send/" + request.reference() + "/notice");
        }
    }

    @Test
    void a_change_keeps_the_reference_and_the_key() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            Submission outcome = scene.provider.amend(
                    scene.ref(request), Scene.command(Money.of("750.00", "CAD")), scene.call("other-key"));

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(request.amount()).isEqualByComparingTo("750.00");
            assertThat(request.key()).isEqualTo("key-1");
            assertThat(scene.last(FakeOperation.AMEND).method()).isEqualTo("PUT");
            assertThat(scene.body(FakeOperation.AMEND)
                            .path("sourceMoneyRequestId")
                            .asText())
                    .isEqualTo("key-1");
        }
    }

    @Test
    void a_change_beyond_the_limit_is_refused_before_anything_is_sent() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            int before = scene.fake.calls().size();
            Submission outcome = scene.provider.amend(
                    scene.ref(request), Scene.command(Money.of("25000.01", "CAD")), scene.call("k"));

            assertThat(Scene.reason(outcome).category()).isEqualTo(Reason.Category.LIMIT);
            assertThat(scene.fake.calls()).hasSize(before);
        }
    }

    @Test
    void a_cancellation_says_why() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            Submission outcome = scene.provider.cancel(scene.ref(request), "paid by cheque", scene.call("c"));

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(((Submission.Acknowledged) outcome).observation().fact()).isEqualTo(PaymentFact.CANCELLED);
            assertThat(request.status()).isEqualTo(FakeStatus.CANCELLED);
            assertThat(scene.last(FakeOperation.CANCEL).body())
                    .isEqualTo("{\"cancellationReason\":\"paid by cheque\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "accept, PAYER_ACCEPTED",
        "deposit, SETTLED",
        "decline, DECLINED",
        "expire, EXPIRED",
        "failDeposit, FAILED",
    })
    void whoever_is_faster_than_a_change_is_told_of(String event, PaymentFact fact) {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            switch (event) {
                case "accept" -> request.accept();
                case "deposit" -> request.deposit();
                case "decline" -> request.decline();
                case "expire" -> request.expire();
                default -> request.failDeposit();
            }
            String ref = scene.ref(request);
            for (Submission outcome : List.of(
                    scene.provider.cancel(ref, "", scene.call("c")),
                    scene.provider.remind(ref, scene.call("r")),
                    scene.provider.amend(ref, Scene.command(Scene.AMOUNT), scene.call("a")))) {
                assertThat(outcome).isInstanceOf(Submission.TooLate.class);
                assertThat(((Submission.TooLate) outcome).observation().fact()).isEqualTo(fact);
            }
        }
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        try (Scene scene = Scene.publicApi()) {
            Submission outcome = scene.provider.cancel("CA1MR0", "", scene.call("c"));
            assertThat(Scene.reason(outcome).category()).isEqualTo(Reason.Category.NOT_FOUND);
        }
    }

    @Test
    void a_request_ends_at_its_very_instant() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate(Scene.command()
                    .expiresAt(Scene.START.plus(Duration.ofHours(2)))
                    .build());
            FakeRequest request = scene.fake.only().becomesAvailable();
            scene.now = Scene.START.plus(Duration.ofHours(2)).minusMillis(1);
            assertThat(scene.found(request).fact()).isEqualTo(PaymentFact.AWAITING_PAYER);
            scene.now = Scene.START.plus(Duration.ofHours(2));
            assertThat(scene.found(request).fact()).isEqualTo(PaymentFact.EXPIRED);
        }
    }

    @Test
    void polling_walks_over_all_requests_and_tells_again_what_changed_later() {
        try (Scene scene = Scene.publicApi()) {
            for (int i = 1; i <= 5; i++) {
                scene.now = scene.now.plusSeconds(1);
                scene.initiate("key-" + i);
            }
            assertThat(polled(scene, "", 2))
                    .extracting(told -> told.key().orElseThrow())
                    .containsExactly("key-1", "key-2", "key-3", "key-4", "key-5");

            String end = end(scene, "");
            scene.now = scene.now.plus(Duration.ofDays(1));
            scene.fake.requests().get(0).deposit();
            assertThat(polled(scene, end, 2))
                    .anySatisfy(told -> assertThat(told.fact()).isEqualTo(PaymentFact.SETTLED));
        }
    }

    @Test
    void a_walk_begins_so_far_back_that_nothing_older_changes() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate("key-1");
            String end = end(scene, "");
            scene.now = scene.now.plus(Duration.ofDays(60));
            // even when nobody polled for two months, what was open at the end of the last walk is told
            assertThat(polled(scene, end, 10)).hasSize(1);
            String later = end(scene, end);
            scene.provider.poll(later, 10, scene.call("p"));
            assertThat(scene.last(FakeOperation.LIST).path()).contains("fromDate=2026-05-26T08%3A00%3A00.000Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1-2", "1-2-3-4", "-1-2-3", "99999999999999999-1-1", "1-1-9999999999"})
    void a_cursor_of_somebody_else_is_refused(String cursor) {
        try (Scene scene = Scene.publicApi()) {
            ObservationPage page = scene.provider.poll(cursor, 10, scene.call("p"));
            assertThat(page.problem()).isPresent();
            assertThat(page.next()).isEqualTo(cursor);
            assertThat(scene.fake.calls()).isEmpty();
        }
    }

    private static List<Observation> polled(Scene scene, String cursor, int most) {
        List<Observation> all = new ArrayList<>();
        ObservationPage page = scene.provider.poll(cursor, most, scene.call("p"));
        while (!page.isLast()) {
            all.addAll(page.observations());
            page = scene.provider.poll(page.next(), most, scene.call("p"));
        }
        return all;
    }

    private static String end(Scene scene, String cursor) {
        ObservationPage page = scene.provider.poll(cursor, 10, scene.call("p"));
        while (!page.isLast()) {
            page = scene.provider.poll(page.next(), 10, scene.call("p"));
        }
        return page.next();
    }

    /** Nothing is public of what notifications hold: one that names a request is a hint, any other is nonsense. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"referenceNumber\":\"CA1MR1\"}; UNRECOGNISED",
                "{\"referenceNumber\":\"CA1MR1\",\"status\":2}; AWAITING_PAYER",
                "{\"referenceNumber\":\"CA1MR1\",\"status\":8,\"fulfillAmount\":800.00,\"currency\":\"CAD\"}; PAYER_ACCEPTED",
                "{\"referenceNumber\":\"CA1MR1\",\"status\":\"8\"}; UNRECOGNISED",
                "{\"referenceNumber\":\"CA1MR1\",\"status\":8.0}; UNRECOGNISED",
                "[{\"referenceNumber\":\"CA1MR1\",\"status\":4}]; DECLINED",
            })
    void a_notification_is_a_hint(String body, PaymentFact fact) {
        try (Scene scene = Scene.publicApi()) {
            Reception.Accepted reception = (Reception.Accepted) scene.provider.receive(scene.message(body));

            assertThat(reception.answer().status()).isEqualTo(202);
            Observation told = reception.observations().get(0);
            assertThat(told.trust()).isEqualTo(Observation.Trust.HINT);
            assertThat(told.fact()).isEqualTo(fact);
            assertThat(told.amount()).isEmpty();
            assertThat(scene.fake.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "8",
                "{\"referenceNumber\":7}",
                "{\"referenceNumber\":\"a b\"}",
                "{\"a\":1} {}"
            })
    void a_notification_that_names_no_request_is_malformed(String body) {
        try (Scene scene = Scene.publicApi()) {
            Reception.Rejected reception = (Reception.Rejected) scene.provider.receive(scene.message(body));
            assertThat(reception.why()).isEqualTo(Reception.Why.MALFORMED);
        }
    }

    @Test
    void a_payer_who_is_kept_is_named_by_id_and_version() {
        try (Scene scene = Scene.publicApi("keepContacts", "true")) {
            scene.initiate("key-1");
            assertThat(scene.body(FakeOperation.CREATE).path("requestedFrom"))
                    .hasToString("{\"contactId\":\"contact-1\",\"contactHash\":\"hash-1\"}");

            // the next request finds the contact; a payer who is called otherwise by now changes it
            scene.initiate("key-2");
            assertThat(contactCalls(scene, "POST")).isEqualTo(1);
            CollectCommand renamed = CollectCommand.of(
                            "P-2", Payer.of("C-1", "Zenobia Quill").email("zenobia@payer.example"))
                    .forItems(Scene.command(Scene.AMOUNT).shares())
                    .build();
            scene.provider.initiate(renamed, scene.call("key-3"));
            assertThat(contactCalls(scene, "PUT")).isEqualTo(1);
            assertThat(scene.body(FakeOperation.CREATE).path("requestedFrom"))
                    .hasToString("{\"contactId\":\"contact-1\",\"contactHash\":\"hash-2\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, NOT_SENT", "400, REFUSED", "200, NOT_SENT"})
    void without_a_contact_nothing_is_asked_for(int status, Submission.Kind kind) {
        try (Scene scene = Scene.publicApi("keepContacts", "true")) {
            scene.fake.answerNext(FakeOperation.CONTACT, status, "{}");

            assertThat(scene.initiate("key-1").kind()).isEqualTo(kind);
            assertThat(scene.fake.calls(FakeOperation.CREATE)).isEmpty();
        }
    }

    private static long contactCalls(Scene scene, String method) {
        return scene.fake.calls(FakeOperation.CONTACT).stream()
                .filter(call -> call.method().equals(method))
                .count();
    }

    @Test
    void the_seller_may_tell_the_payer_alone() {
        try (Scene scene = Scene.publicApi("suppressNotices", "true")) {
            scene.asked();
            assertThat(scene.body(FakeOperation.CREATE)
                            .path("supressResponderNotifications")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void another_process_finds_what_this_one_asked_for() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate("key-1");
            Submission again = scene.provider(Map.of()).initiate(Scene.command().build(), scene.call("key-1"));

            assertThat(again.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(scene.fake.requests()).hasSize(1);
        }
    }
}
