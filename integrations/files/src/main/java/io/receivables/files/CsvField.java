package io.receivables.files;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a column of an invoice or payment file can hold. {@link #code()} is the FIELD name in mapping documents and
 * problems, and the header that needs no mapping. What each field means is described at {@link io.receivables.files}.
 */
public enum CsvField {
    INVOICE_ID("invoice_id", Kind.ID, In.BOTH),
    CUSTOMER_ID("customer_id", Kind.ID, In.BOTH),
    CUSTOMER_NAME("customer_name", Kind.TEXT, In.INVOICES),
    COUNTRY("country", Kind.TEXT, In.INVOICES),
    SEGMENT("segment", Kind.TEXT, In.INVOICES),
    TYPE("type", Kind.TYPE, In.INVOICES),
    STATUS("status", Kind.TEXT, In.INVOICES),
    ISSUE_DATE("issue_date", Kind.DATE, In.INVOICES),
    DUE_DATE("due_date", Kind.DATE, In.INVOICES),
    DELIVERY_DATE("delivery_date", Kind.DATE, In.INVOICES),
    POSTING_DATE("posting_date", Kind.DATE, In.INVOICES),
    PAYMENT_ID("payment_id", Kind.ID, In.PAYMENTS),
    DATE("date", Kind.DATE, In.PAYMENTS),
    CURRENCY("currency", Kind.CURRENCY, In.BOTH),
    AMOUNT("amount", Kind.AMOUNT, In.BOTH),
    CREDIT_AMOUNT("credit_amount", Kind.AMOUNT, In.INVOICES),
    OPEN_AMOUNT("open_amount", Kind.AMOUNT, In.INVOICES),
    TAX_AMOUNT("tax_amount", Kind.AMOUNT, In.INVOICES),
    SETTLED_DATE("settled_date", Kind.DATE, In.INVOICES),
    DISPUTED("disputed", Kind.FLAG, In.INVOICES),
    REFERENCE("reference", Kind.TEXT, In.BOTH),
    TERMS("terms", Kind.TEXT, In.INVOICES);

    /** How a cell of the field is read. */
    enum Kind {
        ID,
        TEXT,
        DATE,
        CURRENCY,
        AMOUNT,
        TYPE,
        FLAG
    }

    private enum In {
        INVOICES,
        PAYMENTS,
        BOTH
    }

    private static final Set<CsvField> OF_INVOICES = all(In.INVOICES);
    private static final Set<CsvField> OF_PAYMENTS = all(In.PAYMENTS);

    private final String code;
    private final Kind kind;
    private final In in;

    CsvField(String code, Kind kind, In in) {
        this.code = code;
        this.kind = kind;
        this.in = in;
    }

    private static Set<CsvField> all(In file) {
        EnumSet<CsvField> fields = EnumSet.noneOf(CsvField.class);
        Arrays.stream(values())
                .filter(field -> field.in == In.BOTH || field.in == file)
                .forEach(fields::add);
        return Collections.unmodifiableSet(fields);
    }

    /** The fields that an invoice file can have. */
    public static Set<CsvField> ofInvoices() {
        return OF_INVOICES;
    }

    /** The fields that a payment file can have. */
    public static Set<CsvField> ofPayments() {
        return OF_PAYMENTS;
    }

    /** The pinned name of this field in files: {@code invoice_id}. */
    public String code() {
        return code;
    }

    /** The field of a name; empty if there is none of that name. */
    public static Optional<CsvField> find(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    Kind kind() {
        return kind;
    }
}
