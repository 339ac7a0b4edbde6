package io.receivables.payments.spi.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A list in a file, one line for each entry, to which lines are added and nothing else: what a provider keeps whose rail has no
 * remote side to ask. Entries are on the disk before {@link #append} returns.
 *
 * <p>Several processes may use one file: each call holds the file's lock while it lasts. A call that finds it taken by
 * another process does not wait, and fails. The file must be on a disk of the machine: locks over a network are not safe.
 *
 * <p>A process that dies while it writes leaves a line without its end. That line was never answered for. Whoever uses the
 * file next cuts it off, keeps it in a file beside it whose name ends in {@code .torn}, and reports it by {@link #torn()}. A
 * line that is whole and wrong is another matter: the file is not read beyond it, since what it said is lost; the error names
 * the line.
 *
 * @param <E> what a line says
 */
public final class RegisterFile<E> {
    /** A file's lock is the process's, not the thread's: the threads of this process take turns. */
    private static final Map<Path, Object> TURNS = new ConcurrentHashMap<>();

    private final Path file;
    private final Form<E> form;
    private final Object turn;
    private final List<E> entries = new ArrayList<>();
    private long readTo;
    private @Nullable TornLine torn;

    /** How an entry is written as a line, and read from one. */
    public interface Form<E> {
        /** The line, without a line break in it. */
        String write(E entry);

        /**
         * The entry of a line.
         *
         * @throws IllegalArgumentException if no entry is written so; says what is wrong
         */
        E read(String line);
    }

    /**
     * A line that a process began and did not end.
     *
     * @param number the line's number from 1
     * @param bytes how much of it there was
     * @param keptIn the file to which it was moved
     */
    public record TornLine(int number, int bytes, Path keptIn) {}

    @FunctionalInterface
    private interface Work<T> {
        T with(FileChannel channel) throws IOException;
    }

    private RegisterFile(Path file, Form<E> form) {
        this.file = file;
        this.form = form;
        this.turn = TURNS.computeIfAbsent(file, path -> new Object());
    }

    /**
     * The register of a file, which is made where it is missing; its folder must be there.
     *
     * @throws UncheckedIOException if there is no such folder, or the file can be neither read nor made
     */
    public static <E> RegisterFile<E> at(Path file, Form<E> form) {
        Objects.requireNonNull(form, "form");
        try {
            if (!Files.exists(file)) {
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        .close();
                keepName(file);
            }
            return new RegisterFile<>(file.toRealPath(), form);
        } catch (IOException e) {
            throw new UncheckedIOException("register " + file + " cannot be opened: check its folder and rights", e);
        }
    }

    /** Has the folder remember a new file through a crash. */
    private static void keepName(Path file) {
        try (FileChannel folder =
                FileChannel.open(Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // some systems do not open folders: there they keep names by themselves
        }
    }

    /**
     * The entries from a number on, in order; numbers begin at 0.
     *
     * @throws UncheckedIOException if the file cannot be read, is damaged, or is in use by another process
     */
    public List<E> since(int number) {
        return locked(channel -> List.copyOf(entries.subList(number, entries.size())));
    }

    /**
     * Writes entries as those from a number on: all or none, but for a crash, which leaves the first of them.
     *
     * @return false if somebody was faster, and the list is longer than the number says
     * @throws UncheckedIOException if it is not certain that the entries were written
     */
    public boolean append(int number, List<E> more) {
        List<E> added = List.copyOf(more);
        StringBuilder lines = new StringBuilder();
        for (E entry : added) {
            lines.append(line(entry)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return locked(channel -> {
            if (number != entries.size()) {
                return false;
            }
            write(channel, ByteBuffer.wrap(bytes));
            entries.addAll(added);
            return true;
        });
    }

    private String line(E entry) {
        String line = form.write(entry);
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("entry is written with a line break in it: write it as one line");
        }
        return line;
    }

    /** The last line that was found torn, and cut off. */
    public Optional<TornLine> torn() {
        synchronized (turn) {
            return Optional.ofNullable(torn);
        }
    }

    private <T> T locked(Work<T> work) {
        synchronized (turn) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new IOException("another process is writing: try again");
                }
                readOn(channel);
                return work.with(channel);
            } catch (OverlappingFileLockException e) {
                throw failed(new IOException("another part of this process is writing: try again", e));
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private UncheckedIOException failed(IOException why) {
        return new UncheckedIOException("register " + file + ": " + why.getMessage(), why);
    }

    /** Reads what others wrote since, and cuts off what one of them did not end. */
    private void readOn(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < readTo) {
            throw new IOException("it has " + size + " bytes and had " + readTo + ": restore it from a copy");
        }
        byte[] more = read(channel, Math.toIntExact(size - readTo));
        int from = 0;
        for (int i = 0; i < more.length; i++) {
            if (more[i] == '\n') {
                entries.add(entry(new String(more, from, i - from, StandardCharsets.UTF_8)));
                readTo += i + 1 - from;
                from = i + 1;
            }
        }
        if (from < more.length) {
            cut(channel, ByteBuffer.wrap(more, from, more.length - from));
        }
    }

    private byte[] read(FileChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, readTo + bytes.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return bytes.array();
    }

    private E entry(String line) throws IOException {
        try {
            return form.read(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "line " + (entries.size() + 1) + " is damaged: " + e.getMessage() + "; restore it from a copy", e);
        }
    }

    private void cut(FileChannel channel, ByteBuffer rest) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".torn");
        int bytes = rest.remaining();
        try (FileChannel kept = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            writeAll(kept, rest);
            writeAll(kept, ByteBuffer.wrap(new byte[] {'\n'}));
            kept.force(true);
        }
        channel.truncate(readTo);
        channel.force(true);
        torn = new TornLine(entries.size() + 1, bytes, beside);
    }

    private void write(FileChannel channel, ByteBuffer lines) throws IOException {
        channel.position(readTo);
        writeAll(channel, lines);
        channel.force(true);
        readTo += lines.limit();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public String toString() {
        return "RegisterFile[" + file + "]";
    }
}
