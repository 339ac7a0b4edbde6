package io.receivables.statements;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.io.parser.SwiftParser;
import com.prowidesoftware.swift.model.SwiftBlock4;
import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field62F;
import io.receivables.core.cash.BankBalance;
import io.receivables.core.cash.BankLine;
import io.receivables.core.cash.BankReference;
import io.receivables.core.cash.BankStatement;
import io.receivables.statements.Given.Statement;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Another reader of MT940 finds the same balances, amounts, days and references. */
class MtOracleProperties {
    private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter FOUR = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    @Provide
    Arbitrary<Statement> statements() {
        return Given.statements();
    }

    @Property(tries = 100)
    void both_readers_agree(@ForAll("statements") Statement statement, @ForAll boolean german) throws IOException {
        String text = german ? Given.german(statement) : Given.free(statement);
        BankStatement ours = StatementReader.standard()
                .readAll(text.getBytes(StandardCharsets.UTF_8))
                .value()
                .statements()
                .get(0);
        SwiftBlock4 theirs = new SwiftParser(text).message().getBlock4();
        Field60F opening = new Field60F(theirs.getTagValue("60F"));
        Field62F closing = new Field62F(theirs.getTagValue("62F"));
        assertThat(ours.header().id()).isEqualTo(theirs.getTagValue("20"));
        assertThat(ours.header().account().number()).isEqualTo(theirs.getTagValue("25"));
        assertThat(ours.balances().stream().map(MtOracleProperties::text))
                .containsExactly(
                        balance(
                                opening.getDCMark(),
                                opening.getDate(),
                                opening.getCurrency(),
                                opening.getAmountAsBigDecimal()),
                        balance(
                                closing.getDCMark(),
                                closing.getDate(),
                                closing.getCurrency(),
                                closing.getAmountAsBigDecimal()));
        List<Field61> entries =
                Arrays.stream(theirs.getTagValues("61")).map(Field61::new).toList();
        assertThat(ours.lines()).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            BankLine line = ours.lines().get(i);
            Field61 entry = entries.get(i);
            assertThat(line.valueDate().format(SIX)).isEqualTo(entry.getValueDate());
            assertThat(line.bookingDate().format(FOUR)).isEqualTo(entry.getEntryDate());
            assertThat(line.isCredit() ? "C" : "D").isEqualTo(entry.getDebitCreditMark());
            assertThat(line.booked().amount().abs()).isEqualByComparingTo(entry.getAmountAsBigDecimal());
            assertThat(line.bankCode()).startsWith(entry.getTransactionType() + entry.getIdentificationCode());
            assertThat(line.reference(BankReference.SERVICER))
                    .contains(entry.getReferenceOfTheAccountServicingInstitution());
        }
    }

    private static String text(BankBalance balance) {
        return balance(
                balance.amount().isNegative() ? "D" : "C",
                balance.date().format(SIX),
                balance.amount().currency().getCurrencyCode(),
                balance.amount().amount().abs());
    }

    private static String balance(String mark, String date, String currency, BigDecimal amount) {
        return mark + date + currency + amount.setScale(2).toPlainString();
    }
}
