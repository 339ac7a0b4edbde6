package io.receivables.payments.manual;

import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Reason.Category;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Submission;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Instructions for a transfer: a function of the configuration, the command and the key. */
final class TransferProvider implements PaymentProvider {
    private final Demands demands;
    private final Map<String, String> account;
    private final InstantSource clock;

    TransferProvider(Demands demands, Map<String, String> account, InstantSource clock) {
        this.demands = demands;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return demands.capabilities();
    }

    @Override
    public Submission initiate(CollectCommand command, CallContext call) {
        Optional<Reason> against = demands.against(command, call);
        if (against.isPresent()) {
            return Submission.refused(against.get());
        }
        Observation awaiting = Observation.of(PaymentFact.AWAITING_PAYER, call.key())
                .askedBy(call.key())
                .seenAt(clock.instant())
                .build();
        return Submission.acknowledged(awaiting).with(instructions(ReferenceForm.of(command, call.key())));
    }

    private PayerAction instructions(String reference) {
        Map<String, String> all = new LinkedHashMap<>(account);
        all.put("reference", reference);
        return PayerAction.fillIn(all);
    }

    /** Nothing is kept, so nothing was learned. */
    @Override
    public Lookup find(LookupKey key, CallContext call) {
        return Lookup.unavailable(Reason.of(
                Category.UNSPECIFIED,
                Retry.never(),
                "transfers are not kept here: look into the account's statements"));
    }
}
