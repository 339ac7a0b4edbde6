package io.receivables.payments.desk;

import io.receivables.payments.spi.Secret;
import java.util.Map;
import java.util.Objects;

/**
 * One provider as an application configures it.
 *
 * @param name how the application calls it: {@code interac}, or {@code interac-west} where there are several accounts. Kept
 *     with each payment, so never changed
 * @param factoryId which kind of provider it is
 * @param values what it wants to be told, secrets excepted
 * @param secrets its secrets
 */
public record ProviderSetup(String name, String factoryId, Map<String, String> values, Map<String, Secret> secrets) {
    public ProviderSetup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(factoryId, "factoryId");
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
    }

    /** The values are not shown: somebody may have put a secret among them. */
    @Override
    public String toString() {
        return "ProviderSetup[" + name + ", " + factoryId + ", " + values.keySet() + ", " + secrets.keySet() + "]";
    }
}
