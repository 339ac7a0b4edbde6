package io.receivables.payments.tck;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request or an answer of HTTP/1.1 as it goes over a connection. */
final class Wire {
    /** Nothing at all. */
    static final Wire NONE = new Wire("", new byte[0]);

    private static final String LINE = "\r\n";

    /** The first line and the headers, each with its end; without the empty line. */
    private final String head;

    /** As it goes over the connection, with the sizes of chunks where it comes in chunks. */
    private final byte[] body;

    private Wire(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** An answer. */
    static Wire answer(String status, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + LINE + headers + "Content-Length: " + bytes.length + LINE
                + "Connection: close" + LINE;
        return new Wire(head, bytes);
    }

    /**
     * Reads one request or answer.
     *
     * @throws IOException if the connection ends before it does
     */
    static Wire read(InputStream in) throws IOException {
        String head = readHead(in);
        Wire bare = new Wire(head, new byte[0]);
        if (bare.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return new Wire(head, readChunks(in));
        }
        int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body ends after " + body.length + " of " + length + " bytes");
        }
        return new Wire(head, body);
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        String line = readLine(in);
        while (!line.isEmpty()) {
            head.append(line).append(LINE);
            line = readLine(in);
        }
        return head.toString();
    }

    private static String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the head ends too early");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size = -1;
        while (size != 0) {
            String line = readLine(in);
            size = Integer.parseInt(line.split(";", 2)[0].trim(), 16);
            all.writeBytes((line + LINE).getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(in.readNBytes(size));
            all.writeBytes((readLine(in) + LINE).getBytes(StandardCharsets.ISO_8859_1));
        }
        return all.toByteArray();
    }

    private Optional<String> header(String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst();
    }

    /** The number that a gateway's exchange gave it; 0 for none. */
    int number() {
        return header(FaultGateway.NUMBER).map(Integer::parseInt).orElse(0);
    }

    /** The same over a connection of its own: that the connection ends is said, and nothing of the gateway is left. */
    Wire closing() {
        String kept = head.lines().filter(line -> !isOfConnection(line)).collect(Collectors.joining(LINE));
        return new Wire(kept + LINE + "Connection: close" + LINE, body);
    }

    private static boolean isOfConnection(String line) {
        String name = line.split(":", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.asList("connection", "upgrade", "http2-settings", FaultGateway.NUMBER.toLowerCase(Locale.ROOT))
                .contains(name);
    }

    /** The same with a body that is cut in the middle, though the head promises more. */
    Wire cut() {
        String status = head.lines().findFirst().orElseThrow();
        String promising = status + LINE + "Content-Length: " + (body.length + 100) + LINE + "Connection: close" + LINE;
        return new Wire(promising, Arrays.copyOf(body, body.length / 2));
    }

    /** The whole as a text. */
    String text() {
        return head + LINE + new String(body, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        byte[] first = (head + LINE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }
}
