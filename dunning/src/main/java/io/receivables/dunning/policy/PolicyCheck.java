package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.interest.InterestRegimes;
import io.receivables.dunning.internal.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong with a policy, all at once. Fields are named as in JSON, {@code steps[2].daysPastDue}, so that a
 * mistake is found wherever the policy was written down.
 */
final class PolicyCheck {
    private static final int FIRST_LEVEL = 1;
    private static final int MOST_ATTEMPTS = 99;
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    /** An ISO 3166 country, or a part of one. */
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final DunningPolicy policy;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyCheck(DunningPolicy policy) {
        this.policy = policy;
    }

    static List<Problem> problems(DunningPolicy policy) {
        PolicyCheck check = new PolicyCheck(policy);
        check.checkTexts();
        check.checkNumbers();
        check.checkAlerts();
        check.checkSteps();
        return List.copyOf(check.problems);
    }

    // ---- the policy

    private void checkTexts() {
        checkName("id", policy.id());
        checkName("calendar", policy.calendar());
        if (!LANGUAGES.contains(policy.language())) {
            report(PolicyProblem.UNKNOWN_LANGUAGE, "language", policy.language());
        }
        if (!policy.country().isEmpty() && !COUNTRY.matcher(policy.country()).matches()) {
            report(PolicyProblem.UNKNOWN_COUNTRY, "country", policy.country());
        }
        if (claimsInterest() && InterestRegimes.named(policy.interestRegime()).isEmpty()) {
            report(PolicyProblem.UNKNOWN_REGIME, "interestRegime", policy.interestRegime());
        }
    }

    private boolean claimsInterest() {
        return !policy.interestRegime().isEmpty();
    }

    private void checkName(String field, String name) {
        if (name.isBlank()) {
            report(PolicyProblem.BLANK, field, name);
        } else if (name.length() > Checks.LONGEST_ID) {
            report(PolicyProblem.TOO_LONG, field, name.length(), "most", Checks.LONGEST_ID);
        }
    }

    private void checkNumbers() {
        checkDays("graceDays", policy.graceDays());
        checkDays("minimumInterval", policy.minimumInterval());
        checkDays("promiseGraceDays", policy.promiseGraceDays());
        checkDays("planToleranceDays", policy.planToleranceDays());
        checkDays("alertHoldDays", policy.alertHoldDays());
        if (policy.attempts() < 1 || policy.attempts() > MOST_ATTEMPTS) {
            report(PolicyProblem.ATTEMPTS_OUT_OF_RANGE, "attempts", policy.attempts(), "most", MOST_ATTEMPTS);
        }
    }

    private void checkDays(String field, int days) {
        if (days < 0 || days > Checks.MOST_DAYS) {
            report(PolicyProblem.DAYS_OUT_OF_RANGE, field, days, "least", 0, "most", Checks.MOST_DAYS);
        }
    }

    private void checkAlerts() {
        if (policy.alertHoldDays() == 0 && policy.alerts().containsValue(AlertResponse.HOLD)) {
            report(PolicyProblem.HOLD_WITHOUT_DAYS, "alertHoldDays", 0);
        }
    }

    // ---- its steps

    private void checkSteps() {
        if (policy.steps().isEmpty()) {
            report(PolicyProblem.NO_STEPS, "steps", 0);
        }
        Sequence before = new Sequence();
        for (int index = 0; index < policy.steps().size(); index++) {
            StepCheck check = new StepCheck(policy.steps().get(index), "steps[" + index + "].");
            check.checkAlone();
            check.checkAfter(before);
            before.add(check.step);
        }
    }

    /** What the steps before one are. */
    private final class Sequence {
        private @Nullable Integer courtesyDays;
        private final Map<String, Minimum> highestMinimums = new HashMap<>();
        private @Nullable DunningStep ladder;
        private @Nullable Integer highestLevel;
        private @Nullable DunningStep latest;
        private @Nullable DunningStep last;
        private @Nullable DunningStep letter;
        private boolean formalNotice;

        void add(DunningStep step) {
            if (step.kind() == StepKind.COURTESY) {
                step.daysPastDue()
                        .ifPresent(days -> courtesyDays = courtesyDays == null ? days : Math.max(courtesyDays, days));
            }
            if (step.kind().isOnLadder()) {
                addToLadder(step);
            }
            if (step.kind().reachesCustomer()) {
                letter = step;
            }
        }

        private void addToLadder(DunningStep step) {
            ladder = step;
            highestLevel = highestLevel == null ? step.level() : Math.max(highestLevel, step.level());
            if (step.daysPastDue().isPresent() && (latest == null || firstDay(latest) <= firstDay(step))) {
                latest = step;
            }
            if (last == null && step.kind().isLast()) {
                last = step;
            }
            formalNotice |= step.kind() == StepKind.FORMAL_NOTICE;
            if (!isPassedOver(step)) {
                addMinimums(step);
            }
        }

        /** Where the most severe step is taken, an item is past others without having been asked for enough. */
        private boolean isPassedOver(DunningStep step) {
            return policy.catchUp() == CatchUp.MOST_SEVERE && step.kind() != StepKind.FORMAL_NOTICE;
        }

        private void addMinimums(DunningStep step) {
            step.minimums()
                    .forEach((currency, amount) -> highestMinimums.merge(
                            currency,
                            new Minimum(step, amount),
                            BinaryOperator.maxBy(Comparator.comparing(Minimum::amount))));
        }
    }

    private record Minimum(DunningStep step, Money amount) {}

    /** The day past due on which a step of stated days is first taken: on the due date nothing is late. */
    private static int firstDay(DunningStep step) {
        int days = step.daysPastDue().orElseThrow();
        return step.kind().isOnLadder() ? Math.max(days, 1) : days;
    }

    private final class StepCheck {
        private final DunningStep step;
        private final String path;

        StepCheck(DunningStep step, String path) {
            this.step = step;
            this.path = path;
        }

        /** What needs no look at other steps. */
        void checkAlone() {
            checkName(path + "template", step.template());
            step.daysAfterPrevious().ifPresent(days -> checkDays(path + "daysAfterPrevious", days));
            step.minimums().values().stream()
                    .filter(Money::isNegative)
                    .forEach(amount -> reportStep(PolicyProblem.NEGATIVE_MINIMUM, "minimums", amount));
            if (step.daysPastDue().isEmpty() && step.daysAfterPrevious().isEmpty()) {
                reportStep(PolicyProblem.NO_TIME, "daysPastDue", "");
            }
            switch (step.kind()) {
                case COURTESY -> checkCourtesy();
                case RETURN_CONTACT ->
                    reportStep(
                            PolicyProblem.RETURN_CONTACT_AS_STEP,
                            "kind",
                            step.kind().code());
                case FORMAL_NOTICE -> {
                    checkOnLadder();
                    checkProof();
                }
                case REMINDER, NEGOTIATION, CREDIT_STOP, HAND_OVER, WRITE_OFF_PROPOSAL -> checkOnLadder();
            }
        }

        private void checkCourtesy() {
            if (step.level() != ReminderSent.COURTESY) {
                reportStep(PolicyProblem.COURTESY_WITH_LEVEL, "level", step.level());
            }
            step.daysPastDue().ifPresent(days -> {
                if (days > 0) {
                    reportStep(PolicyProblem.COURTESY_AFTER_DUE, "daysPastDue", days);
                } else if (days < -Checks.MOST_DAYS) {
                    reportDays(days, -Checks.MOST_DAYS, 0);
                }
            });
            if (!step.fee().equals(Fee.none())) {
                reportStep(PolicyProblem.COURTESY_WITH_CHARGES, "fees", "");
            }
            if (step.claimsInterest()) {
                reportStep(PolicyProblem.COURTESY_WITH_CHARGES, "interest", "");
            }
        }

        private void checkOnLadder() {
            if (step.level() < FIRST_LEVEL || step.level() > ReminderSent.HIGHEST_LEVEL) {
                reportStep(PolicyProblem.LEVEL_OUT_OF_RANGE, "level", step.level(), "most", ReminderSent.HIGHEST_LEVEL);
            }
            step.daysPastDue().ifPresent(days -> {
                if (days < 0) {
                    reportStep(PolicyProblem.BEFORE_DUE, "daysPastDue", days);
                } else if (days > Checks.MOST_DAYS) {
                    reportDays(days, 0, Checks.MOST_DAYS);
                } else if (firstDay(step) <= policy.graceDays()) {
                    reportStep(PolicyProblem.WITHIN_GRACE, "daysPastDue", days, "grace", policy.graceDays());
                }
            });
            if (step.claimsInterest() && !claimsInterest()) {
                reportStep(PolicyProblem.INTEREST_WITHOUT_REGIME, "interest", "");
            }
        }

        private void checkProof() {
            String channel = step.channel().code();
            switch (step.channel()) {
                case PHONE, TEXT_MESSAGE -> reportStep(PolicyProblem.NOTICE_WITHOUT_PROOF, "channel", channel);
                case REGISTERED_LETTER, VISIT -> {}
                default -> reportStep(PolicyProblem.NOTICE_OF_WEAK_PROOF, "channel", channel);
            }
            if (policy.country().isEmpty()) {
                reportStep(
                        PolicyProblem.NOTICE_WITHOUT_COUNTRY,
                        "kind",
                        step.kind().code());
            }
        }

        /** What the steps before this one have to do with it. */
        void checkAfter(Sequence before) {
            if (step.kind() == StepKind.COURTESY) {
                checkCourtesyAfter(before);
            }
            if (step.kind().isOnLadder()) {
                checkLadderAfter(before);
            }
            if (before.letter != null && step.kind().reachesCustomer()) {
                checkIntervalAfter(before.letter);
            }
        }

        private void checkCourtesyAfter(Sequence before) {
            if (before.ladder != null) {
                reportStep(PolicyProblem.COURTESY_AFTER_LADDER, "kind", before.ladder.code());
            }
            int days = step.daysPastDue().orElse(Integer.MAX_VALUE);
            if (before.courtesyDays != null && days <= before.courtesyDays) {
                reportStep(PolicyProblem.COURTESY_NOT_RISING, "daysPastDue", days, "other", before.courtesyDays);
            }
            if (step.daysPastDue().isEmpty() && step.daysAfterPrevious().isPresent()) {
                reportNothingBefore();
            }
        }

        private void reportNothingBefore() {
            reportStep(
                    PolicyProblem.NOTHING_BEFORE,
                    "daysAfterPrevious",
                    step.daysAfterPrevious().getAsInt());
        }

        private void checkLadderAfter(Sequence before) {
            if (before.ladder == null
                    && step.daysPastDue().isEmpty()
                    && step.daysAfterPrevious().isPresent()) {
                reportNothingBefore();
            }
            if (before.highestLevel != null && step.level() <= before.highestLevel) {
                reportStep(PolicyProblem.LEVEL_NOT_RISING, "level", step.level(), "other", before.highestLevel);
            }
            if (before.last != null) {
                reportStep(PolicyProblem.UNREACHABLE, "kind", step.kind().code(), "other", before.last.code());
            }
            if (step.kind() == StepKind.HAND_OVER && !before.formalNotice) {
                reportStep(
                        PolicyProblem.HAND_OVER_WITHOUT_NOTICE,
                        "kind",
                        step.kind().code());
            }
            if (before.latest != null && step.daysPastDue().isPresent() && firstDay(step) <= firstDay(before.latest)) {
                reportStep(
                        PolicyProblem.OVERLAPPING,
                        "daysPastDue",
                        step.daysPastDue().getAsInt(),
                        "other",
                        before.latest.code(),
                        "otherDays",
                        before.latest.daysPastDue().getAsInt());
            }
            step.minimums().forEach((currency, amount) -> checkMinimum(currency, amount, before));
        }

        /** What is too little for a step that is not passed over never gets to those after it. */
        private void checkMinimum(String currency, Money amount, Sequence before) {
            Minimum other = before.highestMinimums.get(currency);
            if (other != null && amount.compareTo(other.amount) < 0) {
                reportStep(
                        PolicyProblem.LOWER_MINIMUM,
                        "minimums",
                        amount,
                        "other",
                        other.step.code(),
                        "otherMinimum",
                        other.amount);
            }
        }

        private void checkIntervalAfter(DunningStep letter) {
            daysAfter(letter).ifPresent(days -> {
                if (days < policy.minimumInterval()) {
                    reportStep(
                            PolicyProblem.WITHIN_INTERVAL,
                            step.daysPastDue().isPresent() ? "daysPastDue" : "daysAfterPrevious",
                            days,
                            "other",
                            letter.code(),
                            "interval",
                            policy.minimumInterval());
                }
            });
        }

        /** The fewest days after another step on which this one is taken; empty where nothing is said of that. */
        private OptionalLong daysAfter(DunningStep other) {
            boolean counted =
                    step.daysPastDue().isPresent() && other.daysPastDue().isPresent();
            if (!counted && step.daysAfterPrevious().isEmpty()) {
                return OptionalLong.empty();
            }
            long distance = counted ? (long) firstDay(step) - firstDay(other) : 0;
            long stated = Math.max(0, step.daysAfterPrevious().orElse(0));
            return OptionalLong.of(Math.max(distance, stated));
        }

        private void reportDays(int days, int least, int most) {
            report(PolicyProblem.DAYS_OUT_OF_RANGE, path + "daysPastDue", days, "least", least, "most", most);
        }

        private void reportStep(PolicyProblem code, String field, Object value, Object... more) {
            Object[] all = new Object[more.length + 2];
            all[0] = "step";
            all[1] = step.code();
            System.arraycopy(more, 0, all, 2, more.length);
            report(code, path + field, value, all);
        }
    }

    /** A problem of a field; further attributes are given as name, value, name, value, … */
    private void report(PolicyProblem code, String field, Object value, Object... more) {
        Map<String, String> where = new LinkedHashMap<>();
        where.put(Problem.ID, shortened(policy.id()));
        where.put(Problem.FIELD, field);
        where.put(Problem.VALUE, value.toString());
        problems.add(Problem.of(code, more).at(where));
    }

    private static String shortened(String id) {
        return id.length() <= Checks.LONGEST_ID ? id : id.substring(0, Checks.LONGEST_ID) + "…";
    }
}
