package io.receivables.payments.manual;

import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;

/**
 * Why a bank returns a cheque, as it is stamped on the item. {@link #code()} is its pinned text. Whatever the reason, the
 * item itself is not deposited again: where another attempt makes sense, it is by a new cheque.
 */
public enum ChequeReturn {
    /** Not sufficient funds. */
    NSF("nsf", Category.INSUFFICIENT_FUNDS, Retry.Kind.NEW_ATTEMPT),
    /** The payer stopped it. */
    STOP("stop", Category.PAYER_REFUSED, Retry.Kind.AFTER_DATA),
    CLOSED("closed", Category.ACCOUNT_CLOSED, Retry.Kind.AFTER_DATA),
    /** Older than six months. */
    STALE("stale", Category.FORMAT, Retry.Kind.NEW_ATTEMPT),
    /** Presented before the date on it. */
    POST_DATED("post-dated", Category.FORMAT, Retry.Kind.NEW_ATTEMPT),
    /** The payer's own deposits were on hold. */
    FUNDS_NOT_CLEARED("funds-not-cleared", Category.INSUFFICIENT_FUNDS, Retry.Kind.NEW_ATTEMPT),
    /** Refer to drawer: the bank does not say why. */
    REFER("refer", Category.UNSPECIFIED, Retry.Kind.AFTER_DATA),
    /** The signature is missing or irregular. */
    SIGNATURE("signature", Category.FORMAT, Retry.Kind.NEW_ATTEMPT),
    FORGED("forged", Category.FRAUD, Retry.Kind.NEVER),
    ALTERED("altered", Category.FRAUD, Retry.Kind.NEVER);

    private final String code;
    private final Category category;
    private final Retry.Kind retry;

    ChequeReturn(String code, Category category, Retry.Kind retry) {
        this.code = code;
        this.category = category;
        this.retry = retry;
    }

    public String code() {
        return code;
    }

    /** What it comes to, whoever says it. */
    public Reason reason() {
        return Reason.of(category, Retry.of(retry), "cheque returned").coded("cheque", code);
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static ChequeReturn ofCode(String code) {
        for (ChequeReturn reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("return reason \"" + code + "\" is unknown: use one such as " + NSF.code);
    }
}
