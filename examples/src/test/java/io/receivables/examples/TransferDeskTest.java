package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashApplication;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.CashOptions;
import io.receivables.core.cash.CashRun;
import io.receivables.core.cash.LineOutcome.Result;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.bank.transfer.TransferIntake;
import io.receivables.payments.bank.transfer.TransferProvider;
import io.receivables.payments.bank.transfer.TransferRegister;
import io.receivables.payments.bank.transfer.Transfers;
import io.receivables.payments.desk.InMemoryPaymentJournal;
import io.receivables.payments.desk.PaymentDesk;
import io.receivables.payments.desk.PaymentDeskOptions;
import io.receivables.payments.desk.PaymentProviders;
import io.receivables.payments.desk.PaymentRequests;
import io.receivables.payments.desk.PaymentStage;
import io.receivables.payments.desk.PaymentState;
import io.receivables.payments.desk.SettledPage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.statements.StatementReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A transfer that the desk asked for, from the instructions over the bank's files to the ledger, and back. */
class TransferDeskTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-05");
    private static final String IBAN = "DE33100205000001194700";

    /** An instant that the test moves. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-05-04T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Time time = new Time();
    private final ProviderRuntime runtime =
            new ProviderRuntime(time, () -> UUID.randomUUID().toString(), (request, call) -> {
                throw new AssertionError("transfers ask nobody");
            });
    private final Transfers rail = Transfers.with(TransferRegister.inMemory());
    private final TransferProvider transfers = rail.create(
            ProviderConfig.of(
                    rail.config(), Map.of("payee", "Nordwind Handel GmbH", "iban", IBAN, "most", "EUR 50000.00")),
            runtime);
    private final PaymentDesk desk = PaymentDesk.with(
            new InMemoryPaymentJournal(),
            PaymentProviders.of(Map.of("transfer", transfers)),
            PaymentDeskOptions.of(time, ZoneOffset.UTC));
    private Ledger ledger = Ledger.builder()
            .customer(Customer.of("MOREAU", "Moreau SARL"))
            .customer(Customer.of("WEBER", "Weber & Söhne"))
            .invoice(Invoice.of("F-1001", "MOREAU", TODAY.minusDays(40), Money.of("1200.00", "EUR")))
            .invoice(Invoice.of("F-1002", "WEBER", TODAY.minusDays(40), Money.of("300.00", "EUR")))
            .build();
    private CashBook book = CashBook.empty();
    private String cursor = "";

    private static String statement(String number, String lines) {
        return ":20:NW\r\n:25:" + IBAN + "\r\n:28C:" + number + "\r\n:60F:C260504EUR0,\r\n" + lines + "-\r\n";
    }

    /** What the bank sent: the desk's own lines to the provider, the others to cash application. */
    private CashRun receive(String file) {
        List<BankStatement> statements = StatementReader.standard()
                .readAll(file.getBytes(StandardCharsets.UTF_8))
                .value()
                .statements();
        TransferIntake intake = transfers.take(statements, book);
        CashRun others = CashApplication.of(ledger, book, intake.others(), CashOptions.standard(TODAY));
        book = book.with(others.booked());
        time.now = time.now.plus(Duration.ofHours(12));
        desk.work(100);
        SettledPage page = desk.settledSince(cursor, 100);
        cursor = page.next();
        ledger = ledger.with(others.facts()).with(page.facts());
        return others;
    }

    private List<String> open() {
        return ledger.openItems(TODAY).stream()
                .filter(item -> item.kind().isDebit())
                .map(OpenItem::id)
                .toList();
    }

    @Test
    void a_transfer_that_was_asked_for_comes_in_by_its_reference_and_what_comes_back_reopens_the_item() {
        List<OpenItem> items = ledger.items("F-1001", TODAY);
        PaymentState asked = desk.request(
                "transfer",
                PaymentRequests.forItems(Payer.of("MOREAU", "Moreau SARL"), items, "reminder 1")
                        .build());
        PayerAction action = asked.payerAction().orElseThrow();
        String reference = action.instructions().get("reference");
        assertThat(reference).startsWith("RF");
        assertThat(action.code()).startsWith("BCD\n002\n1\nSCT").contains(reference.replace(" ", ""));
        assertThat(asked.stage()).isEqualTo(PaymentStage.AWAITING_PAYER);

        String day = statement(
                "1",
                ":61:2605040504C1200,00NTRFNONREF//B1\r\n:86:166?00GUTSCHRIFT?20SVWZ+Zahlung?21" + reference + "\r\n"
                        + ":61:2605040504C300,00NTRFNONREF//B2\r\n:86:166?00GUTSCHRIFT?20SVWZ+Rechnung F-1002\r\n");
        CashRun others = receive(day);
        assertThat(desk.payment(asked.paymentId()).orElseThrow().stage()).isEqualTo(PaymentStage.SETTLED);
        assertThat(others.of(Result.APPLIED))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.line().reference(BankReference.SERVICER))
                        .contains("B2"));
        assertThat(open()).isEmpty();

        // the same file again changes nothing
        assertThat(receive(day).facts()).isEmpty();
        assertThat(open()).isEmpty();

        receive(statement(
                "2",
                ":61:2605050505D1203,00NRTINONREF//B3\r\n/OCMT/EUR1200,00//CHGS/EUR3,00/\r\n"
                        + ":86:159?00RUECKGABE?20SVWZ+Rueckruf?21" + reference + "\r\n"));
        assertThat(open()).containsExactly("F-1001");
        assertThat(ledger.items("F-1001", TODAY).get(0).open()).isEqualTo(Money.of("1200.00", "EUR"));
        assertThat(desk.settledSince("", 100).fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.amount()).isEqualTo(Money.of("3.00", "EUR")));
    }
}
