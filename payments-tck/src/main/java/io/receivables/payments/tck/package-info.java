/**
 * The contract kit for authors of payment providers: one test for each rule of the SPI's SPEC.md. A test class extends {@link
 * io.receivables.payments.tck.PaymentProviderTck} and says by a {@link io.receivables.payments.tck.ProviderHarness} how the
 * provider is made and what stands behind it:
 *
 * <pre>{@code
 * class AcmeTckTest extends PaymentProviderTck {
 *     @Override
 *     protected ProviderHarness harness() {
 *         return new AcmeHarness();
 *     }
 * }
 *
 * final class AcmeHarness implements ProviderHarness {
 *     public PaymentProviderFactory factory() {
 *         return new AcmeFactory();
 *     }
 *
 *     public RemoteSide remote(InstantSource clock) {
 *         return new FakeAcme(clock);
 *     }
 *
 *     public Map<String, String> values(URI address) {
 *         return Map.of("baseUri", address.toString());
 *     }
 *
 *     public Map<String, String> secrets() {
 *         return Map.of("apiKey", FakeAcme.API_KEY);
 *     }
 * }
 * }</pre>
 *
 * <p>Where the remote side has an address, a {@link io.receivables.payments.tck.FaultGateway} stands before it and breaks
 * connections over real HTTP on this machine. A rule that asks for what the provider's capabilities or the harness do not
 * name is shown as skipped, with the reason.
 */
@NullMarked
package io.receivables.payments.tck;

import org.jspecify.annotations.NullMarked;
