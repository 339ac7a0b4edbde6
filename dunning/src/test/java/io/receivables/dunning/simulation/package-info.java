/** Years of a company's dunning, simulated: what the engine does is checked against books that are kept by hand. */
@NullMarked
package io.receivables.dunning.simulation;

import org.jspecify.annotations.NullMarked;
