package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.Remittance;
import io.receivables.payments.bank.transfer.TransferFact.Asked;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.tck.Happening;
import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemotePayment;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Transfers keep the contract, with a file for a register; what stands behind them is a bank and its statements. */
class TransfersTckTest extends PaymentProviderTck {
    @TempDir
    private Path folder;

    private int registers;

    @Override
    protected ProviderHarness harness() {
        return new Harness();
    }

    static Map<String, String> values() {
        return new TreeMap<>(Map.of(
                "payee", "Atelier Nord GmbH",
                "iban", "DE33 1002 0500 0001 1947 00",
                "bic", "BFSWDE33BER",
                "referencePrefix", "AN",
                "most", "EUR 250000.00",
                "least", "EUR 1.00",
                "fee", "EUR 0.10"));
    }

    private final class Harness implements ProviderHarness {
        private Path file = folder.resolve("none");

        @Override
        public PaymentProviderFactory factory() {
            return new Transfers();
        }

        @Override
        public RemoteSide remote(InstantSource clock) {
            registers++;
            file = folder.resolve("transfers-" + registers + ".txt");
            return new Statements(FileTransferRegister.at(file), clock);
        }

        @Override
        public Map<String, String> values(URI address) {
            Map<String, String> values = TransfersTckTest.values();
            values.put("register", file.toString());
            return values;
        }

        /** The kit's own reference is none of the scheme; one is made of the key. */
        @Override
        public CollectCommand.Builder command(String paymentId, Money amount) {
            return ProviderHarness.super.command(paymentId, amount).reference("");
        }
    }

    /** The bank: each thing that happens is a line in a statement of its own. */
    private static final class Statements implements RemoteSide {
        private static final Money PART = Money.of("1.00", "EUR");

        private final TransferRegister register;
        private final TransferProvider clerk;
        private final Map<String, Money> paid = new HashMap<>();
        private int bookings;

        Statements(TransferRegister register, InstantSource clock) {
            this.register = register;
            Transfers transfers = Transfers.with(register);
            this.clerk = transfers.create(
                    ProviderConfig.of(transfers.config(), TransfersTckTest.values()),
                    new ProviderRuntime(clock, () -> "none", (request, call) -> {
                        throw new AssertionError("transfers are not sent");
                    }));
        }

        @Override
        public synchronized List<RemotePayment> payments() {
            return register.since(0).stream()
                    .map(TransferEntry::fact)
                    .filter(Asked.class::isInstance)
                    .map(Asked.class::cast)
                    .map(asked -> RemotePayment.of(asked.reference(), asked.amount())
                            .paid(paid.getOrDefault(
                                    asked.reference(), Money.zero(asked.amount().currency()))))
                    .toList();
        }

        @Override
        public Set<Happening> happenings() {
            return EnumSet.of(Happening.SETTLE, Happening.SETTLE_IN_PART, Happening.TAKE_BACK);
        }

        @Override
        public synchronized void happen(Happening what, String reference) {
            Money asked = payments().stream()
                    .filter(payment -> payment.providerRef().equals(reference))
                    .findFirst()
                    .orElseThrow()
                    .amount();
            bookings++;
            String number = "B" + bookings;
            switch (what) {
                case SETTLE -> comesIn(asked, number, reference);
                case SETTLE_IN_PART -> comesIn(asked.minus(PART), number, reference);
                case TAKE_BACK ->
                    book(Bank.back(asked.amount().toPlainString(), "3.50", number, "FOCR")
                            .remittance(Remittance.ofText("Rückgabe " + reference))
                            .build());
                default -> throw new UnsupportedOperationException(what + " does not happen to transfers");
            }
        }

        private void comesIn(Money amount, String number, String reference) {
            paid.merge(reference, amount, Money::plus);
            book(Bank.in(amount.amount().toPlainString(), number, reference));
        }

        private void book(BankLine line) {
            if (clerk.take(List.of(Bank.statement(line)), CashBook.empty())
                    .taken()
                    .isEmpty()) {
                throw new AssertionError("not taken: " + line);
            }
        }
    }
}
