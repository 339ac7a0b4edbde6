package io.receivables.core.cash;

import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe and what is left of it while payments are applied, to look up by the names that payers write: a
 * document's number and its reference. Names are compared by their letters and digits alone, in upper case, so that {@code
 * INV/2024/0007}, {@code inv 2024 0007} and {@code INV20240007} are one.
 */
public final class OpenItems {
    private static final Comparator<OpenItem> EARLIEST_DUE_FIRST =
            Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::instalment);

    private final Map<String, List<OpenItem>> byDocument = new HashMap<>();
    private final Map<String, List<String>> documentsByName = new HashMap<>();
    private final Map<String, Set<String>> documentsByCustomer = new HashMap<>();

    private OpenItems() {}

    /** What is open at the end of a day: invoices and debit notes. */
    static OpenItems of(Ledger ledger, LocalDate asOf) {
        OpenItems items = new OpenItems();
        for (OpenItem item : ledger.openItems(asOf)) {
            if (item.kind().isDebit()) {
                items.add(item, ledger);
            }
        }
        items.byDocument.values().forEach(list -> list.sort(EARLIEST_DUE_FIRST));
        return items;
    }

    private void add(OpenItem item, Ledger ledger) {
        List<OpenItem> instalments = byDocument.computeIfAbsent(item.id(), id -> new ArrayList<>());
        instalments.add(item);
        if (instalments.size() == 1) {
            addName(item.id(), item.id());
            ledger.document(item.id())
                    .flatMap(Document::reference)
                    .ifPresent(reference -> addName(reference, item.id()));
            documentsByCustomer
                    .computeIfAbsent(item.customerId(), id -> new LinkedHashSet<>())
                    .add(item.id());
        }
    }

    private void addName(String name, String documentId) {
        String normalized = ItemNames.normalized(name);
        if (!normalized.isEmpty()) {
            List<String> documents = documentsByName.computeIfAbsent(normalized, key -> new ArrayList<>(1));
            if (!documents.contains(documentId)) {
                documents.add(documentId);
            }
        }
    }

    /** The documents with something open that a name names, by number or reference; most names name one or none. */
    public List<String> documents(String name) {
        return open(documentsByName.getOrDefault(ItemNames.normalized(name), List.of()));
    }

    /** The names, as they are compared, of documents that texts hold, whole words only. */
    public Set<String> namesIn(Collection<String> texts) {
        return ItemNames.in(texts, documentsByName::containsKey);
    }

    /** A customer's documents with something open, in the ledger's order. */
    public List<String> documentsOf(String customerId) {
        return open(documentsByCustomer.getOrDefault(customerId, Set.of()));
    }

    /** What is left open of a document, by instalment, the earliest due first; empty for nothing. */
    public List<OpenItem> items(String documentId) {
        return Collections.unmodifiableList(byDocument.getOrDefault(documentId, List.of()));
    }

    private List<String> open(Collection<String> documents) {
        return documents.stream().filter(byDocument::containsKey).toList();
    }

    /**
     * Takes a share from what is open.
     *
     * @throws IllegalArgumentException if less is open
     */
    void take(ItemShare share) {
        List<OpenItem> items = byDocument.getOrDefault(share.documentId(), List.of());
        for (int i = 0; i < items.size(); i++) {
            OpenItem item = items.get(i);
            if (item.instalment() == share.instalment()) {
                Money left = item.open().minus(share.amount());
                if (left.isNegative()) {
                    break;
                }
                if (left.isZero()) {
                    items.remove(i);
                } else {
                    items.set(i, withOpen(item, left));
                }
                if (items.isEmpty()) {
                    byDocument.remove(share.documentId());
                }
                return;
            }
        }
        throw new IllegalArgumentException("share " + share + " is more than is open: propose at most what is left");
    }

    /** Whether all shares fit into what is open together. */
    boolean fits(List<ItemShare> shares) {
        Map<String, Money> left = new HashMap<>();
        for (ItemShare share : shares) {
            String name = share.documentId() + "/" + share.instalment();
            Money before = left.containsKey(name) ? left.get(name) : openOf(share);
            if (before == null || !before.currency().equals(share.amount().currency())) {
                return false;
            }
            Money after = before.minus(share.amount());
            if (after.isNegative()) {
                return false;
            }
            left.put(name, after);
        }
        return true;
    }

    private @Nullable Money openOf(ItemShare share) {
        for (OpenItem item : items(share.documentId())) {
            if (item.instalment() == share.instalment()) {
                return item.open();
            }
        }
        return null;
    }

    private static OpenItem withOpen(OpenItem item, Money open) {
        return new OpenItem(
                item.id(),
                item.instalment(),
                item.kind(),
                item.customerId(),
                item.issueDate(),
                item.postingDate(),
                item.dueDate(),
                item.amount(),
                open,
                item.disputed().min(open),
                item.settlements());
    }
}
