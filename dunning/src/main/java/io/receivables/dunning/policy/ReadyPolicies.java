package io.receivables.dunning.policy;

import io.receivables.core.Money;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.List;

/**
 * Policies to begin with, all for business customers. Each has a courtesy notice, reminders of rising tone, a formal notice,
 * an offer to negotiate and an ending; none has a fee, which a contract would have to grant. They name calendars ({@code
 * FR}, {@code CA}, {@code CA-QC}) that the host has to know, and can be changed like any other policy. {@code
 * docs/dunning-policies.md} shows them as tables.
 */
public final class ReadyPolicies {
    private ReadyPolicies() {}

    /**
     * Courteous, for customers in France, in French. A transfer of the due date arrives within two or three business days,
     * which the grace and the five days before the first reminder leave; ten days between steps are enough for a weekly
     * payment run to answer each of them; the formal notice comes at 35 days and the file leaves at 75, while a claim on a
     * customer in trouble still is worth something. The EUR 40 and the interest that the law grants are claimed from the
     * formal notice on; they are no fee.
     */
    public static DunningPolicy france() {
        return DunningPolicy.of(
                        "france",
                        DunningStep.courtesy(5).withPaymentLink(),
                        DunningStep.reminder(1, 5)
                                .atLeast(Money.of("10", "EUR"))
                                .withPaymentLink(),
                        DunningStep.reminder(2, 15)
                                .in(Tone.NEUTRAL)
                                .sales(SalesInvolvement.INFORMED)
                                .withPaymentLink(),
                        DunningStep.reminder(3, 25).in(Tone.FIRM).by(Channel.PHONE),
                        DunningStep.formalNotice(4, 35).sales(SalesInvolvement.INFORMED),
                        DunningStep.negotiation(5, 50),
                        DunningStep.handOver(6, 75, Successor.COLLECTION_AGENCY))
                .withGraceDays(3)
                .withMinimumInterval(7)
                .withPromiseGraceDays(2)
                .withPlanToleranceDays(5)
                .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY)
                .inLanguage("fr")
                .underLawOf("FR")
                .onCalendar("FR")
                .withInterest("fr-l441-10");
    }

    /**
     * Courteous, for customers in Canada outside Quebec, in English. Cheques still travel by mail, so the first reminder
     * waits a week; the formal notice comes at 45 days, when a whole monthly payment run has passed the item over, and the
     * file leaves at 90 days, when the item enters the last bucket of the usual aged balance. Interest at the agreed rate,
     * or 5% a year, is claimed from the formal notice on.
     */
    public static DunningPolicy canada() {
        return DunningPolicy.of(
                        "canada",
                        DunningStep.courtesy(5).withPaymentLink(),
                        DunningStep.reminder(1, 7)
                                .atLeast(Money.of("15", "CAD"))
                                .withPaymentLink(),
                        DunningStep.reminder(2, 20)
                                .in(Tone.NEUTRAL)
                                .sales(SalesInvolvement.INFORMED)
                                .withPaymentLink(),
                        DunningStep.reminder(3, 30).in(Tone.FIRM).by(Channel.PHONE),
                        DunningStep.formalNotice(4, 45).sales(SalesInvolvement.INFORMED),
                        DunningStep.negotiation(5, 60),
                        DunningStep.handOver(6, 90, Successor.COLLECTION_AGENCY))
                .withGraceDays(3)
                .withMinimumInterval(7)
                .withPromiseGraceDays(2)
                .withPlanToleranceDays(5)
                .onAlert(AlertKind.WORSENING_PAYER, AlertResponse.COURTESY)
                .inLanguage("en")
                .underLawOf("CA")
                .onCalendar("CA")
                .withInterest("ca-contract");
    }

    /**
     * {@link #canada()} for customers in Quebec: the same days, since they pay by the same means, in French, under the law
     * and on the business days of Quebec.
     */
    public static DunningPolicy quebec() {
        return canada().named("quebec").inLanguage("fr").underLawOf("CA-QC").onCalendar("CA-QC");
    }

    /**
     * Strict, in place of an ordinary policy for customers who have been late before, with the language, law, calendar and
     * interest of that one. Who knows the customer needs no grace: the first reminder goes out on the day after the due
     * date, a week is enough for an answer, credit stops at the same time as the formal notice arrives, and a lawyer has the
     * file at 40 days, before another invoice of usual terms falls due unpaid. After missed runs the most severe step that
     * is due is taken.
     */
    public static DunningPolicy strict(DunningPolicy ordinary) {
        return DunningPolicy.of(
                        "strict-" + ordinary.id(),
                        DunningStep.courtesy(3).withPaymentLink(),
                        DunningStep.reminder(1, 1).in(Tone.NEUTRAL).withPaymentLink(),
                        DunningStep.reminder(2, 8)
                                .in(Tone.FIRM)
                                .by(Channel.PHONE)
                                .sales(SalesInvolvement.INFORMED),
                        DunningStep.formalNotice(3, 15).sales(SalesInvolvement.INFORMED),
                        DunningStep.creditStop(4, 18).sales(SalesInvolvement.INFORMED),
                        DunningStep.negotiation(5, 25).in(Tone.FIRM),
                        DunningStep.handOver(6, 40, Successor.LAWYER))
                .catchingUp(CatchUp.MOST_SEVERE)
                .inLanguage(ordinary.language())
                .underLawOf(ordinary.country())
                .onCalendar(ordinary.calendar())
                .withInterest(ordinary.interestRegime());
    }

    /**
     * For public bodies in France, in French. They pay within 30 days of receipt through a public accountant, and an invoice
     * that the body sent back on the invoicing portal waits for its issuer: so the courtesy notice comes ten days before the
     * due date, while its state there can still be put right, and the first reminder two weeks after, by when the
     * accountant has paid what was approved. A public body does not fail, so nothing is gained by haste: the formal notice,
     * from which on interest of the European rate and EUR 40 are claimed, comes at 75 days, and a lawyer has the file at 150.
     * Each invoice has a letter of its own, as it has an order of its own there.
     */
    public static DunningPolicy publicSector() {
        return DunningPolicy.of(
                        "public-sector",
                        DunningStep.courtesy(10),
                        DunningStep.reminder(1, 15),
                        DunningStep.reminder(2, 30).in(Tone.NEUTRAL),
                        DunningStep.reminder(3, 45).in(Tone.FIRM).by(Channel.PHONE),
                        DunningStep.formalNotice(4, 75).sales(SalesInvolvement.ASKED_FIRST),
                        DunningStep.negotiation(5, 100),
                        DunningStep.handOver(6, 150, Successor.LAWYER))
                .withGraceDays(10)
                .withMinimumInterval(14)
                .withPromiseGraceDays(5)
                .withPlanToleranceDays(10)
                .grouped(Grouping.PER_INVOICE)
                .inLanguage("fr")
                .underLawOf("FR")
                .onCalendar("FR")
                .withInterest("eu-2011-7");
    }

    /** All of them, the strict one in place of each ordinary one for companies. */
    public static List<DunningPolicy> all() {
        return List.of(
                france(), canada(), quebec(), strict(france()), strict(canada()), strict(quebec()), publicSector());
    }
}
