package io.receivables.payments.tck;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Chapter 9: what nobody sees. */
final class SecrecyRules {
    /** A secret that is shorter may be in a text by chance. */
    private static final int SHORTEST_SECRET = 12;

    private static final Set<Fault> TELLING = EnumSet.of(Fault.NO_CONNECTION, Fault.RESET_READ, Fault.ANSWER_GARBLED);

    private SecrecyRules() {}

    static void secretsAreSeenNowhere(Bench bench) {
        List<String> secrets = new ArrayList<>(bench.harness().secrets().values());
        bench.needs(!secrets.isEmpty(), "this provider has no secrets");
        secrets.stream().filter(each -> each.length() < SHORTEST_SECRET).forEach(each -> {
            throw new IllegalArgumentException(
                    "a secret of the harness has " + each.length() + " characters: give it 12 or more");
        });
        areNowhere(secrets, bench, true);
    }

    static void payersAreSeenNowhere(Bench bench) {
        Payer payer = bench.harness().payer();
        List<String> personal = Stream.of(Stream.of(payer.name()), payer.email().stream(), payer.phone().stream())
                .flatMap(each -> each)
                .toList();
        areNowhere(personal, bench, false);
    }

    private static void areNowhere(List<String> canaries, Bench bench, boolean alsoInAddresses) {
        List<String> seen = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        String printed = ProviderThreads.printed(() -> work(bench, seen, addresses));
        seen.add("printed: " + printed);
        bench.thrown.forEach(thrown -> seen.add("exception: " + causes(thrown)));
        if (alsoInAddresses) {
            seen.addAll(addresses);
        }
        List<String> forms = canaries.stream().flatMap(SecrecyRules::forms).toList();
        for (String text : seen) {
            for (String canary : forms) {
                String shown = text.replace(canary, "***");
                bench.expect(shown.equals(text), "no secret and no personal data", shown);
            }
        }
    }

    /** A text as it is, and as forms and headers write it. */
    private static Stream<String> forms(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                text,
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Has the provider do all that it can, well and badly, and notes whatever it says. */
    private static void work(Bench bench, List<String> seen, List<String> addresses) {
        seen.add(bench.provider + " " + bench.can + " " + bench.harness().factory() + " " + bench.config());
        doAll(bench, seen);
        bench.remote.refuseNext();
        seen.add(Telling.of(bench.initiate(bench.ask())));
        if (bench.remote.address().isPresent()) {
            noteAddresses(bench, addresses);
            // with what it asks for first, such as a token, and without
            for (Fault fault : TELLING) {
                disturbed(fault, bench, seen, addresses);
                try (Bench other = bench.another()) {
                    disturbed(fault, other, seen, addresses);
                    bench.thrown.addAll(other.thrown);
                }
            }
        }
    }

    private static void disturbed(Fault fault, Bench bench, List<String> seen, List<String> addresses) {
        bench.gateway().inject(fault, request -> true);
        doAll(bench, seen);
        noteAddresses(bench, addresses);
    }

    private static void noteAddresses(Bench bench, List<String> addresses) {
        bench.gateway().sent().forEach(request -> addresses.add("address: " + request.uri()));
    }

    private static void doAll(Bench bench, List<String> seen) {
        Bench.Ask ask = bench.ask();
        seen.add(ask.command() + " " + Telling.of(bench.initiate(ask)));
        String ref = bench.remote.payments().stream()
                .map(RemotePayment::providerRef)
                .reduce((one, later) -> later)
                .orElse("none");
        seen.add(Telling.of(bench.find(LookupKey.of(ask.key()))));
        seen.add(Telling.of(bench.find(LookupKey.of(ask.key(), ref))));
        CallRules.CHANGES.forEach(each -> seen.add(Telling.of(bench.change(each, ask, ref, bench.newKey()))));
        seen.add(Telling.of(bench.poll("", 10)));
        if (bench.can.can(Operation.RECEIVE)) {
            for (InboundMessage message : bench.remote.messages()) {
                seen.add(Telling.of(bench.receive(message)));
                Payload garbage = Payload.of(message.body().text() + "}");
                seen.add(Telling.of(
                        bench.receive(new InboundMessage(message.headers(), garbage, message.receivedAt()))));
            }
        }
    }

    /** What a log of an exception shows. */
    private static String causes(RuntimeException thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            text.append(each).append("; ");
        }
        return text.toString();
    }
}
