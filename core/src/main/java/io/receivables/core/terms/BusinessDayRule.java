package io.receivables.core.terms;

import io.receivables.core.Convention;
import java.time.LocalDate;
import java.util.List;

/** Where a date goes that is no business day. */
public enum BusinessDayRule implements Convention {
    /** To the next business day. */
    FOLLOWING("following", List.of("next business day", "jour ouvré suivant")),
    /** To the next business day, or to the previous one where the next lies in another month. */
    MODIFIED_FOLLOWING("modified-following", List.of("modified following", "jour ouvré suivant du même mois")),
    /** To the previous business day. */
    PRECEDING("preceding", List.of("previous business day", "jour ouvré précédent"));

    private final String canonicalName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> aliases;

    BusinessDayRule(String canonicalName, List<String> aliases) {
        this.canonicalName = canonicalName;
        this.aliases = aliases;
    }

    @Override
    public String canonicalName() {
        return canonicalName;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public String citation() {
        return "2006 ISDA Definitions, section 4.12";
    }

    /** The date itself if it is a business day, else where this rule takes it. */
    public LocalDate adjust(LocalDate date, BusinessCalendar calendar) {
        if (calendar.isBusinessDay(date)) {
            return date;
        }
        LocalDate next = calendar.next(date);
        boolean before = this == PRECEDING || (this == MODIFIED_FOLLOWING && next.getMonth() != date.getMonth());
        return before ? calendar.previous(date) : next;
    }
}
