package io.receivables.payments.manual;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.payments.spi.PayerAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an office's cheques go by.
 *
 * @param payee to whom they are made out
 * @param address where they are sent
 * @param zone where the office's days begin
 * @param holdDays business days from the deposit to the day on which it counts as money
 * @param calendar which days are business days of the bank
 */
record ChequeTerms(String payee, String address, ZoneId zone, int holdDays, BusinessCalendar calendar) {
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The day on which a deposit is taken for money. */
    LocalDate presumedCleared(LocalDate deposited) {
        LocalDate day = deposited;
        for (int passed = 0; passed < holdDays; passed++) {
            day = calendar.next(day);
        }
        return day;
    }

    PayerAction send(String reference) {
        Map<String, String> instructions = new LinkedHashMap<>();
        instructions.put("payee", payee);
        instructions.put("address", address);
        instructions.put("reference", reference);
        return PayerAction.fillIn(instructions);
    }
}
