package io.receivables.payments.tck.acme;

import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Secret;
import java.net.URI;

/** Where Acme's provider begins. */
public class AcmeFactory implements PaymentProviderFactory {
    static final ConfigKey<URI> BASE = ConfigKey.uri("baseUri", "where Acme's server is");
    static final ConfigKey<Secret> API_KEY = ConfigKey.secret("apiKey", "for tokens");
    static final ConfigKey<Secret> WEBHOOK_KEY =
            ConfigKey.secret("webhookKey", "for messages").where(AcmeFactory::isWebhookKey, "whsec_ and Base64");

    private static boolean isWebhookKey(Secret key) {
        return key.reveal().matches("whsec_[A-Za-z0-9+/]+=*");
    }

    @Override
    public String id() {
        return "acme-pay";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public ConfigSpec config() {
        return ConfigSpec.of(BASE, API_KEY, WEBHOOK_KEY);
    }

    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        return new AcmeProvider(config, runtime);
    }
}
