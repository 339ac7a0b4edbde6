package io.receivables.dunning.letters;

import io.receivables.dunning.internal.Checks;
import java.util.List;
import java.util.Objects;

/**
 * Who the money is owed to, as letters present them.
 *
 * @param name the legal name
 * @param address the lines of the address, one or more
 * @param email where to write; empty when there is none
 * @param phone where to call; empty when there is none
 * @param signatory who signs, such as a name or a department; empty for the name alone
 * @param registration what the law wants on letters, such as a register's number and the tax number
 * @param bank how to pay by transfer, such as IBAN and BIC, or transit and account number; empty when there is none
 */
public record Creditor(
        String name,
        List<String> address,
        String email,
        String phone,
        String signatory,
        List<Line> registration,
        List<Line> bank) {
    /**
     * A value under a label, both as they are to be read.
     *
     * @param label such as {@code IBAN}
     * @param value what stands beside it
     */
    public record Line(String label, String value) {
        public Line {
            String name = label;
            String text = value;
            Checks.that(!name.isBlank(), () -> "label of \"" + text + "\" is blank: say what it is");
            Checks.that(!text.isBlank(), () -> "value of " + name + " is blank: leave the line out");
        }
    }

    public Creditor {
        Checks.id(name, "creditor's name");
        address = List.copyOf(address);
        Checks.that(!address.isEmpty(), () -> "creditor " + name + " has no address: give one line or more");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(signatory, "signatory");
        registration = List.copyOf(registration);
        bank = List.copyOf(bank);
    }

    public static Creditor of(String name, String... address) {
        return new Creditor(name, List.of(address), "", "", "", List.of(), List.of());
    }

    public Creditor reachedBy(String email, String phone) {
        return new Creditor(name, address, email, phone, signatory, registration, bank);
    }

    public Creditor signedBy(String signatory) {
        return new Creditor(name, address, email, phone, signatory, registration, bank);
    }

    public Creditor registered(Line... lines) {
        return new Creditor(name, address, email, phone, signatory, List.of(lines), bank);
    }

    public Creditor paidInto(Line... lines) {
        return new Creditor(name, address, email, phone, signatory, registration, List.of(lines));
    }
}
