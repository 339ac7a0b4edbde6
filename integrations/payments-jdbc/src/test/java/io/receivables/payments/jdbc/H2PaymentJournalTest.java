package io.receivables.payments.jdbc;

import static io.receivables.payments.desk.journal.EventSamples.requested;
import static io.receivables.payments.desk.journal.EventSamples.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.desk.PaymentJournal.Entry;
import io.receivables.payments.desk.PaymentJournal.Outcome;
import io.receivables.payments.desk.journal.EventParts;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2PaymentJournalTest extends JdbcPaymentJournalContract {
    @Override
    DataSource newDatabase() {
        return Databases.h2();
    }

    @Override
    DataSource sharedDatabase() {
        return Databases.shared("h2", Databases::h2);
    }

    @Test
    void a_journal_in_a_file_is_there_when_the_process_is_another(@TempDir Path folder) {
        empty();
        String url = "jdbc:h2:" + folder.resolve("receivables").toAbsolutePath();
        JdbcConnectionPool first = JdbcConnectionPool.create(url, "sa", "");
        assertThat(JdbcPaymentJournal.open(first).append("P", 0, List.of(requested("P"), settled("R"))))
                .isEqualTo(Outcome.APPENDED);
        first.dispose();

        JdbcConnectionPool second = JdbcConnectionPool.create(url, "sa", "");
        JdbcPaymentJournal journal = JdbcPaymentJournal.open(second);
        assertThat(EventParts.of(journal.events("P"))).isEqualTo(EventParts.of(List.of(requested("P"), settled("R"))));
        assertThat(journal.append("P", 2, List.of(settled("R")))).isEqualTo(Outcome.APPENDED);
        assertThat(journal.moneySince(0, 10)).containsExactly(new Entry(1, "P", 2), new Entry(2, "P", 3));
        second.dispose();
    }
}
