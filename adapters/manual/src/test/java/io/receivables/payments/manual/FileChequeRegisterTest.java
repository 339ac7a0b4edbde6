package io.receivables.payments.manual;

import static io.receivables.payments.manual.ChequeOffice.AMOUNT;
import static io.receivables.payments.manual.ChequeOffice.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Money;
import io.receivables.payments.manual.ChequeFact.Certified;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChequeRegisterTest {
    private static final Instant NOON = ChequeOffice.noon(MONDAY);
    private static final List<ChequeEntry> ENTRIES = List.of(
            entry(new Expected("K-1", MONDAY, "pay-1", AMOUNT, "F-1001")),
            entry(new Received("K-1", MONDAY, "00\t01\\23\nà", MONDAY, Money.of("0.01", "CAD"), true)),
            entry(new Certified("K-1", MONDAY)),
            entry(new Deposited("K-1", MONDAY)),
            entry(new Passed("K-1", MONDAY.plusDays(7), ChequeTrigger.HOLD_PASSED)),
            entry(Returned.of("K-1", MONDAY.plusDays(9), ChequeReturn.NSF)),
            entry(Returned.of("K-2", MONDAY, ChequeReturn.ALTERED).charging(Money.of("500", "JPY"))));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("cheques.txt");
    }

    private static ChequeEntry entry(ChequeFact fact) {
        return new ChequeEntry(NOON.plusNanos(7), fact);
    }

    private FileChequeRegister written(List<ChequeEntry> entries) {
        FileChequeRegister register = FileChequeRegister.at(file);
        for (ChequeEntry entry : entries) {
            assertThat(register.append(register.since(0).size(), entry)).isTrue();
        }
        return register;
    }

    @Test
    void every_kind_of_fact_is_read_back_as_it_was() {
        written(ENTRIES);

        assertThat(FileChequeRegister.at(file).since(0)).isEqualTo(ENTRIES);
        assertThat(FileChequeRegister.at(file).since(5)).isEqualTo(ENTRIES.subList(5, 7));
    }

    @Test
    void a_fact_is_one_line_that_a_person_can_read() throws IOException {
        written(ENTRIES.subList(0, 2));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "1\t2026-03-02T17:00:00.000000007Z\texpected\tK-1\t2026-03-02\tpay-1\tCAD 800.00\tF-1001\tef22b1cf",
                        "1\t2026-03-02T17:00:00.000000007Z\treceived\tK-1\t2026-03-02\t00\\t01\\\\23\\nà\t2026-03-02"
                                + "\tCAD 0.01\tcertified\t7381134d");
    }

    @Test
    void a_number_that_is_taken_is_not_written() {
        FileChequeRegister register = written(ENTRIES.subList(0, 2));

        assertThat(register.append(1, ENTRIES.get(2))).isFalse();
        assertThat(register.append(3, ENTRIES.get(2))).isFalse();
        assertThat(FileChequeRegister.at(file).since(0)).hasSize(2);
    }

    @Test
    void one_file_may_be_open_twice() {
        FileChequeRegister one = FileChequeRegister.at(file);
        FileChequeRegister two = FileChequeRegister.at(folder.resolve(".").resolve("cheques.txt"));

        assertThat(one.append(0, ENTRIES.get(0))).isTrue();
        assertThat(two.append(0, ENTRIES.get(0))).isFalse();
        assertThat(two.append(1, ENTRIES.get(1))).isTrue();
        assertThat(one.since(0)).isEqualTo(ENTRIES.subList(0, 2));
    }

    @Test
    void wherever_a_crash_cuts_the_file_no_whole_fact_is_lost_and_writing_goes_on() throws IOException {
        List<ChequeEntry> shortest = ENTRIES.subList(2, 4);
        written(shortest);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            int lines = (int) new String(cut, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            boolean isTorn = length > 0 && cut[length - 1] != '\n';

            FileChequeRegister after = FileChequeRegister.at(file);
            assertThat(after.since(0)).isEqualTo(shortest.subList(0, lines));
            assertThat(after.torn().isPresent()).isEqualTo(isTorn);
            assertThat(after.append(lines, ENTRIES.get(4))).isTrue();
            List<ChequeEntry> all = new ArrayList<>(shortest.subList(0, lines));
            all.add(ENTRIES.get(4));
            assertThat(FileChequeRegister.at(file).since(0)).isEqualTo(all);
        }
    }

    @Test
    void a_torn_line_is_reported_and_kept_beside_the_register() throws IOException {
        written(ENTRIES.subList(0, 2));
        Files.writeString(file, "1\t2026-03-02T17:00", StandardOpenOption.APPEND);

        FileChequeRegister after = FileChequeRegister.at(file);
        assertThat(after.since(0)).hasSize(2);

        Path beside = file.toRealPath().resolveSibling("cheques.txt.torn");
        assertThat(after.torn()).contains(new TornLine(3, 18, beside));
        assertThat(Files.readString(beside)).isEqualTo("1\t2026-03-02T17:00\n");
    }

    @Test
    void what_another_process_left_torn_is_cut_while_the_register_is_open() throws IOException {
        FileChequeRegister open = written(ENTRIES.subList(0, 1));
        Files.writeString(file, "1\t", StandardOpenOption.APPEND);

        assertThat(open.append(1, ENTRIES.get(1))).isTrue();
        assertThat(open.torn()).isPresent();
        assertThat(FileChequeRegister.at(file).since(0)).isEqualTo(ENTRIES.subList(0, 2));
    }

    @Test
    void a_whole_line_that_was_changed_is_never_cut_and_names_its_place() throws IOException {
        written(ENTRIES.subList(0, 3));
        String text = Files.readString(file).replace("CAD 800.00", "CAD 900.00");
        Files.writeString(file, text);

        assertThatThrownBy(() -> FileChequeRegister.at(file).since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 1 is damaged: its checksum does not fit; restore it from a copy");
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_register_that_became_shorter_is_not_believed() throws IOException {
        FileChequeRegister register = written(ENTRIES.subList(0, 3));
        Files.writeString(file, "");

        assertThatThrownBy(() -> register.since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it has 0 bytes and had");
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThatThrownBy(() -> FileChequeRegister.at(folder.resolve("none/cheques.txt")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("check its folder and rights");
    }

    @Test
    void many_threads_write_all_their_facts() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Submission>> asks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String key = "K-" + i / 2; // each key by two offices, that is by two registers over one file
            ChequeOffice office = new ChequeOffice(FileChequeRegister.at(file));
            asks.add(() -> office.ask(key));
        }
        for (Future<Submission> asked : pool.invokeAll(asks)) {
            assertThat(asked.get().kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
        }
        pool.shutdown();

        assertThat(FileChequeRegister.at(file).since(0))
                .extracting(entry -> entry.fact().payment())
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_else_in_this_process_holds_the_lock_keeps_the_register_out() throws IOException {
        FileChequeRegister register = written(ENTRIES.subList(0, 1));
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
        FileChequeRegister register = written(ENTRIES.subList(0, 1));
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

            assertThatThrownBy(() -> register.append(1, ENTRIES.get(1)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another process is writing: try again");
            assertThat(new ChequeOffice(register).ask("K-9").kind()).isEqualTo(Submission.Kind.NOT_SENT);
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }

        assertThat(register.append(1, ENTRIES.get(1))).isTrue();
    }
}
