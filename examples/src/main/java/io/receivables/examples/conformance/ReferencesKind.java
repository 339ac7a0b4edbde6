package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.reference.Bic;
import io.receivables.core.reference.EpcQr;
import io.receivables.core.reference.Iban;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.webhook.StandardWebhooks;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Payment references and their check digits, IBANs, the texts of EPC codes, and the signatures of webhooks. */
final class ReferencesKind implements ConformanceKind {
    private static final String VALIDATE = "VALIDATE";
    private static final String GENERATE = "GENERATE";
    private static final String VALUE = "value";
    private static final String PAYLOAD = "payload";
    private static final String VALID = "valid";

    /** The lines of an EPC code, of which those at the end may be left out. */
    private static final int EPC_LINES = 12;

    @Override
    public String name() {
        return "references";
    }

    /** Texts of digits are no numbers: zeros on the left count. Empty lines at the end of a code do not. */
    @Override
    public JsonNode expectation(ConformanceCase given) {
        ObjectNode expect = given.expect().deepCopy();
        if (expect.path(VALUE).isTextual()) {
            expect.put(VALUE, quoted(expect.get(VALUE).textValue()));
        }
        if (expect.path(PAYLOAD).isTextual()) {
            expect.put(PAYLOAD, expect.get(PAYLOAD).textValue().replaceAll("\n+$", ""));
        }
        return expect;
    }

    private static String quoted(String digits) {
        return "\"" + digits + "\"";
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        String scheme = input.text("scheme");
        String operation = input.text("operation");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        String what = scheme + " " + operation;
        return switch (what) {
            case "EPC_QR PAYLOAD" -> answerPayload(input, answer);
            case "STANDARD_WEBHOOKS SIGN" -> answer.put("signature", signature(input));
            case "STANDARD_WEBHOOKS VERIFY" -> answer.put(VALID, isGenuine(input));
            case "IBAN " + VALIDATE -> answer.put(VALID, Iban.isValid(input.text(VALUE)));
            case "IBAN " + GENERATE -> answer.put(VALUE, quoted(iban(input).value()));
            default -> answerReference(scheme(scheme, what), operation, input, answer);
        };
    }

    private static ReferenceScheme scheme(String code, String what) {
        return Arrays.stream(ReferenceScheme.values())
                .filter(scheme -> scheme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotSupportedException(what));
    }

    private static JsonNode answerReference(ReferenceScheme scheme, String operation, Input input, ObjectNode answer) {
        return switch (operation) {
            case VALIDATE -> answer.put(VALID, scheme.isValid(input.text(VALUE)));
            case GENERATE ->
                answer.put(
                        VALUE, quoted(scheme.make(input.text("base")).printed().replace(" ", "")));
            default -> throw new NotSupportedException(scheme.code() + " " + operation);
        };
    }

    /** The country stands by itself or before the account. */
    private static Iban iban(Input input) {
        String base = input.text("base");
        if (input.has("country")) {
            return Iban.of(input.text("country"), base);
        }
        if (base.length() < 2) {
            throw new IllegalArgumentException("base \"" + base + "\" has no country");
        }
        return Iban.of(base.substring(0, 2), base.substring(2));
    }

    // ---- EPC codes

    private static JsonNode answerPayload(Input input, ObjectNode answer) {
        EpcQr code = new EpcQr(
                input.text("version"),
                optional(input, "bic").isEmpty() ? null : Bic.parse(input.text("bic")),
                input.text("name"),
                Iban.parse(input.text("iban")),
                Money.of(input.decimal("amount"), Money.currency("EUR")),
                optional(input, "purpose"),
                optional(input, "structured"),
                optional(input, "unstructured"),
                optional(input, "information"));
        String payload = code.payload();
        long lines = 1 + payload.chars().filter(c -> c == '\n').count();
        return answer.put(PAYLOAD, payload)
                .put("bytes", payload.getBytes(StandardCharsets.UTF_8).length + EPC_LINES - lines);
    }

    private static String optional(Input input, String field) {
        return input.has(field) ? input.text(field) : "";
    }

    // ---- webhooks

    private static String signature(Input input) {
        HttpHeaders headers = StandardWebhooks.sign(
                input.text("id"),
                seconds(input, "timestamp"),
                Payload.of(input.text("body")),
                Secret.of(input.text("secret")));
        return headers.firstValue(StandardWebhooks.SIGNATURE).orElseThrow();
    }

    private static boolean isGenuine(Input input) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        StandardWebhooks.ID, List.of(input.text("id")),
                        StandardWebhooks.TIMESTAMP,
                                List.of(input.decimal("timestamp").toPlainString()),
                        StandardWebhooks.SIGNATURE, List.of(input.text("header"))),
                (name, value) -> true);
        return StandardWebhooks.of(List.of(Secret.of(input.text("secret"))))
                .within(Duration.ofSeconds(input.integer("toleranceSeconds")))
                .wrong(new InboundMessage(headers, Payload.of(input.text("body")), seconds(input, "now")))
                .isEmpty();
    }

    private static Instant seconds(Input input, String field) {
        return Instant.ofEpochSecond(input.decimal(field).longValueExact());
    }
}
