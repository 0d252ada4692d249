package vn.loa.command;

import java.util.List;
import java.util.Set;
import vn.loa.model.Chat;

/**
 * The chats that somebody looks after.
 *
 * @param all whether these are all chats there are
 * @param units the units that somebody looks after, and those within them
 * @param chats our numbers of them, when they are not
 */
public record ManagedChats(boolean all, Set<Long> units, Set<Long> chats) {
    static final ManagedChats ALL = new ManagedChats(true, Set.of(), Set.of());
    static final ManagedChats NONE = new ManagedChats(false, Set.of(), Set.of());

    public ManagedChats {
        units = Set.copyOf(units);
        chats = Set.copyOf(chats);
    }

    public boolean covers(Chat chat) {
        return all || chats.contains(chat.id());
    }

    /** Those of these chats that it covers. */
    public List<Chat> of(List<Chat> some) {
        return some.stream().filter(this::covers).toList();
    }
}
