package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Document;
import io.receivables.core.Loaded;
import io.receivables.core.draft.DocumentDraft;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the package documentation, and what follows it. */
class DocumentationTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void a_folder_of_invoices_becomes_documents_and_the_rest_is_reported(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.xml"), Given.FACTURE);
        Files.writeString(folder.resolve("2.xml"), Given.LASTSCHRIFT);
        Files.writeString(folder.resolve("3.xml"), "<html/>");
        List<Document> documents = new ArrayList<>();
        List<String> asked = new ArrayList<>();

        Loaded<List<EInvoice>> loaded = EInvoiceReader.standard().folder(folder).load();
        for (EInvoice invoice : loaded.value()) {
            DocumentDraft draft = invoice.documentDraft();
            if (VALIDATOR.validate(draft).isEmpty()) {
                documents.add(draft.toDocument());
            }
            invoice.suggestions().forEach(suggestion -> asked.add(suggestion.text()));
        }

        assertThat(documents).extracting(Document::id).containsExactly("FA-2026-0117");
        assertThat(asked).hasSize(2);
        assertThat(VALIDATOR.validate(loaded.value().get(1).documentDraft()))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("dueDate");
        assertThat(loaded.problems())
                .extracting(problem -> problem.attribute("file"))
                .containsExactly("2.xml", "3.xml");
    }
}
