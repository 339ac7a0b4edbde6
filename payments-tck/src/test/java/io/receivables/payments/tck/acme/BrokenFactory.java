package io.receivables.payments.tck.acme;

import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.util.function.BiFunction;

/** Makes broken providers of Acme, or is broken itself. */
public final class BrokenFactory extends AcmeFactory {
    private final BiFunction<ProviderConfig, ProviderRuntime, PaymentProvider> maker;
    private String id = super.id();
    private int version = super.spiVersion();
    private ConfigSpec config = super.config();

    /** For the service loader, which looks at the type only. */
    public BrokenFactory() {
        this(AcmeProvider::new);
    }

    BrokenFactory(BiFunction<ProviderConfig, ProviderRuntime, PaymentProvider> maker) {
        this.maker = maker;
    }

    BrokenFactory named(String id) {
        this.id = id;
        return this;
    }

    BrokenFactory version(int version) {
        this.version = version;
        return this;
    }

    BrokenFactory wanting(ConfigSpec config) {
        this.config = config;
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int spiVersion() {
        return version;
    }

    @Override
    public ConfigSpec config() {
        return config;
    }

    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        return maker.apply(config, runtime);
    }
}
