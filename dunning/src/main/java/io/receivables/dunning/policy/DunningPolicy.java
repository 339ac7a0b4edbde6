package io.receivables.dunning.policy;

import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How items that fall due are followed up: ordered steps and the rules around them. Immutable; every method that changes
 * something gives a changed copy. A policy may be written down with mistakes; {@link #problems()} finds them all, and
 * {@link Policies} take none that has an error.
 */
public final class DunningPolicy {
    /** The name of the calendar on which every day is a business day. */
    public static final String EVERY_DAY = "every-day";

    /** The name of the calendar of Monday to Friday. */
    public static final String WEEKDAYS = "weekdays";

    private static final int FEW_ATTEMPTS = 3;
    private static final int TWO_WEEKS = 14;

    private final String id;
    private final List<DunningStep> steps;
    private final int graceDays;
    private final Grouping grouping;
    private final boolean mixedLevels;
    private final CatchUp catchUp;
    private final PartPayment partPayment;
    private final int minimumInterval;
    private final int promiseGraceDays;
    private final int planToleranceDays;
    private final boolean creditCovers;
    private final String calendar;
    private final String language;
    private final String country;
    private final String interestRegime;
    private final int attempts;
    private final @Nullable Channel returnContact;
    private final Map<AlertKind, AlertResponse> alerts;
    private final int alertHoldDays;
    /** Kept, since a run asks for the policy of every customer. */
    private final int hash;

    private static final class Fields {
        private String id;
        private List<DunningStep> steps;
        private int graceDays;
        private Grouping grouping = Grouping.PER_CUSTOMER_AND_CURRENCY;
        private boolean mixedLevels = true;
        private CatchUp catchUp = CatchUp.ONE_STEP_PER_RUN;
        private PartPayment partPayment = PartPayment.KEEPS_LEVEL;
        private int minimumInterval;
        private int promiseGraceDays;
        private int planToleranceDays;
        private boolean creditCovers = true;
        private String calendar = WEEKDAYS;
        private String language = "en";
        private String country = "";
        private String interestRegime = "";
        private int attempts = FEW_ATTEMPTS;
        private @Nullable Channel returnContact = Channel.PHONE;
        private Map<AlertKind, AlertResponse> alerts = Map.of();
        private int alertHoldDays = TWO_WEEKS;

        Fields(String id, List<DunningStep> steps) {
            this.id = id;
            this.steps = steps;
        }

        Fields(DunningPolicy policy) {
            this.id = policy.id;
            this.steps = policy.steps;
            this.graceDays = policy.graceDays;
            this.grouping = policy.grouping;
            this.mixedLevels = policy.mixedLevels;
            this.catchUp = policy.catchUp;
            this.partPayment = policy.partPayment;
            this.minimumInterval = policy.minimumInterval;
            this.promiseGraceDays = policy.promiseGraceDays;
            this.planToleranceDays = policy.planToleranceDays;
            this.creditCovers = policy.creditCovers;
            this.calendar = policy.calendar;
            this.language = policy.language;
            this.country = policy.country;
            this.interestRegime = policy.interestRegime;
            this.attempts = policy.attempts;
            this.returnContact = policy.returnContact;
            this.alerts = policy.alerts;
            this.alertHoldDays = policy.alertHoldDays;
        }
    }

    private DunningPolicy(Fields fields) {
        this.id = Objects.requireNonNull(fields.id, "id");
        this.steps = List.copyOf(fields.steps);
        this.graceDays = fields.graceDays;
        this.grouping = Objects.requireNonNull(fields.grouping, "grouping");
        this.mixedLevels = fields.mixedLevels;
        this.catchUp = Objects.requireNonNull(fields.catchUp, "catchUp");
        this.partPayment = Objects.requireNonNull(fields.partPayment, "partPayment");
        this.minimumInterval = fields.minimumInterval;
        this.promiseGraceDays = fields.promiseGraceDays;
        this.planToleranceDays = fields.planToleranceDays;
        this.creditCovers = fields.creditCovers;
        this.calendar = Objects.requireNonNull(fields.calendar, "calendar");
        this.language = Objects.requireNonNull(fields.language, "language");
        this.country = Objects.requireNonNull(fields.country, "country");
        this.interestRegime = Objects.requireNonNull(fields.interestRegime, "interestRegime");
        this.attempts = fields.attempts;
        this.returnContact = fields.returnContact;
        Map<AlertKind, AlertResponse> responses = new EnumMap<>(AlertKind.class);
        fields.alerts.forEach((kind, response) -> {
            if (response != AlertResponse.NONE) {
                responses.put(kind, response);
            }
        });
        this.alerts = Collections.unmodifiableMap(responses);
        this.alertHoldDays = fields.alertHoldDays;
        this.hash = parts().hashCode();
    }

    private DunningPolicy with(Consumer<Fields> change) {
        Fields fields = new Fields(this);
        change.accept(fields);
        return new DunningPolicy(fields);
    }

    // ---- making one

    /**
     * A policy of ordered steps, courtesy notices first: no grace, one letter per customer and currency, one step per run,
     * on weekdays, in English, three attempts of sending, a call when a payment is returned, alerts not heeded.
     */
    public static DunningPolicy of(String id, List<DunningStep> steps) {
        return new DunningPolicy(new Fields(id, steps));
    }

    /** {@link #of(String, List)} */
    public static DunningPolicy of(String id, DunningStep... steps) {
        return of(id, Arrays.asList(steps));
    }

    public DunningPolicy named(String id) {
        return with(fields -> fields.id = id);
    }

    public DunningPolicy withSteps(List<DunningStep> steps) {
        return with(fields -> fields.steps = steps);
    }

    /** An item is left alone for so many days past due. Steps count from the due date all the same. */
    public DunningPolicy withGraceDays(int days) {
        return with(fields -> fields.graceDays = days);
    }

    public DunningPolicy grouped(Grouping grouping) {
        return with(fields -> fields.grouping = grouping);
    }

    /** Whether items of several levels go into one letter, in the words of the highest; otherwise one letter each. */
    public DunningPolicy mixingLevels(boolean mixed) {
        return with(fields -> fields.mixedLevels = mixed);
    }

    public DunningPolicy catchingUp(CatchUp catchUp) {
        return with(fields -> fields.catchUp = catchUp);
    }

    public DunningPolicy onPartPayment(PartPayment rule) {
        return with(fields -> fields.partPayment = rule);
    }

    /** No customer is written to again for so many days after a letter. */
    public DunningPolicy withMinimumInterval(int days) {
        return with(fields -> fields.minimumInterval = days);
    }

    /** Days after a promised day on which its money still is in time. */
    public DunningPolicy withPromiseGraceDays(int days) {
        return with(fields -> fields.promiseGraceDays = days);
    }

    /** Days after an instalment's due date on which a payment plan is behind and not yet broken. */
    public DunningPolicy withPlanToleranceDays(int days) {
        return with(fields -> fields.planToleranceDays = days);
    }

    /** Whether unapplied payments and open credit notes keep the customer's oldest items from being dunned. */
    public DunningPolicy coveredByCredit(boolean covers) {
        return with(fields -> fields.creditCovers = covers);
    }

    /** On whose business days letters go out: {@link #EVERY_DAY}, {@link #WEEKDAYS}, or a name that the host knows. */
    public DunningPolicy onCalendar(String name) {
        return with(fields -> fields.calendar = name);
    }

    /** The language of letters to customers who state none, {@code en} or {@code fr}. */
    public DunningPolicy inLanguage(String language) {
        return with(fields -> fields.language = language);
    }

    /** Whose law a formal notice must satisfy, such as {@code FR} or {@code CA-QC}. */
    public DunningPolicy underLawOf(String country) {
        return with(fields -> fields.country = country);
    }

    /** The regime by which interest is charged ({@link io.receivables.core.interest.InterestRegimes}); empty for none. */
    public DunningPolicy withInterest(String regime) {
        return with(fields -> fields.interestRegime = regime);
    }

    /** How often sending a letter is tried before a person has to look. */
    public DunningPolicy withAttempts(int attempts) {
        return with(fields -> fields.attempts = attempts);
    }

    /** How the customer is contacted early when a payment is returned or a debit rejected. */
    public DunningPolicy contactOnReturn(Channel channel) {
        return with(fields -> fields.returnContact = channel);
    }

    /** A returned payment leads to no contact of its own. */
    public DunningPolicy withoutContactOnReturn() {
        return with(fields -> fields.returnContact = null);
    }

    public DunningPolicy onAlert(AlertKind kind, AlertResponse response) {
        Map<AlertKind, AlertResponse> changed = new EnumMap<>(AlertKind.class);
        changed.putAll(alerts);
        changed.put(kind, response);
        return with(fields -> fields.alerts = changed);
    }

    public DunningPolicy withAlertHoldDays(int days) {
        return with(fields -> fields.alertHoldDays = days);
    }

    // ---- reading one

    /** All that is wrong with this policy; warnings are about what works and may not be meant. */
    public List<Problem> problems() {
        return PolicyCheck.problems(this);
    }

    public String id() {
        return id;
    }

    public List<DunningStep> steps() {
        return steps;
    }

    /** The courtesy notices. */
    public List<DunningStep> courtesies() {
        return steps.stream().filter(step -> step.kind() == StepKind.COURTESY).toList();
    }

    /** The steps that an item moves through one by one. */
    public List<DunningStep> ladder() {
        return steps.stream().filter(step -> step.kind().isOnLadder()).toList();
    }

    public int graceDays() {
        return graceDays;
    }

    public Grouping grouping() {
        return grouping;
    }

    public boolean mixesLevels() {
        return mixedLevels;
    }

    public CatchUp catchUp() {
        return catchUp;
    }

    public PartPayment partPayment() {
        return partPayment;
    }

    public int minimumInterval() {
        return minimumInterval;
    }

    public int promiseGraceDays() {
        return promiseGraceDays;
    }

    public int planToleranceDays() {
        return planToleranceDays;
    }

    public boolean creditCovers() {
        return creditCovers;
    }

    public String calendar() {
        return calendar;
    }

    public String language() {
        return language;
    }

    /** Empty when not stated. */
    public String country() {
        return country;
    }

    /** The canonical name of the interest regime; empty when no interest is claimed. */
    public String interestRegime() {
        return interestRegime;
    }

    public int attempts() {
        return attempts;
    }

    /** Empty when a returned payment leads to no contact of its own. */
    public Optional<Channel> returnContact() {
        return Optional.ofNullable(returnContact);
    }

    /** What an alert leads to. */
    public AlertResponse onAlert(AlertKind kind) {
        return alerts.getOrDefault(kind, AlertResponse.NONE);
    }

    /** The alerts that lead to something. */
    public Map<AlertKind, AlertResponse> alerts() {
        return alerts;
    }

    public int alertHoldDays() {
        return alertHoldDays;
    }

    private List<Object> parts() {
        return List.of(
                id,
                steps,
                graceDays,
                grouping,
                mixedLevels,
                catchUp,
                partPayment,
                minimumInterval,
                promiseGraceDays,
                planToleranceDays,
                creditCovers,
                calendar,
                language,
                country,
                interestRegime,
                attempts,
                returnContact(),
                alerts,
                alertHoldDays);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof DunningPolicy that && hash == that.hash && parts().equals(that.parts()));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "DunningPolicy[" + id + ", steps=" + steps + "]";
    }
}
