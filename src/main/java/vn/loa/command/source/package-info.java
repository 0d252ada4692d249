/**
 * Commands about the watched sources: add, remove, pause, check, and try an address. Talks to the watch room only
 * through {@link vn.loa.command.SourceOperations}.
 */
@NullMarked
package vn.loa.command.source;

import org.jspecify.annotations.NullMarked;
