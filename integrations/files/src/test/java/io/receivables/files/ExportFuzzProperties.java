package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Exports that were damaged at random, proposed a mapping for and read: nothing comes out but a result or a {@link
 * CsvException}, and no row is lost. {@code mvn -Pfuzz -pl integrations/files -am verify} tries many more.
 */
class ExportFuzzProperties {
    private static final List<String> EXPORTS = List.of(
            Given.HEADER
                    + "F-1,C1,2026-01-05,2026-02-04,EUR,1.00\nF-2,\"C,2\",2026-01-25,2026-02-24,EUR,\"1,234.50\"\n",
            """
            Grand livre;;;;;
            N° facture;Code client;Date facture;Échéance;Débit;Crédit
            FA001;411DUR;15/01/2026;14/02/2026;1 234,50 €;
            AV002;411LEM;28/02/2026;30/03/2026;;500,00 €
            Total;;;;1 234,50;500,00
            """,
            """
            Dynamic list display
            ------------------------------------------------------------------------
            | Account|Document |Type|Doc. Date |Net due dt|   Amount in DC|Curr.|Text|
            ------------------------------------------------------------------------
            |  100001|900001   |RV  |05.01.2026|04.02.2026|      1.234,50 |EUR  |19" |
            |  100001|900002   |DZ  |26.01.2026|          |        234,50-|EUR  |    |
            ------------------------------------------------------------------------
            |* 100001|         |    |          |          |      1.000,00 |EUR  |    |
            """,
            """
            Open Invoices
            ,Date,Transaction type,Num,Due date,Amount,Open balance
            Acme Inc,,,,,,
            ,01/15/2026,Invoice,1001,02/14/2026,$100.00,$60.00
            ,01/26/2026,Credit Memo,1002,01/26/2026,($30.00),($30.00)
            Total for Acme Inc,,,,,$70.00,$30.00
            """);
    private static final List<String> SCRAPS = List.of(
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\r",
            "\0",
            "\uFEFF",
            "\u202E",
            "\uFFFD",
            "é",
            "€",
            "=1+1",
            "Total",
            "sep=;\n",
            "-",
            "(",
            ")",
            "CR",
            "1e9",
            "31/02/2026",
            "9".repeat(70),
            "2026-01-05",
            "EUR",
            " ",
            "\u00A0",
            "x".repeat(500),
            "\n".repeat(60),
            ",".repeat(300));
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16,
            Charset.forName("windows-1252"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)\\}");

    private static Path file = Path.of("");

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("export", ".csv");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property
    void a_damaged_export_ends_in_a_result_or_a_refusal(@ForAll long seed, @ForAll @IntRange(max = 12) int damages)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(pick(EXPORTS, random));
        for (int i = 0; i < damages; i++) {
            damage(text, random);
        }
        byte[] bytes = text.toString().getBytes(pick(ENCODINGS, random));
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        read(bytes);
    }

    @Property
    void bytes_without_sense_end_in_a_result_or_a_refusal(@ForAll byte[] bytes) throws IOException {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            more.write(bytes);
            more.write(i % 3 == 0 ? ';' : '\n');
        }
        read(more.toByteArray());
    }

    private static void damage(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, pick(SCRAPS, random));
            case 2 -> text.insert(from, text.substring(from, to));
            case 3 -> text.replace(from, to, pick(SCRAPS, random));
            default -> text.append(text.substring(from, to)).append(pick(SCRAPS, random));
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** As a user would: proposed a mapping for, its questions answered, read, and its rejected rows read again. */
    private static void read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            MappingProposal proposal = answered(CsvLedgerReader.proposeMapping(file));
            assertThat(proposal.describe(Locale.FRENCH)).isNotBlank();
            StringWriter rejected = new StringWriter();
            LoadedLedger loaded = CsvLedgerReader.with(proposal.mapping())
                    .openOn(LocalDate.parse("2026-06-30"))
                    .rejectedRows(name -> rejected, Locale.ENGLISH)
                    .invoices("export.csv", new ByteArrayInputStream(bytes))
                    .load();
            assertThat(loaded.counts().addUp()).isTrue();
            assertThat(loaded.errors().isEmpty()).isEqualTo(loaded.counts().rejected() == 0);
            if (!rejected.toString().isEmpty()) {
                LoadedLedger again = CsvLedgerReader.with(proposal.mapping())
                        .openOn(LocalDate.parse("2026-06-30"))
                        .invoices("again.csv", new StringReader(rejected.toString()))
                        .load();
                assertThat(again.counts().addUp()).isTrue();
            }
        } catch (CsvException e) {
            assertFilled(e.problem());
        }
    }

    /** The text of the file may hold braces of its own: what the message needs is compared with what the problem has. */
    private static void assertFilled(Problem problem) {
        String template =
                problem.code().messages(Locale.FRENCH).getString(problem.code().id());
        assertThat(PLACEHOLDER.matcher(template).results().map(place -> place.group(1)))
                .isSubsetOf(problem.attributes().keySet());
        assertThat(problem.message(Locale.FRENCH)).isNotBlank();
    }

    private static MappingProposal answered(MappingProposal start) {
        MappingProposal proposal = start;
        for (int i = 0; i < 50 && !proposal.isComplete(); i++) {
            MappingQuestion question = proposal.questions().get(0);
            if (question.answers().isEmpty()) {
                return proposal;
            }
            proposal = proposal.answer(question.key(), question.answers().get(0));
        }
        return proposal;
    }
}
