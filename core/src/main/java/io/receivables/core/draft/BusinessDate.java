package io.receivables.core.draft;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date in years in which business is done; others are typing mistakes. A missing date is valid. */
@Documented
@Constraint(validatedBy = BusinessDate.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface BusinessDate {
    String message() default "{io.receivables.core.draft.BusinessDate.message}";

    /** The first year. */
    int first() default 1900;

    /** The last year. */
    int last() default 9999;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<BusinessDate, LocalDate> {
        private int first;
        private int last;

        /** For the validation provider. */
        public Rule() {}

        @Override
        public void initialize(BusinessDate constraint) {
            first = constraint.first();
            last = constraint.last();
        }

        @Override
        public boolean isValid(@Nullable LocalDate value, ConstraintValidatorContext context) {
            return value == null || (value.getYear() >= first && value.getYear() <= last);
        }
    }
}
