package io.receivables.dunning.measure;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.SettlementKind;
import io.receivables.core.ledger.StandingCash;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.cases.LetterState.Status;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.measure.ActionResult.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Finds what was sent, and puts the cash and the disputes of each item down to the actions on it. */
final class EffectScan {
    /** An action that was sent, while its effects are being gathered. Days are epoch days. */
    private static final class Sent {
        private final ActionAccepted action;
        private final int sentDay;
        private final int firstDay;
        private final int lastDay;
        private final List<Receipt> receipts = new ArrayList<>();
        private boolean disputed;
        private long credited;

        Sent(ActionAccepted action, int sentDay, int days) {
            this.action = action;
            this.sentDay = sentDay;
            firstDay = worksAtOnce(action.channel()) ? sentDay : sentDay + 1;
            lastDay = sentDay + days;
        }

        /** Whoever speaks to the customer may have an effect while they do. */
        private static boolean worksAtOnce(Channel channel) {
            return channel == Channel.PHONE || channel == Channel.VISIT;
        }

        int firstDay() {
            return firstDay;
        }

        String key() {
            return action.key().toString();
        }
    }

    private static final Comparator<Sent> BY_DAY =
            Comparator.comparingInt(Sent::firstDay).thenComparing(Sent::key);

    private static final Comparator<ActionAccepted> HIGHEST = Comparator.comparing(ActionAccepted::step)
            .thenComparingInt(ActionAccepted::level)
            .thenComparing(action -> action.key().toString(), Comparator.reverseOrder());

    private final Ledger ledger;
    private final LedgerColumns columns;
    private final EffectivenessOptions options;
    private final int asOfDay;
    private final Map<String, ActionAccepted> leading = new HashMap<>();
    private final Map<String, List<Sent>> byItem = new TreeMap<>();

    EffectScan(Ledger ledger, Cases cases, EffectivenessOptions options) {
        this.ledger = ledger;
        this.options = options;
        columns = ledger.columns();
        asOfDay = epochDay(options.asOf());
        List<DunningEvent> events = known(cases);
        Cases then = Cases.of(events);
        for (DunningEvent event : events) {
            if (event instanceof ActionAccepted action) {
                then.letter(action.letterId()).filter(EffectScan::isOut).ifPresent(letter -> addSent(action, letter));
            }
        }
        byItem.values().forEach(this::findEffects);
    }

    List<ActionResult> results() {
        return byItem.values().stream().flatMap(List::stream).map(this::result).toList();
    }

    // ---- what was sent

    /** The events of the ledger's customers up to the as-of date. */
    private List<DunningEvent> known(Cases cases) {
        return ledger.customers().stream()
                .flatMap(customer -> cases.events(customer.id()).stream())
                .filter(event -> !event.date().isAfter(options.asOf()))
                .toList();
    }

    /** A letter that came back is not out. */
    private static boolean isOut(LetterState letter) {
        return letter.status() == Status.SENT || letter.status() == Status.ACKNOWLEDGED;
    }

    private void addSent(ActionAccepted action, LetterState letter) {
        leading.merge(letter.letterId(), action, BinaryOperator.maxBy(HIGHEST));
        byItem.computeIfAbsent(action.key().item().toString(), each -> new ArrayList<>())
                .add(new Sent(action, letter.sentDay(), options.days()));
    }

    // ---- what came of it

    private void findEffects(List<Sent> actions) {
        actions.sort(BY_DAY);
        int row = row(actions.get(0).action.key().item());
        actions.forEach(action -> checkCurrency(action.action, currency(row)));
        findCash(actions, row);
        findDisputes(actions, row);
        findCredits(actions, row);
    }

    private void findCash(List<Sent> actions, int row) {
        StandingCash.forEach(columns, row, asOfDay, (day, minorUnits) -> {
            Money amount = Money.ofMinor(minorUnits, currency(row));
            lastBefore(actions, day)
                    .ifPresent(action -> action.receipts.add(new Receipt(day - action.sentDay, amount)));
        });
    }

    private void findDisputes(List<Sent> actions, int row) {
        for (int d = columns.disputesFrom(row); d < columns.disputesTo(row); d++) {
            if (columns.disputeFrom(d) <= asOfDay) {
                lastBefore(actions, columns.disputeFrom(d)).ifPresent(action -> action.disputed = true);
            }
        }
    }

    private void findCredits(List<Sent> actions, int row) {
        for (int s = columns.settlementsFrom(row); s < columns.settlementsTo(row); s++) {
            long credit = columns.settlementAmount(s);
            if (columns.settlementKindCode(s) == SettlementKind.CREDIT.code() && columns.settlementDay(s) <= asOfDay) {
                lastBefore(actions, columns.settlementDay(s))
                        .ifPresent(action -> action.credited = Math.addExact(action.credited, credit));
            }
        }
    }

    private int row(ItemReference item) {
        return Arrays.stream(ledger.rowsOf(item.documentId()))
                .filter(row -> columns.instalment(row) == item.instalment())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "item " + item + " was dunned and is not in the ledger: give the ledger of the cases"));
    }

    private Currency currency(int row) {
        return columns.currencies().get(columns.currency(row));
    }

    private static void checkCurrency(ActionAccepted action, Currency currency) {
        Checks.that(
                action.claimed().currency().equals(currency),
                () -> "action " + action.key() + " claims " + action.claimed() + " of an item in "
                        + currency.getCurrencyCode() + ": give the ledger of the cases");
    }

    /** The action that something on a day is put down to; none where the last one is too long ago. */
    private static Optional<Sent> lastBefore(List<Sent> actions, int day) {
        Optional<Sent> last = Optional.empty();
        for (Sent action : actions) {
            if (action.firstDay <= day) {
                last = Optional.of(action);
            }
        }
        return last.filter(action -> day <= action.lastDay);
    }

    private ActionResult result(Sent sent) {
        int row = row(sent.action.key().item());
        Customer customer = columns.customers().get(columns.customer(row));
        return new ActionResult(
                sent.action,
                LocalDate.ofEpochDay(sent.sentDay),
                options.segmentation().segmentOf(customer),
                options.experiment().segmentOf(customer),
                sent.action.equals(leading.get(sent.action.letterId())),
                sent.lastDay <= asOfDay,
                due(sent, row),
                sent.receipts,
                sent.disputed);
    }

    /** A credit note first lowers what was not claimed because it was contested. */
    private Money due(Sent sent, int row) {
        Money claimed = sent.action.claimed();
        long open = columns.openAt(row, Math.max(sent.firstDay - 1, columns.issueDay(row)));
        long left = Math.max(0, Math.subtractExact(open, sent.credited));
        return claimed.min(Money.ofMinor(left, claimed.currency()));
    }

    private static int epochDay(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
