package io.receivables.dunning.desk;

import io.receivables.core.Instalment;
import io.receivables.core.collection.PaymentPlan;
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

    /** What is agreed when an offer is accepted on a day. */
    static PaymentPlan plan(PlanOffered offer, LocalDate date) {
        return new PaymentPlan(offer.offerId(), offer.customerId(), date, offer.items(), offer.instalments(), date);
    }

    /** The plan that follows from agreeing to an offer on a day, or why none does. */
    static Recorded agreed(CustomerFile file, String offerId, LocalDate date) {
        Optional<PlanOffered> offered = of(file, offerId);
        if (offered.isEmpty()) {
            return Recorded.refused(DeskProblem.UNKNOWN_OFFER, "id", offerId, "customer", file.customerId());
        }
        Optional<PlanDeclined> declined = file.all(PlanDeclined.class)
                .filter(each -> each.offerId().equals(offerId))
                .findFirst();
        if (declined.isPresent()) {
            return Recorded.refused(
                    DeskProblem.OFFER_DECLINED,
                    "id",
                    offerId,
                    "date",
                    declined.get().date());
        }
        PlanOffered offer = offered.get();
        if (date.isAfter(offer.validUntil())) {
            return Recorded.refused(DeskProblem.OFFER_EXPIRED, "id", offerId, "date", offer.validUntil());
        }
        Instalment first = offer.instalments().get(0);
        if (first.dueDate().isBefore(date)) {
            return Recorded.refused(DeskProblem.INSTALMENT_PAST, "id", offerId, "date", first.dueDate());
        }
        return Recorded.known().with(plan(offer, date));
    }
}
