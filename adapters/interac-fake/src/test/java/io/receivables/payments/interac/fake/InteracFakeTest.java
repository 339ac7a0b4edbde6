package io.receivables.payments.interac.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a request at the server, what it tells of it, and how it goes wrong. */
class InteracFakeTest {
    private Instant now = Client.START;
    private final InteracFake fake = InteracFake.start(() -> now);
    private final Client client = new Client(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    private FakeRequest asked() {
        assertThat(client.publicApi("POST", Client.SEND, Client.MONEY_REQUEST).statusCode())
                .isEqualTo(200);
        return fake.only();
    }

    private FakeRequest askedOfTheBank() {
        assertThat(client.bank("POST", Client.REQUESTS, Client.PAYMENT_REQUEST).statusCode())
                .isEqualTo(200);
        return fake.only();
    }

    private JsonNode shown(FakeRequest request) {
        String query = "?referenceNumber=" + request.reference();
        return Client.json(client.publicApi("GET", Client.SEND + query, "").body())
                .path(0);
    }

    private JsonNode shownByTheBank(FakeRequest request) {
        return Client.json(client.bank("GET", Client.REQUESTS + "/" + request.paymentId(), "")
                        .body())
                .path("data");
    }

    /** What is true on the package's page. */
    @Test
    void the_payer_approves_and_the_money_comes_later() {
        FakeRequest request = asked();
        assertThat(shown(request).path("status").asInt()).isEqualTo(1);
        request.becomesAvailable();
        assertThat(shown(request).path("status").asInt()).isEqualTo(2);
        request.accept();
        assertThat(shown(request).path("status").asInt()).isEqualTo(3);
        assertThat(shown(request).has("fulfillAmount")).isFalse();
        request.deposit();
        assertThat(shown(request).path("status").asInt()).isEqualTo(8);
        assertThat(shown(request).path("fulfillAmount").decimalValue()).isEqualByComparingTo("800.00");
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATED, 1, INITIATED, ACTC",
        "AVAILABLE, 2, AVAILABLE_TO_BE_FULFILLED, PDNG",
        "FULFILLED, 3, FULFILLED, ACSP",
        "DECLINED, 4, DECLINED, RJCT",
        "CANCELLED, 5, CANCELLED, RJCT",
        "EXPIRED, 6, EXPIRED, RJCT",
        "DEPOSIT_FAILED, 7, DEPOSIT_FAILED, RJCT",
        "DEPOSIT_COMPLETE, 8, DEPOSIT_COMPLETE, ACCC",
    })
    void a_status_is_shown_by_number_and_by_name(FakeStatus status, int number, String name, String transaction) {
        FakeRequest request = asked();
        FakeRequest atBank;
        try (InteracFake other = InteracFake.start(() -> now)) {
            Client otherClient = new Client(other);
            otherClient.bank("POST", Client.REQUESTS, Client.PAYMENT_REQUEST);
            atBank = other.only();
            bring(request, status);
            bring(atBank, status);
            JsonNode detail = Client.json(otherClient
                            .bank("GET", Client.REQUESTS + "/" + atBank.paymentId(), "")
                            .body())
                    .path("data");
            assertThat(detail.path("request_for_payment_status").asText()).isEqualTo(name);
            assertThat(detail.path("transaction_status").asText()).isEqualTo(transaction);
        }
        assertThat(shown(request).path("status").asInt()).isEqualTo(number);
        assertThat(request.status()).isEqualTo(status);
    }

    private static void bring(FakeRequest request, FakeStatus status) {
        switch (status) {
            case INITIATED -> {}
            case AVAILABLE -> request.becomesAvailable();
            case FULFILLED -> request.accept();
            case DECLINED -> request.decline();
            case CANCELLED -> request.cancel();
            case EXPIRED -> request.expire();
            case DEPOSIT_FAILED -> request.failDeposit();
            case DEPOSIT_COMPLETE -> request.deposit();
        }
    }

    /** A table of what may follow what: a payer cannot take back, and what ended does not begin again. */
    @ParameterizedTest
    @CsvSource({
        "FULFILLED, DECLINED",
        "FULFILLED, EXPIRED",
        "FULFILLED, AVAILABLE",
        "DECLINED, FULFILLED",
        "CANCELLED, FULFILLED",
        "CANCELLED, DEPOSIT_COMPLETE",
        "EXPIRED, FULFILLED",
        "DEPOSIT_COMPLETE, CANCELLED",
        "DEPOSIT_COMPLETE, DEPOSIT_FAILED",
        "DEPOSIT_COMPLETE, DEPOSIT_COMPLETE",
        "AVAILABLE, AVAILABLE",
    })
    void what_would_not_happen_does_not(FakeStatus from, FakeStatus to) {
        FakeRequest request = asked();
        bring(request, from);
        assertThatThrownBy(() -> bring(request, to))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(request.reference());
        assertThat(request.status()).isEqualTo(from);
    }

    @Test
    void a_deposit_that_failed_may_be_made_good() {
        assertThat(asked().failDeposit().deposit(new BigDecimal("799.99")).status())
                .isEqualTo(FakeStatus.DEPOSIT_COMPLETE);
        assertThat(shown(fake.only()).path("fulfillAmount").decimalValue()).isEqualByComparingTo("799.99");
    }

    @Test
    void a_request_ends_at_its_expiry_by_the_clock_that_was_given() {
        FakeRequest request = asked();
        now = request.expiry().minusMillis(1);
        assertThat(request.status()).isEqualTo(FakeStatus.INITIATED);
        now = request.expiry();
        assertThat(request.status()).isEqualTo(FakeStatus.EXPIRED);
        assertThatThrownBy(request::accept).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_token_ends_after_five_minutes_or_when_it_is_taken_back() {
        var headers = client.publicHeaders();
        String query = Client.SEND + "?referenceNumber=x";
        now = Client.START.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(client.send("GET", fake.publicApi(), query, headers, "").statusCode())
                .isEqualTo(200);
        now = Client.START.plus(Duration.ofMinutes(5));
        assertThat(client.send("GET", fake.publicApi(), query, headers, "").statusCode())
                .isEqualTo(401);

        client.forget();
        var fresh = client.publicHeaders();
        fake.revokeTokens();
        assertThat(client.send("GET", fake.publicApi(), query, fresh, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_seller_reminds_changes_and_cancels_while_it_is_open_and_not_after() {
        FakeRequest request = asked();
        String one = Client.SEND + "/" + request.reference();
        assertThat(client.publicApi("PATCH", one + "/notice", "").statusCode()).isEqualTo(204);
        assertThat(request.notices()).isEqualTo(1);
        String changed = Client.MONEY_REQUEST.replace("800.00", "750.00");
        assertThat(client.publicApi("PUT", one, changed).statusCode()).isEqualTo(204);
        assertThat(request.amount()).isEqualByComparingTo("750.00");
        assertThat(client.publicApi("PUT", one, changed.replace("key-1", "key-2"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.publicApi("PATCH", one + "/cancel", "{}").statusCode())
                .isEqualTo(400);
        assertThat(client.publicApi("PATCH", one + "/cancel", "{\"cancellationReason\":\"x\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(request.status()).isEqualTo(FakeStatus.CANCELLED);

        assertThat(client.publicApi("PATCH", one + "/notice", "").statusCode()).isEqualTo(400);
        assertThat(client.publicApi("PUT", one, changed).statusCode()).isEqualTo(400);
        assertThat(client.publicApi("PATCH", one + "/cancel", "{\"cancellationReason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_bank_says_whether_it_cancelled() {
        FakeRequest request = askedOfTheBank();
        String cancel = Client.REQUESTS + "/" + request.paymentId() + "/cancel";
        assertThat(client.bank("POST", cancel, "{\"cancel_reason\":\"x\"}").body())
                .contains("SUCCESS");
        assertThat(client.bank("POST", cancel, "{\"cancel_reason\":\"x\"}").body())
                .contains("FAILURE");
    }

    @Test
    void a_bank_shows_the_page_in_its_list_and_not_where_it_takes_a_request() {
        String made =
                client.bank("POST", Client.REQUESTS, Client.PAYMENT_REQUEST).body();
        assertThat(made).contains("payment_id", "clearing_system_reference").doesNotContain("gateway_url");
        assertThat(shownByTheBank(fake.only()).has("gateway_url")).isFalse();
        JsonNode list =
                Client.json(client.bank("GET", Client.REQUESTS, "").body()).path("data");
        assertThat(list.at("/0/gateway_url").asText())
                .isEqualTo(fake.only().page().toString());
    }

    @Test
    void a_bank_repeats_the_remittance_with_what_the_payer_changed() {
        FakeRequest request =
                askedOfTheBank().remits("F-1001", new BigDecimal("790.00")).deposit(new BigDecimal("790.00"));
        JsonNode detail = shownByTheBank(request);

        assertThat(detail.at("/remittance_information/structured/0/referred_document_amount/remitted_amount/amount")
                        .decimalValue())
                .isEqualByComparingTo("790.00");
        assertThat(detail.at("/amount/amount").decimalValue()).isEqualByComparingTo("790.00");
        assertThat(detail.path("original_end_to_end_identification").asText()).isEqualTo("key-1");
        assertThatThrownBy(() -> request.remits("F-9", BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contacts_are_kept_with_a_version() {
        String contact = Client.json(Client.MONEY_REQUEST).path("requestedFrom").toString();
        JsonNode made =
                Client.json(client.publicApi("POST", "/v2/contacts", contact).body());
        String id = made.path("contactId").asText();
        String hash = made.path("contactHash").asText();
        String update = contact.replace("Zenobia", "Zoé")
                .replaceFirst("\\{", "{\"contactId\":\"" + id + "\",\"contactHash\":\"" + hash + "\",");

        HttpResponse<String> changed = client.publicApi("PUT", "/v2/contacts/" + id, update);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Client.json(changed.body()).path("contactHash").asText()).isNotEqualTo(hash);
        assertThat(client.publicApi("PUT", "/v2/contacts/" + id, update).statusCode())
                .isEqualTo(400);
        assertThat(client.publicApi("GET", "/v2/contacts?maxResponseItems=10", "")
                        .body())
                .contains("Zoé");
        assertThat(client.publicApi("DELETE", "/v2/contacts/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(client.publicApi("GET", "/v2/contacts/" + id, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_server_says_whatever_it_is_told_to() {
        FakeRequest request = asked().says(42, "ESCROWED");
        assertThat(shown(request).path("status").asInt()).isEqualTo(42);
        fake.answerNext(FakeOperation.READ, 418, "tea");
        String query = Client.SEND + "?referenceNumber=" + request.reference();
        assertThat(client.publicApi("GET", query, "").statusCode()).isEqualTo(418);
        assertThat(client.publicApi("GET", query, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = FakeFault.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENCE")
    void a_fault_does_what_it_says(FakeFault fault) {
        fake.next(FakeOperation.CREATE, fault);
        int status;
        try {
            status = client.publicApi("POST", Client.SEND, Client.MONEY_REQUEST).statusCode();
        } catch (UncheckedIOException e) {
            status = 0;
        }
        assertThat(status)
                .isEqualTo(
                        switch (fault) {
                            case LOST_REQUEST, LOST_ANSWER, SILENCE -> 0;
                            case ERROR_AFTER, ERROR_BEFORE -> 500;
                            case GARBAGE -> 200;
                            case TOO_MANY -> 429;
                            case MAINTENANCE -> 503;
                            case UNAUTHORIZED -> 401;
                            case REFUSED -> 400;
                        });
        assertThat(fake.requests()).hasSize(fault.isDone() ? 1 : 0);
        assertThat(fake.calls(FakeOperation.CREATE)).hasSize(1);
    }

    @Test
    void a_bank_s_message_is_a_token_that_its_key_verifies() throws Exception {
        FakeRequest request = askedOfTheBank().deposit();
        FakeNotification notification = fake.notification(request);
        String[] parts = notification.body().split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withRSA");
        String pem = InteracFake.bankPublicKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

        JsonNode claims = Client.json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.path("payment_id").asText()).isEqualTo(request.paymentId());
        assertThat(claims.path("new_status").asText()).isEqualTo("DEPOSIT_COMPLETE");
        assertThat(claims.path("iat").asLong()).isEqualTo(now.getEpochSecond());
    }

    @Test
    void whatever_happens_is_sent_where_somebody_wants_it() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer seller = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        seller.createContext("/", http -> {
            received.add(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            http.sendResponseHeaders(204, -1);
            http.close();
        });
        seller.start();
        try {
            fake.notifyAt(URI.create("http://127.0.0.1:" + seller.getAddress().getPort() + "/"));
            FakeRequest request = asked();
            // the message of the request itself came before the answer to the call that made it
            assertThat(received).hasSize(1);
            request.becomesAvailable().accept().deposit();
            assertThat(received)
                    .hasSize(4)
                    .isEqualTo(fake.notifications().stream()
                            .map(FakeNotification::body)
                            .toList());
            assertThat(received.get(3)).contains("\"status\":8", request.reference());
        } finally {
            seller.stop(0);
        }
    }

    @Test
    void a_message_that_does_not_arrive_is_lost() {
        fake.notifyAt(URI.create("http://127.0.0.1:1/"));
        assertThat(asked().accept().status()).isEqualTo(FakeStatus.FULFILLED);
        assertThat(fake.notifications()).hasSize(2);
    }

    @Test
    void calls_are_kept_and_tell_nothing_of_people_when_printed() {
        FakeRequest request = asked();
        FakeCall call = fake.calls(FakeOperation.CREATE).get(0);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.body()).contains("Zenobia");
        assertThat(call + " " + request + " " + fake).doesNotContain("Zenobia", "Bearer", "payer.example");
        assertThat(Client.json(request.body()).path("sourceMoneyRequestId").asText())
                .isEqualTo("key-1");
    }

    @Test
    void a_request_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> fake.request("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
        assertThatThrownBy(fake::only).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_limit_is_what_it_is_told() {
        fake.limit(new BigDecimal("799.99"));
        assertThat(client.publicApi("POST", Client.SEND, Client.MONEY_REQUEST).body())
                .contains("above 799.99");
    }

    @Test
    void it_may_be_closed_twice() {
        fake.close();
        fake.close();
        assertThatThrownBy(() -> client.publicToken()).isInstanceOf(UncheckedIOException.class);
    }
}
