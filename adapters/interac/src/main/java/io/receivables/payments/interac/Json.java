package io.receivables.payments.interac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;

/**
 * JSON from a remote side that may say anything: bounded in size and depth, amounts exact, and whatever is not as expected is
 * absent rather than an exception.
 */
final class Json {
    static final Currency CAD = Money.currency("CAD");

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 100_000;

    /** What a remote side calls a request, a status or an error: no text with blanks that could tell of a person. */
    private static final String NAME = "[A-Za-z0-9._:-]{1,128}";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(HttpExchange.MOST_BYTES)
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A document; empty for what is none. */
    static Optional<JsonNode> read(Payload body) {
        try {
            JsonNode node = MAPPER.readTree(body.bytes());
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IOException | NumberFormatException e) {
            // what nobody can read is as good as nothing
            return Optional.empty();
        }
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }

    /** A text that is a name of something at the remote side. */
    static Optional<String> name(JsonNode node, String field) {
        return text(node, field).flatMap(Json::name);
    }

    static Optional<String> name(String text) {
        return text.matches(NAME) ? Optional.of(text) : Optional.empty();
    }

    /** An amount above zero that is a JSON number and has no more decimals than CAD. */
    static Optional<Money> cad(JsonNode number) {
        return Optional.of(number)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(amount -> amount.signum() > 0 && Money.fits(amount, CAD))
                .map(amount -> Money.of(amount, CAD));
    }

    static Optional<Instant> instant(JsonNode node, String field) {
        return text(node, field).flatMap(Json::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A page that a payer can be led to: absolute, and one that a browser opens. */
    static Optional<URI> page(JsonNode node, String field) {
        return text(node, field).flatMap(Json::uri).filter(uri -> uri.getHost() != null);
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean isPage = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return isPage ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
