package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One step of a policy: when it is due, what it says and how. Immutable; every method that changes something gives a
 * changed copy. A step may be written down with mistakes: {@link DunningPolicy#problems()} finds them all.
 *
 * <p>Days past due are counted from the due date: 1 is the day after it. On the due date itself nothing is late, so a
 * step of 0 days acts on the day after. A {@link StepKind#COURTESY} step has zero or fewer days, all others zero or more.
 */
public final class DunningStep {
    private final StepKind kind;
    private final int level;
    private final @Nullable Integer daysPastDue;
    private final @Nullable Integer daysAfterPrevious;
    private final Channel channel;
    private final Tone tone;
    private final String template;
    private final Fee fee;
    private final Map<String, Money> minimums;
    private final SalesInvolvement sales;
    private final boolean paymentLink;
    private final boolean interest;
    private final Successor successor;
    private final String code;

    private static final class Fields {
        private final StepKind kind;
        private final int level;
        private @Nullable Integer daysPastDue;
        private @Nullable Integer daysAfterPrevious;
        private Channel channel;
        private Tone tone;
        private String template = "";
        private Fee fee = Fee.none();
        private Map<String, Money> minimums = Map.of();
        private SalesInvolvement sales = SalesInvolvement.NONE;
        private boolean paymentLink;
        private boolean interest;
        private Successor successor = Successor.COLLECTION_AGENCY;

        Fields(StepKind kind, int level) {
            this.kind = kind;
            this.level = level;
            this.channel = kind == StepKind.FORMAL_NOTICE ? Channel.REGISTERED_LETTER : Channel.EMAIL;
            this.tone = switch (kind) {
                case COURTESY, REMINDER, RETURN_CONTACT -> Tone.COURTEOUS;
                case NEGOTIATION -> Tone.NEUTRAL;
                case CREDIT_STOP -> Tone.FIRM;
                case FORMAL_NOTICE, HAND_OVER, WRITE_OFF_PROPOSAL -> Tone.FORMAL;
            };
            this.interest = kind == StepKind.FORMAL_NOTICE || kind == StepKind.HAND_OVER;
        }

        Fields(DunningStep step) {
            this.kind = step.kind;
            this.level = step.level;
            this.daysPastDue = step.daysPastDue;
            this.daysAfterPrevious = step.daysAfterPrevious;
            this.channel = step.channel;
            this.tone = step.tone;
            this.template = step.template;
            this.fee = step.fee;
            this.minimums = step.minimums;
            this.sales = step.sales;
            this.paymentLink = step.paymentLink;
            this.interest = step.interest;
            this.successor = step.successor;
        }
    }

    private DunningStep(Fields fields) {
        this.kind = Objects.requireNonNull(fields.kind, "kind");
        this.level = fields.level;
        this.daysPastDue = fields.daysPastDue;
        this.daysAfterPrevious = fields.daysAfterPrevious;
        this.channel = Objects.requireNonNull(fields.channel, "channel");
        this.tone = Objects.requireNonNull(fields.tone, "tone");
        this.template = Objects.requireNonNull(fields.template, "template");
        this.fee = Objects.requireNonNull(fields.fee, "fee");
        this.minimums = Collections.unmodifiableMap(new TreeMap<>(fields.minimums));
        this.sales = Objects.requireNonNull(fields.sales, "sales");
        this.paymentLink = fields.paymentLink;
        this.interest = fields.interest;
        this.successor = Objects.requireNonNull(fields.successor, "successor");
        this.code = kind == StepKind.COURTESY
                ? kind.code() + "-" + (daysPastDue == null ? 0 : -(long) daysPastDue)
                : "level-" + level;
    }

    private DunningStep with(Consumer<Fields> change) {
        Fields fields = new Fields(this);
        change.accept(fields);
        return new DunningStep(fields);
    }

    // ---- making one

    /** A step whose time is not stated yet: {@link #daysPastDue(int)}, {@link #afterPrevious(int)} or both. */
    public static DunningStep of(StepKind kind, int level) {
        return new DunningStep(new Fields(kind, level));
    }

    /** A friendly notice so many days before the due date; 0 for the due date itself. */
    public static DunningStep courtesy(int daysBeforeDue) {
        return of(StepKind.COURTESY, ReminderSent.COURTESY).daysPastDue(-daysBeforeDue);
    }

    public static DunningStep reminder(int level, int daysPastDue) {
        return of(StepKind.REMINDER, level).daysPastDue(daysPastDue);
    }

    /** A formal notice, by registered letter and with interest unless said otherwise. */
    public static DunningStep formalNotice(int level, int daysPastDue) {
        return of(StepKind.FORMAL_NOTICE, level).daysPastDue(daysPastDue);
    }

    public static DunningStep negotiation(int level, int daysPastDue) {
        return of(StepKind.NEGOTIATION, level).daysPastDue(daysPastDue);
    }

    public static DunningStep creditStop(int level, int daysPastDue) {
        return of(StepKind.CREDIT_STOP, level).daysPastDue(daysPastDue);
    }

    public static DunningStep handOver(int level, int daysPastDue, Successor successor) {
        return of(StepKind.HAND_OVER, level).daysPastDue(daysPastDue).with(fields -> fields.successor = successor);
    }

    public static DunningStep writeOffProposal(int level, int daysPastDue) {
        return of(StepKind.WRITE_OFF_PROPOSAL, level).daysPastDue(daysPastDue);
    }

    /** Due once the item is so many days past due. */
    public DunningStep daysPastDue(int days) {
        return with(fields -> fields.daysPastDue = days);
    }

    /** Due so many days after the item's last step at the earliest. Where days past due are stated too, both must hold. */
    public DunningStep afterPrevious(int days) {
        return with(fields -> fields.daysAfterPrevious = days);
    }

    public DunningStep by(Channel channel) {
        return with(fields -> fields.channel = channel);
    }

    public DunningStep in(Tone tone) {
        return with(fields -> fields.tone = tone);
    }

    /** Another template than {@link #template()} names by itself. */
    public DunningStep template(String name) {
        return with(fields -> fields.template = name);
    }

    public DunningStep fee(Fee fee) {
        return with(fields -> fields.fee = fee);
    }

    /**
     * Taken only if so much is claimed: of the item where one letter is written per invoice, of all of the customer's
     * overdue items in the currency otherwise. Currencies that are not named have no minimum.
     *
     * @throws IllegalArgumentException if there are two of one currency
     */
    public DunningStep atLeast(Money... amounts) {
        Map<String, Money> byCurrency = Amounts.byCurrency("minimum", amounts);
        return with(fields -> fields.minimums = byCurrency);
    }

    public DunningStep sales(SalesInvolvement sales) {
        return with(fields -> fields.sales = sales);
    }

    /** With a link to pay by, which the host makes. */
    public DunningStep withPaymentLink() {
        return with(fields -> fields.paymentLink = true);
    }

    /** With late-payment interest and the fixed recovery sum claimed in the letter, or without. */
    public DunningStep interest(boolean claimed) {
        return with(fields -> fields.interest = claimed);
    }

    /** Whom a hand-over goes to. */
    public DunningStep to(Successor successor) {
        return with(fields -> fields.successor = successor);
    }

    // ---- reading one

    public StepKind kind() {
        return kind;
    }

    /** The level from 1, rising within a policy; {@link ReminderSent#COURTESY} for a courtesy notice. */
    public int level() {
        return level;
    }

    /** Days past due from which the step may be taken, the day included; negative before the due date. */
    public OptionalInt daysPastDue() {
        return daysPastDue == null ? OptionalInt.empty() : OptionalInt.of(daysPastDue);
    }

    public OptionalInt daysAfterPrevious() {
        return daysAfterPrevious == null ? OptionalInt.empty() : OptionalInt.of(daysAfterPrevious);
    }

    public Channel channel() {
        return channel;
    }

    public Tone tone() {
        return tone;
    }

    /** The template's name; where none was given, the kind's code, and for a reminder the tone's as well. */
    public String template() {
        if (!template.isEmpty()) {
            return template;
        }
        return kind == StepKind.REMINDER ? kind.code() + "-" + tone.code() : kind.code();
    }

    public Fee fee() {
        return fee;
    }

    /** What must be claimed at least, by currency code. */
    public Map<String, Money> minimums() {
        return minimums;
    }

    public SalesInvolvement sales() {
        return sales;
    }

    public boolean paymentLink() {
        return paymentLink;
    }

    public boolean claimsInterest() {
        return interest;
    }

    /** Whom a {@link StepKind#HAND_OVER} goes to; says nothing for other kinds. */
    public Successor successor() {
        return successor;
    }

    /**
     * What names this step within the history of an item, whatever policy it belongs to: {@code level-2}, or {@code
     * courtesy-5} for a notice five days before the due date.
     */
    public String code() {
        return code;
    }

    private List<Object> parts() {
        return List.of(
                kind,
                level,
                daysPastDue(),
                daysAfterPrevious(),
                channel,
                tone,
                template(),
                fee,
                minimums,
                sales,
                paymentLink,
                interest,
                successor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DunningStep that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return code() + " (" + kind.code()
                + (daysPastDue == null ? "" : ", " + daysPastDue + " days past due")
                + (daysAfterPrevious == null ? "" : ", " + daysAfterPrevious + " days after the previous step")
                + ", " + channel.code() + ")";
    }
}
