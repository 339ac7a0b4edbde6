package io.receivables.dunning;

import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.policy.DunningStep;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a run proposes to do about one item.
 *
 * @param key what makes it this action and no other
 * @param customerId who owes
 * @param policyId the policy that says so
 * @param step the step to take
 * @param date the run's date
 * @param dueDate the item's due date
 * @param original the item's original size
 * @param open what is open of it
 * @param claimed what of that is asked for: what is disputed is left out
 * @param rule the rule that decided
 */
public record DunningAction(
        ActionKey key,
        String customerId,
        String policyId,
        DunningStep step,
        LocalDate date,
        LocalDate dueDate,
        Money original,
        Money open,
        Money claimed,
        Rule rule) {
    public DunningAction {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(policyId, "policyId");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(claimed, "claimed");
        Objects.requireNonNull(rule, "rule");
    }

    public ItemReference item() {
        return key.item();
    }

    /** Days since the due date; negative before it. */
    public int daysPastDue() {
        return Math.toIntExact(date.toEpochDay() - dueDate.toEpochDay());
    }
}
