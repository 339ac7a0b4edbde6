package io.receivables.examples.dunning;

import io.receivables.core.Customer;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.CreditPosition;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.Workers;
import io.receivables.dunning.Alert;
import io.receivables.dunning.policy.AlertKind;
import io.receivables.dunning.policy.Policies;
import io.receivables.metrics.Measure;
import io.receivables.metrics.Window;
import io.receivables.metrics.efficiency.Efficiency;
import io.receivables.metrics.efficiency.EfficiencyMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments and alerts from what customers did: how many days late the items were that they settled within a year, and
 * whether the last quarter of it was worse. Computed once, such as at each month-end, and asked for by every run of the
 * month, so that an alert is the same alert for that month.
 *
 * <pre>{@code
 * BehaviourSegments behaviour = BehaviourSegments.of(ledger, monthEnd, workers);
 * Policies policies = Policies.of(ReadyPolicies.france())
 *         .forSegment(BehaviourSegments.LATE, ReadyPolicies.strict(ReadyPolicies.france()))
 *         .segmentedBy(behaviour);
 * DunningOptions options = DunningOptions.standard(date).alerted(behaviour.alerts(log));
 * }</pre>
 *
 * <p>Who settled nothing within the year is in no segment: their stated one counts, or the company's policy. Of several
 * currencies the worst counts; days can be compared where amounts cannot.
 */
public final class BehaviourSegments implements Policies.Segmentation {
    /** Less than ten days late on average. */
    public static final String PROMPT = "prompt";

    /** Ten days late on average, or more. */
    public static final String LATE = "late";

    private static final Window YEAR = Window.days(365);
    private static final Window QUARTER = Window.days(91);
    private static final BigDecimal LATE_FROM = BigDecimal.TEN;
    private static final BigDecimal WORSE_BY = BigDecimal.TEN;

    private final LocalDate asOf;
    private final Map<String, BigDecimal> ofYear;
    private final Map<String, BigDecimal> ofQuarter;

    private BehaviourSegments(LocalDate asOf, Map<String, BigDecimal> ofYear, Map<String, BigDecimal> ofQuarter) {
        this.asOf = asOf;
        this.ofYear = ofYear;
        this.ofQuarter = ofQuarter;
    }

    /** The segments as of a date, which settlements up to it decide. */
    public static BehaviourSegments of(Ledger ledger, LocalDate asOf, Workers workers) {
        return new BehaviourSegments(
                asOf, daysLate(ledger, asOf, YEAR, workers), daysLate(ledger, asOf, QUARTER, workers));
    }

    /** The average days late of each customer who settled anything within a window, in their worst currency. */
    private static Map<String, BigDecimal> daysLate(Ledger ledger, LocalDate asOf, Window window, Workers workers) {
        Map<String, BigDecimal> worst = new HashMap<>();
        Efficiency.perCustomer(ledger, asOf, EfficiencyMethod.averageDaysLate().over(window), workers)
                .byCustomer()
                .forEach((customer, measures) -> measures.byCurrency().values().stream()
                        .flatMap((Measure measure) -> measure.value().stream())
                        .forEach(days -> worst.merge(customer, days, BigDecimal::max)));
        return worst;
    }

    @Override
    public String segmentOf(Customer customer) {
        BigDecimal days = ofYear.get(customer.id());
        if (days == null) {
            return "";
        }
        return days.compareTo(LATE_FROM) < 0 ? PROMPT : LATE;
    }

    /** Who pays later than they used to, and who owes more than their limit; by customer's id, worsening first. */
    public List<Alert> alerts(CollectionLog log) {
        List<Alert> alerts = new ArrayList<>();
        ofQuarter.keySet().stream()
                .sorted()
                .filter(this::isWorsening)
                .map(customer ->
                        new Alert("worsening " + customer + " " + asOf, customer, AlertKind.WORSENING_PAYER, asOf))
                .forEach(alerts::add);
        log.creditPositions(asOf).stream()
                .filter(CreditPosition::isBreached)
                .map(this::breach)
                .forEach(alerts::add);
        return alerts;
    }

    private boolean isWorsening(String customer) {
        BigDecimal quarter = ofQuarter.getOrDefault(customer, BigDecimal.ZERO);
        BigDecimal year = ofYear.getOrDefault(customer, quarter);
        return quarter.subtract(year).compareTo(WORSE_BY) >= 0;
    }

    private Alert breach(CreditPosition position) {
        String customer = position.customerId();
        String currency = position.limit().currency().getCurrencyCode();
        return new Alert("limit " + customer + " " + currency + " " + asOf, customer, AlertKind.LIMIT_BREACH, asOf);
    }
}
