/**
 * Payment by cheque, a rail without an interface.
 *
 * <p>Start at {@link io.receivables.payments.manual.Cheques}.
 */
module io.receivables.payments.manual {
    requires transitive io.receivables.payments.spi;
    requires static transitive org.jspecify;

    exports io.receivables.payments.manual;

    provides io.receivables.payments.spi.PaymentProviderFactory with
            io.receivables.payments.manual.Cheques;
}
