package io.receivables.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.receivables.core.Money;
import io.receivables.core.terms.BusinessCalendar;
import io.receivables.core.terms.EarlyPaymentDiscount;
import io.receivables.core.terms.PaymentSchedule;
import io.receivables.core.terms.PaymentTerms;
import io.receivables.core.terms.TermsLanguage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Payment terms as people write them; their due dates for sample dates decide, and how an amount is shared. */
final class TermTextsKind implements ConformanceKind {
    private static final Money AMOUNT = Money.of("1000.00", "EUR");
    private static final String SAMPLES = "samples";
    private static final String INVOICE_DATE = "invoiceDate";
    private static final String AMOUNTS = "amounts";

    @Override
    public String name() {
        return "term-texts";
    }

    /** The structure is one of several that behave alike: of it the amounts count, the dates are in the samples. */
    @Override
    public JsonNode expectation(ConformanceCase given) {
        ObjectNode expect = given.expect().deepCopy();
        expect.remove("instalments");
        Input structure = new Input(given.expect(), "expect");
        addAmounts(DueDatesKind.terms(structure), expect);
        return expect;
    }

    @Override
    public JsonNode run(ConformanceCase given) {
        Input input = given.input();
        PaymentTerms terms = TermsLanguage.of(Locale.forLanguageTag(input.text("locale")))
                .read(input.text("text"))
                .orElseThrow();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (given.reject()) {
            return answer.put("terms", terms.toString());
        }
        ArrayNode samples = answer.putArray(SAMPLES);
        for (Input sample : new Input(given.expect(), "expect").objects(SAMPLES)) {
            addSample(terms, sample.date(INVOICE_DATE), samples.addObject());
        }
        for (EarlyPaymentDiscount discount : terms.discounts()) {
            LocalDate day = LocalDate.EPOCH;
            answer.putObject("discount")
                    .put("percent", discount.percent().toPlainString())
                    .put("days", ChronoUnit.DAYS.between(day, until(discount, day)));
        }
        addAmounts(terms, answer);
        return answer;
    }

    private static void addSample(PaymentTerms terms, LocalDate issued, ObjectNode sample) {
        sample.put(INVOICE_DATE, issued.toString());
        ArrayNode dueDates = sample.putArray("dueDates");
        for (PaymentSchedule.Line line : terms.schedule(issued, AMOUNT).lines()) {
            dueDates.add(line.dueDate().toString());
        }
        terms.discounts()
                .forEach(discount ->
                        sample.put("discountUntil", until(discount, issued).toString()));
    }

    private static LocalDate until(EarlyPaymentDiscount discount, LocalDate issued) {
        return discount.until().from(issued, BusinessCalendar.weekdays());
    }

    private static void addAmounts(PaymentTerms terms, ObjectNode answer) {
        ArrayNode amounts = answer.putArray(AMOUNTS);
        for (PaymentSchedule.Line line : terms.schedule(LocalDate.EPOCH, AMOUNT).lines()) {
            amounts.add(line.amount().amount().toPlainString());
        }
    }
}
