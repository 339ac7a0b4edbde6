package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.receivables.core.Problem;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentProvidersTest {
    private static final ConfigKey<String> ACCOUNT = ConfigKey.text("account", "the account to be paid into");
    private static final ConfigKey<Secret> TOKEN = ConfigKey.secret("token", "what proves who we are");
    private static final ProviderRuntime RUNTIME =
            new ProviderRuntime(new TestClock(), () -> "id", (request, call) -> new HttpResult.NotSent("no network"));

    private final List<String> closed = new ArrayList<>();

    @Test
    void providers_are_made_by_the_factories_of_their_setups() {
        try (PaymentProviders providers =
                PaymentProviders.make(List.of(new Factory("bank", 1)), List.of(west(), east()), RUNTIME)) {
            assertThat(providers.names()).containsExactly("east", "west");
            assertThat(providers.capabilities()).containsOnlyKeys("east", "west");
            assertThat(providers.get("west").capabilities().flow()).isEqualTo(Capabilities.Flow.REQUEST);
            assertThat(providers).hasToString("PaymentProviders[east, west]");
        }
        assertThat(closed).containsExactly("2", "1");
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nothing_is_left_open() {
        List<ProviderSetup> setups = List.of(
                west(),
                new ProviderSetup("a", "unheard-of", Map.of(), Map.of()),
                new ProviderSetup("b", "bank", Map.of(), Map.of("token", Secret.of("canary"))),
                new ProviderSetup("c", "newer", Map.of("account", "1"), Map.of()),
                new ProviderSetup("d", "bank", Map.of("account", "refused"), Map.of("token", Secret.of("canary"))),
                new ProviderSetup("e", "twin", Map.of(), Map.of()),
                west());
        List<Factory> factories = List.of(
                new Factory("bank", 1), new Factory("newer", 99), new Factory("twin", 1), new Factory("twin", 1));
        PaymentDeskException wrong = catchThrowableOfType(
                PaymentDeskException.class, () -> PaymentProviders.make(factories, setups, RUNTIME));
        assertThat(wrong.problems())
                .extracting(problem ->
                        problem.attribute("provider") + " " + problem.code().id())
                .containsExactly(
                        "a RCV-PAYDESK-002",
                        "b RCV-PAYCONFIG-001",
                        "c RCV-PAYDESK-004",
                        "d RCV-PAYDESK-005",
                        "e RCV-PAYDESK-003",
                        "west RCV-PAYDESK-005");
        assertThat(wrong).hasMessageNotContaining("canary").hasMessageContaining("found are: bank, newer, twin");
        assertThat(closed).as("the two that were made").containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void those_on_the_class_path_are_found_by_their_service() {
        // none is on the class path of this module's tests
        assertThatThrownBy(() -> PaymentProviders.load(List.of(west()), RUNTIME))
                .hasMessageContaining("no factory has the id \"bank\"");
        assertThat(PaymentProviders.load(List.of(), RUNTIME).names()).isEmpty();
    }

    @Test
    void a_setup_shows_names_only() {
        assertThat(west()).hasToString("ProviderSetup[west, bank, [account], [token]]");
    }

    @Test
    void every_problem_has_a_text_in_both_languages() {
        for (PaymentDeskProblem code : PaymentDeskProblem.values()) {
            Problem problem = Problem.of(code);
            assertThat(problem.message(Locale.ENGLISH)).isNotBlank();
            assertThat(problem.message(Locale.FRENCH)).isNotBlank().isNotEqualTo(problem.message(Locale.ENGLISH));
        }
    }

    private static ProviderSetup west() {
        return new ProviderSetup("west", "bank", Map.of("account", "1"), Map.of("token", Secret.of("canary")));
    }

    private static ProviderSetup east() {
        return new ProviderSetup("east", "bank", Map.of("account", "2"), Map.of("token", Secret.of("canary")));
    }

    private final class Factory implements PaymentProviderFactory {
        private final String id;
        private final int version;
        private int made;

        Factory(String id, int version) {
            this.id = id;
            this.version = version;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int spiVersion() {
            return version;
        }

        @Override
        public ConfigSpec config() {
            return ConfigSpec.of(ACCOUNT, TOKEN);
        }

        @Override
        public PaymentProvider create(ProviderConfig config, ProviderRuntime runtime) {
            if (config.get(ACCOUNT).equals("refused")) {
                throw new IllegalArgumentException("account does not go with this token");
            }
            made++;
            return new Made(Integer.toString(made));
        }
    }

    private final class Made implements PaymentProvider {
        private final String name;

        Made(String name) {
            this.name = name;
        }

        @Override
        public Capabilities capabilities() {
            return new TestRail(new TestClock()).capabilities();
        }

        @Override
        public Submission initiate(CollectCommand command, CallContext call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Lookup find(LookupKey key, CallContext call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }
}
