package io.receivables.payments.desk;

import io.receivables.core.ledger.OpenItem;
import io.receivables.payments.spi.CollectCommand;
import io.receivables.payments.spi.Payer;
import io.receivables.payments.spi.Share;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Makes what a payer is asked for out of what they owe. */
public final class PaymentRequests {
    /** 128 bits: nobody meets another request's name by chance. */
    private static final int DIGITS = 32;

    private PaymentRequests() {}

    /**
     * What is open of these items, asked for on some occasion. The same items with the same amounts on the same occasion are
     * the same request, whoever makes it and however often; on another occasion they are another one.
     *
     * @param items debits of one customer, in one currency; what is disputed of them is asked for as well
     * @param occasion for example the key of a reminder, or the invoice's id for the link on the invoice itself
     * @throws IllegalArgumentException if there are none, if one is a credit or has nothing open, or if they are not the payer's
     */
    public static CollectCommand.Builder forItems(Payer payer, List<OpenItem> items, String occasion) {
        items.forEach(item -> check(payer, item));
        List<Share> shares = items.stream()
                .map(item -> new Share(item.id(), item.instalment(), item.open(), item.dueDate()))
                .sorted(Comparator.comparing(Share::dueDate)
                        .thenComparing(Share::documentId)
                        .thenComparing(Share::instalment))
                .toList();
        return CollectCommand.of(id(payer, shares, occasion), payer).forItems(shares);
    }

    private static void check(Payer payer, OpenItem item) {
        if (!item.kind().isDebit() || !item.open().isPositive()) {
            throw new IllegalArgumentException(
                    "item " + item.id() + " has nothing to be asked for: its open amount is " + item.signedOpen());
        }
        if (!item.customerId().equals(payer.customerId())) {
            throw new IllegalArgumentException(
                    "item " + item.id() + " is of customer " + item.customerId() + ", not of " + payer.customerId());
        }
    }

    private static String id(Payer payer, List<Share> shares, String occasion) {
        StringBuilder all = new StringBuilder();
        append(all, payer.customerId());
        append(all, occasion);
        for (Share share : shares) {
            append(all, share.documentId());
            append(all, share.instalment() + " " + share.amount());
        }
        return digest(all.toString());
    }

    /** Lengths go first, so that two texts do not read like another two. */
    private static void append(StringBuilder all, String text) {
        all.append(text.length()).append(':').append(text);
    }

    /** A name of letters and digits for a text. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
