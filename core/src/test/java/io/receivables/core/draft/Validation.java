package io.receivables.core.draft;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validation as an application without an expression language sets it up. */
final class Validation {
    private static final MessageInterpolator MESSAGES =
            new ParameterMessageInterpolator(Set.of(Locale.ENGLISH, Locale.FRENCH), Locale.ENGLISH, false);

    static final Validator VALIDATOR = jakarta.validation.Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(MESSAGES)
            .buildValidatorFactory()
            .getValidator();

    private Validation() {}

    static boolean isValid(Object draft) {
        return VALIDATOR.validate(draft).isEmpty();
    }

    /** The messages by property path, in a language; several at one path joined. */
    static Map<String, String> messages(Object draft, Locale language) {
        Map<String, String> messages = new TreeMap<>();
        VALIDATOR.validate(draft).stream()
                .map(violation -> Map.entry(
                        violation.getPropertyPath().toString(),
                        MESSAGES.interpolate(violation.getMessageTemplate(), context(violation), language)))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> messages.merge(entry.getKey(), entry.getValue(), (a, b) -> a + " | " + b));
        return messages;
    }

    private static MessageInterpolator.Context context(ConstraintViolation<?> violation) {
        return new MessageInterpolator.Context() {
            @Override
            public ConstraintDescriptor<?> getConstraintDescriptor() {
                return violation.getConstraintDescriptor();
            }

            @Override
            public Object getValidatedValue() {
                return violation.getInvalidValue();
            }

            @Override
            public <T> T unwrap(Class<T> type) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
