package io.receivables.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import io.receivables.core.FactKind;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.einvoice.EInvoice.Discount;
import io.receivables.einvoice.EInvoice.Instalment;
import io.receivables.einvoice.EInvoice.Means;
import io.receivables.einvoice.EInvoice.Party;
import io.receivables.einvoice.EInvoice.Payment;
import io.receivables.einvoice.EInvoice.References;
import io.receivables.einvoice.EInvoice.Terms;
import io.receivables.einvoice.EInvoice.Totals;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;

/** Another library writes and reads the same documents: both agree. */
class OracleProperties {
    private static final LocalDate FIRST = LocalDate.parse("2015-01-01");
    private static final String CHARACTERS = "abcXYZ0189 éßŒ漢<>&\"'#-/._;,()€ ";

    @Property
    void a_ubl_invoice_that_another_library_wrote_is_read_as_it_was_meant(@ForAll long seed) {
        EInvoice invoice = new Generator(new Random(seed)).invoice(false);

        assertThat(read(UblWriter.write(invoice))).isEqualTo(invoice);
    }

    @Property
    void a_cii_invoice_that_another_library_wrote_is_read_as_it_was_meant(@ForAll long seed) {
        EInvoice invoice = new Generator(new Random(seed)).invoice(true);

        assertThat(read(CiiWriter.write(invoice))).isEqualTo(invoice);
    }

    private static EInvoice read(byte[] xml) {
        Loaded<List<EInvoice>> loaded = Given.read(xml);
        assertThat(loaded.errors()).isEmpty();
        return loaded.value().get(0);
    }

    @Example
    void both_read_the_same_ubl_invoices() {
        for (String file : List.of("facture.ubl.xml", "skonto.ubl.xml", "two-currencies.ubl.xml")) {
            byte[] bytes = Given.bytes(file);
            EInvoice ours = read(bytes);
            InvoiceType theirs = Objects.requireNonNull(
                    UBL21Marshaller.invoice().setUseSchema(false).read(new ByteArrayInputStream(bytes)), file);

            assertThat(ours.number()).isEqualTo(theirs.getIDValue());
            assertThat(ours.issueDate()).isEqualTo(theirs.getIssueDateValueLocal());
            assertThat(ours.terms().dueDate()).isEqualTo(theirs.getDueDateValueLocal());
            assertThat(ours.totals().total().amount())
                    .isEqualByComparingTo(theirs.getLegalMonetaryTotal().getTaxInclusiveAmountValue());
            assertThat(ours.totals().payable().amount())
                    .isEqualByComparingTo(theirs.getLegalMonetaryTotal().getPayableAmountValue());
            assertThat(ours.payment().means()).hasSize(theirs.getPaymentMeansCount());
            assertThat(ours.buyer().name())
                    .isEqualTo(theirs.getAccountingCustomerParty()
                            .getParty()
                            .getPartyLegalEntityAtIndex(0)
                            .getRegistrationNameValue());
        }
    }

    @Example
    void both_read_the_same_ubl_credit_note() {
        byte[] bytes = Given.bytes("credit-note.ubl.xml");
        EInvoice ours = read(bytes);
        CreditNoteType theirs = Objects.requireNonNull(
                UBL21Marshaller.creditNote().setUseSchema(false).read(new ByteArrayInputStream(bytes)));

        assertThat(ours.number()).isEqualTo(theirs.getIDValue());
        assertThat(ours.terms().dueDate())
                .isEqualTo(theirs.getPaymentMeansAtIndex(0).getPaymentDueDateValueLocal());
        assertThat(ours.references().preceding())
                .containsExactly(theirs.getBillingReferenceAtIndex(0)
                        .getInvoiceDocumentReference()
                        .getIDValue());
        assertThat(ours.totals().payable().amount())
                .isEqualByComparingTo(theirs.getLegalMonetaryTotal().getPayableAmountValue());
    }

    @Example
    void both_read_the_same_cii_invoices() {
        for (String file : List.of("lastschrift.cii.xml", "raten.cii.xml")) {
            byte[] bytes = Given.bytes(file);
            EInvoice ours = read(bytes);
            CrossIndustryInvoiceType theirs = Objects.requireNonNull(
                    new CIID16BCrossIndustryInvoiceTypeMarshaller()
                            .setUseSchema(false)
                            .read(new ByteArrayInputStream(bytes)),
                    file);
            TradeSettlementHeaderMonetarySummationType sums = theirs.getSupplyChainTradeTransaction()
                    .getApplicableHeaderTradeSettlement()
                    .getSpecifiedTradeSettlementHeaderMonetarySummation();

            assertThat(ours.number()).isEqualTo(theirs.getExchangedDocument().getIDValue());
            assertThat(ours.typeCode()).isEqualTo(theirs.getExchangedDocument().getTypeCodeValue());
            assertThat(ours.totals().total().amount())
                    .isEqualByComparingTo(sums.getGrandTotalAmountAtIndex(0).getValue());
            assertThat(ours.totals().payable().amount())
                    .isEqualByComparingTo(sums.getDuePayableAmountAtIndex(0).getValue());
            assertThat(ours.buyer().name())
                    .isEqualTo(theirs.getSupplyChainTradeTransaction()
                            .getApplicableHeaderTradeAgreement()
                            .getBuyerTradeParty()
                            .getNameValue());
        }
    }

    /** Invoices whose totals add up, with anything that may be missing there or not. */
    private record Generator(Random random) {
        EInvoice invoice(boolean isCii) {
            Currency currency = Money.currency(pick("EUR", "HUF", "DKK", "JPY", "KWD"));
            Totals totals = totals(currency);
            String type = isCii ? pick("380", "381", "384", "386", "389", "383", "326") : pick("380", "384", "383");
            FactKind kind = DocumentTypes.kind(
                    DocumentTypes.kind(type).orElseThrow(), totals.total().signum());
            LocalDate issued = day();
            Party seller = party();
            return new EInvoice(
                    "it.xml",
                    text(),
                    type,
                    kind,
                    issued,
                    random.nextBoolean() ? day() : null,
                    seller,
                    party(),
                    random.nextBoolean() ? party() : seller,
                    new References(maybe(text()), maybe(text()), texts(isCii ? 1 : 3)),
                    terms(isCii, issued, totals),
                    payment(),
                    totals);
        }

        private Totals totals(Currency currency) {
            Money net = amount(currency, 100_000_000);
            Money tax = amount(currency, 10_000_000);
            Money prepaid = random.nextBoolean() ? Money.zero(currency) : amount(currency, 200_000_000);
            Money rounding = random.nextBoolean() ? Money.zero(currency) : amount(currency, 50);
            Money total = net.plus(tax);
            return new Totals(
                    net, tax, total, prepaid, rounding, total.minus(prepaid).plus(rounding));
        }

        private Money amount(Currency currency, int most) {
            return Money.ofMinor(random.nextInt(most) - most / 4, currency);
        }

        private Terms terms(boolean isCii, LocalDate issued, Totals totals) {
            List<Instalment> instalments = new ArrayList<>();
            long toPay = totals.toPay().minorUnits();
            if (Math.abs(toPay) > 10 && random.nextInt(3) == 0) {
                Money third = Money.ofMinor(toPay / 3, totals.total().currency());
                instalments.add(new Instalment(issued.plusDays(30), third));
                instalments.add(
                        new Instalment(issued.plusDays(60), totals.toPay().minus(third)));
            }
            List<Discount> discounts = new ArrayList<>();
            for (int i = isCii ? random.nextInt(3) : 0; i > 0; i--) {
                BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(9_998), 2);
                discounts.add(new Discount(percent, issued.plusDays(random.nextInt(90)), totals.total()));
            }
            LocalDate due = instalments.isEmpty() && random.nextBoolean() ? day() : null;
            return new Terms(due, instalments, discounts, texts(3));
        }

        private Payment payment() {
            List<Means> means = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> means())
                    .toList();
            String mandate = maybe(text());
            String debtor = mandate.isEmpty() ? "" : maybe("DE21860000000086001055");
            return new Payment(means, texts(2), mandate, maybe(text()), debtor);
        }

        private Means means() {
            String account = maybe(pick("DE75512108001245126199", "DE75 5121 0800 1245 1261 99", "00 123/45"));
            return account.isEmpty()
                    ? new Means(pick("20", "30", "97"), "", "", "")
                    : new Means(pick("30", "42", "58"), account, maybe(text()), maybe("AGRIFRPP"));
        }

        private Party party() {
            return new Party(
                    maybe(text()), maybe(text()), maybe(text()), maybe(text()), text(), maybe(pick("FR", "DE", "HU")));
        }

        private LocalDate day() {
            return FIRST.plusDays(random.nextInt(5_000));
        }

        private List<String> texts(int most) {
            return IntStream.range(0, random.nextInt(most + 1))
                    .mapToObj(i -> i + text())
                    .toList();
        }

        private String text() {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            return text.append('y').toString();
        }

        private String maybe(String text) {
            return random.nextBoolean() ? text : "";
        }

        private String pick(String... all) {
            return all[random.nextInt(all.length)];
        }
    }
}
