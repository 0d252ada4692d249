package vn.loa.command.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.model.Chat;
import vn.loa.model.Platform;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.failover.UnitFailover;
import vn.loa.store.failover.UnitFailoverStore;
import vn.loa.text.Folding;

/** Runs {@code /donvi giaokenh}: has a unit hear each announcement once, on the first of its channels that works. */
final class FailoverSetting {
    private static final int LONGEST = 200;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Set<String> OFF = Set.of("tat", "off", "thoi");
    private static final Set<String> COURTESY =
            Set.of("bat", "on", "truoc", "sau", "roi", "den", "toi", "qua", "kenh", "thu", "tu", "nhe", "a");
    private static final Set<String> MINUTES = Set.of("phut", "p", "min", "minutes");
    private static final Set<String> HOURS = Set.of("gio", "h", "tieng", "hours");

    private final UnitFailoverStore failovers;
    private final UnitNames names;
    private final Database database;
    private final AuditStore audit;
    private final InstantSource clock;

    FailoverSetting(CommandContext context, UnitFailoverStore failovers, UnitNames names) {
        this.failovers = failovers;
        this.names = names;
        this.database = context.database();
        this.audit = context.audit();
        this.clock = context.clock();
    }

    /**
     * Holds the words after the verb.
     *
     * @param unit what names the unit
     */
    private record Wish(String unit, boolean off, List<Platform> order, Duration after) {}

    /** Handles the words after the verb. */
    Reply run(Request request, String words) {
        Optional<Wish> read = words.length() > LONGEST ? Optional.empty() : wish(words);
        if (read.isEmpty()) {
            return request.plain("failover.usage");
        }
        UnitNames.Found found = names.one(read.get().unit(), request.phrases());
        return found.unit().map(unit -> set(request, unit, read.get())).orElseGet(() -> Reply.plain(found.problem()));
    }

    private Reply set(Request request, Unit unit, Wish wish) {
        if (wish.off()) {
            return off(request, unit);
        }
        if (wish.after().compareTo(SHORTEST_WAIT) < 0 || wish.after().compareTo(LONGEST_WAIT) > 0) {
            return request.plain("failover.wait");
        }
        database.transaction(() -> {
            failovers.set(unit.id(), wish.order(), wish.after(), clock.instant());
            failovers.adopt();
            audit.add(request.person().key(), "unit-failover", unit.id() + " " + wish.after(), clock.instant());
        });
        return Reply.plain(request.say("failover.on", names.full(unit, request.phrases())) + "\n"
                + told(unit.id(), request.phrases()).orElse(""));
    }

    private Reply off(Request request, Unit unit) {
        boolean was = database.transaction(() -> {
            audit.add(request.person().key(), "unit-failover-end", "" + unit.id(), clock.instant());
            return failovers.remove(unit.id());
        });
        return request.plain(was ? "failover.off" : "failover.off.already", names.full(unit, request.phrases()));
    }

    /** Returns how a unit hears, in words; empty when each of its chats hears by itself. */
    Optional<String> told(long unitId, Phrases phrases) {
        return failovers.of(unitId).map(unit -> {
            List<Chat> chats = failovers.chats(unit);
            return chats.size() < 2
                    ? phrases.say("failover.alone", chats.size())
                    : phrases.say(
                            "failover.order",
                            order(chats, phrases),
                            unit.after().toMinutes());
        });
    }

    private static String order(List<Chat> chats, Phrases phrases) {
        List<String> lines = new ArrayList<>();
        for (Chat chat : chats) {
            String channel = "channel." + chat.address().bot().platform().name();
            lines.add((lines.size() + 1) + ". " + ChatAdmission.title(chat, phrases) + " – " + phrases.say(channel));
        }
        return String.join("\n", lines);
    }

    /** Reads the wishes from the end, so that whatever stands before them names the unit. */
    private static Optional<Wish> wish(String words) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(words.strip().split("[\\s,;>]+")));
        Deque<Platform> order = new ArrayDeque<>();
        Duration after = UnitFailover.USUAL_WAIT;
        boolean off = false;
        while (!left.isEmpty() && isWish(left)) {
            String word = Folding.fold(left.removeLast());
            Optional<Duration> unit = unit(word);
            if (unit.isPresent()) {
                after = unit.get().multipliedBy(Long.parseLong(left.removeLast()));
            }
            Platform.of(word).ifPresent(order::addFirst);
            off |= OFF.contains(word);
        }
        String unit = String.join(" ", left);
        return unit.isEmpty() ? Optional.empty() : Optional.of(new Wish(unit, off, List.copyOf(order), after));
    }

    private static boolean isWish(Deque<String> left) {
        String word = Folding.fold(left.getLast());
        return OFF.contains(word)
                || COURTESY.contains(word)
                || Platform.of(word)
                        .filter(platform -> platform != Platform.CONSOLE)
                        .isPresent()
                || unit(word).isPresent() && isNumber(left);
    }

    private static boolean isNumber(Deque<String> left) {
        List<String> words = List.copyOf(left);
        return words.size() > 1 && words.get(words.size() - 2).matches("\\d{1,4}");
    }

    private static Optional<Duration> unit(String word) {
        if (MINUTES.contains(word)) {
            return Optional.of(Duration.ofMinutes(1));
        }
        return HOURS.contains(word) ? Optional.of(Duration.ofHours(1)) : Optional.empty();
    }
}
