package io.receivables.core.reference;

import io.receivables.core.Money;
import io.receivables.core.internal.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a QR code says that starts a SEPA credit transfer in the payer's banking app (EPC069-12 v2.1, "GiroCode").
 *
 * <pre>{@code
 * EpcQr.to("Wikimedia Foerdergesellschaft", Iban.parse("DE33 1002 0500 0001 1947 00"), Money.of("123.45", "EUR"))
 *         .withReference(ReferenceScheme.RF.make("539007547034"))
 *         .payload();
 * }</pre>
 *
 * <p>The payer sees the text, and can change it. Absent texts are empty.
 *
 * @param version {@link #WITHOUT_BIC}, or {@link #WITH_BIC}, which needs one
 * @param bic the payee's bank; needed outside of the European Economic Area
 * @param name the payee's, of 1 to 70 characters
 * @param iban the payee's
 * @param amount 0.01 to 999999999.99 EUR
 * @param purpose a code of up to 4 capital letters and digits, such as GDDS
 * @param reference a structured reference of up to 35 characters; excludes {@code text}
 * @param text an unstructured remittance text of up to 140 characters; excludes {@code reference}
 * @param information for the payer, of up to 70 characters
 */
public record EpcQr(
        String version,
        @Nullable Bic bic,
        String name,
        Iban iban,
        Money amount,
        String purpose,
        String reference,
        String text,
        String information) {
    /** The version that needs a BIC. */
    public static final String WITH_BIC = "001";

    /** The version that does not need a BIC within the European Economic Area. */
    public static final String WITHOUT_BIC = "002";

    /** The bytes of a QR code of version 13 with error correction M, the largest that is allowed. */
    private static final int MOST_BYTES = 331;

    private static final int NAME = 70;
    private static final int PURPOSE = 4;
    private static final int REFERENCE = 35;
    private static final int TEXT = 140;
    private static final int INFORMATION = 70;

    /**
     * The details of a transfer.
     *
     * @throws IllegalArgumentException if something does not fit; the message names the field, the value and the fix
     */
    public EpcQr {
        Checks.that(
                version.equals(WITH_BIC) || version.equals(WITHOUT_BIC),
                () -> "version \"" + Characters.shown(version) + "\" is unknown: use 001 or 002");
        Checks.that(
                bic != null || version.equals(WITHOUT_BIC),
                () -> "version 001 needs a BIC: give one before asking for it, or use version 002");
        Fields.required(name, "name", NAME);
        Objects.requireNonNull(iban, "iban");
        Checks.that(
                amount.currency().getCurrencyCode().equals("EUR"),
                () -> "amount " + amount + " is not in EUR: a SEPA transfer is");
        Fields.amount(amount);
        Fields.optional(purpose, "purpose", PURPOSE);
        Fields.made(purpose, "purpose", Characters::isLetterOrDigit);
        Fields.optional(reference, "reference", REFERENCE);
        Fields.optional(text, "text", TEXT);
        Fields.optional(information, "information", INFORMATION);
        String structured = reference;
        Checks.that(
                reference.isEmpty() || text.isEmpty(),
                () -> "reference \"" + structured + "\" and a text exclude each other: give one of them");
        int bytes = payload(version, bic, name, iban, amount, purpose, reference, text, information)
                .getBytes(StandardCharsets.UTF_8)
                .length;
        Checks.that(
                bytes <= MOST_BYTES,
                () -> "the payload has " + bytes + " bytes in UTF-8: at most " + MOST_BYTES
                        + " fit; shorten the text or the name");
    }

    /** A transfer of an amount to an account, version 002, with nothing else said. */
    public static EpcQr to(String name, Iban iban, Money amount) {
        return new EpcQr(WITHOUT_BIC, null, name, iban, amount, "", "", "", "");
    }

    public EpcQr withBic(Bic bic) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    /** This transfer in another version; 001 only once it has a BIC. */
    public EpcQr withVersion(String version) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    public EpcQr withPurpose(String purpose) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    /** This transfer with a structured reference; banks expect one of {@link ReferenceScheme#RF}. */
    public EpcQr withReference(PaymentReference reference) {
        return withReference(reference.value());
    }

    /** This transfer with a structured reference that is not checked. */
    public EpcQr withReference(String reference) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    public EpcQr withText(String text) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    public EpcQr withInformation(String information) {
        return new EpcQr(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    /** The text of the code: lines that end in LF, without the empty ones at the end. To be encoded in UTF-8. */
    public String payload() {
        return payload(version, bic, name, iban, amount, purpose, reference, text, information);
    }

    private static String payload(
            String version, @Nullable Bic bic, String name, Iban iban, Money amount, String... rest) {
        StringBuilder lines = new StringBuilder(String.join(
                "\n",
                "BCD",
                version,
                "1",
                "SCT",
                bic == null ? "" : bic.value(),
                name,
                iban.value(),
                "EUR" + amount.amount().toPlainString()));
        Arrays.stream(rest).forEach(line -> lines.append('\n').append(line));
        int end = lines.length();
        while (lines.charAt(end - 1) == '\n') {
            end--;
        }
        return lines.substring(0, end);
    }
}
