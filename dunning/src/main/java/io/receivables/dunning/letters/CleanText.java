package io.receivables.dunning.letters;

/** Text that comes from outside, as it may stand in a letter. */
final class CleanText {
    /** Longer values are cut: no name fills a page. */
    static final int LONGEST = 300;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int REPLACEMENT = 0xfffd;

    private CleanText() {}

    /**
     * One line of visible text: line breaks and other controls become spaces, marks that turn the direction of reading or
     * are invisible are left out, white space is one space each, and the end of what is too long is cut off.
     */
    static String of(String value) {
        StringBuilder clean = new StringBuilder(Math.min(value.length(), LONGEST));
        boolean space = false;
        for (int i = 0; i < value.length() && clean.length() <= LONGEST; ) {
            int character = value.codePointAt(i);
            i += Character.charCount(character);
            if (isGap(character)) {
                space = !clean.isEmpty();
            } else if (!isHidden(character)) {
                if (space) {
                    clean.append(' ');
                    space = false;
                }
                clean.appendCodePoint(isText(character) ? character : REPLACEMENT);
            }
        }
        return cut(clean);
    }

    private static String cut(StringBuilder clean) {
        if (clean.length() <= LONGEST) {
            return clean.toString();
        }
        int end = LONGEST - 1;
        return clean.substring(0, Character.isLowSurrogate(clean.charAt(end)) ? end - 1 : end) + "…";
    }

    /** No-break spaces stay as they are. */
    private static boolean isGap(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character);
    }

    private static boolean isHidden(int character) {
        return Character.getType(character) == Character.FORMAT
                && character != ZERO_WIDTH_NON_JOINER
                && character != ZERO_WIDTH_JOINER;
    }

    private static boolean isText(int character) {
        int type = Character.getType(character);
        return type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
