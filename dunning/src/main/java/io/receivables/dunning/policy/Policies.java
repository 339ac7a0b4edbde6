package io.receivables.dunning.policy;

import io.receivables.core.Customer;
import io.receivables.core.Problem;
import io.receivables.dunning.internal.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which policy is whose; the narrowest wins: the customer's own, then that of the segment in which they behave ({@link
 * Segmentation}), then that of the segment stated for them ({@link Customer#SEGMENT}), then the company's. Immutable, and
 * free of mistakes: a policy with an error is refused.
 */
public final class Policies {
    private final DunningPolicy company;
    private final Map<String, DunningPolicy> bySegment;
    private final Map<String, DunningPolicy> byCustomer;
    private final @Nullable Segmentation segmentation;

    /** Tells the segment that a customer is in by behaviour, such as those made from what they paid and when. */
    @FunctionalInterface
    public interface Segmentation {
        /** The segment; empty where the behaviour tells none. */
        String segmentOf(Customer customer);
    }

    /**
     * A customer's policy and why it is theirs.
     *
     * @param policy the policy
     * @param scope how narrow it is
     * @param name the customer's id or the segment that decided; empty for the company's
     */
    public record Choice(DunningPolicy policy, Scope scope, String name) {}

    /** For whom a policy is made. */
    public enum Scope {
        CUSTOMER("customer"),
        BEHAVIOUR("behaviour"),
        SEGMENT("segment"),
        COMPANY("company");

        private final String code;

        Scope(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private Policies(
            DunningPolicy company,
            Map<String, DunningPolicy> bySegment,
            Map<String, DunningPolicy> byCustomer,
            @Nullable Segmentation segmentation) {
        this.company = company;
        this.bySegment = bySegment;
        this.byCustomer = byCustomer;
        this.segmentation = segmentation;
    }

    /**
     * One policy for all.
     *
     * @throws IllegalArgumentException if it has errors; the message lists them all
     */
    public static Policies of(DunningPolicy company) {
        return new Policies(checked(company), Map.of(), Map.of(), null);
    }

    /** {@link #of} for the customers of a segment, stated or behaved in. */
    public Policies forSegment(String segment, DunningPolicy policy) {
        return new Policies(company, with(bySegment, Checks.id(segment, "segment"), policy), byCustomer, segmentation);
    }

    /** {@link #of} for one customer. */
    public Policies forCustomer(String customerId, DunningPolicy policy) {
        return new Policies(
                company, bySegment, with(byCustomer, Checks.id(customerId, "customer id"), policy), segmentation);
    }

    /** These policies, with segments told from behaviour. */
    public Policies segmentedBy(Segmentation segmentation) {
        return new Policies(company, bySegment, byCustomer, Objects.requireNonNull(segmentation, "segmentation"));
    }

    private static Map<String, DunningPolicy> with(Map<String, DunningPolicy> map, String key, DunningPolicy policy) {
        Map<String, DunningPolicy> changed = new LinkedHashMap<>(map);
        changed.put(key, checked(policy));
        return changed;
    }

    private static DunningPolicy checked(DunningPolicy policy) {
        List<Problem> errors =
                policy.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("policy " + policy.id() + " has " + errors.size() + " errors: "
                    + errors.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        return policy;
    }

    /** The policy of a customer, and why. */
    public Choice choose(Customer customer) {
        DunningPolicy own = byCustomer.get(customer.id());
        if (own != null) {
            return new Choice(own, Scope.CUSTOMER, customer.id());
        }
        if (segmentation != null) {
            String behaviour = segmentation.segmentOf(customer);
            DunningPolicy policy = bySegment.get(behaviour);
            if (policy != null) {
                return new Choice(policy, Scope.BEHAVIOUR, behaviour);
            }
        }
        String stated = customer.attribute(Customer.SEGMENT).orElse("");
        DunningPolicy policy = bySegment.get(stated);
        return policy != null ? new Choice(policy, Scope.SEGMENT, stated) : new Choice(company, Scope.COMPANY, "");
    }

    /** All policies, each once. */
    public Collection<DunningPolicy> all() {
        Set<DunningPolicy> all = new LinkedHashSet<>();
        all.add(company);
        all.addAll(bySegment.values());
        all.addAll(byCustomer.values());
        return all;
    }
}
