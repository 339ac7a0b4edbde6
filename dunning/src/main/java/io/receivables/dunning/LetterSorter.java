package io.receivables.dunning;

import io.receivables.core.Customer;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts actions into letters, as the policy groups them. */
final class LetterSorter {
    /** So many bytes of a digest name a letter: enough that no two ever share a name. */
    private static final int ID_BYTES = 16;

    private static final Comparator<DunningAction> OLDEST_FIRST = Comparator.comparing(DunningAction::dueDate)
            .thenComparing(action -> action.item().documentId())
            .thenComparingInt(action -> action.item().instalment());

    private final RunContext context;
    private final Map<String, Envelope> envelopes = new TreeMap<>();

    /** A letter that is being filled. */
    private record Envelope(String lead, String language, long version, List<DunningAction> actions) {}

    LetterSorter(RunContext context) {
        this.context = context;
    }

    void add(CustomerRun run, DunningAction action) {
        DunningPolicy policy = run.choice().policy();
        envelopes
                .computeIfAbsent(
                        policy.id() + '\n' + scope(policy, run.lead(), action) + '\n' + sort(policy, action.step()),
                        scope -> new Envelope(run.lead(), language(run, policy), run.version(), new ArrayList<>()))
                .actions()
                .add(action);
    }

    private static String language(CustomerRun run, DunningPolicy policy) {
        return run.customer().attribute(Customer.LANGUAGE).orElse(policy.language());
    }

    /** Which items may share a letter. */
    private static String scope(DunningPolicy policy, String lead, DunningAction action) {
        String currency = action.claimed().currency().getCurrencyCode();
        return switch (policy.grouping()) {
            case PER_INVOICE -> lead + '\n' + currency + '\n' + action.item().documentId();
            case PER_CUSTOMER -> lead;
            case PER_CUSTOMER_AND_CURRENCY, PER_ACCOUNT_GROUP -> lead + '\n' + currency;
        };
    }

    /** Which steps may share a letter: reminders where the policy mixes levels, every other step keeps to itself. */
    private static String sort(DunningPolicy policy, DunningStep step) {
        boolean mixes = policy.mixesLevels() && step.kind() == StepKind.REMINDER;
        return mixes ? step.kind().code() : step.kind().code() + '\n' + step.level();
    }

    List<Letter> letters() {
        return envelopes.values().stream().map(this::letter).toList();
    }

    private Letter letter(Envelope envelope) {
        List<DunningAction> actions =
                envelope.actions().stream().sorted(OLDEST_FIRST).toList();
        Channel channel = Letter.highest(actions).channel();
        return new Letter(
                id(envelope.version(), actions),
                envelope.lead(),
                context.options.date(),
                channel,
                envelope.language(),
                actions,
                envelope.version());
    }

    /**
     * The same for the same actions on the same date, as long as nothing happens to the customer: a letter that was
     * withdrawn and is proposed again is another one.
     */
    private String id(long version, List<DunningAction> actions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((context.options.date() + " " + version).getBytes(StandardCharsets.UTF_8));
            for (DunningAction action : actions) {
                digest.update((byte) 0);
                digest.update(action.key().toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
