package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.Severity;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.OrderStatus;
import io.receivables.core.cash.StatementHeader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers of all formats share: it passes on what they read, adds up and checks. */
final class Reading {
    private final StatementSink sink;
    private final Limits limits;
    private final Charset charset;
    private final Map<String, String> accounts;
    private @Nullable StatementHeader header;
    private List<BankBalance> balances = new ArrayList<>();
    private Map<Currency, Money> booked = new HashMap<>();
    private boolean begun;
    private boolean overflow;
    private boolean balancesTold;
    private int entry;
    private int errors;
    private int problems;
    private int held;

    /**
     * @param charset of lines that are not UTF-8, where a format has none of its own
     * @param accounts what accounts are called, by the numbers that files state
     */
    Reading(StatementSink sink, Limits limits, Charset charset, Map<String, String> accounts) {
        this.sink = sink;
        this.limits = limits;
        this.charset = charset;
        this.accounts = accounts;
    }

    Limits limits() {
        return limits;
    }

    Charset charset() {
        return charset;
    }

    /** The number that an account goes by which a file calls so. */
    String accountNumber(String stated) {
        String number = BankAccount.normalized(stated);
        return accounts.getOrDefault(number, number);
    }

    /** Begins a statement, after ending the one before it. */
    void begin(StatementHeader header) {
        end();
        this.header = header;
        begun = true;
        sink.begin(header);
    }

    /** Ends a file that must have a statement: where nothing was found and nothing was told, that is a problem. */
    void endStatements(String format) {
        end();
        if (!begun && errors == 0) {
            problem(StatementProblem.NO_STATEMENT, "value", format);
        }
    }

    /** What is met from here on is about the statement, not about its last booking. */
    void endEntries() {
        entry = 0;
    }

    /** The number of the next booking of the statement, from 1. */
    int nextEntry() {
        entry++;
        return entry;
    }

    /** Takes a balance; so many that they fill the memory are left out. */
    void balance(BankBalance balance) {
        if (balances.size() < limits.parts()) {
            balances.add(balance);
        } else if (!balancesTold) {
            balancesTold = true;
            problem(StatementProblem.TOO_LARGE, "field", "balances", "limit", limits.parts());
        }
    }

    void line(BankLine line) {
        if (line.status() == LineStatus.BOOKED) {
            try {
                booked.merge(line.booked().currency(), line.booked(), Money::plus);
            } catch (ArithmeticException e) {
                overflow = true;
            }
        }
        sink.line(line);
    }

    void orderStatus(OrderStatus status) {
        sink.orderStatus(status);
    }

    /** Something is wrong; the statement and the booking are added to the attributes where there are some. */
    void problem(StatementProblem code, Object... namesAndValues) {
        problems++;
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
        if (problems > limits.problems()) {
            held++;
            return;
        }
        Map<String, String> where = new LinkedHashMap<>();
        StatementHeader of = header;
        if (of != null) {
            where.put("statement", CamtValues.shown(of.id().isEmpty() ? of.number() : of.id()));
            if (entry > 0) {
                where.put("entry", Integer.toString(entry));
            }
        }
        sink.problem(Problem.of(code, namesAndValues).at(where));
    }

    /** Ends the statement that is open, if one is. */
    void end() {
        StatementHeader ended = header;
        if (ended == null) {
            return;
        }
        entry = 0;
        BalanceCheck check = check();
        if (check.isPossible() && !check.holds()) {
            problem(
                    StatementProblem.BALANCES_DISAGREE,
                    "opening",
                    check.opening().orElseThrow(),
                    "lines",
                    check.lines().orElseThrow(),
                    "closing",
                    check.closing().orElseThrow(),
                    "difference",
                    check.difference().orElseThrow());
        }
        sink.end(ended, List.copyOf(balances), check);
        header = null;
        balances = new ArrayList<>();
        booked = new HashMap<>();
        overflow = false;
        balancesTold = false;
    }

    /** Ends the file: how many problems were held back is a problem too. */
    void endFile() {
        end();
        if (held > 0) {
            sink.problem(Problem.of(StatementProblem.MORE_PROBLEMS, Problem.VALUE, held));
        }
    }

    private BalanceCheck check() {
        @Nullable BankBalance opening = first(BankBalance.Type.OPENING);
        if (opening == null) {
            opening = first(BankBalance.Type.INTERIM_OPENING);
        }
        @Nullable BankBalance closing = last(BankBalance.Type.CLOSING);
        if (closing == null) {
            closing = last(BankBalance.Type.INTERIM_CLOSING);
        }
        if (opening == null || closing == null || overflow || booked.size() > 1) {
            return BalanceCheck.notPossible();
        }
        Currency currency = opening.amount().currency();
        Money lines = booked.isEmpty() ? Money.zero(currency) : booked.get(currency);
        if (lines == null || !closing.amount().currency().equals(currency)) {
            return BalanceCheck.notPossible();
        }
        try {
            BalanceCheck check = BalanceCheck.of(opening.amount(), closing.amount(), lines);
            check.difference();
            return check;
        } catch (ArithmeticException e) {
            return BalanceCheck.notPossible();
        }
    }

    private @Nullable BankBalance first(BankBalance.Type type) {
        for (BankBalance balance : balances) {
            if (balance.type() == type) {
                return balance;
            }
        }
        return null;
    }

    private @Nullable BankBalance last(BankBalance.Type type) {
        BankBalance found = null;
        for (BankBalance balance : balances) {
            if (balance.type() == type) {
                found = balance;
            }
        }
        return found;
    }
}
