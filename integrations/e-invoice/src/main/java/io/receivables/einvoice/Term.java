package io.receivables.einvoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The business terms of EN 16931 that are read, and where each syntax has them: from the root, or from the element of the
 * group that the term belongs to. Where there are several places, an earlier one wins. Parties have the numbers of the
 * buyer.
 */
enum Term {
    NUMBER("BT-1", ubl("ID"), cii("ExchangedDocument/ID")),
    ISSUE_DATE("BT-2", ubl("IssueDate"), cii("ExchangedDocument/IssueDateTime/DateTimeString")),
    TYPE("BT-3", ubl("InvoiceTypeCode", "CreditNoteTypeCode"), cii("ExchangedDocument/TypeCode")),
    CURRENCY("BT-5", ubl("DocumentCurrencyCode"), settlement("InvoiceCurrencyCode")),
    DUE_DATE(
            "BT-9",
            ubl("DueDate", "PaymentMeans/PaymentDueDate", "PaymentTerms/PaymentDueDate"),
            settlement("SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString")),
    BUYER_REFERENCE("BT-10", ubl("BuyerReference"), agreement("BuyerReference")),
    ORDER("BT-13", ubl("OrderReference/ID"), agreement("BuyerOrderReferencedDocument/IssuerAssignedID")),
    TERMS_TEXT("BT-20", ubl("PaymentTerms/Note"), settlement("SpecifiedTradePaymentTerms/Description")),
    PRECEDING(
            "BT-25",
            ubl("BillingReference/InvoiceDocumentReference/ID"),
            settlement("InvoiceReferencedDocument/IssuerAssignedID")),
    DELIVERY_DATE(
            "BT-72",
            ubl("Delivery/ActualDeliveryDate"),
            cii("SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery"
                    + "/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString")),

    SELLER("BG-4", ubl("AccountingSupplierParty/Party"), agreement("SellerTradeParty")),
    BUYER("BG-7", ubl("AccountingCustomerParty/Party"), agreement("BuyerTradeParty")),
    PAYEE("BG-10", ubl("PayeeParty"), settlement("PayeeTradeParty")),
    PARTY_ID("BT-46", ubl("PartyIdentification/ID[@schemeID!=SEPA]"), cii("ID", "GlobalID")),
    PARTY_LEGAL_ID("BT-47", ubl("PartyLegalEntity/CompanyID"), cii("SpecifiedLegalOrganization/ID")),
    PARTY_VAT_ID(
            "BT-48",
            ubl("PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID"),
            cii("SpecifiedTaxRegistration/ID[@schemeID=VA]")),
    PARTY_ADDRESS("BT-49", ubl("EndpointID"), cii("URIUniversalCommunication/URIID")),
    PARTY_NAME("BT-44", ubl("PartyLegalEntity/RegistrationName", "PartyName/Name"), cii("Name")),
    PARTY_COUNTRY("BT-55", ubl("PostalAddress/Country/IdentificationCode"), cii("PostalTradeAddress/CountryID")),

    PAYMENT_MEANS("BG-16", ubl("PaymentMeans"), settlement("SpecifiedTradeSettlementPaymentMeans")),
    MEANS_CODE("BT-81", ubl("PaymentMeansCode"), cii("TypeCode")),
    ACCOUNT(
            "BT-84",
            ubl("PayeeFinancialAccount/ID"),
            cii("PayeePartyCreditorFinancialAccount/IBANID", "PayeePartyCreditorFinancialAccount/ProprietaryID")),
    ACCOUNT_NAME("BT-85", ubl("PayeeFinancialAccount/Name"), cii("PayeePartyCreditorFinancialAccount/AccountName")),
    BIC(
            "BT-86",
            ubl("PayeeFinancialAccount/FinancialInstitutionBranch/ID"),
            cii("PayeeSpecifiedCreditorFinancialInstitution/BICID")),
    REMITTANCE("BT-83", ubl("PaymentMeans/PaymentID"), settlement("PaymentReference")),
    MANDATE(
            "BT-89",
            ubl("PaymentMeans/PaymentMandate/ID"),
            settlement("SpecifiedTradePaymentTerms/DirectDebitMandateID")),
    CREDITOR_ID(
            "BT-90",
            ubl(
                    "AccountingSupplierParty/Party/PartyIdentification/ID[@schemeID=SEPA]",
                    "PayeeParty/PartyIdentification/ID[@schemeID=SEPA]"),
            settlement("CreditorReferenceID")),
    DEBTOR_ACCOUNT(
            "BT-91",
            ubl("PaymentMeans/PaymentMandate/PayerFinancialAccount/ID"),
            settlement("SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/IBANID")),

    // beyond EN 16931: instalments of both syntaxes, and the discounts of CII's EXTENDED profile
    INSTALMENT("SpecifiedTradePaymentTerms", ubl("PaymentTerms"), settlement("SpecifiedTradePaymentTerms")),
    INSTALMENT_DATE("BT-9", ubl("PaymentDueDate"), cii("DueDateDateTime/DateTimeString")),
    INSTALMENT_AMOUNT("PartialPaymentAmount", ubl("Amount"), cii("PartialPaymentAmount")),
    DISCOUNT(
            "ApplicableTradePaymentDiscountTerms",
            ubl(),
            settlement("SpecifiedTradePaymentTerms/ApplicableTradePaymentDiscountTerms")),
    DISCOUNT_FROM("BasisDateTime", ubl(), cii("BasisDateTime/DateTimeString")),
    DISCOUNT_PERIOD("BasisPeriodMeasure", ubl(), cii("BasisPeriodMeasure")),
    DISCOUNT_BASE("BasisAmount", ubl(), cii("BasisAmount")),
    DISCOUNT_PERCENT("CalculationPercent", ubl(), cii("CalculationPercent")),

    NET("BT-109", ubl("LegalMonetaryTotal/TaxExclusiveAmount"), summation("TaxBasisTotalAmount")),
    TAX("BT-110", ubl("TaxTotal/TaxAmount"), summation("TaxTotalAmount")),
    TOTAL("BT-112", ubl("LegalMonetaryTotal/TaxInclusiveAmount"), summation("GrandTotalAmount")),
    PREPAID("BT-113", ubl("LegalMonetaryTotal/PrepaidAmount"), summation("TotalPrepaidAmount")),
    ROUNDING("BT-114", ubl("LegalMonetaryTotal/PayableRoundingAmount"), summation("RoundingAmount")),
    PAYABLE("BT-115", ubl("LegalMonetaryTotal/PayableAmount"), summation("DuePayableAmount"));

    private static final Set<String> UBL_NAMES = namesIn(Syntax.UBL);
    private static final Set<String> CII_NAMES = namesIn(Syntax.CII);

    private final String id;
    private final List<ElementPath> ubl;
    private final List<ElementPath> cii;

    Term(String id, List<ElementPath> ubl, List<ElementPath> cii) {
        this.id = id;
        this.ubl = ubl;
        this.cii = cii;
    }

    private static List<ElementPath> ubl(String... paths) {
        return Arrays.stream(paths).map(ElementPath::of).toList();
    }

    private static List<ElementPath> cii(String... paths) {
        return ubl(paths);
    }

    private static List<ElementPath> agreement(String path) {
        return cii("SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/" + path);
    }

    private static List<ElementPath> settlement(String path) {
        return cii("SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/" + path);
    }

    private static List<ElementPath> summation(String path) {
        return settlement("SpecifiedTradeSettlementHeaderMonetarySummation/" + path);
    }

    /** The names of all elements on the way to any term. */
    static Set<String> names(Syntax syntax) {
        return syntax == Syntax.UBL ? UBL_NAMES : CII_NAMES;
    }

    private static Set<String> namesIn(Syntax syntax) {
        return Arrays.stream(values())
                .flatMap(term -> term.paths(syntax).stream())
                .flatMap(path -> path.names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<ElementPath> paths(Syntax syntax) {
        return syntax == Syntax.UBL ? ubl : cii;
    }

    /** What EN 16931 calls it, or CII where EN 16931 does not have it. */
    String id() {
        return id;
    }

    /** All elements of this term below the root or the element of its group, those of earlier places first. */
    List<Element> in(Element start, Syntax syntax) {
        List<Element> found = new ArrayList<>();
        paths(syntax).forEach(path -> found.addAll(path.from(start)));
        return found;
    }
}
