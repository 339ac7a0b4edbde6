package io.receivables.payments.desk;

import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import java.util.List;

/** By what a payment is found, beside its id: for whoever keeps a {@link PaymentJournal}. */
public final class PaymentNames {
    private PaymentNames() {}

    /** The names that an event gives its payment at its provider: the key that it is asked by, and the provider's references. */
    public static List<String> of(PaymentEvent event) {
        return switch (event.kind()) {
            case REQUESTED -> List.of(((Requested) event).key());
            case ACKNOWLEDGED -> List.of(((Acknowledged) event).providerRef());
            case OBSERVED -> List.of(((Observed) event).observation().providerRef());
            default -> List.of();
        };
    }

    /** Whether an event says of money, so that it is an entry for {@link PaymentJournal#moneySince}. */
    public static boolean isAboutMoney(PaymentEvent event) {
        return event.kind() == PaymentEvent.Kind.OBSERVED && isAboutMoney((Observed) event);
    }

    private static boolean isAboutMoney(Observed event) {
        return event.observation().fact().isMoneyIn()
                || event.observation().fact().isMoneyBack()
                || event.observation().fee().isPresent();
    }
}
