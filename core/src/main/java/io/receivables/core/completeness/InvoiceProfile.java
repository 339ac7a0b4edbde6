package io.receivables.core.completeness;

import io.receivables.core.internal.Checks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The mentions that a regime asks for. {@link InvoiceProfiles} has some; one's own are made of {@link Mention}s, alone or
 * beside those of a regime.
 *
 * @param name what to call the regime
 * @param mentions the mentions, each id once
 */
public record InvoiceProfile(String name, List<Mention> mentions) {
    public InvoiceProfile {
        Checks.id(name, "profile name");
        mentions = List.copyOf(mentions);
        Set<String> ids = new HashSet<>();
        for (Mention mention : mentions) {
            Checks.that(ids.add(mention.id()), () -> "mention " + mention.id() + " is in profile " + name + " twice");
        }
    }

    /** This profile under another name, with a mention instead of the one of its id, or added. */
    public InvoiceProfile with(String newName, Mention mention) {
        List<Mention> changed = new ArrayList<>(mentions);
        changed.removeIf(each -> each.id().equals(mention.id()));
        changed.add(mention);
        return new InvoiceProfile(newName, changed);
    }

    /** What an invoice lacks. */
    public Completeness check(InvoiceContents contents) {
        List<Mention> missing = mentions.stream()
                .filter(mention -> mention.isMissingFrom(contents))
                .toList();
        return new Completeness(name, contents.number() == null ? "" : contents.number(), missing);
    }
}
