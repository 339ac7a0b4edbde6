package io.receivables.dashboard;

import static io.receivables.dashboard.Pages.figure;
import static io.receivables.dashboard.Pages.parsed;
import static io.receivables.dashboard.Pages.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.receivables.core.CreditNote;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.ProblemCode;
import io.receivables.core.Refund;
import io.receivables.core.Severity;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.metrics.MeasureReason;
import io.receivables.metrics.MeasureWarning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    private static Invoice invoice(String id, String customer, String issued, String due, String amount) {
        return Invoice.of(id, customer, date(issued), Money.of(amount, "CAD")).dueOn(date(due));
    }

    /** Half a year of sales in CAD, and one overpaid invoice in EUR. */
    private static LedgerBuilder small() {
        return Ledger.builder()
                .customer(
                        Customer.of("C1", "Bücher & Söhne").inSegment("retail").inCountry("CA"))
                .customer(Customer.of("C2", "Ébénisterie Roy").inSegment("wholesale"))
                .invoice(invoice("A1", "C1", "2026-01-15", "2026-02-14", "1000.00"))
                .payment(Payment.of("P1", "C1", date("2026-02-24"), Money.of("1000.00", "CAD")), "A1")
                .invoice(invoice("A2", "C1", "2026-04-10", "2026-05-10", "600.00"))
                .payment(Payment.of("P2", "C1", date("2026-05-20"), Money.of("200.00", "CAD")), "A2")
                .invoice(invoice("A4", "C2", "2026-06-01", "2026-07-01", "1500.00"))
                .fact(Dispute.of("D1", "A4", date("2026-06-10")))
                .invoice(invoice("A5", "C1", "2026-06-15", "2026-06-30", "100.00"))
                .creditNote(CreditNote.of("A6", "C1", date("2026-06-20"), Money.of("120.00", "CAD")))
                .invoice(Invoice.of("B1", "C3", date("2026-06-10"), Money.of("250.00", "EUR"))
                        .dueOn(date("2026-06-25")))
                .payment(Payment.of("P3", "C3", date("2026-06-28"), Money.of("300.00", "EUR")));
    }

    private static Dashboard page() {
        return Dashboard.of(small().build(), AS_OF).titled("Acme Ltée");
    }

    // ---- figures

    @ParameterizedTest
    @CsvSource({
        "CAD.receivables, 2000.00", // A2 400, A4 1,500, A5 100
        "CAD.openItems, 3",
        "CAD.unappliedCredits, 120.00",
        "CAD.netReceivables, 1880.00",
        "CAD.notDue, 1600.00", // A4 due tomorrow, A5 due today
        "CAD.overdue, 400.00",
        "CAD.overdueRatio, 20.000000",
        "CAD.aging.not-due.amount, 1600.00",
        "CAD.aging.not-due.items, 2",
        "CAD.aging.31-60.amount, 400.00", // 51 days
        "CAD.aging.91+.amount, 0.00",
        "CAD.disputed.amount, 1500.00",
        "CAD.disputed.items, 1",
        "CAD.disputeRatio, 75.000000",
        // sales from 2 April on: 600 + 1,500 + 100 - 120 = 2,080; 1,880 / 2,080 x 90
        "CAD.dso.simple90, 81.346154",
        "CAD.dso.simple365, ''",
        "CAD.dso.bestPossible90, 69.230769", // 1,600 / 2,080 x 90
        "CAD.dso.averageDaysDelinquent90, 12.115385",
        "CAD.dso.dispute90, 0.000000", // the dispute is not past due
        "CAD.dso.pureLateness90, 12.115385",
        "CAD.dso.countBackStatus.monthly, OK",
        "CAD.averageDaysLate, 10.000000", // A1
        "CAD.concentration.top1, 75.000000",
        "CAD.concentration.herfindahl, 6250.000000", // 75² + 25²
        "CAD.footing.buckets, 1880.00",
        "CAD.footing.control, 1880.00",
        "CAD.footing.difference, 0.00",
        "EUR.receivables, 250.00",
        "EUR.netReceivables, -50.00",
        "EUR.dso.simple90, ''",
        "EUR.dso.countBackMonthly, 0.000000",
        "EUR.dso.countBackStatus.monthly, NO_RECEIVABLES",
    })
    void every_figure_can_be_read_with_its_exact_value(String key, String value) {
        assertThat(figure(parsed(page()), key)).isEqualTo(value);
    }

    @Test
    void a_figure_that_stands_in_several_places_is_the_same_everywhere() {
        Document page = parsed(page());

        for (Element figure : page.select("[data-figure]")) {
            assertThat(figure.attr("data-value")).isEqualTo(figure(page, figure.attr("data-figure")));
        }
    }

    @Test
    void figures_are_shown_as_each_language_writes_them() {
        Element receivables = parsed(page()).selectFirst("[data-figure=CAD.receivables]");
        Element dso = parsed(page()).selectFirst("[data-figure=CAD.dso.simple90]");

        assertThat(says(receivables, "en")).isEqualTo("2,000.00");
        assertThat(says(receivables, "fr")).isEqualTo("2 000,00");
        assertThat(says(dso, "en")).isEqualTo("81.3 days");
        assertThat(says(dso, "fr")).isEqualTo("81,3 jours");
    }

    @Test
    void a_figure_without_value_says_why() {
        Element card = parsed(page()).select("#currency-EUR .card").stream()
                .filter(element -> element.selectFirst("[data-figure=EUR.dso.simple90]") != null)
                .findFirst()
                .orElseThrow();

        assertThat(says(card, "en"))
                .contains("–", "Sales are known from 2026-06-10 on, but the window begins on 2026-04-02.");
        assertThat(says(card, "fr")).contains("Les ventes sont connues à partir du 2026-06-10");
    }

    @Test
    void receivables_older_than_all_sales_show_the_days_as_a_lower_bound() {
        // sales 100 - 60; the credit note was paid out, and so 100 is owed
        Ledger refunded = Ledger.builder()
                .invoice(invoice("A1", "C1", "2026-05-01", "2026-05-31", "100.00"))
                .creditNote(CreditNote.of("CN", "C1", date("2026-05-05"), Money.of("60.00", "CAD")))
                .fact(Refund.ofCreditNote("R", "CN", date("2026-05-06"), Money.of("60.00", "CAD")))
                .build();
        Document page = parsed(Dashboard.of(refunded, AS_OF));

        assertThat(figure(page, "CAD.dso.countBackStatus.monthly")).isEqualTo("HISTORY_EXHAUSTED");
        assertThat(says(page.selectFirst("[data-figure=CAD.dso.countBackMonthly]"), "en"))
                .isEqualTo("≥ 61.0 days");
        assertThat(says(page.selectFirst("#CAD-measures"), "en"))
                .contains("are older than the sales history of 61 days");
    }

    @Test
    void currencies_have_sections_of_their_own_and_a_switch() {
        Document page = parsed(page());

        assertThat(page.select("section.currency").eachAttr("data-currency")).containsExactly("CAD", "EUR");
        assertThat(page.select("[data-show]").eachText()).containsExactly("CAD", "EUR");
        assertThat(parsed(Dashboard.of(Ledger.of(List.of(invoice("A", "C", "2026-06-01", "2026-07-01", "1"))), AS_OF))
                        .select("[data-show]"))
                .isEmpty();
    }

    @Test
    void groups_are_those_asked_for_or_all_attributes_that_customers_have() {
        assertThat(panels(page())).contains("Overdue by country", "Overdue by segment");
        assertThat(panels(page().groupedBy(Customer.SEGMENT)))
                .contains("Overdue by segment")
                .doesNotContain("Overdue by country");
        assertThat(panels(page().groupedBy())).noneMatch(title -> title.startsWith("Overdue by seg"));
        Element segments = parsed(page().groupedBy(Customer.SEGMENT)).selectFirst("#CAD-group-0");
        assertThat(says(segments, "en"))
                .contains("retail 400.00 80.0%") // 400 of 400 + 100
                .contains("wholesale 0.00 0.0%");
    }

    private static List<String> panels(Dashboard dashboard) {
        return parsed(dashboard).select("section h3").stream()
                .map(title -> ownText(title))
                .toList();
    }

    private static String ownText(Element title) {
        Element copy = title.clone();
        copy.select(".info").remove();
        return says(copy, "en");
    }

    @Test
    void disputed_items_say_since_when() {
        Element disputes = parsed(page()).selectFirst("#CAD-disputes");

        assertThat(says(disputes, "en"))
                .contains("1 item · CAD 1,500.00 · the oldest for 20 days", "A4 Ébénisterie Roy 1,500.00 20 d");
    }

    @Test
    void lists_are_cut_and_say_how_much_is_left_out() {
        LedgerBuilder builder = Ledger.builder();
        IntStream.rangeClosed(1, 12)
                .forEach(i -> builder.invoice(invoice("F-" + i, "C-" + i, "2026-01-01", "2026-02-01", i + ".00")));
        Document page = parsed(Dashboard.of(builder.build(), AS_OF));

        assertThat(page.select("#CAD-debtors tbody tr")).hasSize(11);
        assertThat(says(page.selectFirst("#CAD-debtors .more"), "en")).isEqualTo("and 2 more 3.00"); // 1.00 + 2.00
    }

    @Test
    void every_figure_leads_to_its_definition() {
        Document page = parsed(page());

        assertThat(page.select("a.info")).isNotEmpty().allSatisfy(link -> {
            Element definition = page.getElementById(link.attr("href").substring(1));
            assertThat(definition).as(link.attr("href")).isNotNull();
            assertThat(says(definition, "en")).isNotBlank().isNotEqualTo(says(definition, "fr"));
        });
        assertThat(page.select(".card").size())
                .isEqualTo(page.select(".card a.info").size());
        assertThat(says(page.getElementById("def-cei"), "en"))
                .contains("cei-1m; sales/1; current-is-not-past-due", "Credit Research Foundation");
    }

    // ---- charts

    @Test
    void every_chart_has_a_text_and_a_table() {
        for (Element chart : parsed(page()).select("svg[role=img]")) {
            Element text = chart.ownerDocument().getElementById(chart.attr("aria-labelledby"));
            assertThat(says(text, "en")).isNotBlank();
            assertThat(chart.closest(".panel").select("table")).isNotEmpty();
        }
        assertThat(parsed(page()).select("svg[role=img]")).hasSize(4); // two for each currency
    }

    @Test
    void marks_tell_their_exact_figure_in_both_languages() {
        Document page = parsed(page());

        assertThat(plain(page.select("#CAD-aging .mark").eachAttr("data-en")))
                .containsExactly(
                        "not due: CAD 1,600.00",
                        "1–30 days: CAD 0.00",
                        "31–60 days: CAD 400.00",
                        "61–90 days: CAD 0.00",
                        "91 days and more: CAD 0.00",
                        "Unapplied credits: CAD 120.00");
        assertThat(page.select("#CAD-aging .mark").eachAttr("data-fr")).contains("31–60 jours\u00a0: 400,00\u00a0CAD");
        assertThat(page.select("#CAD-trend .mark")).hasSize(6); // January to June
        assertThat(page.select("#CAD-trend .mark").last().attr("data-en"))
                .startsWith("30 Jun 2026\n")
                .contains("Simple DSO: 81.3");
    }

    private static List<String> plain(List<String> texts) {
        return texts.stream().map(text -> text.replace('\u00a0', ' ')).toList();
    }

    // ---- the page as a file

    @Test
    void the_page_is_well_formed_with_ids_and_references_that_fit() {
        assertThat(Pages.errors(page().withProblems(problems("x")))).isEmpty();
        Document page = parsed(page());
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String reference : List.of("aria-labelledby", "aria-describedby", "for")) {
            assertThat(ids).containsAll(page.select("[" + reference + "]").eachAttr(reference));
        }
    }

    @Test
    void the_page_refers_to_nothing_outside_and_its_policy_allows_its_own_style_and_script_only() throws Exception {
        Document page = parsed(page());

        assertThat(Pages.text(page())).doesNotContainPattern("https?:").doesNotContain("@import", "url(", "//cdn");
        assertThat(page.select("[src], link, iframe, object, embed, img, [style], [onclick], [onload]"))
                .isEmpty();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src '"
                        + hash(page.selectFirst("style").data()) + "'; script-src '"
                        + hash(page.select("script:not([type])").last().data())
                        + "'; base-uri 'none'; form-action 'none'");
        assertThat(page.select("script:not([type])")).hasSize(1);
    }

    private static String hash(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void the_same_input_gives_the_same_bytes() {
        assertThat(Pages.text(page().withProblems(problems("x"))))
                .isEqualTo(Pages.text(page().withProblems(problems("x"))));
    }

    @Test
    void a_file_is_written_in_place_of_another(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "x".repeat(10_000_000));

        page().write(file);

        assertThat(Files.readString(file)).isEqualTo(Pages.text(page()));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> page().write(folder))
                .withMessageContaining("cannot be written");
    }

    @Test
    void a_stream_is_left_open() {
        List<String> calls = new ArrayList<>();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };

        page().write(out);

        assertThat(calls).contains("flush").doesNotContain("close");
    }

    @Test
    void language_and_title_are_those_asked_for() {
        Document french = parsed(page().inLanguage(Locale.CANADA_FRENCH));

        assertThat(french.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(french.title()).isEqualTo("Acme Ltée – Créances clients au 30 juin 2026");
        assertThat(parsed(page().inLanguage(Locale.GERMAN)).title())
                .isEqualTo("Acme Ltée – Receivables as of 30 Jun 2026");
        assertThat(says(parsed(Dashboard.of(small().build(), AS_OF)).selectFirst("h1"), "fr"))
                .isEqualTo("Créances clients au 30 juin 2026");
    }

    @Test
    void a_date_that_is_no_business_date_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dashboard.of(small().build(), date("0026-06-30")))
                .withMessageContaining("0026-06-30");
    }

    // ---- nothing to show

    @Test
    void an_empty_ledger_says_that_nothing_was_issued() {
        Document page = parsed(Dashboard.of(Ledger.of(List.of()), AS_OF));

        assertThat(says(page.selectFirst("main"), "en")).contains("Nothing was issued by 30 Jun 2026.");
        assertThat(page.select("section.currency, #customers")).isEmpty();
    }

    @Test
    void a_ledger_with_nothing_open_foots_at_zero() {
        Ledger paid = Ledger.builder()
                .invoice(invoice("A1", "C1", "2026-01-15", "2026-02-14", "1000.00"))
                .payment(Payment.of("P1", "C1", date("2026-02-24"), Money.of("1000.00", "CAD")), "A1")
                .build();
        Document page = parsed(Dashboard.of(paid, AS_OF));

        assertThat(figure(page, "CAD.receivables")).isEqualTo("0.00");
        assertThat(figure(page, "CAD.footing.difference")).isEqualTo("0.00");
        assertThat(figure(page, "CAD.concentration.herfindahl")).isEmpty();
        assertThat(says(page.selectFirst("#CAD-debtors"), "en")).contains("Nothing is overdue.");
        assertThat(says(page.selectFirst("#CAD-disputes"), "fr")).contains("Rien n'est en litige.");
        assertThat(says(page.selectFirst("#CAD-concentration"), "en")).contains("Nothing is open.");
    }

    // ---- problems

    private static List<Problem> problems(String value) {
        List<Problem> problems = new ArrayList<>();
        for (int line = 2; line < 7; line++) {
            problems.add(Problem.of(MeasureWarning.SEASONAL_SALES, Problem.FILE, value + ".csv", Problem.LINE, line));
        }
        problems.add(Problem.of(MeasureReason.NO_SALES, Problem.FILE, value + ".csv", Problem.LINE, 9, "sales", value));
        return problems;
    }

    @Test
    void problems_are_counted_by_code_errors_first_with_examples() {
        Element box = parsed(page().withProblems(problems("sales"))).getElementById("problems");

        assertThat(box.select("[data-problem]").eachAttr("data-problem"))
                .containsExactly("RCV-MEASURE-001", "RCV-MEASURE-201");
        assertThat(box.select("[data-problem]").eachAttr("data-count")).containsExactly("1", "5");
        assertThat(says(box, "en"))
                .contains("Error 1 time", "sales.csv, line 9", "Warning 5 times", "sales.csv, line 4", "and 2 more")
                .doesNotContain("line 5");
        assertThat(says(box, "fr")).contains("Erreur 1 fois", "ligne 9");
    }

    @Test
    void without_problems_the_box_says_so_and_without_knowledge_of_them_there_is_none() {
        assertThat(says(parsed(page().withProblems(List.of())).getElementById("problems"), "en"))
                .contains("Nothing was found to be wrong with the data.");
        assertThat(parsed(page()).getElementById("problems")).isNull();
    }

    // ---- hostile text

    private static final String HOSTILE =
            "</script><script>alert(1)</script>\"'`<img src=x onerror=alert(2)>{{7*7}}${7*7}"
                    + "&lt;\u202Egpj.exe\u2066\u2028\u2029\u0007\uD800 \uD83D\uDE80 ]]> <!-- --!>";

    private enum Strange implements ProblemCode {
        CODE;

        @Override
        public String id() {
            return "RCV-TEST-001";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public ResourceBundle messages(Locale language) {
            return new ListResourceBundle() {
                @Override
                protected Object[][] getContents() {
                    return new Object[][] {{id(), "wrong: {value}"}};
                }
            };
        }
    }

    private static Dashboard hostile() {
        String id = "=cmd|'/c calc'!A1 </script><b>\"'&";
        Ledger ledger = Ledger.builder()
                .customer(Customer.of(id, HOSTILE)
                        .with("</h3><i>", HOSTILE)
                        .inSegment(HOSTILE)
                        .inCountry("\"><svg/onload=a>"))
                .invoice(invoice("<u>F-1", id, "2026-01-01", "2026-02-01", "10.00"))
                .fact(Dispute.of("D", "<u>F-1", date("2026-02-02")))
                .build();
        return Dashboard.of(ledger, AS_OF)
                .titled(HOSTILE)
                .withProblems(List.of(Problem.of(
                        Strange.CODE, Problem.FILE, HOSTILE, Problem.LINE, HOSTILE, Problem.VALUE, HOSTILE)));
    }

    @Test
    void hostile_text_adds_no_element_and_no_attribute() {
        Document page = parsed(hostile());

        assertThat(Pages.errors(hostile())).isEmpty();
        assertThat(page.select("img, b, i, u, [onerror], [onload]")).isEmpty();
        assertThat(page.select("script:not([type=application/json])")).hasSize(1);
        assertThat(page.selectFirst("h1").text())
                .contains("</script><script>alert(1)</script>\"'`<img", "{{7*7}}", "&lt;");
    }

    @Test
    void what_turns_the_direction_of_text_or_is_no_character_is_replaced() {
        String text = Pages.text(hostile());

        assertThat(text).doesNotContain("\u202E", "\u2066", "\u2028", "\u2029", "\u0007", "\\u202E", "\\u202e");
        assertThat(text).contains("\uFFFDgpj.exe\uFFFD", "\uFFFD \uD83D\uDE80");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void embedded_data_is_json_that_cannot_end_its_element() throws IOException {
        Document page = parsed(hostile());

        for (Element data : page.select("script[type=application/json]")) {
            assertThat(data.data()).doesNotContain("<", ">", "&");
            try (JsonParser json = new JsonFactory().createParser(data.data())) {
                List<String> texts = new ArrayList<>();
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        texts.add(json.getText());
                    }
                }
                if (data.id().startsWith("customers")) {
                    assertThat(texts)
                            .anyMatch(text -> text.startsWith("=cmd"))
                            .anyMatch(text -> text.startsWith("</script>"));
                }
            }
        }
    }

    // ---- size

    @Test
    void a_customer_with_an_item_takes_a_few_hundred_bytes() {
        LedgerBuilder builder = Ledger.builder();
        IntStream.range(0, 2_000).forEach(i -> {
            builder.customer(Customer.of("C-" + i, "Customer number " + i));
            builder.invoice(invoice("F-" + i, "C-" + i, "2026-01-01", "2026-02-01", "1234.56"));
        });
        int large = Pages.text(Dashboard.of(builder.build(), AS_OF)).length();
        int least = Pages.text(page()).length();

        assertThat(large - least).isLessThan(2_000 * 250);
        assertThat(least).isLessThan(250_000);
    }
}
