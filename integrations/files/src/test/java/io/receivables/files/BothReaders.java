package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerColumns;
import io.receivables.core.ledger.OpenItem;
import io.receivables.core.ledger.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads files with {@link ColumnarCsv} and with {@link CsvLedgerReader}, and holds what they say against each other. */
final class BothReaders {
    private BothReaders() {}

    /** What the columnar reader made of two files, after it was compared with what the other one makes of them. */
    static LoadedLedger agree(Path folder, String invoices, String payments, int partSize) {
        return agree(
                folder, invoices.getBytes(StandardCharsets.UTF_8), payments.getBytes(StandardCharsets.UTF_8), partSize);
    }

    static LoadedLedger agree(Path folder, byte[] invoices, byte[] payments, int partSize) {
        Path invoiceFile = write(folder.resolve("invoices.csv"), invoices);
        Path paymentFile = write(folder.resolve("payments.csv"), payments);
        CsvLedgerReader reader =
                CsvLedgerReader.canonical().invoices(invoiceFile).payments(paymentFile);
        ColumnarCsv columnar = ColumnarCsv.of(invoiceFile).payments(paymentFile).inPartsOf(partSize);
        LoadedLedger expected = reader.load();
        LoadedLedger loaded = columnar.load(Workers.caller());
        LoadedLedger withPayments = columnar.keepingPayments().load(Workers.caller());

        assertThat(loaded.counts()).isEqualTo(expected.counts());
        assertThat(problems(loaded)).isEqualTo(problems(expected));
        assertThat(loaded.ledger().customers()).isEqualTo(expected.ledger().customers());
        for (LocalDate day : days(expected.ledger())) {
            assertThat(loaded.ledger().balance(day)).isEqualTo(expected.ledger().balance(day));
            assertThat(open(loaded.ledger(), day)).isEqualTo(open(expected.ledger(), day));
        }
        assertThat(rows(withPayments.ledger())).isEqualTo(rows(expected.ledger()));
        return loaded;
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // in an order of their own, for that of the readers differs

    /** All attributes of a problem, which are the same but for the order. */
    private static List<String> problems(LoadedLedger loaded) {
        return loaded.problems().stream()
                .map(problem -> problem.code() + " " + new TreeMap<>(problem.attributes()))
                .sorted()
                .toList();
    }

    /** Days on which something happens, and those before. */
    private static SortedSet<LocalDate> days(Ledger ledger) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int row = 0; row < ledger.columns().rows(); row++) {
            OpenItem item = ledger.item(row, Given.LATE);
            days.add(item.issueDate());
            days.add(item.issueDate().minusDays(1));
            item.settlements().forEach(settlement -> days.add(settlement.date()));
        }
        return days;
    }

    private static List<String> open(Ledger ledger, LocalDate day) {
        return ledger.openItems(day).stream().map(Object::toString).sorted().toList();
    }

    private static List<String> rows(Ledger ledger) {
        LedgerColumns columns = ledger.columns();
        return IntStream.range(0, columns.rows())
                .mapToObj(row -> ledger.item(row, Given.LATE) + " " + columns.tax(row) + " " + columns.recordedDay(row)
                        + " " + columns.originDay(row) + " " + columns.settledFrom(row))
                .sorted()
                .toList();
    }
}
