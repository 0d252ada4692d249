/**
 * Holds what channels hand in: commands, presses of buttons, acknowledgements, events of a chat, and the person behind
 * them. Nothing here decides.
 */
@NullMarked
package vn.loa.command.incoming;

import org.jspecify.annotations.NullMarked;
