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
import org.jspecify.annotations.Nullable;

/** An identifier is not blank and of a sane length. A missing one is valid; {@code @NotNull} refuses it. */
@Documented
@Constraint(validatedBy = Identifier.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Identifier {
    String message() default "{io.receivables.core.draft.Identifier.message}";

    /** The greatest number of characters; for the message. */
    int max() default 200;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<Identifier, String> {
        private int max;

        /** For the validation provider. */
        public Rule() {}

        @Override
        public void initialize(Identifier constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || (!value.isBlank() && value.length() <= max);
        }
    }
}
