package io.receivables.payments.manual;

import io.receivables.core.Money;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An office in Toronto with a clock that is set by hand: 2 March 2026, a Monday, at noon. Its bank holds deposits 5 days. */
final class ChequeOffice {
    static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Money AMOUNT = Money.of("800.00", "CAD");

    private Instant now = noon(MONDAY);
    final ChequeRegister register;
    final ChequeProvider provider;

    ChequeOffice(ChequeRegister register) {
        this.register = register;
        this.provider = Cheques.with(register).create(config(), runtime());
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(TORONTO).toInstant();
    }

    static Map<String, String> values() {
        return new TreeMap<>(Map.of(
                "payee", "Boulangerie Nord inc.",
                "address", "1 rue Principale, Gatineau QC J8X 1A1",
                "zone", "America/Toronto",
                "holdDays", "5",
                "most", "CAD 50000.00",
                "fee", "CAD 1.25",
                "holidays", "2026-04-03"));
    }

    static ProviderConfig config() {
        return ProviderConfig.of(Cheques.with(ChequeRegister.inMemory()).config(), values());
    }

    ProviderRuntime runtime() {
        HttpExchange noNetwork = (request, call) -> {
            throw new AssertionError("cheques go by post");
        };
        Supplier<String> noIds = () -> {
            throw new AssertionError("names come from keys");
        };
        return new ProviderRuntime(() -> now, noIds, noNetwork);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, TORONTO);
    }

    /** Sets the clock to noon of a day. */
    ChequeOffice on(LocalDate day) {
        now = noon(day);
        return this;
    }

    ChequeOffice at(Instant instant) {
        now = instant;
        return this;
    }

    static CollectCommand command(String paymentId, Money amount) {
        return CollectCommand.of(paymentId, Payer.of("C-1", "Café Rivière"))
                .forItems(List.of(new Share("F-1001", 1, amount, MONDAY)))
                .reference("F-1001")
                .build();
    }

    CallContext call(String key) {
        return new CallContext(key, now.plusSeconds(30));
    }

    Submission ask(String key) {
        return provider.initiate(command("pay-" + key, AMOUNT), call(key));
    }

    ChequeFact.Received receivedToday(String key, LocalDate dated) {
        return ChequeFact.Received.of(key, today(), "000123", dated, AMOUNT);
    }

    /** Asks, receives a cheque of today and deposits it. */
    ChequeOffice deposit(String key) {
        ask(key);
        provider.tell(receivedToday(key, today()));
        provider.tell(new ChequeFact.Deposited(key, today()));
        return this;
    }

    Observation find(String key) {
        return ((Lookup.Found) provider.find(LookupKey.of(key), call(key))).observation();
    }

    /** All that is told, page by page. */
    List<Observation> history(int most) {
        List<Observation> all = new ArrayList<>();
        ObservationPage page = provider.poll("", most, call("poll"));
        all.addAll(page.observations());
        while (!page.isLast()) {
            page = provider.poll(page.next(), most, call("poll"));
            all.addAll(page.observations());
        }
        return all;
    }

    List<String> facts() {
        return history(100).stream().map(seen -> seen.fact().code()).toList();
    }
}
