package io.receivables.core.ledger;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import org.jspecify.annotations.Nullable;

/** What facts refer to. A fact that refers to what does not exist or does not fit is rejected. */
final class References {
    private final FactRegister facts;
    private final LedgerRows rows;

    References(FactRegister facts, LedgerRows rows) {
        this.facts = facts;
        this.rows = rows;
    }

    /** The lines of a payment or credit note to take an amount from, or null after rejecting the fact. */
    @Nullable Lines source(Fact fact, Allocation.Source kind, String id, Money amount) {
        Lines lines = kind == Allocation.Source.PAYMENT
                ? rows.payment(id)
                : facts.document(id) instanceof CreditNote ? rows.document(id) : null;
        if (lines == null) {
            facts.reject(LedgerProblem.UNKNOWN_SOURCE, fact, "source", kind.code(), "sourceId", id);
            return null;
        }
        return sameCurrency(fact, amount, id, lines);
    }

    /** The lines of a debit document, or null after rejecting the fact. */
    @Nullable Lines target(Fact fact, String documentId) {
        Document document = facts.document(documentId);
        if (document == null) {
            facts.reject(LedgerProblem.UNKNOWN_DOCUMENT, fact, "document", documentId);
            return null;
        }
        if (!document.isDebit()) {
            facts.reject(LedgerProblem.NOT_A_DEBIT, fact, "document", documentId);
            return null;
        }
        return rows.document(documentId);
    }

    /** The lines of a debit document that an amount settles, or null after rejecting the fact. */
    @Nullable Lines target(Fact fact, String documentId, int instalment, Money amount) {
        Lines lines = target(fact, documentId);
        if (lines == null || sameCurrency(fact, amount, documentId, lines) == null) {
            return null;
        }
        if (instalment > lines.all().length) {
            facts.reject(
                    LedgerProblem.UNKNOWN_INSTALMENT,
                    fact,
                    Problem.VALUE,
                    instalment,
                    "document",
                    documentId,
                    "instalments",
                    lines.all().length);
            return null;
        }
        return lines;
    }

    /** The lines, or null after rejecting a fact whose amount is in another currency. */
    @Nullable Lines sameCurrency(Fact fact, Money amount, String id, Lines lines) {
        if (amount.currency().equals(lines.currency)) {
            return lines;
        }
        facts.reject(
                LedgerProblem.CURRENCY_MISMATCH,
                fact,
                Problem.VALUE,
                amount.currency().getCurrencyCode(),
                "other",
                id,
                "otherCurrency",
                lines.currency.getCurrencyCode());
        return null;
    }

    /** The lines of a debit document that a payment was sent for, or null where it cannot settle it. */
    @Nullable Lines remitted(String documentId, Money amount) {
        Document document = facts.document(documentId);
        return document == null
                        || !document.isDebit()
                        || !document.gross().currency().equals(amount.currency())
                ? null
                : rows.document(documentId);
    }
}
