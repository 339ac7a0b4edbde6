package io.receivables.payments.interac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Submission;
import org.jspecify.annotations.Nullable;

/** Who is asked, as the public API wants to be told. */
interface Contacts {
    /**
     * A contact for one request.
     *
     * @param json what a request says of it
     * @param failure why there is none; null where there is one
     */
    record Contact(ObjectNode json, @Nullable Submission failure) {
        static Contact of(ObjectNode json) {
            return new Contact(json, null);
        }

        static Contact none(Submission failure) {
            return new Contact(Json.object(), failure);
        }

        @Override
        public String toString() {
            return "Contact[" + (failure == null ? "***" : failure) + "]";
        }
    }

    Contact of(Payer payer, CallContext call);

    /** Contacts that each request describes in full, and of which Interac keeps nothing. */
    static Contacts oneTime() {
        return (payer, call) -> Contact.of(described(payer));
    }

    /** A payer with a name, a language and where they are told. */
    static ObjectNode described(Payer payer) {
        ObjectNode contact = Json.object().put("contactName", payer.name()).put("language", payer.language());
        Handle.of(payer)
                .ifPresent(handle -> contact.putArray("notificationPreferences")
                        .addObject()
                        .put("handle", handle.text())
                        .put("handleType", handle.type())
                        .put("active", true));
        return contact;
    }
}
