package io.receivables.einvoice;

import io.receivables.core.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Deque;
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
 * Parses one document and keeps the elements of the invoice's head; lines, attachments, extensions and whatever else is
 * passed over as it is met. Documents are hostile until proven otherwise: there is no document type, no entity but the five
 * of XML, nothing is fetched, and {@link Limits} hold.
 */
final class InvoiceParser {
    private static final Set<String> ATTRIBUTES = Set.of("schemeID", "currencyID", "unitCode", "format");

    private static final XMLInputFactory FACTORY = factory();

    private final DecodedText text;
    private final XMLStreamReader xml;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable ParsedInvoice parsed;
    private int depth;
    private int passedOver;
    private int pieces;
    private int nameCount;
    private int keptElements;
    private int keptCharacters;

    private InvoiceParser(DecodedText text) throws XMLStreamException {
        this.text = text;
        synchronized (FACTORY) { // is not made for several threads
            this.xml = FACTORY.createXMLStreamReader(text);
        }
    }

    /** The JDK's parser, whatever else is on the class path: its behaviour is known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // text in pieces, so that an attachment never is in memory as a whole
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /**
     * @throws RefusedException if it is no e-invoice that can be read
     * @throws IOException if the bytes cannot be read
     */
    static ParsedInvoice parse(InputStream bytes, long mostBytes) throws IOException {
        try {
            return new InvoiceParser(DecodedText.of(bytes, mostBytes)).parse();
        } catch (XMLStreamException e) {
            throw cause(e);
        }
    }

    /** What reading met, where the parser hides it in an exception of its own. */
    private static IOException cause(XMLStreamException e) {
        Throwable nested = e.getNestedException();
        if (nested instanceof CharacterCodingException) {
            return new RefusedException(Problem.of(EInvoiceProblem.WRONG_ENCODING, place(e.getLocation())));
        }
        return nested instanceof IOException io
                ? io
                : new RefusedException(Problem.of(EInvoiceProblem.NOT_XML, place(e.getLocation())));
    }

    private static Object[] place(@Nullable Location at) {
        return at == null
                ? new Object[] {Problem.LINE, 1, "column", 1}
                : new Object[] {Problem.LINE, at.getLineNumber(), "column", at.getColumnNumber()};
    }

    private ParsedInvoice parse() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            int event = xml.next();
            text.nextPiece();
            limit(++pieces, "pieces", Limits.PIECES);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> name("?", xml.getPITarget());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(EInvoiceProblem.DOCTYPE);
                default -> {
                    // comments say nothing
                }
            }
        }
        if (parsed == null) {
            throw refused(EInvoiceProblem.NOT_XML);
        }
        return parsed;
    }

    private void start() throws RefusedException {
        limit(++depth, "depth", Limits.DEPTH);
        names();
        String name = xml.getLocalName();
        if (parsed == null) {
            Element root = element(name);
            parsed = new ParsedInvoice(syntax(name), root);
            open.push(root);
        } else if (passedOver > 0 || !parsed.syntax().keeps(namespace(), name)) {
            passedOver++;
        } else {
            Element element = element(name);
            open.element().add(element);
            open.push(element);
        }
    }

    private Syntax syntax(String root) throws RefusedException {
        for (Syntax syntax : Syntax.values()) {
            if (syntax.isRoot(namespace(), root)) {
                return syntax;
            }
        }
        throw refused(EInvoiceProblem.NOT_AN_INVOICE, "element", Shown.of(root), "namespace", Shown.of(namespace()));
    }

    private Element element(String name) throws RefusedException {
        limit(++keptElements, "elements", Limits.ELEMENTS);
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeNamespace(i) == null && ATTRIBUTES.contains(xml.getAttributeLocalName(i))) {
                attributes.put(xml.getAttributeLocalName(i), keep(xml.getAttributeValue(i)));
            }
        }
        return new Element(
                name,
                attributes,
                xml.getLocation().getLineNumber(),
                xml.getLocation().getColumnNumber());
    }

    private String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    private void end() {
        depth--;
        if (passedOver > 0) {
            passedOver--;
        } else {
            open.pop();
        }
    }

    private void characters() throws RefusedException {
        if (passedOver == 0 && !open.isEmpty()) {
            open.element().append(keep(xml.getText()));
        }
    }

    private String keep(String characters) throws RefusedException {
        keptCharacters += characters.length();
        limit(keptCharacters, "text", Limits.TEXT);
        return characters;
    }

    /** Counts the names that the parser keeps until it is done. */
    private void names() throws RefusedException {
        name(xml.getPrefix(), xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            name(xml.getNamespacePrefix(i), xml.getNamespaceURI(i));
        }
    }

    private void name(@Nullable String prefix, @Nullable String name) throws RefusedException {
        boolean isNew = names.computeIfAbsent(prefix == null ? "" : prefix, first -> new HashSet<>())
                .add(name == null ? "" : name);
        if (isNew) {
            limit(++nameCount, "names", Limits.NAMES);
        }
    }

    private void limit(int is, String what, int most) throws RefusedException {
        if (is > most) {
            throw refused(EInvoiceProblem.TOO_LARGE, "what", what, "most", most);
        }
    }

    private RefusedException refused(EInvoiceProblem code, Object... more) {
        Problem at = Problem.of(code, place(xml.getLocation()));
        return new RefusedException(Problem.of(code, more).at(at.attributes()));
    }
}
