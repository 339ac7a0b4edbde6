package io.receivables.files;

import java.util.Map;

/** Makes the layout of one file of what its profile says, and asks for what it does not say. */
final class LayoutProposer {
    private LayoutProposer() {}

    /**
     * @param answers the answers so far, by the keys of their questions
     * @param payments whether it is a file of payments
     * @param withPayments whether a file of payments comes with this one
     */
    static LayoutDraft propose(
            FileProfile file, MappingHints hints, Map<String, String> answers, boolean payments, boolean withPayments) {
        LayoutDraft draft = new LayoutDraft(file, hints, answers, payments, withPayments);
        FieldQuestions fields = new FieldQuestions(draft);
        if (payments) {
            fields.ofPayments();
        } else {
            fields.ofInvoices();
        }
        new DateQuestions(draft).ask();
        new MoneyQuestions(draft).ask();
        return draft;
    }
}
