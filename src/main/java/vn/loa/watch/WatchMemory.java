package vn.loa.watch;

import vn.loa.store.SettingStore;
import vn.loa.store.article.ListItemStore;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.store.document.AttachmentStore;

/**
 * Stores of the state that the watch keeps between two checks.
 *
 * @param watched when each source is checked next, which is being read, and its alarms
 * @param listItems the items that the lists have shown
 * @param settings whether the clocks of portals and of this machine differ, and in which way each list was read
 * @param attachments the documents of articles, still to be read or read
 */
public record WatchMemory(
        SourceWatchStore watched, ListItemStore listItems, SettingStore settings, AttachmentStore attachments) {}
