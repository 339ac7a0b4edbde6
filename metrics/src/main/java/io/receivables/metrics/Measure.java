package io.receivables.metrics;

import io.receivables.core.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One figure with what it was computed from. The value has full precision ({@link #PRECISION}) and is rounded only by
 * {@link #value(int, RoundingMode)}; where there is none, {@link #reason()} says why.
 */
public final class Measure {
    /** The precision of every division: 34 digits. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private final MeasureKind kind;
    private final String name;
    private final String convention;
    private final MeasureStatus status;
    private final @Nullable BigDecimal value;
    private final @Nullable Problem problem;
    private final Map<String, BigDecimal> inputs;
    private final Set<MeasureWarning> warnings;

    private Measure(Builder from, MeasureStatus status, @Nullable BigDecimal value, @Nullable Problem problem) {
        this.kind = from.kind;
        this.name = from.name;
        this.convention = from.convention;
        this.status = status;
        this.value = value == null ? null : plain(value);
        this.problem = problem;
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(from.inputs));
        this.warnings = Collections.unmodifiableSet(EnumSet.copyOf(from.warnings));
    }

    /** Without trailing zeros and exponent, so that equal values are equal objects: 20, not 2E+1 or 20.00. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Starts a measure. */
    public static Builder of(MeasureKind kind) {
        return new Builder(kind, kind.code(), kind.code());
    }

    public MeasureKind kind() {
        return kind;
    }

    /** The canonical name of the variant, such as {@code simple-dso-90}. */
    public String name() {
        return name;
    }

    /** The name with every convention that the value depends on. */
    public String convention() {
        return convention;
    }

    public Unit unit() {
        return kind.unit();
    }

    public MeasureStatus status() {
        return status;
    }

    /** The value, unrounded and without trailing zeros; empty when {@link #status()} is {@link MeasureStatus#UNDEFINED}. */
    public Optional<BigDecimal> value() {
        return Optional.ofNullable(value);
    }

    /** The value, rounded once. */
    public Optional<BigDecimal> value(int scale, RoundingMode rounding) {
        return value().map(exact -> exact.setScale(scale, rounding));
    }

    /** Why the status is not OK, as a code with attributes. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Why the status is not OK, in English; empty when it is. */
    public String reason() {
        return reason(Locale.ENGLISH);
    }

    /** Why the status is not OK, in French where the locale's language is French; empty when it is. */
    public String reason(Locale locale) {
        return problem == null ? "" : problem.message(locale);
    }

    /** What the value was computed from, by name, in the order of the formula; amounts are in major units. */
    public Map<String, BigDecimal> inputs() {
        return inputs;
    }

    /**
     * One input.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public BigDecimal input(String inputName) {
        BigDecimal input = inputs.get(inputName);
        if (input == null) {
            throw new IllegalArgumentException(name + " has no input \"" + inputName + "\": it has " + inputs.keySet());
        }
        return input;
    }

    /** What a reader should know, in the order of {@link MeasureWarning}. */
    public Set<MeasureWarning> warnings() {
        return warnings;
    }

    /** This measure under the name and convention of a variant. */
    public Measure named(String variant, String underConvention) {
        return change(new Builder(kind, variant, underConvention));
    }

    /** This measure with a warning. */
    public Measure with(MeasureWarning warning) {
        return change(new Builder(kind, name, convention).warn(warning));
    }

    /** This measure with a further input. */
    public Measure with(String inputName, BigDecimal input) {
        Builder changed = new Builder(kind, name, convention);
        changed.inputs.putAll(inputs);
        return change(changed.input(inputName, input));
    }

    private Measure change(Builder to) {
        inputs.forEach(to.inputs::putIfAbsent);
        to.warnings.addAll(warnings);
        return new Measure(to, status, value, problem);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure that
                && kind == that.kind
                && name.equals(that.name)
                && convention.equals(that.convention)
                && status == that.status
                && Objects.equals(value, that.value)
                && Objects.equals(problem, that.problem)
                && inputs.equals(that.inputs)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, convention, status, value, problem, inputs, warnings);
    }

    @Override
    public String toString() {
        String shown = value == null ? "undefined" : value.toPlainString() + " " + unit().code();
        return name + " = " + shown + (status == MeasureStatus.OK ? "" : " (" + status.code() + ": " + reason() + ")");
    }

    /** Collects inputs and warnings; the last call says what came out. */
    public static final class Builder {
        private final MeasureKind kind;
        private final String name;
        private final String convention;
        private final Map<String, BigDecimal> inputs = new LinkedHashMap<>();
        private final Set<MeasureWarning> warnings = EnumSet.noneOf(MeasureWarning.class);

        private Builder(MeasureKind kind, String name, String convention) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.name = Objects.requireNonNull(name, "name");
            this.convention = Objects.requireNonNull(convention, "convention");
        }

        public Builder input(String inputName, BigDecimal input) {
            inputs.put(inputName, Objects.requireNonNull(input, inputName));
            return this;
        }

        public Builder input(String inputName, long input) {
            return input(inputName, BigDecimal.valueOf(input));
        }

        public Builder warn(MeasureWarning warning) {
            warnings.add(warning);
            return this;
        }

        public Builder warnIf(boolean condition, MeasureWarning warning) {
            return condition ? warn(warning) : this;
        }

        /** The measure with a plain value. */
        public Measure value(BigDecimal value) {
            return new Measure(this, MeasureStatus.OK, Objects.requireNonNull(value, "value"), null);
        }

        /** The measure with a value that is to be read as the reason's status says. */
        public Measure value(BigDecimal value, MeasureReason reason, Object... namesAndValues) {
            return new Measure(
                    this, reason.status(), Objects.requireNonNull(value, "value"), why(reason, namesAndValues));
        }

        /** The measure with a value that is to be read as another one is, and for the same reason. */
        public Measure valueLike(Measure other, BigDecimal value) {
            return new Measure(this, other.status, Objects.requireNonNull(value, "value"), other.problem);
        }

        /** The measure without a value. */
        public Measure undefined(MeasureReason reason, Object... namesAndValues) {
            return new Measure(this, MeasureStatus.UNDEFINED, null, why(reason, namesAndValues));
        }

        private static Problem why(MeasureReason reason, Object... namesAndValues) {
            Object[] plain = namesAndValues.clone();
            for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof BigDecimal number ? number.toPlainString() : plain[i];
            }
            return Problem.of(reason, plain);
        }
    }
}
