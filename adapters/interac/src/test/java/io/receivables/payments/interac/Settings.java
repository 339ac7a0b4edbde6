package io.receivables.payments.interac;

import io.receivables.payments.interac.fake.InteracFake;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Configurations with which the fake is spoken to. */
final class Settings {
    private Settings() {}

    static Map<String, String> publicApi(URI base) {
        return new HashMap<>(Map.of(
                "baseUrl",
                base.toString(),
                "thirdPartyAccessId",
                InteracFake.THIRD_PARTY_ACCESS_ID,
                "apiRegistrationId",
                InteracFake.API_REGISTRATION_ID,
                "deviceId",
                "host-1"));
    }

    static Map<String, String> publicApiSecrets() {
        return Map.of("sharedSecret", InteracFake.SHARED_SECRET);
    }

    static Map<String, String> bank(URI base) {
        Map<String, String> values = new HashMap<>(Map.of(
                "baseUrl", base.toString(),
                "clientId", InteracFake.CLIENT_ID,
                "keyId", InteracFake.CLIENT_KEY_ID,
                "audience", InteracFake.TOKEN_AUDIENCE,
                "scope", InteracFake.SCOPE,
                "customerProfileId", InteracFake.CUSTOMER_PROFILE_ID,
                "creditorName", "Northwind Traders Inc.",
                "bankKeys", InteracFake.bankPublicKey(),
                "messageIssuer", InteracFake.MESSAGE_ISSUER,
                "messageAudience", InteracFake.MESSAGE_AUDIENCE));
        return values;
    }

    static Map<String, String> bankSecrets() {
        return Map.of(
                "privateKey",
                InteracFake.clientPrivateKey(),
                "apiKey",
                InteracFake.API_KEY,
                "creditorAccount",
                "003-12345-7654321");
    }
}
