package io.receivables.core.terms;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of payment terms in both languages, as the reader compares them: lower case, without accents, full stops and
 * apostrophes. Of several that fit, the longest counts.
 */
enum TermsWord {
    NET("net|n|nett", "net|nets|n"),
    DAYS("day|days|d|calendar days", "jour|jours|j|jrs|jours calendaires"),
    WEEKS("week|weeks|wk|wks", "semaine|semaines"),
    MONTHS("month|months", "mois"),
    ORDINAL("st|nd|rd|th", "er|e|eme"),
    END_OF_MONTH("eom|end of month|end of the month|month end", "fin de mois|fdm|fin du mois"),
    /** Behind a count: the count starts there. */
    AFTER_END_OF_MONTH(
            "after eom|from eom|after end of month|after the end of the month|after the end of month|from end of month"
                    + "|from the end of the month|after month end",
            "apres fin de mois|apres la fin de mois|apres la fin du mois|a compter de la fin de mois"
                    + "|a compter de la fin du mois"),
    END_OF_NEXT_MONTH(
            "end of next month|end of the next month|end of following month|end of the following month",
            "fin du mois suivant|fin de mois suivant|fin du mois prochain"),
    /** The month after, with usage on what a late invoice is. */
    PROXIMO("prox|proximo", ""),
    OF_NEXT_MONTH(
            "mfi|month following invoice|of next month|of the next month|of following month|of the following month"
                    + "|of the month following|of the month following invoice",
            "du mois suivant|du mois prochain|du mois qui suit"),
    OF_THE_MONTH("of the month|of month|of the same month", "du mois|du meme mois"),
    AHEAD("month ahead|months ahead", "mois plus loin"),
    THE("the", "le|au|les"),
    NEXT("next|the next", "prochain|le prochain|au prochain"),
    IF_AFTER("if after|if after the", "si apres le|passe le"),
    LATER("month later|months later", "mois de plus"),
    FOLLOWING("following business day|next business day", "jour ouvre suivant|premier jour ouvre suivant"),
    MODIFIED_FOLLOWING("modified following business day", "jour ouvre suivant du meme mois"),
    PRECEDING("preceding business day|previous business day", "jour ouvre precedent|dernier jour ouvre precedent"),
    THEN("then", "puis"),
    PLUS("plus", "plus"),
    OR("or", "ou"),
    AND("and", "et"),
    AFTER_PREVIOUS("after the previous instalment|after the previous installment", "apres l echeance precedente"),
    /** Due on the invoice date. */
    AT_ONCE(
            "immediate|immediately|due immediately|immediate payment|payment immediate|at once|cash|net cash|cia|cwo|pia"
                    + "|cash in advance|cash with order|payment in advance|prepayment|prepaid|in advance|with order|on order"
                    + "|upfront|down payment",
            "comptant|au comptant|paiement comptant|paiement au comptant|reglement comptant|payable comptant|immediat"
                    + "|immediatement|paiement immediat|d avance|paiement d avance|a la commande|acompte a la commande"
                    + "|d acompte a la commande"),
    ON_RECEIPT(
            "on receipt|upon receipt|due on receipt|due upon receipt|payable on receipt|payable upon receipt|at receipt"
                    + "|on receipt of invoice|upon receipt of invoice|due on receipt of invoice|due upon receipt of invoice"
                    + "|payable on receipt of invoice|payable upon receipt of invoice|payment on receipt"
                    + "|payment upon receipt|payment due on receipt|payment due upon receipt|dor",
            "a reception|a la reception|des reception|a reception de facture|a reception de la facture"
                    + "|a la reception de la facture|des reception de la facture|payable a reception"
                    + "|payable a reception de facture|payable a reception de la facture|paiement a reception"
                    + "|paiement a reception de facture|reglement a reception|reglement a reception de facture"),
    ON_DELIVERY(
            "cod|cash on delivery|collect on delivery|on delivery|due on delivery|payable on delivery"
                    + "|payment on delivery",
            "a la livraison|contre remboursement|payable a la livraison|paiement a la livraison"),
    FROM_INVOICE(
            "from invoice date|from the invoice date|from date of invoice|from the date of invoice"
                    + "|from the date of the invoice|from invoice|from the invoice|after invoice date"
                    + "|after the invoice date|after date of invoice|after the date of invoice|after invoice"
                    + "|of invoice date|of the invoice date|of invoice|of the invoice|of date of invoice|date of invoice"
                    + "|invoice date|from issue date|from date of issue",
            "date de facture|date facture|date de facturation|date d emission|date d emission de la facture"
                    + "|de la date de facture|a date de facture|a compter de la date de facture|a compter de la facture"
                    + "|a compter de la date de facturation|a compter de l emission de la facture"
                    + "|a compter de la date d emission de la facture|a partir de la date de facture"
                    + "|apres la date de facture|apres date de facture|apres facture|apres facturation|net date de facture"),
    FROM_DELIVERY(
            "from delivery|from delivery date|from date of delivery|from the date of delivery|from the delivery date"
                    + "|after delivery|after date of delivery|after the date of delivery|after delivery date|of delivery"
                    + "|from receipt of goods|after receipt of goods|rog",
            "a compter de la livraison|a compter de la date de livraison|apres livraison|apres la livraison"
                    + "|apres la date de livraison|date de livraison|a partir de la livraison"
                    + "|a compter de la reception des marchandises|apres reception des marchandises"),
    FROM_END_OF_DELIVERY_MONTH(
            "from end of month of delivery|from the end of the month of delivery|after the end of the month of delivery"
                    + "|after end of month of delivery",
            "a compter de la fin du mois de livraison|fin du mois de livraison|fin de mois de livraison"
                    + "|apres la fin du mois de livraison"),
    FROM_RECEIPT(
            "from receipt|from receipt of invoice|from receipt of the invoice|from the receipt of the invoice"
                    + "|after receipt|after receipt of invoice|after receipt of the invoice|of receipt"
                    + "|of receipt of invoice|of receipt of the invoice|of receiving the invoice",
            "a compter de la reception de la facture|a compter de la reception|apres reception de facture"
                    + "|apres reception de la facture|apres reception|a partir de la reception de la facture"
                    + "|de la reception de la facture"),
    DISCOUNT(
            "discount|discount if paid|cash discount|early payment discount|prompt payment discount|discount of"
                    + "|a discount of|cash discount of|if paid|less",
            "escompte|d escompte|escompte de|un escompte de|avec escompte|avec escompte de|avec un escompte de"
                    + "|avec d escompte"),
    NO_DISCOUNT(
            "no discount|no cash discount|without discount|no early payment discount",
            "pas d escompte|sans escompte|aucun escompte|escompte neant|escompte pour paiement anticipe neant"
                    + "|pas d escompte pour paiement anticipe|pas d escompte pour reglement anticipe"
                    + "|escompte pour reglement anticipe neant|aucun escompte pour paiement anticipe"),
    OF_NET(
            "of the net amount|on the net amount|of net amount|before tax|excluding tax",
            "du montant ht|sur le ht|sur le montant ht|ht|du montant hors taxes|hors taxes"),
    REST("rest|the rest|balance|the balance|remainder|the remainder", "solde|le solde|reste|le reste"),
    OF_REST(
            "of the rest|of the balance|of the remainder|of rest|of balance|of the remaining amount",
            "du solde|du reste|du montant restant"),
    SUM("sum|sum of|amount of", "somme|somme de|montant de"),
    /** Says that what follows is a term and no more. */
    LEAD(
            "terms|payment terms|terms of payment|due|due in|due within|due by|payable|payable in|payable within|payment"
                    + "|payment in|payment within|payment due|payment due in|payment due within|pay|pay within|paid within"
                    + "|to be paid within|within|in|until|by|at|strictly",
            "conditions|conditions de paiement|conditions de reglement|modalites de paiement|payable|payable a"
                    + "|payable sous|payable dans|payables|paiement|paiement a|paiement sous|paiement dans|reglement"
                    + "|reglement a|reglement sous|echeance|echeance a|delai|delai de|delai de paiement|a|sous|dans"
                    + "|dans un delai de|dans les|jusqu a|jusqu au|si paiement|si paiement sous|en cas de paiement sous"
                    + "|pour paiement sous|pour un paiement sous|pour reglement sous");

    private static final Map<TermsLanguage, Map<String, TermsWord>> WORDS = new EnumMap<>(Map.of(
            TermsLanguage.ENGLISH,
            phrases(TermsLanguage.ENGLISH),
            TermsLanguage.FRENCH,
            phrases(TermsLanguage.FRENCH)));

    /** The most words of a phrase. */
    static final int LONGEST = WORDS.values().stream()
            .flatMap(words -> words.keySet().stream())
            .mapToInt(phrase -> phrase.split(" ").length)
            .max()
            .orElseThrow();

    private final String english;
    private final String french;

    TermsWord(String english, String french) {
        this.english = english;
        this.french = french;
    }

    private static Map<String, TermsWord> phrases(TermsLanguage language) {
        Map<String, TermsWord> words = new HashMap<>();
        for (TermsWord word : values()) {
            String phrases = language == TermsLanguage.ENGLISH ? word.english : word.french;
            Arrays.stream(phrases.split("\\|"))
                    .filter(phrase -> !phrase.isEmpty())
                    .forEach(phrase -> {
                        TermsWord other = words.put(phrase, word);
                        if (other != null) {
                            throw new IllegalStateException(phrase + " is " + word + " and " + other);
                        }
                    });
        }
        return Map.copyOf(words);
    }

    /** What a phrase is in a language, by its words with one blank between. */
    static Map<String, TermsWord> in(TermsLanguage language) {
        return WORDS.get(language);
    }
}
