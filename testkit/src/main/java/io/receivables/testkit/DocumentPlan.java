package io.receivables.testkit;

import io.receivables.core.Document;
import io.receivables.core.FactKind;
import io.receivables.core.Instalment;
import io.receivables.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a generated document is to look like; its id comes from its place among the others, so that ids shrink too.
 *
 * @param customer picks the customer
 * @param currency picks the currency
 */
record DocumentPlan(
        FactKind kind, int customer, int currency, LocalDate issued, long minorUnits, List<Due> dues, Extras extras) {

    /** One instalment: days after the issue date, and its weight among the instalments. */
    record Due(int days, int weight) {}

    /**
     * What most documents leave out.
     *
     * @param taxRate percent on the net amount
     * @param posted days after the issue date
     * @param delivered days before the issue date; negative for no delivery date
     * @param recorded days after the issue date
     * @param reference empty for none
     * @param terms empty for none
     */
    record Extras(BigDecimal taxRate, int posted, int delivered, int recorded, String reference, String terms) {}

    /** The id of the document of that number. */
    String id(int number) {
        return (kind == FactKind.INVOICE ? "INV-" : kind == FactKind.DEBIT_NOTE ? "DN-" : "CN-") + number;
    }

    Document make(String id, String customerId, Currency in) {
        Money gross = Money.ofMinor(minorUnits, in);
        Document document = Document.of(kind, id, customerId, issued, gross)
                .payableIn(instalments(gross))
                .withTax(tax(gross))
                .postedOn(issued.plusDays(extras.posted))
                .recordedOn(issued.plusDays(extras.recorded));
        if (extras.delivered >= 0) {
            document = document.deliveredOn(issued.minusDays(extras.delivered));
        }
        if (!extras.reference.isEmpty()) {
            document = document.withReference(extras.reference);
        }
        return extras.terms.isEmpty() ? document : document.withTerms(extras.terms);
    }

    /** The amount in proportion to the weights, rounded down; the last instalment takes what is left. */
    private List<Instalment> instalments(Money gross) {
        BigDecimal weights =
                BigDecimal.valueOf(dues.stream().mapToInt(Due::weight).sum());
        List<Instalment> instalments = new ArrayList<>();
        Money left = gross;
        for (Due due : dues) {
            boolean last = instalments.size() == dues.size() - 1;
            Money part = last ? left : gross.times(due.weight).dividedBy(weights, RoundingMode.DOWN);
            left = left.minus(part);
            instalments.add(Instalment.of(issued.plusDays(due.days), part));
        }
        return instalments;
    }

    /** The tax within a gross amount: gross x rate / (100 + rate). */
    private Money tax(Money gross) {
        BigDecimal divisor = extras.taxRate.add(BigDecimal.valueOf(100));
        BigDecimal minor =
                BigDecimal.valueOf(minorUnits).multiply(extras.taxRate).divide(divisor, 0, RoundingMode.HALF_EVEN);
        return Money.ofMinor(minor.longValueExact(), gross.currency());
    }
}
