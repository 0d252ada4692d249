/**
 * One running bot: its receiver of updates, its dispatch job and the heartbeats by which its health is judged.
 * Nothing here may know a particular platform; channels fulfil {@link vn.loa.bot.UpdateReceiver}.
 */
@NullMarked
package vn.loa.bot;

import org.jspecify.annotations.NullMarked;
