package io.receivables.core.terms;

import io.receivables.core.Instalment;
import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Payment terms resolved for one document.
 *
 * @param baseDate the date from which the terms counted
 * @param base what date that is
 * @param amount the whole
 * @param lines its parts, which add up to it
 * @param calendar the business days that were used
 */
public record PaymentSchedule(
        LocalDate baseDate, BaseDate base, Money amount, List<Line> lines, BusinessCalendar calendar) {
    /**
     * One part.
     *
     * @param number its number from 1
     * @param dueDate the last day on which payment is in time
     * @param amount what falls due
     * @param share the share that was agreed on
     * @param rule the rule that was agreed on
     * @param from the date from which the rule counted
     */
    public record Line(int number, LocalDate dueDate, Money amount, Share share, DueRule rule, LocalDate from) {}

    public PaymentSchedule {
        lines = List.copyOf(lines);
    }

    /** The instalments of a document; of a credit note their sizes. */
    public List<Instalment> instalments() {
        return lines.stream()
                .map(line -> Instalment.of(line.dueDate(), line.amount().abs()))
                .toList();
    }

    /** How each due date came about, in English. */
    public List<String> explain() {
        return explain(Locale.ENGLISH);
    }

    /**
     * How each due date came about, step by step, in French where the locale's language is French, in English otherwise:
     * "instalment 1, rest: EUR 100.00 due 2026-04-30 = invoice date 2026-03-02, 45 days: 2026-04-16, end of month:
     * 2026-04-30".
     */
    public List<String> explain(Locale locale) {
        TermsPrinter printer = new TermsPrinter(TermsLanguage.of(locale));
        return lines.stream().map(line -> explain(line, printer)).toList();
    }

    private String explain(Line line, TermsPrinter printer) {
        StringBuilder text = new StringBuilder(printer.instalment(line));
        boolean afterPrevious = line.rule().start() == DueRule.Start.PREVIOUS_DUE && line.number() > 1;
        text.append(" = ").append(afterPrevious ? printer.previousDueDate() : printer.name(base));
        text.append(' ').append(line.from());
        for (DueRule.Taken taken : line.rule().explain(line.from(), calendar)) {
            text.append(", ").append(printer.step(taken.step()));
            text.append(printer.colon()).append(taken.to());
        }
        return text.toString();
    }
}
