/**
 * A server on this machine that answers as Interac e-Transfer Request Money does, for tests.
 *
 * <p>Start at {@link io.receivables.payments.interac.fake.InteracFake}.
 */
module io.receivables.payments.interac.fake {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires jdk.httpserver;
    requires static transitive org.jspecify;

    exports io.receivables.payments.interac.fake;
}
