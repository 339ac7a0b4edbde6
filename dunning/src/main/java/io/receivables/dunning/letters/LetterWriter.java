package io.receivables.dunning.letters;

import io.receivables.core.Money;
import io.receivables.core.interest.LateInterestOptions;
import io.receivables.dunning.Letter;
import io.receivables.dunning.cases.LetterState;
import io.receivables.dunning.letters.Charges.Rules;
import io.receivables.dunning.letters.Words.Part;
import io.receivables.dunning.policy.DunningStep;
import io.receivables.dunning.policy.StepKind;
import io.receivables.dunning.policy.Successor;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters from facts. The same letter, facts and writer give the same text. Immutable; every method that changes
 * something gives a changed copy.
 *
 * <p>Interest, fixed sums and fees are counted anew for each letter and never on top of each other. Where the step claims
 * interest, that of documents which were dunned and have been paid late since is claimed as well. Interest of what is
 * contested is not.
 */
public final class LetterWriter {
    private static final int MOST_DAYS_TO_PAY = 365;
    private static final int USUAL_DAYS_TO_PAY = 8;
    private static final int LONGEST_LINK = 2_000;
    private static final int LARGEST_CODE = 100_000;

    /** How every PNG picture begins (ISO/IEC 15948, 5.2). */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** The end of the name of a template that tells the customer what else is done inside the house. */
    static final String NOTICE = "-notice";

    /** What of a letter does not come from facts. */
    record Particulars(
            Creditor creditor,
            Contact recipient,
            boolean isToCustomer,
            LocalDate deadline,
            int daysToPay,
            String reference,
            String paymentLink,
            Function<Money, String> code) {}

    private final Creditor creditor;
    private final Function<String, Contact> contacts;
    private final Choices choices;

    private LetterWriter(Creditor creditor, Function<String, Contact> contacts, Choices choices) {
        this.creditor = creditor;
        this.contacts = contacts;
        this.choices = choices;
    }

    /** What a caller may choose; changed only on a copy that nobody else has yet. */
    private static final class Choices {
        private Templates templates = Templates.shipped();
        private Contact colleagues;
        private @Nullable Function<Successor, Contact> successors;
        private @Nullable Function<LetterSubject, URI> paymentLinks;
        private Function<LetterSubject, String> references = subject -> "";
        private Function<LetterPayment, Optional<byte[]>> paymentCodes = payment -> Optional.empty();
        private Rules rules = new Rules(UnaryOperator.identity(), document -> false);
        private @Nullable Integer daysToPay;

        Choices(Contact colleagues) {
            this.colleagues = colleagues;
        }

        Choices(Choices from) {
            this.templates = from.templates;
            this.colleagues = from.colleagues;
            this.successors = from.successors;
            this.paymentLinks = from.paymentLinks;
            this.references = from.references;
            this.paymentCodes = from.paymentCodes;
            this.rules = from.rules;
            this.daysToPay = from.daysToPay;
        }
    }

    /**
     * A writer with the templates that ship, no payment links, no references and the usual time to pay.
     *
     * @param contacts finds whom to write to at a customer, by the customer's id
     */
    public static LetterWriter of(Creditor creditor, Function<String, Contact> contacts) {
        Contact colleagues = Contact.of(creditor.name()).reachedBy(creditor.email(), creditor.phone());
        return new LetterWriter(creditor, Objects.requireNonNull(contacts, "contacts"), new Choices(colleagues));
    }

    private LetterWriter changed(Consumer<Choices> change) {
        Choices copy = new Choices(choices);
        change.accept(copy);
        return new LetterWriter(creditor, contacts, copy);
    }

    public LetterWriter with(Templates templates) {
        Objects.requireNonNull(templates, "templates");
        return changed(copy -> copy.templates = templates);
    }

    /** Who inside the house reads proposals of a credit stop or a write-off. */
    public LetterWriter withColleagues(Contact colleagues) {
        Objects.requireNonNull(colleagues, "colleagues");
        return changed(copy -> copy.colleagues = colleagues);
    }

    /** Who takes files that are handed over. */
    public LetterWriter withSuccessors(Function<Successor, Contact> successors) {
        Objects.requireNonNull(successors, "successors");
        return changed(copy -> copy.successors = successors);
    }

    /** Where to pay a letter whose step goes with a payment link: an {@code http} or {@code https} address. */
    public LetterWriter withPaymentLinks(Function<LetterSubject, URI> paymentLinks) {
        Objects.requireNonNull(paymentLinks, "paymentLinks");
        return changed(copy -> copy.paymentLinks = paymentLinks);
    }

    /** What the customer is to state when paying a letter; empty where nothing. */
    public LetterWriter withReferences(Function<LetterSubject, String> references) {
        Objects.requireNonNull(references, "references");
        return changed(copy -> copy.references = references);
    }

    /**
     * Puts codes to pay with, such as EPC QR codes, on printed letters: one for each currency, for all that the letter asks for
     * in it. Mail programs show no pictures that come within a message, so other channels have none.
     *
     * @param paymentCodes a PNG picture of 100,000 bytes at most; empty where there is none for this amount
     */
    public LetterWriter withPaymentCodes(Function<LetterPayment, Optional<byte[]>> paymentCodes) {
        Objects.requireNonNull(paymentCodes, "paymentCodes");
        return changed(copy -> copy.paymentCodes = paymentCodes);
    }

    /**
     * Counts interest otherwise than {@link LateInterestOptions#standard} does under the policy's regime on undisputed
     * amounts, such as at an agreed rate or with rates of one's own.
     */
    public LetterWriter countingInterest(UnaryOperator<LateInterestOptions> change) {
        Objects.requireNonNull(change, "change");
        return changed(copy -> copy.rules = new Rules(change, copy.rules.isSettled()));
    }

    /** Documents, by id, of which neither interest nor fees are claimed any more: they were paid, invoiced or waived. */
    public LetterWriter withoutChargesOn(Predicate<String> isSettled) {
        Objects.requireNonNull(isSettled, "isSettled");
        return changed(copy -> copy.rules = new Rules(copy.rules.interest(), isSettled));
    }

    /**
     * The days from a letter's date that it leaves to pay. Left alone, a formal notice leaves what is usual where its law
     * is: 8 in France, 10 in Canada, 14 elsewhere; other letters 8.
     */
    public LetterWriter withDaysToPay(int days) {
        if (days < 1 || days > MOST_DAYS_TO_PAY) {
            throw new IllegalArgumentException(
                    "days to pay " + days + " are not between 1 and " + MOST_DAYS_TO_PAY + ": count in days");
        }
        return changed(copy -> copy.daysToPay = days);
    }

    public Creditor creditor() {
        return creditor;
    }

    /** Whom to write to at a customer. */
    public Contact contact(String customerId) {
        return contacts.apply(customerId);
    }

    Templates templates() {
        return choices.templates;
    }

    Rules rules() {
        return choices.rules;
    }

    // ---- writing

    /** {@link #write(LetterSubject, LetterFacts)} a letter that a run proposes. */
    public WrittenLetter write(Letter letter, LetterFacts facts) {
        return write(LetterSubject.of(letter, facts), facts);
    }

    /** {@link #write(LetterSubject, LetterFacts)} a letter of the outbox. */
    public WrittenLetter write(LetterState letter, LetterFacts facts) {
        return write(LetterSubject.of(letter, facts), facts);
    }

    /**
     * The letter in the words of its highest step. Those of a step that does not reach the customer go to whoever is to
     * act: a proposal to colleagues, a hand-over to the successor.
     *
     * @throws IllegalArgumentException if there is no such template, an item or customer is not in the ledger, the
     *     interest regime is unknown, a name is blank, a payment link is no web address, a payment code is no PNG picture, or it
     *     is a hand-over and no successors were given
     * @throws io.receivables.core.interest.InterestException if a reference rate is missing
     */
    public WrittenLetter write(LetterSubject subject, LetterFacts facts) {
        return write(subject, facts, subject.step().template());
    }

    /**
     * What the customer is told about a credit stop or a hand-over: the template of the step's name ended by {@code
     * -notice}.
     *
     * @throws IllegalArgumentException as {@link #write(LetterSubject, LetterFacts)}
     */
    public WrittenLetter notice(LetterSubject subject, LetterFacts facts) {
        return write(subject, facts, subject.step().template() + NOTICE);
    }

    private WrittenLetter write(LetterSubject subject, LetterFacts facts, String template) {
        LetterLocale locale = locale(subject);
        checkWords(template, subject, locale);
        Particulars particulars = particulars(subject, template.endsWith(NOTICE));
        Charges charges = Charges.of(subject, facts, choices.rules);
        Map<String, Object> model = new LinkedHashMap<>(
                new LetterModel(subject, facts, particulars, locale, choices.templates.labels(locale), charges).map());
        addWords(subject, template, locale, model);
        return new WrittenLetter(
                subject.letterId(),
                subject.customerId(),
                subject.channel(),
                locale.tag(),
                particulars.recipient(),
                String.valueOf(model.get(Part.SUBJECT.code())),
                choices.templates
                        .write(template, subject.channel(), false, locale, model)
                        .orElse(""),
                choices.templates
                        .write(template, subject.channel(), true, locale, model)
                        .orElse(""));
    }

    private void checkWords(String template, LetterSubject subject, LetterLocale locale) {
        if (!choices.templates.hasWords(template, locale)) {
            throw new IllegalArgumentException("template \"" + template + "\" is missing in language "
                    + subject.language() + ": there are " + choices.templates.names(subject.language()));
        }
        for (Part part : Part.neededBy(subject.channel())) {
            if (choices.templates
                    .part(template, part, subject.channel(), locale)
                    .isEmpty()) {
                throw new IllegalArgumentException("template \"" + template + "\" in language " + subject.language()
                        + " has no part " + part.code() + ", which channel "
                        + subject.channel().code() + " needs");
            }
        }
    }

    static LetterLocale locale(LetterSubject subject) {
        return LetterLocale.of(subject.language(), subject.policy().country());
    }

    /** Writes the words with the values, so that layouts have only texts to place. */
    private void addWords(LetterSubject subject, String template, LetterLocale locale, Map<String, Object> model) {
        Map<String, Object> values = Map.copyOf(model);
        Function<Part, String> written = part -> choices.templates
                .part(template, part, subject.channel(), locale)
                .map(words -> choices.templates.write(words, locale, law(subject), values))
                .orElse("");
        model.put(Part.SUBJECT.code(), CleanText.of(written.apply(Part.SUBJECT)));
        model.put(Part.SHORT.code(), String.join(" ", paragraphs(written.apply(Part.SHORT))));
        for (Part part : List.of(Part.BODY, Part.CLOSING, Part.LEGAL, Part.SCRIPT)) {
            model.put(part.code(), paragraphs(written.apply(part)));
        }
        model.put("label", choices.templates.labels(locale));
    }

    private static String law(LetterSubject subject) {
        return Jurisdiction.of(subject.policy().country())
                .map(Jurisdiction::code)
                .orElse("");
    }

    /** Paragraphs are parted by empty lines; within one, lines run on. */
    private static List<String> paragraphs(String words) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : words.split("\n\\s*\n", -1)) {
            String line = paragraph.strip().replaceAll("\\s*\n\\s*", " ");
            if (!line.isEmpty()) {
                paragraphs.add(line);
            }
        }
        return paragraphs;
    }

    // ---- particulars

    private Particulars particulars(LetterSubject subject, boolean isNotice) {
        DunningStep step = subject.step();
        boolean isToCustomer = isNotice || step.kind().reachesCustomer();
        int days = daysToPay(subject);
        String reference = choices.references.apply(subject);
        boolean hasCodes = isToCustomer && LetterModel.isPrinted(subject.channel());
        return new Particulars(
                creditor,
                isToCustomer ? contacts.apply(subject.customerId()) : insider(step),
                isToCustomer,
                subject.date().plusDays(days),
                days,
                reference,
                paymentLink(subject),
                amount -> hasCodes ? paymentCode(new LetterPayment(subject, amount, reference)) : "");
    }

    private Contact insider(DunningStep step) {
        if (step.kind() != StepKind.HAND_OVER) {
            return choices.colleagues;
        }
        return Optional.ofNullable(choices.successors)
                .map(found -> found.apply(step.successor()))
                .orElseThrow(() -> new IllegalArgumentException("nobody is known to take a file as "
                        + step.successor().code() + ": give them by withSuccessors"));
    }

    private int daysToPay(LetterSubject subject) {
        if (choices.daysToPay != null) {
            return choices.daysToPay;
        }
        return subject.step().kind() == StepKind.FORMAL_NOTICE
                ? Jurisdiction.of(subject.policy().country())
                        .map(Jurisdiction::daysToPay)
                        .orElse(Jurisdiction.EUROPEAN_UNION.daysToPay())
                : USUAL_DAYS_TO_PAY;
    }

    private String paymentLink(LetterSubject subject) {
        if (choices.paymentLinks == null || !subject.step().paymentLink()) {
            return "";
        }
        URI link = choices.paymentLinks.apply(subject);
        String scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
        String address = link.toASCIIString();
        if (!(scheme.equals("https") || scheme.equals("http")) || link.getHost() == null) {
            throw new IllegalArgumentException("payment link " + CleanText.of(address) + " of letter "
                    + subject.letterId() + " is no web address: use https");
        }
        if (address.length() > LONGEST_LINK) {
            throw new IllegalArgumentException("payment link of letter " + subject.letterId() + " has "
                    + address.length() + " characters: at most " + LONGEST_LINK + " are allowed");
        }
        return address;
    }

    /** A picture as an address that holds it; empty for none. */
    private String paymentCode(LetterPayment payment) {
        if (!payment.amount().isPositive()) {
            return "";
        }
        return choices.paymentCodes
                .apply(payment)
                .map(picture -> {
                    boolean isPng = picture.length <= LARGEST_CODE
                            && picture.length > PNG.length
                            && Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length);
                    if (!isPng) {
                        throw new IllegalArgumentException("payment code of letter "
                                + payment.letter().letterId() + " (" + picture.length
                                + " bytes) is no PNG picture of at most "
                                + LARGEST_CODE + " bytes: give one");
                    }
                    return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture);
                })
                .orElse("");
    }
}
