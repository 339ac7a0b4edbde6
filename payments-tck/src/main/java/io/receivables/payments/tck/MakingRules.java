package io.receivables.payments.tck;

import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.LookupKey;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProvider;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.Reception;
import io.receivables.payments.spi.Secret;
import io.receivables.payments.spi.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Chapter 1: being found and made. */
final class MakingRules {
    /** What is no secret of any form, and easy to see where it is repeated. */
    private static final String WRONG_SECRET = "?tck-wrong-secret-7c1f";

    private MakingRules() {}

    static void idIsAName(Bench bench) {
        PaymentProviderFactory factory = bench.harness().factory();
        String id = factory.id();
        bench.expect(id.matches("[a-z0-9-]{1,40}"), "1 to 40 lower-case letters, digits and hyphens", id);
        String again = bench.harness().factory().id();
        bench.expect(id.equals(again) && id.equals(factory.id()), "the same name every time", id + ", " + again);
    }

    static void versionIsThatOfTheSpi(Bench bench) {
        int version = bench.harness().factory().spiVersion();
        bench.expect(
                version == PaymentProviderFactory.SPI_VERSION,
                "SPI_VERSION, which is " + PaymentProviderFactory.SPI_VERSION,
                version);
    }

    static void makingAsksNobody(Bench bench) {
        PaymentProvider made = bench.restarted();
        made.capabilities();
        bench.expect(bench.requests() == 0, "no request while a provider is made", bench.requests() + " requests");
    }

    static void wrongConfigurationIsRefusedByName(Bench bench) {
        PaymentProviderFactory factory = bench.harness().factory();
        Map<String, String> values = bench.harness().values(bench.address());
        Map<String, String> secrets = bench.harness().secrets();
        for (ConfigKey<?> key : factory.config().keys()) {
            if (key.isRequired()) {
                isRefused(bench, key, without(key.name(), values), without(key.name(), secrets));
            }
            if (key.isSecret() && secrets.containsKey(key.name())) {
                Map<String, String> wrong = new HashMap<>(secrets);
                wrong.put(key.name(), WRONG_SECRET);
                keepsSecret(bench, key, values, wrong);
            }
        }
    }

    private static Map<String, String> without(String name, Map<String, String> all) {
        Map<String, String> rest = new HashMap<>(all);
        rest.remove(name);
        return rest;
    }

    private static void isRefused(
            Bench bench, ConfigKey<?> key, Map<String, String> values, Map<String, String> secrets) {
        String message = refusal(bench, values, secrets);
        bench.expect(message.contains(key.name()), "a refusal that names " + key.name(), message);
    }

    /** A secret of the wrong form may be taken, since only the remote side knows; if it is not, the refusal names the key. */
    private static void keepsSecret(
            Bench bench, ConfigKey<?> key, Map<String, String> values, Map<String, String> secrets) {
        String message = refusal(bench, values, secrets);
        bench.expect(!message.contains(WRONG_SECRET), "a refusal that does not repeat " + key.name(), message);
        bench.expect(message.isEmpty() || message.contains(key.name()), "a refusal that names " + key.name(), message);
    }

    /** What the provider says of a configuration; empty where it takes it. */
    private static String refusal(Bench bench, Map<String, String> values, Map<String, String> secrets) {
        Map<String, Secret> sealed = new HashMap<>();
        secrets.forEach((name, secret) -> sealed.put(name, Secret.of(secret)));
        PaymentProviderFactory factory = bench.harness().factory();
        try {
            factory.create(ProviderConfig.of(factory.config(), values, sealed), bench.runtime())
                    .close();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static void capabilitiesStayAndAreImplemented(Bench bench) {
        String before = text(bench.can);
        for (Operation operation : bench.can.operations()) {
            bench.expect(isImplemented(operation, bench), operation + ", since the capabilities name it", "no answer");
        }
        bench.clock.move(Duration.ofDays(400));
        String after = text(bench.provider.capabilities());
        bench.expect(after.equals(before), "the same capabilities as before: " + before, after);
    }

    private static boolean isImplemented(Operation operation, Bench bench) {
        Bench.Ask ask = bench.ask();
        String ref = bench.acknowledged(ask).providerRef();
        return switch (operation) {
            case FIND, POLL -> true;
            case RECEIVE ->
                bench.remote.messages().stream()
                        .map(bench::receive)
                        .noneMatch(each -> each instanceof Reception.Rejected rejected
                                && rejected.why() == Reception.Why.UNSUPPORTED);
            default -> bench.change(operation, ask, ref, bench.newKey()).kind() != Submission.Kind.UNSUPPORTED;
        };
    }

    private static String text(Capabilities can) {
        List<Object> all = new ArrayList<>(List.of(can, can.limits(), can.effort(), can.messages(), can.fees()));
        all.addAll(List.of(
                can.idempotency().mode(),
                can.idempotency().longest(),
                can.idempotency().allowed()));
        all.addAll(List.of(can.shortestExpiry(), can.longestExpiry(), can.reversibleFor(), can.longestReference()));
        all.addAll(List.of(can.partialPayment(), can.needsMandate(), can.settlementDays()));
        return all.toString();
    }

    static void closeEndsEveryThread(Bench bench) {
        ProviderThreads threads = new ProviderThreads();
        threads.run(() -> {
            PaymentProvider provider = bench.restarted();
            Bench.Ask ask = bench.ask();
            bench.submit(() -> provider.initiate(ask.command(), bench.call(ask.key())));
            bench.find(provider, LookupKey.of(ask.key()));
            closesTwice(bench, provider);
        });
        List<String> left = threads.left();
        bench.expect(left.isEmpty(), "no thread of the provider's after close()", left);
    }

    private static void closesTwice(Bench bench, PaymentProvider provider) {
        try {
            provider.close();
            provider.close();
        } catch (RuntimeException e) {
            bench.expect(false, "close() may be called twice", e);
        }
    }

    static void timeNamesAndHttpComeFromTheRuntime(Bench bench) {
        Set<String> uses = MachineUse.of(bench.harness().factory().getClass());
        bench.expect(uses.isEmpty(), "nothing of the machine, and no log", uses);
        if (bench.remote.address().isPresent()) {
            Bench.Ask ask = bench.ask();
            String ref = bench.acknowledged(ask).providerRef();
            bench.find(LookupKey.of(ask.key(), ref));
            CallRules.CHANGES.forEach(each -> bench.change(each, ask, ref, bench.newKey()));
            bench.poll("", 10);
            int strays = bench.gateway().strays();
            bench.expect(strays == 0, "no request but by the runtime's exchange", strays + " requests");
        }
    }

    static void factoryIsFound(Bench bench) {
        Class<?> type = bench.harness().factory().getClass();
        boolean isOnClassPath = ServiceLoader.load(PaymentProviderFactory.class).stream()
                .anyMatch(each -> each.type().equals(type));
        bench.expect(isOnClassPath, type.getName() + " by ServiceLoader on the class path", "it is not there");
        ModulePath.of(type)
                .ifPresent(path -> bench.expect(
                        path.finds(type), type.getName() + " by ServiceLoader on the module path", "it is not there"));
    }
}
