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
import java.util.Optional;

/** A file to read: its name in problems, and how to open it. */
record CsvSource(String name, Opener opener) {
    /** The longest byte order mark, that of UTF-8. */
    static final int LONGEST_MARK = 3;

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

    /** A byte order mark wins over the encoding stated, and is no part of the text: a quote may follow it. */
    private static Reader decode(InputStream bytes, Charset encoding) throws IOException {
        PushbackInputStream start = new PushbackInputStream(bytes, LONGEST_MARK);
        return new InputStreamReader(start, skipMark(start).orElse(encoding));
    }

    /** The encoding that a byte order mark says, which is read; without one nothing is. */
    static Optional<Charset> skipMark(PushbackInputStream start) throws IOException {
        byte[] mark = new byte[LONGEST_MARK];
        int length = start.readNBytes(mark, 0, LONGEST_MARK);
        int first = length < 2 ? 0 : (mark[0] & 0xFF) << 8 | (mark[1] & 0xFF);
        Charset marked = switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xEFBB -> length == LONGEST_MARK && (mark[2] & 0xFF) == 0xBF ? StandardCharsets.UTF_8 : null;
            default -> null;
        };
        int skipped = marked == null ? 0 : first == 0xEFBB ? LONGEST_MARK : 2;
        start.unread(mark, skipped, length - skipped);
        return Optional.ofNullable(marked);
    }
}
