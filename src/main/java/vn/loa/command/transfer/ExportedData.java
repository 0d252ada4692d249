package vn.loa.command.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.model.Chat;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;

/** Collects what can be exported, for the chat and for the shell. */
public final class ExportedData {
    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final SourceStore sources;

    /** Collects from these stores. */
    public ExportedData(ChatStore chats, SubscriptionStore subscriptions, SourceStore sources) {
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.sources = sources;
    }

    /** Returns each subscription with its chat. */
    public List<Map.Entry<Chat, Subscription>> subscriptions() {
        List<Map.Entry<Chat, Subscription>> lines = new ArrayList<>();
        chats.all().forEach(chat -> subscriptions.of(chat.id()).forEach(each -> lines.add(Map.entry(chat, each))));
        return lines;
    }

    /** Returns the sources that are watched. */
    public List<Source> sources() {
        return sources.active();
    }

    /** Returns subscriptions as a CSV table, UTF-8 with its mark. */
    public static byte[] table(List<Map.Entry<Chat, Subscription>> lines) {
        return SubscriptionTable.csv(lines);
    }

    /** Returns sources as OPML 2.0. */
    public static byte[] outline(List<Source> sources) {
        return SourceOutline.write("Loa", sources);
    }
}
