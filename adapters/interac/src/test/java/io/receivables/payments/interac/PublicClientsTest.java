package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.FakeFault;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Submission;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes that public clients of Request Money make. Each is a test of its own. */
@Isolated("one test changes the zone of the whole machine")
class PublicClientsTest {
    @ParameterizedTest
    @CsvSource({"DECLINED", "CANCELLED", "EXPIRED", "DEPOSIT_FAILED", "FULFILLED"})
    void a_status_of_three_and_more_is_not_taken_for_paid(String status) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                FakeRequest request = scene.asked();
                switch (status) {
                    case "DECLINED" -> request.decline();
                    case "CANCELLED" -> request.cancel();
                    case "EXPIRED" -> request.expire();
                    case "DEPOSIT_FAILED" -> request.failDeposit();
                    default -> request.accept();
                }
                Observation found = scene.found(request);
                assertThat(found.fact().isMoneyIn()).isFalse();
                assertThat(found.amount()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void what_the_payer_fulfilled_is_no_money_until_it_is_deposited(FakeDialect dialect) {
        try (Scene scene = Scene.of(dialect)) {
            FakeRequest request = scene.asked().accept();
            assertThat(scene.found(request).fact()).isEqualTo(PaymentFact.PAYER_ACCEPTED);

            request.deposit(new BigDecimal("799.99"));
            assertThat(scene.found(request).fact()).isEqualTo(PaymentFact.SETTLED);
            assertThat(scene.found(request).amount()).contains(Money.of("799.99", "CAD"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeFault.class,
            names = {"LOST_REQUEST", "LOST_ANSWER", "ERROR_AFTER", "ERROR_BEFORE", "GARBAGE"})
    void an_error_on_the_way_is_not_taken_for_a_refusal(FakeFault fault) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                scene.fake.next(FakeOperation.CREATE, fault);
                Submission outcome = scene.initiate("key-1");

                assertThat(outcome.kind()).isEqualTo(Submission.Kind.UNKNOWN);
                Lookup lookup = scene.provider.find(LookupKey.of("key-1").triedAt(scene.now), scene.call("look"));
                boolean isThere = !scene.fake.requests().isEmpty();
                assertThat(lookup.kind()).isEqualTo(isThere ? Lookup.Kind.FOUND : Lookup.Kind.ABSENT_SO_FAR);
                // and trying again makes no second one
                assertThat(scene.initiate("key-1").kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
                assertThat(scene.fake.requests()).hasSize(1);
            }
        }
    }

    /** The bank shows the page to pay on only when it is asked for the request that it has just made. */
    @ParameterizedTest
    @EnumSource(FakeFault.class)
    void a_request_that_was_made_is_not_lost_when_the_question_after_it_fails(FakeFault fault) {
        try (Scene scene = Scene.bank()) {
            scene.patience = fault == FakeFault.SILENCE ? Duration.ofMillis(400) : scene.patience;
            // the JDK's client asks a second time where a connection ends without an answer to a GET
            for (int i = 0; i < 8; i++) {
                scene.fake.next(FakeOperation.READ, fault);
            }
            Submission outcome = scene.initiate("key-1");

            assertThat(outcome.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            Submission.Acknowledged made = (Submission.Acknowledged) outcome;
            assertThat(made.observation().providerRef())
                    .isEqualTo(scene.fake.only().paymentId());
            assertThat(made.payerAction()).isEmpty();
        }
    }

    @Test
    void the_page_to_pay_on_is_there_later_where_it_could_not_be_shown_at_once() {
        try (Scene scene = Scene.bank()) {
            scene.fake.answerNext(FakeOperation.READ, 500, "");
            FakeRequest request = scene.asked();

            Lookup.Found found = (Lookup.Found) scene.lookup(request);
            assertThat(found.payerAction().orElseThrow().link()).contains(request.page());
        }
    }

    @Test
    void ids_are_the_keys_and_never_made_up_anew() {
        try (Scene scene = Scene.publicApi()) {
            scene.initiate("key-1");
            scene.initiate("key-2");
            scene.initiate("key-1");

            assertThat(scene.fake.requests()).extracting(FakeRequest::key).containsExactly("key-1", "key-2");
        }
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void many_threads_with_one_key_make_one_request(FakeDialect dialect) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (Scene scene = Scene.of(dialect)) {
            List<Callable<Submission>> calls = Collections.nCopies(32, () -> scene.initiate("key-1"));
            for (Future<Submission> outcome : threads.invokeAll(calls)) {
                assertThat(outcome.get().kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
            }
            assertThat(scene.fake.requests()).hasSize(1);
            assertThat(scene.fake.calls(FakeOperation.CREATE)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** In Kiritimati the day of the expiry is already the next one, and in Honolulu still the one before. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, th-TH-u-ca-buddhist-nu-thai",
        "Pacific/Honolulu, ar-EG-u-nu-arab",
        "America/Toronto, fr-CA"
    })
    void an_expiry_is_in_utc_whatever_the_zone_and_language_of_the_machine(String zone, String language) {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale languageBefore = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Locale.setDefault(Locale.forLanguageTag(language));
        try (Scene scene = Scene.publicApi();
                Scene bank = Scene.bank()) {
            Instant expiry = Instant.parse("2026-05-31T23:59:59.123Z");
            scene.initiate(Scene.command().expiresAt(expiry).build());
            bank.initiate(Scene.command().expiresAt(expiry).build());

            assertThat(scene.body(FakeOperation.CREATE).path("expiryDate").asText())
                    .isEqualTo("2026-05-31T23:59:59.123Z");
            assertThat(scene.fake.only().expiry()).isEqualTo(expiry);
            assertThat(bank.fake.only().expiry()).isEqualTo(expiry);
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(languageBefore);
        }
    }

    @Test
    void thirty_days_are_thirty_times_a_day_and_not_the_end_of_a_local_one() {
        try (Scene scene = Scene.publicApi()) {
            Instant longest = Scene.START.plus(Duration.ofDays(30));
            assertThat(scene.initiate(Scene.command().expiresAt(longest).build())
                            .kind())
                    .isEqualTo(Submission.Kind.ACKNOWLEDGED);
            // 23:59:59 in Toronto on the thirtieth day, at which public clients compute it, is beyond
            Instant endOfDay = Instant.parse("2026-06-11T03:59:59Z");
            Submission outcome =
                    scene.provider.initiate(Scene.command().expiresAt(endOfDay).build(), scene.call("key-2"));
            assertThat(outcome.kind()).isEqualTo(Submission.Kind.REFUSED);
        }
    }

    @Test
    void tokens_are_bearer_tokens_and_where_each_dialect_wants_them() {
        try (Scene scene = Scene.publicApi();
                Scene bank = Scene.bank()) {
            scene.asked();
            bank.asked();

            assertThat(scene.last(FakeOperation.CREATE).headers().get("accesstoken"))
                    .startsWith("Bearer ");
            assertThat(scene.last(FakeOperation.CREATE).headers()).doesNotContainKey("authorization");
            assertThat(bank.last(FakeOperation.CREATE).headers().get("authorization"))
                    .startsWith("Bearer ");
        }
    }

    /** What a public client writes wrongly, and what is spelt so by the API itself. */
    @Test
    void fields_are_spelt_as_the_remote_side_spells_them() {
        try (Scene scene = Scene.publicApi();
                Scene bank = Scene.bank()) {
            scene.asked();
            bank.asked();

            String publicApi = scene.last(FakeOperation.CREATE).body();
            assertThat(publicApi).contains("\"supressResponderNotifications\"").doesNotContain("suppress");
            String hosted = bank.last(FakeOperation.CREATE).body();
            assertThat(hosted)
                    .contains("\"scheme_name\"", "\"suppress_responder_notifications\"")
                    .doesNotContain("scheme_nam\"", "additinoal");
        }
    }

    @Test
    void nothing_is_sent_that_public_clients_made_up() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            scene.provider.cancel(scene.ref(request), "", scene.call("c"));

            assertThat(scene.fake.calls()).allSatisfy(call -> {
                assertThat(call.headers()).doesNotContainKey("apiregistrationkey");
                assertThat(call.path()).doesNotContain("/cancel/");
                assertThat(call.body())
                        .doesNotContain(
                                "contactEmail",
                                "contactPhone",
                                "securityQuestion",
                                "securityAnswer",
                                "paymentGuid",
                                "REQUEST_PENDING");
            });
        }
    }
}
