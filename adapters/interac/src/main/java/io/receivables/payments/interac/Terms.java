package io.receivables.payments.interac;

import io.receivables.core.Money;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bank agreed with its customer: limits, expiry, price. Banks set these as they like, so they are configured; the
 * defaults are those of a bank's public page.
 */
record Terms(
        Money least,
        Money most,
        Duration shortestExpiry,
        Duration longestExpiry,
        Duration expiresAfter,
        Duration absentAfter,
        @Nullable Money fee) {
    static final ConfigKey<Money> LEAST = inCad("least", "the smallest amount of a request; one cent by default")
            .orElse(Money.of("0.01", "CAD"));

    /** BMO Instant Payments, J.P. Morgan and e-Transfer for Business publish this limit; consumers' are often 3,000. */
    static final ConfigKey<Money> MOST = inCad(
                    "most", "the greatest amount of a request; CAD 25000.00 by default, as banks publish for business")
            .orElse(Money.of("25000.00", "CAD"));

    static final ConfigKey<Duration> SHORTEST_EXPIRY = positive(
                    "shortestExpiry", "how soon a request may end; PT2H by default, as BMO Instant Payments publishes")
            .orElse(Duration.ofHours(2));

    static final ConfigKey<Duration> LONGEST_EXPIRY = positive(
                    "longestExpiry", "how late a request may end; P30D by default, as BMO Instant Payments publishes")
            .orElse(Duration.ofDays(30));

    /** A day less than the most, so that the remote side's clock may differ. */
    static final ConfigKey<Duration> EXPIRES_AFTER = positive(
                    "expiresAfter", "when a request ends for which nothing is said; P29D by default")
            .orElse(Duration.ofDays(29));

    static final ConfigKey<Duration> ABSENT_AFTER = positive(
                    "absentAfter",
                    "how long after the last try a request that is not shown can no longer appear; PT1H by default")
            .orElse(Duration.ofHours(1));

    static final ConfigKey<Money> FEE = inCad("fee", "what a request costs; agreed with the bank, unknown by default")
            .optional();

    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    private static ConfigKey<Money> inCad(String name, String meaning) {
        return ConfigKey.amount(name, meaning)
                .where(
                        amount -> amount.currency().equals(Json.CAD) && amount.isPositive(),
                        "an amount such as CAD 3000.00");
    }

    private static ConfigKey<Duration> positive(String name, String meaning) {
        return ConfigKey.duration(name, meaning)
                .where(time -> !time.isNegative() && !time.isZero(), "a time above zero such as PT2H or P30D");
    }

    /**
     * The terms that a configuration has.
     *
     * @throws IllegalArgumentException if they do not go together
     */
    static Terms of(ProviderConfig config) {
        Terms terms = new Terms(
                config.get(LEAST),
                config.get(MOST),
                config.get(SHORTEST_EXPIRY),
                config.get(LONGEST_EXPIRY),
                config.get(EXPIRES_AFTER),
                config.get(ABSENT_AFTER),
                config.find(FEE).orElse(null));
        require(terms.least.compareTo(terms.most) <= 0, "least is above most");
        require(terms.shortestExpiry.compareTo(terms.longestExpiry) <= 0, "shortestExpiry is above longestExpiry");
        require(terms.allows(terms.expiresAfter), "expiresAfter is not between shortestExpiry and longestExpiry");
        return terms;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + ": change one of them");
        }
    }

    private boolean allows(Duration untilEnd) {
        return untilEnd.compareTo(shortestExpiry) >= 0 && untilEnd.compareTo(longestExpiry) <= 0;
    }

    /** What both dialects have in common. */
    Capabilities.Builder capabilities(int longestKey) {
        Capabilities.Builder builder = Capabilities.of(
                        Capabilities.Flow.REQUEST,
                        new Capabilities.Limits(least, most),
                        Idempotency.of(Idempotency.Mode.LOOKUP, longestKey))
                .can(Operation.FIND, Operation.CANCEL)
                .effort(Capabilities.Effort.APPROVE)
                .expires(shortestExpiry, longestExpiry);
        if (fee != null) {
            builder.fee(fee);
        }
        return builder;
    }

    /** When a request ends. */
    Instant expiry(CollectCommand command, Instant now) {
        return command.expiresAt().orElseGet(() -> now.plus(expiresAfter));
    }

    /** Why a command is outside the terms. */
    Optional<Reason> wrong(CollectCommand command, Instant now) {
        Money amount = command.amount();
        if (!amount.currency().equals(Json.CAD) || amount.compareTo(least) < 0 || amount.compareTo(most) > 0) {
            return limit("amount " + amount + " is not between " + least + " and " + most);
        }
        if (!allows(Duration.between(now, expiry(command, now)))) {
            return limit("expiry " + command.expiresAt().orElse(now) + " is not " + shortestExpiry + " to "
                    + longestExpiry + " after " + now);
        }
        String language = command.payer().language();
        return LANGUAGES.contains(language)
                ? Optional.empty()
                : Optional.of(format("language \"" + language + "\" of the payer is neither en nor fr"));
    }

    private static Optional<Reason> limit(String text) {
        return Optional.of(Reason.of(Category.LIMIT, Retry.of(Retry.Kind.AFTER_DATA), text));
    }

    /** That something cannot be said in this form. */
    static Reason format(String text) {
        return Reason.of(Category.FORMAT, Retry.of(Retry.Kind.AFTER_DATA), text);
    }

    /** Why a text is too long for its field: it is not cut, since a reference that is cut is another one. */
    static Optional<Reason> tooLong(String field, String text, int longest) {
        return text.length() <= longest
                ? Optional.empty()
                : Optional.of(format(field + " has " + text.length() + " characters: use at most " + longest));
    }
}
