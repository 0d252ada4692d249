/**
 * "What does this person want?": the router, the roles, one class per command. A command takes an
 * {@link vn.loa.command.IncomingCommand} and gives a {@link vn.loa.command.Reply}; it reads and changes the stores and
 * knows no platform, no network and no message loop.
 */
package vn.loa.command;
