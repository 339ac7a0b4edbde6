package io.receivables.statements;

import io.receivables.core.Money;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.RemittedDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of one transaction: TxDtls, kept as little as a line needs, since a sum may have many.
 *
 * @param amounts what may be the transaction's amount, the likeliest first, each once and all positive
 * @param instructed what the payer ordered; null when not stated
 * @param credit whether money came in; null when it is not stated
 * @param creditor who collects, as the references name it
 */
record CamtDetail(
        Map<BankReference, String> references,
        List<Money> amounts,
        @Nullable Money instructed,
        @Nullable Boolean credit,
        List<CamtCharge> charges,
        String bankCode,
        Counterparty debtor,
        Counterparty creditor,
        Remittance remittance,
        @Nullable LineReturn returned,
        String text) {
    private static final Map<String, BankReference> REFERENCES = Map.ofEntries(
            Map.entry("MsgId", BankReference.MESSAGE),
            Map.entry("AcctSvcrRef", BankReference.PART),
            Map.entry("PmtInfId", BankReference.PAYMENT_INFORMATION),
            Map.entry("InstrId", BankReference.INSTRUCTION),
            Map.entry("EndToEndId", BankReference.END_TO_END),
            Map.entry("UETR", BankReference.UETR),
            Map.entry("TxId", BankReference.TRANSACTION),
            Map.entry("MndtId", BankReference.MANDATE),
            Map.entry("ChqNb", BankReference.CHEQUE));

    static CamtDetail of(Element details, BankAccount account, CamtValues values) {
        List<Money> amounts = amounts(details, "TxDtls/", values);
        String currency = account.currency().isEmpty() && !amounts.isEmpty()
                ? amounts.get(0).currency().getCurrencyCode()
                : account.currency();
        String direction = details.text("CdtDbtInd");
        Element parties = details.at("RltdPties");
        Element agents = details.at("RltdAgts");
        return new CamtDetail(
                references(details),
                List.copyOf(amounts),
                instructed(amounts, details),
                direction.isEmpty() ? null : direction.equals("CRDT"),
                List.copyOf(CamtCharge.all(details, values)),
                CamtCodes.code(details.at("BkTxCd")),
                party(parties, agents, "Dbtr"),
                party(parties, agents, "Cdtr"),
                remittance(details.at("RmtInf"), values),
                CamtCodes.reason(details.all("RtrInf"), account.number(), currency),
                details.text("AddtlTxInf"));
    }

    static boolean isTrue(String indicator) {
        return indicator.equals("true") || indicator.equals("1");
    }

    /** What may be the amount of an entry's only transaction or of one of several, each once and the likeliest first. */
    static List<Money> amounts(Element of, String field, CamtValues values) {
        List<Money> amounts = new ArrayList<>(2);
        for (String path : List.of(
                "Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt", "AmtDtls/PrtryAmt/Amt")) {
            Money amount = values.optionalAmount(of.at(path), field + path);
            if (amount != null && !amounts.contains(amount)) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    /** Which of the amounts is the one that the payer ordered; null when that is not stated, or could not be read. */
    static @Nullable Money instructed(List<Money> amounts, Element of) {
        Element stated = of.at("AmtDtls/InstdAmt/Amt");
        BigDecimal decimal = CamtValues.decimal(stated.text());
        for (Money amount : amounts) {
            if (decimal != null
                    && amount.currency().getCurrencyCode().equals(stated.currency())
                    && amount.amount().compareTo(decimal) == 0) {
                return amount;
            }
        }
        return null;
    }

    private static Map<BankReference, String> references(Element details) {
        Map<BankReference, String> references = new EnumMap<>(BankReference.class);
        for (Element reference : details.at("Refs").within()) {
            BankReference kind = REFERENCES.get(reference.name());
            if (kind != null && !reference.text().isEmpty()) {
                references.putIfAbsent(kind, reference.text());
            }
        }
        String clearing = details.text("Refs/ClrSysRef");
        if (!clearing.isEmpty()) {
            references.putIfAbsent(BankReference.TRANSACTION, clearing);
        }
        String creditor = creditorId(details);
        if (!creditor.isEmpty()) {
            references.put(BankReference.CREDITOR, creditor);
        }
        return references;
    }

    /**
     * The creditor identifier of a direct debit: of its own in some dialects, else that of the creditor in the scheme SEPA, or in
     * none where there is a mandate.
     */
    private static String creditorId(Element details) {
        for (Element of : List.of(
                details.at("CdtrSchmeId"), details.at("RltdPties/CdtrSchmeId"), details.at("Refs/CdtrSchmeId"))) {
            String id = of.text("Id/PrvtId/Othr/Id", "Id/OrgId/Othr/Id", "Id/PrvtId/OthrId/Id", "Id");
            if (!id.isEmpty()) {
                return id;
            }
        }
        boolean hasMandate = !details.text("Refs/MndtId").isEmpty();
        for (String path : List.of("RltdPties/Cdtr/Id", "RltdPties/Cdtr/Pty/Id")) {
            for (String kind : List.of("PrvtId", "OrgId")) {
                for (Element other : details.at(path).at(kind).all("Othr")) {
                    String scheme = other.text("SchmeNm/Prtry", "SchmeNm/Cd");
                    if (scheme.equals("SEPA") || (hasMandate && scheme.isEmpty() && kind.equals("PrvtId"))) {
                        return other.text("Id");
                    }
                }
            }
        }
        return "";
    }

    private static Counterparty party(Element parties, Element agents, String role) {
        return new Counterparty(
                parties.text(
                        role + "/Nm", role + "/Pty/Nm", role + "/Agt/FinInstnId/Nm", role + "/Agt/FinInstnId/BICFI"),
                account(parties.at(role + "Acct")),
                bank(agents.at(role + "Agt/FinInstnId")),
                parties.text("Ultmt" + role + "/Nm", "Ultmt" + role + "/Pty/Nm"));
    }

    /** An account's number, else a proxy that is registered for it, such as a telephone number; empty when there is none. */
    static String account(Element account) {
        return account.text("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN", "Id/UPIC", "Prxy/Id");
    }

    /** A bank by its BIC, else its number in a clearing, else its name; empty when there is none. */
    static String bank(Element institution) {
        return institution.text(
                "BICFI",
                "BIC",
                "CmbndId/BIC",
                "ClrSysMmbId/MmbId",
                "ClrSysMmbId/Id",
                "Nm",
                "NmAndAdr/Nm",
                "Othr/Id",
                "PrtryId/Id");
    }

    private static Remittance remittance(Element information, CamtValues values) {
        List<String> text = new ArrayList<>(1);
        List<Remittance.Reference> references = new ArrayList<>(1);
        List<RemittedDocument> documents = new ArrayList<>(0);
        for (Element piece : information.within()) {
            if (piece.name().equals("Ustrd") && !piece.text().isEmpty()) {
                text.add(piece.text());
            } else if (piece.name().equals("Strd")) {
                structured(piece, text, references, documents, values);
            }
        }
        return text.isEmpty() && references.isEmpty() && documents.isEmpty()
                ? Remittance.NONE
                : new Remittance(text, references, documents);
    }

    private static void structured(
            Element piece,
            List<String> text,
            List<Remittance.Reference> references,
            List<RemittedDocument> documents,
            CamtValues values) {
        Element creditor = piece.at("CdtrRefInf");
        String reference = creditor.text("Ref", "CdtrRef");
        if (!reference.isEmpty()) {
            references.add(new Remittance.Reference(
                    creditor.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "CdtrRefTp/Cd", "CdtrRefTp/Prtry", "Tp/Cd"),
                    reference));
        }
        List<Element> referred = piece.all("RfrdDocInf");
        Element amounts = piece.at("RfrdDocAmt");
        for (Element one : referred) {
            // one amount for several documents is nobody's
            boolean isOnly = referred.size() == 1;
            String number = one.text("Nb", "RfrdDocNb");
            RemittedDocument document = document(
                    one,
                    number.isEmpty() && isOnly ? reference : number,
                    isOnly ? amounts : one.at("RfrdDocAmt"),
                    values);
            if (!number.isEmpty() || document.amount().isPresent()) {
                documents.add(document);
            }
        }
        if (referred.isEmpty() && !reference.isEmpty()) {
            // the amount beside a reference is what is paid on it: so Nordic payers divide theirs
            Money amount = paid(amounts, false, values);
            if (amount != null) {
                documents.add(RemittedDocument.of("", reference).paying(amount));
            }
        }
        piece.all("AddtlRmtInf").stream()
                .map(Element::text)
                .filter(said -> !said.isEmpty())
                .forEach(text::add);
    }

    private static RemittedDocument document(Element one, String number, Element amounts, CamtValues values) {
        String type = one.text("Tp/CdOrPrtry/Cd", "Tp/CdOrPrtry/Prtry", "RfrdDocTp/Cd", "RfrdDocTp/Prtry", "Tp/Cd");
        RemittedDocument document = RemittedDocument.of(type, number);
        Element date = one.at("RltdDt/Dt").exists() ? one.at("RltdDt/Dt") : one.at("RltdDt");
        if (!date.text().isEmpty()) {
            LocalDate dated = CamtValues.date(date.text());
            if (dated == null) {
                values.leftOut("RfrdDocInf/RltdDt", date, date.text());
            } else {
                document = document.datedOn(dated);
            }
        }
        Money amount = paid(amounts, type.equals("CREN"), values);
        return amount == null ? document : document.paying(amount);
    }

    /** What is remitted for a document, else what is due for it; what a credit note takes off is negative. */
    private static @Nullable Money paid(Element amounts, boolean isCreditNote, CamtValues values) {
        Element remitted = amount(amounts, "RmtdAmt", "REMI");
        Element paid = remitted.exists() ? remitted : amount(amounts, "DuePyblAmt", "DUPA");
        Element credited = amount(amounts, "CdtNoteAmt", "CREN");
        boolean takesOff = credited.exists() && (isCreditNote || !paid.exists());
        Element taken = takesOff ? credited : paid;
        Money amount = values.optionalAmount(taken, "RfrdDocAmt/" + taken.name());
        return amount != null && (takesOff || isCreditNote) ? amount.negated() : amount;
    }

    /** An amount of a document: each type in an element of its own up to a version, with its type in a code since then. */
    private static Element amount(Element amounts, String name, String code) {
        for (Element typed : amounts.all("RmtAmtAndTp")) {
            if (typed.text("Tp/Cd").equals(code)) {
                return typed.at("Amt");
            }
        }
        return amounts.at(name);
    }

    /** Those of its amounts that are in a currency, the likeliest first. */
    List<Money> amountsIn(Currency currency) {
        return in(currency, amounts);
    }

    static List<Money> in(Currency currency, List<Money> amounts) {
        return amounts.stream()
                .filter(amount -> amount.currency().equals(currency))
                .toList();
    }
}
