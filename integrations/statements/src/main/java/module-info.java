/**
 * Reads what banks say of accounts: camt.052, camt.053, camt.054, MT940, MT942, BAI2, CSV and pain.002.
 *
 * <p>Start at {@link io.receivables.statements.StatementReader}.
 */
module io.receivables.statements {
    requires transitive io.receivables.core;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires static transitive org.jspecify;

    exports io.receivables.statements;
}
