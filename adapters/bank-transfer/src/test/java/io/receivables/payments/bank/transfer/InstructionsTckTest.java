package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemotePayment;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Transfers without a register keep the contract, as far as it binds what asks nobody and keeps nothing. */
class InstructionsTckTest extends PaymentProviderTck {
    @Override
    protected ProviderHarness harness() {
        return new ProviderHarness() {
            @Override
            public PaymentProviderFactory factory() {
                return new Transfers();
            }

            @Override
            public RemoteSide remote(InstantSource clock) {
                return new Nobody();
            }

            @Override
            public Map<String, String> values(URI address) {
                return Map.of(
                        "payee", "Boulangerie Nord inc.",
                        "account", "006-12345-7654321",
                        "bank", "Banque de Gatineau",
                        "most", "CAD 250000.00");
            }

            @Override
            public CollectCommand.Builder command(String paymentId, Money amount) {
                return ProviderHarness.super.command(paymentId, amount).reference("");
            }
        };
    }

    /** The payer alone is told. */
    private static final class Nobody implements RemoteSide {
        @Override
        public List<RemotePayment> payments() {
            return List.of();
        }

        @Override
        public boolean keepsPayments() {
            return false;
        }
    }
}
