package io.receivables.dunning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.core.Customer;
import io.receivables.dunning.measure.Assignment.Variant;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {
    /** The points were computed by another implementation of SHA-256: the first 32 bits of the digest, in hundredths of 2^32. */
    @ParameterizedTest
    @CsvSource({"C-1, 36", "C-2, 48", "C-3, 6", "C-4, 41", "C-5, 96", "C-6, 56", "Société Élan, 90"})
    void a_customer_has_the_point_that_the_documented_digest_gives(String customerId, int hundredth) {
        Assignment below =
                Assignment.of("tone", new Variant("a", Math.max(1, hundredth)), new Variant("b", 100 - hundredth));
        Assignment above = Assignment.of("tone", new Variant("a", hundredth + 1), new Variant("b", 99 - hundredth));

        assertThat(below.variantOf(customerId)).isEqualTo("b");
        assertThat(above.variantOf(customerId)).isEqualTo("a");
    }

    @Test
    void shares_are_met_within_four_standard_deviations() {
        Assignment assignment = Assignment.of("tone", new Variant("a", 1), new Variant("b", 2), new Variant("c", 7));

        Map<String, Integer> counts = new TreeMap<>();
        IntStream.range(0, 10_000).forEach(i -> counts.merge(assignment.variantOf("C-" + i), 1, Integer::sum));

        // 10,000 × share; standard deviations √(n p q) of 30, 40 and 46
        assertThat(counts.get("a")).isBetween(1_000 - 120, 1_000 + 120);
        assertThat(counts.get("b")).isBetween(2_000 - 160, 2_000 + 160);
        assertThat(counts.get("c")).isBetween(7_000 - 184, 7_000 + 184);
    }

    @Test
    void experiments_of_different_names_are_independent() {
        Assignment tone = Assignment.of("tone", "a", "b");
        Assignment channel = Assignment.of("channel", "a", "b");

        long same = IntStream.range(0, 10_000)
                .filter(i -> tone.variantOf("C-" + i).equals(channel.variantOf("C-" + i)))
                .count();

        assertThat(same).isBetween(5_000L - 200, 5_000L + 200);
    }

    @Test
    void whoever_is_in_the_first_variant_stays_when_the_rest_is_cut_anew() {
        Assignment two = Assignment.of("tone", "a", "b");
        Assignment three = Assignment.of("tone", new Variant("a", 50), new Variant("b", 25), new Variant("c", 25));

        assertThat(IntStream.range(0, 2_000).mapToObj(i -> "C-" + i))
                .allSatisfy(id -> assertThat(three.variantOf(id).equals("a"))
                        .isEqualTo(two.variantOf(id).equals("a")));
    }

    @Test
    void a_growing_first_variant_loses_nobody() {
        Assignment small = Assignment.of("tone", new Variant("a", 10), new Variant("b", 90));
        Assignment large = Assignment.of("tone", new Variant("a", 30), new Variant("b", 70));

        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(i -> "C-" + i)
                        .filter(id -> small.variantOf(id).equals("a")))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(large.variantOf(id)).isEqualTo("a"));
    }

    @Test
    void the_largest_weights_still_reach_every_variant() {
        Variant[] variants = IntStream.range(0, 100)
                .mapToObj(i -> new Variant("v" + i, 1_000_000))
                .toArray(Variant[]::new);
        Assignment assignment = Assignment.of("wide", variants);

        assertThat(IntStream.range(0, 3_000)
                        .mapToObj(i -> assignment.variantOf("C-" + i))
                        .distinct())
                .hasSize(100);
    }

    @Test
    void variants_choose_policies() {
        DunningPolicy courteous = DunningPolicy.of("courteous", DunningStep.reminder(1, 10));
        DunningPolicy firm = DunningPolicy.of("firm", DunningStep.reminder(1, 3));
        Assignment tone = Assignment.of("tone", "courteous", "firm");
        Policies policies = Policies.of(courteous).forSegment("firm", firm).segmentedBy(tone);

        assertThat(policies.choose(Customer.of("C-3")).policy()).isEqualTo(courteous); // point 0.06
        assertThat(policies.choose(Customer.of("C-5")).policy()).isEqualTo(firm); // point 0.96
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> Assignment.of(" ", "a", "b")).hasMessageContaining("name of an experiment");
        assertThatThrownBy(() -> Assignment.of("tone", "a")).hasMessage("an experiment of 1 variants: give 2 to 100");
        assertThatThrownBy(() -> Assignment.of("tone", "a", "a")).hasMessage("variant a is given twice");
        assertThatThrownBy(() -> new Assignment("tone", Collections.nCopies(101, new Variant("a", 1))))
                .hasMessageContaining("101 variants");
        assertThatThrownBy(() -> new Variant("a", 0)).hasMessage("weight 0 of variant a is not between 1 and 1000000");
        assertThatThrownBy(() -> new Variant("a", 1_000_001)).hasMessageContaining("1000001");
        assertThatThrownBy(() -> new Variant("", 1)).hasMessageContaining("name of a variant");
    }
}
