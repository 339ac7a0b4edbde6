package io.receivables.payments.desk;

import io.receivables.core.Problem;
import io.receivables.payments.desk.PaymentJournal.Due;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Does what is due. Whoever takes a payment moves the time at which it is due to when they must be ready, so that nobody
 * else takes it; if they never come back it is due again then.
 */
final class Worker {
    /** One step may send, and run errands. */
    private static final int CALLS_OF_A_STEP = 4;

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;

    /** How long a payment rests that cannot be taken on as things are. */
    private static final Duration REST = Duration.ofHours(1);

    private final PaymentBook book;
    private final PaymentProviders providers;
    private final PaymentDeskOptions options;
    private final Intake intake;
    private final Sending sending;
    private final Errands errands;
    private final Agenda agenda;
    private final Calls calls;

    Worker(PaymentBook book, PaymentProviders providers, PaymentDeskOptions options) {
        this.book = book;
        this.providers = providers;
        this.options = options;
        this.intake = new Intake(book, providers, options);
        this.sending = new Sending(book, intake, options);
        this.errands = new Errands(book, intake, options);
        this.agenda = new Agenda(options);
        this.calls = new Calls(options);
    }

    Intake intake() {
        return intake;
    }

    /** Reads the histories of providers, and takes the payments that are due a step on, so many at most. */
    WorkReport work(int most) {
        Map<String, Reason> unread = new TreeMap<>();
        int observations = 0;
        for (String name : providers.names()) {
            observations += poll(name, unread);
        }
        intake.claim(most);
        List<Problem> problems = new ArrayList<>();
        int payments = 0;
        for (Due due : book.journal().due(options.now(), most)) {
            payments += take(due, problems) ? 1 : 0;
        }
        boolean isMore = !book.journal().due(options.now(), 1).isEmpty();
        return new WorkReport(payments, observations, unread, problems, isMore);
    }

    private int poll(String name, Map<String, Reason> unread) {
        PaymentProvider provider = providers.get(name);
        if (!provider.capabilities().can(Operation.POLL)) {
            return 0;
        }
        int observations = 0;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String cursor = book.journal().cursor(name);
            ObservationPage page = calls.poll(provider, cursor, PAGE);
            page.problem().ifPresent(reason -> unread.put(name, reason));
            page.observations().forEach(observation -> intake.take(name, observation));
            observations += page.observations().size();
            if (!page.next().equals(cursor)) {
                book.journal().cursor(name, page.next());
            }
            if (page.isLast() || page.next().equals(cursor)) {
                break;
            }
        }
        return observations;
    }

    /** Takes a payment a step on if it is due and nobody else has taken it. */
    void takeIfDue(String paymentId) {
        book.journal()
                .dueAt(paymentId)
                .filter(at -> !at.isAfter(options.now()))
                .ifPresent(at -> step(new Due(paymentId, at)));
    }

    private boolean take(Due due, List<Problem> problems) {
        try {
            return step(due);
        } catch (PaymentDeskException e) {
            e.problems().forEach(problem -> problems.add(problem.at(Map.of(Problem.ID, due.paymentId()))));
            book.journal().plan(due.paymentId(), Optional.of(options.now().plus(REST)));
            return true;
        }
    }

    private boolean step(Due due) {
        Due taken = new Due(due.paymentId(), leaseEnd());
        if (!book.journal().move(due, Optional.of(taken.at()))) {
            return false;
        }
        PaymentState payment = book.get(due.paymentId());
        PaymentProvider provider = providers.get(payment.provider());
        boolean isRun = errands.step(payment.paymentId(), provider);
        Optional<Instant> learned = isRun ? Optional.empty() : sending.step(payment, provider);
        Optional<Instant> next = learned.or(() -> agenda.next(book.get(payment.paymentId()), provider));
        book.journal().move(taken, next);
        return true;
    }

    private Instant leaseEnd() {
        return options.now().plus(options.call().multipliedBy(CALLS_OF_A_STEP));
    }
}
