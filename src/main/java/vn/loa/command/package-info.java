/**
 * Contains the kernel of the commands: the router, the roles, admission, menus and the rate limit. A command takes an
 * {@link vn.loa.command.IncomingCommand} and gives a {@link vn.loa.command.Reply}; it reads and changes the stores it
 * is handed and knows no platform, no network and no message loop. The commands themselves live in the rooms within, by
 * subject, and none of them may be known here.
 */
package vn.loa.command;
