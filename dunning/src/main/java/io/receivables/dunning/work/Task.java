package io.receivables.dunning.work;

import io.receivables.core.collection.ItemReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Something that a person has to do about a customer.
 *
 * @param kind why
 * @param reference the letter's id, the key of the action that sales were asked about, or the promise's or plan's id
 * @param since the day from which it waits
 * @param items what it is about, oldest due date first
 */
public record Task(TaskKind kind, String reference, LocalDate since, List<ItemReference> items) {
    public Task {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(since, "since");
        items = List.copyOf(items);
    }
}
