package io.receivables.einvoice;

/**
 * What a document may have at most, so that none fills the memory or takes long. All but the bytes are far beyond any real
 * invoice.
 */
final class Limits {
    /** The bytes of a document, attachments included, unless the reader is told otherwise. */
    static final long BYTES = 100L << 20;

    /** The depth of elements within each other; newer JDKs stop at 100 themselves. */
    static final int DEPTH = 64;

    /** Characters of markup, or of text in one piece: a tag with its attributes, a comment, a CDATA section. */
    static final int MARKUP = 1 << 18;

    /** Pieces that the document falls into: tags, comments, lines of text. They bound the time that reading takes. */
    static final int PIECES = 5_000_000;

    /** Different names of elements, attributes and namespaces; the parser keeps each of them. */
    static final int NAMES = 2_000;

    /** Elements of the invoice's head. */
    static final int ELEMENTS = 5_000;

    /** Characters of the invoice's head. */
    static final int TEXT = 1 << 19;

    /** Problems that are reported of one document; what comes after them is counted. */
    static final int PROBLEMS = 100;

    private Limits() {}
}
