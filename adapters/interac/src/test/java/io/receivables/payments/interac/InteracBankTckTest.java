package io.receivables.payments.interac;

import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

class InteracBankTckTest extends PaymentProviderTck {
    @Override
    protected ProviderHarness harness() {
        return new Harness();
    }

    private static final class Harness implements ProviderHarness {
        @Override
        public PaymentProviderFactory factory() {
            return new InteracBankFactory();
        }

        @Override
        public RemoteSide remote(InstantSource clock) {
            return new FakeSide(FakeDialect.BANK, clock);
        }

        @Override
        public Map<String, String> values(URI address) {
            return Settings.bank(URI.create(address + "/bank"));
        }

        @Override
        public Map<String, String> secrets() {
            return Settings.bankSecrets();
        }
    }
}
