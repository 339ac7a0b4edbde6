package io.receivables.payments.interac;

import io.receivables.core.Money;
import io.receivables.payments.interac.fake.FakeDialect;
import io.receivables.payments.interac.fake.FakeFault;
import io.receivables.payments.interac.fake.FakeNotification;
import io.receivables.payments.interac.fake.FakeOperation;
import io.receivables.payments.interac.fake.FakeRequest;
import io.receivables.payments.interac.fake.FakeStatus;
import io.receivables.payments.interac.fake.InteracFake;
import io.receivables.payments.spi.InboundMessage;
import io.receivables.payments.spi.Payload;
import io.receivables.payments.tck.Happening;
import io.receivables.payments.tck.RemotePayment;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fake as the contract kit wants to see it. */
final class FakeSide implements RemoteSide {
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final InteracFake fake;
    private final FakeDialect dialect;
    private final InstantSource clock;
    private final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
    private final Set<String> cancelledBySeller = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelledOtherwise = ConcurrentHashMap.newKeySet();

    FakeSide(FakeDialect dialect, InstantSource clock) {
        this.fake = InteracFake.start(clock);
        this.dialect = dialect;
        this.clock = clock;
    }

    @Override
    public Optional<URI> address() {
        return Optional.of(fake.bank().resolve("/"));
    }

    private String name(FakeRequest request) {
        return dialect == FakeDialect.BANK ? request.paymentId() : request.reference();
    }

    @Override
    public List<RemotePayment> payments() {
        return fake.requests().stream().map(this::payment).toList();
    }

    private RemotePayment payment(FakeRequest request) {
        RemotePayment payment = RemotePayment.of(name(request), Money.of(request.amount(), Money.currency("CAD")))
                .expiresAt(request.expiry())
                .reminded(request.notices());
        boolean isCancelled = request.status() == FakeStatus.CANCELLED && !cancelledOtherwise.contains(name(request));
        if (isCancelled) {
            cancelledBySeller.add(name(request));
        }
        return payment.cancelled(cancelledBySeller.contains(name(request)) ? 1 : 0);
    }

    @Override
    public Set<Happening> happenings() {
        return EnumSet.of(
                Happening.ACCEPT,
                Happening.SETTLE,
                Happening.DECLINE,
                Happening.EXPIRE,
                Happening.CANCEL,
                Happening.FAIL,
                Happening.SAY_SOMETHING_NEW);
    }

    @Override
    public void happen(Happening what, String providerRef) {
        FakeRequest request = fake.request(providerRef);
        switch (what) {
            case ACCEPT -> request.accept();
            case SETTLE -> request.deposit();
            case DECLINE -> request.decline();
            case EXPIRE -> request.expire();
            case CANCEL -> {
                cancelledOtherwise.add(providerRef);
                request.cancel();
            }
            case FAIL -> request.failDeposit();
            case SAY_SOMETHING_NEW -> request.says(42, "ESCROWED");
            default -> throw new UnsupportedOperationException(what + " does not happen to a money request");
        }
        messages.add(inbound(fake.notification(request)));
    }

    private InboundMessage inbound(FakeNotification notification) {
        // a token carries its signature itself: there is nothing that a header would prove
        return new InboundMessage(NONE, Payload.of(notification.body()), clock.instant());
    }

    @Override
    public Optional<String> refuseNext() {
        fake.next(FakeOperation.CREATE, FakeFault.REFUSED);
        return Optional.of("FAKE-REFUSED");
    }

    @Override
    public List<InboundMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public Optional<InboundMessage> signed(Payload body) {
        return dialect == FakeDialect.BANK ? Optional.of(inbound(fake.signed(body.text()))) : Optional.empty();
    }

    @Override
    public void close() {
        fake.close();
    }
}
