package io.receivables.payments.bank.transfer;

import io.receivables.payments.spi.register.RegisterFile;
import io.receivables.payments.spi.register.RegisterFile.TornLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A register in a file, one line for each fact, to which lines are added and nothing else. Facts are on the disk before {@link #append}
 * returns. Several processes may use one file; what a crash leaves of a line is cut off and kept: see {@link RegisterFile}.
 */
public final class FileTransferRegister implements TransferRegister {
    private final RegisterFile<TransferEntry> file;

    private FileTransferRegister(RegisterFile<TransferEntry> file) {
        this.file = file;
    }

    /**
     * The register of a file, which is made where it is missing; its folder must be there.
     *
     * @throws java.io.UncheckedIOException if there is no such folder, or the file can be neither read nor made
     */
    public static FileTransferRegister at(Path file) {
        return new FileTransferRegister(RegisterFile.at(file, new RegisterFile.Form<>() {
            @Override
            public String write(TransferEntry entry) {
                return TransferLine.write(entry);
            }

            @Override
            public TransferEntry read(String line) {
                return TransferLine.read(line);
            }
        }));
    }

    @Override
    public List<TransferEntry> since(int number) {
        return file.since(number);
    }

    @Override
    public boolean append(int number, List<TransferEntry> more) {
        return file.append(number, more);
    }

    /** The last line that was found torn, and cut off. */
    public Optional<TornLine> torn() {
        return file.torn();
    }

    @Override
    public String toString() {
        return "FileTransferRegister of " + file;
    }
}
