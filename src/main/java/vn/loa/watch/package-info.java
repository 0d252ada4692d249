/**
 * "What is new?": a source is checked, its list read, unknown articles fetched, summarised and entered into the archive
 * together with their deliveries; edits are noticed; trouble is remembered and told. How a page is read, how a message
 * is sent and when checks take place is not known here.
 */
@NullMarked
package vn.loa.watch;

import org.jspecify.annotations.NullMarked;
