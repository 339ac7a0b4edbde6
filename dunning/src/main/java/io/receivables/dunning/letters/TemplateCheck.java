package io.receivables.dunning.letters;

import io.receivables.core.Problem;
import io.receivables.dunning.letters.Words.Part;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a policy finds in a catalogue all the templates that it needs, in every language that letters are written
 * in, and whether its formal notices say what the law of {@link DunningPolicy#country()} demands. It looks for wordings
 * and values; it is no legal advice.
 */
public final class TemplateCheck {
    private final DunningPolicy policy;
    private final Templates templates;
    private final List<Problem> problems = new ArrayList<>();

    private TemplateCheck(DunningPolicy policy, Templates templates) {
        this.policy = policy;
        this.templates = templates;
    }

    /** All that is wrong. */
    public static List<Problem> problems(DunningPolicy policy, Templates templates) {
        TemplateCheck check = new TemplateCheck(policy, templates);
        policy.steps().forEach(check::step);
        policy.returnContact()
                .ifPresent(channel ->
                        check.step(DunningStep.of(StepKind.RETURN_CONTACT, 0).by(channel)));
        return List.copyOf(check.problems);
    }

    private void step(DunningStep step) {
        boolean isNotice = step.kind() == StepKind.FORMAL_NOTICE;
        Optional<Jurisdiction> law = Jurisdiction.of(policy.country());
        if (isNotice && policy.country().isEmpty()) {
            report(LetterProblem.NO_COUNTRY, step);
        } else if (isNotice && law.isEmpty()) {
            report(LetterProblem.UNKNOWN_COUNTRY, step, "country", policy.country(), "known", Jurisdiction.known());
        }
        for (String language : Templates.LANGUAGES) {
            LetterLocale locale = LetterLocale.of(language, policy.country());
            if (!templates.hasWords(step.template(), locale)) {
                report(LetterProblem.MISSING_TEMPLATE, step, "template", step.template(), "language", language);
            } else {
                parts(step, locale);
                law.filter(each -> isNotice).ifPresent(each -> mentions(step, each, locale));
            }
        }
    }

    private void parts(DunningStep step, LetterLocale locale) {
        for (Part part : Part.neededBy(step.channel())) {
            if (templates.part(step.template(), part, step.channel(), locale).isEmpty()) {
                report(
                        LetterProblem.MISSING_PART,
                        step,
                        "template",
                        step.template(),
                        "language",
                        locale.language(),
                        "part",
                        part.code(),
                        "channel",
                        step.channel().code());
            }
        }
    }

    /** What every form of the letter shows together; words count where the layout places them. */
    private void mentions(DunningStep step, Jurisdiction law, LetterLocale locale) {
        Set<Jurisdiction.Mention> missing = EnumSet.noneOf(Jurisdiction.Mention.class);
        for (String format : Templates.FORMATS) {
            templates
                    .reviewLayout(step.template(), step.channel(), format, locale)
                    .ifPresent(layout -> missing.addAll(missing(step, layout, law, locale)));
        }
        missing.forEach(mention -> report(
                LetterProblem.MISSING_MENTION,
                step,
                "template",
                step.template(),
                "language",
                locale.language(),
                "country",
                policy.country(),
                "mention",
                mention.code()));
    }

    private List<Jurisdiction.Mention> missing(
            DunningStep step, TemplateReview layout, Jurisdiction law, LetterLocale locale) {
        StringBuilder words = new StringBuilder(layout.words());
        Set<String> shown = new HashSet<>(layout.shown());
        for (Part part : Part.values()) {
            if (layout.shown().contains(part.code())) {
                templates
                        .part(step.template(), part, step.channel(), locale)
                        .map(found -> templates.reviewPart(found, locale, law.code()))
                        .ifPresent(review -> {
                            words.append('\n').append(review.words());
                            shown.addAll(review.shown());
                        });
            }
        }
        return law.missing(words.toString().toLowerCase(Locale.ROOT), shown, locale);
    }

    private void report(LetterProblem code, DunningStep step, Object... more) {
        problems.add(Problem.of(code, more).at("policy", policy.id(), "step", step.code()));
    }
}
