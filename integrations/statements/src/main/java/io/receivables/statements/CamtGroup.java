package io.receivables.statements;

/**
 * What the head of a message says of all its statements.
 *
 * @param page the number of the message's page, where it has several
 * @param created when it was made
 */
record CamtGroup(String page, String created) {
    static final CamtGroup NONE = new CamtGroup("", "");

    static CamtGroup of(Element head) {
        return new CamtGroup(page(head.at("MsgPgntn")), head.text("CreDtTm"));
    }

    /** The number of a page; empty where it is the only one. */
    static String page(Element pagination) {
        String number = pagination.text("PgNb");
        boolean isOnly = number.equals("1") && CamtDetail.isTrue(pagination.text("LastPgInd"));
        return isOnly ? "" : number;
    }
}
