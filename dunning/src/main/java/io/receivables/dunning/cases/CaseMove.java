package io.receivables.dunning.cases;

import io.receivables.core.Money;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** One thing that happened to one case: a trigger with its facts. */
public sealed interface CaseMove {
    CaseTrigger trigger();

    /** The business day on which it happened. */
    LocalDate date();

    /**
     * What became of an action of the case.
     *
     * @param action the action
     * @param event its acceptance, or what was told of its letter
     */
    record OfAction(ActionAccepted action, DunningEvent.OfLetter event) implements CaseMove {
        public OfAction {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(event, "event");
        }

        @Override
        public CaseTrigger trigger() {
            return switch (event.kind()) {
                case LETTER_SENDING -> CaseTrigger.ACTION_SENDING;
                case LETTER_SENT, LETTER_ACKNOWLEDGED ->
                    action.step() == StepKind.HAND_OVER ? CaseTrigger.HANDED_OVER : CaseTrigger.ACTION_DELIVERED;
                case LETTER_FAILED -> CaseTrigger.ACTION_FAILED;
                case LETTER_WITHDRAWN -> CaseTrigger.ACTION_WITHDRAWN;
                default -> CaseTrigger.STEP_DUE;
            };
        }

        @Override
        public LocalDate date() {
            return event.date();
        }

        /** The attempt of sending that the event tells of; 0 where it tells of none. */
        int attempt() {
            return switch (event.kind()) {
                case LETTER_SENDING -> ((LetterSending) event).attempt();
                case LETTER_SENT -> ((LetterSent) event).attempt();
                case LETTER_FAILED -> ((LetterFailed) event).attempt();
                default -> 0;
            };
        }

        boolean isLastFailure() {
            return event instanceof LetterFailed failure && failure.last();
        }
    }

    /**
     * Something else that dunning recorded about the case or its customer.
     *
     * @param event what was recorded; none of an action that was accepted or of a letter
     */
    record OfEvent(DunningEvent event) implements CaseMove {
        public OfEvent {
            DunningEvent told = event;
            Checks.that(
                    !(told instanceof DunningEvent.OfLetter),
                    () -> "event \"" + told.id() + "\" is of a letter: say of which of its actions");
        }

        @Override
        public CaseTrigger trigger() {
            return switch (event.kind()) {
                case ACTION_SKIPPED -> CaseTrigger.ACTION_SKIPPED;
                case ACTION_POSTPONED -> CaseTrigger.ACTION_POSTPONED;
                case SALES_ASKED -> CaseTrigger.SALES_ASKED;
                case SALES_ANSWERED -> CaseTrigger.SALES_ANSWERED;
                case CALL_MADE -> CaseTrigger.CALL_MADE;
                case CONTACT_CORRECTED -> CaseTrigger.CONTACT_CORRECTED;
                case HOLD_SET -> CaseTrigger.HOLD_SET;
                case HOLD_RELEASED -> CaseTrigger.HOLD_RELEASED;
                case INSOLVENCY_OPENED -> CaseTrigger.INSOLVENCY_OPENED;
                case INSOLVENCY_CLOSED -> CaseTrigger.INSOLVENCY_CLOSED;
                case DEBIT_REJECTED -> CaseTrigger.DEBIT_REJECTED;
                case RECOVERED -> CaseTrigger.RECOVERED;
                case LADDER_RESTARTED -> CaseTrigger.LADDER_RESTARTED;
                case FILE_RECALLED -> CaseTrigger.FILE_RECALLED;
                case PLAN_OFFERED -> CaseTrigger.PLAN_OFFERED;
                case PLAN_DECLINED -> CaseTrigger.PLAN_DECLINED;
                case PLAN_AGREED -> CaseTrigger.OFFER_AGREED;
                case ACTION_ACCEPTED,
                        LETTER_SENDING,
                        LETTER_SENT,
                        LETTER_FAILED,
                        LETTER_WITHDRAWN,
                        LETTER_ACKNOWLEDGED ->
                    throw new IllegalStateException(event.kind().code());
            };
        }

        @Override
        public LocalDate date() {
            return event.date();
        }
    }

    /**
     * The ledger says that what is open has changed.
     *
     * @param amount what was issued, settled or undone; above zero
     * @param open what was open afterwards
     * @param disputed how much of that was contested
     */
    record OfMoney(CaseTrigger trigger, LocalDate date, Money amount, Money open, Money disputed) implements CaseMove {
        private static final Set<CaseTrigger> TRIGGERS = EnumSet.of(
                CaseTrigger.ISSUED,
                CaseTrigger.PART_PAID,
                CaseTrigger.PAID_IN_FULL,
                CaseTrigger.CREDITED,
                CaseTrigger.PAYMENT_RETURNED,
                CaseTrigger.SETTLEMENT_UNDONE,
                CaseTrigger.WRITE_OFF_UNDONE,
                CaseTrigger.WRITTEN_OFF);

        public OfMoney {
            belongs(trigger, TRIGGERS, "money");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(open, "open");
            Objects.requireNonNull(disputed, "disputed");
        }

        /** A payment: in full where nothing is open after it, in part otherwise. */
        public static OfMoney payment(LocalDate date, Money amount, Money open, Money disputed) {
            CaseTrigger trigger = open.isPositive() ? CaseTrigger.PART_PAID : CaseTrigger.PAID_IN_FULL;
            return new OfMoney(trigger, date, amount, open, disputed);
        }
    }

    /**
     * A dispute about the case began or ended.
     *
     * @param disputeId the dispute
     * @param disputed how much of the case is contested from now on
     */
    record OfDispute(CaseTrigger trigger, LocalDate date, String disputeId, Money disputed) implements CaseMove {
        private static final Set<CaseTrigger> TRIGGERS =
                EnumSet.range(CaseTrigger.DISPUTE_OPENED, CaseTrigger.DISPUTE_ENDED);

        public OfDispute {
            belongs(trigger, TRIGGERS, "a dispute");
            Objects.requireNonNull(date, "date");
            Checks.id(disputeId, "dispute id");
            Objects.requireNonNull(disputed, "disputed");
        }
    }

    /**
     * A promise or a payment plan about the case was made, or something came of it.
     *
     * @param id the promise's or plan's id
     * @param amount what was promised or agreed
     */
    record OfAgreement(CaseTrigger trigger, LocalDate date, String id, Money amount) implements CaseMove {
        private static final Set<CaseTrigger> TRIGGERS = triggers();

        private static Set<CaseTrigger> triggers() {
            Set<CaseTrigger> triggers = EnumSet.range(CaseTrigger.PROMISE_MADE, CaseTrigger.PROMISE_CANCELLED);
            triggers.addAll(EnumSet.range(CaseTrigger.PLAN_AGREED, CaseTrigger.PLAN_CANCELLED));
            return triggers;
        }

        public OfAgreement {
            belongs(trigger, TRIGGERS, "a promise or plan");
            Objects.requireNonNull(date, "date");
            Checks.id(id, "id of promise or plan");
            Objects.requireNonNull(amount, "amount");
        }
    }

    private static void belongs(CaseTrigger trigger, Set<CaseTrigger> triggers, String what) {
        Checks.that(triggers.contains(trigger), () -> "trigger " + trigger.code() + " is not about " + what);
    }
}
