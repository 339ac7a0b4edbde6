package io.receivables.files;

import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Invoice and payment files with good, repeated and bad rows, and what is to become of each. */
record DirtyFiles(
        String invoices, String payments, List<Document> documents, List<Payment> paid, LoadedLedger.Counts counts) {
    /** What kind of row is written. */
    enum Kind {
        GOOD,
        REPEATED,
        CONFLICTING,
        WRONG_DATE,
        WRONG_AMOUNT,
        WRONG_CURRENCY,
        WITHOUT_ID,
        TOO_SHORT,
        TOO_LONG,
        OPEN_QUOTE,
        BLANK_LINE,
        TOTALS,
        HEADER_AGAIN,
        REMARK
    }

    /** One row to write: its kind, and values to make it of. */
    record Plan(Kind kind, FactKind type, int customer, int day, long cents, int style) {}

    private static final LocalDate START = LocalDate.parse("2024-01-01");
    private static final String HEADER =
            "invoice_id,customer_id,type,issue_date,due_date,customer_name,currency,amount,tax_amount,reference\n";
    private static final String PAYMENT_HEADER = "payment_id,invoice_id,date,customer_id,currency,amount,reference\n";

    static Arbitrary<DirtyFiles> arbitrary() {
        return Combinators.combine(plans().list().ofMaxSize(30), plans().list().ofMaxSize(20))
                .as((invoices, payments) -> new Writing().write(invoices, payments));
    }

    private static Arbitrary<Plan> plans() {
        Arbitrary<Kind> kinds = Arbitraries.oneOf(Arbitraries.just(Kind.GOOD), Arbitraries.of(Kind.class));
        return Combinators.combine(
                        kinds,
                        Arbitraries.of(FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.longs().between(1, 10_000_000),
                        Arbitraries.integers().between(0, 15))
                .as(Plan::new);
    }

    /** A good row and its fact, to be repeated or contradicted. */
    private record Written(String row, Fact fact) {}

    private static final class Writing {
        private final StringBuilder invoices = new StringBuilder(HEADER);
        private final StringBuilder payments = new StringBuilder(PAYMENT_HEADER);
        private final List<Written> documents = new ArrayList<>();
        private final List<Written> paid = new ArrayList<>();
        private int rows;
        private int creditNotes;
        private int rejected;
        private int duplicates;
        private int passedOver;

        DirtyFiles write(List<Plan> invoicePlans, List<Plan> paymentPlans) {
            for (Plan plan : invoicePlans) {
                Document document = document(plan, "F-" + rows);
                if (add(invoices, documents, plan, new Written(row(document, plan), document), ",,,,")
                        && !document.isDebit()) {
                    creditNotes++;
                }
            }
            for (Plan plan : paymentPlans) {
                Payment payment = Payment.of("P-" + rows, "C" + plan.customer, date(plan), euros(plan.cents))
                        .withReference("R" + plan.style);
                add(payments, paid, plan, new Written(row(payment, plan), payment), ",");
            }
            return new DirtyFiles(
                    invoices.toString(),
                    payments.toString(),
                    documents.stream().map(written -> (Document) written.fact).toList(),
                    paid.stream().map(written -> (Payment) written.fact).toList(),
                    new LoadedLedger.Counts(
                            rows,
                            documents.size() - creditNotes,
                            creditNotes,
                            paid.size(),
                            rejected,
                            duplicates,
                            passedOver));
        }

        /** Writes a row, as good or bad as planned; true if it is a good one. */
        private boolean add(StringBuilder file, List<Written> good, Plan plan, Written written, String surplus) {
            String row = written.row;
            Written earlier = good.isEmpty() ? null : good.get(plan.style % good.size());
            switch (plan.kind) {
                case GOOD -> {
                    file.append(row);
                    good.add(written);
                }
                case REPEATED -> {
                    file.append(earlier == null ? "" : earlier.row);
                    rows += earlier == null ? -1 : 0;
                    duplicates += earlier == null ? 0 : 1;
                }
                case CONFLICTING -> {
                    Written first = earlier == null ? written : earlier;
                    reject(file, first.row.replaceFirst("C\\d", earlier == null ? "" : "C9"));
                }
                case WRONG_DATE -> reject(file, row.replaceFirst("\\d{4}-\\d\\d-\\d\\d", "2024-02-30"));
                case WRONG_AMOUNT -> reject(file, row.replaceFirst("(EUR,)[^,]*", "$11e3"));
                case WRONG_CURRENCY -> reject(file, row.replace("EUR", "EUX"));
                case WITHOUT_ID -> reject(file, row.replaceFirst("[FP]-\\d+", ""));
                case TOO_SHORT -> reject(file, row.substring(0, row.indexOf("EUR")) + "EUR\n");
                case TOO_LONG -> reject(file, row.strip() + surplus + ",x\n");
                case OPEN_QUOTE -> reject(file, "\"" + row);
                case BLANK_LINE -> {
                    file.append(plan.style % 2 == 0 ? "\n" : " ,, ,,,\n");
                    rows--;
                }
                case TOTALS -> passOver(file, "Total" + header(file).replaceAll("[^,]", "") + "\n");
                case HEADER_AGAIN -> passOver(file, header(file));
                case REMARK -> passOver(file, "printed on " + date(plan) + " for " + plan.customer + "\n");
            }
            rows++;
            return plan.kind == Kind.GOOD;
        }

        private String header(StringBuilder file) {
            return file == invoices ? HEADER : PAYMENT_HEADER;
        }

        private void passOver(StringBuilder file, String line) {
            file.append(line);
            passedOver++;
        }

        private void reject(StringBuilder file, String row) {
            file.append(row);
            rejected++;
        }

        private static Document document(Plan plan, String id) {
            return Document.of(plan.type, id, "C" + plan.customer, date(plan), euros(plan.cents))
                    .dueOn(date(plan).plusDays(plan.style))
                    .withTax(euros(plan.cents / (plan.style + 2)))
                    .withReference("R" + plan.style);
        }

        /** The same document in different ways. */
        private static String row(Document document, Plan plan) {
            boolean minus = !document.isDebit() && plan.style % 2 == 1;
            String sign = minus ? "-" : "";
            String type = minus ? "INVOICE" : document.kind().code().replace('-', '_');
            return String.join(
                            ",",
                            document.id(),
                            " " + document.customerId(),
                            type,
                            document.issueDate().toString(),
                            document.instalments().get(0).dueDate().toString(),
                            plan.style % 3 == 0 ? "\"Acme, \"\"" + document.customerId() + "\"\"\"" : "",
                            "EUR",
                            sign + document.gross().amount().toPlainString() + "0".repeat(plan.style % 4),
                            sign + document.tax().amount().toPlainString(),
                            document.reference().orElse(""))
                    + "\n";
        }

        private static String row(Payment payment, Plan plan) {
            return String.join(
                            ",",
                            payment.id(),
                            plan.style % 2 == 0 ? "F-unknown" : "",
                            payment.date().toString(),
                            payment.customerId(),
                            "EUR",
                            payment.amount().amount().toPlainString(),
                            payment.reference())
                    + "\n";
        }

        private static LocalDate date(Plan plan) {
            return START.plusDays(plan.day);
        }

        private static Money euros(long cents) {
            return Money.ofMinor(cents, Money.currency("EUR"));
        }
    }
}
