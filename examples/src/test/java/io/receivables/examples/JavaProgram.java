package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A program that a test compiles and then runs in a JVM of its own, the same as that of the tests. */
final class JavaProgram {
    private JavaProgram() {}

    /** Compiles sources, given by file name, and returns the folder of the classes. */
    static Path compile(Path folder, Map<String, String> sources, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = folder.resolve("classes");
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(classes);
            for (Map.Entry<String, String> source : sources.entrySet()) {
                files.add(Files.writeString(folder.resolve(source.getKey()), source.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        all.addAll(options);
        var units = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                .getJavaFileObjectsFromPaths(files);
        StringWriter messages = new StringWriter();
        boolean compiled =
                compiler.getTask(messages, null, null, all, null, units).call();
        assertThat(compiled)
                .withFailMessage("%s%nwhile compiling%n%s", messages, String.join("\n", sources.values()))
                .isTrue();
        return classes;
    }

    /** Runs {@code java} with these arguments and returns what it printed; it must end with code 0. */
    static String run(List<String> arguments) {
        return run(Path.of(""), arguments);
    }

    /** Runs {@code java} in a folder. */
    static String run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        command.add("-Dstdout.encoding=UTF-8");
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .withFailMessage("%s%nwhile running %s", output, arguments)
                    .isZero();
            return output.replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
