package io.receivables.core.reference;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the QR code of a Swiss QR-bill says (Swiss Implementation Guidelines QR-bill v2.3: SPC, version 0200, structured addresses).
 *
 * <pre>{@code
 * StructuredAddress payee = new StructuredAddress("Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH");
 * SwissQr.of(Iban.parse("CH44 3199 9123 0008 8901 2"), payee, Money.of("1949.75", "CHF"), ReferenceScheme.QRR.make("21000000000313947143000901"))
 *         .payload();
 * }</pre>
 *
 * <p>A {@link ReferenceScheme#QRR} goes with a {@link Iban#isQrIban() QR-IBAN} and nothing else does; an ordinary IBAN goes with
 * {@link ReferenceScheme#RF} (called SCOR there) or with no reference. Absent texts are empty.
 *
 * @param iban of Switzerland or Liechtenstein
 * @param creditor who is paid
 * @param amount 0.01 to 999999999.99 CHF or EUR
 * @param debtor who pays, where it is known
 * @param reference QRR, RF or none
 * @param message up to 140 characters together with the billing information
 * @param billingInformation structured information for the payer's software, such as Swico's
 * @param alternativeSchemes up to two instructions for other ways to pay, of up to 100 characters each
 */
public record SwissQr(
        Iban iban,
        StructuredAddress creditor,
        Money amount,
        @Nullable StructuredAddress debtor,
        @Nullable PaymentReference reference,
        String message,
        String billingInformation,
        List<String> alternativeSchemes) {
    /** The bytes of a QR code of version 25 with error correction M, the largest that is allowed. */
    private static final int MOST_BYTES = 997;

    private static final int ADDRESS_LINES = 7;
    private static final int MESSAGES = 140;
    private static final int SCHEMES = 2;
    private static final int SCHEME = 100;

    /**
     * The details of a bill.
     *
     * @throws IllegalArgumentException if something does not fit; the message names the field, the value and the fix
     */
    public SwissQr {
        Checks.that(iban.isSwiss(), () -> "iban " + iban.value() + " is not of CH or LI: a QR-bill needs one that is");
        checkCharacters(creditor, "creditor");
        Checks.that(
                List.of("CHF", "EUR").contains(amount.currency().getCurrencyCode()),
                () -> "amount " + amount + " is not in CHF or EUR: a QR-bill is");
        Fields.amount(amount);
        if (debtor != null) {
            checkCharacters(debtor, "debtor");
        }
        checkReference(iban, reference);
        text(message, "message", MESSAGES);
        text(billingInformation, "billingInformation", MESSAGES);
        int both = length(message) + length(billingInformation);
        Checks.that(
                both <= MESSAGES,
                () -> "message and billingInformation have " + both + " characters together: at most " + MESSAGES
                        + " fit; shorten the message");
        alternativeSchemes = List.copyOf(alternativeSchemes);
        int count = alternativeSchemes.size();
        Checks.that(
                count <= SCHEMES,
                () -> "alternativeSchemes has " + count + " instructions: at most " + SCHEMES + " fit");
        for (String scheme : alternativeSchemes) {
            Fields.required(scheme, "alternativeSchemes", SCHEME);
            Fields.made(scheme, "alternativeSchemes", SwissQr::isPermitted);
        }
        int bytes = payload(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes)
                .getBytes(StandardCharsets.UTF_8)
                .length;
        Checks.that(
                bytes <= MOST_BYTES,
                () -> "the payload has " + bytes + " bytes in UTF-8: at most " + MOST_BYTES
                        + " fit; shorten the message or the addresses");
    }

    /** A bill without a reference, to be paid to an ordinary IBAN. */
    public static SwissQr of(Iban iban, StructuredAddress creditor, Money amount) {
        return new SwissQr(iban, creditor, amount, null, null, "", "", List.of());
    }

    /** A bill with a reference: QRR for a QR-IBAN, RF for an ordinary one. */
    public static SwissQr of(Iban iban, StructuredAddress creditor, Money amount, PaymentReference reference) {
        return new SwissQr(iban, creditor, amount, null, reference, "", "", List.of());
    }

    public SwissQr withDebtor(StructuredAddress debtor) {
        return new SwissQr(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes);
    }

    public SwissQr withMessage(String message) {
        return new SwissQr(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes);
    }

    public SwissQr withBillingInformation(String billingInformation) {
        return new SwissQr(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes);
    }

    public SwissQr withAlternativeSchemes(List<String> alternativeSchemes) {
        return new SwissQr(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes);
    }

    /** The text of the code: lines apart by LF. To be encoded in UTF-8. */
    public String payload() {
        return payload(iban, creditor, amount, debtor, reference, message, billingInformation, alternativeSchemes);
    }

    private static void checkReference(Iban iban, @Nullable PaymentReference reference) {
        boolean isQrr = reference != null && reference.scheme() == ReferenceScheme.QRR;
        Checks.that(
                reference == null || isQrr || reference.scheme() == ReferenceScheme.RF,
                () -> "reference " + Objects.requireNonNull(reference).printed()
                        + " is neither QRR nor RF: a QR-bill takes no other; put it into the message");
        Checks.that(
                isQrr || !iban.isQrIban(),
                () -> "iban " + iban.value()
                        + " is a QR-IBAN, which needs a QRR reference: make one, or use the ordinary" + " IBAN");
        Checks.that(
                !isQrr || iban.isQrIban(),
                () -> "iban " + iban.value() + " is no QR-IBAN, which a QRR reference needs: use the QR-IBAN, or an RF"
                        + " reference");
    }

    private static void checkCharacters(StructuredAddress address, String whose) {
        parts(address).forEach(part -> Fields.made(part, whose, SwissQr::isPermitted));
    }

    private static void text(String value, String name, int most) {
        Fields.optional(value, name, most);
        Fields.made(value, name, SwissQr::isPermitted);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Printable Latin characters: Basic Latin, Latin-1, Latin Extended-A, the Romanian S and T with comma below, the euro sign. */
    private static boolean isPermitted(int c) {
        return (c >= ' ' && c <= '~') || (c >= 0xA0 && c <= 0x17F) || (c >= 0x218 && c <= 0x21B) || c == '€';
    }

    private static List<String> parts(StructuredAddress address) {
        return List.of(
                address.name(),
                address.street(),
                address.buildingNumber(),
                address.postalCode(),
                address.town(),
                address.country());
    }

    private static String payload(
            Iban iban,
            StructuredAddress creditor,
            Money amount,
            @Nullable StructuredAddress debtor,
            @Nullable PaymentReference reference,
            String message,
            String billingInformation,
            List<String> alternativeSchemes) {
        List<String> lines = new ArrayList<>(List.of("SPC", "0200", "1", iban.value()));
        addAddress(creditor, lines);
        // the ultimate creditor: reserved, never filled in
        addAddress(null, lines);
        lines.add(amount.amount().toPlainString());
        lines.add(amount.currency().getCurrencyCode());
        addAddress(debtor, lines);
        if (reference == null) {
            lines.addAll(List.of("NON", ""));
        } else {
            lines.addAll(List.of(reference.scheme() == ReferenceScheme.QRR ? "QRR" : "SCOR", reference.value()));
        }
        lines.addAll(List.of(message, "EPD"));
        if (!billingInformation.isEmpty() || !alternativeSchemes.isEmpty()) {
            lines.add(billingInformation);
        }
        lines.addAll(alternativeSchemes);
        return String.join("\n", lines);
    }

    private static void addAddress(@Nullable StructuredAddress address, List<String> lines) {
        if (address == null) {
            lines.addAll(Collections.nCopies(ADDRESS_LINES, ""));
        } else {
            lines.add("S");
            lines.addAll(parts(address));
        }
    }
}
