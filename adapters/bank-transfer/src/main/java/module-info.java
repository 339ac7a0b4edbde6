/**
 * Payment by bank transfer: instructions for the payer, and the money as the account's statements tell it.
 *
 * <p>Start at {@link io.receivables.payments.bank.transfer.Transfers}.
 */
module io.receivables.payments.bank.transfer {
    requires transitive io.receivables.payments.spi;
    requires static transitive org.jspecify;

    exports io.receivables.payments.bank.transfer;

    provides io.receivables.payments.spi.PaymentProviderFactory with
            io.receivables.payments.bank.transfer.Transfers;
}
