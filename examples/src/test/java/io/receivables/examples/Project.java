package io.receivables.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project as its files show it, and the modules as they stand on the class path of the tests. */
final class Project {
    /** A directory of the build that makes a jar. */
    record Module(String directory) {
        /** Adapters carry payments, which their directory does not repeat. */
        private String word() {
            String last = directory.substring(directory.lastIndexOf('/') + 1);
            return directory.startsWith("adapters/") ? "payments-" + last : last;
        }

        String artifact() {
            return "receivables-" + word();
        }

        /** The name as a Java module, and its root package. */
        String name() {
            // "e-invoice" is one word
            return "io.receivables." + word().replace("e-invoice", "einvoice").replace('-', '.');
        }

        boolean isPublished() {
            return !read(directory + "/pom.xml").contains("<maven.deploy.skip>true</maven.deploy.skip>");
        }

        /** A module starts when its first class does. */
        boolean isStarted() {
            return Files.exists(ROOT.resolve(directory).resolve("src/main/java"));
        }
    }

    static final Path ROOT = root();

    private static final ModuleFinder CLASS_PATH =
            ModuleFinder.of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::exists)
                    .toArray(Path[]::new));

    private Project() {}

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".mvn"))) {
            directory = Objects.requireNonNull(directory.getParent(), "no .mvn above the working directory");
        }
        return directory;
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All modules but the BOM. */
    static List<Module> modules() {
        return Pattern.compile("<module>(.+)</module>")
                .matcher(read("pom.xml"))
                .results()
                .map(match -> new Module(match.group(1)))
                .filter(module -> !module.directory().equals("bom"))
                .toList();
    }

    /** What users get, as far as there is anything in it. */
    static List<Module> publishedModules() {
        return modules().stream()
                .filter(module -> module.isPublished() && module.isStarted())
                .toList();
    }

    /** A module on the class path: of this build its jar, or its classes if nothing was packaged. */
    static ModuleReference find(String name) {
        return findIfPresent(name)
                .orElseThrow(() -> new AssertionError("there is no module " + name + " on the class path"));
    }

    /** Finders are not made for several threads. */
    private static synchronized Optional<ModuleReference> findIfPresent(String name) {
        return CLASS_PATH.find(name);
    }

    /** These modules and all that they require, as far as the class path has what is optional; without the JDK's. */
    static SortedMap<String, ModuleReference> withRequired(Collection<String> names) {
        SortedMap<String, ModuleReference> found = new TreeMap<>();
        Deque<String> wanted = new ArrayDeque<>(names);
        while (!wanted.isEmpty()) {
            String name = wanted.remove();
            if (!found.containsKey(name) && ModuleFinder.ofSystem().find(name).isEmpty()) {
                ModuleReference module = find(name);
                found.put(name, module);
                module.descriptor().requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC)
                                || findIfPresent(required.name()).isPresent())
                        .forEach(required -> wanted.add(required.name()));
            }
        }
        return found;
    }
}
