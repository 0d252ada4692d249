/**
 * Commands that report: acknowledgements, state of the program, journal, dead letters. Reads, and changes nothing but
 * what an operator asks of a dead letter.
 */
@NullMarked
package vn.loa.command.report;

import org.jspecify.annotations.NullMarked;
