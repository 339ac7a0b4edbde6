package io.receivables.metrics;

import java.util.Objects;

/**
 * What counts as receivables and as sales. Receivables are the open debit items less open credit notes and unapplied
 * cash; sales are invoices and debit notes less credit notes, by issue date.
 *
 * @param tax with or without tax
 * @param creditNotes which sales a credit note lowers
 * @param disputed whether contested amounts belong to the receivables
 */
public record MeasureBasis(TaxBasis tax, CreditNoteTiming creditNotes, boolean disputed) {
    private static final MeasureBasis STANDARD =
            new MeasureBasis(TaxBasis.TAX_INCLUSIVE, CreditNoteTiming.WHEN_ISSUED, true);

    public MeasureBasis {
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(creditNotes, "creditNotes");
    }

    /** Tax-inclusive, credit notes when issued, disputed amounts included. */
    public static MeasureBasis standard() {
        return STANDARD;
    }

    public MeasureBasis withTax(TaxBasis basis) {
        return new MeasureBasis(basis, creditNotes, disputed);
    }

    public MeasureBasis withCreditNotes(CreditNoteTiming timing) {
        return new MeasureBasis(tax, timing, disputed);
    }

    public MeasureBasis withoutDisputed() {
        return new MeasureBasis(tax, creditNotes, false);
    }

    /** Canonical, such as {@code tax-inclusive; credit-notes-when-issued; disputed-included}. */
    public String code() {
        return tax.code() + "; " + creditNotes.code() + "; " + (disputed ? "disputed-included" : "disputed-excluded");
    }
}
