/**
 * The vocabulary of Loa: the records every other package uses. Only {@code java.*} may enter, no behaviour that
 * needs a clock, a network, a database or a channel; what a record can decide from its own fields may live here.
 */
@NullMarked
package vn.loa.model;

import org.jspecify.annotations.NullMarked;
