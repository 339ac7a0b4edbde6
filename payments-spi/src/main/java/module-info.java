/**
 * What a payment provider implements.
 *
 * <p>Start at {@link io.receivables.payments.spi.PaymentProvider}.
 */
module io.receivables.payments.spi {
    requires transitive io.receivables.core;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports io.receivables.payments.spi;
    exports io.receivables.payments.spi.http;
    exports io.receivables.payments.spi.register;
    exports io.receivables.payments.spi.webhook;
}
