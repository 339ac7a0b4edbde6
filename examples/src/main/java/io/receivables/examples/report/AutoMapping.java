package io.receivables.examples.report;

import io.receivables.files.CsvLedgerReader;
import io.receivables.files.CsvMapping;
import io.receivables.files.MappingHints;
import io.receivables.files.MappingProposal;
import io.receivables.files.MappingQuestion;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mapping of files of an unknown system: proposed, completed with the user's answers, and shown. */
public final class AutoMapping {
    private static final int SUGGESTIONS = 3;
    private static final String HANGING = " ".repeat(16);

    private final MappingProposal proposal;
    private final Texts texts;

    private AutoMapping(MappingProposal proposal, Texts texts) {
        this.proposal = proposal;
        this.texts = texts;
    }

    /**
     * Looks at the files, and gives the answers.
     *
     * @throws UsageException if something is answered that is not asked, or with what is no answer to it
     * @throws io.receivables.files.CsvException if a file is no table
     */
    public static AutoMapping of(Arguments arguments) throws UsageException {
        MappingHints hints = MappingHints.none();
        Optional<String> currency = arguments.currency();
        hints = currency.isPresent() ? hints.withCurrency(currency.get()) : hints;
        Path invoices = arguments.invoices().orElseThrow();
        Optional<Path> payments = arguments.payments();
        MappingProposal proposal = payments.isPresent()
                ? CsvLedgerReader.proposeMapping(invoices, payments.get(), hints)
                : CsvLedgerReader.proposeMapping(invoices, hints);
        return new AutoMapping(answered(proposal, arguments), arguments.texts());
    }

    /** An answer may raise the question that another one answers, so they are given until none is taken any more. */
    private static MappingProposal answered(MappingProposal start, Arguments arguments) throws UsageException {
        MappingProposal proposal = start;
        List<Map.Entry<String, String>> left =
                new ArrayList<>(arguments.answers().entrySet());
        boolean taken = true;
        while (taken && !left.isEmpty()) {
            taken = false;
            for (Iterator<Map.Entry<String, String>> each = left.iterator(); each.hasNext(); ) {
                Map.Entry<String, String> answer = each.next();
                Optional<MappingQuestion> question = proposal.questions().stream()
                        .filter(asked -> asked.key().equals(answer.getKey()))
                        .findFirst();
                if (question.isPresent()) {
                    proposal = answered(proposal, question.get(), answer.getValue(), arguments);
                    each.remove();
                    taken = true;
                }
            }
        }
        if (!left.isEmpty()) {
            throw arguments.wrong("usage.answer.key", left.get(0).getKey(), keys(proposal.questions()));
        }
        return proposal;
    }

    private static MappingProposal answered(
            MappingProposal proposal, MappingQuestion question, String answer, Arguments arguments)
            throws UsageException {
        try {
            return proposal.answer(question.key(), answer);
        } catch (IllegalArgumentException e) {
            throw arguments.wrong("usage.answer.value", answer, question.key(), String.join(", ", question.answers()));
        }
    }

    private static String keys(List<MappingQuestion> questions) {
        return questions.isEmpty()
                ? "–"
                : questions.stream().map(MappingQuestion::key).collect(Collectors.joining(", "));
    }

    /** Prints what was found and what is asked; the mapping document too once nothing is open. */
    public void print(PrintStream out) {
        for (String line : proposal.describe(texts.locale()).split("\n", -1)) {
            TerminalReport.hanging(line.stripTrailing(), HANGING).forEach(out::println);
        }
        if (openQuestion().isEmpty()) {
            out.println(texts.text("mapping.document"));
            out.println(proposal.mapping().toJson());
        }
    }

    /** What has to be answered before anything can be read, as one line; empty when nothing has. */
    public Optional<String> openQuestion() {
        List<MappingQuestion> needed =
                proposal.questions().stream().filter(MappingQuestion::isNeeded).toList();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        String options = needed.stream()
                .map(question -> "--answer " + question.key() + "=" + suggestions(question))
                .collect(Collectors.joining(" "));
        return Optional.of(texts.count("mapping.open", needed.size()) + " " + options);
    }

    private static String suggestions(MappingQuestion question) {
        String first = question.answers().stream().limit(SUGGESTIONS).collect(Collectors.joining("|"));
        return question.answers().size() > SUGGESTIONS || first.isEmpty() ? first + "|…" : first;
    }

    /** The mapping to read with. */
    public CsvMapping mapping() {
        return proposal.mapping();
    }
}
