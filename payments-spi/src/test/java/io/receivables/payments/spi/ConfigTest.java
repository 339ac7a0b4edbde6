package io.receivables.payments.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final String CANARY = "s3cr3t-canary";
    private static final ConfigKey<String> ACCESS = ConfigKey.text("accessId", "the id that the network gave you");
    private static final ConfigKey<Secret> SHARED = ConfigKey.secret("sharedSecret", "the secret of that id")
            .where(secret -> secret.reveal().length() >= 8, "8 characters or more");
    private static final ConfigKey<URI> BASE = ConfigKey.uri("base", "where the network is");
    private static final ConfigKey<Money> MOST = ConfigKey.amount("most", "the greatest amount")
            .where(Money::isPositive, "above zero")
            .orElse(Money.of("3000.00", "CAD"));
    private static final ConfigKey<Duration> EXPIRY =
            ConfigKey.duration("expiry", "how long a request lives").orElse(Duration.ofDays(30));
    private static final ConfigKey<Integer> PAGE =
            ConfigKey.integer("page", "how many at once").optional();
    private static final ConfigKey<Boolean> SILENT =
            ConfigKey.flag("silent", "whether the network writes to nobody").optional();
    private static final ConfigSpec SPEC = ConfigSpec.of(ACCESS, SHARED, BASE, MOST, EXPIRY, PAGE, SILENT);

    private static final Map<String, String> VALUES = Map.of("accessId", "CA1TA", "base", "https://pay.example/api");
    private static final Map<String, Secret> SECRETS = Map.of("sharedSecret", Secret.of(CANARY));

    private static List<String> ids(Map<String, String> values, Map<String, Secret> secrets) {
        return ProviderConfig.problems(SPEC, values, secrets).stream()
                .map(problem -> problem.code().id().substring(14) + " " + problem.attribute("key"))
                .toList();
    }

    @Test
    void what_is_told_is_read_and_what_is_not_has_its_other_value() {
        ProviderConfig config = ProviderConfig.of(SPEC, VALUES, SECRETS);

        assertThat(config.get(ACCESS)).isEqualTo("CA1TA");
        assertThat(config.get(SHARED).reveal()).isEqualTo(CANARY);
        assertThat(config.get(BASE)).isEqualTo(URI.create("https://pay.example/api"));
        assertThat(config.get(MOST)).isEqualTo(Money.of("3000.00", "CAD"));
        assertThat(config.get(EXPIRY)).isEqualTo(Duration.ofDays(30));
        assertThat(config.find(PAGE)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.get(PAGE))
                .withMessage("page is not given and has no other value");
    }

    @Test
    void all_kinds_of_values_are_read() {
        ProviderConfig config = ProviderConfig.of(
                ConfigSpec.of(MOST, EXPIRY, PAGE, SILENT),
                Map.of("most", "CAD 25000.00", "expiry", "PT2H", "page", "50", "silent", "true"));

        assertThat(config.get(MOST)).isEqualTo(Money.of("25000.00", "CAD"));
        assertThat(config.get(EXPIRY)).isEqualTo(Duration.ofHours(2));
        assertThat(config.get(PAGE)).isEqualTo(50);
        assertThat(config.get(SILENT)).isTrue();
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertThat(ids(
                        Map.of(
                                "accessId", " ",
                                "base", "ftp://pay.example",
                                "most", "CAD 0.00",
                                "expiry", "30 days",
                                "page", "many",
                                "silent", "yes",
                                "colour", "blue"),
                        Map.of()))
                .containsExactly(
                        "003 accessId",
                        "003 base",
                        "002 colour",
                        "003 expiry",
                        "003 most",
                        "003 page",
                        "003 silent",
                        "001 sharedSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProviderConfig.of(SPEC, Map.of(), Map.of()))
                .withMessageStartingWith(
                        "configuration has 3 errors: RCV-PAYCONFIG-001: accessId is missing: it is the id"
                                + " that the network gave you; ");
    }

    @Test
    void a_secret_is_never_repeated() {
        List<Problem> problems =
                ProviderConfig.problems(SPEC, Map.of("sharedSecret", CANARY), Map.of("base", Secret.of(CANARY)));
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly(
                        "base is a secret and not an address that begins with https://, without a user",
                        "sharedSecret is a secret and is given among the values: give it among the secrets",
                        "accessId is missing: it is the id that the network gave you");
        assertThat(ids(VALUES, Map.of("sharedSecret", Secret.of("short")))).containsExactly("004 sharedSecret");
        assertThat(problems.toString() + SPEC + SECRETS + ProviderConfig.of(SPEC, VALUES, SECRETS))
                .doesNotContain(CANARY);
        assertThat(ProviderConfig.of(SPEC, VALUES, SECRETS))
                .hasToString("ProviderConfig[accessId, base, expiry, most, sharedSecret]");
    }

    @Test
    void problems_speak_french() {
        assertThat(ProviderConfig.problems(SPEC, VALUES, Map.of()).get(0).message(Locale.CANADA_FRENCH))
                .isEqualTo("il manque sharedSecret : the secret of that id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay.example",
                "http://pay.example",
                "https://user:pass@pay.example",
                "https:///path",
                "file:///etc/passwd",
                "https://pay example",
                "http://localhost.evil.example/"
            })
    void an_address_leads_to_nobody_unknown(String address) {
        assertThat(ids(Map.of("accessId", "A", "base", address), SECRETS)).containsExactly("003 base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/x", "http://127.0.0.1:1", "http://[::1]:1/", "https://pay.example"})
    void an_address_without_tls_leads_to_this_machine(String address) {
        assertThat(ids(Map.of("accessId", "A", "base", address), SECRETS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAD", "3000.00 CAD", "CAD 3000.001", "CAD  1", "XYZ 1", "CAD 1e"})
    void an_amount_is_a_currency_and_a_number(String amount) {
        assertThat(ProviderConfig.problems(ConfigSpec.of(MOST), Map.of("most", amount), Map.of()))
                .extracting(Problem::message)
                .containsExactly("most is \"" + amount + "\", which is not an amount such as CAD 3000.00");
    }

    @Test
    void a_secret_may_change() {
        StringBuilder vault = new StringBuilder("first-one");
        ProviderConfig config = ProviderConfig.of(SPEC, VALUES, Map.of("sharedSecret", Secret.from(vault::toString)));
        vault.replace(0, vault.length(), "second-one");

        assertThat(config.get(SHARED).reveal()).isEqualTo("second-one");
    }

    @Test
    void names_of_keys_are_plain_and_used_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigKey.text("Base Url", ""))
                .withMessageStartingWith("key \"Base Url\" is no name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigSpec.of(ACCESS, ACCESS))
                .withMessage("two keys are named accessId");
    }
}
