/**
 * The ledger: deliveries, the messages that told them, corrections, receipts, dead letters, messages to operators, and
 * what is asked of it for reports. It knows articles; chats as such are kept by {@link vn.loa.store.chat}.
 */
@NullMarked
package vn.loa.store.delivery;

import org.jspecify.annotations.NullMarked;
