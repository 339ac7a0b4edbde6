package io.receivables.payments.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Money;
import io.receivables.payments.manual.ChequeFact.Certified;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.PaymentFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever an office does, on whatever days, in whatever order. */
class ChequeProperties {
    /**
     * Something done after some days.
     *
     * @param days by how many the clock moves before it; it may be set back
     * @param back how many days ago it happened
     * @param dated how many days from then the date on the cheque is
     */
    record Act(String what, String key, int days, int back, int dated) {
        private static final List<String> ALL = List.of("ask", "receive", "certify", "deposit", "return", "poll");

        void on(ChequeOffice office) {
            office.on(office.today().plusDays(days));
            LocalDate day = office.today().minusDays(back);
            switch (what) {
                case "ask" -> office.ask(key);
                case "receive" ->
                    office.provider.tell(Received.of(
                            key, day, "1", day.plusDays(dated), Money.of(dated > 0 ? "800.00" : "799.00", "CAD")));
                case "certify" -> office.provider.tell(new Certified(key, day));
                case "deposit" -> office.provider.tell(new Deposited(key, day));
                case "return" -> office.provider.tell(Returned.of(key, day, ChequeReturn.NSF));
                default -> office.provider.poll("", 1, office.call("poll"));
            }
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        // weighted to what comes about in an office, so that many cheques get as far as the bank
        Arbitrary<Integer> days = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 3)),
                Tuple.of(2, Arbitraries.integers().between(-5, 15)),
                Tuple.of(1, Arbitraries.integers().between(100, 250)));
        return Combinators.combine(
                        Arbitraries.of(Act.ALL),
                        Arbitraries.of("K-1", "K-2"),
                        days,
                        Arbitraries.of(0, 0, 0, 1, 9),
                        Arbitraries.of(0, 0, -3, 5, -200))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    private static ChequeOffice after(List<Act> acts) {
        ChequeOffice office = new ChequeOffice(ChequeRegister.inMemory());
        acts.forEach(act -> act.on(office));
        return office;
    }

    @Property
    void money_comes_in_once_and_goes_back_only_after_it_came(@ForAll("acts") List<Act> acts) {
        Map<String, List<PaymentFact>> byPayment = after(acts).history(100).stream()
                .collect(Collectors.groupingBy(
                        Observation::providerRef, Collectors.mapping(Observation::fact, Collectors.toList())));

        byPayment.values().forEach(facts -> {
            List<PaymentFact> money = facts.stream()
                    .filter(fact -> fact.isMoneyIn() || fact.isMoneyBack())
                    .toList();
            assertThat(money.size()).isLessThanOrEqualTo(2);
            if (!money.isEmpty()) {
                assertThat(money.get(0).isMoneyIn()).isTrue();
                assertThat(money.subList(1, money.size())).allMatch(PaymentFact::isMoneyBack);
            }
        });
    }

    @Property
    void money_comes_in_on_the_fifth_business_day_after_the_deposit(@ForAll("acts") List<Act> acts) {
        ChequeOffice office = after(acts);
        Map<String, LocalDate> deposits = office.register.since(0).stream()
                .map(ChequeEntry::fact)
                .filter(Deposited.class::isInstance)
                .collect(Collectors.toMap(ChequeFact::payment, ChequeFact::on));

        assertThat(office.history(100))
                .filteredOn(seen -> seen.fact().isMoneyIn())
                .allSatisfy(seen -> assertThat(businessDays(
                                deposits.get(seen.providerRef()),
                                seen.valueDate().orElseThrow()))
                        .isEqualTo(5));
    }

    /** Business days after the first day, up to the last. */
    private static long businessDays(LocalDate first, LocalDate last) {
        return first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6 && !day.equals(LocalDate.of(2026, 4, 3)))
                .count();
    }

    @Property
    void polling_on_and_on_tells_what_polling_once_does(@ForAll("acts") List<Act> acts) {
        ChequeOffice office = new ChequeOffice(ChequeRegister.inMemory());
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (Act act : acts) {
            act.on(office);
            ObservationPage page = office.provider.poll(cursor, 2, office.call("poll"));
            page.observations().forEach(each -> seen.add(each.eventId()));
            cursor = page.next();
        }
        ObservationPage rest = office.provider.poll(cursor, 1000, office.call("poll"));
        rest.observations().forEach(each -> seen.add(each.eventId()));

        assertThat(seen)
                .doesNotHaveDuplicates()
                .isEqualTo(
                        office.history(100).stream().map(Observation::eventId).toList());
    }

    @Property
    void looking_up_tells_the_last_of_the_history_and_writes_nothing(@ForAll("acts") List<Act> acts) {
        ChequeOffice office = after(acts);
        office.ask("K-1");
        int before = office.register.since(0).size();

        Observation found = office.find("K-1");

        assertThat(office.register.since(0)).hasSize(before);
        assertThat(office.history(100))
                .filteredOn(seen -> seen.providerRef().equals("K-1"))
                .last()
                .hasToString(found.toString());
    }

    @Property
    void whoever_reads_the_register_anew_sees_the_same(@ForAll("acts") List<Act> acts) {
        ChequeOffice office = after(acts);
        ChequeOffice restarted = new ChequeOffice(office.register).at(office.now());

        assertThat(restarted.history(100)).hasToString(office.history(100).toString());
    }
}
