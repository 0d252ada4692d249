/**
 * The port that a channel fulfils: {@link vn.loa.delivery.channel.Messenger}, what it can show, and what became of a
 * message. Nothing here may know a particular platform or the database.
 */
@NullMarked
package vn.loa.delivery.channel;

import org.jspecify.annotations.NullMarked;
