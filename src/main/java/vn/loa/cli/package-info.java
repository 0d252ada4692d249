/**
 * The command line: {@link vn.loa.cli.Loa} and its subcommands. The only room that may use picocli, write to the
 * standard output and end the process. What a subcommand does lives in the room of its subject.
 */
@NullMarked
package vn.loa.cli;

import org.jspecify.annotations.NullMarked;
