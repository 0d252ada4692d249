/**
 * Stores of chats and of those who speak there: people's roles, units, subscriptions, speaking times, languages,
 * invitations, tokens, the audit. The topmost room of the stores: it may know the ledger.
 */
@NullMarked
package vn.loa.store.chat;

import org.jspecify.annotations.NullMarked;
