package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.cash.ReturnReason.Scheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnReasonTest {
    @Test
    void lack_of_money_may_be_presented_again_later() {
        assertThat(List.of(
                        ReturnReason.iso("AM04"),
                        ReturnReason.of(Scheme.CANADA_AFT, "901"),
                        ReturnReason.of(Scheme.CANADA_AFT, "908"),
                        ReturnReason.of(Scheme.US_ACH, "R01"),
                        ReturnReason.of(Scheme.US_ACH, "R09")))
                .extracting(ReturnReason::advice)
                .containsOnly(ReturnAdvice.REPRESENT_LATER);
    }

    /** Not specified, where the law forbids a bank to say that a payer lacks money. */
    @Test
    void a_reason_not_specified_is_lack_of_money_in_five_countries() {
        ReturnReason notSpecified = ReturnReason.iso("MS03");
        assertThat(Arrays.asList("AT", "BE", "DE", "LU", "SK"))
                .allSatisfy(
                        country -> assertThat(notSpecified.advice(country)).isEqualTo(ReturnAdvice.REPRESENT_LATER));
        assertThat(notSpecified.advice("FR")).isEqualTo(ReturnAdvice.CONTACT_PAYER);
        assertThat(notSpecified.advice()).isEqualTo(ReturnAdvice.CONTACT_PAYER);
        assertThat(ReturnReason.iso("AC01").advice("DE")).isEqualTo(ReturnAdvice.NEW_ACCOUNT);
    }

    @Test
    void every_kind_of_cause_has_its_advice() {
        Map<String, ReturnAdvice> expected = Map.ofEntries(
                Map.entry("MD01", ReturnAdvice.NEW_MANDATE),
                Map.entry("MD02", ReturnAdvice.REPRESENT_AFTER_FIX),
                Map.entry("MD06", ReturnAdvice.CONTACT_PAYER),
                Map.entry("MD07", ReturnAdvice.STOP),
                Map.entry("AC04", ReturnAdvice.NEW_ACCOUNT),
                Map.entry("AC06", ReturnAdvice.CONTACT_PAYER),
                Map.entry("AC13", ReturnAdvice.REPRESENT_AFTER_FIX),
                Map.entry("AM05", ReturnAdvice.CHECK_FOR_DUPLICATE),
                Map.entry("MS02", ReturnAdvice.CONTACT_PAYER),
                Map.entry("RR04", ReturnAdvice.STOP),
                Map.entry("SL01", ReturnAdvice.CONTACT_PAYER),
                Map.entry("NARR", ReturnAdvice.INVESTIGATE),
                Map.entry("XX99", ReturnAdvice.INVESTIGATE));
        expected.forEach((code, advice) ->
                assertThat(ReturnReason.iso(code).advice()).as(code).isEqualTo(advice));
        assertThat(ReturnReason.of(Scheme.CANADA_AFT, "905").advice()).isEqualTo(ReturnAdvice.NEW_ACCOUNT);
        assertThat(ReturnReason.of(Scheme.CANADA_AFT, "910").advice()).isEqualTo(ReturnAdvice.STOP);
        assertThat(ReturnReason.of(Scheme.CANADA_AFT, "915").advice()).isEqualTo(ReturnAdvice.NEW_MANDATE);
        assertThat(ReturnReason.of(Scheme.CANADA_AFT, "990").advice()).isEqualTo(ReturnAdvice.INVESTIGATE);
        assertThat(ReturnReason.of(Scheme.US_ACH, "R10").advice()).isEqualTo(ReturnAdvice.NEW_MANDATE);
        assertThat(ReturnReason.of(Scheme.US_ACH, "R02").advice()).isEqualTo(ReturnAdvice.NEW_ACCOUNT);
    }

    @Test
    void a_code_means_something_in_its_own_scheme_only() {
        assertThat(ReturnReason.iso("901").advice()).isEqualTo(ReturnAdvice.INVESTIGATE);
        assertThat(ReturnReason.of(Scheme.PROPRIETARY, "AM04").advice()).isEqualTo(ReturnAdvice.INVESTIGATE);
        assertThat(ReturnReason.iso(" AM04 ")).isEqualTo(ReturnReason.iso("AM04"));
        assertThat(ReturnReason.notStated().code()).isEmpty();
    }
}
