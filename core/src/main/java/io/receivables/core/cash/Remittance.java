package io.receivables.core.cash;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a payer says a payment is for.
 *
 * @param text free text, piece by piece as it came
 * @param references creditor references, valid or not
 * @param documents the documents named in fields of their own
 */
public record Remittance(List<String> text, List<Reference> references, List<RemittedDocument> documents) {
    /** Nothing is said. */
    public static final Remittance NONE = new Remittance(List.of(), List.of(), List.of());

    /**
     * A creditor reference: what the payee asked to be quoted.
     *
     * @param type as stated, such as {@code SCOR}, {@code QRR} or {@code ISR}; empty when not stated
     * @param value as stated; banks do not all check it
     */
    public record Reference(String type, String value) {
        public Reference {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(value, "value");
        }
    }

    public Remittance {
        text = List.copyOf(text);
        references = List.copyOf(references);
        documents = List.copyOf(documents);
    }

    /** Free text and nothing else. */
    public static Remittance ofText(String... text) {
        return new Remittance(List.of(text), List.of(), List.of());
    }

    /** One creditor reference and nothing else. */
    public static Remittance ofReference(String value) {
        return new Remittance(List.of(), List.of(new Reference("", value)), List.of());
    }

    public boolean isEmpty() {
        return text.isEmpty() && references.isEmpty() && documents.isEmpty();
    }

    /** The free text in one piece. */
    public String joinedText() {
        return text.stream().collect(Collectors.joining(" "));
    }
}
