package io.receivables.einvoice;

import com.helger.ubl21.UBL21Marshaller;
import io.receivables.core.Money;
import io.receivables.einvoice.EInvoice.Instalment;
import io.receivables.einvoice.EInvoice.Means;
import io.receivables.einvoice.EInvoice.Party;
import java.util.Objects;
import java.util.function.Consumer;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyIdentificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMandateType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import oasis.names.specification.ubl.schema.xsd.unqualifieddatatypes_21.AmountType;

/** Writes an invoice as UBL by a library that knows the schema and nothing of ours. */
final class UblWriter {
    private final EInvoice invoice;
    private final InvoiceType ubl = new InvoiceType();

    private UblWriter(EInvoice invoice) {
        this.invoice = invoice;
    }

    static byte[] write(EInvoice invoice) {
        return Objects.requireNonNull(
                UBL21Marshaller.invoice().getAsBytes(new UblWriter(invoice).ubl()), "not valid by the schema");
    }

    private InvoiceType ubl() {
        ubl.setID(invoice.number());
        ubl.setIssueDate(invoice.issueDate());
        ubl.setInvoiceTypeCode(invoice.typeCode());
        ubl.setDocumentCurrencyCode(invoice.totals().total().currency().getCurrencyCode());
        unlessEmpty(invoice.references().buyerReference(), ubl::setBuyerReference);
        unlessEmpty(invoice.references().order(), order -> {
            OrderReferenceType reference = new OrderReferenceType();
            reference.setID(order);
            ubl.setOrderReference(reference);
        });
        for (String preceding : invoice.references().preceding()) {
            BillingReferenceType reference = new BillingReferenceType();
            DocumentReferenceType document = new DocumentReferenceType();
            document.setID(preceding);
            reference.setInvoiceDocumentReference(document);
            ubl.addBillingReference(reference);
        }
        parties();
        if (invoice.deliveryDate() != null) {
            DeliveryType delivery = new DeliveryType();
            delivery.setActualDeliveryDate(invoice.deliveryDate());
            ubl.addDelivery(delivery);
        }
        payment();
        terms();
        totals();
        InvoiceLineType line = new InvoiceLineType();
        line.setID("1");
        amount(line.setLineExtensionAmount(invoice.totals().net().amount()));
        line.setItem(new ItemType());
        line.getItem().setName("Goods");
        ubl.addInvoiceLine(line);
        return ubl;
    }

    private void parties() {
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(party(invoice.seller()));
        unlessEmpty(invoice.payment().creditorId(), id -> {
            PartyIdentificationType identification = new PartyIdentificationType();
            identification.setID(id).setSchemeID("SEPA");
            supplier.getParty().addPartyIdentification(identification);
        });
        ubl.setAccountingSupplierParty(supplier);
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(party(invoice.buyer()));
        ubl.setAccountingCustomerParty(customer);
        if (!invoice.payee().equals(invoice.seller())) {
            ubl.setPayeeParty(party(invoice.payee()));
        }
    }

    private static PartyType party(Party party) {
        PartyType ubl = new PartyType();
        unlessEmpty(party.address(), ubl::setEndpointID);
        unlessEmpty(party.id(), id -> {
            PartyIdentificationType identification = new PartyIdentificationType();
            identification.setID(id);
            ubl.addPartyIdentification(identification);
        });
        unlessEmpty(party.country(), country -> {
            ubl.setPostalAddress(new AddressType());
            ubl.getPostalAddress().setCountry(new CountryType());
            ubl.getPostalAddress().getCountry().setIdentificationCode(country);
        });
        unlessEmpty(party.vatId(), vatId -> {
            PartyTaxSchemeType tax = new PartyTaxSchemeType();
            tax.setCompanyID(vatId);
            tax.setTaxScheme(new TaxSchemeType());
            tax.getTaxScheme().setID("VAT");
            ubl.addPartyTaxScheme(tax);
        });
        PartyLegalEntityType entity = new PartyLegalEntityType();
        unlessEmpty(party.name(), entity::setRegistrationName);
        unlessEmpty(party.legalId(), entity::setCompanyID);
        ubl.addPartyLegalEntity(entity);
        return ubl;
    }

    private void payment() {
        for (Means means : invoice.payment().means()) {
            PaymentMeansType way = new PaymentMeansType();
            way.setPaymentMeansCode(means.code());
            unlessEmpty(means.account(), account -> {
                FinancialAccountType payee = new FinancialAccountType();
                payee.setID(account);
                unlessEmpty(means.accountName(), payee::setName);
                unlessEmpty(means.bic(), bic -> {
                    payee.setFinancialInstitutionBranch(new BranchType());
                    payee.getFinancialInstitutionBranch().setID(bic);
                });
                way.setPayeeFinancialAccount(payee);
            });
            invoice.payment().references().forEach(reference -> way.addPaymentID(new PaymentIDType(reference)));
            unlessEmpty(invoice.payment().mandate(), mandate -> {
                way.setPaymentMandate(new PaymentMandateType());
                way.getPaymentMandate().setID(mandate);
                unlessEmpty(invoice.payment().debtorAccount(), account -> {
                    FinancialAccountType debtor = new FinancialAccountType();
                    debtor.setID(account);
                    way.getPaymentMandate().setPayerFinancialAccount(debtor);
                });
            });
            ubl.addPaymentMeans(way);
        }
    }

    private void terms() {
        if (invoice.terms().dueDate() != null) {
            ubl.setDueDate(invoice.terms().dueDate());
        }
        for (String text : invoice.terms().texts()) {
            PaymentTermsType terms = new PaymentTermsType();
            terms.addNote(new NoteType(text));
            ubl.addPaymentTerms(terms);
        }
        for (Instalment instalment : invoice.terms().instalments()) {
            PaymentTermsType terms = new PaymentTermsType();
            amount(terms.setAmount(instalment.amount().amount()));
            terms.setPaymentDueDate(instalment.dueDate());
            ubl.addPaymentTerms(terms);
        }
    }

    private void totals() {
        EInvoice.Totals totals = invoice.totals();
        TaxTotalType tax = new TaxTotalType();
        amount(tax.setTaxAmount(totals.tax().amount()));
        ubl.addTaxTotal(tax);
        MonetaryTotalType total = new MonetaryTotalType();
        amount(total.setTaxExclusiveAmount(totals.net().amount()));
        amount(total.setTaxInclusiveAmount(totals.total().amount()));
        unlessZero(totals.prepaid(), amount -> amount(total.setPrepaidAmount(amount.amount())));
        unlessZero(totals.rounding(), amount -> amount(total.setPayableRoundingAmount(amount.amount())));
        amount(total.setPayableAmount(totals.payable().amount()));
        ubl.setLegalMonetaryTotal(total);
    }

    private void amount(AmountType amount) {
        amount.setCurrencyID(invoice.totals().total().currency().getCurrencyCode());
    }

    static void unlessEmpty(String text, Consumer<String> setter) {
        if (!text.isEmpty()) {
            setter.accept(text);
        }
    }

    static void unlessZero(Money amount, Consumer<Money> setter) {
        if (!amount.isZero()) {
            setter.accept(amount);
        }
    }
}
