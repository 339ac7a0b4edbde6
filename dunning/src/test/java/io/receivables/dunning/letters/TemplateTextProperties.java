package io.receivables.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import io.receivables.dunning.letters.TemplateText.MistakeException;
import io.receivables.dunning.letters.TemplateText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is checked and what is written are the same: the library reads a template as the check does. */
class TemplateTextProperties {
    private static final Shape NAMES = Shape.names()
            .texts("a")
            .optional("b")
            .flags("c")
            .list("d", Shape.names().texts("e"))
            .lists("f")
            .shape();

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(
                        "{{a}}",
                        "{{b}}",
                        "{{#b}}",
                        "{{/b}}",
                        "{{^b}}",
                        "{{#c}}",
                        "{{/c}}",
                        "{{^c}}",
                        "{{#d}}",
                        "{{/d}}",
                        "{{e}}",
                        "{{#f}}",
                        "{{.}}",
                        "{{/f}}",
                        "{{! note }}",
                        "{{!{ }}",
                        "{{>p}}",
                        "{",
                        "}",
                        "{{",
                        "}}",
                        "{{{",
                        "{{{a}}}",
                        "{{&a}}",
                        "{{=<% %>=}}",
                        "text",
                        "\n",
                        " ",
                        "é<&\"'",
                        "{{ a }}",
                        "{{#b}}{{b}}{{/b}}",
                        "{{#d}}{{e}}{{/d}}",
                        "{{#f}}{{.}}{{/f}}",
                        "{{a",
                        "{{-first}}",
                        "{{this}}")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void pieces_put_together_are_the_text(@ForAll("templates") String text) {
        try {
            StringBuilder whole = new StringBuilder();
            TemplateText.pieces(text).forEach(piece -> whole.append(piece.source()));
            assertThat(whole.toString()).isEqualTo(text);
        } catch (MistakeException e) {
            assertThat(e.problem("file").attribute("value")).isNotEmpty();
        }
    }

    @Property
    void what_passes_the_check_compiles_to_the_same_tags_and_is_always_written(
            @ForAll("templates") String text, @ForAll boolean present) throws MistakeException {
        TemplateReview review = TemplateReview.of(
                new TemplateReview.File("file", text),
                NAMES,
                name -> Optional.of(new TemplateReview.File("p", "[{{a}}]")));
        if (!review.problems().isEmpty()) {
            return;
        }
        var compiled = Mustache.compiler()
                .withCollector(new MapCollector())
                .emptyStringIsFalse(true)
                .strictSections(true)
                .compile(review.whole());

        List<String> tags = new ArrayList<>();
        compiled.visit(new Mustache.Visitor() {
            @Override
            public void visitText(String literal) {}

            @Override
            public void visitVariable(String name) {
                tags.add("VALUE " + name);
            }

            @Override
            public boolean visitInclude(String name) {
                tags.add("PARTIAL " + name);
                return true;
            }

            @Override
            public boolean visitSection(String name) {
                tags.add("SECTION " + name);
                return true;
            }

            @Override
            public boolean visitInvertedSection(String name) {
                tags.add("INVERTED " + name);
                return true;
            }
        });
        assertThat(tags).isEqualTo(expected(TemplateText.pieces(review.whole())));
        assertThat(compiled.execute(model(present))).doesNotContain("{{a}}");
    }

    private static List<String> expected(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> switch (piece.kind()) {
                    case VALUE, SECTION, INVERTED, PARTIAL -> true;
                    case LITERAL, END, COMMENT -> false;
                })
                .map(piece -> piece.kind() + " " + piece.text())
                .toList();
    }

    private static Map<String, Object> model(boolean present) {
        return Map.of(
                "a", "A",
                "b", present ? "B" : "",
                "c", present,
                "d", present ? List.of(Map.of("e", "E"), Map.of("e", "F")) : List.of(),
                "f", present ? List.of("F") : List.of());
    }
}
