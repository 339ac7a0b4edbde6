package io.receivables.core.interest;

import io.receivables.core.Convention;
import io.receivables.core.internal.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A law on late payment, or a usual clause, with its versions over time. {@link InterestRegimes} has those that ship; any
 * part of them can be replaced.
 *
 * @param canonicalName the pinned name, such as {@code fr-l441-10}
 * @param aliases other names, English and French
 * @param citation the law
 * @param versions in order of their days
 */
public record InterestRegime(String canonicalName, List<String> aliases, String citation, List<Version> versions)
        implements Convention {
    /** The last day of a version that is still in force. */
    public static final LocalDate FOR_GOOD = LocalDate.of(Checks.LAST_YEAR, 12, 31);

    /**
     * The terms for documents issued between two days, both included.
     *
     * @param from the first day
     * @param to the last day
     * @param terms what lateness costs
     */
    public record Version(LocalDate from, LocalDate to, InterestTerms terms) {
        public Version {
            Checks.date(from, "from");
            Checks.date(to, "to");
            LocalDate first = from;
            LocalDate last = to;
            Checks.that(
                    !last.isBefore(first), () -> "version from " + first + " to " + last + " ends before it begins");
        }
    }

    public InterestRegime {
        Checks.id(canonicalName, "regime");
        aliases = List.copyOf(aliases);
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
        for (int i = 1; i < versions.size(); i++) {
            Version earlier = versions.get(i - 1);
            Version later = versions.get(i);
            Checks.that(
                    later.from().isAfter(earlier.to()),
                    () -> "regime " + canonicalName + " has two versions on " + later.from());
        }
    }

    /** A regime of one's own, for documents of any day. */
    public static InterestRegime of(String canonicalName, InterestTerms terms) {
        return new InterestRegime(
                canonicalName,
                List.of(),
                terms.citation(),
                List.of(new Version(LocalDate.of(Checks.FIRST_YEAR, 1, 1), FOR_GOOD, terms)));
    }

    /**
     * The terms for documents issued on a day. Laws go by the day of the contract; a ledger knows the day of the document,
     * which is taken for it. Empty where no version covers the day.
     */
    public Optional<InterestTerms> on(LocalDate issued) {
        return versions.stream()
                .filter(version -> !issued.isBefore(version.from()) && !issued.isAfter(version.to()))
                .map(Version::terms)
                .findFirst();
    }

    /** This regime with the rate that the parties agreed on, as far as each version lets it be charged. */
    public InterestRegime agreed(AgreedRate rate) {
        return map(terms -> terms.agreed(rate));
    }

    /** This regime with other terms in each version, such as another day count. */
    public InterestRegime map(UnaryOperator<InterestTerms> change) {
        return new InterestRegime(
                canonicalName,
                aliases,
                citation,
                versions.stream()
                        .map(version -> new Version(version.from(), version.to(), change.apply(version.terms())))
                        .toList());
    }

    /** This regime with a version more; one that was in force when it begins ends on the day before. */
    public InterestRegime with(Version version) {
        List<Version> all = new ArrayList<>(List.of(version));
        for (Version each : versions) {
            if (each.from().isBefore(version.from()) && !each.to().isBefore(version.from())) {
                all.add(new Version(each.from(), version.from().minusDays(1), each.terms()));
            } else if (!each.from().equals(version.from())) {
                all.add(each);
            }
        }
        return new InterestRegime(canonicalName, aliases, citation, all);
    }
}
