/**
 * Trial readings of an address, for people who add a source or mend its rules: the same reading that the watch does,
 * with the evidence shown. It writes nothing to the database and sends nothing to anybody.
 */
@NullMarked
package vn.loa.probe;

import org.jspecify.annotations.NullMarked;
