/**
 * Measures the delivery engine: the real stores, dispatcher and Telegram channel, in a database of its own, against a Bot
 * API on loopback in the same process that answers at once. What is measured is what runs in production; nothing here is
 * used by the bot. No config and no terminal may enter: {@code loa bench} says how much to measure and shows the figures.
 */
@NullMarked
package vn.loa.bench;

import org.jspecify.annotations.NullMarked;
