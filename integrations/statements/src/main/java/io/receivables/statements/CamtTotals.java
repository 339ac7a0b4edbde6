package io.receivables.statements;

import io.receivables.core.Money;
import java.math.BigDecimal;

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
        sum(
                total.at("Sum"),
                "TtlNtries/Sum",
                all.credit.add(all.debit),
                booked.credit.add(booked.debit),
                values,
                reading);
        net(total, values, reading);
        Element credits = summary.at("TtlCdtNtries");
        count(credits, "TtlCdtNtries", all.credits, booked.credits, values, reading);
        sum(credits.at("Sum"), "TtlCdtNtries/Sum", all.credit, booked.credit, values, reading);
        Element debits = summary.at("TtlDbtNtries");
        count(debits, "TtlDbtNtries", all.debits, booked.debits, values, reading);
        sum(debits.at("Sum"), "TtlDbtNtries/Sum", all.debit, booked.debit, values, reading);
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

    private static void sum(
            Element of, String field, BigDecimal read, BigDecimal readBooked, CamtValues values, Reading reading) {
        if (of.text().isEmpty()) {
            return;
        }
        BigDecimal stated = CamtValues.decimal(of.text());
        if (stated == null) {
            values.leftOut(field, of, of.text());
        } else if (stated.compareTo(read) != 0 && stated.compareTo(readBooked) != 0) {
            reading.problem(
                    StatementProblem.TOTALS_DISAGREE,
                    "field",
                    field,
                    "value",
                    stated.toPlainString(),
                    "found",
                    read.toPlainString());
        }
    }

    /** What comes in less what goes out; in version 02 the direction stands beside it, since version 03 within it. */
    private void net(Element total, CamtValues values, Reading reading) {
        Element net = total.at("TtlNetNtry/Amt").exists() ? total.at("TtlNetNtry/Amt") : total.at("TtlNetNtryAmt");
        String direction = total.text("TtlNetNtry/CdtDbtInd", "CdtDbtInd");
        BigDecimal read = all.credit.subtract(all.debit);
        BigDecimal readBooked = booked.credit.subtract(booked.debit);
        switch (direction) {
            case "CRDT" -> sum(net, "TtlNetNtry", read, readBooked, values, reading);
            case "DBIT" -> sum(net, "TtlNetNtry", read.negate(), readBooked.negate(), values, reading);
            default -> sum(net, "TtlNetNtry", read.abs(), readBooked.abs(), values, reading);
        }
    }

    /** How many entries there are, and what they add up to, whatever their currencies. */
    private static final class Sums {
        private long credits;
        private long debits;
        private BigDecimal credit = BigDecimal.ZERO;
        private BigDecimal debit = BigDecimal.ZERO;

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
