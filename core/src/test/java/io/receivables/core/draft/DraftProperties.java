package io.receivables.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A valid draft turns into a fact, an invalid one never does: validation and the facts agree about every value. */
class DraftProperties {
    /** Draws components, right ones mostly. */
    private static final class Draw {
        private final Random random;
        private final int wrongOfHundred;

        Draw(long seed) {
            random = new Random(seed);
            wrongOfHundred = random.nextInt(3) * 5;
        }

        @SafeVarargs
        final <T> T one(T... values) {
            return values[random.nextInt(values.length)];
        }

        private <T> T mostly(Supplier<T> right, Supplier<T> wrong) {
            return random.nextInt(100) < wrongOfHundred ? wrong.get() : right.get();
        }

        String id() {
            return mostly(
                    () -> one("F-1", "é", "x".repeat(200), " padded ", "{max}", "\u0001"),
                    () -> one(null, "", " ", "\t\n", "\u2003", "\u3000", "x".repeat(201)));
        }

        LocalDate date() {
            return mostly(
                    () -> one(
                            LocalDate.of(1900, 1, 1),
                            LocalDate.of(2024, 2, 29),
                            LocalDate.of(2026, 3, 2),
                            LocalDate.of(9999, 12, 31)),
                    () -> one(
                            null,
                            LocalDate.of(1899, 12, 31),
                            LocalDate.of(10000, 1, 1),
                            LocalDate.MIN,
                            LocalDate.MAX,
                            LocalDate.EPOCH.withYear(0)));
        }

        <T> T orMissing(Supplier<T> value) {
            return random.nextBoolean() ? null : value.get();
        }

        String currency() {
            return mostly(() -> one("EUR", "JPY", "KWD", "CAD"), () -> one(null, "", "eur", "EURO", "ZZZ", "€"));
        }

        BigDecimal amount() {
            return mostly(
                    () -> one(
                            new BigDecimal("1"),
                            new BigDecimal("10"),
                            new BigDecimal("1200.000"),
                            new BigDecimal("1e3"),
                            new BigDecimal("999999999999999")),
                    () -> one(
                            null,
                            new BigDecimal("0"),
                            new BigDecimal("0e-999999999"),
                            new BigDecimal("-1"),
                            new BigDecimal("0.5"),
                            new BigDecimal("0.005"),
                            new BigDecimal("0.0005"),
                            new BigDecimal("1e17"),
                            new BigDecimal("99999999999999999.9"),
                            new BigDecimal("1e999999999"),
                            new BigDecimal("-1e999999999"),
                            new BigDecimal("1e-999999999")));
        }

        String code(String... codes) {
            return mostly(() -> one(codes), () -> one(null, "", "INVOICE", "allocation", "cash"));
        }

        Integer instalment() {
            return one(null, 0, 1, 7, mostly(() -> 2, () -> -1));
        }

        String text() {
            return one(null, "", " ", "net 30");
        }

        List<InstalmentDraft> instalments(BigDecimal gross) {
            List<InstalmentDraft> list = new ArrayList<>();
            if (gross == null || gross.scale() < -20 || gross.scale() > 20 || random.nextInt(4) == 0) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(mostly(() -> new InstalmentDraft(date(), amount()), () -> null));
                }
            } else {
                BigDecimal first = mostly(() -> gross, () -> gross.divide(BigDecimal.TEN));
                list.add(new InstalmentDraft(date(), first));
                list.add(new InstalmentDraft(date(), gross.subtract(first)));
            }
            return list;
        }

        DocumentDraft document() {
            BigDecimal gross = amount();
            boolean inInstalments = random.nextInt(3) == 0;
            String kind = code("invoice", "debit-note", "credit-note");
            return new DocumentDraft(
                    kind,
                    id(),
                    id(),
                    date(),
                    mostly(() -> inInstalments ? null : date(), this::date),
                    mostly(() -> inInstalments ? instalments(gross) : null, () -> instalments(gross)),
                    orMissing(this::date),
                    orMissing(this::date),
                    currency(),
                    gross,
                    one(null, BigDecimal.ZERO, mostly(() -> gross, this::amount)),
                    text(),
                    text(),
                    "credit-note".equals(kind) ? orMissing(this::id) : mostly(() -> null, this::id),
                    orMissing(this::date));
        }

        CustomerDraft customer() {
            Map<String, String> attributes = new HashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                attributes.put(id(), mostly(() -> "retail", () -> one(null, "", "\u2003")));
            }
            return new CustomerDraft(id(), text(), orMissing(() -> attributes));
        }

        Checked any() {
            switch (random.nextInt(9)) {
                case 0 -> {
                    CustomerDraft draft = customer();
                    return new Checked(draft, draft::toCustomer);
                }
                case 1 -> {
                    PaymentDraft draft =
                            new PaymentDraft(id(), id(), date(), currency(), amount(), text(), orMissing(this::date));
                    return new Checked(draft, draft::toPayment);
                }
                case 2 -> {
                    AllocationDraft draft = new AllocationDraft(
                            id(),
                            code("payment", "credit-note"),
                            id(),
                            id(),
                            instalment(),
                            date(),
                            currency(),
                            amount(),
                            orMissing(this::date));
                    return new Checked(draft, draft::toAllocation);
                }
                case 3 -> {
                    RefundDraft draft = new RefundDraft(
                            id(),
                            code("payment", "credit-note"),
                            id(),
                            date(),
                            currency(),
                            amount(),
                            orMissing(this::date));
                    return new Checked(draft, draft::toRefund);
                }
                case 4 -> {
                    WriteOffDraft draft = new WriteOffDraft(
                            id(), id(), instalment(), date(), currency(), amount(), text(), orMissing(this::date));
                    return new Checked(draft, draft::toWriteOff);
                }
                case 5 -> {
                    ReversalDraft draft = new ReversalDraft(
                            id(), code("payment", "allocation"), id(), date(), text(), orMissing(this::date));
                    return new Checked(draft, draft::toReversal);
                }
                case 6 -> {
                    boolean whole = random.nextBoolean();
                    DisputeDraft draft = new DisputeDraft(
                            id(),
                            id(),
                            date(),
                            whole ? mostly(() -> null, this::currency) : currency(),
                            whole ? mostly(() -> null, this::amount) : amount(),
                            text(),
                            orMissing(this::date));
                    return new Checked(draft, draft::toDispute);
                }
                case 7 -> {
                    DisputeResolutionDraft draft =
                            new DisputeResolutionDraft(id(), id(), date(), text(), orMissing(this::date));
                    return new Checked(draft, draft::toDisputeResolution);
                }
                default -> {
                    DocumentDraft draft = document();
                    return new Checked(draft, draft::toDocument);
                }
            }
        }
    }

    private record Checked(Object draft, Supplier<Object> fact) {}

    @Provide
    Arbitrary<Checked> drafts() {
        return Arbitraries.longs().map(seed -> new Draw(seed).any());
    }

    @Provide
    Arbitrary<Checked> documents() {
        return Arbitraries.longs().map(seed -> {
            DocumentDraft draft = new Draw(seed).document();
            return new Checked(draft, draft::toDocument);
        });
    }

    @Property(tries = 300)
    void a_draft_turns_into_a_fact_exactly_when_it_is_valid(@ForAll("drafts") Checked checked) {
        check(checked);
    }

    @Property(tries = 300)
    void a_document_draft_turns_into_a_document_exactly_when_it_is_valid(@ForAll("documents") Checked checked) {
        check(checked);
    }

    private static void check(Checked checked) {
        boolean valid = Validation.isValid(checked.draft());
        Statistics.label("valid").collect(valid).coverage(c -> {
            c.check(true).percentage(p -> p > 15);
            c.check(false).percentage(p -> p > 15);
        });
        RuntimeException refusal = refusal(checked.fact());
        if (valid) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal)
                    .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
                    .message()
                    .isNotBlank();
        }
    }

    private static RuntimeException refusal(Supplier<Object> fact) {
        try {
            assertThat(fact.get()).isNotNull();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Property(tries = 500)
    void no_message_shows_a_key_or_a_placeholder(@ForAll("drafts") Checked checked) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(Validation.messages(checked.draft(), language).values())
                    .allSatisfy(message -> assertThat(message)
                            .doesNotContain("{", "}", "$", "io.receivables")
                            .contains(":"));
        }
    }
}
