package io.receivables.dunning.work;

import java.math.BigDecimal;

/** Tells how probable it is that an item is collected. Whoever has a better model than age gives their own. */
@FunctionalInterface
public interface Estimator {
    /**
     * The probability that what is collectable of an item will be paid, from 0 to 1. The same question gets the same
     * answer.
     */
    BigDecimal probability(Prospect prospect);

    /**
     * A probability that falls with age. The figures are a default of this library so that a list can be ordered at all:
     * they follow the common experience that old debts are paid less often, and are neither a statistic nor anybody's
     * published figures. Who has a history of their own should count there.
     *
     * <table>
     *   <caption>Probability by days past due</caption>
     *   <tr><th>up to</th><td>0</td><td>30</td><td>60</td><td>90</td><td>180</td><td>365</td><td>beyond</td></tr>
     *   <tr><th>probability</th><td>0.98</td><td>0.95</td><td>0.85</td><td>0.75</td><td>0.50</td><td>0.25</td><td>0.10</td></tr>
     * </table>
     */
    static Estimator byAge() {
        return prospect -> AgeTable.probability(prospect.daysPastDue());
    }
}
