package io.receivables.statements;

import io.receivables.core.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge as stated.
 *
 * @param amount positive for what the bank takes, negative for what it gives back
 * @param included whether the bank says that it is within the booked amount; null when it says nothing
 * @param text its kind and who bears it
 */
record CamtCharge(Money amount, @Nullable Boolean included, String text) {
    /**
     * The charges of an entry or of one transaction. Up to version 03 each stands in a Chrgs of its own; since then they are
     * records of one, or only their sum is stated. A charge of nothing is none.
     */
    static List<CamtCharge> all(Element of, CamtValues values) {
        List<CamtCharge> charges = new ArrayList<>();
        for (Element stated : of.all("Chrgs")) {
            List<Element> records = new ArrayList<>(stated.all("Rcrd"));
            if (stated.at("Amt").exists()) {
                records.add(stated);
            }
            for (Element one : records) {
                add(one, one.at("Amt"), charges, values);
            }
            if (records.isEmpty()) {
                add(stated, stated.at("TtlChrgsAndTaxAmt"), charges, values);
            }
        }
        return charges;
    }

    private static void add(Element one, Element amount, List<CamtCharge> charges, CamtValues values) {
        Money money = values.optionalAmount(amount, "Chrgs/" + amount.name());
        if (money != null && !money.isZero()) {
            String flag = one.text("ChrgInclInd");
            boolean givenBack = one.text("CdtDbtInd").equals("CRDT");
            charges.add(new CamtCharge(
                    givenBack ? money.negated() : money,
                    flag.isEmpty() ? null : CamtDetail.isTrue(flag),
                    (one.text("Tp/Cd", "Tp/Prtry/Id", "Tp/Prtry") + " " + one.text("Br")).strip()));
        }
    }

    /** Whether it may be within the booked amount: it is of the same currency, and the bank does not say otherwise. */
    boolean mayBeIncludedIn(Money booked) {
        return amount.currency().equals(booked.currency()) && !Boolean.FALSE.equals(included);
    }
}
