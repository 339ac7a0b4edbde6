package io.receivables.dunning;

import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a run proposes. Nothing of it has happened: a dry run is a plan that nobody accepts. */
public final class DunningPlan {
    private final Planner planner;
    private final List<Letter> letters;
    private final List<DunningAction> questions;
    private final List<LadderRestarted> restarts;
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    DunningPlan(Planner planner, List<Planner.Part> parts) {
        this.planner = planner;
        this.letters = parts.stream().flatMap(part -> part.letters.stream()).toList();
        this.questions = parts.stream().flatMap(part -> part.questions.stream()).toList();
        this.restarts = parts.stream().flatMap(part -> part.restarts.stream()).toList();
        parts.forEach(part -> part.counts.forEach((rule, count) -> counts.merge(rule, count, Integer::sum)));
    }

    /** The run's date. */
    public LocalDate date() {
        return planner.context().options.date();
    }

    /** The letters, in the order of the customers' ids. */
    public List<Letter> letters() {
        return letters;
    }

    /** All actions of the letters. */
    public List<DunningAction> actions() {
        return letters.stream().flatMap(letter -> letter.actions().stream()).toList();
    }

    /** Actions that are due once the customer's sales representative agrees, and about which nobody asked them yet. */
    public List<DunningAction> questions() {
        return questions;
    }

    /** Ladders that begin anew because of a part payment; accepted with the plan. */
    public List<LadderRestarted> restarts() {
        return restarts;
    }

    /** How many open items each rule decided about; they add up to the number of open items. */
    public Map<Rule, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Why something is done about a document, or nothing: an explanation for each of its instalments.
     *
     * @throws IllegalArgumentException if the ledger has no invoice or debit note of that id
     */
    public List<Explanation> why(String documentId) {
        return reasons().of(documentId);
    }

    /** Why something is done about each open item of a customer, or nothing, oldest due date first. */
    public List<Explanation> whyOfCustomer(String customerId) {
        return reasons().ofCustomer(customerId);
    }

    /** The events of a plan that is accepted whole and sent on its date; for simulations and tests. */
    public List<DunningEvent> asSent() {
        return Stream.concat(restarts.stream(), letters.stream().flatMap(letter -> letter.asSent().stream()))
                .toList();
    }

    /** The explanations of some items, in the order given. */
    public List<Explanation> why(ItemReference... items) {
        return reasons().of(items);
    }

    private Reasons reasons() {
        return new Reasons(planner);
    }

    @Override
    public String toString() {
        return "DunningPlan[" + date() + ", letters=" + letters.size() + ", " + counts + "]";
    }
}
