package io.receivables.files;

import io.receivables.core.Customer;
import io.receivables.core.Document;
import io.receivables.core.Money;
import io.receivables.core.ledger.IdIndex;
import io.receivables.core.ledger.ItemKind;
import io.receivables.core.ledger.PackedIds;
import io.receivables.core.ledger.Workers;
import io.receivables.files.InvoiceRows.Content;
import io.receivables.files.InvoiceRows.KnownCustomer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of an invoice file as columns: the documents, and the payments that stand among them. */
final class DocumentColumns {
    final DocumentCells cells;

    private final PartedFile<DocumentPart> file;
    private final Tally tally;
    private final CurrencyList currencies = new CurrencyList();
    private final ByteDictionary customers = new ByteDictionary();
    private final PackedIds ids;
    private final PackedIds customerIds;
    private final IdIndex index;
    private final BitSet dropped = new BitSet();
    private final Map<Integer, Content> odd = new TreeMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Map<String, KnownCustomer> known = new HashMap<>();
    private final SecondReading<Content> again = new SecondReading<>();

    DocumentColumns(PartedFile<DocumentPart> file, Tally tally, Workers workers) {
        this.file = file;
        this.tally = tally;
        List<DocumentPart> parts = file.parts();
        ids = PackedIds.concat(parts.stream().map(DocumentPart::handOverIds).toList(), workers);
        cells = new DocumentCells(file.columns(), file.rows());
        gather(parts, workers);
        customerIds = customers.texts();
        index = IdIndex.of(ids, row -> cells.kind[row] != ItemKind.PAYMENT.code(), workers);
        PartedFile<DocumentPart>.Look look = file.look();
        InvoiceRows reading = InvoiceRows.reading(tally, (row, content) -> again.take(content));
        look.tellLeftOut(reading);
        dropRepeated(look, reading);
        warn(look, reading);
        learn(look);
        count();
    }

    private void gather(List<DocumentPart> parts, Workers workers) {
        List<int[]> customerNumbers = new ArrayList<>();
        List<short[]> currencyNumbers = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            DocumentPart part = parts.get(p);
            customerNumbers.add(customers.numbersOf(part.customers()));
            currencyNumbers.add(numbers(part.currencies().currencies()));
            int first = file.firstRow(p);
            part.odd().forEach((row, content) -> odd.put(first + row, content));
        }
        workers.all(parts.size(), p -> {
            parts.get(p).moveTo(cells, file.firstRow(p), customerNumbers.get(p), currencyNumbers.get(p));
            return p;
        });
    }

    private short[] numbers(List<Currency> ofPart) {
        short[] numbers = new short[ofPart.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (short) currencies.number(ofPart.get(i));
        }
        return numbers;
    }

    // ---- rows that say what another one says

    private void dropRepeated(PartedFile<DocumentPart>.Look look, InvoiceRows reading) {
        for (int row : index.repeated()) {
            drop(row, index.first(row), look, reading);
        }
        for (int row = 0; row < cells.rows(); row++) {
            Integer earlier =
                    cells.kind[row] == ItemKind.PAYMENT.code() ? received.putIfAbsent(ids.get(row), row) : null;
            if (earlier != null) {
                drop(row, earlier, look, reading);
            }
        }
    }

    private void drop(int row, int earlier, PartedFile<DocumentPart>.Look look, InvoiceRows reading) {
        Content first = again.content(look.at(earlier), reading);
        Row repeated = look.at(row);
        Content content = again.content(repeated, reading);
        tally.add(InvoiceRows.repeated(repeated, content, first, file.columns().file(), file.line(earlier)), 1);
        dropped.set(row);
    }

    private void warn(PartedFile<DocumentPart>.Look look, InvoiceRows reading) {
        for (int p = 0; p < file.parts().size(); p++) {
            IntList remarkable = file.parts().get(p).remarkable();
            for (int i = 0; i < remarkable.size(); i++) {
                int row = file.firstRow(p) + remarkable.get(i);
                if (!dropped.get(row)) {
                    Row at = look.at(row);
                    Content content = again.content(at, reading);
                    InvoiceRows.warn(at, content, (Document) content.fact());
                }
            }
        }
    }

    // ---- customers

    /** What rows say about customers, in the order of the rows. */
    private void learn(PartedFile<DocumentPart>.Look look) {
        for (int p = 0; p < file.parts().size(); p++) {
            DocumentPart part = file.parts().get(p);
            if (part.attributes().length > 0) {
                learn(part, p, look);
            }
        }
    }

    private void learn(DocumentPart part, int p, PartedFile<DocumentPart>.Look look) {
        BitSet met = new BitSet();
        int[] partNumbers = customers.numbersOf(part.customers());
        int[] numberInPart = new int[customers.size()];
        for (int number = 0; number < partNumbers.length; number++) {
            numberInPart[partNumbers[number]] = number;
        }
        for (int row = file.firstRow(p); row < file.firstRow(p + 1); row++) {
            Content content = odd.get(row);
            if (dropped.get(row) || (content == null && met.get(cells.customer[row]))) {
                continue;
            }
            int at = row;
            KnownCustomer who = known.computeIfAbsent(customerIds.get(cells.customer[row]), KnownCustomer::new);
            if (content == null) {
                met.set(cells.customer[row]);
                String[] said = part.said(numberInPart[cells.customer[row]]);
                for (int i = 0; said != null && i < part.attributes().length; i++) {
                    who.learn(() -> look.at(at), part.attributes()[i], said[i].isEmpty() ? null : said[i]);
                }
            } else {
                who.learn(() -> look.at(at), CsvField.CUSTOMER_NAME, content.customerName());
                who.learn(() -> look.at(at), CsvField.COUNTRY, content.country());
                who.learn(() -> look.at(at), CsvField.SEGMENT, content.segment());
            }
        }
    }

    // ---- for payments

    /** The rows as {@link PaymentRows} looks them up. */
    InvoiceRows view() {
        return new InvoiceRows(CsvLayout.canonical(), null, null, tally) {
            @Override
            @Nullable Accepted find(String id) {
                int row = index.find(id);
                return row == IdIndex.NONE ? null : new Accepted(document(row), null, "", 0);
            }
        };
    }

    private Content document(int row) {
        Document document = Document.of(
                ItemKind.ofCode(cells.kind[row]).factKind(),
                ids.get(row),
                customerId(row),
                LocalDate.ofEpochDay(cells.issueDay[row]),
                money(row, cells.amount[row]));
        return new Content(document, null, null, null, null, null, false);
    }

    Money money(int row, long minorUnits) {
        return Money.ofMinor(minorUnits, currencies.currencies().get(cells.currency[row]));
    }

    String customerId(int row) {
        return customerIds.get(cells.customer[row]);
    }

    PackedIds ids() {
        return ids;
    }

    IdIndex index() {
        return index;
    }

    CurrencyList currencies() {
        return currencies;
    }

    /** The identifiers of the customers that are named here, by number. */
    PackedIds customerIds() {
        return customerIds;
    }

    ByteDictionary customers() {
        return customers;
    }

    /** Rows that are not taken over after all: they repeat another one. */
    BitSet dropped() {
        return dropped;
    }

    boolean isDropped(int row) {
        return dropped.get(row);
    }

    /** The identifier of a payment or refund that a settled date implies. */
    String impliedId(int row) {
        return LedgerAssembly.derived("settled", ids.get(row), row + 1);
    }

    /** Rows that say more than columns hold. */
    Map<Integer, Content> odd() {
        return odd;
    }

    /** The payments among the documents, by id. */
    Map<String, Integer> received() {
        return received;
    }

    boolean isDebit(int row) {
        return ItemKind.ofCode(cells.kind[row]).isDebit();
    }

    PartedFile<DocumentPart> file() {
        return file;
    }

    Customer customer(String id) {
        KnownCustomer customer = known.get(id);
        return customer == null ? Customer.of(id) : customer.toCustomer();
    }

    private void count() {
        int[] counts = new int[ItemKind.values().length];
        for (int row = 0; row < cells.rows(); row++) {
            counts[cells.kind[row]] += dropped.get(row) ? 0 : 1;
        }
        tally.add(Tally.Fate.INVOICE, counts[ItemKind.INVOICE.code()] + counts[ItemKind.DEBIT_NOTE.code()]);
        tally.add(Tally.Fate.CREDIT_NOTE, counts[ItemKind.CREDIT_NOTE.code()]);
        tally.add(Tally.Fate.PAYMENT, counts[ItemKind.PAYMENT.code()]);
    }
}
