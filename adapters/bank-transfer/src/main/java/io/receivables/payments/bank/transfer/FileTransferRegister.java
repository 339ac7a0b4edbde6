package io.receivables.payments.bank.transfer;

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
 * A register in a file, one line for each fact, to which lines are added and nothing else. Facts are on the disk before
 * {@link #append} returns.
 *
 * <p>Several processes may use one file: each call holds the file's lock while it lasts. A call that finds it taken by
 * another process does not wait, and fails. The file must be on a disk of the machine: locks over a network are not safe.
 *
 * <p>A process that dies while it writes leaves a line without its end. That line was never answered for. Whoever uses the
 * register next cuts it off, keeps it in a file beside the register whose name ends in {@code .torn}, and reports it by
 * {@link #torn()}. A line that is whole and wrong is another matter: the register is not read beyond it, since what it said
 * is lost; the error names the line.
 */
public final class FileTransferRegister implements TransferRegister {
    /** A file's lock is the process's, not the thread's: the threads of this process take turns. */
    private static final Map<Path, Object> TURNS = new ConcurrentHashMap<>();

    private final Path file;
    private final Object turn;
    private final List<TransferEntry> entries = new ArrayList<>();
    private long readTo;
    private @Nullable TornLine torn;

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

    private FileTransferRegister(Path file) {
        this.file = file;
        this.turn = TURNS.computeIfAbsent(file, path -> new Object());
    }

    /**
     * The register of a file, which is made where it is missing; its folder must be there.
     *
     * @throws UncheckedIOException if there is no such folder, or the file can be neither read nor made
     */
    public static FileTransferRegister at(Path file) {
        try {
            if (!Files.exists(file)) {
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        .close();
                keepName(file);
            }
            return new FileTransferRegister(file.toRealPath());
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

    @Override
    public List<TransferEntry> since(int number) {
        return locked(channel -> List.copyOf(entries.subList(number, entries.size())));
    }

    @Override
    public boolean append(int number, List<TransferEntry> more) {
        List<TransferEntry> added = List.copyOf(more);
        StringBuilder lines = new StringBuilder();
        added.forEach(entry -> lines.append(TransferLine.write(entry)).append('\n'));
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

    private TransferEntry entry(String line) throws IOException {
        try {
            return TransferLine.read(line);
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
        return "FileTransferRegister[" + file + "]";
    }
}
