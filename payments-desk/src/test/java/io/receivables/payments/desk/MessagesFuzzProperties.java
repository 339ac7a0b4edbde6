package io.receivables.payments.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Share;
import java.net.http.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in at the desk, it answers, and money is booked once at most. */
class MessagesFuzzProperties {
    @Property
    void every_message_is_answered_and_what_is_booked_was_paid(@ForAll("messages") List<String> messages) {
        TestClock clock = new TestClock();
        TestRail rail = new TestRail(clock);
        PaymentDesk desk = PaymentDesk.with(
                new InMemoryPaymentJournal(),
                PaymentProviders.of(Map.of("rail", rail)),
                PaymentDeskOptions.of(clock, ZoneOffset.UTC));
        PaymentState payment = desk.request("rail", command());
        rail.tell(rail.remote(payment.key()), PaymentFact.SETTLED, Money.of("5.00", "CAD"));

        for (String text : messages) {
            Receipt receipt = desk.receive("rail", message(text, clock));
            assertThat(receipt.answer().status()).as(text).isIn(204, 401, 500);
        }

        boolean isTold = messages.contains("0-2") || messages.contains("1-2");
        assertThat(desk.settledSince("", 100).facts()).hasSize(isTold ? 2 : 0);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("0-1", "0-2", "1-2", "2-1", "0-99", "throw", "{\"paid\":true}", "9".repeat(30) + "-1"));
        return texts.list().ofMaxSize(6);
    }

    private static InboundMessage message(String text, TestClock clock) {
        return new InboundMessage(HttpHeaders.of(Map.of(), (name, value) -> true), Payload.of(text), clock.instant());
    }

    private static CollectCommand command() {
        return CollectCommand.of("P-1", Payer.of("ACME", "Acme"))
                .forItems(List.of(new Share("F-1", 1, Money.of("5.00", "CAD"), LocalDate.of(2026, 5, 1))))
                .build();
    }
}
