package io.receivables.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsLanguageTest {
    private static final LocalDate ISSUED = LocalDate.parse("2026-01-20");

    private static TermsReading english(String text) {
        return TermsLanguage.ENGLISH.read(text);
    }

    private static TermsReading french(String text) {
        return TermsLanguage.FRENCH.read(text);
    }

    private static Problem only(TermsReading reading) {
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            net 30                                          | net 30
            NET-30 days.                                    | net 30
            n/30                                            | net 30
            30-day                                          | net 30
            30 days net                                     | net 30
            30 calendar days from the date of invoice       | net 30
            Payment terms: payable within 30 days           | net 30
            2 weeks                                         | 2 weeks
            1 month                                         | 1 month
            due immediately                                 | immediately
            cash with order                                 | immediately
            E.O.M.                                          | end of month
            EOM + 30 days                                   | end of month, then 30 days
            30 days after end of month                      | end of month, then 30 days
            end of the following month                      | the 31st of the next month
            15 MFI                                          | the 15th of the next month
            net 10th of the following month                 | the 10th of the next month
            net 30 from delivery                            | net 30, from delivery
            30 days after receipt of invoice                | net 30, from receipt of invoice
            1.5/15 net 45                                   | 1.5/15 net 45
            2% 10 net 30                                    | 2/10 net 30
            2% 10 days, net 30 days                         | 2/10 net 30
            net 30 (2% discount if paid within 10 days)     | 2/10 net 30
            net 30, less 2% within 10 days                  | 2/10 net 30
            3/8, 2/14, net 30                               | 3/8 2/14 net 30
            2/14, 3/8, net 30                               | 3/8 2/14 net 30
            2/10 prox, net 30th of next month               | the 30th of the next month; 2% discount the 10th of the next month
            50% net 30, 50% net 60                          | 50%: 30 days; 50%: 60 days
            30% upfront and the balance net 60              | 30%: immediately; rest: 60 days
            30/60/90 days                                   | 30/60/90 days
            net amount due within 30 days of invoice        | net 30
            33% deposit, 67% 30 days after delivery         | 33%: immediately; 67%: 30 days; from delivery
            net 30; no discount                             | net 30
            30 days, then following business day            | 30 days, then following business day
            sum of 200.00: 10 days; rest: 60 days           | sum of 200: 10 days; rest: 60 days
            """)
    void english_texts_are_read(String text, String printed) {
        TermsReading reading = english(text);

        assertThat(reading.problems()).isEmpty();
        assertThat(TermsLanguage.ENGLISH.print(reading.orElseThrow())).isEqualTo(printed);
        assertThat(PaymentTerms.parse(text)).isEqualTo(reading.orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 jours                                                  | 30 jours
            30j                                                       | 30 jours
            À 30 JOURS NETS                                           | 30 jours
            60 jours date de facture                                  | 60 jours
            règlement sous 45 jours à compter de la date de facture   | 45 jours
            au comptant                                               | comptant
            paiement d'avance                                         | comptant
            fin de mois                                               | fin de mois
            fin du mois suivant                                       | le 31 du mois suivant
            fin de mois + 45 jours                                    | fin de mois, puis 45 jours
            fin de mois 45 jours                                      | fin de mois, puis 45 jours
            fin de mois le 10                                         | fin de mois, puis le 10 du mois suivant
            le 10 du mois suivant                                     | le 10 du mois suivant
            30 jours le 10 du mois suivant                            | 30 jours, puis le 10 du mois suivant
            30 jours après livraison                                  | 30 jours ; à compter de la livraison
            30 jours à compter de la réception de la facture          | 30 jours ; à compter de la réception de la facture
            30 jours fin du mois de livraison                         | 30 jours ; à compter de la fin du mois de livraison
            2 % 10 jours, net 30 jours                                | 30 jours ; escompte 2 % sous 10 jours
            60 jours, escompte de 1,5 % si paiement sous 8 jours      | 60 jours ; escompte 1,5 % sous 8 jours
            2 % d’escompte sous 8 jours, 30 jours net                 | 30 jours ; escompte 2 % sous 8 jours
            30 jours ; escompte 2 % du montant HT sous 8 jours        | 30 jours ; escompte 2 % du montant HT sous 8 jours
            30 jours. Pas d'escompte pour paiement anticipé           | 30 jours
            30 % à 15 jours, 70 % à 45 jours                          | 30 % : 15 jours ; 70 % : 45 jours
            30 % à la commande, solde à 60 jours date de facture      | 30 % : comptant ; solde : 60 jours
            acompte de 30 % à la commande, solde par virement à 30 jours | 30 % : comptant ; solde : 30 jours
            8 jours réception de facture                              | 8 jours ; à compter de la réception de la facture
            sous 8 jours à réception de facture                       | 8 jours ; à compter de la réception de la facture
            50 % comptant ; 50 % du solde : 30 jours ; solde : 60 j   | 50 % : comptant ; 50 % du solde : 30 jours ; solde : 60 jours
            30/60/90 jours                                            | 30/60/90 jours
            """)
    void french_texts_are_read(String text, String printed) {
        TermsReading reading = french(text);

        assertThat(reading.problems()).isEmpty();
        assertThat(TermsLanguage.FRENCH.print(reading.orElseThrow())).isEqualTo(printed);
        assertThat(PaymentTerms.parse(text)).isEqualTo(reading.orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | net 30 EOM                   | end of month, then 30 days          | 30 days, then end of month
            en | 30 days end of month         | end of month, then 30 days          | 30 days, then end of month
            en | net 10th prox                | the 10th of the next month          | if after the 25th, 1 month later, then the 10th of the next month
            en | due on receipt               | immediately                         | immediately; from receipt of invoice
            en | COD                          | immediately                         | immediately; from delivery
            en | the 15th                     | the next 15th                       | the 15th of the next month
            fr | 45 jours fin de mois         | 45 jours, puis fin de mois          | fin de mois, puis 45 jours
            fr | 45 jours date de facture FDM | 45 jours, puis fin de mois          | fin de mois, puis 45 jours
            fr | 30 jours fin de mois le 10   | 30 jours, puis fin de mois, puis le 10 du mois suivant | fin de mois, puis 30 jours, puis le prochain 10
            fr | 30 jours fin de mois, le 10  | 30 jours, puis fin de mois, puis le 10 du mois suivant | fin de mois, puis 30 jours, puis le prochain 10
            fr | 30 jours le 10               | 30 jours, puis le prochain 10       | 30 jours, puis fin de mois, puis le 10 du mois suivant
            fr | à réception                  | comptant                            | comptant ; à compter de la réception de la facture
            """)
    void where_usage_differs_a_warning_names_the_other_reading(Locale locale, String text, String taken, String other) {
        TermsLanguage language = TermsLanguage.of(locale);
        TermsReading reading = language.read(text);

        assertThat(language.print(reading.orElseThrow())).isEqualTo(taken);
        assertThat(reading.otherReadings().stream().map(language::print)).containsExactly(other);
        assertThat(only(reading).code()).isEqualTo(TermsProblem.TWO_READINGS);
        assertThat(only(reading).isError()).isFalse();
        assertThat(only(reading).message(locale)).contains(text, taken, other);
    }

    @Test
    void two_places_with_two_readings_are_named_one_by_one() {
        TermsReading reading = english("2/10 net 30 EOM");

        assertThat(reading.orElseThrow()).hasToString("end of month, then 30 days; 2% discount within 10 days");
        assertThat(reading.otherReadings())
                .extracting(PaymentTerms::toString)
                .containsExactly(
                        "30 days, then end of month; 2% discount within 10 days",
                        "end of month, then 30 days; 2% discount end of month, then 10 days");
    }

    @Test
    void the_readings_of_end_of_month_are_weeks_apart() {
        // 20 January and 45 days are 6 March; 31 January and 45 days are 17 March
        assertThat(due(french("45 jours fin de mois"))).isEqualTo("2026-03-31");
        assertThat(due(french("fin de mois + 45 jours"))).isEqualTo("2026-03-17");
        assertThat(due(english("net 45 EOM"))).isEqualTo("2026-03-17");
    }

    private static LocalDate due(TermsReading reading) {
        return reading.orElseThrow().dueDate(ISSUED, BusinessCalendar.weekdays());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            net                       | INCOMPLETE               | net                  | ``
            jours                     | NOT_TERMS                | ``                   | jours
            TBD                       | NOT_TERMS                | ``                   | TBD
            <b>net 30</b>             | NOT_TERMS                | ``                   | <b>net 30</b>
            N/A                       | NOT_UNDERSTOOD           | N/                   | A
            net -30                   | NOT_UNDERSTOOD           | net                  | -30
            net 30-60                 | NOT_UNDERSTOOD           | net 30               | -60
            net 30 or 60              | NOT_UNDERSTOOD           | net 30               | or 60
            net 30 daze               | NOT_UNDERSTOOD           | net 30               | daze
            net 30, please            | NOT_UNDERSTOOD           | net 30,              | please
            30                        | INCOMPLETE               | 30                   | ``
            net 30 net 60             | CONTRADICTION            | net 30               | net 60
            net 30, rest net 60       | CONTRADICTION            | net 30,              | rest net 60
            30 days from delivery from invoice date | CONTRADICTION | 30 days from delivery | from invoice date
            50% net 30, 40% net 60    | NOT_THE_WHOLE            | 50% net 30, 40% net 60 | ``
            2/40 net 30               | DISCOUNT_BEYOND_DUE_DATE | 2/40 net 30          | ``
            2/40 net 30 EOM           | DISCOUNT_BEYOND_DUE_DATE | 2/40 net 30 EOM      | ``
            2/10, 1/10, net 30        | DISCOUNT_ORDER           | 2/10, 1/10, net 30   | ``
            2% discount within 10 days | NO_DUE_RULE             | 2% discount within 10 days | ``
            no discount               | NOT_TERMS                | ``                   | no discount
            """)
    void what_is_not_understood_says_how_far_it_is(String text, TermsProblem code, String understood, String rest) {
        TermsReading reading = english(text);

        assertThat(reading.terms()).isEmpty();
        assertThat(only(reading).code()).isEqualTo(code);
        assertThat(only(reading).attribute(TermsProblem.UNDERSTOOD)).isEqualTo(understood);
        assertThat(only(reading).attribute(TermsProblem.REST)).isEqualTo(rest);
        assertThat(only(reading).message()).contains(text).doesNotContain("{");
        assertThat(only(reading).message(Locale.FRENCH)).contains(text).doesNotContain("{");
        assertThatThrownBy(reading::orElseThrow).hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({
        "net 30.5, NOT_A_COUNT, 30.5",
        "net 3661, NOT_A_COUNT, 3661",
        "net 99999999999999999999, NOT_A_COUNT, 99999999999999999999",
        "32nd prox, NOT_A_DAY, 32",
        "0th prox, NOT_A_DAY, 0",
        "110/10 net 30, NOT_A_PERCENT, 110",
        "0/10 net 30, NOT_A_PERCENT, 0",
        "100% discount within 10 days, NOT_A_PERCENT, 100"
    })
    void a_number_that_cannot_be_is_named(String text, TermsProblem code, String number) {
        assertThat(only(english(text)).code()).isEqualTo(code);
        assertThat(only(english(text)).message()).contains(" " + number + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voir devis", "prix net 30 €", "1e3 jours", "le 32 du mois suivant", "30 jours environ"})
    void french_texts_that_are_no_terms_are_refused(String text) {
        assertThat(french(text).terms()).isEmpty();
        assertThat(only(french(text)).isError()).isTrue();
        assertThatThrownBy(() -> PaymentTerms.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_discount_alone_is_understood_and_makes_no_terms() {
        TermsReading reading = french("escompte 2 % sous 8 jours");

        assertThat(reading.terms()).isEmpty();
        assertThat(reading.discounts()).containsExactly(EarlyPaymentDiscount.of("2", 8));
        assertThat(only(reading).code()).isEqualTo(TermsProblem.NO_DUE_RULE);
    }

    @Test
    void the_lines_of_electronic_invoices_give_discounts() {
        TermsReading lines = english("#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.25#\n");

        assertThat(lines.discounts())
                .containsExactly(EarlyPaymentDiscount.of("3", 7), EarlyPaymentDiscount.of("2.25", 14));
        assertThat(only(lines).code()).isEqualTo(TermsProblem.NO_DUE_RULE);
        assertThat(french("30 jours\n#SKONTO#TAGE=14#PROZENT=2.25#").orElseThrow())
                .isEqualTo(PaymentTerms.net(30).withDiscounts(EarlyPaymentDiscount.of("2.25", 14)));
    }

    @Test
    void a_discount_of_a_part_of_the_amount_is_pointed_out() {
        TermsReading reading = english("net 30\n#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=128.76#");

        assertThat(only(reading).code()).isEqualTo(TermsProblem.DISCOUNT_OF_A_PART);
        assertThat(only(reading).message()).contains("128.76");
    }

    @Test
    void lines_of_electronic_invoices_survive_words_that_are_not_understood() {
        TermsReading reading = english("Zahlbar innerhalb 30 Tagen\n#SKONTO#TAGE=14#PROZENT=2.25#");

        assertThat(reading.terms()).isEmpty();
        assertThat(reading.discounts()).containsExactly(EarlyPaymentDiscount.of("2.25", 14));
        assertThat(only(reading).code()).isEqualTo(TermsProblem.NOT_TERMS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#SKONTO#TAGE=14#PROZENT=2.25",
                "#SKONTO#TAGE=14#",
                "#SKONTO#TAGE=-1#PROZENT=2#",
                "#VERZUG#TAGE=30#PROZENT=5.00#",
                "#SKONTO#TAGE=14#PROZENT=100#"
            })
    void malformed_lines_of_electronic_invoices_are_refused(String line) {
        assertThat(english(line).terms()).isEmpty();
        assertThat(english(line).discounts()).isEmpty();
        assertThat(only(english(line)).isError()).isTrue();
    }

    @Test
    void a_text_that_is_too_long_is_not_read() {
        String text = "net 30 ".repeat(300);

        assertThat(only(english(text)).code()).isEqualTo(TermsProblem.TOO_LONG);
        assertThat(only(english(text)).message()).contains("2100 characters").hasSizeLessThan(200);
    }

    @Test
    void terms_are_explained_in_both_languages() {
        PaymentSchedule schedule = PaymentTerms.parse("30 % à la commande, solde à 45 jours fin de mois")
                .schedule(ISSUED, io.receivables.core.Money.of("100.00", "EUR"));

        assertThat(schedule.explain())
                .isEqualTo(List.of(
                        "instalment 1, 30%: EUR 30.00 due 2026-01-20 = invoice date 2026-01-20",
                        "instalment 2, rest: EUR 70.00 due 2026-03-31 = invoice date 2026-01-20, 45 days: 2026-03-06, "
                                + "end of month: 2026-03-31"));
        assertThat(schedule.explain(Locale.CANADA_FRENCH))
                .isEqualTo(List.of(
                        "échéance 1, 30 % : EUR 30.00 à payer le 2026-01-20 = date de facture 2026-01-20",
                        "échéance 2, solde : EUR 70.00 à payer le 2026-03-31 = date de facture 2026-01-20, 45 jours : "
                                + "2026-03-06, fin de mois : 2026-03-31"));
    }
}
