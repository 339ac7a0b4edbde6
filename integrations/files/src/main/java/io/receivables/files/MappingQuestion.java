package io.receivables.files;

import io.receivables.core.Problem;
import io.receivables.core.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something about a file that a person knows and the file does not tell.
 *
 * @param key what {@link MappingProposal#answer} takes; stable for the same file
 * @param code what is asked
 * @param attributes what it is about: usually {@link Problem#FILE}, {@link Problem#FIELD} and {@code column}
 * @param evidence cells that raise the question, as they stand in the file
 * @param answers what may be answered; for a currency and a day, suggestions only
 * @param assumed the answer with which the mapping was made; empty where nothing is assumed
 */
public record MappingQuestion(
        String key,
        ProposalCode code,
        Map<String, String> attributes,
        List<String> evidence,
        List<String> answers,
        Optional<String> assumed) {
    public MappingQuestion {
        Objects.requireNonNull(key, "key");
        attributes = new Problem(code, attributes).attributes();
        evidence = List.copyOf(evidence);
        answers = List.copyOf(answers);
        Objects.requireNonNull(assumed, "assumed");
    }

    /** Whether loading without an answer would be a guess; otherwise there is an assumption to confirm. */
    public boolean isNeeded() {
        return code.severity() == Severity.ERROR;
    }

    /** The file it is about. */
    public String file() {
        return attributes.getOrDefault(Problem.FILE, "");
    }

    /** The header of the column it is about; empty if it is about no single one. */
    public Optional<String> column() {
        return Optional.ofNullable(attributes.get("column"));
    }

    /** The field it is about; empty if it is about no single one. */
    public Optional<CsvField> field() {
        return Optional.ofNullable(attributes.get(Problem.FIELD)).flatMap(CsvField::find);
    }

    /** The question in French where the locale's language is French, in English otherwise. */
    public String text(Locale locale) {
        return code.message(attributes, locale);
    }

    /** Whether an answer is one of those possible. */
    boolean accepts(String answer) {
        return switch (code) {
            case CURRENCY_UNKNOWN, CURRENCY_SIGN, CURRENCY_BLANK, CURRENCY_BY_SIGN -> HeaderCurrency.isCode(answer);
            case OPEN_ON, OPEN_ON_IN_TITLE -> isDay(answer);
            default -> answers.contains(answer);
        };
    }

    private static boolean isDay(String answer) {
        try {
            return DateFormats.isBusinessDate(LocalDate.parse(answer));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
