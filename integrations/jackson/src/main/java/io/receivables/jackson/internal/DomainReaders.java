package io.receivables.jackson.internal;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.DebitNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import io.receivables.core.collection.Cancellation;
import io.receivables.core.collection.CollectionFact;
import io.receivables.core.collection.CollectionFactKind;
import io.receivables.core.collection.CreditHold;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.PaymentPlan;
import io.receivables.core.collection.PromiseToPay;
import io.receivables.core.collection.ReminderSent;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.TermsLanguage;
import io.receivables.core.terms.TermsReading;
import io.receivables.jackson.JsonOptions;
import io.receivables.jackson.JsonOptions.UnknownFields;
import io.receivables.jackson.internal.JsonInput.Token;
import io.receivables.jackson.internal.JsonObject.Shape;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the domain; {@link DomainWriters} is the other direction. */
public final class DomainReaders {
    private static final Map<String, FactKind> KINDS = byCode(FactKind.values(), FactKind::code);
    private static final Map<String, Allocation.Source> SOURCES =
            byCode(Allocation.Source.values(), Allocation.Source::code);
    private static final Map<String, Reversal.Target> TARGETS = byCode(Reversal.Target.values(), Reversal.Target::code);

    private static final Map<String, DisputeResolution.Finding> FINDINGS =
            byCode(DisputeResolution.Finding.values(), DisputeResolution.Finding::code);

    private static final Map<String, CollectionFactKind> COLLECTION_KINDS =
            byCode(CollectionFactKind.values(), CollectionFactKind::code);
    private static final Map<String, Cancellation.Target> CANCELLED =
            byCode(Cancellation.Target.values(), Cancellation.Target::code);
    private static final Map<String, ReminderSent.Channel> CHANNELS =
            byCode(ReminderSent.Channel.values(), ReminderSent.Channel::code);

    private static final Map<String, Shape> IN_FACT = Map.of("instalments", Shape.of(Instalment.class));
    private static final Map<String, Shape> IN_COLLECTION_FACT =
            Map.of("instalments", Shape.of(Instalment.class), "items", Shape.of(ItemReference.class));
    private static final Map<String, Shape> IN_CUSTOMER = Map.of("attributes", Shape.of(Map.class));

    private final JsonOptions options;

    public DomainReaders(JsonOptions options) {
        this.options = options;
    }

    /** A reader for each type that can be asked for; those of dunning where its module is at hand. */
    public List<JsonReader<?>> all() {
        return Stream.concat(
                        ofCore().stream(),
                        OptionalModules.hasDunning() ? new DunningReaders(options).all().stream() : Stream.empty())
                .toList();
    }

    private List<JsonReader<?>> ofCore() {
        return List.of(
                object(Money.class, Map.of(), DomainReaders::money),
                object(Instalment.class, Map.of(), DomainReaders::instalment),
                object(Customer.class, IN_CUSTOMER, DomainReaders::customer),
                object(Fact.class, IN_FACT, DomainReaders::fact),
                object(Document.class, IN_FACT, DomainReaders::anyDocument),
                only(FactKind.INVOICE, Invoice.class),
                only(FactKind.DEBIT_NOTE, DebitNote.class),
                only(FactKind.CREDIT_NOTE, CreditNote.class),
                only(FactKind.PAYMENT, Payment.class),
                only(FactKind.ALLOCATION, Allocation.class),
                only(FactKind.REFUND, Refund.class),
                only(FactKind.WRITE_OFF, WriteOff.class),
                only(FactKind.REVERSAL, Reversal.class),
                only(FactKind.DISPUTE, Dispute.class),
                only(FactKind.DISPUTE_RESOLUTION, DisputeResolution.class),
                new TermsReader(),
                object(CollectionFact.class, IN_COLLECTION_FACT, DomainReaders::collectionFact),
                only(CollectionFactKind.PROMISE_TO_PAY, PromiseToPay.class),
                only(CollectionFactKind.PAYMENT_PLAN, PaymentPlan.class),
                only(CollectionFactKind.CREDIT_LIMIT, CreditLimit.class),
                only(CollectionFactKind.CREDIT_HOLD, CreditHold.class),
                only(CollectionFactKind.REMINDER_SENT, ReminderSent.class),
                only(CollectionFactKind.CANCELLATION, Cancellation.class),
                new LedgerReader());
    }

    private <T> ObjectReader<T> object(Class<T> type, Map<String, Shape> nested, Function<JsonObject, T> decode) {
        return new ObjectReader<>(type, nested, decode, options);
    }

    // ---- values

    static Money money(JsonObject object) {
        Currency currency = object.currency("currency");
        return object.money("amount", currency);
    }

    static Instalment instalment(JsonObject object) {
        return instalment(object, object.currency("currency"));
    }

    /** An instalment of a document, whose currency it shares; should it name another one, the document refuses it. */
    private static Instalment instalment(JsonObject object, Currency ofDocument) {
        Currency currency = object.has("currency") ? object.currency("currency") : ofDocument;
        return Instalment.of(object.date("dueDate"), object.money("amount", currency));
    }

    private static Customer customer(JsonObject object) {
        String id = object.text("id");
        return new Customer(id, object.optionalText("name").orElse(id), object.texts("attributes"));
    }

    // ---- facts

    private static Fact fact(JsonObject object) {
        return fact(object.choice("kind", KINDS), object);
    }

    private static Document anyDocument(JsonObject object) {
        if (fact(object) instanceof Document document) {
            return document;
        }
        throw object.invalid("kind", "is no document; use invoice, debit-note or credit-note");
    }

    private static Fact fact(FactKind kind, JsonObject object) {
        return switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> document(kind, object);
            case PAYMENT -> payment(object);
            case ALLOCATION -> allocation(object);
            case REFUND -> refund(object);
            case WRITE_OFF -> writeOff(object);
            case REVERSAL -> reversal(object);
            case DISPUTE -> dispute(object);
            case DISPUTE_RESOLUTION -> disputeResolution(object);
        };
    }

    /** The reader of one kind; the Java type asked for already tells the kind, so that the field may be left out. */
    private <F extends Fact> JsonReader<F> only(FactKind kind, Class<F> type) {
        return object(type, IN_FACT, object -> {
            checkKind(object, kind, KINDS, kind.code());
            return type.cast(fact(kind, object));
        });
    }

    static <K> void checkKind(JsonObject object, K kind, Map<String, K> kinds, String code) {
        if (object.has("kind") && object.choice("kind", kinds) != kind) {
            throw object.invalid("kind", "is not the kind that was asked for; it must be " + code);
        }
    }

    private static Document document(FactKind kind, JsonObject object) {
        LocalDate issued = object.date("issueDate");
        Currency currency = object.currency("currency");
        Money gross = object.money("gross", currency);
        Document document = Document.of(kind, object.text("id"), object.text("customerId"), issued, gross)
                .payableIn(object.list("instalments", part -> instalment(part, currency)))
                .withTax(object.optionalMoney("tax", currency).orElse(Money.zero(currency)))
                .postedOn(object.optionalDate("postingDate").orElse(issued))
                .recordedOn(recordedOn(object, issued));
        document =
                object.optionalDate("deliveryDate").map(document::deliveredOn).orElse(document);
        document = object.optionalText("reference").map(document::withReference).orElse(document);
        document = object.optionalText("terms").map(document::withTerms).orElse(document);
        return document instanceof CreditNote note
                ? object.optionalText("corrects").map(note::correcting).orElse(note)
                : document;
    }

    private static Payment payment(JsonObject object) {
        LocalDate date = object.date("date");
        return new Payment(
                object.text("id"),
                object.text("customerId"),
                date,
                money(object),
                object.optionalText("reference").orElse(""),
                recordedOn(object, date));
    }

    private static Allocation allocation(JsonObject object) {
        LocalDate date = object.date("date");
        return new Allocation(
                object.text("id"),
                object.choice("source", SOURCES),
                object.text("sourceId"),
                object.text("documentId"),
                instalmentNumber(object),
                date,
                money(object),
                recordedOn(object, date));
    }

    private static Refund refund(JsonObject object) {
        LocalDate date = object.date("date");
        return new Refund(
                object.text("id"),
                object.choice("source", SOURCES),
                object.text("sourceId"),
                date,
                money(object),
                recordedOn(object, date));
    }

    private static WriteOff writeOff(JsonObject object) {
        LocalDate date = object.date("date");
        return new WriteOff(
                object.text("id"),
                object.text("documentId"),
                instalmentNumber(object),
                date,
                money(object),
                object.optionalText("reason").orElse(""),
                recordedOn(object, date));
    }

    private static Reversal reversal(JsonObject object) {
        LocalDate date = object.date("date");
        return new Reversal(
                object.text("id"),
                object.choice("target", TARGETS),
                object.text("targetId"),
                date,
                object.optionalText("reason").orElse(""),
                recordedOn(object, date));
    }

    private static Dispute dispute(JsonObject object) {
        LocalDate date = object.date("date");
        Dispute dispute = Dispute.of(object.text("id"), object.text("documentId"), date)
                .because(object.optionalText("reason").orElse(""))
                .recordedOn(recordedOn(object, date));
        boolean hasAmount = object.has("amount");
        boolean hasCurrency = object.has("currency");
        return hasAmount || hasCurrency ? dispute.over(money(object)) : dispute;
    }

    private static DisputeResolution disputeResolution(JsonObject object) {
        LocalDate date = object.date("date");
        DisputeResolution resolution = new DisputeResolution(
                object.text("id"),
                object.text("disputeId"),
                date,
                object.optionalText("outcome").orElse(""),
                recordedOn(object, date));
        if (!object.has("finding")) {
            return resolution;
        }
        DisputeResolution.Finding finding = object.choice("finding", FINDINGS);
        return finding == DisputeResolution.Finding.SPLIT ? resolution.split(money(object)) : resolution.found(finding);
    }

    private static LocalDate recordedOn(JsonObject object, LocalDate date) {
        return object.optionalDate("recordedOn").orElse(date);
    }

    static int instalmentNumber(JsonObject object) {
        return object.optionalInteger("instalment").orElse(Allocation.EARLIEST_DUE_FIRST);
    }

    /** Reads a text that means the same to everybody: of one with two readings neither is taken. */
    private static final class TermsReader implements JsonReader<PaymentTerms> {
        @Override
        public Class<PaymentTerms> type() {
            return PaymentTerms.class;
        }

        @Override
        public <X extends Exception> PaymentTerms read(JsonInput<X> in) throws X {
            TermsReading reading = TermsLanguage.readAny(JsonObject.textOf(in));
            if (!reading.problems().isEmpty()) {
                throw new InvalidJson(reading.problems().get(0).message());
            }
            return reading.orElseThrow();
        }
    }

    // ---- facts of a collection

    private static CollectionFact collectionFact(JsonObject object) {
        return collectionFact(object.choice("kind", COLLECTION_KINDS), object);
    }

    private static CollectionFact collectionFact(CollectionFactKind kind, JsonObject object) {
        return switch (kind) {
            case PROMISE_TO_PAY -> promise(object);
            case PAYMENT_PLAN -> plan(object);
            case CREDIT_LIMIT -> limit(object);
            case CREDIT_HOLD -> hold(object);
            case REMINDER_SENT -> reminder(object);
            case CANCELLATION -> cancellation(object);
        };
    }

    private <F extends CollectionFact> JsonReader<F> only(CollectionFactKind kind, Class<F> type) {
        return object(type, IN_COLLECTION_FACT, object -> {
            checkKind(object, kind, COLLECTION_KINDS, kind.code());
            return type.cast(collectionFact(kind, object));
        });
    }

    private static PromiseToPay promise(JsonObject object) {
        LocalDate date = object.date("date");
        List<ItemReference> items = object.has("items") ? items(object) : List.of();
        return new PromiseToPay(
                object.text("id"),
                object.text("customerId"),
                date,
                money(object),
                object.date("payBy"),
                items,
                recordedOn(object, date));
    }

    private static PaymentPlan plan(JsonObject object) {
        LocalDate date = object.date("date");
        Currency currency = object.currency("currency");
        return new PaymentPlan(
                object.text("id"),
                object.text("customerId"),
                date,
                items(object),
                object.list("instalments", part -> instalment(part, currency)),
                recordedOn(object, date));
    }

    private static CreditLimit limit(JsonObject object) {
        LocalDate date = object.date("date");
        return new CreditLimit(
                object.text("id"), object.text("customerId"), date, money(object), recordedOn(object, date));
    }

    private static CreditHold hold(JsonObject object) {
        LocalDate date = object.date("date");
        return new CreditHold(
                object.text("id"),
                object.text("customerId"),
                date,
                object.optionalText("reason").orElse(""),
                recordedOn(object, date));
    }

    private static ReminderSent reminder(JsonObject object) {
        LocalDate date = object.date("date");
        return new ReminderSent(
                object.text("id"),
                object.text("customerId"),
                date,
                object.integer("level"),
                object.choice("channel", CHANNELS),
                items(object),
                recordedOn(object, date));
    }

    private static Cancellation cancellation(JsonObject object) {
        LocalDate date = object.date("date");
        return new Cancellation(
                object.text("id"),
                object.choice("target", CANCELLED),
                object.text("targetId"),
                date,
                object.optionalText("reason").orElse(""),
                recordedOn(object, date));
    }

    static List<ItemReference> items(JsonObject object) {
        return object.list("items", DomainReaders::item);
    }

    static ItemReference item(JsonObject object) {
        return new ItemReference(object.text("documentId"), instalmentNumber(object));
    }

    // ---- ledger

    /** Reads customers and facts one by one: a ledger's text may be far larger than its ledger. */
    private final class LedgerReader implements JsonReader<Ledger> {
        private static final Set<String> FIELDS = new TreeSet<>(List.of("customers", "facts"));

        private final ObjectReader<Customer> customers = object(Customer.class, IN_CUSTOMER, DomainReaders::customer);
        private final ObjectReader<Fact> facts = object(Fact.class, IN_FACT, DomainReaders::fact);

        @Override
        public Class<Ledger> type() {
            return Ledger.class;
        }

        @Override
        public <X extends Exception> Ledger read(JsonInput<X> in) throws X {
            JsonObject.expectObject(in, Ledger.class);
            LedgerBuilder builder = Ledger.builder();
            Set<String> seen = new HashSet<>();
            while (in.next() != Token.END) {
                String name = JsonObject.nameOf(in);
                in.next();
                try {
                    if (!seen.add(name)) {
                        throw JsonObject.givenTwice();
                    }
                    readField(name, in, builder);
                } catch (InvalidJson e) {
                    throw e.inField(Ledger.class, name);
                }
            }
            if (!seen.contains("facts")) {
                throw new InvalidJson("missing; give an array, empty if there are none").inField(Ledger.class, "facts");
            }
            return InvalidJson.checked(builder::build);
        }

        private <X extends Exception> void readField(String name, JsonInput<X> in, LedgerBuilder builder) throws X {
            switch (name) {
                case "customers" -> {
                    if (in.token() != Token.NULL) {
                        Set<String> ids = new HashSet<>();
                        forEach(in, customers, customer -> add(customer, builder, ids));
                    }
                }
                case "facts" -> forEach(in, facts, builder::fact);
                default -> {
                    if (options.unknownFields() == UnknownFields.REFUSED) {
                        throw JsonObject.unknownField(FIELDS);
                    }
                    in.skipChildren();
                }
            }
        }

        private void add(Customer customer, LedgerBuilder builder, Set<String> ids) {
            if (!ids.add(customer.id())) {
                throw new InvalidJson("\"" + InvalidJson.shown(customer.id())
                                + "\" is the id of an earlier customer too; keep one of the two")
                        .inField(Customer.class, "id");
            }
            builder.customer(customer);
        }

        private <T, X extends Exception> void forEach(JsonInput<X> in, JsonReader<T> reader, Consumer<T> action)
                throws X {
            JsonObject.expectArray(in);
            for (int index = 0; in.next() != Token.END; index++) {
                try {
                    action.accept(reader.read(in));
                } catch (InvalidJson e) {
                    throw e.inElement(index);
                }
            }
        }
    }

    static <E> Map<String, E> byCode(E[] constants, Function<E, String> code) {
        Map<String, E> byCode = new LinkedHashMap<>();
        Arrays.stream(constants).forEach(constant -> byCode.put(code.apply(constant), constant));
        return byCode;
    }
}
