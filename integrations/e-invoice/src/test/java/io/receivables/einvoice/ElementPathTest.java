package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementPathTest {
    /** {@code <r><a><b s="X">1</b><b>2</b></a><a><c><d>Y</d></c><b>3</b></a></r>} */
    private static final Element ROOT = element(
            "r",
            element("a", leaf("b", Map.of("s", "X"), "1"), leaf("b", Map.of(), "2")),
            element("a", element("c", leaf("d", Map.of(), " Y ")), leaf("b", Map.of(), "3")));

    private static Element element(String name, Element... children) {
        Element element = new Element(name, Map.of(), 1, 1);
        List.of(children).forEach(element::add);
        return element;
    }

    private static Element leaf(String name, Map<String, String> attributes, String text) {
        Element element = new Element(name, attributes, 1, 1);
        element.append(text);
        return element;
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, 1 2 3",
        "a/b[@s=X], 1",
        "a/b[@s!=X], 2 3",
        "a[c/d=Y]/b, 3",
        "a[c/d!=Y]/b, 1 2",
        "a/c/d, Y",
        "b, ''",
        "a/b/c, ''"
    })
    void a_path_leads_to_the_elements_that_match(String path, String texts) {
        assertThat(ElementPath.of(path).from(ROOT).stream().map(Element::text))
                .containsExactlyElementsOf(texts.isEmpty() ? List.of() : List.of(texts.split(" ")));
    }

    @Test
    void the_names_on_the_way_are_known() {
        assertThat(ElementPath.of("a[c/d=Y]/b[@s=X]").names()).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a//b", "a[", "a[@b]", "a b"})
    void a_path_that_is_none_is_refused(String path) {
        assertThatThrownBy(() -> ElementPath.of(path)).hasMessageStartingWith("path \"" + path + "\" cannot be read");
    }
}
