package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BankStatementInTest {
    private static String run() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BankStatementIn.run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void every_file_is_read_and_its_balances_agree() throws IOException {
        assertThat(run())
                // 1,200.00 + 380.50 + 1,488.00 + 640.00 + 250.00
                .contains(
                        "2026-05-04-statement.xml: camt.053.001.08, 5 lines, EUR 10000.00 + EUR 3958.50 = EUR 13958.50")
                // −643.00 + 99.99 − 4.50
                .contains("2026-05-05-statement.sta: MT940, 3 lines, EUR 13958.50 + EUR -547.51 = EUR 13410.99")
                .contains("2026-05-04-details.xml: camt.054.001.08, 2 lines, no balances to check")
                .contains("2026-05-05-order.xml: left out: The file is a pain.001");
    }

    @Test
    void lines_become_payments_a_return_and_charges_and_the_rest_is_left_with_what_was_seen() throws IOException {
        String told = run();
        assertThat(told)
                .contains("paid EUR 1200.00: F-1001 by structured-reference")
                .contains("paid EUR 300.00: F-1002 by text")
                .contains("paid EUR 80.50: INV/2026/0007 by end-to-end-id")
                .contains("paid EUR 1500.00: F-1004 by ")
                .contains("paid EUR 640.00: F-1005 by text, F-1006 by text")
                .contains("unidentified EUR 250.00 from J. Brandt: Nothing that is open is named")
                .contains(
                        "unapplied EUR 99.99 from Weber & Soehne: F-1007 is named; EUR 100.00 is open and EUR 99.99 was paid.")
                // the German bank may not say AM04
                .contains("returned EUR -640.00: MS03, represent-later")
                .contains("charge EUR 12.00 for a payment", "charge EUR 3.00 for a payment", "charge EUR 4.50\n");
        assertThat(told.lines().filter(line -> line.startsWith("  paid "))).hasSize(5);
    }

    @Test
    void the_aged_balance_moves_by_what_was_received_and_kept() throws IOException {
        String told = run();
        // 1,200.00 + 80.50 + 300.00 + 100.00 + 1,500.00 + 400.00 + 240.00
        assertThat(told).contains("unapplied: EUR 0.00, net: EUR 3820.50");
        // less 1,200.00 + 300.00 + 80.50 + 1,500.00 + 640.00 − 640.00 + 99.99
        assertThat(told).contains("unapplied: EUR 99.99, net: EUR 640.01");
    }

    @Test
    void the_folder_once_more_changes_nothing() throws IOException {
        assertThat(run()).contains("The folder once more: 0 facts");
        assertThat(run()).isEqualTo(run());
    }
}
