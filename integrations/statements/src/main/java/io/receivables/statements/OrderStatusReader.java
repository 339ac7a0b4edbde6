package io.receivables.statements;

import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.OrderStatus;
import io.receivables.core.cash.OrderStatus.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads pain.002, one transaction at a time. A message or block of which nothing is said, because only what is within it has a
 * status, is passed over.
 */
final class OrderStatusReader {
    /** Reasons of one block. */
    private static final int MOST_REASONS = 100;

    private final XmlCursor xml;
    private final Reading reading;
    private String message = "";
    private boolean found;

    OrderStatusReader(XmlCursor xml, Reading reading) {
        this.xml = xml;
        this.reading = reading;
    }

    /** Reads the message that has begun, up to its end; false if it has no status at all. */
    boolean read() throws XMLStreamException, IOException {
        while (xml.next() && xml.isStart()) {
            switch (xml.name()) {
                case "OrgnlGrpInfAndSts" -> {
                    Element group = small();
                    message = group.text("OrgnlMsgId");
                    status(Level.MESSAGE, "", group.text("GrpSts"), group.all("StsRsnInf"));
                }
                case "OrgnlPmtInfAndSts" -> block();
                case "TxInfAndSts" -> transaction("");
                default -> xml.skip();
            }
        }
        return found;
    }

    private Element small() throws XMLStreamException, IOException {
        Element small = Element.read(xml, reading.limits().text());
        if (small.isTooLarge()) {
            reading.problem(
                    StatementProblem.TOO_LARGE,
                    "field",
                    small.name(),
                    "limit",
                    reading.limits().text());
        }
        return small;
    }

    /** A block's own status comes before those of its transactions, as in the file. */
    private void block() throws XMLStreamException, IOException {
        String id = "";
        String status = "";
        List<Element> reasons = new ArrayList<>();
        boolean told = false;
        while (xml.next() && xml.isStart()) {
            switch (xml.name()) {
                case "OrgnlPmtInfId" -> id = small().text();
                case "PmtInfSts" -> status = small().text();
                case "StsRsnInf" -> {
                    Element reason = small();
                    if (reasons.size() < MOST_REASONS) {
                        reasons.add(reason);
                    } else {
                        reading.problem(StatementProblem.TOO_LARGE, "field", "StsRsnInf", "limit", MOST_REASONS);
                    }
                }
                case "TxInfAndSts" -> {
                    if (!told) {
                        told = true;
                        status(Level.BLOCK, id, status, reasons);
                    }
                    transaction(id);
                }
                default -> xml.skip();
            }
        }
        if (!told) {
            status(Level.BLOCK, id, status, reasons);
        }
    }

    private void status(Level level, String block, String status, List<Element> reasons) {
        if (!status.isEmpty() || !reasons.isEmpty()) {
            tell(new OrderStatus(level, message, block, "", "", status, reason(reasons)));
        }
    }

    private void transaction(String block) throws XMLStreamException, IOException {
        Element transaction = small();
        String stated = transaction.text("OrgnlPmtInfId");
        tell(new OrderStatus(
                Level.TRANSACTION,
                message,
                block.isEmpty() ? stated : block,
                transaction.text("OrgnlInstrId"),
                transaction.text("OrgnlEndToEndId"),
                transaction.text("TxSts"),
                reason(transaction.all("StsRsnInf"))));
    }

    private static @Nullable LineReturn reason(List<Element> stated) {
        return CamtCodes.reason(stated, "", "");
    }

    private void tell(OrderStatus status) {
        found = true;
        reading.orderStatus(status);
    }
}
