package io.receivables.jackson;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.cases.ActionKey;
import io.receivables.dunning.cases.CallOutcome;
import io.receivables.dunning.cases.DunningEvent;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies and events of dunning as wild as their constructors take them, mistakes included. */
final class AnyDunning {
    private AnyDunning() {}

    private static final Arbitrary<Integer> NUMBERS = Arbitraries.integers();

    /** Changes a value in some of the cases. */
    private static <T, V> Arbitrary<Function<T, T>> sometimes(Arbitrary<V> values, BiFunction<T, V, T> change) {
        return values.optional(0.3)
                .map(value -> before ->
                        value.map(given -> change.apply(before, given)).orElse(before));
    }

    private static <T> Arbitrary<T> changed(Arbitrary<T> start, List<Arbitrary<Function<T, T>>> changes) {
        return Combinators.combine(start, Combinators.combine(changes).as(all -> all))
                .as((value, all) -> all.stream()
                        .reduce(Function.identity(), Function::andThen)
                        .apply(value))
                .withoutEdgeCases();
    }

    static Arbitrary<DunningPolicy> policies() {
        Arbitrary<DunningPolicy> start = Combinators.combine(
                        AnyFacts.texts(), steps().list().ofMaxSize(3))
                .as(DunningPolicy::of);
        Arbitrary<Map<AlertKind, AlertResponse>> alerts =
                Arbitraries.maps(Arbitraries.of(AlertKind.class), Arbitraries.of(AlertResponse.class));
        return changed(
                start,
                List.of(
                        sometimes(NUMBERS, DunningPolicy::withGraceDays),
                        sometimes(Arbitraries.of(Grouping.class), DunningPolicy::grouped),
                        sometimes(Arbitraries.of(true, false), DunningPolicy::mixingLevels),
                        sometimes(Arbitraries.of(CatchUp.class), DunningPolicy::catchingUp),
                        sometimes(Arbitraries.of(PartPayment.class), DunningPolicy::onPartPayment),
                        sometimes(NUMBERS, DunningPolicy::withMinimumInterval),
                        sometimes(NUMBERS, DunningPolicy::withPromiseGraceDays),
                        sometimes(NUMBERS, DunningPolicy::withPlanToleranceDays),
                        sometimes(Arbitraries.of(true, false), DunningPolicy::coveredByCredit),
                        sometimes(AnyFacts.texts(), DunningPolicy::onCalendar),
                        sometimes(AnyFacts.texts(), DunningPolicy::inLanguage),
                        sometimes(AnyFacts.texts(), DunningPolicy::underLawOf),
                        sometimes(AnyFacts.texts(), DunningPolicy::withInterest),
                        sometimes(NUMBERS, DunningPolicy::withAttempts),
                        sometimes(
                                Arbitraries.of(Channel.class).optional(),
                                (policy, channel) ->
                                        channel.map(policy::contactOnReturn).orElseGet(policy::withoutContactOnReturn)),
                        sometimes(alerts, AnyDunning::onAlerts),
                        sometimes(NUMBERS, DunningPolicy::withAlertHoldDays)));
    }

    private static DunningPolicy onAlerts(DunningPolicy policy, Map<AlertKind, AlertResponse> alerts) {
        DunningPolicy changed = policy;
        for (Map.Entry<AlertKind, AlertResponse> alert : alerts.entrySet()) {
            changed = changed.onAlert(alert.getKey(), alert.getValue());
        }
        return changed;
    }

    static Arbitrary<DunningStep> steps() {
        Arbitrary<DunningStep> start =
                Combinators.combine(Arbitraries.of(StepKind.class), NUMBERS).as(DunningStep::of);
        Arbitrary<List<Money>> amounts =
                AnyFacts.money().list().uniqueElements(Money::currency).ofMaxSize(3);
        return changed(
                start,
                List.of(
                        sometimes(NUMBERS, DunningStep::daysPastDue),
                        sometimes(NUMBERS, DunningStep::afterPrevious),
                        sometimes(Arbitraries.of(Channel.class), DunningStep::by),
                        sometimes(Arbitraries.of(Tone.class), DunningStep::in),
                        sometimes(AnyFacts.texts(), DunningStep::template),
                        sometimes(fees(), DunningStep::fee),
                        sometimes(amounts, (step, minimums) -> step.atLeast(minimums.toArray(Money[]::new))),
                        sometimes(Arbitraries.of(SalesInvolvement.class), DunningStep::sales),
                        sometimes(Arbitraries.just(true), (step, link) -> step.withPaymentLink()),
                        sometimes(Arbitraries.of(true, false), DunningStep::interest),
                        sometimes(Arbitraries.of(Successor.class), DunningStep::to)));
    }

    private static Arbitrary<Fee> fees() {
        Arbitrary<Fee> fixed = AnyFacts.money()
                .filter(amount -> !amount.isNegative())
                .list()
                .uniqueElements(Money::currency)
                .ofMaxSize(3)
                .map(amounts -> Fee.fixed(amounts.toArray(Money[]::new)));
        Arbitrary<Fee> share = Arbitraries.integers()
                .between(0, 1_000_000)
                .map(tenThousandths -> new Fee.PercentOfOriginal(BigDecimal.valueOf(tenThousandths, 4)));
        return Arbitraries.oneOf(fixed, share);
    }

    /** What most kinds of events have. */
    private record Basics(
            String id, String customerId, LocalDate date, LocalDate other, Money amount, String text, int number) {
        ActionKey key() {
            return new ActionKey(ItemReference.of(id, number), "level-" + number, number);
        }

        ItemReference item() {
            return ItemReference.of(customerId, number);
        }
    }

    static Arbitrary<DunningEvent> events() {
        Arbitrary<Basics> basics = Combinators.combine(
                        AnyFacts.ids(),
                        AnyFacts.ids(),
                        AnyFacts.dates(),
                        AnyFacts.dates(),
                        AnyFacts.money(),
                        AnyFacts.texts(),
                        Arbitraries.integers().between(1, 3))
                .as(Basics::new);
        Arbitrary<List<ItemReference>> items = Combinators.combine(
                        AnyFacts.ids(), Arbitraries.integers().between(0, 3))
                .as(ItemReference::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(DunningEventKind.class),
                        basics,
                        items,
                        Arbitraries.of(StepKind.class),
                        Arbitraries.of(Channel.class),
                        AnyFacts.money())
                .as(AnyDunning::event)
                .withoutEdgeCases();
    }

    private static DunningEvent event(
            DunningEventKind kind, Basics b, List<ItemReference> items, StepKind step, Channel channel, Money second) {
        return switch (kind) {
            case ACTION_ACCEPTED ->
                new DunningEvent.ActionAccepted(
                        b.key(),
                        b.customerId,
                        b.date,
                        b.id,
                        b.id,
                        step,
                        b.number,
                        channel,
                        b.customerId,
                        b.amount,
                        b.number == 1 ? Money.zero(b.amount.currency()) : second,
                        b.text);
            case ACTION_SKIPPED ->
                new DunningEvent.ActionSkipped(b.key(), b.customerId, b.date, step, b.number, b.text);
            case ACTION_POSTPONED ->
                new DunningEvent.ActionPostponed(b.key(), b.customerId, b.date, b.other, b.text, b.number);
            case LETTER_SENDING -> new DunningEvent.LetterSending(b.id, b.customerId, b.date, b.number);
            case LETTER_SENT -> new DunningEvent.LetterSent(b.id, b.customerId, b.date, b.number, b.text);
            case LETTER_FAILED ->
                new DunningEvent.LetterFailed(b.id, b.customerId, b.date, b.number, b.text, b.number == 2);
            case LETTER_WITHDRAWN -> new DunningEvent.LetterWithdrawn(b.id, b.customerId, b.date, b.text);
            case LETTER_ACKNOWLEDGED -> new DunningEvent.LetterAcknowledged(b.id, b.customerId, b.date, b.id);
            case SALES_ASKED -> new DunningEvent.SalesAsked(b.key(), b.customerId, b.date, b.text);
            case SALES_ANSWERED ->
                new DunningEvent.SalesAnswered(b.key(), b.customerId, b.date, b.number == 2, b.text, b.number);
            case CALL_MADE ->
                new DunningEvent.CallMade(
                        b.id,
                        b.customerId,
                        b.date,
                        items,
                        List.of(CallOutcome.values()).get(b.number),
                        b.text);
            case CONTACT_CORRECTED -> new DunningEvent.ContactCorrected(b.customerId, b.date, b.number);
            case HOLD_SET ->
                new DunningEvent.HoldSet(
                        b.id,
                        b.customerId,
                        b.date,
                        items,
                        b.other,
                        List.of(HoldReason.values()).get(b.number - 1),
                        b.text);
            case HOLD_RELEASED -> new DunningEvent.HoldReleased(b.id, b.customerId, b.date);
            case INSOLVENCY_OPENED -> new DunningEvent.InsolvencyOpened(b.customerId, b.date, b.text, b.number);
            case INSOLVENCY_CLOSED -> new DunningEvent.InsolvencyClosed(b.customerId, b.date, b.text, b.number);
            case DEBIT_REJECTED -> new DunningEvent.DebitRejected(b.id, b.customerId, b.date, b.item(), b.text);
            case RECOVERED -> new DunningEvent.Recovered(b.id, b.customerId, b.date, b.item(), b.amount);
            case LADDER_RESTARTED -> new DunningEvent.LadderRestarted(b.customerId, b.date, b.item(), b.number);
            case FILE_RECALLED -> new DunningEvent.FileRecalled(b.customerId, b.date, b.item(), b.text, b.number);
            case PLAN_OFFERED ->
                new DunningEvent.PlanOffered(
                        b.id,
                        b.customerId,
                        b.date,
                        items.isEmpty() ? List.of(b.item()) : items,
                        instalments(b, second),
                        b.other);
            case PLAN_DECLINED -> new DunningEvent.PlanDeclined(b.id, b.customerId, b.date);
            case PLAN_AGREED -> new DunningEvent.PlanAgreed(b.id, b.customerId, b.date);
        };
    }

    private static List<Instalment> instalments(Basics b, Money second) {
        return b.amount.isNegative() || second.isNegative()
                ? List.of()
                : List.of(Instalment.of(b.date, b.amount), Instalment.of(b.other, second));
    }
}
