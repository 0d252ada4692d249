/**
 * Loa's memory: one concrete store per aggregate, the migrations, and {@link vn.loa.store.Dialect}, the one seam
 * between databases. The only room with SQL and Jdbi; it decides nothing that needs a portal or a platform.
 *
 * <p>What is sent is two aggregates. The ledger (tables {@code delivery} and {@code digest}) says who still has to hear of
 * what, and what became of it: {@link vn.loa.store.DeliveryStore}, with {@link vn.loa.store.DigestStore} for what waits for
 * a chat's calendar and {@link vn.loa.store.DeadLetterStore} for what is not tried again. The sent message (tables
 * {@code message} and {@code message_article}) says what stands in a chat: {@link vn.loa.store.MessageStore}. A delivery
 * points to the message by which it travelled.
 */
package vn.loa.store;
