package io.receivables.statements;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the tags of an XML file. Files are hostile until proven otherwise: there is no document type, no entity but
 * the five of XML, nothing is fetched, and depth, names, markup, text and size are limited.
 */
final class XmlCursor {
    /** The depth of elements within each other: a camt.053 has 20; newer JDKs stop at 100 themselves. */
    private static final int MOST_DEPTH = 64;

    /** Different names of elements, attributes and namespaces; the parser keeps each of them. */
    private static final int MOST_NAMES = 2_000;

    /** Documents of one file: each costs a parser. */
    private static final int MOST_DOCUMENTS = 1_000;

    private static final XMLInputFactory FACTORY = factory();

    private final XmlText source;
    private XMLStreamReader xml;
    private final int mostText;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textTooLong;
    private int nameCount;
    private int depth;
    private int documents = 1;
    /** Lines of the file before the document that is open. */
    private int linesBefore;
    /** The line with the last markup after the document's element: at the end the parser knows none. */
    private int lastLine;

    private boolean start;

    private XmlCursor(XmlText source, int mostText) throws XMLStreamException {
        this.source = source;
        this.mostText = mostText;
        this.xml = parser(source);
    }

    private static XMLStreamReader parser(XmlText source) throws XMLStreamException {
        synchronized (FACTORY) { // is not made for several threads
            return FACTORY.createXMLStreamReader(source);
        }
    }

    static XmlCursor of(InputStream bytes, Limits limits) throws IOException, XMLStreamException {
        return new XmlCursor(XmlText.of(bytes, limits.bytes()), limits.text());
    }

    /** The JDK's parser, whatever else is on the class path: its behaviour is known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // text in pieces, so that an endless one never is in memory as a whole
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Goes to the next tag, be it in another document of the file; false after the last. */
    boolean next() throws XMLStreamException, IOException {
        while (xml.hasNext() || nextDocument()) {
            int event = xml.next();
            source.nextPiece();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    start();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    start = false;
                    depth--;
                    if (depth == 0) {
                        lastLine = line();
                    }
                    return true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> keep();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> count("?", xml.getPITarget());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusedFile(StatementProblem.BROKEN, "line", line(), "value", "entity");
                case XMLStreamConstants.COMMENT -> {
                    if (depth == 0) {
                        lastLine = line();
                    }
                }
                default -> {
                    // a document type does not come this far
                }
            }
        }
        return false;
    }

    private boolean nextDocument() throws XMLStreamException, RefusedFile {
        int line = source.nextDocument(lastLine);
        if (line == 0) {
            return false;
        }
        documents++;
        if (documents > MOST_DOCUMENTS) {
            throw RefusedFile.tooLarge("documents", MOST_DOCUMENTS);
        }
        linesBefore = line - 1;
        xml = parser(source);
        return true;
    }

    private void start() throws RefusedFile {
        start = true;
        text.setLength(0);
        textTooLong = false;
        depth++;
        if (depth > MOST_DEPTH) {
            throw RefusedFile.tooLarge("depth", MOST_DEPTH);
        }
        count(xml.getPrefix(), xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            count(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            count(xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
        }
    }

    private void count(@Nullable String prefix, @Nullable String name) throws RefusedFile {
        boolean isNew = names.computeIfAbsent(prefix == null ? "" : prefix, first -> new HashSet<>())
                .add(name == null ? "" : name);
        if (isNew) {
            nameCount++;
            if (nameCount > MOST_NAMES) {
                throw RefusedFile.tooLarge("names", MOST_NAMES);
            }
        }
    }

    private void keep() {
        int length = xml.getTextLength();
        if (text.length() + length > mostText) {
            textTooLong = true;
        } else {
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }

    /** Goes to the end of the element that has begun. */
    void skip() throws XMLStreamException, IOException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // passes over all within
        }
    }

    /** Whether this tag begins an element. */
    boolean isStart() {
        return start;
    }

    String name() {
        return xml.getLocalName();
    }

    String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** The attribute of that name, in whatever namespace; empty when there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                String value = xml.getAttributeValue(i);
                return value == null ? "" : value;
            }
        }
        return "";
    }

    /** The text since the last start tag, without blanks around it. */
    String text() {
        return text.toString().strip();
    }

    /** Whether {@link #text()} is cut because it is longer than allowed. */
    boolean isTextTooLong() {
        return textTooLong;
    }

    int line() {
        return line(xml.getLocation());
    }

    /** The line of the file at which the parser of the document that is open sees a place. */
    int line(@Nullable Location at) {
        return linesBefore + (at == null ? 1 : Math.max(1, at.getLineNumber()));
    }

    String encoding() {
        return source.encoding();
    }
}
