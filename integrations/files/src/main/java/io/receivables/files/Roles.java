package io.receivables.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column is for what: headers propose, contents confirm or object. */
final class Roles {
    /**
     * A column that may have a role.
     *
     * @param column the index of the column
     * @param role what it may be
     * @param score 0 to 100
     * @param fit 0 to 1: how far the content agrees
     * @param meaning what is known of its header; empty if it was given or found by its content
     */
    record Candidate(int column, ColumnRole role, int score, double fit, Optional<Synonyms.Meaning> meaning) {}

    private static final int LEAST = 45;
    private static final int SAME = 3;
    private static final double MOSTLY = 0.9;
    private static final double HALF = 0.5;
    private static final double CONTRADICTED = 0.1;
    private static final Set<ColumnRole> OF_PAYMENTS = EnumSet.of(
            ColumnRole.PAYMENT_ID,
            ColumnRole.DATE,
            ColumnRole.INVOICE_ID,
            ColumnRole.CUSTOMER_ID,
            ColumnRole.CURRENCY,
            ColumnRole.AMOUNT,
            ColumnRole.REFERENCE,
            ColumnRole.LOCAL_AMOUNT,
            ColumnRole.OTHER);

    private final List<ColumnProfile> columns;
    private final Set<String> repeated;
    private final Map<ColumnRole, Candidate> assigned = new EnumMap<>(ColumnRole.class);
    private final Map<Integer, ColumnRole> taken = new HashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();

    private Roles(List<ColumnProfile> columns) {
        this.columns = columns;
        this.repeated = columns.stream()
                .map(column -> Text.header(column.header()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(header -> header.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The best distribution of roles, with some columns given. */
    static Roles assign(List<ColumnProfile> columns, Map<CsvField, String> given, boolean payments) {
        Roles roles = new Roles(columns);
        given.forEach(roles::give);
        roles.propose(payments);
        roles.candidates.stream()
                .sorted(Comparator.comparingInt((Candidate candidate) -> -candidate.score)
                        .thenComparing(Candidate::role)
                        .thenComparingInt(Candidate::column))
                .forEach(roles::take);
        if (!payments) {
            roles.takeWhatIsMissing();
        }
        return roles;
    }

    private void give(CsvField field, String header) {
        for (ColumnProfile column : columns) {
            if (Text.header(column.header()).equals(Text.header(header)) && !taken.containsKey(column.index())) {
                put(new Candidate(column.index(), ColumnRole.of(field), 100, 1, Optional.empty()));
                return;
            }
        }
    }

    private void put(Candidate candidate) {
        assigned.put(candidate.role, candidate);
        taken.put(candidate.column, candidate.role);
    }

    private void propose(boolean payments) {
        for (ColumnProfile column : columns) {
            if (column.header().isEmpty() || isRepeated(column)) {
                continue;
            }
            for (Synonyms.Meaning meaning : Synonyms.builtIn().meanings(column.header())) {
                ColumnRole role = payments ? inPaymentFile(meaning.role()) : meaning.role();
                boolean known = payments
                        ? OF_PAYMENTS.contains(role)
                        : role != ColumnRole.PAYMENT_ID && role != ColumnRole.DATE;
                if (known) {
                    double fit = fit(column, role, payments);
                    int score = (int) Math.round(meaning.weight() * fit);
                    candidates.add(new Candidate(column.index(), role, score, fit, Optional.of(meaning)));
                }
            }
        }
    }

    /** What a column of an invoice list is in a list of payments. */
    private static ColumnRole inPaymentFile(ColumnRole role) {
        return switch (role) {
            case CUSTOMER_NAME -> ColumnRole.CUSTOMER_ID;
            case PAID_AMOUNT -> ColumnRole.AMOUNT;
            case SETTLED_DATE -> ColumnRole.DATE;
            default -> role;
        };
    }

    private void take(Candidate candidate) {
        boolean free = !taken.containsKey(candidate.column)
                && (!assigned.containsKey(candidate.role) || candidate.role == ColumnRole.OTHER);
        if (free && candidate.score >= LEAST) {
            if (candidate.role == ColumnRole.OTHER) {
                taken.put(candidate.column, ColumnRole.OTHER);
            } else {
                put(candidate);
            }
        }
    }

    /** What each row needs may have gone to something that it does not need. */
    private void takeWhatIsMissing() {
        move(ColumnRole.ISSUE_DATE, ColumnRole.POSTING_DATE);
        move(ColumnRole.INVOICE_ID, ColumnRole.REFERENCE);
        boolean pair = has(ColumnRole.DEBIT) && has(ColumnRole.CREDIT_AMOUNT);
        if (!has(ColumnRole.AMOUNT) && !pair && has(ColumnRole.LOCAL_AMOUNT)) {
            become(ColumnRole.LOCAL_AMOUNT, ColumnRole.AMOUNT);
            if (!has(ColumnRole.CURRENCY) || has(ColumnRole.LOCAL_CURRENCY)) {
                become(ColumnRole.LOCAL_CURRENCY, ColumnRole.CURRENCY);
            }
        }
    }

    private void move(ColumnRole wanted, ColumnRole from) {
        Candidate held = assigned.get(from);
        if (!has(wanted) && held != null) {
            candidates.stream()
                    .filter(candidate -> candidate.role == wanted && candidate.column == held.column)
                    .filter(candidate -> candidate.score >= LEAST)
                    .findFirst()
                    .ifPresent(candidate -> {
                        assigned.remove(from);
                        put(candidate);
                    });
        }
    }

    private void become(ColumnRole from, ColumnRole to) {
        Candidate held = assigned.remove(from);
        if (held != null) {
            put(new Candidate(held.column, to, held.score, held.fit, held.meaning));
        }
    }

    // ---- content

    private static double fit(ColumnProfile column, ColumnRole role, boolean payments) {
        if (column.isEmpty()) {
            return column.blank() > 0 ? 0.7 : 1; // a file without rows objects to nothing
        }
        boolean dates = column.dated() > HALF;
        boolean decimals = column.amounts().hasDecimals() && column.numeric() > HALF;
        return switch (role.content()) {
            case DATE -> graded(Math.max(column.datable(), column.serial()));
            case AMOUNT -> dates ? CONTRADICTED : graded(column.numeric());
            case CURRENCY -> graded(column.inCurrencies());
            case FLAG -> column.flagged() > MOSTLY ? 1 : CONTRADICTED;
            case ID -> dates || decimals ? CONTRADICTED : identity(column, role, payments);
            case TYPE -> dates || decimals || column.hasManyTexts() ? CONTRADICTED : typed(column);
            case TEXT -> dates ? 0.2 : text(column, role);
            case ANY -> 1;
        };
    }

    private static double graded(double part) {
        return part >= MOSTLY ? 1 : part >= HALF ? 0.6 : CONTRADICTED;
    }

    private static double identity(ColumnProfile column, ColumnRole role, boolean payments) {
        if (role == ColumnRole.INVOICE_ID && !payments) {
            double complete = column.blank() > 0 ? 0.8 : 1; // each row needs one
            return complete * (column.unique() >= MOSTLY ? 1 : column.unique() >= HALF ? 0.9 : 0.6);
        }
        return role == ColumnRole.CUSTOMER_ID && column.spaced() > HALF ? 0.9 : 1;
    }

    private static double typed(ColumnProfile column) {
        Set<String> known = Synonyms.builtIn().types(column.texts()).keySet();
        long rows = known.stream()
                .mapToLong(text -> column.texts().getOrDefault(text, 0L))
                .sum();
        return rows * 2 >= column.filled() ? 1 : column.texts().size() <= 12 ? 0.75 : 0.3;
    }

    private static double text(ColumnProfile column, ColumnRole role) {
        return switch (role) {
            case CUSTOMER_NAME -> column.worded() > HALF ? 1 : 0.5;
            case STATUS, SEGMENT, COUNTRY -> column.hasManyTexts() && column.unique() > HALF ? 0.4 : 1;
            default -> 1;
        };
    }

    // ---- results

    boolean has(ColumnRole role) {
        return assigned.containsKey(role);
    }

    @Nullable Candidate candidate(ColumnRole role) {
        return assigned.get(role);
    }

    /** The index of the column with a role; null if there is none. */
    @Nullable Integer column(ColumnRole role) {
        Candidate candidate = assigned.get(role);
        return candidate == null ? null : candidate.column;
    }

    /** The profile of the column with a role; null if there is none. */
    @Nullable ColumnProfile profile(ColumnRole role) {
        Integer column = column(role);
        return column == null ? null : columns.get(column);
    }

    /** The header of the column with a role; empty if there is none. */
    String header(ColumnRole role) {
        ColumnProfile profile = profile(role);
        return profile == null ? "" : profile.header();
    }

    void give(ColumnRole role, int column) {
        ColumnRole before = taken.get(column);
        if (before != null) {
            assigned.remove(before);
        }
        put(new Candidate(column, role, 100, 1, Optional.empty()));
    }

    void drop(ColumnRole role) {
        Candidate dropped = assigned.remove(role);
        if (dropped != null) {
            taken.remove(dropped.column);
        }
    }

    /** The role of a column; null if it has none. */
    @Nullable ColumnRole roleOf(int column) {
        return taken.get(column);
    }

    /** The best that a column could be, whether it is or not; null if nothing is known of its header. */
    @Nullable Candidate bestOf(int column) {
        return candidates.stream()
                .filter(candidate -> candidate.column == column)
                .max(Comparator.comparingInt(Candidate::score))
                .orElse(null);
    }

    Collection<Candidate> assigned() {
        return List.copyOf(assigned.values());
    }

    /** Columns without a role that might as well have this one as the column that has it. */
    List<Candidate> rivals(ColumnRole role) {
        Candidate held = assigned.get(role);
        return candidates.stream()
                .filter(candidate -> held != null && candidate.role == role && candidate.column != held.column)
                .filter(candidate -> held != null && held.meaning.isPresent() && candidate.score >= held.score - SAME)
                .filter(candidate -> !taken.containsKey(candidate.column))
                .toList();
    }

    /** Whether the header is there more than once, so that a mapping cannot name the column. */
    boolean isRepeated(ColumnProfile column) {
        return repeated.contains(Text.header(column.header()));
    }
}
