package io.receivables.files;

import io.receivables.core.ledger.IdIndex;
import io.receivables.core.ledger.PackedIds;
import io.receivables.core.ledger.Workers;
import io.receivables.files.PaymentRows.Content;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a payment file as columns, grouped by the document that they pay. */
final class PaymentColumns {
    private static final int FEW = 8;

    final PaymentCells cells;

    private final @Nullable PartedFile<PaymentPart> file;
    private final DocumentColumns documents;
    private final Tally tally;
    private final @Nullable PackedIds ids;
    private final BitSet dropped = new BitSet();
    private final Map<Integer, Content> odd = new TreeMap<>();
    /** Where the payments of each document start in {@link #byDocument}. */
    private final int[] starts;

    private final int[] byDocument;
    /** Null where rows state no identifier. */
    private final @Nullable IdIndex index;

    private @Nullable Content current;

    /** No payments at all. */
    PaymentColumns(DocumentColumns documents, Tally tally) {
        this.documents = documents;
        this.tally = tally;
        file = null;
        cells = new PaymentCells(0);
        ids = null;
        index = null;
        starts = new int[documents.cells.rows() + 1];
        byDocument = new int[0];
    }

    PaymentColumns(PartedFile<PaymentPart> file, DocumentColumns documents, Tally tally, Workers workers) {
        this.file = file;
        this.documents = documents;
        this.tally = tally;
        int rows = file.rows();
        cells = new PaymentCells(rows);
        List<PaymentPart> parts = file.parts();
        boolean stated = file.columns().hasColumn(CsvField.PAYMENT_ID);
        ids = stated ? PackedIds.concat(parts.stream().map(PaymentPart::ids).toList()) : null;
        workers.all(parts.size(), p -> {
            parts.get(p).moveTo(cells, file.firstRow(p));
            return p;
        });
        for (int p = 0; p < parts.size(); p++) {
            int first = file.firstRow(p);
            parts.get(p).odd().forEach((row, content) -> odd.put(first + row, content));
        }
        odd.forEach(this::resolve);
        starts = starts();
        byDocument = group();
        PartedFile<PaymentPart>.Look look = file.look();
        PaymentRows reading = PaymentRows.reading(documents.view(), tally, this::remember);
        look.tellLeftOut(reading);
        index = ids == null ? null : IdIndex.of(ids, workers);
        if (ids == null || index == null) {
            dropTheSame(look, reading);
        } else {
            dropRepeated(ids, index, look, reading);
        }
        warn(look);
        tally.add(Tally.Fate.PAYMENT, rows - dropped.cardinality());
    }

    private Tally.Fate remember(Row row, Content content, @Nullable String stated) {
        current = content;
        return Tally.Fate.PAYMENT;
    }

    /** Finds what a row that is not plain pays, or who. */
    private void resolve(int row, Content content) {
        int document =
                content.invoiceId() == null ? IdIndex.NONE : documents.index().find(content.invoiceId());
        if (document == IdIndex.NONE && content.customerId() != null) {
            byte[] id = content.customerId().getBytes(StandardCharsets.UTF_8);
            cells.target[row] = -1 - documents.customers().number(id, 0, id.length);
        } else {
            cells.target[row] = document;
        }
        cells.currency[row] =
                (byte) documents.currencies().number(content.amount().currency());
    }

    private int[] starts() {
        int[] counts = new int[documents.cells.rows() + 1];
        for (int to : cells.target) {
            if (to >= 0) {
                counts[to + 1]++;
            }
        }
        for (int document = 0; document + 1 < counts.length; document++) {
            counts[document + 1] += counts[document];
        }
        return counts;
    }

    private int[] group() {
        int[] next = starts.clone();
        int[] grouped = new int[starts[starts.length - 1]];
        for (int row = 0; row < cells.rows(); row++) {
            if (cells.target[row] >= 0) {
                grouped[next[cells.target[row]]++] = row;
            }
        }
        return grouped;
    }

    // ---- rows that say what another one says

    private void dropRepeated(PackedIds stated, IdIndex index, PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        documents.received().forEach((id, received) -> {
            int row = index.find(id);
            if (row != IdIndex.NONE) {
                conflict(row, id, received, look);
            }
        });
        for (int row : index.repeated()) {
            String id = stated.get(row);
            Integer received = documents.received().get(id);
            if (received != null) {
                conflict(row, id, received, look);
            } else {
                drop(row, index.first(row), look, reading);
            }
        }
    }

    private void conflict(int row, String id, int received, PartedFile<PaymentPart>.Look look) {
        PartedFile<DocumentPart> other = documents.file();
        tally.add(PaymentRows.conflicting(look.at(row), id, other.columns().file(), other.line(received)), 1);
        dropped.set(row);
    }

    private void drop(int row, int earlier, PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        Content first = content(look.at(earlier), reading);
        Row repeated = look.at(row);
        Content content = content(repeated, reading);
        String name = repeated.columns().file();
        tally.add(PaymentRows.repeated(repeated, content, first, id(earlier), name, line(earlier)), 1);
        dropped.set(row);
    }

    /** Where rows state no identifier, those that say the same in all are one. */
    private void dropTheSame(PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        for (int document = 0; document + 1 < starts.length; document++) {
            int start = starts[document];
            int end = starts[document + 1];
            if (end - start > FEW) {
                Map<Content, Integer> said = new HashMap<>();
                for (int i = start; i < end; i++) {
                    dropIfSaid(byDocument[i], content(look.at(byDocument[i]), reading), said, look, reading);
                }
            } else {
                dropTheSame(start, end, look, reading);
            }
        }
        Map<Content, Integer> said = new HashMap<>();
        odd.forEach((row, content) -> {
            if (cells.target[row] < 0) {
                dropIfSaid(row, content, said, look, reading);
            }
        });
    }

    private void dropIfSaid(
            int row,
            Content content,
            Map<Content, Integer> said,
            PartedFile<PaymentPart>.Look look,
            PaymentRows reading) {
        Integer earlier = said.putIfAbsent(content, row);
        if (earlier != null) {
            drop(row, earlier, look, reading);
        }
    }

    /** Of a few payments of one document, each is compared with those before it. */
    private void dropTheSame(int start, int end, PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        for (int i = start + 1; i < end; i++) {
            int row = byDocument[i];
            for (int j = start; j < i && !dropped.get(row); j++) {
                int earlier = byDocument[j];
                boolean alike = cells.day[row] == cells.day[earlier]
                        && cells.amount[row] == cells.amount[earlier]
                        && !dropped.get(earlier);
                if (alike && content(look.at(earlier), reading).equals(content(look.at(row), reading))) {
                    drop(row, earlier, look, reading);
                }
            }
        }
    }

    private Content content(Row row, PaymentRows reading) {
        current = null;
        reading.take(row);
        if (current == null) {
            throw new IllegalStateException(
                    row.columns().file() + " was changed while it was read, line " + row.line());
        }
        return current;
    }

    private void warn(PartedFile<PaymentPart>.Look look) {
        odd.forEach((row, content) -> {
            if (content.invoiceId() != null && cells.target[row] < 0 && !dropped.get(row)) {
                PaymentRows.warnUnapplied(look.at(row), content);
            }
        });
    }

    // ---- for the ledger

    int rows() {
        return cells.rows();
    }

    /** Where the payments of a document start in the order of {@link #ofDocument}. */
    int start(int document) {
        return starts[document];
    }

    int ofDocument(int index) {
        return byDocument[index];
    }

    boolean isDropped(int row) {
        return dropped.get(row);
    }

    /** The customer who paid, by number. */
    int customer(int row) {
        Content content = odd.get(row);
        if (content != null && content.customerId() != null) {
            byte[] id = content.customerId().getBytes(StandardCharsets.UTF_8);
            return documents.customers().number(id, 0, id.length);
        }
        return cells.target[row] < 0 ? -1 - cells.target[row] : documents.cells.customer[cells.target[row]];
    }

    String id(int row) {
        return ids == null ? newId(PaymentRows.generatedId(name(), line(row))) : ids.get(row);
    }

    /** An identifier that no payment has yet. */
    String newId(String wanted) {
        String id = wanted;
        while (documents.received().containsKey(id) || (index != null && index.find(id) != IdIndex.NONE)) {
            id = id + "'";
        }
        return id;
    }

    String name() {
        return file == null ? "" : file.columns().file();
    }

    long line(int row) {
        return file == null ? 0 : file.line(row);
    }
}
