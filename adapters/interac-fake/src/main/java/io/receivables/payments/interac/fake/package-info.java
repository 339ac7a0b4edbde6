/**
 * Interac e-Transfer Request Money on this machine, for tests: real HTTP, both dialects, and a payer who does what the test says.
 *
 * <pre>{@code
 * try (InteracFake fake = InteracFake.start(clock)) {
 *     // the application under test is configured with fake.publicApi() or fake.bank(), and asks for money; then
 *     FakeRequest request = fake.only();
 *     request.becomesAvailable();
 *     request.accept();                 // the payer approved: no money yet
 *     request.deposit();                // now there is
 *     fake.notification(request);       // what would come in by webhook; or fake.notifyAt(uri) once, and it does
 * }
 * }</pre>
 *
 * <p>It is strict, so that a mistake is seen here and not in production: a field that is unknown, missing or of the wrong type is
 * refused with 400 and a message that names it; a wrong token with 401. It is no authority, though: it knows what public clients and
 * pages show, and where they show nothing, such as error codes and the public API's
 * notifications, it has words of its own; and the public API repeats {@code paymentGatewayUrl} where it is asked for a request.
 */
@NullMarked
package io.receivables.payments.interac.fake;

import org.jspecify.annotations.NullMarked;
