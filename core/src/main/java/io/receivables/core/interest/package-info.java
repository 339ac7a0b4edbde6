/**
 * What lateness costs, and the rates that it is counted with. {@link io.receivables.core.interest.SimpleAnnualRate} and
 * {@link io.receivables.core.interest.EffectiveAnnualRate} are different types, because the same number means two things:
 * 24% a year simple is 2% a month, and so is 26.82% effective.
 */
@NullMarked
package io.receivables.core.interest;

import org.jspecify.annotations.NullMarked;
