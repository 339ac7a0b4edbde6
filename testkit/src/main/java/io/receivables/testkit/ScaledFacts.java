package io.receivables.testkit;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Instalment;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.WriteOff;
import java.util.List;

/** Copies of facts with all amounts multiplied. */
final class ScaledFacts {
    private ScaledFacts() {}

    static List<Fact> of(List<Fact> facts, long factor) {
        return facts.stream().map(fact -> of(fact, factor)).toList();
    }

    private static Fact of(Fact fact, long factor) {
        return switch (fact.kind()) {
            case INVOICE, DEBIT_NOTE -> of((Document) fact, factor);
            case CREDIT_NOTE -> of((CreditNote) fact, factor);
            case PAYMENT -> of((Payment) fact, factor);
            case ALLOCATION -> of((Allocation) fact, factor);
            case REFUND -> of((Refund) fact, factor);
            case WRITE_OFF -> of((WriteOff) fact, factor);
            case DISPUTE -> of((Dispute) fact, factor);
            case REVERSAL, DISPUTE_RESOLUTION -> fact;
        };
    }

    private static CreditNote of(CreditNote note, long factor) {
        CreditNote scaled = (CreditNote) of((Document) note, factor);
        return note.corrects().map(scaled::correcting).orElse(scaled);
    }

    private static Document of(Document document, long factor) {
        List<Instalment> instalments = document.instalments().stream()
                .map(part -> Instalment.of(part.dueDate(), part.amount().times(factor)))
                .toList();
        Document plain = Document.of(
                        document.kind(),
                        document.id(),
                        document.customerId(),
                        document.issueDate(),
                        document.gross().times(factor))
                .payableIn(instalments)
                .withTax(document.tax().times(factor))
                .postedOn(document.postingDate())
                .recordedOn(document.recordedOn());
        Document delivered = document.deliveryDate().map(plain::deliveredOn).orElse(plain);
        Document referring = document.reference().map(delivered::withReference).orElse(delivered);
        return document.terms().map(referring::withTerms).orElse(referring);
    }

    private static Payment of(Payment payment, long factor) {
        return new Payment(
                payment.id(),
                payment.customerId(),
                payment.date(),
                payment.amount().times(factor),
                payment.reference(),
                payment.recordedOn());
    }

    private static Allocation of(Allocation allocation, long factor) {
        return new Allocation(
                allocation.id(),
                allocation.source(),
                allocation.sourceId(),
                allocation.documentId(),
                allocation.instalment(),
                allocation.date(),
                allocation.amount().times(factor),
                allocation.recordedOn());
    }

    private static Refund of(Refund refund, long factor) {
        return new Refund(
                refund.id(),
                refund.source(),
                refund.sourceId(),
                refund.date(),
                refund.amount().times(factor),
                refund.recordedOn());
    }

    private static WriteOff of(WriteOff writeOff, long factor) {
        return new WriteOff(
                writeOff.id(),
                writeOff.documentId(),
                writeOff.instalment(),
                writeOff.date(),
                writeOff.amount().times(factor),
                writeOff.reason(),
                writeOff.recordedOn());
    }

    private static Dispute of(Dispute dispute, long factor) {
        return dispute.amount()
                .map(amount -> dispute.over(amount.times(factor)))
                .orElse(dispute);
    }
}
