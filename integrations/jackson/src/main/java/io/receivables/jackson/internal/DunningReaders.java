package io.receivables.jackson.internal;

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
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.PartPayment;
import io.receivables.dunning.policy.SalesInvolvement;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import io.receivables.dunning.policy.Tone;
import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.internal.JsonObject.Shape;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads dunning; {@link DunningWriters} is the other direction. A policy with mistakes is read as it is, so that {@link
 * DunningPolicy#problems()} tells them all.
 */
final class DunningReaders {
    /** In place of a channel: a returned payment leads to no contact. */
    static final String NO_CONTACT = "none";

    private static final Map<String, StepKind> STEP_KINDS = DomainReaders.byCode(StepKind.values(), StepKind::code);
    private static final Map<String, Channel> CHANNELS = DomainReaders.byCode(Channel.values(), Channel::code);
    private static final Map<String, Tone> TONES = DomainReaders.byCode(Tone.values(), Tone::code);
    private static final Map<String, SalesInvolvement> SALES =
            DomainReaders.byCode(SalesInvolvement.values(), SalesInvolvement::code);
    private static final Map<String, Successor> SUCCESSORS = DomainReaders.byCode(Successor.values(), Successor::code);
    private static final Map<String, Grouping> GROUPINGS = DomainReaders.byCode(Grouping.values(), Grouping::code);
    private static final Map<String, CatchUp> CATCH_UPS = DomainReaders.byCode(CatchUp.values(), CatchUp::code);
    private static final Map<String, PartPayment> PART_PAYMENTS =
            DomainReaders.byCode(PartPayment.values(), PartPayment::code);
    private static final Map<String, AlertResponse> RESPONSES =
            DomainReaders.byCode(AlertResponse.values(), AlertResponse::code);
    private static final Map<String, Optional<Channel>> RETURN_CONTACTS = returnContacts();

    private static final Map<String, DunningEventKind> KINDS =
            DomainReaders.byCode(DunningEventKind.values(), DunningEventKind::code);
    private static final Map<String, CallOutcome> OUTCOMES =
            DomainReaders.byCode(CallOutcome.values(), CallOutcome::code);
    private static final Map<String, HoldReason> REASONS = DomainReaders.byCode(HoldReason.values(), HoldReason::code);

    private static final Map<String, Shape> IN_STEP =
            Map.of("fees", Shape.of(Money.class), "minimums", Shape.of(Money.class));
    private static final Map<String, Shape> IN_POLICY =
            Map.of("steps", new Shape(DunningStep.class, IN_STEP), "alerts", Shape.of(Map.class));
    private static final Map<String, Shape> IN_EVENT = Map.of(
            "item", Shape.of(ItemReference.class),
            "items", Shape.of(ItemReference.class),
            "instalments", Shape.of(Instalment.class),
            "claimed", Shape.of(Money.class),
            "fee", Shape.of(Money.class));

    private final JsonOptions options;

    DunningReaders(JsonOptions options) {
        this.options = options;
    }

    List<JsonReader<?>> all() {
        return List.of(
                new ObjectReader<>(DunningPolicy.class, IN_POLICY, DunningReaders::policy, options),
                new ObjectReader<>(DunningStep.class, IN_STEP, DunningReaders::step, options),
                new KeyReader(),
                new ObjectReader<>(DunningEvent.class, IN_EVENT, DunningReaders::event, options),
                only(DunningEventKind.ACTION_ACCEPTED, ActionAccepted.class),
                only(DunningEventKind.ACTION_SKIPPED, ActionSkipped.class),
                only(DunningEventKind.ACTION_POSTPONED, ActionPostponed.class),
                only(DunningEventKind.LETTER_SENDING, LetterSending.class),
                only(DunningEventKind.LETTER_SENT, LetterSent.class),
                only(DunningEventKind.LETTER_FAILED, LetterFailed.class),
                only(DunningEventKind.LETTER_WITHDRAWN, LetterWithdrawn.class),
                only(DunningEventKind.LETTER_ACKNOWLEDGED, LetterAcknowledged.class),
                only(DunningEventKind.SALES_ASKED, SalesAsked.class),
                only(DunningEventKind.SALES_ANSWERED, SalesAnswered.class),
                only(DunningEventKind.CALL_MADE, CallMade.class),
                only(DunningEventKind.CONTACT_CORRECTED, ContactCorrected.class),
                only(DunningEventKind.HOLD_SET, HoldSet.class),
                only(DunningEventKind.HOLD_RELEASED, HoldReleased.class),
                only(DunningEventKind.INSOLVENCY_OPENED, InsolvencyOpened.class),
                only(DunningEventKind.INSOLVENCY_CLOSED, InsolvencyClosed.class),
                only(DunningEventKind.DEBIT_REJECTED, DebitRejected.class),
                only(DunningEventKind.RECOVERED, Recovered.class),
                only(DunningEventKind.LADDER_RESTARTED, LadderRestarted.class),
                only(DunningEventKind.FILE_RECALLED, FileRecalled.class),
                only(DunningEventKind.PLAN_OFFERED, PlanOffered.class),
                only(DunningEventKind.PLAN_DECLINED, PlanDeclined.class),
                only(DunningEventKind.PLAN_AGREED, PlanAgreed.class));
    }

    private <E extends DunningEvent> JsonReader<E> only(DunningEventKind kind, Class<E> type) {
        return new ObjectReader<>(
                type,
                IN_EVENT,
                object -> {
                    DomainReaders.checkKind(object, kind, KINDS, kind.code());
                    return type.cast(event(kind, object));
                },
                options);
    }

    // ---- policies

    private static DunningPolicy policy(JsonObject object) {
        Changes<DunningPolicy> policy = new Changes<>(DunningPolicy.of(
                object.optionalText("id").orElse(""),
                object.optionalList("steps", DunningReaders::step).orElse(List.of())));
        policy.with(object.optionalInteger("graceDays"), DunningPolicy::withGraceDays);
        policy.with(object.optionalChoice("grouping", GROUPINGS), DunningPolicy::grouped);
        policy.with(object.optionalFlag("mixesLevels"), DunningPolicy::mixingLevels);
        policy.with(object.optionalChoice("catchUp", CATCH_UPS), DunningPolicy::catchingUp);
        policy.with(object.optionalChoice("partPayment", PART_PAYMENTS), DunningPolicy::onPartPayment);
        policy.with(object.optionalInteger("minimumInterval"), DunningPolicy::withMinimumInterval);
        policy.with(object.optionalInteger("promiseGraceDays"), DunningPolicy::withPromiseGraceDays);
        policy.with(object.optionalInteger("planToleranceDays"), DunningPolicy::withPlanToleranceDays);
        policy.with(object.optionalFlag("creditCovers"), DunningPolicy::coveredByCredit);
        policy.with(object.optionalText("calendar"), DunningPolicy::onCalendar);
        policy.with(object.optionalText("language"), DunningPolicy::inLanguage);
        policy.with(object.optionalText("country"), DunningPolicy::underLawOf);
        policy.with(object.optionalText("interestRegime"), DunningPolicy::withInterest);
        policy.with(object.optionalInteger("attempts"), DunningPolicy::withAttempts);
        policy.with(object.optionalChoice("returnContact", RETURN_CONTACTS), DunningReaders::contactOnReturn);
        policy.with(object.optionalObject("alerts", DunningReaders::alerts), DunningReaders::onAlerts);
        policy.with(object.optionalInteger("alertHoldDays"), DunningPolicy::withAlertHoldDays);
        return policy.result();
    }

    /** A value that is changed by the fields that are there. */
    private static final class Changes<T> {
        private T value;

        Changes(T value) {
            this.value = value;
        }

        <V> void with(Optional<V> field, BiFunction<T, V, T> change) {
            field.ifPresent(given -> value = change.apply(value, given));
        }

        T result() {
            return value;
        }
    }

    private static Map<String, Optional<Channel>> returnContacts() {
        Map<String, Optional<Channel>> contacts = new LinkedHashMap<>();
        CHANNELS.forEach((code, channel) -> contacts.put(code, Optional.of(channel)));
        contacts.put(NO_CONTACT, Optional.empty());
        return contacts;
    }

    private static DunningPolicy contactOnReturn(DunningPolicy policy, Optional<Channel> channel) {
        return channel.map(policy::contactOnReturn).orElseGet(policy::withoutContactOnReturn);
    }

    private static Map<AlertKind, AlertResponse> alerts(JsonObject object) {
        Map<AlertKind, AlertResponse> alerts = new LinkedHashMap<>();
        for (AlertKind kind : AlertKind.values()) {
            object.optionalChoice(kind.code(), RESPONSES).ifPresent(response -> alerts.put(kind, response));
        }
        return alerts;
    }

    private static DunningPolicy onAlerts(DunningPolicy policy, Map<AlertKind, AlertResponse> alerts) {
        DunningPolicy changed = policy;
        for (Map.Entry<AlertKind, AlertResponse> alert : alerts.entrySet()) {
            changed = changed.onAlert(alert.getKey(), alert.getValue());
        }
        return changed;
    }

    private static DunningStep step(JsonObject object) {
        Changes<DunningStep> step = new Changes<>(DunningStep.of(
                object.choice("kind", STEP_KINDS),
                object.optionalInteger("level").orElse(0)));
        step.with(object.optionalInteger("daysPastDue"), DunningStep::daysPastDue);
        step.with(object.optionalInteger("daysAfterPrevious"), DunningStep::afterPrevious);
        step.with(object.optionalChoice("channel", CHANNELS), DunningStep::by);
        step.with(object.optionalChoice("tone", TONES), DunningStep::in);
        step.with(object.optionalText("template"), DunningStep::template);
        step.with(fee(object), DunningStep::fee);
        step.with(
                amounts("minimums", object),
                (before, amounts) -> object.checked("minimums", () -> before.atLeast(amounts.toArray(Money[]::new))));
        step.with(object.optionalChoice("sales", SALES), DunningStep::sales);
        step.with(object.optionalFlag("paymentLink").filter(link -> link), (before, link) -> before.withPaymentLink());
        step.with(object.optionalFlag("interest"), DunningStep::interest);
        step.with(object.optionalChoice("successor", SUCCESSORS), DunningStep::to);
        return step.result();
    }

    private static Optional<Fee> fee(JsonObject object) {
        Optional<Fee> share = object.optionalDigits("feePercent")
                .map(percent -> object.checked("feePercent", () -> Fee.percentOfOriginal(percent)));
        Optional<Fee> fixed = amounts("fees", object)
                .map(amounts -> object.checked("fees", () -> Fee.fixed(amounts.toArray(Money[]::new))));
        if (share.isPresent() && fixed.isPresent()) {
            throw object.invalid("feePercent", "stands beside fees; keep one of the two");
        }
        return share.or(() -> fixed);
    }

    private static Optional<List<Money>> amounts(String name, JsonObject object) {
        return object.optionalList(name, DomainReaders::money);
    }

    // ---- events

    private static final class KeyReader implements JsonReader<ActionKey> {
        @Override
        public Class<ActionKey> type() {
            return ActionKey.class;
        }

        @Override
        public <X extends Exception> ActionKey read(JsonInput<X> in) throws X {
            String text = JsonObject.textOf(in);
            return InvalidJson.checked(() -> ActionKey.parse(text));
        }
    }

    private static DunningEvent event(JsonObject object) {
        return event(object.choice("kind", KINDS), object);
    }

    private static DunningEvent event(DunningEventKind kind, JsonObject object) {
        return event(kind, object, object.text("customerId"), object.date("date"));
    }

    private static DunningEvent event(DunningEventKind kind, JsonObject object, String customer, LocalDate date) {
        return switch (kind) {
            case ACTION_ACCEPTED -> accepted(object, customer, date);
            case ACTION_SKIPPED ->
                new ActionSkipped(
                        key(object),
                        customer,
                        date,
                        object.choice("step", STEP_KINDS),
                        object.integer("level"),
                        textIfAny("reason", object));
            case ACTION_POSTPONED ->
                new ActionPostponed(
                        key(object),
                        customer,
                        date,
                        object.date("until"),
                        textIfAny("reason", object),
                        occurrence(object));
            case LETTER_SENDING ->
                new LetterSending(object.text("letterId"), customer, date, object.integer("attempt"));
            case LETTER_SENT ->
                new LetterSent(
                        object.text("letterId"),
                        customer,
                        date,
                        object.integer("attempt"),
                        textIfAny("receipt", object));
            case LETTER_FAILED ->
                new LetterFailed(
                        object.text("letterId"),
                        customer,
                        date,
                        object.integer("attempt"),
                        textIfAny("reason", object),
                        object.optionalFlag("last").orElse(false));
            case LETTER_WITHDRAWN ->
                new LetterWithdrawn(object.text("letterId"), customer, date, textIfAny("reason", object));
            case LETTER_ACKNOWLEDGED ->
                new LetterAcknowledged(object.text("letterId"), customer, date, object.text("how"));
            case SALES_ASKED -> new SalesAsked(key(object), customer, date, textIfAny("whom", object));
            case SALES_ANSWERED ->
                new SalesAnswered(
                        key(object),
                        customer,
                        date,
                        object.flag("agreed"),
                        textIfAny("note", object),
                        occurrence(object));
            case CALL_MADE ->
                new CallMade(
                        object.text("callId"),
                        customer,
                        date,
                        itemsIfAny(object),
                        object.choice("outcome", OUTCOMES),
                        textIfAny("note", object));
            case CONTACT_CORRECTED -> new ContactCorrected(customer, date, occurrence(object));
            case HOLD_SET ->
                new HoldSet(
                        object.text("holdId"),
                        customer,
                        date,
                        itemsIfAny(object),
                        object.date("until"),
                        object.choice("reason", REASONS),
                        textIfAny("note", object));
            case HOLD_RELEASED -> new HoldReleased(object.text("holdId"), customer, date);
            case INSOLVENCY_OPENED ->
                new InsolvencyOpened(customer, date, textIfAny("note", object), occurrence(object));
            case INSOLVENCY_CLOSED ->
                new InsolvencyClosed(customer, date, textIfAny("note", object), occurrence(object));
            case DEBIT_REJECTED ->
                new DebitRejected(object.text("debitId"), customer, date, item(object), textIfAny("reason", object));
            case RECOVERED ->
                new Recovered(object.text("recoveryId"), customer, date, item(object), DomainReaders.money(object));
            case LADDER_RESTARTED -> new LadderRestarted(customer, date, item(object), object.integer("cycle"));
            case FILE_RECALLED ->
                new FileRecalled(customer, date, item(object), textIfAny("reason", object), occurrence(object));
            case PLAN_OFFERED ->
                new PlanOffered(
                        object.text("offerId"),
                        customer,
                        date,
                        DomainReaders.items(object),
                        object.list("instalments", DomainReaders::instalment),
                        object.date("validUntil"));
            case PLAN_DECLINED -> new PlanDeclined(object.text("offerId"), customer, date);
            case PLAN_AGREED -> new PlanAgreed(object.text("offerId"), customer, date);
        };
    }

    private static ActionAccepted accepted(JsonObject object, String customer, LocalDate date) {
        Money claimed = object.object("claimed", DomainReaders::money);
        return new ActionAccepted(
                key(object),
                customer,
                date,
                object.text("letterId"),
                object.text("policyId"),
                object.choice("step", STEP_KINDS),
                object.integer("level"),
                object.choice("channel", CHANNELS),
                object.text("template"),
                claimed,
                object.optionalObject("fee", DomainReaders::money).orElse(Money.zero(claimed.currency())),
                textIfAny("note", object));
    }

    private static ActionKey key(JsonObject object) {
        return object.parsed("key", ActionKey::parse);
    }

    private static int occurrence(JsonObject object) {
        return object.optionalInteger("occurrence").orElse(Recurring.FIRST);
    }

    private static String textIfAny(String name, JsonObject object) {
        return object.optionalText(name).orElse("");
    }

    private static ItemReference item(JsonObject object) {
        return object.object("item", DomainReaders::item);
    }

    private static List<ItemReference> itemsIfAny(JsonObject object) {
        return object.optionalList("items", DomainReaders::item).orElse(List.of());
    }
}
