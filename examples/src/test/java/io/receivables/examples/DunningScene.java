package io.receivables.examples;

import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.desk.LetterSender;
import io.receivables.dunning.desk.SendOutcome;
import io.receivables.dunning.letters.Contact;
import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.Templates;
import io.receivables.dunning.policy.CatchUp;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import java.io.File;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the code on the pages of dunning takes for granted: a ledger in which a customer is ten days late and another one a
 * month, who is called, and whatever else an application brings along.
 */
class DunningScene {
    static final LocalDate today = LocalDate.parse("2026-05-11");

    static final Policies policies = Policies.of(DunningPolicy.of(
                    "standard",
                    DunningStep.reminder(1, 8).by(Channel.EMAIL),
                    DunningStep.reminder(2, 20).by(Channel.PHONE))
            .onCalendar(DunningPolicy.EVERY_DAY)
            .catchingUp(CatchUp.MOST_SEVERE));

    static final CollectionLog log = CollectionLog.of(
            Ledger.builder()
                    .customer(Customer.of("C-104", "Moreau SARL"))
                    .customer(Customer.of("C-105", "Lefort SA"))
                    .invoice(invoice("F-1001", "C-104", "2026-05-01"))
                    .invoice(invoice("F-1002", "C-105", "2026-04-10"))
                    .build(),
            List.of());

    static final LetterSender sender = letter -> SendOutcome.sent("");

    static final Cases cases = Cases.none();
    static final DunningPlan plan = DunningRun.plan(log, cases, policies, DunningOptions.standard(today));
    static final Creditor creditor = Creditor.of("Fournitures Durand SAS", "12, rue des Tanneurs", "69003 Lyon");
    static final Function<String, Contact> contacts =
            id -> Contact.of(id, "1, rue Haute", "75001 Paris").reachedBy("ap@example.com", "+33 1 99 00 12 34");
    static final References references = letterId -> "RF18" + letterId;
    static final Links links = letterId -> URI.create("https://pay.example/" + letterId);
    static final String words = Templates.shipped().files().getOrDefault("fr/reminder-firm.txt", "");
    static final List<ItemReference> items = List.of(ItemReference.of("F-1001", 1));
    static final File file = new File("hand-over.json");

    /** An application's own numbering of payments. */
    interface References {
        String of(String letterId);
    }

    /** An application's own pages for paying. */
    interface Links {
        URI to(String letterId);
    }

    /** An application that has templates beside its classes. */
    static final class Shop {}

    private static Invoice invoice(String id, String customerId, String due) {
        LocalDate day = LocalDate.parse(due);
        return Invoice.of(id, customerId, day.minusDays(30), Money.of("1200.00", "EUR"))
                .dueOn(day);
    }

    /** The templates that an application may have replaced, by file. */
    static Map<String, String> templates() {
        return Templates.shipped().files();
    }
}
