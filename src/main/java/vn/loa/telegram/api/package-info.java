/**
 * Calls of the Telegram Bot API over HTTP: the client, its time limits, proxies, and what answers and failures mean.
 * Nothing here knows chats, commands or deliveries.
 */
@NullMarked
package vn.loa.telegram.api;

import org.jspecify.annotations.NullMarked;
