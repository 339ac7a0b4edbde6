package io.receivables.core.terms;

import java.time.LocalDate;
import java.util.List;

/**
 * Laws on how late a payment may fall due, as far as they are established. They are data, not advice: check the text, and make
 * a {@link LegalCap} of your own for what is missing here or has changed. Where a law counts from the later of the receipt
 * of the invoice and of the goods, the limit counts from the receipt date: give the later of the two. So do the 60 days of
 * directive 2011/7/EU, article 3(5), which does not say from when.
 *
 * <table>
 * <caption>The codes</caption>
 * <tr><th>code</th><th>for</th></tr>
 * <tr><td>FR</td><td>France, between businesses: a term that was agreed</td></tr>
 * <tr><td>FR-DEFAULT</td><td>France, between businesses: nothing was agreed</td></tr>
 * <tr><td>FR-PERIODIC</td><td>France: periodic invoices</td></tr>
 * <tr><td>FR-PERISHABLE</td><td>France: perishable food, frozen meat and fish, ready-made meals, preserves of such</td></tr>
 * <tr><td>FR-PERISHABLE-PERIODIC</td><td>the same, invoiced periodically</td></tr>
 * <tr><td>FR-LIVESTOCK</td><td>France: cattle for consumption and the fresh meat of it</td></tr>
 * <tr><td>FR-SPIRITS</td><td>France: alcoholic drinks under the consumption duty</td></tr>
 * <tr><td>FR-WINE</td><td>France: wine and other drinks under the circulation duty</td></tr>
 * <tr><td>FR-TRANSPORT</td><td>France: road haulage, hire of vehicles, forwarding, customs agents</td></tr>
 * <tr><td>FR-PUBLIC, FR-PUBLIC-HEALTH, FR-PUBLIC-UNDERTAKING</td><td>France: public buyers</td></tr>
 * <tr><td>EU, EU-PUBLIC, EU-PUBLIC-HEALTH</td><td>directive 2011/7/EU, where the state's own law is not here</td></tr>
 * <tr><td>DE, DE-PUBLIC</td><td>Germany</td></tr>
 * <tr><td>UK, UK-PUBLIC</td><td>United Kingdom</td></tr>
 * </table>
 */
public final class LegalCaps {
    private static final LegalLimit DAYS_30_OF_INVOICE =
            days(BaseDate.INVOICE, 30, "after the invoice date", "à compter de la date d'émission de la facture");
    private static final LegalLimit DAYS_45_OF_INVOICE =
            days(BaseDate.INVOICE, 45, "after the invoice date", "à compter de la date d'émission de la facture");
    private static final LegalLimit DAYS_60_OF_INVOICE =
            days(BaseDate.INVOICE, 60, "after the invoice date", "à compter de la date d'émission de la facture");
    private static final LegalLimit DAYS_30_OF_RECEIPT =
            days(BaseDate.RECEIPT, 30, "after receipt of the invoice", "après réception de la facture");
    private static final LegalLimit DAYS_50_OF_RECEIPT =
            days(BaseDate.RECEIPT, 50, "after receipt of the invoice", "après réception de la facture");
    private static final LegalLimit DAYS_60_OF_RECEIPT =
            days(BaseDate.RECEIPT, 60, "after receipt of the invoice", "après réception de la facture");
    private static final LegalLimit DAYS_20_OF_DELIVERY =
            days(BaseDate.DELIVERY, 20, "after delivery", "après la livraison");
    private static final LegalLimit DAYS_30_OF_DELIVERY =
            days(BaseDate.DELIVERY, 30, "after delivery", "après la livraison");

    private static final LegalLimit DAYS_45_THEN_END_OF_MONTH = LegalLimit.of(
            BaseDate.INVOICE,
            DueRule.of(DueStep.days(45), DueStep.endOfMonth()),
            "45 days after the invoice date, then the end of the month",
            "45 jours à compter de la date de facture, puis fin de mois");
    private static final LegalLimit END_OF_MONTH_THEN_45_DAYS = LegalLimit.of(
            BaseDate.INVOICE,
            DueRule.of(DueStep.endOfMonth(), DueStep.days(45)),
            "the end of the month of the invoice, then 45 days",
            "fin du mois de la facture, puis 45 jours");
    private static final LegalLimit DAYS_30_OF_TEN_DAYS = LegalLimit.of(
            BaseDate.DELIVERY,
            // periods of ten days end on the 10th, the 20th and the last day of the month
            DueRule.of(DueStep.nextDayOfMonth(List.of(10, 20, 31)), DueStep.days(30)),
            "30 days after the end of the ten-day period of delivery",
            "30 jours après la fin de la décade de livraison");
    private static final LegalLimit DAYS_30_OF_MONTH = LegalLimit.of(
            BaseDate.END_OF_DELIVERY_MONTH,
            DueRule.of(DueStep.days(30)),
            "30 days after the end of the month of delivery",
            "30 jours après la fin du mois de livraison");

    private static final LegalDerogation END_OF_MONTH_AGREED = new LegalDerogation(
            List.of(DAYS_45_THEN_END_OF_MONTH, END_OF_MONTH_THEN_45_DAYS),
            new LegalText(
                    "the contract expressly says 45 days end of month and it is no manifest abuse of the creditor",
                    "le contrat stipule expressément 45 jours fin de mois, sans abus manifeste à l'égard du créancier"));
    private static final LegalDerogation FREELY_AGREED = new LegalDerogation(
            List.of(),
            new LegalText(
                    "expressly agreed and not grossly unfair to the creditor",
                    "expressément convenu et non manifestement abusif à l'égard du créancier"));
    private static final LegalDerogation PUBLIC_60_AGREED = new LegalDerogation(
            List.of(DAYS_60_OF_RECEIPT),
            new LegalText(
                    "expressly agreed and objectively justified by the nature of the contract, up to 60 days",
                    "expressément convenu et objectivement justifié par la nature du contrat, jusqu'à 60 jours"));

    /** Ordonnance 2019-359 of 24 April 2019. */
    private static final LocalDate FR_2019 = LocalDate.of(2019, 4, 26);
    /** Ordonnance 2021-859 of 30 June 2021. */
    private static final LocalDate FR_2021 = LocalDate.of(2021, 11, 1);
    /** The Code de la commande publique. */
    private static final LocalDate FR_PUBLIC = LocalDate.of(2019, 4, 1);
    /** The day by which directive 2011/7/EU was to be law; in the United Kingdom it was from that day. */
    private static final LocalDate EU_2013 = LocalDate.of(2013, 3, 16);

    private static final LocalDate DE_2014 = LocalDate.of(2014, 7, 29);

    private static final String L441_10 = "Code de commerce, article L441-10, I";
    private static final String L441_11 = "Code de commerce, article L441-11, II";

    private static final List<LegalCap> ALL = List.of(
            LegalCap.of("FR", FR_2019, L441_10, DAYS_60_OF_INVOICE).withDerogation(END_OF_MONTH_AGREED),
            LegalCap.of("FR-DEFAULT", FR_2019, L441_10, DAYS_30_OF_DELIVERY),
            LegalCap.of("FR-PERIODIC", FR_2019, L441_10, DAYS_45_OF_INVOICE),
            LegalCap.of("FR-PERISHABLE", FR_2019, L441_11, DAYS_30_OF_TEN_DAYS).until(FR_2021.minusDays(1)),
            LegalCap.of("FR-PERISHABLE", FR_2021, L441_11, DAYS_30_OF_DELIVERY),
            LegalCap.of("FR-PERISHABLE-PERIODIC", FR_2021, L441_11, DAYS_30_OF_TEN_DAYS),
            LegalCap.of("FR-LIVESTOCK", FR_2019, L441_11, DAYS_20_OF_DELIVERY),
            LegalCap.of("FR-SPIRITS", FR_2019, L441_11, DAYS_30_OF_MONTH),
            LegalCap.of(
                            "FR-WINE",
                            FR_2019,
                            L441_11,
                            DAYS_60_OF_INVOICE,
                            DAYS_45_THEN_END_OF_MONTH,
                            END_OF_MONTH_THEN_45_DAYS)
                    .until(FR_2021.minusDays(1)),
            LegalCap.of("FR-WINE", FR_2021, L441_11, DAYS_60_OF_INVOICE),
            LegalCap.of("FR-TRANSPORT", FR_2019, L441_11, DAYS_30_OF_INVOICE),
            LegalCap.of("FR-PUBLIC", FR_PUBLIC, "Code de la commande publique, article R2192-10", DAYS_30_OF_RECEIPT),
            LegalCap.of(
                    "FR-PUBLIC-HEALTH",
                    FR_PUBLIC,
                    "Code de la commande publique, article R2192-11",
                    DAYS_50_OF_RECEIPT),
            LegalCap.of(
                    "FR-PUBLIC-UNDERTAKING",
                    FR_PUBLIC,
                    "Code de la commande publique, article R2192-11",
                    DAYS_60_OF_RECEIPT),
            LegalCap.of("EU", EU_2013, "Directive 2011/7/EU, article 3(5)", DAYS_60_OF_RECEIPT)
                    .withDerogation(FREELY_AGREED),
            LegalCap.of("EU-PUBLIC", EU_2013, "Directive 2011/7/EU, article 4(3) and (6)", DAYS_30_OF_RECEIPT)
                    .withDerogation(PUBLIC_60_AGREED),
            LegalCap.of("EU-PUBLIC-HEALTH", EU_2013, "Directive 2011/7/EU, article 4(4)", DAYS_60_OF_RECEIPT),
            LegalCap.of("DE", DE_2014, "BGB, § 271a(1)", DAYS_60_OF_RECEIPT).withDerogation(FREELY_AGREED),
            LegalCap.of("DE-PUBLIC", DE_2014, "BGB, § 271a(2)", DAYS_30_OF_RECEIPT)
                    .withDerogation(PUBLIC_60_AGREED),
            LegalCap.of(
                            "UK",
                            EU_2013,
                            "Late Payment of Commercial Debts (Interest) Act 1998, section 4",
                            DAYS_60_OF_RECEIPT)
                    .withDerogation(FREELY_AGREED),
            LegalCap.of(
                    "UK-PUBLIC",
                    EU_2013,
                    "Late Payment of Commercial Debts (Interest) Act 1998, section 4",
                    DAYS_30_OF_RECEIPT));

    private LegalCaps() {}

    private static LegalLimit days(BaseDate from, int days, String english, String french) {
        return LegalLimit.of(
                from, DueRule.of(DueStep.days(days)), days + " days " + english, days + " jours " + french);
    }

    /** All versions of all laws. */
    public static List<LegalCap> all() {
        return ALL;
    }

    /**
     * The version of a law that applies to invoices of a date.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LegalCap get(String code, LocalDate invoiceDate) {
        return ALL.stream()
                .filter(cap -> cap.code().equals(code) && cap.isInForceOn(invoiceDate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no legal cap \"" + code + "\" applies to invoices of " + invoiceDate + ": use one of "
                                + ALL.stream()
                                        .filter(cap -> cap.isInForceOn(invoiceDate))
                                        .map(LegalCap::code)
                                        .toList()));
    }
}
