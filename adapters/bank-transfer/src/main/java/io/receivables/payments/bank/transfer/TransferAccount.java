package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.reference.BankDetails;
import io.receivables.core.reference.Bic;
import io.receivables.core.reference.Iban;
import io.receivables.core.reference.PaymentReference;
import io.receivables.core.reference.StructuredAddress;
import io.receivables.payments.spi.PayerAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To what account payers transfer.
 *
 * @param iban the account, unless {@code number} is given
 * @param number the account where there are no IBANs; empty otherwise
 * @param bank its name, or a number; may be empty
 * @param address the payee's, which a Swiss code needs
 */
record TransferAccount(
        String payee,
        @Nullable Iban iban,
        String number,
        @Nullable Bic bic,
        String bank,
        @Nullable StructuredAddress address,
        TransferReferences references) {
    /** What the payer fills in or scans. */
    PayerAction action(Money amount, String reference, String message) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("payee", payee);
        all.put("account", iban == null ? number : iban.printed());
        if (bic != null) {
            all.put("bic", bic.value());
        }
        put("bank", bank, all);
        all.put("reference", references.printed(reference));
        put("message", message, all);
        PayerAction action = PayerAction.fillIn(all);
        return code(amount, reference).map(action::scan).orElse(action);
    }

    private static void put(String name, String value, Map<String, String> all) {
        if (!value.isBlank()) {
            all.put(name, value);
        }
    }

    /** The text of a code; none where the rails have none for this account, or for an amount as great. */
    private Optional<String> code(Money amount, String reference) {
        try {
            return payload(amount, reference);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what of the configuration does not fit was said when the provider was made
        }
    }

    /**
     * The text of a code.
     *
     * @throws IllegalArgumentException if these details do not fit into it
     */
    Optional<String> payload(Money amount, String reference) {
        BankDetails details = new BankDetails(payee, address, iban, number, bic, bank, null, "", amount);
        Optional<PaymentReference> structured = references.structured(reference);
        return structured
                .map(details::withReference)
                .orElseGet(() -> details.withMessage(reference))
                .payload();
    }
}
