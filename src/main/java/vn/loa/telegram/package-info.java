/**
 * The Telegram channel: updates in, messages out, errors understood, HTML made safe. The only room that knows
 * {@code org.telegram} and the Bot API's words; what a command means, when a message may be sent and what is written to
 * the database is decided elsewhere.
 *
 * <p>{@link vn.loa.telegram.TelegramChannel} is one bot: its messenger, its poller, its menu;
 * {@link vn.loa.telegram.TelegramBots} makes it for the program. TelegramBots
 * makes the requests and runs the long poll; the answers are read here, from their JSON, and only as far as Loa needs
 * them, because the library refuses a whole answer for one field it does not expect, and a message that arrived must
 * not count as lost for that.
 */
@NullMarked
package vn.loa.telegram;

import org.jspecify.annotations.NullMarked;
