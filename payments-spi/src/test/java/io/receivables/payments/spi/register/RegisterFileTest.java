package io.receivables.payments.spi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.payments.spi.register.RegisterFile.TornLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks against other processes and cuts at every byte are tried by the registers of cheques and of transfers. */
class RegisterFileTest {
    @TempDir
    Path folder;

    /** Numbers, one on each line. */
    private static final RegisterFile.Form<Integer> NUMBERS = new RegisterFile.Form<>() {
        @Override
        public String write(Integer entry) {
            return entry < 0 ? "a\nb" : entry.toString();
        }

        @Override
        public Integer read(String line) {
            return Integer.valueOf(line);
        }
    };

    private RegisterFile<Integer> open() {
        return RegisterFile.at(folder.resolve("list"), NUMBERS);
    }

    @Test
    void entries_are_there_in_order_for_whoever_opens_the_file() throws IOException {
        RegisterFile<Integer> one = open();
        RegisterFile<Integer> other = open();
        assertThat(one.append(0, List.of(7, 8))).isTrue();
        assertThat(other.append(2, List.of(9))).isTrue();

        assertThat(one.since(0)).containsExactly(7, 8, 9);
        assertThat(one.since(2)).containsExactly(9);
        assertThat(one.since(3)).isEmpty();
        assertThat(Files.readString(folder.resolve("list"))).isEqualTo("7\n8\n9\n");
        assertThat(one.torn()).isEmpty();
    }

    @Test
    void who_comes_second_writes_nothing() {
        RegisterFile<Integer> one = open();
        assertThat(one.append(0, List.of(7))).isTrue();

        assertThat(one.append(0, List.of(8))).isFalse();
        assertThat(one.append(2, List.of(8))).isFalse();
        assertThat(one.since(0)).containsExactly(7);
    }

    @Test
    void a_line_that_was_not_ended_is_cut_off_and_kept() throws IOException {
        Path file = folder.resolve("list");
        Files.writeString(file, "7\n8\n12");
        RegisterFile<Integer> one = open();

        assertThat(one.since(0)).containsExactly(7, 8);
        Path beside = file.toRealPath().resolveSibling("list.torn");
        assertThat(one.torn()).contains(new TornLine(3, 2, beside));
        assertThat(Files.readString(beside)).isEqualTo("12\n");
        assertThat(one.append(2, List.of(9))).isTrue();
        assertThat(Files.readString(file)).isEqualTo("7\n8\n9\n");
    }

    @Test
    void a_damaged_line_and_a_file_that_became_shorter_are_named() throws IOException {
        Path file = folder.resolve("list");
        Files.writeString(file, "7\nx\n");
        assertThatThrownBy(() -> open().since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 2 is damaged")
                .hasMessageContaining("restore it from a copy");

        Files.writeString(file, "7\n8\n");
        RegisterFile<Integer> one = open();
        assertThat(one.since(0)).hasSize(2);
        Files.writeString(file, "7\n");
        assertThatThrownBy(() -> one.since(0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it has 2 bytes and had 4");
    }

    @Test
    void an_entry_is_one_line_and_a_folder_is_there() throws IOException {
        RegisterFile<Integer> one = open();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.append(0, List.of(7, -1)))
                .withMessageContaining("line break");
        assertThat(Files.size(folder.resolve("list"))).isZero();
        assertThatThrownBy(() -> RegisterFile.at(folder.resolve("no/list"), NUMBERS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("check its folder and rights");
    }
}
