package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.desk.PaymentEvent.Withdrawn;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/payment-states.md tells the truth: each of its cells is what the events come to. */
class PaymentStatesPageTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Reason REASON = Reason.of(Category.UNSPECIFIED, Retry.never(), "");
    private static final CollectCommand COMMAND = CollectCommand.of("P", Payer.of("ACME", "Acme"))
            .forItems(List.of(new Share("F-1", 1, cad("800.00"), LocalDate.of(2026, 3, 31))))
            .build();

    @Test
    void the_page_is_what_the_events_come_to() throws IOException {
        Path page = page();
        String text = text();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, text);
        }
        assertThat(Files.readString(page))
                .as("docs/payment-states.md differs from PaymentState: run this test with -Ddocs.write=true")
                .isEqualTo(text);
    }

    @Test
    void every_stage_can_be_reached() {
        assertThat(examples()).containsOnlyKeys(PaymentStage.values());
        examples().forEach((stage, events) -> assertThat(stage(events)).isEqualTo(stage));
    }

    private static Path page() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/glossary.md"))) {
            directory = directory.getParent();
        }
        return directory.resolve("docs/payment-states.md");
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        text.append("""
                # The stages of a payment

                Where a payment is (left), and where it is after something more becomes known (top). What is known already or adds
                nothing leaves it where it is (·). Nothing depends on the order in which things are told: money that is there
                outranks an end without money, an end outranks progress, and what the remote side said outranks what came of
                sending. A test compares this page with the code.

                """);
        List<String> triggers = List.copyOf(triggers().keySet());
        text.append("| stage | ").append(String.join(" | ", triggers)).append(" |\n");
        text.append("|---|").append("---|".repeat(triggers.size())).append('\n');
        examples().forEach((stage, events) -> {
            text.append("| **").append(stage.code()).append("** |");
            triggers().values().forEach(trigger -> text.append(cell(stage, events, trigger)));
            text.append('\n');
        });
        text.append("""

                - *tried*: a call of the provider is written down before it is made. *not sent*, *unknown*, *refused*: what the call
                  came to; they count while the remote side has not been heard of.
                - *absent*: the provider, or a person, says for good that the tries came to nothing.
                - *withdrawn*: cancelled here before the remote side had it.
                - *part*: 300.00 of 800.00 is there. *settled*: all of it. *back*: as much as came in went back, or 800.00 where nothing
                  did so far: then it is kept in mind until the money that it is of is told.
                """);
        return text.toString();
    }

    private static String cell(PaymentStage stage, List<PaymentEvent> events, PaymentEvent trigger) {
        List<PaymentEvent> more = new ArrayList<>(events);
        more.add(trigger);
        PaymentStage next = stage(more);
        return " " + (next == stage ? "·" : next.code()) + " |";
    }

    private static PaymentStage stage(List<PaymentEvent> events) {
        return PaymentState.of("P", events).stage();
    }

    /** A way to each stage. */
    private static Map<PaymentStage, List<PaymentEvent>> examples() {
        Map<PaymentStage, List<PaymentEvent>> examples = new EnumMap<>(PaymentStage.class);
        PaymentEvent requested = new Requested("rail", COMMAND, "P", NOON);
        PaymentEvent tried = new Tried(1, NOON, NOON.plusSeconds(30));
        examples.put(PaymentStage.PLANNED, List.of(requested));
        examples.put(PaymentStage.SENDING, List.of(requested, tried));
        examples.put(PaymentStage.UNKNOWN, List.of(requested, tried, answered(Submission.Kind.UNKNOWN)));
        examples.put(PaymentStage.REFUSED, List.of(requested, tried, answered(Submission.Kind.REFUSED)));
        examples.put(
                PaymentStage.GIVEN_BACK, List.of(requested, tried, settled(), seen(PaymentFact.RETURNED, "800.00")));
        examples.put(PaymentStage.SETTLED, List.of(requested, tried, settled()));
        examples.put(
                PaymentStage.PARTLY_SETTLED, List.of(requested, tried, seen(PaymentFact.PARTIALLY_SETTLED, "300.00")));
        Map<PaymentStage, PaymentFact> byFact = new EnumMap<>(Map.of(
                PaymentStage.SUBMITTED, PaymentFact.SUBMITTED,
                PaymentStage.AWAITING_PAYER, PaymentFact.AWAITING_PAYER,
                PaymentStage.ACCEPTED, PaymentFact.PAYER_ACCEPTED,
                PaymentStage.DECLINED, PaymentFact.DECLINED,
                PaymentStage.EXPIRED, PaymentFact.EXPIRED,
                PaymentStage.CANCELLED, PaymentFact.CANCELLED,
                PaymentStage.FAILED, PaymentFact.FAILED));
        byFact.forEach((stage, fact) -> examples.put(stage, List.of(requested, tried, seen(fact, null))));
        return examples;
    }

    private static Map<String, PaymentEvent> triggers() {
        Map<String, PaymentEvent> triggers = new LinkedHashMap<>();
        triggers.put("tried", new Tried(2, NOON, NOON.plusSeconds(30)));
        triggers.put("not sent", answered(Submission.Kind.NOT_SENT));
        triggers.put("unknown", answered(Submission.Kind.UNKNOWN));
        triggers.put("refused", answered(Submission.Kind.REFUSED));
        triggers.put("absent", new Absent("", NOON));
        triggers.put("withdrawn", new Withdrawn(NOON));
        triggers.put("submitted", seen(PaymentFact.SUBMITTED, null));
        triggers.put("awaiting payer", seen(PaymentFact.AWAITING_PAYER, null));
        triggers.put("accepted", seen(PaymentFact.PAYER_ACCEPTED, null));
        triggers.put("declined", seen(PaymentFact.DECLINED, null));
        triggers.put("expired", seen(PaymentFact.EXPIRED, null));
        triggers.put("cancelled", seen(PaymentFact.CANCELLED, null));
        triggers.put("failed", seen(PaymentFact.FAILED, null));
        triggers.put("part", seen(PaymentFact.PARTIALLY_SETTLED, "300.00"));
        triggers.put("settled", settled());
        triggers.put("back", seen(PaymentFact.RETURNED, "800.00"));
        triggers.put("unrecognised", seen(PaymentFact.UNRECOGNISED, null));
        return triggers;
    }

    private static PaymentEvent answered(Submission.Kind outcome) {
        return new Answered(1, outcome, REASON, null, NOON);
    }

    private static PaymentEvent settled() {
        return seen(PaymentFact.SETTLED, "800.00");
    }

    private static PaymentEvent seen(PaymentFact fact, String amount) {
        Observation.Builder seen = Observation.of(fact, "R-1").seenAt(NOON);
        return new Observed((amount == null ? seen : seen.amount(cad(amount))).build(), NOON);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
