package io.receivables.dunning.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row of the table leads to. */
public enum CaseNext {
    CURRENT(Stage.CURRENT, "current"),
    NOTIFIED(Stage.NOTIFIED, "notified"),
    REMINDED(Stage.REMINDED, "reminded"),
    FORMAL_NOTICE(Stage.FORMAL_NOTICE, "formal-notice"),
    HANDED_OVER(Stage.HANDED_OVER, "handed-over"),
    /** Closed; where it stood is remembered. */
    SETTLED(Stage.SETTLED, "settled"),
    /** Closed as a loss; where it stood is remembered. */
    WRITTEN_OFF(Stage.WRITTEN_OFF, "written-off"),
    /** The stage stays, what stands beside it changes. */
    STAYS(null, "stays"),
    /** Nothing changes, and that is right. */
    IGNORED(null, "ignored"),
    /** Nothing changes, and whoever asked is told why. */
    REFUSED(null, "refused"),
    /** Back to where it stood before the action. */
    GOES_BACK(null, "goes back"),
    /** Back to where it stood before it was closed. */
    REOPENS(null, "reopens"),
    /** It stays closed, and where it would reopen moves as its own row says. */
    REMEMBERED(null, "remembered");

    private final @Nullable Stage stage;
    private final String words;

    CaseNext(@Nullable Stage stage, String words) {
        this.stage = stage;
        this.words = words;
    }

    /** The stage, where the row names one. */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    @Override
    public String toString() {
        return words;
    }
}
