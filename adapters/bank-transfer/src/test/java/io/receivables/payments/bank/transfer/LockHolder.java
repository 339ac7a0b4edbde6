package io.receivables.payments.bank.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that holds the lock of a file until its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String... arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.println(lock.isValid() ? "locked" : "not locked");
            while (System.in.read() >= 0) {
                // until whoever started this closes the input
            }
        }
    }
}
