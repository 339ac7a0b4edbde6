package io.receivables.core.ledger;

import io.receivables.core.Allocation;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts by kind and id, which of them are kept, and what is wrong with them. */
final class FactRegister {
    private final List<Fact> inOrder = new ArrayList<>();
    private final Map<Class<?>, List<Fact>> byType = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<FactKind, Map<String, Fact>> others = new EnumMap<>(FactKind.class);
    // by identity: hashing the contents of a million documents takes longer than everything else
    private final Set<Fact> rejected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Problem> problems = new ArrayList<>();

    /** Takes a fact over, unless its id is taken; then the first one stays and a problem says so. */
    boolean add(Fact fact) {
        Fact earlier = fact instanceof Document document
                ? documents.putIfAbsent(document.id(), document)
                : others.computeIfAbsent(fact.kind(), kind -> new HashMap<>()).putIfAbsent(fact.id(), fact);
        if (earlier != null) {
            report(earlier.equals(fact) ? LedgerProblem.DUPLICATE : LedgerProblem.CONFLICTING_ID, fact);
            return false;
        }
        inOrder.add(fact);
        Class<?> type = fact instanceof Document ? Document.class : fact.getClass();
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(fact);
        return true;
    }

    /** The facts of a type, {@link Document} or a kind of others, that are kept so far, in the order given. */
    <F extends Fact> List<F> all(Class<F> type) {
        return byType.getOrDefault(type, List.of()).stream()
                .filter(this::isKept)
                .map(type::cast)
                .toList();
    }

    List<Fact> kept() {
        return inOrder.stream().filter(this::isKept).toList();
    }

    boolean isKept(Fact fact) {
        return rejected.isEmpty() || !rejected.contains(fact);
    }

    @Nullable Document document(String id) {
        return documents.get(id);
    }

    @Nullable Allocation allocation(String id) {
        return (Allocation) others.getOrDefault(FactKind.ALLOCATION, Map.of()).get(id);
    }

    /** All problems, in the order in which they were met. */
    List<Problem> problems() {
        return problems;
    }

    /** Leaves a fact out, and says why. */
    void reject(LedgerProblem code, Fact fact, Object... attributes) {
        rejected.add(fact);
        report(code, fact, attributes);
    }

    void report(LedgerProblem code, Fact fact, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of("kind", fact.kind().code(), Problem.ID, fact.id()));
        all.addAll(List.of(attributes));
        problems.add(Problem.of(code, all.toArray()));
    }
}
