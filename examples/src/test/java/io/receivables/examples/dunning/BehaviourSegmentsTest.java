package io.receivables.examples.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CreditLimit;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.LedgerBuilder;
import io.receivables.core.ledger.Workers;
import io.receivables.dunning.Alert;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.Policies;
import io.receivables.dunning.policy.ReadyPolicies;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviourSegmentsTest {
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    /** A ledger of invoices of 100 each, and when they were paid. */
    private static final class Sales {
        private final LedgerBuilder ledger = Ledger.builder();
        private int count;

        Sales paid(String customer, LocalDate due, int daysLate) {
            return paid(customer, due, daysLate, "EUR");
        }

        Sales paid(String customer, LocalDate due, int daysLate, String currency) {
            unpaid(customer, due, currency);
            ledger.payment(
                    Payment.of("P-" + count, customer, due.plusDays(daysLate), Money.of("100", currency)),
                    "F-" + count);
            return this;
        }

        Sales unpaid(String customer, LocalDate due, String currency) {
            count++;
            ledger.invoice(Invoice.of("F-" + count, customer, due.minusDays(30), Money.of("100", currency))
                    .dueOn(due));
            return this;
        }

        Ledger build() {
            return ledger.build();
        }
    }

    private static BehaviourSegments behaviour(Ledger ledger) {
        return BehaviourSegments.of(ledger, YEAR_END, Workers.caller());
    }

    private static String segment(Ledger ledger, String customer) {
        return behaviour(ledger).segmentOf(Customer.of(customer));
    }

    private static List<Alert> alerts(Ledger ledger, CreditLimit... limits) {
        return behaviour(ledger).alerts(CollectionLog.of(ledger, List.of(limits)));
    }

    @Test
    void ten_days_on_average_over_the_year_are_late() {
        Ledger ledger = new Sales()
                .paid("NINE", MARCH, 18) // (18 + 0) / 2 = 9
                .paid("NINE", NOVEMBER, 0)
                .paid("TEN", MARCH, 20) // (20 + 0) / 2 = 10; what is early counts as in time
                .paid("TEN", NOVEMBER, -5)
                .build();

        assertThat(segment(ledger, "NINE")).isEqualTo("prompt");
        assertThat(segment(ledger, "TEN")).isEqualTo("late");
    }

    @Test
    void who_settled_nothing_within_the_year_is_in_no_segment() {
        Ledger ledger = new Sales()
                .unpaid("OPEN", MARCH, "EUR")
                .paid("FORMER", MARCH.minusYears(1), 90)
                .build();

        assertThat(segment(ledger, "OPEN")).isEmpty();
        assertThat(segment(ledger, "FORMER")).isEmpty();
        assertThat(segment(ledger, "UNHEARD-OF")).isEmpty();
    }

    @Test
    void the_worst_currency_counts() {
        Ledger ledger = new Sales()
                .paid("ACME", MARCH, 0, "EUR")
                .paid("ACME", MARCH, 12, "CAD")
                .build();

        assertThat(segment(ledger, "ACME")).isEqualTo("late");
    }

    @Test
    void a_payer_worsens_whose_last_quarter_is_ten_days_above_their_year() {
        Ledger ledger = new Sales()
                .paid("WORSE", MARCH, 0)
                .paid("WORSE", NOVEMBER, 20) // quarter 20, year (0 + 20) / 2 = 10: 10 above
                .paid("STEADY", MARCH, 1)
                .paid("STEADY", NOVEMBER, 20) // quarter 20, year 10.5: 9.5 above
                .paid("ALWAYS", MARCH, 40)
                .paid("ALWAYS", NOVEMBER, 40)
                .paid("NEW", NOVEMBER, 40) // nothing to be held against
                .paid("BETTER", MARCH, 40)
                .paid("BETTER", NOVEMBER, 0)
                .build();

        assertThat(alerts(ledger))
                .containsExactly(new Alert("worsening WORSE 2026-12-31", "WORSE", AlertKind.WORSENING_PAYER, YEAR_END));
    }

    @Test
    void who_owes_more_than_their_limit_is_alerted_by_currency() {
        Ledger ledger = new Sales()
                .unpaid("ABOVE", NOVEMBER, "EUR")
                .unpaid("ABOVE", NOVEMBER, "EUR")
                .unpaid("AT", NOVEMBER, "EUR")
                .build();

        assertThat(alerts(
                        ledger,
                        CreditLimit.of("L-1", "ABOVE", MARCH, Money.of("199.99", "EUR")),
                        CreditLimit.of("L-2", "AT", MARCH, Money.of("100", "EUR"))))
                .containsExactly(new Alert("limit ABOVE EUR 2026-12-31", "ABOVE", AlertKind.LIMIT_BREACH, YEAR_END));
    }

    @Test
    void segments_choose_policies() {
        DunningPolicy ordinary = ReadyPolicies.france();
        DunningPolicy strict = ReadyPolicies.strict(ordinary);
        Ledger ledger =
                new Sales().paid("LATE", MARCH, 30).paid("PROMPT", MARCH, 0).build();
        Policies policies =
                Policies.of(ordinary).forSegment(BehaviourSegments.LATE, strict).segmentedBy(behaviour(ledger));

        assertThat(policies.choose(Customer.of("LATE")).policy()).isEqualTo(strict);
        assertThat(policies.choose(Customer.of("PROMPT")).policy()).isEqualTo(ordinary);
        assertThat(policies.choose(Customer.of("OTHER")).policy()).isEqualTo(ordinary);
    }
}
