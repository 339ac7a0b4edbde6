package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.CashBook;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A seller in Berlin on 4 March 2026, who asks for 800.00 euros. */
final class Seller {
    static final Money AMOUNT = Money.of("800.00", "EUR");
    static final Instant NOW = Instant.parse("2026-03-04T11:00:00Z");

    final @Nullable TransferRegister register;
    final TransferProvider provider;

    Seller(@Nullable TransferRegister register, Map<String, String> values) {
        this.register = register;
        Transfers transfers = register == null ? new Transfers() : Transfers.with(register);
        this.provider = transfers.create(ProviderConfig.of(transfers.config(), values), runtime());
    }

    /** With RF references that begin with AN. */
    Seller() {
        this(TransferRegister.inMemory(), values("referencePrefix", "AN"));
    }

    /** A seller without a register. */
    static Seller instructing(String... values) {
        return new Seller(null, values(values));
    }

    /** A payee with an IBAN, with keys and values in turn added or, where empty, taken away. */
    static Map<String, String> values(String... more) {
        Map<String, String> values = new TreeMap<>(
                Map.of("payee", "Atelier Nord GmbH", "iban", "DE33 1002 0500 0001 1947 00", "most", "EUR 250000.00"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    static ProviderRuntime runtime() {
        HttpExchange noNetwork = (request, call) -> {
            throw new AssertionError("transfers are not sent");
        };
        Supplier<String> noIds = () -> {
            throw new AssertionError("names come from keys");
        };
        return new ProviderRuntime(() -> NOW, noIds, noNetwork);
    }

    static CallContext call(String key) {
        return new CallContext(key, NOW.plusSeconds(30));
    }

    static CollectCommand.Builder command(Money amount) {
        return CollectCommand.of("pay-1", Payer.of("C-1", "Zenobia Quillfeather"))
                .forItems(List.of(new Share("F-1001", 1, amount, Bank.DAY)));
    }

    Submission ask(String key, CollectCommand.Builder command) {
        return provider.initiate(command.build(), call(key));
    }

    PayerAction action(String key, CollectCommand.Builder command) {
        return ((Submission.Acknowledged) ask(key, command)).payerAction().orElseThrow();
    }

    Reason refused(String key, CollectCommand.Builder command) {
        return ((Submission.Refused) ask(key, command)).reason();
    }

    /** Asks for 800.00 and says by which reference. */
    String asked(String key) {
        return ((Submission.Acknowledged) ask(key, command(AMOUNT)))
                .observation()
                .providerRef();
    }

    TransferIntake take(BankLine... lines) {
        return take(Bank.statement(lines));
    }

    TransferIntake take(BankStatement... statements) {
        return provider.take(List.of(statements), CashBook.empty());
    }

    /** All that is known of a payment: what was told before, and what is told last. */
    List<Observation> known(String key) {
        Lookup.Found found = (Lookup.Found) provider.find(LookupKey.of(key), call(key));
        List<Observation> all = new ArrayList<>(found.earlier());
        all.add(found.observation());
        return all;
    }

    /** What is known of a payment, as facts and amounts. */
    List<String> story(String key) {
        return known(key).stream()
                .map(seen -> seen.fact().code()
                        + seen.amount()
                                .map(amount -> " " + amount.amount().toPlainString())
                                .orElse(""))
                .toList();
    }

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
}
