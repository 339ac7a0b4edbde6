package io.receivables.metrics.aging;

import io.receivables.core.Convention;
import io.receivables.core.ledger.Accounts;
import java.util.List;

/** The date from which the age of an item is counted: age = as-of date − that date, in days. */
public enum AgingBasis implements Convention {
    /** Days past due; zero or less is not due. */
    DUE_DATE("due-date", List.of("past due", "échéance"), "Aged trial balance by due date") {
        @Override
        int day(Accounts accounts, int place) {
            return accounts.dueDay(place);
        }

        @Override
        void days(Accounts accounts, int[] places, int count, int[] days) {
            accounts.dueDays(places, count, days);
        }
    },
    /** Days since the document was issued. */
    INVOICE_DATE("invoice-date", List.of("document date", "date de facture"), "Aged trial balance by invoice date") {
        @Override
        int day(Accounts accounts, int place) {
            return accounts.issueDay(place);
        }

        @Override
        void days(Accounts accounts, int[] places, int count, int[] days) {
            accounts.issueDays(places, count, days);
        }
    },
    /** Days since the document was posted. */
    POSTING_DATE("posting-date", List.of("accounting date", "date comptable"), "Aged trial balance by posting date") {
        @Override
        int day(Accounts accounts, int place) {
            return accounts.postingDay(place);
        }

        @Override
        void days(Accounts accounts, int[] places, int count, int[] days) {
            accounts.postingDays(places, count, days);
        }
    };

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    private final List<String> aliases;

    private final String citation;

    AgingBasis(String canonicalName, List<String> aliases, String citation) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
        this.citation = citation;
    }

    /** The epoch day from which the age of a place is counted. */
    abstract int day(Accounts accounts, int place);

    /** Reads that day of the first so many of some places. */
    abstract void days(Accounts accounts, int[] places, int count, int[] days);

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return citation;
    }
}
