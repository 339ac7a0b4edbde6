package io.receivables.core.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.completeness.InvoiceContents.Line;
import io.receivables.core.completeness.InvoiceContents.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every invoice and every regime. */
class CompletenessProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Things that an invoice may state, one by one. */
    private static final List<Consumer<InvoiceContents.Builder>> STATEMENTS = List.of(
            b -> b.number("F-1"),
            b -> b.issueDate(DAY),
            b -> b.supplyDate(DAY),
            b -> b.seller(Party.of("Seller", "Street")
                    .with(Party.SIREN, "1")
                    .with(Party.VAT_NUMBER, "2")
                    .with(Party.GST_HST_NUMBER, "3")
                    .with(Party.QST_NUMBER, "4")),
            b -> b.buyer(Party.of("Buyer", "Street").with(Party.SIREN, "1").with(Party.VAT_NUMBER, "2")),
            b -> b.line(new Line("Bolts", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN)),
            b -> b.taxed(new TaxTotal("QST", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)),
            b -> b.net(BigDecimal.TEN),
            b -> b.tax(BigDecimal.ONE),
            b -> b.gross(BigDecimal.valueOf(11)),
            b -> b.dueDate(DAY),
            b -> b.terms("net 30"),
            b -> b.discountTerms("none"),
            b -> b.latePenalty("10%"),
            b -> b.recoverySum(Money.of("40", "EUR")),
            b -> b.orderNumber("PO-1"),
            b -> b.deliveryAddress("Elsewhere"));

    @Provide
    Arbitrary<InvoiceProfile> profiles() {
        return Arbitraries.of(
                InvoiceProfiles.europeanUnion(),
                InvoiceProfiles.france(),
                InvoiceProfiles.germany(),
                InvoiceProfiles.unitedKingdom(),
                InvoiceProfiles.canada(),
                InvoiceProfiles.quebec());
    }

    private static Set<String> missing(InvoiceProfile profile, InvoiceContents.Builder invoice) {
        return profile.check(invoice.build()).missing().stream()
                .map(Mention::id)
                .collect(Collectors.toSet());
    }

    private static InvoiceContents.Builder start(Set<Circumstance> circumstances, String wording) {
        InvoiceContents.Builder builder = InvoiceContents.builder().currency("EUR");
        circumstances.forEach(each -> builder.under(each, wording));
        return builder;
    }

    @Property
    void a_further_statement_never_makes_anything_missing(
            @ForAll("profiles") InvoiceProfile profile,
            @ForAll Set<Circumstance> circumstances,
            @ForAll Set<@IntRange(max = 16) Integer> stated,
            @ForAll @IntRange(max = 16) int further) {
        InvoiceContents.Builder less = start(circumstances, "");
        stated.forEach(each -> STATEMENTS.get(each).accept(less));
        Set<String> before = missing(profile, less);
        if (!stated.contains(further)) {
            STATEMENTS.get(further).accept(less);
        }

        assertThat(before).containsAll(missing(profile, less));
    }

    @Property
    void invoice_that_states_all_is_complete_whatever_holds(
            @ForAll("profiles") InvoiceProfile profile, @ForAll Set<Circumstance> circumstances) {
        InvoiceContents.Builder all = start(circumstances, "as it is said");
        STATEMENTS.forEach(each -> each.accept(all));

        assertThat(missing(profile, all)).isEmpty();
    }

    /** Taxes rounded line by line or once: neither is an error. */
    @Property
    void invoice_added_up_right_has_no_problem(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 1_000_000) Integer> cents,
            @ForAll("rates") BigDecimal rate,
            @ForAll boolean byLine) {
        InvoiceContents.Builder invoice =
                InvoiceContents.builder().number("F-1").currency("EUR");
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal byLines = BigDecimal.ZERO;
        for (int amount : cents) {
            BigDecimal price = BigDecimal.valueOf(amount, 2);
            invoice.line(new Line("x", BigDecimal.ONE, price, rate, price));
            net = net.add(price);
            byLines = byLines.add(price.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP));
        }
        BigDecimal tax = byLine ? byLines : net.multiply(rate).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        invoice.taxed(new TaxTotal("VAT", rate, net, tax)).net(net).tax(tax).gross(net.add(tax));

        assertThat(invoice.build().problems()).isEmpty();
        assertThat(invoice.gross(net.add(tax).add(new BigDecimal("0.01")))
                        .build()
                        .problems())
                .hasSize(1);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.of("20", "5.5", "9.975", "0", "19").map(BigDecimal::new);
    }
}
