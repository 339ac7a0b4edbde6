package io.receivables.payments.interac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent, to the cent, the second and the character. */
class LimitsTest {
    private static void refused(Scene scene, CollectCommand command, Category category) {
        Submission outcome = scene.initiate(command);
        assertThat(outcome.kind()).isEqualTo(Submission.Kind.REFUSED);
        assertThat(Scene.reason(outcome).category()).isEqualTo(category);
        assertThat(scene.fake.calls()).isEmpty();
    }

    private static void taken(Scene scene, CollectCommand command) {
        assertThat(scene.initiate(command).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
    }

    /** CAD 0.01 to 25,000.00 unless the bank says otherwise, and CAD alone. */
    @ParameterizedTest
    @CsvSource({
        "0.01, CAD, true",
        "25000.00, CAD, true",
        "25000.01, CAD, false",
        "100.00, USD, false",
        "100, JPY, false",
    })
    void an_amount_is_taken(String amount, String currency, boolean isTaken) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                CollectCommand command = Scene.command(Money.of(amount, currency));
                if (isTaken) {
                    taken(scene, command);
                } else {
                    refused(scene, command, Category.LIMIT);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5.00, true", "3000.00, true", "3000.01, false"})
    void a_bank_sets_limits_as_it_likes(String amount, boolean isTaken) {
        for (FakeDialect dialect : FakeDialect.values()) {
            String[] terms = {"least", "CAD 5.00", "most", "CAD 3000.00"};
            try (Scene scene = dialect == FakeDialect.BANK ? Scene.bank(terms) : Scene.publicApi(terms)) {
                CollectCommand command = Scene.command(Money.of(amount, "CAD"));
                if (isTaken) {
                    taken(scene, command);
                } else {
                    refused(scene, command, Category.LIMIT);
                }
            }
        }
    }

    /** Two hours to thirty days, counted from now. */
    @ParameterizedTest
    @CsvSource({
        "PT1H59M59.999S, false",
        "PT2H, true",
        "P30D, true",
        "P30DT0.001S, false",
        "PT-1H, false",
    })
    void an_expiry_is_taken(Duration fromNow, boolean isTaken) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                CollectCommand command =
                        Scene.command().expiresAt(Scene.START.plus(fromNow)).build();
                if (isTaken) {
                    taken(scene, command);
                    assertThat(scene.fake.only().expiry()).isEqualTo(Scene.START.plus(fromNow));
                } else {
                    refused(scene, command, Category.LIMIT);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FakeDialect.class)
    void a_request_without_an_expiry_ends_as_configured(FakeDialect dialect) {
        String[] terms = {"expiresAfter", "P7D"};
        try (Scene scene = dialect == FakeDialect.BANK ? Scene.bank(terms) : Scene.publicApi(terms)) {
            scene.asked();
            assertThat(scene.fake.only().expiry()).isEqualTo(Scene.START.plus(Duration.ofDays(7)));
        }
    }

    /** One line for each text with a longest length: what has it, the dialect, the length. */
    @ParameterizedTest
    @CsvSource({
        "message, PUBLIC_API, 400",
        "reference, PUBLIC_API, 120",
        "documentId, PUBLIC_API, 120",
        "key, PUBLIC_API, 64",
        "message, BANK, 140",
        "reference, BANK, 35",
        "documentId, BANK, 35",
        "name, BANK, 140",
        "key, BANK, 35",
    })
    void a_text_is_not_cut_but_refused(String what, FakeDialect dialect, int longest) {
        try (Scene scene = Scene.of(dialect)) {
            Submission tooLong = scene.provider.initiate(with(what, longest + 1), scene.call(key(what, longest + 1)));
            assertThat(Scene.reason(tooLong).category()).isEqualTo(Category.FORMAT);
            assertThat(scene.fake.calls()).isEmpty();

            Submission right = scene.provider.initiate(with(what, longest), scene.call(key(what, longest)));
            assertThat(right.kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
        }
    }

    private static String key(String what, int length) {
        return what.equals("key") ? "k".repeat(length) : "key-1";
    }

    private static CollectCommand with(String what, int length) {
        String text = "x".repeat(length);
        Payer payer = what.equals("name") ? Payer.of("C-1", text).email("a@payer.example") : Scene.PAYER;
        String document = what.equals("documentId") ? text : "F-1";
        CollectCommand.Builder command =
                CollectCommand.of("P-1", payer).forItems(List.of(new Share(document, 1, Scene.AMOUNT, Scene.DUE)));
        if (what.equals("message")) {
            command.message(text);
        }
        if (what.equals("reference")) {
            command.reference(text);
        }
        return command.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key 1", "key_1", "clé", "key/1", "key.1"})
    void a_key_of_other_characters_is_refused(String key) {
        try (Scene scene = Scene.publicApi()) {
            assertThat(Scene.reason(scene.initiate(key)).category()).isEqualTo(Category.FORMAT);
            assertThat(scene.fake.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, true", "fr, true", "EN, false", "de, false", "fr-CA, false"})
    void a_payer_is_written_to_in_english_or_french(String language, boolean isTaken) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                CollectCommand command = CollectCommand.of("P-1", Scene.PAYER.language(language))
                        .forItems(Scene.command(Scene.AMOUNT).shares())
                        .build();
                if (isTaken) {
                    taken(scene, command);
                } else {
                    refused(scene, command, Category.FORMAT);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+33142345678", "+4420794600", "911", "+1514222777", "+115142227777", "1142227777"})
    void a_payer_who_cannot_be_told_is_refused_by_id_and_not_by_name(String phone) {
        for (FakeDialect dialect : FakeDialect.values()) {
            try (Scene scene = Scene.of(dialect)) {
                Payer payer = Payer.of("C-1", "Zenobia");
                CollectCommand command = CollectCommand.of("P-1", phone.isEmpty() ? payer : payer.phone(phone))
                        .forItems(Scene.command(Scene.AMOUNT).shares())
                        .build();
                refused(scene, command, Category.FORMAT);
                assertThat(Scene.reason(scene.initiate(command)).text())
                        .contains("C-1")
                        .doesNotContain("Zenobia");
            }
        }
    }

    @Test
    void the_public_api_can_more_than_a_bank() {
        try (Scene scene = Scene.publicApi("fee", "CAD 0.75");
                Scene bank = Scene.bank()) {
            Capabilities can = scene.provider.capabilities();
            assertThat(can.operations())
                    .containsExactlyInAnyOrder(
                            Operation.FIND,
                            Operation.CANCEL,
                            Operation.AMEND,
                            Operation.REMIND,
                            Operation.RECEIVE,
                            Operation.POLL);
            assertThat(can.messages()).isEqualTo(Capabilities.Proof.NONE);
            assertThat(can.idempotency().mode()).isEqualTo(Idempotency.Mode.LOOKUP);
            assertThat(can.fees()).containsEntry("CAD", Money.of("0.75", "CAD"));
            assertThat(can.reversibleFor()).isEmpty();
            assertThat(can.flow()).isEqualTo(Capabilities.Flow.REQUEST);

            assertThat(bank.provider.capabilities().operations())
                    .containsExactlyInAnyOrder(Operation.FIND, Operation.CANCEL, Operation.RECEIVE);
            assertThat(bank.provider.capabilities().messages()).isEqualTo(Capabilities.Proof.ORIGIN);
        }
    }

    /** One line for each way in which values that are right one by one do not go together. */
    @ParameterizedTest
    @CsvSource({
        "least, CAD 30000.00, least is above most",
        "shortestExpiry, P31D, shortestExpiry is above longestExpiry",
        "expiresAfter, PT1H, expiresAfter is not between",
        "expiresAfter, P31D, expiresAfter is not between",
    })
    void values_that_do_not_go_together_are_refused(String key, String value, String message) {
        for (FakeDialect dialect : FakeDialect.values()) {
            assertThatThrownBy(() -> {
                        Scene scene =
                                dialect == FakeDialect.BANK ? Scene.bank(key, value) : Scene.publicApi(key, value);
                        scene.close();
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "most, USD 100.00",
        "least, CAD 0.00",
        "fee, CAD -1.00",
        "shortestExpiry, PT0S",
        "absentAfter, PT-1H",
        "baseUrl, http://bank.example",
        "baseUrl, https://bank.example/?a=b",
        "suppressNotices, yes",
    })
    void a_value_of_the_wrong_kind_is_refused_by_name(String key, String value) {
        for (FakeDialect dialect : FakeDialect.values()) {
            assertThatThrownBy(() -> {
                        Scene scene =
                                dialect == FakeDialect.BANK ? Scene.bank(key, value) : Scene.publicApi(key, value);
                        scene.close();
                    })
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key);
        }
    }
}
