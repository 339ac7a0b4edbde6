/** What applications call to be paid. Start at {@link io.receivables.payments.desk.PaymentDesk}. */
module io.receivables.payments.desk {
    requires transitive io.receivables.payments.spi;
    requires static transitive org.jspecify;

    exports io.receivables.payments.desk;
    exports io.receivables.payments.desk.choice;

    uses io.receivables.payments.spi.PaymentProviderFactory;
}
