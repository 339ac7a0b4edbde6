package io.receivables.core.completeness;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.completeness.InvoiceContents.Line;
import io.receivables.core.completeness.InvoiceContents.TaxTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds an invoice up. Sums have to come out exactly; products may be off by the rounding of a line, since a tax may be
 * rounded line by line or once.
 */
final class Totals {
    private static final int USUAL_DIGITS = 2;
    private static final int MOST_DIGITS = 40;

    private final InvoiceContents contents;
    private final @Nullable BigDecimal net;
    private final @Nullable BigDecimal tax;
    private final BigDecimal minorUnit;
    private final List<Problem> problems = new ArrayList<>();

    Totals(InvoiceContents contents) {
        this.contents = contents;
        this.net = usable(contents.net());
        this.tax = usable(contents.tax());
        this.minorUnit = BigDecimal.ONE.movePointLeft(digits(contents.currency()));
    }

    /** An unknown currency is reported by the draft's own validation. */
    private static int digits(@Nullable String currency) {
        if (currency == null) {
            return USUAL_DIGITS;
        }
        try {
            return Money.digits(Money.currency(currency));
        } catch (IllegalArgumentException unknown) {
            return USUAL_DIGITS;
        }
    }

    /** A number that can be computed with: 1E+999999999 is none, and is for the draft's validation to refuse. */
    private static @Nullable BigDecimal usable(@Nullable BigDecimal value) {
        return value == null || value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS
                ? null
                : value;
    }

    List<Problem> problems() {
        compare(CompletenessProblem.LINES_ARE_NOT_NET, lines(), net);
        compare(CompletenessProblem.TAXES_ARE_NOT_TAX, taxes(), tax);
        compare(
                CompletenessProblem.NET_AND_TAX_ARE_NOT_GROSS,
                net == null || tax == null ? null : net.add(tax),
                usable(contents.gross()));
        checkBases();
        for (int i = 0; i < contents.lines().size(); i++) {
            checkLine(i + 1, contents.lines().get(i));
        }
        contents.taxes().forEach(this::checkTax);
        return problems;
    }

    private @Nullable BigDecimal lines() {
        BigDecimal discount = contents.discount() == null ? BigDecimal.ZERO : usable(contents.discount());
        BigDecimal sum = sum(contents.lines(), Line::net);
        return sum == null || discount == null ? null : sum.subtract(discount);
    }

    private @Nullable BigDecimal taxes() {
        return sum(contents.taxes(), TaxTotal::amount);
    }

    /** The sum, if every part is there. */
    private static <T> @Nullable BigDecimal sum(List<T> parts, Function<T, @Nullable BigDecimal> amount) {
        BigDecimal sum = parts.isEmpty() ? null : BigDecimal.ZERO;
        for (T part : parts) {
            BigDecimal added = usable(amount.apply(part));
            sum = sum == null || added == null ? null : sum.add(added);
        }
        return sum;
    }

    private void compare(CompletenessProblem code, @Nullable BigDecimal added, @Nullable BigDecimal stated) {
        if (added != null && stated != null && added.compareTo(stated) != 0) {
            report(code, Problem.VALUE, stated, "sum", added);
        }
    }

    /** Parts may be free of a tax, but no more can be taxed than there is. */
    private void checkBases() {
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        for (TaxTotal total : contents.taxes()) {
            BigDecimal base = usable(total.base());
            if (base != null) {
                bases.merge(total.name(), base, BigDecimal::add);
            }
        }
        bases.forEach((name, base) -> {
            if (net != null && base.abs().compareTo(net.abs()) > 0) {
                report(CompletenessProblem.BASES_ABOVE_NET, "tax", name, Problem.VALUE, net, "sum", base);
            }
        });
    }

    private void checkLine(int number, Line line) {
        BigDecimal product = product(line.quantity(), line.unitPrice());
        BigDecimal stated = usable(line.net());
        if (isOff(product, stated, minorUnit)) {
            report(
                    CompletenessProblem.LINE_IS_NOT_QUANTITY_TIMES_PRICE,
                    "number",
                    number,
                    Problem.VALUE,
                    String.valueOf(stated),
                    "product",
                    String.valueOf(product));
        }
    }

    private void checkTax(TaxTotal total) {
        BigDecimal product = product(total.base(), total.rate());
        BigDecimal exact = product == null ? null : product.movePointLeft(2);
        BigDecimal stated = usable(total.amount());
        int roundings = Math.max(1, contents.lines().size());
        if (isOff(exact, stated, minorUnit.multiply(BigDecimal.valueOf(roundings)))) {
            report(
                    CompletenessProblem.TAX_IS_NOT_BASE_TIMES_RATE,
                    "tax",
                    total.name(),
                    "rate",
                    String.valueOf(total.rate()),
                    Problem.VALUE,
                    String.valueOf(stated),
                    "product",
                    String.valueOf(exact));
        }
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        BigDecimal left = usable(one);
        BigDecimal right = usable(other);
        return left == null || right == null ? null : left.multiply(right);
    }

    private static boolean isOff(@Nullable BigDecimal product, @Nullable BigDecimal stated, BigDecimal tolerance) {
        return product != null
                && stated != null
                && product.subtract(stated).abs().compareTo(tolerance) > 0;
    }

    private void report(CompletenessProblem code, Object... attributes) {
        List<Object> all = new ArrayList<>(List.of(Problem.ID, contents.number() == null ? "" : contents.number()));
        all.addAll(List.of(attributes));
        problems.add(Problem.of(code, all.toArray()));
    }
}
