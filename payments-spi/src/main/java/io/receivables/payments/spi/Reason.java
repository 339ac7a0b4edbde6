package io.receivables.payments.spi;

import java.util.Objects;

/**
 * Why something was not done, is not known, or was undone.
 *
 * @param category what it comes to, whoever says it
 * @param retry whether and when to try again
 * @param scheme whose code it is, such as {@code http}, {@code interac} or {@code iso20022}
 * @param code the code as it came; empty for none
 * @param text the text as it came, without secrets or personal data; may be empty
 */
public record Reason(Category category, Retry retry, String scheme, String code, String text) {
    /** Kinds of reasons. Others may be added: whoever reads one has an answer to those unknown. */
    public enum Category {
        INSUFFICIENT_FUNDS("insufficient-funds"),
        /** No such account, or no such address to pay by. */
        ACCOUNT_INVALID("account-invalid"),
        ACCOUNT_CLOSED("account-closed"),
        ACCOUNT_BLOCKED("account-blocked"),
        MANDATE_MISSING("mandate-missing"),
        MANDATE_REVOKED("mandate-revoked"),
        /** The payer said no. */
        PAYER_REFUSED("payer-refused"),
        PAYER_DECEASED("payer-deceased"),
        /** Too much or too little, at once or in a period. */
        LIMIT("limit"),
        /** The provider has it already. */
        DUPLICATE("duplicate"),
        /** The request is not understood or lacks something. */
        FORMAT("format"),
        /** The provider does not accept this caller. */
        CONFIGURATION("configuration"),
        RATE_LIMITED("rate-limited"),
        PROVIDER_DOWN("provider-down"),
        REGULATORY("regulatory"),
        FRAUD("fraud"),
        NOT_FOUND("not-found"),
        UNSPECIFIED("unspecified");

        private final String code;

        Category(String code) {
            this.code = code;
        }

        /** The pinned text of this category. */
        public String code() {
            return code;
        }
    }

    public Reason {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** A reason of this library's own, with no foreign code. */
    public static Reason of(Category category, Retry retry, String text) {
        return new Reason(category, retry, "receivables", "", text);
    }

    /** This reason with the code of a scheme. */
    public Reason coded(String scheme, String code) {
        return new Reason(category, retry, scheme, code, text);
    }
}
