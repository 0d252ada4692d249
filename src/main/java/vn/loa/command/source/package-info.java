/**
 * Commands about the watched sources: add, remove, pause, check, and try an address. Talks to the watch room only
 * through {@link vn.loa.command.SourceOperations}.
 */
package vn.loa.command.source;
