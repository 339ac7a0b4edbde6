package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.interac.fake.FakeCall;
import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody sees: secrets, and who pays. */
class SecrecyTest {
    private static final List<String> PERSONAL =
            List.of("Zenobia", "Quillfeather", "zenobia@payer.example", "5142227777");

    /** A remote side that repeats what it was told. The reason keeps the words and not the person. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Zenobia Quillfeather is blocked; *** is blocked",
                "ZENOBIA QUILLFEATHER is blocked; *** is blocked",
                "no such handle zenobia@payer.example; no such handle ***",
                "no such handle <someone.else@payer.example>; no such handle <***>",
                "call 514-222-7777 or +1 (514) 222 7777; call *** or ***",
                "amount 800.00 is above 500.00; amount 800.00 is above 500.00",
            })
    void a_reason_does_not_repeat_who_pays(String message, String shown) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                String error = "{\"code\":\"E1\",\"message\":\"" + message + "\"}";
                scene.fake.answerNext(
                        FakeOperation.CREATE,
                        400,
                        dialect == FakeDialect.BANK ? "{\"notifications\":[" + error + "]}" : error);
                Reason reason = Scene.reason(scene.initiate("key-1"));

                assertThat(reason.text()).isEqualTo(shown);
                assertThat(reason.code()).isEqualTo("E1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void no_address_of_a_call_tells_of_a_secret_or_a_payer(FakeDialect dialect) {
        try (Scene scene = Scene.of(dialect)) {
            FakeRequest request = scene.asked();
            scene.found(request);
            scene.provider.remind(scene.ref(request), scene.call("r"));
            scene.provider.poll("", 5, scene.call("p"));
            scene.provider.cancel(scene.ref(request), "not needed", scene.call("c"));

            for (FakeCall call : scene.fake.calls()) {
                assertThat(PERSONAL).noneMatch(call.path()::contains);
                assertThat(Settings.bankSecrets().values()).noneMatch(call.path()::contains);
                assertThat(Settings.publicApiSecrets().values()).noneMatch(call.path()::contains);
                // the secret itself is never sent: its hash is
                assertThat(call.headers().values())
                        .noneMatch(Settings.publicApiSecrets().values()::contains);
                assertThat(call.body()).doesNotContain("PRIVATE KEY");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void nothing_that_a_provider_says_of_itself_tells_of_a_secret_or_a_payer(FakeDialect dialect) {
        try (Scene scene = Scene.of(dialect)) {
            Payer payer = Scene.PAYER.phone("+15142227777");
            CollectCommand command = CollectCommand.of("P-1", payer)
                    .forItems(Scene.command(Scene.AMOUNT).shares())
                    .build();
            Submission outcome = scene.initiate(command);
            String said = scene.provider + " " + outcome + " " + scene.lookup(scene.fake.only()) + " "
                    + Handle.of(payer) + Contacts.Contact.of(Contacts.described(payer))
                    + new Tokens.Got("fake-token-1", null);

            assertThat(PERSONAL).noneMatch(said::contains);
            assertThat(said).doesNotContain("fake-token", "etransfer.interac.ca", "fake-api-key", "fake-shared-secret");
        }
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_repeated() {
        Map<String, Secret> secrets = new HashMap<>();
        Settings.bankSecrets().forEach((name, text) -> secrets.put(name, Secret.of(text)));
        secrets.put(
                "privateKey",
                Secret.of("-----BEGIN PRIVATE KEY-----\nc2VjcmV0LWNhbmFyeQ==\n-----END PRIVATE KEY-----"));

        assertThatThrownBy(() -> ProviderConfig.of(
                        new InteracBankFactory().config(), Settings.bank(URI.create("https://bank.example")), secrets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("privateKey")
                .hasMessageNotContaining("c2VjcmV0LWNhbmFyeQ");
    }

    /** A secret may be changed without a restart; one that is changed into nonsense fails the call and not the host. */
    @Test
    void a_key_that_was_changed_into_none_sends_nothing() {
        String[] key = {Settings.bankSecrets().get("privateKey")};
        Map<String, Secret> secrets = new HashMap<>();
        Settings.bankSecrets().forEach((name, text) -> secrets.put(name, Secret.of(text)));
        secrets.put("privateKey", Secret.from(() -> key[0]));
        ProviderConfig config = ProviderConfig.of(
                new InteracBankFactory().config(), Settings.bank(URI.create("https://bank.example")), secrets);
        key[0] = "nonsense-canary";
        Submission outcome = new InteracBankFactory()
                .create(config, new ProviderRuntime(() -> Scene.START, () -> "id", (request, call) -> {
                    throw new AssertionError("nothing is sent");
                }))
                .initiate(Scene.command().build(), new CallContext("key-1", Scene.START.plusSeconds(5)));

        assertThat(outcome.kind()).isEqualTo(Submission.Kind.NOT_SENT);
        assertThat(outcome.toString()).doesNotContain("canary");
    }
}
