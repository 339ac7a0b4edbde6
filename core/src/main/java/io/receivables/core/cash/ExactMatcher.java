package io.receivables.core.cash;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.ledger.OpenItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** See {@link LineMatcher#exact()}. */
final class ExactMatcher implements LineMatcher {
    static final ExactMatcher INSTANCE = new ExactMatcher();

    /** A number of fewer digits in a free text may be a house, a year or a contract: it does not tell who paid. */
    private static final int SHORTEST_TELLING_NUMBER = 6;

    private ExactMatcher() {}

    @Override
    public MatchProposal propose(BankLine line, OpenItems open) {
        Map<Evidence, Set<String>> names = names(line, open);
        List<Candidate> candidates = candidates(names, open);
        if (candidates.isEmpty()) {
            return MatchProposal.leave(Problem.of(CashProblem.NO_ITEM_NAMED), candidates);
        }
        Set<List<ItemShare>> fitting = new LinkedHashSet<>();
        for (Set<String> ofOneKind : names.values()) {
            shares(ofOneKind, line.principal(), open).ifPresent(fitting::add);
        }
        if (fitting.isEmpty()) {
            Set<String> all = names.values().stream()
                    .flatMap(Collection::stream)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            shares(all, line.principal(), open).or(() -> stated(line, open)).ifPresent(fitting::add);
        }
        if (fitting.size() == 1) {
            List<ItemShare> shares = fitting.iterator().next();
            Set<String> customers = customers(shares, open);
            if (customers.size() == 1) {
                return MatchProposal.apply(customers.iterator().next(), shares, candidates);
            }
        }
        return leave(line, candidates, fitting);
    }

    private static MatchProposal leave(BankLine line, List<Candidate> candidates, Set<List<ItemShare>> fitting) {
        Set<String> customers = candidates.stream()
                .map(candidate -> candidate.item().customerId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (customers.size() > 1) {
            return MatchProposal.leave(
                    Problem.of(CashProblem.SEVERAL_CUSTOMERS, Problem.VALUE, String.join(", ", customers)), candidates);
        }
        MatchProposal left = MatchProposal.leave(reason(line, candidates, fitting), candidates);
        return candidates.stream().anyMatch(ExactMatcher::tellsWhoPaid)
                ? left.from(customers.iterator().next())
                : left;
    }

    private static Problem reason(BankLine line, List<Candidate> candidates, Set<List<ItemShare>> fitting) {
        if (fitting.size() > 1) {
            return Problem.of(CashProblem.SEVERAL_FIT, Problem.VALUE, documents(candidates));
        }
        Money total = Money.zero(line.principal().currency());
        for (Candidate candidate : candidates) {
            if (!candidate.item().open().currency().equals(total.currency())) {
                return Problem.of(
                        CashProblem.OTHER_CURRENCY,
                        "document",
                        candidate.item().id(),
                        "open",
                        candidate.item().open(),
                        "paid",
                        line.principal());
            }
        }
        for (OpenItem item : distinct(candidates)) {
            total = total.plus(item.open());
        }
        return Problem.of(
                CashProblem.AMOUNT_DIFFERS, "document", documents(candidates), "open", total, "paid", line.principal());
    }

    private static String documents(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.item().id())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Collection<OpenItem> distinct(List<Candidate> candidates) {
        Map<String, OpenItem> items = new LinkedHashMap<>();
        candidates.forEach(candidate ->
                items.putIfAbsent(candidate.item().id() + "/" + candidate.item().instalment(), candidate.item()));
        return items.values();
    }

    private static boolean tellsWhoPaid(Candidate candidate) {
        return candidate.evidence() != Evidence.TEXT
                || candidate.found().length() >= SHORTEST_TELLING_NUMBER
                || candidate.found().codePoints().anyMatch(Character::isLetter);
    }

    /** What the line calls by name, as names are compared, by kind of evidence; only names of what is open. */
    private static Map<Evidence, Set<String>> names(BankLine line, OpenItems open) {
        Map<Evidence, Set<String>> names = new EnumMap<>(Evidence.class);
        Remittance remittance = line.remittance();
        add(
                names,
                Evidence.STRUCTURED_REFERENCE,
                open,
                remittance.references().stream()
                        .map(Remittance.Reference::value)
                        .toList());
        add(
                names,
                Evidence.END_TO_END_ID,
                open,
                open.namesIn(line.reference(BankReference.END_TO_END).stream().toList()));
        add(
                names,
                Evidence.REMITTED_DOCUMENT,
                open,
                remittance.documents().stream().map(RemittedDocument::number).toList());
        add(names, Evidence.TEXT, open, open.namesIn(texts(line)));
        return names;
    }

    private static void add(
            Map<Evidence, Set<String>> names, Evidence evidence, OpenItems open, Collection<String> found) {
        for (String name : found) {
            if (!open.documents(name).isEmpty()) {
                names.computeIfAbsent(evidence, key -> new LinkedHashSet<>()).add(ItemNames.normalized(name));
            }
        }
    }

    /** What the payer wrote, and what the bank did: some banks pass on the payer's text as their own. */
    private static List<String> texts(BankLine line) {
        List<String> texts = new ArrayList<>(line.remittance().text());
        texts.add(line.text());
        return texts;
    }

    private static List<Candidate> candidates(Map<Evidence, Set<String>> names, OpenItems open) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        names.forEach((evidence, found) -> found.forEach(name -> open.documents(name).stream()
                .filter(seen::add)
                .flatMap(document -> open.items(document).stream())
                .forEach(item -> candidates.add(new Candidate(item, evidence, name)))));
        return candidates;
    }

    /** How names divide a principal to the cent, if they do. */
    private static Optional<List<ItemShare>> shares(Set<String> names, Money principal, OpenItems open) {
        List<String> documents = names.stream()
                .flatMap(name -> open.documents(name).stream())
                .distinct()
                .toList();
        Optional<List<ItemShare>> whole = whole(documents, principal, open);
        if (whole.isPresent()) {
            return whole;
        }
        if (names.size() == 1 && documents.size() > 1) {
            // one reference for several documents: the one whose open amount was paid
            List<List<ItemShare>> fitting = documents.stream()
                    .flatMap(document -> instalments(document, principal, open).stream())
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        }
        return documents.size() == 1 ? instalments(documents.get(0), principal, open) : Optional.empty();
    }

    private static Optional<List<ItemShare>> whole(List<String> documents, Money principal, OpenItems open) {
        List<OpenItem> items = documents.stream()
                .flatMap(document -> open.items(document).stream())
                .toList();
        return upTo(items, principal).filter(shares -> shares.size() == items.size());
    }

    /** The first instalments of a document that are open, as many as the principal pays in full. */
    private static Optional<List<ItemShare>> instalments(String document, Money principal, OpenItems open) {
        return upTo(open.items(document), principal);
    }

    private static Optional<List<ItemShare>> upTo(List<OpenItem> items, Money principal) {
        List<ItemShare> shares = new ArrayList<>();
        Money left = principal;
        for (OpenItem item : items) {
            if (left.isZero()) {
                break;
            }
            if (!item.open().currency().equals(left.currency())) {
                return Optional.empty();
            }
            left = left.minus(item.open());
            if (left.isNegative()) {
                return Optional.empty();
            }
            shares.add(new ItemShare(item.id(), item.instalment(), item.open()));
        }
        return left.isZero() && !shares.isEmpty() ? Optional.of(shares) : Optional.empty();
    }

    /** The division that the payer states, document by document, where it adds up and nothing is paid beyond what is open. */
    private static Optional<List<ItemShare>> stated(BankLine line, OpenItems open) {
        List<ItemShare> shares = new ArrayList<>();
        Money left = line.principal();
        for (RemittedDocument document : line.remittance().documents()) {
            List<String> named = open.documents(document.number());
            Optional<Money> amount = document.amount();
            if (named.size() != 1
                    || amount.isEmpty()
                    || !amount.get().isPositive()
                    || !amount.get().currency().equals(left.currency())) {
                return Optional.empty();
            }
            left = left.minus(amount.get());
            Money rest = amount.get();
            for (OpenItem item : open.items(named.get(0))) {
                if (rest.isPositive() && item.open().currency().equals(rest.currency())) {
                    Money taken = rest.min(item.open());
                    shares.add(new ItemShare(item.id(), item.instalment(), taken));
                    rest = rest.minus(taken);
                }
            }
            if (!rest.isZero()) {
                return Optional.empty();
            }
        }
        return left.isZero() && !shares.isEmpty() && open.fits(shares) ? Optional.of(shares) : Optional.empty();
    }

    private static Set<String> customers(List<ItemShare> shares, OpenItems open) {
        return shares.stream()
                .map(share -> open.items(share.documentId()).get(0).customerId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
