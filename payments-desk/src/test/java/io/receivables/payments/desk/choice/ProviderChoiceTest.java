package io.receivables.payments.desk.choice;

import static io.receivables.payments.desk.choice.Rails.CHEQUE;
import static io.receivables.payments.desk.choice.Rails.DEBIT;
import static io.receivables.payments.desk.choice.Rails.INTERAC;
import static io.receivables.payments.desk.choice.Rails.TRANSFER;
import static io.receivables.payments.desk.choice.Rails.cad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Fact;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.payments.desk.choice.DaysToCash.Figure;
import io.receivables.payments.desk.choice.DaysToCash.Source;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Idempotency;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderChoiceTest {
    /** Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** 7.3% a year are 2 cents a day on 100.00; money that may be taken back costs a cent on 100.00. */
    private static final ChoiceOptions OPTIONS =
            ChoiceOptions.at(new BigDecimal("7.3")).reversalPrice(new BigDecimal("0.01"));

    private static final ProviderChoice CHOICE = ProviderChoice.of(Rails.all(), OPTIONS);

    private static PaymentWish wish(String amount) {
        return PaymentWish.of("C-1", cad(amount), MONDAY).withMandates(Set.of(DEBIT));
    }

    private static List<String> names(ProviderRanking ranking) {
        return ranking.offers().stream().map(ProviderOffer::provider).toList();
    }

    private static ProviderOffer offer(ProviderRanking ranking, String provider) {
        return ranking.offers().stream()
                .filter(offer -> offer.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(ProviderRanking ranking, String provider) {
        return ranking.excluded().stream()
                .filter(excluded -> excluded.provider().equals(provider))
                .flatMap(excluded -> excluded.reasons().stream())
                .map(problem -> problem.code().id())
                .toList();
    }

    private static ProviderChoice without(String provider, Capabilities instead) {
        Map<String, Capabilities> others = new TreeMap<>(Rails.all());
        others.put(provider, instead);
        return ProviderChoice.of(others, OPTIONS);
    }

    /** Payments that took so many days after they were due. */
    private static DaysToCash paid(String provider, String customer, int... days) {
        return experience(payments(provider, customer, days));
    }

    private static List<Fact> payments(String provider, String customer, int... days) {
        return IntStream.range(0, days.length)
                .boxed()
                .flatMap(i -> Rails.paid(provider, customer, i, LocalDate.of(2025, 6, 2), days[i]).stream())
                .toList();
    }

    private static DaysToCash experience(List<Fact> facts) {
        return DaysToCash.sinceDueDates(Ledger.of(facts), MONDAY, Rails::providerOf);
    }

    // ---- the order

    @Test
    void a_large_amount_goes_where_it_is_fastest() {
        ProviderRanking ranking = CHOICE.rank(wish("10000.00"));

        // a day costs 2.00, what may be taken back 1.00
        assertThat(names(ranking)).containsExactly(INTERAC, TRANSFER, DEBIT, CHEQUE);
        assertThat(ranking.offers())
                .extracting(ProviderOffer::cost)
                .containsExactly(
                        cad("1.50"), // 1.50 + 0 days
                        cad("2.50"), // 0.50 + 1 day 2.00
                        cad("5.40"), // 0.40 + 2 days 4.00 + 1.00
                        cad("18.00")); // 3.00 + 7 days, for 5 business days, 14.00 + 1.00
    }

    @Test
    void a_small_amount_goes_where_it_is_cheapest() {
        ProviderRanking ranking = CHOICE.rank(wish("100.00"));

        // a day costs 0.02, what may be taken back 0.01
        assertThat(names(ranking)).containsExactly(DEBIT, TRANSFER, INTERAC, CHEQUE);
        assertThat(ranking.offers())
                .extracting(ProviderOffer::cost)
                .containsExactly(
                        cad("0.45"), // 0.40 + 0.04 + 0.01
                        cad("0.52"), // 0.50 + 0.02
                        cad("1.50"), // 1.50
                        cad("3.15")); // 3.00 + 0.14 + 0.01
    }

    @Test
    void an_offer_explains_its_arithmetic() {
        ProviderOffer cheque = offer(CHOICE.rank(wish("10000.00")), CHEQUE);

        assertThat(cheque.explain(Locale.ENGLISH))
                .isEqualTo("cheque: cash on 2026-03-09, in 7 days (as the provider says, too few payments are known);"
                        + " costs CAD 18.00: fee CAD 3.00, waiting CAD 14.00, doubt CAD 1.00");
        assertThat(cheque.explain(Locale.CANADA_FRENCH))
                .isEqualTo("cheque : argent le 2026-03-09, dans 7 jours (selon le fournisseur, trop peu de paiements"
                        + " connus) ; coûte CAD 18.00 : frais CAD 3.00, attente CAD 14.00, risque CAD 1.00");
    }

    @Test
    void what_is_not_due_yet_is_expected_when_it_is() {
        ProviderOffer transfer = offer(CHOICE.rank(wish("10000.00").due(LocalDate.of(2026, 3, 6))), TRANSFER);

        // due on Friday, one business day: Monday
        assertThat(transfer.cashOn()).isEqualTo("2026-03-09");
        assertThat(transfer.waiting()).isEqualTo(7);
    }

    @Test
    void what_is_overdue_is_expected_from_now_on() {
        ProviderOffer transfer = offer(CHOICE.rank(wish("10000.00").due(LocalDate.of(2025, 12, 1))), TRANSFER);

        assertThat(transfer.cashOn()).isEqualTo("2026-03-03");
    }

    @Test
    void business_days_are_those_of_the_calendar() {
        ProviderChoice open = ProviderChoice.of(Rails.all(), OPTIONS.on(date -> true));

        assertThat(offer(open.rank(wish("1.00")), CHEQUE).cashOn()).isEqualTo("2026-03-07");
    }

    @Test
    void of_two_that_cost_the_same_the_easier_one_comes_first_and_then_the_name_decides() {
        Capabilities easy = Rails.interac().build();
        Capabilities hard = Rails.transfer().settlesWithin(0).fee(cad("1.50")).build();

        assertThat(names(ProviderChoice.of(Map.of("a", hard, "c", easy, "b", easy), OPTIONS)
                        .rank(wish("800.00"))))
                .containsExactly("b", "c", "a");
    }

    @ParameterizedTest
    @CsvSource({"136.98, 0.03", "137.00, 0.03", "125.00, 0.03", "124.99, 0.02", "125.01, 0.03"})
    void waiting_is_rounded_once_half_up(String amount, String cost) {
        // 7.3% for one day are 0.02 percent: 124.99 x 0.0002 = 0.024998, 125.00 x 0.0002 = 0.025
        assertThat(offer(CHOICE.rank(wish(amount)), TRANSFER).costOfWaiting()).isEqualTo(cad(cost));
    }

    @Test
    void a_rate_without_an_end_is_exact_until_it_is_rounded() {
        ChoiceOptions tenPercent = ChoiceOptions.at(BigDecimal.TEN);

        // 90000000000000.00 x 10% x 1 / 365 = 24657534246.5753…
        Capabilities limitless = Rails.rail(
                        Capabilities.Flow.INSTRUCTION, Capabilities.Effort.FILL_IN, "90000000000000.00")
                .settlesWithin(1)
                .build();
        assertThat(ProviderChoice.of(Map.of(TRANSFER, limitless), tenPercent)
                        .rank(wish("90000000000000.00"))
                        .best()
                        .orElseThrow()
                        .costOfWaiting())
                .isEqualTo(cad("24657534246.58"));
        assertThat(offer(ProviderChoice.of(Rails.all(), tenPercent).rank(wish("1000.00")), TRANSFER)
                        .costOfWaiting())
                .isEqualTo(cad("0.27"));
    }

    // ---- what excludes

    @Test
    void without_a_mandate_nothing_is_debited() {
        ProviderRanking ranking = CHOICE.rank(PaymentWish.of("C-1", cad("100.00"), MONDAY));

        assertThat(names(ranking)).containsExactly(TRANSFER, INTERAC, CHEQUE);
        assertThat(ranking.excluded()).hasSize(1);
        assertThat(ranking.excluded().get(0).reasons().get(0).message())
                .isEqualTo("customer C-1 gave no mandate for debit: ask for one first");
    }

    @ParameterizedTest
    @CsvSource({"25000.00, true", "25000.01, false"})
    void limits_exclude_to_the_cent(String amount, boolean isOffered) {
        ProviderRanking ranking = CHOICE.rank(wish(amount));

        assertThat(names(ranking).contains(INTERAC)).isEqualTo(isOffered);
        assertThat(codes(ranking, INTERAC)).isEqualTo(isOffered ? List.of() : List.of("RCV-CHOICE-003"));
    }

    @Test
    void an_amount_below_the_least_and_a_currency_that_nobody_has_are_told_apart() {
        Capabilities choosy = Capabilities.of(
                        Capabilities.Flow.REQUEST,
                        new Capabilities.Limits(cad("10.00"), cad("20.00")),
                        Idempotency.of(Idempotency.Mode.NONE, 64))
                .build();

        assertThat(ProviderChoice.of(Map.of(INTERAC, choosy), OPTIONS)
                        .rank(wish("9.99"))
                        .excluded())
                .hasToString("[ProviderExclusion[provider=interac, reasons=[RCV-CHOICE-002: CAD 9.99 is below the CAD"
                        + " 10.00 that interac takes at least]]]");
        assertThat(ProviderChoice.of(Map.of(INTERAC, choosy), OPTIONS)
                        .rank(wish("20.01"))
                        .excluded())
                .hasToString("[ProviderExclusion[provider=interac, reasons=[RCV-CHOICE-003: CAD 20.01 is above the CAD"
                        + " 20.00 that interac takes at most]]]");
        ProviderRanking dollars = CHOICE.rank(PaymentWish.of("C-1", Money.of("1.00", "USD"), MONDAY));
        assertThat(dollars.best()).isEmpty();
        assertThat(dollars.excluded()).hasSize(4);
        assertThat(codes(dollars, DEBIT)).containsExactly("RCV-CHOICE-001", "RCV-CHOICE-004");
        assertThat(dollars.excluded().get(0).reasons().get(0).message(Locale.FRENCH))
                .isEqualTo("cheque n'a pas de USD, seulement CAD");
    }

    @ParameterizedTest
    @CsvSource({"PT2H, true", "PT1H59M59S, false", "P30D, true", "PT720H1S, false"})
    void a_request_that_shall_end_needs_a_provider_whose_requests_can_end_then(Duration end, boolean isOffered) {
        ProviderRanking ranking = CHOICE.rank(wish("100.00").endingAfter(end));

        assertThat(names(ranking)).isEqualTo(isOffered ? List.of(INTERAC) : List.of());
        assertThat(codes(ranking, CHEQUE)).containsExactly("RCV-CHOICE-005");
        assertThat(codes(ranking, INTERAC)).isEqualTo(isOffered ? List.of() : List.of("RCV-CHOICE-006"));
    }

    @Test
    void all_that_stands_against_a_provider_is_told() {
        ProviderRanking ranking =
                CHOICE.rank(PaymentWish.of("C-1", cad("10000000.00"), MONDAY).endingAfter(Duration.ofDays(1)));

        assertThat(codes(ranking, DEBIT)).containsExactly("RCV-CHOICE-003", "RCV-CHOICE-004", "RCV-CHOICE-005");
    }

    // ---- what capabilities and the ledger change

    @Test
    void other_capabilities_give_another_answer() {
        PaymentWish wish = wish("10000.00");

        assertThat(names(without(TRANSFER, Rails.transfer().settlesWithin(0).build())
                        .rank(wish)))
                .startsWith(TRANSFER);
        assertThat(names(without(INTERAC, Rails.interac().fee(cad("20.00")).build())
                        .rank(wish)))
                .endsWith(INTERAC);
    }

    @Test
    void a_customer_whose_transfers_come_late_is_offered_something_else_first() {
        DaysToCash slow = paid(TRANSFER, "C-1", 20, 18, 25, 19, 30);
        ProviderRanking ranking = CHOICE.learningFrom(slow).rank(wish("100.00"));

        // median of 18, 19, 20, 25, 30 is 20 days: 0.40, and no longer the second
        ProviderOffer transfer = offer(ranking, TRANSFER);
        assertThat(transfer.figure()).contains(new Figure(20, 5, Source.CUSTOMER));
        assertThat(transfer.cashOn()).isEqualTo("2026-03-22");
        assertThat(transfer.cost()).isEqualTo(cad("0.90"));
        assertThat(names(CHOICE.learningFrom(slow).rank(wish("10000.00"))))
                .containsExactly(INTERAC, DEBIT, CHEQUE, TRANSFER);
        assertThat(transfer.explain(Locale.ENGLISH)).contains("in 20 days (the customer's median of 5 payments is 20)");
    }

    @Test
    void where_the_customer_paid_too_seldom_all_customers_count() {
        List<Fact> facts = new ArrayList<>(payments(TRANSFER, "C-1", 40, 40, 40, 40));
        assertThat(offer(CHOICE.learningFrom(experience(facts)).rank(wish("1.00")), TRANSFER)
                        .figure())
                .isEmpty();

        facts.addAll(payments(TRANSFER, "C-2", 1, 2, 3));
        ProviderOffer transfer = offer(CHOICE.learningFrom(experience(facts)).rank(wish("1.00")), TRANSFER);
        // 1, 2, 3, 40, 40, 40, 40
        assertThat(transfer.figure()).contains(new Figure(40, 7, Source.ALL_CUSTOMERS));
        assertThat(transfer.explain(Locale.FRENCH)).contains("médiane de 7 paiements de tous les clients : 40");
    }

    @Test
    void early_payers_are_expected_early_but_no_sooner_than_the_provider_is() {
        ProviderChoice choice = CHOICE.learningFrom(paid(CHEQUE, "C-1", -10, -10, -10, -10, -10));

        // ten days before Monday, 30 March, and at least five business days from now
        assertThat(offer(choice.rank(wish("1.00").due(LocalDate.of(2026, 3, 30))), CHEQUE)
                        .cashOn())
                .isEqualTo("2026-03-20");
        assertThat(offer(choice.rank(wish("1.00")), CHEQUE).cashOn()).isEqualTo("2026-03-09");
    }

    @Test
    void options_that_make_no_sense_are_refused_by_name() {
        for (String rate : List.of("-0.01", "100.01", "1e999999999", "0.0000000000001")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChoiceOptions.at(new BigDecimal(rate)))
                    .withMessageStartingWith("annualRate");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.reversalPrice(new BigDecimal("-1")))
                .withMessage("reversalPrice -1 is no percentage: give one from 0 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.enough(0))
                .withMessage("enough 0 is below 1: no habit is learned from nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentWish.of("C-1", cad("0.00"), MONDAY))
                .withMessage("amount CAD 0.00 of customer C-1 is not above zero: nothing is to be paid");
        assertThat(OPTIONS.calendar()).isEqualTo(BusinessCalendar.weekdays());
    }

    @ParameterizedTest
    @CsvSource({"0", "100", "0.123456789012", "12.3456789012"})
    void options_are_taken_to_their_bounds(BigDecimal percent) {
        ChoiceOptions options = ChoiceOptions.at(percent).reversalPrice(percent).enough(1);

        assertThat(options.annualRate()).isEqualTo(percent);
        assertThat(options.reversalPrice()).isEqualTo(percent);
        assertThat(options.enough()).isEqualTo(1);
    }

    @Test
    void every_reason_speaks_both_languages() {
        Set<String> ids = EnumSet.allOf(ChoiceProblem.class).stream()
                .map(ChoiceProblem::id)
                .collect(Collectors.toSet());
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            ResourceBundle messages = ChoiceMessages.in(language);
            Set<String> keys = new HashSet<>(messages.keySet());
            assertThat(keys.removeAll(Set.of("offer.customer", "offer.all", "offer.declared")))
                    .isTrue();
            assertThat(keys).isEqualTo(ids);
        }
        assertThat(Problem.of(ChoiceProblem.NO_EXPIRY, "provider", "x").message(Locale.FRENCH))
                .isNotEqualTo(
                        Problem.of(ChoiceProblem.NO_EXPIRY, "provider", "x").message());
    }
}
