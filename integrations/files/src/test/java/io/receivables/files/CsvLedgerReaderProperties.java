package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvLedgerReaderProperties {
    @Provide
    Arbitrary<DirtyFiles> dirtyFiles() {
        return DirtyFiles.arbitrary();
    }

    /** Text of which CSV is made, mostly wrong. */
    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "\"",
                        "\"\"",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        " ",
                        "F-1",
                        "C1",
                        "2026-01-05",
                        "EUR",
                        "1.00",
                        "-5",
                        "F-1,C1,2026-01-05,2026-02-04,EUR,1.00\n",
                        "\"F-2\",C1,2026-01-05,2026-02-04,EUR,\"1.00\"\n")
                .list()
                .ofMaxSize(60)
                .map(scraps -> String.join("", scraps));
    }

    @Property
    void no_row_is_lost_and_the_good_ones_are_the_facts(@ForAll("dirtyFiles") DirtyFiles files) {
        LoadedLedger loaded = Given.invoicesAndPayments(files.invoices(), files.payments());
        List<Fact> facts = loaded.ledger().facts();

        assertThat(loaded.counts()).isEqualTo(files.counts());
        assertThat(loaded.counts().addUp()).isTrue();
        assertThat(facts.stream().filter(Document.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(List.<Fact>copyOf(files.documents()));
        assertThat(facts.stream().filter(Payment.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(List.<Fact>copyOf(files.paid()));
        assertThat(loaded.errors().stream()
                        .map(problem -> problem.attribute(Problem.FILE) + problem.attribute(Problem.LINE))
                        .distinct())
                .hasSize(files.counts().rejected());
    }

    @Property
    void each_rejected_row_is_written_once_and_rejected_again_unless_it_was_mended(
            @ForAll("dirtyFiles") DirtyFiles files) {
        Map<String, StringWriter> written = new HashMap<>();
        CsvLedgerReader.canonical()
                .rejectedRows(file -> written.computeIfAbsent(file, name -> new StringWriter()), Locale.ENGLISH)
                .invoices("invoices.csv", new StringReader(files.invoices()))
                .payments("payments.csv", new StringReader(files.payments()))
                .load();
        CsvLedgerReader again = CsvLedgerReader.canonical()
                .invoices("invoices.csv", new StringReader(files.invoices()))
                .payments("payments.csv", new StringReader(files.payments()));
        int rejected = files.counts().rejected();
        if (written.containsKey("invoices.csv")) {
            again.invoices(
                    "mended", new StringReader(written.get("invoices.csv").toString()));
        }
        if (written.containsKey("payments.csv")) {
            again.payments(
                    "mended", new StringReader(written.get("payments.csv").toString()));
        }

        LoadedLedger.Counts counts = again.load().counts();
        assertThat(counts.accepted()).isEqualTo(files.counts().accepted());
        assertThat(counts.duplicates()).isEqualTo(files.counts().duplicates());
        assertThat(counts.rejected()).isEqualTo(2 * rejected);
        assertThat(counts.addUp()).isTrue();
    }

    @Property
    void whatever_the_text_every_row_is_accounted_for(@ForAll("scraps") String text) {
        LoadedLedger loaded = Given.invoices(Given.HEADER + text);

        assertThat(loaded.counts().addUp()).isTrue();
        assertThat(loaded.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).doesNotContainPattern("\\{[a-z]");
            assertThat(problem.message(Locale.FRENCH)).doesNotContainPattern("\\{[a-z]");
        });
        long lines = text.lines().count();
        assertThat(loaded.problems())
                .filteredOn(problem -> problem.code() != CsvProblem.NO_ROWS)
                .allSatisfy(problem -> assertThat(Long.parseLong(problem.attribute(Problem.LINE)))
                        .isBetween(2L, lines + 2));
    }

    @Property
    void without_quotes_each_line_with_content_is_a_row(@ForAll("scraps") String scraps) {
        String text = scraps.replace("\"", "");
        long rows =
                text.lines().filter(line -> !line.replace(",", "").isBlank()).count();

        assertThat(Given.invoices(Given.HEADER + text).counts().rows()).isEqualTo((int) rows);
    }

    @Property
    void a_settled_document_is_open_until_its_day_only(
            @ForAll("settledRows") List<String> rows, @ForAll("days") LocalDate asOf) {
        LoadedLedger loaded = settled(rows);
        assertThat(loaded.errors()).isEmpty();

        // S-n is settled 40 days after its issue on day n
        for (int n = 0; n < rows.size(); n++) {
            LocalDate issued = LocalDate.parse("2026-01-01").plusDays(n);
            long open = loaded.ledger().items("S-" + n, asOf).get(0).open().minorUnits();
            if (!asOf.isBefore(issued.plusDays(40))) {
                assertThat(open).isZero();
            }
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 120).map(LocalDate.parse("2026-01-01")::plusDays);
    }

    /** Payments of S-0, S-1, … after so many days and over so many euros of the 100 each. */
    @Provide
    Arbitrary<List<String>> settledRows() {
        return Arbitraries.integers()
                .between(-10, 60)
                .tuple2()
                .map(pair -> pair.get1() + " " + (pair.get2() + 11))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static LoadedLedger settled(List<String> payments) {
        StringBuilder invoices =
                new StringBuilder("invoice_id,customer_id,issue_date,due_date,currency,amount,settled_date\n");
        StringBuilder paid = new StringBuilder("payment_id,invoice_id,date,currency,amount\n");
        for (int n = 0; n < payments.size(); n++) {
            LocalDate issued = LocalDate.parse("2026-01-01").plusDays(n);
            invoices.append("S-" + n + ",C1," + issued + "," + issued + ",EUR,100.00," + issued.plusDays(40) + "\n");
            String[] payment = payments.get(n).split(" ", -1);
            LocalDate date = issued.plusDays(Long.parseLong(payment[0]));
            String amount = payment[1];
            paid.append("A-" + n + ",S-" + n + "," + date + ",EUR," + amount + "\n");
            paid.append("B-" + n + ",S-" + n + "," + date.plusDays(1) + ",EUR," + amount + "\n");
        }
        return CsvLedgerReader.canonical()
                .invoices("i.csv", new StringReader(invoices.toString()))
                .payments("p.csv", new StringReader(paid.toString()))
                .load();
    }
}
