package io.receivables.dunning.letters;

import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionOptions;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PlanState;
import io.receivables.core.collection.PromiseState;
import io.receivables.core.interest.InterestCharge;
import io.receivables.core.interest.InterestLine;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Settlement;
import io.receivables.dunning.cases.DunningEvent;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.LetterAcknowledged;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterSent;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that whoever takes over a customer's items needs to know, as of a day: the parties, each item with what was paid,
 * credited and contested, every letter with the proofs of its sending, calls, promises and plans, and interest and fees to
 * the day. The same facts give the same file.
 */
public final class HandOverFile {
    /** The version of {@link #toMap}. */
    public static final int VERSION = 1;

    /** What became of a letter: proofs that it was sent or arrived, and failures. */
    private record Proof(LocalDate date, String what, String text) {}

    private record Sent(ActionAccepted first, List<ActionAccepted> actions, List<Proof> proofs) {}

    private record Contested(Dispute dispute, List<DisputeResolution> resolutions) {}

    private final String customerId;
    private final LocalDate date;
    private final LetterFacts facts;
    private final LetterWriter writer;
    private final DunningPolicy policy;
    private final List<OpenItem> items;
    private final Set<String> documents = new LinkedHashSet<>();
    private final Charges charges;
    private final List<Contested> disputes;
    private final List<Sent> letters;
    private final List<CallMade> calls;
    private final List<PromiseState> promises;
    private final List<PlanState> plans;

    private HandOverFile(
            String customerId,
            Collection<ItemReference> references,
            LocalDate date,
            LetterFacts facts,
            LetterWriter writer) {
        this.customerId = customerId;
        this.date = Objects.requireNonNull(date, "date");
        this.facts = facts;
        this.writer = writer;
        this.policy = facts.policyOf(customerId);
        Set<ItemReference> wanted = new LinkedHashSet<>(references);
        this.items = facts.debts(customerId, date).stream()
                .filter(item -> wanted.contains(ItemReference.of(item.id(), item.instalment())))
                .toList();
        if (items.size() < wanted.size() || items.isEmpty()) {
            throw new IllegalArgumentException("of the items " + wanted + ", only " + items.size() + " are invoices of "
                    + customerId + " by " + date);
        }
        items.forEach(item -> documents.add(item.id()));
        this.charges = Charges.of(documents, customerId, policy, date, facts, writer.rules());
        this.disputes = disputes();
        this.letters = letters(wanted);
        this.calls = events(CallMade.class)
                .filter(call -> call.items().isEmpty() || call.items().stream().anyMatch(wanted::contains))
                .toList();
        CollectionOptions options = CollectionOptions.standard(date);
        this.promises = facts.log().promises(options).stream()
                .filter(state -> state.promise().customerId().equals(customerId))
                .toList();
        this.plans = facts.log().plans(options).stream()
                .filter(state -> state.plan().customerId().equals(customerId))
                .toList();
    }

    /**
     * The file of items of one customer.
     *
     * @param items one or more instalments of invoices or debit notes
     * @param writer whose creditor, contacts, templates and rules about interest are used
     * @throws IllegalArgumentException if an item is none of the customer's by that day
     */
    public static HandOverFile of(
            String customerId,
            Collection<ItemReference> items,
            LocalDate date,
            LetterFacts facts,
            LetterWriter writer) {
        return new HandOverFile(customerId, items, date, facts, writer);
    }

    // ---- gathering

    private <E extends DunningEvent> Stream<E> events(Class<E> type) {
        return facts.cases().events(customerId).stream()
                .filter(event -> !event.date().isAfter(date))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private List<Contested> disputes() {
        Map<String, List<DisputeResolution>> resolutions = new HashMap<>();
        List<Dispute> opened = new ArrayList<>();
        for (Fact fact : facts.ledger().facts()) {
            if (fact.date().isAfter(date)) {
                continue;
            }
            if (fact instanceof Dispute dispute && documents.contains(dispute.documentId())) {
                opened.add(dispute);
            } else if (fact instanceof DisputeResolution resolution) {
                resolutions
                        .computeIfAbsent(resolution.disputeId(), id -> new ArrayList<>())
                        .add(resolution);
            }
        }
        return opened.stream()
                .map(dispute -> new Contested(dispute, resolutions.getOrDefault(dispute.id(), List.of())))
                .toList();
    }

    private List<Sent> letters(Set<ItemReference> wanted) {
        Map<String, List<ActionAccepted>> actions = new LinkedHashMap<>();
        events(ActionAccepted.class)
                .filter(action -> wanted.contains(action.key().item()))
                .forEach(action -> actions.computeIfAbsent(action.letterId(), id -> new ArrayList<>())
                        .add(action));
        List<Sent> sent = new ArrayList<>();
        actions.forEach((letterId, of) -> sent.add(new Sent(of.get(0), List.copyOf(of), proofs(letterId))));
        return List.copyOf(sent);
    }

    private List<Proof> proofs(String letterId) {
        return events(DunningEvent.OfLetter.class)
                .filter(event -> event.letterId().equals(letterId))
                .flatMap(event -> proof(event).stream())
                .toList();
    }

    private static List<Proof> proof(DunningEvent event) {
        if (event instanceof LetterSent sent) {
            return List.of(new Proof(sent.date(), "sent", sent.receipt()));
        }
        if (event instanceof LetterFailed failed) {
            return List.of(new Proof(failed.date(), "failed", failed.reason()));
        }
        if (event instanceof LetterAcknowledged acknowledged) {
            return List.of(new Proof(acknowledged.date(), "acknowledged", acknowledged.how()));
        }
        return event instanceof LetterWithdrawn withdrawn
                ? List.of(new Proof(withdrawn.date(), "withdrawn", withdrawn.reason()))
                : List.of();
    }

    private Map<String, Currency> currencies() {
        Map<String, Currency> currencies = new TreeMap<>();
        items.forEach(item -> currencies.put(
                item.open().currency().getCurrencyCode(), item.open().currency()));
        return currencies;
    }

    private Money claimed(Currency currency) {
        return items.stream()
                .filter(item -> item.open().currency().equals(currency))
                .map(HandOverFile::claimed)
                .reduce(Money.zero(currency), Money::plus);
    }

    /** What is contested is not claimed. */
    private static Money claimed(OpenItem item) {
        return item.open().minus(item.disputed());
    }

    private Money total(Currency currency) {
        return claimed(currency).plus(charges.total(currency));
    }

    // ---- as data

    /**
     * The file as maps, lists, texts, numbers and booleans, which any JSON library writes. Days are ISO 8601, amounts plain
     * decimals beside their currency; keys keep their order.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", VERSION);
        file.put("date", date.toString());
        file.put("creditor", creditor());
        file.put("customer", customer());
        file.put("items", list(items, this::item));
        file.put("disputes", list(disputes, HandOverFile::dispute));
        file.put("letters", list(letters, HandOverFile::letter));
        file.put("calls", list(calls, HandOverFile::call));
        file.put("promises", list(promises, HandOverFile::promise));
        file.put("plans", list(plans, HandOverFile::plan));
        file.put("interest", list(charges.interest(), HandOverFile::interest));
        file.put("fees", list(charges.fees(), HandOverFile::fee));
        file.put("totals", list(currencies().values(), this::totals));
        return file;
    }

    private static <T> List<Object> list(Collection<T> values, Function<T, Map<String, Object>> map) {
        return values.stream().<Object>map(map).toList();
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }

    private static String plain(Money amount) {
        return amount.amount().toPlainString();
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    private Map<String, Object> creditor() {
        Creditor creditor = writer.creditor();
        return map(
                "name", creditor.name(),
                "address", creditor.address(),
                "email", creditor.email(),
                "phone", creditor.phone(),
                "registration", list(creditor.registration(), HandOverFile::line),
                "bank", list(creditor.bank(), HandOverFile::line));
    }

    private static Map<String, Object> line(Creditor.Line line) {
        return map("name", line.label(), "value", line.value());
    }

    private Map<String, Object> customer() {
        Contact contact = writer.contact(customerId);
        return map(
                "id", customerId,
                "name", facts.customer(customerId).name(),
                "attributes", facts.customer(customerId).attributes(),
                "contact",
                        map(
                                "name", contact.name(),
                                "address", contact.address(),
                                "email", contact.email(),
                                "phone", contact.phone()));
    }

    private Map<String, Object> item(OpenItem item) {
        return map(
                "document", item.id(),
                "instalment", item.instalment(),
                "kind", item.kind().factKind().code(),
                "issued", item.issueDate().toString(),
                "due", item.dueDate().toString(),
                "stage",
                        facts.cases()
                                .state(ItemReference.of(item.id(), item.instalment()))
                                .stage()
                                .code(),
                "currency", code(item.amount()),
                "original", plain(item.amount()),
                "open", plain(item.open()),
                "disputed", plain(item.disputed()),
                "claimed", plain(claimed(item)),
                "settlements", list(item.settlements(), HandOverFile::settlement));
    }

    private static Map<String, Object> settlement(Settlement settlement) {
        return map(
                "date", settlement.date().toString(),
                "kind", settlement.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "amount", plain(settlement.amount()));
    }

    private static Map<String, Object> dispute(Contested contested) {
        Dispute dispute = contested.dispute();
        return map(
                "id", dispute.id(),
                "document", dispute.documentId(),
                "date", dispute.date().toString(),
                "currency", dispute.amount().map(HandOverFile::code).orElse(""),
                "amount", dispute.amount().map(HandOverFile::plain).orElse(""),
                "reason", dispute.reason(),
                "resolved",
                        contested.resolutions().stream()
                                .<Object>map(resolution -> resolution.date().toString())
                                .toList());
    }

    private static Map<String, Object> letter(Sent sent) {
        ActionAccepted first = sent.first();
        return map(
                "id", first.letterId(),
                "date", first.date().toString(),
                "channel", first.channel().code(),
                "template", first.template(),
                "actions", list(sent.actions(), HandOverFile::action),
                "proofs", list(sent.proofs(), HandOverFile::proof));
    }

    private static Map<String, Object> action(ActionAccepted action) {
        return map(
                "document", action.key().item().documentId(),
                "instalment", action.key().item().instalment(),
                "step", action.step().code(),
                "level", action.level(),
                "currency", code(action.claimed()),
                "claimed", plain(action.claimed()),
                "fee", plain(action.fee()));
    }

    private static Map<String, Object> proof(Proof proof) {
        return map("date", proof.date().toString(), "what", proof.what(), "text", proof.text());
    }

    private static Map<String, Object> call(CallMade call) {
        return map("date", call.date().toString(), "outcome", call.outcome().code(), "note", call.note());
    }

    private static Map<String, Object> promise(PromiseState state) {
        return map(
                "id", state.promise().id(),
                "date", state.promise().date().toString(),
                "payBy", state.promise().payBy().toString(),
                "status", state.status().code(),
                "currency", code(state.promise().amount()),
                "amount", plain(state.promise().amount()),
                "received", plain(state.received()),
                "missing", plain(state.missing()));
    }

    private static Map<String, Object> plan(PlanState state) {
        return map(
                "id", state.plan().id(),
                "date", state.plan().date().toString(),
                "status", state.status().code(),
                "currency", code(state.received()),
                "received", plain(state.received()),
                "missing", plain(state.missing()),
                "instalments",
                        list(
                                state.instalments(),
                                instalment -> map(
                                        "due", instalment.dueDate().toString(),
                                        "amount", plain(instalment.amount()),
                                        "received", plain(instalment.received()),
                                        "status", instalment.status().code())));
    }

    private static Map<String, Object> interest(InterestCharge charge) {
        return map(
                "document", charge.documentId(),
                "regime", charge.regime().canonicalName(),
                "basis", charge.terms().citation(),
                "currency", code(charge.interest()),
                "interest", plain(charge.interest()),
                "fixedSum", plain(charge.fixedSum()),
                "lines", list(charge.lines(), HandOverFile::interestLine));
    }

    private static Map<String, Object> interestLine(InterestLine line) {
        return map(
                "instalment", line.instalment(),
                "from", line.from().toString(),
                "to", line.to().toString(),
                "principal", plain(line.principal()),
                "percent", line.rate().rate().percent().toPlainString(),
                "days", line.days(),
                "yearDays", line.yearDays());
    }

    private static Map<String, Object> fee(Charges.Fee fee) {
        return map(
                "date", fee.date().toString(),
                "step", fee.kind().code(),
                "level", fee.level(),
                "document", fee.item().documentId(),
                "currency", code(fee.amount()),
                "amount", plain(fee.amount()));
    }

    private Map<String, Object> totals(Currency currency) {
        return map(
                "currency", currency.getCurrencyCode(),
                "claimed", plain(claimed(currency)),
                "interest", plain(charges.interestSum(currency)),
                "fixedSums", plain(charges.fixedSum(currency)),
                "fees", plain(charges.feeSum(currency)),
                "total", plain(total(currency)));
    }

    // ---- as a document

    /**
     * The file as one HTML document to be printed, without scripts and outside resources.
     *
     * @param language {@code en} or {@code fr}
     */
    public String toHtml(String language) {
        LetterLocale locale = LetterLocale.of(language, policy.country());
        Map<String, String> labels = writer.templates().labels(locale);
        Map<String, Object> model = new LinkedHashMap<>(new HandOverText(locale, labels).of(toMap()));
        model.put("label", labels);
        return writer.templates().write("layout/" + LetterModel.HAND_OVER_FILE + ".html", true, locale, model);
    }
}
