package io.receivables.files;

import java.util.ArrayList;
import java.util.List;

/** The payments that a file states and, numbered after them, those that settled dates imply. */
final class PaymentList {
    /** A payment that a settled date implies; it has a row of its own if it is made before the document is issued. */
    record Implied(int document, String id, int day, long amount) {}

    private final PaymentColumns stated;
    private final DocumentColumns documents;
    private final List<Implied> implied = new ArrayList<>();

    PaymentList(PaymentColumns stated, DocumentColumns documents) {
        this.stated = stated;
        this.documents = documents;
    }

    /** Adds an implied payment and returns its number. */
    int add(Implied payment) {
        implied.add(payment);
        return stated.rows() + implied.size() - 1;
    }

    /** Adds the implied payments of another list; returns by how much their numbers grow. */
    int addImplied(PaymentList other) {
        int before = implied.size();
        implied.addAll(other.implied);
        return before;
    }

    boolean isStated(int payment) {
        return payment < stated.rows();
    }

    private Implied implied(int payment) {
        return implied.get(payment - stated.rows());
    }

    int day(int payment) {
        return isStated(payment) ? stated.cells.day[payment] : implied(payment).day;
    }

    long amount(int payment) {
        return isStated(payment) ? stated.cells.amount[payment] : implied(payment).amount;
    }

    String id(int payment) {
        return isStated(payment) ? stated.id(payment) : implied(payment).id;
    }

    int customer(int payment) {
        return isStated(payment) ? stated.customer(payment) : documents.cells.customer[implied(payment).document];
    }

    int currency(int payment) {
        int document = document(payment);
        return document < 0 ? stated.cells.currency[payment] : documents.cells.currency[document];
    }

    /** The row of the document that is paid, or below zero. */
    int document(int payment) {
        return isStated(payment) ? stated.cells.target[payment] : implied(payment).document;
    }
}
