package io.receivables.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.dashboard.Dashboard;
import io.receivables.examples.report.Figures;
import io.receivables.examples.report.JsonReport;
import io.receivables.examples.report.Source;
import io.receivables.examples.report.Texts;
import io.receivables.examples.sample.SampleLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as a reader has it: in Chromium, by mouse and by keyboard. Screenshots go to {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final LocalDate AS_OF = SampleLedger.AS_OF;

    @TempDir
    private static Path folder;

    private Optional<Browser> started = Optional.empty();
    private Path sample = Path.of("");

    @BeforeAll
    void start() {
        sample = page(
                "sample",
                Dashboard.of(SampleLedger.load().value(), AS_OF)
                        .titled("Équipement Boréal inc.")
                        .withProblems(SampleLedger.load().problems()));
        started = Browser.start(folder);
        started.ifPresent(browser -> browser.downloadTo(folder));
    }

    @AfterAll
    void stop() {
        started.ifPresent(Browser::close);
    }

    /** Each test is skipped by its name, so that the report says what was not looked at. */
    @BeforeEach
    void needBrowser() {
        Assumptions.assumeTrue(
                started.isPresent(), "Chromium and chromedriver are not both on the PATH: see CONTRIBUTING.md");
    }

    private Browser browser() {
        return started.orElseThrow();
    }

    private Path page(String name, Dashboard dashboard) {
        Path file = folder.resolve(name + ".html");
        dashboard.write(file);
        return file;
    }

    private Browser open(Path page) {
        browser().open(page);
        return browser();
    }

    private void assertSilent() {
        assertThat(browser().messages()).isEmpty();
        assertThat(browser().requests()).isEmpty();
    }

    // ---- figures

    private static JsonNode report() throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(Figures.of(Source.of(SampleLedger.load()), AS_OF), Texts.english(), json);
        return JsonMapper.builder().build().readTree(json.toByteArray());
    }

    /** Every number of the JSON report's currencies, by the path to it. */
    private static Map<String, String> figures(JsonNode report) {
        Map<String, String> figures = new TreeMap<>();
        report.get("currencies")
                .properties()
                .forEach(currency -> flatten(currency.getKey(), currency.getValue(), figures));
        return figures;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> figures) {
        node.properties().forEach(field -> {
            String key = path + "." + field.getKey();
            JsonNode value = field.getValue();
            if (value.isArray()) {
                for (JsonNode bucket : value) {
                    String cell = key + "." + bucket.get("bucket").textValue();
                    figures.put(cell + ".amount", bucket.get("amount").asText());
                    figures.put(cell + ".items", bucket.get("items").asText());
                }
            } else if (value.isObject()) {
                flatten(key, value, figures);
            } else if (!key.endsWith("Reason")) {
                figures.put(key, value.isNull() ? "" : value.asText());
            }
        });
    }

    @Test
    void every_figure_of_the_json_report_is_on_the_page() throws IOException {
        Browser browser = open(sample);
        Map<String, String> shown = new HashMap<>();
        ((List<?>)
                        browser.script(
                                "return [...document.querySelectorAll('[data-figure]')].map(f => [f.dataset.figure, f.dataset.value])"))
                .forEach(pair ->
                        shown.put(String.valueOf(((List<?>) pair).get(0)), String.valueOf(((List<?>) pair).get(1))));
        Map<String, String> expected = figures(report());

        assertThat(expected).hasSizeGreaterThan(90);
        assertThat(shown).containsAllEntriesOf(expected);
        browser.screenshot(SCREENSHOTS.resolve("desktop.png"));
        assertSilent();
    }

    @Test
    void the_customers_of_each_currency_are_those_of_the_json_report() throws IOException {
        Browser browser = open(sample);
        for (String currency : List.of("CAD", "EUR", "USD")) {
            browser.click("[data-show=" + currency + "]");
            Map<String, List<String>> expected = new TreeMap<>();
            for (JsonNode customer : report().get("customers")) {
                if (customer.get("currency").textValue().equals(currency)) {
                    expected.put(
                            customer.get("id").textValue(),
                            List.of(
                                    customer.get("open").textValue(),
                                    customer.get("overdue").textValue(),
                                    customer.get("unappliedCredits").textValue()));
                }
            }

            List<List<String>> csv = csv(download("#download", "receivables-" + currency + "-2026-06-30.csv"), ",");

            assertThat(csv.get(0)).startsWith("Customer id", "Customer", "Attributes", "Currency", "Receivables");
            Map<String, List<String>> found = csv.stream()
                    .skip(1)
                    .collect(Collectors.toMap(row -> row.get(0), row -> List.of(row.get(4), row.get(5), row.get(6))));
            assertThat(found).isEqualTo(expected);
        }
        assertSilent();
    }

    // ---- language, theme, size, paper

    @Test
    void the_language_is_switched_in_place() throws IOException {
        Browser browser = open(sample);
        assertThat(browser.text("h2")).isEqualTo("Figures in CAD");
        String english = browser.text("[data-figure='CAD.receivables']");

        browser.click("[data-lang=fr]");

        assertThat(browser.text("h2")).isEqualTo("Chiffres en CAD");
        assertThat(browser.script("return [document.documentElement.lang, document.title].join('|')"))
                .isEqualTo("fr|Équipement Boréal inc. – Créances clients au 30 juin 2026");
        assertThat(english).matches("\\d{3},\\d{3}\\.\\d{2}");
        assertThat(browser.text("[data-figure='CAD.receivables']"))
                .isEqualTo(english.replace(',', ' ').replace('.', ','));
        assertThat(browser.texts("#customers tbody tr:first-child td").get(0)).matches("[\\d ]+,\\d{2}");
        assertThat(browser.text("#shown")).startsWith("1–25 sur ");
        browser.click("[data-lang=en]");
        assertThat(browser.text("#shown")).startsWith("1–25 of ");
        assertSilent();
    }

    /** The script's numbers look as those that Java wrote. */
    @ParameterizedTest
    @CsvSource({"en", "fr"})
    void totals_of_the_customer_table_are_the_figures_above(String language) {
        Browser browser = open(sample);
        browser.click("[data-lang=" + language + "]");

        List<String> totals = browser.texts("#customers tfoot td");

        assertThat(totals.get(0)).isEqualTo(browser.text("[data-figure='CAD.receivables']"));
        assertThat(totals.get(1)).isEqualTo(browser.text("[data-figure='CAD.overdue']"));
        assertThat(totals.get(3)).isEqualTo(browser.text("[data-figure='CAD.unappliedCredits']"));
        assertThat(totals.get(4)).isEqualTo(browser.text("[data-figure='CAD.netReceivables']"));
        assertThat(totals.get(5)).isEqualTo(browser.text("[data-figure='CAD.disputed.amount']"));
    }

    private static boolean isDark(String colour) {
        List<Integer> parts = List.of(colour.replaceAll("[^\\d,]", "").split(",")).stream()
                .map(Integer::valueOf)
                .toList();
        return parts.get(0) + parts.get(1) + parts.get(2) < 200;
    }

    @Test
    void dark_follows_the_system_and_the_switch() throws IOException {
        Browser browser = open(sample);
        assertThat(isDark(browser.style("body", "background-color"))).isFalse();
        assertThat(isDark(browser.style("body", "color"))).isTrue();

        browser.media("screen", "dark");
        assertThat(isDark(browser.style("body", "background-color"))).isTrue();
        assertThat(isDark(browser.style("body", "color"))).isFalse();
        assertThat(browser.find("#theme").getAttribute("aria-pressed")).isEqualTo("true");
        browser.click("[data-lang=fr]");
        browser.screenshot(SCREENSHOTS.resolve("desktop-dark-fr.png"));

        browser.click("#theme");
        assertThat(isDark(browser.style("body", "background-color"))).isFalse();
        browser.media("screen", "light");
        browser.click("#theme");
        assertThat(isDark(browser.style("body", "background-color"))).isTrue();
        assertSilent();
    }

    @ParameterizedTest
    @CsvSource({"en, 360", "fr, 360", "fr, 320", "en, 768", "fr, 1920"})
    void a_screen_of_any_width_needs_no_scrolling_sideways(String language, int width) throws IOException {
        Browser browser = open(sample);
        browser.click("[data-lang=" + language + "]");
        browser.script("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser.size(width, 800);

        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) browser.script("""
                        return [...document.querySelectorAll('.big span, td, .card h3, .chart text')]
                                .filter(e => e.getClientRects().length && !e.closest('.scroll'))
                                .filter(e => { const r = e.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth; })
                                .map(e => e.textContent)""")).isEmpty();
        assertThat((List<?>) browser.script(OVERLAPPING_LABELS)).isEmpty();
        assertThat((Long)
                        browser.script("return Math.round(document.querySelector('#customers tbody th').offsetWidth)"))
                .as("room for a customer's name")
                .isGreaterThan(130);
        if (width == 320) {
            browser.script("document.querySelectorAll('details').forEach(d => { d.open = false; })");
            browser.size(360, 800);
            browser.screenshot(SCREENSHOTS.resolve("phone-fr.png"));
        }
    }

    /** Labels of one row of a chart that run into each other, or are so near that another font would. */
    private static final String OVERLAPPING_LABELS = """
            const overlapping = [];
            for (const chart of document.querySelectorAll('.chart')) {
              for (const kind of ['.label', '.tick', '.size']) {
                const boxes = [...chart.querySelectorAll(kind)].filter(e => e.getClientRects().length)
                    .map(e => ({text: e.textContent, box: e.getBoundingClientRect()}));
                boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
                  if (a.box.left < b.box.right + 2 && b.box.left < a.box.right + 2
                      && a.box.top < b.box.bottom && b.box.top < a.box.bottom) {
                    overlapping.push(a.text + ' / ' + b.text);
                  }
                }));
              }
            }
            return overlapping;""";

    @Test
    void on_paper_there_are_figures_and_no_controls_and_all_is_light() throws IOException {
        Browser browser = open(sample);
        browser.click("#theme");
        browser.media("print", "dark");

        for (String control : List.of(".controls", ".switch", "#search", "#download", "[data-page]", ".info")) {
            assertThat(browser.all(control)).isNotEmpty();
            assertThat(browser.script(
                            "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())",
                            control))
                    .as(control)
                    .isEqualTo(false);
        }
        assertThat(isDark(browser.style(".card", "background-color"))).isFalse();
        assertThat(isDark(browser.style(".big", "color"))).isTrue();
        assertThat(browser.text("[data-figure='CAD.receivables']")).isNotEmpty();
        browser.size(718, 1000); // A4 within its margins
        browser.screenshot(SCREENSHOTS.resolve("paper.png"));
        browser.media("", "light"); // a real print: no medium is emulated
        Path paper = SCREENSHOTS.resolve("receivables.pdf");
        browser.print(paper);
        assertThat(Files.readAllBytes(paper))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(20_000);
        assertThat(browser.all("details[open]")).isEmpty(); // opened for the paper only
        assertSilent();
    }

    // ---- charts and definitions

    @Test
    void pointing_at_a_mark_shows_its_figure() throws IOException {
        Browser browser = open(sample);
        WebElement oldest = browser.all("#CAD-aging .mark").get(4);

        browser.pointAt(oldest.findElement(By.cssSelector(".reach")));

        assertThat(browser.text("#tip")).startsWith("91 days and more: CAD ");
        browser.screenshotOfView(SCREENSHOTS.resolve("tip.png"));
        browser.pointAt(browser.find("h1"));
        assertThat(browser.find("#tip").isDisplayed()).isFalse();
        assertSilent();
    }

    @Test
    void arrow_keys_go_from_mark_to_mark() {
        Browser browser = open(sample);
        browser.click("[data-lang=fr]");
        browser.script("document.querySelector('#CAD-trend summary').focus()");

        browser.tabBack(); // to the chart before it
        assertThat(browser.text("#tip")).startsWith("30 juin 2026\n").contains("DSO comptable : ");
        browser.press(Keys.ARROW_LEFT);
        assertThat(browser.text("#tip")).startsWith("31 mai 2026");
        browser.press(Keys.HOME);
        assertThat(browser.text("#tip")).startsWith("31 juil. 2024");
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#tip").isDisplayed()).isFalse();
    }

    @Test
    void a_definition_is_shown_in_place_and_leads_to_all_of_them() {
        Browser browser = open(sample);
        WebElement link = browser.find("#currency-CAD .card a[href='#def-cei']");

        browser.pointAt(link);
        assertThat(browser.text("#tip")).startsWith("Of what could be collected in the month");
        link.click();
        assertThat(browser.find("#def-cei").isDisplayed()).isTrue();
        assertThat(browser.text("#def-cei")).contains("cei-1m; sales/1");
    }

    // ---- the customer table

    private List<String> firstNames() {
        return browser().texts("#customers tbody th .link");
    }

    @Test
    void customers_are_sorted_searched_and_paged_by_mouse() {
        Browser browser = open(sample);
        assertThat(browser.find("[data-column=overdue]").getAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(firstNames()).hasSize(25);

        browser.click("[data-sort=customer]");
        assertThat(browser.find("[data-column=customer]").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        assertThat(browser.all("[aria-sort]")).hasSize(1);
        List<String> first = firstNames();
        assertThat(first).isSortedAccordingTo(Collator.getInstance(Locale.ENGLISH));
        browser.click("[data-page=next]");
        assertThat(firstNames()).isNotEmpty().doesNotContainAnyElementsOf(first);
        assertThat(browser.find("[data-page=next]").isEnabled()).isFalse();
        browser.click("[data-sort=customer]");
        assertThat(browser.find("[data-column=customer]").getAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(browser.text("#shown")).startsWith("1–25 of ");

        browser.click("#search");
        browser.press("COOPERATIVE");
        assertThat(firstNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("Coopérative"));
        browser.press(" nothing like this");
        assertThat(browser.text("#customers tbody")).isEqualTo("No customer matches.");
        assertThat(browser.texts("#customers tfoot td").get(0)).isEqualTo("0.00");
        assertSilent();
    }

    @Test
    void customers_are_sorted_and_opened_by_keyboard() {
        Browser browser = open(sample);
        browser.script("document.querySelector('#search').focus()");

        browser.press("coop");
        browser.tab(3); // past the download and the table's scrolling part to the first column's button
        browser.press(Keys.ENTER);
        assertThat(browser.find("[data-column=customer]").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        browser.press(Keys.SPACE);
        assertThat(browser.find("[data-column=customer]").getAttribute("aria-sort"))
                .isEqualTo("descending");
        browser.tab(7); // past the other columns' buttons to the first customer
        browser.press(Keys.ENTER);
        assertThat(browser.find("dialog").isDisplayed()).isTrue();
        assertThat(browser.text("#items-title"))
                .isEqualTo("Open items of " + firstNames().get(0));
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("dialog").isDisplayed()).isFalse();
        assertThat(browser.script("return document.activeElement.className")).isEqualTo("link");
        assertSilent();
    }

    @Test
    void a_customer_leads_to_the_open_items() throws IOException {
        Browser browser = open(sample);
        String customer = firstNames().get(0);
        List<String> row = browser.texts("#customers tbody tr:first-child td");

        browser.click("#customers tbody .link");

        assertThat(browser.text("#items-title")).isEqualTo("Open items of " + customer);
        assertThat(browser.texts("#items tfoot td").get(0)).isEqualTo(row.get(4)); // net
        assertThat(browser.texts("#items tbody td:nth-child(2)")).contains("Invoice");
        browser.screenshotOfView(SCREENSHOTS.resolve("items.png"));
        String id = String.valueOf(
                        browser.script("return document.querySelector('#customers tbody small').textContent"))
                .split(" · ", 2)[0];
        List<List<String>> csv = csv(download("#items-download", "receivables-CAD-" + id + "-2026-06-30.csv"), ",");
        assertThat(csv).hasSize(browser.all("#items tbody tr").size() + 1);
        Ledger ledger = SampleLedger.load().value();
        assertThat(csv.stream().skip(1).map(cells -> cells.get(2) + " " + cells.get(10)))
                .containsExactlyInAnyOrderElementsOf(ledger.openItems(AS_OF).stream()
                        .filter(item -> item.customerId().equals(id))
                        .map(item ->
                                item.id() + " " + item.signedOpen().amount().toPlainString())
                        .toList());
        browser.click("#items-close");
        assertThat(browser.find("dialog").isDisplayed()).isFalse();
        assertSilent();
    }

    @Test
    void every_control_is_reached_by_the_tab_key_and_shows_that_it_is() {
        Browser browser = open(sample);
        browser.script("document.activeElement.blur()");
        long reachable = (Long) browser.script("""
                return [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
                        .filter(e => e.checkVisibility() && !e.disabled).length""");
        browser.script("window.seen = new Set(); window.plain = [];"
                + "addEventListener('focusin', e => { seen.add(e.target);"
                + " if (getComputedStyle(e.target).outlineStyle === 'none') plain.push(e.target.outerHTML); })");

        browser.tab((int) reachable);

        assertThat(browser.script("return seen.size")).isEqualTo(reachable);
        assertThat((List<?>) browser.script("return plain")).isEmpty();
    }

    // ---- CSV

    private String download(String button, String name) {
        Path file = folder.resolve(name);
        browser().click(button);
        return browser().await(name, () -> {
            try {
                if (!Files.exists(file) || Files.size(file) == 0) {
                    return Optional.empty();
                }
                String content = Files.readString(file);
                Files.delete(file);
                return Optional.of(content);
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** The rows of a file without delimiters and line breaks within cells. */
    private static List<List<String>> csv(String content, String delimiter) {
        assertThat(content).startsWith("\ufeff").endsWith("\r\n");
        return content.substring(1)
                .lines()
                .map(line -> List.of(line.split(delimiter, -1)))
                .toList();
    }

    @Test
    void csv_holds_what_is_shown_in_the_form_of_the_language() {
        Browser browser = open(sample);
        browser.click("[data-lang=fr]");
        browser.click("[data-sort=customer]");
        browser.click("#search");
        browser.press("coop");

        List<List<String>> rows = csv(download("#download", "receivables-CAD-2026-06-30.csv"), ";");

        assertThat(rows.get(0)).startsWith("Code client", "Client", "Attributs", "Devise", "Créances");
        assertThat(rows.stream().skip(1).map(row -> row.get(1))).isEqualTo(firstNames());
        assertThat(rows.get(1).get(4)).matches("\\d+,\\d{2}");
    }

    // ---- hostile data

    private static final String HOSTILE = "</script><script>window.hacked = 1; alert(1)</script>"
            + "<img src=x onerror=\"window.hacked = 2\"><svg onload=window.hacked=3>{{7*7}}\"'`&lt;\u202Etxt.exe\uD800";

    @Test
    void hostile_data_does_nothing() throws IOException {
        LedgerBuilder ledger = Ledger.builder();
        List<String> names =
                List.of(HOSTILE, "=HYPERLINK(\"http://evil\";\"x\")", "+1", "-1", "@SUM(A1)", "'=1", "'plain");
        for (int i = 0; i < names.size(); i++) {
            ledger.customer(Customer.of("=C" + i, names.get(i))
                            .inSegment(HOSTILE)
                            .with("<b>region", names.get(i)))
                    .invoice(Invoice.of("@F" + i, "=C" + i, AS_OF.minusDays(90), Money.of("10.00", "EUR"))
                            .dueOn(AS_OF.minusDays(60)))
                    .fact(Dispute.of("D" + i, "@F" + i, AS_OF.minusDays(30)));
        }
        ledger.payment(Payment.of("-P", "=C0", AS_OF, Money.of("5.00", "EUR")));
        Browser browser =
                open(page("hostile", Dashboard.of(ledger.build(), AS_OF).titled(HOSTILE)));
        browser.screenshotOfView(SCREENSHOTS.resolve("hostile.png"));

        browser.click("#customers tbody .link");
        assertThat(browser.text("#items tbody")).contains("@F");
        browser.click("#items-close");
        browser.click("[data-lang=fr]");
        assertThat(browser.script(
                        "return String(window.hacked) + document.querySelectorAll('img, b, [onload]').length"))
                .isEqualTo("undefined0");
        browser.click("[data-lang=en]");
        String csv = download("#download", "receivables-EUR-2026-06-30.csv");
        assertThat(csv)
                .contains("\r\n'=C1,\"'=HYPERLINK(\"\"http://evil\"\";\"\"x\"\")\",")
                .contains("\r\n'=C2,'+1,", "\r\n'=C3,'-1,", "\r\n'=C4,'@SUM(A1),", "\r\n'=C5,''=1,", "\r\n'=C6,'plain,")
                .contains(",EUR,10.00,10.00,5.00,5.00,10.00,60\r\n"); // numbers stay numbers
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1280);
        browser.size(360, 800);
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        assertSilent();
    }

    // ---- pages with little on them

    @Test
    void pages_without_figures_look_right() throws IOException {
        Browser browser = open(page("empty", Dashboard.of(Ledger.of(List.of()), AS_OF)));
        assertThat(browser.text("main")).contains("Nothing was issued by 30 Jun 2026.");
        browser.click("[data-lang=fr]");
        assertThat(browser.text("main")).contains("Rien n'a été émis au 30 juin 2026.");
        browser.screenshotOfView(SCREENSHOTS.resolve("empty.png"));
        assertSilent();
        Ledger paid = Ledger.builder()
                .invoice(Invoice.of("F", "C", AS_OF.minusDays(90), Money.of("10.00", "EUR")))
                .payment(Payment.of("P", "C", AS_OF.minusDays(1), Money.of("10.00", "EUR")), "F")
                .build();
        open(page("paid", Dashboard.of(paid, AS_OF)));
        assertThat(browser.text("#EUR-debtors")).contains("Nothing is overdue.");
        assertThat(browser.text("#customers tbody")).isEqualTo("No customer has anything open.");
        browser.screenshotOfView(SCREENSHOTS.resolve("paid.png"));
        assertSilent();
    }

    // ---- accessibility

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DashboardBrowserTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, light", "fr, dark"})
    void axe_finds_no_serious_fault(String language, String colours) throws IOException {
        Browser browser = open(sample);
        browser.media("screen", colours);
        browser.click("[data-lang=" + language + "]");
        browser.script("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser.click("#search");
        browser.press("coop"); // a few rows stand for all
        browser.script(axe());
        List<Object> faults = new ArrayList<>(faults("html"));
        browser.click("#customers tbody .link");
        faults.addAll(faults("#items"));

        assertThat(faults).isEmpty();
    }

    private List<?> faults(String within) {
        return (List<?>) browser().asyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(arguments[0], {resultTypes: ['violations']}).then(
                    result => done(result.violations.filter(v => ['serious', 'critical'].includes(v.impact))
                        .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))),
                    error => done([String(error)]));""", within);
    }

    // ---- size

    private static long untilUsable(Browser browser) {
        return (Long) browser.script("const t = performance.timing; return t.loadEventEnd - t.navigationStart");
    }

    @Test
    void ten_thousand_customers_open_at_once() throws IOException {
        LedgerBuilder ledger = Ledger.builder();
        for (int c = 0; c < 10_000; c++) {
            String id = "C-" + c;
            ledger.customer(Customer.of(id, "Customer number " + c).inSegment("segment " + c % 7));
            for (int i = 0; i < 4; i++) {
                ledger.invoice(Invoice.of(
                                "F-" + c + "-" + i,
                                id,
                                AS_OF.minusDays(c % 200),
                                Money.ofMinor(100L * c + i, Money.currency("EUR")))
                        .dueOn(AS_OF.minusDays(c % 200 - 60)));
            }
        }
        Path large = page("large", Dashboard.of(ledger.build(), AS_OF));

        Browser browser = open(large);
        long usable = untilUsable(browser);
        // on a machine that others use as well, the quickest of a few times says most
        for (int again = 0; again < 4 && usable > 1_000; again++) {
            usable = Math.min(usable, untilUsable(open(large)));
        }
        long opened = (Long)
                browser.script(
                        "const start = performance.now();"
                                + "document.querySelector('#customers tbody .link').click(); return Math.round(performance.now() - start)");
        long searched = (Long)
                browser.script("const start = performance.now(); const search = document.querySelector('#search');"
                        + "search.value = 'number 99'; search.dispatchEvent(new Event('input'));"
                        + "return Math.round(performance.now() - start)");

        System.out.println("10,000 customers with 40,000 items: " + Files.size(large) / 1_000_000 + " MB, usable after "
                + usable + " ms, first customer opened in " + opened + " ms, searched in " + searched + " ms");
        assertThat(usable).isLessThan(5_000);
        assertThat(opened).isLessThan(2_000);
        assertThat(searched).isLessThan(2_000);
        assertThat(browser.text("#shown"))
                .isEqualTo("1–25 of "
                        + IntStream.range(0, 10_000)
                                .filter(c -> Integer.toString(c).contains("99"))
                                .count());
        assertSilent();
    }
}
