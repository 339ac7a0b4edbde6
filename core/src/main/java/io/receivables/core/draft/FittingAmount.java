package io.receivables.core.draft;

import io.receivables.core.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/**
 * The amount can be held in the currency: it has no more decimals than the currency and is not too large. Valid while
 * the currency is unknown, which is a violation of its own.
 */
@Documented
@Constraint(validatedBy = FittingAmount.Rule.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FittingAmount {
    String message() default "{io.receivables.core.draft.FittingAmount.message}";

    /** Whether amount and currency may be missing together. One without the other is always a violation. */
    boolean optional() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<FittingAmount, AmountDraft> {
        private boolean optional;

        /** For the validation provider. */
        public Rule() {}

        @Override
        public void initialize(FittingAmount constraint) {
            optional = constraint.optional();
        }

        @Override
        public boolean isValid(AmountDraft draft, ConstraintValidatorContext context) {
            BigDecimal amount = draft.amount();
            String currency = draft.currency();
            if (amount != null && currency != null) {
                return holds(fits(amount, currency), context, context.getDefaultConstraintMessageTemplate(), "amount");
            }
            // where both are needed, what is missing is a violation of its own
            return !optional
                    || (holds(
                                    amount != null || currency == null,
                                    context,
                                    "{io.receivables.core.draft.amount.missing}",
                                    "amount")
                            && holds(
                                    currency != null || amount == null,
                                    context,
                                    "{io.receivables.core.draft.currency.missing}",
                                    "currency"));
        }

        private static boolean fits(BigDecimal amount, String code) {
            return CurrencyCode.Rule.find(code)
                    .map(currency -> Money.fits(amount, currency))
                    .orElse(true);
        }

        private static boolean holds(
                boolean holds, ConstraintValidatorContext context, String message, String component) {
            if (!holds) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(message)
                        .addPropertyNode(component)
                        .addConstraintViolation();
            }
            return holds;
        }
    }
}
