/**
 * Reads invoice and payment exports (CSV) into a {@link io.receivables.core.ledger.Ledger}, and writes one.
 *
 * <p>Start at {@link io.receivables.files.CsvLedgerReader}; the format is described at {@link io.receivables.files}.
 */
module io.receivables.files {
    requires transitive io.receivables.core;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires static transitive org.jspecify;

    exports io.receivables.files;
}
