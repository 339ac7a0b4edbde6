package io.receivables.dunning.jdbc;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.ContactCorrected;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.InsolvencyClosed;
import io.receivables.dunning.cases.DunningEvent.InsolvencyOpened;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSending;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.Recurring;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import io.receivables.dunning.cases.DunningEventKind;
import io.receivables.dunning.cases.HoldReason;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event as a row of flat columns, and back. */
final class EventRow {
    private final String customerId;
    private final DunningEventKind kind;
    private final LocalDate date;
    private final Map<Column, Object> values = new EnumMap<>(Column.class);
    private List<ItemReference> items = List.of();
    private List<Instalment> instalments = List.of();

    EventRow(String customerId, DunningEventKind kind, LocalDate date) {
        this.customerId = customerId;
        this.kind = kind;
        this.date = date;
    }

    /**
     * The row of an event.
     *
     * @throws IllegalArgumentException if a database could not give the event back as it is
     */
    static EventRow of(DunningEvent event) {
        EventRow row = new EventRow(event.customerId(), event.kind(), event.date());
        row.take(event);
        Keepable.check(event, row);
        return row;
    }

    String customerId() {
        return customerId;
    }

    DunningEventKind kind() {
        return kind;
    }

    LocalDate date() {
        return date;
    }

    @Nullable Object value(Column column) {
        return values.get(column);
    }

    List<ItemReference> items() {
        return items;
    }

    List<Instalment> instalments() {
        return instalments;
    }

    EventRow put(Column column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    EventRow about(List<ItemReference> items) {
        this.items = items;
        return this;
    }

    EventRow in(List<Instalment> instalments) {
        this.instalments = instalments;
        return this;
    }

    // ---- from an event

    private void take(DunningEvent event) {
        if (event instanceof DunningEvent.OfLetter ofLetter) {
            put(Column.LETTER_ID, ofLetter.letterId());
        }
        if (event instanceof Recurring recurring) {
            put(Column.OCCURRENCE, recurring.occurrence());
        }
        switch (event.kind()) {
            case ACTION_ACCEPTED -> take((ActionAccepted) event);
            case ACTION_SKIPPED -> take((ActionSkipped) event);
            case ACTION_POSTPONED -> take((ActionPostponed) event);
            case LETTER_SENDING -> put(Column.ATTEMPT, ((LetterSending) event).attempt());
            case LETTER_SENT -> take((LetterSent) event);
            case LETTER_FAILED -> take((LetterFailed) event);
            case LETTER_WITHDRAWN -> put(Column.WORDS, ((LetterWithdrawn) event).reason());
            case LETTER_ACKNOWLEDGED -> put(Column.CODE, ((LetterAcknowledged) event).how());
            case SALES_ASKED -> take((SalesAsked) event);
            case SALES_ANSWERED -> take((SalesAnswered) event);
            case CALL_MADE -> take((CallMade) event);
            case CONTACT_CORRECTED -> {
                // customer, date and occurrence say it all
            }
            case HOLD_SET -> take((HoldSet) event);
            case HOLD_RELEASED -> put(Column.SUBJECT_ID, ((HoldReleased) event).holdId());
            case INSOLVENCY_OPENED -> put(Column.WORDS, ((InsolvencyOpened) event).note());
            case INSOLVENCY_CLOSED -> put(Column.WORDS, ((InsolvencyClosed) event).note());
            case DEBIT_REJECTED -> take((DebitRejected) event);
            case RECOVERED -> take((Recovered) event);
            case LADDER_RESTARTED -> take((LadderRestarted) event);
            case FILE_RECALLED -> take((FileRecalled) event);
            case PLAN_OFFERED -> take((PlanOffered) event);
            case PLAN_DECLINED -> put(Column.SUBJECT_ID, ((PlanDeclined) event).offerId());
            case PLAN_AGREED -> put(Column.SUBJECT_ID, ((PlanAgreed) event).offerId());
        }
    }

    private void take(ActionAccepted event) {
        put(event.key())
                .put(Column.POLICY_ID, event.policyId())
                .put(Column.STEP_KIND, event.step().code())
                .put(Column.STEP_LEVEL, event.level())
                .put(Column.CHANNEL, event.channel().code())
                .put(Column.TEMPLATE, event.template())
                .put(event.claimed())
                .put(Column.FEE, event.fee().minorUnits())
                .put(Column.FEE_CURRENCY, event.fee().currency().getCurrencyCode())
                .put(Column.WORDS, event.note());
    }

    private void take(ActionSkipped event) {
        put(event.key())
                .put(Column.STEP_KIND, event.step().code())
                .put(Column.STEP_LEVEL, event.level())
                .put(Column.WORDS, event.reason());
    }

    private void take(ActionPostponed event) {
        put(event.key()).put(Column.UNTIL_DATE, event.until()).put(Column.WORDS, event.reason());
    }

    private void take(LetterSent event) {
        put(Column.ATTEMPT, event.attempt()).put(Column.WORDS, event.receipt());
    }

    private void take(LetterFailed event) {
        put(Column.ATTEMPT, event.attempt()).put(Column.WORDS, event.reason()).put(Column.ANSWER, event.last());
    }

    private void take(SalesAsked event) {
        put(event.key()).put(Column.WORDS, event.whom());
    }

    private void take(SalesAnswered event) {
        put(event.key()).put(Column.ANSWER, event.agreed()).put(Column.WORDS, event.note());
    }

    private void take(CallMade event) {
        put(Column.SUBJECT_ID, event.callId())
                .put(Column.CODE, event.outcome().code())
                .put(Column.WORDS, event.note())
                .about(event.items());
    }

    private void take(HoldSet event) {
        put(Column.SUBJECT_ID, event.holdId())
                .put(Column.UNTIL_DATE, event.until())
                .put(Column.CODE, event.reason().code())
                .put(Column.WORDS, event.note())
                .about(event.items());
    }

    private void take(DebitRejected event) {
        put(Column.SUBJECT_ID, event.debitId()).put(event.item()).put(Column.WORDS, event.reason());
    }

    private void take(Recovered event) {
        put(Column.SUBJECT_ID, event.recoveryId()).put(event.item()).put(event.amount());
    }

    private void take(LadderRestarted event) {
        put(event.item()).put(Column.CYCLE, event.cycle());
    }

    private void take(FileRecalled event) {
        put(event.item()).put(Column.WORDS, event.reason());
    }

    private void take(PlanOffered event) {
        put(Column.SUBJECT_ID, event.offerId())
                .put(Column.UNTIL_DATE, event.validUntil())
                .about(event.items())
                .in(event.instalments());
    }

    private EventRow put(ActionKey key) {
        return put(key.item()).put(Column.STEP, key.step()).put(Column.CYCLE, key.cycle());
    }

    private EventRow put(ItemReference item) {
        return put(Column.DOCUMENT_ID, item.documentId()).put(Column.INSTALMENT, item.instalment());
    }

    private EventRow put(Money amount) {
        return put(Column.AMOUNT, amount.minorUnits())
                .put(Column.CURRENCY, amount.currency().getCurrencyCode());
    }

    // ---- to an event

    DunningEvent event() {
        return switch (kind) {
            case ACTION_ACCEPTED ->
                new ActionAccepted(
                        key(),
                        customerId,
                        date,
                        text(Column.LETTER_ID),
                        text(Column.POLICY_ID),
                        StepKind.ofCode(text(Column.STEP_KIND)),
                        number(Column.STEP_LEVEL),
                        Channel.ofCode(text(Column.CHANNEL)),
                        text(Column.TEMPLATE),
                        money(Column.AMOUNT, Column.CURRENCY),
                        money(Column.FEE, Column.FEE_CURRENCY),
                        text(Column.WORDS));
            case ACTION_SKIPPED ->
                new ActionSkipped(
                        key(),
                        customerId,
                        date,
                        StepKind.ofCode(text(Column.STEP_KIND)),
                        number(Column.STEP_LEVEL),
                        text(Column.WORDS));
            case ACTION_POSTPONED ->
                new ActionPostponed(key(), customerId, date, until(), text(Column.WORDS), occurrence());
            case LETTER_SENDING -> new LetterSending(text(Column.LETTER_ID), customerId, date, number(Column.ATTEMPT));
            case LETTER_SENT ->
                new LetterSent(text(Column.LETTER_ID), customerId, date, number(Column.ATTEMPT), text(Column.WORDS));
            case LETTER_FAILED ->
                new LetterFailed(
                        text(Column.LETTER_ID), customerId, date, number(Column.ATTEMPT), text(Column.WORDS), answer());
            case LETTER_WITHDRAWN -> new LetterWithdrawn(text(Column.LETTER_ID), customerId, date, text(Column.WORDS));
            case LETTER_ACKNOWLEDGED ->
                new LetterAcknowledged(text(Column.LETTER_ID), customerId, date, text(Column.CODE));
            case SALES_ASKED -> new SalesAsked(key(), customerId, date, text(Column.WORDS));
            case SALES_ANSWERED ->
                new SalesAnswered(key(), customerId, date, answer(), text(Column.WORDS), occurrence());
            case CALL_MADE ->
                new CallMade(
                        text(Column.SUBJECT_ID),
                        customerId,
                        date,
                        items,
                        CallOutcome.ofCode(text(Column.CODE)),
                        text(Column.WORDS));
            case CONTACT_CORRECTED -> new ContactCorrected(customerId, date, occurrence());
            case HOLD_SET ->
                new HoldSet(
                        text(Column.SUBJECT_ID),
                        customerId,
                        date,
                        items,
                        until(),
                        HoldReason.ofCode(text(Column.CODE)),
                        text(Column.WORDS));
            case HOLD_RELEASED -> new HoldReleased(text(Column.SUBJECT_ID), customerId, date);
            case INSOLVENCY_OPENED -> new InsolvencyOpened(customerId, date, text(Column.WORDS), occurrence());
            case INSOLVENCY_CLOSED -> new InsolvencyClosed(customerId, date, text(Column.WORDS), occurrence());
            case DEBIT_REJECTED ->
                new DebitRejected(text(Column.SUBJECT_ID), customerId, date, item(), text(Column.WORDS));
            case RECOVERED ->
                new Recovered(text(Column.SUBJECT_ID), customerId, date, item(), money(Column.AMOUNT, Column.CURRENCY));
            case LADDER_RESTARTED -> new LadderRestarted(customerId, date, item(), number(Column.CYCLE));
            case FILE_RECALLED -> new FileRecalled(customerId, date, item(), text(Column.WORDS), occurrence());
            case PLAN_OFFERED ->
                new PlanOffered(text(Column.SUBJECT_ID), customerId, date, items, instalments, until());
            case PLAN_DECLINED -> new PlanDeclined(text(Column.SUBJECT_ID), customerId, date);
            case PLAN_AGREED -> new PlanAgreed(text(Column.SUBJECT_ID), customerId, date);
        };
    }

    private Object present(Column column) {
        return Objects.requireNonNull(
                values.get(column),
                () -> "an event of kind " + kind.code() + " of customer " + customerId + " has no " + column);
    }

    private String text(Column column) {
        return (String) present(column);
    }

    private int number(Column column) {
        return (Integer) present(column);
    }

    private int occurrence() {
        return number(Column.OCCURRENCE);
    }

    private boolean answer() {
        return (Boolean) present(Column.ANSWER);
    }

    private LocalDate until() {
        return (LocalDate) present(Column.UNTIL_DATE);
    }

    private ItemReference item() {
        return new ItemReference(text(Column.DOCUMENT_ID), number(Column.INSTALMENT));
    }

    private ActionKey key() {
        return new ActionKey(item(), text(Column.STEP), number(Column.CYCLE));
    }

    private Money money(Column amount, Column currency) {
        return Money.ofMinor((Long) present(amount), Money.currency(text(currency)));
    }
}
