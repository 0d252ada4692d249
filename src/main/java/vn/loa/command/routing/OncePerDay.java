package vn.loa.command.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.loa.model.ChatAddress;

/** Lets something be said once a day in each chat; a restart forgets what was said. */
final class OncePerDay {
    /** The most chats that are remembered; the oldest are forgotten first. */
    private static final int MOST = 10_000;

    private final ZoneId zone;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<ChatAddress, LocalDate> said = new LinkedHashMap<>();

    OncePerDay(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns true for the first time of a day in the chat. */
    synchronized boolean first(ChatAddress chat) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate before = said.remove(chat);
        said.put(chat, today);
        if (said.size() > MOST) {
            said.remove(said.keySet().iterator().next());
        }
        return !today.equals(before);
    }
}
