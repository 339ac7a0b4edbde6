/** Tests of the examples, and of what concerns all modules: architecture, packaging, documents. */
@NullMarked
package io.receivables.examples;

import org.jspecify.annotations.NullMarked;
