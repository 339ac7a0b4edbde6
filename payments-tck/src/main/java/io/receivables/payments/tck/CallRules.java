package io.receivables.payments.tck;

import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.Submission.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Chapter 2: calls. */
final class CallRules {
    /** The operations that are a {@link Submission}. */
    static final Set<Operation> CHANGES =
            EnumSet.of(Operation.CANCEL, Operation.AMEND, Operation.REMIND, Operation.REFUND);

    private static final Set<Fault> CERTAINLY_NOT = EnumSet.of(Fault.NO_CONNECTION, Fault.TURNED_AWAY, Fault.TOO_MANY);

    /** Nothing sent, nothing known, an answer that turns away, one of a proxy, and one that makes no sense. */
    private static final Set<Fault> OF_EACH_KIND = EnumSet.of(
            Fault.NO_CONNECTION,
            Fault.RESET_READ,
            Fault.TURNED_AWAY,
            Fault.ERROR_AFTERWARDS,
            Fault.ANSWER_CUT,
            Fault.ANSWER_GARBLED);

    /** What {@code Retry-After} of the gateway says. */
    private static final Duration COME_BACK_AFTER = Duration.ofMinutes(2);

    /** What a machine may take beyond a deadline to notice that it is over. */
    private static final Duration NOTICE = Duration.ofMillis(1_500);

    private static final int THREADS = 32;

    private CallRules() {}

    static void noMethodThrows(Bench bench) {
        bench.find(LookupKey.of(bench.newKey(), "no-such-payment"));
        bench.expect(bench.thrown.isEmpty(), "no exception for what is not there", bench.thrown);
        bench.gateway();
        for (Fault fault : OF_EACH_KIND) {
            try (Bench other = bench.another()) {
                throwsNot(other, fault);
            }
        }
    }

    /** At every request of every call, and at the second one of those that have more. */
    private static void throwsNot(Bench bench, Fault fault) {
        bench.gateway().inject(fault, 2);
        bench.initiate(bench.ask());
        bench.gateway().heal();
        Bench.Ask known = bench.ask();
        String ref = bench.acknowledged(known).providerRef();
        for (Consumer<Bench> call : calls(known, ref)) {
            bench.gateway().inject(fault, request -> true);
            call.accept(bench);
        }
        bench.expect(bench.thrown.isEmpty(), "no exception at " + fault, bench.thrown);
    }

    /** A call of every method that asks the remote side for something. */
    private static List<Consumer<Bench>> calls(Bench.Ask known, String ref) {
        List<Consumer<Bench>> calls = new ArrayList<>();
        calls.add(bench -> bench.initiate(bench.ask()));
        calls.add(bench -> bench.find(LookupKey.of(known.key(), ref)));
        calls.add(bench -> bench.poll("", 10));
        CHANGES.forEach(each -> calls.add(bench -> bench.change(each, known, ref, bench.newKey())));
        return calls;
    }

    static void callReturnsByItsDeadline(Bench bench) {
        Bench.Ask known = bench.ask();
        String ref = bench.acknowledged(known).providerRef();
        bench.gateway().inject(Fault.ANSWER_LATE, request -> true);
        Duration patience = bench.harness().patience();
        bench.clock.run();
        bench.isHurried(patience);
        List<Runnable> late = calls(known, ref).stream()
                .map(call -> (Runnable) () -> call.accept(bench))
                .toList();
        int missing = Together.unfinished(late, patience.plus(NOTICE));
        bench.expect(
                missing == 0,
                "an answer within " + patience.toMillis() + " ms though the remote side is silent",
                missing + " of " + late.size() + " calls without one " + NOTICE.toMillis() + " ms later");
    }

    static void whatHadNoEffectIsNotSent(Bench bench) {
        Course course = Course.ofAsking(bench);
        for (Fault fault : CERTAINLY_NOT) {
            for (int number = 1; number <= course.effect(); number++) {
                try (Bench other = bench.another()) {
                    isNotSent(other, fault, number);
                }
            }
        }
    }

    private static void isNotSent(Bench bench, Fault fault, int number) {
        Bench.Ask ask = bench.ask();
        bench.gateway().inject(fault, number);
        Submission outcome = bench.initiate(ask);
        bench.expect(outcome.kind() == Kind.NOT_SENT, "NOT_SENT at " + fault + " of request " + number, outcome);
        bench.gateway().heal();
        bench.acknowledged(ask);
        bench.expect(bench.payments().size() == 1, "one payment once the key is sent again", bench.payments());
    }

    static void whatMayHaveHadItsEffectIsUnknown(Bench bench) {
        Course course = Course.ofAsking(bench);
        for (Fault fault : EnumSet.allOf(Fault.class)) {
            for (int number = 1; number <= course.requests().size(); number++) {
                boolean isSlow = fault == Fault.ANSWER_LATE && number != course.effect();
                if (fault.leavesDoubt() && !isSlow) {
                    try (Bench other = bench.another()) {
                        isUnknown(other, fault, number, course);
                    }
                }
            }
        }
    }

    private static void isUnknown(Bench bench, Fault fault, int number, Course course) {
        bench.gateway().inject(fault, number);
        if (fault == Fault.ANSWER_LATE) {
            bench.isHurried(bench.harness().patience());
        }
        Submission outcome = bench.initiate(bench.ask());
        Set<Kind> right = EnumSet.of(Kind.UNKNOWN);
        if (number < course.effect()) {
            right.add(Kind.NOT_SENT);
        }
        if (!bench.payments().isEmpty()) {
            right.add(Kind.ACKNOWLEDGED);
        }
        String which =
                fault + " of request " + number + " of " + course.requests().size();
        bench.expect(right.contains(outcome.kind()), "one of " + right + " at " + which, outcome);
    }

    static void refusalIsTheRemoteSidesOwnWord(Bench bench) {
        String code = bench.remote.refuseNext().orElse("");
        bench.needs(!code.isEmpty(), "the harness's remote side refuses nothing");
        Submission outcome = bench.initiate(bench.ask());
        bench.expect(outcome.kind() == Kind.REFUSED, "REFUSED, since the remote side says " + code, outcome);
        Reason reason = ((Submission.Refused) outcome).reason();
        bench.expect(reason.code().equals(code), "the code " + code + " as it came", outcome);
    }

    static void whatIsNotNamedIsUnsupported(Bench bench) {
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        Set<Operation> unnamed = EnumSet.allOf(Operation.class);
        unnamed.removeAll(bench.can.operations());
        unnamed.remove(Operation.FIND);
        bench.needs(!unnamed.isEmpty(), "the capabilities name every operation");
        int before = bench.requests();
        for (Operation operation : unnamed) {
            bench.expect(isDeclined(operation, bench, ask, ref), operation + " is unsupported", "something else");
            bench.expect(bench.requests() == before, operation + " sends nothing", bench.requests() - before);
        }
    }

    private static boolean isDeclined(Operation operation, Bench bench, Bench.Ask ask, String ref) {
        return switch (operation) {
            case RECEIVE -> {
                HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
                Reception reception = bench.receive(new InboundMessage(none, Payload.of("{}"), bench.clock.instant()));
                yield reception instanceof Reception.Rejected rejected && rejected.why() == Reception.Why.UNSUPPORTED;
            }
            case POLL -> {
                ObservationPage page = bench.poll("from here", 10);
                yield page.observations().isEmpty() && page.next().equals("from here");
            }
            default -> bench.change(operation, ask, ref, bench.newKey()).kind() == Kind.UNSUPPORTED;
        };
    }

    static void threadsMayCallAtOnce(Bench bench) {
        List<Bench.Ask> asks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            asks.add(bench.ask(bench.amountBelow(i)));
        }
        List<Callable<Boolean>> calls = asks.stream()
                .map(ask -> (Callable<Boolean>) () -> isOwn(bench, ask))
                .toList();
        List<Boolean> own = Together.all(calls);
        bench.expect(
                own.stream().allMatch(each -> each),
                THREADS + " payments asked for at once, each found under its key with its own amount",
                own.stream().filter(each -> !each).count() + " that are not");
        bench.expect(
                bench.payments().size() == THREADS,
                THREADS + " payments",
                bench.payments().size());
    }

    private static boolean isOwn(Bench bench, Bench.Ask ask) {
        Submission outcome = bench.initiate(ask);
        if (!(outcome instanceof Submission.Acknowledged acknowledged)) {
            return false;
        }
        String ref = acknowledged.observation().providerRef();
        return !bench.remote.keepsPayments()
                || bench.payment(ref).amount().equals(ask.command().amount());
    }

    static void nothingIsRepeated(Bench bench) {
        Course course = Course.ofAsking(bench);
        long usual = repeats(course.requests(), course);
        for (Fault fault : EnumSet.of(Fault.RESET_READ, Fault.ANSWER_LOST, Fault.ERROR_AFTERWARDS, Fault.ANSWER_CUT)) {
            try (Bench other = bench.another()) {
                other.gateway().inject(fault, course.effect());
                other.initiate(other.ask());
                List<SentRequest> sent = other.gateway().sent();
                other.expect(repeats(sent, course) <= usual, "no second try within one call at " + fault, sent);
            }
        }
    }

    private static long repeats(List<SentRequest> sent, Course course) {
        return sent.stream().filter(course.withEffect()::isLike).count();
    }

    static void adviceIsExact(Bench bench) {
        Course course = Course.ofAsking(bench);
        for (Fault fault : Arrays.asList(Fault.TURNED_AWAY, Fault.TOO_MANY)) {
            try (Bench other = bench.another()) {
                other.gateway().inject(fault, course.effect());
                if (other.initiate(other.ask()) instanceof Submission.NotSent notSent) {
                    Instant wanted = other.clock.instant().plus(COME_BACK_AFTER);
                    Retry retry = notSent.reason().retry();
                    boolean isExact = retry.kind() == Retry.Kind.SAME_KEY
                            && retry.from().filter(wanted::equals).isPresent();
                    other.expect(isExact, "the same key after " + wanted + ", as " + fault + " says", retry);
                }
            }
        }
    }
}
