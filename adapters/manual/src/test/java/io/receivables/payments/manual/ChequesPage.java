package io.receivables.payments.manual;

import io.receivables.payments.spi.PaymentFact;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** CHEQUES.md, as the table says it. */
final class ChequesPage {
    private static final String INTRODUCTION = """
            # What becomes of a cheque

            The office tells what happens to a cheque, and time does the rest. This page is written from the rows of
            `ChequeTable` by a test, which fails when they differ; with `-Ddocs.write=true` it writes the page anew.

            Nobody says that a cheque has cleared. A deposit is taken for money once the configured hold is over, and may be
            returned after that as well. The rules are those of Payments Canada: a post-dated cheque waits for its date, one
            that is older than six months and not certified is stale, and a returned one needs a new instrument.

            """;

    private ChequesPage() {}

    private record Saying(ChequeRule rule, ChequeTrigger trigger, Set<ChequeDating> when, String then) {}

    static String render(ChequeTable table) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        diagram(page, table.rows());
        rules(page, table.rows());
        return page.toString();
    }

    private static void diagram(StringBuilder page, List<ChequeRow> rows) {
        page.append("## States\n\n```mermaid\nstateDiagram-v2\n");
        for (ChequeState state : ChequeState.values()) {
            page.append("    ")
                    .append(name(state))
                    .append(" : ")
                    .append(state.code())
                    .append('\n');
        }
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.next() != row.from())
                .forEach(row -> arrows.computeIfAbsent(
                                name(row.from()) + " --> " + name(row.next()), arrow -> new LinkedHashSet<>())
                        .add(row.rule().id()));
        arrows.forEach((arrow, ids) -> page.append("    ")
                .append(arrow)
                .append(" : ")
                .append(String.join(", ", ids))
                .append('\n'));
        page.append("```\n\n");
    }

    private static String name(ChequeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void rules(StringBuilder page, List<ChequeRow> rows) {
        page.append("""
                ## Rules

                For each state, trigger and date on the cheque exactly one row holds. *Says* is what the provider
                observes of the payment; a cheque for less than was asked for is `partially-settled` where the table
                says `settled`.

                | rule | at | on | if | then | says | because |
                |---|---|---|---|---|---|---|
                """);
        Map<Saying, Set<ChequeState>> states = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparing(ChequeRow::rule))
                .forEach(row -> states.computeIfAbsent(
                                new Saying(row.rule(), row.trigger(), row.when(), then(row)),
                                saying -> EnumSet.noneOf(ChequeState.class))
                        .add(row.from()));
        states.forEach((saying, from) -> rule(page, saying, from));
    }

    private static String then(ChequeRow row) {
        return row.rule()
                .problem()
                .map(problem -> "refused: " + problem.id())
                .orElse(row.next() == row.from() ? "stays" : row.next().code());
    }

    private static void rule(StringBuilder page, Saying saying, Set<ChequeState> from) {
        page.append("| ").append(saying.rule().id());
        page.append(" | ").append(states(from));
        page.append(" | ").append(saying.trigger().code());
        page.append(" | ")
                .append(Arrays.stream(ChequeDating.values())
                        .filter(saying.when()::contains)
                        .map(ChequeDating::toString)
                        .collect(Collectors.joining(" or ")));
        page.append(" | ").append(saying.then());
        page.append(" | ").append(saying.rule().says().map(PaymentFact::code).orElse(""));
        page.append(" | ").append(saying.rule().text(Locale.ENGLISH)).append(" |\n");
    }

    private static String states(Set<ChequeState> states) {
        Set<ChequeState> others = EnumSet.complementOf(EnumSet.copyOf(states));
        return others.size() > 2 ? codes(states) : "all but " + codes(others);
    }

    private static String codes(Set<ChequeState> states) {
        return states.stream().map(ChequeState::code).collect(Collectors.joining(", "));
    }
}
