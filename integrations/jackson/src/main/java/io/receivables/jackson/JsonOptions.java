package io.receivables.jackson;

import java.util.Locale;
import java.util.Objects;

/**
 * The choices that the JSON of the domain model leaves. Both {@code ReceivablesModule}s take them; the one that is found
 * without being registered uses {@link #standard()}.
 *
 * <p>They are choices of this library and not the mapper's {@code FAIL_ON_UNKNOWN_PROPERTIES} and the like, whose defaults
 * differ between Jackson 2 and Jackson 3.
 *
 * @param amounts how amounts are written; both forms are read, whatever was chosen
 * @param unknownFields what reading does with a field that the format does not have
 * @param language the language of the problem messages that are written
 */
public record JsonOptions(Amounts amounts, UnknownFields unknownFields, Locale language) {

    /** How amounts are written. */
    public enum Amounts {
        /** As decimal strings, {@code "12.30"}: no reader can take them for floating-point numbers. */
        STRINGS,
        /** As JSON numbers, {@code 12.30}: exact as written, but many readers will hold them in floating point. */
        NUMBERS
    }

    /** What reading does with a field that the format does not have. */
    public enum UnknownFields {
        /** It is skipped, so that an older reader copes with what a newer writer adds. */
        TOLERATED,
        /** It is an error, so that a misspelt optional field does not go unnoticed. */
        REFUSED
    }

    public JsonOptions {
        Objects.requireNonNull(amounts, "amounts");
        Objects.requireNonNull(unknownFields, "unknownFields");
        Objects.requireNonNull(language, "language");
    }

    /** Amounts as strings, unknown fields tolerated, problem messages in English. */
    public static JsonOptions standard() {
        return new JsonOptions(Amounts.STRINGS, UnknownFields.TOLERATED, Locale.ENGLISH);
    }

    /** These options, with amounts written as JSON numbers. */
    public JsonOptions amountsAsNumbers() {
        return new JsonOptions(Amounts.NUMBERS, unknownFields, language);
    }

    /** These options, with unknown fields an error. */
    public JsonOptions refusingUnknownFields() {
        return new JsonOptions(amounts, UnknownFields.REFUSED, language);
    }

    /** These options, with problem messages in French where the locale's language is French, in English otherwise. */
    public JsonOptions messagesIn(Locale language) {
        return new JsonOptions(amounts, unknownFields, language);
    }
}
