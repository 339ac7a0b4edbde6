package io.receivables.dunning.desk;

import io.receivables.core.Customer;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.LetterLanguage;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.SalesInvolvement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What policies say about letters that were accepted under them, perhaps under an earlier form of them. */
final class PolicyIndex {
    private final Policies policies;
    private final Map<String, DunningPolicy> byId = new HashMap<>();

    PolicyIndex(Policies policies) {
        this.policies = policies;
        policies.all().forEach(policy -> byId.putIfAbsent(policy.id(), policy));
    }

    Policies policies() {
        return policies;
    }

    private Optional<DunningPolicy> policy(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How often sending a letter may begin; once where its policy is no more, since nobody says otherwise. */
    int attempts(LetterState letter) {
        return policy(letter.actions().get(0).policyId())
                .map(DunningPolicy::attempts)
                .orElse(1);
    }

    /** The calendar of a letter; empty where its policy is no more. */
    Optional<String> calendar(LetterState letter) {
        return policy(letter.actions().get(0).policyId()).map(DunningPolicy::calendar);
    }

    /** The language to write in: the customer's own, otherwise that of the policy; English where that is no more. */
    String language(Customer customer, String policyId) {
        String usual = policy(policyId).map(DunningPolicy::language).orElse(LetterLanguage.ENGLISH.code());
        return LetterLanguage.of(customer, usual);
    }

    /** The sales representative who is told that a letter goes out; empty for nobody. */
    String salesToTell(Customer customer, LetterState letter) {
        boolean isTold = letter.actions().stream().anyMatch(this::informsSales);
        return isTold ? customer.attribute(Customer.SALES_REPRESENTATIVE).orElse("") : "";
    }

    private boolean informsSales(ActionAccepted action) {
        return policy(action.policyId()).stream()
                .flatMap(policy -> policy.steps().stream())
                .filter(step -> step.code().equals(action.key().step()))
                .map(DunningStep::sales)
                .anyMatch(SalesInvolvement.INFORMED::equals);
    }
}
