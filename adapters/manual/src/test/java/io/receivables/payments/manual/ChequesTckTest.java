package io.receivables.payments.manual;

import io.receivables.payments.manual.ChequeFact.Deposited;
import io.receivables.payments.manual.ChequeFact.Expected;
import io.receivables.payments.manual.ChequeFact.Received;
import io.receivables.payments.manual.ChequeFact.Returned;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import io.receivables.payments.tck.Happening;
import io.receivables.payments.tck.PaymentProviderTck;
import io.receivables.payments.tck.ProviderHarness;
import io.receivables.payments.tck.RemotePayment;
import io.receivables.payments.tck.RemoteSide;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Cheques keep the contract, with a file for a register; what stands behind them is the office. */
class ChequesTckTest extends PaymentProviderTck {
    @TempDir
    private Path folder;

    private int registers;

    @Override
    protected ProviderHarness harness() {
        return new Harness();
    }

    private final class Harness implements ProviderHarness {
        private Path file = folder.resolve("none");

        @Override
        public PaymentProviderFactory factory() {
            return new Cheques();
        }

        @Override
        public RemoteSide remote(InstantSource clock) {
            registers++;
            file = folder.resolve("cheques-" + registers + ".txt");
            return new Office(FileChequeRegister.at(file), clock);
        }

        /** Without a hold, so that a deposit is money at once. */
        @Override
        public Map<String, String> values(URI address) {
            Map<String, String> values = new TreeMap<>(ChequeOffice.values());
            values.put("holdDays", "0");
            values.put("register", file.toString());
            return values;
        }
    }

    /** People who open envelopes and go to the bank. */
    private static final class Office implements RemoteSide {
        private final ChequeRegister register;
        private final InstantSource clock;
        private final ChequeProvider desk;

        Office(ChequeRegister register, InstantSource clock) {
            this.register = register;
            this.clock = clock;
            Map<String, String> values = ChequeOffice.values();
            values.put("holdDays", "0");
            Cheques cheques = Cheques.with(register);
            this.desk = cheques.create(
                    ProviderConfig.of(cheques.config(), values),
                    new ProviderRuntime(clock, () -> "none", (request, call) -> {
                        throw new AssertionError("cheques go by post");
                    }));
        }

        private List<Expected> asked() {
            return register.since(0).stream()
                    .map(ChequeEntry::fact)
                    .filter(Expected.class::isInstance)
                    .map(Expected.class::cast)
                    .toList();
        }

        @Override
        public List<RemotePayment> payments() {
            return asked().stream()
                    .map(asked -> RemotePayment.of(asked.payment(), asked.amount()))
                    .toList();
        }

        @Override
        public Set<Happening> happenings() {
            return EnumSet.of(Happening.ACCEPT, Happening.SETTLE, Happening.FAIL, Happening.TAKE_BACK);
        }

        @Override
        public void happen(Happening what, String payment) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ChequeOffice.TORONTO);
            switch (what) {
                case ACCEPT -> receive(payment, today, today);
                case FAIL -> receive(payment, today, today.minusYears(1));
                case SETTLE -> {
                    if (desk.state(payment) == ChequeState.EXPECTED) {
                        receive(payment, today, today);
                    }
                    tell(new Deposited(payment, today));
                }
                case TAKE_BACK -> tell(Returned.of(payment, today, ChequeReturn.NSF));
                default -> throw new UnsupportedOperationException(what + " does not happen to cheques");
            }
        }

        private void receive(String payment, LocalDate today, LocalDate dated) {
            Expected asked = asked().stream()
                    .filter(each -> each.payment().equals(payment))
                    .findFirst()
                    .orElseThrow();
            tell(Received.of(payment, today, "000123", dated, asked.amount()));
        }

        private void tell(ChequeFact fact) {
            desk.tell(fact).ifPresent(problem -> {
                throw new AssertionError(problem.toString());
            });
        }
    }
}
