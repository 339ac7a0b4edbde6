package io.receivables.examples;

import io.receivables.examples.conformance.ConformanceRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs worked examples: every {@code *.json} of the folders given, against whatever the library supports.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.Conformance -Dexec.args=DIR
 * }</pre>
 *
 * Prints each failing case with what was expected and what came instead, what was skipped because the library does not
 * have it, and for each file {@code KIND: N passed, M failed, K skipped}. Exit code 0 when nothing failed, 1 when
 * something did, 2 for wrong usage.
 */
public final class Conformance {
    private static final String USAGE = "usage: Conformance DIR...   runs every *.json of the folders";

    private Conformance() {}

    public static void main(String[] args) {
        int exit = run(
                args,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Runs the folders and gives the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        if (args.length == 0) {
            return wrongUsage(err, "no folder given");
        }
        List<Path> files = new ArrayList<>();
        for (String arg : args) {
            List<Path> found;
            try {
                found = jsonFiles(Paths.get(arg));
            } catch (IOException | InvalidPathException e) {
                return wrongUsage(err, arg + " is no folder that can be read");
            }
            if (found.isEmpty()) {
                return wrongUsage(err, arg + " has no *.json file");
            }
            files.addAll(found);
        }
        ConformanceRunner runner = ConformanceRunner.standard(out);
        int failed = 0;
        for (Path file : files) {
            failed += runner.run(file).failed();
        }
        return failed == 0 ? 0 : 1;
    }

    private static int wrongUsage(PrintStream err, String what) {
        err.println(what + "; " + USAGE);
        return 2;
    }

    /** By name, so that a run prints the same on every machine. */
    private static List<Path> jsonFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.json")) {
            stream.forEach(files::add);
        }
        files.removeIf(Files::isDirectory);
        files.sort(null);
        return files;
    }
}
