package io.receivables.core.interest;

import io.receivables.core.Money;
import io.receivables.core.interest.FixedSum.Tier;
import io.receivables.core.interest.InterestRegime.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The regimes that ship. All bind businesses between each other and, where the law says so, public bodies; none is for
 * consumers. Where a law names no day count, calendar days over 365 are counted. They are data, not advice: a contract,
 * a court or a later law may say otherwise, and every part can be replaced.
 */
public final class InterestRegimes {
    private static final FixedSum FORTY_EUROS = FixedSum.of(Money.of("40.00", "EUR"));
    private static final LocalDate DIRECTIVE = LocalDate.of(2013, 3, 16);

    private static final InterestRegime EU = regime(
            "eu-2011-7",
            List.of("Late Payment Directive", "directive sur les retards de paiement"),
            "Directive 2011/7/EU, articles 2(6), 2(7), 3, 4 and 6(1)",
            DIRECTIVE,
            LateRate.reference(ReferenceRates.ECB_MRO, "8"),
            FORTY_EUROS);

    private static final InterestRegime FRANCE = regime(
                    "fr-l441-10",
                    List.of("French Commercial Code L441-10", "code de commerce, article L441-10"),
                    "Code de commerce, articles L441-10 II et D441-5",
                    LocalDate.of(2013, 1, 1),
                    LateRate.reference(ReferenceRates.ECB_MRO, "10"),
                    FORTY_EUROS)
            .map(terms -> terms.with(new RateLimit.Floor(
                    ReferenceRates.FR_LEGAL_PRO, BigDecimal.valueOf(3), "Code de commerce, article L441-10 II")));

    private static final InterestRegime UNITED_KINGDOM = regime(
                    "uk-1998-act",
                    List.of(
                            "Late Payment of Commercial Debts Act",
                            "loi britannique de 1998 sur les retards de paiement"),
                    "Late Payment of Commercial Debts (Interest) Act 1998, sections 4 to 6; SI 2002/1674; SI 2002/1675",
                    LocalDate.of(2002, 8, 7),
                    LateRate.reference(ReferenceRates.UK_BOE_REFERENCE, "8"),
                    tiers("GBP", "1000.00", "10000.00"))
            .map(terms -> terms.with(RateRule.FIXED_AT_DEFAULT));

    private static final InterestRegime IRELAND = regime(
            "ie-si-580-2012",
            List.of("Irish late payment regulations", "règlement irlandais sur les retards de paiement"),
            "European Communities (Late Payment in Commercial Transactions) Regulations 2012, S.I. No. 580/2012",
            DIRECTIVE,
            LateRate.reference(ReferenceRates.ECB_MRO, "8"),
            tiers("EUR", "1000.01", "10000.01"));

    private static final InterestRegime BELGIUM = regime(
            "be-2002-08-02",
            List.of("Belgian late payment act", "loi du 2 août 2002"),
            "Loi du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales, articles"
                    + " 5 et 6",
            DIRECTIVE,
            new LateRate.Reference(ReferenceRates.ECB_MRO, BigDecimal.valueOf(8), new BigDecimal("0.5")),
            FORTY_EUROS);

    private static final InterestRegime GERMANY = regime(
                    "de-bgb-288",
                    List.of("German Civil Code 288", "code civil allemand, article 288", "§ 288 BGB"),
                    "BGB §§ 247, 288 Abs. 2 und 5; EGBGB Art. 229 § 34",
                    LocalDate.of(2014, 7, 29),
                    LateRate.reference(ReferenceRates.DE_BASE, "9"),
                    FORTY_EUROS.forEachInstalment())
            .with(new Version(
                    LocalDate.of(2002, 1, 1),
                    LocalDate.of(2014, 7, 28),
                    InterestTerms.of(
                            LateRate.reference(ReferenceRates.DE_BASE, "8"),
                            "BGB §§ 247, 288 Abs. 2 in der Fassung bis 28. Juli 2014")));

    private static final RateLimit YEARLY_RATE =
            new RateLimit.YearlyRate(SimpleAnnualRate.of("5"), "Interest Act, RSC 1985, c I-15, section 4");

    private static final InterestTerms CANADIAN_CONTRACT = InterestTerms.of(
            new LateRate.Fixed(SimpleAnnualRate.of("5"), "Interest Act, RSC 1985, c I-15, section 3"),
            "Interest Act, RSC 1985, c I-15, sections 2 to 4; Criminal Code, RSC 1985, c C-46, section 347");

    private static final InterestRegime CANADA = new InterestRegime(
            "ca-contract",
            List.of("Canadian contract", "contrat canadien"),
            CANADIAN_CONTRACT.citation(),
            List.of(
                    new Version(
                            LocalDate.of(1981, 4, 1),
                            LocalDate.of(2024, 12, 31),
                            CANADIAN_CONTRACT.with(
                                    YEARLY_RATE,
                                    new RateLimit.EffectiveCap(
                                            EffectiveAnnualRate.of("60"), "Criminal Code, section 347 until 2024"))),
                    new Version(
                            LocalDate.of(2025, 1, 1),
                            InterestRegime.FOR_GOOD,
                            CANADIAN_CONTRACT.with(
                                    YEARLY_RATE,
                                    new RateLimit.SimpleCap(
                                            SimpleAnnualRate.of("35"), "Criminal Code, section 347; SOR/2024-114")))));

    private static final InterestRegime UNITED_STATES = InterestRegime.of(
            "us-contract", InterestTerms.of(LateRate.agreed(AgreedRate.monthly("1.5"), "contract"), "contract"));

    private InterestRegimes() {}

    /**
     * What every member state grants at least, for contracts from 16 March 2013: the ECB rate of the half-year and 8
     * points, EUR 40.
     */
    public static InterestRegime europeanUnion() {
        return EU;
    }

    /**
     * France, documents from 2013 (until 25 April 2019 under article L441-6): the ECB rate of the half-year and 10 points,
     * EUR 40. A rate that is {@link InterestRegime#agreed} is held against three times the legal rate; the rate by default
     * is owed even where it is below that.
     */
    public static InterestRegime france() {
        return FRANCE;
    }

    /**
     * United Kingdom, documents from 7 August 2002: the Bank of England's reference rate and 8 points as it was when the
     * debt became late, and GBP 40 below 1,000, GBP 70 from 1,000, GBP 100 from 10,000.
     */
    public static InterestRegime unitedKingdom() {
        return UNITED_KINGDOM;
    }

    /**
     * Ireland, documents from 16 March 2013: the ECB rate of the half-year and 8 points, and EUR 40 up to 1,000, EUR 70
     * above, EUR 100 above 10,000.
     */
    public static InterestRegime ireland() {
        return IRELAND;
    }

    /**
     * Belgium, documents from 16 March 2013: the ECB rate of the half-year and 8 points, rounded up to the half point, and
     * EUR 40.
     */
    public static InterestRegime belgium() {
        return BELGIUM;
    }

    /**
     * Germany: the base rate and 9 points, and EUR 40 for each late instalment; the base rate and 8 points for documents
     * before 29 July 2014.
     */
    public static InterestRegime germany() {
        return GERMANY;
    }

    /**
     * Canada: 5% a year where no rate is {@link InterestRegime#agreed}. Of a rate for less than a year no more than 5% a
     * year is charged unless the contract states the yearly rate. A rate is reported above 35% a year (documents before
     * 2025: above 60% effective). The Criminal Interest Rate Regulations allow a borrower that is no natural person, for
     * business, up to 48% where more than CAD 10,000 is advanced, and any rate where more than CAD 500,000 is: replace the
     * limit where that applies.
     */
    public static InterestRegime canada() {
        return CANADA;
    }

    /**
     * United States: the usual clause of 1.5% a month, 18% a year. It binds where it is agreed on and within the law of the
     * state, which is not checked; {@link InterestRegime#agreed} for another rate.
     */
    public static InterestRegime unitedStates() {
        return UNITED_STATES;
    }

    /** All of them. */
    public static List<InterestRegime> all() {
        return List.of(EU, FRANCE, UNITED_KINGDOM, IRELAND, BELGIUM, GERMANY, CANADA, UNITED_STATES);
    }

    /** The regime of a canonical name. */
    public static Optional<InterestRegime> named(String canonicalName) {
        return all().stream()
                .filter(regime -> regime.canonicalName().equals(canonicalName))
                .findFirst();
    }

    private static InterestRegime regime(
            String name, List<String> aliases, String citation, LocalDate from, LateRate rate, FixedSum fixedSum) {
        InterestTerms terms = InterestTerms.of(rate, citation).with(fixedSum);
        return new InterestRegime(name, aliases, citation, List.of(new Version(from, InterestRegime.FOR_GOOD, terms)));
    }

    private static FixedSum tiers(String currency, String second, String third) {
        return FixedSum.tiers(
                new Tier(Money.of("0", currency), Money.of("40.00", currency)),
                new Tier(Money.of(second, currency), Money.of("70.00", currency)),
                new Tier(Money.of(third, currency), Money.of("100.00", currency)));
    }
}
