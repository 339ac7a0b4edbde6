package io.receivables.metrics.dso;

import io.receivables.metrics.MeasureStatus;
import java.util.List;
import java.util.Objects;

/** DSO values as columns: each is whole days + amount x times / sales. */
final class DsoValues {
    private int size;
    private final int[] subject;
    private final int[] currency;
    private final MeasureStatus[] status;
    private final long[] receivables;
    private final int[] wholeDays;
    private final long[] amount;
    private final int[] times;
    private final long[] sales;

    /** Room for so many. */
    DsoValues(int most) {
        subject = new int[most];
        currency = new int[most];
        status = new MeasureStatus[most];
        receivables = new long[most];
        wholeDays = new int[most];
        amount = new long[most];
        times = new int[most];
        sales = new long[most];
    }

    static DsoValues join(List<DsoValues> parts) {
        DsoValues all = new DsoValues(parts.stream().mapToInt(DsoValues::size).sum());
        parts.forEach(all::add);
        return all;
    }

    private void add(DsoValues part) {
        System.arraycopy(part.subject, 0, subject, size, part.size);
        System.arraycopy(part.currency, 0, currency, size, part.size);
        System.arraycopy(part.status, 0, status, size, part.size);
        System.arraycopy(part.receivables, 0, receivables, size, part.size);
        System.arraycopy(part.wholeDays, 0, wholeDays, size, part.size);
        System.arraycopy(part.amount, 0, amount, size, part.size);
        System.arraycopy(part.times, 0, times, size, part.size);
        System.arraycopy(part.sales, 0, sales, size, part.size);
        size += part.size;
    }

    /** Begins the next value: so far it has none. */
    void begin(int of, int inCurrency, long owed) {
        subject[size] = of;
        currency[size] = inCurrency;
        receivables[size] = owed;
        sales[size] = 1;
        end(MeasureStatus.UNDEFINED);
    }

    /** Gives the value that was begun last. */
    void value(MeasureStatus how, int days, long part, int partDays, long partSales) {
        size--;
        wholeDays[size] = days;
        amount[size] = part;
        times[size] = partDays;
        sales[size] = partSales;
        end(how);
    }

    /** Gives whole days as the value that was begun last. */
    void value(MeasureStatus how, int days) {
        value(how, days, 0, 0, 1);
    }

    private void end(MeasureStatus how) {
        status[size++] = how;
    }

    int size() {
        return size;
    }

    int subject(int i) {
        return subject[checked(i)];
    }

    int currency(int i) {
        return currency[checked(i)];
    }

    MeasureStatus status(int i) {
        return status[checked(i)];
    }

    long receivables(int i) {
        return receivables[checked(i)];
    }

    int wholeDays(int i) {
        return wholeDays[checked(i)];
    }

    long amount(int i) {
        return amount[checked(i)];
    }

    int times(int i) {
        return times[checked(i)];
    }

    long sales(int i) {
        return sales[checked(i)];
    }

    private int checked(int i) {
        return Objects.checkIndex(i, size);
    }
}
