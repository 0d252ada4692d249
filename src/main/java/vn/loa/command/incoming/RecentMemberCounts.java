package vn.loa.command.incoming;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import vn.loa.model.ChatAddress;

/**
 * Remembers how many people are in groups that wish to be let in, as the platform told just now; each is asked about
 * once. Only the latest are remembered, in memory alone: a card without a number is as good.
 */
public final class RecentMemberCounts {
    private static final int MOST = 1_000;

    private final Map<ChatAddress, OptionalInt> told = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ChatAddress, OptionalInt> eldest) {
            return size() > MOST;
        }
    });

    /** Notes what the platform told of a group; empty when it did not tell. */
    public void note(ChatAddress group, OptionalInt members) {
        told.put(group.withoutTopic(), members);
    }

    /** Tells whether the platform was asked about a group. */
    public boolean knows(ChatAddress group) {
        return told.containsKey(group.withoutTopic());
    }

    /** Returns how many people are in a group, the bot among them; empty when nobody told. */
    public OptionalInt of(ChatAddress group) {
        return told.getOrDefault(group.withoutTopic(), OptionalInt.empty());
    }
}
