package io.receivables.einvoice;

import io.receivables.core.Problem;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong with one document: the first problems, and the number of those after them. */
final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int more;
    private boolean errors;

    Findings(String file) {
        this.file = file;
    }

    void report(Problem problem) {
        errors |= problem.isError();
        if (problems.size() < Limits.PROBLEMS) {
            problems.add(problem.at(Problem.FILE, file));
        } else {
            more++;
        }
    }

    boolean hasErrors() {
        return errors;
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems);
        if (more > 0) {
            all.add(Problem.of(EInvoiceProblem.MORE_PROBLEMS, Problem.FILE, file, "number", more));
        }
        return all;
    }
}
