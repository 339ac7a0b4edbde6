package io.receivables.examples.sample;

import io.receivables.core.Money;
import java.time.LocalDate;

/** A delivery to be invoiced: to whom, when, and for how much before tax. */
record Sale(Buyer buyer, LocalDate date, Money net) {}
