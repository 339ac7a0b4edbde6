package io.receivables.dunning.letters;

import io.receivables.core.Problem;
import io.receivables.core.collection.ReminderSent.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of words: its parts, each begun by a line such as {@code == body}, or {@code == body text-message} for the words
 * of one channel only.
 */
final class Words {
    /** The parts of a letter's words. */
    enum Part {
        /** The subject: one line. */
        SUBJECT("subject"),
        /** The paragraphs before the figures. */
        BODY("body"),
        /** The paragraphs after the figures. */
        CLOSING("closing"),
        /** What the law wants said. */
        LEGAL("legal"),
        /** What to say on the phone or on a visit. */
        SCRIPT("script"),
        /** A text message. */
        SHORT("short");

        private final String code;

        Part(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        /** The parts without which a message of a channel says nothing. */
        static List<Part> neededBy(Channel channel) {
            return switch (channel) {
                case PHONE, VISIT -> List.of(SUBJECT, SCRIPT);
                case TEXT_MESSAGE -> List.of(SUBJECT, SHORT);
                default -> List.of(SUBJECT, BODY);
            };
        }
    }

    private static final String HEADING = "== ";

    private final Map<String, String> parts;
    private final List<Problem> problems;

    private Words(Map<String, String> parts, List<Problem> problems) {
        this.parts = parts;
        this.problems = problems;
    }

    static Words parse(String file, String text) {
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith(HEADING)) {
                String heading = line.substring(HEADING.length()).strip();
                if (!isHeading(heading)) {
                    problems.add(unknown(file, number, heading));
                }
                current = parts.computeIfAbsent(heading, part -> new StringBuilder());
            } else if (parts.isEmpty() && !line.isBlank()) {
                problems.add(unknown(file, number, line));
                break;
            } else {
                current.append(line).append('\n');
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        parts.forEach((heading, lines) -> texts.put(heading, lines.toString().strip()));
        return new Words(texts, problems);
    }

    private static boolean isHeading(String heading) {
        return Arrays.stream(Part.values())
                .anyMatch(part -> heading.equals(part.code)
                        || Arrays.stream(Channel.values()).anyMatch(channel -> heading.equals(of(part, channel))));
    }

    private static String of(Part part, Channel channel) {
        return part.code + " " + channel.code();
    }

    private static Problem unknown(String file, int line, String heading) {
        String known =
                String.join(", ", Arrays.stream(Part.values()).map(Part::code).toList());
        return Problem.of(
                LetterProblem.UNKNOWN_PART, "file", file, "line", line, "value", CleanText.of(heading), "known", known);
    }

    List<Problem> problems() {
        return problems;
    }

    /** The parts by their headings. */
    Map<String, String> parts() {
        return parts;
    }

    /** The channel's own words for a part, or those for all channels; empty where there are none. */
    Optional<String> part(Part part, Channel channel) {
        String own = parts.get(of(part, channel));
        return Optional.ofNullable(own != null ? own : parts.get(part.code));
    }
}
