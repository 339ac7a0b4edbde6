/**
 * Interac e-Transfer Request Money as payment providers.
 *
 * <p>Start at {@link io.receivables.payments.interac.InteracFactory} or {@link
 * io.receivables.payments.interac.InteracBankFactory}.
 */
module io.receivables.payments.interac {
    requires transitive io.receivables.payments.spi;
    requires com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.receivables.payments.interac;

    provides io.receivables.payments.spi.PaymentProviderFactory with
            io.receivables.payments.interac.InteracFactory,
            io.receivables.payments.interac.InteracBankFactory;
}
