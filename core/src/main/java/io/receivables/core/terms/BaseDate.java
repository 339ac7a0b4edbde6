package io.receivables.core.terms;

import io.receivables.core.Convention;
import java.util.List;

/** The date from which terms count. */
public enum BaseDate implements Convention {
    INVOICE("invoice-date", List.of("date of invoice", "date de facture")),
    DELIVERY("delivery-date", List.of("date of delivery", "date de livraison")),
    END_OF_DELIVERY_MONTH("end-of-delivery-month", List.of("end of month of delivery", "fin du mois de livraison")),
    RECEIPT("receipt-date", List.of("receipt of invoice", "réception de la facture"));

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    BaseDate(String canonicalName, List<String> aliases) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
    }

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return "the agreement between the parties; directive 2011/7/EU, article 3(3) where there is none";
    }
}
