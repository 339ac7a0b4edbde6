package io.receivables.benchmarks;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Refund;
import java.sql.PreparedStatement;
import java.time.LocalDate;

/**
 * A DuckDB table of open items with a primary key: a document or payment is an INSERT, an allocation two UPDATEs, a refund
 * one, each committed by itself.
 */
final class DuckDbBooks implements Books {
    private final DuckDb db = DuckDb.open();
    private final PreparedStatement insert;
    private final PreparedStatement update;

    /** Begins with the open items that other books hold. */
    DuckDbBooks(RecordBooks start) {
        db.run(
                "CREATE TABLE items (id VARCHAR PRIMARY KEY, currency TINYINT, credit BOOLEAN, due DATE, amount BIGINT)");
        insert = db.prepare("INSERT INTO items VALUES (?, ?, ?, ?, ?)");
        update = db.prepare("UPDATE items SET amount = amount - ? WHERE id = ?");
        db.append("items", start.items().entrySet(), (row, each) -> {
            RecordBooks.Item item = each.getValue();
            row.append(each.getKey());
            row.append((byte) SyntheticLedger.CURRENCIES.indexOf(item.currency()));
            row.append(item.credit());
            row.append(item.due());
            row.append(item.open().unscaledValue().longValueExact());
        });
    }

    @Override
    public void apply(Fact fact) {
        switch (fact.kind()) {
            case INVOICE -> {
                Invoice invoice = (Invoice) fact;
                add(invoice, false, invoice.instalments().get(0).dueDate());
            }
            case CREDIT_NOTE -> add((CreditNote) fact, true, fact.date());
            case PAYMENT -> add(fact.id(), true, fact.date(), ((Payment) fact).amount());
            case ALLOCATION -> {
                Allocation allocation = (Allocation) fact;
                lower(allocation.sourceId(), allocation.amount());
                lower(allocation.documentId(), allocation.amount());
            }
            case REFUND -> lower(((Refund) fact).sourceId(), ((Refund) fact).amount());
            default -> throw new IllegalArgumentException(fact.toString());
        }
    }

    private void add(Document document, boolean credit, LocalDate due) {
        add(document.id(), credit, due, document.gross());
    }

    private void add(String id, boolean credit, LocalDate due, Money amount) {
        DuckDb.failing(() -> {
            insert.setString(1, id);
            insert.setByte(2, (byte)
                    SyntheticLedger.CURRENCIES.indexOf(amount.currency().getCurrencyCode()));
            insert.setBoolean(3, credit);
            insert.setObject(4, due);
            insert.setLong(5, amount.minorUnits());
            return insert.executeUpdate();
        });
    }

    private void lower(String id, Money amount) {
        DuckDb.failing(() -> {
            update.setLong(1, amount.minorUnits());
            update.setString(2, id);
            return update.executeUpdate();
        });
    }

    @Override
    public Answer totals() {
        return db.answer(DuckDb.statement(
                "totals", "open", "SELECT * FROM items WHERE amount <> 0", "asOf", SyntheticLedger.TODAY.toString()));
    }

    @Override
    public void close() {
        db.close();
    }
}
