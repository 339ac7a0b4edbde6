package io.receivables.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file to read: its name in problems, and how to open it. */
record CsvSource(String name, Opener opener) {
    /** Opens a source; an encoding is a suggestion where bytes are read, and unused where characters are. */
    @FunctionalInterface
    interface Opener {
        Reader open(Charset encoding) throws IOException;
    }

    CsvSource {
        name = Text.shown(name);
    }

    static CsvSource of(Path file) {
        String name = Objects.requireNonNullElse(file.getFileName(), file).toString();
        return new CsvSource(name, encoding -> decode(Files.newInputStream(file), encoding));
    }

    static CsvSource of(String name, InputStream bytes) {
        Objects.requireNonNull(bytes, "bytes");
        return new CsvSource(name, encoding -> decode(bytes, encoding));
    }

    static CsvSource of(String name, Reader reader) {
        Objects.requireNonNull(reader, "reader");
        return new CsvSource(name, encoding -> reader);
    }

    /** A byte order mark wins over the encoding stated; the mark itself, now a character, is trimmed off the header. */
    private static Reader decode(InputStream bytes, Charset encoding) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, 3);
        byte[] mark = new byte[3];
        int length = start.readNBytes(mark, 0, 3);
        start.unread(mark, 0, length);
        return new InputStreamReader(start, marked(mark, length, encoding));
    }

    private static Charset marked(byte[] mark, int length, Charset encoding) {
        int first = length < 2 ? 0 : (mark[0] & 0xFF) << 8 | (mark[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xEFBB -> length == 3 && (mark[2] & 0xFF) == 0xBF ? StandardCharsets.UTF_8 : encoding;
            default -> encoding;
        };
    }
}
