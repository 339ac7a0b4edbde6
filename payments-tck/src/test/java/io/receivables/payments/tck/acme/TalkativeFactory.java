package io.receivables.payments.tck.acme;

import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;

/** Writes a log. */
public final class TalkativeFactory extends AcmeFactory {
    private static final System.Logger LOG = System.getLogger("acme");

    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        LOG.log(System.Logger.Level.TRACE, "made");
        return new AcmeProvider(config, runtime);
    }
}
