package io.receivables.core.draft;

import static io.receivables.core.draft.Drafts.orElse;
import static io.receivables.core.draft.Drafts.required;

import io.receivables.core.Customer;
import jakarta.validation.constraints.NotBlank;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as it came from outside. {@link #toCustomer()} works exactly when there are no violations.
 *
 * @param id the identifier that the source system uses
 * @param name the name to show; the id when missing
 * @param attributes grouping attributes by key ({@link Customer#COUNTRY}, …); none when missing
 */
public record CustomerDraft(
        @Required(message = "{io.receivables.core.draft.id.missing}") @Identifier @Nullable String id,

        @Nullable String name,

        @Nullable Map<
                        @Required(message = "{io.receivables.core.draft.attribute.key.missing}") @Identifier @Nullable String,
                        @NotBlank(message = "{io.receivables.core.draft.attribute.blank}") @Nullable String>
                attributes) {

    public CustomerDraft {
        // not Map.copyOf: a missing key or value is for the validator to report
        attributes = attributes == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * The customer.
     *
     * @throws NullPointerException if a component is missing that the customer needs
     * @throws IllegalArgumentException if a component has a value that the customer cannot have
     */
    public Customer toCustomer() {
        Customer customer = Customer.of(required(id, "id"), orElse(name, required(id, "id")));
        if (attributes != null) {
            for (Map.Entry<@Nullable String, @Nullable String> attribute : attributes.entrySet()) {
                customer = customer.with(
                        required(attribute.getKey(), "attribute key"),
                        required(attribute.getValue(), "attribute value"));
            }
        }
        return customer;
    }
}
