package io.receivables.payments.manual;

import io.receivables.core.terms.BusinessCalendar;
import io.receivables.payments.spi.Capabilities;
import io.receivables.payments.spi.Capabilities.Effort;
import io.receivables.payments.spi.Capabilities.Flow;
import io.receivables.payments.spi.ConfigKey;
import io.receivables.payments.spi.ConfigSpec;
import io.receivables.payments.spi.Idempotency;
import io.receivables.payments.spi.Operation;
import io.receivables.payments.spi.PaymentProviderFactory;
import io.receivables.payments.spi.ProviderConfig;
import io.receivables.payments.spi.ProviderRuntime;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payment by cheque: see {@link ChequeProvider}. As found by {@link java.util.ServiceLoader} it keeps a {@link
 * FileChequeRegister} at the configured path; a host with a store of its own begins {@link #with} it.
 *
 * <pre>{@code
 * ChequeProvider cheques = Cheques.with(register).on(HolidayCalendar.quebec()).create(config, runtime);
 * cheques.tell(Received.of(payment, today, "000123", dated, Money.of("800.00", "CAD")));
 * }</pre>
 */
public final class Cheques implements PaymentProviderFactory {
    static final ConfigKey<String> REGISTER =
            ConfigKey.text("register", "the file in which cheques are recorded").where(Cheques::isPath, "a path");
    static final ConfigKey<String> ADDRESS = ConfigKey.text("address", "where cheques are sent");
    static final ConfigKey<String> ZONE = ConfigKey.text("zone", "where the office's days begin")
            .where(Cheques::isZone, "a time zone such as America/Toronto");
    static final ConfigKey<Integer> HOLD_DAYS = ConfigKey.integer(
                    "holdDays", "business days from a deposit to the day on which it is taken for money; ask your bank")
            .where(days -> days >= 0 && days <= 90, "from 0 to 90");
    static final ConfigKey<String> HOLIDAYS = ConfigKey.text(
                    "holidays", "days beside Saturday and Sunday on which the bank is closed")
            .where(Cheques::areDates, "dates such as 2026-12-25, 2026-12-28")
            .optional();
    static final ConfigKey<Duration> RETURN_WINDOW = ConfigKey.duration(
                    "returnWindow", "for how long after it was taken for money a cheque may be returned")
            .where(window -> !window.isNegative(), "zero or more")
            .orElse(Duration.ofDays(90));

    private final @Nullable ChequeRegister register;
    private final @Nullable BusinessCalendar calendar;

    /** For {@link java.util.ServiceLoader}: the register is a file, and holidays come from the configuration. */
    public Cheques() {
        this(null, null);
    }

    private Cheques(@Nullable ChequeRegister register, @Nullable BusinessCalendar calendar) {
        this.register = register;
        this.calendar = calendar;
    }

    /** Cheques over a register of the host's own; the configuration then has no {@code register}. */
    public static Cheques with(ChequeRegister register) {
        return new Cheques(register, null);
    }

    /** These cheques with the business days of a calendar; the configuration then has no {@code holidays}. */
    public Cheques on(BusinessCalendar calendar) {
        return new Cheques(register, calendar);
    }

    @Override
    public String id() {
        return "cheque";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public ConfigSpec config() {
        List<ConfigKey<?>> keys = new ArrayList<>(List.of(
                ManualKeys.PAYEE,
                ADDRESS,
                ZONE,
                HOLD_DAYS,
                RETURN_WINDOW,
                ManualKeys.MOST,
                ManualKeys.LEAST,
                ManualKeys.FEE,
                ManualKeys.REFERENCE_LENGTH,
                ManualKeys.REFERENCE_SIGNS));
        if (register == null) {
            keys.add(REGISTER);
        }
        if (calendar == null) {
            keys.add(HOLIDAYS);
        }
        return ConfigSpec.of(keys.toArray(ConfigKey<?>[]::new));
    }

    @Override
    public ChequeProvider create(ProviderConfig config, ProviderRuntime runtime) {
        Demands demands = new Demands(capabilities(config), ManualKeys.references(config));
        ChequeTerms terms = new ChequeTerms(
                config.get(ManualKeys.PAYEE),
                config.get(ADDRESS),
                ZoneId.of(config.get(ZONE)),
                config.get(HOLD_DAYS),
                calendar == null ? weekdaysBut(config.find(HOLIDAYS).orElse("")) : calendar);
        return new ChequeProvider(
                demands, terms, register == null ? open(config.get(REGISTER)) : register, runtime.clock());
    }

    private static Capabilities capabilities(ProviderConfig config) {
        Capabilities.Builder capabilities = Capabilities.of(
                        Flow.DEPOSIT, ManualKeys.limits(config), Idempotency.of(Idempotency.Mode.LOOKUP, 64))
                .can(Operation.FIND, Operation.POLL)
                .effort(Effort.SEND)
                .partialPayment()
                .longestReference(config.get(ManualKeys.REFERENCE_LENGTH))
                .reversibleFor(config.get(RETURN_WINDOW))
                .settlesWithin(config.get(HOLD_DAYS));
        config.find(ManualKeys.FEE).ifPresent(capabilities::fee);
        return capabilities.build();
    }

    private static ChequeRegister open(String path) {
        try {
            return FileChequeRegister.at(Path.of(path));
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static BusinessCalendar weekdaysBut(String holidays) {
        return BusinessCalendar.without(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), dates(holidays));
    }

    private static List<LocalDate> dates(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse)
                .toList();
    }

    private static boolean isZone(String text) {
        try {
            return !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean areDates(String text) {
        try {
            return !dates(text).isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
