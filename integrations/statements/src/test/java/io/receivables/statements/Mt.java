package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;

/** Messages of MT940 for tests. */
final class Mt {
    /** How a statement of an account in EUR begins. */
    static final String HEAD = ":20:M1\n:25:DE33100205000001194700\n:28C:7/1\n:60F:C260401EUR100,00\n";

    private Mt() {}

    /** The first line of a statement in which nothing is wrong. */
    static BankLine line(String entries) {
        return statement(HEAD + entries).lines().get(0);
    }

    /** The only statement of a file in which nothing is wrong. */
    static BankStatement statement(String text) {
        Loaded<StatementFile> file = Texts.read(text);
        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).hasSize(1);
        return file.value().statements().get(0);
    }
}
