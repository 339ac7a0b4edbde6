package io.receivables.einvoice;

import static io.receivables.einvoice.UblWriter.unlessEmpty;
import static io.receivables.einvoice.UblWriter.unlessZero;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import io.receivables.core.Money;
import io.receivables.einvoice.EInvoice.Discount;
import io.receivables.einvoice.EInvoice.Instalment;
import io.receivables.einvoice.EInvoice.Means;
import io.receivables.einvoice.EInvoice.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.qualifieddatatype._100.CurrencyCodeType;
import un.unece.uncefact.data.standard.qualifieddatatype._100.DocumentCodeType;
import un.unece.uncefact.data.standard.qualifieddatatype._100.PaymentMeansCodeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialAccountType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialInstitutionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DebtorFinancialAccountType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LegalOrganizationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainEventType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentDiscountTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementPaymentMeansType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.MeasureType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.PercentType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Writes an invoice as CII by a library that knows the schema and nothing of ours. */
final class CiiWriter {
    private final EInvoice invoice;

    private CiiWriter(EInvoice invoice) {
        this.invoice = invoice;
    }

    static byte[] write(EInvoice invoice) {
        return Objects.requireNonNull(
                new CIID16BCrossIndustryInvoiceTypeMarshaller().getAsBytes(new CiiWriter(invoice).cii()),
                "not valid by the schema");
    }

    private CrossIndustryInvoiceType cii() {
        ExchangedDocumentType document = new ExchangedDocumentType();
        document.setID(new IDType(invoice.number()));
        document.setTypeCode(new DocumentCodeType(invoice.typeCode()));
        document.setIssueDateTime(date(invoice.issueDate()));
        SupplyChainTradeTransactionType transaction = new SupplyChainTradeTransactionType();
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(delivery());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        CrossIndustryInvoiceType cii = new CrossIndustryInvoiceType();
        cii.setExchangedDocumentContext(new ExchangedDocumentContextType());
        cii.setExchangedDocument(document);
        cii.setSupplyChainTradeTransaction(transaction);
        return cii;
    }

    private static DateTimeType date(LocalDate day) {
        DateTimeType.DateTimeString text =
                new DateTimeType.DateTimeString(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        text.setFormat("102");
        DateTimeType date = new DateTimeType();
        date.setDateTimeString(text);
        return date;
    }

    private HeaderTradeAgreementType agreement() {
        HeaderTradeAgreementType agreement = new HeaderTradeAgreementType();
        unlessEmpty(invoice.references().buyerReference(), text -> agreement.setBuyerReference(new TextType(text)));
        agreement.setSellerTradeParty(party(invoice.seller()));
        agreement.setBuyerTradeParty(party(invoice.buyer()));
        unlessEmpty(invoice.references().order(), order -> agreement.setBuyerOrderReferencedDocument(document(order)));
        return agreement;
    }

    private static ReferencedDocumentType document(String number) {
        ReferencedDocumentType document = new ReferencedDocumentType();
        document.setIssuerAssignedID(number);
        return document;
    }

    private static TradePartyType party(Party party) {
        TradePartyType cii = new TradePartyType();
        unlessEmpty(party.id(), id -> cii.addID(new IDType(id)));
        unlessEmpty(party.name(), name -> cii.setName(new TextType(name)));
        unlessEmpty(party.legalId(), id -> {
            cii.setSpecifiedLegalOrganization(new LegalOrganizationType());
            cii.getSpecifiedLegalOrganization().setID(id);
        });
        unlessEmpty(party.country(), country -> {
            cii.setPostalTradeAddress(new TradeAddressType());
            cii.getPostalTradeAddress().setCountryID(country);
        });
        unlessEmpty(party.address(), address -> {
            UniversalCommunicationType communication = new UniversalCommunicationType();
            communication.setURIID(address);
            cii.addURIUniversalCommunication(communication);
        });
        unlessEmpty(party.vatId(), id -> {
            TaxRegistrationType registration = new TaxRegistrationType();
            registration.setID(id).setSchemeID("VA");
            cii.addSpecifiedTaxRegistration(registration);
        });
        return cii;
    }

    private HeaderTradeDeliveryType delivery() {
        HeaderTradeDeliveryType delivery = new HeaderTradeDeliveryType();
        if (invoice.deliveryDate() != null) {
            delivery.setActualDeliverySupplyChainEvent(new SupplyChainEventType());
            delivery.getActualDeliverySupplyChainEvent().setOccurrenceDateTime(date(invoice.deliveryDate()));
        }
        return delivery;
    }

    private HeaderTradeSettlementType settlement() {
        HeaderTradeSettlementType settlement = new HeaderTradeSettlementType();
        unlessEmpty(invoice.payment().creditorId(), id -> settlement.setCreditorReferenceID(new IDType(id)));
        invoice.payment().references().forEach(text -> settlement.addPaymentReference(new TextType(text)));
        settlement.setInvoiceCurrencyCode(
                new CurrencyCodeType(invoice.totals().total().currency().getCurrencyCode()));
        if (!invoice.payee().equals(invoice.seller())) {
            settlement.setPayeeTradeParty(party(invoice.payee()));
        }
        invoice.payment().means().forEach(means -> settlement.addSpecifiedTradeSettlementPaymentMeans(means(means)));
        terms(settlement);
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(summation());
        // the schema has it once
        invoice.references().preceding().forEach(number -> settlement.setInvoiceReferencedDocument(document(number)));
        return settlement;
    }

    private TradeSettlementPaymentMeansType means(Means means) {
        TradeSettlementPaymentMeansType way = new TradeSettlementPaymentMeansType();
        way.setTypeCode(new PaymentMeansCodeType(means.code()));
        unlessEmpty(means.account(), account -> {
            CreditorFinancialAccountType creditor = new CreditorFinancialAccountType();
            if (account.startsWith("DE")) {
                creditor.setIBANID(account);
            } else {
                creditor.setProprietaryID(account);
            }
            unlessEmpty(means.accountName(), creditor::setAccountName);
            way.setPayeePartyCreditorFinancialAccount(creditor);
            unlessEmpty(means.bic(), bic -> {
                way.setPayeeSpecifiedCreditorFinancialInstitution(new CreditorFinancialInstitutionType());
                way.getPayeeSpecifiedCreditorFinancialInstitution().setBICID(bic);
            });
        });
        unlessEmpty(invoice.payment().debtorAccount(), account -> {
            way.setPayerPartyDebtorFinancialAccount(new DebtorFinancialAccountType());
            way.getPayerPartyDebtorFinancialAccount().setIBANID(account);
        });
        return way;
    }

    private void terms(HeaderTradeSettlementType settlement) {
        TradePaymentTermsType first = new TradePaymentTermsType();
        invoice.terms().texts().forEach(text -> first.addDescription(new TextType(text)));
        if (invoice.terms().dueDate() != null) {
            first.setDueDateDateTime(date(invoice.terms().dueDate()));
        }
        unlessEmpty(invoice.payment().mandate(), mandate -> first.addDirectDebitMandateID(new IDType(mandate)));
        settlement.addSpecifiedTradePaymentTerms(first);
        for (Instalment instalment : invoice.terms().instalments()) {
            TradePaymentTermsType part = new TradePaymentTermsType();
            part.setDueDateDateTime(date(instalment.dueDate()));
            part.addPartialPaymentAmount(amount(instalment.amount()));
            settlement.addSpecifiedTradePaymentTerms(part);
        }
        for (Discount discount : invoice.terms().discounts()) {
            TradePaymentTermsType early = new TradePaymentTermsType();
            early.setApplicableTradePaymentDiscountTerms(discount(discount));
            settlement.addSpecifiedTradePaymentTerms(early);
        }
    }

    private TradePaymentDiscountTermsType discount(Discount discount) {
        TradePaymentDiscountTermsType terms = new TradePaymentDiscountTermsType();
        MeasureType days =
                new MeasureType(BigDecimal.valueOf(ChronoUnit.DAYS.between(invoice.issueDate(), discount.lastDay())));
        days.setUnitCode("DAY");
        terms.setBasisPeriodMeasure(days);
        terms.setBasisAmount(amount(discount.base()));
        terms.setCalculationPercent(new PercentType(discount.percent()));
        return terms;
    }

    private TradeSettlementHeaderMonetarySummationType summation() {
        EInvoice.Totals totals = invoice.totals();
        TradeSettlementHeaderMonetarySummationType sums = new TradeSettlementHeaderMonetarySummationType();
        sums.addTaxBasisTotalAmount(amount(totals.net()));
        AmountType tax = amount(totals.tax());
        tax.setCurrencyID(totals.tax().currency().getCurrencyCode());
        sums.addTaxTotalAmount(tax);
        unlessZero(totals.rounding(), amount -> sums.addRoundingAmount(amount(amount)));
        sums.addGrandTotalAmount(amount(totals.total()));
        unlessZero(totals.prepaid(), amount -> sums.addTotalPrepaidAmount(amount(amount)));
        sums.addDuePayableAmount(amount(totals.payable()));
        return sums;
    }

    private static AmountType amount(Money amount) {
        return new AmountType(amount.amount());
    }
}
