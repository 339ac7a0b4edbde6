package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.examples.report.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a file for which there is no mapping. */
class UnknownFileReportTest {
    /** As a French accounting package exports it: Windows-1252, semicolons, titles, totals, a date order that shows. */
    private static final String GRAND_LIVRE = """
            Grand livre clients;;;;;;
            Société Boréale;;;;;;
            N° facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC;Devise
            FA001;411DUR;Durand & Fils;15/01/2026;14/02/2026;1 234,50;EUR
            FA002;411LEM;Lemaître;28/02/2026;30/03/2026;2 000,00;EUR
            AV003;411LEM;Lemaître;02/03/2026;02/03/2026;-500,00;EUR
            FA004;411DUR;Durand & Fils;31/03/2026;30/04/2026;99,99;EUR
            FA005;411DUR;Durand & Fils;31/04/2026;30/05/2026;1,00;EUR
            Total;;;;;2 835,49;
            """;

    private static final String AMBIGUOUS = """
            Invoice Number,Customer,Invoice Date,Due Date,Total
            INV-1,Acme,3/4/2026,4/5/2026,100.00
            INV-2,Acme,5/4/2026,6/5/2026,50.00
            """;

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    private Ran report(String text, Charset encoding, String... more) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), text.getBytes(encoding));
        List<String> args = new ArrayList<>(List.of("--invoices", file.toString(), "--as-of", "2026-06-30"));
        args.addAll(List.of("--mapping", "auto"));
        args.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = ReceivablesReport.run(
                args.toArray(String[]::new),
                Style.PLAIN,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                exit,
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_that_leaves_nothing_open_is_reported_with_the_mapping_that_was_used() throws IOException {
        Path saved = folder.resolve("mapping.json");
        Path json = folder.resolve("report.json");
        Path again = folder.resolve("again.json");
        Ran ran = report(
                GRAND_LIVRE,
                Charset.forName("windows-1252"),
                "--save-mapping",
                saved.toString(),
                "--json",
                json.toString());

        assertThat(ran.exit()).withFailMessage(ran.err() + ran.out()).isZero();
        assertThat(ran.out()).contains("windows-1252", "\"amount\" : \"Montant TTC\"", "dd/MM/yyyy");
        // 1,234.50 + 2,000.00 + 99.99, less the credit note of 500.00
        assertThat(ran.out()).contains("3,334.49", "2,834.49");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));

        ReceivablesReport.run(
                new String[] {
                    "--invoices", folder.resolve("export.csv").toString(),
                    "--as-of", "2026-06-30",
                    "--mapping", saved.toString(),
                    "--json", again.toString()
                },
                Style.PLAIN,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                System.err);
        assertThat(again).hasSameTextualContentAs(json);
    }

    @Test
    void what_the_file_leaves_open_is_asked_and_nothing_is_reported() throws IOException {
        Ran ran = report(AMBIGUOUS, StandardCharsets.UTF_8);

        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).contains("QUESTION", "3/4/2026").doesNotContain("AGED BALANCE", "\"columns\"");
        assertThat(ran.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("2 questions must be answered first", "--answer currency=", "d/M/yyyy", "M/d/yyyy"));
    }

    @Test
    void answers_complete_the_mapping() throws IOException {
        Ran asked = report(AMBIGUOUS, StandardCharsets.UTF_8);
        String key = asked.err().replaceFirst("(?s).*--answer (\\S+)=[^ ]*M/d/yyyy.*", "$1");
        Ran ran = report(
                AMBIGUOUS, StandardCharsets.UTF_8, "--currency", "CAD", "--answer", key + "=d/M/yyyy", "--lang", "fr");

        assertThat(ran.exit()).withFailMessage(ran.err()).isZero();
        assertThat(ran.out()).contains("Le mappage :", "150,00");
    }

    @Test
    void an_answer_to_nothing_that_was_asked_is_wrong_usage() throws IOException {
        Ran key = report(AMBIGUOUS, StandardCharsets.UTF_8, "--answer", "colour=blue");
        Ran value = report(AMBIGUOUS, StandardCharsets.UTF_8, "--answer", "currency=blue");

        assertThat(key.exit()).isEqualTo(2);
        assertThat(key.err()).contains("nothing is asked under colour", "currency");
        assertThat(value.exit()).isEqualTo(2);
        assertThat(value.err()).contains("blue is no answer to currency");
    }

    @Test
    void a_file_that_is_no_table_is_one_line() throws IOException {
        Ran ran = report("%PDF-1.7 and so on", StandardCharsets.UTF_8);

        assertThat(ran.exit()).isOne();
        assertThat(ran.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("RCV-PROPOSAL-"));
    }

    @Test
    void rows_that_were_left_out_are_written_to_a_folder() throws IOException {
        Path rejected = folder.resolve("rejected");
        Ran ran =
                report(GRAND_LIVRE, Charset.forName("windows-1252"), "--rejected", rejected.toString(), "--lang", "fr");

        assertThat(ran.exit()).isZero();
        assertThat(Files.readString(rejected.resolve("export-rejected.csv")))
                .startsWith("\uFEFFrejected_line;rejected_because;rejected_text;N° facture;")
                .contains("FA005", "n'est pas une date")
                .hasLineCount(2);
    }
}
