package io.receivables.core.cash;

/** The references that a booking can carry. {@link #code()} is the pinned text. */
public enum BankReference {
    /** The bank's own reference of the booking: camt AcctSvcrRef, the part of MT {@code :61:} after {@code //}. */
    SERVICER("servicer"),
    /** The bank's reference of one part of a sum, or of the original that a line gives back: camt AcctSvcrRef in TxDtls. */
    PART("part"),
    /** The number of the entry in the statement, or the contract or account it belongs to: camt NtryRef. */
    ENTRY("entry"),
    /** What the payer stated for the payee, from end to end: camt EndToEndId, EREF. */
    END_TO_END("end-to-end"),
    /** The direct debit mandate: camt MndtId, MREF. */
    MANDATE("mandate"),
    /** The creditor of a direct debit: camt CdtrId or CdtrSchmeId, CRED. */
    CREDITOR("creditor"),
    /** The reference between an ordering customer and their bank: camt InstrId, KREF, the reference of MT {@code :61:}. */
    INSTRUCTION("instruction"),
    /** The block of an order message: camt PmtInfId. */
    PAYMENT_INFORMATION("payment-information"),
    /** The order message: camt MsgId within Refs or Btch. */
    MESSAGE("message"),
    /** The clearing's transaction: camt TxId or ClrSysRef. */
    TRANSACTION("transaction"),
    /** The unique end-to-end transaction reference, a UUID. */
    UETR("uetr"),
    /** The number of a cheque: camt ChqNb. */
    CHEQUE("cheque");

    private final String code;

    BankReference(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
