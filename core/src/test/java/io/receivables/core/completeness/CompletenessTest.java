package io.receivables.core.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.completeness.InvoiceContents.Line;
import io.receivables.core.completeness.InvoiceContents.TaxTotal;
import io.receivables.core.draft.DocumentDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompletenessTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final Party SELLER = Party.of("Acme SAS", "1 rue de la Paix, 75002 Paris")
            .with(Party.SIREN, "732829320")
            .with(Party.VAT_NUMBER, "FR44732829320")
            .with(Party.GST_HST_NUMBER, "123456789 RT0001")
            .with(Party.QST_NUMBER, "1234567890 TQ0001");
    private static final Party BUYER = Party.of("Bolt SARL", "2 rue Haute, 69001 Lyon")
            .with(Party.SIREN, "552100554")
            .with(Party.VAT_NUMBER, "FR95552100554");

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    private static Line line(@Nullable String description, @Nullable String quantity, @Nullable String unitPrice) {
        return new Line(
                description,
                quantity == null ? null : number(quantity),
                unitPrice == null ? null : number(unitPrice),
                number("20"),
                number("1000.00"));
    }

    /** 10 x 100.00 at 20%: 1,000.00 + 200.00 = 1,200.00. */
    private static InvoiceContents.Builder complete(String currency) {
        return unlined(currency).line(line("Bolts", "10", "100.00"));
    }

    private static InvoiceContents.Builder unlined(String currency) {
        return InvoiceContents.builder()
                .number("F-1001")
                .issueDate(MARCH_2)
                .supplyDate(MARCH_2.minusDays(1))
                .seller(SELLER)
                .buyer(BUYER)
                .currency(currency)
                .taxed(new TaxTotal("VAT", number("20"), number("1000.00"), number("200.00")))
                .net(number("1000.00"))
                .tax(number("200.00"))
                .gross(number("1200.00"))
                .dueDate(MARCH_2.plusDays(30))
                .terms("30 jours")
                .discountTerms("Escompte : néant")
                .latePenalty("3 fois le taux d'intérêt légal")
                .recoverySum(Money.of("40", "EUR"));
    }

    private static List<String> missing(InvoiceProfile profile, InvoiceContents.Builder invoice) {
        return profile.check(invoice.build()).missing().stream()
                .map(Mention::id)
                .toList();
    }

    static Stream<Arguments> regimes() {
        return Stream.of(
                arguments(InvoiceProfiles.europeanUnion(), "EUR"),
                arguments(InvoiceProfiles.france(), "EUR"),
                arguments(InvoiceProfiles.germany(), "EUR"),
                arguments(InvoiceProfiles.unitedKingdom(), "GBP"),
                arguments(InvoiceProfiles.canada(), "CAD"));
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void invoice_that_states_all_lacks_nothing(InvoiceProfile profile, String currency) {
        Completeness found = profile.check(complete(currency).build());

        assertThat(found.missing()).extracting(Mention::id).isEmpty();
        assertThat(found.isComplete()).isTrue();
        assertThat(found.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void mention_has_both_texts_and_a_citation(InvoiceProfile profile, String currency) {
        assertThat(profile.mentions())
                .isNotEmpty()
                .allMatch(mention -> !mention.citation().isBlank())
                .allMatch(mention -> !mention.text(Locale.FRENCH).equals(mention.text(Locale.ENGLISH)));
        assertThat(currency).hasSize(3);
    }

    @Test
    void empty_invoice_lacks_all_that_is_mandatory() {
        Completeness found =
                InvoiceProfiles.france().check(InvoiceContents.builder().build());

        assertThat(found.isComplete()).isFalse();
        assertThat(found.missing(Need.MANDATORY))
                .extracting(Mention::id)
                .containsExactly(
                        "seller-name",
                        "seller-address",
                        "seller-siren",
                        "buyer-name",
                        "buyer-address",
                        "issue-date",
                        "number",
                        "line-description",
                        "line-quantity",
                        "line-unit-price",
                        "supply-date",
                        "due-date",
                        "discount-terms",
                        "late-penalty",
                        "recovery-sum");
        assertThat(found.missing(Need.CONDITIONAL))
                .extracting(Mention::id)
                .containsExactly("seller-vat-number", "line-tax-rate", "net-per-rate", "tax-per-rate");
        assertThat(found.missing(Need.RECOMMENDED)).extracting(Mention::id).containsExactly("buyer-siren");
    }

    private static Arguments change(
            InvoiceProfile profile, UnaryOperator<InvoiceContents.Builder> change, String... missing) {
        return arguments(profile, change, List.of(missing));
    }

    /** One thing left out or changed, and what each regime makes of it. */
    static Stream<Arguments> changes() {
        InvoiceProfile eu = InvoiceProfiles.europeanUnion();
        InvoiceProfile fr = InvoiceProfiles.france();
        InvoiceProfile de = InvoiceProfiles.germany();
        return Stream.of(
                change(fr, b -> b.number(" "), "number"),
                change(fr, b -> b.issueDate(null), "issue-date"),
                change(fr, b -> b.dueDate(null), "due-date"),
                change(fr, b -> b.discountTerms(null), "discount-terms"),
                change(fr, b -> b.latePenalty(""), "late-penalty"),
                change(fr, b -> b.recoverySum(null), "recovery-sum"),
                change(fr, b -> b.recoverySum(Money.of("30", "EUR")), "recovery-sum"),
                change(fr, b -> b.recoverySum(Money.of("40", "CAD")), "recovery-sum"),
                change(fr, b -> b.supplyDate(null), "supply-date"),
                change(fr, b -> b.seller(Party.of("Acme", "Paris")), "seller-siren", "seller-vat-number"),
                change(fr, b -> b.buyer(Party.of("Bolt", null).with(Party.SIREN, "552100554")), "buyer-address"),
                change(fr, b -> b.line(line(null, "1", "1")), "line-description"),
                change(fr, b -> b.line(line("Nuts", null, "1")), "line-quantity"),
                change(fr, b -> b.line(line("Nuts", "1", null)), "line-unit-price"),
                change(fr, b -> b.taxed(new TaxTotal("VAT", number("10"), null, number("1"))), "net-per-rate"),
                change(fr, b -> b.taxed(new TaxTotal("VAT", number("10"), number("1"), null)), "tax-per-rate"),
                change(fr, b -> b.under(Circumstance.ORDERED_IN_WRITING), "order-number"),
                change(fr, b -> b.under(Circumstance.ORDERED_IN_WRITING).orderNumber("PO-7")),
                change(fr, b -> b.under(Circumstance.REVERSE_CHARGE), "reverse-charge"),
                change(fr, b -> b.under(Circumstance.REVERSE_CHARGE, "Autoliquidation")),
                change(
                        fr,
                        b -> b.under(Circumstance.INTRA_COMMUNITY_SUPPLY).buyer(Party.of("Bolt GmbH", "Berlin")),
                        "buyer-siren",
                        "buyer-vat-number",
                        "exemption"),
                change(fr, b -> b.under(Circumstance.INTRA_COMMUNITY_SUPPLY, "CGI, art. 262 ter, I")),
                change(fr, b -> b.under(Circumstance.INTRA_COMMUNITY_SUPPLY).under(Circumstance.EXEMPT, "262 ter")),
                change(fr, b -> b.under(Circumstance.DELIVERED_ELSEWHERE), "delivery-address"),
                change(fr, b -> b.under(Circumstance.SELF_BILLED), "self-billing"),
                // the tax office tolerates invoices up to 150 EUR without the seller's VAT number
                change(fr, b -> b.seller(SELLER_WITHOUT_VAT).net(number("150.00"))),
                change(fr, b -> b.seller(SELLER_WITHOUT_VAT).net(number("150.01")), "seller-vat-number"),
                change(eu, b -> b.supplyDate(null), "supply-date"),
                change(eu, b -> b.supplyDate(null).under(Circumstance.SUPPLIED_ON_ISSUE_DATE)),
                change(eu, b -> b.under(Circumstance.CASH_ACCOUNTING), "cash-accounting"),
                change(eu, b -> b.under(Circumstance.EXEMPT).tax(null), "exemption"),
                change(eu, b -> b.under(Circumstance.EXEMPT, "Art. 132").tax(null)),
                change(eu, b -> b.tax(null), "tax-total"),
                change(eu, b -> b.dueDate(null), "due-date"),
                // a tax number stands in for the VAT number
                change(de, b -> b.seller(Party.of("Acme", "Bonn")), "seller-tax-number"),
                change(de, b -> b.seller(Party.of("Acme", "Bonn").with(Party.TAX_NUMBER, "29/815/08150"))),
                change(de, b -> b.supplyDate(null), "supply-date"),
                // UStDV § 33: 250.00 with tax, and not where the buyer owes the tax
                change(de, b -> small(b).gross(number("250.00"))),
                change(
                        de,
                        b -> small(b).gross(number("250.00")).currency("CHF"),
                        "buyer-name",
                        "buyer-address",
                        "number"),
                change(de, b -> small(b).gross(number("250.01")), "buyer-name", "buyer-address", "number"),
                change(
                        de,
                        b -> small(b).gross(number("250.00")).under(Circumstance.REVERSE_CHARGE, "13b"),
                        "buyer-name",
                        "buyer-address",
                        "number"));
    }

    private static final Party SELLER_WITHOUT_VAT =
            Party.of("Acme SAS", "Paris").with(Party.SIREN, "732829320");

    private static InvoiceContents.Builder small(InvoiceContents.Builder builder) {
        return builder.buyer(Party.unknown()).number(null);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_is_left_out_is_missing_and_nothing_else(
            InvoiceProfile profile, UnaryOperator<InvoiceContents.Builder> change, List<String> expected) {
        assertThat(missing(profile, change.apply(complete("EUR")))).isEqualTo(expected);
    }

    @Test
    void simplified_invoice_of_the_united_kingdom_needs_less_up_to_250_pounds() {
        InvoiceContents.Builder bare = InvoiceContents.builder()
                .supplyDate(MARCH_2)
                .seller(SELLER)
                .currency("GBP")
                .line(new Line("Bolts", null, null, null, null))
                .taxed(new TaxTotal("VAT", number("20"), null, null))
                .dueDate(MARCH_2)
                .gross(number("250.00"));

        assertThat(missing(InvoiceProfiles.unitedKingdom(), bare)).isEmpty();
        assertThat(missing(InvoiceProfiles.unitedKingdom(), bare.gross(number("250.01"))))
                .containsExactly(
                        "number",
                        "issue-date",
                        "buyer-name",
                        "buyer-address",
                        "line-quantity",
                        "line-tax-rate",
                        "line-net",
                        "net-total",
                        "tax-total",
                        "line-unit-price");
        assertThat(missing(
                        InvoiceProfiles.unitedKingdom(),
                        complete("GBP").discountTerms(null).under(Circumstance.DISCOUNT_OFFERED)))
                .containsExactly("discount-terms");
    }

    /** SOR/91-45, s. 3: below 100, from 100 to below 500, and from 500 dollars. */
    @Test
    void canadian_invoice_needs_more_from_100_and_from_500_dollars() {
        InvoiceContents.Builder bare = InvoiceContents.builder()
                .issueDate(MARCH_2)
                .seller(Party.of("Acme Ltd", null))
                .currency("CAD");

        assertThat(missing(InvoiceProfiles.canada(), bare.gross(number("99.99"))))
                .isEmpty();
        assertThat(missing(InvoiceProfiles.canada(), bare.gross(number("100.00"))))
                .containsExactly("seller-gst-hst-number", "tax-or-rates");
        assertThat(missing(InvoiceProfiles.canada(), bare.gross(number("499.99"))))
                .containsExactly("seller-gst-hst-number", "tax-or-rates");
        assertThat(missing(InvoiceProfiles.canada(), bare.gross(number("500.00"))))
                .containsExactly(
                        "seller-gst-hst-number", "tax-or-rates", "buyer-name", "payment-terms", "line-description");
        assertThat(missing(InvoiceProfiles.canada(), bare.gross(null)))
                .as("without a total everything is asked for")
                .hasSize(6);
    }

    @Test
    void quebec_asks_for_the_qst_as_well() {
        InvoiceContents.Builder bare = InvoiceContents.builder()
                .issueDate(MARCH_2)
                .seller(Party.of("Acme ltée", null).with(Party.GST_HST_NUMBER, "123456789 RT0001"))
                .currency("CAD")
                .line(new Line("Boulons", null, null, null, null))
                .tax(number("14.98"))
                .gross(number("114.98"));

        assertThat(missing(InvoiceProfiles.quebec(), bare)).containsExactly("seller-qst-number", "qst-total");
        assertThat(missing(
                        InvoiceProfiles.quebec(),
                        bare.seller(SELLER).taxed(new TaxTotal("TVQ", null, null, number("9.98")))))
                .isEmpty();
    }

    @Test
    void missing_mention_is_a_problem_with_its_article() {
        List<Problem> problems = InvoiceProfiles.france()
                .check(complete("EUR")
                        .recoverySum(null)
                        .buyer(Party.of("Bolt", "Lyon"))
                        .build())
                .problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "RCV-COMPLETENESS-101: invoice F-1001 had better state the buyer's SIREN number (FR: CGI ann. II"
                                + " art. 242 nonies A, I, 1° (D. 2022-1299))",
                        "RCV-COMPLETENESS-001: invoice F-1001 lacks the fixed sum of 40 EUR for recovery costs (FR: C."
                                + " com. art. L441-9, L441-10 II, D441-5)");
        assertThat(problems.get(1).message(Locale.FRENCH))
                .isEqualTo(
                        "facture F-1001 : il manque l'indemnité forfaitaire de 40 EUR pour frais de recouvrement (FR :"
                                + " C. com. art. L441-9, L441-10 II, D441-5)");
    }

    @Test
    void profile_takes_mentions_of_ones_own() {
        Mention project = Mention.mandatory(
                "project", "our project number", "notre numéro de projet", "framework contract", c -> {
                    String order = c.orderNumber();
                    return order != null && order.startsWith("PRJ-");
                });
        InvoiceProfile own = InvoiceProfiles.france().with("FR-own", project);

        assertThat(missing(own, complete("EUR"))).containsExactly("project");
        assertThat(missing(own, complete("EUR").orderNumber("PRJ-7"))).isEmpty();
        assertThat(own.with("FR-mild", project.recommended())
                        .check(complete("EUR").build())
                        .isComplete())
                .isTrue();
        assertThat(missing(own.with("FR-none", project.when(c -> false)), complete("EUR")))
                .isEmpty();
        assertThat(own.check(complete("EUR").build()).problems().get(0).message())
                .isEqualTo("invoice F-1001 lacks project (FR-own: framework contract)");
    }

    @Test
    void profile_with_an_id_twice_is_refused() {
        Mention mention = Mention.mandatory("x", "x", "x", "", c -> true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvoiceProfile("own", List.of(mention, mention)))
                .withMessage("mention x is in profile own twice");
    }

    // ---- sums

    @Test
    void invoice_becomes_the_ledgers_draft() {
        Loaded<DocumentDraft> draft = complete("EUR").build().toDocumentDraft("BOLT");

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.value().toDocument())
                .isEqualTo(Invoice.of("F-1001", "BOLT", MARCH_2, Money.of("1200", "EUR"))
                        .dueOn(MARCH_2.plusDays(30))
                        .withTax(Money.of("200", "EUR"))
                        .deliveredOn(MARCH_2.minusDays(1))
                        .withTerms("30 jours"));
    }

    private static Arguments sum(UnaryOperator<InvoiceContents.Builder> change, String... problems) {
        return arguments(change, List.of(problems));
    }

    static Stream<Arguments> sums() {
        return Stream.of(
                sum(
                        b -> b.line(line("Nuts", "10", "100.00")),
                        "RCV-COMPLETENESS-002: invoice F-1001 has a net total of 1000.00, but its lines less the discount"
                                + " come to 2000.00"),
                sum(b -> b.line(line("Nuts", "10", "100.00")).discount(number("1000"))),
                sum(
                        b -> b.tax(number("200.01")).gross(number("1200.01")),
                        "RCV-COMPLETENESS-003: invoice F-1001 has a tax total of 200.01, but its taxes come to 200.00"),
                sum(
                        b -> b.gross(number("1199.99")),
                        "RCV-COMPLETENESS-004: invoice F-1001 has a total of 1199.99, but net and tax come to 1200.00"),
                sum(
                        b -> b.taxed(new TaxTotal("VAT", number("0"), number("0.01"), number("0"))),
                        "RCV-COMPLETENESS-005: invoice F-1001 has a net total of 1000.00, but VAT is charged on 1000.01"),
                // another tax may have the same base
                sum(b -> b.taxed(new TaxTotal("QST", number("0"), number("1000.00"), number("0")))),
                sum(
                        b -> b.line(new Line("Nuts", number("3"), number("0.333"), number("20"), number("1.02")))
                                .discount(number("1.02")),
                        "RCV-COMPLETENESS-102: invoice F-1001 has 1.02 on line 2, but quantity times price is 0.999"),
                sum(b -> b.line(new Line("Nuts", number("3"), number("0.333"), number("20"), number("1.00")))
                        .discount(number("1.00"))),
                sum(
                        b -> b.tax(number("200.02"))
                                .gross(number("1200.02"))
                                .taxed(new TaxTotal("GST", number("5"), number("0"), number("0.02"))),
                        "RCV-COMPLETENESS-103: invoice F-1001 charges 0.02 of GST at 5%, but base times rate is 0.00"));
    }

    @ParameterizedTest
    @MethodSource("sums")
    void sums_that_do_not_come_out_are_named(UnaryOperator<InvoiceContents.Builder> change, List<String> expected) {
        assertThat(change.apply(complete("EUR")).build().problems())
                .extracting(Problem::toString)
                .isEqualTo(expected);
    }

    @Test
    void what_is_missing_is_not_added_up() {
        assertThat(InvoiceContents.builder().build().problems()).isEmpty();
        assertThat(complete("XXX?").tax(null).net(null).build().problems()).isEmpty();
        assertThat(unlined("EUR")
                        .line(new Line("Bolts", null, null, null, null))
                        .build()
                        .problems())
                .isEmpty();
    }

    /** A number of a few characters that would fill the memory with zeros. */
    @Test
    void absurd_number_is_not_computed_with() {
        BigDecimal absurd = number("1E+999999999");

        assertThat(complete("EUR").net(absurd).discount(absurd).build().problems())
                .isEmpty();
        assertThat(missing(InvoiceProfiles.france(), complete("EUR").net(absurd)))
                .isEmpty();
        assertThat(unlined("EUR")
                        .line(new Line("Bolts", absurd, number("1E-999999999"), null, number("1000.00")))
                        .build()
                        .problems())
                .isEmpty();
    }

    /** The example of the package documentation. */
    @Test
    void documented_example_gives_what_it_says() {
        InvoiceContents invoice = InvoiceContents.builder()
                .number("F-1001")
                .issueDate(LocalDate.parse("2026-03-02"))
                .seller(Party.of("Acme SAS", "1 rue de la Paix, 75002 Paris").with(Party.SIREN, "732829320"))
                .currency("EUR")
                .net(new BigDecimal("100.00"))
                .tax(new BigDecimal("20.00"))
                .gross(new BigDecimal("120.00"))
                .build();

        Completeness found = InvoiceProfiles.france().check(invoice);
        assertThat(found.isComplete()).isFalse();
        assertThat(found.missing().get(0).text(Locale.FRENCH)).isEqualTo("le nom du client");
    }
}
