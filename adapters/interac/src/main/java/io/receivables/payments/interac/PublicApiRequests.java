package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Share;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a money request of the public API is made of. */
final class PublicApiRequests {
    static final int LONGEST_KEY = 64;
    static final int LONGEST_MESSAGE = 400;
    static final int LONGEST_INVOICE = 120;

    /** The day is the same in every zone of Canada and in UTC. */
    private static final LocalTime WITHIN_THE_DAY = LocalTime.NOON;

    private final Terms terms;
    private final boolean suppressNotices;
    private final InstantSource clock;

    /**
     * Bodies of requests.
     *
     * @param suppressNotices whether the seller tells the payer, and Interac does not
     */
    PublicApiRequests(Terms terms, boolean suppressNotices, InstantSource clock) {
        this.terms = terms;
        this.suppressNotices = suppressNotices;
        this.clock = clock;
    }

    Optional<Reason> wrong(CollectCommand command) {
        return Handle.wrong(command.payer())
                .or(() -> Terms.tooLong("message", command.message(), LONGEST_MESSAGE))
                .or(() -> Terms.tooLong("reference", invoice(command), LONGEST_INVOICE));
    }

    /**
     * The body of a request.
     *
     * @param key the caller's own name of it, by which it is found again
     * @param contact who is asked, as {@link Contacts} has them
     */
    ObjectNode body(CollectCommand command, String key, ObjectNode contact) {
        ObjectNode body = Json.object();
        body.put("sourceMoneyRequestId", key);
        body.set("requestedFrom", contact);
        body.put("amount", command.amount().amount());
        body.put("currency", "CAD");
        body.put("editableFulfillAmount", false);
        if (!command.message().isBlank()) {
            body.put("requesterMessage", command.message());
        }
        body.putObject("invoice").put("invoiceNumber", invoice(command)).put("dueDate", due(command));
        body.put("expiryDate", WireTime.text(terms.expiry(command, clock.instant())));
        // with one p: that is how the API spells it
        body.put("supressResponderNotifications", suppressNotices);
        command.returnTo().ifPresent(uri -> body.put("returnURL", uri.toString()));
        return body;
    }

    /** What the payer is to quote; where nothing is said, the documents that are paid. */
    private static String invoice(CollectCommand command) {
        return command.reference().isBlank()
                ? command.shares().stream().map(Share::documentId).distinct().collect(Collectors.joining(", "))
                : command.reference();
    }

    private static String due(CollectCommand command) {
        LocalDate first = command.shares().stream()
                .map(Share::dueDate)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return WireTime.text(first.atTime(WITHIN_THE_DAY).toInstant(ZoneOffset.UTC));
    }
}
