package io.receivables.statements;

import io.receivables.core.Money;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The control figures of a statement, TxsSummry, against what was read. Banks count either all entries or only those that are
 * booked, so a figure is wrong where it is neither.
 */
final class CamtTotals {
    private final Sums all = new Sums();
    private final Sums booked = new Sums();

    void add(Money amount, boolean isBooked) {
        all.add(amount);
        if (isBooked) {
            booked.add(amount);
        }
    }

    void check(Element summary, CamtValues values, Reading reading) {
        Element total = summary.at("TtlNtries");
        count(total, "TtlNtries", all.credits + all.debits, booked.credits + booked.debits, values, reading);
        // what comes in and what goes out together; some banks state what comes in less what goes out
        sum(
                total.at("Sum"),
                "TtlNtries/Sum",
                false,
                values,
                reading,
                all.gross(),
                booked.gross(),
                all.net(),
                booked.net(),
                all.net().abs(),
                booked.net().abs());
        net(total, values, reading);
        Element credits = summary.at("TtlCdtNtries");
        count(credits, "TtlCdtNtries", all.credits, booked.credits, values, reading);
        sum(credits.at("Sum"), "TtlCdtNtries/Sum", false, values, reading, all.credit, booked.credit);
        Element debits = summary.at("TtlDbtNtries");
        count(debits, "TtlDbtNtries", all.debits, booked.debits, values, reading);
        sum(debits.at("Sum"), "TtlDbtNtries/Sum", true, values, reading, all.debit, booked.debit);
    }

    private static void count(
            Element of, String field, long read, long readBooked, CamtValues values, Reading reading) {
        Element number = of.at("NbOfNtries");
        if (number.text().isEmpty()) {
            return;
        }
        String name = field + "/NbOfNtries";
        if (!number.text().matches("\\d{1,15}")) {
            values.leftOut(name, number, number.text());
            return;
        }
        long stated = Long.parseLong(number.text());
        if (stated != read && stated != readBooked) {
            reading.problem(StatementProblem.TOTALS_DISAGREE, "field", name, "value", stated, "found", read);
        }
    }

    /** A figure that is one of several; of what goes out some banks write the sign. */
    private static void sum(
            Element of, String field, boolean isDebit, CamtValues values, Reading reading, BigDecimal... read) {
        String text = of.text();
        if (text.isEmpty()) {
            return;
        }
        boolean isNegative = text.charAt(0) == '-';
        BigDecimal size = CamtValues.decimal(isNegative ? text.substring(1) : text);
        if (size == null) {
            values.leftOut(field, of, text);
            return;
        }
        BigDecimal stated = isNegative && !isDebit ? size.negate() : size;
        if (Arrays.stream(read).noneMatch(one -> one.compareTo(stated) == 0)) {
            reading.problem(
                    StatementProblem.TOTALS_DISAGREE,
                    "field",
                    field,
                    "value",
                    stated.toPlainString(),
                    "found",
                    read[0].toPlainString());
        }
    }

    /** What comes in less what goes out; in version 02 the direction stands beside it, since version 03 within it. */
    private void net(Element total, CamtValues values, Reading reading) {
        Element net = total.at("TtlNetNtry/Amt").exists() ? total.at("TtlNetNtry/Amt") : total.at("TtlNetNtryAmt");
        String direction = total.text("TtlNetNtry/CdtDbtInd", "CdtDbtInd");
        BigDecimal read = all.net();
        BigDecimal readBooked = booked.net();
        switch (direction) {
            case "CRDT" -> sum(net, "TtlNetNtry", false, values, reading, read, readBooked);
            case "DBIT" -> sum(net, "TtlNetNtry", true, values, reading, read.negate(), readBooked.negate());
            default -> sum(net, "TtlNetNtry", false, values, reading, read.abs(), readBooked.abs(), read, readBooked);
        }
    }

    /** How many entries there are, and what they add up to, whatever their currencies. */
    private static final class Sums {
        private long credits;
        private long debits;
        private BigDecimal credit = BigDecimal.ZERO;
        private BigDecimal debit = BigDecimal.ZERO;

        BigDecimal gross() {
            return credit.add(debit);
        }

        BigDecimal net() {
            return credit.subtract(debit);
        }

        void add(Money amount) {
            if (amount.isNegative()) {
                debits++;
                debit = debit.subtract(amount.amount());
            } else {
                credits++;
                credit = credit.add(amount.amount());
            }
        }
    }
}
