/**
 * Letters: the words of every step in English and French, for every channel, made from facts.
 *
 * <pre>{@code
 * LetterWriter writer = LetterWriter.of(creditor, contacts::of)
 *         .withPaymentLinks(subject -> shop.linkFor(subject.letterId()))
 *         .withReferences(subject -> "RF18 5390 0754 7034");
 * LetterFacts facts = LetterFacts.of(log, cases, policies);
 * WrittenLetter mail = writer.write(letter, facts);
 * }</pre>
 *
 * {@link io.receivables.dunning.letters.Templates} holds the words and the layouts; whoever wants other ones replaces them
 * file by file. {@link io.receivables.dunning.letters.TemplateCheck} tells whether a policy finds all it needs there.
 */
@NullMarked
package io.receivables.dunning.letters;

import org.jspecify.annotations.NullMarked;
