package io.receivables.dashboard;

import io.receivables.core.Customer;
import io.receivables.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The page around the figures: head, header, customer table, problems, definitions. */
final class Page {
    private static final String STYLE = resource("dashboard.css");
    private static final String SCRIPT = resource("dashboard.js");
    private static final int MOST_EXAMPLES = 3;
    private static final List<String> KNOWN_ATTRIBUTES = List.of(
            Customer.COUNTRY, Customer.SEGMENT, Customer.GROUP, Customer.COLLECTOR, Customer.SALES_REPRESENTATIVE);

    private final Figures figures;
    private final Optional<String> title;
    private final Locale language;
    private final Optional<List<Problem>> problems;

    Page(Figures figures, Optional<String> title, Locale language, Optional<List<Problem>> problems) {
        this.figures = figures;
        this.title = title;
        this.language = language;
        this.problems = problems;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            // as a browser reads it: the hashes of the policy depend on every byte
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a grouping attribute is called. */
    static Twin attribute(String attribute) {
        return KNOWN_ATTRIBUTES.contains(attribute) ? Words.text("attribute." + attribute) : Twin.same(attribute);
    }

    void write(OutputStream out) throws IOException {
        write(out, beginning());
        PageData data = new PageData(out);
        data.texts(windowTitle());
        for (Figures.OfCurrency currency : figures.currencies()) {
            data.currency(figures, currency);
        }
        write(
                out,
                new Html()
                        .open("script")
                        .raw(SCRIPT)
                        .close()
                        .raw("\n</body>\n</html>\n")
                        .toString());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Twin windowTitle() {
        return title.map(text -> Twin.same(text + " – ").plus(asOf())).orElseGet(this::asOf);
    }

    private Twin asOf() {
        return Words.text("as.of", Words.date(figures.asOf()));
    }

    private String beginning() {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n<html lang=\"" + language.getLanguage() + "\" data-as-of=\"" + figures.asOf()
                + "\">\n");
        head(html);
        html.raw("<body>\n");
        html.leaf("a", Words.text("skip"), "class", "skip", "href", "#main");
        header(html);
        html.open("main", "id", "main");
        if (figures.currencies().isEmpty()) {
            html.leaf("p", Words.text("nothing.issued", Words.date(figures.asOf())), "class", "panel nothing");
        } else {
            currencySwitch(html);
            html.leaf("p", Words.text("keys.hint"), "id", "keys-hint", "hidden", "");
            figures.currencies().forEach(currency -> new CurrencySection(html, figures, currency).write());
            customers(html);
        }
        problems.ifPresent(all -> problems(html, all));
        definitions(html);
        html.close();
        html.open("footer").leaf("p", Words.text("footer")).close();
        html.open("div", "id", "tip", "class", "tip", "role", "status", "hidden", "")
                .close();
        return html.toString();
    }

    private void head(Html html) {
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
                        + "; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "robots", "content", "noindex");
        html.leaf("title", Twin.same(windowTitle().in(language)));
        html.open("style").raw(STYLE).close().close();
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void header(Html html) {
        html.open("header").open("div");
        if (title.isPresent()) {
            html.open("h1").data(title.get()).close().leaf("p", asOf(), "class", "as-of");
        } else {
            html.leaf("h1", asOf());
        }
        html.close();
        html.open("div", "class", "controls", "hidden", "");
        html.open("div", "class", "switch", "role", "group", "aria-labelledby", "language-label");
        html.leaf("span", Words.text("control.language"), "class", "sr", "id", "language-label");
        html.leaf("button", Twin.same("English"), "type", "button", "data-lang", "en", "lang", "en");
        html.leaf("button", Twin.same("Français"), "type", "button", "data-lang", "fr", "lang", "fr");
        html.close();
        html.open("button", "type", "button", "id", "theme", "aria-pressed", "false")
                .text(Words.text("control.dark"))
                .close();
        html.open("button", "type", "button", "id", "print")
                .text(Words.text("control.print"))
                .close();
        html.close().close();
    }

    private void currencySwitch(Html html) {
        if (figures.currencies().size() > 1) {
            html.open(
                    "div",
                    "class",
                    "switch currencies",
                    "role",
                    "group",
                    "aria-labelledby",
                    "currency-label",
                    "hidden",
                    "");
            html.leaf("span", Words.text("control.currency"), "id", "currency-label");
            for (Figures.OfCurrency currency : figures.currencies()) {
                html.leaf("button", Twin.same(currency.code()), "type", "button", "data-show", currency.code());
            }
            html.close();
        }
    }

    /** The table's frame; its rows come from the page's script. */
    private static void customers(Html html) {
        html.open("section", "class", "panel", "id", "customers", "aria-labelledby", "customers-caption");
        html.leaf("h2", Words.text("customers.title"), "id", "customers-caption");
        html.leaf("p", Words.text("customers.needScript"), "class", "nothing", "id", "no-script");
        html.open("div", "id", "customer-table", "hidden", "");
        html.open("div", "class", "tools")
                .open("label", "for", "search")
                .text(Words.text("customers.search"))
                .close();
        html.empty("input", "type", "search", "id", "search", "autocomplete", "off", "spellcheck", "false");
        html.leaf("button", Words.text("download"), "type", "button", "id", "download");
        html.close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-labelledby", "customers-caption");
        html.open("table")
                .leaf("caption", Words.text("customers.caption"), "class", "sr")
                .open("thead")
                .open("tr");
        for (String column : List.of("customer", "receivables", "overdue", "oldest", "credits", "net", "disputed")) {
            html.open("th", "scope", "col", "data-column", column);
            html.leaf("button", Words.text("column." + column), "type", "button", "data-sort", column)
                    .close();
        }
        html.close().close().open("tbody").close().open("tfoot").close().close().close();
        html.open("div", "class", "pages");
        for (String button : List.of("first", "previous", "next", "last")) {
            html.leaf("button", Words.text("page." + button), "type", "button", "data-page", button);
        }
        html.open("p", "id", "shown", "role", "status").close().close().close().close();
        html.open("dialog", "id", "items", "aria-labelledby", "items-title");
        html.open("div", "class", "dialog-head").open("h2", "id", "items-title").close();
        html.leaf("button", Words.text("download"), "type", "button", "id", "items-download");
        html.leaf("button", Words.text("close"), "type", "button", "id", "items-close")
                .close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-labelledby", "items-title");
        html.open("table")
                .leaf("caption", Words.text("items.caption"), "class", "sr")
                .open("thead")
                .open("tr");
        for (String column : List.of("document", "kind", "issued", "due", "late", "amount", "open", "disputed")) {
            html.leaf("th", Words.text("column." + column), "scope", "col");
        }
        html.close().close().open("tbody").close().open("tfoot").close().close().close();
        html.leaf("button", Words.text("items.more"), "type", "button", "id", "items-more", "hidden", "")
                .close();
    }

    // ---- problems

    private static void problems(Html html, List<Problem> problems) {
        html.open("section", "class", "panel", "id", "problems", "aria-labelledby", "problems-caption");
        html.leaf("h2", Words.text("problems.title"), "id", "problems-caption");
        if (problems.isEmpty()) {
            html.leaf("p", Words.text("problems.nothing"), "class", "nothing");
        }
        for (List<Problem> ofOneCode : byCode(problems)) {
            Problem first = ofOneCode.get(0);
            html.open("div", "class", "problem " + first.severity().code()).open("p");
            html.leaf("strong", Words.text("severity." + first.severity().code()), "class", "severity");
            html.text(Twin.same(" "))
                    .text(Words.count("problems.times", ofOneCode.size()))
                    .text(Twin.same(" "));
            html.leaf(
                    "code",
                    Twin.same(first.code().id()),
                    "data-problem",
                    first.code().id(),
                    "data-count",
                    Integer.toString(ofOneCode.size()));
            html.close().open("ul");
            ofOneCode.stream().limit(MOST_EXAMPLES).forEach(problem -> example(html, problem));
            if (ofOneCode.size() > MOST_EXAMPLES) {
                html.leaf("li", Words.count("more", ofOneCode.size() - MOST_EXAMPLES), "class", "more");
            }
            html.close().close();
        }
        html.close();
    }

    /** Errors before warnings, the most frequent code first. */
    private static List<List<Problem>> byCode(List<Problem> problems) {
        Map<String, List<Problem>> byCode = new LinkedHashMap<>();
        for (Problem problem : problems) {
            byCode.computeIfAbsent(problem.code().id(), id -> new ArrayList<>()).add(problem);
        }
        return byCode.values().stream()
                .sorted(Comparator.comparing((List<Problem> list) -> list.get(0).severity())
                        .thenComparing(list -> -list.size())
                        .thenComparing(list -> list.get(0).code().id()))
                .toList();
    }

    private static void example(Html html, Problem problem) {
        String file = problem.attribute(Problem.FILE);
        String line = problem.attribute(Problem.LINE);
        html.open("li");
        if (!file.isEmpty()) {
            html.open("span", "class", "where").data(file);
            if (!line.isEmpty()) {
                html.text(Words.text("problems.line", line));
            }
            html.close().text(Twin.same(" "));
        }
        html.text(Twin.of(problem::message)).close();
    }

    private static void definitions(Html html) {
        html.open("section", "class", "panel", "id", "definitions", "aria-labelledby", "definitions-caption");
        html.leaf("h2", Words.text("definitions.title"), "id", "definitions-caption");
        html.open("details").leaf("summary", Words.text("definitions.show")).open("dl");
        for (Definition definition : Definition.all()) {
            html.open("div", "id", "def-" + definition.id());
            html.leaf("dt", definition.name()).open("dd").leaf("p", definition.text());
            if (!definition.source().isEmpty()) {
                html.open("p", "class", "source", "lang", "en")
                        .text(Twin.same(definition.source()))
                        .close();
            }
            definition.conventions().forEach(convention -> html.leaf("code", Twin.same(convention)));
            html.close().close();
        }
        html.close().close().close();
    }
}
