/**
 * The composition root: {@link vn.loa.app.App} makes every object of the program, starts and stops them in order. Here
 * live the settings read from the configuration, the one list of {@link vn.loa.app.Commands}, the
 * {@link vn.loa.app.Storage} of which everything else is handed the few stores that it uses,
 * {@link vn.loa.app.Channels}, the reading of each channel's settings, and the chores that keep the database small. No rule
 * of the trade may live here: what a command, a portal or a channel does stands in its own room.
 *
 * <p>These are the threads of the program, by the beginnings of their names; those of timetables, answers and updates are
 * made when there is work for them, and end five to thirty seconds after it:
 *
 * <ul>
 *   <li>{@code loa}: does what the timetable says, except checks; stopped by {@code Timetable.close}
 *   <li>{@code check}: checks sources; stopped by {@code Timetable.close}
 *   <li>{@code shared}: does what the timetable of several nodes says; stopped by {@code ClusteredTimetable.close}
 *   <li>{@code asked} and {@code mend}: check sources for people who wait, and those that fell out of that timetable;
 *       stopped by {@code ClusteredTimetable.close}
 *   <li>{@code portals}: reads the rules of portal systems beside the start; ends with that
 *   <li>{@code owner} and {@code wake}: keep the bots of this one of several nodes, and hear what the others say; stopped
 *       by {@code BotOwnerships.close}
 *   <li>{@code document}: hears what the process that reads a document says; ends with that process
 *   <li>{@code loa-read:} and {@code loa-write:}: HikariCP's, keep connections to the database; stopped by
 *       {@code Database.close}
 *   <li>{@code clock}: notices a system clock that was put back; stopped by {@code Timetable.close}
 *   <li>{@code trial}: looks at addresses that people name; stopped by {@code SourceControl.close}
 *   <li>{@code send BOT}: sends what waits for chats; stopped by {@code Dispatcher.stop}
 *   <li>{@code answer BOT}: sends answers, corrections and counts; stopped by {@code BotConnection.close}
 *   <li>{@code telegram-updates}: polls Telegram; stopped by {@code TelegramUpdates.close}
 *   <li>{@code telegram-menus}: publishes the lists of commands; stopped by {@code TelegramMenuPublisher.close}
 *   <li>{@code telegram-members}: asks how many people are in groups; stopped by {@code MemberCounts.close}
 *   <li>{@code updates BOT}: handles what a bot hears; stopped by {@code UpdateProcessor.close}
 *   <li>{@code presses}: tells Telegram again that a press was seen; stopped by {@code PressAcknowledger.close}
 *   <li>{@code zalo-updates NAME}: polls a Zalo bot; stopped by {@code ZaloUpdates.close}
 *   <li>{@code oa-names}: asks how somebody is called who wrote to the Official Account; stopped by
 *       {@code OaReceiver.close}
 *   <li>{@code oa-groups}: lists the groups of the Official Account; stopped by {@code OaReceiver.close}
 *   <li>{@code console}: reads the terminal; ends with its input or the program
 *   <li>{@code web} and {@code web-alarm}: answer HTTP requests, and end those that take too long; stopped by
 *       {@code WebServer.close}
 *   <li>{@code end of BOT}, {@code end of bots}, {@code lost BOT} and {@code start of BOT}: wait for bots that end, of which
 *       this node has lost one, or that begin; end with that
 *   <li>{@code end of the timetables} and {@code end}: wait at a stop for timed work that runs; end with that
 *   <li>{@code consent}: asks Zalo whose account a consent is; ends with the answer
 *   <li>{@code stop}: waits at a signal until the program has stopped; ends with it
 * </ul>
 */
@NullMarked
package vn.loa.app;

import org.jspecify.annotations.NullMarked;
