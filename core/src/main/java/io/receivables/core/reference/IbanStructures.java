package io.receivables.core.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The structure of the account numbers of each country, as registered under ISO 13616: so many digits (n), capital letters (a) or
 * either (c). French overseas territories and Åland are listed under their own codes as well, although their banks give out numbers
 * of FR and FI; so are a few countries that use the form without having registered it.
 */
final class IbanStructures {
    private static final String ALL = """
            AD 8n12c, AE 3n16c, AL 8n16c, AO 21n, AT 16n, AX 14n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c,
            BI 23n, BL 10n11c2n, BR 23n1a1c, BY 4c4n16c, CH 5n12c, CR 18n, CV 8n13c, CY 8n16c, CZ 20n, DE 18n,
            DJ 23n, DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n, FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GA 10n13c,
            GB 4a14n, GE 2a16n, GF 10n11c2n, GG 4a14n, GI 4a15c, GL 14n, GP 10n11c2n, GR 7n16c, GT 24c, HN 4a20n,
            HR 17n, HU 24n, IE 4a14n, IL 19n, IM 4a14n, IQ 4a15n, IR 22n, IS 22n, IT 1a10n12c, JE 4a14n,
            JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c, LC 4a24c, LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n,
            MA 24n, MC 10n11c2n, MD 20c, ME 18n, MF 10n11c2n, MK 3n10c2n, MN 16n, MQ 10n11c2n, MR 23n,
            MT 4a5n18c, MU 4a19n3a, MZ 21n, NC 10n11c2n, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PF 10n11c2n,
            PK 4a16c, PL 24n, PM 10n11c2n, PS 4a21c, PT 21n, QA 4a21c, RE 10n11c2n, RO 4a16c, RS 18n, RU 14n15c,
            SA 2n18c, SC 4a20n3a, SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c, SN 5c19n, SO 19n, ST 21n,
            SV 4a20n, TF 10n11c2n, TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, WF 10n11c2n, XK 16n,
            YE 4a4n18c, YT 10n11c2n
            """;

    private static final Map<String, String> STRUCTURES = read();

    private IbanStructures() {}

    private static Map<String, String> read() {
        Map<String, String> structures = new HashMap<>();
        Pattern country = Pattern.compile("([A-Z]{2}) ((?:\\d+[nac])+)");
        Pattern part = Pattern.compile("(\\d+)([nac])");
        country.matcher(ALL)
                .results()
                .forEach(found -> structures.put(
                        found.group(1), part.matcher(found.group(2)).replaceAll(IbanStructures::spelled)));
        return Map.copyOf(structures);
    }

    private static String spelled(MatchResult part) {
        return part.group(2).repeat(Integer.parseInt(part.group(1)));
    }

    /** A letter n, a or c for each character after the check digits; empty for a country that is not known. */
    static String of(String country) {
        return STRUCTURES.getOrDefault(country, "");
    }

    /** Whether a letter or digit may stand where a structure has n, a or c. */
    static boolean fits(char kind, char c) {
        return switch (kind) {
            case 'n' -> Characters.isDigit(c);
            case 'a' -> Characters.isUpper(c);
            default -> true;
        };
    }
}
