package io.receivables.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
