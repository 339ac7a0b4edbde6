package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Customer;
import io.receivables.core.Money;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingBasis;
import io.receivables.metrics.aging.AgingOptions;
import io.receivables.metrics.aging.BucketScheme;
import io.receivables.metrics.aging.CreditTreatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Aged balances as of any date: the items are the rows of a ledger's columns, and credits age by their own dates. */
final class AgingKind implements ConformanceKind {
    @Override
    public String name() {
        return "aging";
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        AgingOptions options = AgingOptions.standard(input.date("asOf"))
                .by(basis(input.text("basis")))
                .into(BucketScheme.ofUpperBounds(input.integers("buckets")))
                .withCredits(CreditTreatment.BY_DUE_DATE);
        Ledger ledger = Ledger.ofColumns(new Rows(input.objects("items")).columns());
        return answer(Aging.of(ledger, options), given.expect().has("byCurrency"));
    }

    private static AgingBasis basis(String name) {
        return switch (name) {
            case "DUE_DATE" -> AgingBasis.DUE_DATE;
            case "INVOICE_DATE" -> AgingBasis.INVOICE_DATE;
            default -> throw new NotSupportedException("basis " + name);
        };
    }

    /** One currency may be answered plainly; several, or none, are answered by currency. */
    private static JsonNode answer(AgedBalance balance, boolean byCurrency) {
        if (balance.currencies().size() == 1 && !byCurrency) {
            return line(balance.in(balance.currencies().iterator().next()));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode lines = answer.putObject("byCurrency");
        balance.currencies().forEach(currency -> lines.set(currency, line(balance.in(currency))));
        return answer;
    }

    private static ObjectNode line(AgedLine line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode buckets = answer.putArray("buckets");
        line.buckets().forEach(bucket -> buckets.add(text(bucket.amount())));
        return answer.put("total", text(line.net()));
    }

    private static String text(Money amount) {
        return amount.amount().toPlainString();
    }

    /** The items as columns. */
    private static final class Rows {
        private final Map<Currency, Integer> currencies = new LinkedHashMap<>();
        private final Map<Customer, Integer> customers = new LinkedHashMap<>();
        private final String[] id;
        private final int[] currency;
        private final int[] customer;
        private final byte[] kind;
        private final int[] issued;
        private final int[] due;
        private final long[] amount;
        private final int[] settlementStart;
        private final List<Integer> settlementDays = new ArrayList<>();
        private final List<Long> settlements = new ArrayList<>();

        Rows(List<Input> items) {
            int rows = items.size();
            id = new String[rows];
            currency = new int[rows];
            customer = new int[rows];
            kind = new byte[rows];
            issued = new int[rows];
            due = new int[rows];
            amount = new long[rows];
            settlementStart = new int[rows + 1];
            for (int row = 0; row < rows; row++) {
                put(row, items.get(row));
            }
        }

        private void put(int row, Input item) {
            Currency code = Money.currency(item.text("currency"));
            id[row] = item.text("id");
            currency[row] = index(currencies, code);
            customer[row] = index(customers, Customer.of(item.text("customer")));
            kind[row] = kind(item.text("type")).code();
            issued[row] = day(item.date("issueDate"));
            due[row] = item.has("dueDate") ? day(item.date("dueDate")) : issued[row];
            amount[row] = Money.of(item.decimal("amount"), code).minorUnits();
            for (Input settlement : item.objects("settlements")) {
                settlementDays.add(day(settlement.date("date")));
                settlements.add(Money.of(settlement.decimal("amount"), code).minorUnits());
            }
            settlementStart[row + 1] = settlements.size();
        }

        private static <T> int index(Map<T, Integer> dictionary, T value) {
            return dictionary.computeIfAbsent(value, key -> dictionary.size());
        }

        private static ItemKind kind(String type) {
            return switch (type) {
                case "INVOICE" -> ItemKind.INVOICE;
                case "CREDIT_NOTE" -> ItemKind.CREDIT_NOTE;
                case "PAYMENT_ON_ACCOUNT" -> ItemKind.PAYMENT;
                default -> throw new NotSupportedException("item type " + type);
            };
        }

        private static int day(LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }

        LedgerColumns columns() {
            return LedgerColumns.of(id.length)
                    .ids(id)
                    .currencies(List.copyOf(currencies.keySet()), currency)
                    .customers(List.copyOf(customers.keySet()), customer)
                    .kinds(kind)
                    .issueDays(issued)
                    .dueDays(due)
                    .minorUnits(amount)
                    .settlements(
                            settlementStart,
                            settlementDays.stream().mapToInt(Integer::intValue).toArray(),
                            settlements.stream().mapToLong(Long::longValue).toArray())
                    .build();
        }
    }
}
