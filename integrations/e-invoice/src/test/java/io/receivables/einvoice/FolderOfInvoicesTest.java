package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Invoices that are not part of the project: {@code -De-invoices=FOLDER}. */
class FolderOfInvoicesTest {
    @Test
    @EnabledIfSystemProperty(named = "e-invoices", matches = ".+", disabledReason = "-De-invoices=FOLDER is not given")
    void every_invoice_of_the_folder_is_read() throws IOException {
        Path folder = Path.of(System.getProperty("e-invoices"));
        Loaded<List<EInvoice>> loaded = EInvoiceReader.standard().folder(folder).load();

        assertThat(loaded.errors()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(loaded.value())
                    .hasSameSizeAs(files.filter(file -> file.toString().endsWith(".xml"))
                            .toList())
                    .isNotEmpty();
        }
    }
}
