package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param body empty for none
 */
record Reply(int status, String body) {
    static Reply ok(JsonNode json) {
        return new Reply(200, Texts.write(json));
    }

    static Reply empty() {
        return new Reply(204, "");
    }
}
