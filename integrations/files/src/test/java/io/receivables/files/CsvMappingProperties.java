package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.files.CsvLayout.MissingDueDate;
import io.receivables.files.CsvLayout.NegativeAmount;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
                .as((headers1, some, patterns, decimal, delimiter, encoding, negative, missing) -> {
                    CsvLayout.Draft draft = new CsvLayout.Draft();
                    draft.columns = headers1;
                    draft.constants = some;
                    draft.dateFormats = patterns;
                    draft.decimal = decimal;
                    draft.delimiter = delimiter;
                    draft.encoding = encoding;
                    draft.negativeAmount = negative;
                    draft.missingDueDate = missing;
                    return draft.layout();
                })
                .flatMap(layout -> fields.contains(CsvField.TYPE) ? withRowTypes(layout) : Arbitraries.just(layout));
    }

    /** What only invoice files have, and what encloses cells. */
    private static Arbitrary<CsvLayout> withRowTypes(CsvLayout layout) {
        Arbitrary<Map<String, CsvLayout.RowType>> types = Arbitraries.maps(
                        Arbitraries.of("DR", "é \"x\"", "Avoir", "42"), Arbitraries.of(CsvLayout.RowType.class))
                .ofMaxSize(3);
        return Combinators.combine(
                        types,
                        Arbitraries.of(CsvLayout.PaymentRows.class),
                        Arbitraries.of(CsvField.CUSTOMER_NAME, CsvField.CUSTOMER_ID, CsvField.SEGMENT)
                                .injectNull(0.5),
                        Arbitraries.of('"', '\'', '~').injectNull(0.3),
                        Arbitraries.integers().between(0, 20_000).injectNull(0.5))
                .as((meanings, sign, headings, quote, day) -> {
                    CsvLayout.Draft draft = layout.draft();
                    draft.types = meanings;
                    draft.paymentRows = sign;
                    draft.headings = headings;
                    draft.quote = quote;
                    draft.openOn = day == null ? null : LocalDate.ofEpochDay(day);
                    return draft.layout();
                });
    }

    @Property
    void a_mapping_is_read_back_from_its_document(@ForAll("mappings") CsvMapping mapping) {
        assertThat(CsvMapping.parse(mapping.toJson())).isEqualTo(mapping);
    }
}
