package io.receivables.payments.desk;

import io.receivables.core.Problem;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The providers that an application has, by the names that it gave them. */
public final class PaymentProviders implements AutoCloseable {
    private final Map<String, PaymentProvider> byName;

    private PaymentProviders(Map<String, PaymentProvider> byName) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** Providers that were made by hand. */
    public static PaymentProviders of(Map<String, ? extends PaymentProvider> byName) {
        return new PaymentProviders(new LinkedHashMap<>(byName));
    }

    /**
     * Makes providers of the factories that are on the class path or module path.
     *
     * @throws PaymentDeskException if a setup is wrong; all that is wrong with all of them is told, and none is left open
     */
    public static PaymentProviders load(Collection<ProviderSetup> setups, ProviderRuntime runtime) {
        List<PaymentProviderFactory> found = ServiceLoader.load(PaymentProviderFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return make(found, setups, runtime);
    }

    /**
     * Makes providers of these factories.
     *
     * @throws PaymentDeskException as {@link #load} does
     */
    public static PaymentProviders make(
            Collection<? extends PaymentProviderFactory> factories,
            Collection<ProviderSetup> setups,
            ProviderRuntime runtime) {
        Maker maker = new Maker(factories, runtime);
        setups.forEach(maker::make);
        return maker.made();
    }

    /** Makes one provider after the other, and remembers what is wrong. */
    private static final class Maker {
        private final Map<String, List<PaymentProviderFactory>> factories;
        private final ProviderRuntime runtime;
        private final Map<String, PaymentProvider> made = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Maker(Collection<? extends PaymentProviderFactory> factories, ProviderRuntime runtime) {
            this.factories = factories.stream()
                    .collect(Collectors.groupingBy(
                            PaymentProviderFactory::id, TreeMap::new, Collectors.<PaymentProviderFactory>toList()));
            this.runtime = runtime;
        }

        void make(ProviderSetup setup) {
            PaymentProviderFactory factory = factory(setup);
            if (factory == null) {
                return;
            }
            List<Problem> wrong = ProviderConfig.problems(factory.config(), setup.values(), setup.secrets());
            if (!wrong.isEmpty()) {
                wrong.forEach(problem -> problems.add(problem.at("provider", setup.name())));
                return;
            }
            create(factory, setup);
        }

        private @Nullable PaymentProviderFactory factory(ProviderSetup setup) {
            List<PaymentProviderFactory> candidates = factories.getOrDefault(setup.factoryId(), List.of());
            if (candidates.isEmpty()) {
                refuse(PaymentDeskProblem.UNKNOWN_FACTORY, setup, "known", String.join(", ", factories.keySet()));
                return null;
            }
            if (candidates.size() > 1) {
                String classes = candidates.stream()
                        .map(each -> each.getClass().getName())
                        .sorted()
                        .collect(Collectors.joining(", "));
                refuse(PaymentDeskProblem.FACTORY_TWICE, setup, "classes", classes);
                return null;
            }
            PaymentProviderFactory factory = candidates.get(0);
            if (factory.spiVersion() > PaymentProviderFactory.SPI_VERSION) {
                refuse(
                        PaymentDeskProblem.NEWER_PROVIDER,
                        setup,
                        "version",
                        factory.spiVersion() + " > " + PaymentProviderFactory.SPI_VERSION);
                return null;
            }
            return factory;
        }

        private void create(PaymentProviderFactory factory, ProviderSetup setup) {
            ProviderConfig config = ProviderConfig.of(factory.config(), setup.values(), setup.secrets());
            try {
                PaymentProvider before = made.put(setup.name(), factory.create(config, runtime));
                if (before != null) {
                    before.close();
                    refuse(PaymentDeskProblem.PROVIDER_REFUSES_CONFIGURATION, setup, "why", "its name is given twice");
                }
            } catch (IllegalArgumentException e) {
                refuse(PaymentDeskProblem.PROVIDER_REFUSES_CONFIGURATION, setup, "why", String.valueOf(e.getMessage()));
            }
        }

        private void refuse(PaymentDeskProblem problem, ProviderSetup setup, String name, String value) {
            problems.add(Problem.of(problem, "provider", setup.name(), "factory", setup.factoryId(), name, value));
        }

        PaymentProviders made() {
            PaymentProviders all = new PaymentProviders(made);
            if (!problems.isEmpty()) {
                all.close();
                throw new PaymentDeskException(problems);
            }
            return all;
        }
    }

    /** The names of the providers, in order. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** What each can do, by name: for choosing among them. */
    public Map<String, Capabilities> capabilities() {
        Map<String, Capabilities> all = new TreeMap<>();
        byName.forEach((name, provider) -> all.put(name, provider.capabilities()));
        return Collections.unmodifiableMap(all);
    }

    /**
     * The provider of a name.
     *
     * @throws PaymentDeskException if there is none
     */
    public PaymentProvider get(String name) {
        PaymentProvider provider = byName.get(name);
        if (provider == null) {
            throw PaymentDeskException.of(
                    PaymentDeskProblem.UNKNOWN_PROVIDER, "provider", name, "known", String.join(", ", names()));
        }
        return provider;
    }

    /** Closes all of them. */
    @Override
    public void close() {
        byName.values().forEach(PaymentProvider::close);
    }

    @Override
    public String toString() {
        return "PaymentProviders" + names();
    }
}
