package io.receivables.metrics;

/** Whether receivables and sales are taken with their tax. Both alike, unless a mixed basis is asked for by its name. */
public enum TaxBasis {
    /** Both tax-inclusive (FR: TTC / TTC). */
    TAX_INCLUSIVE("tax-inclusive"),
    /**
     * Both without tax (FR: HT / HT). What is open of a document is taken without its share of the document's tax;
     * unapplied cash, which states no tax, without the mean share of the open debit items.
     */
    NET_OF_TAX("net-of-tax"),
    /** Tax-inclusive receivables over sales without tax: higher than a consistent figure, but some report it so. */
    TAX_INCLUSIVE_OVER_NET("tax-inclusive-over-net");

    private final String code;

    TaxBasis(String code) {
        this.code = code;
    }

    /** The pinned text of this basis in files and stores. */
    public String code() {
        return code;
    }
}
