package io.receivables.payments.desk.journal;

import io.receivables.payments.desk.InMemoryPaymentJournal;
import io.receivables.payments.desk.PaymentJournal;

class InMemoryPaymentJournalTest extends PaymentJournalContract {
    @Override
    protected PaymentJournal empty() {
        return new InMemoryPaymentJournal();
    }

    @Override
    protected PaymentJournal another(PaymentJournal journal) {
        return journal;
    }
}
