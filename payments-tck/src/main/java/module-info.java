import io.receivables.payments.spi.PaymentProviderFactory;

/**
 * The contract kit for authors of payment providers.
 *
 * <p>Start at {@link io.receivables.payments.tck.PaymentProviderTck}.
 */
module io.receivables.payments.tck {
    requires transitive io.receivables.payments.spi;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports io.receivables.payments.tck;

    uses PaymentProviderFactory;
}
