package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankLineTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final BankAccount ACCOUNT = BankAccount.of("de33 1002 0500 0001 1947 00");

    private static BankLine.Builder line(String amount) {
        return BankLine.of(ACCOUNT, DAY, Money.of(amount, "EUR"));
    }

    @Test
    void an_account_is_its_number_without_blanks() {
        assertThat(ACCOUNT.number()).isEqualTo("DE33100205000001194700");
        assertThat(Counterparty.of("x", "fr14\u00a02004 1010").account()).isEqualTo("FR1420041010");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankAccount.of(" "))
                .withMessageContaining("blank");
    }

    /** 10020500 and 0001194700 after the check digits 33: the IBAN above. */
    @ParameterizedTest
    @CsvSource({
        "10020500/1194700, DE33100205000001194700",
        "10020500 / 0001194700, DE33100205000001194700",
        "DE33100205000001194700, DE33100205000001194700",
        "1194700, 1194700",
        "1002050/1194700, 1002050/1194700",
        "10020500/, 10020500/",
        "10020500/00001194700, 10020500/00001194700",
        "TRIODOSBANK/0390123456, TRIODOSBANK/0390123456"
    })
    void a_german_account_is_known_by_its_iban_however_it_is_stated(String number, String key) {
        BankAccount account = BankAccount.of(number);
        assertThat(account.key()).isEqualTo(key);
        assertThat(account.number()).isEqualTo(BankAccount.normalized(number));
        assertThat(BankLine.of(account, DAY, Money.of("1.00", "EUR"))
                        .build()
                        .key()
                        .account())
                .isEqualTo(key);
    }

    @Test
    void the_principal_is_what_was_paid_before_charges() {
        LineCharge three = LineCharge.included(Money.of("3.00", "EUR"), "");
        assertThat(line("97.00").charge(three).build().principal()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(line("-53.00").charge(three).build().principal()).isEqualTo(Money.of("-50.00", "EUR"));
        assertThat(line("97.00")
                        .charge(LineCharge.apart(Money.of("3.00", "EUR"), ""))
                        .build()
                        .principal())
                .isEqualTo(Money.of("97.00", "EUR"));
        assertThat(line("0.00").charge(three).build().principal()).isEqualTo(Money.of("3.00", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line("-2.00").charge(three).build())
                .withMessageContaining("turn the booked amount EUR -2.00 into EUR 1.00");
    }

    @Test
    void what_banks_write_for_no_reference_is_none() {
        BankLine line = line("1.00")
                .reference(BankReference.END_TO_END, "NOTPROVIDED")
                .reference(BankReference.SERVICER, "NONREF")
                .reference(BankReference.MANDATE, "  ")
                .reference(BankReference.UETR, " u-1 ")
                .build();

        assertThat(line.references()).containsOnlyKeys(BankReference.UETR);
        assertThat(line.reference(BankReference.UETR)).contains("u-1");
    }

    @Test
    void the_key_is_the_banks_reference_and_without_one_what_the_booking_says() {
        LineKey byReference =
                line("1.00").reference(BankReference.SERVICER, "B-1").build().key();
        assertThat(byReference)
                .isEqualTo(new LineKey("DE33100205000001194700", "B-1", Money.of("1.00", "EUR"), DAY, 0));

        LineKey said = line("1.00")
                .remittance(Remittance.ofText("F-1", "001 "))
                .build()
                .key();
        assertThat(said.reference()).startsWith("~").hasSize(21);
        assertThat(line("1.00").remittance(Remittance.ofText("F-1001")).build().key())
                .isEqualTo(said);
        for (BankLine.Builder other : List.of(
                line("1.00").remittance(Remittance.ofText("F-1002")),
                line("1.01").remittance(Remittance.ofText("F-1001")),
                line("1.00").remittance(Remittance.ofReference("F-1001")),
                line("1.00").remittance(Remittance.ofText("F-1001")).counterparty(Counterparty.of("", "FR1")),
                line("1.00").remittance(Remittance.ofText("F-1001")).reference(BankReference.END_TO_END, "E"))) {
            assertThat(other.build().key()).isNotEqualTo(said);
        }
        assertThat(line("1.00")
                        .remittance(Remittance.ofReference("RF1"))
                        .build()
                        .key())
                .isNotEqualTo(line("1.00")
                        .remittance(Remittance.ofReference("RF2"))
                        .build()
                        .key());
        // what the bank adds, and where it stands, is not the booking
        assertThat(line("1.00")
                        .remittance(Remittance.ofText("F-1001"))
                        .text("credit")
                        .bankCode("NTRF")
                        .reference(BankReference.ENTRY, "7")
                        .from("S-9", 4)
                        .build()
                        .key())
                .isEqualTo(said);
    }

    @Test
    void a_part_is_known_by_its_sum_and_number_and_the_only_part_is_the_sum() {
        BankLine second = line("1.00")
                .reference(BankReference.SERVICER, "B-1")
                .part(new BatchPart(2, 3, Money.of("6.00", "EUR")))
                .build();
        assertThat(second.key().amount()).isEqualTo(Money.of("6.00", "EUR"));
        assertThat(second.key().part()).isEqualTo(2);
        assertThat(second.key().whole().part()).isZero();

        BankLine only = line("1.00")
                .reference(BankReference.SERVICER, "B-1")
                .part(new BatchPart(1, 1, Money.of("1.00", "EUR")))
                .build();
        assertThat(only.key())
                .isEqualTo(line("1.00")
                        .reference(BankReference.SERVICER, "B-1")
                        .build()
                        .key());
    }

    @Test
    void what_is_printed_tells_no_names_and_no_accounts() {
        String printed = line("1.00")
                .counterparty(Counterparty.of("Moreau", "FR14"))
                .remittance(Remittance.ofText("private"))
                .from("S-1", 3)
                .build()
                .toString();

        assertThat(printed).isEqualTo("BankLine[S-1 entry 3, 2026-05-04, EUR 1.00]");
    }

    @Test
    void a_balance_check_says_what_is_missing() {
        BalanceCheck check =
                BalanceCheck.of(Money.of("10.00", "EUR"), Money.of("15.00", "EUR"), Money.of("4.00", "EUR"));
        assertThat(check.holds()).isFalse();
        assertThat(check.difference()).contains(Money.of("1.00", "EUR")); // 15.00 − 10.00 − 4.00
        assertThat(BalanceCheck.of(Money.of("10.00", "EUR"), Money.of("14.00", "EUR"), Money.of("4.00", "EUR"))
                        .holds())
                .isTrue();
        assertThat(BalanceCheck.notPossible().holds()).isFalse();
        assertThat(BalanceCheck.notPossible().isPossible()).isFalse();
    }

    @Test
    void a_balance_check_tells_its_figures() {
        BalanceCheck check =
                BalanceCheck.of(Money.of("10.00", "EUR"), Money.of("15.00", "EUR"), Money.of("4.00", "EUR"));
        assertThat(check.opening()).contains(Money.of("10.00", "EUR"));
        assertThat(check.closing()).contains(Money.of("15.00", "EUR"));
        assertThat(check.lines()).contains(Money.of("4.00", "EUR"));
        assertThat(check).hasToString("BalanceCheck[EUR 10.00 + EUR 4.00 != EUR 15.00]");
        assertThat(BalanceCheck.of(Money.of("1.00", "EUR"), Money.of("2.00", "EUR"), Money.of("1.00", "EUR")))
                .hasToString("BalanceCheck[EUR 1.00 + EUR 1.00 = EUR 2.00]");
        assertThat(BalanceCheck.notPossible()).hasToString("BalanceCheck[not possible]");
        assertThat(BalanceCheck.notPossible().opening()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BalanceCheck.of(Money.of("1.00", "EUR"), Money.of("2.00", "CHF"), Money.of("1.00", "EUR")))
                .withMessageContaining("not in one currency");
    }

    @Test
    void what_a_line_was_built_from_is_what_it_tells() {
        BankLine line = line("1.00")
                .valueOn(DAY.plusDays(1))
                .bankCode("PMNT/RCDT/ESCT")
                .text("credit")
                .counterparty(Counterparty.of("Moreau", "FR14"))
                .instructed(Money.of("1.10", "USD"))
                .from("S-1", 3)
                .build();
        assertThat(line.account()).isEqualTo(ACCOUNT);
        assertThat(line.booked()).isEqualTo(Money.of("1.00", "EUR"));
        assertThat(line.isCredit()).isTrue();
        assertThat(line("-1.00").build().isCredit()).isFalse();
        assertThat(line("0.00").build().isCredit()).isFalse();
        assertThat(line.valueDate()).isEqualTo(DAY.plusDays(1));
        assertThat(line("1.00").build().valueDate()).isEqualTo(DAY);
        assertThat(line.bankCode()).isEqualTo("PMNT/RCDT/ESCT");
        assertThat(line.text()).isEqualTo("credit");
        assertThat(line.counterparty().name()).isEqualTo("Moreau");
        assertThat(line.instructed()).contains(Money.of("1.10", "USD"));
        assertThat(line.statement()).isEqualTo("S-1");
        assertThat(line.entry()).isEqualTo(3);
        assertThat(line).isNotEqualTo(line("1.00").build());
        assertThat(line("1.00").text("x").build())
                .isNotEqualTo(line("1.00").text("y").build());
    }

    @Test
    void an_account_has_currency_bank_and_holder_where_they_are_stated() {
        BankAccount full = ACCOUNT.in("EUR").at("COBADEFFXXX").heldBy("Nordwind");
        assertThat(full).isEqualTo(new BankAccount("DE33100205000001194700", "EUR", "COBADEFFXXX", "Nordwind"));
    }

    @Test
    void a_remittance_is_empty_only_when_nothing_is_said() {
        assertThat(Remittance.NONE.isEmpty()).isTrue();
        assertThat(Remittance.ofText("a", "b").isEmpty()).isFalse();
        assertThat(Remittance.ofText("a", "b").joinedText()).isEqualTo("a b");
        assertThat(Remittance.ofReference("RF1").isEmpty()).isFalse();
        RemittedDocument document =
                RemittedDocument.of("CINV", "F-1").datedOn(DAY).paying(Money.of("1.00", "EUR"));
        assertThat(new Remittance(List.of(), List.of(), List.of(document)).isEmpty())
                .isFalse();
        assertThat(document.type()).isEqualTo("CINV");
        assertThat(document.date()).contains(DAY);
        assertThat(document).hasToString("RemittedDocument[CINV F-1, EUR 1.00]");
        assertThat(RemittedDocument.of("", "F-1")).hasToString("RemittedDocument[ F-1]");
    }

    @Test
    void a_part_of_a_batch_counts_from_one() {
        Money total = Money.of("6.00", "EUR");
        assertThat(new BatchPart(0, 3, total).isSum()).isTrue();
        assertThat(new BatchPart(0, 0, total).isSum()).isTrue();
        assertThat(new BatchPart(0, 1, total).isSum()).isFalse();
        assertThat(new BatchPart(1, 3, total).isSum()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchPart(-1, 3, total));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchPart(1, -1, total));
    }

    @Test
    void an_order_is_rejected_by_its_status_alone() {
        OrderStatus rejected = new OrderStatus(
                OrderStatus.Level.TRANSACTION,
                "M",
                "B",
                "I",
                "E",
                "RJCT",
                LineReturn.because(ReturnReason.iso("AC01")));
        assertThat(rejected.isRejected()).isTrue();
        assertThat(rejected.reason().map(back -> back.reason().code())).contains("AC01");
        OrderStatus accepted = new OrderStatus(OrderStatus.Level.MESSAGE, "M", "", "", "", "ACCP", null);
        assertThat(accepted.isRejected()).isFalse();
        assertThat(accepted.reason()).isEmpty();
    }

    @Test
    void values_are_equal_by_what_they_hold() {
        EqualsVerifier.forClass(BalanceCheck.class).verify();
        EqualsVerifier.forClass(RemittedDocument.class)
                .withNonnullFields("type", "number")
                .verify();
        EqualsVerifier.forClass(ReturnReason.class)
                .withNonnullFields("scheme", "code")
                .verify();
    }

    @Test
    void stored_words_are_pinned() {
        assertThat(codes(StatementKind.values(), StatementKind::code)).isEqualTo("statement report notification");
        assertThat(codes(LineStatus.values(), LineStatus::code)).isEqualTo("booked pending future information");
        assertThat(codes(LineKind.values(), LineKind::code))
                .isEqualTo("transfer direct-debit cheque card cash charges interest other");
        assertThat(codes(BankReference.values(), BankReference::code))
                .isEqualTo("servicer part entry end-to-end mandate creditor instruction payment-information message"
                        + " transaction uetr cheque");
        assertThat(codes(BankBalance.Type.values(), BankBalance.Type::code))
                .isEqualTo("opening interim-opening closing interim-closing opening-available available forward"
                        + " expected other");
        assertThat(codes(Evidence.values(), Evidence::code))
                .isEqualTo("structured-reference end-to-end-id remitted-document text");
        assertThat(codes(LineOutcome.Result.values(), LineOutcome.Result::code))
                .isEqualTo("applied unapplied unidentified returned return-open duplicate not-booked no-receipt");
        assertThat(codes(CashOptions.DatedBy.values(), CashOptions.DatedBy::code))
                .isEqualTo("booking-date value-date");
        assertThat(codes(ReturnAdvice.values(), ReturnAdvice::code))
                .isEqualTo("represent-later represent-after-fix new-account new-mandate contact-payer"
                        + " check-for-duplicate stop investigate");
        assertThat(codes(ReturnReason.Scheme.values(), ReturnReason.Scheme::code))
                .isEqualTo("iso-20022 canada-aft us-ach proprietary");
        assertThat(codes(OrderStatus.Level.values(), OrderStatus.Level::code)).isEqualTo("message block transaction");
    }

    private static <E> String codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).collect(Collectors.joining(" "));
    }
}
