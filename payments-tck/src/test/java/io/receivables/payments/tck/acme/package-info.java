/** A provider over HTTP that is whole and right, its fake remote side, and its broken variants: the kit is proven on them. */
@NullMarked
package io.receivables.payments.tck.acme;

import org.jspecify.annotations.NullMarked;
