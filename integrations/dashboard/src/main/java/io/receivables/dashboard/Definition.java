package io.receivables.dashboard;

import io.receivables.metrics.MeasureKind;
import io.receivables.metrics.aging.AgingBasis;
import io.receivables.metrics.aging.CreditTreatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a figure means.
 *
 * @param id what links lead to, without {@code def-}
 * @param source the formula and who publishes it; empty where the text says all
 * @param conventions how the page counts it
 */
record Definition(String id, Twin name, Twin text, String source, List<String> conventions) {
    static final String RECEIVABLES = "receivables";
    static final String OVERDUE = "overdue";
    static final String CREDITS = "unapplied-credits";
    static final String NET = "net-receivables";
    static final String DISPUTED = "disputed";
    static final String AGED_BALANCE = "aged-balance";
    static final String FOOTING = "footing";
    static final String GROUPS = "groups";

    /** All figures of the page, in its order. */
    static List<Definition> all() {
        List<Definition> all = new ArrayList<>();
        for (String id : List.of(RECEIVABLES, OVERDUE, CREDITS, NET, DISPUTED)) {
            all.add(plain(id));
        }
        all.add(new Definition(
                AGED_BALANCE,
                Words.text("name.aged-balance"),
                Words.text("def.aged-balance"),
                AgingBasis.DUE_DATE.citation(),
                List.of(AgingBasis.DUE_DATE.canonicalName(), CreditTreatment.OWN_COLUMN.canonicalName())));
        all.add(plain(FOOTING));
        all.add(plain(GROUPS));
        Map<MeasureKind, List<String>> conventions = new LinkedHashMap<>();
        for (Indicator indicator : Indicator.values()) {
            conventions
                    .computeIfAbsent(indicator.kind(), kind -> new ArrayList<>())
                    .add(indicator.convention());
        }
        conventions.forEach((kind, used) -> all.add(new Definition(
                kind.code(), Words.name(kind), Words.text("def." + kind.code()), kind.citation(), used)));
        return all;
    }

    private static Definition plain(String id) {
        return new Definition(id, Words.text("name." + id), Words.text("def." + id), "", List.of());
    }

    /** A link to a figure's definition; the page's script shows it in place. */
    static void link(Html html, String id, Twin name) {
        html.open("a", "class", "info", "href", "#def-" + id);
        html.leaf("span", Twin.same("i"), "aria-hidden", "true");
        html.leaf("span", Words.text("definition.of", name), "class", "sr");
        html.close();
    }
}
