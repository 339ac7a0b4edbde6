package io.receivables.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** In which notations the dates of a column are written, and which orders of day, month and year each of them allows. */
final class DateEvidence {
    /** An order of day, month and year. */
    enum Order {
        DMY,
        MDY,
        YMD
    }

    /** How many values an order can read, and how many only others can. */
    private static final class OfOrder {
        private long valid;
        private long against;

        void plus(OfOrder other) {
            valid += other.valid;
            against += other.against;
        }
    }

    /** What was seen of one notation: separator, place of the year, time of day. */
    static final class Notation {
        final Shape shape;
        private final Map<Order, OfOrder> orders = new EnumMap<>(Order.class);
        private long values;
        private boolean shortNumbers;
        private String sample = "";
        private String decisive = "";
        /** Which numbers stand first and last, where both may be the year. */
        private final BitSet firsts = new BitSet();

        private final BitSet lasts = new BitSet();

        Notation(Shape shape) {
            this.shape = shape;
            shape.orders().forEach(order -> orders.put(order, new OfOrder()));
        }

        private void add(String text, int[] numbers, int times) {
            values += times;
            sample = sample.isEmpty() ? text : sample;
            shortNumbers |= shape.isShort(numbers);
            if (shape.form == Form.ALL_SHORT) {
                firsts.set(numbers[0]);
                lasts.set(numbers[2]);
            }
            Set<Order> fitting = EnumSet.noneOf(Order.class);
            orders.keySet().stream()
                    .filter(order -> date(numbers, order, shape) != null)
                    .forEach(fitting::add);
            orders.forEach((order, ofOrder) -> {
                ofOrder.valid += fitting.contains(order) ? times : 0;
                ofOrder.against += !fitting.isEmpty() && !fitting.contains(order) ? times : 0;
            });
            boolean tells = !fitting.isEmpty() && fitting.size() < orders.size();
            decisive = tells && decisive.isEmpty() ? text : decisive;
        }

        void plus(Notation other) {
            values += other.values;
            shortNumbers |= other.shortNumbers;
            sample = sample.isEmpty() ? other.sample : sample;
            decisive = decisive.isEmpty() ? other.decisive : decisive;
            firsts.or(other.firsts);
            lasts.or(other.lasts);
            other.orders.forEach((order, ofOrder) -> of(order).plus(ofOrder));
        }

        private OfOrder of(Order order) {
            return orders.computeIfAbsent(order, key -> new OfOrder());
        }

        long values() {
            return values;
        }

        /** A value as it is written. */
        String sample() {
            return sample;
        }

        /** The first value that not all orders can read; empty if there is none. */
        String decisive() {
            return decisive;
        }

        /** The orders against which no value speaks. */
        List<Order> possible() {
            return shape.orders().stream()
                    .filter(order -> of(order).valid > 0 && of(order).against == 0)
                    .filter(order -> !isYearOfTooMany(order))
                    .toList();
        }

        /** A file is of a few years and of many days: numbers that change like days are not the years. */
        private boolean isYearOfTooMany(Order order) {
            int years = order == Order.YMD ? firsts.cardinality() : lasts.cardinality();
            int days = order == Order.YMD ? lasts.cardinality() : firsts.cardinality();
            return years >= MANY && days * 3 <= years;
        }

        /** How many values any order can read. */
        long readable() {
            return orders.values().stream()
                    .mapToLong(ofOrder -> ofOrder.valid + ofOrder.against)
                    .max()
                    .orElse(0);
        }

        String pattern(Order order) {
            return shape.pattern(order, shortNumbers);
        }
    }

    /**
     * What a text looks like.
     *
     * @param separator between the numbers; empty where there is none
     * @param form where the year is and how long
     * @param time the pattern of the time of day; empty if there is none
     * @param named the whole pattern, where the month is a name
     */
    record Shape(String separator, Form form, String time, String named) {
        List<Order> orders() {
            return form.orders;
        }

        boolean isShort(int[] numbers) {
            return switch (form) {
                case YEAR_FIRST -> numbers[3] == 1;
                case YEAR_LAST, ALL_SHORT -> numbers[3] == 1;
                default -> false;
            };
        }

        String pattern(Order order, boolean shortNumbers) {
            if (form == Form.MONTH_NAME) {
                return named + time;
            }
            String day = shortNumbers ? "d" : "dd";
            String month = shortNumbers ? "M" : "MM";
            String year = form == Form.ALL_SHORT || form == Form.COMPACT_SHORT ? "yy" : "yyyy";
            String date = switch (order) {
                case DMY -> String.join(separator, day, month, year);
                case MDY -> String.join(separator, month, day, year);
                case YMD -> String.join(separator, year, month, day);
            };
            return date + time;
        }
    }

    /** Where the year is and how long. */
    enum Form {
        YEAR_FIRST(Order.YMD),
        YEAR_LAST(Order.DMY, Order.MDY),
        ALL_SHORT(Order.DMY, Order.MDY, Order.YMD),
        COMPACT(Order.YMD, Order.DMY, Order.MDY),
        COMPACT_SHORT(Order.DMY, Order.MDY, Order.YMD),
        MONTH_NAME(Order.DMY);

        private final List<Order> orders;

        Form(Order... orders) {
            this.orders = List.of(orders);
        }
    }

    private static final int LONGEST = 45;
    private static final int SHORTEST = 5;
    private static final int MANY = 6;
    private static final int MOST_NOTATIONS = 12;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2099;
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 60_000;
    private static final String TIME = "(?<time>(?<gap> +|T)(?<hour>\\d{1,2})(?<minute>:\\d{2})(?<second>:\\d{2})?"
            + "(?<fraction>[.,]\\d{1,9})?(?<half> ?[AaPp][Mm])?(?<zone>Z| ?UTC|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,4})([-./ ])(\\d{1,2})\\2(\\d{2}|\\d{4}|\\d)(?!\\d)" + TIME);
    private static final Pattern NAMED = Pattern.compile(
            "(?<day>\\d{1,2})(?<a>\\.? ?[-/ ]?)(?<month>\\p{L}{3,9}\\.?)(?<b>[-/ ,.]{1,2})(?<year>\\d{4}|\\d{2})"
                    + TIME);
    private static final Pattern NAME_FIRST = Pattern.compile(
            "(?<month>\\p{L}{3,9}\\.?)(?<a>[- ])(?<day>\\d{1,2})(?<b>, ?|[- ])(?<year>\\d{4}|\\d{2})" + TIME);

    private final Map<Shape, Notation> notations = new LinkedHashMap<>();
    private final Map<String, DateFormats> formats = new LinkedHashMap<>();
    private long values;
    private long serials;

    /** Takes note of a value that is not blank, met so many times; true if it is a date and nothing else could be. */
    boolean add(String text, int times) {
        if (text.length() > LONGEST || text.length() < SHORTEST) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        if (digits == text.length()) {
            compact(text, times);
            return false; // it may be any number as well
        }
        if (digits < 3 || (letters == 0 && text.indexOf(',') >= 0 && text.indexOf(':') < 0)) {
            return false;
        }
        if (isDigit(text.charAt(0))) {
            return numeric(text, times) || (letters > 2 && named(NAMED.matcher(text), text, true, times));
        }
        return letters > 2 && Character.isLetter(text.charAt(2)) && named(NAME_FIRST.matcher(text), text, false, times);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean numeric(String text, int times) {
        Matcher matcher = NUMERIC.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        String first = matcher.group(1);
        String second = matcher.group(3);
        String third = matcher.group(4);
        Form form = first.length() == 4 ? Form.YEAR_FIRST : third.length() == 4 ? Form.YEAR_LAST : Form.ALL_SHORT;
        boolean misplaced = first.length() == 3
                || (form == Form.YEAR_FIRST && third.length() == 4)
                || (form != Form.YEAR_FIRST && third.length() == 1);
        if (misplaced) {
            return false;
        }
        String rest = form == Form.YEAR_FIRST ? third : first;
        int isShort = second.length() == 1 || rest.length() == 1 ? 1 : 0;
        int[] numbers = {Integer.parseInt(first), Integer.parseInt(second), Integer.parseInt(third), isShort};
        return note(new Shape(matcher.group(2), form, time(matcher), ""), text, numbers, times);
    }

    /** Digits alone: which of them are the year depends on the order, so that one number stands for all three. */
    private void compact(String text, int times) {
        if (text.length() != 8 && text.length() != 6) {
            serials += isSerial(text) ? times : 0;
            return;
        }
        Form form = text.length() == 8 ? Form.COMPACT : Form.COMPACT_SHORT;
        note(new Shape("", form, "", ""), text, new int[] {Integer.parseInt(text), 0, 0, 0}, times);
    }

    private static boolean isSerial(String text) {
        if (text.length() != SHORTEST) {
            return false;
        }
        int number = Integer.parseInt(text);
        return number >= FIRST_SERIAL && number <= LAST_SERIAL;
    }

    private boolean named(Matcher matcher, String text, boolean dayFirst, int times) {
        if (!matcher.matches()) {
            return false;
        }
        String year = matcher.group("year").length() == 2 ? "yy" : "yyyy";
        String time = time(matcher);
        for (String month : List.of("MMM", "MMMM", "LLL")) {
            String pattern = dayFirst
                    ? "d" + literal(matcher.group("a")) + month + literal(matcher.group("b")) + year
                    : month + literal(matcher.group("a")) + "d" + literal(matcher.group("b")) + year;
            LocalDate date = formats.computeIfAbsent(pattern + time, key -> DateFormats.of(List.of(key)))
                    .parse(text);
            if (date != null) {
                int[] numbers = {date.getDayOfMonth(), date.getMonthValue(), date.getYear(), 0};
                return note(new Shape("", Form.MONTH_NAME, time, pattern), text, numbers, times);
            }
        }
        return false;
    }

    private static String literal(String text) {
        return text.isEmpty() || text.isBlank() || text.equals("-") || text.equals("/") ? text : "'" + text + "'";
    }

    private static String time(Matcher matcher) {
        if (matcher.group("time") == null) {
            return "";
        }
        String gap = matcher.group("gap");
        StringBuilder pattern = new StringBuilder(gap.equals("T") ? "'T'" : gap);
        String half = matcher.group("half");
        pattern.append(half == null ? "H" : "h").append(":mm");
        pattern.append(matcher.group("second") == null ? "" : ":ss");
        String fraction = matcher.group("fraction");
        if (fraction != null) {
            pattern.append(fraction.charAt(0) == '.' ? "." : "','").append("S".repeat(fraction.length() - 1));
        }
        if (half != null) {
            pattern.append(half.startsWith(" ") ? " a" : "a");
        }
        String zone = matcher.group("zone");
        if (zone != null) {
            pattern.append(zone.equals("Z") ? "X" : zone.endsWith("UTC") ? "'" + zone + "'" : offset(zone));
        }
        return pattern.toString();
    }

    private static String offset(String zone) {
        return zone.contains(":") ? "XXX" : "XX";
    }

    private boolean note(Shape shape, String text, int[] numbers, int times) {
        Notation notation = notations.get(shape);
        if (notation == null) {
            if (notations.size() >= MOST_NOTATIONS) {
                return false;
            }
            notation = new Notation(shape);
            notations.put(shape, notation);
        }
        long before = notation.readable();
        notation.add(text, numbers, times);
        boolean readable = notation.readable() > before;
        values += readable ? times : 0;
        return readable;
    }

    /** The date of three numbers in an order; null if there is none of a year in which business is done. */
    static @Nullable LocalDate date(int[] numbers, Order order, Shape shape) {
        int[] parts =
                shape.separator.isEmpty() && shape.form != Form.MONTH_NAME ? cut(numbers[0], order, shape) : numbers;
        int year = switch (order) {
            case DMY, MDY -> parts[2];
            case YMD -> parts[0];
        };
        int month = order == Order.MDY ? parts[0] : parts[1];
        int day = switch (order) {
            case DMY -> parts[0];
            case MDY -> parts[1];
            case YMD -> parts[2];
        };
        boolean shortYear = shape.form == Form.ALL_SHORT || shape.form == Form.COMPACT_SHORT;
        int wholeYear = shortYear ? 2000 + year : year;
        if (wholeYear < FIRST_YEAR || wholeYear > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(wholeYear, month, day);
        } catch (DateTimeException e) {
            return null; // 31 February
        }
    }

    private static int[] cut(int number, Order order, Shape shape) {
        int years = shape.form == Form.COMPACT ? 10_000 : 100;
        return order == Order.YMD
                ? new int[] {number / 10_000, number / 100 % 100, number % 100}
                : new int[] {number / (100 * years), number / years % 100, number % years};
    }

    /** The dates in two cells under one order; null where they are not both dates of a notation that has it. */
    static @Nullable LocalDate read(String text, Order order) {
        Matcher matcher = NUMERIC.matcher(text.length() > LONGEST ? "" : text);
        if (!matcher.matches() || matcher.group(1).length() > 2) {
            return null;
        }
        int[] numbers = {
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4)),
            0
        };
        Form form = matcher.group(4).length() == 4 ? Form.YEAR_LAST : Form.ALL_SHORT;
        return date(numbers, order, new Shape(matcher.group(2), form, "", ""));
    }

    /** How many cells are dates in some order, numbers that may be dates included. */
    long values() {
        return values;
    }

    /** How many cells could be days as a spreadsheet counts them. */
    long serials() {
        return serials;
    }

    /** The notations seen, the most frequent first. */
    List<Notation> notations() {
        return notations.values().stream()
                .filter(notation -> notation.readable() > 0)
                .sorted((a, b) -> Long.compare(b.values, a.values))
                .toList();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d dates, %d notations", values, notations.size());
    }
}
