package io.receivables.core.draft;

import io.receivables.core.FactKind;
import io.receivables.core.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a document go together. Each rule reports a violation of its own, with a message of its own, at the
 * component to change:
 *
 * <ul>
 *   <li>gross, tax and instalments can be held in the currency;
 *   <li>the tax is not above gross;
 *   <li>the instalments add up to gross;
 *   <li>there is a due date or there are instalments, not both; a credit note needs neither;
 *   <li>only a credit note names a document that it corrects.
 * </ul>
 */
@Documented
@Constraint(validatedBy = ConsistentDocument.Rule.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsistentDocument {
    /** Never shown: each rule has a message of its own. */
    String message() default "{io.receivables.core.draft.ConsistentDocument.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<ConsistentDocument, DocumentDraft> {
        /** For the validation provider. */
        public Rule() {}

        @Override
        public boolean isValid(DocumentDraft draft, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            Violations violations = new Violations(context);
            checkAmounts(draft, violations);
            checkDueDate(draft, violations);
            checkCorrection(draft, violations);
            return violations.none;
        }

        private static void checkAmounts(DocumentDraft draft, Violations violations) {
            Currency currency = CurrencyCode.Rule.find(draft.currency()).orElse(null);
            if (currency == null) {
                return; // a violation of its own; without a currency nothing can be said about decimals
            }
            boolean grossFits = fits(draft.gross(), currency);
            boolean taxFits = fits(draft.tax(), currency);
            violations.unless(grossFits, "FittingAmount", "gross");
            violations.unless(taxFits, "FittingAmount", "tax");
            if (grossFits && taxFits && draft.gross() != null && draft.tax() != null) {
                violations.unless(draft.tax().compareTo(draft.gross()) <= 0, "taxAboveGross", "tax");
            }
            checkInstalments(draft, currency, grossFits, violations);
        }

        private static void checkInstalments(
                DocumentDraft draft, Currency currency, boolean grossFits, Violations violations) {
            if (draft.instalments() == null) {
                return;
            }
            BigDecimal sum = BigDecimal.ZERO;
            boolean known = grossFits && draft.gross() != null;
            List<@Nullable InstalmentDraft> instalments = draft.instalments();
            for (int i = 0; i < instalments.size(); i++) {
                InstalmentDraft instalment = instalments.get(i);
                BigDecimal amount = instalment == null ? null : instalment.amount();
                boolean fits = fits(amount, currency);
                violations.unlessOfInstalment(fits, "FittingAmount", i);
                known &= fits && amount != null;
                // as money: adding 0e-999999999 as it stands would expand it
                sum = fits && amount != null
                        ? sum.add(Money.of(amount, currency).amount())
                        : sum;
            }
            if (known && draft.gross() != null && !instalments.isEmpty()) {
                violations.unless(sum.compareTo(draft.gross()) == 0, "instalmentsOffGross", "instalments");
            }
        }

        private static boolean fits(@Nullable BigDecimal amount, Currency currency) {
            return amount == null || Money.fits(amount, currency);
        }

        private static void checkDueDate(DocumentDraft draft, Violations violations) {
            boolean both = draft.dueDate() != null && draft.instalments() != null;
            boolean none = draft.dueDate() == null && draft.instalments() == null;
            violations.unless(!both, "dueDateAndInstalments", "dueDate");
            violations.unless(!none || isCreditNote(draft), "dueDateMissing", "dueDate");
        }

        private static void checkCorrection(DocumentDraft draft, Violations violations) {
            violations.unless(draft.corrects() == null || isCreditNote(draft), "correctsOnDebit", "corrects");
        }

        private static boolean isCreditNote(DocumentDraft draft) {
            return FactKind.CREDIT_NOTE.code().equals(draft.kind());
        }

        /** Reports violations and remembers whether there were any. */
        private static final class Violations {
            private final ConstraintValidatorContext context;
            private boolean none = true;

            private Violations(ConstraintValidatorContext context) {
                this.context = context;
            }

            private void unless(boolean holds, String rule, String component) {
                if (!holds) {
                    violation(rule).addPropertyNode(component).addConstraintViolation();
                }
            }

            private void unlessOfInstalment(boolean holds, String rule, int index) {
                if (!holds) {
                    violation(rule)
                            .addPropertyNode("instalments")
                            .addPropertyNode("amount")
                            .inIterable()
                            .atIndex(index)
                            .addConstraintViolation();
                }
            }

            private ConstraintViolationBuilder violation(String rule) {
                none = false;
                return context.buildConstraintViolationWithTemplate("{io.receivables.core.draft." + rule + ".message}");
            }
        }
    }
}
