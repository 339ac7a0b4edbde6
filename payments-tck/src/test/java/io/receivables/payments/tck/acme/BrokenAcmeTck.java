package io.receivables.payments.tck.acme;

import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The kit for one of the broken providers, which a parameter of the launcher names. Not run by itself. */
@ExtendWith(BrokenAcmeTck.Which.class)
class BrokenAcmeTck extends PaymentProviderTck {
    static final String NUMBER = "io.receivables.payments.tck.broken";

    private BrokenAcme broken = BrokenAcme.all().get(0);

    @Override
    protected ProviderHarness harness() {
        return new AcmeHarness(broken.factory());
    }

    static final class Which implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            int number =
                    context.getConfigurationParameter(NUMBER, Integer::valueOf).orElseThrow();
            ((BrokenAcmeTck) instance).broken = BrokenAcme.all().get(number);
        }
    }
}
