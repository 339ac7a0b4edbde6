package io.receivables.dunning.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.collection.CollectionLog;
import io.receivables.dunning.DunningOptions;
import io.receivables.dunning.DunningPlan;
import io.receivables.dunning.DunningRun;
import io.receivables.dunning.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the package's page shows. */
class PackageSnippetTest {
    @Test
    void a_day_of_dunning_as_the_page_shows_it() {
        DeskFixture office = new DeskFixture();
        CollectionLog log = office.log();
        Policies policies = office.policies;
        LetterSender sender = office.sender;

        DunningJournal journal = new InMemoryJournal();
        DunningDesk desk = DunningDesk.over(journal, policies);
        DunningOptions today = DunningOptions.standard(LocalDate.parse("2026-05-04"));

        desk.resume(sender, today.date());
        DunningPlan plan = DunningRun.plan(log, journal.cases(), policies, today);
        Acceptance acceptance = desk.accept(plan);
        Dispatch dispatch = desk.dispatch(sender, log, today);

        assertThat(acceptance.accepted()).hasSize(3);
        assertThat(dispatch.sent()).hasSize(3);
    }

    @Test
    void the_page_shows_what_is_tested_here() throws IOException {
        Path page = Path.of("src/main/java/io/receivables/dunning/desk/package-info.java");
        Path test = Path.of("src/test/java/io/receivables/dunning/desk/PackageSnippetTest.java");
        String tested = Files.readString(test);
        String text = Files.readString(page);

        List<String> shown = Stream.of(text.substring(text.indexOf("{@code"), text.indexOf("* }</pre>"))
                        .split("\n"))
                .map(line ->
                        line.replaceFirst("^ \\*", "").replaceFirst("//.*", "").strip())
                .filter(line -> line.endsWith(";"))
                .toList();

        assertThat(shown).hasSize(7).allSatisfy(line -> assertThat(tested).contains(line));
    }
}
