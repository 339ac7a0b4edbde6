package io.receivables.core.reference;

import io.receivables.core.Money;
import io.receivables.core.ProblemCode;
import io.receivables.core.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * How to pay by bank transfer: the block that stands on an invoice or a letter, and the code beside it.
 *
 * <pre>{@code
 * BankDetails details = BankDetails.of("Atelier Nord GmbH", Iban.parse("DE33100205000001194700"), Money.of("1234.56", "EUR"))
 *         .withReference(ReferenceScheme.RF.make("539007547034"));
 * details.text(Locale.FRENCH);
 * details.payload();
 * }</pre>
 *
 * <p>Absent texts are empty.
 *
 * @param payee the name of the account's holder, of 1 to 70 characters
 * @param address the payee's, which a Swiss code needs
 * @param iban the account, unless {@code account} is given
 * @param account the account where there are no IBANs, as it is written there, of up to 140 characters
 * @param bic of the payee's bank
 * @param bank the name of the payee's bank, of up to 140 characters
 * @param reference a structured reference that the payer is to state; excludes {@code message}
 * @param message what the payer is to state instead, such as an invoice number, of up to 140 characters
 * @param amount more than zero
 */
public record BankDetails(
        String payee,
        @Nullable StructuredAddress address,
        @Nullable Iban iban,
        String account,
        @Nullable Bic bic,
        String bank,
        @Nullable PaymentReference reference,
        String message,
        Money amount) {
    private static final int NAME = 70;
    private static final int TEXT = 140;
    private static final int THOUSANDS = 3;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    /**
     * The details of a transfer.
     *
     * @throws IllegalArgumentException if something is missing, too long or contradicts another part; the message names it
     */
    public BankDetails {
        Fields.required(payee, "payee", NAME);
        Fields.optional(account, "account", TEXT);
        String other = account;
        Checks.that(
                (iban == null) != account.isEmpty(),
                () -> other.isEmpty()
                        ? "neither iban nor account is given: the payer needs one"
                        : "account \"" + Characters.shown(other)
                                + "\" and an iban exclude each other: give one of them");
        Fields.optional(bank, "bank", TEXT);
        Fields.optional(message, "message", TEXT);
        String text = message;
        Checks.that(
                reference == null || message.isEmpty(),
                () -> "message \"" + Characters.shown(text)
                        + "\" and a reference exclude each other: give one of them");
        Money claimed = amount;
        Checks.that(claimed.isPositive(), () -> "amount " + claimed + " is nothing to be paid: give one above zero");
    }

    /** An amount to be paid to an IBAN. */
    public static BankDetails of(String payee, Iban iban, Money amount) {
        return new BankDetails(payee, null, iban, "", null, "", null, "", amount);
    }

    /** An amount to be paid to an account where there are no IBANs, such as {@code 003-12345-1234567} in Canada. */
    public static BankDetails ofAccount(String payee, String account, Money amount) {
        Fields.required(account, "account", TEXT);
        return new BankDetails(payee, null, null, account, null, "", null, "", amount);
    }

    public BankDetails withAddress(StructuredAddress address) {
        return new BankDetails(payee, address, iban, account, bic, bank, reference, message, amount);
    }

    public BankDetails withBic(Bic bic) {
        return new BankDetails(payee, address, iban, account, bic, bank, reference, message, amount);
    }

    public BankDetails withBank(String bank) {
        return new BankDetails(payee, address, iban, account, bic, bank, reference, message, amount);
    }

    public BankDetails withReference(PaymentReference reference) {
        return new BankDetails(payee, address, iban, account, bic, bank, reference, message, amount);
    }

    public BankDetails withMessage(String message) {
        return new BankDetails(payee, address, iban, account, bic, bank, reference, message, amount);
    }

    /**
     * The block as lines, in French where the locale's language is French and in English otherwise: IBAN and reference as they are
     * printed, the amount with the currency's code ({@code EUR 1,234.56}, {@code 1 234,56 EUR}).
     */
    public String text(Locale locale) {
        boolean isFrench = locale.getLanguage().equals("fr");
        ResourceBundle labels = ResourceBundle.getBundle(
                "io.receivables.core.reference.BankDetails", isFrench ? Locale.FRENCH : Locale.ENGLISH);
        List<String> lines = new ArrayList<>();
        add("payee", payee, labels, lines);
        add("iban", iban == null ? "" : iban.printed(), labels, lines);
        add("account", account, labels, lines);
        add("bic", bic == null ? "" : bic.value(), labels, lines);
        add("bank", bank, labels, lines);
        add("reference", statement(), labels, lines);
        add("amount", isFrench ? french() : english(), labels, lines);
        return String.join("\n", lines);
    }

    private static void add(String key, String text, ResourceBundle labels, List<String> lines) {
        if (!text.isEmpty()) {
            lines.add(ProblemCode.fill(labels, "line", Map.of("label", labels.getString(key), "text", text)));
        }
    }

    /** What the payer is to state: the reference as it is printed, or the message. */
    private String statement() {
        return reference == null ? message : reference.printed();
    }

    private String english() {
        return amount.currency().getCurrencyCode() + NO_BREAK_SPACE + number(',', '.');
    }

    private String french() {
        return number(NARROW_NO_BREAK_SPACE, ',')
                + NO_BREAK_SPACE
                + amount.currency().getCurrencyCode();
    }

    private String number(char separator, char point) {
        String plain = amount.amount().toPlainString();
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder number = new StringBuilder(plain.replace('.', point));
        for (int at = end - THOUSANDS; at > 0; at -= THOUSANDS) {
            number.insert(at, separator);
        }
        return number.toString();
    }

    /**
     * The text of a code that starts the transfer in a banking app: {@link #swissQr()} or else {@link #epcQr()}; empty where
     * neither is in use.
     *
     * @throws IllegalArgumentException if there would be one, but these details do not fit into it
     */
    public Optional<String> payload() {
        return swissQr().map(SwissQr::payload).or(() -> epcQr().map(EpcQr::payload));
    }

    /**
     * The code of a QR-bill: for CHF or EUR to an IBAN of Switzerland or Liechtenstein whose holder's {@link #address()} is given. A
     * reference that is neither QRR nor RF goes into the message.
     *
     * @throws IllegalArgumentException if these details do not fit into it, such as a QR-IBAN without a QRR
     */
    public Optional<SwissQr> swissQr() {
        String currency = amount.currency().getCurrencyCode();
        if (iban == null
                || !iban.isSwiss()
                || address == null
                || !List.of("CHF", "EUR").contains(currency)) {
            return Optional.empty();
        }
        StructuredAddress creditor = new StructuredAddress(
                payee,
                address.street(),
                address.buildingNumber(),
                address.postalCode(),
                address.town(),
                address.country());
        boolean isStructured = reference != null
                && (reference.scheme() == ReferenceScheme.QRR || reference.scheme() == ReferenceScheme.RF);
        return Optional.of(
                isStructured
                        ? SwissQr.of(iban, creditor, amount, Objects.requireNonNull(reference))
                        : SwissQr.of(iban, creditor, amount).withMessage(statement()));
    }

    /**
     * The code of a SEPA transfer: for EUR to an IBAN of the area that is no QR-IBAN, outside of the European Economic Area only
     * with a BIC. A reference that is no RF goes into the text, as it is printed.
     *
     * @throws IllegalArgumentException if these details do not fit into it, such as an amount above 999999999.99
     */
    public Optional<EpcQr> epcQr() {
        boolean isUsed = iban != null
                && amount.currency().getCurrencyCode().equals("EUR")
                && SepaArea.has(iban)
                && !iban.isQrIban()
                && (bic != null || SepaArea.isEconomicArea(iban));
        if (!isUsed) {
            return Optional.empty();
        }
        EpcQr code = EpcQr.to(payee, Objects.requireNonNull(iban), amount);
        EpcQr reachable = bic == null ? code : code.withBic(bic);
        return Optional.of(
                reference != null && reference.scheme() == ReferenceScheme.RF
                        ? reachable.withReference(reference)
                        : reachable.withText(statement()));
    }
}
