package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.receivables.core.Loaded;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankStatement;
import io.receivables.statements.CsvStatementLayout.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account that goes by two numbers is read as one. */
class AccountNumberTest {
    private static final String IBAN = "DE33100205000001194700";
    private static final StatementReader READER = StatementReader.standard()
            .withCsv(CsvStatementLayout.withDates("dd.MM.yyyy")
                    .separatedBy(';')
                    .decimals(',')
                    .currency("EUR")
                    .column(Column.ACCOUNT, "Konto")
                    .column(Column.BOOKING_DATE, "Tag")
                    .column(Column.AMOUNT, "Betrag")
                    .build())
            .withAccount("a119 4700", "DE33 1002 0500 0001 1947 00")
            .withMostBytes(10_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Document><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><Othr><Id>A1194700</Id></Othr></Id></Acct><Ntry>"
                        + "<Amt Ccy='EUR'>1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                        + "<BookgDt><Dt>2026-04-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>",
                ":20:M\n:25:A1194700EUR\n:28C:1\n:60F:C260401EUR1,\n:61:2604020402C1,NTRFNONREF\n:62F:C260402EUR2,\n-\n",
                "01,BANK,CUSTOMER,260403,0800,7,,,2/\n02,CUSTOMER,011000015,1,260402,,EUR,2/\n03,a1194700,EUR/\n"
                        + "16,195,100,,B-1,,X/\n49,100,3/\n98,100,1,5/\n99,100,1,7/\n",
                "Konto;Tag;Betrag\na1194700;02.04.2026;1,00\nDE33 1002 0500 0001 1947 00;02.04.2026;1,00\n"
            })
    void whatever_the_format(String file) {
        Loaded<StatementFile> read = READER.readAll(file.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problems()).isEmpty();
        List<BankStatement> statements = read.value().statements();
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).header().account().number()).isEqualTo(IBAN);
        assertThat(statements.get(0).header().account().currency())
                .isEqualTo(file.startsWith("<") ? "" : "EUR"); // the rest stays as it was stated
        assertThat(read.value().lines())
                .isNotEmpty()
                .extracting(BankLine::account)
                .allSatisfy(account -> assertThat(account.number()).isEqualTo(IBAN));
    }

    @Test
    void other_accounts_keep_their_numbers() {
        String file = ":20:M\n:25:1194700\n:28C:1\n:60F:C260401EUR1,\n:62F:C260401EUR1,\n-\n";

        assertThat(READER.readAll(file.getBytes(StandardCharsets.UTF_8))
                        .value()
                        .statements()
                        .get(0)
                        .header()
                        .account()
                        .number())
                .isEqualTo("1194700");
    }

    @Test
    void a_blank_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> READER.withAccount(" ", IBAN))
                .withMessageContaining("blank");
    }
}
