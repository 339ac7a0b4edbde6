/**
 * Drafts: what came from a form or an API body, before anyone knows whether it is right.
 *
 * <p>Every component of a draft may be missing. Jakarta Validation shows all that is wrong with it at once, in English or
 * French; a draft without violations turns into a fact of {@link io.receivables.core}, and one with violations never does:
 *
 * <pre>{@code
 * DocumentDraft draft = json.read(body, DocumentDraft.class);
 * Set<ConstraintViolation<DocumentDraft>> violations = validator.validate(draft);
 * if (violations.isEmpty()) {
 *     facts.add(draft.toDocument());
 * }
 * }</pre>
 *
 * <p>The messages are in {@code ContributorValidationMessages}, so that any Jakarta Validation provider that knows this
 * name (Hibernate Validator does) finds them; none of them needs an expression language.
 */
@NullMarked
package io.receivables.core.draft;

import org.jspecify.annotations.NullMarked;
