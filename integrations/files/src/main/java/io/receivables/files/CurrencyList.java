package io.receivables.files;

import io.receivables.core.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Numbers the currencies of a column in the order in which they come. There are a few of them, and so they are searched. */
final class CurrencyList {
    private final List<Currency> currencies = new ArrayList<>();
    private final IntList digits = new IntList(8);
    /** The three letters of a code as they were written; several may mean one currency. */
    private final IntList written = new IntList(8);

    private final IntList meant = new IntList(8);

    /** The number of a currency by its code; -1 if it is none. */
    int number(byte[] text, int from, int to) {
        if (to - from != 3) {
            return -1;
        }
        int letters = (text[from] & 0xFF) << 16 | (text[from + 1] & 0xFF) << 8 | (text[from + 2] & 0xFF);
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) == letters) {
                return meant.get(i);
            }
        }
        Currency currency = CellFormats.currencyOf(new String(text, from, 3, StandardCharsets.UTF_8));
        if (currency == null) {
            return -1;
        }
        written.add(letters);
        meant.add(number(currency));
        return number(currency);
    }

    int number(Currency currency) {
        int number = currencies.indexOf(currency);
        if (number < 0) {
            currencies.add(currency);
            digits.add(Money.digits(currency));
            return currencies.size() - 1;
        }
        return number;
    }

    /** The decimals of a currency. */
    int digits(int number) {
        return digits.get(number);
    }

    /** The currencies in the order of their numbers. */
    List<Currency> currencies() {
        return currencies;
    }
}
