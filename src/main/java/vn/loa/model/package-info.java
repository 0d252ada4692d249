/**
 * The vocabulary of Loa: the records every other package uses. Only {@code java.*} may enter, no behaviour that
 * needs a clock, a network, a database or a channel; what a record can decide from its own fields may live here.
 */
package vn.loa.model;
