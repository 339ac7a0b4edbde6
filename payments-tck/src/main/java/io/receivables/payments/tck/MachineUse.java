package io.receivables.payments.tck;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds in compiled classes what reads the machine's clock, names or network, or writes a log: what a provider takes from
 * its runtime instead. Class files are read as chapter 4.4 of the JVM specification has them, as far as their references go.
 */
final class MachineUse {
    /** References as owner, name and type, of which a provider has none. */
    private static final Pattern FORBIDDEN = Pattern.compile(String.join(
            "|",
            "java/lang/System\\.(currentTimeMillis|nanoTime|getenv|getProperty|out|err|getLogger).*",
            "java/lang/Math\\.random.*",
            "java/time/[A-Za-z]+\\.now\\(\\).*",
            "java/time/[A-Za-z]+\\.now\\(Ljava/time/ZoneId;\\).*",
            "java/time/Clock\\.(system|tick(Seconds|Minutes|Millis)).*",
            "java/time/InstantSource\\.system.*",
            "java/time/ZoneId\\.systemDefault.*",
            "java/util/(Date|GregorianCalendar)\\.<init>\\(\\)V",
            "java/util/Calendar\\.getInstance.*",
            "java/util/(TimeZone|Locale)\\.getDefault.*",
            "java/util/UUID\\.randomUUID.*",
            "java/util/(Random|SplittableRandom)\\.<init>.*",
            "java/security/SecureRandom\\..*",
            "java/util/concurrent/ThreadLocalRandom\\..*",
            "java/net/http/HttpClient\\..*",
            "java/net/URL\\.(openConnection|openStream).*",
            "java/net/(Socket|DatagramSocket)\\.<init>.*",
            "java/lang/Throwable\\.printStackTrace.*",
            "(java/util/logging|org/slf4j|org/apache/logging|org/jboss/logging)/.*",
            "java/lang/System\\$Logger\\..*"));

    private final Class<?> start;
    private final String home;

    private MachineUse(Class<?> start) {
        this.start = start;
        this.home = home(start);
    }

    /** What a class and all that it leads to within its own jar or folder refer to and should not. */
    static Set<String> of(Class<?> start) {
        return new MachineUse(start).search();
    }

    private static String home(Class<?> type) {
        String path = path(type.getName());
        String whole = Objects.requireNonNull(url(type, path), path).toString();
        return whole.substring(0, whole.length() - path.length());
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static URL url(Class<?> start, String path) {
        return start.getClassLoader().getResource(path);
    }

    private Set<String> search() {
        Set<String> found = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(start.getName().replace('.', '/')));
        while (!next.isEmpty()) {
            String name = next.pop();
            URL where = url(start, name + ".class");
            boolean isOwn = where != null && where.toString().startsWith(home);
            if (isOwn && seen.add(name)) {
                References references = References.of(where);
                next.addAll(references.classes);
                references.members.stream()
                        .filter(member -> FORBIDDEN.matcher(member).matches())
                        .forEach(member -> found.add(name + " uses " + member));
            }
        }
        return found;
    }

    /** The members that one class file refers to, and whose they are. Names of classes alone lead nowhere. */
    private static final class References {
        final Set<String> classes = new TreeSet<>();
        final List<String> members = new ArrayList<>();

        private final String[] texts;
        private final int[] first;
        private final int[] second;
        private final int[] tags;

        private References(int size) {
            texts = new String[size];
            first = new int[size];
            second = new int[size];
            tags = new int[size];
        }

        static References of(URL file) {
            try (InputStream bytes = file.openStream();
                    DataInputStream in = new DataInputStream(bytes)) {
                in.skipNBytes(8);
                References references = new References(in.readUnsignedShort());
                references.read(in);
                references.resolve();
                return references;
            } catch (IOException e) {
                throw new UncheckedIOException("a class file cannot be read: " + file, e);
            }
        }

        private void read(DataInputStream in) throws IOException {
            for (int i = 1; i < tags.length; i++) {
                tags[i] = in.readUnsignedByte();
                switch (tags[i]) {
                    case 1 -> texts[i] = in.readUTF();
                    case 3, 4 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // numbers of eight bytes take two places
                    }
                    case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                    case 9, 10, 11, 12, 17, 18 -> {
                        first[i] = in.readUnsignedShort();
                        second[i] = in.readUnsignedShort();
                    }
                    case 15 -> in.skipNBytes(3);
                    default -> throw new IOException("a constant of kind " + tags[i]);
                }
            }
        }

        private void resolve() {
            for (int i = 1; i < tags.length; i++) {
                if (tags[i] >= 9 && tags[i] <= 11) {
                    String owner = texts[first[first[i]]];
                    int nameAndType = second[i];
                    classes.add(owner);
                    members.add(owner + "." + texts[first[nameAndType]] + texts[second[nameAndType]]);
                }
            }
        }
    }
}
