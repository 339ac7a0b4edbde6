package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Structured remittance information of ISO 20022: one entry for each item that is paid.
 *
 * <p>The document's number, and as its related date the day on which it is due, since a share knows no other; what is due of it;
 * an instalment after the first as a line of its own; and the reference that the payer is to quote.
 */
final class Remittance {
    /** {@code Max35Text} of ISO 20022: numbers of documents, references. */
    static final int LONGEST_REFERENCE = 35;

    /** {@code Max140Text} of ISO 20022: names, free lines. */
    static final int LONGEST_LINE = 140;

    private static final Pattern INSTALMENT = Pattern.compile("instalment ([1-9][0-9]{0,3})");

    private Remittance() {}

    /** Why the items of a command cannot be named. */
    static Optional<Reason> wrong(CollectCommand command) {
        return command.shares().stream()
                .flatMap(share -> Terms.tooLong("documentId", share.documentId(), LONGEST_REFERENCE).stream())
                .findFirst()
                .or(() -> Terms.tooLong("reference", command.reference(), LONGEST_REFERENCE))
                .or(() -> Terms.tooLong("message", command.message(), LONGEST_LINE));
    }

    /** What a request says of the items that it is for. */
    static ObjectNode of(CollectCommand command) {
        ObjectNode remittance = Json.object();
        if (!command.message().isBlank()) {
            remittance.putArray("unstructured").add(command.message());
        }
        ArrayNode structured = remittance.putArray("structured");
        command.shares().forEach(share -> structured.add(entry(share, command.reference())));
        return remittance;
    }

    private static ObjectNode entry(Share share, String reference) {
        ObjectNode entry = Json.object();
        ObjectNode document = entry.putArray("referred_document_information").addObject();
        coded(document, "CINV");
        document.put("number", share.documentId())
                .put("related_date", share.dueDate().toString());
        entry.putObject("referred_document_amount").set("due_payable_amount", amount(share.amount()));
        if (!reference.isBlank()) {
            ObjectNode creditor = entry.putObject("creditor_reference_information");
            coded(creditor, "SCOR");
            creditor.put("reference", reference);
        }
        if (share.instalment() > 1) {
            entry.putArray("additional_remittance_information").add("instalment " + share.instalment());
        }
        return entry;
    }

    private static void coded(ObjectNode node, String code) {
        node.putObject("type").putObject("code_or_proprietary").put("code", code);
    }

    static ObjectNode amount(Money amount) {
        return Json.object()
                .put("amount", amount.amount())
                .put("currency", amount.currency().getCurrencyCode());
    }

    /**
     * How a payment is divided among items: what was remitted for each, after whatever the payer deducted. All of it, or nothing
     * where an entry is not understood or more would be divided than was paid.
     */
    static List<Share> shares(JsonNode remittance, Money paid) {
        List<Share> shares = new ArrayList<>();
        for (JsonNode entry : remittance.path("structured")) {
            Optional<Share> share = share(entry);
            if (share.isEmpty()) {
                return List.of();
            }
            shares.add(share.get());
        }
        return isWithin(shares, paid) ? shares : List.of();
    }

    /** Compared by taking away, since amounts that a remote side claims may be too great to be added up. */
    private static boolean isWithin(List<Share> shares, Money paid) {
        Money left = paid;
        for (Share share : shares) {
            if (share.amount().compareTo(left) > 0) {
                return false;
            }
            left = left.minus(share.amount());
        }
        return true;
    }

    private static Optional<Share> share(JsonNode entry) {
        JsonNode document = entry.path("referred_document_information").path(0);
        Optional<String> number = Json.text(document, "number");
        Optional<LocalDate> due = Json.text(document, "related_date").flatMap(Remittance::date);
        JsonNode amounts = entry.path("referred_document_amount");
        Optional<Money> amount = amounts.has("remitted_amount")
                ? cad(amounts.path("remitted_amount"))
                : cad(amounts.path("due_payable_amount"));
        boolean isComplete = number.isPresent() && due.isPresent() && amount.isPresent();
        return isComplete
                ? Optional.of(new Share(number.get(), instalment(entry), amount.get(), due.get()))
                : Optional.empty();
    }

    /** An amount with its currency; empty for one that is not in CAD or not exact. */
    static Optional<Money> cad(JsonNode amount) {
        return Json.text(amount, "currency").filter("CAD"::equals).flatMap(same -> Json.cad(amount.path("amount")));
    }

    private static int instalment(JsonNode entry) {
        for (JsonNode line : entry.path("additional_remittance_information")) {
            Matcher matcher = INSTALMENT.matcher(line.asText());
            if (matcher.matches()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        return 1;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
