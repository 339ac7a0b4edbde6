package io.receivables.einvoice;

/** The head of an invoice as its XML has it. */
record ParsedInvoice(Syntax syntax, Element root) {}
