package io.receivables.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Writes out what was proposed for people to check. What comes from the file is shown without its tricks. */
final class ProposalText {
    private static final int WIDTH = 14;

    private final Locale language;
    private final ResourceBundle words;
    private final StringBuilder text = new StringBuilder();

    ProposalText(Locale locale) {
        language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        words = ProposalCode.NO_TEXT.messages(language);
    }

    private String word(String key) {
        return words.getString("text." + key);
    }

    private ProposalText line(String indent, String key, String value) {
        text.append(indent).append(key).append(" ".repeat(Math.max(1, WIDTH - key.length())));
        text.append(Text.shown(value, 400)).append('\n');
        return this;
    }

    void file(FileProfile file, CsvLayout layout, List<ColumnProposal> columns) {
        text.append(file.file()).append('\n');
        line("  ", word("encoding"), layout.encoding().name());
        line("  ", word("delimiter"), layout.delimiter() == '\t' ? "\\t" : String.valueOf(layout.delimiter()));
        layout.quote().filter(quote -> quote != '"').ifPresent(quote -> line("  ", word("quote"), quote.toString()));
        line("  ", word("dates"), String.join(", ", layout.dateFormats()));
        line("  ", word("decimal"), String.valueOf(layout.decimal()));
        layout.headings().ifPresent(field -> line("  ", word("headings"), field.code()));
        layout.openOn().ifPresent(day -> line("  ", word("open-on"), day.toString()));
        layout.constants().forEach((field, value) -> line("  ", field.code(), "= " + value));
        for (ColumnProposal column : columns) {
            column.field()
                    .ifPresent(field -> line(
                            "  ",
                            field.code(),
                            "\"" + Text.shown(column.header()) + "\" (" + column.confidence() + " %) "
                                    + reasons(column)));
        }
        layout.types().forEach((type, row) -> line("    ", Text.shown(type), row.code()));
        List<String> unread = columns.stream()
                .filter(column -> column.field().isEmpty() && !column.header().isEmpty())
                .map(column -> Text.shown(column.header()))
                .toList();
        if (!unread.isEmpty()) {
            line("  ", word("not-read"), String.join(", ", unread));
        }
    }

    private String reasons(ColumnProposal column) {
        return String.join(
                "; ",
                column.reasons().stream().map(reason -> reason.text(language)).toList());
    }

    String questions(List<MappingQuestion> questions, Map<String, String> answers) {
        answers.forEach((key, answer) -> line("", word("answered") + " " + Text.shown(key), answer));
        for (MappingQuestion question : questions) {
            text.append(question.isNeeded() ? word("needed") : word("to-confirm"))
                    .append(' ');
            text.append(question.key())
                    .append(": ")
                    .append(question.text(language))
                    .append('\n');
            if (!question.evidence().isEmpty()) {
                line("    ", word("evidence"), String.join(" | ", question.evidence()));
            }
            if (!question.answers().isEmpty()) {
                line("    ", word("answers"), String.join(" | ", question.answers()));
            }
            question.assumed().ifPresent(assumed -> line("    ", word("assumed"), assumed));
        }
        return text.toString();
    }
}
