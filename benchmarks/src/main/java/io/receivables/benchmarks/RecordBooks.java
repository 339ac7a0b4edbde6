package io.receivables.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * As an application keeps it without this library: open items in a hash map by id, and what is open and sold of each day
 * beside them, which queries stream over.
 */
final class RecordBooks implements Books.ReadBooks {
    private final Map<String, Item> items = new HashMap<>();
    private final Map<Slot, BigDecimal> open = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> sales = new HashMap<>();

    /**
     * What is open of a document or payment.
     *
     * @param due when it is due; for a payment its date
     */
    record Item(String currency, boolean credit, LocalDate due, BigDecimal open) {
        private Item less(BigDecimal amount) {
            return new Item(currency, credit, due, open.subtract(amount));
        }

        private Slot slot() {
            return new Slot(currency, credit, due);
        }
    }

    private record Slot(String currency, boolean credit, LocalDate due) {}

    @Override
    public void apply(Fact fact) {
        switch (fact.kind()) {
            case INVOICE -> {
                Invoice invoice = (Invoice) fact;
                add(invoice, false, invoice.instalments().get(0).dueDate());
            }
            case CREDIT_NOTE -> add((CreditNote) fact, true, fact.date());
            case PAYMENT -> add(fact.id(), true, fact.date(), ((Payment) fact).amount());
            case ALLOCATION -> {
                Allocation allocation = (Allocation) fact;
                lower(allocation.sourceId(), allocation.amount().amount());
                lower(allocation.documentId(), allocation.amount().amount());
            }
            case REFUND ->
                lower(((Refund) fact).sourceId(), ((Refund) fact).amount().amount());
            default -> throw new IllegalArgumentException(fact.toString());
        }
    }

    private void add(Document document, boolean credit, LocalDate due) {
        add(document.id(), credit, due, document.gross());
        BigDecimal sold = document.gross().amount();
        sales.computeIfAbsent(document.gross().currency().getCurrencyCode(), code -> new TreeMap<>())
                .merge(document.date(), credit ? sold.negate() : sold, BigDecimal::add);
    }

    private void add(String id, boolean credit, LocalDate due, Money amount) {
        Item item = new Item(amount.currency().getCurrencyCode(), credit, due, amount.amount());
        items.put(id, item);
        open.merge(item.slot(), item.open, BigDecimal::add);
    }

    private void lower(String id, BigDecimal amount) {
        Item item = Objects.requireNonNull(items.get(id), id).less(amount);
        items.put(id, item);
        open.merge(item.slot(), amount, BigDecimal::subtract);
    }

    /** The open items by id. */
    Map<String, Item> items() {
        return items;
    }

    @Override
    public double[] read(String currency) {
        BigDecimal owed = sum(currency, false).subtract(sum(currency, true));
        BigDecimal notDue = open.entrySet().stream()
                .filter(each -> each.getKey().currency.equals(currency) && !each.getKey().credit)
                .filter(each -> !each.getKey().due.isBefore(SyntheticLedger.TODAY))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sold = Objects.requireNonNull(sales.get(currency), currency);
        return new double[] {
            owed.unscaledValue().doubleValue(),
            days(StreamsPeer.simple(owed, sold, SyntheticLedger.TODAY).orElseThrow()),
            days(StreamsPeer.simple(notDue, sold, SyntheticLedger.TODAY).orElseThrow()),
            days(StreamsPeer.countBack(owed, sold, YearMonth.from(SyntheticLedger.TODAY)))
        };
    }

    private static double days(BigDecimal days) {
        return days.doubleValue();
    }

    private BigDecimal sum(String currency, boolean credit) {
        return open.entrySet().stream()
                .filter(each -> each.getKey().currency.equals(currency) && each.getKey().credit == credit)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Cell(String currency, int part) {}

    @Override
    public Answer totals() {
        Answer answer = new Answer();
        open.entrySet().stream()
                .collect(groupingBy(
                        each -> cell(each.getKey()), reducing(BigDecimal.ZERO, Map.Entry::getValue, BigDecimal::add)))
                .forEach((cell, amount) -> answer.add(
                        SyntheticLedger.TODAY,
                        Answer.ALL,
                        SyntheticLedger.CURRENCIES.indexOf(cell.currency),
                        cell.part,
                        amount.unscaledValue().longValueExact()));
        return answer;
    }

    private static Cell cell(Slot slot) {
        int bucket = Task.bucket(ChronoUnit.DAYS.between(slot.due, SyntheticLedger.TODAY));
        return new Cell(slot.currency, Answer.part(bucket, slot.credit));
    }
}
