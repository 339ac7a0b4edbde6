package io.receivables.payments.tck;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * The contract of payment providers as tests, one for each rule of the SPI's SPEC.md. An author extends it and supplies a
 * {@link ProviderHarness}; nothing else is needed.
 *
 * <p>Rules with a condition that the provider's capabilities do not fulfil are skipped, and so are those that ask for what
 * the harness cannot do. Both say why.
 */
public abstract class PaymentProviderTck implements ContractRules {
    private String rule = "";

    /** Makes the kit for one test. */
    protected PaymentProviderTck() {}

    /** The provider to be checked, and what stands behind it. Called once for each test. */
    protected abstract ProviderHarness harness();

    @BeforeEach
    final void noteRule(TestInfo test) {
        rule = test.getDisplayName();
    }

    private void check(int number, Consumer<Bench> check) {
        ProviderHarness harness = harness();
        Optional.ofNullable(harness.departures().get(number)).ifPresent(reason -> {
            if (rule.contains("MUST")) {
                throw new IllegalArgumentException(rule + "\nNo provider may depart from this rule: it is a MUST");
            }
            Assumptions.abort("the provider departs from this rule: " + reason);
        });
        try (Bench bench = Bench.of(harness, rule)) {
            check.accept(bench);
        }
    }

    @Test
    @DisplayName("101 MUST: `id()` is 1 to 40 lower-case letters, digits and hyphens, and the same in every version.")
    @Override
    public final void rule_101_id_is_a_name() {
        check(101, MakingRules::idIsAName);
    }

    @Test
    @DisplayName("102 MUST: `spiVersion()` is the `SPI_VERSION` that the provider was compiled with.")
    @Override
    public final void rule_102_version_is_that_of_the_spi() {
        check(102, MakingRules::versionIsThatOfTheSpi);
    }

    @Test
    @DisplayName("103 MUST: `create` and `capabilities()` make no request to the remote side.")
    @Override
    public final void rule_103_making_asks_nobody() {
        check(103, MakingRules::makingAsksNobody);
    }

    @Test
    @DisplayName("104 MUST: A configuration that breaks a demand of `config()` is refused by name, and no "
            + "message repeats a secret.")
    @Override
    public final void rule_104_wrong_configuration_is_refused_by_name() {
        check(104, MakingRules::wrongConfigurationIsRefusedByName);
    }

    @Test
    @DisplayName("105 MUST: `capabilities()` is the same for as long as the provider lives, and what it names is "
            + "implemented.")
    @Override
    public final void rule_105_capabilities_stay_and_are_implemented() {
        check(105, MakingRules::capabilitiesStayAndAreImplemented);
    }

    @Test
    @DisplayName("106 MUST: `close()` may be called twice, and ends every thread that the provider began.")
    @Override
    public final void rule_106_close_ends_every_thread() {
        check(106, MakingRules::closeEndsEveryThread);
    }

    @Test
    @DisplayName("107 MUST: Time, new names and HTTP come from `ProviderRuntime`; nothing is read from the "
            + "machine, and nothing is logged.")
    @Override
    public final void rule_107_time_names_and_http_come_from_the_runtime() {
        check(107, MakingRules::timeNamesAndHttpComeFromTheRuntime);
    }

    @Test
    @DisplayName("108 MUST: The factory is found by `ServiceLoader` on the class path, and on the module path.")
    @Override
    public final void rule_108_factory_is_found() {
        check(108, MakingRules::factoryIsFound);
    }

    @Test
    @DisplayName("201 MUST: No method throws because of what the remote side does or does not do.")
    @Override
    public final void rule_201_no_method_throws() {
        check(201, CallRules::noMethodThrows);
    }

    @Test
    @DisplayName("202 MUST: A call returns by its deadline.")
    @Override
    public final void rule_202_call_returns_by_its_deadline() {
        check(202, CallRules::callReturnsByItsDeadline);
    }

    @Test
    @DisplayName("203 MUST: A call that had no effect for certain is `NotSent`, and the same key may be sent again.")
    @Override
    public final void rule_203_what_had_no_effect_is_not_sent() {
        check(203, CallRules::whatHadNoEffectIsNotSent);
    }

    @Test
    @DisplayName("204 MUST: A call that may have had its effect is `Unknown`, never `Refused` and never `NotSent`.")
    @Override
    public final void rule_204_what_may_have_had_its_effect_is_unknown() {
        check(204, CallRules::whatMayHaveHadItsEffectIsUnknown);
    }

    @Test
    @DisplayName("205 MUST: Only the remote side's own word makes a call `Refused`; its code is in the reason as "
            + "it came.")
    @Override
    public final void rule_205_refusal_is_the_remote_sides_own_word() {
        check(205, CallRules::refusalIsTheRemoteSidesOwnWord);
    }

    @Test
    @DisplayName("206 MUST: What is not among the capabilities is `Unsupported`, without an effect.")
    @Override
    public final void rule_206_what_is_not_named_is_unsupported() {
        check(206, CallRules::whatIsNotNamedIsUnsupported);
    }

    @Test
    @DisplayName("207 MUST: All methods may be called by several threads at once.")
    @Override
    public final void rule_207_threads_may_call_at_once() {
        check(207, CallRules::threadsMayCallAtOnce);
    }

    @Test
    @DisplayName("208 MUST: A provider does not repeat by itself what may have had an effect.")
    @Override
    public final void rule_208_nothing_is_repeated() {
        check(208, CallRules::nothingIsRepeated);
    }

    @Test
    @DisplayName("209 SHOULD: A reason's advice is as exact as the remote side allows: when, and after what was "
            + "mended.")
    @Override
    public final void rule_209_advice_is_exact() {
        check(209, CallRules::adviceIsExact);
    }

    @Test
    @DisplayName("301 MUST: The same key leads to the same payment at the remote side, however often and by "
            + "however many threads it is used.")
    @Override
    public final void rule_301_same_key_same_payment() {
        check(301, AskingRules::sameKeySamePayment);
    }

    @Test
    @DisplayName("302 MUST: Another key leads to another payment.")
    @Override
    public final void rule_302_other_key_other_payment() {
        check(302, AskingRules::otherKeyOtherPayment);
    }

    @Test
    @DisplayName("303 MUST: The amount, its currency and its decimals reach the remote side exactly.")
    @Override
    public final void rule_303_amount_arrives_exactly() {
        check(303, AskingRules::amountArrivesExactly);
    }

    @Test
    @DisplayName("304 MUST: An amount outside `Capabilities.limits()` is refused before anything is sent, as `LIMIT`.")
    @Override
    public final void rule_304_amount_outside_limits_is_refused() {
        check(304, AskingRules::amountOutsideLimitsIsRefused);
    }

    @Test
    @DisplayName("305 MUST: A key that `Capabilities.idempotency()` does not allow is refused before anything is "
            + "sent, as `FORMAT`.")
    @Override
    public final void rule_305_key_that_is_not_allowed_is_refused() {
        check(305, AskingRules::keyThatIsNotAllowedIsRefused);
    }

    @Test
    @DisplayName("306 MUST: An expiry outside the capabilities is refused before anything is sent, as `LIMIT`; "
            + "one within them reaches the remote side as the same instant.")
    @Override
    public final void rule_306_expiry_arrives_as_the_same_instant() {
        check(306, AskingRules::expiryArrivesAsTheSameInstant);
    }

    @Test
    @DisplayName("307 MUST: What was acknowledged is found by its key and by its reference from then on.")
    @Override
    public final void rule_307_acknowledged_payment_is_found() {
        check(307, AskingRules::acknowledgedPaymentIsFound);
    }

    @Test
    @DisplayName("308 MUST: With `Effort.APPROVE` or `FILL_IN`: the acknowledgement, or a later `find`, has what "
            + "the payer needs.")
    @Override
    public final void rule_308_payer_gets_what_is_needed() {
        check(308, AskingRules::payerGetsWhatIsNeeded);
    }

    @Test
    @DisplayName("401 MUST: After `Unknown`, `find` with the same key says whether the payment is there, once "
            + "the remote side knows.")
    @Override
    public final void rule_401_unknown_outcome_ends() {
        check(401, LookupRules::unknownOutcomeEnds);
    }

    @Test
    @DisplayName("402 MUST: `AbsentForGood` is answered only where the payment can no longer appear, never soon "
            + "after `LookupKey.lastTry()`.")
    @Override
    public final void rule_402_absent_for_good_is_never_said_soon() {
        check(402, LookupRules::absentForGoodIsNeverSaidSoon);
    }

    @Test
    @DisplayName("403 MUST: A remote side that does not answer is `Unavailable`.")
    @Override
    public final void rule_403_silence_is_unavailable() {
        check(403, LookupRules::silenceIsUnavailable);
    }

    @Test
    @DisplayName("404 MUST: `find` has no effect.")
    @Override
    public final void rule_404_find_has_no_effect() {
        check(404, LookupRules::findHasNoEffect);
    }

    @Test
    @DisplayName("405 MUST: `find` tells all money in and all money back of the payment, not the last of it alone.")
    @Override
    public final void rule_405_find_tells_all_money() {
        check(405, LookupRules::findTellsAllMoney);
    }

    @Test
    @DisplayName("501 MUST: Only what is at the seller's disposal is money in. That the payer agreed is "
            + "`PAYER_ACCEPTED`.")
    @Override
    public final void rule_501_promise_is_no_money() {
        check(501, ObservationRules::promiseIsNoMoney);
    }

    @Test
    @DisplayName("502 MUST: Money in and money back say how much, exactly, in the currency of the payment.")
    @Override
    public final void rule_502_money_is_exact() {
        check(502, ObservationRules::moneyIsExact);
    }

    @Test
    @DisplayName("503 MUST: A status, event or field that the provider does not know is `UNRECOGNISED` with the "
            + "raw code; it ends nothing and throws nothing.")
    @Override
    public final void rule_503_unknown_status_is_unrecognised() {
        check(503, ObservationRules::unknownStatusIsUnrecognised);
    }

    @Test
    @DisplayName("504 MUST: The same happening has the same `eventId` by every way it is told, and another "
            + "happening has another.")
    @Override
    public final void rule_504_happening_has_one_event_id() {
        check(504, ObservationRules::happeningHasOneEventId);
    }

    @Test
    @DisplayName("505 MUST: A status that ended a payment without money is what it is: `DECLINED`, `EXPIRED`, "
            + "`CANCELLED` or `FAILED`; never money.")
    @Override
    public final void rule_505_end_without_money_is_no_money() {
        check(505, ObservationRules::endWithoutMoneyIsNoMoney);
    }

    @Test
    @DisplayName("506 MUST: With `reversibleFor()`: money that goes back is observed after it came in.")
    @Override
    public final void rule_506_money_back_is_observed() {
        check(506, ObservationRules::moneyBackIsObserved);
    }

    @Test
    @DisplayName("507 MUST: `seenAt` is the host's time; `occurredAt` is the remote side's, where it says.")
    @Override
    public final void rule_507_times_are_whose_they_are() {
        check(507, ObservationRules::timesAreWhoseTheyAre);
    }

    @Test
    @DisplayName("601 MUST: With `CANCEL`: a payment that ended before is `TooLate` with what it ended in.")
    @Override
    public final void rule_601_cancel_that_is_too_late_says_so() {
        check(601, ChangingRules::cancelThatIsTooLateSaysSo);
    }

    @Test
    @DisplayName("602 MUST: With `CANCEL`: cancelled twice with one key is cancelled once, and the second answer "
            + "is no failure.")
    @Override
    public final void rule_602_cancelled_twice_is_cancelled_once() {
        check(602, ChangingRules::cancelledTwiceIsCancelledOnce);
    }

    @Test
    @DisplayName("603 MUST: With `REMIND`: the payer is told again of the same payment; nothing new is made.")
    @Override
    public final void rule_603_reminder_makes_nothing_new() {
        check(603, ChangingRules::reminderMakesNothingNew);
    }

    @Test
    @DisplayName("604 MUST: With `REFUND`: the same key refunds once.")
    @Override
    public final void rule_604_same_key_refunds_once() {
        check(604, ChangingRules::sameKeyRefundsOnce);
    }

    @Test
    @DisplayName("605 MUST: With `AMEND`: the payment keeps its reference.")
    @Override
    public final void rule_605_amended_payment_keeps_its_reference() {
        check(605, ChangingRules::amendedPaymentKeepsItsReference);
    }

    @Test
    @DisplayName("701 MUST: With `RECEIVE` and `messages()` other than `NONE`: a message is proven genuine over "
            + "the bytes as they came, before anything of it is read.")
    @Override
    public final void rule_701_message_is_proven_before_it_is_read() {
        check(701, MessageRules::messageIsProvenBeforeItIsRead);
    }

    @Test
    @DisplayName("702 MUST: With `RECEIVE` and `messages()` other than `NONE`: one that is unsigned, signed "
            + "wrongly, or changed by a byte is `BAD_SIGNATURE`.")
    @Override
    public final void rule_702_forged_message_is_a_bad_signature() {
        check(702, MessageRules::forgedMessageIsABadSignature);
    }

    @Test
    @DisplayName("703 MUST: With `RECEIVE` and `messages()` other than `NONE`: a message outside the window of "
            + "time is `STALE`.")
    @Override
    public final void rule_703_old_message_is_stale() {
        check(703, MessageRules::oldMessageIsStale);
    }

    @Test
    @DisplayName("704 MUST: With `RECEIVE`: a genuine message that makes no sense is `MALFORMED`, and throws nothing.")
    @Override
    public final void rule_704_genuine_nonsense_is_malformed() {
        check(704, MessageRules::genuineNonsenseIsMalformed);
    }

    @Test
    @DisplayName("705 MUST: With `RECEIVE`: header names count in any case.")
    @Override
    public final void rule_705_header_names_count_in_any_case() {
        check(705, MessageRules::headerNamesCountInAnyCase);
    }

    @Test
    @DisplayName("706 MUST: With `RECEIVE`: what a message does not prove is a `HINT`.")
    @Override
    public final void rule_706_unproven_word_is_a_hint() {
        check(706, MessageRules::unprovenWordIsAHint);
    }

    @Test
    @DisplayName("707 MUST: With `RECEIVE`: all that one message tells of is observed.")
    @Override
    public final void rule_707_nothing_in_a_message_is_lost() {
        check(707, MessageRules::nothingInAMessageIsLost);
    }

    @Test
    @DisplayName("708 MUST: With `RECEIVE`: reading asks nobody.")
    @Override
    public final void rule_708_reading_asks_nobody() {
        check(708, MessageRules::readingAsksNobody);
    }

    @Test
    @DisplayName("801 MUST: With `POLL`: every observation since a cursor is given at least once, oldest first.")
    @Override
    public final void rule_801_history_is_whole_and_in_order() {
        check(801, HistoryRules::historyIsWholeAndInOrder);
    }

    @Test
    @DisplayName("802 MUST: With `POLL`: a cursor is good after a restart and may be used again.")
    @Override
    public final void rule_802_cursor_is_good_after_a_restart() {
        check(802, HistoryRules::cursorIsGoodAfterARestart);
    }

    @Test
    @DisplayName("803 MUST: With `POLL`: no page holds more than was asked for, and a failure leaves the cursor "
            + "where it was.")
    @Override
    public final void rule_803_page_is_no_longer_than_asked_for() {
        check(803, HistoryRules::pageIsNoLongerThanAskedFor);
    }

    @Test
    @DisplayName("901 MUST: No secret is in a log, an exception, a `toString`, a reason, an observation or an address.")
    @Override
    public final void rule_901_secrets_are_seen_nowhere() {
        check(901, SecrecyRules::secretsAreSeenNowhere);
    }

    @Test
    @DisplayName("902 MUST: No name, address or number of a payer is in a log, an exception or a `toString`.")
    @Override
    public final void rule_902_payers_are_seen_nowhere() {
        check(902, SecrecyRules::payersAreSeenNowhere);
    }
}
