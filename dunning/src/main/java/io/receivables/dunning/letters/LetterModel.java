package io.receivables.dunning.letters;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.interest.InterestCharge;
import io.receivables.core.interest.InterestLine;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.cases.CaseState;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.letters.LetterSubject.Claim;
import io.receivables.dunning.letters.LetterWriter.Particulars;
import io.receivables.dunning.policy.StepKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What templates see of a letter: its declaration, and the texts of one letter that conform to it. */
final class LetterModel {
    /** The file of legal words under a law that has none of its own. */
    static final String ANY_COUNTRY = "ZZ";

    static final String HAND_OVER_FILE = "hand-over-file";

    private static final int NAMED_DOCUMENTS = 3;

    private static final String RETURNED = "returned-";

    private static Shape.Names letter() {
        return Shape.names()
                .texts(
                        "letterId",
                        "language",
                        "date",
                        "customerId",
                        "customerName",
                        "creditorName",
                        "salutation",
                        "documents",
                        "count",
                        "firstDue",
                        "claimed",
                        "total",
                        "deadline",
                        "daysToPay")
                .optional(
                        "daysLate",
                        "interest",
                        "fixedSums",
                        "fees",
                        "charges",
                        "disputed",
                        "reference",
                        "paymentLink",
                        "successor",
                        "returnedOn")
                .flags("one", "several", "registered", "transfer", "toCustomer")
                .object(
                        "creditor",
                        Shape.names()
                                .texts("name")
                                .lists("address")
                                .optional("email", "phone", "signatory")
                                .list("registration", Shape.names().texts("name", "value"))
                                .list("bank", Shape.names().texts("name", "value")))
                .object(
                        "recipient",
                        Shape.names().texts("name").lists("address").optional("email", "phone"))
                .optionalObject(
                        "offer",
                        Shape.names()
                                .texts("until", "total")
                                .list("instalments", Shape.names().texts("number", "due", "amount")))
                .list("currencies", currency());
    }

    private static Shape.Names currency() {
        return Shape.names()
                .texts("currency", "claimed", "total")
                .optional("interest", "fixedSums", "fees", "code")
                .flags("charged", "calculated")
                .list("claims", item().texts("claimed", "level"))
                .list(
                        "counted",
                        Shape.names()
                                .texts("document", "basis")
                                .optional("interest", "fixedSum")
                                .flags("paid")
                                .list("lines", Shape.names().texts("from", "to", "principal", "rate", "days")))
                .list("feeLines", Shape.names().texts("date", "step", "document", "amount"))
                .optionalObject(
                        "account",
                        Shape.names()
                                .texts("open", "net")
                                .optional("credit", "disputed")
                                .list("items", item().texts("level").flags("claimedHere"))
                                .list("credits", Shape.names().texts("kind", "document", "date", "amount")));
    }

    private static Shape.Names item() {
        return Shape.names()
                .texts("document", "issued", "due", "original", "open")
                .optional("instalment", "customer", "disputed", "daysLate")
                .flags("debitNote");
    }

    /** What the words of a letter may use. */
    static final Shape WORDS = letter().shape();

    private static final Map<Channel, String> LAYOUTS = Map.of(
            Channel.EMAIL, "email",
            Channel.LETTER, "letter",
            Channel.REGISTERED_LETTER, "letter",
            Channel.OTHER, "letter",
            Channel.PHONE, "phone",
            Channel.TEXT_MESSAGE, "text-message",
            Channel.PORTAL, "portal",
            Channel.VISIT, "visit");

    /** Whether a channel's letters are printed. */
    static boolean isPrinted(Channel channel) {
        return layoutOf(channel).equals("letter");
    }

    /** The name of a channel's layout. */
    static String layoutOf(Channel channel) {
        return Objects.requireNonNull(LAYOUTS.get(channel), "layout");
    }

    /** Whether a file of layouts is one by itself, and no partial. */
    static boolean isLayout(String name) {
        return LAYOUTS.containsValue(name) || name.equals(HAND_OVER_FILE);
    }

    /** What a layout may use: the words that were written, the labels of its language, and all that words may use. */
    static Shape layout(String file, Set<String> labels) {
        Shape.Names names = file.contains(HAND_OVER_FILE)
                ? HandOverText.names()
                : letter().texts("subject", "short").lists("body", "closing", "legal", "script");
        return names.object("label", Shape.names().texts(labels.toArray(String[]::new)))
                .shape();
    }

    private final LetterSubject subject;
    private final LetterFacts facts;
    private final Particulars particulars;
    private final LetterLocale locale;
    private final Map<String, String> labels;
    private final Charges charges;
    private final Set<String> customers = new LinkedHashSet<>();

    LetterModel(
            LetterSubject subject,
            LetterFacts facts,
            Particulars particulars,
            LetterLocale locale,
            Map<String, String> labels,
            Charges charges) {
        this.subject = subject;
        this.facts = facts;
        this.particulars = particulars;
        this.locale = locale;
        this.labels = labels;
        this.charges = charges;
        customers.add(subject.customerId());
        subject.claims().forEach(claim -> customers.add(claim.customerId()));
    }

    Map<String, Object> map() {
        List<OpenItem> items = subject.claims().stream().map(this::item).toList();
        LocalDate firstDue =
                items.stream().map(OpenItem::dueDate).min(LocalDate::compareTo).orElseThrow();
        Entry entry = new Entry();
        entry.text("letterId", subject.letterId());
        entry.text("language", locale.tag());
        entry.text("date", locale.date(subject.date()));
        entry.text("customerId", subject.customerId());
        entry.text("customerName", customerName(subject.customerId()));
        entry.text("creditorName", particulars.creditor().name());
        entry.text("salutation", salutation());
        entry.text("documents", documents());
        entry.text("count", String.valueOf(documentIds().size()));
        entry.text("firstDue", locale.date(firstDue));
        entry.optional("daysLate", daysLate(firstDue));
        entry.text("deadline", locale.date(particulars.deadline()));
        entry.text("daysToPay", days(particulars.daysToPay()));
        amounts(entry);
        entry.optional("reference", particulars.reference());
        entry.link("paymentLink", particulars.paymentLink());
        entry.optional("successor", successor());
        entry.optional("returnedOn", returnedOn());
        entry.flag("one", documentIds().size() == 1);
        entry.flag("several", documentIds().size() > 1);
        entry.flag("registered", subject.channel() == Channel.REGISTERED_LETTER);
        entry.flag("transfer", !particulars.creditor().bank().isEmpty());
        entry.flag("toCustomer", particulars.isToCustomer());
        entry.object("creditor", creditor(particulars.creditor()));
        entry.object("recipient", contact(particulars.recipient()));
        entry.optionalObject("offer", offer().map(this::offer));
        entry.list(
                "currencies", currencies().values().stream().map(this::currency).toList());
        return entry.map();
    }

    // ---- sums

    private void amounts(Entry entry) {
        entry.text("claimed", orNothing(inAll(this::claimed)));
        entry.text("total", orNothing(inAll(currency -> claimed(currency).plus(charges.total(currency)))));
        entry.optional("interest", inAll(charges::interestSum));
        entry.optional("fixedSums", inAll(charges::fixedSum));
        entry.optional("fees", inAll(charges::feeSum));
        entry.optional("charges", inAll(charges::total));
        entry.optional("disputed", inAll(this::disputed));
    }

    /** Zero is an amount as well where one must stand. */
    private String orNothing(String amounts) {
        return amounts.isEmpty()
                ? locale.amount(Money.zero(subject.claims().get(0).claimed().currency()))
                : amounts;
    }

    /** One amount for each currency that has any. */
    private String inAll(Function<Currency, Money> amount) {
        List<String> amounts = currencies().values().stream()
                .map(amount)
                .filter(each -> !each.isZero())
                .map(locale::amount)
                .toList();
        return locale.list(amounts);
    }

    private Map<String, Currency> currencies() {
        Map<String, Currency> currencies = new TreeMap<>();
        subject.claims().forEach(claim -> put(currencies, claim.claimed().currency()));
        charges.interest().forEach(charge -> put(currencies, charge.interest().currency()));
        charges.fees().forEach(fee -> put(currencies, fee.amount().currency()));
        return currencies;
    }

    private static void put(Map<String, Currency> currencies, Currency currency) {
        currencies.put(currency.getCurrencyCode(), currency);
    }

    private Money claimed(Currency currency) {
        return subject.claimed().getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
    }

    private Money disputed(Currency currency) {
        return claimsIn(currency).stream()
                .map(claim -> item(claim).disputed())
                .reduce(Money.zero(currency), Money::plus);
    }

    private List<Claim> claimsIn(Currency currency) {
        return subject.claims().stream()
                .filter(claim -> claim.claimed().currency().equals(currency))
                .toList();
    }

    // ---- one currency

    private Entry currency(Currency currency) {
        Entry entry = new Entry();
        Money total = claimed(currency).plus(charges.total(currency));
        entry.text("currency", currency.getCurrencyCode());
        entry.text("claimed", locale.amount(claimed(currency)));
        entry.text("total", locale.amount(total));
        entry.link("code", particulars.code().apply(total));
        entry.optional("interest", shown(charges.interestSum(currency)));
        entry.optional("fixedSums", shown(charges.fixedSum(currency)));
        entry.optional("fees", shown(charges.feeSum(currency)));
        entry.flag("charged", !charges.total(currency).isZero());
        entry.flag("calculated", !charges.interestIn(currency).isEmpty());
        entry.list("claims", claimsIn(currency).stream().map(this::claim).toList());
        entry.list(
                "counted",
                charges.interestIn(currency).stream().map(this::charge).toList());
        entry.list("feeLines", charges.feesIn(currency).stream().map(this::fee).toList());
        entry.optionalObject("account", account(currency).map(this::account));
        return entry;
    }

    private Entry claim(Claim claim) {
        OpenItem item = item(claim);
        Entry entry = item(item);
        entry.text("claimed", locale.amount(claim.claimed()));
        entry.text("level", level(claim.step().kind(), claim.step().level()));
        return entry;
    }

    private Entry item(OpenItem item) {
        Entry entry = new Entry();
        entry.text("document", item.id());
        entry.flag("debitNote", LetterFacts.isDebitNote(item));
        entry.optional(
                "instalment",
                facts.instalments(item.id()) > 1 ? item.instalment() + "/" + facts.instalments(item.id()) : "");
        entry.optional("customer", customers.size() > 1 ? customerName(item.customerId()) : "");
        entry.text("issued", locale.date(item.issueDate()));
        entry.text("due", locale.date(item.dueDate()));
        entry.text("original", locale.amount(item.amount()));
        entry.text("open", locale.amount(item.open()));
        entry.optional("disputed", shown(item.disputed()));
        entry.optional("daysLate", daysLate(item.dueDate()));
        return entry;
    }

    private Entry charge(InterestCharge charge) {
        Entry entry = new Entry();
        entry.text("document", charge.documentId());
        entry.text("basis", charge.terms().citation());
        entry.optional("interest", shown(charge.interest()));
        entry.optional("fixedSum", shown(charge.fixedSum()));
        entry.flag(
                "paid",
                subject.claims().stream()
                        .noneMatch(claim -> claim.item().documentId().equals(charge.documentId())));
        entry.list("lines", charge.lines().stream().map(this::line).toList());
        return entry;
    }

    private Entry line(InterestLine line) {
        Entry entry = new Entry();
        entry.text("from", locale.date(line.from()));
        entry.text("to", locale.date(line.to()));
        entry.text("principal", locale.amount(line.principal()));
        entry.text("rate", locale.percent(line.rate().rate().percent()));
        entry.text("days", days(line.days()));
        return entry;
    }

    private Entry fee(Charges.Fee fee) {
        Entry entry = new Entry();
        entry.text("date", locale.date(fee.date()));
        entry.text("step", level(fee.kind(), fee.level()));
        entry.text("document", fee.item().documentId());
        entry.text("amount", locale.amount(fee.amount()));
        return entry;
    }

    // ---- the account

    /** The account, where it says more than the claims. */
    private Optional<AccountStatement> account(Currency currency) {
        AccountStatement statement =
                AccountStatement.of(facts, customers, subject.date()).get(currency.getCurrencyCode());
        boolean saysMore = statement != null
                && (!statement.credits().isEmpty()
                        || statement.debts().size() > claimsIn(currency).size());
        return saysMore ? Optional.ofNullable(statement) : Optional.empty();
    }

    private Entry account(AccountStatement statement) {
        Entry entry = new Entry();
        entry.text("open", locale.amount(statement.open()));
        entry.text("net", locale.amount(statement.net()));
        entry.optional("credit", shown(statement.credit()));
        entry.optional("disputed", shown(statement.disputed()));
        entry.list("items", statement.debts().stream().map(this::accountItem).toList());
        entry.list("credits", statement.credits().stream().map(this::credit).toList());
        return entry;
    }

    private Entry accountItem(OpenItem item) {
        ItemReference reference = ItemReference.of(item.id(), item.instalment());
        Entry entry = item(item);
        entry.flag(
                "claimedHere",
                subject.claims().stream().anyMatch(claim -> claim.item().equals(reference)));
        entry.text("level", standing(facts.cases().state(reference)));
        return entry;
    }

    private String standing(CaseState state) {
        return switch (state.stage()) {
            case CURRENT, SETTLED -> label("stage.current");
            case REMINDED -> label("kind.reminder") + " " + state.level();
            case NOTIFIED -> label("kind.courtesy");
            case FORMAL_NOTICE, HANDED_OVER, WRITTEN_OFF ->
                label("stage." + state.stage().code());
        };
    }

    private Entry credit(OpenItem item) {
        Entry entry = new Entry();
        entry.text("kind", label("credit." + item.kind().factKind().code()));
        entry.text("document", item.id());
        entry.text("date", locale.date(item.issueDate()));
        entry.text("amount", locale.amount(item.open()));
        return entry;
    }

    // ---- people

    private static Entry creditor(Creditor creditor) {
        Entry entry = new Entry();
        entry.text("name", creditor.name());
        entry.lines("address", creditor.address());
        entry.optional("email", creditor.email());
        entry.optional("phone", creditor.phone());
        entry.optional("signatory", creditor.signatory());
        entry.list(
                "registration",
                creditor.registration().stream().map(LetterModel::labelled).toList());
        entry.list("bank", creditor.bank().stream().map(LetterModel::labelled).toList());
        return entry;
    }

    private static Entry labelled(Creditor.Line line) {
        Entry entry = new Entry();
        entry.text("name", line.label());
        entry.text("value", line.value());
        return entry;
    }

    private static Entry contact(Contact contact) {
        Entry entry = new Entry();
        entry.text("name", contact.name());
        entry.lines("address", contact.address());
        entry.optional("email", contact.email());
        entry.optional("phone", contact.phone());
        return entry;
    }

    private String salutation() {
        String own = particulars.recipient().salutation();
        return own.isBlank() ? label("salutation") : own;
    }

    private String customerName(String customerId) {
        String name = facts.customer(customerId).name();
        return name.isBlank() ? customerId : name;
    }

    private String successor() {
        return subject.step().kind() == StepKind.HAND_OVER
                ? label("successor." + subject.step().successor().code())
                : "";
    }

    /** The day of the return, which the code of the step after it tells. */
    private String returnedOn() {
        String code = subject.highest().stepCode();
        return code.startsWith(RETURNED) ? locale.date(LocalDate.parse(code.substring(RETURNED.length()))) : "";
    }

    // ---- the offer of a plan

    /** The last plan that was offered for items of this letter, while it can be accepted. */
    private Optional<PlanOffered> offer() {
        Set<ItemReference> items = new LinkedHashSet<>();
        subject.claims().forEach(claim -> items.add(claim.item()));
        return facts.cases().events(subject.customerId()).stream()
                .filter(PlanOffered.class::isInstance)
                .map(PlanOffered.class::cast)
                .filter(offer -> !offer.date().isAfter(subject.date())
                        && !offer.validUntil().isBefore(subject.date())
                        && offer.items().stream().anyMatch(items::contains)
                        && !offer.instalments().isEmpty())
                .reduce((first, last) -> last);
    }

    private Entry offer(PlanOffered offer) {
        List<Entry> instalments = new ArrayList<>();
        for (Instalment instalment : offer.instalments()) {
            Entry entry = new Entry();
            entry.text("number", String.valueOf(instalments.size() + 1));
            entry.text("due", locale.date(instalment.dueDate()));
            entry.text("amount", locale.amount(instalment.amount()));
            instalments.add(entry);
        }
        Entry entry = new Entry();
        entry.text("until", locale.date(offer.validUntil()));
        entry.text(
                "total",
                locale.amount(offer.instalments().stream()
                        .map(Instalment::amount)
                        .reduce(Money::plus)
                        .orElseThrow()));
        entry.list("instalments", instalments);
        return entry;
    }

    // ---- texts

    private OpenItem item(Claim claim) {
        return facts.ledger().items(claim.item().documentId(), subject.date()).stream()
                .filter(item -> item.instalment() == claim.item().instalment())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "item " + claim.item() + " of letter " + subject.letterId() + " is not in the ledger"));
    }

    private Set<String> documentIds() {
        Set<String> documents = new LinkedHashSet<>();
        subject.claims().forEach(claim -> documents.add(claim.item().documentId()));
        return documents;
    }

    private String documents() {
        List<String> ids = documentIds().stream().map(CleanText::of).toList();
        if (ids.size() <= NAMED_DOCUMENTS + 1) {
            return locale.list(ids);
        }
        List<String> named = new ArrayList<>(ids.subList(0, NAMED_DOCUMENTS));
        named.add((ids.size() - NAMED_DOCUMENTS) + " " + label("others"));
        return locale.list(named);
    }

    private String daysLate(LocalDate due) {
        long days = subject.date().toEpochDay() - due.toEpochDay();
        return days > 0 ? days(days) : "";
    }

    private String days(long days) {
        return days + " " + label(days == 1 ? "day" : "days");
    }

    private String level(StepKind kind, int level) {
        return kind == StepKind.REMINDER ? label("kind.reminder") + " " + level : label("kind." + kind.code());
    }

    private String shown(Money amount) {
        return amount.isZero() ? "" : locale.amount(amount);
    }

    private String label(String name) {
        @Nullable String label = labels.get(name);
        if (label == null) {
            throw new IllegalStateException("label " + name + " is missing in " + locale.tag());
        }
        return label;
    }
}
