package io.receivables.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping made for files of an unknown system, with the questions that the files leave open. What is found is found in
 * one pass over each whole file, in memory that does not grow with it; where a file allows two readings, none is chosen.
 *
 * <pre>{@code
 * MappingProposal proposal = CsvLedgerReader.proposeMapping(Path.of("export.csv"));
 * proposal.questions().forEach(question -> System.out.println(question.key() + ": " + question.text(Locale.ENGLISH)));
 * MappingProposal answered = proposal.answer("issue_date.format", "d/M/yyyy").answer("currency", "CAD");
 * if (answered.isComplete()) {
 *     CsvLedgerReader.with(answered.mapping()).invoices(Path.of("export.csv")).load();
 * }
 * }</pre>
 */
public final class MappingProposal {
    private final FileProfile invoices;
    private final @Nullable FileProfile payments;
    private final MappingHints hints;
    private final Map<String, String> answers;
    private final LayoutDraft ofInvoices;
    private final @Nullable LayoutDraft ofPayments;

    private MappingProposal(
            FileProfile invoices, @Nullable FileProfile payments, MappingHints hints, Map<String, String> answers) {
        this.invoices = invoices;
        this.payments = payments;
        this.hints = hints;
        this.answers = answers;
        this.ofInvoices = LayoutProposer.propose(invoices, hints, answers, false, payments != null);
        this.ofPayments = payments == null
                ? null
                : LayoutProposer.propose(payments, hints.withoutColumns(), answers, true, false);
    }

    static MappingProposal of(Path invoices, @Nullable Path payments, MappingHints hints) {
        FileProfile second = payments == null ? null : Profiler.of(payments, hints.withoutColumns(), true);
        return new MappingProposal(Profiler.of(invoices, hints, false), second, hints, Map.of());
    }

    /**
     * The mapping as far as it is known. While it is not {@linkplain #isComplete() complete}, a field of which it is open
     * how to read it has the key of the question for its header ({@code decimal?}), so that loading fails rather than guesses.
     */
    public CsvMapping mapping() {
        CsvMapping mapping = CsvMapping.of(ofInvoices.layout());
        return ofPayments == null ? mapping : mapping.withPayments(ofPayments.layout());
    }

    /** Whether no question is left without whose answer loading would be a guess. */
    public boolean isComplete() {
        return questions().stream().noneMatch(MappingQuestion::isNeeded);
    }

    /** What is still open: the needed questions first, then the assumptions to confirm. */
    public List<MappingQuestion> questions() {
        List<MappingQuestion> open =
                asked().filter(question -> !answers.containsKey(question.key())).toList();
        List<MappingQuestion> ordered =
                new ArrayList<>(open.stream().filter(MappingQuestion::isNeeded).toList());
        open.stream().filter(question -> !question.isNeeded()).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private Stream<MappingQuestion> asked() {
        return ofPayments == null
                ? ofInvoices.asked().stream()
                : Stream.concat(ofInvoices.asked().stream(), ofPayments.asked().stream());
    }

    /**
     * The proposal with a question answered, which may raise others.
     *
     * @throws IllegalArgumentException if there is no such question or no such answer; it names those that there are
     */
    public MappingProposal answer(String key, String answer) {
        MappingQuestion question = asked().filter(asked -> asked.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no question \"" + key + "\"; there are "
                        + asked().map(MappingQuestion::key).toList()));
        if (!question.accepts(answer)) {
            throw new IllegalArgumentException(
                    "\"" + answer + "\" is no answer to \"" + key + "\"; possible are " + question.answers());
        }
        Map<String, String> more = new LinkedHashMap<>(answers);
        more.put(key, answer);
        return new MappingProposal(invoices, payments, hints, more);
    }

    /** What became of each column of the invoice file, and then of the payment file, in their order. */
    public List<ColumnProposal> columns() {
        return ofPayments == null
                ? ofInvoices.columns()
                : Stream.concat(ofInvoices.columns().stream(), ofPayments.columns().stream())
                        .toList();
    }

    /** The mapping used and the questions as text, French where the locale's language is French, English otherwise. */
    public String describe(Locale locale) {
        ProposalText text = new ProposalText(locale);
        text.file(invoices, ofInvoices.layout(), ofInvoices.columns());
        if (payments != null && ofPayments != null) {
            text.file(payments, ofPayments.layout(), ofPayments.columns());
        }
        return text.questions(questions(), answers);
    }
}
