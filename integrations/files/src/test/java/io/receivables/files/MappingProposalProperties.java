package io.receivables.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Document;
import io.receivables.core.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Ledgers written in a random style: what is proposed reads back what was written, or asks about what the file leaves
 * open. Never is anything else read.
 */
class MappingProposalProperties {
    /** What an invoice is. */
    private record Truth(
            String id, String customer, LocalDate issued, LocalDate due, String currency, BigDecimal amount) {}

    /** How a file is written. */
    private static final class Style {
        private static final Map<String, List<String>> HEADERS = Map.of(
                "en", List.of("Invoice No.", "Customer Name", "Invoice Date", "Due Date", "Currency", "Total Amount"),
                "fr",
                        List.of(
                                "N° facture",
                                "Nom du client",
                                "Date de facture",
                                "Date d'échéance",
                                "Devise",
                                "Montant TTC"),
                "de",
                        List.of(
                                "Rechnungsnr.",
                                "Kundenname",
                                "Rechnungsdatum",
                                "Fälligkeitsdatum",
                                "Währung",
                                "Bruttobetrag"),
                "plain", List.of("Number", "Customer", "Date", "Due", "Ccy", "Amount"));
        private static final List<String> PATTERNS = List.of(
                "dd/MM/yyyy",
                "d/M/yyyy",
                "MM/dd/yyyy",
                "M/d/yyyy",
                "dd.MM.yyyy",
                "d.M.yyyy",
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "dd-MM-yyyy",
                "MM-dd-yyyy",
                "yyyyMMdd",
                "dd/MM/yy",
                "MM/dd/yy",
                "d MMM yyyy",
                "dd-MMM-yy",
                "d MMMM yyyy",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss");

        final Random random;
        final char delimiter;
        final String quote;
        final Charset encoding;
        final boolean mark;
        final char decimal;
        final String thousands;
        final String pattern;
        final Locale months;
        final String language;
        final boolean titles;
        final boolean totals;
        final boolean currencyColumn;
        final List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));

        Style(Random random) {
            this.random = random;
            delimiter = ",;\t|".charAt(random.nextInt(4));
            quote = random.nextInt(3) == 0 ? "'" : "\"";
            encoding = Charset.forName(List.of("UTF-8", "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")
                    .get(random.nextInt(5)));
            mark = encoding.name().startsWith("UTF") && random.nextBoolean();
            decimal = random.nextBoolean() ? '.' : ',';
            thousands = List.of("", " ", "'", decimal == '.' ? "," : ".").get(random.nextInt(4));
            pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
            months = random.nextBoolean() ? Locale.ENGLISH : Locale.FRENCH;
            language = List.of("en", "fr", "de", "plain").get(random.nextInt(4));
            titles = random.nextInt(3) == 0;
            totals = random.nextInt(3) == 0;
            currencyColumn = random.nextInt(3) > 0;
            Collections.shuffle(order, random);
        }

        String date(LocalDate day) {
            return DateTimeFormatter.ofPattern(pattern, months).format(day.atTime(0, 0));
        }

        String amount(BigDecimal amount) {
            String digits = amount.abs().toBigInteger().toString();
            StringBuilder grouped = new StringBuilder();
            for (int i = 0; i < digits.length(); i++) {
                grouped.append(i > 0 && (digits.length() - i) % 3 == 0 ? thousands : "")
                        .append(digits.charAt(i));
            }
            String plain = amount.toPlainString();
            int point = plain.indexOf('.');
            return grouped + (point < 0 ? "" : decimal + plain.substring(point + 1));
        }

        String cell(String text) {
            boolean needed = text.indexOf(delimiter) >= 0 || text.contains(quote) || text.contains("\"");
            return needed || random.nextInt(5) == 0 ? quote + text.replace(quote, quote + quote) + quote : text;
        }

        void row(StringBuilder text, List<String> cells) {
            List<String> written = new ArrayList<>();
            for (int column : order) {
                if (column != 4 || currencyColumn) {
                    written.add(cell(cells.get(column)));
                }
            }
            text.append(String.join(String.valueOf(delimiter), written)).append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }

        String write(List<Truth> rows) {
            StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
            text.append(titles ? "Liste\nAcme\n\n" : "");
            row(text, HEADERS.get(language));
            for (Truth row : rows) {
                row(
                        text,
                        List.of(
                                row.id,
                                row.customer,
                                date(row.issued),
                                date(row.due),
                                row.currency,
                                amount(row.amount)));
            }
            if (totals) {
                text.append("Total")
                        .append(String.valueOf(delimiter).repeat(currencyColumn ? 5 : 4))
                        .append("\n");
            }
            return text.toString();
        }
    }

    private static List<Truth> truth(Random random, int rows) {
        List<Truth> truth = new ArrayList<>();
        boolean lowDays = random.nextInt(3) == 0;
        boolean whole = random.nextInt(4) == 0;
        String[] names = {"Acme Ltd", "Dupont & Fils", "Müller GmbH", "Café de l’Été", "Smith, Jones", "Beta"};
        for (int i = 0; i < rows; i++) {
            LocalDate issued = LocalDate.of(2024, 1 + random.nextInt(12), 1 + random.nextInt(lowDays ? 12 : 28));
            LocalDate due = lowDays ? issued.plusMonths(1) : issued.plusDays(random.nextInt(60));
            BigDecimal amount = whole
                    ? BigDecimal.valueOf(1 + random.nextInt(200_000))
                    : BigDecimal.valueOf(1 + random.nextInt(90_000_000), 2);
            truth.add(new Truth("F-" + (100 + i), names[random.nextInt(names.length)], issued, due, "EUR", amount));
        }
        return truth;
    }

    @Property
    void what_is_read_is_what_was_written_or_asked(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int rows) {
        Random random = new Random(seed);
        List<Truth> truth = truth(random, rows);
        Style style = new Style(random);
        Path file = write(style.write(truth), style.encoding);
        try {
            MappingProposal proposal = CsvLedgerReader.proposeMapping(file);
            for (int i = 0; i < 6 && !proposal.isComplete(); i++) {
                proposal = answered(proposal, style);
            }
            assertThat(proposal.isComplete()).isTrue();
            assertThat(proposal.questions())
                    .allMatch(question -> question.code() == ProposalCode.ENCODING_ASSUMED
                            || (question.code() == ProposalCode.ORDER_BY_DUE_DATE && isRight(question, style)));
            LoadedLedger loaded =
                    CsvLedgerReader.with(proposal.mapping()).invoices(file).load();
            assertThat(loaded.errors()).isEmpty();
            assertSame(loaded, truth);
        } finally {
            delete(file);
        }
    }

    /** Answers the first needed question as someone who knows the file; a question without need fails. */
    private static MappingProposal answered(MappingProposal proposal, Style style) {
        MappingQuestion question = proposal.questions().get(0);
        String answer = switch (question.code()) {
            case DATE_ORDER -> expected(question, style);
            case DECIMAL_SIGN -> String.valueOf(style.decimal);
            case CURRENCY_UNKNOWN -> "EUR";
            default -> throw new AssertionError("needless question " + question);
        };
        assertThat(question.code() == ProposalCode.CURRENCY_UNKNOWN && style.currencyColumn)
                .isFalse();
        return proposal.answer(question.key(), answer);
    }

    private static boolean isRight(MappingQuestion question, Style style) {
        return question.assumed().orElse("").equals(expected(question, style));
    }

    /** Of the patterns offered the one in which the order is that of the style. */
    private static String expected(MappingQuestion question, Style style) {
        String order = order(style.pattern);
        return question.answers().stream()
                .filter(pattern -> order(pattern).equals(order))
                .findFirst()
                .orElseThrow(() -> new AssertionError(style.pattern + " is not offered: " + question));
    }

    private static String order(String pattern) {
        return pattern.replaceAll("[^dMy]", "").replaceAll("(.)\\1+", "$1");
    }

    private static void assertSame(LoadedLedger loaded, List<Truth> truth) {
        Map<String, Document> documents = new HashMap<>();
        for (Truth row : truth) {
            documents.put(row.id, loaded.ledger().document(row.id).orElseThrow());
        }
        for (Truth row : truth) {
            Document document = documents.get(row.id);
            assertThat(document.issueDate()).isEqualTo(row.issued);
            assertThat(document.instalments().get(0).dueDate()).isEqualTo(row.due);
            assertThat(document.gross()).isEqualTo(Money.of(row.amount.toPlainString(), row.currency));
            assertThat(document.customerId()).isEqualTo(row.customer);
        }
    }

    private static Path write(String text, Charset encoding) {
        try {
            return Files.write(Files.createTempFile("export", ".csv"), text.getBytes(encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
