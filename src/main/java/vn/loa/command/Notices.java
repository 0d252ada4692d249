package vn.loa.command;

import java.time.InstantSource;
import java.util.List;
import vn.loa.command.role.Roles;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.store.Database;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.NoticeStore;

/** Sends Loa's own messages through the ledger, so that they survive a restart like any announcement. */
public final class Notices {
    /** The number of latest messages that are news to an operator who comes; older ones are not. */
    private static final int MOST_UNHEARD = 10;

    private final Database database;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final OperatorStore operatorStore;
    private final Roles roles;
    private final InstantSource clock;

    public Notices(
            Database database,
            NoticeStore notices,
            DeliveryStore deliveries,
            OperatorStore operatorStore,
            Roles roles,
            InstantSource clock) {
        this.database = database;
        this.notices = notices;
        this.deliveries = deliveries;
        this.operatorStore = operatorStore;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Tells every operator whose private chat is known, or the first who comes; joins the caller's transaction.
     */
    public void toOperators(String topic, OutgoingMessage message) {
        List<Chat> chats = operatorStore.privateChats(roles.operators());
        if (chats.isEmpty()) {
            database.transaction(() -> notices.unheard(notices.add(topic, message, clock.instant())));
        }
        to(chats, topic, message);
    }

    /**
     * Tells every operator whom another bot reaches than one that is out of order; if none does, the message waits for
     * that bot.
     */
    public void toOperatorsPast(Bot refused, String topic, OutgoingMessage message) {
        List<Chat> usual = past(refused, roles.operators());
        List<Chat> reached = usual.isEmpty() ? past(refused, roles.operatorIdentities()) : usual;
        if (reached.isEmpty()) {
            toOperators(topic, message);
        } else {
            to(reached, topic, message);
        }
    }

    private List<Chat> past(Bot refused, List<PersonId> people) {
        return operatorStore.privateChats(people).stream()
                .filter(chat -> !chat.address().bot().equals(refused))
                .toList();
    }

    /** Tells operators the last messages that were for them while none could be reached; does nothing until one can. */
    public void tellUnheard() {
        List<Long> chats = operatorStore.privateChats(roles.operators()).stream()
                .map(Chat::id)
                .toList();
        if (!chats.isEmpty()) {
            database.transaction(() -> notices.takeUnheard(MOST_UNHEARD)
                    .forEach(notice -> deliveries.enqueueNotice(notice, chats, Priority.NOTICE, clock.instant())));
        }
    }

    /** Tells those of these people whose private chat is known; returns whether anybody could be told. */
    public boolean toPeople(List<PersonId> people, String topic, OutgoingMessage message) {
        List<Chat> chats = operatorStore.privateChats(people);
        to(chats, topic, message);
        return !chats.isEmpty();
    }

    /** Sends a message to one chat; that for a channel goes to those who manage it, for only news is posted there. */
    public void to(Chat chat, String topic, OutgoingMessage message) {
        if (chat.kind() == ChatKind.CHANNEL) {
            toPeople(roles.adminsOf(chat), topic, message);
        } else {
            to(List.of(chat), topic, message);
        }
    }

    private void to(List<Chat> chats, String topic, OutgoingMessage message) {
        if (chats.isEmpty()) {
            return;
        }
        database.transaction(() -> {
            long notice = notices.add(topic, message, clock.instant());
            List<Long> ids = chats.stream().map(Chat::id).toList();
            deliveries.enqueueNotice(notice, ids, Priority.NOTICE, clock.instant());
        });
    }
}
