package io.receivables.core.completeness;

/**
 * What the invoice's contents alone do not tell, and what makes a conditional mention mandatory. The seller states which
 * of them hold: {@link InvoiceContents.Builder#under}.
 */
public enum Circumstance {
    /** The buyer owes the tax. */
    REVERSE_CHARGE("reverse-charge"),
    /** No tax is charged because of an exemption. */
    EXEMPT("exempt"),
    /** A supply of goods to a taxable person in another member state. */
    INTRA_COMMUNITY_SUPPLY("intra-community-supply"),
    /** A margin scheme applies: second-hand goods, works of art, collectors' items, travel agents. */
    MARGIN_SCHEME("margin-scheme"),
    /** The tax falls due when the customer pays, and the scheme asks for a mention. */
    CASH_ACCOUNTING("cash-accounting"),
    /** The buyer issues the invoice. */
    SELF_BILLED("self-billed"),
    /** A tax representative owes the tax; the wording names them, their address and their number. */
    TAX_REPRESENTATIVE("tax-representative"),
    /** The goods were delivered, or the services rendered, on the day of issue. */
    SUPPLIED_ON_ISSUE_DATE("supplied-on-issue-date"),
    /** The goods are delivered elsewhere than to the buyer's address. */
    DELIVERED_ELSEWHERE("delivered-elsewhere"),
    /** The buyer established a purchase order beforehand. */
    ORDERED_IN_WRITING("ordered-in-writing"),
    /** A discount for early payment is offered. */
    DISCOUNT_OFFERED("discount-offered");

    private final String code;

    Circumstance(String code) {
        this.code = code;
    }

    /** The pinned text of this circumstance in files and stores. */
    public String code() {
        return code;
    }
}
