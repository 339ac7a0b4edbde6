package io.receivables.payments.tck;

/**
 * The rules of the SPI's SPEC.md, one method for each. Whoever checks providers implements it, so that a rule cannot be
 * left out.
 */
public interface ContractRules {
    void rule_101_id_is_a_name();

    void rule_102_version_is_that_of_the_spi();

    void rule_103_making_asks_nobody();

    void rule_104_wrong_configuration_is_refused_by_name();

    void rule_105_capabilities_stay_and_are_implemented();

    void rule_106_close_ends_every_thread();

    void rule_107_time_names_and_http_come_from_the_runtime();

    void rule_108_factory_is_found();

    void rule_201_no_method_throws();

    void rule_202_call_returns_by_its_deadline();

    void rule_203_what_had_no_effect_is_not_sent();

    void rule_204_what_may_have_had_its_effect_is_unknown();

    void rule_205_refusal_is_the_remote_sides_own_word();

    void rule_206_what_is_not_named_is_unsupported();

    void rule_207_threads_may_call_at_once();

    void rule_208_nothing_is_repeated();

    void rule_209_advice_is_exact();

    void rule_301_same_key_same_payment();

    void rule_302_other_key_other_payment();

    void rule_303_amount_arrives_exactly();

    void rule_304_amount_outside_limits_is_refused();

    void rule_305_key_that_is_not_allowed_is_refused();

    void rule_306_expiry_arrives_as_the_same_instant();

    void rule_307_acknowledged_payment_is_found();

    void rule_308_payer_gets_what_is_needed();

    void rule_401_unknown_outcome_ends();

    void rule_402_absent_for_good_is_never_said_soon();

    void rule_403_silence_is_unavailable();

    void rule_404_find_has_no_effect();

    void rule_405_find_tells_all_money();

    void rule_501_promise_is_no_money();

    void rule_502_money_is_exact();

    void rule_503_unknown_status_is_unrecognised();

    void rule_504_happening_has_one_event_id();

    void rule_505_end_without_money_is_no_money();

    void rule_506_money_back_is_observed();

    void rule_507_times_are_whose_they_are();

    void rule_601_cancel_that_is_too_late_says_so();

    void rule_602_cancelled_twice_is_cancelled_once();

    void rule_603_reminder_makes_nothing_new();

    void rule_604_same_key_refunds_once();

    void rule_605_amended_payment_keeps_its_reference();

    void rule_701_message_is_proven_before_it_is_read();

    void rule_702_forged_message_is_a_bad_signature();

    void rule_703_old_message_is_stale();

    void rule_704_genuine_nonsense_is_malformed();

    void rule_705_header_names_count_in_any_case();

    void rule_706_unproven_word_is_a_hint();

    void rule_707_nothing_in_a_message_is_lost();

    void rule_708_reading_asks_nobody();

    void rule_801_history_is_whole_and_in_order();

    void rule_802_cursor_is_good_after_a_restart();

    void rule_803_page_is_no_longer_than_asked_for();

    void rule_901_secrets_are_seen_nowhere();

    void rule_902_payers_are_seen_nowhere();
}
