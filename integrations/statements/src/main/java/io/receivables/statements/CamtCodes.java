package io.receivables.statements;

import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.ReturnReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What bank transaction codes and reason codes mean. Source: the external code sets that ISO 20022 publishes,
 * ExternalBankTransactionDomain, Family and SubFamily; reason codes as {@link ReturnReason} knows them.
 */
final class CamtCodes {
    private static final Map<String, LineKind> FAMILIES = Map.ofEntries(
            // issued, received, issued real-time, received real-time, issued and received cash concentration transfers
            Map.entry("ICDT", LineKind.TRANSFER),
            Map.entry("RCDT", LineKind.TRANSFER),
            Map.entry("IRCT", LineKind.TRANSFER),
            Map.entry("RRCT", LineKind.TRANSFER),
            Map.entry("ICCN", LineKind.TRANSFER),
            Map.entry("RCCN", LineKind.TRANSFER),
            Map.entry("IDDT", LineKind.DIRECT_DEBIT),
            Map.entry("RDDT", LineKind.DIRECT_DEBIT),
            Map.entry("ICHQ", LineKind.CHEQUE),
            Map.entry("RCHQ", LineKind.CHEQUE),
            Map.entry("LBOX", LineKind.CHEQUE),
            Map.entry("DRFT", LineKind.CHEQUE),
            Map.entry("CCRD", LineKind.CARD),
            Map.entry("MCRD", LineKind.CARD),
            Map.entry("CNTR", LineKind.CASH));

    /** Sub-families that stand in any family: charges, fees, commissions with and without taxes. */
    private static final Set<String> CHARGES = Set.of("CHRG", "FEES", "COMM", "COME", "COMI", "COMT");

    /**
     * Sub-families of money that comes back: reversal due to payment return, to payment cancellation request, to payment
     * reversal, to a return or unpaid direct debit, to cancellation request of a direct debit; unpaid and reversed cheque,
     * unpaid card transaction; return and reversal of an automated clearing house.
     */
    private static final Set<String> RETURNS =
            Set.of("RRTN", "RPCR", "PRDD", "UPDD", "RCDD", "UPCQ", "CQRV", "UPCT", "ARET", "AREV");

    /** The German banks' own: SWIFT's type, the business transaction, a batch, and why money came back. */
    private static final Pattern GERMAN = Pattern.compile("([A-Z]{4})\\+(\\d{3})(?:\\+[^+]*(?:\\+(\\d{3}).*)?)?");

    private static final Pattern AFT = Pattern.compile("9\\d{2}");
    private static final Pattern ACH = Pattern.compile("R\\d{2}");

    private CamtCodes() {}

    /** A bank transaction code such as {@code PMNT/RCDT/ESCT}, else the bank's own; empty when there is none. */
    static String code(Element bankTransactionCode) {
        Element domain = bankTransactionCode.at("Domn");
        if (domain.text("Cd").isEmpty()) {
            return bankTransactionCode.text("Prtry/Cd");
        }
        List<String> parts = new ArrayList<>(3);
        for (String part : List.of(domain.text("Cd"), domain.text("Fmly/Cd"), domain.text("Fmly/SubFmlyCd"))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    static LineKind kind(String code) {
        Matcher german = GERMAN.matcher(code);
        if (german.matches()) {
            return MtCodes.kind(german.group(1), details(german));
        }
        String[] parts = code.split("/", -1);
        if (parts.length < 2) {
            return LineKind.OTHER;
        }
        String sub = parts.length > 2 ? parts[2] : "";
        if (CHARGES.contains(sub) || parts[1].equals("CHRG")) {
            return LineKind.CHARGES;
        }
        if (sub.equals("INTR") || parts[1].equals("INTR")) {
            return LineKind.INTEREST;
        }
        return parts[0].equals("PMNT") ? FAMILIES.getOrDefault(parts[1], LineKind.OTHER) : LineKind.OTHER;
    }

    private static MtDetails details(Matcher german) {
        MtDetails details = new MtDetails();
        details.transaction = german.group(2);
        details.key = german.group(3) == null ? "" : german.group(3);
        return details;
    }

    /** Whether the code alone says that money comes back. */
    static boolean isReturn(String code) {
        return returned(code) != null;
    }

    /** That money comes back, where the code alone says so; else null. */
    static @Nullable LineReturn returned(String code) {
        Matcher german = GERMAN.matcher(code);
        if (german.matches()) {
            MtDetails details = details(german);
            return MtCodes.isReturn(german.group(1), details) ? LineReturn.because(MtCodes.reason(details)) : null;
        }
        String[] parts = code.split("/", -1);
        return parts.length == 3 && RETURNS.contains(parts[2]) ? LineReturn.because(ReturnReason.notStated()) : null;
    }

    /**
     * Why money came back: from RtrInf of a booking or StsRsnInf of a status; null when it is not there.
     *
     * @param account the account's number, which tells whose proprietary codes they are
     * @param currency of the booking, for the same; both may be empty
     */
    static @Nullable LineReturn reason(List<Element> stated, String account, String currency) {
        ReturnReason reason = null;
        List<String> text = new ArrayList<>();
        for (Element one : stated) {
            ReturnReason next = one(one, account, currency);
            if (reason == null && next != null) {
                reason = next;
            } else if (next != null) {
                text.add(next.code());
            }
            one.all("AddtlInf").stream()
                    .map(Element::text)
                    .filter(said -> !said.isEmpty())
                    .forEach(text::add);
            one.all("AddtlStsRsnInf").stream()
                    .map(Element::text)
                    .filter(said -> !said.isEmpty())
                    .forEach(text::add);
        }
        return stated.isEmpty()
                ? null
                : new LineReturn(reason == null ? ReturnReason.notStated() : reason, String.join(" ", text));
    }

    private static @Nullable ReturnReason one(Element stated, String account, String currency) {
        String code = stated.text("Rsn/Cd", "RtrRsn/Cd", "StsRsn/Cd");
        if (!code.isEmpty()) {
            return ReturnReason.iso(code);
        }
        String own = stated.text("Rsn/Prtry", "RtrRsn/Prtry", "StsRsn/Prtry");
        if (own.isEmpty()) {
            return null;
        }
        String german = account.startsWith("DE") ? GermanTextKeys.iso(own) : null;
        if (german != null) {
            return ReturnReason.iso(german);
        }
        if (currency.equals("CAD") && AFT.matcher(own).matches()) {
            return ReturnReason.of(ReturnReason.Scheme.CANADA_AFT, own);
        }
        return ReturnReason.of(
                currency.equals("USD") && ACH.matcher(own).matches()
                        ? ReturnReason.Scheme.US_ACH
                        : ReturnReason.Scheme.PROPRIETARY,
                own);
    }
}
