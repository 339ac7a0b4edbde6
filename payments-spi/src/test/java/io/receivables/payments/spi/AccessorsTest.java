package io.receivables.payments.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.Capabilities.Proof;
import io.receivables.payments.spi.Reason.Category;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes into a value comes out of it. */
class AccessorsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Share SHARE = new Share("F-1", 1, cad("5.00"), LocalDate.of(2026, 5, 1));
    private static final Observation SEEN =
            Observation.of(PaymentFact.SUBMITTED, "R-1").seenAt(NOON).build();

    @Test
    void capabilities_say_all_that_they_were_told() {
        Limits limits = new Limits(cad("0.01"), cad("25000.00"));
        Idempotency keys = Idempotency.of(Idempotency.Mode.LOOKUP, 64);
        Capabilities can = Capabilities.of(Flow.DIRECT_DEBIT, limits, keys)
                .can(Operation.FIND, Operation.CANCEL)
                .effort(Effort.NONE)
                .partialPayment()
                .needsMandate()
                .messagesProve(Proof.ORIGIN)
                .longestReference(35)
                .expires(Duration.ofHours(2), Duration.ofDays(30))
                .reversibleFor(Duration.ofDays(90))
                .fee(cad("1.50"))
                .settlesWithin(3)
                .build();
        assertThat(can.flow()).isEqualTo(Flow.DIRECT_DEBIT);
        assertThat(can.limits()).isEqualTo(Map.of("CAD", limits));
        assertThat(can.operations()).containsExactly(Operation.FIND, Operation.CANCEL);
        assertThat(can.idempotency()).isSameAs(keys);
        assertThat(can.effort()).isEqualTo(Effort.NONE);
        assertThat(can.partialPayment()).isTrue();
        assertThat(can.needsMandate()).isTrue();
        assertThat(can.messages()).isEqualTo(Proof.ORIGIN);
        assertThat(can.longestReference()).isEqualTo(35);
        assertThat(can.shortestExpiry()).contains(Duration.ofHours(2));
        assertThat(can.longestExpiry()).contains(Duration.ofDays(30));
        assertThat(can.reversibleFor()).contains(Duration.ofDays(90));
        assertThat(can.fees()).isEqualTo(Map.of("CAD", cad("1.50")));
        assertThat(can.settlementDays()).isEqualTo(3);
        assertThat(can).hasToString("Capabilities[DIRECT_DEBIT, [CAD], [FIND, CANCEL]]");

        Capabilities plain =
                Capabilities.of(Flow.REQUEST, limits, keys).can(Operation.FIND).build();
        assertThat(plain.partialPayment()).isFalse();
        assertThat(plain.needsMandate()).isFalse();
        assertThat(plain.messages()).isEqualTo(Proof.NONE);
        assertThat(plain.shortestExpiry()).isEmpty();
    }

    @Test
    void look_ups_say_what_was_found_and_what_happened_before() {
        PayerAction action = PayerAction.follow(URI.create("https://pay.example/1"));
        Observation earlier =
                Observation.of(PaymentFact.DELIVERED, "R-1").seenAt(NOON).build();
        Lookup.Found found = Lookup.found(SEEN).after(List.of(earlier)).with(action);
        assertThat(found.kind()).isEqualTo(Lookup.Kind.FOUND);
        assertThat(found.observation()).isSameAs(SEEN);
        assertThat(found.earlier()).containsExactly(earlier);
        assertThat(found.payerAction()).contains(action);
        assertThat(found.toString()).contains("R-1").doesNotContain("pay.example");
        assertThat(Lookup.found(SEEN).payerAction()).isEmpty();
        assertThat(Lookup.absentForGood().kind()).isEqualTo(Lookup.Kind.ABSENT_FOR_GOOD);
        assertThat(Lookup.absentSoFar(NOON))
                .isEqualTo(new Lookup.AbsentSoFar(NOON))
                .extracting(Lookup::kind)
                .isEqualTo(Lookup.Kind.ABSENT_SO_FAR);
        Reason down = Reason.of(Category.PROVIDER_DOWN, Retry.now(), "down").coded("http", "503");
        assertThat(Lookup.unavailable(down).kind()).isEqualTo(Lookup.Kind.UNAVAILABLE);
        LookupKey key = LookupKey.of("k", "R-1").triedAt(NOON);
        assertThat(key.providerRef()).contains("R-1");
        assertThat(key.lastTry()).contains(NOON);
        assertThat(LookupKey.of("k").providerRef()).isEmpty();
        assertThat(LookupKey.of("k").lastTry()).isEmpty();
    }

    @Test
    void outcomes_keep_their_kinds_apart() {
        Reason reason = Reason.of(Category.LIMIT, Retry.never(), "");
        assertThat(Submission.acknowledged(SEEN).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
        assertThat(Submission.refused(reason).kind()).isEqualTo(Submission.Kind.REFUSED);
        assertThat(Submission.notSent(reason).kind()).isEqualTo(Submission.Kind.NOT_SENT);
        assertThat(Submission.unknown(reason, NOON).kind()).isEqualTo(Submission.Kind.UNKNOWN);
        assertThat(Submission.tooLate(SEEN).kind()).isEqualTo(Submission.Kind.TOO_LATE);
        assertThat(Submission.unsupported(Operation.AMEND).kind()).isEqualTo(Submission.Kind.UNSUPPORTED);
        assertThat(Submission.Kind.values())
                .extracting(Submission.Kind::code)
                .containsExactly("acknowledged", "refused", "not-sent", "unknown", "too-late", "unsupported");
    }

    @Test
    void commands_and_payers_are_equal_when_all_of_them_is() {
        assertThat(command("r", "en")).isEqualTo(command("r", "en")).hasSameHashCodeAs(command("r", "en"));
        assertThat(command("r", "en")).isNotEqualTo(command("s", "en")).isNotEqualTo(command("r", "fr"));
        CollectCommand command = command("r", "fr");
        assertThat(command.paymentId()).isEqualTo("P-1");
        assertThat(command.message()).isEqualTo("hello");
        assertThat(command.expiresAt()).contains(NOON);
        assertThat(command.returnTo()).contains(URI.create("https://shop.example/"));
        assertThat(command.payer().name()).isEqualTo("Acme");
        assertThat(command.payer().language()).isEqualTo("fr");
        assertThat(command.payer().email()).contains("ap@acme.example");
        assertThat(command.payer().phone()).contains("+15142227777");
        assertThat(Payer.of("A", "Acme")).isNotEqualTo(Payer.of("A", "Acme Inc."));
        assertThat(Payer.of("A", "Acme").email("x"))
                .isNotEqualTo(Payer.of("A", "Acme").email("y"));
        assertThat(Payer.of("A", "Acme").phone("x")).isNotEqualTo(Payer.of("A", "Acme"));
    }

    @Test
    void receptions_keep_their_kinds_apart() {
        assertThat(Reception.accepted(List.of(SEEN)).kind()).isEqualTo(Reception.Kind.ACCEPTED);
        assertThat(Reception.rejected(Reception.Why.STALE).kind()).isEqualTo(Reception.Kind.REJECTED);
        Reception challenged = Reception.challenged(Reception.Answer.of(200));
        assertThat(challenged.kind()).isEqualTo(Reception.Kind.CHALLENGED);
        assertThat(challenged.answer().status()).isEqualTo(200);
    }

    private static CollectCommand command(String reference, String language) {
        Payer payer = Payer.of("A", "Acme")
                .language(language)
                .email("ap@acme.example")
                .phone("+15142227777");
        return CollectCommand.of("P-1", payer)
                .forItems(List.of(SHARE))
                .reference(reference)
                .message("hello")
                .expiresAt(NOON)
                .returnTo(URI.create("https://shop.example/"))
                .build();
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
