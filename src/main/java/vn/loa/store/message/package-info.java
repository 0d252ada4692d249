/**
 * The sent message, tables {@code message} and {@code message_article}: what stands in a chat, the corrections it
 * is owed, and notices written by hand with their amendments. Whether something is still to be told is the
 * ledger's, {@link vn.loa.store.delivery}.
 */
@NullMarked
package vn.loa.store.message;

import org.jspecify.annotations.NullMarked;
