/** Home of the payment provider SPI: the package is here, its first type is not written yet, so nothing is exported. */
module io.receivables.payments.spi {
    requires transitive io.receivables.core;
    requires static transitive org.jspecify;
}
