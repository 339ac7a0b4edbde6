package io.receivables.payments.interac;

import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

class InteracTckTest extends PaymentProviderTck {
    @Override
    protected ProviderHarness harness() {
        return new Harness();
    }

    private static final class Harness implements ProviderHarness {
        @Override
        public PaymentProviderFactory factory() {
            return new InteracFactory();
        }

        @Override
        public RemoteSide remote(InstantSource clock) {
            return new FakeSide(FakeDialect.PUBLIC_API, clock);
        }

        @Override
        public Map<String, String> values(URI address) {
            return Settings.publicApi(URI.create(address + "/publicapi/api"));
        }

        @Override
        public Map<String, String> secrets() {
            return Settings.publicApiSecrets();
        }
    }
}
