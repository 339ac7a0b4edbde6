package io.receivables.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentTest {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");
    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Invoice invoice() {
        return Invoice.of("F-1", "ACME", MARCH_2, eur("120.00"));
    }

    @Test
    void new_invoice_is_due_posted_and_known_on_its_date() {
        assertThat(invoice())
                .returns("F-1", Invoice::id)
                .returns("ACME", Invoice::customerId)
                .returns(MARCH_2, Invoice::date)
                .returns(MARCH_2, Invoice::issueDate)
                .returns(MARCH_2, Invoice::postingDate)
                .returns(MARCH_2, Invoice::recordedOn)
                .returns(Optional.empty(), Invoice::deliveryDate)
                .returns(Optional.empty(), Invoice::reference)
                .returns(Optional.empty(), Invoice::terms)
                .returns(eur("120.00"), Invoice::gross)
                .returns(eur("0.00"), Invoice::tax)
                .returns(eur("120.00"), Invoice::net)
                .returns(List.of(Instalment.of(MARCH_2, eur("120.00"))), Invoice::instalments);
    }

    @Test
    void each_change_makes_a_document_that_differs_in_that_only() {
        Invoice invoice = invoice();
        Invoice changed = invoice.dueOn(APRIL_1)
                .withTax(eur("20.00"))
                .postedOn(MARCH_2.plusDays(1))
                .deliveredOn(MARCH_2.minusDays(1))
                .withReference("PO 7")
                .withTerms("net 30")
                .recordedOn(MARCH_2.plusDays(2));

        assertThat(changed)
                .returns("F-1", Invoice::id)
                .returns("ACME", Invoice::customerId)
                .returns(MARCH_2, Invoice::issueDate)
                .returns(MARCH_2.plusDays(1), Invoice::postingDate)
                .returns(MARCH_2.plusDays(2), Invoice::recordedOn)
                .returns(Optional.of(MARCH_2.minusDays(1)), Invoice::deliveryDate)
                .returns(Optional.of("PO 7"), Invoice::reference)
                .returns(Optional.of("net 30"), Invoice::terms)
                .returns(eur("120.00"), Invoice::gross)
                .returns(eur("20.00"), Invoice::tax)
                .returns(eur("100.00"), Invoice::net) // 120.00 - 20.00
                .returns(List.of(Instalment.of(APRIL_1, eur("120.00"))), Invoice::instalments);
        assertThat(invoice).isEqualTo(invoice()).isNotEqualTo(changed);
        assertThat(changed)
                .hasToString("Invoice[id=F-1, customerId=ACME, issueDate=2026-03-02, postingDate=2026-03-03,"
                        + " deliveryDate=2026-03-01, gross=EUR 120.00, tax=EUR 20.00,"
                        + " instalments=[Instalment[dueDate=2026-04-01, amount=EUR 120.00]], reference=PO 7,"
                        + " terms=net 30, corrects=null, recordedOn=2026-03-04]");
    }

    @Test
    void instalments_are_kept_in_the_order_given_and_copied() {
        List<Instalment> instalments =
                new ArrayList<>(List.of(Instalment.of(MAY_1, eur("70.00")), Instalment.of(APRIL_1, eur("50.00"))));
        Invoice invoice = invoice().payableIn(instalments);
        instalments.clear();

        assertThat(invoice.instalments())
                .containsExactly(Instalment.of(MAY_1, eur("70.00")), Instalment.of(APRIL_1, eur("50.00")))
                .isUnmodifiable();
    }

    @Test
    void instalments_add_up_to_gross() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice()
                        .payableIn(List.of(Instalment.of(APRIL_1, eur("70.00")), Instalment.of(MAY_1, eur("49.99")))))
                .withMessage("instalments of document F-1 add up to 119.99, not to its gross amount EUR 120.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice()
                        .payableIn(List.of(Instalment.of(APRIL_1, eur("70.00")), Instalment.of(MAY_1, eur("50.01")))))
                .withMessage("instalments of document F-1 add up to 120.01, not to its gross amount EUR 120.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().payableIn(List.of()))
                .withMessage("document F-1 has no instalment: give at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().payableIn(List.of(Instalment.of(APRIL_1, Money.of("120", "CAD")))))
                .withMessageContaining("currencies differ");
    }

    @Test
    void instalments_that_do_not_fit_a_long_are_refused_with_the_same_message() {
        Money most = Money.ofMinor(Long.MAX_VALUE, Money.currency("JPY"));
        Invoice invoice = Invoice.of("F-1", "ACME", MARCH_2, most);
        assertThat(invoice.gross()).isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice.payableIn(List.of(Instalment.of(APRIL_1, most), Instalment.of(MAY_1, most))))
                .withMessage("instalments of document F-1 add up to 18446744073709551614,"
                        + " not to its gross amount JPY 9223372036854775807");
    }

    @Test
    void amounts_are_sizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of("F-1", "ACME", MARCH_2, eur("-0.01")))
                .withMessage("gross amount EUR -0.01 of document F-1 is negative: a credit note has a positive size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().withTax(eur("-0.01")))
                .withMessage("tax EUR -0.01 of document F-1 is not between zero and the gross amount EUR 120.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().withTax(eur("120.01")))
                .withMessage("tax EUR 120.01 of document F-1 is not between zero and the gross amount EUR 120.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().withTax(Money.of("1", "CAD")))
                .withMessageContaining("currencies differ");
        assertThat(invoice().withTax(eur("120.00")).net()).isEqualTo(eur("0.00"));
        assertThat(Invoice.of("F-1", "ACME", MARCH_2, eur("0")).gross().isZero())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Instalment.of(APRIL_1, eur("-0.01")))
                .withMessage("instalment amount EUR -0.01 is negative: use a credit note");
        assertThat(Instalment.of(APRIL_1, eur("0")).amount().isZero()).isTrue();
    }

    @Test
    void identifiers_and_dates_are_checked() {
        LocalDate typo = LocalDate.of(202, 6, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of(" ", "ACME", MARCH_2, eur("1")))
                .withMessage("document id is blank: give the identifier that the source system uses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of("F-1", "x".repeat(201), MARCH_2, eur("1")))
                .withMessage("customer id of document F-1 has 201 characters: at most 200 are allowed");
        assertThatNullPointerException()
                .isThrownBy(() -> Invoice.of(null, "ACME", MARCH_2, eur("1")))
                .withMessage("document id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invoice.of("F-1", "ACME", typo, eur("1")))
                .withMessage("issue date of document F-1 0202-06-01 is outside the years 1900 to 9999: check the date");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().postedOn(typo))
                .withMessageContaining("posting date of document F-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().deliveredOn(typo))
                .withMessageContaining("delivery date of document F-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().recordedOn(typo))
                .withMessageContaining("recordedOn of document F-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice().dueOn(LocalDate.of(10000, 1, 1)))
                .withMessage("due date +10000-01-01 is outside the years 1900 to 9999: check the date");
        assertThatIllegalArgumentException().isThrownBy(() -> invoice().dueOn(LocalDate.of(1899, 12, 31)));
        assertThat(invoice()
                        .dueOn(LocalDate.of(1900, 1, 1))
                        .dueOn(LocalDate.of(9999, 12, 31))
                        .id())
                .isEqualTo("F-1");
        assertThatNullPointerException().isThrownBy(() -> invoice().withReference(null));
        assertThatNullPointerException().isThrownBy(() -> invoice().withTerms((String) null));
    }

    @Test
    void kinds_tell_what_raises_and_what_lowers_what_is_owed() {
        Document invoice = invoice();
        Document debitNote = DebitNote.of("N-1", "ACME", MARCH_2, eur("1.00"));
        Document creditNote = CreditNote.of("G-1", "ACME", MARCH_2, eur("1.00"));

        assertThat(List.of(invoice, debitNote, creditNote))
                .extracting(Document::kind)
                .containsExactly(FactKind.INVOICE, FactKind.DEBIT_NOTE, FactKind.CREDIT_NOTE);
        assertThat(List.of(invoice, debitNote, creditNote))
                .extracting(Document::isDebit)
                .containsExactly(true, true, false);
        assertThat(invoice).isNotEqualTo(DebitNote.of("F-1", "ACME", MARCH_2, eur("120.00")));
        assertThat(debitNote).asString().startsWith("DebitNote[id=N-1, ");
    }

    @Test
    void credit_note_names_what_it_corrects() {
        CreditNote note = CreditNote.of("G-1", "ACME", MARCH_2, eur("1.00"));
        assertThat(note.corrects()).isEmpty();
        assertThat(note.correcting("F-1").corrects()).contains("F-1");
        assertThat(note.correcting("F-1")
                        .withReference("R")
                        .withTerms("T")
                        .recordedOn(APRIL_1)
                        .dueOn(MAY_1))
                .returns(Optional.of("F-1"), CreditNote::corrects)
                .returns(Optional.of("R"), CreditNote::reference)
                .returns(Optional.of("T"), CreditNote::terms)
                .returns(APRIL_1, CreditNote::recordedOn);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> note.correcting(""))
                .withMessage("corrected document id is blank: give the identifier that the source system uses");
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void documents_are_made_by_kind(FactKind kind) {
        switch (kind) {
            case INVOICE, DEBIT_NOTE, CREDIT_NOTE -> {
                Document document = Document.of(kind, "F-1", "ACME", MARCH_2, eur("120.00"))
                        .dueOn(APRIL_1)
                        .payableIn(List.of(Instalment.of(MAY_1, eur("120.00"))))
                        .postedOn(MARCH_2)
                        .deliveredOn(MARCH_2)
                        .withTax(eur("20.00"))
                        .withReference("R")
                        .withTerms("T")
                        .recordedOn(APRIL_1);
                assertThat(document.kind()).isEqualTo(kind);
                assertThat(document)
                        .returns("F-1", Document::id)
                        .returns(eur("100.00"), Document::net)
                        .returns(Optional.of(MARCH_2), Document::deliveryDate)
                        .returns(Optional.of("R"), Document::reference)
                        .returns(Optional.of("T"), Document::terms)
                        .returns(APRIL_1, Document::recordedOn);
            }
            default ->
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Document.of(kind, "F-1", "ACME", MARCH_2, eur("1.00")))
                        .withMessage("fact kind \"" + kind.code()
                                + "\" is no document: use invoice, debit-note or credit-note");
        }
    }

    @Test
    void equal_documents_have_equal_values() {
        for (Class<?> type : List.of(Invoice.class, DebitNote.class, CreditNote.class)) {
            EqualsVerifier.forClass(type)
                    .withPrefabValues(
                            AbstractDocument.Values.class,
                            AbstractDocument.Values.of("A", "C", MARCH_2, eur("1.00")),
                            AbstractDocument.Values.of("B", "C", MARCH_2, eur("1.00")))
                    .suppress(Warning.NULL_FIELDS)
                    .verify();
        }
    }
}
