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
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A known ISO 4217 code such as {@code EUR}. A missing one is valid. */
@Documented
@Constraint(validatedBy = CurrencyCode.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrencyCode {
    String message() default "{io.receivables.core.draft.CurrencyCode.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<CurrencyCode, String> {
        /** For the validation provider. */
        public Rule() {}

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || find(value).isPresent();
        }

        static Optional<Currency> find(@Nullable String code) {
            try {
                return code == null ? Optional.empty() : Optional.of(Money.currency(code));
            } catch (IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }
    }
}
