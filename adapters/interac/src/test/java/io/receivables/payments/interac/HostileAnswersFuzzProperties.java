package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A remote side that answers anything: nothing is thrown, and nothing that is not a deposit to the cent is money. */
class HostileAnswersFuzzProperties {
    private static final Map<FakeDialect, ProviderConfig> CONFIGS = new EnumMap<>(FakeDialect.class);

    /** What a remote side says where all is well: the words from which nonsense is made. */
    private static final List<String> WORDS = List.of(
            "[{\"referenceNumber\":\"CA1MR1\",\"sourceMoneyRequestId\":\"key-1\",\"status\":8,\"currency\":\"CAD\","
                    + "\"fulfillAmount\":800.00,\"notificationStatus\":0,\"paymentGatewayUrl\":\"https://p.example/\"}]",
            "{\"referenceNumber\":\"CA1MR1\",\"paymentGatewayUrl\":\"https://p.example/\"}",
            "{\"data\":{\"payment_id\":\"PAY1\",\"request_for_payment_status\":\"DEPOSIT_COMPLETE\","
                    + "\"transaction_status\":\"ACCC\",\"original_end_to_end_identification\":\"key-1\","
                    + "\"acceptance_datetime\":\"2026-05-11T08:00:00Z\",\"amount\":{\"amount\":800.00,\"currency\":\"CAD\"},"
                    + "\"remittance_information\":{\"structured\":[{\"referred_document_information\":[{\"number\":\"F-1\","
                    + "\"related_date\":\"2026-05-01\"}],\"referred_document_amount\":{\"remitted_amount\":"
                    + "{\"amount\":800.00,\"currency\":\"CAD\"}}}]}},\"notifications\":[]}",
            "{\"data\":[{\"payment_id\":\"PAY1\",\"gateway_url\":\"https://p.example/\",\"notification_status\":\"SENT\"}]}",
            "{\"data\":{\"payment_id\":\"PAY1\",\"clearing_system_reference\":\"CA1MR1\"}}",
            "{\"data\":{\"status\":\"SUCCESS\"}}",
            "{\"code\":\"E1\",\"message\":\"no\"}",
            "{\"notifications\":[{\"code\":\"E1\",\"message\":\"no\"}]}");

    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "8",
            "-1",
            "0",
            "1e400",
            "1E-400",
            "99999999999999999999",
            "0.001",
            "\"\"",
            "\"8\"",
            "\"CAD\"",
            "\"DEPOSIT_COMPLETE\"",
            "[]",
            "{}",
            "[[[[",
            "}}",
            ",",
            ":",
            "\"\u0000\"",
            "\"\\ud800\"",
            "\"a\\u0000b\"",
            "\"https://[\"",
            "\"2026-02-30\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"key-1\"",
            "/*",
            "NaN");

    private static InteracFake fake;

    @BeforeContainer
    static void configure() {
        fake = InteracFake.start(() -> Scene.START);
        URI nowhere = URI.create("https://remote.example");
        CONFIGS.put(
                FakeDialect.PUBLIC_API,
                config(new InteracFactory(), Settings.publicApi(nowhere), Settings.publicApiSecrets()));
        CONFIGS.put(FakeDialect.BANK, config(new InteracBankFactory(), Settings.bank(nowhere), Settings.bankSecrets()));
    }

    @AfterContainer
    static void end() {
        fake.close();
    }

    private static ProviderConfig config(
            PaymentProviderFactory factory, Map<String, String> values, Map<String, String> secrets) {
        Map<String, Secret> sealed = new HashMap<>();
        secrets.forEach((name, text) -> sealed.put(name, Secret.of(text)));
        return ProviderConfig.of(factory.config(), values, sealed);
    }

    private static PaymentProvider provider(FakeDialect dialect, HttpExchange http) {
        PaymentProviderFactory factory = dialect == FakeDialect.BANK ? new InteracBankFactory() : new InteracFactory();
        int[] ids = {0};
        return factory.create(
                CONFIGS.get(dialect), new ProviderRuntime(() -> Scene.START, () -> "id-" + ++ids[0], http));
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> mutated = Combinators.combine(
                        Arbitraries.of(WORDS),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(PIECES))
                .as(HostileAnswersFuzzProperties::mutated);
        return Arbitraries.frequencyOf(Tuple.of(1, text), Tuple.of(3, Arbitraries.of(WORDS)), Tuple.of(8, mutated));
    }

    /** Some characters of a text replaced by a piece. */
    private static String mutated(String text, double where, int length, String piece) {
        int at = (int) (where * text.length());
        return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + length));
    }

    @Provide
    Arbitrary<HttpResult> results() {
        Arbitrary<HttpResult> answers = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, 200),
                                Tuple.of(1, 204),
                                Tuple.of(1, 400),
                                Tuple.of(1, 401),
                                Tuple.of(1, 404),
                                Tuple.of(1, 409),
                                Tuple.of(1, 500),
                                Tuple.of(1, 302)),
                        bodies())
                .as(HostileAnswersFuzzProperties::answer);
        return Arbitraries.frequencyOf(
                Tuple.of(12, answers),
                Tuple.of(1, Arbitraries.of(new HttpResult.NotSent("x"), new HttpResult.Unknown("y"))));
    }

    private static HttpResult answer(int status, String body) {
        return new HttpResult.Answer(status, HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(body));
    }

    /** Tokens are given as they should be, so that the answers behind them are reached; then comes whatever comes. */
    private static HttpExchange answering(List<HttpResult> results, List<String> bodies) {
        int[] next = {0};
        return (request, call) -> {
            String path = request.uri().getPath();
            if (path.endsWith("/access-tokens") || path.endsWith("/getToken")) {
                return answer(200, "{\"access_token\":\"t\"}");
            }
            HttpResult result = results.get(next[0]++ % results.size());
            if (result instanceof HttpResult.Answer answer) {
                bodies.add(answer.body().text());
            }
            return result;
        };
    }

    @Property
    void no_answer_makes_a_provider_throw_or_see_money_that_is_not_there(
            @ForAll FakeDialect dialect, @ForAll("manyResults") List<HttpResult> results) {
        List<String> bodies = new ArrayList<>();
        PaymentProvider provider = provider(dialect, answering(results, bodies));
        CallContext call = new CallContext("key-1", Scene.START.plusSeconds(20));

        List<Observation> told = new ArrayList<>();
        told.addAll(observed(provider.initiate(Scene.command().build(), call)));
        told.addAll(observed(provider.find(LookupKey.of("key-1"), call)));
        told.addAll(observed(
                provider.find(LookupKey.of("key-1", dialect == FakeDialect.BANK ? "PAY1" : "CA1MR1"), call)));
        told.addAll(observed(provider.cancel("PAY1", "r", call)));
        told.addAll(observed(provider.amend("CA1MR1", Scene.command().build(), call)));
        told.addAll(observed(provider.remind("CA1MR1", call)));
        ObservationPage page = provider.poll("", 5, call);
        told.addAll(page.observations());

        assertThat(page.observations()).hasSizeLessThanOrEqualTo(5);
        for (Observation each : told) {
            if (each.fact().isMoneyIn()) {
                String plain = each.amount().orElseThrow().amount().toPlainString();
                assertThat(bodies).anyMatch(body -> saysDeposited(body) && body.contains(withoutZeros(plain)));
            }
            assertThat(each.fact().isMoneyBack()).isFalse();
            assertThat(each.toString()).doesNotContain("Zenobia");
        }
    }

    private static String withoutZeros(String plain) {
        return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
    }

    private static boolean saysDeposited(String body) {
        return body.contains("8") || body.contains("DEPOSIT_COMPLETE");
    }

    @Provide
    Arbitrary<List<HttpResult>> manyResults() {
        return results().list().ofMinSize(1).ofMaxSize(8);
    }

    private static List<Observation> observed(Submission outcome) {
        return switch (outcome.kind()) {
            case ACKNOWLEDGED -> List.of(((Submission.Acknowledged) outcome).observation());
            case TOO_LATE -> List.of(((Submission.TooLate) outcome).observation());
            default -> List.of();
        };
    }

    private static List<Observation> observed(Lookup lookup) {
        return lookup instanceof Lookup.Found found ? List.of(found.observation()) : List.of();
    }

    @Property
    void no_message_makes_a_provider_throw_or_see_money(@ForAll FakeDialect dialect, @ForAll("bodies") String body) {
        PaymentProvider provider = provider(dialect, (request, call) -> {
            throw new AssertionError("reading a message asks nobody");
        });
        assertThat(hints(provider, body)).allSatisfy(told -> {
            assertThat(told.trust()).isEqualTo(Observation.Trust.HINT);
            assertThat(told.fact().isMoneyIn()).isFalse();
            assertThat(told.amount()).isEmpty();
        });
    }

    /** Even what the bank signed may be anything. */
    @Property
    void no_signed_message_makes_a_provider_throw_or_see_money(@ForAll("claims") String claims) {
        PaymentProvider provider = provider(FakeDialect.BANK, (request, call) -> new HttpResult.NotSent("nobody"));
        assertThat(hints(provider, fake.signed(claims).body()))
                .allSatisfy(told -> assertThat(told.fact().isMoneyIn()).isFalse());
    }

    @Provide
    Arbitrary<String> claims() {
        String good = "{\"iss\":\"" + InteracFake.MESSAGE_ISSUER + "\",\"aud\":\"" + InteracFake.MESSAGE_AUDIENCE
                + "\",\"iat\":" + Scene.START.getEpochSecond() + ",\"exp\":" + (Scene.START.getEpochSecond() + 60)
                + ",\"payment_id\":\"PAY1\",\"new_status\":\"DEPOSIT_COMPLETE\"}";
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(PIECES))
                .as((where, length, piece) -> mutated(good, where, length, piece));
    }

    private static List<Observation> hints(PaymentProvider provider, String body) {
        Reception reception = provider.receive(
                new InboundMessage(HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(body), Scene.START));
        return Optional.of(reception)
                .filter(Reception.Accepted.class::isInstance)
                .map(each -> ((Reception.Accepted) each).observations())
                .orElse(List.of());
    }
}
