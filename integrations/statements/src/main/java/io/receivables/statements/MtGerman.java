package io.receivables.statements;

import java.util.BitSet;

/**
 * Reads a {@code :86:} as the German banking industry's DFÜ agreement has it: a code of three digits, then subfields of two
 * digits after a sign that the bank chose, mostly {@code ?}: 00 the bank's text, 10 the bank's journal number, which is
 * passed over, 20–29 and 60–63 the purpose, 30 and 31 the
 * other side's bank and account, 32 and 33 its name, 34 the key of why money came back.
 */
final class MtGerman {
    private static final int CODE = 3;
    private static final String SIGNS = "?>~^&+'*#@!|$%;<";
    private static final int NONE = -1;

    private MtGerman() {}

    static boolean reads(String text) {
        return text.length() >= CODE + 3
                && MtValues.isDigits(text.substring(0, CODE))
                && SIGNS.indexOf(text.charAt(CODE)) >= 0
                && MtValues.isDigits(text.substring(CODE + 1, CODE + 3));
    }

    static MtDetails read(String text) {
        MtDetails details = new MtDetails();
        details.transaction = text.substring(0, CODE);
        char sign = text.charAt(CODE);
        MtPieces purpose = new MtPieces();
        MtPieces name = new MtPieces();
        // a key comes once: what looks like the same again is text
        BitSet seen = new BitSet();
        int open = 20;
        int from = CODE;
        for (int at = CODE; at >= 0; at = text.indexOf(sign, at + 1)) {
            int key = key(text, at + 1);
            if (key != NONE && !seen.get(key)) {
                seen.set(key);
                take(open, text.substring(from, at), purpose, name, details);
                open = key;
                from = at + 3;
            }
        }
        take(open, text.substring(from), purpose, name, details);
        details.name = String.join(" ", name.lines(0, name.joined().length())).strip();
        String account = details.account;
        String bank = details.bank;
        MtSepaTags.read(purpose, details);
        // what has a subfield of its own goes before what stands in the text
        details.account = account.isEmpty() ? details.account : account;
        details.bank = bank.isEmpty() ? details.bank : bank;
        return details;
    }

    /** The key that stands at a place: 00, 10, 20 to 39 or 60 to 63. */
    private static int key(String text, int at) {
        if (at + 2 > text.length() || !MtValues.isDigits(text.substring(at, at + 2))) {
            return NONE;
        }
        int key = Integer.parseInt(text.substring(at, at + 2));
        return key == 0 || key == 10 || (key >= 20 && key < 40) || (key >= 60 && key <= 63) ? key : NONE;
    }

    private static void take(int key, String value, MtPieces purpose, MtPieces name, MtDetails details) {
        switch (key) {
            case 10 -> {}
            case 0 -> details.bankSays(value);
            case 30 -> details.bank = value.strip();
            case 31 -> details.account = value.strip();
            case 32, 33 -> name.add(value);
            case 34 -> details.key = value.strip();
            default -> {
                if (key > 34 && key < 40) {
                    details.bankSays(value);
                } else if (!value.isEmpty()) {
                    purpose.add(value);
                }
            }
        }
    }
}
