package io.receivables.jackson.internal;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
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
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.AlertResponse;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Fee;
import io.receivables.jackson.internal.DomainWriters.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Writes dunning; {@link DunningReaders} is the other direction. What is as usual is left out. */
final class DunningWriters {
    private final DomainWriters domain;

    DunningWriters(DomainWriters domain) {
        this.domain = domain;
    }

    List<JsonWriter<?>> all() {
        return List.of(
                new Writer<>(DunningPolicy.class, this::policy),
                new Writer<>(DunningStep.class, this::step),
                new Writer<>(DunningEvent.class, this::event),
                new Writer<>(ActionKey.class, DunningWriters::key));
    }

    // ---- policies

    private <X extends Exception> void policy(DunningPolicy policy, JsonOutput<X> out) throws X {
        DunningPolicy usual = DunningPolicy.of(policy.id(), policy.steps());
        out.beginObject();
        out.field("id", policy.id());
        out.name("steps");
        out.beginArray();
        for (DunningStep step : policy.steps()) {
            step(step, out);
        }
        out.endArray();
        unlessUsual("graceDays", policy.graceDays(), usual.graceDays(), out);
        unlessUsual("grouping", policy.grouping().code(), usual.grouping().code(), out);
        unlessUsual("mixesLevels", policy.mixesLevels(), usual.mixesLevels(), out);
        unlessUsual("catchUp", policy.catchUp().code(), usual.catchUp().code(), out);
        unlessUsual(
                "partPayment", policy.partPayment().code(), usual.partPayment().code(), out);
        unlessUsual("minimumInterval", policy.minimumInterval(), usual.minimumInterval(), out);
        unlessUsual("promiseGraceDays", policy.promiseGraceDays(), usual.promiseGraceDays(), out);
        unlessUsual("planToleranceDays", policy.planToleranceDays(), usual.planToleranceDays(), out);
        unlessUsual("creditCovers", policy.creditCovers(), usual.creditCovers(), out);
        unlessUsual("calendar", policy.calendar(), usual.calendar(), out);
        unlessUsual("language", policy.language(), usual.language(), out);
        unlessUsual("country", policy.country(), usual.country(), out);
        unlessUsual("interestRegime", policy.interestRegime(), usual.interestRegime(), out);
        unlessUsual("attempts", policy.attempts(), usual.attempts(), out);
        unlessUsual("returnContact", returnContact(policy), returnContact(usual), out);
        alerts(policy.alerts(), out);
        unlessUsual("alertHoldDays", policy.alertHoldDays(), usual.alertHoldDays(), out);
        out.endObject();
    }

    private static String returnContact(DunningPolicy policy) {
        return policy.returnContact().map(Channel::code).orElse(DunningReaders.NO_CONTACT);
    }

    private static <X extends Exception> void alerts(Map<AlertKind, AlertResponse> alerts, JsonOutput<X> out) throws X {
        if (alerts.isEmpty()) {
            return;
        }
        out.name("alerts");
        out.beginObject();
        for (Map.Entry<AlertKind, AlertResponse> alert : alerts.entrySet()) {
            out.field(alert.getKey().code(), alert.getValue().code());
        }
        out.endObject();
    }

    private <X extends Exception> void step(DunningStep step, JsonOutput<X> out) throws X {
        DunningStep usual = DunningStep.of(step.kind(), step.level());
        out.beginObject();
        out.field("kind", step.kind().code());
        unlessUsual("level", step.level(), 0, out);
        ifStated("daysPastDue", step.daysPastDue(), out);
        ifStated("daysAfterPrevious", step.daysAfterPrevious(), out);
        unlessUsual("channel", step.channel().code(), usual.channel().code(), out);
        unlessUsual("tone", step.tone().code(), usual.tone().code(), out);
        unlessUsual("template", step.template(), usual.in(step.tone()).template(), out);
        fee(step.fee(), out);
        amounts("minimums", step.minimums().values(), out);
        unlessUsual("sales", step.sales().code(), usual.sales().code(), out);
        unlessUsual("paymentLink", step.paymentLink(), usual.paymentLink(), out);
        unlessUsual("interest", step.claimsInterest(), usual.claimsInterest(), out);
        unlessUsual("successor", step.successor().code(), usual.successor().code(), out);
        out.endObject();
    }

    private <X extends Exception> void fee(Fee fee, JsonOutput<X> out) throws X {
        if (fee instanceof Fee.PercentOfOriginal share) {
            out.field("feePercent", share.percent().toPlainString());
        }
        amounts("fees", fee.fixedAmounts(), out);
    }

    private <X extends Exception> void amounts(String name, Collection<Money> amounts, JsonOutput<X> out) throws X {
        if (amounts.isEmpty()) {
            return;
        }
        out.name(name);
        out.beginArray();
        for (Money amount : amounts) {
            domain.money(amount, out);
        }
        out.endArray();
    }

    private static <X extends Exception> void ifStated(String name, OptionalInt number, JsonOutput<X> out) throws X {
        if (number.isPresent()) {
            out.field(name, number.getAsInt());
        }
    }

    private static <X extends Exception> void unlessUsual(String name, int value, int usual, JsonOutput<X> out)
            throws X {
        if (value != usual) {
            out.field(name, value);
        }
    }

    private static <X extends Exception> void unlessUsual(String name, boolean value, boolean usual, JsonOutput<X> out)
            throws X {
        if (value != usual) {
            out.field(name, value);
        }
    }

    private static <X extends Exception> void unlessUsual(String name, String value, String usual, JsonOutput<X> out)
            throws X {
        if (!value.equals(usual)) {
            out.field(name, value);
        }
    }

    // ---- events

    private <X extends Exception> void event(DunningEvent event, JsonOutput<X> out) throws X {
        out.beginObject();
        out.field("kind", event.kind().code());
        out.field("customerId", event.customerId());
        out.field("date", event.date());
        switch (event.kind()) {
            case ACTION_ACCEPTED -> accepted((ActionAccepted) event, out);
            case ACTION_SKIPPED -> skipped((ActionSkipped) event, out);
            case ACTION_POSTPONED -> postponed((ActionPostponed) event, out);
            case LETTER_SENDING -> sending((LetterSending) event, out);
            case LETTER_SENT -> sent((LetterSent) event, out);
            case LETTER_FAILED -> failed((LetterFailed) event, out);
            case LETTER_WITHDRAWN -> withdrawn((LetterWithdrawn) event, out);
            case LETTER_ACKNOWLEDGED -> acknowledged((LetterAcknowledged) event, out);
            case SALES_ASKED -> asked((SalesAsked) event, out);
            case SALES_ANSWERED -> answered((SalesAnswered) event, out);
            case CALL_MADE -> called((CallMade) event, out);
            case CONTACT_CORRECTED -> {}
            case HOLD_SET -> held((HoldSet) event, out);
            case HOLD_RELEASED -> out.field("holdId", ((HoldReleased) event).holdId());
            case INSOLVENCY_OPENED -> DomainWriters.unlessEmpty("note", ((InsolvencyOpened) event).note(), out);
            case INSOLVENCY_CLOSED -> DomainWriters.unlessEmpty("note", ((InsolvencyClosed) event).note(), out);
            case DEBIT_REJECTED -> rejected((DebitRejected) event, out);
            case RECOVERED -> recovered((Recovered) event, out);
            case LADDER_RESTARTED -> restarted((LadderRestarted) event, out);
            case FILE_RECALLED -> recalled((FileRecalled) event, out);
            case PLAN_OFFERED -> offered((PlanOffered) event, out);
            case PLAN_DECLINED -> out.field("offerId", ((PlanDeclined) event).offerId());
            case PLAN_AGREED -> out.field("offerId", ((PlanAgreed) event).offerId());
        }
        if (event instanceof Recurring recurring) {
            unlessUsual("occurrence", recurring.occurrence(), Recurring.FIRST, out);
        }
        out.endObject();
    }

    private static <X extends Exception> void key(ActionKey key, JsonOutput<X> out) throws X {
        out.text(key.toString());
    }

    private <X extends Exception> void accepted(ActionAccepted accepted, JsonOutput<X> out) throws X {
        out.field("key", accepted.key().toString());
        out.field("letterId", accepted.letterId());
        out.field("policyId", accepted.policyId());
        out.field("step", accepted.step().code());
        out.field("level", accepted.level());
        out.field("channel", accepted.channel().code());
        out.field("template", accepted.template());
        out.name("claimed");
        domain.money(accepted.claimed(), out);
        if (!accepted.fee().equals(Money.zero(accepted.claimed().currency()))) {
            out.name("fee");
            domain.money(accepted.fee(), out);
        }
        DomainWriters.unlessEmpty("note", accepted.note(), out);
    }

    private static <X extends Exception> void skipped(ActionSkipped skipped, JsonOutput<X> out) throws X {
        out.field("key", skipped.key().toString());
        out.field("step", skipped.step().code());
        out.field("level", skipped.level());
        DomainWriters.unlessEmpty("reason", skipped.reason(), out);
    }

    private static <X extends Exception> void postponed(ActionPostponed postponed, JsonOutput<X> out) throws X {
        out.field("key", postponed.key().toString());
        out.field("until", postponed.until());
        DomainWriters.unlessEmpty("reason", postponed.reason(), out);
    }

    private static <X extends Exception> void sending(LetterSending sending, JsonOutput<X> out) throws X {
        out.field("letterId", sending.letterId());
        out.field("attempt", sending.attempt());
    }

    private static <X extends Exception> void sent(LetterSent sent, JsonOutput<X> out) throws X {
        out.field("letterId", sent.letterId());
        out.field("attempt", sent.attempt());
        DomainWriters.unlessEmpty("receipt", sent.receipt(), out);
    }

    private static <X extends Exception> void failed(LetterFailed failed, JsonOutput<X> out) throws X {
        out.field("letterId", failed.letterId());
        out.field("attempt", failed.attempt());
        DomainWriters.unlessEmpty("reason", failed.reason(), out);
        unlessUsual("last", failed.last(), false, out);
    }

    private static <X extends Exception> void withdrawn(LetterWithdrawn withdrawn, JsonOutput<X> out) throws X {
        out.field("letterId", withdrawn.letterId());
        DomainWriters.unlessEmpty("reason", withdrawn.reason(), out);
    }

    private static <X extends Exception> void acknowledged(LetterAcknowledged acknowledged, JsonOutput<X> out)
            throws X {
        out.field("letterId", acknowledged.letterId());
        out.field("how", acknowledged.how());
    }

    private static <X extends Exception> void asked(SalesAsked asked, JsonOutput<X> out) throws X {
        out.field("key", asked.key().toString());
        DomainWriters.unlessEmpty("whom", asked.whom(), out);
    }

    private static <X extends Exception> void answered(SalesAnswered answered, JsonOutput<X> out) throws X {
        out.field("key", answered.key().toString());
        out.field("agreed", answered.agreed());
        DomainWriters.unlessEmpty("note", answered.note(), out);
    }

    private <X extends Exception> void called(CallMade call, JsonOutput<X> out) throws X {
        out.field("callId", call.callId());
        itemsIfAny(call.items(), out);
        out.field("outcome", call.outcome().code());
        DomainWriters.unlessEmpty("note", call.note(), out);
    }

    private <X extends Exception> void held(HoldSet hold, JsonOutput<X> out) throws X {
        out.field("holdId", hold.holdId());
        itemsIfAny(hold.items(), out);
        out.field("until", hold.until());
        out.field("reason", hold.reason().code());
        DomainWriters.unlessEmpty("note", hold.note(), out);
    }

    private <X extends Exception> void rejected(DebitRejected rejected, JsonOutput<X> out) throws X {
        out.field("debitId", rejected.debitId());
        item(rejected.item(), out);
        DomainWriters.unlessEmpty("reason", rejected.reason(), out);
    }

    private <X extends Exception> void recovered(Recovered recovered, JsonOutput<X> out) throws X {
        out.field("recoveryId", recovered.recoveryId());
        item(recovered.item(), out);
        domain.amountAndCurrency(recovered.amount(), out);
    }

    private <X extends Exception> void restarted(LadderRestarted restarted, JsonOutput<X> out) throws X {
        item(restarted.item(), out);
        out.field("cycle", restarted.cycle());
    }

    private <X extends Exception> void recalled(FileRecalled recalled, JsonOutput<X> out) throws X {
        item(recalled.item(), out);
        DomainWriters.unlessEmpty("reason", recalled.reason(), out);
    }

    private <X extends Exception> void offered(PlanOffered offered, JsonOutput<X> out) throws X {
        out.field("offerId", offered.offerId());
        domain.items(offered.items(), out);
        out.name("instalments");
        out.beginArray();
        for (Instalment instalment : offered.instalments()) {
            domain.instalment(instalment, out);
        }
        out.endArray();
        out.field("validUntil", offered.validUntil());
    }

    private <X extends Exception> void itemsIfAny(List<ItemReference> items, JsonOutput<X> out) throws X {
        if (!items.isEmpty()) {
            domain.items(items, out);
        }
    }

    private <X extends Exception> void item(ItemReference item, JsonOutput<X> out) throws X {
        out.name("item");
        domain.item(item, out);
    }
}
