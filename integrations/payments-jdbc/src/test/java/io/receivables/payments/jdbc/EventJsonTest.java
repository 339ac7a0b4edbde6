package io.receivables.payments.jdbc;

import static io.receivables.payments.desk.journal.EventSamples.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.journal.EventSamples;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How events are written. Journals hold these texts, so they never change. */
class EventJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/receivables/payments/jdbc/events.txt");

    @Test
    void each_kind_is_written_as_it_was_the_first_time() throws IOException {
        List<String> written = EventSamples.ofEachKind("P", "K", "é\"").stream()
                .map(event -> event.kind().code() + " " + JsonText.of(EventJson.of(event)))
                .toList();

        assertThat(written).containsExactlyElementsOf(Files.readAllLines(GOLDEN));
    }

    @Test
    void outcomes_and_trust_are_written_by_names_that_never_change() {
        assertThat(Submission.Kind.values())
                .extracting(Submission.Kind::code)
                .containsExactly("acknowledged", "refused", "not-sent", "unknown", "too-late", "unsupported");
        assertThat(Observation.Trust.values())
                .extracting(Observation.Trust::code)
                .containsExactly("authoritative", "hint");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            repented      | {}                                   | field "kind" is "repented", which this version does not know: it knows requested, tried
            tried         | {"until":"2026-05-04T14:00:00Z"}     | field "number" is missing
            tried         | {"number":1.5,"until":""}            | field "number" is no whole number
            tried         | {"number":9999999999,"until":""}     | integer overflow
            tried         | {"number":1,"until":"yesterday"}     | Text 'yesterday' could not be parsed
            tried         | {"number":1,"until":7}               | field "until" is no text
            absent        | {"by":null}                          | field "by" is no text
            absent        | {"by":                               | Unexpected end-of-input
            errand-asked  | {"errand":{"key":"E","operation":"pray","note":""}} | field "operation" is "pray", which this version does not know: it knows find, cancel
            errand-asked  | {"errand":[]}                        | field "errand" is no object
            errand-ended  | {"key":"E","outcome":"MAYBE"}        | field "outcome" is "MAYBE", which this version does not know: it knows acknowledged
            requested     | {"provider":"rail","key":"K","command":{"paymentId":"P","payer":{"customerId":"C","name":"N","language":"en"},"shares":{}}} | field "shares" is no array
            observed      | {"observation":{"fact":"settled-twice"}} | field "fact" is "settled-twice"
            """)
    void what_this_version_cannot_read_is_refused_by_name(String kind, String json, String why) {
        assertThatThrownBy(
                        () -> JsonText.read("event 3 of payment P", json, fields -> EventJson.event(kind, T, fields)))
                .isInstanceOf(JdbcPaymentJournalException.class)
                .hasMessageStartingWith("reading event 3 of payment P: ")
                .hasMessageContaining(why);
    }

    @Test
    void every_code_that_is_written_is_read_as_its_constant() {
        assertCodes(PaymentEvent.Kind.values(), PaymentEvent.Kind::code);
        assertCodes(PaymentFact.values(), PaymentFact::code);
        assertCodes(Reason.Category.values(), Reason.Category::code);
        assertCodes(Retry.Kind.values(), Retry.Kind::code);
        assertCodes(Operation.values(), Operation::code);
    }

    private static <E> void assertCodes(E[] constants, Function<E, String> code) {
        assertThat(constants)
                .allSatisfy(each -> assertThat(JsonFields.ofCode("code", code.apply(each), constants, code))
                        .isEqualTo(each));
    }
}
