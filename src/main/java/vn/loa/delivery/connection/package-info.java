/**
 * The way from a message to one bot's channel: {@link vn.loa.delivery.connection.BotConnection} with its pace,
 * its state after refusals, the queue of answers, and what a result of sending means for the chat. Which delivery
 * comes next is decided one room up.
 */
@NullMarked
package vn.loa.delivery.connection;

import org.jspecify.annotations.NullMarked;
