package io.receivables.payments.interac;

import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interac e-Transfer Request Money over the API that a bank hosts: request for payment of ISO 20022 in JSON. Its id is {@code
 * interac-bank}.
 *
 * <p>The fields are those that public clients of Scotiabank TranXact show; the default paths are that bank's. Its messages are taken
 * where {@code bankKeys} is given.
 */
public final class InteracBankFactory implements PaymentProviderFactory {
    static final ConfigKey<URI> BASE_URL = ConfigKey.uri("baseUrl", "where the bank's API is, such as https://host")
            .where(InteracFactory::isBase, "an address without a query");

    static final ConfigKey<String> TOKEN_PATH =
            path("tokenPath", "where tokens are given, below baseUrl").orElse("/scotiabank/wam/vi/getToken");

    static final ConfigKey<String> REQUESTS_PATH = path("requestsPath", "where requests for payment are, below baseUrl")
            .orElse("/treasury/payments/rtp/v1/requests");

    static final ConfigKey<String> CLIENT_ID = header("clientId", "the client, as the bank named it");

    static final ConfigKey<String> KEY_ID =
            header("keyId", "the name under which the bank has the public key of privateKey");

    static final ConfigKey<Secret> PRIVATE_KEY = ConfigKey.secret(
                    "privateKey", "the client's RSA key in PKCS #8 as PEM, which signs for tokens")
            .where(secret -> Pem.isPrivateKey(secret.reveal()), "an RSA key in PKCS #8 as PEM");

    static final ConfigKey<String> AUDIENCE = header("audience", "for whom tokens are asked, as the bank says");

    static final ConfigKey<String> SCOPE = ConfigKey.text("scope", "for what tokens are asked, as the bank says");

    static final ConfigKey<String> CUSTOMER_PROFILE_ID =
            header("customerProfileId", "the seller's profile, as the bank named it");

    static final ConfigKey<Secret> API_KEY = ConfigKey.secret("apiKey", "the key that the bank gave for its API")
            .where(secret -> InteracFactory.isHeader(secret.reveal()), "visible ASCII characters, 200 at most");

    static final ConfigKey<String> CREDITOR_NAME = ConfigKey.text("creditorName", "the seller, as the payer reads it")
            .where(name -> name.length() <= Remittance.LONGEST_LINE, "140 characters at most");

    static final ConfigKey<Secret> CREDITOR_ACCOUNT =
            ConfigKey.secret("creditorAccount", "the account into which money is deposited");

    static final ConfigKey<String> ACCOUNT_SCHEME = ConfigKey.text(
                    "accountScheme", "what creditorAccount is: ALIAS_ACCT_NO or BANK_ACCT_NO, the latter by default")
            .where(Set.of("ALIAS_ACCT_NO", "BANK_ACCT_NO")::contains, "ALIAS_ACCT_NO or BANK_ACCT_NO")
            .orElse("BANK_ACCT_NO");

    static final ConfigKey<String> CATEGORY_PURPOSE = ConfigKey.text(
                    "categoryPurpose", "the purpose, a code of ISO 20022 where the bank wants one")
            .where(code -> code.matches("[A-Z]{4}"), "four capital letters")
            .optional();

    static final ConfigKey<String> BANK_KEYS = ConfigKey.text(
                    "bankKeys", "the bank's RSA keys as PEM, one or several, by which its messages are verified")
            .where(Pem::arePublicKeys, "RSA keys in X.509 as PEM")
            .optional();

    static final ConfigKey<String> MESSAGE_ISSUER = ConfigKey.text(
                    "messageIssuer", "iss of the bank's messages; needed with bankKeys")
            .optional();

    static final ConfigKey<String> MESSAGE_AUDIENCE = ConfigKey.text(
                    "messageAudience", "aud of the bank's messages; needed with bankKeys")
            .optional();

    private static ConfigKey<String> header(String name, String meaning) {
        return ConfigKey.text(name, meaning).where(InteracFactory::isHeader, "visible ASCII characters, 200 at most");
    }

    private static ConfigKey<String> path(String name, String meaning) {
        return ConfigKey.text(name, meaning)
                .where(text -> text.matches("(/[A-Za-z0-9._~-]+)+"), "a path such as /payments/v1/requests");
    }

    /** For {@link java.util.ServiceLoader}, and for whoever knows what they want. */
    public InteracBankFactory() {}

    @Override
    public String id() {
        return "interac-bank";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public ConfigSpec config() {
        return ConfigSpec.of(
                BASE_URL,
                TOKEN_PATH,
                REQUESTS_PATH,
                CLIENT_ID,
                KEY_ID,
                PRIVATE_KEY,
                AUDIENCE,
                SCOPE,
                CUSTOMER_PROFILE_ID,
                API_KEY,
                CREDITOR_NAME,
                CREDITOR_ACCOUNT,
                ACCOUNT_SCHEME,
                CATEGORY_PURPOSE,
                BANK_KEYS,
                MESSAGE_ISSUER,
                MESSAGE_AUDIENCE,
                InteracFactory.SUPPRESS_NOTICES,
                Terms.LEAST,
                Terms.MOST,
                Terms.SHORTEST_EXPIRY,
                Terms.LONGEST_EXPIRY,
                Terms.EXPIRES_AFTER,
                Terms.ABSENT_AFTER,
                Terms.FEE);
    }

    @Override
    public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
        Terms terms = Terms.of(config);
        BankWebhook webhook = webhook(config);
        BankRequests requests = new BankRequests(config, terms, runtime.clock());
        Capabilities.Builder capabilities =
                terms.capabilities(BankRequests.LONGEST_KEY).longestReference(Remittance.LONGEST_REFERENCE);
        if (webhook != null) {
            capabilities.can(Operation.RECEIVE).messagesProve(Capabilities.Proof.ORIGIN);
        }
        Dialect dialect = new BankApi(new BankAccess(config, runtime), requests, webhook, runtime.clock());
        return new InteracProvider(capabilities.build(), terms, dialect, runtime.clock());
    }

    private static @Nullable BankWebhook webhook(ProviderConfig config) {
        Optional<String> keys = config.find(BANK_KEYS);
        Optional<String> issuer = config.find(MESSAGE_ISSUER);
        Optional<String> audience = config.find(MESSAGE_AUDIENCE);
        boolean isAll = keys.isPresent() && issuer.isPresent() && audience.isPresent();
        boolean isNone = keys.isEmpty() && issuer.isEmpty() && audience.isEmpty();
        if (!isAll && !isNone) {
            throw new IllegalArgumentException(
                    "bankKeys, messageIssuer and messageAudience go together: give all of them or none");
        }
        return isAll ? new BankWebhook(Pem.publicKeys(keys.get()), issuer.get(), audience.get()) : null;
    }
}
