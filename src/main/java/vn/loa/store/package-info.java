/**
 * Loa's memory: the database, its migrations and backups, and {@link vn.loa.store.Dialect}, the one seam between kinds
 * of databases. With the rooms within it is the only place with SQL and Jdbi; it decides nothing that needs a portal or
 * a platform. The stores, one per aggregate, live in {@link vn.loa.store.article}, {@link vn.loa.store.delivery} and
 * {@link vn.loa.store.chat}.
 *
 * <p>What is sent is two aggregates. The ledger (tables {@code delivery} and {@code digest}) says who still has to hear
 * of what, and what became of it: {@link vn.loa.store.delivery.DeliveryStore}, with
 * {@link vn.loa.store.delivery.DigestStore} for what waits for a chat's calendar and
 * {@link vn.loa.store.delivery.DeadLetterStore} for what is not tried again. The sent message (tables {@code message}
 * and {@code message_article}) says what stands in a chat: {@link vn.loa.store.message.MessageStore}. A delivery points
 * to the message by which it travelled.
 */
@NullMarked
package vn.loa.store;

import org.jspecify.annotations.NullMarked;
