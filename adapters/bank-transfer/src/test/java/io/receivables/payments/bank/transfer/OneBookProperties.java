package io.receivables.payments.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.BookedLine;
import io.receivables.core.cash.CashApplication;
import io.receivables.core.cash.CashBook;
import io.receivables.core.cash.CashOptions;
import io.receivables.core.cash.CashRun;
import io.receivables.core.cash.Remittance;
import io.receivables.core.ledger.Ledger;
import io.receivables.payments.bank.transfer.TransferFact.Booked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Transfers and cash application share the lines of a bank: whatever comes in whatever messages, each booking's money is in
 * one of the two books, and once. Here cash application books whatever it gets, for a customer in suspense.
 */
class OneBookProperties {
    /** How a message tells of a booking. */
    enum Detail {
        /** The amount, and nothing of what it is for. */
        BARE,
        /** What it is for; the parts of a sum. */
        WHOLE,
        /** One part of a sum alone. */
        PART
    }

    /** A message about one of ten bookings: even ones are sums of two parts, those below 6 have a part for a request of ours. */
    record Telling(int number, Detail detail, int part) {
        boolean isSum() {
            return number % 2 == 0;
        }

        List<BankLine> lines(String reference) {
            if (!isSum()) {
                return List.of(line(0, 300, detail != Detail.BARE, reference));
            }
            return switch (detail) {
                case BARE -> List.of(line(0, 300, false, reference));
                case WHOLE -> List.of(line(1, 100, true, reference), line(2, 200, true, reference));
                case PART -> List.of(line(part, part * 100, true, reference));
            };
        }

        private BankLine line(int place, int euros, boolean saysWhatFor, String reference) {
            BankLine.Builder line = BankLine.of(Bank.ACCOUNT, Bank.DAY, Money.of(euros + ".00", "EUR"))
                    .reference(BankReference.SERVICER, "B" + number);
            if (isSum()) {
                line.part(new BatchPart(place, place == 0 ? 0 : 2, Money.of("300.00", "EUR")));
            }
            boolean isOurs = number < 6 && place < 2;
            return saysWhatFor
                    ? line.remittance(Remittance.ofReference(isOurs ? reference : "RF18539007547034"))
                            .build()
                    : line.build();
        }
    }

    @Provide
    Arbitrary<List<Telling>> tellings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(Detail.values()),
                        Arbitraries.integers().between(1, 2))
                .as(Telling::new)
                .list()
                .ofMaxSize(20);
    }

    @Property
    void each_booking_is_booked_once_by_one_of_the_two(@ForAll("tellings") List<Telling> tellings) {
        Seller seller = new Seller();
        String reference = seller.asked("K-1");
        Ledger ledger = Ledger.of(List.of());
        CashBook book = CashBook.empty();
        CashOptions options = CashOptions.standard(Bank.DAY).withSuspenseCustomer("suspense");

        for (int from = 0; from < tellings.size(); from += 3) {
            List<BankStatement> statements = tellings.subList(from, Math.min(tellings.size(), from + 3)).stream()
                    .map(telling -> Bank.statement(telling.lines(reference).toArray(BankLine[]::new)))
                    .toList();
            TransferIntake intake = seller.provider.take(statements, book);
            CashRun run = CashApplication.of(ledger, book, intake.others(), options);
            ledger = ledger.with(run.facts());
            book = book.with(run.booked());
        }

        Map<String, List<String>> counted = new TreeMap<>();
        for (BookedLine line : book.lines()) {
            if (!line.paymentId().isEmpty()) {
                count(line.key().reference(), line.key().part(), counted);
            }
        }
        for (TransferEntry entry : seller.register.since(0)) {
            if (entry.fact() instanceof Booked booked) {
                count(booked.key().reference(), booked.key().part(), counted);
            }
        }
        counted.values()
                .forEach(parts -> assertThat(parts)
                        .doesNotHaveDuplicates()
                        .satisfies(all ->
                                assertThat(all.contains("0") && all.size() > 1).isFalse()));
        // what is told in full is booked in full; a sum alone waits for its parts
        for (Telling telling : tellings) {
            String number = "B" + telling.number();
            if (!telling.isSum()) {
                assertThat(counted.get(number)).containsExactly("0");
            } else if (telling.detail() == Detail.WHOLE) {
                assertThat(counted.get(number)).containsExactlyInAnyOrder("1", "2");
            }
        }
    }

    private static void count(String reference, int part, Map<String, List<String>> counted) {
        counted.computeIfAbsent(reference, key -> new ArrayList<>()).add(Integer.toString(part));
    }
}
