package io.receivables.dunning.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose law a formal notice must satisfy, and the words by which one knows that it does. */
enum Jurisdiction {
    FRANCE(
            "FR",
            8,
            mention(
                    Mention.NOTICE,
                    List.of("formal notice", "mise en demeure"),
                    List.of("mise en demeure", "en demeure")),
            mention(Mention.BASIS, List.of("1231-6"), List.of("1231-6")),
            mention(Mention.BASIS, List.of("1344"), List.of("1344")),
            mention(Mention.INTEREST, List.of("L441-10"), List.of("L441-10"))),
    QUEBEC(
            "CA-QC",
            10,
            mention(
                    Mention.NOTICE,
                    List.of("formal notice", "mise en demeure"),
                    List.of("mise en demeure", "en demeure")),
            mention(Mention.BASIS, List.of("1595"), List.of("1595")),
            mention(Mention.PROCEEDINGS, List.of("proceedings", "court"), List.of("tribuna", "judiciaire"))),
    CANADA(
            "CA",
            10,
            mention(Mention.NOTICE, List.of("formal demand", "demand for payment"), List.of("mise en demeure")),
            mention(Mention.PROCEEDINGS, List.of("proceedings", "court"), List.of("tribuna", "judiciaire"))),
    GERMANY(
            "DE",
            14,
            mention(Mention.NOTICE, List.of("formal notice", "reminder (mahnung)"), List.of("mise en demeure")),
            mention(Mention.BASIS, List.of("286"), List.of("286")),
            mention(Mention.INTEREST, List.of("288"), List.of("288"))),
    UNITED_KINGDOM(
            "GB",
            14,
            mention(Mention.NOTICE, List.of("letter before action", "letter before claim"), List.of("mise en demeure")),
            mention(Mention.INTEREST, List.of("(Interest) Act 1998"), List.of("(Interest) Act 1998")),
            mention(Mention.PROCEEDINGS, List.of("proceedings", "court"), List.of("tribuna", "judiciaire"))),
    EUROPEAN_UNION(
            "EU",
            14,
            mention(Mention.NOTICE, List.of("formal notice"), List.of("mise en demeure")),
            mention(Mention.INTEREST, List.of("2011/7/EU"), List.of("2011/7/UE")));

    /** What a formal notice has to say beside its own words, everywhere. */
    enum Mention {
        NOTICE("notice"),
        CREDITOR("creditor", "creditor.name", "creditorName"),
        DEBTOR("debtor", "recipient.name", "customerName"),
        SUM("sum", "total"),
        CAUSE("cause", "currencies.claims.document", "documents"),
        DEADLINE("deadline", "deadline"),
        BASIS("basis"),
        INTEREST("interest"),
        PROCEEDINGS("proceedings");

        private final String code;
        private final Set<String> variables;

        Mention(String code, String... variables) {
            this.code = code;
            this.variables = Set.of(variables);
        }

        String code() {
            return code;
        }

        private boolean needsVariable() {
            return !variables.isEmpty();
        }
    }

    /** One of some wordings, by language. */
    private record Wording(Mention mention, List<String> english, List<String> french) {
        boolean isIn(String words, LetterLocale locale) {
            return (locale.isFrench() ? french : english)
                    .stream().anyMatch(wording -> words.contains(wording.toLowerCase(Locale.ROOT)));
        }
    }

    private static final Set<String> MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
            "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final String code;
    private final int daysToPay;
    private final List<Wording> wordings;

    Jurisdiction(String code, int daysToPay, Wording... wordings) {
        this.code = code;
        this.daysToPay = daysToPay;
        this.wordings = List.of(wordings);
    }

    private static Wording mention(Mention mention, List<String> english, List<String> french) {
        return new Wording(mention, english, french);
    }

    /** The code, which names the file of its legal text. */
    String code() {
        return code;
    }

    /** The days that a formal notice usually leaves to pay. */
    int daysToPay() {
        return daysToPay;
    }

    /** The law of a country or province; a member state of the EU without rules of its own here has those of the EU. */
    static Optional<Jurisdiction> of(String country) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(country)
                        || (each == CANADA && country.startsWith("CA-") && !country.equals(QUEBEC.code))
                        || (each == EUROPEAN_UNION && MEMBER_STATES.contains(country)))
                .findFirst();
    }

    /** The countries that are known. */
    static String known() {
        return Stream.concat(Arrays.stream(values()).map(Jurisdiction::code), MEMBER_STATES.stream())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * What a formal notice lacks.
     *
     * @param words its literal text
     * @param shown the names whose values it shows
     */
    List<Mention> missing(String words, Set<String> shown, LetterLocale locale) {
        String lower = words.toLowerCase(Locale.ROOT);
        Stream<Mention> unsaid = wordings.stream()
                .filter(wording -> !wording.isIn(lower, locale))
                .map(Wording::mention);
        Stream<Mention> unshown = Arrays.stream(Mention.values())
                .filter(Mention::needsVariable)
                .filter(mention -> mention.variables.stream().noneMatch(shown::contains));
        return Stream.concat(unsaid, unshown).distinct().toList();
    }
}
