package io.receivables.dunning.letters;

import io.receivables.dunning.internal.Checks;
import java.util.List;
import java.util.Objects;

/**
 * Whom a letter is addressed to.
 *
 * @param name the company or person
 * @param salutation how they are addressed in their language, such as {@code Dear Ms Martin} or {@code Madame}; empty for
 *     the usual one
 * @param address the lines of the address; empty when it is not known
 * @param email where to write; empty when it is not known
 * @param phone where to call; empty when it is not known
 */
public record Contact(String name, String salutation, List<String> address, String email, String phone) {
    public Contact {
        Checks.that(!name.isBlank(), () -> "name of a contact is blank: say whom the letter is for");
        Objects.requireNonNull(salutation, "salutation");
        address = List.copyOf(address);
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
    }

    public static Contact of(String name, String... address) {
        return new Contact(name, "", List.of(address), "", "");
    }

    public Contact addressedAs(String salutation) {
        return new Contact(name, salutation, address, email, phone);
    }

    public Contact reachedBy(String email, String phone) {
        return new Contact(name, salutation, address, email, phone);
    }
}
