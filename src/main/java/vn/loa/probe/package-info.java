/**
 * What Loa makes of an address, for whoever adds a source or mends its rules: the same reading that the watch does, with
 * the evidence shown. It writes nothing to the database and sends nothing to anybody.
 */
package vn.loa.probe;
