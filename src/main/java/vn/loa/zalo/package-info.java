/**
 * The Zalo Bot channel: updates in by polling or webhook, messages out as plain text, refusals understood by their body.
 * {@link vn.loa.zalo.ZaloBots} makes bots for the program.
 * All that is Zalo's wire format stays in here. Zalo has no buttons, no edits, no titles and no roles; whoever needs
 * something in their place asks what a channel declares, not whether it is Zalo. Neither Telegram nor the terminal may
 * enter, nor anything that knows what a command does.
 */
@NullMarked
package vn.loa.zalo;

import org.jspecify.annotations.NullMarked;
