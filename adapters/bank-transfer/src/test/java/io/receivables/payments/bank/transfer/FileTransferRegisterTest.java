package io.receivables.payments.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.LineKey;
import io.receivables.core.cash.ReturnReason;
import io.receivables.payments.bank.transfer.TransferFact.Asked;
import io.receivables.payments.bank.transfer.TransferFact.CameIn;
import io.receivables.payments.bank.transfer.TransferFact.WentBack;
import io.receivables.payments.spi.Submission;
import io.receivables.payments.spi.register.RegisterFile.TornLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTransferRegisterTest {
    private static final Money EUROS = Money.of("800.00", "EUR");
    private static final LineKey KEY = new LineKey("DE33100205000001194700", "B\t1\\2\nà", EUROS, Bank.DAY, 2);
    private static final List<TransferEntry> ENTRIES = List.of(
            entry(new Asked("RF18539007547034", "K-1", "pay-1", EUROS)),
            entry(new CameIn(
                    "RF18539007547034",
                    KEY,
                    1,
                    Money.of("0.01", "EUR"),
                    Money.of("3", "EUR"),
                    Bank.DAY.plusDays(1),
                    Map.of(BankReference.END_TO_END, "E\t1", BankReference.MANDATE, "M-1"))),
            entry(new CameIn("R7", KEY, 2, Money.of("500", "JPY"), Money.of("0", "JPY"), Bank.DAY, Map.of())),
            entry(new WentBack(
                    "RF18539007547034",
                    KEY,
                    3,
                    EUROS,
                    Money.of("3.50", "EUR"),
                    Bank.DAY,
                    "transfer-1",
                    ReturnReason.iso("AM04"),
                    "DE")),
            entry(new WentBack(
                    "RF18539007547034",
                    KEY,
                    4,
                    EUROS,
                    Money.of("0.00", "EUR"),
                    Bank.DAY,
                    "",
                    ReturnReason.notStated(),
                    "")));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("transfers.txt");
    }

    private static TransferEntry entry(TransferFact fact) {
        return new TransferEntry(Seller.NOW.plusNanos(7), fact);
    }

    private FileTransferRegister written(List<TransferEntry> entries) {
        FileTransferRegister register = FileTransferRegister.at(file);
        assertThat(register.append(register.since(0).size(), entries)).isTrue();
        return register;
    }

    private Seller seller() {
        return new Seller(FileTransferRegister.at(file), Seller.values("referencePrefix", "AN"));
    }

    @Test
    void every_kind_of_fact_is_read_back_as_it_was() {
        written(ENTRIES);

        assertThat(FileTransferRegister.at(file).since(0)).isEqualTo(ENTRIES);
        assertThat(FileTransferRegister.at(file).since(3)).isEqualTo(ENTRIES.subList(3, 5));
    }

    @Test
    void a_fact_is_one_line_that_a_person_can_read() throws IOException {
        written(ENTRIES.subList(0, 2));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "1\t2026-03-04T11:00:00.000000007Z\tasked\tRF18539007547034\tK-1\tpay-1\tEUR 800.00\tde323a40",
                        "1\t2026-03-04T11:00:00.000000007Z\tcame-in\tRF18539007547034\tDE33100205000001194700"
                                + "\tB\\t1\\\\2\\nà\tEUR 800.00\t2026-03-04\t2\t1\tEUR 0.01\tEUR 3.00\t2026-03-05"
                                + "\tend-to-end\tE\\t1\tmandate\tM-1\t3dc7bcaf");
    }

    @Test
    void a_line_may_be_kept_elsewhere() {
        assertThat(ENTRIES)
                .allSatisfy(
                        each -> assertThat(TransferEntry.ofLine(each.line())).isEqualTo(each));
        String line = ENTRIES.get(0).line();
        for (int i = 0; i < line.length(); i++) {
            String cut = line.substring(0, i);
            assertThatIllegalArgumentException().isThrownBy(() -> TransferEntry.ofLine(cut));
        }
    }

    @Test
    void a_number_that_is_taken_is_not_written() {
        FileTransferRegister register = written(ENTRIES.subList(0, 2));

        assertThat(register.append(1, ENTRIES.subList(2, 3))).isFalse();
        assertThat(register.append(3, ENTRIES.subList(2, 3))).isFalse();
        assertThat(FileTransferRegister.at(file).since(0)).hasSize(2);
    }

    @Test
    void one_file_may_be_open_twice() {
        FileTransferRegister one = FileTransferRegister.at(file);
        FileTransferRegister two = FileTransferRegister.at(folder.resolve(".").resolve("transfers.txt"));

        assertThat(one.append(0, ENTRIES.subList(0, 1))).isTrue();
        assertThat(two.append(0, ENTRIES.subList(0, 1))).isFalse();
        assertThat(two.append(1, ENTRIES.subList(1, 2))).isTrue();
        assertThat(one.since(0)).isEqualTo(ENTRIES.subList(0, 2));
    }

    @Test
    void wherever_a_crash_cuts_the_file_no_whole_fact_is_lost_and_writing_goes_on() throws IOException {
        List<TransferEntry> some = ENTRIES.subList(0, 4);
        written(some);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            int lines = (int) new String(cut, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            boolean isTorn = length > 0 && cut[length - 1] != '\n';

            FileTransferRegister after = FileTransferRegister.at(file);
            assertThat(after.since(0)).isEqualTo(some.subList(0, lines));
            assertThat(after.torn().isPresent()).isEqualTo(isTorn);
            assertThat(after.append(lines, ENTRIES.subList(4, 5))).isTrue();
            List<TransferEntry> all = new ArrayList<>(some.subList(0, lines));
            all.add(ENTRIES.get(4));
            assertThat(FileTransferRegister.at(file).since(0)).isEqualTo(all);
        }
    }

    @Test
    void a_statement_that_a_crash_cut_is_taken_again_and_counts_once() throws IOException {
        Seller first = seller();
        String reference = first.asked("K-1");
        first.take(Bank.in("300.00", "B1", reference), Bank.in("500.00", "B2", reference));
        byte[] whole = Files.readAllBytes(file);
        int asked = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;

        for (int length = asked; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Seller after = seller();
            after.take(Bank.in("300.00", "B1", reference), Bank.in("500.00", "B2", reference));

            assertThat(after.story("K-1")).containsExactly("partially-settled 300.00", "settled 800.00");
        }
    }

    @Test
    void a_torn_line_is_reported_and_kept_beside_the_register() throws IOException {
        written(ENTRIES.subList(0, 2));
        Files.writeString(file, "1\t2026-03-02T17:00", StandardOpenOption.APPEND);

        FileTransferRegister after = FileTransferRegister.at(file);
        assertThat(after.since(0)).hasSize(2);

        Path beside = file.toRealPath().resolveSibling("transfers.txt.torn");
        assertThat(after.torn()).contains(new TornLine(3, 18, beside));
        assertThat(Files.readString(beside)).isEqualTo("1\t2026-03-02T17:00\n");
    }

    @Test
    void a_whole_line_that_was_changed_is_never_cut_and_names_its_place() throws IOException {
        written(ENTRIES.subList(0, 3));
        String text = Files.readString(file).replaceFirst("EUR 800.00", "EUR 900.00");
        Files.writeString(file, text);

        assertThatThrownBy(() -> FileTransferRegister.at(file).since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 1 is damaged: its checksum does not fit; restore it from a copy");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_register_that_became_shorter_is_not_believed() throws IOException {
        FileTransferRegister register = written(ENTRIES.subList(0, 3));
        Files.writeString(file, "");

        assertThatThrownBy(() -> register.since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it has 0 bytes and had");
    }

    @Test
    void many_threads_write_all_their_facts_and_each_booking_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Object>> works = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = "K-" + i / 2; // each key by two sellers, that is by two registers over one file
            Seller seller = seller();
            works.add(() -> {
                String reference = seller.asked(key);
                return seller.take(Bank.in("800.00", "B-" + key, reference));
            });
        }
        for (Future<Object> work : pool.invokeAll(works)) {
            work.get();
        }
        pool.shutdown();

        assertThat(FileTransferRegister.at(file).since(0)).hasSize(40); // 20 requests and 20 bookings
        for (int i = 0; i < 20; i++) {
            assertThat(seller().story("K-" + i)).containsExactly("settled 800.00");
        }
    }

    @Test
    void whoever_else_in_this_process_holds_the_lock_keeps_the_register_out() throws IOException {
        FileTransferRegister register = written(ENTRIES.subList(0, 1));
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.lock();

            assertThatThrownBy(() -> register.since(0))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another part of this process is writing: try again");
        }
        assertThat(register.since(0)).hasSize(1);
    }

    @Test
    void another_process_that_writes_keeps_this_one_out() throws Exception {
        FileTransferRegister register = written(ENTRIES.subList(0, 1));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Path.of(LockHolder.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answer =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(answer.readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> register.append(1, ENTRIES.subList(1, 2)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another process is writing: try again");
            Seller seller = new Seller(register, Seller.values());
            assertThat(seller.ask("K-9", Seller.command(EUROS)).kind()).isEqualTo(Submission.Kind.NOT_SENT);
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }

        assertThat(register.append(1, ENTRIES.subList(1, 2))).isTrue();
    }

    @Test
    void a_register_that_says_one_thing_twice_is_not_believed() {
        written(List.of(ENTRIES.get(0), ENTRIES.get(1), ENTRIES.get(1)));

        assertThatThrownBy(() -> seller().take(Bank.statement()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("entry 2 of the register has a booking for the second time");
    }
}
