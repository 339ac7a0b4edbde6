package io.receivables.payments.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.Capabilities.Limits;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");
    private static final LocalDate DUE = LocalDate.parse("2026-05-01");
    private static final Payer PAYER = Payer.of("ACME", "Jane Canary")
            .language("fr")
            .email("jane@canary.example")
            .phone("+15142227777");

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static Share share(String documentId, String amount) {
        return new Share(documentId, 1, cad(amount), DUE);
    }

    private static Capabilities.Builder capabilities(Idempotency.Mode mode) {
        return Capabilities.of(Flow.REQUEST, new Limits(cad("0.01"), cad("3000.00")), Idempotency.of(mode, 36));
    }

    @Test
    void a_command_asks_for_the_sum_of_its_shares() {
        CollectCommand command = CollectCommand.of("P-1", PAYER)
                .forItems(List.of(share("F-1", "800.00"), share("F-2", "0.05")))
                .reference("RF18")
                .message("Thank you")
                .expiresAt(NOW)
                .returnTo(URI.create("https://shop.example/paid"))
                .build();

        // 800.00 + 0.05
        assertThat(command.amount()).isEqualTo(cad("800.05"));
        assertThat(command.shares()).hasSize(2).isUnmodifiable();
        assertThat(command.expiresAt()).contains(NOW);
        assertThat(command.returnTo()).contains(URI.create("https://shop.example/paid"));
        assertThat(command).hasToString("CollectCommand[P-1, CAD 800.05, Payer[ACME]]");
    }

    @Test
    void a_command_for_nothing_or_for_two_currencies_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectCommand.of("P-1", PAYER).build())
                .withMessage("payment P-1 is for nothing: name the items that it is for");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CollectCommand.of("P-1", PAYER)
                        .forItems(List.of(share("F-1", "1.00"), new Share("F-2", 1, Money.of("1.00", "EUR"), DUE)))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> share("F-1", "0.00"))
                .withMessage("amount CAD 0.00 for F-1 is not above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share("F-1", 0, cad("1.00"), DUE))
                .withMessage("instalment 0 of F-1 is below 1");
    }

    @Test
    void a_payer_is_not_shown() {
        assertThat(Stream.of(
                                PAYER,
                                CollectCommand.of("P-1", PAYER)
                                        .forItems(List.of(share("F-1", "1.00")))
                                        .build())
                        .map(Object::toString))
                .noneMatch(text -> text.contains("anary") || text.contains("514"));
        assertThat(PAYER.email()).contains("jane@canary.example");
        assertThat(PAYER.phone()).contains("+15142227777");
        assertThat(PAYER.language()).isEqualTo("fr");
    }

    @Test
    void a_link_and_headers_are_not_shown() {
        PayerAction action = PayerAction.follow(URI.create("https://pay.example/?rID=canary"));
        InboundMessage message = new InboundMessage(
                HttpHeaders.of(Map.of("Signature", List.of("canary")), (name, value) -> true),
                Payload.of("canary"),
                NOW);

        assertThat(action.toString() + message).doesNotContain("canary").contains("Signature");
        assertThat(action.link()).contains(URI.create("https://pay.example/?rID=canary"));
        assertThat(action.scan("code")).isNotEqualTo(action);
        assertThat(PayerAction.fillIn(Map.of("account", "7")).scan("code"))
                .isEqualTo(PayerAction.fillIn(Map.of("account", "7")).scan("code"))
                .hasSameHashCodeAs(PayerAction.fillIn(Map.of("account", "7")).scan("code"));
    }

    @Test
    void a_payload_is_its_bytes() {
        byte[] bytes = {1, 2, 3};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.bytes()[1] = 9;

        assertThat(payload.bytes()).containsExactly(1, 2, 3);
        assertThat(payload).isEqualTo(Payload.of(new byte[] {1, 2, 3})).isNotEqualTo(Payload.empty());
        assertThat(payload).hasSameHashCodeAs(Payload.of(new byte[] {1, 2, 3}));
        assertThat(Payload.of("é").size()).isEqualTo(2);
    }

    @Test
    void an_observation_of_money_says_how_much() {
        for (PaymentFact fact : PaymentFact.values()) {
            Observation.Builder without = Observation.of(fact, "CA1").seenAt(NOW);
            if (fact.isMoneyIn() || fact.isMoneyBack()) {
                assertThatIllegalArgumentException().isThrownBy(without::build);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> without.amount(cad("0.00")).build())
                        .withMessage(fact.code() + " of CA1 has the amount CAD 0.00: give one above zero");
                assertThat(without.amount(cad("1.00")).build().amount()).contains(cad("1.00"));
            } else {
                assertThat(without.build().amount()).isEmpty();
            }
        }
    }

    @Test
    void an_observation_is_told_from_others_by_its_event() {
        Observation plain =
                Observation.of(PaymentFact.EXPIRED, "CA1").seenAt(NOW).build();
        Observation named = Observation.of(PaymentFact.SETTLED, "CA1")
                .event("E-7")
                .amount(cad("5.00"))
                .fee(cad("1.00"))
                .valueOn(DUE)
                .askedBy("P-1")
                .raw("8", "REQUEST_COMPLETED")
                .occurredAt(NOW.minusSeconds(60))
                .seenAt(NOW)
                .asHint()
                .build();

        assertThat(plain.eventId()).isEqualTo("CA1:expired");
        assertThat(plain.occurredAt()).isEqualTo(NOW);
        assertThat(plain.trust()).isEqualTo(Observation.Trust.AUTHORITATIVE);
        assertThat(named.eventId()).isEqualTo("E-7");
        assertThat(named.occurredAt()).isEqualTo(NOW.minusSeconds(60));
        assertThat(named).hasToString("Observation[E-7, settled, CAD 5.00, hint]");
        assertThat(named.key()).contains("P-1");
        assertThat(named.fee()).contains(cad("1.00"));
        assertThat(named.valueDate()).contains(DUE);
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.of(PaymentFact.EXPIRED, " "));
    }

    @Test
    void facts_are_money_in_money_back_an_end_or_none_of_these() {
        for (PaymentFact fact : PaymentFact.values()) {
            long kinds = Stream.of(fact.isMoneyIn(), fact.isMoneyBack(), fact.isEndWithoutMoney())
                    .filter(is -> is)
                    .count();
            assertThat(kinds).isLessThanOrEqualTo(1);
        }
        assertThat(PaymentFact.PAYER_ACCEPTED.isMoneyIn()).isFalse();
        assertThat(Stream.of(PaymentFact.values()).map(PaymentFact::code)).doesNotHaveDuplicates();
    }

    @Test
    void limits_hold_at_their_ends_and_for_their_currency() {
        Capabilities capabilities = capabilities(Idempotency.Mode.NONE).build();

        assertThat(capabilities.allow(cad("0.01"))).isTrue();
        assertThat(capabilities.allow(cad("3000.00"))).isTrue();
        assertThat(capabilities.allow(cad("3000.01"))).isFalse();
        assertThat(capabilities.allow(cad("0.00"))).isFalse();
        assertThat(capabilities.allow(Money.of("5.00", "EUR"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(cad("2.00"), cad("1.00")))
                .withMessage("the most, CAD 1.00, is below the least, CAD 2.00");
    }

    @Test
    void capabilities_go_together() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> capabilities(Idempotency.Mode.REPLAY).build())
                .withMessage("a remote side that remembers keys can be asked: implement find");
        Capabilities capabilities = capabilities(Idempotency.Mode.LOOKUP)
                .can(Operation.FIND, Operation.CANCEL)
                .reversibleFor(Duration.ofDays(90))
                .expires(Duration.ofHours(2), Duration.ofDays(30))
                .build();

        assertThat(capabilities.can(Operation.CANCEL)).isTrue();
        assertThat(capabilities.can(Operation.REFUND)).isFalse();
        assertThat(capabilities.reversibleFor()).contains(Duration.ofDays(90));
        assertThat(capabilities.longestExpiry()).contains(Duration.ofDays(30));
        assertThat(capabilities(Idempotency.Mode.NONE).build().reversibleFor()).isEmpty();
        assertThat(capabilities.messages()).isEqualTo(Capabilities.Proof.NONE);
    }

    @Test
    void a_key_has_a_length_and_characters() {
        Idempotency idempotency = Idempotency.of(Idempotency.Mode.REPLAY, 4);

        assertThat(idempotency.allows("K-12")).isTrue();
        assertThat(idempotency.allows("K-123")).isFalse();
        assertThat(idempotency.allows("K 1")).isFalse();
        assertThat(idempotency.window()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Idempotency.of(Idempotency.Mode.REPLAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallContext(" ", NOW));
    }

    @Test
    void a_call_has_so_much_time_left() {
        CallContext call = new CallContext("K", NOW);

        assertThat(call.left(NOW.minusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(call.left(NOW)).isZero();
        assertThat(call.left(NOW.plusSeconds(5))).isZero();
    }

    @Test
    void what_is_not_implemented_says_so() {
        PaymentProvider provider = new PaymentProvider() {
            @Override
            public Capabilities capabilities() {
                return ValuesTest.capabilities(Idempotency.Mode.NONE).build();
            }

            @Override
            public Submission initiate(CollectCommand command, CallContext call) {
                return Submission.refused(Reason.of(Reason.Category.REGULATORY, Retry.never(), "closed"));
            }

            @Override
            public Lookup find(LookupKey key, CallContext call) {
                return Lookup.absentForGood();
            }
        };
        CallContext call = new CallContext("K", NOW);
        InboundMessage message =
                new InboundMessage(HttpHeaders.of(Map.of(), (name, value) -> true), Payload.empty(), NOW);

        assertThat(provider.cancel("R", "", call)).isEqualTo(Submission.unsupported(Operation.CANCEL));
        assertThat(provider.remind("R", call)).isEqualTo(Submission.unsupported(Operation.REMIND));
        assertThat(provider.refund("R", cad("1.00"), call)).isEqualTo(Submission.unsupported(Operation.REFUND));
        assertThat(provider.receive(message).kind()).isEqualTo(Reception.Kind.REJECTED);
        assertThat(provider.receive(message).answer().status()).isEqualTo(501);
        assertThat(provider.poll("7", 10, call).next()).isEqualTo("7");
        assertThat(provider.poll("7", 10, call).problem()).isEmpty();
        provider.close();
    }
}
