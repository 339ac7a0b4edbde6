package io.receivables.dunning.measure;

import java.util.Comparator;
import java.util.function.Function;

/** What {@link Effectiveness} can be told apart by. {@link #code()} is its pinned text in files. */
public enum Dimension {
    /** {@link io.receivables.dunning.policy.StepKind#code()}. */
    STEP("step", result -> result.action().step().code()),
    /** The level as a number; 0 for what stands beside the ladder. */
    LEVEL("level", result -> Integer.toString(result.action().level())),
    /** {@link io.receivables.core.collection.ReminderSent.Channel#code()}. */
    CHANNEL("channel", result -> result.action().channel().code()),
    TEMPLATE("template", result -> result.action().template()),
    /** The policy's id. */
    POLICY("policy", result -> result.action().policyId()),
    /** The customer's segment. */
    SEGMENT("segment", ActionResult::segment),
    /** The variant of an experiment that the customer is in. */
    VARIANT("variant", ActionResult::variant);

    private final String code;
    private final Function<ActionResult, String> value;

    Dimension(String code, Function<ActionResult, String> value) {
        this.code = code;
        this.value = value;
    }

    public String code() {
        return code;
    }

    /** What an action has in this dimension. */
    String of(ActionResult result) {
        return value.apply(result);
    }

    /** Levels by number, everything else by text. */
    Comparator<String> order() {
        return this == LEVEL ? Comparator.comparingInt(Integer::parseInt) : Comparator.naturalOrder();
    }
}
