/**
 * Reads EN 16931 e-invoices, UBL 2.1 and CII, into {@link io.receivables.core.draft drafts}.
 *
 * <p>Start at {@link io.receivables.einvoice.EInvoiceReader}; what is read is listed at {@link io.receivables.einvoice}.
 */
module io.receivables.einvoice {
    requires transitive io.receivables.core;
    requires java.xml;
    requires static transitive org.jspecify;

    exports io.receivables.einvoice;
}
