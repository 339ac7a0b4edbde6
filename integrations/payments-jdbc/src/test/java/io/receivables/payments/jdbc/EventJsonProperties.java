package io.receivables.payments.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.journal.EventParts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever events say comes back as it was. */
class EventJsonProperties {

    @Provide
    Arbitrary<PaymentEvent> events() {
        return EventArbitraries.events();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return EventArbitraries.instants();
    }

    @Property
    void an_event_comes_back_from_json_as_it_was(@ForAll("events") PaymentEvent event) {
        String written = JsonText.of(EventJson.of(event));

        PaymentEvent read = JsonText.read(
                "it", written, json -> EventJson.event(event.kind().code(), event.at(), json));

        assertThat(EventParts.of(read)).isEqualTo(EventParts.of(event));
        assertThat(JsonText.of(EventJson.of(read))).isEqualTo(written);
        assertThat(written).matches("\\p{ASCII}*").doesNotContain("\0");
    }

    @Property
    void a_time_comes_back_to_the_nanosecond_and_keeps_its_order(
            @ForAll("instants") Instant one, @ForAll("instants") Instant other) {
        assertThat(EpochSeconds.instant(EpochSeconds.of(one))).isEqualTo(one);
        assertThat(EpochSeconds.of(one).compareTo(EpochSeconds.of(other)))
                .isEqualTo(Integer.signum(one.compareTo(other)));
        assertThat(EpochSeconds.of(one).precision()).isLessThanOrEqualTo(28);
    }

    @Property(tries = 30)
    void events_come_back_from_h2_as_they_were(@ForAll("histories") List<PaymentEvent> events) {
        assertKept(JdbcPaymentJournal.over(Databases.shared("h2 properties", Databases::h2)), events);
    }

    @Property(tries = 30)
    void events_come_back_from_postgresql_as_they_were(@ForAll("histories") List<PaymentEvent> events) {
        assertKept(JdbcPaymentJournal.over(Databases.shared("postgres properties", Databases::postgres)), events);
    }

    /** Histories whose names a column can keep. */
    @Provide
    Arbitrary<List<PaymentEvent>> histories() {
        Arbitrary<String> names = Arbitraries.strings().all().ofMaxLength(20).map(EventJsonProperties::keepable);
        Arbitrary<PaymentEvent> further =
                EventArbitraries.events(names).filter(event -> event.kind() != PaymentEvent.Kind.REQUESTED);
        return EventArbitraries.requests("P", names)
                .flatMap(request -> further.list()
                        .ofMaxSize(5)
                        .map(events -> Stream.concat(Stream.of(request), events.stream())
                                .map(PaymentEvent.class::cast)
                                .toList()));
    }

    private static String keepable(String text) {
        StringBuilder kept = new StringBuilder("x");
        text.codePoints()
                .filter(each -> each != 0 && Character.getType(each) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static void assertKept(JdbcPaymentJournal journal, List<PaymentEvent> events) {
        String paymentId = "P" + UUID.randomUUID();
        Requested request = (Requested) events.get(0);
        // at a provider of its own nobody has its names
        Requested first = new Requested(paymentId, request.command(), request.key(), request.at());
        List<PaymentEvent> further = events.subList(1, events.size());

        assertThat(journal.append(paymentId, 0, List.of(first))).isEqualTo(Outcome.APPENDED);
        assertThat(journal.append(paymentId, 1, further)).isEqualTo(Outcome.APPENDED);

        List<PaymentEvent> read = journal.events(paymentId);
        assertThat(read.get(0)).isEqualTo(first);
        assertThat(EventParts.of(read.subList(1, read.size()))).isEqualTo(EventParts.of(further));
        assertThat(journal.dueAt(paymentId)).contains(first.at());
    }
}
