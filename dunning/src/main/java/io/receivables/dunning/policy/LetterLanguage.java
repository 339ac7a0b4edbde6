package io.receivables.dunning.policy;

import io.receivables.core.Customer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language in which there are letters. {@link #code()} is its ISO 639-1 code, by which letters and templates name it. */
public enum LetterLanguage {
    ENGLISH("en", "eng", "english", "anglais"),
    FRENCH("fr", "fra", "fre", "french", "francais");

    private final String code;
    private final Set<String> names;

    LetterLanguage(String code, String... names) {
        this.code = code;
        this.names = Set.of(names);
    }

    public String code() {
        return code;
    }

    /**
     * The language that somebody stated: by a code ({@code fr}, {@code FRA}), a tag ({@code fr-CA}, {@code fr_CA}) or its
     * name ({@code Français}). Empty where there are no letters in it.
     */
    public static Optional<LetterLanguage> stated(String text) {
        String plain = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        String name = plain.split("[^\\p{L}]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.code.equals(name) || language.names.contains(name))
                .findFirst();
    }

    /** The code of the language to write to a customer in: theirs where there are letters in it, another one otherwise. */
    public static String of(Customer customer, String otherwise) {
        return customer.attribute(Customer.LANGUAGE)
                .flatMap(LetterLanguage::stated)
                .map(LetterLanguage::code)
                .orElse(otherwise);
    }
}
