/**
 * The composition root: {@link vn.loa.app.App} makes every object of the program, starts and stops them in order. Here
 * live the settings read from the configuration, the reading of each channel's settings and the chores that keep the database small.
 * No rule of the trade may live here: what a command, a portal or a channel does stands in its own room.
 */
package vn.loa.app;
