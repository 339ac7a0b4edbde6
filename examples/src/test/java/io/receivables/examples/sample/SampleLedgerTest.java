package io.receivables.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.core.Dispute;
import io.receivables.core.Document;
import io.receivables.core.Fact;
import io.receivables.core.FactKind;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Reversal;
import io.receivables.core.ledger.Ledger;
import io.receivables.metrics.aging.AgedBalance;
import io.receivables.metrics.aging.AgedLine;
import io.receivables.metrics.aging.Aging;
import io.receivables.metrics.aging.AgingOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SampleLedgerTest {
    private static final Loaded<Ledger> SAMPLE = SampleLedger.load();
    private static final Ledger LEDGER = SAMPLE.value();

    private static <T extends Fact> List<T> all(Class<T> type) {
        return LEDGER.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static long checksum(Collection<?> values) {
        CRC32 checksum = new CRC32();
        values.forEach(value -> checksum.update((value + "\n").getBytes(StandardCharsets.UTF_8)));
        return checksum.getValue();
    }

    @Test
    void sample_is_the_same_on_every_machine() {
        assertThat(checksum(LEDGER.facts())).isEqualTo(2_801_569_800L);
        assertThat(checksum(LEDGER.customers())).isEqualTo(1_893_472_209L);
        assertThat(SampleLedger.load().value().facts()).isEqualTo(LEDGER.facts());
    }

    @Test
    void sample_has_no_errors_and_its_warnings_are_advance_payments() {
        assertThat(SAMPLE.errors()).isEmpty();
        assertThat(SAMPLE.warnings())
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning.code().id()).isEqualTo("RCV-LEDGER-101"));
    }

    @Test
    void sample_has_every_kind_of_fact() {
        assertThat(LEDGER.facts().stream()
                        .map(Fact::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactKind.class))))
                .containsExactlyInAnyOrder(FactKind.values());
        assertThat(all(Reversal.class)).extracting(Reversal::target).contains(Reversal.Target.values());
        assertThat(all(Dispute.class))
                .anyMatch(d -> d.amount().isPresent())
                .anyMatch(d -> d.amount().isEmpty());
        assertThat(all(Invoice.class)).anyMatch(invoice -> invoice.instalments().size() > 1);
    }

    @Test
    void sample_is_of_the_size_of_a_real_company() {
        assertThat(all(Invoice.class)).hasSizeBetween(1_900, 2_100);
        assertThat(LEDGER.customers()).hasSize(120);
        assertThat(LEDGER.customers()).extracting(Customer::name).doesNotHaveDuplicates();
        assertThat(LEDGER.customers())
                .allSatisfy(customer -> assertThat(customer.attributes())
                        .containsOnlyKeys(
                                Customer.COUNTRY, Customer.LANGUAGE, Customer.SEGMENT, Customer.SALES_REPRESENTATIVE));
        assertThat(Set.copyOf(LEDGER.customers().stream()
                        .flatMap(customer -> customer.attribute(Customer.COUNTRY).stream())
                        .toList()))
                .containsExactlyInAnyOrder("CA", "FR", "US");
    }

    @Test
    void sample_lies_within_its_two_years() {
        assertThat(LEDGER.facts())
                .allSatisfy(
                        fact -> assertThat(fact.date()).isBetween(LocalDate.parse("2024-06-01"), SampleLedger.AS_OF));
        assertThat(all(Document.class))
                .allSatisfy(document ->
                        assertThat(document.date()).isBetween(LocalDate.parse("2024-07-01"), SampleLedger.AS_OF));
    }

    /** Tax of an invoice over 100.00 before tax: 14.98 (14.975 rounded) in Québec, 13.00 in Ontario, 20.00 in France. */
    @Test
    void sales_tax_is_that_of_the_market() {
        for (Invoice invoice : all(Invoice.class)) {
            double percent = 100.0 * invoice.tax().minorUnits() / invoice.net().minorUnits();
            List<Double> rates = switch (invoice.gross().currency().getCurrencyCode()) {
                case "CAD" -> List.of(14.975, 13.0);
                case "EUR" -> List.of(20.0);
                default -> List.of(0.0);
            };
            assertThat(rates)
                    .as(invoice.id())
                    .anySatisfy(rate -> assertThat(Math.abs(rate - percent)).isLessThan(0.01));
        }
    }

    @Test
    void aged_balance_is_plausible_and_foots() {
        AgedBalance balance = Aging.of(LEDGER, AgingOptions.standard(SampleLedger.AS_OF));

        assertThat(balance.footing().holds()).isTrue();
        assertThat(balance.currencies()).containsExactly("CAD", "EUR", "USD");
        for (String currency : balance.currencies()) {
            AgedLine line = balance.in(currency);
            long overduePercent =
                    100 * line.overdue().minorUnits() / line.receivables().minorUnits();
            assertThat(overduePercent).as(currency).isBetween(15L, 30L);
            assertThat(line.unappliedCredits().isPositive()).as(currency).isTrue();
        }
        assertThat(Stream.of("CAD", "EUR").map(balance::in)).allMatch(line -> line.disputedItems() > 0);
    }

    @Test
    void some_payments_settle_several_invoices() {
        assertThat(all(Payment.class)).anyMatch(payment -> payment.reference().startsWith("remittance"));
        assertThat(all(Payment.class)).extracting(Payment::amount).allMatch(Money::isPositive);
    }
}
