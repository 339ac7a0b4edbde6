package io.receivables.dunning.simulation;

import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.OutgoingLetter;
import io.receivables.dunning.desk.SendOutcome;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Whoever carries letters: delivers each key once, refuses some, and does not always say what it did. */
final class Provider implements LetterSender {
    private final SplittableRandom random;
    private final boolean keysOfAttempts;
    private final Consumer<OutgoingLetter> delivery;
    private final Set<String> delivered = new HashSet<>();
    private long faults;

    /** @param delivery is told of each letter that arrives for the first time, before the sender answers */
    Provider(SplittableRandom random, boolean keysOfAttempts, Consumer<OutgoingLetter> delivery) {
        this.random = random;
        this.keysOfAttempts = keysOfAttempts;
        this.delivery = delivery;
    }

    /** How often something went wrong. */
    long faults() {
        return faults;
    }

    @Override
    public SendOutcome send(OutgoingLetter letter) {
        int chance = random.nextInt(100);
        faults += chance < 8 ? 1 : 0;
        if (chance < 3) {
            return SendOutcome.notSent("mailbox full");
        } else if (chance == 3) {
            return SendOutcome.refused("no such address");
        } else if (chance == 4) {
            return SendOutcome.unknown("timed out");
        } else if (chance == 5) {
            throw new IllegalStateException("connection refused");
        }
        if (delivered.add(keysOfAttempts ? letter.key() + "#" + letter.attempt() : letter.key())) {
            delivery.accept(letter);
        }
        if (chance == 6) {
            throw new IllegalStateException("connection lost");
        }
        return chance == 7 ? SendOutcome.unknown("timed out") : SendOutcome.sent("receipt of " + letter.key());
    }

    @Override
    public SendOutcome find(String key) {
        if (random.nextInt(20) == 0) {
            faults++;
            return SendOutcome.unknown("timed out");
        }
        return delivered.contains(key) ? SendOutcome.sent("receipt of " + key) : SendOutcome.notSent("never seen");
    }
}
