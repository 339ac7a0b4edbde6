/**
 * Draws the QR codes of payment instructions as SVG and PNG.
 *
 * <p>Start at {@link io.receivables.qr.QrImage}.
 */
module io.receivables.qr {
    requires transitive io.receivables.core;
    requires io.nayuki.qrcodegen;
    requires static transitive org.jspecify;

    exports io.receivables.qr;
}
