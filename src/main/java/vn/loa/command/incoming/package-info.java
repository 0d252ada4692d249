/**
 * Holds what channels hand in: commands, presses of buttons, acknowledgements, events of a chat, and the person behind
 * them. Nothing here decides.
 */
package vn.loa.command.incoming;
