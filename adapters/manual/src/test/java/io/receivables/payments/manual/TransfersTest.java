package io.receivables.payments.manual;

import static io.receivables.payments.manual.ChequeOffice.AMOUNT;
import static io.receivables.payments.manual.ChequeOffice.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransfersTest {
    private static final Map<String, String> VALUES = Map.of(
            "payee", "Boulangerie Nord inc.",
            "account", "006-12345-7654321",
            "bank", "Banque de Gatineau",
            "most", "CAD 250000.00",
            "least", "CAD 1.00",
            "fee", "CAD 0.50",
            "referenceSigns", "-");

    private final ChequeOffice office = new ChequeOffice(ChequeRegister.inMemory());
    private final Transfers transfers = new Transfers();
    private final PaymentProvider provider =
            transfers.create(ProviderConfig.of(transfers.config(), VALUES), office.runtime());

    private static CollectCommand command(Money amount, String reference) {
        return CollectCommand.of("pay-1", Payer.of("C-1", "Café Rivière"))
                .forItems(List.of(new Share("F-1001", 1, amount, MONDAY)))
                .reference(reference)
                .build();
    }

    private Submission ask(String key, String reference) {
        return provider.initiate(command(AMOUNT, reference), office.call(key));
    }

    private static Map<String, String> instructions(Submission submission) {
        return ((Submission.Acknowledged) submission)
                .payerAction()
                .orElseThrow()
                .instructions();
    }

    @Test
    void the_payer_is_told_account_bank_payee_and_reference() {
        Submission asked = ask("K-1", "RF18539007547034");

        assertThat(instructions(asked))
                .hasToString("{payee=Boulangerie Nord inc., account=006-12345-7654321, bank=Banque de Gatineau,"
                        + " reference=RF18539007547034}");
        assertThat(((Submission.Acknowledged) asked).observation().fact()).isEqualTo(PaymentFact.AWAITING_PAYER);
    }

    @Test
    void without_a_reference_the_key_makes_one_which_is_the_same_after_a_restart() {
        PaymentProvider restarted = transfers.create(ProviderConfig.of(transfers.config(), VALUES), office.runtime());

        assertThat(instructions(ask("K-1", ""))).containsEntry("reference", "R7JXARNRV7GM");
        assertThat(instructions(restarted.initiate(command(AMOUNT, ""), office.call("K-1"))))
                .isEqualTo(instructions(ask("K-1", "")));
        assertThat(instructions(ask("K-2", ""))).isNotEqualTo(instructions(ask("K-1", "")));
    }

    @ParameterizedTest
    @CsvSource({"RF18 5390 0754, ' '", "F-1001/2, /", "ÉTÉ, É", "'F\n1', '\n'"})
    void a_reference_with_other_characters_is_refused_and_not_changed(String reference, String wrong) {
        Reason reason = ((Submission.Refused) ask("K-1", reference)).reason();

        assertThat(reason.category()).isEqualTo(Reason.Category.FORMAT);
        assertThat(reason.text())
                .isEqualTo("reference has the character \"" + wrong + "\": use letters and digits of ASCII and \"-\"");
    }

    @ParameterizedTest
    @CsvSource({"0.99, false", "1.00, true", "250000.00, true", "250000.01, false"})
    void limits_are_those_of_the_configuration_to_the_cent(String amount, boolean isAsked) {
        Submission asked = provider.initiate(command(Money.of(amount, "CAD"), ""), office.call("K-1"));

        assertThat(asked.kind()).isEqualTo(isAsked ? Submission.Kind.ACKNOWLEDGED : Submission.Kind.REFUSED);
    }

    @Test
    void nothing_is_kept_and_no_money_is_ever_seen() {
        ask("K-1", "");

        assertThat(provider.find(LookupKey.of("K-1"), office.call("K-1")).kind())
                .isEqualTo(Lookup.Kind.UNAVAILABLE);
        assertThat(provider.poll("", 10, office.call("poll"))).isEqualTo(ObservationPage.nothingAfter(""));
        assertThat(provider.capabilities().operations()).isEmpty();
        assertThat(provider.capabilities().effort()).isEqualTo(Capabilities.Effort.FILL_IN);
        assertThat(provider.capabilities().settlementDays()).isEqualTo(1);
        assertThat(provider.capabilities().fees()).containsEntry("CAD", Money.of("0.50", "CAD"));
    }

    @Test
    void both_rails_are_found_by_the_service_loader_and_cheques_outlive_the_provider(@TempDir Path folder) {
        Map<String, PaymentProviderFactory> found = ServiceLoader.load(PaymentProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toMap(PaymentProviderFactory::id, factory -> factory));
        assertThat(found).containsKeys("cheque", "bank-transfer");
        PaymentProviderFactory cheque = Objects.requireNonNull(found.get("cheque"));
        assertThat(cheque.spiVersion()).isEqualTo(PaymentProviderFactory.SPI_VERSION);
        Map<String, String> values = new TreeMap<>(ChequeOffice.values());
        values.put("register", folder.resolve("cheques.txt").toString());
        ProviderConfig config = ProviderConfig.of(cheque.config(), values);

        try (PaymentProvider first = cheque.create(config, office.runtime())) {
            first.initiate(command(AMOUNT, ""), office.call("K-1"));
        }

        PaymentProvider second = cheque.create(config, office.runtime());
        assertThat(second.find(LookupKey.of("K-1"), office.call("K-1")).kind()).isEqualTo(Lookup.Kind.FOUND);
    }

    @Test
    void a_register_whose_folder_is_missing_is_refused_by_name(@TempDir Path folder) {
        Map<String, String> values = new TreeMap<>(ChequeOffice.values());
        values.put("register", folder.resolve("none/cheques.txt").toString());
        Cheques cheques = new Cheques();
        ProviderConfig config = ProviderConfig.of(cheques.config(), values);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cheques.create(config, office.runtime()))
                .withMessageContaining("none")
                .withMessageContaining("check its folder and rights");
    }
}
