package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Money;
import io.receivables.core.cash.BalanceCheck;
import io.receivables.core.cash.BankAccount;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.core.cash.BatchPart;
import io.receivables.core.cash.Counterparty;
import io.receivables.core.cash.LineCharge;
import io.receivables.core.cash.LineKind;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.LineStatus;
import io.receivables.core.cash.Remittance;
import io.receivables.core.cash.RemittedDocument;
import io.receivables.core.cash.ReturnReason;
import io.receivables.core.cash.StatementHeader;
import io.receivables.core.cash.StatementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Statements at random are written as XML and read back. */
class CamtProperties {
    private static final Map<String, LineKind> CODES = Map.of(
            "PMNT/RCDT/ESCT", LineKind.TRANSFER,
            "PMNT/RDDT/ESDD", LineKind.DIRECT_DEBIT,
            "PMNT/RCHQ/CCHQ", LineKind.CHEQUE,
            "PMNT/CCRD/POSD", LineKind.CARD,
            "PMNT/CNTR/CDPT", LineKind.CASH,
            "ACMT/MDOP/FEES", LineKind.CHARGES,
            "PMNT/MCOP/INTR", LineKind.INTEREST,
            "NTRF+166", LineKind.TRANSFER);
    private static final List<String> WORDS =
            List.of("Rechnung 4711", "a & b", "<x>", "ÄÖÜ é", "漢字", "\uD83D\uDE00", "]]>", "x", "\"quoted\" 'text'");
    private static final List<StatementKind> KINDS = List.of(StatementKind.values());

    private final Currency euro = Currency.getInstance("EUR");

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private Money money(Random random) {
        return Money.ofMinor(1 + random.nextInt(1_000_000), euro);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    }

    private BankStatement statement(Random random) {
        StatementKind kind = pick(KINDS, random);
        String number = kind == StatementKind.STATEMENT ? "053" : kind == StatementKind.REPORT ? "052" : "054";
        BankAccount account = new BankAccount(Camt.IBAN, "EUR", "COBADEFFXXX", "Muster & Co");
        StatementHeader header = new StatementHeader(
                kind,
                "camt." + number + ".001.0" + (random.nextBoolean() ? 2 : 8),
                "S" + random.nextInt(1_000),
                Integer.toString(random.nextInt(366)),
                account);
        List<BankLine> lines = new ArrayList<>();
        int entries = random.nextInt(6);
        for (int entry = 1; entry <= entries; entry++) {
            lines.addAll(random.nextInt(4) == 0 ? sum(header, entry, random) : List.of(single(header, entry, random)));
        }
        Money booked = lines.stream()
                .filter(line -> line.status() == LineStatus.BOOKED)
                .map(BankLine::booked)
                .reduce(Money.zero(euro), Money::plus);
        Money opening = random.nextBoolean() ? money(random) : money(random).negated();
        Money closing = opening.plus(booked);
        return new BankStatement(
                header,
                List.of(
                        new BankBalance(BankBalance.Type.OPENING, day(random), opening),
                        new BankBalance(BankBalance.Type.CLOSING, day(random), closing)),
                lines,
                BalanceCheck.of(opening, closing, booked));
    }

    private BankLine single(StatementHeader header, int entry, Random random) {
        Money booked = random.nextBoolean() ? money(random) : money(random).negated();
        return line(header, entry, booked, common(random), random).build();
    }

    private List<BankLine> sum(StatementHeader header, int entry, Random random) {
        int count = 2 + random.nextInt(4);
        boolean isCredit = random.nextBoolean();
        List<Money> amounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            amounts.add(isCredit ? money(random) : money(random).negated());
        }
        Money total = amounts.stream().reduce(Money.zero(euro), Money::plus);
        Common common = common(random);
        List<BankLine> parts = new ArrayList<>();
        for (Money amount : amounts) {
            parts.add(line(header, entry, amount, common, random)
                    .part(new BatchPart(parts.size() + 1, count, total))
                    .build());
        }
        return parts;
    }

    /** What the parts of one entry have in common. */
    private record Common(
            LocalDate day,
            LocalDate value,
            LineStatus status,
            String code,
            String text,
            String servicer,
            boolean reversal) {}

    private Common common(Random random) {
        return new Common(
                day(random),
                day(random),
                pick(List.of(LineStatus.values()), random),
                pick(List.copyOf(CODES.keySet()), random),
                random.nextBoolean() ? pick(WORDS, random) : "",
                random.nextBoolean() ? "B" + random.nextInt(1_000) : "",
                random.nextInt(5) == 0);
    }

    private BankLine.Builder line(StatementHeader header, int entry, Money booked, Common common, Random random) {
        BankLine.Builder line = BankLine.of(header.account(), common.day(), booked)
                .from(header.id(), entry)
                .valueOn(common.value())
                .status(common.status())
                .bankCode(common.code())
                .kind(CODES.getOrDefault(common.code(), LineKind.OTHER))
                .text(common.text())
                .reference(BankReference.SERVICER, common.servicer());
        if (common.reversal()) {
            line.reversal();
        }
        for (BankReference kind : BankReference.values()) {
            boolean ofEntry =
                    kind == BankReference.SERVICER || kind == BankReference.ENTRY || kind == BankReference.CREDITOR;
            if (!ofEntry && random.nextInt(3) == 0) {
                line.reference(kind, kind.code() + random.nextInt(100));
            }
        }
        if (random.nextBoolean()) {
            line.counterparty(new Counterparty(
                    pick(WORDS, random),
                    random.nextBoolean() ? Camt.PAYER : "",
                    random.nextBoolean() ? "PSSTFRPPXXX" : "",
                    random.nextBoolean() ? pick(WORDS, random) : ""));
        }
        if (random.nextBoolean()) {
            line.remittance(remittance(random));
        }
        if (random.nextInt(4) == 0) {
            line.charge(new LineCharge(
                    Money.ofMinor(1 + random.nextInt(500), euro), booked.isPositive() && random.nextBoolean(), "COMM"));
        }
        if (random.nextInt(4) == 0 && !common.reversal()) {
            line.returned(new LineReturn(ReturnReason.iso("MD01"), random.nextBoolean() ? pick(WORDS, random) : ""))
                    .reversal();
        }
        if (random.nextInt(4) == 0) {
            Money ordered = Money.of("17.50", "USD");
            line.instructed(booked.isNegative() ? ordered.negated() : ordered);
        }
        return line;
    }

    private Remittance remittance(Random random) {
        List<String> text = new ArrayList<>();
        List<Remittance.Reference> references = new ArrayList<>();
        List<RemittedDocument> documents = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            text.add(pick(WORDS, random));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            references.add(new Remittance.Reference(random.nextBoolean() ? "SCOR" : "", "RF" + random.nextInt(100)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            RemittedDocument document = RemittedDocument.of(random.nextBoolean() ? "CINV" : "", "R" + i);
            document = random.nextBoolean() ? document.datedOn(day(random)) : document;
            documents.add(
                    random.nextBoolean()
                            ? document.paying(
                                    random.nextBoolean()
                                            ? money(random)
                                            : money(random).negated())
                            : document);
        }
        return new Remittance(text, references, documents);
    }

    private static void assertRead(String xml, BankStatement expected) {
        Loaded<StatementFile> file = Camt.read(xml);
        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).containsExactly(expected);
    }

    @Property
    void what_is_written_is_read_back(@ForAll long seed) {
        BankStatement statement = statement(new Random(seed));

        assertRead(CamtWriter.write(statement, "", ""), statement);
    }

    @Property
    void neither_prefixes_nor_attributes_matter(@ForAll long seed, @ForAll @IntRange(max = 3) int attributes) {
        BankStatement statement = statement(new Random(seed));

        assertRead(
                CamtWriter.write(
                        statement,
                        "n" + Math.abs(seed % 7),
                        List.of("", " a='EUR'", " xml:lang='de'\n", " b='>' c='&amp;'")
                                .get(attributes)),
                statement);
    }

    @Property
    void the_parts_of_a_sum_are_the_sum_or_there_is_one_line(@ForAll long seed) {
        Random random = new Random(seed);
        int count = 2 + random.nextInt(4);
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            parts.append("<TxDtls>").append(random.nextInt(6) == 0 ? "" : Camt.amount(cents(random.nextInt(300))));
            parts.append(random.nextBoolean() ? "<CdtDbtInd>DBIT</CdtDbtInd>" : "");
            for (int j = random.nextInt(3); j > 0; j--) {
                parts.append("<Chrgs>").append(Camt.amount(cents(random.nextInt(100))));
                parts.append(flag(random)).append("</Chrgs>");
            }
            parts.append("</TxDtls>");
        }
        String charge = random.nextBoolean()
                ? ""
                : "<Chrgs>" + Camt.amount(cents(random.nextInt(100))) + flag(random) + "</Chrgs>";
        for (int booked = 0; booked < 400; booked += 1 + random.nextInt(9)) {
            List<BankLine> lines = Camt.read(Camt.v02(Camt.entry(
                            cents(booked),
                            random.nextBoolean() ? "CRDT" : "DBIT",
                            charge + "<NtryDtls>" + parts + "</NtryDtls>")))
                    .value()
                    .lines()
                    .toList();
            Money sum = lines.stream().map(BankLine::booked).reduce(Money.zero(euro), Money::plus);
            assertThat(sum.abs()).isEqualTo(Money.ofMinor(booked, euro));
            assertThat(lines)
                    .allSatisfy(line ->
                            assertThat(line.part().orElseThrow().total()).isEqualTo(sum));
            assertThat(lines.size() == 1)
                    .isEqualTo(lines.get(0).part().orElseThrow().isSum());
        }
    }

    private static String cents(int cents) {
        return Money.ofMinor(cents, Currency.getInstance("EUR")).amount().toPlainString();
    }

    private static String flag(Random random) {
        return pick(
                List.of(
                        "",
                        "<ChrgInclInd>true</ChrgInclInd>",
                        "<ChrgInclInd>false</ChrgInclInd>",
                        "<CdtDbtInd>CRDT</CdtDbtInd>"),
                random);
    }
}
