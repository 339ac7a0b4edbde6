package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeCall;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.interac.fake.FakeStatus;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's API: what is sent, field by field, and what comes of each operation. */
class BankApiTest {
    private static final List<Share> SHARES = List.of(
            new Share("F-1001", 1, Money.of("500.00", "CAD"), Scene.DUE),
            new Share("F-1002", 2, Money.of("300.00", "CAD"), Scene.DUE.plusDays(30)));

    private static CollectCommand.Builder command() {
        return CollectCommand.of("P-1", Scene.PAYER)
                .forItems(SHARES)
                .reference("RF18539007547034")
                .message("Two invoices");
    }

    /** One line for each field of a request: where it is below {@code data}, and what it is in JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/product_code;                                    \"DOMESTIC\"",
                "/end_to_end_identification;                       \"key-1\"",
                "/credit_debit_indicator;                          \"CRDT\"",
                "/creation_date_time;                              \"2026-05-11T08:00:00Z\"",
                "/payment_expiry_date;                             \"2026-06-09T08:00:00Z\"",
                "/suppress_responder_notifications;                false",
                "/return_url;                                      \"https://seller.example/thanks\"",
                "/language;                                        \"EN\"",
                "/instructed_amount/amount;                        800.00",
                "/instructed_amount/currency;                      \"CAD\"",
                "/initiating_party/name;                           \"Northwind Traders Inc.\"",
                "/debtor/name;                                     \"Zenobia Quillfeather\"",
                "/debtor/contact_details/email_address;            \"zenobia@payer.example\"",
                "/creditor/name;                                   \"Northwind Traders Inc.\"",
                "/creditor_account/identification;                 \"003-12345-7654321\"",
                "/creditor_account/currency;                       \"CAD\"",
                "/creditor_account/scheme_name;                    \"BANK_ACCT_NO\"",
                "/payment_condition/amount_modification_allowed;   false",
                "/payment_condition/early_payment_allowed;         true",
                "/payment_condition/guaranteed_payment_requested;  false",
                "/payment_type_information/category_purpose/code;  \"GDDS\"",
                "/remittance_information/unstructured/0;           \"Two invoices\"",
            })
    void a_field_of_a_request_is(String pointer, String json) {
        assertThat(Full.DATA.at(pointer)).hasToString(json);
    }

    /** A request that says all that can be said, sent once for all tests of its fields. */
    private static final class Full {
        static final JsonNode DATA = data();

        private static JsonNode data() {
            try (Scene scene = Scene.bank("categoryPurpose", "GDDS")) {
                scene.initiate(command()
                        .returnTo(URI.create("https://seller.example/thanks"))
                        .build());
                return scene.body(FakeOperation.CREATE).path("data");
            }
        }
    }

    /** One line for each field of the structured remittance: where it is, and what it is in JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/0/referred_document_information/0/type/code_or_proprietary/code;     \"CINV\"",
                "/0/referred_document_information/0/number;                            \"F-1001\"",
                "/0/referred_document_information/0/related_date;                      \"2026-05-01\"",
                "/0/referred_document_amount/due_payable_amount/amount;                500.00",
                "/0/referred_document_amount/due_payable_amount/currency;              \"CAD\"",
                "/0/creditor_reference_information/type/code_or_proprietary/code;      \"SCOR\"",
                "/0/creditor_reference_information/reference;                          \"RF18539007547034\"",
                "/1/referred_document_information/0/number;                            \"F-1002\"",
                "/1/referred_document_information/0/related_date;                      \"2026-05-31\"",
                "/1/referred_document_amount/due_payable_amount/amount;                300.00",
                "/1/additional_remittance_information/0;                               \"instalment 2\"",
            })
    void a_field_of_the_remittance_is(String pointer, String json) {
        JsonNode structured = Full.DATA.at("/remittance_information/structured");

        assertThat(structured).hasSize(2);
        assertThat(structured.at(pointer)).hasToString(json);
    }

    @Test
    void what_is_not_said_is_not_sent() {
        try (Scene scene = Scene.bank()) {
            scene.initiate(Scene.command(Scene.AMOUNT));
            String body = scene.last(FakeOperation.CREATE).body();

            assertThat(body)
                    .doesNotContain(
                            "return_url",
                            "payment_type_information",
                            "unstructured",
                            "creditor_reference_information",
                            "additional_remittance_information",
                            "enclosed_file",
                            "ultimate_");
        }
    }

    @Test
    void a_payer_without_an_address_is_told_by_sms_in_french() {
        CollectCommand command = CollectCommand.of(
                        "P-1", Payer.of("C-1", "Zoé").phone("+15142227777").language("fr"))
                .forItems(SHARES)
                .build();
        try (Scene scene = Scene.bank()) {
            assertThat(scene.initiate(command).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            JsonNode data = scene.body(FakeOperation.CREATE).path("data");

            assertThat(data.at("/debtor/contact_details")).hasToString("{\"mobile_number\":\"+1-5142227777\"}");
            assertThat(data.path("language").asText()).isEqualTo("FR");
        }
    }

    /** One line for each header. */
    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer fake-token-1",
        "customer-profile-id, fake-profile",
        "x-country-code, CA",
        "x-api-key, fake-api-key",
        "content-type, application/json",
    })
    void a_header_of_every_call_is(String name, String value) {
        try (Scene scene = Scene.bank()) {
            scene.found(scene.asked());

            List<FakeCall> calls = new ArrayList<>(scene.fake.calls());
            calls.removeIf(call -> call.operation() == FakeOperation.TOKEN);
            assertThat(calls)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(call -> assertThat(call.headers()).containsEntry(name, value));
        }
    }

    @Test
    void every_call_has_a_trace_of_its_own() {
        try (Scene scene = Scene.bank()) {
            scene.found(scene.asked());
            List<String> traces = scene.fake.calls().stream()
                    .filter(call -> call.operation() != FakeOperation.TOKEN)
                    .map(call -> call.headers().get("x-b3-traceid"))
                    .toList();
            assertThat(traces).doesNotHaveDuplicates().allMatch(trace -> trace.matches("[0-9a-f]{32}"));
        }
    }

    /** Read and verified by another library than the one that made it. */
    @Test
    void the_token_is_asked_for_with_a_signed_assertion() throws Exception {
        try (Scene scene = Scene.bank()) {
            scene.asked();
            Map<String, String> form = form(scene.last(FakeOperation.TOKEN).body());
            SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
            JWTClaimsSet claims = assertion.getJWTClaimsSet();

            assertThat(assertion.verify(new RSASSAVerifier(clientKey()))).isTrue();
            assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(assertion.getHeader().getKeyID()).isEqualTo(InteracFake.CLIENT_KEY_ID);
            assertThat(claims.getIssuer()).isEqualTo(InteracFake.CLIENT_ID);
            assertThat(claims.getSubject()).isEqualTo(InteracFake.CLIENT_ID);
            assertThat(claims.getAudience()).containsExactly(InteracFake.TOKEN_AUDIENCE);
            assertThat(claims.getExpirationTime().toInstant()).isEqualTo(Scene.START.plus(Duration.ofMinutes(5)));
            assertThat(form)
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        }
    }

    private static RSAPublicKey clientKey() throws Exception {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) Pem.privateKey(InteracFake.clientPrivateKey());
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void a_token_is_kept_for_as_long_as_the_bank_says_less_half_a_minute() {
        try (Scene scene = Scene.bank()) {
            scene.initiate("key-1");
            scene.now = Scene.START.plus(Duration.ofSeconds(269));
            scene.initiate("key-2");
            assertThat(scene.fake.calls(FakeOperation.TOKEN)).hasSize(1);
            scene.now = Scene.START.plus(Duration.ofSeconds(270));
            scene.initiate("key-3");
            assertThat(scene.fake.calls(FakeOperation.TOKEN)).hasSize(2);
        }
    }

    @Test
    void a_request_is_made_in_two_steps_and_its_page_shown_by_the_second() {
        try (Scene scene = Scene.bank()) {
            Submission.Acknowledged made = (Submission.Acknowledged) scene.initiate("key-1");
            FakeRequest request = scene.fake.only();

            assertThat(made.observation().providerRef()).isEqualTo(request.paymentId());
            assertThat(made.observation().fact()).isEqualTo(PaymentFact.SUBMITTED);
            assertThat(made.observation().key()).contains("key-1");
            assertThat(made.payerAction().orElseThrow().link()).contains(request.page());
            assertThat(scene.last(FakeOperation.READ).headers())
                    .containsEntry("request_for_payment_id", request.paymentId());
        }
    }

    @Test
    void a_request_is_found_by_its_key_in_the_bank_s_list_and_each_is_asked_for_its_name_once() {
        try (Scene scene = Scene.bank()) {
            for (int i = 1; i <= 4; i++) {
                scene.initiate("key-" + i);
            }
            PaymentProvider other = scene.provider(Map.of());
            int before = scene.fake.calls(FakeOperation.READ).size();
            assertThat(other.find(LookupKey.of("key-4"), scene.call("f")).kind())
                    .isEqualTo(Lookup.Kind.FOUND);
            assertThat(scene.fake.calls(FakeOperation.READ)).hasSize(before + 4);

            assertThat(other.find(LookupKey.of("key-5"), scene.call("f")).kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
            assertThat(scene.fake.calls(FakeOperation.READ)).hasSize(before + 4);
        }
    }

    /** Where one request of the list cannot be asked for, nobody knows whether it is the one. */
    @Test
    void a_list_that_is_known_in_part_says_nothing() {
        try (Scene scene = Scene.bank()) {
            scene.initiate("key-1");
            PaymentProvider other = scene.provider(Map.of());
            scene.fake.answerNext(FakeOperation.READ, 500, "");

            assertThat(other.find(LookupKey.of("key-2"), scene.call("f")).kind())
                    .isEqualTo(Lookup.Kind.UNAVAILABLE);
        }
    }

    @Test
    void a_request_that_the_bank_does_not_know_is_absent() {
        try (Scene scene = Scene.bank()) {
            assertThat(scene.provider
                            .find(LookupKey.of("key-1", "PAY0"), scene.call("f"))
                            .kind())
                    .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        }
    }

    @Test
    void details_of_another_request_are_not_taken() {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            scene.fake.answerNext(
                    FakeOperation.READ,
                    200,
                    "{\"data\":{\"payment_id\":\"PAY9\",\"request_for_payment_status\":\"DEPOSIT_COMPLETE\","
                            + "\"amount\":{\"amount\":800.00,\"currency\":\"CAD\"}}}");

            assertThat(scene.lookup(request).kind()).isEqualTo(Lookup.Kind.UNAVAILABLE);
        }
    }

    @Test
    void a_payment_is_divided_as_it_was_asked_for() {
        try (Scene scene = Scene.bank()) {
            scene.initiate(command().build());
            Observation found = scene.found(scene.fake.only().deposit());

            assertThat(found.amount()).contains(Scene.AMOUNT);
            assertThat(found.shares()).isEqualTo(SHARES);
        }
    }

    @Test
    void a_payer_who_deducts_says_for_which_invoice() {
        try (Scene scene = Scene.bank()) {
            scene.initiate(command().build());
            FakeRequest request = scene.fake.only();
            request.remits("F-1002", new BigDecimal("275.50")).deposit(new BigDecimal("775.50"));
            Observation found = scene.found(request);

            assertThat(found.amount()).contains(Money.of("775.50", "CAD"));
            assertThat(found.shares())
                    .containsExactly(
                            SHARES.get(0), new Share("F-1002", 2, Money.of("275.50", "CAD"), Scene.DUE.plusDays(30)));
        }
    }

    @Test
    void a_division_of_more_than_was_paid_is_none() {
        try (Scene scene = Scene.bank()) {
            scene.initiate(command().build());
            Observation found = scene.found(scene.fake.only().deposit(new BigDecimal("799.99")));

            assertThat(found.amount()).contains(Money.of("799.99", "CAD"));
            assertThat(found.shares()).isEmpty();
        }
    }

    /** All of a division or nothing: one entry that is not understood makes the others worthless. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"referred_document_information\":[{\"related_date\":\"2026-05-01\"}],\"referred_document_amount\":"
                        + "{\"due_payable_amount\":{\"amount\":5.00,\"currency\":\"CAD\"}}}",
                "{\"referred_document_information\":[{\"number\":\"F-1\"}],\"referred_document_amount\":"
                        + "{\"due_payable_amount\":{\"amount\":5.00,\"currency\":\"CAD\"}}}",
                "{\"referred_document_information\":[{\"number\":\"F-1\",\"related_date\":\"soon\"}],"
                        + "\"referred_document_amount\":{\"due_payable_amount\":{\"amount\":5.00,\"currency\":\"CAD\"}}}",
                "{\"referred_document_information\":[{\"number\":\"F-1\",\"related_date\":\"2026-05-01\"}],"
                        + "\"referred_document_amount\":{\"due_payable_amount\":{\"amount\":5.00,\"currency\":\"USD\"}}}",
                "{\"referred_document_information\":[{\"number\":\"F-1\",\"related_date\":\"2026-05-01\"}],"
                        + "\"referred_document_amount\":{\"remitted_amount\":{\"amount\":-5.00,\"currency\":\"CAD\"}}}",
            })
    void a_division_that_is_not_understood_is_none(String entry) {
        String good = "{\"referred_document_information\":[{\"number\":\"F-1001\",\"related_date\":\"2026-05-01\"}],"
                + "\"referred_document_amount\":{\"due_payable_amount\":{\"amount\":5.00,\"currency\":\"CAD\"}}}";
        JsonNode remittance = Json.read(Payload.of("{\"structured\":[" + good + "," + entry + "]}"))
                .orElseThrow();

        assertThat(Remittance.shares(remittance, Scene.AMOUNT)).isEmpty();
    }

    @Test
    void a_cancellation_says_why() {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            Submission outcome = scene.provider.cancel(scene.ref(request), "paid by cheque", scene.call("c"));

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            assertThat(request.status()).isEqualTo(FakeStatus.CANCELLED);
            assertThat(scene.last(FakeOperation.CANCEL).body()).isEqualTo("{\"cancel_reason\":\"paid by cheque\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"data\":{\"status\":\"FAILURE\"}}', REFUSED",
        "200, '{\"data\":{\"status\":\"MAYBE\"}}', UNKNOWN",
        "200, '{\"data\":{}}', UNKNOWN",
        "200, '', UNKNOWN",
        "500, '', UNKNOWN",
        "400, '{}', REFUSED",
    })
    void a_cancellation_that_is_not_a_success_is(int status, String body, Submission.Kind kind) {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            scene.fake.answerNext(FakeOperation.CANCEL, status, body);

            assertThat(scene.provider
                            .cancel(scene.ref(request), "", scene.call("c"))
                            .kind())
                    .isEqualTo(kind);
        }
    }

    @Test
    void a_refusal_keeps_the_code_and_the_words_of_the_first_notification() {
        try (Scene scene = Scene.bank()) {
            scene.fake.answerNext(
                    FakeOperation.CREATE,
                    400,
                    "{\"notifications\":[{\"severity\":\"ERROR\",\"code\":\"RTP-117\",\"message\":\"limit of the day\","
                            + "\"uuid\":\"u\",\"timestamp\":\"t\",\"metadata\":{}}]}");
            Reason reason = Scene.reason(scene.initiate("key-1"));

            assertThat(reason.code()).isEqualTo("RTP-117");
            assertThat(reason.text()).isEqualTo("limit of the day");
        }
    }

    @Test
    void what_a_bank_has_no_call_for_is_unsupported() {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            int before = scene.fake.calls().size();
            String ref = scene.ref(request);

            assertThat(scene.provider.remind(ref, scene.call("r"))).isEqualTo(Submission.unsupported(Operation.REMIND));
            assertThat(scene.provider.amend(ref, command().build(), scene.call("a")))
                    .isEqualTo(Submission.unsupported(Operation.AMEND));
            assertThat(scene.provider.refund(ref, Scene.AMOUNT, scene.call("b")))
                    .isEqualTo(Submission.unsupported(Operation.REFUND));
            assertThat(scene.provider.poll("", 10, scene.call("p")).observations())
                    .isEmpty();
            assertThat(scene.fake.calls()).hasSize(before);
        }
    }

    @Test
    void the_time_at_which_the_payer_approved_is_the_bank_s() {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            scene.now = Scene.START.plusSeconds(60);
            request.accept();
            scene.now = Scene.START.plusSeconds(600);
            Observation found = scene.found(request);

            assertThat(found.occurredAt()).isEqualTo(Scene.START.plusSeconds(60));
            assertThat(found.seenAt()).isEqualTo(scene.now);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bankKeys, no key",
        "accountScheme, IBAN",
        "categoryPurpose, goods",
        "tokenPath, token",
        "requestsPath, /a/../{id}",
        "clientId, two words",
    })
    void a_value_of_the_wrong_kind_is_refused_by_name(String key, String value) {
        assertThatThrownBy(() -> Scene.bank(key, value).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }
}
