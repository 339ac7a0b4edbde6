package io.receivables.dunning.cases;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** docs/dunning-states.md, as the table of moves says it. */
final class CaseStatesPage {
    private static final String INTRODUCTION = """
            # Where a case stands

            A case is one instalment of an invoice or debit note. It stands at a stage; beside the stage there may be a
            disputed amount, promises, payment plans, offers of one, holds and insolvency, which suspend it. The stage
            survives them all. A case that is settled or written off remembers where it stood, and reopens there.

            This page is written from the rows of `CaseTable` by a test, which fails when they differ; with
            `-Ddocs.write=true` it writes the page anew. `CaseHistory` tells for any case which of these rules led where.

            """;

    private CaseStatesPage() {}

    /** Rows that say the same of several stages or triggers. */
    private record Saying(CaseRule rule, Set<CaseCondition> guard, CaseNext next) {}

    static String render(CaseTable table) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        diagram(page, table.rows());
        rules(page, table.rows());
        return page.toString();
    }

    private static void diagram(StringBuilder page, List<CaseRow> rows) {
        page.append("## Stages\n\n```mermaid\nstateDiagram-v2\n");
        for (Stage stage : Stage.values()) {
            page.append("    ")
                    .append(name(stage))
                    .append(" : ")
                    .append(stage.code())
                    .append('\n');
        }
        page.append("    [*] --> ").append(name(Stage.CURRENT)).append('\n');
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (CaseRow row : rows) {
            for (Stage to : targets(row)) {
                arrows.computeIfAbsent("    " + name(row.from()) + " --> " + name(to), arrow -> new LinkedHashSet<>())
                        .add(row.rule().id());
            }
        }
        arrows.forEach((arrow, rules) -> page.append(arrow)
                .append(" : ")
                .append(String.join(", ", rules))
                .append('\n'));
        page.append("```\n\n");
        page.append(
                "A letter that comes back leads to where the case stood before it (CASE-42, CASE-43): not drawn.\n\n");
    }

    private static Collection<Stage> targets(CaseRow row) {
        return row.next() == CaseNext.REOPENS
                ? EnumSet.range(Stage.CURRENT, Stage.HANDED_OVER)
                : row.next().stage().stream().toList();
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static void rules(StringBuilder page, List<CaseRow> rows) {
        page.append(
                "## Rules\n\nFor each stage and trigger exactly one row holds. Where a row has no condition, it always"
                        + " does; of conditions joined by \"or\" one suffices.\n\n");
        page.append("| rule | at | on | if | then | because |\n|---|---|---|---|---|---|\n");
        Map<Saying, List<CaseRow>> sayings = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Saying(row.rule(), row.guard(), row.next()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        sayings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> a.rule().compareTo(b.rule())))
                .forEach(entry -> rule(page, entry.getKey(), entry.getValue()));
    }

    private static void rule(StringBuilder page, Saying saying, List<CaseRow> rows) {
        page.append("| ").append(saying.rule().id());
        page.append(" | ").append(stages(rows));
        page.append(" | ").append(joined(rows.stream().map(row -> row.trigger().code()), ", "));
        page.append(" | ").append(guard(saying.guard()));
        page.append(" | ").append(saying.next());
        saying.rule().problem().ifPresent(problem -> page.append(": ").append(problem.id()));
        page.append(" | ").append(saying.rule().text(Locale.ENGLISH)).append(" |\n");
    }

    private static String stages(List<CaseRow> rows) {
        Set<Stage> stages =
                rows.stream().map(CaseRow::from).collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        return stages.size() == Stage.values().length
                ? "any"
                : joined(stages.stream().map(Stage::code), ", ");
    }

    private static String guard(Set<CaseCondition> guard) {
        Map<CaseQuestion, List<CaseCondition>> asked = guard.stream()
                .collect(Collectors.groupingBy(CaseCondition::question, LinkedHashMap::new, Collectors.toList()));
        return joined(
                asked.values().stream()
                        .map(conditions -> joined(conditions.stream().map(CaseCondition::toString), " or ")),
                ", and ");
    }

    private static String joined(Stream<String> words, String with) {
        return words.distinct().collect(Collectors.joining(with));
    }
}
