package io.receivables.dunning.desk;

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
