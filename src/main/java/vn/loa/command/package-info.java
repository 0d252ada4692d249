/**
 * Contains the kernel of the commands: the router, admission and the rate limit; roles, parts of menus and what channels
 * hand in have rooms of their own within. A command takes an {@link vn.loa.command.incoming.IncomingCommand} and gives a
 * {@link vn.loa.command.Reply}; it reads and changes the stores it is handed and knows no platform, no network and no
 * message loop. The commands themselves live in the rooms within, by subject, and none of them may be known here.
 */
@NullMarked
package vn.loa.command;

import org.jspecify.annotations.NullMarked;
