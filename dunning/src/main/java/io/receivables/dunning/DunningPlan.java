package io.receivables.dunning;

import io.receivables.dunning.cases.DunningEvent;
import java.time.LocalDate;
import java.util.List;

/** What a run proposes. Nothing of it has happened: a dry run is a plan that nobody accepts. */
public final class DunningPlan {
    private final LocalDate date;
    private final List<Letter> letters;
    private final List<DunningAction> questions;
    private final List<DunningEvent.LadderRestarted> restarts;

    DunningPlan(
            LocalDate date,
            List<Letter> letters,
            List<DunningAction> questions,
            List<DunningEvent.LadderRestarted> restarts) {
        this.date = date;
        this.letters = List.copyOf(letters);
        this.questions = List.copyOf(questions);
        this.restarts = List.copyOf(restarts);
    }

    /** The run's date. */
    public LocalDate date() {
        return date;
    }

    /** The letters, by customer. */
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
    public List<DunningEvent.LadderRestarted> restarts() {
        return restarts;
    }
}
