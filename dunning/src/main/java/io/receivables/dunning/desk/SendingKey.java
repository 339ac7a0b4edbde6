package io.receivables.dunning.desk;

import java.util.Optional;

/**
 * Which sending of a letter is meant: after each return, it is sent anew.
 *
 * @param letterId the letter
 * @param returns how often it had come back before
 */
record SendingKey(String letterId, int returns) {
    private static final char SEPARATOR = '/';

    /** The key of a text; empty where the journal has no such letter. A text that is a letter's id means its first sending. */
    static Optional<SendingKey> parse(String text, DunningJournal journal) {
        if (journal.customerOfLetter(text).isPresent()) {
            return Optional.of(new SendingKey(text, 0));
        }
        int end = text.lastIndexOf(SEPARATOR);
        String number = text.substring(end + 1);
        if (end < 0 || !number.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        SendingKey key = new SendingKey(text.substring(0, end), Integer.parseInt(number));
        return journal.customerOfLetter(key.letterId()).map(customer -> key);
    }

    @Override
    public String toString() {
        return returns == 0 ? letterId : letterId + SEPARATOR + returns;
    }
}
