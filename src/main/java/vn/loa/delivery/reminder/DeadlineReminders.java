package vn.loa.delivery.reminder;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;
import vn.loa.store.message.NoticeStore;

/**
 * Reminds chats of the deadlines in what they were told, unless they have said that it is done. All that comes up for a
 * chat at one time is one message. That a chat is reminded is written down with the delivery, in one transaction: a
 * restart or a clock that is put back repeats none.
 */
public final class DeadlineReminders {
    private static final int MOST_ITEMS = 8;
    private static final int LONGEST_TITLE = 120;

    private final Database database;
    private final ReminderStore reminders;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final Words words;
    private final ReminderTimes times;
    private final Sparing sparing;
    private final InstantSource clock;

    /**
     * Holds how reminders are worded.
     *
     * @param zone where deadlines are told
     * @param doneButton makes the data of the button that says a deadline's task is done for a day
     */
    public record Words(Phrases phrases, ZoneId zone, BiFunction<Long, LocalDate, ButtonData> doneButton) {}

    /**
     * Spares messages where they cost: such a chat is reminded once of each deadline, and not at all by a message of its
     * own when a digest does it.
     *
     * @param costly bots whose messages cost
     */
    public record Sparing(Predicate<Bot> costly, DigestReminders digests) {}

    /**
     * Makes the reminders over these stores.
     *
     * @param sparing where messages cost
     */
    public DeadlineReminders(
            Database database,
            ReminderStore reminders,
            NoticeStore notices,
            DeliveryStore deliveries,
            Words words,
            Sparing sparing,
            InstantSource clock) {
        this.database = database;
        this.reminders = reminders;
        this.notices = notices;
        this.deliveries = deliveries;
        this.words = words;
        this.times = new ReminderTimes(words.zone());
        this.sparing = sparing;
        this.clock = clock;
    }

    /** A deadline of which a chat is to be reminded. */
    private record Item(SetDeadline set, LocalDate due, int daysBefore) {}

    /** Enters the reminders whose time has come; returns how many messages that makes. */
    public int enter() {
        Instant now = clock.instant();
        Map<Long, List<Item>> byChat = due(now);
        int entered = 0;
        for (Map.Entry<Long, List<Item>> chat : byChat.entrySet()) {
            entered += database.transaction(() -> remind(chat.getKey(), chat.getValue(), now)) ? 1 : 0;
        }
        return entered;
    }

    private Map<Long, List<Item>> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, words.zone());
        LocalDate furthest = today.plusDays(ReminderTimes.DAYS_BEFORE.get(ReminderTimes.DAYS_BEFORE.size() - 1));
        Map<Long, List<Item>> byChat = new LinkedHashMap<>();
        for (SetDeadline set : reminders.upcoming(today, furthest)) {
            Optional<LocalDate> day = set.deadline().occurrence(today);
            day.filter(due -> !due.isAfter(furthest))
                    .ifPresent(due -> reminders
                            .told(set)
                            .forEach(told -> slot(set, due, told, now)
                                    .ifPresent(slot -> byChat.computeIfAbsent(told.chatId(), id -> new ArrayList<>())
                                            .add(new Item(set, due, slot.daysBefore())))));
        }
        return byChat;
    }

    private Optional<ReminderTimes.Slot> slot(SetDeadline set, LocalDate due, ReminderStore.Told told, Instant now) {
        boolean costs = sparing.costly().test(told.bot());
        return times.due(set.deadline(), due, now, told.since(), costs)
                .filter(slot -> !costs || !sparing.digests().covers(told.chatId(), set, due, now));
    }

    /** Chats that hear once in all are reminded once in all. Runs in a transaction; what another run has entered meanwhile is not entered again. */
    private boolean remind(long chatId, List<Item> items, Instant now) {
        List<Long> together = deliveries.together(chatId);
        long remembered = together.get(0);
        List<Item> fresh = items.stream()
                .filter(item -> together.stream().noneMatch(chat -> reminders.isDone(item.set(), chat, item.due())))
                // Whoever joined the unit meanwhile, or stood alone before, may have been reminded under another
                // number.
                .filter(item -> together.stream()
                        .noneMatch(chat -> reminders.isReminded(item.set(), chat, item.due(), item.daysBefore())))
                .filter(item -> reminders.remind(item.set(), remembered, item.due(), item.daysBefore(), now))
                .toList();
        for (int from = 0; from < fresh.size(); from += MOST_ITEMS) {
            List<Item> some = fresh.subList(from, Math.min(fresh.size(), from + MOST_ITEMS));
            long notice = notices.add("deadline", message(some), now);
            deliveries.enqueueAnnouncement(notice, List.of(chatId), Priority.NOTICE, now);
        }
        return !fresh.isEmpty();
    }

    private OutgoingMessage message(List<Item> items) {
        Phrases phrases = words.phrases();
        DocumentLines lines = new DocumentLines(phrases);
        RichText.Builder text = RichText.builder().bold(phrases.say("reminder.title"));
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            SetDeadline set = item.set();
            String when = item.daysBefore() == 0
                    ? phrases.say("reminder.today")
                    : phrases.say("reminder.in-days", item.daysBefore());
            String line = lines.deadline(set.deadline(), item.due(), item.due().getYear());
            text.plain("\n" + phrases.say("reminder.item", i + 1, line, when) + "\n")
                    .link(RichText.plain(set.title()).abridged(LONGEST_TITLE).text(), set.url());
            String label = items.size() == 1 ? phrases.say("reminder.done") : phrases.say("reminder.done-of", i + 1);
            buttons.add(List.of(new Button.Action(label, words.doneButton().apply(set.id(), item.due()))));
        }
        text.plain("\n" + phrases.say("reminder.how"));
        return OutgoingMessage.of(text.build()).withButtons(buttons);
    }
}
