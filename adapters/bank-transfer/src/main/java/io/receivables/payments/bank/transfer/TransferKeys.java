package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.reference.Bic;
import io.receivables.core.reference.Iban;
import io.receivables.core.reference.ReferenceScheme;
import io.receivables.core.reference.StructuredAddress;
import io.receivables.payments.spi.Capabilities.Limits;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ProviderConfig;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a provider of transfers wants to be told, and what comes of it. */
final class TransferKeys {
    private static final String PLAIN = "plain";

    static final ConfigKey<String> PAYEE = ConfigKey.text("payee", "to whom the payer pays, as on the account");
    static final ConfigKey<String> IBAN = ConfigKey.text("iban", "the account, unless account is given")
            .where(Iban::isValid, "an IBAN whose check digits fit")
            .optional();
    static final ConfigKey<String> ACCOUNT = ConfigKey.text(
                    "account", "the account's number as the payer writes it, where there are no IBANs")
            .optional();
    static final ConfigKey<String> BIC = ConfigKey.text("bic", "the BIC of the account's bank")
            .where(text -> Bic.check(text).isEmpty(), "a BIC of 8 or 11 characters")
            .optional();
    static final ConfigKey<String> BANK = ConfigKey.text(
                    "bank", "the account's bank: its name, or a number that is no BIC")
            .optional();
    static final ConfigKey<String> STREET = addressPart("street", "the payee's street, for Swiss codes");
    static final ConfigKey<String> BUILDING = addressPart("building", "the number in the street");
    static final ConfigKey<String> POST_CODE = addressPart("postCode", "the payee's postal code");
    static final ConfigKey<String> TOWN = addressPart("town", "the payee's town");
    static final ConfigKey<String> COUNTRY = addressPart("country", "the payee's country, such as CH");
    static final ConfigKey<String> SCHEME = ConfigKey.text("scheme", "how references are written")
            .where(TransferKeys::isScheme, "one of " + schemes())
            .optional();
    static final ConfigKey<String> PREFIX = ConfigKey.text(
                    "referencePrefix", "with what references begin, so that they are known from others")
            .optional();
    static final ConfigKey<Money> MOST = ConfigKey.amount("most", "the greatest amount to ask for; gives the currency")
            .where(Money::isPositive, "above zero");
    static final ConfigKey<Money> LEAST = ConfigKey.amount("least", "the smallest amount to ask for; a cent otherwise")
            .where(Money::isPositive, "above zero")
            .optional();
    static final ConfigKey<Money> FEE = ConfigKey.amount("fee", "what one payment costs the seller")
            .where(fee -> !fee.isNegative(), "zero or more")
            .optional();
    static final ConfigKey<Integer> SETTLEMENT_DAYS = ConfigKey.integer(
                    "settlementDays", "business days from the payer's order to the money")
            .where(days -> days >= 0 && days <= 90, "from 0 to 90")
            .orElse(1);
    /** The bank of a SEPA payer may ask a transfer back for 10 business days because it was sent twice or by mistake. */
    static final ConfigKey<Duration> RETURN_WINDOW = ConfigKey.duration(
                    "returnWindow", "for how long after it came money may go back")
            .where(window -> !window.isNegative(), "zero or more")
            .orElse(Duration.ofDays(14));

    static final ConfigKey<String> REGISTER = ConfigKey.text(
                    "register", "the file in which it is recorded what was asked for and what came")
            .where(TransferKeys::isPath, "a path")
            .optional();

    private TransferKeys() {}

    private static ConfigKey<String> addressPart(String name, String meaning) {
        return ConfigKey.text(name, meaning).optional();
    }

    static List<ConfigKey<?>> all() {
        return List.of(
                PAYEE,
                IBAN,
                ACCOUNT,
                BIC,
                BANK,
                STREET,
                BUILDING,
                POST_CODE,
                TOWN,
                COUNTRY,
                SCHEME,
                PREFIX,
                MOST,
                LEAST,
                FEE,
                SETTLEMENT_DAYS,
                RETURN_WINDOW);
    }

    private static String schemes() {
        return Arrays.stream(ReferenceScheme.values())
                        .map(ReferenceScheme::code)
                        .collect(Collectors.joining(", "))
                + " or " + PLAIN;
    }

    private static boolean isScheme(String text) {
        return text.equalsIgnoreCase(PLAIN)
                || Arrays.stream(ReferenceScheme.values())
                        .anyMatch(scheme -> scheme.code().equals(text.toUpperCase(Locale.ROOT)));
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The limits.
     *
     * @throws IllegalArgumentException if the least and the most do not go together
     */
    static Limits limits(ProviderConfig config) {
        Money most = config.get(MOST);
        Money least = config.find(LEAST).orElse(Money.ofMinor(1, most.currency()));
        if (!least.currency().equals(most.currency())) {
            throw new IllegalArgumentException("least " + least + " and most " + most + " are of two currencies");
        }
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("least " + least + " is above most " + most);
        }
        return new Limits(least, most);
    }

    /**
     * The account.
     *
     * @throws IllegalArgumentException if parts of the configuration do not go together; says which
     */
    static TransferAccount account(ProviderConfig config) {
        Optional<Iban> iban = config.find(IBAN).map(Iban::parse);
        if (iban.isPresent() == config.find(ACCOUNT).isPresent()) {
            throw new IllegalArgumentException("iban and account: give one of the two");
        }
        TransferReferences references =
                new TransferReferences(scheme(config, iban), config.find(PREFIX).orElse(""));
        TransferAccount account = new TransferAccount(
                config.get(PAYEE),
                iban.orElse(null),
                config.find(ACCOUNT).orElse(""),
                config.find(BIC).map(Bic::parse).orElse(null),
                config.find(BANK).orElse(""),
                address(config).orElse(null),
                references);
        // says at once what does not fit into a code
        account.payload(limits(config).least(), references.made(""));
        return account;
    }

    private static @Nullable ReferenceScheme scheme(ProviderConfig config, Optional<Iban> iban) {
        boolean isQr = iban.filter(Iban::isQrIban).isPresent();
        String given = config.find(SCHEME)
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElseGet(() -> iban.isEmpty() ? PLAIN : isQr ? "QRR" : "RF");
        ReferenceScheme scheme = given.equalsIgnoreCase(PLAIN) ? null : ReferenceScheme.ofCode(given);
        if (isQr != (scheme == ReferenceScheme.QRR)) {
            throw new IllegalArgumentException(
                    isQr
                            ? "scheme " + given + " does not go with a QR-IBAN: use QRR, or the account's other IBAN"
                            : "scheme QRR only goes with a QR-IBAN: use another scheme, or the account's QR-IBAN");
        }
        return scheme;
    }

    private static Optional<StructuredAddress> address(ProviderConfig config) {
        boolean isGiven = List.of(STREET, BUILDING, POST_CODE, TOWN, COUNTRY).stream()
                .anyMatch(key -> config.find(key).isPresent());
        return isGiven
                ? Optional.of(new StructuredAddress(
                        config.get(PAYEE),
                        config.find(STREET).orElse(""),
                        config.find(BUILDING).orElse(""),
                        config.get(POST_CODE),
                        config.get(TOWN),
                        config.get(COUNTRY)))
                : Optional.empty();
    }
}
