package io.receivables.payments.tck;

import io.receivables.payments.spi.Capabilities.Proof;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Reception.Why;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Chapter 7: messages that come in. */
final class MessageRules {
    private static final int DEEP = 20_000;

    private MessageRules() {}

    static void messageIsProvenBeforeItIsRead(Bench bench) {
        InboundMessage good = signedMessage(bench);
        Payload wider = Payload.of(good.body().text() + " ");
        isRejected(bench, with(wider, good), Why.BAD_SIGNATURE, "a message with a blank more behind it");
        for (Payload nonsense : nonsense(good)) {
            String what = "nonsense of " + nonsense.size() + " bytes under another message's signature";
            isRejected(bench, with(nonsense, good), Why.BAD_SIGNATURE, what);
        }
    }

    static void forgedMessageIsABadSignature(Bench bench) {
        InboundMessage good = signedMessage(bench);
        isAccepted(bench, good, "a message as the remote side sent it");
        // a signed token has its signature in its body: where there is no header, none can be taken away
        if (!good.headers().map().isEmpty()) {
            InboundMessage bare = new InboundMessage(headers(Map.of()), good.body(), good.receivedAt());
            isRejected(bench, bare, Why.BAD_SIGNATURE, "a message without a signature");
        }
        int size = good.body().size();
        for (int place : List.of(0, size / 3, size / 2, size - 1)) {
            byte[] bytes = good.body().bytes();
            bytes[place] ^= 1;
            Reception reception = bench.receive(with(Payload.of(bytes), good));
            // MALFORMED would mean that it was read before it was proven, which is another rule's matter
            bench.expect(
                    reception.kind() == Reception.Kind.REJECTED,
                    "BAD_SIGNATURE for a message of which byte " + place + " was changed",
                    reception);
        }
        if (!bench.harness().otherSecrets().isEmpty()) {
            bench.changeSecrets();
            isRejected(bench, good, Why.BAD_SIGNATURE, "a message signed with the secret of before");
        }
    }

    static void oldMessageIsStale(Bench bench) {
        InboundMessage good = signedMessage(bench);
        for (Duration apart : List.of(Duration.ofDays(2), Duration.ofDays(-2))) {
            Instant receivedAt = good.receivedAt().plus(apart);
            bench.clock.moveTo(receivedAt);
            InboundMessage late = new InboundMessage(good.headers(), good.body(), receivedAt);
            isRejected(bench, late, Why.STALE, "a message that comes " + apart + " after it was sent");
        }
    }

    static void genuineNonsenseIsMalformed(Bench bench) {
        InboundMessage good = message(bench);
        for (Payload nonsense : nonsense(good)) {
            InboundMessage signed = bench.remote
                    .signed(nonsense)
                    .orElseGet(() -> bench.can.messages() == Proof.NONE ? with(nonsense, good) : unsignable(bench));
            isRejected(bench, signed, Why.MALFORMED, "signed nonsense of " + nonsense.size() + " bytes");
        }
        bench.expect(bench.thrown.isEmpty(), "no exception for nonsense", bench.thrown);
        isAccepted(bench, good, "the next good message");
    }

    private static InboundMessage unsignable(Bench bench) {
        bench.needs(false, "the harness's remote side signs no message of the kit's");
        throw new IllegalStateException("skipped before");
    }

    private static List<Payload> nonsense(InboundMessage good) {
        byte[] body = good.body().bytes();
        return List.of(
                Payload.empty(),
                Payload.of("\u0000\u0001\u0002"),
                Payload.of(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xFE}),
                Payload.of("[".repeat(DEEP)),
                Payload.of("{\"a\":".repeat(DEEP)),
                Payload.of("<a>".repeat(DEEP)),
                Payload.of(Arrays.copyOf(body, body.length / 2)));
    }

    static void headerNamesCountInAnyCase(Bench bench) {
        InboundMessage good = message(bench);
        List<UnaryOperator<String>> cases = List.of(
                name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT), MessageRules::mixed);
        for (UnaryOperator<String> write : cases) {
            Map<String, List<String>> renamed = new TreeMap<>();
            good.headers().map().forEach((name, values) -> renamed.put(write.apply(name), values));
            InboundMessage same = new InboundMessage(headers(renamed), good.body(), good.receivedAt());
            isAccepted(bench, same, "a message with the headers " + renamed.keySet());
        }
    }

    private static String mixed(String name) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            mixed.append(i % 2 == 0 ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return mixed.toString();
    }

    static void unprovenWordIsAHint(Bench bench) {
        bench.needs(Operation.RECEIVE);
        bench.needs(bench.can.messages() != Proof.CONTENT, "messages of this provider prove all that they say");
        Reception.Accepted reception = isAccepted(bench, message(bench), "a message as the remote side sent it");
        List<Observation> believed = reception.observations().stream()
                .filter(told -> told.trust() != Observation.Trust.HINT)
                .toList();
        bench.expect(believed.isEmpty(), "nothing but a HINT", believed);
    }

    static void nothingInAMessageIsLost(Bench bench) {
        message(bench);
        message(bench);
        Set<String> apart = new HashSet<>();
        for (InboundMessage message : bench.remote.messages()) {
            apart.addAll(told(bench, bench.provider, message, "a message as the remote side sent it"));
        }
        List<InboundMessage> latestFirst = new ArrayList<>(bench.remote.messages());
        Collections.reverse(latestFirst);
        PaymentProvider restarted = bench.restarted();
        Set<String> reordered = new HashSet<>();
        for (InboundMessage message : latestFirst) {
            reordered.addAll(told(bench, restarted, message, "a message that comes early, after a restart"));
        }
        bench.expect(reordered.equals(apart), "all of " + apart + " in the reverse order", reordered);
        InboundMessage together = bench.remote.allInOne().orElse(null);
        if (together != null) {
            Set<String> inOne = told(bench, bench.provider, together, "a message of many events");
            bench.expect(inOne.equals(apart), "all of " + apart + " from one message", inOne);
        }
    }

    /** The names of the events that a message tells of. */
    private static Set<String> told(Bench bench, PaymentProvider by, InboundMessage message, String what) {
        Reception reception = bench.receive(by, message);
        bench.expect(reception.kind() == Reception.Kind.ACCEPTED, "ACCEPTED for " + what, reception);
        List<Observation> observations = ((Reception.Accepted) reception).observations();
        bench.expect(!observations.isEmpty(), "what happened is observed from " + what, reception);
        return observations.stream().map(Observation::eventId).collect(Collectors.toSet());
    }

    static void readingAsksNobody(Bench bench) {
        InboundMessage message = message(bench);
        int before = bench.requests();
        bench.receive(message);
        int asked = bench.requests() - before;
        bench.expect(asked == 0, "no request while a message is read", asked + " requests");
    }

    /** A message of the remote side's, of something that just happened. */
    private static InboundMessage message(Bench bench) {
        bench.needs(Operation.RECEIVE);
        bench.after(bench.firstOf(Happening.SETTLE, Happening.ACCEPT, Happening.DECLINE, Happening.EXPIRE));
        List<InboundMessage> sent = bench.remote.messages();
        bench.needs(!sent.isEmpty(), "the harness's remote side sends no messages");
        return sent.get(sent.size() - 1);
    }

    private static InboundMessage signedMessage(Bench bench) {
        bench.needs(Operation.RECEIVE);
        bench.needs(bench.can.messages() != Proof.NONE, "messages of this provider prove nothing");
        return message(bench);
    }

    private static InboundMessage with(Payload body, InboundMessage message) {
        return new InboundMessage(message.headers(), body, message.receivedAt());
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private static void isRejected(Bench bench, InboundMessage message, Why why, String what) {
        Reception reception = bench.receive(message);
        boolean isRight = reception instanceof Reception.Rejected rejected && rejected.why() == why;
        bench.expect(isRight, why + " for " + what, reception);
    }

    private static Reception.Accepted isAccepted(Bench bench, InboundMessage message, String what) {
        Reception reception = bench.receive(message);
        bench.expect(reception.kind() == Reception.Kind.ACCEPTED, "ACCEPTED for " + what, reception);
        return (Reception.Accepted) reception;
    }
}
