package vn.loa.delivery.connection;

import java.time.Instant;
import java.time.InstantSource;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.ChatStore;

/** Tells a group once, in its general topic, that the forum topic it had chosen is closed or gone. */
public final class LostTopics {
    private final Database database;
    private final ChatStore chats;
    private final SettingStore settings;
    private final NoticeQueue notices;
    private final Phrases phrases;
    private final InstantSource clock;

    /**
     * Makes what tells of lost topics.
     *
     * @param settings remembers who was told
     */
    public LostTopics(
            Database database,
            ChatStore chats,
            SettingStore settings,
            NoticeQueue notices,
            Phrases phrases,
            InstantSource clock) {
        this.database = database;
        this.chats = chats;
        this.settings = settings;
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** The platform refused this topic. */
    void tell(ChatAddress topic) {
        chats.find(topic).ifPresent(this::tellOnce);
    }

    private void tellOnce(Chat chat) {
        String told = "topic-lost " + chat.id();
        database.transaction(() -> {
            if (settings.get(told).isEmpty()) {
                Instant now = clock.instant();
                settings.set(told, now.toString());
                OutgoingMessage message = OutgoingMessage.plain(phrases.say("topic.lost"));
                notices.add("topic-lost", message, chat, Priority.NOTICE, now);
            }
        });
    }
}
