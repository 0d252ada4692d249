/**
 * One running bot: its receiver of updates, its dispatch job and the heartbeats by which its health is judged.
 * Nothing here may know a particular platform; channels fulfil {@link vn.loa.bot.UpdateReceiver}.
 */
package vn.loa.bot;
