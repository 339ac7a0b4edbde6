package io.receivables.core.cash;

import io.receivables.core.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a matcher says of a bank line: how to divide it, or which items it may be for and why it is not divided. */
public final class MatchProposal {
    private final List<ItemShare> shares;
    private final List<Candidate> candidates;
    private final String customerId;
    private final @Nullable Problem problem;

    private MatchProposal(
            List<ItemShare> shares, List<Candidate> candidates, String customerId, @Nullable Problem problem) {
        this.shares = List.copyOf(shares);
        this.candidates = List.copyOf(candidates);
        this.customerId = Objects.requireNonNull(customerId, "customerId");
        this.problem = problem;
    }

    /**
     * The line pays these items of one customer. The shares may add up to less than the line's principal: the rest stays
     * unapplied.
     */
    public static MatchProposal apply(String customerId, List<ItemShare> shares, List<Candidate> candidates) {
        if (shares.isEmpty() || customerId.isBlank()) {
            throw new IllegalArgumentException("shares " + shares + " of customer \"" + customerId
                    + "\": a line that pays says what, and for whom");
        }
        return new MatchProposal(shares, candidates, customerId, null);
    }

    /** The line is not divided, for a reason; the items that it may be for. */
    public static MatchProposal leave(Problem problem, List<Candidate> candidates) {
        return new MatchProposal(List.of(), candidates, "", Objects.requireNonNull(problem, "problem"));
    }

    /** This proposal, of a payment from a known customer: what is not divided is then that customer's unapplied cash. */
    public MatchProposal from(String customerId) {
        return new MatchProposal(shares, candidates, customerId, problem);
    }

    /** How to divide the principal; empty to leave it. */
    public List<ItemShare> shares() {
        return shares;
    }

    /** The items that the line may be for, the strongest evidence first. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** Who paid; empty when that is not known. */
    public String customerId() {
        return customerId;
    }

    /** Why the line is not divided. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
