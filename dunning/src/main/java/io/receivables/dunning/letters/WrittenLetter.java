package io.receivables.dunning.letters;

import io.receivables.core.collection.ReminderSent.Channel;

/**
 * A letter in words, ready to be sent.
 *
 * @param letterId the letter's id
 * @param customerId about whom
 * @param channel how it is sent
 * @param language the language tag that it is written in, such as {@code en} or {@code fr-CA}
 * @param recipient to whom
 * @param subject one line, never with a line break
 * @param text plain text, lines ended by {@code \n}
 * @param html one document without scripts or outside resources, to be shown or printed; empty for a channel that has none
 *     (phone, text message, visit)
 */
public record WrittenLetter(
        String letterId,
        String customerId,
        Channel channel,
        String language,
        Contact recipient,
        String subject,
        String text,
        String html) {}
