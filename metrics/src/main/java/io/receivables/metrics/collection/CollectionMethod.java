package io.receivables.metrics.collection;

import io.receivables.core.collection.ReminderSent;
import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.Window;
import java.util.Objects;

/**
 * A measure of collecting, with every convention that its value depends on. The factories give the usual conventions;
 * what a method can be told otherwise, its own type offers.
 */
public sealed interface CollectionMethod {
    /** What is measured; its names and citation are there. */
    MeasureKind kind();

    /** The canonical name, such as {@code promises-kept-90}. */
    String name();

    /** The canonical name followed by all conventions. */
    String convention();

    /** Promises kept in full / promises whose time ran out, by count, to date. */
    static PromisesKept promisesKept() {
        return new PromisesKept(MeasureKind.PROMISES_KEPT, Window.toDate(), 0);
    }

    /** Received in time / promised, of promises whose time ran out, to date. */
    static PromisesKept promisesKeptByAmount() {
        return new PromisesKept(MeasureKind.PROMISES_KEPT_BY_AMOUNT, Window.toDate(), 0);
    }

    /** What customers with a limit owe / their limits. */
    static LimitUse creditLimitUse() {
        return new LimitUse();
    }

    /** The reminders of a level, to date. */
    static Reminders remindersSent(int level) {
        return new Reminders(level, Window.toDate());
    }

    /**
     * The promise-kept ratio. Cancelled promises do not count, nor do those that were kept while there was time left:
     * whatever was promised for a day is judged once that day is over.
     *
     * @param kind by count or by amount
     * @param window by the deadline, which lies before the as-of date
     * @param graceDays calendar days after the promised day within which money still is in time
     */
    record PromisesKept(MeasureKind kind, Window window, int graceDays) implements CollectionMethod {
        public PromisesKept {
            Objects.requireNonNull(window, "window");
            if (kind != MeasureKind.PROMISES_KEPT && kind != MeasureKind.PROMISES_KEPT_BY_AMOUNT) {
                throw new IllegalArgumentException(kind.code() + " is no promise-kept ratio");
            }
            if (graceDays < 0) {
                throw new IllegalArgumentException("graceDays " + graceDays + " is negative");
            }
        }

        public PromisesKept over(Window other) {
            return new PromisesKept(kind, other, graceDays);
        }

        public PromisesKept withGraceDays(int days) {
            return new PromisesKept(kind, window, days);
        }

        @Override
        public String name() {
            return kind.code() + "-" + window.code();
        }

        @Override
        public String convention() {
            return name() + "; grace-" + graceDays + "; cancelled-excluded";
        }
    }

    /** The use of credit limits. A customer in credit uses nothing; they do not free the limit of another one. */
    record LimitUse() implements CollectionMethod {
        @Override
        public MeasureKind kind() {
            return MeasureKind.CREDIT_LIMIT_USE;
        }

        @Override
        public String name() {
            return kind().code();
        }

        @Override
        public String convention() {
            return name() + "; open-debits-less-credits; customers-with-limit; tax-inclusive";
        }
    }

    /**
     * Reminders of a level. One that asks for items of several currencies counts in each of them.
     *
     * @param level from {@link ReminderSent#COURTESY} to {@link ReminderSent#HIGHEST_LEVEL}
     * @param window by the day on which they were sent
     */
    record Reminders(int level, Window window) implements CollectionMethod {
        public Reminders {
            Objects.requireNonNull(window, "window");
            if (level < ReminderSent.COURTESY || level > ReminderSent.HIGHEST_LEVEL) {
                throw new IllegalArgumentException("level " + level + " is not between " + ReminderSent.COURTESY
                        + " and " + ReminderSent.HIGHEST_LEVEL);
            }
        }

        public Reminders over(Window other) {
            return new Reminders(level, other);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.REMINDERS_SENT;
        }

        @Override
        public String name() {
            return kind().code() + "-level-" + level + "-" + window.code();
        }

        @Override
        public String convention() {
            return name();
        }
    }
}
