package io.receivables.payments.tck;

import io.receivables.core.Money;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.Share;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an author tells the kit of a provider. One is made for every test. */
public interface ProviderHarness {
    PaymentProviderFactory factory();

    /**
     * Begins a remote side with nothing in it.
     *
     * @param clock the time there: the same as the host's, and often years away from the machine's
     */
    RemoteSide remote(InstantSource clock);

    /**
     * The texts of a configuration with which the provider works.
     *
     * @param address where to talk to instead of {@link RemoteSide#address()}: the kit listens there; an address at which
     *     nobody listens where the remote side has none
     */
    Map<String, String> values(URI address);

    /**
     * The secrets of that configuration. Each has 12 characters or more and appears nowhere by chance: the kit looks for it
     * wherever it must not be.
     */
    default Map<String, String> secrets() {
        return Map.of();
    }

    /**
     * Other secrets of the same form that the remote side does not know, to see what comes of messages once a secret is
     * changed; empty where this is left out.
     */
    default Map<String, String> otherSecrets() {
        return Map.of();
    }

    /**
     * A request that the remote side takes, without an expiry.
     *
     * @param paymentId another one for each payment
     * @param amount one within the limits
     */
    default CollectCommand.Builder command(String paymentId, Money amount) {
        return CollectCommand.of(paymentId, payer())
                .forItems(List.of(new Share("F-" + paymentId, 1, amount, LocalDate.of(2031, 5, 1))))
                .reference(paymentId)
                .message("Invoice F-" + paymentId);
    }

    /**
     * Who pays in {@link #command}. What is personal in it must appear nowhere by chance: the kit looks for it wherever it
     * must not be.
     */
    default Payer payer() {
        return Payer.of("C-1", "Zenobia Quillfeather")
                .email("zenobia.quillfeather@payer.example")
                .phone("+15145550147");
    }

    /**
     * A key that is not used twice; empty to have the kit make one of those that the capabilities allow.
     *
     * @param number another one for each key
     */
    default Optional<String> key(int number) {
        return Optional.empty();
    }

    /** When the tests play. */
    default Instant start() {
        return Instant.parse("2031-05-06T14:00:00Z");
    }

    /** How long a call may take where the remote side is slow. Real time goes by. */
    default Duration patience() {
        return Duration.ofMillis(300);
    }

    /** SHOULD rules that this provider does not keep, by number, with the reason. They are shown as skipped. */
    default Map<Integer, String> departures() {
        return Map.of();
    }
}
