package io.receivables.payments.bank.transfer;

import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payment by bank transfer: the payer is told the payee, the account and what to quote, with a code to scan where banking apps
 * read one; what came is read from the account's statements. Found by {@link java.util.ServiceLoader} it keeps a {@link
 * FileTransferRegister} at the configured path; a host with a store of its own begins {@link #with} it.
 *
 * <pre>{@code
 * TransferProvider transfers = Transfers.with(register).create(config, runtime);
 * TransferIntake intake = transfers.take(statements, book);
 * CashRun run = CashApplication.of(ledger, book, intake.others(), options);   // the lines of no transfer that was asked for
 * }</pre>
 *
 * <p>Without a register there are instructions and nothing more: the provider never says that money came. It can do no harm
 * either, since the same key makes the same instructions, on any machine and after any restart.
 */
public final class Transfers implements PaymentProviderFactory {
    private static final int LONGEST_KEY = 64;

    private final @Nullable TransferRegister register;

    /** For {@link java.util.ServiceLoader}: the register is a file, where one is configured. */
    public Transfers() {
        this(null);
    }

    private Transfers(@Nullable TransferRegister register) {
        this.register = register;
    }

    /** Transfers over a register of the host's own; the configuration then has no {@code register}. */
    public static Transfers with(TransferRegister register) {
        return new Transfers(register);
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
        List<ConfigKey<?>> keys = new ArrayList<>(TransferKeys.all());
        if (register == null) {
            keys.add(TransferKeys.REGISTER);
        }
        return ConfigSpec.of(keys.toArray(ConfigKey<?>[]::new));
    }

    /**
     * A provider.
     *
     * @throws IllegalArgumentException if parts of the configuration do not go together, or the register cannot be opened; says
     *     which
     */
    @Override
    public TransferProvider create(ProviderConfig config, ProviderRuntime runtime) {
        TransferAccount account = TransferKeys.account(config);
        TransferRegister kept = register == null
                ? config.find(TransferKeys.REGISTER).map(Transfers::open).orElse(null)
                : register;
        return new TransferProvider(
                capabilities(config, account.references(), kept != null), account, kept, runtime.clock());
    }

    private static Capabilities capabilities(
            ProviderConfig config, TransferReferences references, boolean hasRegister) {
        Idempotency.Mode mode = hasRegister ? Idempotency.Mode.LOOKUP : Idempotency.Mode.NONE;
        Capabilities.Builder capabilities = Capabilities.of(
                        Flow.INSTRUCTION, TransferKeys.limits(config), Idempotency.of(mode, LONGEST_KEY))
                .effort(Effort.FILL_IN)
                .partialPayment()
                .longestReference(references.longest())
                .reversibleFor(config.get(TransferKeys.RETURN_WINDOW))
                .settlesWithin(config.get(TransferKeys.SETTLEMENT_DAYS));
        if (hasRegister) {
            capabilities.can(Operation.FIND, Operation.POLL);
        }
        config.find(TransferKeys.FEE).ifPresent(capabilities::fee);
        return capabilities.build();
    }

    private static TransferRegister open(String path) {
        try {
            return FileTransferRegister.at(Path.of(path));
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
