package io.receivables.examples.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.receivables.core.Customer;
import io.receivables.core.Invoice;
import io.receivables.core.Money;
import io.receivables.core.collection.CollectionLog;
import io.receivables.core.collection.ItemReference;
import io.receivables.core.collection.ReminderSent.Channel;
import io.receivables.core.ledger.Ledger;
import io.receivables.dunning.cases.Cases;
import io.receivables.dunning.letters.Contact;
import io.receivables.dunning.letters.Creditor;
import io.receivables.dunning.letters.LetterFacts;
import io.receivables.dunning.letters.LetterSubject;
import io.receivables.dunning.letters.LetterWriter;
import io.receivables.dunning.letters.WrittenLetter;
import io.receivables.dunning.policy.DunningPolicy;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.Policies;
import io.receivables.examples.letters.SmtpSender.Ending;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmtpSenderTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-29");
    private static final Instant NOW = Instant.parse("2026-05-29T08:00:00Z");

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static Creditor creditor() {
        return Creditor.of("Fournitures Durand SAS", "12, rue des Tanneurs", "69003 Lyon")
                .reachedBy("compta@durand.example", "");
    }

    private static SmtpSender sender() {
        return new SmtpSender("127.0.0.1", SERVER.getSmtp().getPort(), creditor());
    }

    private static WrittenLetter letter(Contact contact) {
        Ledger ledger = Ledger.builder()
                .customer(Customer.of("C-104", contact.name()))
                .invoice(Invoice.of("F-1001", "C-104", LocalDate.parse("2026-03-01"), Money.of("1200.00", "EUR"))
                        .dueOn(LocalDate.parse("2026-04-01")))
                .build();
        DunningStep step = DunningStep.reminder(1, 8);
        DunningPolicy policy = DunningPolicy.of("standard", step).inLanguage("fr");
        LetterFacts facts = LetterFacts.of(CollectionLog.of(ledger, List.of()), Cases.none(), Policies.of(policy));
        Money amount = Money.of("1200.00", "EUR");
        LetterSubject subject = new LetterSubject(
                "L 2026/17",
                "C-104",
                TODAY,
                Channel.EMAIL,
                "fr",
                policy,
                List.of(new LetterSubject.Claim(
                        ItemReference.of("F-1001", 1), "C-104", step, step.code(), amount, Money.of("0.00", "EUR"))));
        return LetterWriter.of(creditor(), id -> contact).write(subject, facts);
    }

    private static Contact contact(String name, String email) {
        return Contact.of(name).reachedBy(email, "");
    }

    @Test
    void a_letter_arrives_with_its_subject_and_both_forms() throws MessagingException, IOException {
        WrittenLetter letter = letter(contact("Menuiserie Lefèvre & Fils", "compta@lefevre.example"));

        SmtpSender.Outcome outcome = sender().send(letter, NOW);

        MimeMessage received = SERVER.getReceivedMessages()[0];
        MimeMultipart forms = (MimeMultipart) received.getContent();
        assertThat(outcome).isEqualTo(new SmtpSender.Outcome(Ending.SENT, "<l_2026_17@durand.example>"));
        assertThat(received.getMessageID()).isEqualTo("<l_2026_17@durand.example>");
        assertThat(received.getSubject()).isEqualTo("Petit rappel\u00a0: facture F-1001, 1\u202f200,00\u00a0€");
        assertThat(received.getHeader("To", null)).contains("compta@lefevre.example");
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(forms.getContentType()).startsWith("multipart/alternative");
        assertThat(forms.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .startsWith("Madame, Monsieur,")
                .contains("À régler\u00a0: 1\u202f200,00\u00a0€");
        assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(forms.getBodyPart(1).getContent().toString()).contains("<html lang=\"fr\">", "F-1001");
    }

    @Test
    void a_hostile_name_adds_no_header_and_no_recipient() throws MessagingException {
        WrittenLetter letter = letter(contact("Evil\r\nBcc: all@example.com", "compta@lefevre.example"));

        assertThat(sender().send(letter, NOW).ending()).isEqualTo(Ending.SENT);

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        MimeMessage received = SERVER.getReceivedMessages()[0];
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(GreenMailUtil.getHeaders(received)).doesNotContain("\nBcc:");
    }

    @Test
    void an_address_that_is_none_is_refused_for_good() {
        for (String address : List.of("", "nobody", "a@b\r\nBcc: c@d", "a b@c")) {
            assertThat(sender().send(letter(contact("X", address)), NOW).ending())
                    .as(address)
                    .isEqualTo(Ending.REFUSED);
        }
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_cannot_be_reached_leaves_the_outcome_unknown() {
        int port = SERVER.getSmtp().getPort();
        SERVER.stop();

        SmtpSender sender = new SmtpSender("127.0.0.1", port, creditor());

        assertThat(sender.send(letter(contact("X", "x@lefevre.example")), NOW).ending())
                .isEqualTo(Ending.UNKNOWN);
        SERVER.start();
    }
}
