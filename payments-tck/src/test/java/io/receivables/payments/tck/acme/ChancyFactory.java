package io.receivables.payments.tck.acme;

import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.util.UUID;

/** Takes the names of its requests from the machine. */
public final class ChancyFactory extends AcmeFactory {
    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        return new AcmeProvider(config, runtime) {
            @Override
            String requestId() {
                return UUID.randomUUID().toString();
            }
        };
    }
}
