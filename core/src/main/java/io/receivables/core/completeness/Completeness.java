package io.receivables.core.completeness;

import io.receivables.core.Problem;
import java.util.List;

/**
 * What an invoice lacks under a profile.
 *
 * @param profile the profile's name
 * @param number the invoice's number; empty when it has none
 * @param missing the mentions that are needed or recommended and not there, in the profile's order
 */
public record Completeness(String profile, String number, List<Mention> missing) {
    public Completeness {
        missing = List.copyOf(missing);
    }

    /** Whether nothing is missing but what is only recommended. */
    public boolean isComplete() {
        return missing.stream().allMatch(mention -> mention.need() == Need.RECOMMENDED);
    }

    /** What is missing of one need. */
    public List<Mention> missing(Need need) {
        return missing.stream().filter(mention -> mention.need() == need).toList();
    }

    /** A problem for each missing mention, with its citation; a warning where it is only recommended. */
    public List<Problem> problems() {
        return missing.stream().map(this::problem).toList();
    }

    private Problem problem(Mention mention) {
        CompletenessProblem code = mention.need() == Need.RECOMMENDED
                ? CompletenessProblem.RECOMMENDED_MENTION_MISSING
                : CompletenessProblem.MENTION_MISSING;
        return Problem.of(
                code, Problem.ID, number, "profile", profile, "mention", mention.id(), "citation", mention.citation());
    }
}
