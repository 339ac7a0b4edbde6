package io.receivables.dunning.letters;

import io.receivables.core.Problem;
import io.receivables.dunning.letters.TemplateText.MistakeException;
import io.receivables.dunning.letters.TemplateText.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template with its partials against the declared names, before anything is written with it: finds what is wrong,
 * what it surely shows, and its whole text.
 */
final class TemplateReview {
    /** The greatest number of characters of a template with all its partials. */
    static final int LARGEST = 128 * 1024;

    /** How deep partials and sections may be nested. */
    static final int DEEPEST = 8;

    /**
     * A file of the catalogue.
     *
     * @param name its name
     * @param text what it says
     */
    record File(String name, String text) {}

    /** What names stand for within a section. */
    private record Frame(String name, String path, @Nullable Shape shape, boolean sure) {}

    private record Resolved(Shape shape, String path, int frame) {}

    private final Function<String, Optional<File>> partials;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private final List<Frame> frames = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int size;

    private TemplateReview(Shape names, Function<String, Optional<File>> partials) {
        this.partials = partials;
        frames.add(new Frame("", "", names, true));
    }

    static TemplateReview of(File file, Shape names, Function<String, Optional<File>> partials) {
        TemplateReview review = new TemplateReview(names, partials);
        review.read(file);
        return review;
    }

    /** All that is wrong. */
    List<Problem> problems() {
        return problems;
    }

    /** The names whose values are shown whatever the letter, such as {@code currencies.claims.document}. */
    Set<String> shown() {
        return shown;
    }

    /** The literal text that is shown whatever the letter. */
    String words() {
        return words.toString();
    }

    /** The template with its partials in place. */
    String whole() {
        return whole.toString();
    }

    private void read(File file) {
        int outside = frames.size();
        open.push(file.name());
        try {
            for (Piece piece : TemplateText.pieces(file.text())) {
                size += piece.source().length();
                if (size > LARGEST) {
                    break;
                }
                read(piece, file.name(), outside);
            }
        } catch (MistakeException e) {
            problems.add(e.problem(file.name()));
        }
        if (frames.size() > outside) {
            malformed("unclosed-section", file.name(), innermost().name());
            frames.subList(outside, frames.size()).clear();
        }
        open.pop();
        if (open.isEmpty() && size > LARGEST) {
            problems.add(Problem.of(LetterProblem.TOO_LARGE, "file", file.name(), "most", LARGEST));
        }
    }

    private void read(Piece piece, String file, int outside) {
        if (piece.kind() != TemplateText.Kind.PARTIAL) {
            whole.append(piece.source());
        }
        switch (piece.kind()) {
            case LITERAL -> literal(piece.text());
            case VALUE -> value(piece.text(), file);
            case SECTION -> section(piece.text(), file);
            case INVERTED -> inverted(piece.text(), file);
            case END -> end(piece.text(), file, outside);
            case PARTIAL -> partial(piece.text(), file);
            case COMMENT -> {}
        }
    }

    private void literal(String text) {
        if (innermost().sure()) {
            words.append(text);
        }
    }

    private void value(String name, String file) {
        Optional<Resolved> found = resolve(name, file);
        if (found.isEmpty()) {
            return;
        }
        Resolved resolved = found.get();
        Shape.Kind kind = resolved.shape().kind();
        boolean isText = kind == Shape.Kind.TEXT
                || kind == Shape.Kind.OPTIONAL_TEXT
                || (kind == Shape.Kind.TEXTS && name.equals("."));
        if (!isText) {
            report(LetterProblem.NOT_A_VALUE, file, name);
        } else if (resolved.shape().mayBeAbsent() && !isOpen(resolved.shape())) {
            report(LetterProblem.MAY_BE_ABSENT, file, name);
        } else if (innermost().sure()) {
            shown.add(resolved.path());
        }
    }

    private void section(String name, String file) {
        Optional<Resolved> found = resolve(name, file);
        if (found.isEmpty()) {
            enter(new Frame(name, "", null, false), file);
            return;
        }
        Resolved resolved = found.get();
        Shape shape = resolved.shape();
        if (shape.isRepeated() && resolved.frame() < innermostRepeated()) {
            report(LetterProblem.LIST_IN_FOREIGN_LIST, file, name);
        }
        boolean sure = innermost().sure() && !shape.mayBeAbsent() && shape.kind() != Shape.Kind.FLAG;
        enter(new Frame(name, resolved.path(), shape, sure), file);
    }

    private void inverted(String name, String file) {
        resolve(name, file);
        enter(new Frame(name, "", null, false), file);
    }

    private void enter(Frame frame, String file) {
        if (frames.size() > DEEPEST) {
            report(LetterProblem.TOO_DEEP, file, frame.name());
        }
        frames.add(frame);
    }

    private void end(String name, String file, int outside) {
        if (frames.size() == outside || !innermost().name().equals(name)) {
            malformed("unopened-section", file, name);
        } else {
            frames.remove(frames.size() - 1);
        }
    }

    private void partial(String name, String file) {
        Optional<File> partial = partials.apply(name);
        if (partial.isEmpty()) {
            report(LetterProblem.UNKNOWN_PARTIAL, file, name);
        } else if (open.size() > DEEPEST || open.contains(partial.get().name())) {
            report(LetterProblem.TOO_DEEP, file, name);
        } else {
            read(partial.get());
        }
    }

    private Optional<Resolved> resolve(String name, String file) {
        Optional<Resolved> found = name.equals(".") ? current() : named(name.split("\\.", -1));
        if (found.isEmpty()) {
            report(LetterProblem.UNKNOWN_VARIABLE, file, name);
        }
        return found;
    }

    private Optional<Resolved> current() {
        Frame frame = innermost();
        Shape shape = frame.shape();
        if (shape == null || (shape.kind() != Shape.Kind.TEXTS && shape.kind() != Shape.Kind.OPTIONAL_TEXT)) {
            return Optional.empty();
        }
        return Optional.of(new Resolved(shape, frame.path(), frames.size() - 1));
    }

    /** The first part of a name is looked for from the innermost section outwards, the others are its members. */
    private Optional<Resolved> named(String[] parts) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            Optional<Shape> first = Optional.ofNullable(frame.shape()).flatMap(shape -> shape.member(parts[0]));
            if (first.isPresent()) {
                String path = frame.path().isEmpty() ? parts[0] : frame.path() + "." + parts[0];
                return member(new Resolved(first.get(), path, i), parts);
            }
        }
        return Optional.empty();
    }

    private Optional<Resolved> member(Resolved first, String... parts) {
        Optional<Resolved> found = Optional.of(first);
        for (int i = 1; i < parts.length && found.isPresent(); i++) {
            Resolved owner = found.get();
            String part = parts[i];
            boolean isThere = owner.shape().kind() == Shape.Kind.OBJECT
                    || (owner.shape().kind() == Shape.Kind.OPTIONAL_OBJECT && isOpen(owner.shape()));
            found = isThere
                    ? owner.shape()
                            .member(part)
                            .map(shape -> new Resolved(shape, owner.path() + "." + part, owner.frame()))
                    : Optional.empty();
        }
        return found;
    }

    private boolean isOpen(Shape shape) {
        return frames.stream().anyMatch(frame -> frame.shape() == shape);
    }

    private int innermostRepeated() {
        for (int i = frames.size() - 1; i > 0; i--) {
            Shape shape = frames.get(i).shape();
            if (shape != null && shape.isRepeated()) {
                return i;
            }
        }
        return 0;
    }

    private Frame innermost() {
        return frames.get(frames.size() - 1);
    }

    private void malformed(String what, String file, String value) {
        problems.add(Problem.of(LetterProblem.MALFORMED, "file", file, "what", what, "value", value));
    }

    private void report(LetterProblem code, String file, String value) {
        problems.add(Problem.of(code, "file", file, "value", value, "most", DEEPEST));
    }
}
