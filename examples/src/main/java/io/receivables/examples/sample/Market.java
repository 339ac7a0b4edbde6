package io.receivables.examples.sample;

import io.receivables.core.Money;
import java.util.Currency;
import java.util.List;

/** Where the company sells, with what customers are called there ({@code %s} stands for a name). */
enum Market {
    QUEBEC(
            "CA",
            "CAD",
            "14.975", // GST 5 % and QST 9.975 %
            true,
            List.of("Geneviève Lalonde", "Mathieu Desjardins"),
            List.of(
                    "Quincaillerie %s inc.",
                    "Plein air %s ltée", "Coopérative %s", "Sports %s inc.", "Pourvoirie %s", "Distribution %s ltée"),
            List.of(
                    "Tremblay",
                    "Gagnon",
                    "Roy",
                    "Côté",
                    "Bouchard",
                    "Gauthier",
                    "Morin",
                    "Lavoie",
                    "Fortin",
                    "Gagné",
                    "Ouellet",
                    "Pelletier",
                    "Bélanger",
                    "Lévesque",
                    "Bergeron",
                    "Leblanc",
                    "Paquette",
                    "Girard",
                    "Simard",
                    "Boucher",
                    "Caron",
                    "Beaulieu",
                    "Cloutier",
                    "Dubé",
                    "Poirier",
                    "Fournier",
                    "Lapointe",
                    "Leclerc",
                    "Lefebvre",
                    "Poulin",
                    "Thibault",
                    "St-Pierre",
                    "Nadeau",
                    "Martin",
                    "Landry",
                    "Martel",
                    "Bédard",
                    "Grenier",
                    "Lessard",
                    "Bernier",
                    "Richard",
                    "Michaud")),
    CANADA(
            "CA",
            "CAD",
            "13", // HST of Ontario
            false,
            List.of("Sarah Whitfield", "Daniel Okafor"),
            List.of(
                    "%s Outfitters Ltd.",
                    "%s Hardware Inc.", "%s Marine Supply", "%s Trading Co.", "City of %s", "%s Mountain Sports Ltd."),
            List.of(
                    "Thunder Bay",
                    "Kingston",
                    "Sudbury",
                    "Halifax",
                    "Moncton",
                    "Kelowna",
                    "Banff",
                    "Canmore",
                    "Yukon",
                    "Muskoka",
                    "Regina",
                    "Cape Breton",
                    "Fredericton",
                    "Algonquin",
                    "Saskatoon",
                    "Lethbridge",
                    "Prince George",
                    "Victoria",
                    "Nanaimo",
                    "Guelph",
                    "Owen Sound",
                    "Barrie",
                    "Peterborough",
                    "Huntsville",
                    "North Bay",
                    "Timmins",
                    "Whitehorse",
                    "Gander")),
    FRANCE(
            "FR",
            "EUR",
            "20", // TVA
            true,
            List.of("Camille Rousseau", "Hugo Lambert"),
            List.of(
                    "Établissements %s SARL",
                    "%s & Fils SAS", "Maison %s SA", "Comptoir %s", "%s Montagne SARL", "Groupe %s SAS"),
            List.of(
                    "Durand",
                    "Moreau",
                    "Laurent",
                    "Lefèvre",
                    "Roux",
                    "Fontaine",
                    "Chevalier",
                    "Garnier",
                    "Faure",
                    "Mercier",
                    "Blanchard",
                    "Guérin",
                    "Perrin",
                    "Mathieu",
                    "Noël",
                    "Dumont",
                    "Vidal",
                    "Brunet",
                    "Carpentier",
                    "Besson",
                    "Charpentier",
                    "Rey",
                    "Collet",
                    "Prévost",
                    "Hébert",
                    "Bourgeois",
                    "Picard",
                    "Roche",
                    "Aubert",
                    "Lemaître",
                    "Vasseur",
                    "Delmas")),
    UNITED_STATES(
            "US",
            "USD",
            "0", // exports
            false,
            List.of("Megan Brandt"),
            List.of("%s Outdoor LLC", "%s Supply Corp.", "%s Brothers Inc.", "%s Ski & Sail"),
            List.of(
                    "Burlington",
                    "Stowe",
                    "Bangor",
                    "Acadia",
                    "Adirondack",
                    "Duluth",
                    "Marquette",
                    "Bozeman",
                    "Missoula",
                    "Spokane",
                    "Bellingham",
                    "Juneau",
                    "Green Mountain",
                    "Lake Placid",
                    "Portland",
                    "Traverse City",
                    "Saranac",
                    "White River"));

    final String country;
    private final String currency;
    final String taxPercent;
    final boolean french;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    final List<String> representatives;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    final List<String> forms;

    @SuppressWarnings("ImmutableEnumChecker") // made with List.of
    final List<String> names;

    Market(
            String country,
            String currency,
            String taxPercent,
            boolean french,
            List<String> representatives,
            List<String> forms,
            List<String> names) {
        this.country = country;
        this.currency = currency;
        this.taxPercent = taxPercent;
        this.french = french;
        this.representatives = representatives;
        this.forms = forms;
        this.names = names;
    }

    Currency currency() {
        return Money.currency(currency);
    }

    boolean invoicesIn(Currency other) {
        return other.getCurrencyCode().equals(currency);
    }

    /** The name of the n-th customer of this market; every one differs. */
    String customerName(int n) {
        return forms.get(n % forms.size()).replace("%s", names.get(n));
    }
}
