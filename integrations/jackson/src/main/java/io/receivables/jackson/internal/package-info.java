/**
 * The mapping between domain and JSON, written once: it reads from a {@link io.receivables.jackson.internal.JsonInput} and
 * writes to a {@link io.receivables.jackson.internal.JsonOutput}, which each line of Jackson implements.
 */
@NullMarked
package io.receivables.jackson.internal;

import org.jspecify.annotations.NullMarked;
