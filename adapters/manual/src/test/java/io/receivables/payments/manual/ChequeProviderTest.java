package io.receivables.payments.manual;

import static io.receivables.payments.manual.ChequeOffice.AMOUNT;
import static io.receivables.payments.manual.ChequeOffice.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import io.receivables.core.Problem;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.payments.manual.ChequeFact.Certified;
import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Passed;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.CallContext;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Lookup;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Observation;
import io.receivables.payments.spi.ObservationPage;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.PaymentFact;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.Reason;
import io.receivables.payments.spi.Retry;
import io.receivables.payments.spi.Share;
import io.receivables.payments.spi.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChequeProviderTest {
    private static final String KEY = "K-1";
    private final ChequeOffice office = new ChequeOffice(ChequeRegister.inMemory());

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private String code(ChequeFact fact) {
        return office.provider.tell(fact).map(problem -> problem.code().id()).orElse("");
    }

    private ChequeState state() {
        return office.provider.state(KEY);
    }

    private static Reason reasonOf(Submission submission) {
        return ((Submission.Refused) submission).reason();
    }

    @Test
    void the_payer_is_told_to_whom_and_where_to_send_the_cheque_and_what_to_write_on_it() {
        Submission.Acknowledged asked = (Submission.Acknowledged) office.ask(KEY);

        assertThat(asked.payerAction().orElseThrow().instructions())
                .hasToString("{payee=Boulangerie Nord inc., address=1 rue Principale, Gatineau QC J8X 1A1,"
                        + " reference=F-1001}");
        assertThat(asked.observation().fact()).isEqualTo(PaymentFact.AWAITING_PAYER);
        assertThat(asked.observation().providerRef()).isEqualTo(KEY);
        assertThat(((Lookup.Found) office.provider.find(LookupKey.of(KEY), office.call(KEY))).payerAction())
                .isEqualTo(asked.payerAction());
    }

    @Test
    void a_cheque_is_money_when_the_hold_is_over_and_not_before() {
        office.deposit(KEY);
        assertThat(office.facts()).containsExactly("awaiting-payer", "payer-accepted", "payer-accepted");

        // deposited on Monday the 2nd: 3, 4, 5, 6 and Monday the 9th are five business days
        office.at(
                day("2026-03-09").atStartOfDay(ChequeOffice.TORONTO).toInstant().minusNanos(1));
        assertThat(office.find(KEY).fact()).isEqualTo(PaymentFact.PAYER_ACCEPTED);

        office.at(office.now().plusNanos(1));
        Observation settled = office.find(KEY);
        assertThat(settled.fact()).isEqualTo(PaymentFact.SETTLED);
        assertThat(settled.amount()).contains(AMOUNT);
        assertThat(settled.valueDate()).contains(day("2026-03-09"));
        assertThat(settled.rawCode()).isEqualTo("presumed-cleared");
        assertThat(state()).isEqualTo(ChequeState.PRESUMED_CLEARED);
    }

    @Test
    void holidays_of_the_configuration_are_no_business_days() {
        office.on(day("2026-03-30")).deposit(KEY);

        // Good Friday, 3 April, does not count: 31, 1, 2, 6, 7
        assertThat(office.on(day("2026-04-06")).find(KEY).fact()).isEqualTo(PaymentFact.PAYER_ACCEPTED);
        assertThat(office.on(day("2026-04-07")).find(KEY).valueDate()).contains(day("2026-04-07"));
    }

    @Test
    void a_calendar_of_the_hosts_takes_the_place_of_weekends_and_holidays() {
        Cheques cheques = Cheques.with(ChequeRegister.inMemory()).on(date -> true);

        assertThat(cheques.config().key("holidays")).isEmpty();
        assertThat(new ChequeTerms("p", "a", ChequeOffice.TORONTO, 5, date -> true).presumedCleared(MONDAY))
                .isEqualTo(day("2026-03-07"));
        assertThat(new ChequeTerms("p", "a", ChequeOffice.TORONTO, 0, BusinessCalendar.weekdays())
                        .presumedCleared(MONDAY))
                .isEqualTo(MONDAY);
    }

    @Test
    void a_post_dated_cheque_waits_for_its_date() {
        office.ask(KEY);
        LocalDate dated = day("2026-03-16");

        assertThat(code(office.receivedToday(KEY, dated))).isEmpty();
        assertThat(state()).isEqualTo(ChequeState.HELD_POST_DATED);
        assertThat(code(new Deposited(KEY, MONDAY))).isEqualTo("RCV-CHEQUE-006");

        office.on(dated);
        assertThat(state()).isEqualTo(ChequeState.RECEIVED);
        assertThat(code(new Deposited(KEY, dated))).isEmpty();
    }

    @Test
    void a_cheque_grows_stale_after_six_months() {
        office.ask(KEY);
        office.provider.tell(office.receivedToday(KEY, MONDAY));

        assertThat(office.on(day("2026-09-02")).find(KEY).fact()).isEqualTo(PaymentFact.PAYER_ACCEPTED);
        Observation stale = office.on(day("2026-09-03")).find(KEY);
        assertThat(stale.fact()).isEqualTo(PaymentFact.FAILED);
        assertThat(stale.reason().orElseThrow().code()).isEqualTo("stale");
        assertThat(code(new Deposited(KEY, day("2026-09-03")))).isEqualTo("RCV-CHEQUE-007");
    }

    @Test
    void a_deposit_in_time_that_is_told_late_counts() {
        office.ask(KEY);
        office.provider.tell(office.receivedToday(KEY, MONDAY));
        office.on(day("2026-09-20"));
        assertThat(office.facts()).endsWith("failed");

        assertThat(code(new Deposited(KEY, day("2026-09-02")))).isEmpty();
        assertThat(office.facts())
                .containsExactly("awaiting-payer", "payer-accepted", "failed", "payer-accepted", "settled");
        assertThat(office.find(KEY).valueDate()).contains(day("2026-09-09"));
    }

    @Test
    void a_certified_cheque_does_not_grow_stale() {
        office.ask(KEY);
        office.provider.tell(office.receivedToday(KEY, MONDAY));
        assertThat(code(new Certified(KEY, MONDAY))).isEmpty();
        office.ask("K-2");
        office.provider.tell(new Received("K-2", MONDAY, "77", day("2025-01-15"), AMOUNT, true));

        office.on(day("2027-03-02"));

        assertThat(state()).isEqualTo(ChequeState.RECEIVED);
        assertThat(code(new Deposited(KEY, office.today()))).isEmpty();
        assertThat(code(new Deposited("K-2", office.today()))).isEmpty();
    }

    @Test
    void a_cheque_that_is_stale_when_it_comes_fails_at_once() {
        office.ask(KEY);
        office.provider.tell(office.receivedToday(KEY, day("2025-09-01")));

        assertThat(office.find(KEY).fact()).isEqualTo(PaymentFact.FAILED);
        assertThat(office.find(KEY).rawText()).isEqualTo("CHQ-12");
    }

    @Test
    void a_cheque_returned_before_the_hold_is_over_never_was_money() {
        office.deposit(KEY).on(day("2026-03-05"));

        office.provider.tell(Returned.of(KEY, office.today(), ChequeReturn.NSF).charging(Money.of("7.00", "CAD")));

        Observation failed = office.find(KEY);
        assertThat(failed.fact()).isEqualTo(PaymentFact.FAILED);
        assertThat(failed.amount()).isEmpty();
        assertThat(failed.fee()).contains(Money.of("7.00", "CAD"));
        assertThat(failed.reason().orElseThrow().category()).isEqualTo(Reason.Category.INSUFFICIENT_FUNDS);
        assertThat(office.on(day("2026-06-01")).facts()).doesNotContain("settled");
    }

    @Test
    void a_cheque_returned_later_takes_the_money_back_and_the_fee_stands_apart() {
        office.deposit(KEY).on(day("2026-03-20"));

        office.provider.tell(Returned.of(KEY, office.today(), ChequeReturn.STOP).charging(Money.of("45.00", "CAD")));

        List<Observation> history = office.history(100);
        assertThat(history)
                .extracting(Observation::fact)
                .endsWith(PaymentFact.SETTLED, PaymentFact.RETURNED)
                .hasSize(5);
        Observation returned = history.get(4);
        assertThat(returned.amount()).contains(AMOUNT);
        assertThat(returned.fee()).contains(Money.of("45.00", "CAD"));
        assertThat(returned.valueDate()).contains(day("2026-03-20"));
        assertThat(returned.reason().orElseThrow().code()).isEqualTo("stop");
    }

    @Test
    void looking_up_a_returned_cheque_tells_the_money_that_had_come_in_as_well() {
        office.deposit(KEY).on(day("2026-03-20"));
        office.provider.tell(Returned.of(KEY, office.today(), ChequeReturn.STOP));

        Lookup.Found found = (Lookup.Found) office.provider.find(LookupKey.of(KEY), office.call(KEY));

        assertThat(found.observation().fact()).isEqualTo(PaymentFact.RETURNED);
        assertThat(found.earlier()).hasToString("[Observation[K-1:hold-passed, settled, CAD 800.00]]");
        assertThat(office.deposit("K-2").find("K-2").fact()).isEqualTo(PaymentFact.PAYER_ACCEPTED);
    }

    @Test
    void a_returned_cheque_is_not_deposited_again() {
        office.deposit(KEY).on(day("2026-03-05"));
        office.provider.tell(Returned.of(KEY, office.today(), ChequeReturn.NSF));

        assertThat(office.provider.tell(new Deposited(KEY, office.today())).orElseThrow())
                .hasToString("RCV-CHEQUE-009: deposited of payment K-1: the cheque dated 2026-03-02 is of no more use;"
                        + " ask the payer for a new one, by a new payment");
        assertThat(code(office.receivedToday(KEY, office.today()))).isEqualTo("RCV-CHEQUE-003");
    }

    @ParameterizedTest
    @CsvSource({
        "NSF, INSUFFICIENT_FUNDS, NEW_ATTEMPT",
        "STOP, PAYER_REFUSED, AFTER_DATA",
        "CLOSED, ACCOUNT_CLOSED, AFTER_DATA",
        "STALE, FORMAT, NEW_ATTEMPT",
        "POST_DATED, FORMAT, NEW_ATTEMPT",
        "FUNDS_NOT_CLEARED, INSUFFICIENT_FUNDS, NEW_ATTEMPT",
        "REFER, UNSPECIFIED, AFTER_DATA",
        "SIGNATURE, FORMAT, NEW_ATTEMPT",
        "FORGED, FRAUD, NEVER",
        "ALTERED, FRAUD, NEVER"
    })
    void every_reason_of_a_return_says_what_to_do_next(ChequeReturn why, Reason.Category category, Retry.Kind retry) {
        office.deposit(KEY).on(day("2026-03-20"));
        office.provider.tell(Returned.of(KEY, office.today(), why));

        Reason reason = office.find(KEY).reason().orElseThrow();
        assertThat(reason.category()).isEqualTo(category);
        assertThat(reason.retry().kind()).isEqualTo(retry);
        assertThat(reason.scheme()).isEqualTo("cheque");
        assertThat(ChequeReturn.ofCode(reason.code())).isEqualTo(why);
    }

    @Test
    void a_cheque_for_less_settles_a_part_and_one_for_more_settles_what_it_says() {
        office.ask(KEY);
        office.provider.tell(Received.of(KEY, MONDAY, "1", MONDAY, Money.of("799.99", "CAD")));
        office.provider.tell(new Deposited(KEY, MONDAY));
        office.ask("K-2");
        office.provider.tell(Received.of("K-2", MONDAY, "2", MONDAY, Money.of("800.01", "CAD")));
        office.provider.tell(new Deposited("K-2", MONDAY));
        office.on(day("2026-03-09"));

        assertThat(office.find(KEY).fact()).isEqualTo(PaymentFact.PARTIALLY_SETTLED);
        assertThat(office.find(KEY).amount()).contains(Money.of("799.99", "CAD"));
        assertThat(office.find("K-2").fact()).isEqualTo(PaymentFact.SETTLED);
        assertThat(office.find("K-2").amount()).contains(Money.of("800.01", "CAD"));
    }

    @Test
    void what_cannot_be_is_refused_with_field_value_and_a_way_out() {
        assertThat(code(new Deposited(KEY, MONDAY))).isEqualTo("RCV-CHEQUE-001");
        office.ask(KEY);
        assertThat(code(new Deposited(KEY, MONDAY))).isEqualTo("RCV-CHEQUE-004");
        assertThat(office.provider
                        .tell(Received.of(KEY, MONDAY, "1", MONDAY, Money.of("800.00", "USD")))
                        .orElseThrow()
                        .message())
                .isEqualTo("received of payment K-1: amount USD 800.00 is not in the currency of the payment; give an"
                        + " amount in CAD");
        assertThat(office.provider
                        .tell(Received.of(KEY, MONDAY.plusDays(1), "1", MONDAY, AMOUNT))
                        .orElseThrow()
                        .message(Locale.CANADA_FRENCH))
                .isEqualTo("réception du paiement K-1 : on 2026-03-03 est après aujourd'hui, 2026-03-02 ;"
                        + " enregistrez-le une fois arrivé");
        assertThat(code(office.receivedToday(KEY, MONDAY))).isEmpty();
        assertThat(code(Returned.of(KEY, MONDAY, ChequeReturn.NSF))).isEqualTo("RCV-CHEQUE-005");
        assertThat(office.provider.tell(new Certified(KEY, day("2026-03-01"))))
                .map(Problem::message)
                .contains("certified of payment K-1: on 2026-03-01 is before 2026-03-02, the day of what was recorded"
                        + " last; check the date");
        assertThat(code(new Deposited(KEY, MONDAY))).isEmpty();
        assertThat(code(new Certified(KEY, MONDAY))).isEqualTo("RCV-CHEQUE-008");
    }

    @Test
    void fields_that_make_no_sense_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Received.of(KEY, MONDAY, " ", MONDAY, AMOUNT))
                .withMessage("number is blank: say which is meant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Received.of(KEY, MONDAY, "1", MONDAY, Money.of("0.00", "CAD")))
                .withMessage("amount CAD 0.00 is not above zero: give what was meant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deposited("K".repeat(201), MONDAY))
                .withMessage("payment has 201 characters: give at most 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Passed(KEY, MONDAY, ChequeTrigger.RETURNED))
                .withMessage("trigger returned of K-1 does not come by time: use its own fact");
    }

    @Test
    void the_office_tells_neither_what_was_asked_nor_what_time_did() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.provider.tell(new Expected(KEY, MONDAY, "pay-1", AMOUNT, "F-1001")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.provider.tell(new Passed(KEY, MONDAY, ChequeTrigger.HOLD_PASSED)))
                .withMessage("fact hold-passed of K-1 is written by the provider itself");
    }

    @Test
    void the_same_told_again_is_told_once() {
        office.deposit(KEY);

        assertThat(code(new Deposited(KEY, MONDAY))).isEmpty();
        assertThat(code(office.receivedToday(KEY, MONDAY))).isEmpty();

        assertThat(office.facts()).hasSize(3);
    }

    @Test
    void money_that_counted_goes_on_counting_when_the_hold_changes() {
        office.deposit(KEY).on(day("2026-03-09"));
        assertThat(office.facts()).endsWith("settled");
        ChequeProvider stricter = new ChequeProvider(
                new Demands(office.provider.capabilities(), new ReferenceForm(35, "-")),
                new ChequeTerms("p", "a", ChequeOffice.TORONTO, 30, BusinessCalendar.weekdays()),
                office.register,
                office::now);

        assertThat(stricter.state(KEY)).isEqualTo(ChequeState.PRESUMED_CLEARED);
    }

    // ---- keys

    @Test
    void the_same_key_is_the_same_payment_and_another_command_by_it_is_refused() {
        Submission first = office.ask(KEY);
        office.on(MONDAY.plusDays(3));

        assertThat(office.ask(KEY)).hasToString(first.toString());
        assertThat(reasonOf(office.provider.initiate(
                                ChequeOffice.command("pay-K-1", Money.of("800.01", "CAD")), office.call(KEY)))
                        .category())
                .isEqualTo(Reason.Category.DUPLICATE);
        assertThat(office.facts()).containsExactly("awaiting-payer");
    }

    @Test
    void asking_again_after_the_cheque_came_says_how_it_stands() {
        office.deposit(KEY);

        assertThat(((Submission.Acknowledged) office.ask(KEY)).observation().eventId())
                .isEqualTo("K-1:deposited");
    }

    @Test
    void a_reference_is_made_of_the_key_where_the_command_has_none_and_refused_where_it_does_not_fit() {
        CollectCommand bare = CollectCommand.of("pay-1", Payer.of("C-1", "Café"))
                .forItems(List.of(new Share("F-1", 1, AMOUNT, MONDAY)))
                .build();
        CollectCommand.Builder quoted =
                CollectCommand.of("pay-2", Payer.of("C-1", "Café")).forItems(bare.shares());

        Submission.Acknowledged asked = (Submission.Acknowledged) office.provider.initiate(bare, office.call(KEY));
        // SHA-256 of "K-1" by the low five bits of each of its first 12 bytes, in Crockford's base 32
        assertThat(asked.payerAction().orElseThrow().instructions()).containsEntry("reference", "R7JXARNRV7GM");
        assertThat(reasonOf(office.provider.initiate(
                        quoted.reference("R".repeat(36)).build(), office.call("K-2"))))
                .isEqualTo(Reason.of(
                        Reason.Category.FORMAT,
                        Retry.of(Retry.Kind.AFTER_DATA),
                        "reference has 36 characters: give at most 35"));
        assertThat(reasonOf(office.provider.initiate(quoted.reference("Café").build(), office.call("K-2")))
                        .text())
                .isEqualTo("reference has the character \"é\": use letters and digits of ASCII and \" -/\"");
    }

    @Test
    void what_the_capabilities_do_not_allow_is_refused_before_anything_is_written() {
        CollectCommand tooMuch = ChequeOffice.command("p", Money.of("50000.01", "CAD"));
        CollectCommand dollars = ChequeOffice.command("p", Money.of("1.00", "USD"));
        CollectCommand ending = CollectCommand.of("p", Payer.of("C", "N"))
                .forItems(tooMuch.shares().stream()
                        .map(share -> new Share("F", 1, AMOUNT, MONDAY))
                        .toList())
                .expiresAt(office.now().plusSeconds(86_400))
                .build();

        for (CollectCommand command : List.of(tooMuch, dollars, ending)) {
            assertThat(reasonOf(office.provider.initiate(command, office.call(KEY)))
                            .category())
                    .isEqualTo(Reason.Category.LIMIT);
        }
        for (String key : List.of("a b", "K".repeat(65), "é")) {
            assertThat(reasonOf(office.ask(key)).category()).isEqualTo(Reason.Category.FORMAT);
        }
        assertThat(office.register.since(0)).isEmpty();
    }

    @Test
    void a_deadline_that_is_over_sends_nothing() {
        Submission late =
                office.provider.initiate(ChequeOffice.command("p", AMOUNT), new CallContext(KEY, office.now()));

        assertThat(late.kind()).isEqualTo(Submission.Kind.NOT_SENT);
        assertThat(office.register.since(0)).isEmpty();
    }

    @Test
    void what_is_not_there_is_absent_for_good_once_no_call_can_be_under_way() {
        LookupKey soon = LookupKey.of(KEY).triedAt(office.now().minus(Duration.ofMinutes(59)));
        LookupKey later = LookupKey.of(KEY).triedAt(office.now().minus(Duration.ofMinutes(60)));

        assertThat(office.provider.find(LookupKey.of(KEY), office.call(KEY)))
                .isEqualTo(Lookup.absentSoFar(office.now().plus(Duration.ofHours(1))));
        assertThat(office.provider.find(soon, office.call(KEY)))
                .isEqualTo(Lookup.absentSoFar(office.now().plus(Duration.ofMinutes(1))));
        assertThat(office.provider.find(later, office.call(KEY))).isEqualTo(Lookup.absentForGood());
    }

    // ---- history

    @Test
    void a_page_holds_what_was_asked_for_and_a_cursor_goes_on_after_it() {
        office.deposit(KEY).on(day("2026-03-20"));
        office.provider.tell(Returned.of(KEY, office.today(), ChequeReturn.NSF));

        assertThat(office.history(1))
                .extracting(Observation::eventId)
                .containsExactlyElementsOf(
                        office.history(100).stream().map(Observation::eventId).toList())
                .containsExactly("K-1:expected", "K-1:received", "K-1:deposited", "K-1:hold-passed", "K-1:returned");
        ObservationPage two = office.provider.poll("", 2, office.call("poll"));
        assertThat(two.observations()).hasSize(2);
        assertThat(two.isLast()).isFalse();
    }

    @Test
    void what_time_does_is_told_after_the_cursor() {
        office.deposit(KEY);
        ObservationPage before = office.provider.poll("", 100, office.call("poll"));
        office.on(day("2026-03-09"));

        assertThat(office.provider.poll(before.next(), 100, office.call("poll")).observations())
                .extracting(Observation::eventId)
                .containsExactly("K-1:hold-passed");
    }

    @ParameterizedTest
    @CsvSource({"-1", "x", "1000000", "99999999999999999999"})
    void a_cursor_that_is_no_place_is_said_to_be_none(String cursor) {
        ObservationPage page = office.provider.poll(cursor, 10, office.call("poll"));

        assertThat(page.problem().orElseThrow().category()).isEqualTo(Reason.Category.FORMAT);
        assertThat(page.next()).isEqualTo(cursor);
    }

    // ---- registers that fail

    /** A register that may be down, and may be down after it wrote. */
    private static final class Unreliable implements ChequeRegister {
        private final ChequeRegister kept = ChequeRegister.inMemory();
        private boolean canRead = true;
        private boolean canAnswer = true;

        @Override
        public List<ChequeEntry> since(int number) {
            if (!canRead) {
                throw new UncheckedIOException(new IOException("disk"));
            }
            return kept.since(number);
        }

        @Override
        public boolean append(int number, ChequeEntry entry) {
            boolean written = kept.append(number, entry);
            if (!canAnswer) {
                throw new UncheckedIOException(new IOException("disk"));
            }
            return written;
        }
    }

    @Test
    void a_register_that_is_down_is_no_refusal() {
        Unreliable register = new Unreliable();
        ChequeOffice shaky = new ChequeOffice(register);

        register.canRead = false;
        assertThat(shaky.ask(KEY).kind()).isEqualTo(Submission.Kind.NOT_SENT);
        assertThat(shaky.provider.find(LookupKey.of(KEY), shaky.call(KEY)).kind())
                .isEqualTo(Lookup.Kind.UNAVAILABLE);
        assertThat(shaky.provider.poll("7", 1, shaky.call("poll")).next()).isEqualTo("7");

        register.canRead = true;
        register.canAnswer = false;
        assertThat(shaky.ask(KEY).kind()).isEqualTo(Submission.Kind.UNKNOWN);
        register.canAnswer = true;
        assertThat(shaky.find(KEY).fact()).isEqualTo(PaymentFact.AWAITING_PAYER);
        assertThat(shaky.ask(KEY).kind()).isEqualTo(Submission.Kind.ACKNOWLEDGED);
        assertThat(shaky.facts()).containsExactly("awaiting-payer");
    }

    @Test
    void a_register_that_contradicts_itself_is_reported_and_not_believed() {
        ChequeRegister wrong = ChequeRegister.inMemory();
        wrong.append(0, new ChequeEntry(office.now(), new Deposited(KEY, MONDAY)));
        ChequeOffice shaky = new ChequeOffice(wrong);

        Lookup found = shaky.provider.find(LookupKey.of(KEY), shaky.call(KEY));

        assertThat(((Lookup.Unavailable) found).reason().text())
                .contains("entry 0 of the register, deposited of K-1, cannot be: rule CHQ-03");
    }

    @Test
    void two_providers_over_one_register_see_the_same() {
        ChequeOffice other = new ChequeOffice(office.register);
        office.deposit(KEY);

        assertThat(other.find(KEY).eventId()).isEqualTo("K-1:deposited");
        other.provider.tell(Returned.of(KEY, MONDAY, ChequeReturn.FORGED));
        assertThat(state()).isEqualTo(ChequeState.RETURNED);
        assertThat(office.facts()).isEqualTo(other.facts());
    }

    // ---- the rest

    @Test
    void capabilities_are_those_of_the_configuration() {
        assertThat(office.provider.capabilities().operations()).containsExactly(Operation.FIND, Operation.POLL);
        assertThat(office.provider.capabilities().reversibleFor()).contains(Duration.ofDays(90));
        assertThat(office.provider.capabilities().settlementDays()).isEqualTo(5);
        assertThat(office.provider.capabilities().fees()).containsEntry("CAD", Money.of("1.25", "CAD"));
        assertThat(office.provider.cancel(KEY, "", office.call(KEY)))
                .isEqualTo(Submission.unsupported(Operation.CANCEL));
    }

    @ParameterizedTest
    @CsvSource({
        "zone, Toronto, a time zone such as America/Toronto",
        "holdDays, 91, from 0 to 90",
        "holidays, Christmas, 'dates such as 2026-12-25, 2026-12-28'",
        "returnWindow, -P1D, zero or more",
        "most, CAD 0, above zero",
        "referenceLength, 11, from 12 to 200"
    })
    void a_wrong_configuration_is_refused_by_name(String key, String value, String demand) {
        Map<String, String> values = ChequeOffice.values();
        values.put(key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ProviderConfig.of(Cheques.with(office.register).config(), values))
                .withMessageContaining(key)
                .withMessageContaining(demand);
    }

    @ParameterizedTest
    @CsvSource({"USD 1.00, of two currencies", "CAD 50000.01, is above most CAD 50000.00"})
    void limits_that_do_not_go_together_are_refused(String least, String why) {
        Map<String, String> values = ChequeOffice.values();
        values.put("least", least);
        Cheques cheques = Cheques.with(office.register);
        ProviderConfig config = ProviderConfig.of(cheques.config(), values);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cheques.create(config, office.runtime()))
                .withMessageContaining("least " + least)
                .withMessageContaining(why);
    }

    @Test
    void nobody_reads_the_payers_cheque_number_in_a_log() {
        assertThat(office.receivedToday(KEY, MONDAY)).asString().doesNotContain("000123");
    }

    @ParameterizedTest
    @EnumSource(ChequeTrigger.class)
    void triggers_are_read_back_by_their_codes(ChequeTrigger trigger) {
        assertThat(ChequeTrigger.ofCode(trigger.code())).isEqualTo(trigger);
    }

    @Test
    void unknown_codes_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChequeTrigger.ofCode("lost"));
        assertThatIllegalArgumentException().isThrownBy(() -> ChequeReturn.ofCode("lost"));
        assertThat(Optional.of(ChequeState.HELD_POST_DATED.code())).contains("held-post-dated");
    }
}
