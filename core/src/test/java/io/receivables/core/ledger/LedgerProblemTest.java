package io.receivables.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Allocation;
import io.receivables.core.CreditNote;
import io.receivables.core.Dispute;
import io.receivables.core.DisputeResolution;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.Problem;
import io.receivables.core.Refund;
import io.receivables.core.Reversal;
import io.receivables.core.Severity;
import io.receivables.core.WriteOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerProblemTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH_9 = LocalDate.parse("2026-03-09");
    private static final LocalDate MARCH_16 = LocalDate.parse("2026-03-16");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static final Invoice INVOICE = Invoice.of("F-1", "ACME", MARCH_2, eur("100.00"));
    private static final CreditNote CREDIT_NOTE = CreditNote.of("G-1", "ACME", MARCH_2, eur("20.00"));
    private static final Payment PAYMENT = Payment.of("P-1", "ACME", MARCH_2, eur("50.00"));
    private static final Allocation ALLOCATION = Allocation.ofPayment("A-1", "P-1", "F-1", MARCH_2, eur("50.00"));

    /** Facts that give one problem, and what it says. */
    private record Case(LedgerProblem code, String english, String french, List<Fact> facts) {
        @Override
        public String toString() {
            return code + ": " + english;
        }
    }

    private static Case of(LedgerProblem code, String english, String french, Fact... facts) {
        return new Case(code, english, french, List.of(facts));
    }

    static Stream<Case> cases() {
        return Stream.of(
                of(
                        LedgerProblem.DUPLICATE,
                        "invoice F-1 is given twice with the same content; it counts once",
                        "facture F-1 figure deux fois avec le même contenu ; compte une seule fois",
                        INVOICE,
                        Invoice.of("F-1", "ACME", MARCH_2, eur("100.00"))),
                of(
                        LedgerProblem.CONFLICTING_ID,
                        "credit note F-1 is given again with other content; the first one is kept: correct it with a"
                                + " reversal or a further document",
                        "avoir F-1 figure une nouvelle fois avec un autre contenu ; le premier est conservé : corrigez par"
                                + " une annulation ou par un autre document",
                        INVOICE,
                        CreditNote.of("F-1", "ACME", MARCH_2, eur("100.00"))),
                of(
                        LedgerProblem.UNKNOWN_DOCUMENT,
                        "allocation A-1 names document F-1, which does not exist",
                        "imputation A-1 désigne le document F-1, qui n'existe pas",
                        PAYMENT,
                        ALLOCATION),
                of(
                        LedgerProblem.UNKNOWN_DOCUMENT,
                        "dispute D-1 names document F-1, which does not exist",
                        "litige D-1 désigne le document F-1, qui n'existe pas",
                        Dispute.of("D-1", "F-1", MARCH_2)),
                of(
                        LedgerProblem.UNKNOWN_SOURCE,
                        "allocation A-1 names payment P-1, which does not exist",
                        "imputation A-1 désigne le paiement P-1, qui n'existe pas",
                        INVOICE,
                        ALLOCATION),
                of(
                        LedgerProblem.UNKNOWN_SOURCE,
                        "refund B-1 names credit note F-1, which does not exist",
                        "remboursement B-1 désigne l'avoir F-1, qui n'existe pas",
                        INVOICE,
                        Refund.ofCreditNote("B-1", "F-1", MARCH_2, eur("1.00"))),
                of(
                        LedgerProblem.CURRENCY_MISMATCH,
                        "allocation A-1 is in CAD, but P-1 is in EUR; amounts of different currencies are never mixed",
                        "imputation A-1 est en CAD, mais P-1 est en EUR ; des montants de devises différentes ne se"
                                + " mélangent jamais",
                        INVOICE,
                        PAYMENT,
                        Allocation.ofPayment("A-1", "P-1", "F-1", MARCH_2, Money.of("1.00", "CAD"))),
                of(
                        LedgerProblem.CURRENCY_MISMATCH,
                        "allocation A-1 is in CAD, but F-1 is in EUR; amounts of different currencies are never mixed",
                        "imputation A-1 est en CAD, mais F-1 est en EUR ; des montants de devises différentes ne se"
                                + " mélangent jamais",
                        INVOICE,
                        Payment.of("P-2", "ACME", MARCH_2, Money.of("1.00", "CAD")),
                        Allocation.ofPayment("A-1", "P-2", "F-1", MARCH_2, Money.of("1.00", "CAD"))),
                of(
                        LedgerProblem.CURRENCY_MISMATCH,
                        "dispute D-1 is in CAD, but F-1 is in EUR; amounts of different currencies are never mixed",
                        "litige D-1 est en CAD, mais F-1 est en EUR ; des montants de devises différentes ne se mélangent"
                                + " jamais",
                        INVOICE,
                        Dispute.of("D-1", "F-1", MARCH_2).over(Money.of("1.00", "CAD"))),
                of(
                        LedgerProblem.ABOVE_OPEN_AMOUNT,
                        "write-off W-1 over EUR 50.01 is above the EUR 50.00 that were open on F-1 on 2026-03-09; it was"
                                + " left out",
                        "passage en pertes W-1 de EUR 50.01 dépasse le montant de EUR 50.00 ouvert sur F-1 au 2026-03-09 ;"
                                + " non repris",
                        INVOICE,
                        PAYMENT,
                        ALLOCATION,
                        WriteOff.of("W-1", "F-1", MARCH_9, eur("50.01"))),
                of(
                        LedgerProblem.ABOVE_SOURCE,
                        "allocation A-2 over EUR 0.01 is above the EUR 0.00 that were left of payment P-1 on 2026-03-09;"
                                + " it was left out",
                        "imputation A-2 de EUR 0.01 dépasse le montant de EUR 0.00 restant sur le paiement P-1 au 2026-03-09 ;"
                                + " non repris",
                        INVOICE,
                        PAYMENT,
                        ALLOCATION,
                        Allocation.ofPayment("A-2", "P-1", "F-1", MARCH_9, eur("0.01"))),
                of(
                        LedgerProblem.ABOVE_SOURCE,
                        "refund B-1 over EUR 20.01 is above the EUR 20.00 that were left of credit note G-1 on 2026-03-09;"
                                + " it was left out",
                        "remboursement B-1 de EUR 20.01 dépasse le montant de EUR 20.00 restant sur l'avoir G-1 au 2026-03-09 ;"
                                + " non repris",
                        CREDIT_NOTE,
                        Refund.ofCreditNote("B-1", "G-1", MARCH_9, eur("20.01"))),
                of(
                        LedgerProblem.UNKNOWN_REVERSAL_TARGET,
                        "reversal R-1 undoes payment P-1, which does not exist or was left out",
                        "annulation R-1 annule le paiement P-1, introuvable parmi les faits retenus",
                        Reversal.ofPayment("R-1", "P-1", MARCH_2)),
                of(
                        LedgerProblem.UNKNOWN_REVERSAL_TARGET,
                        "reversal R-1 undoes allocation P-1, which does not exist or was left out",
                        "annulation R-1 annule l'imputation P-1, introuvable parmi les faits retenus",
                        PAYMENT,
                        Reversal.ofAllocation("R-1", "P-1", MARCH_2)),
                of(
                        LedgerProblem.ALREADY_REVERSED,
                        "reversal R-0 undoes payment P-1, which R-1 has undone already",
                        "annulation R-0 annule le paiement P-1, ce que R-1 a déjà fait",
                        PAYMENT,
                        Reversal.ofPayment("R-0", "P-1", MARCH_16),
                        Reversal.ofPayment("R-1", "P-1", MARCH_9)),
                of(
                        LedgerProblem.ALREADY_REVERSED,
                        "reversal R-2 undoes allocation A-1, which R-1 has undone already",
                        "annulation R-2 annule l'imputation A-1, ce que R-1 a déjà fait",
                        INVOICE,
                        PAYMENT,
                        ALLOCATION,
                        Reversal.ofAllocation("R-2", "A-1", MARCH_9),
                        Reversal.ofAllocation("R-1", "A-1", MARCH_9)),
                of(
                        LedgerProblem.ALREADY_REVERSED,
                        "reversal R-2 undoes allocation A-1, which R-1 has undone already",
                        "annulation R-2 annule l'imputation A-1, ce que R-1 a déjà fait",
                        INVOICE,
                        PAYMENT,
                        ALLOCATION,
                        Reversal.ofPayment("R-1", "P-1", MARCH_9),
                        Reversal.ofAllocation("R-2", "A-1", MARCH_16)),
                of(
                        LedgerProblem.SOURCE_REVERSED,
                        "allocation A-2 uses payment P-1, which was reversed before 2026-03-16",
                        "imputation A-2 utilise le paiement P-1, annulé avant le 2026-03-16",
                        INVOICE,
                        PAYMENT,
                        Reversal.ofPayment("R-1", "P-1", MARCH_9),
                        Allocation.ofPayment("A-2", "P-1", "F-1", MARCH_16, eur("1.00"))),
                of(
                        LedgerProblem.SOURCE_REVERSED,
                        "refund B-1 uses payment P-1, which was reversed before 2026-03-09",
                        "remboursement B-1 utilise le paiement P-1, annulé avant le 2026-03-09",
                        PAYMENT,
                        Reversal.ofPayment("R-1", "P-1", MARCH_9),
                        Refund.ofPayment("B-1", "P-1", MARCH_9, eur("1.00"))),
                of(
                        LedgerProblem.UNKNOWN_DISPUTE,
                        "dispute resolution E-1 ends dispute D-1, which does not exist or was left out",
                        "clôture de litige E-1 clôt le litige D-1, introuvable parmi les faits retenus",
                        DisputeResolution.of("E-1", "D-1", MARCH_2)),
                of(
                        LedgerProblem.NOT_A_DEBIT,
                        "write-off W-1 names G-1, which is a credit note; only invoices and debit notes are paid, written"
                                + " off or disputed",
                        "passage en pertes W-1 désigne G-1, qui est un avoir ; seules les factures et notes de débit se"
                                + " paient, se passent en pertes ou se contestent",
                        CREDIT_NOTE,
                        WriteOff.of("W-1", "G-1", MARCH_2, eur("1.00"))),
                of(
                        LedgerProblem.UNKNOWN_INSTALMENT,
                        "write-off W-1 names instalment 2 of F-1, which has 1",
                        "passage en pertes W-1 désigne l'échéance 2 de F-1, qui en a 1",
                        INVOICE,
                        WriteOff.of("W-1", "F-1", MARCH_2, eur("1.00")).ofInstalment(2)),
                of(
                        LedgerProblem.UNKNOWN_INSTALMENT,
                        "allocation A-1 names instalment 9 of F-1, which has 1",
                        "imputation A-1 désigne l'échéance 9 de F-1, qui en a 1",
                        INVOICE,
                        PAYMENT,
                        ALLOCATION.toInstalment(9)),
                of(
                        LedgerProblem.DISPUTE_ABOVE_DOCUMENT,
                        "dispute D-1 contests EUR 100.01, more than the EUR 100.00 of F-1",
                        "litige D-1 conteste EUR 100.01, plus que les EUR 100.00 de F-1",
                        INVOICE,
                        Dispute.of("D-1", "F-1", MARCH_2).over(eur("100.01"))),
                of(
                        LedgerProblem.CURRENCY_MISMATCH,
                        "dispute resolution E-1 is in CAD, but D-1 is in EUR; amounts of different currencies are never"
                                + " mixed",
                        "clôture de litige E-1 est en CAD, mais D-1 est en EUR ; des montants de devises différentes ne se"
                                + " mélangent jamais",
                        INVOICE,
                        Dispute.of("D-1", "F-1", MARCH_2),
                        DisputeResolution.of("E-1", "D-1", MARCH_9).split(Money.of("1", "CAD"))),
                of(
                        LedgerProblem.ALREADY_RESOLVED,
                        "dispute resolution E-0 ends dispute D-1, which E-1 has ended already",
                        "clôture de litige E-0 clôt le litige D-1, déjà clos par E-1",
                        INVOICE,
                        Dispute.of("D-1", "F-1", MARCH_2),
                        DisputeResolution.of("E-0", "D-1", MARCH_16),
                        DisputeResolution.of("E-1", "D-1", MARCH_9)),
                of(
                        LedgerProblem.PAYMENT_BEFORE_DOCUMENT,
                        "allocation A-1 is dated 2026-03-02, before F-1 was issued on 2026-03-09; until then it is"
                                + " unapplied cash",
                        "imputation A-1 porte la date du 2026-03-02, avant l'émission de F-1 le 2026-03-09 ; jusque-là c'est un"
                                + " encaissement non affecté",
                        Invoice.of("F-1", "ACME", MARCH_9, eur("100.00")),
                        PAYMENT,
                        ALLOCATION),
                of(
                        LedgerProblem.BEFORE_ITS_TARGET,
                        "allocation A-1 is dated 2026-03-02, before what it refers to; it counts from 2026-03-09",
                        "imputation A-1 porte la date du 2026-03-02, avant ce qui y est désigné ; compte à partir du"
                                + " 2026-03-09",
                        Invoice.of("F-1", "ACME", MARCH_9, eur("100.00")),
                        CREDIT_NOTE,
                        Allocation.ofCreditNote("A-1", "G-1", "F-1", MARCH_2, eur("1.00"))),
                of(
                        LedgerProblem.OTHER_CUSTOMER,
                        "allocation A-1 settles F-1 of customer ACME with money of customer BETA",
                        "imputation A-1 règle F-1 du client ACME avec de l'argent du client BETA",
                        INVOICE,
                        Payment.of("P-1", "BETA", MARCH_2, eur("50.00")),
                        ALLOCATION),
                of(
                        LedgerProblem.OTHER_CUSTOMER,
                        "allocation A-1 settles F-1 of customer ACME with money of customer BETA",
                        "imputation A-1 règle F-1 du client ACME avec de l'argent du client BETA",
                        INVOICE,
                        CreditNote.of("G-1", "BETA", MARCH_2, eur("50.00")),
                        Allocation.ofCreditNote("A-1", "G-1", "F-1", MARCH_2, eur("50.00"))),
                of(
                        LedgerProblem.REFUNDED_BEFORE_REVERSAL,
                        "reversal R-1 undoes payment P-1, of which EUR 10.00 had been refunded; only the rest is undone:"
                                + " charge what was refunded with a debit note",
                        "annulation R-1 annule le paiement P-1, dont EUR 10.00 avaient été remboursés ; seul le reste est"
                                + " annulé : facturez le remboursement par une note de débit",
                        PAYMENT,
                        Refund.ofPayment("B-1", "P-1", MARCH_9, eur("10.00")),
                        Reversal.ofPayment("R-1", "P-1", MARCH_16)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void facts_that_do_not_fit_give_one_problem_with_everything_filled_in(Case given) {
        Loaded<Ledger> loaded = Ledger.builder().facts(given.facts).load();

        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(given.code);
            assertThat(problem.message()).isEqualTo(given.english);
            assertThat(problem.message(Locale.FRENCH)).isEqualTo(given.french);
        });
        // an error leaves out one fact, a warning none
        int left = given.code.severity() == Severity.ERROR ? 1 : 0;
        assertThat(loaded.value().facts()).hasSize(given.facts.size() - left);
        assertThat(given.facts).containsAll(loaded.value().facts());
        // and what is kept fits together
        assertThat(Ledger.of(loaded.value().facts()).openItems(MARCH_16))
                .isEqualTo(loaded.value().openItems(MARCH_16));
    }

    @Test
    void a_fact_that_hangs_on_a_rejected_one_is_rejected_too() {
        Loaded<Ledger> loaded = Ledger.builder()
                .facts(List.of(
                        INVOICE,
                        PAYMENT,
                        Allocation.ofPayment("A-1", "P-1", "F-1", MARCH_2, eur("50.01")),
                        Reversal.ofAllocation("R-1", "A-1", MARCH_9),
                        Dispute.of("D-1", "F-1", MARCH_2).over(eur("101.00")),
                        DisputeResolution.of("E-1", "D-1", MARCH_9),
                        DisputeResolution.of("E-2", "D-1", MARCH_9)))
                .load();
        assertThat(loaded.problems())
                .extracting(problem -> problem.code() + " " + problem.attribute(Problem.ID))
                .containsExactlyInAnyOrder(
                        "ABOVE_SOURCE A-1",
                        "UNKNOWN_REVERSAL_TARGET R-1",
                        "DISPUTE_ABOVE_DOCUMENT D-1",
                        "UNKNOWN_DISPUTE E-1",
                        "UNKNOWN_DISPUTE E-2");
        assertThat(loaded.value().facts()).containsExactly(INVOICE, PAYMENT);
    }

    @Test
    void reversal_of_an_allocation_that_a_payment_was_never_enough_for_is_rejected() {
        for (LocalDate day : List.of(MARCH_2, MARCH_9)) {
            Loaded<Ledger> loaded = Ledger.builder()
                    .invoice(INVOICE)
                    .invoice(Invoice.of("F-2", "ACME", MARCH_2, eur("100.00")))
                    .payment(PAYMENT, "F-1", "F-2")
                    .fact(Reversal.ofAllocation("R-1", "P-1/F-2", day))
                    .load();
            assertThat(loaded.errors())
                    .extracting(Problem::code)
                    .containsExactly(LedgerProblem.UNKNOWN_REVERSAL_TARGET);
        }
    }

    @Test
    void of_two_facts_with_one_id_the_first_is_kept() {
        Invoice other = Invoice.of("F-1", "ACME", MARCH_2, eur("1.00"));
        assertThat(Ledger.builder()
                        .invoice(INVOICE)
                        .invoice(other)
                        .load()
                        .value()
                        .facts())
                .containsExactly(INVOICE);
        assertThat(Ledger.builder()
                        .invoice(other)
                        .invoice(INVOICE)
                        .load()
                        .value()
                        .facts())
                .containsExactly(other);
        // one object given twice is a duplicate as well, and facts of other kinds have ids of their own
        assertThat(Ledger.builder()
                        .invoice(INVOICE)
                        .invoice(INVOICE)
                        .payment(Payment.of("F-1", "ACME", MARCH_2, eur("1.00")))
                        .fact(WriteOff.of("F-1", "F-1", MARCH_2, eur("1.00")))
                        .load()
                        .problems())
                .extracting(Problem::code)
                .containsExactly(LedgerProblem.DUPLICATE);
    }

    @Test
    void text_that_looks_like_a_placeholder_is_shown_as_it_is() {
        Loaded<Ledger> loaded = Ledger.builder()
                .fact(WriteOff.of("{document}", "{id}{kind}", MARCH_2, eur("1.00")))
                .load();
        assertThat(loaded.problems())
                .extracting(Problem::message)
                .containsExactly("write-off {document} names document {id}{kind}, which does not exist");
    }

    // ---- the catalogue

    @Test
    void ids_are_pinned_and_unique() {
        assertThat(LedgerProblem.values())
                .extracting(code -> code.id() + " " + code)
                .containsExactly(
                        "RCV-LEDGER-001 DUPLICATE",
                        "RCV-LEDGER-002 CONFLICTING_ID",
                        "RCV-LEDGER-003 UNKNOWN_DOCUMENT",
                        "RCV-LEDGER-004 UNKNOWN_SOURCE",
                        "RCV-LEDGER-005 CURRENCY_MISMATCH",
                        "RCV-LEDGER-006 ABOVE_OPEN_AMOUNT",
                        "RCV-LEDGER-007 ABOVE_SOURCE",
                        "RCV-LEDGER-008 UNKNOWN_REVERSAL_TARGET",
                        "RCV-LEDGER-009 ALREADY_REVERSED",
                        "RCV-LEDGER-010 SOURCE_REVERSED",
                        "RCV-LEDGER-011 UNKNOWN_DISPUTE",
                        "RCV-LEDGER-012 NOT_A_DEBIT",
                        "RCV-LEDGER-013 UNKNOWN_INSTALMENT",
                        "RCV-LEDGER-014 DISPUTE_ABOVE_DOCUMENT",
                        "RCV-LEDGER-015 ALREADY_RESOLVED",
                        "RCV-LEDGER-101 PAYMENT_BEFORE_DOCUMENT",
                        "RCV-LEDGER-102 OVERPAYMENT",
                        "RCV-LEDGER-103 BEFORE_ITS_TARGET",
                        "RCV-LEDGER-104 OTHER_CUSTOMER",
                        "RCV-LEDGER-105 UNMATCHED_REMITTANCE",
                        "RCV-LEDGER-106 REFUNDED_BEFORE_REVERSAL");
        assertThat(LedgerProblem.values())
                .allSatisfy(code -> assertThat(code.severity())
                        .isEqualTo(code.id().charAt(11) == '1' ? Severity.WARNING : Severity.ERROR));
    }

    @ParameterizedTest
    @EnumSource(LedgerProblem.class)
    void every_code_has_a_message_in_both_languages_with_the_same_placeholders(LedgerProblem code) {
        String english = code.messages(Locale.ENGLISH).getString(code.id());
        String french = code.messages(Locale.FRENCH).getString(code.id());

        assertThat(french).isNotBlank().isNotEqualTo(english);
        assertThat(placeholders(french)).isEqualTo(placeholders(english)).contains("{kind}", "{id}");
    }

    @Test
    void bundles_hold_the_same_keys_and_none_to_spare() {
        ResourceBundle english = LedgerProblem.DUPLICATE.messages(Locale.ENGLISH);
        ResourceBundle french = LedgerProblem.DUPLICATE.messages(Locale.FRENCH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(french.keySet()).isEqualTo(english.keySet());
        Set<String> ids = new HashSet<>();
        Arrays.stream(LedgerProblem.values()).forEach(code -> ids.add(code.id()));
        assertThat(english.keySet().stream().filter(key -> key.startsWith("RCV")))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void every_kind_of_fact_has_a_name_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            ResourceBundle names = LedgerProblem.DUPLICATE.messages(language);
            List<String> keys = new ArrayList<>();
            for (io.receivables.core.FactKind kind : io.receivables.core.FactKind.values()) {
                keys.add("kind." + kind.code());
            }
            for (Allocation.Source source : Allocation.Source.values()) {
                keys.add("source." + source.code());
            }
            for (Reversal.Target target : Reversal.Target.values()) {
                keys.add("target." + target.code());
            }
            assertThat(names.keySet()).containsAll(keys);
        }
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList());
    }
}
