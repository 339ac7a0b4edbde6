package io.receivables.statements;

import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.Remittance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@code :86:} says of a booking, in whatever dialect; what it does not say is empty. */
final class MtDetails {
    /** The German code of the business transaction, three digits. */
    String transaction = "";
    /** A bank's own code of the transaction, where it is not the German one. */
    String ownCode = "";
    /** How many orders are in the booking; 0 where that is not stated. */
    int parts;
    /** The German key of why money came back, three digits. */
    String key = "";

    String name = "";
    String account = "";
    String bank = "";
    /** For whom the payer paid. */
    String ultimatePayer = "";
    /** For whom the payee was paid. */
    String ultimatePayee = "";
    /** Why money came back, in ISO 20022's codes or the bank's own; null where it did not. */
    @Nullable String returned;

    LineKind kind = LineKind.OTHER;
    /** An amount of what was ordered, as it came; in the account's currency where it has none. */
    String original = "";
    /** An amount of what a bank took for it, as it came; in the account's currency where it has none. */
    String charge = "";

    final Map<BankReference, String> references = new EnumMap<>(BankReference.class);
    final List<String> text = new ArrayList<>();
    final List<Remittance.Reference> creditorReferences = new ArrayList<>();
    /** The bank's own words. */
    final List<String> bankText = new ArrayList<>();

    void say(String piece) {
        if (!piece.isBlank()) {
            text.add(piece.strip());
        }
    }

    void bankSays(String piece) {
        if (!piece.isBlank()) {
            bankText.add(piece.strip());
        }
    }

    Remittance remittance() {
        return new Remittance(text, creditorReferences, List.of());
    }
}
