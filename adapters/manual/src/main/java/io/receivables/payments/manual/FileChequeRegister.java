package io.receivables.payments.manual;

import io.receivables.payments.spi.register.RegisterFile;
import io.receivables.payments.spi.register.RegisterFile.TornLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A register in a file, one line for each fact, to which lines are added and nothing else. A fact is on the disk before {@link #append}
 * returns. Several processes may use one file; what a crash leaves of a line is cut off and kept: see {@link RegisterFile}.
 */
public final class FileChequeRegister implements ChequeRegister {
    private final RegisterFile<ChequeEntry> file;

    private FileChequeRegister(RegisterFile<ChequeEntry> file) {
        this.file = file;
    }

    /**
     * The register of a file, which is made where it is missing; its folder must be there.
     *
     * @throws java.io.UncheckedIOException if there is no such folder, or the file can be neither read nor made
     */
    public static FileChequeRegister at(Path file) {
        return new FileChequeRegister(RegisterFile.at(file, new RegisterFile.Form<>() {
            @Override
            public String write(ChequeEntry entry) {
                return ChequeLine.write(entry);
            }

            @Override
            public ChequeEntry read(String line) {
                return ChequeLine.read(line);
            }
        }));
    }

    @Override
    public List<ChequeEntry> since(int number) {
        return file.since(number);
    }

    @Override
    public boolean append(int number, ChequeEntry entry) {
        return file.append(number, List.of(entry));
    }

    /** The last line that was found torn, and cut off. */
    public Optional<TornLine> torn() {
        return file.torn();
    }

    @Override
    public String toString() {
        return "FileChequeRegister of " + file;
    }
}
