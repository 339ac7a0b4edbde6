package io.receivables.payments.tck;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpExchange;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.http.JdkHttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * Stands before a remote side on this machine and hands on what comes, one connection for each request, unless a {@link
 * Fault} is put in its way. It works on sockets, so that a client meets what it meets outside: connections that are refused,
 * reset, or end in the middle of an answer.
 *
 * <p>Requests are sent by {@link #exchange}, which numbers them. One that comes by any other way is a {@linkplain
 * #strays stray}.
 */
public final class FaultGateway implements AutoCloseable {
    /** Tells the gateway the number of a request; taken away before the request is handed on. */
    static final String NUMBER = "Tck-Number";

    /** No answer is held back for longer, whatever happens. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    /** For all gateways, and the client behind them. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(FaultGateway::daemon);

    private final InetSocketAddress remote;
    private final ServerSocket listener;
    private final Socket nobody;
    private final ServerSocket resetter;
    private final List<SentRequest> sent = new CopyOnWriteArrayList<>();
    private final List<Wire> late = new CopyOnWriteArrayList<>();
    private final Map<Integer, Fault> planned = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger strays = new AtomicInteger();
    private volatile Fault fault = Fault.NO_CONNECTION;
    private volatile Predicate<SentRequest> isHit = request -> false;
    private volatile CountDownLatch release = new CountDownLatch(1);
    private volatile IntConsumer before = number -> {};
    private volatile IntConsumer after = number -> {};

    private FaultGateway(InetSocketAddress remote) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        this.remote = remote;
        this.listener = new ServerSocket(0, 256, here);
        // bound and never listening: whoever connects is refused, and nobody else gets the port
        this.nobody = new Socket();
        nobody.bind(new InetSocketAddress(here, 0));
        this.resetter = new ServerSocket(0, 256, here);
        THREADS.execute(() -> accept(listener, this::serve));
        THREADS.execute(() -> accept(resetter, FaultGateway::resetEarly));
    }

    /** Begins to stand before an address on this machine. */
    public static FaultGateway before(URI remote) {
        try {
            return new FaultGateway(new InetSocketAddress(remote.getHost(), remote.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("no gateway before " + remote, e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tck-gateway");
        thread.setDaemon(true);
        return thread;
    }

    /** The address to talk to in place of the remote side's. */
    public URI address() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    /**
     * HTTP by way of this gateway.
     *
     * @param clock to know how much time a call has left
     */
    public HttpExchange exchange(InstantSource clock) {
        HttpExchange jdk = new JdkHttpExchange(SharedClient.CLIENT, clock);
        return (request, call) -> send(request, call, jdk);
    }

    private HttpResult send(HttpRequest request, CallContext call, HttpExchange jdk) {
        SentRequest told = new SentRequest(numbers.incrementAndGet(), request.method(), request.uri(), size(request));
        sent.add(told);
        HttpRequest.Builder numbered =
                HttpRequest.newBuilder(request, (name, value) -> true).setHeader(NUMBER, told.number() + "");
        if (isHit.test(told)) {
            if (fault == Fault.NO_CONNECTION) {
                numbered.uri(elsewhere(request.uri(), nobody.getLocalPort()));
            } else if (fault == Fault.RESET_EARLY) {
                numbered.uri(elsewhere(request.uri(), resetter.getLocalPort()));
            }
            planned.put(told.number(), fault);
        }
        return jdk.send(numbered.build(), call);
    }

    private static long size(HttpRequest request) {
        return request.bodyPublisher()
                .map(HttpRequest.BodyPublisher::contentLength)
                .orElse(0L);
    }

    /** The same address on another port of this machine. */
    private URI elsewhere(URI uri, int port) {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + port + uri.getRawPath());
    }

    /** Puts a fault in the way of some requests from now on, and counts them anew. */
    public void inject(Fault fault, Predicate<SentRequest> which) {
        countAnew();
        this.fault = fault;
        this.isHit = which;
    }

    /** Puts a fault in the way of the n-th request from now on, from 1. */
    public void inject(Fault fault, int number) {
        inject(fault, request -> request.number() == number);
    }

    /** Hands on everything from now on, and counts anew. */
    public void heal() {
        isHit = request -> false;
        countAnew();
    }

    private void countAnew() {
        release.countDown();
        release = new CountDownLatch(1);
        planned.clear();
        sent.clear();
        numbers.set(0);
    }

    /** What was sent since a fault was put in or the gateway was made well. */
    public List<SentRequest> sent() {
        return List.copyOf(sent);
    }

    /** How many requests came by another way than {@link #exchange}. */
    public int strays() {
        return strays.get();
    }

    /** Does something just before a request is handed on, told its number. */
    public void beforeHandingOn(IntConsumer action) {
        before = action;
    }

    /** Does something just after the remote side answered a request, told its number. */
    public void afterHandingOn(IntConsumer action) {
        after = action;
    }

    /** Hands on what a {@link Fault#REQUEST_LATE} held back. */
    public void deliverLate() {
        for (Wire request : late) {
            try {
                handOn(request);
            } catch (IOException e) {
                throw new UncheckedIOException("the remote side did not take a late request", e);
            }
        }
        late.clear();
    }

    private void accept(ServerSocket at, Consumer<Socket> served) {
        while (!at.isClosed()) {
            try {
                Socket client = at.accept();
                THREADS.execute(() -> served.accept(client));
            } catch (IOException e) {
                // closed, which ends the loop; or one connection less
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Wire request = Wire.read(client.getInputStream());
            Fault here = planned.get(request.number());
            if (request.number() == 0) {
                strays.incrementAndGet();
            }
            if (here == null) {
                answer(client, handOn(request).closing());
            } else {
                disturb(here, request, client);
            }
        } catch (IOException | InterruptedException e) {
            // the connection broke: what that means is for the client to find out
        }
    }

    private void disturb(Fault here, Wire request, Socket client) throws IOException, InterruptedException {
        Wire answer = here.reach() == Fault.Reach.THERE ? handOn(request) : Wire.NONE;
        switch (here) {
            case RESET_READ, ANSWER_LOST -> reset(client);
            case NO_CONNECTION, RESET_EARLY -> throw new IllegalStateException(here + " comes here by no way");
            case REQUEST_LATE -> {
                late.add(request);
                reset(client);
            }
            case ANSWER_LATE -> release.await(LONGEST_DELAY.toMillis(), TimeUnit.MILLISECONDS);
            case ANSWER_CUT -> answer(client, answer.cut());
            case ERROR_AFTERWARDS -> answer(client, Wire.answer("500 Internal Server Error", "", "proxy: upstream"));
            case ANSWER_GARBLED -> answer(client, Wire.answer("200 OK", "", "<html><pre>" + request.text()));
            case TURNED_AWAY -> answer(client, Wire.answer("503 Service Unavailable", "Retry-After: 120\r\n", ""));
            case TOO_MANY -> answer(client, Wire.answer("429 Too Many Requests", "Retry-After: 120\r\n", ""));
        }
    }

    private Wire handOn(Wire request) throws IOException {
        before.accept(request.number());
        try (Socket server = new Socket(remote.getAddress(), remote.getPort())) {
            server.setTcpNoDelay(true);
            acknowledgeAtOnce(server);
            server.getOutputStream().write(request.closing().bytes());
            server.getOutputStream().flush();
            Wire answer = Wire.read(server.getInputStream());
            after.accept(request.number());
            return answer;
        }
    }

    /** Where the machine can: a server that writes an answer in two parts waits for the first one to be acknowledged. */
    private static void acknowledgeAtOnce(Socket socket) throws IOException {
        for (SocketOption<?> option : socket.supportedOptions()) {
            if (option.name().equals("TCP_QUICKACK")) {
                @SuppressWarnings("unchecked") // as the JDK documents this option
                SocketOption<Boolean> quick = (SocketOption<Boolean>) option;
                socket.setOption(quick, true);
            }
        }
    }

    private static void answer(Socket client, Wire answer) throws IOException {
        client.setTcpNoDelay(true);
        client.getOutputStream().write(answer.bytes());
        client.getOutputStream().flush();
    }

    /** Not before the first byte: a connection that is reset sooner was never there, as far as clients can tell. */
    private static void resetEarly(Socket client) {
        try (client) {
            client.getInputStream().read();
            reset(client);
        } catch (IOException e) {
            // it is gone already
        }
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /** Ends the gateway, and lets go of whatever it holds back. */
    @Override
    public void close() {
        release.countDown();
        for (AutoCloseable socket : List.of(listener, resetter, nobody)) {
            try {
                socket.close();
            } catch (Exception e) {
                throw new IllegalStateException("a socket of the gateway does not close", e);
            }
        }
    }

    /** One client for all gateways: it holds threads that end with it only. */
    private static final class SharedClient {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(THREADS)
                .build();
    }
}
