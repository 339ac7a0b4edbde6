package io.receivables.payments.spi;

/**
 * Where a provider begins: what it is called, what it wants to be told, and how it is made. Found by {@link
 * java.util.ServiceLoader}, on the class path by {@code META-INF/services} and on the module path by {@code provides … with},
 * so it has a public constructor without parameters.
 */
public interface PaymentProviderFactory {
    /**
     * The generation of this interface. A host refuses a provider made for a newer one. Within one generation interfaces
     * grow by methods that have a default, and enums by constants.
     */
    int SPI_VERSION = 1;

    /** The provider's name in configurations and stores: lower-case letters, digits and hyphens, at most 40; never changed. */
    String id();

    /** {@link #SPI_VERSION} as it was when the provider was compiled: {@code return SPI_VERSION;}. */
    int spiVersion();

    /** What the provider wants to be told. Constant. */
    ConfigSpec config();

    /**
     * Makes a provider. No call to the remote side is made yet.
     *
     * @param config checked against {@link #config()}
     * @throws IllegalArgumentException if values that are right one by one do not go together; names the keys, never a
     *     secret's value
     */
    PaymentProvider create(ProviderConfig config, ProviderRuntime runtime);
}
