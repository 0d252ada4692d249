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
record Reach(boolean all, Set<Long> units, Set<Long> chats) {
    static final Reach ALL = new Reach(true, Set.of(), Set.of());
    static final Reach NONE = new Reach(false, Set.of(), Set.of());

    Reach {
        units = Set.copyOf(units);
        chats = Set.copyOf(chats);
    }

    boolean covers(Chat chat) {
        return all || chats.contains(chat.id());
    }

    /** Those of these chats that it covers. */
    List<Chat> of(List<Chat> some) {
        return some.stream().filter(this::covers).toList();
    }
}
