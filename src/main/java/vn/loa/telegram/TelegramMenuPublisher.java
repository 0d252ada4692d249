package vn.loa.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.menu.MenuEntry;
import vn.loa.command.routing.CommandRouter;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.SettingStore;
import vn.loa.telegram.TelegramMenu.Audience;

/**
 * The menus of one Telegram bot: each audience sees the commands that it may use, in Vietnamese or in English. A person
 * with more rights in a group gets a menu there after speaking there first; what Telegram has is not offered again. What
 * Telegram has not taken is offered again, after 5 s and then ever more rarely, down to once an hour: an operator who
 * never spoke to the bot has no chat with it yet. A thread of its own, so that nobody waits for it.
 */
final class TelegramMenuPublisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TelegramMenuPublisher.class);
    private static final String ALL_LANGUAGES = "";
    private static final String ENGLISH = "en";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final String UNKNOWN = "?";
    private static final int MOST_MET = 10_000;

    private static final SendResult TAKEN = new SendResult.Sent("");

    private record Place(Audience audience, String language) {}

    private final Bot bot;
    private final TelegramMenu menu;
    private final CommandRouter router;
    private final SettingStore settings;
    /** The menus that Telegram has, each by a mark of its entries. */
    private final Map<Place, String> published = new LinkedHashMap<>();
    /** The people who have spoken in each group; an entry for both. */
    private final Set<Audience.Member> met = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Audience.Member, Boolean> eldest) {
            return size() > MOST_MET;
        }
    });

    private boolean described;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "telegram-menus");
        daemon.setDaemon(true);
        return daemon;
    });
    private Duration pause = FIRST_PAUSE;
    private @Nullable Future<?> next;

    /**
     * The menus.
     *
     * @param settings keeps which people have a menu of their own, so that a right lost while Loa stood still takes it away
     */
    TelegramMenuPublisher(Bot bot, TelegramMenu menu, CommandRouter router, SettingStore settings) {
        this.bot = bot;
        this.settings = settings;
        this.menu = menu;
        this.router = router;
    }

    /** Has the menus brought up to date and returns at once; whoever lost a role gets the common menu back. */
    void refresh() {
        try {
            thread.execute(this::anew);
        } catch (RejectedExecutionException e) {
            log.debug("{}: menus are not published any more", bot);
        }
    }

    /** Has a person's menu in a group published, when the person speaks there first and has more rights than others. */
    void spoke(IncomingCommand command) {
        ChatAddress chat = command.chat();
        PersonId person = command.sender().person();
        boolean group = command.kind() == ChatKind.GROUP || command.kind() == ChatKind.SUPERGROUP;
        if (!group || !numbered(person)) {
            return;
        }
        Audience.Member member = new Audience.Member(chat.chatId(), person.userId());
        synchronized (met) {
            if (!met.add(member)) {
                return;
            }
        }
        try {
            thread.execute(() -> meet(member));
        } catch (RejectedExecutionException e) {
            log.debug("{}: menus are not published any more", bot);
        }
    }

    private void meet(Audience.Member member) {
        try {
            if (granted(member) != Role.MEMBER) {
                anew();
            }
        } catch (RuntimeException e) {
            log.warn("{}: a menu could not be brought up to date", bot, e);
        }
    }

    private Role granted(Audience.Member member) {
        return router.granted(new PersonId(bot.platform(), member.userId()), ChatAddress.of(bot, member.chatId()));
    }

    private void anew() {
        if (next != null) {
            next.cancel(false);
        }
        pause = FIRST_PAUSE;
        round();
    }

    private void round() {
        Duration wait = offered();
        if (!wait.isZero() && !thread.isShutdown()) {
            next = thread.schedule(this::round, wait.toMillis(), TimeUnit.MILLISECONDS);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        }
    }

    /** Offers what is new, and tells after which pause to offer the rest; zero when there is none. */
    private Duration offered() {
        try {
            if (published.isEmpty()) {
                settings.get(kept()).ifPresent(this::recall);
            }
            Map<Place, List<MenuEntry>> wanted = wanted();
            Set<Place> places = new LinkedHashSet<>(published.keySet());
            places.addAll(wanted.keySet());
            // Before they are published: Loa may be stopped right after.
            keep(places);
            Duration wait = offerChanges(wanted);
            keep(published.keySet());
            return wait.isZero() ? describe() : wait;
        } catch (RuntimeException e) {
            log.warn("{}: menus could not be brought up to date", bot, e);
            return pause;
        }
    }

    private String kept() {
        return "menus:" + bot.key();
    }

    /** Learns which menus an earlier program published, so that only what differs is offered or taken away. */
    private void recall(String places) {
        places.lines()
                .map(line -> line.split(" "))
                .filter(parts -> parts.length >= 3)
                .forEach(parts -> {
                    Audience audience = parts[1].equals("-")
                            ? new Audience.Person(parts[0])
                            : new Audience.Member(parts[0], parts[1]);
                    published.put(
                            new Place(audience, parts[2].equals("-") ? ALL_LANGUAGES : parts[2]),
                            parts.length > 3 ? parts[3] : UNKNOWN);
                    if (audience instanceof Audience.Member member) {
                        synchronized (met) {
                            met.add(member);
                        }
                    }
                });
    }

    private Duration describe() {
        for (String language : described ? List.<String>of() : List.of(ALL_LANGUAGES, ENGLISH)) {
            List<String> words = router.menus().descriptions(language.equals(ENGLISH));
            SendResult result = menu.describe(language, words.get(0), words.get(1));
            if (concernsAll(result)) {
                return pauseAfter(result);
            }
        }
        described = true;
        return Duration.ZERO;
    }

    private static String mark(List<MenuEntry> entries) {
        CRC32 mark = new CRC32();
        entries.forEach(entry ->
                mark.update((entry.name() + " " + entry.description() + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(mark.getValue());
    }

    private void keep(Set<Place> narrow) {
        StringBuilder places = new StringBuilder();
        for (Place place : narrow) {
            String language = place.language().isEmpty() ? "-" : place.language();
            if (place.audience() instanceof Audience.Person person) {
                places.append(person.chatId()).append(" - ").append(language);
                places.append(' ')
                        .append(published.getOrDefault(place, UNKNOWN))
                        .append('\n');
            } else if (place.audience() instanceof Audience.Member member) {
                places.append(member.chatId())
                        .append(' ')
                        .append(member.userId())
                        .append(' ');
                places.append(language)
                        .append(' ')
                        .append(published.getOrDefault(place, UNKNOWN))
                        .append('\n');
            }
        }
        if (!thread.isShutdown()) {
            settings.set(kept(), places.toString());
        }
    }

    private Duration offerChanges(Map<Place, List<MenuEntry>> wanted) {
        Duration wait = Duration.ZERO;
        for (Place place : changed(wanted)) {
            SendResult result = offer(place, wanted.getOrDefault(place, List.of()));
            if (!(result instanceof SendResult.Sent)) {
                wait = pauseAfter(result);
            }
            if (concernsAll(result)) {
                return wait;
            }
        }
        return wait;
    }

    private List<Place> changed(Map<Place, List<MenuEntry>> wanted) {
        Set<Place> places = new LinkedHashSet<>(wanted.keySet());
        places.addAll(published.keySet());
        return places.stream()
                .filter(place ->
                        !wanted.containsKey(place) || !mark(wanted.get(place)).equals(published.get(place)))
                .toList();
    }

    private SendResult offer(Place place, List<MenuEntry> entries) {
        SendResult result = entries.isEmpty()
                ? menu.withdraw(place.audience(), place.language())
                : menu.publish(place.audience(), place.language(), entries);
        boolean gone = entries.isEmpty()
                && (result instanceof SendResult.ChatGone || result instanceof SendResult.ChatNotFound);
        if (gone || (entries.isEmpty() && result instanceof SendResult.Sent)) {
            published.remove(place);
        } else if (result instanceof SendResult.Sent) {
            published.put(place, mark(entries));
        }
        if (result instanceof SendResult.Sent
                || !(place.audience() instanceof Audience.Member)
                || concernsAll(result)) {
            return gone ? TAKEN : result;
        }
        // Most operators are in few of the groups; who joins one later has the common menu until the next start.
        if (entries.isEmpty()) {
            published.remove(place);
        } else {
            published.put(place, mark(entries));
        }
        return TAKEN;
    }

    private Duration pauseAfter(SendResult result) {
        return result instanceof SendResult.RetryAfter later && later.duration().compareTo(pause) > 0
                ? later.duration()
                : pause;
    }

    /** A refusal of one menu says nothing about the others; anything else would meet them too. */
    private static boolean concernsAll(SendResult result) {
        return !(result instanceof SendResult.Sent
                || result instanceof SendResult.Rejected
                || result instanceof SendResult.ChatGone
                || result instanceof SendResult.ChatNotFound
                || result instanceof SendResult.PartRefused
                || result instanceof SendResult.WriteForbidden);
    }

    /** The widest audience first. Alone with the bot everybody administers. */
    private Map<Place, List<MenuEntry>> wanted() {
        Map<Place, List<MenuEntry>> wanted = new LinkedHashMap<>();
        want(wanted, new Audience.Everybody(), Role.MEMBER);
        want(wanted, new Audience.Alone(), Role.CHAT_ADMIN);
        want(wanted, new Audience.Administrators(), Role.CHAT_ADMIN);
        mine(router.roles().managers())
                .forEach(person -> want(wanted, new Audience.Person(person.userId()), Role.MANAGER));
        mine(router.roles().operators())
                .forEach(person -> want(wanted, new Audience.Person(person.userId()), Role.OPERATOR));
        List<Audience.Member> known;
        synchronized (met) {
            known = List.copyOf(met);
        }
        known.forEach(member -> wantInGroup(wanted, member));
        return wanted;
    }

    private void want(Map<Place, List<MenuEntry>> wanted, Audience audience, Role role) {
        boolean alone = audience instanceof Audience.Alone || audience instanceof Audience.Person;
        for (String language : List.of(ALL_LANGUAGES, ENGLISH)) {
            boolean english = language.equals(ENGLISH);
            wanted.put(
                    new Place(audience, language),
                    alone ? router.menus().alone(role, english) : router.menus().inGroups(role, english));
        }
    }

    /** An anonymous administrator has no number, and so no menu. */
    private boolean numbered(PersonId person) {
        return person.platform() == bot.platform() && person.userId().matches("[1-9]\\d{0,15}");
    }

    private void wantInGroup(Map<Place, List<MenuEntry>> wanted, Audience.Member member) {
        Role role = granted(member);
        if (role != Role.MEMBER) {
            want(wanted, member, role);
        }
    }

    private List<PersonId> mine(List<PersonId> people) {
        return people.stream()
                .filter(person -> person.platform() == bot.platform())
                .toList();
    }

    /** Publishes nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
