package io.receivables.metrics;

import io.receivables.core.Convention;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The measures, with the names that the field uses for them. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum MeasureKind implements Convention {
    SIMPLE_DSO(
            "simple-dso",
            Unit.DAYS,
            List.of("simple DSO", "accounting DSO", "days sales outstanding"),
            List.of("DSO comptable", "DSO", "NJC"),
            "receivables / sales x days; Credit Research Foundation, quarterly DSO"),
    COUNT_BACK_DSO_MONTHLY(
            "count-back-dso-monthly",
            Unit.DAYS,
            List.of("count-back DSO", "exhaustion DSO", "roll-back DSO"),
            List.of("DSO par épuisement", "DSO par apurement"),
            "sales are consumed month by month backwards until the receivables are used up; FR: méthode par épuisement"),
    COUNT_BACK_DSO_DAILY(
            "count-back-dso-daily",
            Unit.DAYS,
            List.of("daily count-back DSO"),
            List.of("DSO par épuisement journalier"),
            "as count-back DSO, day by day"),
    BEST_POSSIBLE_DSO(
            "best-possible-dso",
            Unit.DAYS,
            List.of("best-possible DSO"),
            List.of("DSO contractuel"),
            "receivables not past due / sales x days; Credit Research Foundation"),
    AVERAGE_DAYS_DELINQUENT(
            "average-days-delinquent",
            Unit.DAYS,
            List.of("average days delinquent", "overdue DSO"),
            List.of("DSO retard"),
            "DSO - best-possible DSO; Credit Research Foundation"),
    DELINQUENT_DSO(
            "delinquent-dso",
            Unit.DAYS,
            List.of("delinquent DSO"),
            List.of("DSO échu"),
            "past-due receivables / sales x days; Oracle JD Edwards, delinquent DSO"),
    DISPUTE_DSO(
            "dispute-dso",
            Unit.DAYS,
            List.of("dispute DSO"),
            List.of("DSO litiges"),
            "disputed receivables / sales x days"),
    PURE_LATENESS_DSO(
            "pure-lateness-dso",
            Unit.DAYS,
            List.of("pure lateness DSO"),
            List.of("DSO retard hors litiges", "DSO retard pur"),
            "average days delinquent - dispute DSO"),
    TRUE_DSO(
            "true-dso",
            Unit.DAYS,
            List.of("true DSO"),
            List.of("DSO réel"),
            "sum over open documents of age x amount / sales of the month of origin; Oracle Advanced Collections"),
    ROLLING_DSO(
            "rolling-dso",
            Unit.DAYS,
            List.of("rolling DSO", "averaged DSO"),
            List.of("DSO moyen", "DSO glissant"),
            "mean of the last month-end DSOs"),
    RECEIVABLES_AT_DSO(
            "receivables-at-dso",
            Unit.CURRENCY,
            List.of("receivables at a DSO"),
            List.of("créances pour un DSO donné"),
            "annual sales x DSO / days of the year"),
    CASH_FREED(
            "cash-freed",
            Unit.CURRENCY,
            List.of("cash freed by a DSO change"),
            List.of("trésorerie libérée"),
            "annual sales x (DSO before - DSO after) / days of the year"),
    CEI(
            "cei",
            Unit.PERCENT,
            List.of("collection effectiveness index", "CEI"),
            List.of("indice d'efficacité du recouvrement"),
            "(opening + sales - closing) / (opening + sales - closing current) x 100; Credit Research Foundation"),
    TURNOVER(
            "receivables-turnover",
            Unit.TIMES,
            List.of("receivables turnover"),
            List.of("rotation des créances"),
            "sales / average receivables"),
    OVERDUE_RATIO(
            "overdue-ratio",
            Unit.PERCENT,
            List.of("overdue ratio"),
            List.of("taux d'échu"),
            "overdue receivables / receivables x 100"),
    DISPUTE_RATIO(
            "dispute-ratio",
            Unit.PERCENT,
            List.of("dispute ratio"),
            List.of("taux de litiges"),
            "disputed receivables / receivables x 100"),
    TOP_DEBTORS_SHARE(
            "top-debtors-share",
            Unit.PERCENT,
            List.of("share of the largest debtors", "concentration ratio"),
            List.of("part des plus gros débiteurs", "taux de concentration"),
            "open debit items of the n customers who owe most / all open debit items x 100"),
    HERFINDAHL_HIRSCHMAN_INDEX(
            "herfindahl-hirschman-index",
            Unit.POINTS,
            List.of("Herfindahl-Hirschman index", "HHI"),
            List.of("indice de Herfindahl-Hirschman", "IHH"),
            "sum over customers of (open debit items in percent of all)²: 10,000 for a single debtor, 10,000 / n for n"
                    + " equal ones; Hirschman 1945, Herfindahl 1950"),
    BAD_DEBT_RATIO(
            "bad-debt-ratio",
            Unit.PERCENT,
            List.of("bad-debt ratio"),
            List.of("taux de pertes sur créances"),
            "written off / sales x 100"),
    RECOVERY_RATE(
            "recovery-rate",
            Unit.PERCENT,
            List.of("recovery rate"),
            List.of("taux de recouvrement"),
            "cash collected / receivables fallen due x 100"),
    DAYS_TO_PAY(
            "days-to-pay",
            Unit.DAYS,
            List.of("average days to pay"),
            List.of("délai moyen de paiement"),
            "mean of the days from issue to payment"),
    WEIGHTED_DAYS_TO_PAY(
            "weighted-days-to-pay",
            Unit.DAYS,
            List.of("weighted days to pay"),
            List.of("délai moyen de paiement constaté"),
            "sum(amount x days from issue to payment) / sum(amount)"),
    EXPONENTIAL_DAYS_TO_PAY(
            "exponential-days-to-pay",
            Unit.DAYS,
            List.of("exponentially smoothed days to pay"),
            List.of("délai de paiement lissé"),
            "weight x new days + (1 - weight) x previous average"),
    DAYS_BEYOND_TERMS(
            "days-beyond-terms",
            Unit.DAYS,
            List.of("average days beyond terms"),
            List.of("retard moyen simple"),
            "mean of payment date - due date"),
    WEIGHTED_DAYS_BEYOND_TERMS(
            "weighted-days-beyond-terms",
            Unit.DAYS,
            List.of("days beyond terms", "DBT"),
            List.of("retard moyen"),
            "sum(amount x (payment date - due date)) / sum(amount)"),
    AVERAGE_DAYS_LATE(
            "average-days-late",
            Unit.DAYS,
            List.of("average days late"),
            List.of("retard moyen des postes soldés"),
            "mean over settled items of max(0, settled date - due date)"),
    ROLL_FORWARD(
            "roll-forward",
            Unit.CURRENCY,
            List.of("receivables roll-forward"),
            List.of("évolution de l'encours"),
            "opening receivables + credit sales - receipts"),
    LOSS_EQUIVALENT_SALES(
            "loss-equivalent-sales",
            Unit.CURRENCY,
            List.of("sales to make up for a loss"),
            List.of("chiffre d'affaires compensant une perte"),
            "loss / margin"),
    PROMISES_KEPT(
            "promises-kept",
            Unit.PERCENT,
            List.of("promise-kept ratio"),
            List.of("taux de promesses tenues"),
            "promises kept in full / promises whose time ran out x 100"),
    PROMISES_KEPT_BY_AMOUNT(
            "promises-kept-by-amount",
            Unit.PERCENT,
            List.of("promise-kept ratio by amount"),
            List.of("taux de promesses tenues en montant"),
            "received in time / promised x 100, of promises whose time ran out"),
    CREDIT_LIMIT_USE(
            "credit-limit-use",
            Unit.PERCENT,
            List.of("credit-limit use", "credit utilisation"),
            List.of("utilisation des limites de crédit"),
            "sum of exposures above zero / sum of limits x 100"),
    REMINDERS_SENT(
            "reminders-sent",
            Unit.COUNT,
            List.of("number of reminders"),
            List.of("nombre de rappels"),
            "reminders of a level sent in a period"),
    DELIVERY_TO_INVOICE_LAG(
            "delivery-to-invoice-lag",
            Unit.DAYS,
            List.of("delivery-to-invoice lag", "billing lag"),
            List.of("délai de facturation"),
            "mean of issue date - delivery date"),
    WEIGHTED_DELIVERY_TO_INVOICE_LAG(
            "weighted-delivery-to-invoice-lag",
            Unit.DAYS,
            List.of("weighted delivery-to-invoice lag"),
            List.of("délai de facturation pondéré"),
            "sum(amount x (issue date - delivery date)) / sum(amount)"),
    MEDIAN_DELIVERY_TO_INVOICE_LAG(
            "median-delivery-to-invoice-lag",
            Unit.DAYS,
            List.of("median delivery-to-invoice lag"),
            List.of("délai de facturation médian"),
            "median of issue date - delivery date; of two middle ones their mean"),
    LATE_INVOICING_RATIO(
            "late-invoicing-ratio",
            Unit.PERCENT,
            List.of("share of invoices issued late"),
            List.of("part des factures émises tardivement"),
            "invoices issued more than n days after delivery / invoices with a delivery date x 100");

    private final String code;
    private final Unit unit;
    private final List<String> english;
    private final List<String> french;
    private final String citation;

    MeasureKind(String code, Unit unit, List<String> english, List<String> french, String citation) {
        this.code = code;
        this.unit = unit;
        this.english = english;
        this.french = french;
        this.citation = citation;
    }

    /** The pinned text of this measure in files and stores: its canonical name. */
    public String code() {
        return code;
    }

    @Override
    public String canonicalName() {
        return code;
    }

    @Override
    public List<String> aliases() {
        return Stream.concat(english.stream(), french.stream()).toList();
    }

    public Unit unit() {
        return unit;
    }

    /** The names in use, the usual one first: French where the locale's language is French, English otherwise. */
    public List<String> names(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }

    /** The formula, and who publishes it where it is not common property. */
    @Override
    public String citation() {
        return citation;
    }

    /** The measure of a canonical, English or French name, in any letter case. */
    public static Optional<MeasureKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> Stream.of(List.of(kind.code), kind.english, kind.french)
                        .flatMap(List::stream)
                        .anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
