package io.receivables.payments.manual;

import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Payment by bank transfer: the payer is told the account, the bank, the payee and what to quote. Nothing is kept and nobody
 * is asked, so the provider never says that money came: the account's statements do, by the reference. Without a register
 * it can do no harm either: the same key makes the same instructions, on any machine and after any restart.
 */
public final class Transfers implements PaymentProviderFactory {
    static final ConfigKey<String> ACCOUNT = ConfigKey.text("account", "the account's number, as the payer writes it");
    static final ConfigKey<String> BANK =
            ConfigKey.text("bank", "the account's bank: its name, or a number such as a BIC");
    static final ConfigKey<Integer> SETTLEMENT_DAYS = ConfigKey.integer(
                    "settlementDays", "business days from the payer's order to the money")
            .where(days -> days >= 0 && days <= 90, "from 0 to 90")
            .orElse(1);

    /** For {@link java.util.ServiceLoader}, and for whoever needs no search. */
    public Transfers() {
        // nothing to keep: all that matters comes with the configuration
    }

    @Override
    public String id() {
        return "bank-transfer";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public ConfigSpec config() {
        return ConfigSpec.of(
                ManualKeys.PAYEE,
                ACCOUNT,
                BANK,
                SETTLEMENT_DAYS,
                ManualKeys.MOST,
                ManualKeys.LEAST,
                ManualKeys.FEE,
                ManualKeys.REFERENCE_LENGTH,
                ManualKeys.REFERENCE_SIGNS);
    }

    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        Map<String, String> account = new LinkedHashMap<>();
        account.put("payee", config.get(ManualKeys.PAYEE));
        account.put("account", config.get(ACCOUNT));
        account.put("bank", config.get(BANK));
        return new TransferProvider(
                new Demands(capabilities(config), ManualKeys.references(config)), account, runtime.clock());
    }

    private static Capabilities capabilities(ProviderConfig config) {
        Capabilities.Builder capabilities = Capabilities.of(
                        Flow.INSTRUCTION, ManualKeys.limits(config), Idempotency.of(Idempotency.Mode.NONE, 64))
                .effort(Effort.FILL_IN)
                .partialPayment()
                .longestReference(config.get(ManualKeys.REFERENCE_LENGTH))
                .settlesWithin(config.get(SETTLEMENT_DAYS));
        config.find(ManualKeys.FEE).ifPresent(capabilities::fee);
        return capabilities.build();
    }
}
