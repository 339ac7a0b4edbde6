package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayByInteracTest {
    private static String run() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PayByInterac.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void links_are_paid_and_booked_once_and_dso_moves() throws IOException {
        String told = run();

        // 4,600.00 + 1,250.50 + 3,100.00 + 2,000.00 are open, of which 2,000.00 is not due
        assertThat(told)
                .contains("On 2026-05-11 CAD 10950.50 is open; DSO (count-back) is 72.0 days")
                .contains("On 2026-05-11 CAD 2000.00 is open; DSO (count-back) is 11.0 days")
                .contains(
                        "Payer en ligne\u00a0: https://etransfer.interac.ca/",
                        "Pay online: https://etransfer.interac.ca/")
                .contains("The payer's word is no money: nothing to book")
                .contains("CAD 5850.50 of MT by interac: settled", "CAD 3100.00 of NL by interac: settled");
        assertThat(told.lines().map(String::strip).filter(line -> line.startsWith("payment of")))
                .as("a webhook that comes twice, or before the answer, books once")
                .containsExactly("payment of CAD 3100.00", "payment of CAD 5850.50");
        assertThat(told.lines().map(String::strip).filter(line -> line.contains(" for F-")))
                .containsExactly("CAD 3100.00 for F-1049", "CAD 4600.00 for F-1042", "CAD 1250.50 for F-1057");
    }

    @Test
    void the_story_is_always_told_alike() throws IOException {
        assertThat(run()).isEqualTo(run());
    }
}
