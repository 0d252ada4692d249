/**
 * Leads what somebody said to the command that answers it: {@link vn.loa.command.routing.CommandRouter}, the
 * reading of plain sentences as commands, what is offered when nothing fits, and the limits of one person. What a
 * command does is not decided here.
 */
@NullMarked
package vn.loa.command.routing;

import org.jspecify.annotations.NullMarked;
