package io.receivables.dunning.desk;

import io.receivables.dunning.journal.DunningJournalContract;

class InMemoryJournalTest extends DunningJournalContract {
    @Override
    protected DunningJournal empty() {
        return new InMemoryJournal();
    }

    @Override
    protected DunningJournal another(DunningJournal journal) {
        return journal;
    }
}
