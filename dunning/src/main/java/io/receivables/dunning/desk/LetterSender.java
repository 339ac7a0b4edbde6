package io.receivables.dunning.desk;

/**
 * Sends letters: by e-mail, through a printing service, to a portal. It writes them, too, or has them written.
 *
 * <p>It may be called again with a letter of the same {@link OutgoingLetter#key()} after an attempt of which nobody knew
 * the end, and its other side is to refuse a key that it has seen. Where that is not possible, the sender says {@link
 * SendOutcome.Unknown} when it does not know, and a person decides.
 */
@FunctionalInterface
public interface LetterSender {
    /**
     * Sends a letter. An exception says as little as {@link SendOutcome.Unknown}: the letter may have gone out before it.
     */
    SendOutcome send(OutgoingLetter letter);

    /**
     * What became of a letter whose sending began, by its key. It is asked after a crash, about letters of which {@link
     * #send} may never have been called. Without an implementation, nobody knows.
     */
    default SendOutcome find(String key) {
        return SendOutcome.unknown("the sender keeps no record of what it sent");
    }
}
