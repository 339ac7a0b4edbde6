package io.receivables.payments.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a socket that answers, or does not, in all the ways in which a remote side fails. */
@Timeout(20)
class JdkHttpExchangeTest {
    private final HttpExchange http = new JdkHttpExchange(HttpClient.newHttpClient(), Clock.systemUTC());

    /** What the remote side does once it has read the head of a request. */
    @FunctionalInterface
    private interface Remote {
        void answer(Socket socket) throws IOException;
    }

    private HttpResult send(Remote remote, Duration patience) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, remote));
            thread.setDaemon(true);
            thread.start();
            return http.send(request(server.getLocalPort()), call(patience));
        }
    }

    private static void serve(ServerSocket server, Remote remote) {
        try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            int matched = 0;
            while (matched < 4) {
                int next = in.read();
                matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : 0;
            }
            remote.answer(socket);
        } catch (IOException e) {
            // the client went away, as some of these tests have it
        }
    }

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pay?token=canary"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private static CallContext call(Duration patience) {
        return new CallContext("K-1", Clock.systemUTC().instant().plus(patience));
    }

    /** Until the client goes away. */
    private static void saysNothing(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void an_answer_is_given_as_it_came() throws IOException {
        HttpResult result = send(
                socket -> write(
                        socket, "HTTP/1.1 202 Accepted\r\nX-Id: 7\r\nContent-Length: 4\r\n\r\n{ü}".replace("ü", "12")),
                Duration.ofSeconds(10));

        HttpResult.Answer answer = (HttpResult.Answer) result;
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.headers().firstValue("x-id")).contains("7");
        assertThat(answer.body().text()).isEqualTo("{12}");
        assertThat(answer).hasToString("Answer[202, Payload[4 bytes]]");
    }

    @Test
    void a_failure_is_an_answer_too() throws IOException {
        HttpResult result =
                send(socket -> write(socket, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"), Duration.ofSeconds(10));

        assertThat(((HttpResult.Answer) result).isSuccess()).isFalse();
        assertThat(((HttpResult.Answer) result).body().size()).isZero();
    }

    @Test
    void where_nobody_listens_nothing_was_sent() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        HttpResult result = http.send(request(port), call(Duration.ofSeconds(10)));

        assertThat(result.kind()).isEqualTo(HttpResult.Kind.NOT_SENT);
        assertThat(result.toString()).doesNotContain("canary");
    }

    @Test
    void a_name_that_does_not_exist_takes_nothing() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://nobody.invalid/")).build();

        assertThat(http.send(request, call(Duration.ofSeconds(10))).kind()).isEqualTo(HttpResult.Kind.NOT_SENT);
    }

    @Test
    void where_no_time_is_left_nothing_is_sent() {
        assertThat(http.send(request(1), call(Duration.ZERO)).kind()).isEqualTo(HttpResult.Kind.NOT_SENT);
    }

    @Test
    void a_connection_that_ends_without_an_answer_leaves_it_unknown() throws IOException {
        HttpResult result = send(Socket::close, Duration.ofSeconds(10));

        assertThat(result.kind()).isEqualTo(HttpResult.Kind.UNKNOWN);
        assertThat(result.toString()).doesNotContain("canary");
    }

    @Test
    void half_an_answer_leaves_it_unknown() throws IOException {
        HttpResult result = send(
                socket -> {
                    write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                    socket.close();
                },
                Duration.ofSeconds(10));

        assertThat(result.kind()).isEqualTo(HttpResult.Kind.UNKNOWN);
    }

    @Test
    void what_is_no_http_leaves_it_unknown() throws IOException {
        assertThat(send(socket -> write(socket, "220 mail.example ready\r\n\r\n"), Duration.ofSeconds(10))
                        .kind())
                .isEqualTo(HttpResult.Kind.UNKNOWN);
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_not_waited_for() throws IOException {
        assertThat(send(JdkHttpExchangeTest::saysNothing, Duration.ofMillis(200))
                        .kind())
                .isEqualTo(HttpResult.Kind.UNKNOWN);
    }

    @Test
    void an_answer_without_end_is_given_up() throws IOException {
        HttpResult result = send(
                socket -> {
                    write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
                    while (!Thread.currentThread().isInterrupted()) {
                        write(socket, chunk);
                    }
                },
                Duration.ofSeconds(15));

        assertThat(result.kind()).isEqualTo(HttpResult.Kind.UNKNOWN);
    }

    @Test
    void a_client_that_follows_redirects_is_refused() {
        HttpClient follows = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdkHttpExchange(follows, Clock.systemUTC()))
                .withMessageStartingWith("the client's redirects are NORMAL");
    }

    @Test
    void whoever_is_interrupted_stays_so() throws IOException {
        Thread.currentThread().interrupt();

        assertThat(send(JdkHttpExchangeTest::saysNothing, Duration.ofSeconds(10))
                        .kind())
                .isEqualTo(HttpResult.Kind.UNKNOWN);
        assertThat(Thread.interrupted()).isTrue();
    }
}
