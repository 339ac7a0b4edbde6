package io.receivables.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.receivables.core.Customer;
import io.receivables.dunning.policy.Policies.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which policy is whose. */
class PoliciesTest {
    private static final DunningPolicy COMPANY = policy("company");
    private static final DunningPolicy RETAIL = policy("retail");
    private static final DunningPolicy LATE = policy("late");
    private static final DunningPolicy ACME = policy("acme");

    private static final Policies ALL = Policies.of(COMPANY)
            .forSegment("retail", RETAIL)
            .forSegment("late", LATE)
            .forCustomer("ACME", ACME)
            .segmentedBy(customer -> customer.id().startsWith("L") ? "late" : "unheard-of");

    private static DunningPolicy policy(String id) {
        return DunningPolicy.of(id, DunningStep.reminder(1, 10));
    }

    @Test
    void the_customers_own_policy_wins_over_all() {
        Customer acme = Customer.of("ACME").inSegment("retail");

        assertThat(ALL.choose(acme)).isEqualTo(new Policies.Choice(ACME, Scope.CUSTOMER, "ACME"));
        assertThat(ALL.segmentedBy(customer -> "late").choose(acme).policy()).isEqualTo(ACME);
    }

    @Test
    void the_segment_of_the_behaviour_wins_over_the_stated_one() {
        assertThat(ALL.choose(Customer.of("L-1").inSegment("retail")))
                .isEqualTo(new Policies.Choice(LATE, Scope.BEHAVIOUR, "late"));
    }

    @Test
    void a_behaviour_that_no_policy_is_for_falls_through_to_the_stated_segment() {
        assertThat(ALL.choose(Customer.of("M-1").inSegment("retail")))
                .isEqualTo(new Policies.Choice(RETAIL, Scope.SEGMENT, "retail"));
        assertThat(ALL.segmentedBy(customer -> "")
                        .choose(Customer.of("M-1").inSegment("retail"))
                        .policy())
                .isEqualTo(RETAIL);
    }

    @Test
    void segments_that_no_policy_is_for_and_none_fall_through_to_the_company() {
        Policies.Choice company = new Policies.Choice(COMPANY, Scope.COMPANY, "");

        assertThat(ALL.choose(Customer.of("M-1").inSegment("wholesale"))).isEqualTo(company);
        assertThat(ALL.choose(Customer.of("M-1"))).isEqualTo(company);
        assertThat(Policies.of(COMPANY).choose(Customer.of("ACME").inSegment("retail")))
                .isEqualTo(company);
    }

    @Test
    void without_a_segmentation_the_stated_segment_counts() {
        assertThat(Policies.of(COMPANY)
                        .forSegment("late", LATE)
                        .choose(Customer.of("L-1").inSegment("late")))
                .isEqualTo(new Policies.Choice(LATE, Scope.SEGMENT, "late"));
    }

    @Test
    void the_behaviour_of_a_customer_with_a_policy_of_their_own_is_not_asked_for() {
        List<String> asked = new ArrayList<>();
        Policies policies = ALL.segmentedBy(customer -> {
            asked.add(customer.id());
            return "";
        });

        policies.choose(Customer.of("ACME"));
        policies.choose(Customer.of("M-1"));

        assertThat(asked).containsExactly("M-1");
    }

    @Test
    void a_later_policy_of_the_same_segment_or_customer_takes_the_place_of_the_earlier_one() {
        Policies changed = ALL.forSegment("retail", LATE).forCustomer("ACME", RETAIL);

        assertThat(changed.choose(Customer.of("M").inSegment("retail")).policy())
                .isEqualTo(LATE);
        assertThat(changed.choose(Customer.of("ACME")).policy()).isEqualTo(RETAIL);
        assertThat(ALL.choose(Customer.of("ACME")).policy()).isEqualTo(ACME);
    }

    @Test
    void all_policies_are_listed_once_the_widest_first() {
        assertThat(ALL.forSegment("other", RETAIL).forCustomer("BOLT", COMPANY).all())
                .containsExactly(COMPANY, RETAIL, LATE, ACME);
    }

    @Test
    void a_policy_with_errors_is_refused_with_all_of_them_and_without_warnings() {
        DunningPolicy bad = DunningPolicy.of("bad", DunningStep.reminder(0, -1), DunningStep.formalNotice(1, 30));
        String message =
                "policy bad has 2 errors: RCV-POLICY-004: policy bad: steps[0].level of level-0 is 0; levels go"
                        + " from 1 to 99; RCV-POLICY-011: policy bad: steps[0].daysPastDue of level-0 is -1; nothing is late"
                        + " before the due date, so give zero or more, or make it a courtesy notice";

        assertThatIllegalArgumentException().isThrownBy(() -> Policies.of(bad)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.forSegment("retail", bad))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.forCustomer("ACME", bad))
                .withMessage(message);
    }

    @Test
    void many_customers_are_given_policies_at_once() {
        Policies changed = ALL.forCustomers(Map.of("ACME", RETAIL, "BOLT", LATE));

        assertThat(changed.choose(Customer.of("ACME")).policy()).isEqualTo(RETAIL);
        assertThat(changed.choose(Customer.of("BOLT")).policy()).isEqualTo(LATE);
        assertThat(ALL.choose(Customer.of("BOLT")).policy()).isEqualTo(COMPANY);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ALL.forCustomers(Map.of("ACME", DunningPolicy.of("bad", DunningStep.reminder(0, 10)))))
                .withMessageContaining("policy bad has 1 error");
    }

    @Test
    void a_policy_with_warnings_alone_is_taken() {
        DunningPolicy warned = DunningPolicy.of("warned", DunningStep.handOver(1, 30, Successor.LAWYER));

        assertThat(warned.problems()).isNotEmpty();
        assertThat(Policies.of(warned).choose(Customer.of("ACME")).policy()).isEqualTo(warned);
    }

    /** A segment without a name would be that of everybody who is in none. */
    @Test
    void a_segment_and_a_customer_need_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.forSegment("", RETAIL))
                .withMessage("segment is blank: give an identifier");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.forCustomer(" ", RETAIL))
                .withMessage("customer id is blank: give an identifier");
    }

    @Test
    @SuppressWarnings("NullAway") // what is tested is a caller without null checks
    void a_segmentation_is_needed_to_segment_by() {
        assertThatNullPointerException().isThrownBy(() -> ALL.segmentedBy(null)).withMessage("segmentation");
    }

    @Test
    void scopes_have_their_pinned_codes() {
        assertThat(Scope.values())
                .extracting(Scope::code)
                .containsExactly("customer", "behaviour", "segment", "company");
    }
}
