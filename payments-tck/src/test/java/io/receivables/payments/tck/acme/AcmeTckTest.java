package io.receivables.payments.tck.acme;

import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;

/** Acme's provider keeps every rule that its capabilities speak of. */
class AcmeTckTest extends PaymentProviderTck {
    @Override
    protected ProviderHarness harness() {
        return new AcmeHarness(new AcmeFactory());
    }
}
