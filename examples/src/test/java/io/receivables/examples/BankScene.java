package io.receivables.examples;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.cash.CashBook;
import io.receivables.core.ledger.Ledger;
import io.receivables.payments.spi.ProviderRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the code on the page of bank statements takes for granted: an invoice, and a file from the bank. */
@SuppressWarnings("NonFinalStaticField") // the page's code takes the ledger and the book further
class BankScene {
    static final LocalDate today = LocalDate.parse("2026-05-05");
    static final ProviderRuntime runtime = new ProviderRuntime(
            Clock.fixed(Instant.parse("2026-05-05T08:00:00Z"), ZoneOffset.UTC),
            () -> UUID.randomUUID().toString(),
            (request, call) -> {
                throw new AssertionError("transfers ask nobody");
            });
    static CashBook book = CashBook.empty();
    static Ledger ledger = Ledger.builder()
            .customer(Customer.of("MOREAU", "Moreau SARL"))
            .invoice(Invoice.of("F-1001", "MOREAU", today.minusDays(70), Money.of("1200.00", "EUR"))
                    .withReference("RF18 5390 0754 7034"))
            .build();

    static {
        try (InputStream file = BankStatementIn.class.getResourceAsStream("bank/2026-05-04-statement.xml")) {
            Files.write(Path.of("statement.xml"), file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
