package io.receivables.core.completeness;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A seller or buyer as an invoice states them.
 *
 * @param name the full name
 * @param address the full address
 * @param numbers the registration numbers that are stated, by {@link #VAT_NUMBER} and the like or a key of one's own
 */
public record Party(@Nullable String name, @Nullable String address, Map<String, String> numbers) {
    /** The VAT identification or registration number. */
    public static final String VAT_NUMBER = "vat-number";
    /** The number that a tax office gave, where it is another one than the VAT number (DE: Steuernummer). */
    public static final String TAX_NUMBER = "tax-number";
    /** FR: numéro SIREN. */
    public static final String SIREN = "siren";
    /** CA: the GST/HST registration number. */
    public static final String GST_HST_NUMBER = "gst-hst-number";
    /** Quebec: the QST registration number. */
    public static final String QST_NUMBER = "qst-number";

    public Party {
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    public static Party of(@Nullable String name, @Nullable String address) {
        return new Party(name, address, Map.of());
    }

    /** Of whom nothing is stated. */
    public static Party unknown() {
        return of(null, null);
    }

    /** This party with a registration number. */
    public Party with(String key, String number) {
        Map<String, String> more = new TreeMap<>(numbers);
        more.put(key, number);
        return new Party(name, address, more);
    }
}
