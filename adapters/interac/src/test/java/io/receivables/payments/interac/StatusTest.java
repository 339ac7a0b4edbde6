package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.FakeNotice;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Observation.Trust;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reception;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each status and each state of the message to the payer comes to, by every way. */
class StatusTest {
    /** One line for each status: its number, its name, what it comes to, and whether that is money. */
    @ParameterizedTest
    @CsvSource({
        "1, INITIATED,                 SUBMITTED,      false",
        "2, AVAILABLE_TO_BE_FULFILLED, AWAITING_PAYER, false",
        "3, FULFILLED,                 PAYER_ACCEPTED, false",
        "4, DECLINED,                  DECLINED,       false",
        "5, CANCELLED,                 CANCELLED,      false",
        "6, EXPIRED,                   EXPIRED,        false",
        "7, DEPOSIT_FAILED,            FAILED,         false",
        "8, DEPOSIT_COMPLETE,          SETTLED,        true",
        "9, ESCROWED,                  UNRECOGNISED,   false",
        "0, NONE,                      UNRECOGNISED,   false",
        "-1, completed,                UNRECOGNISED,   false",
        "80, DEPOSIT_COMPLETED,        UNRECOGNISED,   false",
    })
    void a_status_is(int number, String name, PaymentFact fact, boolean isMoney) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                FakeRequest request = scene.asked();
                if (number == 8) {
                    request.deposit();
                }
                request.says(number, name);

                Observation found = scene.found(request);
                assertThat(found.fact()).isEqualTo(fact);
                assertThat(found.fact().isMoneyIn()).isEqualTo(isMoney);
                assertThat(found.amount().isPresent()).isEqualTo(isMoney);
                assertThat(found.trust()).isEqualTo(Trust.AUTHORITATIVE);
                assertThat(found.key()).contains("key-1");
                assertThat(found.rawCode()).isEqualTo(dialect == FakeDialect.BANK ? name : "" + number);

                Observation hinted = hinted(scene, request);
                assertThat(hinted.trust()).isEqualTo(Trust.HINT);
                assertThat(hinted.fact()).isEqualTo(isMoney ? PaymentFact.PAYER_ACCEPTED : fact);
                if (!isMoney) {
                    assertThat(hinted.eventId()).isEqualTo(found.eventId());
                }
                if (dialect == FakeDialect.PUBLIC_API) {
                    Observation polled = scene.provider
                            .poll("", 10, scene.call("poll"))
                            .observations()
                            .get(0);
                    assertThat(polled.fact()).isEqualTo(fact);
                    assertThat(polled.eventId()).isEqualTo(found.eventId());
                }
            }
        }
    }

    private static Observation hinted(Scene scene, FakeRequest request) {
        Reception reception = scene.provider.receive(scene.message(request));
        assertThat(reception).isInstanceOf(Reception.Accepted.class);
        return ((Reception.Accepted) reception).observations().get(0);
    }

    /** Where a bank tells no status of the request, that of the transaction (pacs.002) stands in; it is never money. */
    @ParameterizedTest
    @CsvSource({
        "ACTC, SUBMITTED",
        "PDNG, SUBMITTED",
        "ACSP, PAYER_ACCEPTED",
        "ACCC, PAYER_ACCEPTED",
        "RJCT, DECLINED",
        "ACSC, UNRECOGNISED",
        "'',   UNRECOGNISED",
    })
    void a_status_of_the_transaction_alone_is(String status, PaymentFact fact) {
        try (Scene scene = Scene.bank()) {
            FakeRequest request = scene.asked();
            scene.fake.answerNext(
                    FakeOperation.READ,
                    200,
                    "{\"data\":{\"transaction_status\":\"" + status
                            + "\",\"amount\":{\"amount\":800.00,\"currency\":\"CAD\"}}}");

            assertThat(scene.found(request).fact()).isEqualTo(fact);
        }
    }

    @ParameterizedTest
    @CsvSource({"ACCC, DECLINED, DECLINED", "RJCT, DEPOSIT_COMPLETE, SETTLED", "ACCC, FULFILLED, PAYER_ACCEPTED"})
    void the_status_of_the_request_outranks_that_of_the_transaction(
            String transaction, String request, PaymentFact fact) {
        try (Scene scene = Scene.bank()) {
            FakeRequest asked = scene.asked();
            scene.fake.answerNext(
                    FakeOperation.READ,
                    200,
                    "{\"data\":{\"transaction_status\":\"" + transaction + "\",\"request_for_payment_status\":\""
                            + request + "\",\"amount\":{\"amount\":800.00,\"currency\":\"CAD\"}}}");

            assertThat(scene.found(asked).fact()).isEqualTo(fact);
        }
    }

    /** Before the payer can act, once they can, and after they did. */
    @ParameterizedTest
    @CsvSource({
        "SENT,                 DELIVERED,       AWAITING_PAYER,  PAYER_ACCEPTED",
        "PENDING,              SUBMITTED,       AWAITING_PAYER,  PAYER_ACCEPTED",
        "PENDING_SEND_FAILURE, SUBMITTED,       AWAITING_PAYER,  PAYER_ACCEPTED",
        "DELIVERY_FAILURE,     DELIVERY_FAILED, DELIVERY_FAILED, PAYER_ACCEPTED",
    })
    void the_message_to_the_payer_is(
            FakeNotice notice, PaymentFact initiated, PaymentFact available, PaymentFact accepted) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                FakeRequest request = scene.asked().noticeIs(notice);
                assertThat(scene.found(request).fact()).isEqualTo(initiated);
                request.becomesAvailable().noticeIs(notice);
                assertThat(scene.found(request).fact()).isEqualTo(available);
                request.accept();
                assertThat(scene.found(request).fact()).isEqualTo(accepted);
            }
        }
    }

    @Test
    void a_state_of_the_message_that_nobody_knows_hides_nothing() {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            scene.fake.answerNext(
                    FakeOperation.READ,
                    200,
                    "[{\"referenceNumber\":\"" + request.reference() + "\",\"status\":2,\"notificationStatus\":7}]");

            assertThat(scene.found(request).fact()).isEqualTo(PaymentFact.AWAITING_PAYER);
        }
    }

    /** Every happening has another event, and the same one whenever it is told. */
    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void events_tell_happenings_apart(FakeDialect dialect) {
        try (Scene scene = Scene.of(dialect)) {
            FakeRequest request = scene.asked();
            String made = scene.found(request).eventId();
            request.becomesAvailable();
            String available = scene.found(request).eventId();
            request.accept();
            String accepted = scene.found(request).eventId();
            request.deposit();
            String deposited = scene.found(request).eventId();

            assertThat(new String[] {made, available, accepted, deposited}).doesNotHaveDuplicates();
            assertThat(scene.found(request).eventId()).isEqualTo(deposited);
        }
    }

    /** A deposit without an exact amount is no money yet, and does not stand in the way of the deposit that is told later. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"currency\":\"CAD\"",
                "\"currency\":\"CAD\",\"fulfillAmount\":\"800.00\"",
                "\"currency\":\"CAD\",\"fulfillAmount\":800.001",
                "\"currency\":\"CAD\",\"fulfillAmount\":0",
                "\"currency\":\"CAD\",\"fulfillAmount\":-800.00",
                "\"currency\":\"CAD\",\"fulfillAmount\":1e99999",
                "\"currency\":\"CAD\",\"fulfillAmount\":null",
                "\"currency\":\"USD\",\"fulfillAmount\":800.00",
                "\"fulfillAmount\":800.00",
            })
    void a_deposit_without_an_exact_amount_is_no_money(String amount) {
        try (Scene scene = Scene.publicApi()) {
            FakeRequest request = scene.asked();
            scene.fake.answerNext(
                    FakeOperation.READ,
                    200,
                    "[{\"referenceNumber\":\"" + request.reference() + "\",\"status\":8," + amount + "}]");
            Observation vague = scene.found(request);
            request.deposit();

            assertThat(vague.fact()).isEqualTo(PaymentFact.UNRECOGNISED);
            assertThat(vague.rawCode()).isEqualTo("8");
            assertThat(vague.eventId()).isNotEqualTo(scene.found(request).eventId());
        }
    }
}
