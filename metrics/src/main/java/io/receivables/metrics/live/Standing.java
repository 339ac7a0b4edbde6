package io.receivables.metrics.live;

import io.receivables.metrics.aging.BucketScheme;
import java.util.Currency;

/** What readers ask of one currency: how it stands at the end of a day, and its sales of every day so far. */
final class Standing {
    /** No such day. */
    static final int NONE = Integer.MAX_VALUE;

    final Currency currency;
    final BucketScheme scheme;
    final Figures figures;

    /** Invoices and debit notes less credit notes, by issue day. */
    final Sales sales;

    /** The issue day of the first document, or {@link #NONE}: the sales history begins there. */
    int firstDocument;

    int day;

    Standing(Currency currency, BucketScheme scheme, int day) {
        this(currency, scheme, new Figures(scheme.size()), new Sales(), NONE, day);
    }

    private Standing(Currency currency, BucketScheme scheme, Figures figures, Sales sales, int firstDocument, int day) {
        this.currency = currency;
        this.scheme = scheme;
        this.figures = figures;
        this.sales = sales;
        this.firstDocument = firstDocument;
        this.day = day;
    }

    Standing copy() {
        return new Standing(currency, scheme, figures.copy(), sales.copy(), firstDocument, day);
    }

    LiveTotals totals() {
        return new LiveTotals(day, currency, scheme, figures.copy());
    }
}
