package io.receivables.core.terms;

import io.receivables.core.Convention;
import java.util.List;

/** Of what an early-payment discount is a percentage. */
public enum DiscountBase implements Convention {
    /** Of the amount with tax; the tax becomes less in proportion. */
    GROSS("gross", List.of("tax included", "TTC"), "directive 2006/112/EC, articles 79(a) and 90"),
    /** Of the amount without tax; the tax stays as invoiced. */
    NET("net", List.of("tax excluded", "HT"), "the agreement between the parties");

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    private final String citation;

    DiscountBase(String canonicalName, List<String> aliases, String citation) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
        this.citation = citation;
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
        return citation;
    }
}
