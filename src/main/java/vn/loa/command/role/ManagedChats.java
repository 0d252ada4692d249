package vn.loa.command.role;

import java.util.List;
import java.util.Set;
import vn.loa.model.Chat;

/**
 * Tells which chats a person manages: all, or those of some units and some single ones.
 *
 * @param all whether the person manages every chat
 * @param units the managed units, and those within them
 * @param chats Loa's numbers of the managed chats, when not all
 */
public record ManagedChats(boolean all, Set<Long> units, Set<Long> chats) {
    static final ManagedChats ALL = new ManagedChats(true, Set.of(), Set.of());
    public static final ManagedChats NONE = new ManagedChats(false, Set.of(), Set.of());

    public ManagedChats {
        units = Set.copyOf(units);
        chats = Set.copyOf(chats);
    }

    public boolean covers(Chat chat) {
        return all || chats.contains(chat.id());
    }

    /** Returns those of the given chats that the person manages. */
    public List<Chat> of(List<Chat> some) {
        return some.stream().filter(this::covers).toList();
    }
}
