package io.receivables.files;

import io.receivables.core.Money;
import io.receivables.core.ledger.OpenItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Files of unknown systems, and what is proposed for them. */
record Proposing(Path file, MappingProposal proposal) {
    static Proposing of(Path folder, String text) {
        return of(folder, text, StandardCharsets.UTF_8, MappingHints.none());
    }

    static Proposing of(Path folder, String text, Charset encoding, MappingHints hints) {
        return of(folder, text.getBytes(encoding), hints);
    }

    static Proposing of(Path folder, byte[] bytes, MappingHints hints) {
        try {
            Path file = Files.write(folder.resolve("export.csv"), bytes);
            return new Proposing(file, CsvLedgerReader.proposeMapping(file, hints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Proposing answer(String key, String answer) {
        return new Proposing(file, proposal.answer(key, answer));
    }

    CsvLayout layout() {
        return proposal.mapping().invoices();
    }

    /** The keys of all open questions. */
    List<String> questions() {
        return proposal.questions().stream().map(MappingQuestion::key).toList();
    }

    /** "key code" of all open questions. */
    List<String> codes() {
        return proposal.questions().stream()
                .map(question -> question.key() + " " + question.code())
                .toList();
    }

    LoadedLedger load() {
        return CsvLedgerReader.with(proposal.mapping()).invoices(file).load();
    }

    /** All that is open in a currency at the end of a day, credits and unapplied cash deducted. */
    Money open(String currency, String day) {
        Money sum = Money.zero(Money.currency(currency));
        for (OpenItem item : load().ledger().openItems(LocalDate.parse(day))) {
            sum = item.signedOpen().currency().getCurrencyCode().equals(currency) ? sum.plus(item.signedOpen()) : sum;
        }
        return sum;
    }
}
