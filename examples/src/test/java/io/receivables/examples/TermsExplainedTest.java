package io.receivables.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsExplainedTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return TermsExplained.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private String refused() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void terms_are_explained_in_english() {
        assertThat(run("2/10 net 30 EOM", "2024-03-04", "1200.00", "EUR", "--tax", "200.00", "--cap", "FR"))
                .isZero();

        // 24.00 of 1176.00 for 47 days: 2.0408% x 365 / 47 = 15.85%; 1200.00 x 12.5% x 30 / 365 = 12.3288
        assertThat(printed()).isEqualTo("""
                2/10 net 30 EOM
                  read as: end of month, then 30 days; 2% discount within 10 days
                  others read it as: 30 days, then end of month; 2% discount within 10 days
                  others read it as: end of month, then 30 days; 2% discount end of month, then 10 days

                EUR 1200.00 of 4 March 2024
                  instalment 1, rest: EUR 1200.00 due 2024-04-30 = invoice date 2024-03-04, end of month: 2024-03-31, 30 \
                days: 2024-04-30

                Paid by 14 March 2024: EUR 1176.00, which is EUR 24.00 less
                  paying 47 days later instead costs 15.8% a year, 17.0% compounded (365 days)

                Paid 30 days late, on 30 May 2024
                  F-1, customer C-1: late-payment interest by eu-2011-7 (Directive 2011/7/EU, articles 2(6), 2(7), 3, 4 and \
                6(1))
                  instalment 1, 2024-05-01 to 2024-05-30: EUR 1200.00 x 12.5% x 30 / 365 = 12.328767 (ECB_MRO 4.5% + 8; \
                source: enterprise.gov.ie late payment table)
                  interest EUR 12.33: the lines added up exactly and rounded once, half-up; days act/365f, the rate of each \
                day
                  fixed recovery sum EUR 40.00, together EUR 52.33

                Law
                  Within the law (Code de commerce, article L441-10, I: 60 days after the invoice date). What is invoiced on \
                2024-03-04 falls due on 2024-04-30; the latest day is 2024-05-03.
                  Within the law (Code de commerce, article L441-10, I: 60 days after the invoice date). What is invoiced on \
                2021-01-01 falls due on 2021-03-02; the latest day is 2021-03-02.
                """);
    }

    @Test
    void terms_are_explained_in_french() {
        assertThat(run(
                        "30 % à la commande, solde à 75 jours",
                        "2024-03-04", "1000.00", "EUR", "--lang", "fr", "--regime", "fr-l441-10", "--cap", "FR"))
                .isZero();

        assertThat(printed())
                .contains(
                        "lues comme : 30 % : comptant ; solde : 75 jours",
                        "échéance 2, solde : EUR 700.00 à payer le 2024-05-18 = date de facture 2024-03-04, 75 jours :"
                                + " 2024-05-18",
                        "Payée 30 jours en retard, le 17 juin 2024",
                        "EUR 700.00 x 14.5 % x 30 / 365 = 8.342466",
                        "indemnité forfaitaire de recouvrement EUR 40.00, au total EUR 60.86",
                        "Plus tard que la loi ne le permet");
    }

    @Test
    void a_discount_that_ends_on_the_due_date_costs_nobody_anything() {
        assertThat(run("2/30 net 30", "2024-03-04", "100.00", "EUR")).isZero();

        assertThat(printed()).contains("Paid by 3 April 2024: EUR 98.00", "paying early costs nothing");
    }

    @Test
    void a_rate_that_is_not_established_is_named() {
        assertThat(run("net 30", "2040-03-04", "100.00", "EUR")).isZero();

        assertThat(printed()).contains("ECB_MRO", "2040-04-04");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en | net 30 or 60 | payment terms "net 30 or 60" are understood as far as "net 30", but not "or 60"
            fr | 30 jours ou 60 | conditions de paiement « 30 jours ou 60 » : elles sont comprises jusqu'à « 30 jours », mais pas « ou 60 »
            """)
    void a_text_that_is_not_understood_ends_in_one_line(String language, String text, String message) {
        assertThat(run(text, "2024-03-04", "100.00", "EUR", "--lang", language)).isEqualTo(1);

        assertThat(refused()).isEqualTo(message);
        assertThat(printed()).isEmpty();
    }

    @Test
    void wrong_usage_is_told() {
        assertThat(run("net 30")).isEqualTo(2);
        assertThat(refused())
                .startsWith("usage: TermsExplained TEXT DATE AMOUNT CURRENCY")
                .contains("uk-1998-act", "FR-WINE");
        assertThat(run("net 30", "2024-02-30", "100.00", "EUR")).isEqualTo(2);
        assertThat(run("net 30", "2024-03-04", "100.001", "EUR")).isEqualTo(2);
        assertThat(run("net 30", "2024-03-04", "100.00", "EUR", "--late", "soon"))
                .isEqualTo(2);
        assertThat(run("net 30", "2024-03-04", "100.00", "EUR", "--regime", "mars"))
                .isEqualTo(2);
        assertThat(refused()).contains("regime \"mars\" is unknown");
    }
}
