/**
 * Commands that report: acknowledgements, state of the program, journal, dead letters. Reads, and changes nothing but
 * what an operator asks of a dead letter.
 */
package vn.loa.command.report;
