package io.receivables.payments.interac.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A money request at the server, and the payer who acts on it. Whatever would not happen, such as a deposit of what the payer
 * declined, is an {@link IllegalStateException}; {@link #says} shows the seller anything all the same.
 */
public final class FakeRequest {
    private final InteracFake fake;
    private final FakeDialect dialect;
    private final String reference;
    private final String paymentId;
    private final Instant created;
    private String key;
    private BigDecimal amount;
    private Instant expiry;
    private JsonNode body;
    private FakeStatus status = FakeStatus.INITIATED;
    private FakeNotice notice = FakeNotice.PENDING;
    private int notices;
    private @Nullable BigDecimal fulfilled;
    private @Nullable Instant accepted;
    private @Nullable Integer otherNumber;
    private @Nullable String otherName;

    FakeRequest(InteracFake fake, FakeDialect dialect, int number, Instant created, Terms terms) {
        this.fake = fake;
        this.dialect = dialect;
        this.reference = "CA1MR" + (1_000_000 + number);
        this.paymentId = "PAY" + (1_000_000 + number);
        this.created = created;
        this.key = terms.key();
        this.amount = terms.amount();
        this.expiry = terms.expiry();
        this.body = terms.body();
    }

    /**
     * What the seller asked for.
     *
     * @param body as it came
     */
    record Terms(String key, BigDecimal amount, Instant expiry, JsonNode body) {}

    void change(Terms terms) {
        key = terms.key();
        amount = terms.amount();
        expiry = terms.expiry();
        body = terms.body();
    }

    /** The dialect in which it was asked for. */
    public FakeDialect dialect() {
        return dialect;
    }

    /** The name that the public API gives it. */
    public String reference() {
        return reference;
    }

    /** The name that the bank gives it. */
    public String paymentId() {
        return paymentId;
    }

    /** The name that the seller gave it. */
    public String key() {
        return fake.locked(() -> key);
    }

    /** The amount that was asked for, in CAD. */
    public BigDecimal amount() {
        return fake.locked(() -> amount);
    }

    /** When it ends by itself. */
    public Instant expiry() {
        return fake.locked(() -> expiry);
    }

    /** The JSON by which it was asked for, or changed last. */
    public String body() {
        return fake.locked(() -> Texts.write(body));
    }

    /** Where it stands, by the server's clock. */
    public FakeStatus status() {
        return fake.locked(this::current);
    }

    public FakeNotice notice() {
        return fake.locked(() -> notice);
    }

    /** How often the payer was told. */
    public int notices() {
        return fake.locked(() -> notices);
    }

    /** Where the payer acts. */
    public URI page() {
        return URI.create("https://etransfer.interac.ca/fake?rID=" + reference + "&fiID=CA000001&lang=en");
    }

    /** The message to the payer arrives: from now on they may act. */
    public FakeRequest becomesAvailable() {
        return changed(() -> {
            demand(status == FakeStatus.INITIATED, "become available");
            status = FakeStatus.AVAILABLE;
            notice = FakeNotice.SENT;
            notices++;
        });
    }

    /** The message to the payer does not arrive. */
    public FakeRequest noticeIs(FakeNotice said) {
        return changed(() -> notice = said);
    }

    /** The payer approves. No money moved yet. */
    public FakeRequest accept() {
        return changed(() -> {
            demand(current().isOpen(), "be accepted");
            status = FakeStatus.FULFILLED;
            accepted = fake.now();
        });
    }

    /** What the payer approved is deposited; a payer who did not approve does so first. */
    public FakeRequest deposit() {
        return deposit(amount());
    }

    /** Another amount is deposited than was asked for. */
    public FakeRequest deposit(BigDecimal deposited) {
        if (status().isOpen()) {
            accept();
        }
        return changed(() -> {
            demand(status == FakeStatus.FULFILLED || status == FakeStatus.DEPOSIT_FAILED, "be deposited");
            status = FakeStatus.DEPOSIT_COMPLETE;
            fulfilled = deposited;
        });
    }

    /** What the payer approved cannot be deposited; a payer who did not approve does so first. */
    public FakeRequest failDeposit() {
        if (status().isOpen()) {
            accept();
        }
        return changed(() -> {
            demand(status == FakeStatus.FULFILLED, "fail to be deposited");
            status = FakeStatus.DEPOSIT_FAILED;
        });
    }

    /** The payer says no. */
    public FakeRequest decline() {
        return ends(FakeStatus.DECLINED);
    }

    /** It ends, whatever its expiry says. */
    public FakeRequest expire() {
        return ends(FakeStatus.EXPIRED);
    }

    /** Somebody takes it back by other means than the API. */
    public FakeRequest cancel() {
        return ends(FakeStatus.CANCELLED);
    }

    private FakeRequest ends(FakeStatus end) {
        return changed(() -> {
            demand(current().isOpen(), "be " + end);
            status = end;
        });
    }

    /** The seller is shown this status from now on, also one that nobody knows. */
    public FakeRequest says(int number, String bankName) {
        return changed(() -> {
            otherNumber = number;
            otherName = bankName;
        });
    }

    /**
     * The payer pays less for an item of a bank's request, such as after a deduction. What is deposited is told apart.
     *
     * @param document the item, by its document's number
     */
    public FakeRequest remits(String document, BigDecimal remitted) {
        return changed(() -> {
            ObjectNode entry = entry(document)
                    .orElseThrow(
                            () -> new IllegalArgumentException("request " + paymentId + " is not for " + document));
            entry.withObject("/referred_document_amount/remitted_amount")
                    .put("amount", remitted)
                    .put("currency", "CAD");
        });
    }

    private Optional<ObjectNode> entry(String document) {
        for (JsonNode entry : body.at("/data/remittance_information/structured")) {
            String number = entry.at("/referred_document_information/0/number").asText();
            if (number.equals(document)) {
                return Optional.of((ObjectNode) entry);
            }
        }
        return Optional.empty();
    }

    private FakeRequest changed(Runnable change) {
        fake.locked(() -> {
            change.run();
            return true;
        });
        fake.notifyOf(this);
        return this;
    }

    private void demand(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("request " + reference + " is " + current() + " and cannot " + what);
        }
    }

    /** Where it stands: open no longer once its time is over. Held by the server's lock, as all that follows. */
    FakeStatus current() {
        boolean isOver = status.isOpen() && !fake.now().isBefore(expiry);
        return isOver ? FakeStatus.EXPIRED : status;
    }

    /** The seller's word: it can be taken back, changed and reminded of only while it is open. */
    void demandOpen() {
        if (!current().isOpen()) {
            throw Refusal.state("the request is " + current());
        }
    }

    void cancelBySeller() {
        demandOpen();
        status = FakeStatus.CANCELLED;
    }

    void remind() {
        demandOpen();
        notice = FakeNotice.SENT;
        notices++;
    }

    boolean isNamed(String name) {
        return reference.equals(name) || paymentId.equals(name);
    }

    boolean isMadeWithin(Instant from, Instant to) {
        return !created.isBefore(from) && !created.isAfter(to);
    }

    boolean isOf(FakeDialect other) {
        return dialect == other;
    }

    private int shownNumber() {
        return otherNumber == null ? current().number() : otherNumber;
    }

    private String shownName() {
        return otherName == null ? current().bankName() : otherName;
    }

    /** As the public API shows it: what was asked for, and what the server adds. */
    ObjectNode asMoneyRequest() {
        ObjectNode json = body.deepCopy();
        json.put("referenceNumber", reference)
                .put("creationDate", Texts.utc(created))
                .put("status", shownNumber())
                .put("notificationStatus", notice.number())
                .put("paymentGatewayUrl", page().toString());
        if (fulfilled != null) {
            json.put("fulfillAmount", fulfilled);
        }
        return json;
    }

    /** As a bank lists it. */
    ObjectNode asBankEntry() {
        ObjectNode json = Texts.object()
                .put("payment_id", paymentId)
                .put("request_reference", reference)
                .put("partial_fulfillment_allowed", false)
                .put("request_date", created.toString())
                .put("expiry_date", expiry.toString())
                .put("request_status", shownName())
                .put("notification_status", notice.name())
                .put("gateway_url", page().toString());
        cad(json.putObject("request_amount"), amount);
        return json;
    }

    /** As a bank shows it in full. */
    ObjectNode asBankDetail() {
        ObjectNode json = Texts.object()
                .put("payment_id", paymentId)
                .put("clearing_system_reference", reference)
                .put("original_end_to_end_identification", key)
                .put("transaction_status", current().transaction())
                .put("request_for_payment_status", shownName())
                .put("creation_datetime", created.toString())
                .put("expiry_date", expiry.toString());
        if (accepted != null) {
            json.put("acceptance_datetime", accepted.toString());
        }
        cad(json.putObject("amount"), fulfilled == null ? amount : fulfilled);
        json.set("remittance_information", body.at("/data/remittance_information"));
        return json;
    }

    private static void cad(ObjectNode json, BigDecimal amount) {
        json.put("amount", amount).put("currency", "CAD");
    }

    /** What a message of the public API says, by words of this server: no such message was ever published. */
    ObjectNode asHint() {
        return Texts.object()
                .put("referenceNumber", reference)
                .put("sourceMoneyRequestId", key)
                .put("status", shownNumber())
                .put("notificationStatus", notice.number());
    }

    /** The claims of a bank's message, beside who sends it to whom and when. */
    ObjectNode asClaims() {
        return Texts.object()
                .put("payment_id", paymentId)
                .put("event_name", "REQUEST_STATUS_CHANGED")
                .put("new_status", shownName());
    }

    @Override
    public String toString() {
        return "FakeRequest[" + reference + ", " + status() + "]";
    }
}
