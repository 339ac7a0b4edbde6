package io.receivables.dunning.desk;

import io.receivables.core.Dispute;
import io.receivables.core.Problem;
import io.receivables.core.collection.CollectionFact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of telling the desk something. Told again, it answers {@link Kind#KNOWN} with the same facts: a host that
 * broke off before it kept them asks again.
 */
public final class Recorded {
    /** What came of it. */
    public enum Kind {
        /** It is in the journal now. */
        RECORDED,
        /** It was there already. */
        KNOWN,
        /** It does not fit what the journal says: {@link Recorded#problem}. */
        REFUSED
    }

    private final Kind kind;
    private final @Nullable Problem problem;
    private final List<CollectionFact> collectionFacts;
    private final List<Dispute> disputes;

    private Recorded(
            Kind kind, @Nullable Problem problem, List<CollectionFact> collectionFacts, List<Dispute> disputes) {
        this.kind = kind;
        this.problem = problem;
        this.collectionFacts = List.copyOf(collectionFacts);
        this.disputes = List.copyOf(disputes);
    }

    static Recorded recorded() {
        return new Recorded(Kind.RECORDED, null, List.of(), List.of());
    }

    static Recorded known() {
        return new Recorded(Kind.KNOWN, null, List.of(), List.of());
    }

    static Recorded refused(Problem problem) {
        return new Recorded(Kind.REFUSED, problem, List.of(), List.of());
    }

    static Recorded refused(DeskProblem code, Object... namesAndValues) {
        return refused(Problem.of(code, namesAndValues));
    }

    /** This, with a fact for the collection. */
    Recorded with(CollectionFact fact) {
        return new Recorded(kind, problem, List.of(fact), disputes);
    }

    /** This, with a fact for the ledger. */
    Recorded with(Dispute dispute) {
        return new Recorded(kind, problem, collectionFacts, List.of(dispute));
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it is in the journal, since now or before. */
    public boolean isRecorded() {
        return kind != Kind.REFUSED;
    }

    /** Why it was refused. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** The promise or the plan that follows, for the host to add to its facts of collecting. */
    public List<CollectionFact> collectionFacts() {
        return collectionFacts;
    }

    /** The dispute that follows, for the host to add to its ledger. */
    public List<Dispute> disputes() {
        return disputes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recorded that
                && kind == that.kind
                && Objects.equals(problem, that.problem)
                && collectionFacts.equals(that.collectionFacts)
                && disputes.equals(that.disputes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, problem, collectionFacts, disputes);
    }

    @Override
    public String toString() {
        return problem == null ? kind.toString() : kind + " " + problem;
    }
}
