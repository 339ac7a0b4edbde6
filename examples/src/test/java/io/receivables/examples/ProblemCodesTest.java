package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.receivables.core.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problem codes of all modules together. */
class ProblemCodesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    /** Reading all classes takes long enough to do it once. */
    private static final List<ProblemCode> CODES = read();

    static List<ProblemCode> codes() {
        return CODES;
    }

    private static List<ProblemCode> read() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.receivables").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                        .map(JavaClass::reflect)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(ProblemCode.class::cast)
                        .toList();
    }

    @Test
    void an_id_is_unique_among_all_modules() {
        assertThat(codes()).isNotEmpty().extracting(ProblemCode::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void an_id_has_the_common_form(ProblemCode code) {
        assertThat(code.id()).matches("RCV-[A-Z]+-\\d{3}");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_has_a_message_in_english_and_in_french_with_the_same_attributes(ProblemCode code) {
        ResourceBundle english = code.messages(Locale.ENGLISH);
        ResourceBundle french = code.messages(Locale.FRENCH);

        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(french.getString(code.id())).isNotEqualTo(english.getString(code.id()));
        assertThat(placeholders(french.getString(code.id()))).isEqualTo(placeholders(english.getString(code.id())));
        assertThat(code.message(Map.of(), Locale.FRENCH)).isNotBlank();
    }

    @Test
    void a_bundle_has_no_message_without_its_code() {
        Set<String> ids = codes().stream().map(ProblemCode::id).collect(Collectors.toSet());

        for (ProblemCode code : codes()) {
            assertThat(code.messages(Locale.ENGLISH).keySet().stream().filter(key -> key.startsWith("RCV-")))
                    .allMatch(ids::contains);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
