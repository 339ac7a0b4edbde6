package io.receivables.examples.sample;

import io.receivables.core.Customer;
import io.receivables.core.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Équipement Boréal inc. / Boreal Gear Inc., outdoor equipment from Québec and Grenoble: whom it sells to, and what. */
final class Company {
    static final YearMonth FIRST_MONTH = YearMonth.of(2024, 7);
    static final int MONTHS = 24;

    /** The last day of which anything is known. */
    static final LocalDate LAST_DAY = FIRST_MONTH.plusMonths(MONTHS - 1L).atEndOfMonth();

    /** From how many invoices on a customer counts as a large one. */
    static final int LARGE = 40;

    /** The day on which customers that are failing stop to pay. */
    static final LocalDate INSOLVENT_FROM = LocalDate.of(2025, 6, 1);

    private static final List<Habit> HABITS =
            List.of(Habit.PROMPT, Habit.USUAL, Habit.SLOW, Habit.ERRATIC, Habit.FAILING);
    private static final List<Terms> SHORT_TERMS = List.of(Terms.NET_15, Terms.NET_30, Terms.NET_30, Terms.NET_45);
    private static final List<Terms> LONG_TERMS =
            List.of(Terms.NET_30, Terms.NET_45, Terms.NET_60, Terms.NET_30_MONTH_END, Terms.NET_45_MONTH_END);
    private static final List<String> SEGMENTS = List.of("retail", "wholesale", "online");

    /** Share of a year's orders by month from January: a spring season, and a greater one before winter. */
    private static final int[] SEASON = {68, 60, 76, 90, 98, 88, 74, 78, 104, 116, 118, 80};

    /** France is closed in August. */
    private static final int FRENCH_AUGUST = 34;

    /** Growth of the second year over the first, in percent. */
    private static final int GROWTH = 9;

    private final Dice dice;

    Company(Dice dice) {
        this.dice = dice;
    }

    List<Buyer> buyers() {
        List<Buyer> buyers = new ArrayList<>();
        for (Market market : Market.values()) {
            for (int n = 0; n < market.names.size(); n++) {
                buyers.add(buyer(market, n, buyers.size() + 1));
            }
        }
        return buyers;
    }

    private Buyer buyer(Market market, int n, int number) {
        Habit habit = HABITS.get(dice.weighted(46, 30, 15, 6, 3));
        // the habit first: a company that fails is never a large one here
        int size = habit == Habit.FAILING ? 1 + dice.below(2) : dice.weighted(12, 34, 54);
        String name = market.customerName(n);
        Customer customer = Customer.of(String.format(Locale.ROOT, "C%04d", 1000 + number * 7), name)
                .inCountry(market.country)
                .inSegment(name.startsWith("City of") ? "public" : dice.pick(SEGMENTS))
                .with(Customer.LANGUAGE, market.french ? "fr" : "en")
                .with(Customer.SALES_REPRESENTATIVE, dice.pick(market.representatives));
        Terms terms = dice.pick(size == 2 ? SHORT_TERMS : LONG_TERMS);
        return switch (size) {
            case 0 -> buyer(market, customer, terms, habit, dice.between(LARGE, 68), 3_000, 19_000);
            case 1 -> buyer(market, customer, terms, habit, dice.between(13, 26), 800, 7_500);
            default -> buyer(market, customer, terms, habit, dice.between(4, 11), 120, 2_400);
        };
    }

    private Buyer buyer(
            Market market, Customer customer, Terms terms, Habit habit, int invoices, int smallest, int largest) {
        return new Buyer(
                customer,
                market.currency(),
                market.taxPercent,
                market.french,
                terms,
                habit,
                invoices,
                smallest,
                largest,
                invoices >= LARGE && dice.chance(600));
    }

    /** All sales, in the order of their dates. */
    List<Sale> sales(List<Buyer> buyers) {
        List<Sale> sales = new ArrayList<>();
        for (Buyer buyer : buyers) {
            int[] season = season(buyer);
            for (int i = 0; i < buyer.invoices(); i++) {
                YearMonth month = FIRST_MONTH.plusMonths(dice.weighted(season));
                sales.add(new Sale(buyer, workingDay(month), order(buyer)));
            }
        }
        sales.sort(Comparator.comparing(Sale::date));
        return sales;
    }

    private static int[] season(Buyer buyer) {
        int[] weights = new int[MONTHS];
        for (int m = 0; m < MONTHS; m++) {
            int month = FIRST_MONTH.plusMonths(m).getMonthValue();
            boolean closed = month == 8 && Market.FRANCE.invoicesIn(buyer.currency());
            weights[m] = (closed ? FRENCH_AUGUST : SEASON[month - 1]) * (m < 12 ? 100 : 100 + GROWTH);
        }
        return weights;
    }

    /** A day from Monday to Friday. */
    private LocalDate workingDay(YearMonth month) {
        LocalDate day = month.atDay(1 + dice.below(month.lengthOfMonth()));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.getDayOfMonth() == month.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
        }
        return day;
    }

    /** Most orders are nearer to the smallest than to the largest. */
    private Money order(Buyer buyer) {
        int range = buyer.largestOrder() - buyer.smallestOrder();
        int major = buyer.smallestOrder() + Math.min(dice.below(range), dice.below(range));
        // a few large Canadian customers order from the warehouse in the United States, too
        boolean abroad = buyer.isLarge() && Market.CANADA.invoicesIn(buyer.currency()) && dice.chance(60);
        Currency currency = abroad ? Market.UNITED_STATES.currency() : buyer.currency();
        return Money.ofMinor(100L * major + 5L * dice.below(20), currency);
    }
}
