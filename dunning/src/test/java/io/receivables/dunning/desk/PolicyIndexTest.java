package io.receivables.dunning.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Customer;
import io.receivables.dunning.policy.Policies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyIndexTest {
    private final PolicyIndex index = new PolicyIndex(Policies.of(DeskFixture.POLICY.inLanguage("fr")));

    @ParameterizedTest
    @CsvSource({
        "en-CA, standard, en",
        "English, standard, en",
        "FR, standard, fr",
        "de, standard, fr",
        "FR, gone, fr",
        "de, gone, en"
    })
    void a_letter_goes_out_in_one_of_the_languages_that_there_are(String stated, String policy, String language) {
        Customer customer = Customer.of("A").with(Customer.LANGUAGE, stated);

        assertThat(index.language(customer, policy)).isEqualTo(language);
    }
}
