package vn.loa.command;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.RecentMemberCounts;
import vn.loa.command.incoming.Sender;
import vn.loa.command.role.Roles;
import vn.loa.model.Access;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.chat.ApprovalStore;
import vn.loa.store.chat.ChatStore;

/**
 * Decides which new chats are admitted at once and which wait for an operator, and follows a bot's removal and return.
 */
public final class ChatAdmission {
    private final Database database;
    private final ChatStore chats;
    private final ChatDefaults defaults;
    private final Access access;
    private final Roles roles;
    private final Notices notices;
    private final Phrases phrases;
    private final InstantSource clock;
    private final ChannelNotices channels;
    private final ApprovalRequests requests;

    /**
     * Tells who is let in.
     *
     * @param requests keeps who asked
     */
    public record Rules(Access access, ApprovalStore requests) {}

    public ChatAdmission(
            Database database,
            ChatStore chats,
            ChatDefaults defaults,
            Rules rules,
            Roles roles,
            Notices notices,
            Phrases phrases,
            InstantSource clock) {
        this.database = database;
        this.chats = chats;
        this.defaults = defaults;
        this.access = rules.access();
        this.roles = roles;
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
        this.requests = new ApprovalRequests(rules.requests(), roles, notices, phrases, clock);
        this.channels = new ChannelNotices(roles, notices, phrases, clock);
    }

    /** Returns the chat with this address; empty when nobody has spoken to Loa there. */
    public Optional<Chat> known(ChatAddress address) {
        return chats.find(address);
    }

    /** Returns the id that a chat has now which its platform gave another one; empty for any other. */
    public Optional<String> movedTo(Bot bot, String chatId) {
        return chats.movedTo(bot, chatId);
    }

    /**
     * Returns where to note how many people are in a group that may wait for an operator; empty when the group waits for
     * nobody, or was asked about.
     */
    public Optional<RecentMemberCounts> wantsMembers(ChatAddress address, ChatKind kind) {
        boolean group = kind == ChatKind.GROUP || kind == ChatKind.SUPERGROUP;
        boolean waits = access == Access.APPROVAL
                && group
                && !requests.members().knows(address)
                && chats.at(address.bot(), address.chatId()).stream()
                        .allMatch(chat -> chat.state() == ChatState.PENDING || chat.state() == ChatState.CLOSED);
        return waits ? Optional.of(requests.members()) : Optional.empty();
    }

    /** Returns the chat of an incoming command. Admits a new one or keeps it waiting; nobody is asked yet. */
    public Chat meet(ChatAddress address, ChatKind kind, String title, Sender sender) {
        Chat chat = meet(address, kind, title, Optional.of(sender.person()), false);
        called(chat, sender);
        return chats.byId(chat.id()).orElseThrow();
    }

    /** Notes how the platform calls the sender, and after whom a group without a name is called. */
    private void called(Chat chat, Sender sender) {
        roles.seen(sender.person(), sender.name(), clock.instant());
        if (chat.title().isBlank() && chat.kind().shared() && !sender.name().isBlank()) {
            chats.nameUnnamed(chat.id(), phrases.say("chat.of-person", sender.name()));
        }
    }

    /** Asks the operators about a chat that waits, once. */
    public void askIfWaiting(long chatId, Optional<PersonId> by) {
        chats.byId(chatId)
                .filter(chat -> chat.state() == ChatState.PENDING && access == Access.APPROVAL)
                .ifPresent(chat -> requests.ask(chat, by));
    }

    /** As {@link #meet(ChatAddress, ChatKind, String, Sender)}; the platform may not say by whom. */
    private Chat meet(ChatAddress address, ChatKind kind, String title, Optional<PersonId> person, boolean asking) {
        return database.transaction(() -> {
            boolean known = chats.find(address).isPresent();
            List<Chat> group = chats.at(address.bot(), address.chatId());
            Chat chat = chats.meet(address, kind, title, stateOfNew(group, kind, person), clock.instant());
            if (!known) {
                defaults.inherit(chat, group);
                defaults.giveTimes(chat, person, clock.instant());
            }
            if (chat.state() == ChatState.CLOSED) {
                chats.reopen(chat.id(), clock.instant());
            }
            if (asking) {
                askIfWaiting(chat.id(), person);
            }
            return chats.byId(chat.id()).orElseThrow();
        });
    }

    /**
     * Registers a group that its platform lists although nobody has spoken there; it waits for admission, with the
     * times of new chats.
     */
    public void list(ChatAddress address, ChatKind kind, String title) {
        database.transaction(() -> {
            boolean known = chats.find(address).isPresent();
            Chat chat = chats.meet(address, kind, title, ChatState.PENDING, clock.instant());
            if (!known) {
                defaults.giveTimes(chat, Optional.empty(), clock.instant());
            }
        });
    }

    /**
     * Returns the state of a new chat. A forum topic shares the state of its group, about which operators were asked
     * once.
     */
    private ChatState stateOfNew(List<Chat> group, ChatKind kind, Optional<PersonId> person) {
        boolean operatorsOwn = person.filter(roles::isOperator).isPresent() && kind == ChatKind.PRIVATE;
        if (access == Access.OPEN || operatorsOwn || group.stream().anyMatch(Chat::active)) {
            return ChatState.ACTIVE;
        }
        boolean refused = group.stream().anyMatch(each -> each.state() == ChatState.REFUSED);
        return refused ? ChatState.REFUSED : ChatState.PENDING;
    }

    /** Admits a chat and, for a topic, everything known of its group. */
    public void letIn(Chat chat) {
        requests.decided(chat);
        chats.approve(chat.id());
        of(chat).stream()
                .filter(each -> each.state() == ChatState.PENDING || each.state() == ChatState.REFUSED)
                .forEach(each -> chats.approve(each.id()));
    }

    /** Declines a chat and, for a topic, everything known of its group. */
    public void turnAway(Chat chat, String reason) {
        requests.decided(chat);
        of(chat).forEach(each -> chats.refuse(each.id(), reason, clock.instant()));
    }

    /** Returns whether news may go to this chat. */
    public boolean mayHear(ChatAddress address) {
        return chats.find(address).filter(Chat::active).isPresent();
    }

    private List<Chat> of(Chat chat) {
        return chats.at(chat.address().bot(), chat.address().chatId());
    }

    /** Returns the groups that a bot may write to, outside their topics. */
    public List<Chat> groups(Bot bot) {
        return chats.inState(ChatState.ACTIVE).stream()
                .filter(chat ->
                        chat.address().bot().equals(bot) && !chat.address().inTopic())
                .filter(chat -> chat.kind() == ChatKind.GROUP || chat.kind() == ChatKind.SUPERGROUP)
                .toList();
    }

    /** Returns the chats that wait for admission, the oldest first; one entry for a group with topics. */
    public List<Chat> waiting() {
        Set<ChatAddress> groups = new HashSet<>();
        return chats.inState(ChatState.PENDING).stream()
                .filter(chat -> groups.add(chat.address().withoutTopic()))
                .toList();
    }

    /** Returns the card with which an operator decides about a chat. */
    public OutgoingMessage request(Chat chat, Phrases words) {
        return requests.card(chat, words);
    }

    public static String title(Chat chat, Phrases phrases) {
        return ChatTitle.of(chat, phrases);
    }

    /**
     * Applies a platform's event to its chat.
     *
     * @return the greeting, when the bot has just been added
     */
    public Reply on(ChatEvent event) {
        return switch (event.change()) {
            case JOINED, RETURNED -> joined(event);
            case LEFT -> {
                left(event);
                yield Reply.none();
            }
            case TOPIC_NAMED -> {
                if (!chats.topicName(event.chat()).equals(Optional.of(event.chatTitle()))) {
                    chats.nameTopic(event.chat(), event.chatTitle());
                }
                yield Reply.none();
            }
            case MOVED -> {
                chats.move(event.chat().bot(), event.chat().chatId(), event.newChatId(), clock.instant());
                yield Reply.none();
            }
        };
    }

    private Reply joined(ChatEvent event) {
        boolean known = chats.find(event.chat())
                .filter(chat -> chat.state() != ChatState.CLOSED)
                .isPresent();
        reopenAll(event);
        if (known && event.kind() != ChatKind.CHANNEL) {
            return Reply.none();
        }
        event.actor().ifPresent(person -> roles.seen(person, event.actorName(), clock.instant()));
        Chat chat = meet(event.chat(), event.kind(), event.chatTitle(), event.actor(), true);
        if (chat.kind() == ChatKind.CHANNEL) {
            event.actor().ifPresent(person -> channels.managedBy(chat, person));
            return Reply.none();
        }
        return event.change() == ChatEvent.Change.RETURNED || chat.state() == ChatState.REFUSED
                ? Reply.none()
                : Reply.plain(greeting(chat, phrases));
    }

    /** Tells a person in private what was asked elsewhere; returns false when the person has no such chat. */
    public boolean tellAlone(IncomingCommand asked, List<OutgoingMessage> messages) {
        Optional<Chat> own = chats.find(ChatAddress.of(
                        asked.chat().bot(), asked.sender().person().userId()))
                .filter(chat -> chat.kind() == ChatKind.PRIVATE && chat.active());
        own.ifPresent(chat -> messages.forEach(message -> notices.to(chat, "asked elsewhere", message)));
        return own.isPresent();
    }

    /** Tells those who manage a channel that a command was typed there, which nothing answers. */
    public void commandTyped(ChatAddress address, String title, Sender sender) {
        channels.commandTyped(meet(address, ChatKind.CHANNEL, title, sender));
    }

    /** Frees the chat and its topics, whether they were closed or only muted. */
    private void reopenAll(ChatEvent event) {
        chats.at(event.chat().bot(), event.chat().chatId()).forEach(chat -> chats.reopen(chat.id(), clock.instant()));
    }

    private void left(ChatEvent event) {
        chats.at(event.chat().bot(), event.chat().chatId())
                .forEach(chat -> chats.close(chat.id(), "the bot was removed or blocked", clock.instant()));
    }

    /** Returns the greeting with which Loa introduces itself in a chat. */
    public String greeting(Chat chat, Phrases words) {
        String hello = words.say(
                switch (chat.kind()) {
                    case PRIVATE -> "greeting.private";
                    case GROUP, SUPERGROUP -> "greeting.group";
                    case CHANNEL -> "greeting.channel";
                });
        String wait = words.say(access == Access.INVITE ? "greeting.uninvited" : "greeting.pending");
        return chat.active() ? hello : hello + "\n\n" + wait;
    }
}
