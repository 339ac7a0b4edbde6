package io.receivables.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a column of a file was taken for, and why.
 *
 * @param file the name of the file
 * @param header the header as it stands there; empty where it is blank
 * @param field the field that the column is read as; empty if it is not read
 * @param confidence 0 to 100: how far header and content agree that it is this field; 0 without a field
 * @param reasons why
 * @param notation how its cells are written, such as a date pattern; empty where it does not matter
 */
public record ColumnProposal(
        String file, String header, Optional<CsvField> field, int confidence, List<Reason> reasons, String notation) {
    /**
     * A reason.
     *
     * @param code what was found
     * @param attributes with what values
     */
    public record Reason(ProposalCode code, Map<String, String> attributes) {
        public Reason {
            Objects.requireNonNull(code, "code");
            attributes = Map.copyOf(attributes);
        }

        /** The reason in French where the locale's language is French, in English otherwise. */
        public String text(Locale locale) {
            return code.message(attributes, locale);
        }
    }

    public ColumnProposal {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(field, "field");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(notation, "notation");
    }
}
