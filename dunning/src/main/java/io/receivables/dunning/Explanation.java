package io.receivables.dunning;

import io.receivables.core.Money;
import io.receivables.core.ProblemCode;
import io.receivables.core.collection.ItemReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Why something is done about an item on a day, or nothing: the rule that decided, its facts, and until when. */
public final class Explanation {
    private final ItemReference item;
    private final LocalDate date;
    private final Rule rule;
    private final Map<String, String> facts;
    private final Money claimed;
    private final @Nullable LocalDate changesOn;
    private final @Nullable DunningAction action;

    Explanation(
            ItemReference item,
            LocalDate date,
            Rule rule,
            Map<String, String> facts,
            Money claimed,
            @Nullable LocalDate changesOn,
            @Nullable DunningAction action) {
        this.item = item;
        this.date = date;
        this.rule = rule;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        this.claimed = claimed;
        this.changesOn = changesOn;
        this.action = action;
    }

    public ItemReference item() {
        return item;
    }

    /** The day that is explained. */
    public LocalDate date() {
        return date;
    }

    /** The rule that decided. */
    public Rule rule() {
        return rule;
    }

    /** What the rule looked at, by name; amounts and dates as texts. */
    public Map<String, String> facts() {
        return facts;
    }

    /** What the customer may be asked for: what is open, undisputed and not covered by credit; zero where nothing is. */
    public Money claimed() {
        return claimed;
    }

    /**
     * The first day on which the answer can be another one if nothing happens; empty if time alone changes nothing. Days off do not
     * count where sales are waited for: on them {@link Rule#NO_BUSINESS_DAY} stands in front of it.
     */
    public Optional<LocalDate> changesOn() {
        return Optional.ofNullable(changesOn);
    }

    /** What is done; empty when nothing is. */
    public Optional<DunningAction> action() {
        return Optional.ofNullable(action);
    }

    /** The explanation in words, in French where the locale's language is French, in English otherwise. */
    public List<String> lines(Locale locale) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        ResourceBundle texts = ResourceBundle.getBundle("io.receivables.dunning.Rules", language);
        List<String> lines = new ArrayList<>();
        lines.add(ProblemCode.fill(texts, "item", facts));
        lines.add(rule.id() + ": " + ProblemCode.fill(texts, rule.id(), facts));
        String scope = facts.get(Explainer.SCOPE);
        if (scope != null) {
            lines.add(ProblemCode.fill(texts, "policy-" + scope, facts));
        }
        if (changesOn != null) {
            lines.add(ProblemCode.fill(texts, "changes", Map.of("date", changesOn.toString())));
        }
        return lines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that
                && item.equals(that.item)
                && date.equals(that.date)
                && rule == that.rule
                && facts.equals(that.facts)
                && claimed.equals(that.claimed)
                && Objects.equals(changesOn, that.changesOn)
                && Objects.equals(action, that.action);
    }

    @Override
    public int hashCode() {
        return Objects.hash(item, date, rule, facts, claimed, changesOn, action);
    }

    @Override
    public String toString() {
        return item + " on " + date + ": " + rule + " " + facts;
    }
}
