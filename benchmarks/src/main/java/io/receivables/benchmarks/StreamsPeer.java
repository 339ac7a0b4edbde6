package io.receivables.benchmarks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Streams over records and {@link BigDecimal}, as an application writes them without this library; one thread. */
final class StreamsPeer implements Peer {
    private final List<InvoiceRow> records;

    /** What a figure is of; the customer is empty where it is of all of them. */
    private record Key(LocalDate date, String customer, String currency, int part) {}

    /** Whose DSO it is; the customer is empty where it is that of all of them. */
    private record Account(String customer, String currency) {}

    private record Open(InvoiceRow invoice, BigDecimal amount) {}

    StreamsPeer(List<InvoiceRow> records) {
        this.records = records;
    }

    @Override
    public Map<Key, BigDecimal> compute(Task task) {
        Map<Key, BigDecimal> figures = new HashMap<>();
        if (task.aging) {
            task.dates().forEach(date -> figures.putAll(aging(date, task != Task.T2)));
        } else if (task == Task.T3) {
            addDso(figures, task.dates(), invoice -> new Account("", invoice.currency()), true);
        } else {
            addDso(figures, task.dates(), invoice -> new Account(invoice.customer(), invoice.currency()), false);
        }
        return figures;
    }

    private Map<Key, BigDecimal> aging(LocalDate date, boolean perCustomer) {
        return records.stream()
                .map(invoice -> new Open(invoice, invoice.openAt(date)))
                .filter(open -> open.amount.signum() != 0)
                .collect(groupingBy(
                        open -> key(open.invoice, date, perCustomer),
                        reducing(BigDecimal.ZERO, Open::amount, BigDecimal::add)));
    }

    private static Key key(InvoiceRow invoice, LocalDate date, boolean perCustomer) {
        int bucket = Task.bucket(ChronoUnit.DAYS.between(invoice.due(), date));
        return new Key(
                date, perCustomer ? invoice.customer() : "", invoice.currency(), Answer.part(bucket, invoice.credit()));
    }

    private void addDso(
            Map<Key, BigDecimal> figures,
            List<LocalDate> dates,
            Function<InvoiceRow, Account> account,
            boolean withSimple) {
        Map<Account, NavigableMap<LocalDate, BigDecimal>> sales = records.stream()
                .collect(groupingBy(
                        account,
                        groupingBy(
                                InvoiceRow::issued,
                                TreeMap::new,
                                reducing(BigDecimal.ZERO, InvoiceRow::signedAmount, BigDecimal::add))));
        for (LocalDate date : dates) {
            Map<Account, BigDecimal> receivables = records.stream()
                    .filter(invoice -> !invoice.issued().isAfter(date))
                    .collect(groupingBy(
                            account,
                            reducing(BigDecimal.ZERO, invoice -> invoice.signedOpenAt(date), BigDecimal::add)));
            receivables.forEach((whose, owed) -> {
                var sold = Objects.requireNonNull(sales.get(whose));
                figures.put(dsoKey(date, whose, Answer.COUNT_BACK), countBack(owed, sold, YearMonth.from(date)));
                if (withSimple) {
                    simple(owed, sold, date).ifPresent(days -> figures.put(dsoKey(date, whose, Answer.SIMPLE), days));
                }
            });
        }
    }

    private static Key dsoKey(LocalDate date, Account whose, int part) {
        return new Key(date, whose.customer, whose.currency, part);
    }

    static Optional<BigDecimal> simple(
            BigDecimal receivables, NavigableMap<LocalDate, BigDecimal> sales, LocalDate asOf) {
        LocalDate first = asOf.minusDays(Task.WINDOW - 1);
        BigDecimal sold = sum(sales, first, asOf);
        return sales.firstKey().isAfter(first) || sold.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        receivables.multiply(BigDecimal.valueOf(Task.WINDOW)).divide(sold, MathContext.DECIMAL128));
    }

    static BigDecimal countBack(BigDecimal receivables, NavigableMap<LocalDate, BigDecimal> sales, YearMonth newest) {
        if (receivables.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal remaining = receivables;
        BigDecimal days = BigDecimal.ZERO;
        YearMonth oldest = YearMonth.from(sales.firstKey());
        for (YearMonth month = newest; !month.isBefore(oldest); month = month.minusMonths(1)) {
            BigDecimal sold = sum(sales, month.atDay(1), month.atEndOfMonth());
            BigDecimal length = BigDecimal.valueOf(month.lengthOfMonth());
            if (sold.signum() > 0 && remaining.compareTo(sold) <= 0) {
                return days.add(length.multiply(remaining).divide(sold, MathContext.DECIMAL128));
            }
            remaining = sold.signum() > 0 ? remaining.subtract(sold) : remaining;
            days = days.add(length);
        }
        return days;
    }

    private static BigDecimal sum(NavigableMap<LocalDate, BigDecimal> sales, LocalDate first, LocalDate last) {
        return sales.subMap(first, true, last, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    @SuppressWarnings("unchecked") // what compute gives
    public Answer answer(Task task, Object computed) {
        Answer answer = new Answer();
        ((Map<Key, BigDecimal>) computed)
                .forEach((key, figure) -> answer.add(
                        key.date,
                        key.customer.isEmpty() ? Answer.ALL : SyntheticLedger.customerIndex(key.customer),
                        SyntheticLedger.CURRENCIES.indexOf(key.currency),
                        key.part,
                        task.aging ? figure.unscaledValue().longValueExact() : Answer.millionths(figure)));
        return answer;
    }
}
