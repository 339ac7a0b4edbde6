package io.receivables.einvoice;

import java.util.Set;

/** The two syntaxes of EN 16931, told apart by the root element. */
enum Syntax {
    UBL(Set.of(
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
            "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2")),
    CII(Set.of(
            "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
            "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"));

    /** The root element of a UBL credit note; the document's kind is in its name. */
    static final String CREDIT_NOTE = "CreditNote";

    private final Set<String> namespaces;

    Syntax(Set<String> namespaces) {
        this.namespaces = namespaces;
    }

    /** Whether an element of this name is part of an invoice's head. */
    boolean keeps(String namespace, String name) {
        return namespaces.contains(namespace) && Term.names(this).contains(name);
    }

    /** Whether the root element says that the document is an invoice in this syntax. */
    boolean isRoot(String namespace, String name) {
        String ofName = switch (this) {
            case UBL -> "urn:oasis:names:specification:ubl:schema:xsd:" + name + "-2";
            case CII -> "urn:un:unece:uncefact:data:standard:" + name + ":100";
        };
        Set<String> roots = this == UBL ? Set.of("Invoice", CREDIT_NOTE) : Set.of("CrossIndustryInvoice");
        return roots.contains(name) && namespace.equals(ofName);
    }
}
