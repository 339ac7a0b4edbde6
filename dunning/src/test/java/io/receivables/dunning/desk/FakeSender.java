package io.receivables.dunning.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delivers a letter of a key once, however often it is asked, as a provider with idempotency keys does. */
final class FakeSender implements LetterSender {
    private final Map<String, OutgoingLetter> delivered = new LinkedHashMap<>();
    private final List<OutgoingLetter> asked = new ArrayList<>();
    private final Map<String, SendOutcome> scripted = new HashMap<>();

    /** From now on, whatever is sent to a customer ends so. */
    void answer(String customerId, SendOutcome outcome) {
        scripted.put(customerId, outcome);
    }

    /** From now on, what is sent to a customer arrives. */
    void accept(String customerId) {
        scripted.remove(customerId);
    }

    @Override
    public synchronized SendOutcome send(OutgoingLetter letter) {
        asked.add(letter);
        SendOutcome outcome = scripted.get(letter.customer().id());
        if (outcome != null) {
            return outcome;
        }
        delivered.putIfAbsent(letter.key(), letter);
        return SendOutcome.sent("receipt of " + letter.key());
    }

    @Override
    public synchronized SendOutcome find(String key) {
        return delivered.containsKey(key) ? SendOutcome.sent("receipt of " + key) : SendOutcome.notSent("never seen");
    }

    /** What arrived, by key. */
    synchronized Map<String, OutgoingLetter> delivered() {
        return new LinkedHashMap<>(delivered);
    }

    /** Each call, in order. */
    synchronized List<OutgoingLetter> asked() {
        return List.copyOf(asked);
    }
}
