package io.receivables.dunning.cases;

import io.receivables.core.ProblemCode;
import io.receivables.dunning.cases.CaseMove.OfAction;
import io.receivables.dunning.cases.CaseMove.OfAgreement;
import io.receivables.dunning.cases.CaseMove.OfDispute;
import io.receivables.dunning.cases.CaseMove.OfEvent;
import io.receivables.dunning.cases.CaseMove.OfMoney;
import io.receivables.dunning.cases.DunningEvent.ActionAccepted;
import io.receivables.dunning.cases.DunningEvent.ActionPostponed;
import io.receivables.dunning.cases.DunningEvent.ActionSkipped;
import io.receivables.dunning.cases.DunningEvent.CallMade;
import io.receivables.dunning.cases.DunningEvent.DebitRejected;
import io.receivables.dunning.cases.DunningEvent.FileRecalled;
import io.receivables.dunning.cases.DunningEvent.HoldReleased;
import io.receivables.dunning.cases.DunningEvent.HoldSet;
import io.receivables.dunning.cases.DunningEvent.LadderRestarted;
import io.receivables.dunning.cases.DunningEvent.LetterFailed;
import io.receivables.dunning.cases.DunningEvent.LetterWithdrawn;
import io.receivables.dunning.cases.DunningEvent.PlanAgreed;
import io.receivables.dunning.cases.DunningEvent.PlanDeclined;
import io.receivables.dunning.cases.DunningEvent.PlanOffered;
import io.receivables.dunning.cases.DunningEvent.Recovered;
import io.receivables.dunning.cases.DunningEvent.SalesAnswered;
import io.receivables.dunning.cases.DunningEvent.SalesAsked;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Puts moves into words, English or French. */
final class CaseText {
    private final ResourceBundle messages;
    private final Map<String, String> values = new HashMap<>();

    private CaseText(Locale locale) {
        this.messages = messages(locale);
    }

    /** The messages, in French where the locale's language is French, in English otherwise. */
    static ResourceBundle messages(Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return ResourceBundle.getBundle(
                "io.receivables.dunning.cases.CaseMessages", french ? Locale.FRENCH : Locale.ENGLISH);
    }

    static String line(CaseHistory.Line line, Locale locale) {
        CaseText text = new CaseText(locale);
        text.put("date", line.date());
        text.put("rule", line.decision().row().rule().id());
        text.put("what", text.what(line.move()));
        text.put("before", text.standing(line.before()));
        text.put("after", text.standing(line.decision().state()));
        if (line.decision() instanceof CaseDecision.Refused refused) {
            text.put("problem", refused.problem().message(locale));
        }
        return text.fill("line." + kind(line));
    }

    private static String kind(CaseHistory.Line line) {
        return switch (line.decision().kind()) {
            case MOVED -> "moved";
            case STAYED -> line.decision().row().next() == CaseNext.IGNORED ? "ignored" : "stayed";
            case REFUSED -> "refused";
        };
    }

    private String standing(CaseState state) {
        put("stage", state.stage().code());
        put("level", state.level());
        return fill(state.level() == 0 ? "standing" : "standing.level");
    }

    private String what(CaseMove move) {
        if (move instanceof OfAction action) {
            ofAction(action);
        } else if (move instanceof OfMoney money) {
            put("amount", money.amount());
            put("open", money.open());
        } else if (move instanceof OfDispute dispute) {
            put("id", dispute.disputeId());
            put("disputed", dispute.disputed());
        } else if (move instanceof OfAgreement agreement) {
            put("id", agreement.id());
            put("amount", agreement.amount());
        } else if (move instanceof OfEvent told) {
            ofEvent(told.event());
        }
        return fill(move.trigger().code());
    }

    private void ofAction(OfAction move) {
        ActionAccepted action = move.action();
        put("kind", action.step().code());
        put("step", action.key().step());
        put("letter", action.letterId());
        put("amount", action.claimed());
        if (move.event() instanceof LetterFailed failed) {
            put("reason", failed.reason());
        } else if (move.event() instanceof LetterWithdrawn withdrawn) {
            put("reason", withdrawn.reason());
        }
    }

    private void ofEvent(DunningEvent event) {
        switch (event.kind()) {
            case ACTION_SKIPPED -> {
                put("kind", ((ActionSkipped) event).step().code());
                put("step", ((ActionSkipped) event).key().step());
                put("reason", ((ActionSkipped) event).reason());
            }
            case ACTION_POSTPONED -> {
                put("step", ((ActionPostponed) event).key().step());
                put("until", ((ActionPostponed) event).until());
                put("reason", ((ActionPostponed) event).reason());
            }
            case SALES_ASKED -> {
                put("step", ((SalesAsked) event).key().step());
                put("whom", ((SalesAsked) event).whom());
            }
            case SALES_ANSWERED -> {
                put("step", ((SalesAnswered) event).key().step());
                put("answer", ((SalesAnswered) event).agreed() ? "yes" : "no");
            }
            case CALL_MADE -> put("outcome", ((CallMade) event).outcome().code());
            case HOLD_SET -> {
                put("hold", ((HoldSet) event).reason().code());
                put("until", ((HoldSet) event).until());
            }
            case HOLD_RELEASED -> put("id", ((HoldReleased) event).holdId());
            case DEBIT_REJECTED -> {
                put("id", ((DebitRejected) event).debitId());
                put("reason", ((DebitRejected) event).reason());
            }
            case RECOVERED -> put("amount", ((Recovered) event).amount());
            case LADDER_RESTARTED -> put("cycle", ((LadderRestarted) event).cycle());
            case FILE_RECALLED -> put("reason", ((FileRecalled) event).reason());
            case PLAN_OFFERED -> {
                put("id", ((PlanOffered) event).offerId());
                put("until", ((PlanOffered) event).validUntil());
            }
            case PLAN_DECLINED -> put("id", ((PlanDeclined) event).offerId());
            case PLAN_AGREED -> put("id", ((PlanAgreed) event).offerId());
            default -> {
                // the date says it all
            }
        }
    }

    private void put(String name, Object value) {
        values.put(name, value.toString());
    }

    private String fill(String key) {
        return ProblemCode.fill(messages, key, values);
    }
}
