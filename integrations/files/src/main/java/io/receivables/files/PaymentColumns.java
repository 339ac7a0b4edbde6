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
import java.util.function.IntConsumer;
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
    /** The customers whom rows name that are not plain, by number. */
    private final Map<Integer, Integer> payers = new HashMap<>();
    /** Where the payments of each document start in {@link #byDocument}. */
    private final int[] starts;

    private final int[] byDocument;
    private final Workers workers;
    /** Of the identifiers that rows state; made when somebody asks. */
    private @Nullable IdIndex index;

    private final SecondReading<Content> again = new SecondReading<>();

    /** No payments at all. */
    PaymentColumns(DocumentColumns documents, Tally tally) {
        this.documents = documents;
        this.tally = tally;
        file = null;
        cells = new PaymentCells(0);
        ids = null;
        workers = Workers.caller();
        starts = new int[documents.cells.rows() + 2];
        byDocument = new int[0];
    }

    PaymentColumns(PartedFile<PaymentPart> file, DocumentColumns documents, Tally tally, Workers workers) {
        this.file = file;
        this.documents = documents;
        this.tally = tally;
        this.workers = workers;
        int rows = file.rows();
        List<PaymentPart> parts = file.parts();
        boolean stated = file.columns().hasColumn(CsvField.PAYMENT_ID);
        ids = stated
                ? PackedIds.concat(parts.stream().map(PaymentPart::handOverIds).toList(), workers)
                : null;
        cells = new PaymentCells(rows);
        workers.all(parts.size(), p -> {
            parts.get(p).moveTo(cells, file.firstRow(p));
            return p;
        });
        for (int p = 0; p < parts.size(); p++) {
            int first = file.firstRow(p);
            parts.get(p).odd().forEach((row, content) -> odd.put(first + row, content));
        }
        odd.forEach(this::resolve);
        starts = new int[documents.cells.rows() + 2];
        byDocument = group(starts, workers);
        PartedFile<PaymentPart>.Look look = file.look();
        PaymentRows reading = PaymentRows.reading(documents.view(), tally, (row, content, id) -> again.take(content));
        look.tellLeftOut(reading);
        if (ids == null) {
            dropTheSame(look, reading);
        } else {
            dropRepeated(ids, look, reading);
        }
        warn(look);
        tally.add(Tally.Fate.PAYMENT, rows - dropped.cardinality());
    }

    /** Finds what a row that is not plain pays, or who. */
    private void resolve(int row, Content content) {
        int document =
                content.invoiceId() == null ? IdIndex.NONE : documents.index().find(content.invoiceId());
        if (content.customerId() != null) {
            payers.put(row, customerNumber(content.customerId()));
        }
        Integer payer = payers.get(row);
        cells.target[row] = document == IdIndex.NONE && payer != null ? -1 - payer : document;
        cells.currency[row] =
                (short) documents.currencies().number(content.amount().currency());
    }

    private int customerNumber(String customerId) {
        byte[] id = customerId.getBytes(StandardCharsets.UTF_8);
        return documents.customers().number(id, 0, id.length);
    }

    /** Counts the payments of each document, every thread those of documents of its own, and puts their rows in order. */
    private int[] group(int[] starts, Workers workers) {
        int shares = workers.threads();
        workers.each(shares, share -> {
            int from = firstOf(share, shares);
            int to = firstOf(share + 1, shares);
            for (int document : cells.target) {
                if (document >= from && document < to) {
                    starts[document + 2]++;
                }
            }
        });
        for (int document = 0; document + 2 < starts.length; document++) {
            starts[document + 2] += starts[document + 1];
        }
        int[] grouped = new int[starts[starts.length - 1]];
        workers.each(shares, share -> {
            int from = firstOf(share, shares);
            int to = firstOf(share + 1, shares);
            for (int row = 0; row < cells.rows(); row++) {
                int document = cells.target[row];
                if (document >= from && document < to) {
                    grouped[starts[document + 1]++] = row;
                }
            }
        });
        return grouped;
    }

    private int firstOf(int share, int shares) {
        return (int) ((long) documents.cells.rows() * share / shares);
    }

    // ---- rows that say what another one says

    private void dropRepeated(PackedIds stated, PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        documents.received().forEach((id, received) -> {
            int row = find(id);
            if (row != IdIndex.NONE) {
                conflict(row, id, received, look);
            }
        });
        for (int row : IdIndex.repeated(stated, workers)) {
            String id = stated.get(row);
            Integer received = documents.received().get(id);
            if (received != null) {
                conflict(row, id, received, look);
            } else {
                drop(row, find(id), look, reading);
            }
        }
    }

    private void conflict(int row, String id, int received, PartedFile<PaymentPart>.Look look) {
        PartedFile<DocumentPart> other = documents.file();
        tally.add(PaymentRows.conflicting(look.at(row), id, other.columns().file(), other.line(received)), 1);
        dropped.set(row);
    }

    private void drop(int row, int earlier, PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        Content first = again.content(look.at(earlier), reading);
        Row repeated = look.at(row);
        Content content = again.content(repeated, reading);
        String name = repeated.columns().file();
        tally.add(PaymentRows.repeated(repeated, content, first, id(earlier), name, line(earlier)), 1);
        dropped.set(row);
    }

    /** Where rows state no identifier, those that say the same in all are one. */
    private void dropTheSame(PartedFile<PaymentPart>.Look look, PaymentRows reading) {
        for (int document = 0; document < documents.cells.rows(); document++) {
            int start = starts[document];
            int end = starts[document + 1];
            if (end - start > FEW) {
                Map<Content, Integer> said = new HashMap<>();
                for (int i = start; i < end; i++) {
                    dropIfSaid(byDocument[i], again.content(look.at(byDocument[i]), reading), said, look, reading);
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
                if (alike && again.content(look.at(earlier), reading).equals(again.content(look.at(row), reading))) {
                    drop(row, earlier, look, reading);
                }
            }
        }
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
        Integer payer = payers.get(row);
        if (payer != null) {
            return payer;
        }
        return cells.target[row] < 0 ? -1 - cells.target[row] : documents.cells.customer[cells.target[row]];
    }

    /** Gives the number of each customer who is named on a row that counts and is not plain. */
    void eachPayer(IntConsumer consumer) {
        payers.forEach((row, number) -> {
            if (!isDropped(row)) {
                consumer.accept(number);
            }
        });
    }

    String id(int row) {
        return ids == null ? newId(PaymentRows.generatedId(name(), line(row))) : ids.get(row);
    }

    /** The first row that states an identifier. */
    private synchronized int find(String id) {
        if (ids == null) {
            return IdIndex.NONE;
        }
        IdIndex made = index == null ? IdIndex.of(ids, workers) : index;
        index = made;
        return made.find(id);
    }

    /** An identifier that no payment has yet. */
    String newId(String wanted) {
        String id = wanted;
        while (documents.received().containsKey(id) || find(id) != IdIndex.NONE) {
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
