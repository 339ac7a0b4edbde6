package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** What a request for payment to a bank is made of: pain.013 of ISO 20022 in JSON. */
final class BankRequests {
    /** {@code Max35Text} of ISO 20022. */
    static final int LONGEST_KEY = 35;

    private final ProviderConfig config;
    private final Terms terms;
    private final InstantSource clock;

    BankRequests(ProviderConfig config, Terms terms, InstantSource clock) {
        this.config = config;
        this.terms = terms;
        this.clock = clock;
    }

    Optional<Reason> wrong(CollectCommand command) {
        return Handle.wrong(command.payer())
                .or(() -> Terms.tooLong("payer's name", command.payer().name(), Remittance.LONGEST_LINE))
                .or(() -> Remittance.wrong(command));
    }

    /**
     * The body of a request.
     *
     * @param key the caller's own name of it, which its details repeat
     * @param message a name of the message itself
     */
    ObjectNode body(CollectCommand command, String key, String message) {
        Instant now = clock.instant();
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data");
        data.put("product_code", "DOMESTIC")
                .put("message_identification", message)
                .put("end_to_end_identification", key)
                .put("credit_debit_indicator", "CRDT")
                .put("creation_date_time", now.toString())
                .put("payment_expiry_date", terms.expiry(command, now).toString())
                .put("suppress_responder_notifications", config.get(InteracFactory.SUPPRESS_NOTICES))
                .put("language", command.payer().language().toUpperCase(Locale.ROOT));
        command.returnTo().ifPresent(uri -> data.put("return_url", uri.toString()));
        data.set("instructed_amount", Remittance.amount(command.amount()));
        parties(data, command.payer());
        data.putObject("payment_condition")
                .put("amount_modification_allowed", false)
                .put("early_payment_allowed", true)
                .put("guaranteed_payment_requested", false);
        config.find(InteracBankFactory.CATEGORY_PURPOSE)
                .ifPresent(code -> data.putObject("payment_type_information")
                        .putObject("category_purpose")
                        .put("code", code));
        data.set("remittance_information", Remittance.of(command));
        return body;
    }

    private void parties(ObjectNode data, Payer payer) {
        String seller = config.get(InteracBankFactory.CREDITOR_NAME);
        data.putObject("initiating_party").put("name", seller);
        data.putObject("creditor").put("name", seller);
        data.putObject("creditor_account")
                .put(
                        "identification",
                        config.get(InteracBankFactory.CREDITOR_ACCOUNT).reveal())
                .put("currency", "CAD")
                .put("scheme_name", config.get(InteracBankFactory.ACCOUNT_SCHEME));
        ObjectNode debtor = data.putObject("debtor").put("name", payer.name());
        Handle.of(payer).ifPresent(handle -> contact(debtor.putObject("contact_details"), handle));
    }

    /** A number is written as {@code PhoneNumber} of ISO 20022: the country, a hyphen, the rest. */
    private static void contact(ObjectNode details, Handle handle) {
        if (handle.type().equals("email")) {
            details.put("email_address", handle.text());
        } else {
            details.put("mobile_number", "+1-" + handle.text().replace("-", ""));
        }
    }

    static Reason notCancelled() {
        return new Reason(Category.UNSPECIFIED, Retry.never(), "interac", "FAILURE", "the bank does not cancel it");
    }
}
