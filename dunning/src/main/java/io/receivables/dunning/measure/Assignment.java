package io.receivables.dunning.measure;

import io.receivables.core.Customer;
import io.receivables.dunning.internal.Checks;
import io.receivables.dunning.policy.Policies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which customer is in which variant of an experiment, so that two ways of dunning can be compared side by side. A
 * customer stays in their variant from run to run and from process to process, for it follows from the experiment's name
 * and the customer's id alone; experiments of different names are independent of each other.
 *
 * <p>As a {@link Policies.Segmentation} it chooses policies: each variant is a segment of its name.
 *
 * <pre>{@code
 * Assignment tone = Assignment.of("tone", "courteous", "firm");
 * Policies policies = Policies.of(courteous).forSegment("firm", firm).segmentedBy(tone);
 * }</pre>
 *
 * <p>The rule is this library's choice and pinned: the first four bytes of the SHA-256 digest of {@code name + "\n" +
 * customerId} in UTF-8, read as an unsigned big-endian number and divided by 2<sup>32</sup>, are the customer's point
 * from 0 to below 1. The variants lie side by side in the order given, each as wide as its share; the customer is in the
 * one that has their point. So whoever is in the first variant stays there while its share stays, whatever becomes of
 * the others, and only those move whose point a changed border passes over.
 *
 * @param name the experiment's name
 * @param variants two or more, of different names
 */
public record Assignment(String name, List<Variant> variants) implements Policies.Segmentation {
    private static final int MOST_WEIGHT = 1_000_000;
    private static final int MOST_VARIANTS = 100;

    /**
     * One way of dunning in an experiment.
     *
     * @param name its name, a segment of policies
     * @param weight its share of the customers is this out of the sum of all weights, from 1 to a million
     */
    public record Variant(String name, int weight) {
        public Variant {
            Checks.id(name, "name of a variant");
            int given = weight;
            String variant = name;
            Checks.that(
                    given >= 1 && given <= MOST_WEIGHT,
                    () -> "weight " + given + " of variant " + variant + " is not between 1 and " + MOST_WEIGHT);
        }
    }

    public Assignment {
        Checks.id(name, "name of an experiment");
        variants = List.copyOf(variants);
        int size = variants.size();
        Checks.that(
                size >= 2 && size <= MOST_VARIANTS,
                () -> "an experiment of " + size + " variants: give 2 to " + MOST_VARIANTS);
        Set<String> names = new HashSet<>();
        for (Variant variant : variants) {
            Checks.that(names.add(variant.name()), () -> "variant " + variant.name() + " is given twice");
        }
    }

    /** An experiment whose variants have equal shares. */
    public static Assignment of(String name, String... variants) {
        return new Assignment(
                name,
                Arrays.stream(variants).map(variant -> new Variant(variant, 1)).toList());
    }

    /** An experiment of variants with their weights. */
    public static Assignment of(String name, Variant... variants) {
        return new Assignment(name, List.of(variants));
    }

    /** The name of the variant that a customer is in. */
    public String variantOf(String customerId) {
        long slot = (point(customerId) * totalWeight()) >>> Integer.SIZE;
        long end = 0;
        for (Variant variant : variants) {
            end += variant.weight();
            if (slot < end) {
                return variant.name();
            }
        }
        throw new IllegalStateException("point of customer " + customerId + " is beyond all variants");
    }

    /** {@link #variantOf} as the segment whose policy is the customer's. */
    @Override
    public String segmentOf(Customer customer) {
        return variantOf(customer.id());
    }

    /** Less than 2^27, so that its product with a point fits. */
    private long totalWeight() {
        return variants.stream().mapToLong(Variant::weight).sum();
    }

    /** From 0 to below 2^32. */
    private long point(String customerId) {
        byte[] digest = sha256().digest((name + "\n" + customerId).getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
