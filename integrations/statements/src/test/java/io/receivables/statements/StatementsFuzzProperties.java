package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * MT, BAI2 and CSV files that were damaged at random: nothing comes out but lines and problems. {@code mvn -Pfuzz -pl
 * integrations/statements -am verify} tries many more.
 */
class StatementsFuzzProperties {
    private static final List<String> FILES = List.of(
            "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n:20:M1\r\n:25:DE33100205000001194700\r\n:28C:1/1\r\n"
                    + ":60F:C260401EUR100,00\r\n:61:2604020402D12,35NRTIK-1//B-1\r\n/OCMT/EUR11,85//CHGS/EUR0,50/\r\n"
                    + ":86:109?00RETOURE?109?20EREF+E-1?21OAMT+11,85?22COAM+0,50?23SVWZ+x?30BANKDEFF?31DE331?32M?34914\r\n"
                    + ":61:260403RC1,NTRFEREF\r\n:86:/TRTP/SEPA INCASSO/IBAN/NL91/REMI/STRD/CUR/1//RTRN/MS03/CNTP/a/b/c\r\n"
                    + ":62F:C260403EUR86,65\r\n:64:C260403EUR86,65\r\n-}{5:{CHK:1}}",
            ":20:M2\n:25P:1EUR\nBANKNL2A\n:28C:1\n:34F:EURD0,00\n:13D:2604021015+0200\n:61:2604020402EC5,N044NONREF          Moreau\n"
                    + "NL91ABNA0417164300\n:86:EREF: E-1 SVWZ: x\n:90D:0EUR0,00\n:90C:1EUR5,00\n-\n",
            "01,B,C,260403,0800,7,,,2/\n02,C,011000015,1,260402,,USD,2/\n03,12345,,010,10000,,,015,22550,,/\n"
                    + "16,557,13050,D,1,0,13050,B-1,C-1,RETURN, Reason: \"R02\"\n88,REMI: x/ 16,698,500,S,1,2,3,,,FEE/\n"
                    + "49,46100,5/\n98,46100,1,7/\n99,46100,1,9/\n",
            "booked;value;amount;balance;name;iban;text;e2e;ref\n01/04/2026;31/03/2026;-1,00;99,00;\"M; \"\"a\";NL91;t;E;R\n"
                    + "02/04/2026;;1000000,5;1000099,50;a\"b;;=1+1;;\n");
    private static final List<String> SCRAPS = List.of(
            "\0",
            "\u0001",
            "\u0003",
            "\r",
            "\n",
            "\r\n",
            "-}",
            "{4:",
            "-\n",
            ":86:",
            ":61:",
            ":20:",
            ":62F:",
            ":60F:C260401CLF9999999999999,9999\n",
            ":61:260402C999999999999999,99NTRF\n/OCMT/EUR999999999999999,/CHGS/EUR0,01\n",
            "?20",
            "EREF+",
            "/REMI/",
            "/ 16,",
            "\n88,",
            "\n16,195,999999999999999999,,,,\n",
            "D,999,",
            "V,",
            "\"",
            ";",
            "9".repeat(30),
            "-",
            ",",
            "JPY",
            "CLF",
            "XXX",
            "260230",
            "0229",
            "\uFEFF",
            "\uFFFD",
            "é",
            "€",
            " ".repeat(70),
            "x".repeat(500),
            "\n".repeat(60));
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16);
    private static final StatementReader READER = StatementReader.standard().withCsv(Given.LAYOUT);

    @Property
    void a_damaged_file_ends_in_lines_or_problems(@ForAll long seed, @ForAll @IntRange(max = 8) int damages) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(pick(FILES, random));
        for (int i = 0; i < damages; i++) {
            damage(text, random);
        }
        byte[] bytes = text.toString().getBytes(pick(ENCODINGS, random));
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        read(bytes);
    }

    @Property
    void bytes_without_sense_end_in_lines_or_problems(@ForAll byte[] bytes, @ForAll boolean mt) {
        byte[] begin = (mt ? ":20:x\n:25:1\n" : "01,").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[begin.length + bytes.length];
        System.arraycopy(begin, 0, all, 0, begin.length);
        System.arraycopy(bytes, 0, all, begin.length, bytes.length);
        read(all);
        read(bytes);
    }

    private static void damage(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, pick(SCRAPS, random));
            case 2 -> text.insert(from, text.substring(from, to));
            case 3 -> text.replace(from, to, pick(SCRAPS, random));
            default -> text.setLength(random.nextInt(4) == 0 ? from : text.length());
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void read(byte[] bytes) {
        // markup is another reader's
        for (byte sign : bytes) {
            if (sign == '<') {
                return;
            }
        }
        Loaded<StatementFile> file = READER.readAll(bytes);
        assertThat(bytes.length == 0
                        || !file.problems().isEmpty()
                        || !file.value().statements().isEmpty())
                .isTrue();
        for (Problem problem : file.problems()) {
            assertThat(problem.code().message(problem.attributes(), Locale.FRENCH))
                    .isNotBlank();
            String template = problem.code()
                    .messages(Locale.ENGLISH)
                    .getString(problem.code().id());
            // what the message needs is there
            for (String name : template.split("[{}]", -1)) {
                if (template.contains("{" + name + "}")) {
                    assertThat(problem.attributes()).containsKey(name);
                }
            }
        }
        for (BankStatement statement : file.value().statements()) {
            int entry = 0;
            for (BankLine line : statement.lines()) {
                assertThat(line.entry()).isGreaterThan(entry);
                entry = line.entry();
                assertThat(line.principal().signum() * line.booked().signum()).isNotNegative();
                assertThat(line.key()).isNotNull();
            }
        }
    }
}
