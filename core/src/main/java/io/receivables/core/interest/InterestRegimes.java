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
            "Directive 2011/7/EU, articles 2(6), 2(7), 3, 4 and 6(1): ECB rate of the half-year + at least 8 points, EUR 40",
            DIRECTIVE,
            LateRate.reference(ReferenceRates.ECB_MRO, "8"),
            FORTY_EUROS);

    /** The rules have stood in article L441-6 until 25 April 2019, with the fixed sum since 1 January 2013. */
    private static final InterestRegime FRANCE = regime(
                    "fr-l441-10",
                    List.of("French Commercial Code L441-10", "code de commerce, article L441-10"),
                    "Code de commerce, articles L441-10 II and D441-5 (L441-6 until 25 April 2019): ECB rate of the half-year"
                            + " + 10 points unless agreed otherwise, EUR 40",
                    LocalDate.of(2013, 1, 1),
                    LateRate.reference(ReferenceRates.ECB_MRO, "10"),
                    FORTY_EUROS)
            .map(terms -> terms.with(new RateLimit.Floor(
                    ReferenceRates.FR_LEGAL_PRO,
                    BigDecimal.valueOf(3),
                    "Code de commerce, article L441-10 II: at least 3 times the legal rate")));

    private static final InterestRegime UNITED_KINGDOM = regime(
                    "uk-1998-act",
                    List.of(
                            "Late Payment of Commercial Debts Act",
                            "loi britannique de 1998 sur les retards de paiement"),
                    "Late Payment of Commercial Debts (Interest) Act 1998, sections 4 and 5A; SI 2002/1674; SI 2002/1675,"
                            + " article 4: Bank of England rate + 8 points as it was when the debt became late, GBP 40, 70 or"
                            + " 100",
                    LocalDate.of(2002, 8, 7),
                    LateRate.reference(ReferenceRates.UK_BOE_REFERENCE, "8"),
                    tiers("GBP", "1000.00", "10000.00"))
            .map(terms -> terms.with(RateRule.FIXED_AT_DEFAULT));

    /** A tier begins above 1,000.00 and above 10,000.00, the United Kingdom's at these sums. */
    private static final InterestRegime IRELAND = regime(
            "ie-si-580-2012",
            List.of("Irish late payment regulations", "règlement irlandais sur les retards de paiement"),
            "European Communities (Late Payment in Commercial Transactions) Regulations 2012, S.I. No. 580/2012: ECB rate of"
                    + " the half-year + 8 points, EUR 40, 70 or 100",
            DIRECTIVE,
            LateRate.reference(ReferenceRates.ECB_MRO, "8"),
            tiers("EUR", "1000.01", "10000.01"));

    private static final InterestRegime BELGIUM = regime(
            "be-2002-08-02",
            List.of("Belgian late payment act", "loi du 2 août 2002"),
            "Loi du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales, articles"
                    + " 5 and 6: ECB rate of the half-year + 8 points, rounded up to the half point, EUR 40",
            DIRECTIVE,
            new LateRate.Reference(ReferenceRates.ECB_MRO, BigDecimal.valueOf(8), new BigDecimal("0.5")),
            FORTY_EUROS);

    private static final InterestRegime GERMANY = regime(
                    "de-bgb-288",
                    List.of("German Civil Code 288", "code civil allemand, article 288", "§ 288 BGB"),
                    "BGB sections 247 and 288(2) and (5), EGBGB article 229 section 34: base rate + 9 points, EUR 40 for each"
                            + " late instalment",
                    LocalDate.of(2014, 7, 29),
                    LateRate.reference(ReferenceRates.DE_BASE, "9"),
                    FORTY_EUROS.forEachInstalment())
            .with(new Version(
                    LocalDate.of(2002, 1, 1),
                    LocalDate.of(2014, 7, 28),
                    InterestTerms.of(
                            LateRate.reference(ReferenceRates.DE_BASE, "8"),
                            "BGB sections 247 and 288(2) in the version until 28 July 2014: base rate + 8 points")));

    private static final RateLimit YEARLY_RATE = new RateLimit.YearlyRate(
            SimpleAnnualRate.of("5"),
            "Interest Act, RSC 1985, c I-15, section 4: 5% a year unless the contract states the yearly rate");

    private static final InterestTerms CANADIAN_CONTRACT = InterestTerms.of(
            new LateRate.Fixed(SimpleAnnualRate.of("5"), "Interest Act, section 3: 5% a year where no rate is fixed"),
            "Interest Act, RSC 1985, c I-15, sections 2 to 4; Criminal Code, section 347");

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
                                            EffectiveAnnualRate.of("60"),
                                            "Criminal Code, section 347, for agreements before 2025: 60% effective a year"))),
                    new Version(
                            LocalDate.of(2025, 1, 1),
                            InterestRegime.FOR_GOOD,
                            CANADIAN_CONTRACT.with(
                                    YEARLY_RATE,
                                    new RateLimit.SimpleCap(
                                            SimpleAnnualRate.of("35"),
                                            "Criminal Code, section 347: 35% a year; for a business that is no natural person"
                                                    + " 48% above CAD 10,000 and no limit above CAD 500,000"
                                                    + " (SOR/2024-114)")))));

    private static final InterestRegime UNITED_STATES = InterestRegime.of(
            "us-contract",
            InterestTerms.of(
                    LateRate.agreed(AgreedRate.monthly("1.5")),
                    "the usual clause of 1.5% a month, 18% a year; binding where agreed, within the law of the state"));

    private InterestRegimes() {}

    /** Directive 2011/7/EU: what every member state grants at least. */
    public static InterestRegime europeanUnion() {
        return EU;
    }

    /** France: the rate by default; {@link InterestRegime#agreed} for another, with its floor checked. */
    public static InterestRegime france() {
        return FRANCE;
    }

    /** United Kingdom: the rate of the half-year in which the debt became late, for as long as it is. */
    public static InterestRegime unitedKingdom() {
        return UNITED_KINGDOM;
    }

    /** Ireland. */
    public static InterestRegime ireland() {
        return IRELAND;
    }

    /** Belgium. */
    public static InterestRegime belgium() {
        return BELGIUM;
    }

    /** Germany, between businesses. */
    public static InterestRegime germany() {
        return GERMANY;
    }

    /** Canada: 5% where no rate is agreed on; {@link InterestRegime#agreed} for another, with its limits checked. */
    public static InterestRegime canada() {
        return CANADA;
    }

    /** United States: 1.5% a month; {@link InterestRegime#agreed} for another. */
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
