package io.receivables.core.terms;

import io.receivables.core.terms.PaymentTerms.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Payment terms in the words of a language; the reader understands all that is printed, in one way only. */
final class TermsPrinter {
    static final TermsPrinter ENGLISH = new TermsPrinter(TermsLanguage.ENGLISH);

    private final boolean french;

    TermsPrinter(TermsLanguage language) {
        this.french = language == TermsLanguage.FRENCH;
    }

    private String say(String english, String inFrench) {
        return french ? inFrench : english;
    }

    String terms(PaymentTerms terms) {
        List<String> clauses = new ArrayList<>();
        List<Part> parts = terms.parts();
        if (terms.isSingle() && parts.get(0).share() instanceof Share.Remainder) {
            DueRule rule = parts.get(0).due();
            if (!french && isDays(rule) && terms.discounts().stream().allMatch(TermsPrinter::isPlain)) {
                return shorthand(terms, rule) + base(terms, ", ");
            }
            clauses.add(rule(rule));
        } else if (isEqualParts(parts)) {
            clauses.add(
                    parts.stream().map(part -> String.valueOf(days(part.due()))).collect(Collectors.joining("/"))
                            + say(" days", " jours"));
        } else {
            parts.forEach(part -> clauses.add(part(part)));
        }
        terms.discounts().forEach(discount -> clauses.add(discount(discount)));
        String separator = say("; ", " ; ");
        return String.join(separator, clauses) + base(terms, separator);
    }

    /** Three or more equal parts, each after so many days: "30/60/90 days". Two could be read as a discount. */
    private static boolean isEqualParts(List<Part> parts) {
        return parts.size() > 2
                && IntStream.range(0, parts.size())
                        .allMatch(i -> isDays(parts.get(i).due())
                                && parts.get(i).share().equals(Share.equalPart(parts.size() - i)));
    }

    /** "2/10 net 30" */
    private static String shorthand(PaymentTerms terms, DueRule rule) {
        String tiers = terms.discounts().stream()
                .map(discount -> discount.percent().toPlainString() + "/" + days(discount.until()) + " ")
                .collect(Collectors.joining());
        return tiers + "net " + days(rule);
    }

    private static boolean isPlain(EarlyPaymentDiscount discount) {
        return discount.base() == DiscountBase.GROSS && isDays(discount.until());
    }

    private static boolean isDays(DueRule rule) {
        return rule.start() == DueRule.Start.BASE_DATE
                && rule.steps().size() == 1
                && rule.steps().get(0) instanceof DueStep.AddDays;
    }

    private static int days(DueRule rule) {
        return ((DueStep.AddDays) rule.steps().get(0)).days();
    }

    private String base(PaymentTerms terms, String separator) {
        return terms.base() == BaseDate.INVOICE ? "" : separator + from(terms.base());
    }

    String instalment(PaymentSchedule.Line line) {
        return say("instalment ", "échéance ") + line.number() + ", " + share(line.share()) + colon() + line.amount()
                + say(" due ", " à payer le ") + line.dueDate();
    }

    String previousDueDate() {
        return say("previous due date", "échéance précédente");
    }

    String name(BaseDate base) {
        return switch (base) {
            case INVOICE -> say("invoice date", "date de facture");
            case DELIVERY -> say("delivery date", "date de livraison");
            case END_OF_DELIVERY_MONTH -> say("end of the month of delivery", "fin du mois de livraison");
            case RECEIPT -> say("receipt date", "date de réception");
        };
    }

    String colon() {
        return say(": ", " : ");
    }

    private String from(BaseDate base) {
        return switch (base) {
            case INVOICE -> say("from invoice date", "à compter de la date de facture");
            case DELIVERY -> say("from delivery", "à compter de la livraison");
            case END_OF_DELIVERY_MONTH ->
                say("from the end of the month of delivery", "à compter de la fin du mois de livraison");
            case RECEIPT -> say("from receipt of invoice", "à compter de la réception de la facture");
        };
    }

    String part(Part part) {
        return share(part.share()) + colon() + rule(part.due());
    }

    String discount(EarlyPaymentDiscount discount) {
        return say(percent(discount.percent()) + " discount ", "escompte " + percent(discount.percent()) + " ")
                + (discount.base() == DiscountBase.NET ? say("on the net amount ", "du montant HT ") : "")
                + (isCount(discount.until()) ? say("within ", "sous ") : "")
                + rule(discount.until());
    }

    private static boolean isCount(DueRule rule) {
        DueStep first =
                rule.steps().isEmpty() ? DueStep.endOfMonth() : rule.steps().get(0);
        return first instanceof DueStep.AddDays
                || first instanceof DueStep.AddWeeks
                || first instanceof DueStep.AddMonths;
    }

    String share(Share share) {
        if (share instanceof Share.Percent percent) {
            return percent(percent.percent());
        }
        if (share instanceof Share.PercentOfRemaining percent) {
            return percent(percent.percent()) + say(" of the rest", " du solde");
        }
        return share instanceof Share.Fixed fixed
                ? say("sum of ", "somme de ") + decimal(fixed.sum())
                : say("rest", "solde");
    }

    private String percent(BigDecimal percent) {
        return decimal(percent) + say("%", " %");
    }

    private String decimal(BigDecimal number) {
        return french ? number.toPlainString().replace('.', ',') : number.toPlainString();
    }

    String rule(DueRule rule) {
        String way = rule.steps().isEmpty()
                ? say("immediately", "comptant")
                : rule.steps().stream().map(this::step).collect(Collectors.joining(say(", then ", ", puis ")));
        return rule.start() == DueRule.Start.PREVIOUS_DUE
                ? way + say(" after the previous instalment", " après l'échéance précédente")
                : way;
    }

    String step(DueStep step) {
        if (step instanceof DueStep.AddDays add) {
            return count(add.days(), "day", "jour");
        }
        if (step instanceof DueStep.AddWeeks add) {
            return count(add.weeks(), "week", "semaine");
        }
        if (step instanceof DueStep.AddMonths add) {
            return add.months() + say(add.months() == 1 ? " month" : " months", " mois");
        }
        if (step instanceof DueStep.EndOfMonth) {
            return say("end of month", "fin de mois");
        }
        if (step instanceof DueStep.DayOfMonth day) {
            return say("the ", "le ") + ordinal(day.day()) + monthsAhead(day.monthsAhead());
        }
        if (step instanceof DueStep.NextDayOfMonth next) {
            return say("the next ", "le prochain ")
                    + next.days().stream().map(this::ordinal).collect(Collectors.joining(say(" or ", " ou ")));
        }
        if (step instanceof DueStep.CutoffDay cutoff) {
            String months = cutoff.elseMonths() + say(cutoff.elseMonths() == 1 ? " month" : " months", " mois");
            return say("if after the ", "si après le ") + ordinal(cutoff.lastDay()) + ", " + months
                    + say(" later", " de plus");
        }
        return switch (((DueStep.ToBusinessDay) step).rule()) {
            case FOLLOWING -> say("following business day", "jour ouvré suivant");
            case MODIFIED_FOLLOWING -> say("modified following business day", "jour ouvré suivant du même mois");
            case PRECEDING -> say("preceding business day", "jour ouvré précédent");
        };
    }

    private String monthsAhead(int months) {
        return switch (months) {
            case 0 -> say(" of the month", " du mois");
            case 1 -> say(" of the next month", " du mois suivant");
            default -> say(" of the month " + months + " months ahead", " du mois, " + months + " mois plus loin");
        };
    }

    private String count(int number, String english, String inFrench) {
        String unit = say(english, inFrench);
        boolean one = french ? number < 2 : number == 1;
        return number + " " + unit + (one ? "" : "s");
    }

    private String ordinal(int day) {
        if (french) {
            return day == 1 ? "1er" : String.valueOf(day);
        }
        int last = day % 10;
        boolean teen = day / 10 == 1;
        String suffix = teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
        return day + suffix;
    }
}
