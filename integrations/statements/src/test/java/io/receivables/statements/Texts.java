package io.receivables.statements;

import io.receivables.core.Loaded;
import io.receivables.core.cash.BankLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads texts as files, and says what is in them. */
final class Texts {
    private Texts() {}

    static Loaded<StatementFile> read(String text) {
        return StatementReader.standard().readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<BankLine> lines(Loaded<StatementFile> file) {
        return file.value().lines().toList();
    }

    static List<StatementProblem> codes(Loaded<StatementFile> file) {
        return file.problems().stream()
                .map(problem -> (StatementProblem) problem.code())
                .toList();
    }
}
