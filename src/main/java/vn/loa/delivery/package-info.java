/**
 * "Who still has to hear it?": the dispatcher that works off the ledger, pacing, retries, how an announcement is
 * worded, and {@link vn.loa.delivery.channel.Messenger}, the port that channels fulfil. No platform's codes or markup, no SQL.
 */
@NullMarked
package vn.loa.delivery;

import org.jspecify.annotations.NullMarked;
