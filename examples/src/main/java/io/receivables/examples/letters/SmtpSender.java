package io.receivables.examples.letters;

import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.WrittenLetter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/**
 * Sends letters as e-mails with a plain-text and an HTML form over SMTP. It tells apart what the caller must know: a
 * message that went out, one that was refused for good, and one of which nobody knows, which is to be tried again under
 * the same message id so that mailboxes can recognise it.
 */
public final class SmtpSender {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT_MILLIS = "10000";
    private static final String DOMAIN_SEPARATOR = "@";

    private final Session session;
    private final Creditor creditor;

    /** How sending ended. */
    public enum Ending {
        /** The server took the message. */
        SENT,
        /** The address is none, or the server refuses it: pointless to try again. */
        REFUSED,
        /** The server could not be reached or gave up on the way: try again later. */
        UNKNOWN
    }

    /**
     * What came of sending.
     *
     * @param ending how it ended
     * @param text the message id as a receipt where it was sent, the reason otherwise
     */
    public record Outcome(Ending ending, String text) {}

    /**
     * A sender without authentication, for a server inside the house.
     *
     * @param host the server's name or address
     * @param port the server's port, such as 25
     * @param creditor in whose name letters go out; must have an e-mail address
     */
    public SmtpSender(String host, int port, Creditor creditor) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.mime.address.strict", "true");
        this.session = Session.getInstance(properties);
        this.creditor = creditor;
    }

    /**
     * Sends a letter.
     *
     * @param at the instant to be stated as the message's date
     */
    public Outcome send(WrittenLetter letter, Instant at) {
        MimeMessage message;
        try {
            message = message(letter, at);
        } catch (AddressException e) {
            return new Outcome(Ending.REFUSED, "address " + letter.recipient().email() + " is none: " + e.getMessage());
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Outcome(Ending.REFUSED, "the message cannot be made: " + e.getMessage());
        }
        try {
            Transport.send(message);
            return new Outcome(Ending.SENT, id(letter));
        } catch (jakarta.mail.SendFailedException e) {
            boolean isRefused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return new Outcome(isRefused ? Ending.REFUSED : Ending.UNKNOWN, String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            return new Outcome(Ending.UNKNOWN, String.valueOf(e.getMessage()));
        }
    }

    private MimeMessage message(WrittenLetter letter, Instant at)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id(letter));
            }
        };
        message.setFrom(new InternetAddress(creditor.email(), creditor.name(), UTF_8));
        InternetAddress to = new InternetAddress(letter.recipient().email(), true);
        to.setPersonal(oneLine(letter.recipient().name()), UTF_8);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(at));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(letter));
        return message;
    }

    private static MimeMultipart content(WrittenLetter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        // the last form is the one that a reader prefers
        return new MimeMultipart("alternative", text, html);
    }

    /** The same for every attempt at the same letter. */
    private String id(WrittenLetter letter) {
        String domain = creditor.email().substring(creditor.email().indexOf(DOMAIN_SEPARATOR) + 1);
        String id = letter.letterId().replaceAll("[^A-Za-z0-9._-]", "_");
        return "<" + id.toLowerCase(Locale.ROOT) + DOMAIN_SEPARATOR + domain + ">";
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ");
    }
}
