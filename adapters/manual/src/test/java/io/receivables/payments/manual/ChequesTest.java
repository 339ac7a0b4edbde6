package io.receivables.payments.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChequesTest {
    private final ChequeOffice office = new ChequeOffice(ChequeRegister.inMemory());

    @Test
    void cheques_are_found_by_the_service_loader_and_outlive_the_provider(@TempDir Path folder) {
        PaymentProviderFactory cheque = ServiceLoader.load(PaymentProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.id().equals("cheque"))
                .findFirst()
                .orElseThrow();
        assertThat(cheque.spiVersion()).isEqualTo(PaymentProviderFactory.SPI_VERSION);
        Map<String, String> values = new TreeMap<>(ChequeOffice.values());
        values.put("register", folder.resolve("cheques.txt").toString());
        ProviderConfig config = ProviderConfig.of(cheque.config(), values);

        try (PaymentProvider first = cheque.create(config, office.runtime())) {
            first.initiate(ChequeOffice.command("pay-1", ChequeOffice.AMOUNT), office.call("K-1"));
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
