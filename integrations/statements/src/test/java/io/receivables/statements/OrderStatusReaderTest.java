package io.receivables.statements;

import static io.receivables.statements.Camt.codes;
import static io.receivables.statements.Camt.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.core.Loaded;
import io.receivables.core.cash.LineReturn;
import io.receivables.core.cash.OrderStatus;
import io.receivables.core.cash.OrderStatus.Level;
import io.receivables.core.cash.ReturnReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status reports: own messages. */
class OrderStatusReaderTest {
    private static String reason(String code, String text) {
        return "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn><AddtlInf>" + text + "</AddtlInf></StsRsnInf>";
    }

    private static String report(String namespace, String within) {
        return "<Document xmlns=\"" + namespace + "\"><CstmrPmtStsRpt><GrpHdr><MsgId>R</MsgId></GrpHdr>" + within
                + "</CstmrPmtStsRpt></Document>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03",
                "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10",
                "http://www.six-interbank-clearing.com/de/pain.002.001.03.ch.02.xsd",
                "urn:x"
            })
    void each_level_has_its_status(String namespace) {
        Loaded<StatementFile> file = read(report(
                namespace,
                "<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>"
                        + "<OrgnlPmtInfAndSts><OrgnlPmtInfId>P-1</OrgnlPmtInfId>" + reason("NARR", "see below")
                        + "<TxInfAndSts><StsId>1</StsId><OrgnlInstrId>I-1</OrgnlInstrId><OrgnlEndToEndId>E-1</OrgnlEndToEndId>"
                        + "<TxSts>RJCT</TxSts>" + reason("AC01", "IBAN") + reason("BE05", "CI") + "</TxInfAndSts>"
                        + "<TxInfAndSts><OrgnlEndToEndId>E-2</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>"
                        + "</OrgnlPmtInfAndSts>"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.value().statements()).isEmpty();
        assertThat(file.value().orders())
                .containsExactly(
                        new OrderStatus(Level.MESSAGE, "M-1", "", "", "", "PART", null),
                        new OrderStatus(
                                Level.BLOCK,
                                "M-1",
                                "P-1",
                                "",
                                "",
                                "",
                                new LineReturn(ReturnReason.iso("NARR"), "see below")),
                        new OrderStatus(
                                Level.TRANSACTION,
                                "M-1",
                                "P-1",
                                "I-1",
                                "E-1",
                                "RJCT",
                                new LineReturn(ReturnReason.iso("AC01"), "IBAN BE05 CI")),
                        new OrderStatus(Level.TRANSACTION, "M-1", "P-1", "", "E-2", "ACCP", null));
    }

    @Test
    void a_transaction_may_stand_outside_of_a_block() {
        assertThat(read(report(
                                "pain.002.001.02",
                                "<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId></OrgnlGrpInfAndSts>"
                                        + "<TxInfAndSts><OrgnlPmtInfId>P-2</OrgnlPmtInfId><TxSts>RJCT</TxSts>"
                                        + "<StsRsnInf><StsRsn><Prtry>X9</Prtry></StsRsn></StsRsnInf></TxInfAndSts>"))
                        .value()
                        .orders())
                .containsExactly(new OrderStatus(
                        Level.TRANSACTION,
                        "M-1",
                        "P-2",
                        "",
                        "",
                        "RJCT",
                        LineReturn.because(ReturnReason.of(ReturnReason.Scheme.PROPRIETARY, "X9"))));
    }

    @Test
    void version_02_names_its_element_by_its_number() {
        Loaded<StatementFile> file = read("<Document xmlns=\"urn:swift:xsd:$pain.002.002.02\"><pain.002.001.02>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>M-1</OrgnlMsgId></OrgnlGrpInfAndSts><TxInfAndSts>"
                + "<OrgnlEndToEndId>E-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><StsRsn><Cd>AC01</Cd></StsRsn></StsRsnInf>"
                + "</TxInfAndSts></pain.002.001.02></Document>");

        assertThat(file.problems()).isEmpty();
        assertThat(file.value().orders())
                .containsExactly(new OrderStatus(
                        Level.TRANSACTION, "M-1", "", "", "E-1", "RJCT", LineReturn.because(ReturnReason.iso("AC01"))));
    }

    @Test
    void a_report_that_says_nothing_is_told() {
        assertThat(codes(read(report(
                        "pain.002.001.10", "<OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId></OrgnlGrpInfAndSts>"))))
                .containsExactly("NO_STATEMENT");
    }

    @Test
    void a_report_that_breaks_off_keeps_what_came_before() {
        String whole = report(
                "pain.002.001.10",
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>P-1</OrgnlPmtInfId><PmtInfSts>ACCP</PmtInfSts>"
                        + "<TxInfAndSts><TxSts>ACCP</TxSts></TxInfAndSts><TxInfAndSts>");
        Loaded<StatementFile> file = read(whole.substring(0, whole.lastIndexOf("<TxInfAndSts>") + 5));

        assertThat(codes(file)).containsExactly("BROKEN");
        assertThat(file.value().orders())
                .extracting(OrderStatus::level)
                .containsExactly(Level.BLOCK, Level.TRANSACTION);
    }
}
