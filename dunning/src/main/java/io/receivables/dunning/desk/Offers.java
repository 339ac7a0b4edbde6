package io.receivables.dunning.desk;

import io.receivables.core.collection.PaymentPlan;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import java.time.LocalDate;
import java.util.Optional;

/** Payment plans that were offered, and what becomes of them. */
final class Offers {
    private Offers() {}

    static Optional<PlanOffered> of(CustomerFile file, String offerId) {
        return file.all(PlanOffered.class)
                .filter(offer -> offer.offerId().equals(offerId))
                .findFirst();
    }

    private static Optional<PlanAgreed> agreement(CustomerFile file, String offerId) {
        return file.all(PlanAgreed.class)
                .filter(agreed -> agreed.offerId().equals(offerId))
                .findFirst();
    }

    /** What is agreed when an offer is accepted on a day. */
    static PaymentPlan plan(PlanOffered offer, LocalDate date) {
        return new PaymentPlan(offer.offerId(), offer.customerId(), date, offer.items(), offer.instalments(), date);
    }

    /** The plan that followed from an offer that was agreed to. */
    static PaymentPlan plan(CustomerFile file, String offerId) {
        return plan(
                of(file, offerId).orElseThrow(),
                agreement(file, offerId).orElseThrow().date());
    }

    /** Whether an offer may be agreed to on a day; one that was agreed to stays agreed. */
    static Ruling agreed(CustomerFile file, String offerId, LocalDate date) {
        Optional<PlanAgreed> before = agreement(file, offerId);
        if (before.isPresent()) {
            return Ruling.of(before.get());
        }
        Optional<PlanOffered> offered = of(file, offerId);
        if (offered.isEmpty()) {
            return Ruling.refused(DeskProblem.UNKNOWN_OFFER, "id", offerId, "customer", file.customerId());
        }
        Optional<PlanDeclined> declined = file.all(PlanDeclined.class)
                .filter(each -> each.offerId().equals(offerId))
                .findFirst();
        if (declined.isPresent()) {
            LocalDate day = declined.get().date();
            return Ruling.refused(DeskProblem.OFFER_DECLINED, "id", offerId, "date", day);
        }
        LocalDate last = offered.get().validUntil();
        LocalDate first = offered.get().instalments().get(0).dueDate();
        return Ruling.of(new PlanAgreed(offerId, file.customerId(), date))
                .unless(date.isAfter(last), DeskProblem.OFFER_EXPIRED, "id", offerId, "date", last)
                .unless(first.isBefore(date), DeskProblem.INSTALMENT_PAST, "id", offerId, "date", first);
    }

    /** Whether an offer may be declined. */
    static Ruling declined(CustomerFile file, PlanDeclined event) {
        Optional<PlanAgreed> agreed = agreement(file, event.offerId());
        return Ruling.of(event)
                .unless(
                        of(file, event.offerId()).isEmpty(),
                        DeskProblem.UNKNOWN_OFFER,
                        "id",
                        event.offerId(),
                        "customer",
                        event.customerId())
                .unless(
                        agreed.isPresent(),
                        DeskProblem.OFFER_AGREED,
                        "id",
                        event.offerId(),
                        "date",
                        agreed.map(PlanAgreed::date).orElse(event.date()));
    }
}
