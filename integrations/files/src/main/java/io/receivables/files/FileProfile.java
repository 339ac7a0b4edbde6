package io.receivables.files;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a file has found.
 *
 * @param file its name
 * @param encoding how it is decoded
 * @param encodingIs how that is known
 * @param damaged how many sequences of bytes are no text of the encoding
 * @param dialect how it is cut into cells
 * @param titles the lines above the header
 * @param header its header
 * @param columns its columns
 * @param rows rows with data
 * @param headings rows of a single cell, if the first row is one
 * @param byType what rows of each type are like; under the empty text where no column is known to be the type
 * @param sums how amounts of a row relate
 * @param ordered how due dates lie to issue dates, by the order in which they may be read
 */
record FileProfile(
        String file,
        Charset encoding,
        Encoding encodingIs,
        long damaged,
        Dialect dialect,
        List<String> titles,
        List<String> header,
        List<ColumnProfile> columns,
        long rows,
        long headings,
        Map<String, OfType> byType,
        Sums sums,
        Ordered ordered) {
    /** How an encoding is known. */
    enum Encoding {
        GIVEN,
        MARKED,
        PROVEN,
        ASSUMED
    }

    /** Rows of one type. */
    static final class OfType {
        long rows;
        long positive;
        long negative;
        long blankDueOfDebit;
        long blankDueOfCredit;
        long blankCurrency;

        boolean carriesAmounts() {
            return positive + negative > 0;
        }
    }

    /** How often rows hold what their columns should. */
    static final class Sums {
        long netAndTax;
        long netPlusTaxIsAmount;
        long withPaid;
        long amountLessPaidIsOpen;
        long withOpen;
        long openBeyondAmount;
    }

    /** How often the due date is before the issue date, where both can be read in the orders DMY and MDY. */
    static final class Ordered {
        long rows;
        long dayFirstWrong;
        long monthFirstWrong;
    }

    @Nullable ColumnProfile column(int index) {
        return index < 0 || index >= columns.size() ? null : columns.get(index);
    }
}
