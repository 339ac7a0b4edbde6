package io.receivables.payments.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.payments.desk.PaymentDesk;
import io.receivables.payments.desk.PaymentDeskOptions;
import io.receivables.payments.desk.PaymentProviders;
import io.receivables.payments.desk.journal.EventSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** What the package's page shows. */
class PackageSnippetTest {
    private static final Path PAGE = Path.of("src/main/java/io/receivables/payments/jdbc/package-info.java");

    @Test
    void a_desk_is_opened_over_a_database_as_the_page_shows_it() throws IOException {
        PaymentProviders providers = PaymentProviders.of(Map.of());
        PaymentDeskOptions options = PaymentDeskOptions.of(InstantSource.fixed(EventSamples.T), ZoneOffset.UTC);

        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:page", "sa", "");
        PaymentDesk desk = PaymentDesk.with(JdbcPaymentJournal.open(dataSource), providers, options);

        assertThat(desk.payment("P")).isEmpty();
        assertThat(page())
                .contains("JdbcConnectionPool.create(\"jdbc:h2:./receivables\", \"sa\", \"\")")
                .contains("PaymentDesk.with(JdbcPaymentJournal.open(dataSource), providers, options)");
    }

    @Test
    void what_happened_to_a_payment_is_found_with_the_query_of_the_page() throws IOException {
        DataSource dataSource = JdbcConnectionPool.create("jdbc:h2:mem:query", "sa", "");
        JdbcPaymentJournal.open(dataSource)
                .append(
                        "P",
                        0,
                        List.of(
                                EventSamples.requestedBy("interac", "P", "K", "F-1"),
                                EventSamples.acknowledged("CA1MRk2s7")));

        assertThat(Databases.rows(dataSource, query()))
                .containsExactly(
                        "P|1|requested|{\"provider\":\"interac\",\"key\":\"K\",\"command\":{\"paymentId\":\"P\","
                                + "\"payer\":{\"customerId\":\"ACME\",\"name\":\"Acme Inc.\",\"language\":\"en\"},"
                                + "\"shares\":[{\"documentId\":\"F-1\",\"instalment\":1,"
                                + "\"amount\":{\"minorUnits\":10000,\"currency\":\"CAD\"},\"dueDate\":\"2026-05-04\"}],"
                                + "\"reference\":\"\",\"message\":\"\"}}",
                        "P|2|acknowledged|{\"providerRef\":\"CA1MRk2s7\",\"by\":\"\"}");
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static String query() throws IOException {
        String text = page();
        int from = text.indexOf("select ");
        return text.substring(from, text.indexOf(" * }", from)).replace(" * ", " ");
    }
}
