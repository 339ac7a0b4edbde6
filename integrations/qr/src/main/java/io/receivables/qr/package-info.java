/**
 * Pictures of the QR codes of payment instructions: {@link io.receivables.qr.QrImage}.
 *
 * <pre>{@code
 * QrImage image = QrImage.of(details.epcQr().orElseThrow());
 * Files.writeString(Path.of("pay.svg"), image.svg());
 * Files.write(Path.of("pay.png"), image.png(4));
 * }</pre>
 *
 * <p>The same text gives the same bytes. Neither picture needs the JDK's desktop module: SVG is text, and a PNG of black and white is
 * a header and compressed bits, so that a server without fonts or display can draw.
 */
@NullMarked
package io.receivables.qr;

import org.jspecify.annotations.NullMarked;
