package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.NegativeAmount;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvMappingProperties {
    private static final Map<CsvField, String> CONSTANTS = Map.of(
            CsvField.CURRENCY, "EUR",
            CsvField.TYPE, "credit note",
            CsvField.SEGMENT, "\"quoted\", détail",
            CsvField.CUSTOMER_ID, "C-1",
            CsvField.DISPUTED, "oui",
            CsvField.REFERENCE, "\\back\nslash");

    @Provide
    Arbitrary<CsvMapping> mappings() {
        return Combinators.combine(layouts(CsvField.ofInvoices()), layouts(CsvField.ofPayments()))
                .as(CsvMapping::new);
    }

    private static Arbitrary<CsvLayout> layouts(Set<CsvField> fields) {
        Arbitrary<String> headers = Arbitraries.strings().ofMinLength(1).map(text -> "h" + text);
        Arbitrary<Map<CsvField, String>> columns =
                Arbitraries.maps(Arbitraries.of(fields), headers).ofMaxSize(6);
        Arbitrary<Map<CsvField, String>> constants = Arbitraries.of(CONSTANTS.keySet())
                .set()
                .map(chosen -> {
                    Map<CsvField, String> some = new HashMap<>(CONSTANTS);
                    some.keySet().retainAll(chosen);
                    some.keySet().retainAll(fields);
                    return some;
                });
        Arbitrary<List<String>> dateFormats = Arbitraries.of("yyyy-MM-dd", "d/M/yy", "d MMM yyyy 'à' HH:mm")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<Charset> encodings =
                Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("windows-1252"));
        return Combinators.combine(
                        columns,
                        constants,
                        dateFormats,
                        Arbitraries.of('.', ','),
                        Arbitraries.of(',', ';', '\t', '|', '\u00A6'),
                        encodings,
                        Arbitraries.of(NegativeAmount.class),
                        Arbitraries.of(MissingDueDate.class))
                .as(CsvLayout::new);
    }

    @Property
    void a_mapping_is_read_back_from_its_document(@ForAll("mappings") CsvMapping mapping) {
        assertThat(CsvMapping.parse(mapping.toJson())).isEqualTo(mapping);
    }
}
