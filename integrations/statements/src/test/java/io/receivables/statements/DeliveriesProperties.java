package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.CashApplication;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.CashOptions;
import io.receivables.core.cash.CashRun;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The same bookings as banks deliver them: in a statement with sums, as an MT940, as notifications with the parts, in an intraday
 * report that says little; each once or twice, in any order, in several runs; the account by its IBAN or by the bank's own number.
 * Each invoice is paid once.
 */
class DeliveriesProperties {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final BankAccount ACCOUNT =
            BankAccount.of("DE33100205000001194700").in("EUR");
    private static final List<String> NAMES =
            List.of(ACCOUNT.number(), "10020500/1194700EUR", "10020500/0001194700", "1194700");
    private static final StatementReader READER =
            StatementReader.standard().withAccount("1194700", "DE33 1002 0500 0001 1947 00");

    @Property(tries = 100)
    void however_bookings_are_delivered_each_invoice_is_paid_once(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 3) Integer> sums,
            @ForAll @IntRange(min = 1, max = 3) int runs,
            @ForAll Random random) {
        int invoices = sums.stream().mapToInt(Integer::intValue).sum();
        List<byte[]> deliveries = deliveries(sums, random);
        Collections.shuffle(deliveries, random);

        Ledger ledger = ledger(invoices);
        CashBook book = CashBook.empty();
        for (int run = 0; run < runs; run++) {
            List<BankStatement> statements = new ArrayList<>();
            for (int i = run; i < deliveries.size(); i += runs) {
                Loaded<StatementFile> read = READER.readAll(deliveries.get(i));
                assertThat(read.problems()).isEmpty();
                statements.addAll(read.value().statements());
            }
            CashRun result = CashApplication.of(ledger, book, statements, CashOptions.standard(DAY));
            ledger = ledger.with(result.facts());
            book = book.with(result.booked());
        }

        assertThat(ledger.openItems(DAY)).isEmpty();
        assertThat(ledger.facts().stream().filter(Payment.class::isInstance)).hasSize(invoices);
    }

    private static Ledger ledger(int invoices) {
        LedgerBuilder builder = Ledger.builder().customer(Customer.of("C", "C"));
        for (int i = 0; i < invoices; i++) {
            builder.invoice(Invoice.of(invoice(i), "C", DAY.minusDays(30), amount(i)));
        }
        return builder.build();
    }

    private static String invoice(int i) {
        return "F-" + (1_000 + i);
    }

    /** Equal amounts occur. */
    private static Money amount(int i) {
        return Money.ofMinor(1_000 + i % 3, Money.currency("EUR"));
    }

    /** Whatever is divided in a notification is a sum elsewhere; an MT940 and a report have what is not divided. */
    private static List<byte[]> deliveries(List<Integer> sums, Random random) {
        List<BankLine> stated = new ArrayList<>();
        List<BankLine> notified = new ArrayList<>();
        List<BankLine> reported = new ArrayList<>();
        int next = 0;
        for (int sum = 0; sum < sums.size(); sum++) {
            String reference = "B" + sum;
            int count = sums.get(sum);
            Money total = Money.zero(Money.currency("EUR"));
            for (int i = 0; i < count; i++) {
                total = total.plus(amount(next + i));
            }
            for (int i = 0; i < count; i++) {
                BankLine.Builder line = line(amount(next + i), reference)
                        .remittance(Remittance.ofText("Payment of " + invoice(next + i)));
                notified.add(
                        count == 1
                                ? line.build()
                                : line.part(new BatchPart(i + 1, count, total)).build());
            }
            BankLine whole = count == 1
                    ? notified.get(notified.size() - 1)
                    : line(total, reference)
                            .part(new BatchPart(0, count, total))
                            .build();
            stated.add(whole);
            if (count == 1) {
                reported.add(line(total, reference).build());
            }
            next += count;
        }
        List<byte[]> deliveries = new ArrayList<>();
        byte[] statement = statement(sums, stated);
        byte[] notification = bytes(CamtWriter.write(message(StatementKind.NOTIFICATION, notified), "", ""));
        byte[] report = bytes(CamtWriter.write(message(StatementKind.REPORT, reported), "", ""));
        byte[] swift = mt940(stated, NAMES.get(random.nextInt(NAMES.size())));
        for (byte[] file : List.of(statement, notification, report, swift)) {
            deliveries.add(file);
            if (random.nextBoolean()) {
                deliveries.add(file);
            }
        }
        return deliveries;
    }

    private static BankLine.Builder line(Money amount, String reference) {
        return BankLine.of(ACCOUNT, DAY, amount).reference(BankReference.SERVICER, reference);
    }

    private static BankStatement message(StatementKind kind, List<BankLine> lines) {
        String number = kind == StatementKind.NOTIFICATION ? "054" : "052";
        return new BankStatement(
                new StatementHeader(kind, "camt." + number + ".001.08", "S", "", ACCOUNT),
                List.of(),
                lines,
                BalanceCheck.notPossible());
    }

    /** Written by hand: the writer divides every sum. */
    private static byte[] statement(List<Integer> sums, List<BankLine> lines) {
        StringBuilder xml =
                new StringBuilder("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt>"
                        + "<Stmt><Id>S</Id><Acct><Id><IBAN>" + ACCOUNT.number() + "</IBAN></Id><Ccy>EUR</Ccy></Acct>");
        for (int i = 0; i < lines.size(); i++) {
            BankLine line = lines.get(i);
            xml.append("<Ntry><Amt Ccy='EUR'>")
                    .append(line.booked().amount().toPlainString())
                    .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>")
                    .append(DAY)
                    .append("</Dt></BookgDt><AcctSvcrRef>B")
                    .append(i)
                    .append("</AcctSvcrRef><NtryDtls>")
                    .append(
                            sums.get(i) > 1
                                    ? "<Btch><NbOfTxs>" + sums.get(i) + "</NbOfTxs></Btch>"
                                    : "<TxDtls><RmtInf><Ustrd>"
                                            + line.remittance().joinedText() + "</Ustrd></RmtInf></TxDtls>")
                    .append("</NtryDtls></Ntry>");
        }
        return bytes(xml.append("</Stmt></BkToCstmrStmt></Document>").toString());
    }

    private static byte[] mt940(List<BankLine> lines, String account) {
        StringBuilder text = new StringBuilder(":20:S\r\n:25:" + account + "\r\n:28C:1\r\n:60F:C260504EUR0,\r\n");
        for (BankLine line : lines) {
            text.append(":61:2605040504C")
                    .append(line.booked().amount().toPlainString().replace('.', ','))
                    .append("NTRFNONREF//")
                    .append(line.reference(BankReference.SERVICER).orElseThrow())
                    .append("\r\n:86:")
                    .append(
                            line.part().isPresent()
                                    ? "COLLECTIVE CREDIT"
                                    : line.remittance().joinedText())
                    .append("\r\n");
        }
        return bytes(text.append("-\r\n").toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
