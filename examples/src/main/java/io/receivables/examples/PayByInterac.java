package io.receivables.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.receivables.core.Allocation;
import io.receivables.core.Customer;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.core.ledger.OpenItem;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.letters.Contact;
import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.LetterFacts;
import io.receivables.dunning.letters.LetterSubject;
import io.receivables.dunning.letters.LetterWriter;
import io.receivables.dunning.letters.WrittenLetter;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.metrics.dso.Dso;
import io.receivables.metrics.dso.DsoMethod;
import io.receivables.payments.desk.InMemoryPaymentJournal;
import io.receivables.payments.desk.PaymentDesk;
import io.receivables.payments.desk.PaymentDeskOptions;
import io.receivables.payments.desk.PaymentProviders;
import io.receivables.payments.desk.PaymentRequests;
import io.receivables.payments.desk.PaymentState;
import io.receivables.payments.desk.ProviderSetup;
import io.receivables.payments.desk.Receipt;
import io.receivables.payments.desk.SettledPage;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.HttpResult;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.http.JdkHttpExchange;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A reminder that can be paid in two clicks: dunning writes letters with a link, the desk asks for the payments by Interac e-Transfer,
 * the customers pay at a server on this machine that answers as a bank does, its webhooks come twice, and once before the call
 * that asked for the payment returned; the ledger shows the invoices settled, and DSO moves.
 *
 * <pre>{@code
 * mvn -q -pl examples -am compile exec:java -Dexec.mainClass=io.receivables.examples.PayByInterac
 * }</pre>
 */
public final class PayByInterac {
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
    private static final String PROVIDER = "interac";

    private final PrintStream out;
    private final Time time;
    private final InteracFake bank;
    private final PaymentDesk desk;
    private final PaymentProviders providers;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private boolean isPayerInAHurry;
    private Ledger ledger = ledger();
    private String cursor = "";
    private URI webhook = URI.create("");

    private PayByInterac(PrintStream out, Time time, InteracFake bank) {
        this.out = out;
        this.time = time;
        this.bank = bank;
        this.providers = PaymentProviders.load(List.of(setup()), runtime());
        this.desk = PaymentDesk.with(new InMemoryPaymentJournal(), providers, PaymentDeskOptions.of(time, TORONTO));
    }

    public static void main(String[] args) throws IOException {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) throws IOException {
        Time time = new Time();
        try (InteracFake bank = InteracFake.start(time)) {
            PayByInterac example = new PayByInterac(out, time, bank);
            HttpServer webhooks = example.webhooks();
            try {
                example.tell();
            } finally {
                webhooks.stop(0);
                example.providers.close();
            }
        }
    }

    // ---- what an application brings along

    /** A clock of its own, so that the story is always told at the same time. */
    private static final class Time implements InstantSource {
        private static final Instant NINE = Instant.parse("2026-05-11T13:00:00Z");

        private Duration passed = Duration.ZERO;

        @Override
        public synchronized Instant instant() {
            return NINE.plus(passed);
        }

        synchronized void pass(Duration time) {
            passed = passed.plus(time);
        }
    }

    private static Ledger ledger() {
        return Ledger.builder()
                .customer(Customer.of("MT", "Menuiserie Tremblay").with(Customer.LANGUAGE, "fr"))
                .customer(Customer.of("NL", "Northern Lumber"))
                .invoice(invoice("F-1042", "MT", "2026-03-31", "4600.00"))
                .invoice(invoice("F-1057", "MT", "2026-04-30", "1250.50"))
                .invoice(invoice("F-1049", "NL", "2026-04-20", "3100.00"))
                .invoice(invoice("F-1071", "NL", "2026-05-31", "2000.00"))
                .build();
    }

    private static Invoice invoice(String id, String customerId, String due, String amount) {
        LocalDate dueDate = LocalDate.parse(due);
        return Invoice.of(id, customerId, dueDate.minusDays(30), Money.of(amount, "CAD"))
                .dueOn(dueDate);
    }

    private static Policies policies() {
        return Policies.of(DunningPolicy.of(
                        "link", DunningStep.reminder(1, 5).by(Channel.EMAIL).withPaymentLink())
                .onCalendar(DunningPolicy.EVERY_DAY)
                .catchingUp(CatchUp.MOST_SEVERE));
    }

    private ProviderSetup setup() {
        Map<String, String> values = Map.ofEntries(
                Map.entry("baseUrl", bank.bank().toString()),
                Map.entry("clientId", InteracFake.CLIENT_ID),
                Map.entry("keyId", InteracFake.CLIENT_KEY_ID),
                Map.entry("audience", InteracFake.TOKEN_AUDIENCE),
                Map.entry("scope", InteracFake.SCOPE),
                Map.entry("customerProfileId", InteracFake.CUSTOMER_PROFILE_ID),
                Map.entry("creditorName", "Équipement Boréal inc."),
                Map.entry("bankKeys", InteracFake.bankPublicKey()),
                Map.entry("messageIssuer", InteracFake.MESSAGE_ISSUER),
                Map.entry("messageAudience", InteracFake.MESSAGE_AUDIENCE));
        Map<String, Secret> secrets = Map.of(
                "privateKey", Secret.of(InteracFake.clientPrivateKey()),
                "apiKey", Secret.of(InteracFake.API_KEY),
                "creditorAccount", Secret.of("0006-00412-1234567"));
        return new ProviderSetup(PROVIDER, "interac-bank", values, secrets);
    }

    /** HTTP by the JDK's client, before a payer who may pay before the bank's answer is back. */
    private ProviderRuntime runtime() {
        JdkHttpExchange http = new JdkHttpExchange(client, time);
        return new ProviderRuntime(time, names(), (request, call) -> hurried(http, request, call));
    }

    private HttpResult hurried(JdkHttpExchange http, HttpRequest request, CallContext call) {
        HttpResult result = http.send(request, call);
        boolean isRequest =
                request.method().equals("POST") && request.uri().getPath().endsWith("/requests");
        if (isPayerInAHurry && isRequest) {
            isPayerInAHurry = false;
            newest().becomesAvailable().deposit();
        }
        return result;
    }

    private static Supplier<String> names() {
        List<String> made = new ArrayList<>();
        return () -> {
            made.add("");
            return "example-" + made.size();
        };
    }

    /** The application's own web server: it hands bytes and headers on, and answers what the desk says. */
    private HttpServer webhooks() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhooks/interac", this::receive);
        server.start();
        webhook = URI.create("http://localhost:" + server.getAddress().getPort() + "/webhooks/interac");
        bank.notifyAt(webhook);
        return server;
    }

    private void receive(HttpExchange http) throws IOException {
        try (http) {
            InboundMessage message = new InboundMessage(
                    HttpHeaders.of(http.getRequestHeaders(), (name, value) -> true),
                    Payload.of(http.getRequestBody().readAllBytes()),
                    time.instant());
            Receipt receipt = desk.receive(PROVIDER, message);
            out.println("  webhook: " + receipt.answer().status()
                    + (receipt.payments().isEmpty() ? ", about nothing that is known yet" : ", look it up"));
            http.sendResponseHeaders(receipt.answer().status(), -1);
        }
    }

    // ---- the story

    private void tell() {
        out.println("On " + TODAY + " " + open() + " is open; " + dso());
        for (Letter letter : plan().letters()) {
            isPayerInAHurry = letter.customerId().equals("NL");
            send(letter);
        }
        time.pass(Duration.ofHours(2));
        out.println();
        out.println("Two hours later Menuiserie Tremblay approves, and the bank deposits the money.");
        FakeRequest request = bank.requests().get(0);
        request.becomesAvailable().accept();
        book("The payer's word is no money: ");
        request.deposit();
        out.println("The bank sends its last message again.");
        again();
        book("");
        out.println();
        out.println("On " + TODAY + " " + open() + " is open; " + dso());
        desk.paymentsAfter("", 10).forEach(payment -> out.println("  " + line(payment)));
    }

    private DunningPlan plan() {
        return DunningRun.plan(
                CollectionLog.of(ledger, List.of()), Cases.none(), policies(), DunningOptions.standard(TODAY));
    }

    private void send(Letter letter) {
        String name = ledger.customer(letter.customerId()).orElseThrow().name();
        out.println();
        out.println("A reminder to " + name + (isPayerInAHurry ? ", who pays before the bank's answer is back:" : ":"));
        LetterWriter writer = LetterWriter.of(
                        Creditor.of("Équipement Boréal inc.", "1200, avenue des Érables", "Québec (Québec) G1R 2L5"),
                        id -> Contact.of(name, "1, rue Principale", "Québec (Québec)"))
                .withPaymentLinks(this::link);
        WrittenLetter written =
                writer.write(letter, LetterFacts.of(CollectionLog.of(ledger, List.of()), Cases.none(), policies()));
        written.text()
                .lines()
                .filter(line -> line.contains("https://"))
                .forEach(line -> out.println("  " + line.strip()));
        book("");
    }

    /** The link in a letter: asked for on the occasion of the letter, so however often it is written there is one payment. */
    private URI link(LetterSubject letter) {
        List<OpenItem> items = letter.claims().stream()
                .flatMap(claim -> ledger.items(claim.item().documentId(), TODAY).stream())
                .toList();
        Customer customer = ledger.customer(letter.customerId()).orElseThrow();
        Payer payer = Payer.of(customer.id(), customer.name())
                .language(letter.language())
                .email(customer.id().toLowerCase(Locale.ROOT) + "@example.com");
        PaymentState payment = desk.request(
                PROVIDER,
                PaymentRequests.forItems(payer, items, letter.letterId()).build());
        out.println("  " + line(payment));
        return payment.payerAction().flatMap(action -> action.link()).orElseThrow();
    }

    /** Has the desk do what is due, and the ledger take what came of it. */
    private void book(String before) {
        time.pass(Duration.ofMinutes(2));
        desk.work(100);
        SettledPage page = desk.settledSince(cursor, 100);
        ledger = ledger.with(page.facts());
        cursor = page.next();
        out.println("  " + before + (page.facts().isEmpty() ? "nothing to book" : "booked:"));
        page.facts().forEach(fact -> out.println("    " + line(fact)));
    }

    private static String line(Fact fact) {
        return switch (fact.kind()) {
            case PAYMENT -> "payment of " + ((Payment) fact).amount();
            case ALLOCATION -> "  " + ((Allocation) fact).amount() + " for " + ((Allocation) fact).documentId();
            default -> fact.kind().code() + " " + fact.id();
        };
    }

    /** A message that was sent is sent once more, as senders do that are not sure. */
    private void again() {
        var last = bank.notifications().get(bank.notifications().size() - 1);
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook);
        last.headers().forEach(request::header);
        try {
            client.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(last.body()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FakeRequest newest() {
        List<FakeRequest> requests = bank.requests();
        return requests.get(requests.size() - 1);
    }

    private static String line(PaymentState payment) {
        return payment.command().amount() + " of " + payment.command().payer().customerId() + " by "
                + payment.provider() + ": " + payment.stage().code();
    }

    private String open() {
        return ledger.balance(TODAY).values().stream()
                .map(Money::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("nothing");
    }

    private String dso() {
        return "DSO (count-back) is "
                + Dso.of(ledger, TODAY, DsoMethod.countBackDaily())
                        .in("CAD")
                        .value(1, RoundingMode.HALF_UP)
                        .map(value -> value + " days")
                        .orElse("not known");
    }
}
