package vn.loa.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.CommandRouter;
import vn.loa.command.menu.MenuEntry;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.SettingStore;
import vn.loa.telegram.TelegramMenu.Audience;

/**
 * The menus of one Telegram bot: each audience sees the commands that it may use, in Vietnamese or in English. What
 * Telegram has not taken is offered again, after 5 s and then ever more rarely, down to once an hour: an operator who
 * never spoke to the bot has no chat with it yet. A thread of its own, so that nobody waits for it.
 */
final class TelegramMenuPublisher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TelegramMenuPublisher.class);
    private static final String ALL_LANGUAGES = "";
    private static final String ENGLISH = "en";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final List<MenuEntry> UNKNOWN = List.of(new MenuEntry("", ""));

    private static final SendResult TAKEN = new SendResult.Sent("");

    private record Place(Audience audience, String language) {}

    private final Bot bot;
    private final TelegramMenu menu;
    private final CommandRouter router;
    private final SettingStore settings;
    private final Map<Place, List<MenuEntry>> published = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "telegram-menus");
        daemon.setDaemon(true);
        return daemon;
    });
    private Duration pause = FIRST_PAUSE;
    private Future<?> next;

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
            return offerChanges(wanted);
        } catch (RuntimeException e) {
            log.warn("{}: menus could not be brought up to date", bot, e);
            return pause;
        }
    }

    private String kept() {
        return "menus:" + bot.key();
    }

    /** Marks the contents of these menus as unknown, so that each is offered anew or taken away. */
    private void recall(String places) {
        places.lines()
                .map(line -> line.split(" "))
                .filter(parts -> parts.length == 3)
                .forEach(parts -> {
                    Audience audience = parts[1].equals("-")
                            ? new Audience.Person(parts[0])
                            : new Audience.Member(parts[0], parts[1]);
                    published.put(new Place(audience, parts[2].equals("-") ? ALL_LANGUAGES : parts[2]), UNKNOWN);
                });
    }

    private void keep(Set<Place> narrow) {
        StringBuilder places = new StringBuilder();
        for (Place place : narrow) {
            String language = place.language().isEmpty() ? "-" : place.language();
            if (place.audience() instanceof Audience.Person person) {
                places.append(person.chatId()).append(" - ").append(language).append('\n');
            } else if (place.audience() instanceof Audience.Member member) {
                places.append(member.chatId())
                        .append(' ')
                        .append(member.userId())
                        .append(' ');
                places.append(language).append('\n');
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
                .filter(place -> !Objects.equals(wanted.get(place), published.get(place)))
                .toList();
    }

    private SendResult offer(Place place, List<MenuEntry> entries) {
        SendResult result = entries.isEmpty()
                ? menu.withdraw(place.audience(), place.language())
                : menu.publish(place.audience(), place.language(), entries);
        boolean gone = entries.isEmpty() && result instanceof SendResult.ChatGone;
        if (gone || (entries.isEmpty() && result instanceof SendResult.Sent)) {
            published.remove(place);
        } else if (result instanceof SendResult.Sent) {
            published.put(place, entries);
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
            published.put(place, entries);
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
        router.inGroups(bot)
                .forEach((group, people) -> people.forEach((person, role) -> wantInGroup(wanted, group, person, role)));
        return wanted;
    }

    private void want(Map<Place, List<MenuEntry>> wanted, Audience audience, Role role) {
        boolean alone = audience instanceof Audience.Alone || audience instanceof Audience.Person;
        for (String language : List.of(ALL_LANGUAGES, ENGLISH)) {
            boolean english = language.equals(ENGLISH);
            wanted.put(
                    new Place(audience, language),
                    alone ? router.menu(role, english) : router.groupMenu(role, english));
        }
    }

    /** An anonymous administrator has no number, and so no menu. */
    private void wantInGroup(Map<Place, List<MenuEntry>> wanted, ChatAddress group, PersonId person, Role role) {
        if (person.platform() == bot.platform() && person.userId().matches("[1-9]\\d{0,15}")) {
            want(wanted, new Audience.Member(group.chatId(), person.userId()), role);
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
