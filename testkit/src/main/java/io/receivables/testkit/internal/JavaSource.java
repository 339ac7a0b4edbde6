package io.receivables.testkit.internal;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes facts as the Java expressions that make them, so that a failing example can be pasted into a test. What a factory
 * sets by itself is left out. {@code date("2026-03-02")} stands for {@code LocalDate.parse}.
 */
final class JavaSource {
    private final StringBuilder code = new StringBuilder();

    private JavaSource() {}

    static String of(Customer customer) {
        JavaSource source = new JavaSource();
        if (customer.name().equals(customer.id())) {
            source.make("Customer.of", customer.id());
        } else {
            source.make("Customer.of", customer.id(), customer.name());
        }
        customer.attributes().forEach((key, value) -> source.call("with", key, value));
        return source.code.toString();
    }

    static String of(Fact fact) {
        JavaSource source = new JavaSource();
        switch (fact.kind()) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> source.document((Document) fact);
            case PAYMENT -> source.payment((Payment) fact);
            case ALLOCATION -> source.allocation((Allocation) fact);
            case REFUND -> source.refund((Refund) fact);
            case WRITE_OFF -> source.writeOff((WriteOff) fact);
            case REVERSAL -> source.reversal((Reversal) fact);
            case DISPUTE -> source.dispute((Dispute) fact);
            case DISPUTE_RESOLUTION -> source.resolution((DisputeResolution) fact);
        }
        if (!fact.recordedOn().equals(fact.date())) {
            source.call("recordedOn", fact.recordedOn());
        }
        return source.code.toString();
    }

    private void document(Document document) {
        String type = document.kind() == FactKind.INVOICE
                ? "Invoice"
                : document.kind() == FactKind.DEBIT_NOTE ? "DebitNote" : "CreditNote";
        make(type + ".of", document.id(), document.customerId(), document.issueDate(), document.gross());
        instalments(document);
        if (!document.tax().isZero()) {
            call("withTax", document.tax());
        }
        if (!document.postingDate().equals(document.issueDate())) {
            call("postedOn", document.postingDate());
        }
        document.deliveryDate().ifPresent(day -> call("deliveredOn", day));
        document.reference().ifPresent(text -> call("withReference", text));
        document.terms().ifPresent(text -> call("withTerms", text));
        if (document instanceof CreditNote note) {
            note.corrects().ifPresent(id -> call("correcting", id));
        }
    }

    private void instalments(Document document) {
        List<Instalment> instalments = document.instalments();
        if (instalments.size() > 1) {
            call("payableIn", instalments);
        } else if (!instalments.get(0).dueDate().equals(document.issueDate())) {
            call("dueOn", instalments.get(0).dueDate());
        }
    }

    private void payment(Payment payment) {
        make("Payment.of", payment.id(), payment.customerId(), payment.date(), payment.amount());
        callUnlessEmpty("withReference", payment.reference());
    }

    private void allocation(Allocation allocation) {
        make(
                allocation.source() == Allocation.Source.PAYMENT ? "Allocation.ofPayment" : "Allocation.ofCreditNote",
                allocation.id(),
                allocation.sourceId(),
                allocation.documentId(),
                allocation.date(),
                allocation.amount());
        if (allocation.instalment() != Allocation.EARLIEST_DUE_FIRST) {
            call("toInstalment", allocation.instalment());
        }
    }

    private void refund(Refund refund) {
        make(
                refund.source() == Allocation.Source.PAYMENT ? "Refund.ofPayment" : "Refund.ofCreditNote",
                refund.id(),
                refund.sourceId(),
                refund.date(),
                refund.amount());
    }

    private void writeOff(WriteOff writeOff) {
        make("WriteOff.of", writeOff.id(), writeOff.documentId(), writeOff.date(), writeOff.amount());
        if (writeOff.instalment() != Allocation.EARLIEST_DUE_FIRST) {
            call("ofInstalment", writeOff.instalment());
        }
        callUnlessEmpty("because", writeOff.reason());
    }

    private void reversal(Reversal reversal) {
        make(
                reversal.target() == Reversal.Target.PAYMENT ? "Reversal.ofPayment" : "Reversal.ofAllocation",
                reversal.id(),
                reversal.targetId(),
                reversal.date());
        callUnlessEmpty("because", reversal.reason());
    }

    private void dispute(Dispute dispute) {
        make("Dispute.of", dispute.id(), dispute.documentId(), dispute.date());
        dispute.amount().ifPresent(amount -> call("over", amount));
        callUnlessEmpty("because", dispute.reason());
    }

    private void resolution(DisputeResolution resolution) {
        make("DisputeResolution.of", resolution.id(), resolution.disputeId(), resolution.date());
        resolution
                .conceded()
                .ifPresentOrElse(
                        amount -> call("split", amount),
                        () -> resolution
                                .finding()
                                .ifPresent(finding -> code.append(".found(DisputeResolution.Finding.")
                                        .append(finding.name())
                                        .append(')')));
        callUnlessEmpty("withOutcome", resolution.outcome());
    }

    private void callUnlessEmpty(String method, String text) {
        if (!text.isEmpty()) {
            call(method, text);
        }
    }

    private void call(String method, Object... arguments) {
        code.append('.');
        make(method, arguments);
    }

    private void make(String method, Object... arguments) {
        code.append(method)
                .append(List.of(arguments).stream()
                        .map(JavaSource::literal)
                        .collect(Collectors.joining(", ", "(", ")")));
    }

    private static String literal(Object value) {
        if (value instanceof LocalDate date) {
            return "date(\"" + date + "\")";
        } else if (value instanceof Money money) {
            return "Money.of(\"" + money.amount().toPlainString() + "\", \""
                    + money.currency().getCurrencyCode() + "\")";
        } else if (value instanceof Instalment instalment) {
            return "Instalment.of(" + literal(instalment.dueDate()) + ", " + literal(instalment.amount()) + ")";
        } else if (value instanceof List<?> list) {
            return list.stream().map(JavaSource::literal).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || (Character.isSpaceChar(c) && c != ' ')) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
