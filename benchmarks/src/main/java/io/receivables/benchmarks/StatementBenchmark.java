package io.receivables.benchmarks;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field86;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import io.receivables.core.Problem;
import io.receivables.core.cash.BankLine;
import io.receivables.statements.StatementReader;
import io.receivables.statements.StatementSink;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From a statement's bytes to lines. The peer of MT940 is a maintained library that reads the fields; that of camt.053 is the JDK's
 * parser alone, which understands nothing but the entries' amounts: what is left to gain.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills it
public class StatementBenchmark {
    /** What is read. */
    public enum Format {
        CAMT_053,
        MT940
    }

    @Param
    public Format format;

    @Param("10000")
    public int lines;

    private byte[] file;

    @Setup
    public void write() {
        file = format == Format.CAMT_053 ? BankFiles.camt053(lines) : BankFiles.mt940(lines);
    }

    static StatementBenchmark of(Format format, int lines) {
        StatementBenchmark benchmark = new StatementBenchmark();
        benchmark.format = format;
        benchmark.lines = lines;
        benchmark.write();
        return benchmark;
    }

    /** The size of the file. */
    int bytes() {
        return file.length;
    }

    /** What was booked, in cents, so that no line is left out. */
    @Benchmark
    public long read() {
        Adder adder = new Adder();
        StatementReader.standard().read(new ByteArrayInputStream(file), adder);
        return adder.cents;
    }

    private static final class Adder implements StatementSink {
        private long cents;

        @Override
        public void line(BankLine line) {
            cents += line.booked().minorUnits();
        }

        @Override
        public void problem(Problem problem) {
            throw new IllegalStateException(problem.message());
        }
    }

    /** The same sum by the peer. */
    @Benchmark
    public long peer() throws XMLStreamException {
        return format == Format.CAMT_053 ? barely() : byFields();
    }

    private long barely() throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
        long cents = 0;
        String parent = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (parent.equals("Ntry") && xml.getLocalName().equals("Amt")) {
                    cents += cents(xml.getElementText());
                }
                parent = xml.getLocalName();
            }
        }
        xml.close();
        return cents;
    }

    private long byFields() {
        MT940 message = MT940.parse("{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:\r\n"
                + new String(file, StandardCharsets.UTF_8).replace("\r\n-\r\n", "\r\n-}"));
        List<Field86> texts = message.getField86();
        long cents = 0;
        for (Field61 field : message.getField61()) {
            cents += cents(field.getAmount().replace(',', '.'));
        }
        if (texts.size() != lines) {
            throw new IllegalStateException(texts.size() + " texts were read of " + lines);
        }
        return cents;
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
