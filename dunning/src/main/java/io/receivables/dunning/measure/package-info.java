/**
 * Measuring what dunning brings.
 *
 * <ul>
 *   <li>{@link io.receivables.dunning.measure.Effectiveness}: what came of the letters that were sent.
 *   <li>{@link io.receivables.dunning.measure.PromiseReliability}: which promises were kept.
 *   <li>{@link io.receivables.dunning.measure.BackTest}: what two policies would have done over the same past.
 *   <li>{@link io.receivables.dunning.measure.Assignment}: which customer is in which variant of an experiment.
 * </ul>
 */
@NullMarked
package io.receivables.dunning.measure;

import org.jspecify.annotations.NullMarked;
