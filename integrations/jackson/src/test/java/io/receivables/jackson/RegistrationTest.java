package io.receivables.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.receivables.core.Fact;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.Payment;
import io.receivables.core.WriteOff;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How mappers come by the module, and how the domain's types sit in an application's own. */
class RegistrationTest {
    private static final Money TWELVE = Money.of("12", "EUR");
    private static final String AS_STRING = "{\"amount\":\"12.00\",\"currency\":\"EUR\"}";
    private static final String AS_NUMBER = "{\"amount\":12.00,\"currency\":\"EUR\"}";

    @ParameterizedTest
    @EnumSource
    void mapper_that_looks_for_modules_finds_it(Jackson line) throws Exception {
        assertThat(line.discovered().write(TWELVE)).isEqualTo(AS_STRING);
        assertThat(line.discovered().read(AS_STRING, Money.class)).isEqualTo(TWELVE);
    }

    @Test
    void each_line_finds_its_own_module_through_the_service_loader() {
        assertThat(ServiceLoader.load(com.fasterxml.jackson.databind.Module.class))
                .hasAtLeastOneElementOfType(io.receivables.jackson.jackson2.ReceivablesModule.class);
        assertThat(ServiceLoader.load(tools.jackson.databind.JacksonModule.class))
                .hasAtLeastOneElementOfType(io.receivables.jackson.jackson3.ReceivablesModule.class);
    }

    @Test
    void jackson_2_keeps_the_module_with_options_when_it_comes_first() throws Exception {
        var module = new io.receivables.jackson.jackson2.ReceivablesModule(
                JsonOptions.standard().amountsAsNumbers());

        assertThat(com.fasterxml.jackson.databind.json.JsonMapper.builder()
                        .addModule(module)
                        .findAndAddModules()
                        .build()
                        .writeValueAsString(TWELVE))
                .isEqualTo(AS_NUMBER);
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .registerModule(module)
                        .findAndRegisterModules()
                        .writeValueAsString(TWELVE))
                .isEqualTo(AS_NUMBER);
    }

    @Test
    void jackson_3_keeps_the_module_with_options_when_it_comes_last() {
        assertThat(tools.jackson.databind.json.JsonMapper.builder()
                        .findAndAddModules()
                        .addModule(new io.receivables.jackson.jackson3.ReceivablesModule(
                                JsonOptions.standard().amountsAsNumbers()))
                        .build()
                        .writeValueAsString(TWELVE))
                .isEqualTo(AS_NUMBER);
    }

    /** An application that has brought core and Jackson, but not dunning. */
    @Test
    void without_dunning_the_domain_is_read_and_written_all_the_same() throws Exception {
        try (URLClassLoader withoutDunning = classPathWithout(DunningPolicy.class)) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> withoutDunning.loadClass(DunningPolicy.class.getName()));
            Class<?> application = withoutDunning.loadClass(Application.class.getName());

            assertThat(application.getMethod("thereAndBack", String.class).invoke(null, AS_STRING))
                    .isEqualTo(List.of(AS_STRING, AS_STRING));
        }
    }

    /** What is loaded anew by another class loader, without what that one lacks. */
    public static final class Application {
        private Application() {}

        public static List<String> thereAndBack(String money) throws Exception {
            var two = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new io.receivables.jackson.jackson2.ReceivablesModule())
                    .build();
            var three = tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(new io.receivables.jackson.jackson3.ReceivablesModule())
                    .build();
            return List.of(
                    two.writeValueAsString(two.readValue(money, Money.class)),
                    three.writeValueAsString(three.readValue(money, Money.class)));
        }
    }

    private static URLClassLoader classPathWithout(Class<?> ofModule) throws Exception {
        Path module = Path.of(
                ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!path.toAbsolutePath().normalize().equals(module)) {
                urls.add(path.toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @ParameterizedTest
    @EnumSource
    void with_dunning_at_hand_a_mapper_that_looks_for_modules_reads_policies(Jackson line) throws Exception {
        DunningPolicy policy = DunningPolicy.of("p", DunningStep.reminder(1, 10));

        assertThat(line.discovered().read(line.discovered().write(policy), DunningPolicy.class))
                .isEqualTo(policy);
    }

    /** An application's own type. */
    record Order(String id, Money total, List<Fact> history, Map<String, Money> byCountry) {}

    @ParameterizedTest
    @EnumSource
    void domain_types_sit_in_an_applications_own_types(Jackson line) throws Exception {
        LocalDate day = LocalDate.parse("2026-04-01");
        Order order = new Order(
                "O-1",
                TWELVE,
                List.of(Invoice.of("F", "C", day, TWELVE), WriteOff.of("W", "F", day, TWELVE)),
                Map.of("FR", TWELVE));

        assertThat(line.mapper().read(line.mapper().write(order), Order.class)).isEqualTo(order);
        assertThat(line.mapper().convert(order, Order.class)).isEqualTo(order);
    }

    /** A type whose constructor needs both values, so that Jackson buffers what comes before the last of them. */
    static final class Buffered {
        final Money first;
        final Payment second;
        String note = "";

        @JsonCreator
        Buffered(@JsonProperty("first") Money first, @JsonProperty("second") Payment second) {
            this.first = first;
            this.second = second;
        }

        public void setNote(String note) {
            this.note = note;
        }
    }

    @ParameterizedTest
    @EnumSource
    void order_of_an_applications_fields_does_not_matter(Jackson line) throws Exception {
        Buffered read = line.mapper().read("""
                        {"note":"n","second":{"amount":90071992547409.93,"currency":"EUR","id":"P","customerId":"C",\
                        "date":"2026-04-01"},"first":{"amount":12,"currency":"EUR"}}""", Buffered.class);

        assertThat(read.first).isEqualTo(TWELVE);
        assertThat(read.second.amount().minorUnits()).isEqualTo(9007199254740993L);
        assertThat(read.note).isEqualTo("n");
    }

    @Test
    void default_typing_does_not_add_type_ids_to_the_domain() throws Exception {
        record Box(Object any, Money money) {}
        Invoice invoice = Invoice.of("F", "C", LocalDate.parse("2026-04-01"), TWELVE);
        var two = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .addModule(new io.receivables.jackson.jackson2.ReceivablesModule())
                .activateDefaultTyping(
                        com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("java.util.")
                                .build(),
                        com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping.OBJECT_AND_NON_CONCRETE)
                .build();
        var three = tools.jackson.databind.json.JsonMapper.builder()
                .addModule(new io.receivables.jackson.jackson3.ReceivablesModule())
                .activateDefaultTyping(
                        tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("java.util.")
                                .build(),
                        tools.jackson.databind.DefaultTyping.OBJECT_AND_NON_CONCRETE)
                .build();

        String plain = Jackson.TWO.mapper().write(invoice);
        assertThat(two.writerFor(Fact.class).writeValueAsString(invoice)).isEqualTo(plain);
        assertThat(three.writerFor(Fact.class).writeValueAsString(invoice)).isEqualTo(plain);
        assertThat(two.readValue(plain, Fact.class)).isEqualTo(invoice);
        assertThat(three.readValue(plain, Fact.class)).isEqualTo(invoice);
        assertThat(two.writeValueAsString(new Box(invoice, TWELVE)))
                .isEqualTo("{\"any\":" + plain + ",\"money\":" + AS_STRING + "}");
    }
}
