package io.receivables.payments.tck.acme;

import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Acme's provider, right or broken, before Acme's fake server. */
record AcmeHarness(PaymentProviderFactory factory) implements ProviderHarness {
    @Override
    public RemoteSide remote(InstantSource clock) {
        return new AcmeServer(clock);
    }

    @Override
    public Map<String, String> values(URI address) {
        return Map.of("baseUri", address.toString());
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("apiKey", AcmeServer.API_KEY, "webhookKey", AcmeServer.WEBHOOK_KEY);
    }

    @Override
    public Map<String, String> otherSecrets() {
        return Map.of("apiKey", "acme-api-key-other1", "webhookKey", "whsec_b3RoZXItd2ViaG9vay1rZXktMDk4NzY1NDMyMQ==");
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(150);
    }
}
