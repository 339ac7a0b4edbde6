/**
 * Payment by cheque and by bank transfer, on rails without an interface.
 *
 * <p>Start at {@link io.receivables.payments.manual.Cheques} and {@link io.receivables.payments.manual.Transfers}.
 */
module io.receivables.payments.manual {
    requires transitive io.receivables.payments.spi;
    requires static transitive org.jspecify;

    exports io.receivables.payments.manual;

    provides io.receivables.payments.spi.PaymentProviderFactory with
            io.receivables.payments.manual.Cheques,
            io.receivables.payments.manual.Transfers;
}
