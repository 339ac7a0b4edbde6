package io.receivables.payments.bank.transfer;

import io.receivables.core.Money;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import java.time.LocalDate;
import java.util.List;

/** Statements and lines as a bank makes them. */
final class Bank {
    static final BankAccount ACCOUNT = BankAccount.of("DE33 1002 0500 0001 1947 00");
    static final Counterparty PAYER = Counterparty.of("Quillfeather SARL", "FR14 2004 1010 0505 0001 3M02 606");
    static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private Bank() {}

    static BankStatement statement(BankLine... lines) {
        return message(StatementKind.STATEMENT, lines);
    }

    static BankStatement notification(BankLine... lines) {
        return message(StatementKind.NOTIFICATION, lines);
    }

    private static BankStatement message(StatementKind kind, BankLine... lines) {
        return new BankStatement(
                new StatementHeader(kind, "camt", "1", "1", ACCOUNT),
                List.of(),
                List.of(lines),
                BalanceCheck.notPossible());
    }

    /** Money in euros, positive for what comes in, that the bank booked under a number of its own. */
    static BankLine.Builder line(String amount, String number) {
        return BankLine.of(ACCOUNT, DAY, Money.of(amount, "EUR"))
                .kind(LineKind.TRANSFER)
                .reference(BankReference.SERVICER, number)
                .counterparty(PAYER);
    }

    /** Money that came in for a reference. */
    static BankLine in(String amount, String number, String reference) {
        return line(amount, number)
                .remittance(Remittance.ofReference(reference))
                .build();
    }

    /** Money that goes back, with what the bank keeps for it: the booked amount is the sum of both. */
    static BankLine.Builder back(String amount, String fee, String number, String code) {
        Money kept = Money.of(fee, "EUR");
        BankLine.Builder line = BankLine.of(
                        ACCOUNT,
                        DAY.plusDays(3),
                        Money.of(amount, "EUR").plus(kept).negated())
                .kind(LineKind.TRANSFER)
                .reference(BankReference.SERVICER, number)
                .counterparty(PAYER)
                .returned(LineReturn.because(ReturnReason.iso(code)));
        return kept.isZero() ? line : line.charge(LineCharge.included(kept, "return"));
    }
}
