package io.receivables.core.cash;

/**
 * Says what a bank line pays. {@link CashApplication} asks it line by line and keeps the books: a matcher never sees a line
 * twice, nor money out, nor what came back, and the open items that it is shown are those that are left.
 *
 * <p>A matcher is a function of its arguments: the same line and the same open items give the same proposal.
 */
@FunctionalInterface
public interface LineMatcher {
    /**
     * What a line that brought money pays.
     *
     * @param line booked, with a principal above zero
     * @param open what is open, before this line
     */
    MatchProposal propose(BankLine line, OpenItems open);

    /**
     * The matcher that asks for certainty: a line pays the items that its creditor reference, its end-to-end id, its
     * remitted documents or its free text name in full, when what is open of them is the principal to the cent. When the
     * kinds of evidence name different items that would each fit, it pays none.
     */
    static LineMatcher exact() {
        return ExactMatcher.INSTANCE;
    }
}
