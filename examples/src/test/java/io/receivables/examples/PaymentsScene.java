package io.receivables.examples;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.Secret;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What the code on the page of payments takes for granted: an overdue invoice, and a bank to ask for its money. */
class PaymentsScene {
    static final LocalDate today = LocalDate.parse("2026-05-11");
    static final Clock clock = Clock.fixed(Instant.parse("2026-05-11T13:00:00Z"), ZoneOffset.UTC);
    static final Supplier<String> ids = () -> UUID.randomUUID().toString();

    static final InteracFake bank = InteracFake.start(clock);
    static final Map<String, String> values = Map.ofEntries(
            Map.entry("baseUrl", bank.bank().toString()),
            Map.entry("clientId", InteracFake.CLIENT_ID),
            Map.entry("keyId", InteracFake.CLIENT_KEY_ID),
            Map.entry("audience", InteracFake.TOKEN_AUDIENCE),
            Map.entry("scope", InteracFake.SCOPE),
            Map.entry("customerProfileId", InteracFake.CUSTOMER_PROFILE_ID),
            Map.entry("creditorName", "Fournitures Durand inc."),
            Map.entry("bankKeys", InteracFake.bankPublicKey()),
            Map.entry("messageIssuer", InteracFake.MESSAGE_ISSUER),
            Map.entry("messageAudience", InteracFake.MESSAGE_AUDIENCE));
    static final Map<String, Secret> secrets = Map.of(
            "privateKey", Secret.of(InteracFake.clientPrivateKey()),
            "apiKey", Secret.of(InteracFake.API_KEY),
            "creditorAccount", Secret.of("0006-00412-1234567"));
    static final Map<String, String> account = Map.of(
            "payee",
            "Fournitures Durand inc.",
            "account",
            "00412-815 1234567",
            "bank",
            "815",
            "most",
            "CAD 1000000.00");

    static final HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);
    static final byte[] body = {};

    static Ledger ledger = Ledger.builder()
            .customer(Customer.of("C-104", "Moreau inc."))
            .invoice(Invoice.of("F-1001", "C-104", today.minusDays(40), Money.of("1200.00", "CAD"))
                    .dueOn(today.minusDays(10)))
            .build();
    static final List<OpenItem> openItems = ledger.openItems(today);
    static String cursor = "";
}
