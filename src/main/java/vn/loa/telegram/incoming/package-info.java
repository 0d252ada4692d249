/**
 * Reads what comes in from Telegram: an update from its JSON into {@link vn.loa.command.incoming.IncomingCommand}
 * and its kin, who administers a group, how a message is seen by its asker alone. Nothing is sent from here but
 * such questions to the Bot API.
 */
@NullMarked
package vn.loa.telegram.incoming;

import org.jspecify.annotations.NullMarked;
