/**
 * Reminders of deadlines: decides which chat is reminded when and enters the reminders into the ledger, each once.
 */
@NullMarked
package vn.loa.delivery.reminder;

import org.jspecify.annotations.NullMarked;
