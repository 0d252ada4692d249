/**
 * A chat in the terminal: what Loa speaks through when no bot token is set, and the face of the demonstration. The only
 * room that writes to standard output and reads standard input; it knows no other channel.
 */
@NullMarked
package vn.loa.console;

import org.jspecify.annotations.NullMarked;
