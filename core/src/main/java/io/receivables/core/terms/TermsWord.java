package io.receivables.core.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of payment terms in both languages, as the reader compares them: lower case, without accents, full stops and
 * apostrophes. Of several that fit, the longest counts. {@code |} stands between alternatives, in {@code []} they may be left
 * out.
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
            "(after|from) eom|(after|from) [the] end of [the] month|after month end",
            "(apres|a compter de) [la] fin (de|du) mois"),
    END_OF_NEXT_MONTH("end of [the] (next|following) month", "fin (de|du) mois (suivant|prochain)"),
    /** The month after, with usage on what a late invoice is. */
    PROXIMO("prox|proximo", ""),
    OF_NEXT_MONTH(
            "mfi|month following invoice|of [the] (next|following) month|of the month following [the invoice|invoice]",
            "du mois (suivant|prochain|qui suit)"),
    OF_THE_MONTH("of [the|the same] month", "du [meme] mois"),
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
            "[due|payment] (immediate|immediately)|immediate payment|at once|[net] cash|cia|cwo|pia|cash in advance"
                    + "|[cash] with order|on order|[payment] in advance|prepayment|prepaid|upfront|down payment|deposit",
            "[paiement|reglement|payable] [au] comptant|[paiement] (immediat|immediatement)|[paiement] d avance"
                    + "|[acompte|d acompte] a la commande"),
    ON_RECEIPT(
            "[payment|payable] [due] (on|upon|at) receipt [of] [the] [invoice]|dor",
            "[payable|paiement|reglement] (a|a la|des|des la) reception [de] [la] [facture]"),
    ON_DELIVERY(
            "cod|(cash|collect) on delivery|[due|payable|payment] on delivery",
            "[payable|paiement] a la livraison|contre remboursement"),
    FROM_INVOICE(
            "[from|after|of] [the] invoice date|[from|after|of] [the] date of [the] invoice|(from|after|of) [the] invoice"
                    + "|[from|after|of] [the] (issue date|date of issue)",
            "[net|a|de la|apres|apres la|a partir de la|a compter de la] date [de|d] (facture|la facture|facturation|emission)"
                    + "|[net|a|de la|apres|apres la|a partir de la|a compter de la] date d emission de [la] facture"
                    + "|apres (facture|facturation)|a compter de la facture|a compter de l emission [de la facture]"),
    FROM_DELIVERY(
            "(from|after|of) [the] [date of] delivery|(from|after) [the] delivery date|(from|after|of) receipt of [the] goods"
                    + "|rog",
            "[apres|apres la|a compter de la|a partir de la] date de livraison|(apres|apres la|a compter de la|a partir de la) livraison"
                    + "|(apres|apres la|a compter de la) reception (de|des|de la) (marchandises|marchandise)"),
    FROM_END_OF_DELIVERY_MONTH(
            "(from|after) [the] end of [the] month of delivery",
            "[apres|apres la|a compter de la] fin (de|du) mois de livraison"),
    FROM_RECEIPT(
            "(from|after|of) [the] receipt [of] [the] [invoice]|of receiving the invoice",
            "(apres|apres la|a compter de la|a partir de la|de la) reception [de] [la] [facture]"
                    + "|reception de [la] facture|date de reception [de la facture]"),
    DISCOUNT(
            "[cash|early payment|prompt payment] discount [if paid]|[a] [cash] discount of|if paid|less",
            "[d|un|avec|avec un|avec d] escompte [de]"),
    NO_DISCOUNT(
            "(no|without) [cash|early payment] discount",
            "(pas d|sans|aucun) escompte [pour (paiement|reglement) anticipe]|escompte [pour (paiement|reglement) anticipe] neant"),
    OF_NET(
            "(of|on) [the] net amount|before tax|excluding tax",
            "(du|sur le) montant (ht|hors taxes)|[sur le] ht|hors taxes"),
    REST("[the] (rest|balance|remainder)", "[le] (solde|reste)"),
    OF_REST("of [the] (rest|balance|remainder|remaining amount)", "du (solde|reste|montant restant)"),
    SUM("sum|sum of|amount of", "somme|somme de|montant de"),
    /** Says that what follows is a term and no more. */
    LEAD(
            "[payment] terms|terms of payment|due [in|within|by]|payable [in|within]|payment [due] [in|within]"
                    + "|(pay|paid) within"
                    + "|to be paid within|[the] [full|net] amount due [in|within]|deposit of|within|in|until|by|at"
                    + "|strictly",
            "conditions [de (paiement|reglement)]|modalites de (paiement|reglement)|(payable|payables|paiement|reglement) [a|sous|dans]"
                    + "|echeance [a]|acompte [de]|[par] (virement|virement bancaire|prelevement|cheque|lcr|traite) [a|sous]"
                    + "|[dans un] delai [de] [paiement]|a|sous|dans|dans les|jusqu (a|au)|si paiement [sous]"
                    + "|(pour|pour un|en cas de) (paiement|reglement) sous");

    /** A group without another group inside. */
    private static final Pattern GROUP = Pattern.compile("([(\\[])([^()\\[\\]]*)[)\\]]");

    private static final Map<String, TermsWord> ENGLISH_PHRASES = phrases(word -> word.english);
    private static final Map<String, TermsWord> FRENCH_PHRASES = phrases(word -> word.french);

    /** The most words of a phrase. */
    static final int LONGEST = Stream.of(ENGLISH_PHRASES, FRENCH_PHRASES)
            .flatMap(phrases -> phrases.keySet().stream())
            .mapToInt(phrase -> 1 + (int) phrase.chars().filter(c -> c == ' ').count())
            .max()
            .orElseThrow();

    private final String english;
    private final String french;

    TermsWord(String english, String french) {
        this.english = english;
        this.french = french;
    }

    private static Map<String, TermsWord> phrases(Function<TermsWord, String> patterns) {
        Map<String, TermsWord> phrases = new HashMap<>();
        for (TermsWord word : values()) {
            for (String phrase : alternatives(patterns.apply(word))) {
                TermsWord other = phrase.isEmpty() ? word : phrases.putIfAbsent(phrase, word);
                if (other != null && other != word) {
                    throw new IllegalStateException("\"" + phrase + "\" is " + word + " and " + other);
                }
            }
        }
        return Map.copyOf(phrases);
    }

    /** The phrases that a pattern stands for: {@code a|b} are two, {@code (a|b) c} are two and {@code [a|b] c} three. */
    private static List<String> alternatives(String pattern) {
        List<String> phrases = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            char c = i == pattern.length() ? '|' : pattern.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                phrases.addAll(sequence(pattern.substring(start, i)));
                start = i + 1;
            }
        }
        return phrases;
    }

    private static List<String> sequence(String pattern) {
        Matcher group = GROUP.matcher(pattern);
        if (!group.find()) {
            return List.of(pattern.strip().replaceAll(" +", " "));
        }
        List<String> phrases = new ArrayList<>();
        List<String> choices = new ArrayList<>(alternatives(group.group(2)));
        if (group.group(1).equals("[")) {
            choices.add("");
        }
        for (String choice : choices) {
            phrases.addAll(sequence(pattern.substring(0, group.start()) + choice + pattern.substring(group.end())));
        }
        return phrases;
    }

    /** What a phrase is in a language, by its words with one blank between. */
    static Map<String, TermsWord> in(TermsLanguage language) {
        return language == TermsLanguage.FRENCH ? FRENCH_PHRASES : ENGLISH_PHRASES;
    }
}
