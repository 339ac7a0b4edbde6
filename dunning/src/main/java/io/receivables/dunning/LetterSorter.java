package io.receivables.dunning;

import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Grouping;
import io.receivables.dunning.policy.LetterLanguage;
import io.receivables.dunning.policy.StepKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts actions into letters, as the policy groups them. Not for several threads: each has its own. */
final class LetterSorter {
    /** So many bytes of a digest name a letter: enough that no two ever share a name. */
    private static final int ID_BYTES = 16;

    /** In place of a level: the letter is for several. */
    private static final int ANY_LEVEL = -1;

    private static final Comparator<DunningAction> OLDEST_FIRST = Comparator.comparing(DunningAction::dueDate)
            .thenComparing(action -> action.item().documentId())
            .thenComparingInt(action -> action.item().instalment());

    private final LocalDate date;
    private final MessageDigest digest = sha256();
    private final Map<Scope, Envelope> envelopes = new TreeMap<>();

    /** What the actions of one letter have in common; blank where they need not. */
    private record Scope(String policy, String lead, String currency, String document, String kind, int level)
            implements Comparable<Scope> {
        private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::policy)
                .thenComparing(Scope::lead)
                .thenComparing(Scope::currency)
                .thenComparing(Scope::document)
                .thenComparing(Scope::kind)
                .thenComparingInt(Scope::level);

        static Scope of(DunningPolicy policy, String lead, DunningAction action) {
            DunningStep step = action.step();
            // reminders of several levels go together where the policy says so; every other step keeps to itself
            boolean mixes = policy.mixesLevels() && step.kind() == StepKind.REMINDER;
            return new Scope(
                    policy.id(),
                    lead,
                    policy.grouping() == Grouping.PER_CUSTOMER
                            ? ""
                            : action.claimed().currency().getCurrencyCode(),
                    policy.grouping() == Grouping.PER_INVOICE ? action.item().documentId() : "",
                    step.kind().code(),
                    mixes ? ANY_LEVEL : step.level());
        }

        @Override
        public int compareTo(Scope other) {
            return ORDER.compare(this, other);
        }
    }

    /** A letter that is being filled. */
    private record Envelope(String lead, String language, long version, List<DunningAction> actions) {}

    LetterSorter(LocalDate date) {
        this.date = date;
    }

    void add(CustomerRun run, DunningAction action) {
        DunningPolicy policy = run.choice().policy();
        envelopes
                .computeIfAbsent(
                        Scope.of(policy, run.lead().id(), action),
                        scope -> new Envelope(
                                run.lead().id(),
                                LetterLanguage.of(run.lead(), policy.language()),
                                run.version(),
                                new ArrayList<>()))
                .actions()
                .add(action);
    }

    /** Moves the letters to a list, in order, and begins anew. */
    void moveTo(List<Letter> letters) {
        for (Envelope envelope : envelopes.values()) {
            letters.add(letter(envelope));
        }
        envelopes.clear();
    }

    private Letter letter(Envelope envelope) {
        List<DunningAction> actions = envelope.actions();
        actions.sort(OLDEST_FIRST);
        return new Letter(
                id(envelope.version(), actions),
                envelope.lead(),
                date,
                Letter.highest(actions).channel(),
                envelope.language(),
                actions,
                envelope.version());
    }

    /**
     * The same for the same actions on the same date, as long as nothing happens to the customer: a letter that was
     * withdrawn and is proposed again is another one.
     */
    private String id(long version, List<DunningAction> actions) {
        StringBuilder text = new StringBuilder().append(date).append(' ').append(version);
        for (DunningAction action : actions) {
            text.append('\0').append(action.key());
        }
        byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
