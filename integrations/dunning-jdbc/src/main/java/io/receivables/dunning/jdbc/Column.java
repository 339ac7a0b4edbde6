package io.receivables.dunning.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the table of events that say what an event is about; those that mean nothing for its kind are null. */
enum Column {
    LETTER_ID(Types.VARCHAR),
    DOCUMENT_ID(Types.VARCHAR),
    INSTALMENT(Types.INTEGER),
    STEP(Types.VARCHAR),
    CYCLE(Types.INTEGER),
    /** The id of a call, a hold, a debit, a recovery or an offer. */
    SUBJECT_ID(Types.VARCHAR),
    POLICY_ID(Types.VARCHAR),
    STEP_KIND(Types.VARCHAR),
    STEP_LEVEL(Types.INTEGER),
    CHANNEL(Types.VARCHAR),
    TEMPLATE(Types.VARCHAR),
    AMOUNT(Types.BIGINT),
    CURRENCY(Types.VARCHAR),
    FEE(Types.BIGINT),
    FEE_CURRENCY(Types.VARCHAR),
    ATTEMPT(Types.INTEGER),
    /** Which of the events of its day and content it is; of an event that nobody gave a name. */
    OCCURRENCE(Types.INTEGER),
    /** What sales said; of a failure, whether it was the last. */
    ANSWER(Types.BOOLEAN),
    UNTIL_DATE(Types.DATE),
    /** The outcome of a call, the reason of a hold, how a letter was acknowledged. */
    CODE(Types.VARCHAR),
    /** A note, a reason, a receipt: what people wrote. */
    WORDS(Types.VARCHAR);

    private final int type;

    Column(int type) {
        this.type = type;
    }

    /** The names of all columns, in their order. */
    static String names() {
        return Arrays.stream(values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** A placeholder for each column. */
    static String placeholders() {
        return Arrays.stream(values()).map(column -> "?").collect(Collectors.joining(", "));
    }

    void write(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, type);
        } else {
            statement.setObject(index, value);
        }
    }

    /** The value at an index; null where there is none. */
    @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value = switch (type) {
            case Types.INTEGER -> row.getInt(index);
            case Types.BIGINT -> row.getLong(index);
            case Types.BOOLEAN -> row.getBoolean(index);
            case Types.DATE -> row.getObject(index, LocalDate.class);
            default -> row.getString(index);
        };
        return row.wasNull() ? null : value;
    }
}
