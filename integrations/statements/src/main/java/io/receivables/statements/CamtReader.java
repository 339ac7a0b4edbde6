package io.receivables.statements;

import io.receivables.core.cash.StatementKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads camt.052, camt.053, camt.054 and pain.002, in whatever version: elements are known by their local names, and what a
 * version calls otherwise is looked for under each of its names. A file may have an envelope around the message, and several
 * messages, in one document or one after the other.
 */
final class CamtReader {
    /** The message's name as it stands in all kinds of namespaces, those of ISO and those of national dialects. */
    private static final Pattern MESSAGE = Pattern.compile("(camt|pain)\\.\\d{3}\\.\\d{3}\\.\\d{2}");

    private static final Map<String, StatementKind> STATEMENTS = Map.of(
            "BkToCstmrStmt", StatementKind.STATEMENT,
            "BkToCstmrAcctRpt", StatementKind.REPORT,
            "BkToCstmrDbtCdtNtfctn", StatementKind.NOTIFICATION);

    private static final String ORDER_STATUS = "CstmrPmtStsRpt";
    /** Version 02 and the dialects made of it: the element has the message's name. */
    private static final String ORDER_STATUS_02 = "pain.002.";

    /** Version 01 has its number in the name of the message's element. */
    private static final Pattern VERSION = Pattern.compile("V\\d{2}$");

    /** A document within a text. */
    private static final Pattern TEXT = Pattern.compile("<(\\?xml\\s|([\\w.-]+:)?Document[\\s>])");

    private final XmlCursor xml;
    private final Reading reading;
    private @Nullable CamtStatement open;

    private CamtReader(XmlCursor xml, Reading reading) {
        this.xml = xml;
        this.reading = reading;
    }

    static void read(InputStream bytes, Reading reading) throws IOException {
        CamtReader reader = null;
        try {
            reader = new CamtReader(XmlCursor.of(bytes, reading.limits()), reading);
            reader.file();
        } catch (XMLStreamException e) {
            report(e, reader, reading);
        } catch (RefusedFile e) {
            e.report(reading);
        } catch (CharacterCodingException e) {
            wrongEncoding(reader, reading);
        }
        if (reader != null && reader.open != null) {
            reader.open.breakOff();
        }
    }

    /** What reading met, where the parser hides it in an exception of its own. */
    private static void report(XMLStreamException e, @Nullable CamtReader reader, Reading reading) throws IOException {
        Throwable nested = e.getNestedException();
        if (nested instanceof RefusedFile refused) {
            refused.report(reading);
        } else if (nested instanceof CharacterCodingException) {
            wrongEncoding(reader, reading);
        } else if (nested instanceof IOException io) {
            throw io;
        } else {
            int line = reader == null ? 1 : reader.xml.line(e.getLocation());
            reading.problem(StatementProblem.BROKEN, "line", line, "value", "xml");
        }
    }

    private static void wrongEncoding(@Nullable CamtReader reader, Reading reading) {
        reading.problem(
                StatementProblem.WRONG_ENCODING,
                "value",
                reader == null ? "UTF-8" : reader.xml.encoding(),
                "line",
                reader == null ? 1 : reader.xml.line());
    }

    private void file() throws XMLStreamException, IOException {
        String first = "";
        String stated = "";
        String wrapped = "";
        boolean found = false;
        while (xml.next()) {
            if (!xml.isStart()) {
                wrapped = wrapped.isEmpty() && TEXT.matcher(xml.text()).lookingAt() ? xml.name() : wrapped;
                continue;
            }
            String named = named(xml.namespace());
            String name = VERSION.matcher(xml.name()).replaceFirst("");
            stated = stated.isEmpty() ? named : stated;
            first = first.isEmpty() || first.equals("Document") ? xml.name() : first;
            StatementKind kind = STATEMENTS.get(name);
            if (kind != null) {
                found = true;
                statements(kind, named.isEmpty() ? name(kind) : named);
            } else if (name.equals(ORDER_STATUS) || name.startsWith(ORDER_STATUS_02)) {
                found = true;
                if (!new OrderStatusReader(xml, reading).read()) {
                    noStatement(named.isEmpty() ? "pain.002" : named);
                }
            }
        }
        if (!found && !wrapped.isEmpty()) {
            reading.problem(StatementProblem.WRAPPED, "value", CamtValues.shown(wrapped));
        } else if (!found) {
            reading.problem(
                    StatementProblem.OTHER_MESSAGE, "value", CamtValues.shown(stated.isEmpty() ? first : stated));
        }
    }

    private static String named(String namespace) {
        Matcher message = MESSAGE.matcher(namespace);
        return message.find() ? message.group() : "";
    }

    private static String name(StatementKind kind) {
        return switch (kind) {
            case STATEMENT -> "camt.053";
            case REPORT -> "camt.052";
            case NOTIFICATION -> "camt.054";
        };
    }

    private void noStatement(String format) {
        reading.problem(StatementProblem.NO_STATEMENT, "value", format);
    }

    private void statements(StatementKind kind, String format) throws XMLStreamException, IOException {
        boolean found = false;
        CamtGroup group = CamtGroup.NONE;
        while (xml.next() && xml.isStart()) {
            switch (xml.name()) {
                case "GrpHdr" ->
                    group = CamtGroup.of(Element.read(xml, reading.limits().text()));
                case "Stmt", "Rpt", "Ntfctn" -> {
                    found = true;
                    CamtStatement statement = new CamtStatement(xml, reading, kind, format, group);
                    open = statement;
                    statement.read();
                    open = null;
                }
                default -> xml.skip();
            }
        }
        if (!found) {
            noStatement(format);
        }
    }
}
