package io.receivables.files;

import io.receivables.core.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/** The bytes of one file of UTF-8 text, for several threads. */
final class FileBytes implements AutoCloseable {
    /** More at a time would only make the channel keep a larger buffer for each thread. */
    private static final int READ_SIZE = 1 << 20;

    private static final int LINE_SIZE = 1 << 12;

    private final String name;
    private final FileChannel channel;
    private final long size;
    private final long first;

    /**
     * @throws CsvException if a byte order mark says that it is another encoding than UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    FileBytes(Path file) {
        name = Text.shown(Objects.requireNonNullElse(file.getFileName(), file).toString());
        try {
            channel = FileChannel.open(file);
            size = channel.size();
        } catch (IOException e) {
            throw unreadable(e);
        }
        first = endOfMark();
    }

    private long endOfMark() {
        byte[] mark = new byte[CsvSource.LONGEST_MARK];
        int length = read(0, mark, 0, mark.length);
        int start = length < 2 ? 0 : (mark[0] & 0xFF) << Byte.SIZE | (mark[1] & 0xFF);
        if (start == 0xFEFF || start == 0xFFFE) {
            close();
            throw new CsvException(Problem.of(
                    CsvProblem.NOT_COLUMNAR, Problem.FILE, name, Problem.FIELD, "encoding", Problem.VALUE, "UTF-16"));
        }
        return start == 0xEFBB && length == mark.length && (mark[2] & 0xFF) == 0xBF ? mark.length : 0;
    }

    /** The file's name as problems show it. */
    String name() {
        return name;
    }

    /** Where the file ends. */
    long size() {
        return size;
    }

    /** Where the text starts, after the byte order mark if there is one. */
    long first() {
        return first;
    }

    /**
     * Reads as many bytes as there are, at most so many.
     *
     * @return how many were read
     */
    int read(long position, byte[] target, int offset, int most) {
        int wanted = (int) Math.min(most, size - position);
        int done = 0;
        while (done < wanted) {
            ByteBuffer buffer = ByteBuffer.wrap(target, offset + done, Math.min(READ_SIZE, wanted - done));
            int read = read(buffer, position + done);
            if (read < 0) {
                throw unreadable(new IOException("it was cut off at " + (position + done) + " while it was read"));
            }
            done += read;
        }
        return Math.max(0, done);
    }

    private int read(ByteBuffer target, long position) {
        try {
            return channel.read(target, position);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The first start of a line at or after a position, if no quote spans it; the end of the file if there is none. */
    long startOfLine(long position) {
        byte[] bytes = new byte[LINE_SIZE];
        long at = position - 1;
        while (at < size) {
            int length = read(at, bytes, 0, bytes.length);
            for (int i = 0; i < length; i++) {
                boolean last = at + i + 1 == size;
                if (bytes[i] == '\n' || (bytes[i] == '\r' && (last || (i + 1 < length && bytes[i + 1] != '\n')))) {
                    return at + i + 1;
                }
            }
            // what stands last is looked at again with what follows it: it may be the CR of a CR LF
            at += Math.max(1, length - 1);
        }
        return size;
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException(name + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
