package io.receivables.payments.bank.transfer;

import io.receivables.core.cash.ReturnAdvice;
import io.receivables.core.cash.ReturnReason;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import java.util.Map;
import java.util.Set;

/** What a bank's code comes to, whoever says it. */
final class BackReasons {
    /** Codes that say more than the advice about them. */
    private static final Map<String, Category> BY_CODE = Map.ofEntries(
            Map.entry("iso-20022 AC04", Category.ACCOUNT_CLOSED),
            Map.entry("canada-aft 905", Category.ACCOUNT_CLOSED),
            Map.entry("us-ach R02", Category.ACCOUNT_CLOSED),
            Map.entry("iso-20022 AC06", Category.ACCOUNT_BLOCKED),
            Map.entry("canada-aft 911", Category.ACCOUNT_BLOCKED),
            Map.entry("us-ach R16", Category.ACCOUNT_BLOCKED),
            Map.entry("iso-20022 MD07", Category.PAYER_DECEASED),
            Map.entry("canada-aft 910", Category.PAYER_DECEASED),
            Map.entry("us-ach R14", Category.PAYER_DECEASED),
            Map.entry("us-ach R15", Category.PAYER_DECEASED),
            // the reasons for which a payer's bank recalls a transfer
            Map.entry("iso-20022 DUPL", Category.DUPLICATE),
            Map.entry("iso-20022 TECH", Category.FORMAT),
            Map.entry("iso-20022 FRAD", Category.FRAUD),
            Map.entry("iso-20022 CUST", Category.PAYER_REFUSED));

    /** Codes that say that nobody says why. */
    private static final Set<String> UNSAID = Set.of("iso-20022 MS03", "iso-20022 NARR");

    private BackReasons() {}

    static Reason of(WentBack back) {
        ReturnReason reason = back.reason();
        String code = reason.scheme().code() + " " + reason.code();
        ReturnAdvice advice = reason.advice(back.country());
        Category category = BY_CODE.getOrDefault(code, category(advice));
        if (UNSAID.contains(code) && advice != ReturnAdvice.REPRESENT_LATER) {
            category = Category.UNSPECIFIED;
        }
        Retry retry = category == Category.FRAUD ? Retry.never() : retry(advice);
        return Reason.of(category, retry, "transfer returned")
                .coded(reason.scheme().code(), reason.code());
    }

    private static Category category(ReturnAdvice advice) {
        return switch (advice) {
            case REPRESENT_LATER -> Category.INSUFFICIENT_FUNDS;
            case REPRESENT_AFTER_FIX -> Category.FORMAT;
            case NEW_ACCOUNT -> Category.ACCOUNT_INVALID;
            case NEW_MANDATE -> Category.MANDATE_MISSING;
            case CONTACT_PAYER -> Category.PAYER_REFUSED;
            case CHECK_FOR_DUPLICATE -> Category.DUPLICATE;
            case STOP -> Category.REGULATORY;
            case INVESTIGATE -> Category.UNSPECIFIED;
        };
    }

    private static Retry retry(ReturnAdvice advice) {
        return switch (advice) {
            case REPRESENT_LATER -> Retry.of(Retry.Kind.NEW_ATTEMPT);
            case NEW_MANDATE -> Retry.of(Retry.Kind.AFTER_MANDATE);
            case CHECK_FOR_DUPLICATE, STOP -> Retry.never();
            case REPRESENT_AFTER_FIX, NEW_ACCOUNT, CONTACT_PAYER, INVESTIGATE -> Retry.of(Retry.Kind.AFTER_DATA);
        };
    }
}
