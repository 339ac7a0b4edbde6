package io.receivables.files;

import java.util.Locale;
import java.util.Optional;

/** What a column of an unknown file can be for: most of the fields that are read, and what must not be taken for one. */
enum ColumnRole {
    INVOICE_ID,
    CUSTOMER_ID,
    CUSTOMER_NAME,
    COUNTRY,
    SEGMENT,
    TYPE,
    STATUS,
    ISSUE_DATE,
    DUE_DATE,
    DELIVERY_DATE,
    POSTING_DATE,
    SETTLED_DATE,
    CURRENCY,
    AMOUNT,
    CREDIT_AMOUNT,
    OPEN_AMOUNT,
    TAX_AMOUNT,
    DISPUTED,
    REFERENCE,
    TERMS,
    PAYMENT_ID,
    DATE,

    /** The debit column of a pair; it is read as the amount. */
    DEBIT(Content.AMOUNT),
    NET_AMOUNT(Content.AMOUNT),
    PAID_AMOUNT(Content.AMOUNT),
    /** An amount in the currency of the company, where the document has its own. */
    LOCAL_AMOUNT(Content.AMOUNT),
    LOCAL_CURRENCY(Content.CURRENCY),
    OTHER(Content.ANY);

    /** What cells of a role look like. */
    enum Content {
        ID,
        TEXT,
        DATE,
        CURRENCY,
        AMOUNT,
        TYPE,
        FLAG,
        ANY
    }

    private final Optional<CsvField> field;
    private final Content content;

    ColumnRole() {
        CsvField named = CsvField.find(name().toLowerCase(Locale.ROOT)).orElseThrow();
        this.field = Optional.of(named);
        this.content = Content.valueOf(named.kind().name());
    }

    ColumnRole(Content content) {
        this.field = Optional.empty();
        this.content = content;
    }

    /** The field that a column of this role is read as; empty for those that are not read as they stand. */
    Optional<CsvField> field() {
        return field;
    }

    Content content() {
        return content;
    }

    /** The name of the role in resources and messages. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColumnRole of(CsvField field) {
        return valueOf(field.name());
    }
}
