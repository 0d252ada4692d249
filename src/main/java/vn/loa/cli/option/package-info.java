/**
 * Options that several commands of the command line share, and the version they print. No command lives here.
 */
@NullMarked
package vn.loa.cli.option;

import org.jspecify.annotations.NullMarked;
