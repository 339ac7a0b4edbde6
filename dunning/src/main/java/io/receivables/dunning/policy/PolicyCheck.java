package io.receivables.dunning.policy;

import io.receivables.core.Problem;
import java.util.List;

/** Finds what is wrong with a policy. */
final class PolicyCheck {
    private PolicyCheck() {}

    static List<Problem> problems(DunningPolicy policy) {
        return List.of();
    }
}
