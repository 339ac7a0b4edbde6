package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The documents tell the truth. Each Java block of the README is compiled and run, and prints exactly the text block that
 * follows it, if one does. A block is either statements, or one class with a main method. Its imports may be left out for
 * {@code java.math}, {@code java.nio.file}, {@code java.time}, {@code java.util} and for what our modules export.
 */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public |final )*(?:class|record) (\\w+)");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import .+;\\n");

    @TempDir
    Path folder;

    /** A Java block and what it prints. */
    record Snippet(int number, String code, String output) {
        @Override
        public String toString() {
            return "block " + number;
        }

        String className() {
            Matcher declared = CLASS.matcher(code);
            return declared.find() ? declared.group(1) : "Snippet";
        }

        String source() {
            return source("");
        }

        /** The program of the block; statements may use what a class has that they are said to extend. */
        String source(String heritage) {
            String imports = IMPORT.matcher(code)
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.joining("", usualImports(), "\n"));
            String body = IMPORT.matcher(code).replaceAll("");
            return CLASS.matcher(code).find()
                    ? imports + body
                    : imports + "class Snippet" + heritage
                            + " {\n  public static void main(String[] args) throws Exception {\n" + body + "  }\n}\n";
        }
    }

    private static String usualImports() {
        Stream<String> ours = Project.publishedModules().stream()
                .flatMap(module -> Project.find(module.name()).descriptor().exports().stream())
                .map(ModuleDescriptor.Exports::source)
                .sorted();
        return Stream.concat(Stream.of("java.math", "java.nio.file", "java.time", "java.util"), ours)
                .map(name -> "import " + name + ".*;\n")
                .collect(Collectors.joining());
    }

    static List<Snippet> snippets() {
        return snippets(Project.read("README.md"));
    }

    static List<Snippet> snippets(String markdown) {
        List<Snippet> snippets = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        String code = "";
        while (block.find()) {
            String language = block.group(1);
            if (!code.isEmpty()) {
                snippets.add(new Snippet(snippets.size() + 1, code, language.equals("text") ? block.group(2) : ""));
            }
            code = language.equals("java") ? block.group(2) : "";
        }
        if (!code.isEmpty()) {
            snippets.add(new Snippet(snippets.size() + 1, code, ""));
        }
        return snippets;
    }

    private String run(Snippet snippet) {
        String classPath = System.getProperty("java.class.path");
        Path classes = JavaProgram.compile(
                folder, Map.of(snippet.className() + ".java", snippet.source()), List.of("-cp", classPath));
        return JavaProgram.run(List.of("-cp", classes + File.pathSeparator + classPath, snippet.className()));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void a_java_block_compiles_and_prints_what_the_readme_says(Snippet snippet) {
        String printed = run(snippet);

        if (!snippet.output().isEmpty()) {
            assertThat(printed).isEqualTo(snippet.output());
        }
    }

    @Test
    void the_readme_shows_code_with_its_output() {
        assertThat(snippets()).anyMatch(snippet -> !snippet.output().isEmpty());
    }

    @Test
    void the_readme_names_the_two_commands() {
        assertThat(Project.read("README.md"))
                .contains("mvn verify")
                .contains("mvn -q -pl examples -am compile exec:java");
    }

    @Test
    void statements_and_classes_are_found_with_their_output() {
        String markdown = """
                ```java
                System.out.println(Money.of("1.50", "EUR"));
                ```
                prints
                ```text
                EUR 1.50
                ```
                ```java
                import java.util.concurrent.TimeUnit;

                public final class Wait {
                    public static void main(String[] args) {
                        System.out.print(TimeUnit.DAYS.toHours(2));
                    }
                }
                ```
                ```sh
                mvn verify
                ```
                """;

        List<Snippet> found = snippets(markdown);

        assertThat(found).extracting(Snippet::output).containsExactly("EUR 1.50\n", "");
        assertThat(found).extracting(this::run).containsExactly("EUR 1.50\n", "48");
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Project.ROOT);
                Stream<Path> docs = Files.walk(Project.ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_link_to_a_file_leads_there(Path document) throws IOException {
        assertThat(matches("\\]\\((?!https?:|#)([^)#]+)", document))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_class_named_with_its_package_exists(Path document) throws IOException {
        assertThat(matches("`((?:[a-z]+\\.)+[A-Z]\\w*)`", document))
                .allMatch(name -> exists(name) || exists("io.receivables." + name));
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className, false, ReadmeTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_module_that_is_named_exists(Path document) throws IOException {
        List<String> artifacts = new ArrayList<>(
                Project.modules().stream().map(Project.Module::artifact).toList());
        artifacts.addAll(List.of("receivables-parent", "receivables-bom"));

        assertThat(artifacts).containsAll(matches("(?<![\\w/])(receivables-[a-z-]*[a-z])", document));
    }

    private static List<String> matches(String pattern, Path document) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
