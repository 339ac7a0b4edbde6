package io.receivables.payments.jdbc;

import io.receivables.core.Money;
import io.receivables.payments.desk.Errand;
import io.receivables.payments.desk.PaymentEvent;
import io.receivables.payments.desk.PaymentEvent.Absent;
import io.receivables.payments.desk.PaymentEvent.Acknowledged;
import io.receivables.payments.desk.PaymentEvent.Answered;
import io.receivables.payments.desk.PaymentEvent.ErrandAsked;
import io.receivables.payments.desk.PaymentEvent.ErrandEnded;
import io.receivables.payments.desk.PaymentEvent.ErrandTried;
import io.receivables.payments.desk.PaymentEvent.Observed;
import io.receivables.payments.desk.PaymentEvent.Requested;
import io.receivables.payments.desk.PaymentEvent.Tried;
import io.receivables.payments.desk.PaymentEvent.Withdrawn;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PayerAction;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events of every kind that say anything at all. */
final class EventArbitraries {
    private static final Arbitrary<String> TEXTS = Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(30),
            Arbitraries.strings().ascii().ofMaxLength(10),
            Arbitraries.of("", " ", "\0", "\ud83d", "\ude00", "😀", "'; drop table --", "\\u0000", "\"\\\n\u2028"));
    private static final Arbitrary<Integer> NUMBERS = Arbitraries.integers().greaterOrEqual(1);
    private static final Arbitrary<Instant> INSTANTS = Combinators.combine(
                    Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                    Arbitraries.integers().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    private static final Arbitrary<LocalDate> DATES = Arbitraries.longs()
            .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
            .map(LocalDate::ofEpochDay);
    private static final Arbitrary<URI> LINKS = Arbitraries.of(
                    "https://pay.example/1?a=%20b&c=d#e", "urn:x:y", "", "https://é.example/日本?ü", "mailto:a@b.example")
            .map(URI::create);

    private EventArbitraries() {}

    static Arbitrary<Instant> instants() {
        return INSTANTS;
    }

    static Arbitrary<PaymentEvent> events() {
        return events(TEXTS);
    }

    /**
     * Events.
     *
     * @param names of what has a column
     */
    static Arbitrary<PaymentEvent> events(Arbitrary<String> names) {
        return Arbitraries.oneOf(List.of(
                        requests("P", names),
                        Combinators.combine(NUMBERS, INSTANTS, INSTANTS).as(Tried::new),
                        Combinators.combine(NUMBERS, outcomes(), reasons(), INSTANTS.injectNull(0.3), INSTANTS)
                                .as(Answered::new),
                        Combinators.combine(references(names), actions().injectNull(0.3), TEXTS, INSTANTS)
                                .as(Acknowledged::new),
                        Combinators.combine(TEXTS, INSTANTS).as(Absent::new),
                        Combinators.combine(observations(names), INSTANTS).as(Observed::new),
                        INSTANTS.map(Withdrawn::new),
                        Combinators.combine(errands(), INSTANTS).as(ErrandAsked::new),
                        Combinators.combine(TEXTS, INSTANTS, INSTANTS).as(ErrandTried::new),
                        Combinators.combine(
                                        TEXTS,
                                        outcomes(),
                                        reasons().injectNull(0.3),
                                        INSTANTS.injectNull(0.3),
                                        INSTANTS)
                                .as(ErrandEnded::new)))
                .map(PaymentEvent.class::cast);
    }

    static Arbitrary<Requested> requests(String paymentId, Arbitrary<String> names) {
        return Combinators.combine(Arbitraries.just("rail"), commands(paymentId, names), names, INSTANTS)
                .as(Requested::new);
    }

    private static Arbitrary<Submission.Kind> outcomes() {
        return Arbitraries.of(Submission.Kind.class);
    }

    private static Arbitrary<Money> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE / 10), Arbitraries.of("CAD", "JPY", "KWD", "EUR"))
                .as((minorUnits, currency) -> Money.ofMinor(minorUnits, Money.currency(currency)));
    }

    private static Arbitrary<CollectCommand> commands(String paymentId, Arbitrary<String> names) {
        return Combinators.combine(
                        payers(),
                        amounts()
                                .flatMap(amount -> shares(names, Arbitraries.just(amount))
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(3)),
                        TEXTS,
                        TEXTS,
                        INSTANTS.injectNull(0.3),
                        LINKS.injectNull(0.3))
                .as((payer, shares, reference, message, expiresAt, returnTo) -> {
                    CollectCommand.Builder command = CollectCommand.of(paymentId, payer)
                            .forItems(shares)
                            .reference(reference)
                            .message(message);
                    if (expiresAt != null) {
                        command.expiresAt(expiresAt);
                    }
                    if (returnTo != null) {
                        command.returnTo(returnTo);
                    }
                    return command.build();
                });
    }

    private static Arbitrary<Payer> payers() {
        return Combinators.combine(TEXTS, TEXTS, TEXTS, TEXTS.injectNull(0.3), TEXTS.injectNull(0.3))
                .as((id, name, language, email, phone) -> {
                    Payer payer = Payer.of(id, name).language(language);
                    Payer written = email == null ? payer : payer.email(email);
                    return phone == null ? written : written.phone(phone);
                });
    }

    private static Arbitrary<Share> shares(Arbitrary<String> names, Arbitrary<Money> amounts) {
        return Combinators.combine(names, NUMBERS, amounts, DATES).as(Share::new);
    }

    private static Arbitrary<Reason> reasons() {
        Arbitrary<Retry> retries = Combinators.combine(Arbitraries.of(Retry.Kind.class), INSTANTS.injectNull(0.3))
                .as(Retry::new);
        return Combinators.combine(Arbitraries.of(Reason.Category.class), retries, TEXTS, TEXTS, TEXTS)
                .as(Reason::new);
    }

    private static Arbitrary<PayerAction> actions() {
        Arbitrary<PayerAction> ways = Arbitraries.oneOf(
                LINKS.map(PayerAction::follow),
                Arbitraries.maps(TEXTS, TEXTS).ofMaxSize(4).map(PayerAction::fillIn),
                Arbitraries.just(PayerAction.fillIn(Map.of())));
        return Combinators.combine(ways, TEXTS).as(PayerAction::scan);
    }

    private static Arbitrary<Errand> errands() {
        return Combinators.combine(
                        TEXTS, Arbitraries.of(Operation.class), TEXTS, amounts().injectNull(0.5))
                .as(Errand::new);
    }

    private static Arbitrary<String> references(Arbitrary<String> names) {
        return names.filter(name -> !name.isBlank());
    }

    private static Arbitrary<Observation> observations(Arbitrary<String> names) {
        Arbitrary<Observation.Builder> begun = Combinators.combine(
                        Arbitraries.of(PaymentFact.class),
                        references(names),
                        amounts(),
                        INSTANTS,
                        Arbitraries.of(true, false))
                .as((fact, ref, amount, seenAt, isHint) -> {
                    Observation.Builder observation =
                            Observation.of(fact, ref).amount(amount).seenAt(seenAt);
                    return isHint ? observation.asHint() : observation;
                });
        Arbitrary<Observation.Builder> told = Combinators.combine(
                        begun, TEXTS, TEXTS, shares(TEXTS, amounts()).list().ofMaxSize(3))
                .as((observation, code, text, shares) ->
                        observation.raw(code, text).forItems(shares));
        return Combinators.combine(
                        told,
                        TEXTS.injectNull(0.3),
                        INSTANTS.injectNull(0.3),
                        TEXTS.injectNull(0.3),
                        amounts().injectNull(0.3),
                        DATES.injectNull(0.3),
                        reasons().injectNull(0.3))
                .as((observation, event, occurredAt, key, fee, valueDate, reason) -> {
                    if (event != null) {
                        observation.event(event);
                    }
                    if (occurredAt != null) {
                        observation.occurredAt(occurredAt);
                    }
                    if (key != null) {
                        observation.askedBy(key);
                    }
                    if (fee != null) {
                        observation.fee(fee);
                    }
                    if (valueDate != null) {
                        observation.valueOn(valueDate);
                    }
                    if (reason != null) {
                        observation.because(reason);
                    }
                    return observation.build();
                });
    }
}
