package io.receivables.core.completeness;

import static io.receivables.core.completeness.Circumstance.CASH_ACCOUNTING;
import static io.receivables.core.completeness.Circumstance.DELIVERED_ELSEWHERE;
import static io.receivables.core.completeness.Circumstance.DISCOUNT_OFFERED;
import static io.receivables.core.completeness.Circumstance.EXEMPT;
import static io.receivables.core.completeness.Circumstance.INTRA_COMMUNITY_SUPPLY;
import static io.receivables.core.completeness.Circumstance.MARGIN_SCHEME;
import static io.receivables.core.completeness.Circumstance.ORDERED_IN_WRITING;
import static io.receivables.core.completeness.Circumstance.REVERSE_CHARGE;
import static io.receivables.core.completeness.Circumstance.SELF_BILLED;
import static io.receivables.core.completeness.Circumstance.SUPPLIED_ON_ISSUE_DATE;
import static io.receivables.core.completeness.Circumstance.TAX_REPRESENTATIVE;

import io.receivables.core.Money;
import io.receivables.core.completeness.InvoiceContents.Line;
import io.receivables.core.completeness.InvoiceContents.TaxTotal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of some regimes, for invoices between businesses, as data. They are an aid and no legal advice; what is
 * needed otherwise is added with {@link InvoiceProfile#with}.
 *
 * <p>No profile checks whether a number is genuine or in sequence, or whether a wording is the prescribed one. Amounts
 * that decide what is needed are compared in the regime's currency; of an invoice without a total or in another currency
 * everything is asked for. Rules for single trades (margin schemes in detail, means of transport, waste, building
 * work, passenger transport, restaurants) are left out.
 */
public final class InvoiceProfiles {
    private static final ResourceBundle ENGLISH = CompletenessProblem.MENTION_MISSING.messages(Locale.ENGLISH);
    private static final ResourceBundle FRENCH = CompletenessProblem.MENTION_MISSING.messages(Locale.FRENCH);

    private static final Money FRENCH_RECOVERY_SUM = Money.of("40.00", "EUR");

    private static final InvoiceProfile EUROPEAN_UNION = makeEuropeanUnion();
    private static final InvoiceProfile FRANCE = makeFrance();
    private static final InvoiceProfile GERMANY = makeGermany();
    private static final InvoiceProfile UNITED_KINGDOM = makeUnitedKingdom();
    private static final InvoiceProfile CANADA = new InvoiceProfile("CA", canadian());
    private static final InvoiceProfile QUEBEC = makeQuebec();

    private InvoiceProfiles() {}

    /**
     * Directive 2006/112/EC, article 226. Simplified invoices (articles 220a and 226b) are left to the member states'
     * profiles, and so are means of transport (226, point 12).
     */
    public static InvoiceProfile europeanUnion() {
        return EUROPEAN_UNION;
    }

    /**
     * France: code de commerce, article L441-9, and CGI, annexe II, article 242 nonies A. Up to 150 EUR without tax the
     * seller's VAT number is not asked for, which the tax office tolerates.
     *
     * <p>The mentions that decree 2022-1299 adds (the customer's SIREN, an address of delivery) take effect with the duty
     * to invoice electronically; they are recommended here. The trade register, legal form and capital (code de commerce,
     * articles R123-237 and R123-238), a billing address other than the party's address, price reductions, the category of
     * the supply and the option to pay the tax on debits are not checked.
     */
    public static InvoiceProfile france() {
        return FRANCE;
    }

    /**
     * Germany: UStG § 14 (4) and § 14a; up to 250 EUR with tax UStDV § 33, unless the buyer owes the tax or the goods go
     * to another member state. Agreed reductions of the price (no. 7) and the duty to keep the invoice (no. 9, private
     * customers) are not checked.
     */
    public static InvoiceProfile germany() {
        return GERMANY;
    }

    /**
     * United Kingdom: VAT Regulations 1995 (SI 1995/2518), regulation 14; up to 250 GBP with tax regulation 16A. Supplies
     * from Northern Ireland to member states (regulation 14(2)) and free zones are not checked.
     */
    public static InvoiceProfile unitedKingdom() {
        return UNITED_KINGDOM;
    }

    /**
     * Canada, GST/HST: what a registered buyer needs for input tax credits, Input Tax Credit Information (GST/HST)
     * Regulations, SOR/91-45, section 3, with the thresholds of 100 and 500 CAD that apply since 20 April 2021. The status
     * of each supply, where taxable and exempt ones are mixed, is not checked.
     */
    public static InvoiceProfile canada() {
        return CANADA;
    }

    /** Quebec: as Canada, with the QST and its number, as Revenu Québec asks for input tax refunds. */
    public static InvoiceProfile quebec() {
        return QUEBEC;
    }

    // ---- what the member states have in common

    private static InvoiceProfile makeEuropeanUnion() {
        String article = "Directive 2006/112/EC, art. 226";
        return new InvoiceProfile(
                "EU",
                List.of(
                        mention("issue-date", article + ", point 1", has(InvoiceContents::issueDate)),
                        mention("number", article + ", point 2", says(InvoiceContents::number)),
                        number("seller-vat-number", article + ", point 3", InvoiceContents::seller, Party.VAT_NUMBER),
                        number("buyer-vat-number", article + ", point 4", InvoiceContents::buyer, Party.VAT_NUMBER)
                                .when(any(REVERSE_CHARGE, INTRA_COMMUNITY_SUPPLY)),
                        mention(
                                "seller-name",
                                article + ", point 5",
                                says(c -> c.seller().name())),
                        mention(
                                "seller-address",
                                article + ", point 5",
                                says(c -> c.seller().address())),
                        mention(
                                "buyer-name",
                                article + ", point 5",
                                says(c -> c.buyer().name())),
                        mention(
                                "buyer-address",
                                article + ", point 5",
                                says(c -> c.buyer().address())),
                        mention("line-description", article + ", point 6", InvoiceProfiles::describesLines),
                        mention("line-quantity", article + ", point 6", lines(Line::quantity)),
                        mention("supply-date", article + ", point 7", has(InvoiceContents::supplyDate))
                                .when(any(SUPPLIED_ON_ISSUE_DATE).negate()),
                        wording("cash-accounting", article + ", point 7a", CASH_ACCOUNTING),
                        mention("net-per-rate", article + ", point 8", taxes(TaxTotal::base))
                                .when(taxed()),
                        mention("line-unit-price", article + ", point 8", lines(Line::unitPrice)),
                        mention("tax-rate", article + ", point 9", taxes(TaxTotal::rate))
                                .when(taxed()),
                        mention("tax-total", article + ", point 10", has(InvoiceContents::tax))
                                .when(taxed()),
                        wording("self-billing", article + ", point 10a", SELF_BILLED),
                        exemption(article + ", point 11"),
                        wording("reverse-charge", article + ", point 11a", REVERSE_CHARGE),
                        wording("margin-scheme", article + ", points 13, 14", MARGIN_SCHEME),
                        wording("tax-representative", article + ", point 15", TAX_REPRESENTATIVE),
                        mention("due-date", "Directive 2011/7/EU, art. 3", has(InvoiceContents::dueDate))
                                .recommended()));
    }

    // ---- France

    private static InvoiceProfile makeFrance() {
        String commerce = "C. com. art. L441-9";
        String tax = "CGI ann. II art. 242 nonies A, I, ";
        return new InvoiceProfile(
                "FR",
                List.of(
                        mention(
                                "seller-name",
                                commerce + "; " + tax + "1°",
                                says(c -> c.seller().name())),
                        mention(
                                "seller-address",
                                commerce + "; " + tax + "1°",
                                says(c -> c.seller().address())),
                        number("seller-siren", tax + "1°; C. com. art. R123-237", InvoiceContents::seller, Party.SIREN),
                        mention(
                                "buyer-name",
                                commerce + "; " + tax + "1°",
                                says(c -> c.buyer().name())),
                        mention(
                                "buyer-address",
                                commerce + "; " + tax + "1°",
                                says(c -> c.buyer().address())),
                        number("buyer-siren", tax + "1° (D. 2022-1299)", InvoiceContents::buyer, Party.SIREN)
                                .recommended(),
                        number("seller-vat-number", tax + "2°", InvoiceContents::seller, Party.VAT_NUMBER)
                                .when(above("150", "EUR", InvoiceContents::net)
                                        .or(any(REVERSE_CHARGE, INTRA_COMMUNITY_SUPPLY))),
                        number("buyer-vat-number", tax + "3°, 4°", InvoiceContents::buyer, Party.VAT_NUMBER)
                                .when(any(REVERSE_CHARGE, INTRA_COMMUNITY_SUPPLY)),
                        wording("tax-representative", tax + "5°", TAX_REPRESENTATIVE),
                        mention("issue-date", tax + "6°", has(InvoiceContents::issueDate)),
                        mention("number", tax + "7°", says(InvoiceContents::number)),
                        mention("line-description", commerce + "; " + tax + "8°", InvoiceProfiles::describesLines),
                        mention("line-quantity", commerce + "; " + tax + "8°", lines(Line::quantity)),
                        mention("line-unit-price", commerce + "; " + tax + "8°", lines(Line::unitPrice)),
                        mention("line-tax-rate", tax + "8°", lines(Line::taxRate))
                                .when(taxed()),
                        mention("supply-date", commerce + "; " + tax + "10°", has(InvoiceContents::supplyDate)),
                        mention("net-per-rate", tax + "11°", taxes(TaxTotal::base))
                                .when(taxed()),
                        mention("tax-per-rate", tax + "11°", taxes(TaxTotal::amount))
                                .when(taxed()),
                        exemption(tax + "12°"),
                        wording("reverse-charge", tax + "13°", REVERSE_CHARGE),
                        wording("self-billing", tax + "14°", SELF_BILLED),
                        wording("margin-scheme", tax + "15°, 16°", MARGIN_SCHEME),
                        mention("delivery-address", "D. 2022-1299", says(InvoiceContents::deliveryAddress))
                                .when(any(DELIVERED_ELSEWHERE))
                                .recommended(),
                        mention("order-number", commerce, says(InvoiceContents::orderNumber))
                                .when(any(ORDERED_IN_WRITING)),
                        mention("due-date", commerce, has(InvoiceContents::dueDate)),
                        mention("discount-terms", commerce, says(InvoiceContents::discountTerms)),
                        mention("late-penalty", commerce + ", L441-10 II", says(InvoiceContents::latePenalty)),
                        mention(
                                "recovery-sum",
                                commerce + ", L441-10 II, D441-5",
                                c -> FRENCH_RECOVERY_SUM.equals(c.recoverySum()))));
    }

    // ---- Germany

    private static InvoiceProfile makeGermany() {
        String law = "UStG § 14 (4) no. ";
        Predicate<InvoiceContents> full =
                above("250", "EUR", InvoiceContents::gross).or(any(REVERSE_CHARGE, INTRA_COMMUNITY_SUPPLY));
        return new InvoiceProfile(
                "DE",
                List.of(
                        mention(
                                "seller-name",
                                law + "1; UStDV § 33",
                                says(c -> c.seller().name())),
                        mention(
                                "seller-address",
                                law + "1; UStDV § 33",
                                says(c -> c.seller().address())),
                        mention("buyer-name", law + "1", says(c -> c.buyer().name()))
                                .when(full),
                        mention("buyer-address", law + "1", says(c -> c.buyer().address()))
                                .when(full),
                        mention(
                                        "seller-tax-number",
                                        law + "2",
                                        number(InvoiceContents::seller, Party.TAX_NUMBER)
                                                .or(number(InvoiceContents::seller, Party.VAT_NUMBER)))
                                .when(full),
                        mention("issue-date", law + "3; UStDV § 33", has(InvoiceContents::issueDate)),
                        mention("number", law + "4", says(InvoiceContents::number))
                                .when(full),
                        mention("line-description", law + "5; UStDV § 33", InvoiceProfiles::describesLines),
                        mention("line-quantity", law + "5; UStDV § 33", lines(Line::quantity)),
                        mention("supply-date", law + "6", has(InvoiceContents::supplyDate))
                                .when(full),
                        mention("net-per-rate", law + "7", taxes(TaxTotal::base))
                                .when(full.and(taxed())),
                        mention("tax-rate", law + "8; UStDV § 33", taxes(TaxTotal::rate))
                                .when(taxed()),
                        mention("tax-per-rate", law + "8", taxes(TaxTotal::amount))
                                .when(full.and(taxed())),
                        mention("gross-total", "UStDV § 33", has(InvoiceContents::gross))
                                .when(full.negate()),
                        exemption(law + "8; UStDV § 33"),
                        wording("self-billing", law + "10", SELF_BILLED),
                        wording("reverse-charge", "UStG § 14a (5)", REVERSE_CHARGE),
                        wording("margin-scheme", "UStG § 14a (6)", MARGIN_SCHEME),
                        number("seller-vat-number", "UStG § 14a (1), (3)", InvoiceContents::seller, Party.VAT_NUMBER)
                                .when(any(INTRA_COMMUNITY_SUPPLY)),
                        number("buyer-vat-number", "UStG § 14a (1), (3)", InvoiceContents::buyer, Party.VAT_NUMBER)
                                .when(any(INTRA_COMMUNITY_SUPPLY)),
                        mention("due-date", "BGB § 286 (2) no. 1", has(InvoiceContents::dueDate))
                                .recommended()));
    }

    // ---- United Kingdom

    private static InvoiceProfile makeUnitedKingdom() {
        String law = "SI 1995/2518, reg. 14(1)";
        String simplified = "SI 1995/2518, regs. 14(1)";
        Predicate<InvoiceContents> full = above("250", "GBP", InvoiceContents::gross);
        return new InvoiceProfile(
                "UK",
                List.of(
                        mention("number", law + "(a)", says(InvoiceContents::number))
                                .when(full),
                        mention("supply-date", simplified + "(b), 16A(b)", has(InvoiceContents::supplyDate)),
                        mention("issue-date", law + "(c)", has(InvoiceContents::issueDate))
                                .when(full),
                        mention(
                                "seller-name",
                                simplified + "(d), 16A(a)",
                                says(c -> c.seller().name())),
                        mention(
                                "seller-address",
                                simplified + "(d), 16A(a)",
                                says(c -> c.seller().address())),
                        number(
                                "seller-vat-number",
                                simplified + "(d), 16A(a)",
                                InvoiceContents::seller,
                                Party.VAT_NUMBER),
                        mention("buyer-name", law + "(e)", says(c -> c.buyer().name()))
                                .when(full),
                        mention(
                                        "buyer-address",
                                        law + "(e)",
                                        says(c -> c.buyer().address()))
                                .when(full),
                        mention("line-description", simplified + "(g), 16A(c)", InvoiceProfiles::describesLines),
                        mention("line-quantity", law + "(h)", lines(Line::quantity))
                                .when(full),
                        mention("line-tax-rate", law + "(h)", lines(Line::taxRate))
                                .when(full.and(taxed())),
                        mention("line-net", law + "(h)", lines(Line::net)).when(full),
                        mention("net-total", law + "(i)", has(InvoiceContents::net))
                                .when(full),
                        mention("discount-terms", law + "(j)", says(InvoiceContents::discountTerms))
                                .when(full.and(any(DISCOUNT_OFFERED))),
                        mention("tax-total", law + "(l)", has(InvoiceContents::tax))
                                .when(full.and(taxed())),
                        mention("line-unit-price", law + "(m)", lines(Line::unitPrice))
                                .when(full),
                        wording("margin-scheme", law + "(n)", MARGIN_SCHEME),
                        wording("reverse-charge", law + "(o)", REVERSE_CHARGE),
                        mention("gross-total", "SI 1995/2518, reg. 16A(d)", has(InvoiceContents::gross))
                                .when(full.negate()),
                        mention("tax-rate", "SI 1995/2518, reg. 16A(e)", taxes(TaxTotal::rate))
                                .when(full.negate().and(taxed())),
                        mention(
                                        "due-date",
                                        "Late Payment of Commercial Debts (Interest) Act 1998, s. 4",
                                        has(InvoiceContents::dueDate))
                                .recommended()));
    }

    // ---- Canada

    private static List<Mention> canadian() {
        String law = "SOR/91-45, s. 3";
        return List.of(
                mention("seller-name", law + "(a)(i)", says(c -> c.seller().name())),
                mention("issue-date", law + "(a)(ii)", has(InvoiceContents::issueDate)),
                mention("gross-total", law + "(a)(iv)", has(InvoiceContents::gross)),
                number("seller-gst-hst-number", law + "(b)(i)", InvoiceContents::seller, Party.GST_HST_NUMBER)
                        .when(from("100")),
                mention("tax-or-rates", law + "(b)", has(InvoiceContents::tax).or(taxes(TaxTotal::rate)))
                        .when(from("100").and(taxed())),
                mention("buyer-name", law + "(c)", says(c -> c.buyer().name())).when(from("500")),
                mention("payment-terms", law + "(c)", termsOrDueDate()).when(from("500")),
                mention("line-description", law + "(c)", InvoiceProfiles::describesLines)
                        .when(from("500")));
    }

    private static InvoiceProfile makeQuebec() {
        String law = "Act respecting the Québec sales tax, s. 201; Revenu Québec, Preparing invoices";
        return new InvoiceProfile("CA-QC", canadian())
                .with(
                        "CA-QC",
                        number("seller-qst-number", law, InvoiceContents::seller, Party.QST_NUMBER)
                                .when(from("100")))
                .with(
                        "CA-QC",
                        mention("qst-total", law, InvoiceProfiles::statesQst).when(taxed()))
                .with("CA-QC", mention("line-description", law, InvoiceProfiles::describesLines));
    }

    private static boolean statesQst(InvoiceContents contents) {
        return contents.taxes().stream()
                .anyMatch(total -> List.of("QST", "TVQ").contains(total.name()) && total.amount() != null);
    }

    private static Predicate<InvoiceContents> termsOrDueDate() {
        return says(InvoiceContents::terms).or(has(InvoiceContents::dueDate));
    }

    /** Of a total of so many Canadian dollars or more. */
    private static Predicate<InvoiceContents> from(String dollars) {
        return total(InvoiceContents::gross, "CAD", amount -> amount.compareTo(new BigDecimal(dollars)) >= 0);
    }

    // ---- what is asked

    private static Mention mention(String id, String citation, Predicate<InvoiceContents> stated) {
        String key = "mention." + id;
        return Mention.mandatory(id, ENGLISH.getString(key), FRENCH.getString(key), citation, stated);
    }

    private static Mention number(String id, String citation, Function<InvoiceContents, Party> party, String key) {
        return mention(id, citation, number(party, key));
    }

    private static Mention wording(String id, String citation, Circumstance circumstance) {
        return mention(id, citation, contents -> contents.says(circumstance)).when(any(circumstance));
    }

    /** A supply to another member state is exempt, too. */
    private static Mention exemption(String citation) {
        return mention(
                        "exemption",
                        citation,
                        contents -> contents.says(EXEMPT) || contents.says(INTRA_COMMUNITY_SUPPLY))
                .when(any(EXEMPT, INTRA_COMMUNITY_SUPPLY));
    }

    private static Predicate<InvoiceContents> number(Function<InvoiceContents, Party> party, String key) {
        return says(contents -> party.apply(contents).numbers().get(key));
    }

    private static Predicate<InvoiceContents> says(Function<InvoiceContents, @Nullable String> text) {
        return contents -> isText(text.apply(contents));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Predicate<InvoiceContents> has(Function<InvoiceContents, @Nullable Object> value) {
        return contents -> value.apply(contents) != null;
    }

    private static boolean describesLines(InvoiceContents contents) {
        return !contents.lines().isEmpty() && contents.lines().stream().allMatch(line -> isText(line.description()));
    }

    private static Predicate<InvoiceContents> lines(Function<Line, @Nullable BigDecimal> value) {
        return contents ->
                !contents.lines().isEmpty() && contents.lines().stream().noneMatch(line -> value.apply(line) == null);
    }

    private static Predicate<InvoiceContents> taxes(Function<TaxTotal, @Nullable BigDecimal> value) {
        return contents ->
                !contents.taxes().isEmpty() && contents.taxes().stream().noneMatch(total -> value.apply(total) == null);
    }

    private static Predicate<InvoiceContents> any(Circumstance... circumstances) {
        return contents -> Arrays.stream(circumstances).anyMatch(contents::is);
    }

    /** Whether the seller charges tax openly. */
    private static Predicate<InvoiceContents> taxed() {
        return any(REVERSE_CHARGE, EXEMPT, INTRA_COMMUNITY_SUPPLY, MARGIN_SCHEME)
                .negate();
    }

    private static Predicate<InvoiceContents> above(
            String limit, String currency, Function<InvoiceContents, @Nullable BigDecimal> total) {
        return total(total, currency, amount -> amount.compareTo(new BigDecimal(limit)) > 0);
    }

    /** Whether a total is large enough; without one, or in another currency, it is taken to be. */
    private static Predicate<InvoiceContents> total(
            Function<InvoiceContents, @Nullable BigDecimal> total, String currency, Predicate<BigDecimal> isLarge) {
        return contents -> {
            BigDecimal amount = total.apply(contents);
            return amount == null || !currency.equals(contents.currency()) || isLarge.test(amount.abs());
        };
    }
}
