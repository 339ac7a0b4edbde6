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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of some codes, as they are written here. A missing one is valid. */
@Documented
@Constraint(validatedBy = OneOf.Rule.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    /** The codes. */
    String[] value();

    String message() default "{io.receivables.core.draft.OneOf.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks what the constraint says. */
    final class Rule implements ConstraintValidator<OneOf, String> {
        private List<String> codes = List.of();

        /** For the validation provider. */
        public Rule() {}

        @Override
        public void initialize(OneOf constraint) {
            codes = List.of(constraint.value());
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || codes.contains(value);
        }
    }
}
