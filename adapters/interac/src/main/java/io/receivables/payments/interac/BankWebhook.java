package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reception;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bank's messages: a token that the bank signs, whose claims name a payment and its new status. The signature proves who sent it;
 * the amount is not among the claims, so the bank is asked before anything is booked.
 */
final class BankWebhook {
    /** How far the bank's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final List<PublicKey> keys;
    private final String issuer;
    private final String audience;

    BankWebhook(List<PublicKey> keys, String issuer, String audience) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
    }

    Reception receive(InboundMessage message) {
        Optional<Payload> signed = Jwt.verified(message.body().text(), keys);
        if (signed.isEmpty()) {
            return Reception.rejected(Reception.Why.BAD_SIGNATURE);
        }
        return Json.read(signed.get())
                .filter(JsonNode::isObject)
                .map(claims -> receive(claims, message.receivedAt()))
                .orElseGet(() -> Reception.rejected(Reception.Why.MALFORMED));
    }

    private Reception receive(JsonNode claims, Instant receivedAt) {
        if (!isForUs(claims)) {
            return Reception.rejected(Reception.Why.BAD_SIGNATURE);
        }
        Optional<String> payment = Json.name(claims, "payment_id");
        JsonNode issuedAt = claims.path("iat");
        boolean isTimed = isSeconds(claims.path("exp")) && (issuedAt.isMissingNode() || isSeconds(issuedAt));
        if (payment.isEmpty() || !isTimed) {
            return Reception.rejected(Reception.Why.MALFORMED);
        }
        return isFresh(claims, receivedAt)
                ? Reception.accepted(List.of(request(payment.get(), claims).hinted(receivedAt)))
                : Reception.rejected(Reception.Why.STALE);
    }

    /** What a bank signed for another receiver is no message to this one. */
    private boolean isForUs(JsonNode claims) {
        JsonNode aud = claims.path("aud");
        boolean isAudience = aud.isArray() ? isAmong(aud) : audience.equals(aud.textValue());
        return isAudience && issuer.equals(claims.path("iss").textValue());
    }

    private boolean isAmong(JsonNode several) {
        for (JsonNode each : several) {
            if (audience.equals(each.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeconds(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    /** Before {@code exp}, and not before {@code iat} by more than clocks differ. */
    private static boolean isFresh(JsonNode claims, Instant receivedAt) {
        long latest = receivedAt.plus(AHEAD).getEpochSecond();
        return receivedAt.getEpochSecond() < claims.path("exp").longValue()
                && claims.path("iat").longValue() <= latest;
    }

    private static MoneyRequest request(String payment, JsonNode claims) {
        String status = Json.name(claims, "new_status").orElse("");
        return MoneyRequest.of(payment, RequestStatus.named(status), status);
    }
}
