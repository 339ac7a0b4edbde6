package io.receivables.dunning.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.dunning.desk.DunningDesk;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** What the package's page shows. */
class PackageSnippetTest {
    private static final Path PAGE = Path.of("src/main/java/io/receivables/dunning/jdbc/package-info.java");

    @Test
    void a_desk_is_opened_over_a_database_as_the_page_shows_it() throws IOException, SQLException {
        Policies policies = Policies.of(DunningPolicy.of("standard", DunningStep.reminder(1, 3)));

        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:page", "sa", "");
        DunningDesk desk = DunningDesk.over(JdbcJournal.open(dataSource), policies);

        assertThat(desk.delivered("nothing", "delivered", Office.MONDAY).isRecorded())
                .isFalse();
        assertThat(page())
                .contains("JdbcConnectionPool.create(\"jdbc:h2:./receivables\", \"sa\", \"\")")
                .contains("DunningDesk.over(JdbcJournal.open(dataSource), policies)");
        assertThat(rows(dataSource, query())).isZero();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static String query() throws IOException {
        String text = page();
        int from = text.indexOf("select ");
        return text.substring(from, text.indexOf(" * }", from)).replace(" * ", " ");
    }

    private static int rows(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int rows = 0;
            while (found.next()) {
                rows++;
            }
            return rows;
        }
    }
}
