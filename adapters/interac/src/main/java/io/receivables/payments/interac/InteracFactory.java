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

/**
 * Interac e-Transfer Request Money over Interac's public API, version 2. Its id is {@code interac}.
 *
 * <p>What it speaks is what public clients of 2018 to 2020 speak. Whether Interac still gives access is not known to the authors;
 * for a contract with a bank see {@link InteracBankFactory}.
 */
public final class InteracFactory implements PaymentProviderFactory {
    static final ConfigKey<URI> BASE_URL = ConfigKey.uri(
                    "baseUrl", "where the API is, up to and without /v1 and /v2, such as https://host/publicapi/api")
            .where(InteracFactory::isBase, "an address without a query");

    static final ConfigKey<String> THIRD_PARTY_ACCESS_ID =
            header("thirdPartyAccessId", "who calls, as Interac named it, such as CA1TA...");

    static final ConfigKey<String> API_REGISTRATION_ID =
            header("apiRegistrationId", "the registration for this API, such as CA1AR...");

    static final ConfigKey<Secret> SHARED_SECRET =
            ConfigKey.secret("sharedSecret", "the secret that Interac gave for thirdPartyAccessId");

    static final ConfigKey<String> DEVICE_ID = header("deviceId", "the machine that calls, by a name of your own");

    static final ConfigKey<String> APPLICATION_ID = header(
                    "applicationId", "the application that calls, where Interac gave it a name")
            .optional();

    static final ConfigKey<Boolean> SUPPRESS_NOTICES = ConfigKey.flag(
                    "suppressNotices", "whether you send the payer the link, and Interac no message; false by default")
            .orElse(false);

    static final ConfigKey<Boolean> KEEP_CONTACTS = ConfigKey.flag(
                    "keepContacts", "whether payers are kept in Interac's list of contacts; false by default")
            .orElse(false);

    private static ConfigKey<String> header(String name, String meaning) {
        return ConfigKey.text(name, meaning).where(InteracFactory::isHeader, "visible ASCII characters, 200 at most");
    }

    static boolean isHeader(String text) {
        return text.matches("[\\x21-\\x7E]{1,200}");
    }

    static boolean isBase(URI uri) {
        return uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    /** For {@link java.util.ServiceLoader}, and for whoever knows what they want. */
    public InteracFactory() {}

    @Override
    public String id() {
        return "interac";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public ConfigSpec config() {
        return ConfigSpec.of(
                BASE_URL,
                THIRD_PARTY_ACCESS_ID,
                API_REGISTRATION_ID,
                SHARED_SECRET,
                DEVICE_ID,
                APPLICATION_ID,
                SUPPRESS_NOTICES,
                KEEP_CONTACTS,
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
        PublicApiAccess access = new PublicApiAccess(config, runtime);
        Contacts contacts = config.get(KEEP_CONTACTS) ? new PermanentContacts(access) : Contacts.oneTime();
        PublicApiRequests requests = new PublicApiRequests(terms, config.get(SUPPRESS_NOTICES), runtime.clock());
        Capabilities capabilities = terms.capabilities(PublicApiRequests.LONGEST_KEY)
                .can(Operation.AMEND, Operation.REMIND, Operation.RECEIVE, Operation.POLL)
                .longestReference(PublicApiRequests.LONGEST_INVOICE)
                .build();
        Dialect dialect = new PublicApi(access, requests, contacts, runtime.clock());
        return new InteracProvider(capabilities, terms, dialect, runtime.clock());
    }
}
